/* Every stroke, pattern and copy is one command, and one Undo takes it back.  What a command refuses because of visits
 * is asked about; nothing is written before the answer. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/brush-bar.h"
#include "gui/pages/staff/entity-panel.h"
#include "gui/pages/staff/hours-popover.h"
#include "gui/pages/staff/pattern-panel.h"
#include "gui/pages/staff/roster-cell.h"
#include "gui/pages/staff/roster-grid.h"
#include "gui/pages/staff/shifts-head.h"
#include "gui/pages/staff/shifts-view.h"
#include "gui/pages/staff/staff-kinds.h"
#include "gui/parts/entity-form.h"
#include "gui/parts/holiday-kind.h"
#include "gui/parts/notes.h"
#include "gui/parts/stranded-ask.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/empty-state.h"
#include "model/entities/absence.h"
#include "model/entities/change-set.h"
#include "model/entities/enums.h"
#include "model/rules/permission.h"

#define DAYS_A_WEEK 7

struct _SalonShiftsView {
  GtkWidget parent_instance;

  GtkLabel *month;
  GtkWidget *tools;
  SalonBrushBar *brushes;
  GtkWidget *edit_brush;
  GtkWidget *revealer;
  GtkStack *panels; /* "pattern", "brush", "absence", "closed", "ask" */
  SalonPatternPanel *pattern;
  SalonEntityForm *brush_form;
  SalonEntityPanel *absence;
  SalonEntityPanel *closed; /* days on which the salon is closed */
  SalonStrandedAsk *ask;
  SalonBanner *banner;
  SalonRosterGrid *grid;
  SalonHoursPopover *popover;

  SalonSession *session;
  SalonDay first_day; /* of the month */
  gint64 wanted_employee; /* whose day is chosen as soon as the month is there; 0 = nobody's */
  SalonDay wanted_day;
  guint generation;
  gboolean editable;
  SalonShiftsRequest *refused; /* what was not written because of visits */
  SalonShiftsCopy *refused_copy;
};

G_DEFINE_FINAL_TYPE (SalonShiftsView, salon_shifts_view, GTK_TYPE_WIDGET)

/* ---- loading */

typedef struct {
  SalonShiftsView *view; /* strong */
  guint generation;
} Asked;

static SalonDay
last_day (SalonShiftsView *self)
{
  return salon_day_add_months (self->first_day, 1) - 1;
}

static void
preview_pattern (SalonShiftsView *self)
{
  g_autoptr (SalonShiftsRequest) request = NULL;

  if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer))
      && g_strcmp0 (gtk_stack_get_visible_child_name (self->panels), "pattern") == 0)
    request = salon_pattern_panel_read (self->pattern, NULL);
  salon_roster_grid_preview (self->grid, request);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonShiftsView) self = asked->view;
  g_autoptr (GError) error = NULL;
  SalonRoster *roster = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || asked->generation != self->generation) {
    g_clear_pointer (&roster, salon_roster_free);
    return;
  }
  if (roster == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_brush_bar_set_templates (self->brushes, roster->templates);
  salon_roster_grid_set_roster (self->grid, roster);
  if (self->wanted_employee != 0)
    salon_roster_grid_choose (self->grid, self->wanted_employee, self->wanted_day);
  self->wanted_employee = 0;
  preview_pattern (self);
}

/**
 * salon_shifts_view_load: reads the month that is shown anew
 */
void
salon_shifts_view_load (SalonShiftsView *self)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_object_ref (self), ++self->generation };
  salon_session_query (self->session, &salon_query_roster, SALON_LANE_INTERACTIVE,
                       salon_roster_request_new (self->first_day, last_day (self)), NULL, on_loaded, asked);
}

static void
show_month (SalonShiftsView *self, SalonDay day)
{
  g_autofree char *name = NULL;

  self->first_day = salon_day_first_of_month (day);
  name = salon_day_format_month (self->first_day);
  gtk_label_set_text (self->month, name);
  salon_shifts_view_load (self);
}

/**
 * salon_shifts_view_open: shows a month, and in it the day of an employee
 */
