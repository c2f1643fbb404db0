/* GtkCalendar can mark a day, but not say how full it is.  The bar below a day is a class of the style sheet, in tenths. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/board-calendar.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "model/services/board.h"

#define WEEKS     6
#define WEEK      7
#define TENTHS    10
#define PERCENT   100

struct _SalonBoardCalendar {
  GtkWidget parent_instance;

  SalonSession *session;
  GtkLabel *title;
  GtkGrid *grid;
  GtkLabel *heads[WEEK];
  GtkButton *days[WEEKS * WEEK];
  const char *classes[WEEKS * WEEK]; /* of the bar; NULL = none */
  SalonDay shown; /* first of the month */
  SalonDay day;   /* the chosen one */
  GCancellable *cancellable;
  gboolean active;
  gboolean stale;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonBoardCalendar, salon_board_calendar, GTK_TYPE_WIDGET)

static const char *const load_classes[TENTHS + 1] = {
  "load-0", "load-1", "load-2", "load-3", "load-4", "load-5", "load-6", "load-7", "load-8", "load-9", "load-10",
};

/* ---- rendering ---- */

static int
days_in_month (SalonBoardCalendar *self)
{
  int year = 0;
  int month = 0;
  int mday = 0;

  salon_day_to_ymd (self->shown, &year, &month, &mday);
  return salon_day_days_in_month (year, month);
}

/* How many cells are empty before the first of the month. */
static int
offset_of (SalonBoardCalendar *self)
{
  return (salon_day_weekday (self->shown) - salon_first_weekday () + WEEK) % WEEK;
}

static void
set_load_class (SalonBoardCalendar *self, int cell, const char *css_class)
{
  if (self->classes[cell] == css_class)
    return;
  if (self->classes[cell] != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->days[cell]), self->classes[cell]);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->days[cell]), css_class);
  self->classes[cell] = css_class;
}

static void
render_day (SalonBoardCalendar *self, int cell, int mday)
{
  SalonDay day = self->shown + mday - 1;
  GtkWidget *button = GTK_WIDGET (self->days[cell]);
  g_autofree char *text = g_strdup_printf ("%d", mday);
  g_autofree char *spoken = salon_day_format (day);

  gtk_button_set_label (self->days[cell], text);
  salon_set_accessible_label (button, spoken);
  salon_set_css_class (button, "today", day == salon_clock_today (salon_session_clock (self->session)));
  salon_set_css_class (button, "chosen", day == self->day);
}

static void
render (SalonBoardCalendar *self)
{
  g_autofree char *title = salon_day_format_month (self->shown);
  int before = offset_of (self);
  int n = days_in_month (self);

  gtk_label_set_text (self->title, title);
  for (int i = 0; i < WEEKS * WEEK; i++) {
    gboolean is_day = i >= before && i < before + n;

    gtk_widget_set_visible (GTK_WIDGET (self->days[i]), is_day);
    if (is_day)
      render_day (self, i, i - before + 1);
  }
}

static void
render_load (SalonBoardCalendar *self, const SalonBoardMonthDay *info)
{
  int cell = offset_of (self) + info->day - self->shown;
  int percent = info->working > 0 ? (int) MIN (info->booked * PERCENT / info->working, PERCENT) : 0;
  g_autofree char *day = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *visits = NULL;

  if (cell < 0 || cell >= WEEKS * WEEK)
    return;
  day = salon_day_format (info->day);
  visits = g_strdup_printf (ngettext ("%d visit", "%d visits", (gulong) info->visits), (int) info->visits);
  salon_set_css_class (GTK_WIDGET (self->days[cell]), "closed", info->closed || info->holiday);
  set_load_class (self, cell, info->closed || info->holiday ? NULL : load_classes[(percent + 5) / TENTHS]);
  if (info->closed || info->holiday)
    spoken = g_strdup_printf ("%s, %s", day, C_ ("board", "closed"));
  else
    /* Translators: a day in the calendar: its date, "12 visits", how much of the working time is booked */
    spoken = g_strdup_printf (C_ ("board", "%s, %s, %d %% booked"), day, visits, percent);
  salon_set_accessible_label (self->days[cell], spoken);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->days[cell]), spoken);
}

/* ---- loading ---- */

static void
on_month (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBoardCalendar) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (days == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  for (guint i = 0; i < days->len; i++)
    render_load (self, &g_array_index (days, SalonBoardMonthDay, i));
}

static void
load (SalonBoardCalendar *self)
{
  self->stale = !self->active;
  if (!self->active)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_board_month, SALON_LANE_BACKGROUND,
                       salon_board_request_new (self->shown, days_in_month (self), 0, FALSE), self->cancellable, on_month,
                       g_object_ref (self));
}

