/* What the report does not know is not shown: a report of today has no period, one that nothing can be compared with no
 * comparison. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-bar.h"
#include "gui/pages/reports/report-chips.h"
#include "gui/pages/reports/report-measures.h"
#include "gui/pages/reports/report-only.h"
#include "gui/pages/reports/report-people.h"
#include "gui/pages/reports/report-period.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/wrap-layout.h"

#define SPACING 6

struct _SalonReportBar {
  GtkWidget parent_instance;

  SalonReportPeriod *period;
  GtkWidget *compared; /* the two that follow */
  GtkToggleButton *year;
  SalonPicker *compare;
  SalonReportPeople *people;
  SalonReportOnlyEdit *only;
  GtkWidget *above;
  GtkWidget *below; /* the second line */
  GtkWidget *last; /* (nullable): stands at the end of the second line, or of the first if there is no other */
  GtkWidget *by; /* the chips with their word */
  SalonReportChips *chips;
  SalonReportMeasures *measures;
  SalonPicker *top;

  SalonSession *session;
  SalonReportSpec *spec;
  const SalonReport *report;
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportBar, salon_report_bar, GTK_TYPE_WIDGET)

static SalonDay
today (SalonReportBar *self)
{
  return salon_clock_today (salon_session_clock (self->session));
}

/* ---- the user changes something */

static void
take (SalonReportBar *self, SalonReportSpec *taken)
{
  g_autoptr (SalonReportSpec) before = self->spec;

  self->spec = taken;
  if (!salon_report_spec_equal (before, taken))
    g_signal_emit (self, signals[CHANGED], 0, taken);
}

static void
on_period (SalonReportPeriod *period, SalonReportBar *self)
{
  take (self, salon_report_spec_with_period (self->spec, salon_report_period_get (period)));
}

static void
on_compare (SalonPicker *picker, GParamSpec *pspec, SalonReportBar *self)
{
  gboolean setting = self->setting;

  self->setting = TRUE;
  gtk_toggle_button_set_active (self->year, salon_picker_get_selected (picker) == SALON_COMPARE_YEAR);
  self->setting = setting;
  if (!setting)
    take (self, salon_report_spec_with_compare (self->spec, (SalonCompare) salon_picker_get_selected (picker)));
}

/* What is asked most, without a list to choose from. */
static void
on_year (GtkToggleButton *year, SalonReportBar *self)
{
  if (!self->setting)
    salon_picker_set_selected (self->compare, gtk_toggle_button_get_active (year) ? SALON_COMPARE_YEAR : SALON_COMPARE_NONE);
}

static void
on_people (SalonReportPeople *people, SalonReportBar *self)
{
  take (self, salon_report_spec_with_filter (self->spec, salon_report_people_get (people)));
}

static void
on_only (SalonReportOnlyEdit *only, SalonReportBar *self)
{
  take (self, salon_report_only_edit_apply (only, self->spec));
}

static void
on_chips (SalonReportChips *chips, SalonReportBar *self)
{
  take (self, salon_report_spec_with_groupings (self->spec, salon_report_chips_get (chips)));
}

static void
on_measures (SalonReportMeasures *measures, SalonReportBar *self)
{
  g_auto (GStrv) chosen = salon_report_measures_get (measures);

  take (self, salon_report_spec_with_measures (self->spec, (const char *const *) chosen));
}

static void
on_top (SalonPicker *picker, GParamSpec *pspec, SalonReportBar *self)
{
  if (!self->setting)
    take (self, salon_report_spec_with_top (self->spec, (guint) salon_picker_get_selected (picker)));
}

/* ---- what is set */

static void
show_period (SalonReportBar *self)
{
  const SalonFilterPeriod *period = salon_report_spec_period (self->spec);
  SalonFilterPeriod usual = salon_report_default_period (self->report);

  gtk_widget_set_visible (GTK_WIDGET (self->period), (salon_report_flags (self->report) & SALON_REPORT_NO_PERIOD) == 0);
  salon_report_period_set (self->period, period != NULL ? period : &usual, today (self));
}

static void
show_groupings (SalonReportBar *self)
{
  const char *const *groupings = salon_report_spec_groupings (self->spec);
  g_autoptr (GArray) words = salon_report_dimensions (self->report);

  gtk_widget_set_visible (self->by, words->len > 0);
  salon_report_chips_set (self->chips, words, groupings != NULL ? groupings : salon_report_default_groupings (self->report));
  salon_report_only_edit_set (self->only, self->spec, words);
  gtk_widget_set_visible (GTK_WIDGET (self->top), words->len > 0);
  salon_picker_set_selected (self->top, salon_report_spec_top (self->spec));
}

