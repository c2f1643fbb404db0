/* What is asked for a pattern.  Each answer is previewed at once; nothing is written before "Apply". */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/staff/pattern-panel.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/wrap-layout.h"

#define ALL 0
#define MOST_SPAN 366
#define DATE_CHARS 21

/* The lines of the drop-down. */
enum { WEEKDAYS, TWO_TWO, THREE_THREE, ODD, EVEN, EVERY_NTH, OWN, N_PATTERNS };

struct _SalonPatternPanel {
  GtkWidget parent_instance;

  GtkDropDown *employee;
  GtkDropDown *pattern;
  SalonValueEntry *first;
  SalonValueEntry *last;
  SalonValueEntry *start;
  SalonValueEntry *on;
  SalonValueEntry *off;
  GtkEntry *hours;
  GtkWidget *start_field;
  GtkWidget *on_field;
  GtkWidget *off_field;
  GtkLabel *told;

  GArray *ids; /* of the employees, in their order */
  gboolean filling;
};

enum { SIGNAL_CHANGED, SIGNAL_APPLY, SIGNAL_CLOSE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonPatternPanel, salon_pattern_panel, GTK_TYPE_WIDGET)

/* ---- reading */

static gboolean
read_cycle (SalonPatternPanel *self, guint which, SalonShiftPattern *pattern, GError **error)
{
  gint64 on = which == TWO_TWO ? 2 : which == THREE_THREE ? 3 : 1;
  gint64 off = on;

  pattern->kind = SALON_PATTERN_CYCLE;
  if (which == EVERY_NTH || which == OWN) {
    if (!salon_value_entry_read (self->on, &on, error))
      return FALSE;
    if (which == OWN && !salon_value_entry_read (self->off, &off, error))
      return FALSE;
  }
  if (which == EVERY_NTH) {
    off = on - 1;
    on = 1;
  }
  if (on < 1 || off < 0 || on > SALON_PATTERN_MOST_DAYS || off > SALON_PATTERN_MOST_DAYS) {
    salon_set_field_error (error, "on", _("A pattern has 1 to %d days at work and up to %d free ones."),
                           SALON_PATTERN_MOST_DAYS, SALON_PATTERN_MOST_DAYS);
    return FALSE;
  }
  pattern->on = (int) on;
  pattern->off = (int) off;
  return TRUE;
}

static gboolean
read_pattern (SalonPatternPanel *self, SalonDay first, SalonShiftPattern *pattern, GError **error)
{
  guint which = gtk_drop_down_get_selected (self->pattern);
  gint64 start = salon_value_entry_get_value (self->start);

  *pattern = (SalonShiftPattern){ .weekend = salon_weekend (), .start = start != SALON_VALUE_NONE ? (SalonDay) start : first };
  switch (which) {
  case WEEKDAYS:
    pattern->kind = SALON_PATTERN_WEEKDAYS;
    return TRUE;
  case ODD:
    pattern->kind = SALON_PATTERN_ODD;
    return TRUE;
  case EVEN:
    pattern->kind = SALON_PATTERN_EVEN;
    return TRUE;
  default:
    return read_cycle (self, which, pattern, error);
  }
}

static gboolean
read_span (SalonPatternPanel *self, SalonDay *first, SalonDay *last, GError **error)
{
  gint64 from = salon_value_entry_get_value (self->first);
  gint64 to = salon_value_entry_get_value (self->last);

  if (from == SALON_VALUE_NONE || to == SALON_VALUE_NONE)
    salon_set_field_error (error, from == SALON_VALUE_NONE ? "first_day" : "last_day", _("Type a day."));
  else if (from > to)
    salon_set_field_error (error, "last_day", _("The last day cannot be before the first."));
  else if (to - from >= MOST_SPAN)
    salon_set_field_error (error, "last_day", _("At most a year at once."));
  else {
    *first = (SalonDay) from;
    *last = (SalonDay) to;
    return TRUE;
  }
  return FALSE;
}

/**
 * salon_pattern_panel_read:
 *
 * Returns: (transfer full) (nullable): what is to be written; %NULL with an error that names the field
 */
