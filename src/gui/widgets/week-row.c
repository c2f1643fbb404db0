/* The hours of one weekday.  Its controls stand in the grid of the week editor, so that all columns align. */
#include "config.h"
#include "gui/widgets/week-row.h"
#include "base/day.h"
#include "base/error.h"
#include "gui/widgets/build.h"
#include "gui/widgets/time-entry.h"
#include "gui/widgets/wrap-layout.h"
#include <glib/gi18n-lib.h>

#define DEFAULT_FROM (9 * 60)
#define DEFAULT_TO   (18 * 60)
#define LATEST       (26 * 60)

enum { FROM, TO, PAUSE_FROM, PAUSE_TO, N_TIMES };

struct _SalonWeekRow {
  GObject parent_instance;

  int weekday;
  GtkCheckButton *works;
  GtkWidget *hours; /* box of the times */
  GtkWidget *closed;
  SalonValueEntry *times[N_TIMES];
  GtkWidget *error;
  gboolean setting;
};

enum { CHANGED, COPY, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonWeekRow, salon_week_row, G_TYPE_OBJECT)

static void
changed (SalonWeekRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_error (SalonWeekRow *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->error), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
}

static void
update_hours (SalonWeekRow *self)
{
  gboolean works = gtk_check_button_get_active (self->works);

  gtk_widget_set_visible (self->hours, works);
  gtk_widget_set_visible (self->closed, !works);
}

static void
on_toggled (GtkCheckButton *check, SalonWeekRow *self)
{
  if (!self->setting && gtk_check_button_get_active (check)
      && salon_value_entry_get_value (self->times[FROM]) == SALON_VALUE_NONE) {
    salon_value_entry_set_value (self->times[FROM], DEFAULT_FROM);
    salon_value_entry_set_value (self->times[TO], DEFAULT_TO);
  }
  update_hours (self);
  show_error (self, NULL);
  changed (self);
}

static void
on_value (SalonValueEntry *entry, GParamSpec *pspec, SalonWeekRow *self)
{
  show_error (self, NULL);
  changed (self);
}

static void
on_copy (GtkButton *button, SalonWeekRow *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

static void
salon_week_row_class_init (SalonWeekRowClass *klass)
{
  /**
   * SalonWeekRow::changed:
   *
   * The user has changed something; it may not be readable yet.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * SalonWeekRow::copy-above:
   *
   * The user wants what the row above has.
   */
  signals[COPY] = g_signal_new ("copy-above", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
salon_week_row_init (SalonWeekRow *self)
{
}

/* Two times that belong together: "09:00 – 18:00". */
static GtkWidget *
create_range (SalonWeekRow *self, const char *word, guint first)
{
  const char *const names[N_TIMES] = { _("From"), _("To"), _("Pause from"), _("Pause to") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (word != NULL) {
    gtk_box_append (GTK_BOX (box), gtk_label_new (word));
    gtk_widget_add_css_class (gtk_widget_get_first_child (box), "salon-secondary");
  }
  for (guint i = first; i <= first + 1; i++) {
    g_autofree char *label = g_strdup_printf ("%s, %s", salon_weekday_name (self->weekday), names[i]);

    self->times[i] = SALON_VALUE_ENTRY (salon_time_entry_new ());
    salon_value_entry_set_label (self->times[i], label);
    gtk_widget_set_valign (GTK_WIDGET (self->times[i]), GTK_ALIGN_CENTER);
    g_signal_connect (self->times[i], "notify::value", G_CALLBACK (on_value), self);
    if (i > first)
      gtk_box_append (GTK_BOX (box), gtk_label_new ("–"));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->times[i]));
  }
  return box;
}

static GtkWidget *
create_hours (SalonWeekRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (18, 6));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), create_range (self, NULL, FROM));
  gtk_box_append (GTK_BOX (box), create_range (self, _("pause"), PAUSE_FROM));
  return box;
}

/**
 * salon_week_row_new:
 * @grid: where the row puts its controls
 * @line: the line of the grid; the row uses @line and @line + 1
 * @weekday: 1 = Monday … 7 = Sunday
 * @closed: the translated word for a day without hours
 * @with_copy: whether it has a button for the hours of the row above
 *
 * Returns: (transfer full): the row; the grid keeps its controls
 */
SalonWeekRow *
salon_week_row_new (GtkGrid *grid, int line, int weekday, const char *closed, gboolean with_copy)
{
  SalonWeekRow *self = g_object_new (SALON_TYPE_WEEK_ROW, NULL);
  GtkWidget *copy;

  self->weekday = weekday;
  self->works = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (salon_weekday_name (weekday)));
  self->hours = create_hours (self);
  self->closed = salon_label_new (closed, "salon-secondary");
  self->error = salon_wrapped_label_new (NULL, "salon-error-text");
  g_signal_connect (self->works, "toggled", G_CALLBACK (on_toggled), self);
  gtk_widget_set_valign (GTK_WIDGET (self->works), GTK_ALIGN_START);
  gtk_grid_attach (grid, GTK_WIDGET (self->works), 0, line, 1, 1);
  gtk_grid_attach (grid, self->hours, 1, line, 1, 1);
  gtk_grid_attach (grid, self->closed, 1, line, 1, 1);
  gtk_grid_attach (grid, self->error, 1, line + 1, 2, 1);
  if (with_copy) {
    copy = salon_icon_button_new ("salon-copy-above-symbolic", _("The same hours as the day above"));
    g_signal_connect (copy, "clicked", G_CALLBACK (on_copy), self);
    gtk_grid_attach (grid, copy, 2, line, 1, 1);
  }
  show_error (self, NULL);
  update_hours (self);
  return self;
}