void
salon_shifts_view_open (SalonShiftsView *self, gint64 employee_id, SalonDay day)
{
  self->wanted_employee = employee_id;
  self->wanted_day = day;
  show_month (self, day);
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonShiftsView *self)
{
  static const char *const topics[] = { "employee",   "shift",   "shift-template", "work-hours", "work-break",
                                        "weekly-break", "absence", "holiday",       "visit" };

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (salon_change_set_touches (changes, topics[i])) {
      salon_shifts_view_load (self);
      return;
    }
}

/* ---- panels */

static void
close_panel (SalonShiftsView *self)
{
  if (salon_has_focus (self->revealer))
    salon_roster_grid_focus_cell (self->grid);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (self->revealer, FALSE);
  salon_roster_grid_preview (self->grid, NULL);
}

static void
open_panel (SalonShiftsView *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->panels, name);
  gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

/**
 * salon_shifts_view_back:
 *
 * Returns: whether there was a panel to close
 */
gboolean
salon_shifts_view_back (SalonShiftsView *self)
{
  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return FALSE;
  close_panel (self);
  return TRUE;
}

/* ---- writing */

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonShiftsView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SalonDone done = { 0 };
  gboolean written = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (written) {
    g_clear_pointer (&self->refused, salon_shifts_request_free);
    g_clear_pointer (&self->refused_copy, salon_shifts_copy_free);
    close_panel (self);
    text = done.id == 0 ? g_strdup (_("Nothing to change there."))
                        : g_strdup_printf (ngettext ("Shift of %d day changed.", "Shifts of %d days changed.", (gulong) done.id),
                                           (int) done.id);
    salon_note_done (GTK_WIDGET (self), text, &done);
    return;
  }
  salon_roster_grid_preview (self->grid, NULL);
  if (salon_stranded_ask_show (self->ask, error)) {
    open_panel (self, "ask");
    gtk_widget_child_focus (GTK_WIDGET (self->ask), GTK_DIR_TAB_FORWARD);
  } else {
    salon_pattern_panel_refuse (self->pattern, error);
  }
}

/* Keeps the request for the case that it is asked about. */
static void
write_shifts (SalonShiftsView *self, SalonShiftsRequest *request)
{
  SalonShiftsRequest *copy = salon_shifts_request_copy (request);

  g_clear_pointer (&self->refused_copy, salon_shifts_copy_free);
  g_clear_pointer (&self->refused, salon_shifts_request_free);
  self->refused = copy;
  salon_roster_grid_preview (self->grid, request);
  salon_session_submit (self->session, &salon_command_shifts_set, request, NULL, NULL, on_written, g_object_ref (self));
}

static void
write_copy (SalonShiftsView *self, SalonShiftsCopy *request)
{
  g_clear_pointer (&self->refused, salon_shifts_request_free);
  g_clear_pointer (&self->refused_copy, salon_shifts_copy_free);
  self->refused_copy = salon_shifts_copy_new (request->employee_ids, request->first_day, request->last_day, request->distance);
  salon_session_submit (self->session, &salon_command_shifts_copy, request, NULL, NULL, on_written, g_object_ref (self));
}

static void
on_keep (SalonStrandedAsk *ask, SalonShiftsView *self)
{
  SalonShiftsRequest *request = NULL;
  SalonShiftsCopy *copy = NULL;

  if (self->refused != NULL) {
    request = salon_shifts_request_copy (self->refused);
    request->keep_visits = TRUE;
    write_shifts (self, request);
  } else if (self->refused_copy != NULL) {
    copy = salon_shifts_copy_new (self->refused_copy->employee_ids, self->refused_copy->first_day, self->refused_copy->last_day,
                                  self->refused_copy->distance);
    copy->keep_visits = TRUE;
    write_copy (self, copy);
  }
}

static void
on_give_up (SalonStrandedAsk *ask, SalonShiftsView *self)
{
  close_panel (self);
}

static void
paint (SalonShiftsView *self, SalonShiftWhat what, const SalonHours *parts, guint n_parts)
{
  SalonRoster *roster = salon_roster_grid_get_roster (self->grid);
  SalonShiftsRequest *request = NULL;
  SalonRosterArea area = { 0 };

  if (!self->editable || !salon_roster_grid_get_area (self->grid, &area))
    return;
  request = salon_shifts_request_new ();
  for (guint row = area.first_row; row <= area.last_row; row++)
    for (guint day = area.first_day; day <= area.last_day; day++)
      salon_shifts_request_add (request, ((SalonRosterRow *) roster->rows->pdata[row])->employee_id,
                                roster->first_day + (SalonDay) day, what, parts, n_parts);
  write_shifts (self, request);
}

