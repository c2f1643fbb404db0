/* A list of periods, and below it what some of them need: a number, or two dates. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/filter-period.h"
#include "gui/widgets/build.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/picker.h"

/* The rows of the list: names of periods moved by one (0 is "none"), and kinds of own periods behind them. */
enum {
  ROW_NONE = SALON_PICK_NONE,
  ROW_FIRST_NAME = 1,
  ROW_LAST_DAYS = 100, /* today and the n days before */
  ROW_NEXT_DAYS,       /* today and the n days after */
  ROW_BEFORE_DAYS,     /* longer ago than n days */
  ROW_LAST_MONTHS,
  ROW_BEFORE_MONTHS,
  ROW_DATES,
};

struct _SalonFilterPeriodEdit {
  GtkWidget parent_instance;

  SalonPicker *picker;
  SalonValueEntry *number;
  GtkLabel *unit;
  GtkWidget *number_line;
  GtkWidget *dates_line;
  SalonValueEntry *from;
  SalonValueEntry *to;

  SalonFilterPeriod foreign; /* one that these controls cannot say, kept until it is changed */
  gboolean is_foreign;
  SalonDay today;
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterPeriodEdit, salon_filter_period_edit, GTK_TYPE_WIDGET)

/* ---- the list */

static void
add_row (GListStore *items, gint64 id, const char *text)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

static GListModel *
create_rows (const char *none)
{
  static const SalonFilterPeriodName names[] = {
    SALON_FILTER_PERIOD_THIS_WEEK, SALON_FILTER_PERIOD_LAST_WEEK, SALON_FILTER_PERIOD_NEXT_WEEK,
    SALON_FILTER_PERIOD_THIS_MONTH, SALON_FILTER_PERIOD_LAST_MONTH, SALON_FILTER_PERIOD_NEXT_MONTH,
    SALON_FILTER_PERIOD_THIS_QUARTER, SALON_FILTER_PERIOD_LAST_QUARTER, SALON_FILTER_PERIOD_THIS_YEAR,
    SALON_FILTER_PERIOD_LAST_YEAR, SALON_FILTER_PERIOD_LAST_12_MONTHS,
  };
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  add_row (items, ROW_NONE, none);
  add_row (items, ROW_DATES, _("Own dates"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_row (items, ROW_FIRST_NAME + names[i], _(salon_filter_period_label (names[i])));
  add_row (items, ROW_LAST_DAYS, _("The last … days"));
  add_row (items, ROW_NEXT_DAYS, _("The next … days"));
  add_row (items, ROW_BEFORE_DAYS, _("More than … days ago"));
  add_row (items, ROW_LAST_MONTHS, _("The last … months"));
  add_row (items, ROW_BEFORE_MONTHS, _("More than … months ago"));
  return G_LIST_MODEL (items);
}

static gboolean
takes_number (gint64 row)
{
  return row >= ROW_LAST_DAYS && row <= ROW_BEFORE_MONTHS;
}

static void
update_lines (SalonFilterPeriodEdit *self)
{
  gint64 row = salon_picker_get_selected (self->picker);
  gboolean months = row == ROW_LAST_MONTHS || row == ROW_BEFORE_MONTHS;

  gtk_widget_set_visible (self->number_line, takes_number (row));
  gtk_widget_set_visible (self->dates_line, row == ROW_DATES);
  gtk_label_set_text (self->unit, months ? C_ ("period", "months") : C_ ("period", "days"));
}

/* ---- callbacks */

static void
tell (SalonFilterPeriodEdit *self)
{
  if (self->setting)
    return;
  self->is_foreign = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_row_picked (SalonPicker *picker, GParamSpec *pspec, SalonFilterPeriodEdit *self)
{
  gint64 row = salon_picker_get_selected (picker);

  update_lines (self);
  if (self->setting)
    return;
  if (takes_number (row) && salon_value_entry_get_value (self->number) == SALON_VALUE_NONE) {
    self->setting = TRUE;
    salon_value_entry_set_value (self->number, row == ROW_LAST_MONTHS || row == ROW_BEFORE_MONTHS ? 3 : 30);
    self->setting = FALSE;
  }
  if (takes_number (row))
    gtk_widget_grab_focus (GTK_WIDGET (self->number));
  else if (row == ROW_DATES)
    gtk_widget_grab_focus (GTK_WIDGET (self->from));
  tell (self);
}

static void
on_value (GObject *entry, GParamSpec *pspec, SalonFilterPeriodEdit *self)
{
  tell (self);
}

/* ---- building */

static void
salon_filter_period_edit_dispose (GObject *object)
{
  SALON_FILTER_PERIOD_EDIT (object)->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_filter_period_edit_parent_class)->dispose (object);
}

static gboolean
salon_filter_period_edit_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_FILTER_PERIOD_EDIT (widget)->picker));
}