static void
show_measures (SalonReportBar *self)
{
  const char *const *measures = salon_report_spec_measures (self->spec);
  g_autoptr (GArray) words = salon_report_measures (self->report);

  gtk_widget_set_visible (GTK_WIDGET (self->measures), words->len > 1);
  if (words->len > 1)
    salon_report_measures_set (self->measures, words, measures != NULL ? measures : salon_report_default_measures (self->report));
}

/* A line for the kind of the chart alone would take room from the chart. */
static void
place_last (SalonReportBar *self)
{
  gboolean has_second = gtk_widget_get_visible (self->by) || gtk_widget_get_visible (GTK_WIDGET (self->measures));
  GtkWidget *line = has_second ? self->below : self->above;

  gtk_widget_set_visible (self->below, has_second);
  if (self->last == NULL || gtk_widget_get_parent (self->last) == line)
    return;
  g_object_ref (self->last);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->last)), self->last);
  gtk_box_append (GTK_BOX (line), self->last);
  g_object_unref (self->last);
}

/* ---- object */

static void
salon_report_bar_dispose (GObject *object)
{
  SalonReportBar *self = SALON_REPORT_BAR (object);

  self->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
  G_OBJECT_CLASS (salon_report_bar_parent_class)->dispose (object);
}

static void
salon_report_bar_class_init (SalonReportBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_report_bar_dispose;

  /**
   * SalonReportBar::changed:
   * @spec: (type SalonReportSpec): what the user asks now
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   SALON_TYPE_REPORT_SPEC);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "reportbar");
}

static void
salon_report_bar_init (SalonReportBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
}

static SalonPicker *
create_picker (const char *label, const char *none)
{
  SalonPicker *picker = SALON_PICKER (salon_picker_new (label, none));

  gtk_widget_set_hexpand (GTK_WIDGET (picker), FALSE);
  return picker;
}

static void
add_item (GListStore *items, gint64 id, const char *text)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

static SalonPicker *
create_compare (SalonReportBar *self)
{
  SalonPicker *picker = create_picker (_("Compared with"), _("Not compared"));
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  add_item (items, SALON_COMPARE_NONE, _("Not compared"));
  add_item (items, SALON_COMPARE_PREVIOUS, _("With the period before"));
  add_item (items, SALON_COMPARE_YEAR, _("With the year before"));
  salon_picker_set_items (picker, G_LIST_MODEL (items));
  g_signal_connect (picker, "notify::selected", G_CALLBACK (on_compare), self);
  return picker;
}

static GtkWidget *
create_compared (SalonReportBar *self)
{
  self->compared = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->compare = create_compare (self);
  self->year = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Against the year before")));
  gtk_widget_add_css_class (GTK_WIDGET (self->year), "salon-outlined");
  salon_set_tooltip (GTK_WIDGET (self->year), _("Beside each number the same of a year before (Alt+Y)"));
  g_signal_connect (self->year, "toggled", G_CALLBACK (on_year), self);
  gtk_box_append (GTK_BOX (self->compared), GTK_WIDGET (self->compare));
  gtk_box_append (GTK_BOX (self->compared), GTK_WIDGET (self->year));
  return self->compared;
}

static SalonPicker *
create_top (SalonReportBar *self)
{
  static const int tops[] = { 5, 10, 20, 50 };
  SalonPicker *picker = create_picker (_("How many rows"), _("Usual rows"));
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  add_item (items, SALON_PICK_NONE, _("Usual rows"));
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++) {
    /* Translators: so many rows with the largest numbers, the others as one */
    g_autofree char *text = g_strdup_printf (_("The first %d"), tops[i]);

    add_item (items, tops[i], text);
  }
  add_item (items, SALON_REPORT_TOP_ALL, C_ ("report", "All rows"));
  salon_picker_set_items (picker, G_LIST_MODEL (items));
  g_signal_connect (picker, "notify::selected", G_CALLBACK (on_top), self);
  return picker;
}

static GtkWidget *
create_line (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (line, salon_wrap_layout_new (SPACING, SPACING));
  return line;
}

static GtkWidget *
create_by (SalonReportBar *self)
{
  GtkWidget *word = salon_label_new (C_ ("report", "By"), "salon-secondary");

  self->by = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->chips = SALON_REPORT_CHIPS (salon_report_chips_new (_("Grouped by"), _("One more grouping (Alt+G)")));
  g_signal_connect (self->chips, "changed", G_CALLBACK (on_chips), self);
  gtk_box_append (GTK_BOX (self->by), word);
  gtk_box_append (GTK_BOX (self->by), GTK_WIDGET (self->chips));
  gtk_widget_add_css_class (self->by, "by");
  return self->by;
}

