/* Two questions to the salon: the figures of the days, and the names of the holidays.
 *
 * One day is chosen; arrows choose another one and turn the page at the ends of the month, Enter or a click opens it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/month-cell.h"
#include "gui/pages/board/month-view.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "model/entities/holiday.h"
#include "model/services/board.h"
#include "model/services/catalogue.h"

#define WEEK    7
#define WEEKS   6
#define PERCENT 100
#define PICKER_WIDTH 220

struct _SalonMonthView {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  GtkLabel *sums;
  SalonPicker *employee;
  GtkGrid *grid;
  SalonMonthCell *cells[WEEKS * WEEK];

  SalonDay first;  /* of the month */
  SalonDay chosen;
  GArray *days;        /* SalonBoardMonthDay of the month; NULL = not known yet */
  GPtrArray *holidays; /* SalonHoliday; NULL = not known yet */
  guint generation;
  gboolean active;
  gboolean filling;
};

enum { DAY, MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonMonthView, salon_month_view, GTK_TYPE_WIDGET)

static int
days_in_month (SalonMonthView *self)
{
  int year = 0;
  int month = 0;

  salon_day_to_ymd (self->first, &year, &month, NULL);
  return salon_day_days_in_month (year, month);
}

/* How many cells are empty before the first of the month. */
static int
offset_of (SalonMonthView *self)
{
  return (salon_day_weekday (self->first) - salon_first_weekday () + WEEK) % WEEK;
}

/* ---- rendering */

static const char *
name_holiday (SalonMonthView *self, SalonDay day)
{
  for (guint i = 0; self->holidays != NULL && i < self->holidays->len; i++) {
    const SalonHoliday *holiday = self->holidays->pdata[i];

    if (holiday->first_day <= day && day <= holiday->last_day)
      return holiday->name;
  }
  return NULL;
}

static void
render_sums (SalonMonthView *self)
{
  gint64 visits = 0;
  gint64 booked = 0;
  gint64 working = 0;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; self->days != NULL && i < self->days->len; i++) {
    const SalonBoardMonthDay *day = &g_array_index (self->days, SalonBoardMonthDay, i);

    visits += day->visits;
    booked += day->booked;
    working += day->working;
  }
  count = g_strdup_printf (ngettext ("%d visit", "%d visits", (gulong) visits), (int) visits);
  if (working > 0)
    /* Translators: of a month: "184 visits", how much of the working time is taken */
    text = g_strdup_printf (C_ ("month", "%1$s, %2$d %% booked"), count, (int) (booked * PERCENT / working));
  gtk_label_set_text (self->sums, self->days == NULL ? "" : text != NULL ? text : count);
}

static void
render_cell (SalonMonthView *self, SalonMonthCell *cell, SalonDay day)
{
  SalonMonthCellMarks marks = SALON_MONTH_CELL_PLAIN;
  guint i = (guint) (day - self->first);

  if (day == salon_clock_today (salon_session_clock (self->session)))
    marks |= SALON_MONTH_CELL_TODAY;
  if (day == self->chosen)
    marks |= SALON_MONTH_CELL_CHOSEN;
  salon_month_cell_set_day (cell, day, marks);
  if (self->days != NULL && i < self->days->len)
    salon_month_cell_set_load (cell, &g_array_index (self->days, SalonBoardMonthDay, i), name_holiday (self, day));
}

/* Weeks without a day of the month are not there. */
static void
render (SalonMonthView *self)
{
  int before = offset_of (self);
  int n = days_in_month (self);

  for (int i = 0; i < WEEKS * WEEK; i++) {
    gboolean is_day = i >= before && i < before + n;
    gboolean in_row = i / WEEK * WEEK < before + n;

    gtk_widget_set_visible (GTK_WIDGET (self->cells[i]), in_row);
    gtk_widget_set_sensitive (GTK_WIDGET (self->cells[i]), is_day);
    gtk_widget_set_opacity (GTK_WIDGET (self->cells[i]), is_day ? 1 : 0);
    if (is_day)
      render_cell (self, self->cells[i], self->first + i - before);
  }
  render_sums (self);
}