SalonShiftsRequest *
salon_pattern_panel_read (SalonPatternPanel *self, GError **error)
{
  g_autoptr (SalonShiftsRequest) request = salon_shifts_request_new ();
  SalonHours parts[SALON_HOURS_MOST_PARTS];
  SalonShiftPattern pattern = { 0 };
  guint chosen = gtk_drop_down_get_selected (self->employee);
  SalonDay first = 0;
  SalonDay last = 0;
  guint n = 0;

  if (!read_span (self, &first, &last, error) || !read_pattern (self, first, &pattern, error)
      || !salon_hours_parse (gtk_editable_get_text (GTK_EDITABLE (self->hours)), parts, &n, error))
    return NULL;
  for (guint i = 0; i < self->ids->len; i++)
    if (chosen == ALL || chosen == i + 1)
      salon_shifts_request_add_pattern (request, g_array_index (self->ids, gint64, i), first, last, &pattern, parts, n);
  return g_steal_pointer (&request);
}

/**
 * salon_pattern_panel_refuse: marks the field that @error is about
 */
void
salon_pattern_panel_refuse (SalonPatternPanel *self, const GError *error)
{
  const char *field = salon_error_get_field (error);
  g_autoptr (GError) of_hours = NULL;

  if (g_strcmp0 (field, "from_min") == 0 || g_strcmp0 (field, "to_min") == 0) {
    salon_set_field_error (&of_hours, "hours", "%s", error->message);
    error = of_hours;
  }
  if (!salon_form_mark (GTK_WIDGET (self), error))
    salon_note_error (GTK_WIDGET (self), error);
}

/* ---- what is shown */

static void
show_fields (SalonPatternPanel *self)
{
  guint which = gtk_drop_down_get_selected (self->pattern);

  gtk_widget_set_visible (self->start_field, which != WEEKDAYS && which != ODD && which != EVEN);
  gtk_widget_set_visible (self->on_field, which == EVERY_NTH || which == OWN);
  gtk_widget_set_visible (self->off_field, which == OWN);
  g_object_set (self->on_field, "label", which == EVERY_NTH ? C_ ("pattern", "One day of") : _("Days at work"), NULL);
}

static void
tell (SalonPatternPanel *self)
{
  g_autoptr (SalonShiftsRequest) request = salon_pattern_panel_read (self, NULL);
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; request != NULL && i < request->cells->len; i++)
    n += g_array_index (request->cells, SalonShiftCell, i).what == SALON_SHIFT_HOURS;
  if (request != NULL)
    text = g_strdup_printf (ngettext ("%u day at work", "%u days at work", n), n);
  gtk_label_set_text (self->told, text != NULL ? text : "");
}

static void
changed (SalonPatternPanel *self)
{
  if (self->filling)
    return;
  show_fields (self);
  salon_form_clear_errors (GTK_WIDGET (self));
  tell (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_notify (GObject *object, GParamSpec *pspec, SalonPatternPanel *self)
{
  changed (self);
}

static void
on_hours (GtkEditable *editable, SalonPatternPanel *self)
{
  changed (self);
}

static void
action_apply (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_APPLY], 0);
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSE], 0);
}

static void
on_activate (GtkEntry *entry, SalonPatternPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_APPLY], 0);
}

/* ---- building */

static void
salon_pattern_panel_dispose (GObject *object)
{
  SalonPatternPanel *self = SALON_PATTERN_PANEL (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (salon_pattern_panel_parent_class)->dispose (object);
}

static void
salon_pattern_panel_class_init (SalonPatternPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_pattern_panel_dispose;

  /**
   * SalonPatternPanel::changed: something else would be written
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_PATTERN_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * SalonPatternPanel::apply: it is to be written
   */
  signals[SIGNAL_APPLY] = g_signal_new ("apply", SALON_TYPE_PATTERN_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  /**
   * SalonPatternPanel::close: it is not wanted
   */
  signals[SIGNAL_CLOSE] = g_signal_new ("close", SALON_TYPE_PATTERN_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "pattern.apply", NULL, action_apply);
  gtk_widget_class_install_action (widget_class, "pattern.close", NULL, action_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pattern.close", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add (GtkWidget *line, const char *field, const char *label, GtkWidget *control)
{
  GtkWidget *widget = salon_form_field_new (field, label, control);

  gtk_box_append (GTK_BOX (line), widget);
  return widget;
}

static SalonValueEntry *
watched (SalonPatternPanel *self, GtkWidget *entry)
{
  g_signal_connect (entry, "notify::value", G_CALLBACK (on_notify), self);
  g_signal_connect_after (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry)), "activate", G_CALLBACK (on_activate), self);
  return SALON_VALUE_ENTRY (entry);
}

/* Wide enough for "2026. gada 22. novembris". */
static GtkWidget *
date_new (SalonDay today)
{
  GtkWidget *entry = salon_date_entry_new (today);

  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), DATE_CHARS);
  return entry;
}