/* ---- what the grid tells */

static void
on_edit (SalonRosterGrid *grid, guint row, guint day, SalonShiftsView *self)
{
  SalonRoster *roster = salon_roster_grid_get_roster (grid);
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;

  if (!self->editable)
    return;
  date = salon_day_format_relative (roster->first_day + (SalonDay) day, roster->today);
  title = g_strdup_printf ("%s, %s", ((SalonRosterRow *) roster->rows->pdata[row])->name, date);
  salon_hours_popover_open (self->popover, salon_roster_grid_get_cell (grid, row, day), title, salon_roster_day (roster, row, day));
}

static void
on_stroke (SalonRosterGrid *grid, SalonShiftsView *self)
{
  SalonShiftWhat what = SALON_SHIFT_WEEKLY;
  SalonHours part = { 0 };
  SalonRosterArea area = { 0 };
  guint n = 0;

  if (salon_brush_bar_get (self->brushes, &what, &part, &n))
    paint (self, what, &part, n);
  else if (salon_roster_grid_get_area (grid, &area))
    on_edit (grid, area.first_row, area.first_day, self);
}

static void
on_erase (SalonRosterGrid *grid, SalonShiftsView *self)
{
  paint (self, SALON_SHIFT_WEEKLY, NULL, 0);
}

static void
on_answered (SalonHoursPopover *popover, SalonShiftCell *cell, SalonShiftsView *self)
{
  paint (self, cell->what, cell->parts, cell->n_parts);
}

static void
on_popover_closed (GtkPopover *popover, SalonShiftsView *self)
{
  salon_roster_grid_focus_cell (self->grid);
}

static void
on_brush (SalonBrushBar *bar, SalonShiftsView *self)
{
  SalonShiftWhat what = SALON_SHIFT_WEEKLY;
  SalonHours part = { 0 };
  guint n = 0;
  gboolean paints = salon_brush_bar_get (bar, &what, &part, &n);

  salon_roster_grid_set_brush (self->grid, paints && self->editable, what, &part, n);
  gtk_widget_set_visible (self->edit_brush, salon_brush_bar_get_template (bar) != NULL);
}

/* ---- actions */

static void
action_month (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);

  show_month (self, salon_day_add_months (self->first_day, g_variant_get_int32 (target)));
}

static void
action_today (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);

  show_month (self, salon_clock_today (salon_session_clock (self->session)));
}

static void
action_take (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_brush_bar_choose_nth (SALON_SHIFTS_VIEW (widget)->brushes, (guint) g_variant_get_int32 (target));
}

static gint64
chosen_employee (SalonShiftsView *self, SalonRosterArea *area)
{
  SalonRoster *roster = salon_roster_grid_get_roster (self->grid);

  if (roster == NULL || !salon_roster_grid_get_area (self->grid, area))
    return 0;
  return ((SalonRosterRow *) roster->rows->pdata[area->first_row])->employee_id;
}

static void
action_pattern (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);
  SalonRosterArea area = { 0 };
  gint64 employee_id = chosen_employee (self, &area);
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  SalonShiftWhat what = SALON_SHIFT_WEEKLY;
  SalonHours part = { 0 };
  guint n = 0;

  if (employee_id == 0)
    return;
  salon_brush_bar_get (self->brushes, &what, &part, &n);
  open_panel (self, "pattern");
  salon_pattern_panel_start (self->pattern, salon_roster_grid_get_roster (self->grid), employee_id,
                             today > self->first_day && today <= last_day (self) ? today : self->first_day, last_day (self),
                             n > 0 ? &part : NULL);
}

static void
action_absence (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);
  SalonRosterArea area = { 0 };
  gint64 employee_id = chosen_employee (self, &area);
  g_autoptr (SalonAbsence) absence = NULL;
  g_autofree char *title = NULL;

  if (employee_id == 0)
    return;
  absence = salon_absence_new ();
  absence->employee_id = employee_id;
  absence->kind = SALON_ABSENCE_HOLIDAY;
  absence->first_day = self->first_day + (SalonDay) area.first_day;
  absence->last_day = self->first_day + (SalonDay) area.last_day;
  title = g_strdup_printf (_("Absence: %s"),
                           ((SalonRosterRow *) salon_roster_grid_get_roster (self->grid)->rows->pdata[area.first_row])->name);
  salon_entity_panel_start (self->absence, title, absence);
  open_panel (self, "absence");
  gtk_widget_grab_focus (GTK_WIDGET (self->absence));
}