static void
salon_filter_period_edit_class_init (SalonFilterPeriodEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_period_edit_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_filter_period_edit_grab_focus;

  /**
   * SalonFilterPeriodEdit::changed: the user chose another period
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_filter_period_edit_init (SalonFilterPeriodEdit *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

static SalonValueEntry *
create_date (SalonFilterPeriodEdit *self, const char *label)
{
  GtkWidget *entry = salon_date_entry_new (self->today);

  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), 9);
  g_object_set (entry, "placeholder", label, NULL);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect (entry, "notify::value", G_CALLBACK (on_value), self);
  return SALON_VALUE_ENTRY (entry);
}

static void
build (SalonFilterPeriodEdit *self, const char *label)
{
  self->number = SALON_VALUE_ENTRY (salon_number_entry_new (NULL, 0));
  salon_value_entry_set_label (self->number, label);
  g_signal_connect (self->number, "notify::value", G_CALLBACK (on_value), self);
  self->unit = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  self->number_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_box_append (GTK_BOX (self->number_line), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (self->number_line), GTK_WIDGET (self->unit));
  self->from = create_date (self, C_ ("period", "from"));
  self->to = create_date (self, C_ ("period", "to"));
  self->dates_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->dates_line), TRUE);
  gtk_box_append (GTK_BOX (self->dates_line), GTK_WIDGET (self->from));
  gtk_box_append (GTK_BOX (self->dates_line), GTK_WIDGET (self->to));
  gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self));
  gtk_widget_set_parent (self->number_line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->dates_line, GTK_WIDGET (self));
}

/**
 * salon_filter_period_edit_new:
 * @label: what happened in the period, for screen readers
 * @none: what is shown while no period is chosen ("at any time")
 * @today: decides the year of a date that is typed without one
 */
GtkWidget *
salon_filter_period_edit_new (const char *label, const char *none, SalonDay today)
{
  SalonFilterPeriodEdit *self = g_object_new (SALON_TYPE_FILTER_PERIOD_EDIT, NULL);
  g_autoptr (GListModel) rows = create_rows (none);

  self->today = today;
  self->picker = SALON_PICKER (salon_picker_new (label, none));
  salon_picker_set_items (self->picker, rows);
  g_signal_connect (self->picker, "notify::selected", G_CALLBACK (on_row_picked), self);
  build (self, label);
  update_lines (self);
  return GTK_WIDGET (self);
}

/* ---- periods and rows */

static gboolean
is_today (SalonFilterDay day, int days, int months)
{
  return day.kind == SALON_FILTER_DAY_TODAY && day.days == days && day.months == months;
}

/* Which row says an own period, and with which number; ROW_NONE if none does. */
static gint64
row_of_own (const SalonFilterPeriod *period, gint64 *number)
{
  SalonFilterDay from = period->from;
  SalonFilterDay to = period->to;
  gboolean to_days = to.kind == SALON_FILTER_DAY_TODAY && to.months == 0;

  *number = SALON_VALUE_NONE;
  if (from.kind != SALON_FILTER_DAY_TODAY && to.kind != SALON_FILTER_DAY_TODAY)
    return ROW_DATES;
  if (is_today (to, 0, 0) && from.kind == SALON_FILTER_DAY_TODAY && from.months == 0 && from.days <= 0)
    return *number = -from.days, ROW_LAST_DAYS;
  if (is_today (to, 0, 0) && from.kind == SALON_FILTER_DAY_TODAY && from.days == 0 && from.months < 0)
    return *number = -from.months, ROW_LAST_MONTHS;
  if (is_today (from, 0, 0) && to_days && to.days > 0)
    return *number = to.days, ROW_NEXT_DAYS;
  if (from.kind == SALON_FILTER_DAY_OPEN && to_days && to.days < 0)
    return *number = -to.days - 1, ROW_BEFORE_DAYS;
  if (from.kind == SALON_FILTER_DAY_OPEN && to.kind == SALON_FILTER_DAY_TODAY && to.days == -1 && to.months < 0)
    return *number = -to.months, ROW_BEFORE_MONTHS;
  return ROW_NONE;
}

static void
show_dates (SalonFilterPeriodEdit *self, const SalonFilterPeriod *period)
{
  SalonDay from = salon_filter_day_resolve (period->from, self->today);
  SalonDay to = salon_filter_day_resolve (period->to, self->today);

  salon_value_entry_set_value (self->from, from == SALON_DAY_NONE ? SALON_VALUE_NONE : from);
  salon_value_entry_set_value (self->to, to == SALON_DAY_NONE ? SALON_VALUE_NONE : to);
}

/**
 * salon_filter_period_edit_set:
 * @period: (nullable): what is shown; SalonFilterPeriodEdit::changed is not emitted
 */
void
salon_filter_period_edit_set (SalonFilterPeriodEdit *self, const SalonFilterPeriod *period)
{
  gint64 number = SALON_VALUE_NONE;
  gint64 row = ROW_NONE;

  g_return_if_fail (SALON_IS_FILTER_PERIOD_EDIT (self));

  self->setting = TRUE;
  self->is_foreign = FALSE;
  if (period != NULL && period->name != SALON_FILTER_PERIOD_OWN) {
    row = ROW_FIRST_NAME + period->name;
  } else if (period != NULL) {
    row = row_of_own (period, &number);
    self->is_foreign = row == ROW_NONE;
    self->foreign = *period;
    if (row == ROW_NONE)
      row = ROW_DATES;
    if (row == ROW_DATES)
      show_dates (self, period);
  }
  salon_value_entry_set_value (self->number, number);
  salon_picker_set_selected (self->picker, row);
  update_lines (self);
  self->setting = FALSE;
}

static SalonFilterDay
date_of (SalonValueEntry *entry)
{
  gint64 value = salon_value_entry_get_value (entry);

  return value == SALON_VALUE_NONE ? SALON_FILTER_OPEN : SALON_FILTER_ON ((SalonDay) value);
}

/**
 * salon_filter_period_edit_get:
 * @period: (out): what is chosen
 *
 * Returns: whether a period is chosen, with all that it needs
 */
gboolean
salon_filter_period_edit_get (SalonFilterPeriodEdit *self, SalonFilterPeriod *period)
{
  gint64 row = salon_picker_get_selected (self->picker);
  gint64 number = salon_value_entry_get_value (self->number);
  int n = number == SALON_VALUE_NONE ? 0 : (int) MIN (number, 36500);

  if (row == ROW_NONE || (takes_number (row) && number == SALON_VALUE_NONE))
    return FALSE;
  *period = (SalonFilterPeriod){ SALON_FILTER_PERIOD_OWN, SALON_FILTER_OPEN, SALON_FILTER_OPEN };
  if (self->is_foreign)
    *period = self->foreign;
  else if (row < ROW_LAST_DAYS)
    period->name = (SalonFilterPeriodName) (row - ROW_FIRST_NAME);
  else if (row == ROW_LAST_DAYS || row == ROW_LAST_MONTHS)
    period->to = SALON_FILTER_TODAY (0);
  if (row == ROW_LAST_DAYS)
    period->from = SALON_FILTER_TODAY (-n);
  else if (row == ROW_LAST_MONTHS)
    period->from = SALON_FILTER_MONTHS (-n);
  else if (row == ROW_NEXT_DAYS)
    period->from = SALON_FILTER_TODAY (0), period->to = SALON_FILTER_TODAY (n);
  else if (row == ROW_BEFORE_DAYS)
    period->to = SALON_FILTER_TODAY (-n - 1);
  else if (row == ROW_BEFORE_MONTHS)
    period->to = (SalonFilterDay){ SALON_FILTER_DAY_TODAY, -1, -n };
  if (row != ROW_DATES || self->is_foreign)
    return TRUE;
  period->from = date_of (self->from);
  period->to = date_of (self->to);
  return period->from.kind != SALON_FILTER_DAY_OPEN || period->to.kind != SALON_FILTER_DAY_OPEN;
}
