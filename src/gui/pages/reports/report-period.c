/* A button that tells the period, between two that go a step back and forth.  Own dates that no report takes stay in their
 * fields, the sentence below them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/reports/report-period.h"
#include "gui/widgets/build.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/form-field.h"
#include "model/rules/report-period.h"

#define MONTHS_A_YEAR 12

struct _SalonReportPeriod {
  GtkWidget parent_instance;

  GtkWidget *back;
  GtkWidget *forth;
  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *form;
  SalonValueEntry *from;
  SalonValueEntry *to;

  SalonFilterPeriod period;
  SalonDay today;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportPeriod, salon_report_period, GTK_TYPE_WIDGET)

/* ---- what can be chosen */

typedef struct {
  SalonFilterPeriod period;
  const char *label; /* NULL: of the period */
} Preset;

static const Preset presets[] = {
  { { SALON_FILTER_PERIOD_OWN, { SALON_FILTER_DAY_TODAY, 0, 0 }, { SALON_FILTER_DAY_TODAY, 0, 0 } }, NC_ ("period", "Today") },
  { { SALON_FILTER_PERIOD_LAST_12_MONTHS, { 0 }, { 0 } }, NULL },
  { { SALON_FILTER_PERIOD_THIS_WEEK, { 0 }, { 0 } }, NULL },
  { { SALON_FILTER_PERIOD_LAST_WEEK, { 0 }, { 0 } }, NULL },
  { { SALON_FILTER_PERIOD_THIS_MONTH, { 0 }, { 0 } }, NULL },
  { { SALON_FILTER_PERIOD_LAST_MONTH, { 0 }, { 0 } }, NULL },
  { { SALON_FILTER_PERIOD_THIS_QUARTER, { 0 }, { 0 } }, NULL },
  { { SALON_FILTER_PERIOD_LAST_QUARTER, { 0 }, { 0 } }, NULL },
  { { SALON_FILTER_PERIOD_THIS_YEAR, { 0 }, { 0 } }, NULL },
  { { SALON_FILTER_PERIOD_LAST_YEAR, { 0 }, { 0 } }, NULL },
};

static const char *
preset_label (const Preset *preset)
{
  return preset->label != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "period", preset->label) : _(salon_filter_period_label (preset->period.name));
}

/* An end that is open is no day. */
static gboolean
is_known (SalonDay day)
{
  return day != SALON_DAY_NONE && day > SALON_DAY_MIN && day < SALON_DAY_MAX;
}

static gboolean
is_first_of_month (SalonDay day)
{
  return is_known (day) && salon_day_first_of_month (day) == day;
}

/* Whether the days are whole calendar months; how many. */
static int
whole_months (SalonDay from, SalonDay to)
{
  int year = 0, month = 0, mday = 0;
  int last_year = 0, last_month = 0;

  if (!is_first_of_month (from) || !is_known (to) || to < from || !is_first_of_month (to + 1))
    return 0;
  salon_day_to_ymd (from, &year, &month, &mday);
  salon_day_to_ymd (to, &last_year, &last_month, &mday);
  return (last_year - year) * MONTHS_A_YEAR + last_month - month + 1;
}

static char *
dates_text (SalonDay from, SalonDay to)
{
  int months = whole_months (from, to);
  int year = 0, month = 0, mday = 0;
  g_autofree char *first = is_known (from) ? salon_day_format (from) : g_strdup ("…");
  g_autofree char *last = is_known (to) ? salon_day_format (to) : g_strdup ("…");

  if (months == 1)
    return salon_day_format_month (from);
  if (is_known (from))
    salon_day_to_ymd (from, &year, &month, &mday);
  if (months == MONTHS_A_YEAR && month == 1)
    return g_strdup_printf ("%d", year);
  return from == to ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
}

/**
 * salon_report_period_text:
 *
 * Returns: (transfer full): the period as the button says it: "Last month", "March 2026", "01.03.2026 – 15.03.2026"
 */
char *
salon_report_period_text (const SalonFilterPeriod *period, SalonDay today)
{
  SalonDay from = SALON_DAY_NONE;
  SalonDay to = SALON_DAY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (salon_filter_period_equal (&presets[i].period, period))
      return g_strdup (preset_label (&presets[i]));
  if (period->name != SALON_FILTER_PERIOD_OWN)
    return g_strdup (_(salon_filter_period_label (period->name)));
  salon_filter_period_resolve (period, today, &from, &to);
  return dates_text (from, to);
}

/**
 * salon_report_period_stepped:
 * @by: so many times its own length; negative = back
 *
 * Returns: the period so many steps away: whole months by months, anything else by its days; an open one stays
 */