static char *
closed_title (SalonDay first_day, SalonDay last_day)
{
  g_autofree char *first = salon_day_format (first_day);
  g_autofree char *last = salon_day_format (last_day);

  /* Translators: a day, or the first and the last of several */
  return first_day == last_day ? g_strdup_printf (_("Salon closed: %s"), first)
                               : g_strdup_printf (_("Salon closed: %s – %s"), first, last);
}

/* A day that has a holiday opens it. */
static void
close_salon (SalonShiftsView *self, guint first, guint last)
{
  SalonRoster *roster = salon_roster_grid_get_roster (self->grid);
  SalonHoliday *there = roster->holidays[first];
  g_autoptr (SalonHoliday) holiday = there != NULL ? g_object_ref (there) : salon_holiday_new ();
  g_autofree char *title = NULL;

  if (!self->editable)
    return;
  if (there == NULL) {
    holiday->name = g_strdup (_("Salon closed"));
    holiday->first_day = roster->first_day + (SalonDay) first;
    holiday->last_day = roster->first_day + (SalonDay) last;
  }
  title = closed_title ((SalonDay) holiday->first_day, (SalonDay) holiday->last_day);
  if (there != NULL)
    salon_entity_panel_open (self->closed, title, holiday);
  else
    salon_entity_panel_start (self->closed, title, holiday);
  open_panel (self, "closed");
  gtk_widget_grab_focus (GTK_WIDGET (self->closed));
}

static void
on_days (SalonRosterGrid *grid, guint first, guint last, SalonShiftsView *self)
{
  close_salon (self, first, last);
}

static void
action_closed (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);
  SalonRosterArea area = { 0 };

  if (salon_roster_grid_get_area (self->grid, &area))
    close_salon (self, area.first_day, area.last_day);
}

static void
action_sick (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);
  SalonRosterArea area = { 0 };
  gint64 employee_id = chosen_employee (self, &area);
  SalonDay today = salon_clock_today (salon_session_clock (self->session));

  if (employee_id != 0)
    gtk_widget_activate_action (widget, "win.sick-days", "(xxx)", employee_id,
                                (gint64) MAX (today, self->first_day + (SalonDay) area.first_day),
                                (gint64) MAX (today, self->first_day + (SalonDay) area.last_day));
}

static void
action_new_brush (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);
  g_autoptr (SalonShiftTemplate) kind = salon_kind_shift_templates_create (self->session);

  salon_entity_form_start (self->brush_form, kind);
  open_panel (self, "brush");
  gtk_widget_grab_focus (GTK_WIDGET (self->brush_form));
}

static void
action_edit_brush (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);
  SalonShiftTemplate *kind = salon_brush_bar_get_template (self->brushes);

  if (kind == NULL)
    return;
  salon_entity_form_set_entity (self->brush_form, kind);
  open_panel (self, "brush");
  gtk_widget_grab_focus (GTK_WIDGET (self->brush_form));
}

static GArray *
all_ids (const SalonRoster *roster)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < roster->rows->len; i++)
    g_array_append_val (ids, ((SalonRosterRow *) roster->rows->pdata[i])->employee_id);
  return ids;
}

static void
action_copy_month (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);
  SalonRoster *roster = salon_roster_grid_get_roster (self->grid);
  g_autoptr (GArray) ids = roster != NULL ? all_ids (roster) : NULL;

  if (ids != NULL && self->editable)
    write_copy (self, salon_shifts_copy_new (ids, self->first_day, last_day (self), 0));
}

/* The week of the chosen day gets the shifts of the week before. */
static void
action_copy_week (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (widget);
  SalonRoster *roster = salon_roster_grid_get_roster (self->grid);
  SalonRosterArea area = { 0 };
  g_autoptr (GArray) ids = NULL;
  SalonDay day = 0;

  if (!self->editable || roster == NULL || !salon_roster_grid_get_area (self->grid, &area))
    return;
  ids = all_ids (roster);
  day = self->first_day + (SalonDay) area.first_day;
  day -= (salon_day_weekday (day) - salon_first_weekday () + DAYS_A_WEEK) % DAYS_A_WEEK;
  write_copy (self, salon_shifts_copy_new (ids, day, day + DAYS_A_WEEK - 1, DAYS_A_WEEK));
}

