/* A button: it opens the week of the employee, or the day.  In a narrow column the photo gives way to the name. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/schedule-head.h"
#include "gui/widgets/textures.h"

#define PHOTO        30
#define PHOTO_ROOM   132 /* narrower, and there is no photo */
#define BAR_HEIGHT   3
#define FULL_PERCENT 100

struct _SalonScheduleHead {
  GtkWidget parent_instance;

  GtkWidget *row;
  SalonPhoto *photo;
  GtkWidget *icon;
  GtkLabel *name;
  GtkLabel *hours;
  SalonBoardColumn column;
  double load;
};

G_DEFINE_FINAL_TYPE (SalonScheduleHead, salon_schedule_head, GTK_TYPE_WIDGET)

enum { CLICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- texts ---- */

/* "10:00–20:00", or what of the day is left between breaks: only the first and the last minute. */
static char *
hours_text (const SalonBoard *board, const SalonBoardColumn *column)
{
  const SalonBoardEmployee *employee = salon_board_find_employee (board, column->resource_id);
  const GArray *working = column->kind == SALON_RESOURCE_ROOM ? board->opening
                          : employee != NULL && employee->times != NULL ? employee->times->working : NULL;
  gint64 midnight = (gint64) column->day * SALON_MINUTES_A_DAY;
  gint64 from = G_MAXINT64;
  gint64 to = 0;
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;

  for (guint i = 0; working != NULL && i < working->len; i++) {
    const SalonInterval *hours = &g_array_index (working, SalonInterval, i);

    if (hours->from < midnight || hours->from >= midnight + SALON_MINUTES_A_DAY)
      continue;
    from = MIN (from, hours->from);
    to = MAX (to, hours->to);
  }
  if (to == 0)
    return g_strdup (column->kind == SALON_RESOURCE_ROOM ? C_ ("board", "closed") : C_ ("board", "not working"));
  from_text = salon_minute_format ((int) (from % SALON_MINUTES_A_DAY));
  to_text = salon_minute_format ((int) (to % SALON_MINUTES_A_DAY));
  return g_strdup_printf ("%s–%s", from_text, to_text);
}

static char *
room_text (const SalonBoardRoom *room)
{
  if (room->capacity <= 1)
    return g_strdup (C_ ("board", "room"));
  return g_strdup_printf (ngettext ("%d place", "%d places", room->capacity), room->capacity);
}

static void
set_texts (SalonScheduleHead *self, const char *name, const char *hours)
{
  g_autofree char *spoken = NULL;

  if (g_strcmp0 (gtk_label_get_text (self->name), name) != 0)
    gtk_label_set_text (self->name, name);
  if (g_strcmp0 (gtk_label_get_text (self->hours), hours) != 0)
    gtk_label_set_text (self->hours, hours);
  /* Translators: head of a column of the board: whose it is, her hours, and how much of them is booked */
  spoken = g_strdup_printf (C_ ("board", "%s, %s, %d %% booked"), name, hours, (int) (self->load * FULL_PERCENT + 0.5));
  salon_set_accessible_label (self, spoken);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), spoken) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), spoken);
}

/* ---- drawing ---- */

static void
salon_schedule_head_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                             int *nat_base)
{
  SalonScheduleHead *self = SALON_SCHEDULE_HEAD (widget);
  int high = 0;

  gtk_widget_measure (self->row, orientation, -1, min, &high, NULL, NULL);
  *min = *nat = orientation == GTK_ORIENTATION_VERTICAL ? high + BAR_HEIGHT + 3 : 0;
  *min_base = *nat_base = -1;
}

static void
salon_schedule_head_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonScheduleHead *self = SALON_SCHEDULE_HEAD (widget);
  gboolean roomy = width >= salon_scale_to_text (widget, PHOTO_ROOM);
  GtkWidget *mark = self->column.kind == SALON_RESOURCE_ROOM ? self->icon : GTK_WIDGET (self->photo);
  int mark_width = roomy ? PHOTO + 8 : 0;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least = 0;

  gtk_widget_set_child_visible (GTK_WIDGET (self->photo), roomy && mark == GTK_WIDGET (self->photo));
  gtk_widget_set_child_visible (self->icon, roomy && mark == self->icon);
  gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (mark, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  if (roomy)
    gtk_widget_size_allocate (mark, &(GtkAllocation){ rtl ? width - PHOTO - 6 : 6, (height - BAR_HEIGHT - PHOTO) / 2, PHOTO, PHOTO },
                              -1);
  gtk_widget_measure (self->row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->row,
                            &(GtkAllocation){ rtl ? 6 : 6 + mark_width, 0, MAX (width - mark_width - 12, least), height - BAR_HEIGHT - 3 },
                            -1);
}