/**
 * salon_report_bar_new:
 */
GtkWidget *
salon_report_bar_new (SalonSession *session)
{
  SalonReportBar *self = g_object_new (SALON_TYPE_REPORT_BAR, NULL);

  self->above = create_line ();
  self->below = create_line ();
  self->session = g_object_ref (session);
  self->period = SALON_REPORT_PERIOD (salon_report_period_new (today (self)));
  self->people = SALON_REPORT_PEOPLE (salon_report_people_new (session));
  self->only = SALON_REPORT_ONLY_EDIT (salon_report_only_edit_new (session));
  self->measures = SALON_REPORT_MEASURES (salon_report_measures_new ());
  self->top = create_top (self);
  g_signal_connect (self->period, "changed", G_CALLBACK (on_period), self);
  g_signal_connect (self->people, "changed", G_CALLBACK (on_people), self);
  g_signal_connect (self->only, "changed", G_CALLBACK (on_only), self);
  g_signal_connect (self->measures, "changed", G_CALLBACK (on_measures), self);
  gtk_box_append (GTK_BOX (self->above), GTK_WIDGET (self->period));
  gtk_box_append (GTK_BOX (self->above), create_compared (self));
  gtk_box_append (GTK_BOX (self->above), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (self->above), GTK_WIDGET (self->only));
  gtk_box_append (GTK_BOX (self->below), create_by (self));
  gtk_box_append (GTK_BOX (self->below), GTK_WIDGET (self->measures));
  gtk_box_append (GTK_BOX (self->below), GTK_WIDGET (self->top));
  gtk_widget_set_parent (self->above, GTK_WIDGET (self));
  gtk_widget_set_parent (self->below, GTK_WIDGET (self));
  salon_set_accessible_label (self, _("Settings of the report"));
  return GTK_WIDGET (self);
}

/**
 * salon_report_bar_set:
 * @spec: of a report that there is; SalonReportBar::changed is not emitted
 */
void
salon_report_bar_set (SalonReportBar *self, SalonReportSpec *spec)
{
  g_return_if_fail (SALON_IS_REPORT_BAR (self));

  self->setting = TRUE;
  salon_report_spec_ref (spec);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
  self->spec = spec;
  self->report = salon_report_find (salon_report_spec_report (spec));
  show_period (self);
  gtk_widget_set_visible (self->compared, (salon_report_flags (self->report) & SALON_REPORT_NO_COMPARE) == 0);
  salon_picker_set_selected (self->compare, salon_report_spec_compare (spec));
  salon_report_people_set (self->people, salon_report_spec_filter (spec));
  show_groupings (self);
  show_measures (self);
  place_last (self);
  self->setting = FALSE;
}

/**
 * salon_report_bar_append:
 * @control: (transfer floating): one more setting, at the end
 */
void
salon_report_bar_append (SalonReportBar *self, GtkWidget *control)
{
  g_return_if_fail (SALON_IS_REPORT_BAR (self));

  self->last = control;
  gtk_box_append (GTK_BOX (self->below), control);
}

/**
 * salon_report_bar_step: the period before (-1) or after (1)
 */
void
salon_report_bar_step (SalonReportBar *self, int by)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->period)))
    salon_report_period_step (self->period, by);
}

/**
 * salon_report_bar_toggle_year: with the year before, or without it
 */
void
salon_report_bar_toggle_year (SalonReportBar *self)
{
  if (gtk_widget_get_visible (self->compared))
    gtk_toggle_button_set_active (self->year, !gtk_toggle_button_get_active (self->year));
}

/**
 * salon_report_bar_add_grouping: shows by what else the report can be grouped
 */
void
salon_report_bar_add_grouping (SalonReportBar *self)
{
  if (gtk_widget_get_visible (self->by))
    salon_report_chips_open (self->chips);
}

/**
 * salon_report_bar_open_period: shows which periods there are
 */
void
salon_report_bar_open_period (SalonReportBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->period)))
    salon_report_period_open (self->period);
}

/**
 * salon_report_bar_mark:
 * @error: why there is no answer
 *
 * Returns: whether the error is shown where it belongs
 */
gboolean
salon_report_bar_mark (SalonReportBar *self, const GError *error)
{
  return salon_report_period_mark (self->period, error);
}