/* ---- callbacks of the panels */

static void
on_pattern_changed (SalonPatternPanel *panel, SalonShiftsView *self)
{
  preview_pattern (self);
}

static void
on_pattern_apply (SalonPatternPanel *panel, SalonShiftsView *self)
{
  g_autoptr (GError) error = NULL;
  SalonShiftsRequest *request = salon_pattern_panel_read (panel, &error);

  if (request != NULL)
    write_shifts (self, request);
  else
    salon_pattern_panel_refuse (panel, error);
}

static void
on_panel_done (GtkWidget *panel, SalonShiftsView *self)
{
  close_panel (self);
  salon_roster_grid_focus_cell (self->grid);
}

/* A new brush is taken at once. */
static void
on_brush_saved (SalonEntityForm *form, gint64 id, SalonShiftsView *self)
{
  SalonShiftTemplate *old = salon_brush_bar_get_template (self->brushes);

  if (old == NULL || salon_entity_get_id (old) != id)
    close_panel (self);
}

static void
update_permission (SalonShiftsView *self)
{
  g_autoptr (GError) error = NULL;

  self->editable = salon_permission_check (salon_session_actor (self->session), SALON_PERMISSION_STAFF_EDIT, &error);
  if (self->editable)
    salon_banner_hide (self->banner);
  else
    salon_banner_show (self->banner, SALON_TONE_GREY, error->message);
  gtk_widget_set_visible (self->tools, self->editable);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->brushes)), self->editable);
  on_brush (self->brushes, self);
}

static void
on_actor_changed (SalonSession *session, SalonShiftsView *self)
{
  update_permission (self);
}

static void
on_map (GtkWidget *widget, gpointer data)
{
  update_permission (SALON_SHIFTS_VIEW (widget));
  salon_shifts_view_load (SALON_SHIFTS_VIEW (widget));
}

/* ---- building */

static void
salon_shifts_view_dispose (GObject *object)
{
  SalonShiftsView *self = SALON_SHIFTS_VIEW (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_pointer (&self->refused, salon_shifts_request_free);
  g_clear_pointer (&self->refused_copy, salon_shifts_copy_free);
  G_OBJECT_CLASS (salon_shifts_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc run;
  } actions[] = {
    { "shifts.today", action_today },         { "shifts.pattern", action_pattern },
    { "shifts.absence", action_absence },     { "shifts.sick", action_sick },
    { "shifts.new-brush", action_new_brush }, { "shifts.edit-brush", action_edit_brush },
    { "shifts.copy-month", action_copy_month }, { "shifts.copy-week", action_copy_week },
    { "shifts.closed", action_closed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].run);
  gtk_widget_class_install_action (widget_class, "shifts.month", "i", action_month);
  gtk_widget_class_install_action (widget_class, "shifts.take", "i", action_take);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "shifts.month", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "shifts.month", "i", 1);
  for (guint i = 0; i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "shifts.take", "i", (int) i);
}

static void
salon_shifts_view_class_init (SalonShiftsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_shifts_view_dispose;
  install_actions (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_shifts_view_init (SalonShiftsView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
}

static GtkWidget *
build_brushes (SalonShiftsView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = salon_icon_button_new ("salon-plus-symbolic", _("Add a kind of shift"));

  self->brushes = SALON_BRUSH_BAR (salon_brush_bar_new ());
  self->edit_brush = salon_icon_button_new ("salon-pencil-symbolic", _("Change this kind of shift"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "shifts.new-brush");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit_brush), "shifts.edit-brush");
  gtk_widget_set_visible (self->edit_brush, FALSE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->brushes));
  gtk_box_append (GTK_BOX (line), self->edit_brush);
  gtk_box_append (GTK_BOX (line), add);
  g_signal_connect (self->brushes, "changed", G_CALLBACK (on_brush), self);
  return line;
}