/**
 * salon_week_row_set:
 * @spans: (array length=n_spans): of the whole week; those of this weekday are taken, the first two of them
 */
void
salon_week_row_set (SalonWeekRow *self, const SalonWeekSpan *spans, guint n_spans)
{
  gint64 times[N_TIMES] = { SALON_VALUE_NONE, SALON_VALUE_NONE, SALON_VALUE_NONE, SALON_VALUE_NONE };
  guint n = 0;

  for (guint i = 0; i < n_spans; i++) {
    if (spans[i].weekday != self->weekday)
      continue;
    if (n == 0) {
      times[FROM] = spans[i].from;
    } else {
      times[PAUSE_FROM] = times[TO];
      times[PAUSE_TO] = spans[i].from;
    }
    times[TO] = spans[i].to;
    n++;
  }
  self->setting = TRUE;
  for (guint i = 0; i < N_TIMES; i++)
    salon_value_entry_set_value (self->times[i], times[i]);
  gtk_check_button_set_active (self->works, n > 0);
  self->setting = FALSE;
  update_hours (self);
}

/**
 * salon_week_row_copy:
 * @from: the row whose hours it takes over
 */
void
salon_week_row_copy (SalonWeekRow *self, SalonWeekRow *from)
{
  self->setting = TRUE;
  for (guint i = 0; i < N_TIMES; i++)
    salon_value_entry_set_value (self->times[i], salon_value_entry_get_value (from->times[i]));
  gtk_check_button_set_active (self->works, gtk_check_button_get_active (from->works));
  self->setting = FALSE;
  update_hours (self);
  changed (self);
}

static gboolean
check_times (const gint64 *times, const char *weekday, GError **error)
{
  gboolean pause = times[PAUSE_FROM] != SALON_VALUE_NONE || times[PAUSE_TO] != SALON_VALUE_NONE;

  if (times[FROM] == SALON_VALUE_NONE || times[TO] == SALON_VALUE_NONE)
    salon_set_field_error (error, "hours", _("%s: say from when to when."), weekday);
  else if (times[TO] <= times[FROM] || times[TO] > LATEST)
    salon_set_field_error (error, "hours", _("%s: the end must lie after the beginning."), weekday);
  else if (pause && (times[PAUSE_FROM] == SALON_VALUE_NONE || times[PAUSE_TO] == SALON_VALUE_NONE))
    salon_set_field_error (error, "hours", _("%s: say from when to when the pause lasts."), weekday);
  else if (pause && (times[PAUSE_FROM] <= times[FROM] || times[PAUSE_TO] <= times[PAUSE_FROM] || times[PAUSE_TO] >= times[TO]))
    salon_set_field_error (error, "hours", _("%s: the pause must lie within the hours."), weekday);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_times (SalonWeekRow *self, gint64 *times, GError **error)
{
  for (guint i = 0; i < N_TIMES; i++)
    if (!salon_value_entry_read (self->times[i], &times[i], error))
      return FALSE;
  /* up to 2:00 at the end means the night after: 02:00 is 26:00 */
  if (times[TO] != SALON_VALUE_NONE && times[FROM] != SALON_VALUE_NONE && times[TO] < times[FROM]
      && times[TO] + SALON_MINUTES_A_DAY <= LATEST)
    times[TO] += SALON_MINUTES_A_DAY;
  return check_times (times, salon_weekday_name (self->weekday), error);
}

/**
 * salon_week_row_read:
 * @spans: (element-type SalonWeekSpan): the spans of this weekday are appended
 *
 * Returns: whether the row can be read; if not, the reason stands below it too
 */
gboolean
salon_week_row_read (SalonWeekRow *self, GArray *spans, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gint64 times[N_TIMES];
  SalonWeekSpan span = { self->weekday, 0, 0 };

  if (!gtk_check_button_get_active (self->works))
    return TRUE;
  if (!read_times (self, times, &reason)) {
    show_error (self, reason->message);
    g_propagate_error (error, g_steal_pointer (&reason));
    return FALSE;
  }
  span.from = (int) times[FROM];
  if (times[PAUSE_FROM] != SALON_VALUE_NONE) {
    span.to = (int) times[PAUSE_FROM];
    g_array_append_val (spans, span);
    span.from = (int) times[PAUSE_TO];
  }
  span.to = (int) times[TO];
  g_array_append_val (spans, span);
  return TRUE;
}
