/* A day and a month, twice.  A day of the year is month * 100 + day of the month. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/parts/filter-year-days.h"
#include "gui/widgets/build.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/picker.h"

#define LEAP_YEAR 2024

typedef struct {
  SalonValueEntry *day;
  SalonPicker *month;
} End;

struct _SalonFilterYearDays {
  GtkWidget parent_instance;

  End from;
  End to;
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterYearDays, salon_filter_year_days, GTK_TYPE_WIDGET)

static void
on_changed (GObject *control, GParamSpec *pspec, SalonFilterYearDays *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
salon_filter_year_days_dispose (GObject *object)
{
  SALON_FILTER_YEAR_DAYS (object)->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_filter_year_days_parent_class)->dispose (object);
}

static void
salon_filter_year_days_class_init (SalonFilterYearDaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_year_days_dispose;

  /**
   * SalonFilterYearDays::changed: the user chose other days
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_filter_year_days_init (SalonFilterYearDays *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

static GListModel *
create_months (void)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (int month = 1; month <= 12; month++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (month, salon_month_name (month), NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  return G_LIST_MODEL (items);
}

static void
build_end (SalonFilterYearDays *self, End *end, const char *label, const char *bound)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GListModel) months = create_months ();
  g_autofree char *spoken = g_strdup_printf ("%s: %s", label, bound);

  end->day = SALON_VALUE_ENTRY (salon_number_entry_new (NULL, 0));
  salon_value_entry_set_label (end->day, spoken);
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (end->day)), 4);
  g_object_set (end->day, "placeholder", bound, NULL);
  g_signal_connect (end->day, "notify::value", G_CALLBACK (on_changed), self);
  end->month = SALON_PICKER (salon_picker_new (spoken, C_ ("birthday", "month")));
  salon_picker_set_items (end->month, months);
  gtk_widget_set_hexpand (GTK_WIDGET (end->month), TRUE);
  g_signal_connect (end->month, "notify::selected", G_CALLBACK (on_changed), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (end->day));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (end->month));
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

/**
 * salon_filter_year_days_new:
 * @label: what is on these days, for screen readers
 */
GtkWidget *
salon_filter_year_days_new (const char *label)
{
  SalonFilterYearDays *self = g_object_new (SALON_TYPE_FILTER_YEAR_DAYS, NULL);

  build_end (self, &self->from, label, C_ ("period", "from"));
  build_end (self, &self->to, label, C_ ("period", "to"));
  return GTK_WIDGET (self);
}

static void
set_end (const End *end, gint64 value)
{
  salon_value_entry_set_value (end->day, value > 0 ? value % 100 : SALON_VALUE_NONE);
  salon_picker_set_selected (end->month, value > 0 ? value / 100 : SALON_PICK_NONE);
}

/**
 * salon_filter_year_days_set:
 * @from: month * 100 + day of the month; 0 = none
 * @to: likewise; before @from if the range goes over New Year
 */
void
salon_filter_year_days_set (SalonFilterYearDays *self, gint64 from, gint64 to)
{
  g_return_if_fail (SALON_IS_FILTER_YEAR_DAYS (self));

  self->setting = TRUE;
  set_end (&self->from, from);
  set_end (&self->to, to);
  self->setting = FALSE;
}

/* A month without a day is the whole month. */
static gint64
get_end (const End *end, gboolean is_last)
{
  gint64 day = salon_value_entry_get_value (end->day);
  gint64 month = salon_picker_get_selected (end->month);
  gint64 n_days = month != SALON_PICK_NONE ? salon_day_days_in_month (LEAP_YEAR, (int) month) : 0;

  if (month == SALON_PICK_NONE)
    return 0;
  if (day == SALON_VALUE_NONE || day < 1)
    day = is_last ? n_days : 1;
  return month * 100 + MIN (day, n_days);
}

/**
 * salon_filter_year_days_get:
 * @from: (out): month * 100 + day of the month
 * @to: (out): likewise
 *
 * Returns: whether both ends are there; one month alone is that month
 */
gboolean
salon_filter_year_days_get (SalonFilterYearDays *self, gint64 *from, gint64 *to)
{
  gint64 month = 0;

  *from = get_end (&self->from, FALSE);
  *to = get_end (&self->to, TRUE);
  month = *from / 100;
  if (*to == 0 && month > 0)
    *to = month * 100 + salon_day_days_in_month (LEAP_YEAR, (int) month);
  return *from > 0 && *to > 0;
}