/* ---- loading */

typedef struct {
  SalonMonthView *view; /* strong */
  guint generation;
} Asked;

static Asked *
asked_new (SalonMonthView *self)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_object_ref (self), self->generation };
  return asked;
}

static void
on_days (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonMonthView) self = asked->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || asked->generation != self->generation)
    return;
  if (days == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  g_clear_pointer (&self->days, g_array_unref);
  self->days = g_steal_pointer (&days);
  render (self);
}

static void
on_holidays (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonMonthView) self = asked->view;
  g_autoptr (GPtrArray) holidays = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (holidays == NULL || self->session == NULL || asked->generation != self->generation)
    return;
  g_clear_pointer (&self->holidays, g_ptr_array_unref);
  self->holidays = g_steal_pointer (&holidays);
  render (self);
}

static void
load (SalonMonthView *self)
{
  self->generation++;
  if (!self->active)
    return;
  salon_session_query (self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                       salon_entity_list_request_new (salon_holiday_get_type (), FALSE), NULL, on_holidays, asked_new (self));
  salon_session_query (self->session, &salon_query_board_month, SALON_LANE_INTERACTIVE,
                       salon_board_request_new (self->first, days_in_month (self), salon_picker_get_selected (self->employee), FALSE),
                       NULL, on_days, asked_new (self));
}

/* Figures of another month or employee are no figures. */
static void
forget (SalonMonthView *self)
{
  g_clear_pointer (&self->days, g_array_unref);
  for (int i = 0; i < WEEKS * WEEK; i++)
    salon_month_cell_set_load (self->cells[i], NULL, NULL);
  load (self);
}

static void
show_day (SalonMonthView *self, SalonDay day)
{
  SalonDay first = salon_day_first_of_month (day);
  gboolean other = first != self->first;

  self->chosen = day;
  self->first = first;
  if (other)
    forget (self);
  render (self);
}

/* ---- callbacks */

static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonMonthView *self)
{
  load (self);
}

/* What the next user may not see goes at once. */
static void
on_actor_changed (SalonSession *session, SalonMonthView *self)
{
  forget (self);
  render (self);
}

static void
on_employee (SalonPicker *picker, GParamSpec *spec, SalonMonthView *self)
{
  if (self->filling)
    return;
  forget (self);
  render (self);
}

static void
on_directory (SalonDirectory *directory, SalonMonthView *self)
{
  gint64 chosen = salon_picker_get_selected (self->employee);
  g_autoptr (GListModel) items = salon_items_of_employees (salon_directory_list (directory, SALON_DIRECTORY_EMPLOYEES));

  self->filling = TRUE;
  salon_picker_set_items (self->employee, items);
  salon_picker_set_selected (self->employee, chosen);
  self->filling = FALSE;
}

static void
on_clicked (SalonMonthCell *cell, SalonMonthView *self)
{
  g_signal_emit (self, signals[DAY], 0, (int) salon_month_cell_get_day (cell));
}

/* Where a key leads from the chosen day. */
static gboolean
find_target (SalonMonthView *self, guint key, SalonDay *target)
{
  int week = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    *target = self->chosen - week;
    return TRUE;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    *target = self->chosen + week;
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    *target = self->chosen - WEEK;
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    *target = self->chosen + WEEK;
    return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    *target = salon_day_add_months (self->chosen, -1);
    return TRUE;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    *target = salon_day_add_months (self->chosen, 1);
    return TRUE;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    *target = salon_clock_today (salon_session_clock (self->session));
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SalonMonthView *self)
{
  SalonDay target = self->chosen;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || !find_target (self, key, &target))
    return GDK_EVENT_PROPAGATE;
  if (target <= SALON_DAY_MIN || target >= SALON_DAY_MAX)
    return GDK_EVENT_STOP;
  show_day (self, target);
  salon_month_view_focus (self);
  g_signal_emit (self, signals[MOVED], 0, (int) target);
  return GDK_EVENT_STOP;
}