SalonFilterPeriod
salon_report_period_stepped (const SalonFilterPeriod *period, SalonDay today, int by)
{
  SalonDay from = SALON_DAY_NONE;
  SalonDay to = SALON_DAY_NONE;
  int months = 0;

  salon_filter_period_resolve (period, today, &from, &to);
  if (!is_known (from) || !is_known (to) || to < from)
    return *period;
  months = whole_months (from, to);
  if (months > 0)
    return (SalonFilterPeriod){ SALON_FILTER_PERIOD_OWN, SALON_FILTER_ON (salon_day_add_months (from, by * months)),
                                SALON_FILTER_ON (salon_day_add_months (to + 1, by * months) - 1) };
  return (SalonFilterPeriod){ SALON_FILTER_PERIOD_OWN, SALON_FILTER_ON (from + by * (to - from + 1)),
                              SALON_FILTER_ON (to + by * (to - from + 1)) };
}

/* ---- choosing */

static void
update_label (SalonReportPeriod *self)
{
  g_autofree char *text = salon_report_period_text (&self->period, self->today);
  SalonDay from = SALON_DAY_NONE;
  SalonDay to = SALON_DAY_NONE;
  g_autofree char *dates = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *tip = NULL;

  salon_filter_period_resolve (&self->period, self->today, &from, &to);
  dates = dates_text (from, to);
  gtk_label_set_text (self->label, text);
  /* Translators: %s is a period: "Last month" */
  spoken = g_strdup_printf (_("Period: %s"), text);
  tip = g_strdup_printf ("%s\n%s", dates, _("Another period (Alt+P)"));
  salon_set_accessible_label (self->button, spoken);
  salon_set_tooltip (GTK_WIDGET (self->button), tip);
  salon_value_entry_set_value (self->from, is_known (from) ? from : SALON_VALUE_NONE);
  salon_value_entry_set_value (self->to, is_known (to) ? to : SALON_VALUE_NONE);
}

static void
choose (SalonReportPeriod *self, SalonFilterPeriod period)
{
  self->period = period;
  update_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_preset (GtkButton *button, SalonReportPeriod *self)
{
  const Preset *preset = g_object_get_data (G_OBJECT (button), "salon-preset");

  gtk_menu_button_popdown (self->button);
  choose (self, preset->period);
}

static void
on_step (GtkWidget *button, SalonReportPeriod *self)
{
  salon_report_period_step (self, button == self->back ? -1 : 1);
}

static gboolean
read_date (SalonValueEntry *entry, SalonFilterDay *day, GError **error)
{
  gint64 value = SALON_VALUE_NONE;

  if (!salon_value_entry_read (entry, &value, error))
    return FALSE;
  *day = value == SALON_VALUE_NONE ? SALON_FILTER_OPEN : SALON_FILTER_ON ((SalonDay) value);
  return TRUE;
}

static void
on_apply (GtkWidget *from, SalonReportPeriod *self)
{
  SalonFilterPeriod period = { SALON_FILTER_PERIOD_OWN, SALON_FILTER_OPEN, SALON_FILTER_OPEN };
  g_autoptr (GError) error = NULL;

  salon_form_clear_errors (self->form);
  if (!read_date (self->from, &period.from, &error) || !read_date (self->to, &period.to, &error)) {
    salon_form_field_set_error (SALON_FORM_FIELD (self->form), error->message);
    return;
  }
  if (period.from.kind == SALON_FILTER_DAY_OPEN || period.to.kind == SALON_FILTER_DAY_OPEN) {
    salon_form_field_set_error (SALON_FORM_FIELD (self->form), _("Say from which day to which."));
    return;
  }
  if (!salon_report_period_check (period.from.days, period.to.days, &error)) {
    salon_form_field_set_error (SALON_FORM_FIELD (self->form), error->message);
    return;
  }
  gtk_menu_button_popdown (self->button);
  choose (self, period);
}

static void
on_show (GtkWidget *popover, SalonReportPeriod *self)
{
  salon_form_field_set_error (SALON_FORM_FIELD (self->form), NULL);
}

/* ---- object */

static void
salon_report_period_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_report_period_parent_class)->dispose (object);
}