static void
salon_schedule_head_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonScheduleHead *self = SALON_SCHEDULE_HEAD (widget);
  float width = (float) gtk_widget_get_width (widget) - 12;
  float y = (float) gtk_widget_get_height (widget) - BAR_HEIGHT - 2;
  float part = width * (float) MIN (self->load, 1);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA back;
  GdkRGBA fill;

  GTK_WIDGET_CLASS (salon_schedule_head_parent_class)->snapshot (widget, snapshot);
  salon_compat_lookup_color (widget, "salon_line", &back);
  salon_compat_lookup_color (widget, self->load > 1 ? "salon_red" : "salon_teal", &fill);
  gtk_snapshot_append_color (snapshot, &back, &GRAPHENE_RECT_INIT (6, y, width, BAR_HEIGHT));
  gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (rtl ? 6 + width - part : 6, y, part, BAR_HEIGHT));
}

/* ---- actions ---- */

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[CLICKED], 0);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, SalonScheduleHead *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
salon_schedule_head_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_schedule_head_parent_class)->dispose (object);
}

static void
salon_schedule_head_class_init (SalonScheduleHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_schedule_head_dispose;
  widget_class->measure = salon_schedule_head_measure;
  widget_class->size_allocate = salon_schedule_head_size_allocate;
  widget_class->snapshot = salon_schedule_head_snapshot;

  /**
   * SalonScheduleHead::clicked: more of this employee, or of this day, is wanted
   */
  signals[CLICKED] = g_signal_new ("clicked", SALON_TYPE_SCHEDULE_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "head.open", NULL, action_open);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "head.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "head.open", NULL);
  gtk_widget_class_set_css_name (widget_class, "schedulehead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
salon_schedule_head_init (SalonScheduleHead *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->photo = SALON_PHOTO (salon_photo_new (PHOTO));
  self->icon = gtk_image_new_from_icon_name ("salon-room-symbolic");
  self->name = GTK_LABEL (salon_label_new (NULL, "name"));
  self->hours = GTK_LABEL (salon_label_new (NULL, "hours"));
  gtk_widget_add_css_class (self->icon, "salon-round-icon");
  gtk_widget_set_valign (self->row, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->row), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (self->row), GTK_WIDGET (self->hours));
  gtk_widget_set_parent (GTK_WIDGET (self->photo), GTK_WIDGET (self));
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * salon_schedule_head_new:
 */
GtkWidget *
salon_schedule_head_new (void)
{
  return g_object_new (SALON_TYPE_SCHEDULE_HEAD, NULL);
}

static void
set_photo (SalonScheduleHead *self, const SalonBoardEmployee *employee)
{
  g_autoptr (GdkTexture) texture = employee != NULL && employee->thumb != NULL ? salon_texture_of_bytes (employee->thumb) : NULL;

  salon_photo_set_person (self->photo, self->column.resource_id, employee != NULL ? employee->name : "");
  salon_photo_set_texture (self->photo, texture);
}

static void
set_employee (SalonScheduleHead *self, const SalonBoard *board)
{
  const SalonBoardEmployee *employee = salon_board_find_employee (board, self->column.resource_id);
  g_autofree char *hours = hours_text (board, &self->column);
  const char *name = employee != NULL ? employee->name : "";

  set_photo (self, employee);
  set_texts (self, name, hours);
}

static void
set_room (SalonScheduleHead *self, const SalonBoard *board)
{
  const SalonBoardRoom *room = salon_board_find_room (board, self->column.resource_id);
  g_autofree char *text = room != NULL ? room_text (room) : NULL;

  set_texts (self, room != NULL ? room->name : "", text != NULL ? text : "");
}

static void
set_day (SalonScheduleHead *self, const SalonBoard *board)
{
  const SalonBoardEmployee *employee = salon_board_find_employee (board, self->column.resource_id);
  g_autofree char *hours = hours_text (board, &self->column);
  g_autofree char *day = salon_day_format_without_year (self->column.day);
  g_autofree char *name = g_strdup_printf ("%s %s", salon_weekday_short_name (salon_day_weekday (self->column.day)), day);

  set_photo (self, employee);
  set_texts (self, name, hours);
}

/**
 * salon_schedule_head_set:
 * @by_day: the columns are days of one employee
 */
void
salon_schedule_head_set (SalonScheduleHead *self, const SalonBoard *board, const SalonBoardColumn *column, gboolean by_day)
{
  g_return_if_fail (SALON_IS_SCHEDULE_HEAD (self));

  self->column = *column;
  self->load = salon_board_load (board, column);
  salon_set_css_class (GTK_WIDGET (self), "today", by_day && column->day == board->today);
  if (by_day)
    set_day (self, board);
  else if (column->kind == SALON_RESOURCE_ROOM)
    set_room (self, board);
  else
    set_employee (self, board);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * salon_schedule_head_get_column:
 */
const SalonBoardColumn *
salon_schedule_head_get_column (SalonScheduleHead *self)
{
  return &self->column;
}