/* ---- overrides */

static void
salon_month_view_dispose (GObject *object)
{
  SalonMonthView *self = SALON_MONTH_VIEW (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->holidays, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_month_view_parent_class)->dispose (object);
}

static void
salon_month_view_class_init (SalonMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_month_view_dispose;

  /**
   * SalonMonthView::day:
   * @day: the #SalonDay that shall be opened
   */
  signals[DAY] = g_signal_new ("day", SALON_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SalonMonthView::moved:
   * @day: the #SalonDay that is chosen now
   */
  signals[MOVED] = g_signal_new ("moved", SALON_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "monthview");
}

static GtkWidget *
build_head (SalonMonthView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->sums = GTK_LABEL (salon_label_new ("", "salon-secondary"));
  self->employee = SALON_PICKER (salon_picker_new (_("Whose month"), _("Everybody")));
  gtk_label_set_xalign (self->sums, 0);
  gtk_label_set_ellipsize (self->sums, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sums), TRUE);
  g_signal_connect (self->employee, "notify::selected", G_CALLBACK (on_employee), self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->employee), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->employee), PICKER_WIDTH, -1);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->sums));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->employee));
  return head;
}

static void
build_grid (SalonMonthView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 6);
  for (int i = 0; i < WEEK; i++) {
    int weekday = (salon_first_weekday () - 1 + i) % WEEK + 1;
    GtkWidget *label = salon_label_new (salon_weekday_short_name (weekday), "salon-secondary");

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_widget_add_css_class (label, "weekday");
    gtk_grid_attach (self->grid, label, i, 0, 1, 1);
  }
  for (int i = 0; i < WEEKS * WEEK; i++) {
    self->cells[i] = SALON_MONTH_CELL (salon_month_cell_new ());
    gtk_widget_set_vexpand (GTK_WIDGET (self->cells[i]), TRUE);
    g_signal_connect (self->cells[i], "clicked", G_CALLBACK (on_clicked), self);
    gtk_grid_attach (self->grid, GTK_WIDGET (self->cells[i]), i % WEEK, 1 + i / WEEK, 1, 1);
  }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
  salon_set_accessible_label (self->grid, _("Days of the month"));
}

static void
salon_month_view_init (SalonMonthView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->chosen = SALON_DAY_NONE;
  self->first = SALON_DAY_NONE;
  build_grid (self);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), build_head (self));
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/* ---- public functions */

/**
 * salon_month_view_new:
 *
 * Returns: (transfer floating): the month of today; nothing is read before it is active
 */
GtkWidget *
salon_month_view_new (SalonSession *session)
{
  SalonMonthView *self = g_object_new (SALON_TYPE_MONTH_VIEW, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (self->directory))
    on_directory (self->directory, self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  show_day (self, salon_clock_today (salon_session_clock (session)));
  return GTK_WIDGET (self);
}

/**
 * salon_month_view_set_day: chooses a day and shows its month
 */
void
salon_month_view_set_day (SalonMonthView *self, SalonDay day)
{
  if (day != self->chosen)
    show_day (self, day);
}

/**
 * salon_month_view_set_employee:
 * @employee_id: whose figures are shown; 0 = everybody's
 */
void
salon_month_view_set_employee (SalonMonthView *self, gint64 employee_id)
{
  if (salon_picker_get_selected (self->employee) != employee_id)
    salon_picker_set_selected (self->employee, employee_id);
}

/**
 * salon_month_view_set_active: a hidden one reads nothing, and reads anew when it is seen again
 */
void
salon_month_view_set_active (SalonMonthView *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  load (self);
}

/**
 * salon_month_view_focus: the focus goes to the chosen day
 */
void
salon_month_view_focus (SalonMonthView *self)
{
  int cell = offset_of (self) + self->chosen - self->first;

  gtk_widget_grab_focus (GTK_WIDGET (self->cells[cell]));
}