static void
salon_report_period_class_init (SalonReportPeriodClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_report_period_dispose;

  /**
   * SalonReportPeriod::changed: the user chose another period
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "reportperiod");
}

static GtkWidget *
create_presets (SalonReportPeriod *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++) {
    GtkWidget *button = gtk_button_new_with_label (preset_label (&presets[i]));

    gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
    gtk_widget_add_css_class (button, "flat");
    g_object_set_data (G_OBJECT (button), "salon-preset", (gpointer) &presets[i]);
    g_signal_connect (button, "clicked", G_CALLBACK (on_preset), self);
    gtk_grid_attach (GTK_GRID (grid), button, (int) (i % 2), (int) (i / 2), 1, 1);
  }
  return grid;
}

static SalonValueEntry *
create_date (SalonReportPeriod *self, const char *label)
{
  GtkWidget *entry = salon_date_entry_new (self->today);
  g_autofree char *longest = salon_day_format (salon_day_from_ymd (2026, 9, 30)); /* of September, in all languages */

  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), (int) g_utf8_strlen (longest, -1));
  g_signal_connect (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry)), "activate", G_CALLBACK (on_apply), self);
  g_object_set (entry, "placeholder", label, NULL);
  return SALON_VALUE_ENTRY (entry);
}

static GtkWidget *
create_popover (SalonReportPeriod *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *dates = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *apply = gtk_button_new_with_label (C_ ("report", "Show"));

  self->from = create_date (self, C_ ("period", "from"));
  self->to = create_date (self, C_ ("period", "to"));
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect (apply, "clicked", G_CALLBACK (on_apply), self);
  gtk_box_append (GTK_BOX (dates), GTK_WIDGET (self->from));
  gtk_box_append (GTK_BOX (dates), GTK_WIDGET (self->to));
  gtk_box_append (GTK_BOX (dates), apply);
  self->form = salon_form_field_new ("period", _("Own dates"), dates);
  gtk_box_append (GTK_BOX (box), create_presets (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-report-popover");
  g_signal_connect (popover, "show", G_CALLBACK (on_show), self);
  return popover;
}

static void
salon_report_period_init (SalonReportPeriod *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
}

static GtkWidget *
create_step (SalonReportPeriod *self, const char *icon_name, const char *label)
{
  GtkWidget *button = salon_icon_button_new (icon_name, label);

  gtk_widget_remove_css_class (button, "flat");
  gtk_widget_add_css_class (button, "salon-outlined");
  g_signal_connect (button, "clicked", G_CALLBACK (on_step), self);
  return button;
}

/**
 * salon_report_period_new:
 * @today: decides the year of a date that is typed without one
 */
GtkWidget *
salon_report_period_new (SalonDay today)
{
  SalonReportPeriod *self = g_object_new (SALON_TYPE_REPORT_PERIOD, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->today = today;
  self->period = SALON_FILTER_NAMED (THIS_MONTH);
  self->label = GTK_LABEL (salon_label_new (NULL, "salon-num"));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("salon-calendar-symbolic"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, content);
  gtk_menu_button_set_popover (self->button, create_popover (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "salon-outlined");
  self->back = create_step (self, "salon-chevron-left-symbolic", _("The period before (Ctrl+Page Up)"));
  self->forth = create_step (self, "salon-chevron-right-symbolic", _("The next period (Ctrl+Page Down)"));
  gtk_widget_set_parent (self->back, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  gtk_widget_set_parent (self->forth, GTK_WIDGET (self));
  update_label (self);
  return GTK_WIDGET (self);
}

/**
 * salon_report_period_set:
 * @period: what is shown; SalonReportPeriod::changed is not emitted
 */
void
salon_report_period_set (SalonReportPeriod *self, const SalonFilterPeriod *period, SalonDay today)
{
  g_return_if_fail (SALON_IS_REPORT_PERIOD (self));

  self->period = *period;
  self->today = today;
  update_label (self);
}

/**
 * salon_report_period_get:
 *
 * Returns: (transfer none): what is chosen
 */
const SalonFilterPeriod *
salon_report_period_get (SalonReportPeriod *self)
{
  return &self->period;
}

/**
 * salon_report_period_step: see salon_report_period_stepped()
 */
void
salon_report_period_step (SalonReportPeriod *self, int by)
{
  choose (self, salon_report_period_stepped (&self->period, self->today, by));
}

/**
 * salon_report_period_open: shows what can be chosen
 */
void
salon_report_period_open (SalonReportPeriod *self)
{
  gtk_menu_button_popup (self->button);
}

/**
 * salon_report_period_mark:
 * @error: why the report does not answer
 *
 * Marks the dates.
 *
 * Returns: whether the error was about the period
 */
gboolean
salon_report_period_mark (SalonReportPeriod *self, const GError *error)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (self->button));

  if (g_strcmp0 (salon_error_get_field (error), "period") != 0)
    return FALSE;
  if (!gtk_widget_get_mapped (popover))
    gtk_menu_button_popup (self->button);
  salon_form_field_set_error (SALON_FORM_FIELD (self->form), error->message);
  return TRUE;
}