static GtkWidget *
build_fields (SalonPatternPanel *self, SalonDay today)
{
  const char *const names[] = { _("Weekdays (5/2)"), _("Two and two (2/2)"), _("Three and three (3/3)"), _("Odd days"),
                                _("Even days"), _("Every n-th day"), _("Own"), NULL };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->employee = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->pattern = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (names));
  self->first = watched (self, date_new (today));
  self->last = watched (self, date_new (today));
  self->start = watched (self, date_new (today));
  self->on = watched (self, salon_number_entry_new (NULL, 0));
  self->off = watched (self, salon_number_entry_new (NULL, 0));
  self->hours = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->hours), 14);
  gtk_widget_set_layout_manager (line, salon_wrap_layout_new (12, 9));
  add (line, "employee_id", _("Employee"), GTK_WIDGET (self->employee));
  add (line, "pattern", _("Pattern"), GTK_WIDGET (self->pattern));
  self->on_field = add (line, "on", _("Days at work"), GTK_WIDGET (self->on));
  self->off_field = add (line, "off", _("Days free"), GTK_WIDGET (self->off));
  add (line, "first_day", _("First day"), GTK_WIDGET (self->first));
  add (line, "last_day", _("Last day"), GTK_WIDGET (self->last));
  self->start_field = add (line, "start", _("Begins at work on"), GTK_WIDGET (self->start));
  add (line, "hours", _("Hours"), GTK_WIDGET (self->hours));
  g_signal_connect (self->employee, "notify::selected", G_CALLBACK (on_notify), self);
  g_signal_connect (self->pattern, "notify::selected", G_CALLBACK (on_notify), self);
  g_signal_connect (self->hours, "changed", G_CALLBACK (on_hours), self);
  g_signal_connect (self->hours, "activate", G_CALLBACK (on_activate), self);
  return line;
}

static GtkWidget *
build_buttons (SalonPatternPanel *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *apply = gtk_button_new_with_label (C_ ("pattern", "Apply"));
  GtkWidget *close = gtk_button_new_with_label (_("Cancel"));

  self->told = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->told), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (apply), "pattern.apply");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "pattern.close");
  gtk_widget_add_css_class (apply, "suggested-action");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->told));
  gtk_box_append (GTK_BOX (line), close);
  gtk_box_append (GTK_BOX (line), apply);
  return line;
}

static void
salon_pattern_panel_init (SalonPatternPanel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * salon_pattern_panel_new:
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
salon_pattern_panel_new (SalonDay today)
{
  SalonPatternPanel *self = g_object_new (SALON_TYPE_PATTERN_PANEL, NULL);

  self->filling = TRUE;
  gtk_widget_set_parent (build_fields (self, today), GTK_WIDGET (self));
  gtk_widget_set_parent (build_buttons (self), GTK_WIDGET (self));
  salon_value_entry_set_value (self->on, 3);
  salon_value_entry_set_value (self->off, 1);
  self->filling = FALSE;
  show_fields (self);
  return GTK_WIDGET (self);
}

static void
fill_employees (SalonPatternPanel *self, const SalonRoster *roster, gint64 employee_id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = ALL;

  gtk_string_list_append (names, C_ ("pattern", "All employees"));
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < roster->rows->len; i++) {
    const SalonRosterRow *row = roster->rows->pdata[i];

    gtk_string_list_append (names, row->name);
    g_array_append_val (self->ids, row->employee_id);
    if (row->employee_id == employee_id)
      chosen = i + 1;
  }
  gtk_drop_down_set_model (self->employee, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->employee, chosen);
}

/**
 * salon_pattern_panel_start:
 * @employee_id: who is chosen at first; 0 = all
 * @part: (nullable): the hours at first
 */
void
salon_pattern_panel_start (SalonPatternPanel *self, const SalonRoster *roster, gint64 employee_id, SalonDay first_day,
                           SalonDay last_day, const SalonHours *part)
{
  g_autofree char *hours = part != NULL ? salon_hours_format (part, 1) : NULL;

  self->filling = TRUE;
  salon_form_clear_errors (GTK_WIDGET (self));
  fill_employees (self, roster, employee_id);
  salon_value_entry_set_value (self->first, first_day);
  salon_value_entry_set_value (self->last, last_day);
  salon_value_entry_set_value (self->start, first_day);
  if (hours != NULL || *gtk_editable_get_text (GTK_EDITABLE (self->hours)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->hours), hours != NULL ? hours : "10:00–19:00");
  self->filling = FALSE;
  changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->pattern));
}