static void
show_month (SalonBoardCalendar *self, SalonDay day)
{
  SalonDay first = salon_day_first_of_month (day);
  gboolean other = first != self->shown;

  self->shown = first;
  for (int i = 0; i < WEEKS * WEEK && other; i++)
    set_load_class (self, i, NULL);
  render (self);
  load (self);
}

/* ---- callbacks ---- */

static void
on_day (GtkButton *button, SalonBoardCalendar *self)
{
  int before = offset_of (self);

  for (int i = before; i < WEEKS * WEEK; i++)
    if (self->days[i] == button)
      g_signal_emit (self, signals[CHOSEN], 0, (int) (self->shown + i - before));
}

static void
on_earlier (GtkButton *button, SalonBoardCalendar *self)
{
  show_month (self, salon_day_add_months (self->shown, -1));
}

static void
on_later (GtkButton *button, SalonBoardCalendar *self)
{
  show_month (self, salon_day_add_months (self->shown, 1));
}

static void
on_changed (SalonBoardCalendar *self)
{
  load (self);
}

/* ---- building ---- */

static void
salon_board_calendar_dispose (GObject *object)
{
  SalonBoardCalendar *self = SALON_BOARD_CALENDAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_board_calendar_parent_class)->dispose (object);
}

static void
salon_board_calendar_class_init (SalonBoardCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_board_calendar_dispose;

  /**
   * SalonBoardCalendar::chosen:
   * @day: a #SalonDay
   */
  signals[CHOSEN] = g_signal_new ("chosen", SALON_TYPE_BOARD_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "boardcalendar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
build_head (SalonBoardCalendar *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *earlier = salon_icon_button_new ("salon-chevron-left-symbolic", _("The month before"));
  GtkWidget *later = salon_icon_button_new ("salon-chevron-right-symbolic", _("The next month"));

  self->title = GTK_LABEL (salon_label_new (NULL, "salon-heading"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  g_signal_connect (earlier, "clicked", G_CALLBACK (on_earlier), self);
  g_signal_connect (later, "clicked", G_CALLBACK (on_later), self);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), earlier);
  gtk_box_append (GTK_BOX (head), later);
  return head;
}

static void
build_days (SalonBoardCalendar *self)
{
  for (int i = 0; i < WEEK; i++) {
    int weekday = (salon_first_weekday () - 1 + i) % WEEK + 1;

    self->heads[i] = GTK_LABEL (gtk_label_new (salon_weekday_short_name (weekday)));
    gtk_widget_add_css_class (GTK_WIDGET (self->heads[i]), "weekday");
    gtk_grid_attach (self->grid, GTK_WIDGET (self->heads[i]), i, 0, 1, 1);
  }
  for (int i = 0; i < WEEKS * WEEK; i++) {
    self->days[i] = GTK_BUTTON (gtk_button_new_with_label (""));
    gtk_widget_add_css_class (GTK_WIDGET (self->days[i]), "day");
    g_signal_connect (self->days[i], "clicked", G_CALLBACK (on_day), self);
    gtk_grid_attach (self->grid, GTK_WIDGET (self->days[i]), i % WEEK, 1 + i / WEEK, 1, 1);
  }
}

static void
salon_board_calendar_init (SalonBoardCalendar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_grid_set_column_spacing (self->grid, 2);
  gtk_box_append (GTK_BOX (box), build_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  build_days (self);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  salon_set_accessible_label (self, _("Calendar"));
}

/**
 * salon_board_calendar_new:
 *
 * Returns: (transfer floating): the month of today
 */
GtkWidget *
salon_board_calendar_new (SalonSession *session)
{
  SalonBoardCalendar *self = g_object_new (SALON_TYPE_BOARD_CALENDAR, NULL);

  self->session = g_object_ref (session);
  self->day = SALON_DAY_NONE;
  show_month (self, salon_clock_today (salon_session_clock (session)));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * salon_board_calendar_set_day: marks a day and shows its month
 */
void
salon_board_calendar_set_day (SalonBoardCalendar *self, SalonDay day)
{
  g_return_if_fail (SALON_IS_BOARD_CALENDAR (self));

  self->day = day;
  if (salon_day_first_of_month (day) != self->shown)
    show_month (self, day);
  else
    render (self);
}

/**
 * salon_board_calendar_set_active: a hidden one reads nothing
 */
void
salon_board_calendar_set_active (SalonBoardCalendar *self, gboolean active)
{
  g_return_if_fail (SALON_IS_BOARD_CALENDAR (self));

  self->active = active;
  if (active && self->stale)
    load (self);
}
