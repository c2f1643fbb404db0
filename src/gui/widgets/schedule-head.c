/* A button: it asks what can be done with the employee and her day, or with the room.  In a narrow column the photo gives way to the name. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/menu.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/schedule-head.h"
#include "gui/widgets/textures.h"

#define HEIGHT       54
#define PHOTO        30
#define PAD          7
#define GAP          7 /* pixels between photo and name */
#define BAR_HEIGHT   3
#define SMALL        0.86 /* of the usual text: hours */
#define FULL_PERCENT 100

struct _SalonScheduleHead {
  GtkWidget parent_instance;

  SalonPhoto *photo;
  GtkWidget *icon;
  char *name;
  char *hours;
  char *spoken;
  PangoLayout *name_text; /* as it fits; NULL = to be made */
  PangoLayout *hours_text;
  gboolean by_day;
  gboolean roomy; /* there is room for the photo */
  SalonBoardColumn column;
  double load;
};

G_DEFINE_FINAL_TYPE (SalonScheduleHead, salon_schedule_head, GTK_TYPE_WIDGET)

enum { MENU, N_SIGNALS };
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
forget_texts (SalonScheduleHead *self)
{
  g_clear_object (&self->name_text);
  g_clear_object (&self->hours_text);
}

static void
set_texts (SalonScheduleHead *self, const char *name, const char *hours)
{
  g_autofree char *spoken = NULL;

  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->hours);
  self->hours = g_strdup (hours);
  forget_texts (self);
  /* Translators: head of a column of the board: whose it is, her hours, and how much of them is booked */
  spoken = g_strdup_printf (C_ ("board", "%s, %s, %d %% booked"), name, hours, (int) (self->load * FULL_PERCENT + 0.5));
  salon_set_accessible_label (self, spoken);
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&spoken);
}

/* It is told when it is asked for: to set it GTK asks the server where the pointer is, and waits for the answer. */
static gboolean
salon_schedule_head_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, SALON_SCHEDULE_HEAD (widget)->spoken);
  return SALON_SCHEDULE_HEAD (widget)->spoken != NULL;
}

/* "Oksana S." where there is no room for "Oksana Shevchenko". */
static char *
short_name (const char *name)
{
  const char *space = strrchr (name, ' ');
  g_autofree char *first = NULL;
  char letter[7] = "";

  if (space == NULL || g_ascii_isdigit (space[1]) || space == name || space[1] == '\0')
    return g_strdup (name);
  first = g_strndup (name, (gsize) (space - name));
  g_unichar_to_utf8 (g_utf8_get_char (space + 1), letter);
  return g_strdup_printf ("%s %s.", first, letter);
}

static PangoLayout *
new_layout (SalonScheduleHead *self, const char *text, gboolean is_name)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, is_name ? pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD) : pango_attr_scale_new (SMALL));
  pango_layout_set_attributes (layout, attrs);
  pango_attr_list_unref (attrs);
  return layout;
}

static int
width_of (SalonScheduleHead *self, const char *text)
{
  g_autoptr (PangoLayout) layout = new_layout (self, text, TRUE);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* The photo gives way to the name. */
static void
fit_texts (SalonScheduleHead *self, int width)
{
  g_autofree char *shorter = short_name (self->name);
  int beside = width - PHOTO - GAP - 2 * PAD;
  int full = width_of (self, self->name);
  int least = MAX (width_of (self, shorter), (int) (width_of (self, self->hours) * SMALL));

  self->roomy = !self->by_day && beside >= least;
  forget_texts (self);
  self->name_text = new_layout (self, full <= (self->roomy ? beside : width - 2 * PAD) ? self->name : shorter, TRUE);
  self->hours_text = new_layout (self, self->hours, FALSE);
  for (int i = 0; i < 2; i++) {
    PangoLayout *layout = i == 0 ? self->name_text : self->hours_text;

    pango_layout_set_width (layout, MAX (self->roomy ? beside : width - 2 * PAD, 1) * PANGO_SCALE);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height (layout, -1);
  }
}

/* ---- drawing ---- */

static void
salon_schedule_head_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                             int *nat_base)
{
  SalonScheduleHead *self = SALON_SCHEDULE_HEAD (widget);
  int ignored = 0;

  /* GTK wants every visible child measured before it is allocated */
  gtk_widget_measure (GTK_WIDGET (self->photo), orientation, -1, &ignored, NULL, NULL, NULL);
  gtk_widget_measure (self->icon, orientation, -1, &ignored, NULL, NULL, NULL);
  *min = *nat = orientation == GTK_ORIENTATION_VERTICAL ? salon_scale_to_text (widget, HEIGHT) : 0;
  *min_base = *nat_base = -1;
}