static void
build_forms (SalonShiftsView *self)
{
  self->pattern = SALON_PATTERN_PANEL (salon_pattern_panel_new (salon_clock_today (salon_session_clock (self->session))));
  self->brush_form = SALON_ENTITY_FORM (salon_entity_form_new (self->session, salon_kind_shift_templates.asks,
                                                               salon_kind_shift_templates.n_asks));
  self->absence = SALON_ENTITY_PANEL (salon_entity_panel_new (self->session, &salon_kind_absences));
  self->closed = SALON_ENTITY_PANEL (salon_entity_panel_new (self->session, &salon_kind_holidays));
  self->ask = SALON_STRANDED_ASK (salon_stranded_ask_new ());
  gtk_stack_add_named (self->panels, GTK_WIDGET (self->pattern), "pattern");
  gtk_stack_add_named (self->panels, GTK_WIDGET (self->brush_form), "brush");
  gtk_stack_add_named (self->panels, GTK_WIDGET (self->absence), "absence");
  gtk_stack_add_named (self->panels, GTK_WIDGET (self->closed), "closed");
  gtk_stack_add_named (self->panels, GTK_WIDGET (self->ask), "ask");
  g_signal_connect (self->pattern, "changed", G_CALLBACK (on_pattern_changed), self);
  g_signal_connect (self->pattern, "apply", G_CALLBACK (on_pattern_apply), self);
  g_signal_connect (self->pattern, "close", G_CALLBACK (on_panel_done), self);
  g_signal_connect (self->brush_form, "saved", G_CALLBACK (on_brush_saved), self);
  g_signal_connect (self->brush_form, "removed", G_CALLBACK (on_panel_done), self);
  g_signal_connect (self->brush_form, "cancelled", G_CALLBACK (on_panel_done), self);
  g_signal_connect (self->absence, "done", G_CALLBACK (on_panel_done), self);
  g_signal_connect (self->closed, "done", G_CALLBACK (on_panel_done), self);
  g_signal_connect (self->ask, "keep", G_CALLBACK (on_keep), self);
  g_signal_connect (self->ask, "give-up", G_CALLBACK (on_give_up), self);
}

static GtkWidget *
build_panels (SalonShiftsView *self)
{
  GtkWidget *card = salon_card_new (NULL);

  self->revealer = gtk_revealer_new ();
  self->panels = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->panels, FALSE);
  build_forms (self);
  salon_compat_hide_unseen_pages (self->panels);
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (self->panels));
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_NONE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), card);
  gtk_widget_set_visible (self->revealer, FALSE);
  return self->revealer;
}

static GtkWidget *
build_grid (SalonShiftsView *self)
{
  GtkWidget *card = salon_card_new (NULL);

  self->grid = SALON_ROSTER_GRID (salon_roster_grid_new ());
  self->popover = SALON_HOURS_POPOVER (salon_hours_popover_new ());
  gtk_widget_add_css_class (card, "flush");
  gtk_widget_set_vexpand (card, TRUE);
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (self->grid));
  g_signal_connect (self->grid, "stroke", G_CALLBACK (on_stroke), self);
  g_signal_connect (self->grid, "edit", G_CALLBACK (on_edit), self);
  g_signal_connect (self->grid, "erase", G_CALLBACK (on_erase), self);
  g_signal_connect (self->grid, "days", G_CALLBACK (on_days), self);
  g_signal_connect (self->popover, "answered", G_CALLBACK (on_answered), self);
  g_signal_connect (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
  return card;
}

/**
 * salon_shifts_view_new:
 *
 * Returns: (transfer floating): the present month
 */
GtkWidget *
salon_shifts_view_new (SalonSession *session)
{
  SalonShiftsView *self = g_object_new (SALON_TYPE_SHIFTS_VIEW, NULL);

  self->session = g_object_ref (session);
  self->banner = SALON_BANNER (salon_banner_new ());
  gtk_widget_set_parent (salon_shifts_head_new (&self->month, &self->tools), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->banner), GTK_WIDGET (self));
  gtk_widget_set_parent (build_brushes (self), GTK_WIDGET (self));
  gtk_widget_set_parent (build_panels (self), GTK_WIDGET (self));
  gtk_widget_set_parent (build_grid (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->grid));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  self->first_day = salon_day_first_of_month (salon_clock_today (salon_session_clock (session)));
  {
    g_autofree char *name = salon_day_format_month (self->first_day);

    gtk_label_set_text (self->month, name);
  }
  return GTK_WIDGET (self);
}