static void
salon_schedule_head_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonScheduleHead *self = SALON_SCHEDULE_HEAD (widget);
  GtkWidget *mark = self->column.kind == SALON_RESOURCE_ROOM ? self->icon : GTK_WIDGET (self->photo);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  fit_texts (self, width);
  gtk_widget_set_child_visible (GTK_WIDGET (self->photo), self->roomy && mark == GTK_WIDGET (self->photo));
  gtk_widget_set_child_visible (self->icon, self->roomy && mark == self->icon);
  if (self->roomy)
    gtk_widget_size_allocate (
        mark, &(GtkAllocation){ rtl ? width - PHOTO - PAD : PAD, (height - BAR_HEIGHT - PHOTO) / 2, PHOTO, PHOTO }, -1);
  salon_menu_present (widget);
}

static void
draw_text (SalonScheduleHead *self, GtkSnapshot *snapshot, PangoLayout *layout, int y, float alpha)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;

  salon_compat_get_color (GTK_WIDGET (self), &color);
  color.alpha *= alpha;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rtl || !self->roomy ? PAD : PAD + PHOTO + GAP, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_load (SalonScheduleHead *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float width = (float) gtk_widget_get_width (widget) - 2 * PAD;
  float y = (float) gtk_widget_get_height (widget) - BAR_HEIGHT - 2;
  float part = width * (float) MIN (self->load, 1);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA back;
  GdkRGBA fill;

  salon_compat_lookup_color (widget, "salon_line", &back);
  salon_compat_lookup_color (widget, self->load > 1 ? "salon_red" : "salon_teal", &fill);
  gtk_snapshot_append_color (snapshot, &back, &GRAPHENE_RECT_INIT (PAD, y, width, BAR_HEIGHT));
  gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (rtl ? PAD + width - part : PAD, y, part, BAR_HEIGHT));
}

static void
salon_schedule_head_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonScheduleHead *self = SALON_SCHEDULE_HEAD (widget);
  int high = 0;
  int low = 0;
  int y = 0;

  GTK_WIDGET_CLASS (salon_schedule_head_parent_class)->snapshot (widget, snapshot);
  if (self->name_text == NULL)
    return;
  pango_layout_get_pixel_size (self->name_text, NULL, &high);
  pango_layout_get_pixel_size (self->hours_text, NULL, &low);
  y = (gtk_widget_get_height (widget) - BAR_HEIGHT - high - low) / 2;
  draw_text (self, snapshot, self->name_text, y, 1);
  draw_text (self, snapshot, self->hours_text, y + high, 0.72f);
  draw_load (self, snapshot);
}

/* ---- actions ---- */

static void
action_menu (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[MENU], 0, (double) PAD, (double) gtk_widget_get_height (widget));
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, SalonScheduleHead *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "head.menu", NULL);
}

static void
salon_schedule_head_dispose (GObject *object)
{
  SalonScheduleHead *self = SALON_SCHEDULE_HEAD (object);

  salon_dispose_children (GTK_WIDGET (object));
  forget_texts (self);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->hours, g_free);
  g_clear_pointer (&self->spoken, g_free);
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
  widget_class->query_tooltip = salon_schedule_head_query_tooltip;

  /**
   * SalonScheduleHead::menu: what can be done with this employee, or on this day, shall be shown
   * @x: place in the head
   * @y: place in the head
   */
  signals[MENU] = g_signal_new ("menu", SALON_TYPE_SCHEDULE_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_install_action (widget_class, "head.menu", NULL, action_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "head.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "head.menu", NULL);
  salon_menu_add_keys (widget_class, "head.menu");
  gtk_widget_class_set_css_name (widget_class, "schedulehead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
salon_schedule_head_init (SalonScheduleHead *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->photo = SALON_PHOTO (salon_photo_new (PHOTO));
  self->icon = gtk_image_new_from_icon_name ("salon-room-symbolic");
  gtk_widget_add_css_class (self->icon, "salon-round-icon");
  gtk_widget_set_parent (GTK_WIDGET (self->photo), GTK_WIDGET (self));
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0); /* the right one asks the same */
  gtk_event_controller_set_propagation_limit (GTK_EVENT_CONTROLLER (click), GTK_LIMIT_SAME_NATIVE);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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

/* The month stands above the board; whose days they are, too. */
static void
set_day (SalonScheduleHead *self, const SalonBoard *board)
{
  g_autofree char *hours = hours_text (board, &self->column);
  g_autofree char *name = NULL;
  int mday = 0;

  salon_day_to_ymd (self->column.day, NULL, NULL, &mday);
  name = g_strdup_printf ("%s %d", salon_weekday_short_name (salon_day_weekday (self->column.day)), mday);
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
  self->by_day = by_day;
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
