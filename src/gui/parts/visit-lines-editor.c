/* The services of one visit with all that can be changed of them.  What follows one that gets longer, shorter or goes moves
 * along, and what then speaks against it is told at once.  Nothing is saved before "Save". */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/parts/refusal.h"
#include "gui/parts/visit-line-row.h"
#include "gui/parts/visit-lines-editor.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "model/entities/employee-service.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"
#include "model/entities/visit-line.h"
#include "model/rules/visit-chain.h"
#include "model/services/booking-edit.h"

struct _SalonVisitLinesEditor {
  GtkWidget parent_instance;

  GtkWidget *list; /* box of SalonVisitLineRow, one for each line */
  SalonPicker *adder;
  SalonRefusal *refusal;
  GtkWidget *save;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonVisitEdit *edit;      /* NULL = no visit */
  GCancellable *cancellable; /* of the lines */
  GCancellable *checking;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonVisitLinesEditor, salon_visit_lines_editor, GTK_TYPE_WIDGET)

enum { SIGNAL_CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void render (SalonVisitLinesEditor *self);

static SalonEditLine *
line_at (SalonVisitLinesEditor *self, guint i)
{
  return &g_array_index (self->edit->lines, SalonEditLine, i);
}

static gint64
end_of (const SalonEditLine *line)
{
  return line->start_min + line->work1_min + line->gap_min + line->work2_min;
}

/* ---- lines more and less */

static gboolean
does (SalonVisitLinesEditor *self, gint64 employee_id, gint64 service_id)
{
  GPtrArray *skills = salon_directory_list (self->directory, SALON_DIRECTORY_EMPLOYEE_SERVICES);

  for (guint i = 0; i < skills->len; i++) {
    const SalonEmployeeService *skill = skills->pdata[i];

    if (skill->employee_id == employee_id && skill->service_id == service_id)
      return TRUE;
  }
  return FALSE;
}

/* Who is there already if she does it, else the first who does. */
static gint64
somebody_for (SalonVisitLinesEditor *self, gint64 service_id)
{
  GPtrArray *employees = salon_directory_list (self->directory, SALON_DIRECTORY_EMPLOYEES);

  for (guint i = self->edit->lines->len; i-- > 0;)
    if (does (self, line_at (self, i)->employee_id, service_id))
      return line_at (self, i)->employee_id;
  for (guint i = 0; i < employees->len; i++) {
    const SalonEmployee *employee = employees->pdata[i];

    if (employee->bookable != 0 && does (self, salon_entity_get_id (employee), service_id))
      return salon_entity_get_id (employee);
  }
  return 0;
}

static SalonEditLine
new_line (const SalonService *service, gint64 employee_id, gint64 room_id, gint64 start_min)
{
  return (SalonEditLine){
    .service_id = salon_entity_get_id (service),
    .employee_id = employee_id,
    .room_id = room_id,
    .start_min = start_min,
    .work1_min = service->work1_min,
    .gap_min = service->gap_min,
    .work2_min = service->work2_min,
    .price = service->price,
  };
}

/* The line at @index is over at @end from now on. */
static void
move_followers (SalonVisitLinesEditor *self, guint index, gint64 end)
{
  g_autofree SalonChainLink *links = g_new (SalonChainLink, self->edit->lines->len);
  gint64 shift = 0;

  for (guint i = 0; i < self->edit->lines->len; i++)
    links[i] = (SalonChainLink){ line_at (self, i)->start_min, end_of (line_at (self, i)) };
  shift = salon_chain_shift (links, self->edit->lines->len, index, end);
  for (guint i = 0; i < self->edit->lines->len; i++)
    if (salon_chain_follows (links, index, i))
      line_at (self, i)->start_min += shift;
}

/* With its add-ons. */
static void
remove_line (SalonVisitLinesEditor *self, guint index)
{
  move_followers (self, index, line_at (self, index)->start_min);
  g_array_remove_index (self->edit->lines, index);
  for (guint i = self->edit->lines->len; i-- > 0;) {
    SalonEditLine *line = line_at (self, i);

    if (line->addon_of == index + 1)
      remove_line (self, i);
    else if (line->addon_of > index + 1)
      line->addon_of--;
  }
}

static guint
find_addon (SalonVisitLinesEditor *self, guint parent, gint64 service_id)
{
  for (guint i = 0; i < self->edit->lines->len; i++)
    if (line_at (self, i)->addon_of == parent + 1 && line_at (self, i)->service_id == service_id)
      return i;
  return G_MAXUINT;
}

/* Directly after its service, by the same employee in the same room; what follows is later by its length. */
static void
add_addon (SalonVisitLinesEditor *self, guint parent, gint64 addon_id)
{
  const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, addon_id);
  const SalonEditLine *of = line_at (self, parent);
  SalonEditLine line = new_line (service, of->employee_id, of->room_id, end_of (of));

  line.addon_of = parent + 1;
  move_followers (self, parent, end_of (&line));
  for (guint i = 0; i < self->edit->lines->len; i++)
    if (line_at (self, i)->addon_of > parent + 1)
      line_at (self, i)->addon_of++;
  g_array_insert_val (self->edit->lines, parent + 1, line);
}

static gboolean
contains (const GArray *values, gint64 value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, gint64, i) == value)
      return TRUE;
  return FALSE;
}

/* Returns: whether the lines are others now */
static gboolean
follow_addons (SalonVisitLinesEditor *self, SalonVisitLineRow *row, guint index)
{
  g_autoptr (GArray) wanted = salon_visit_line_row_get_addons (row);

  for (guint i = 0; i < wanted->len; i++)
    if (find_addon (self, index, g_array_index (wanted, gint64, i)) == G_MAXUINT) {
      add_addon (self, index, g_array_index (wanted, gint64, i));
      return TRUE;
    }
  for (guint i = 0; i < self->edit->lines->len; i++)
    if (line_at (self, i)->addon_of == index + 1 && line_at (self, index)->addon_of == 0
        && !contains (wanted, line_at (self, i)->service_id)) {
      remove_line (self, i);
      return TRUE;
    }
  return FALSE;
}

/* ---- whether it can be so */

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonVisitLinesEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonVisitEdit) edit = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || self->edit == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    salon_refusal_show (self->refusal, error);
}

static void
stop_checking (SalonVisitLinesEditor *self)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

/* Nothing was accepted yet of what is seen now. */
static void
ask_whether (SalonVisitLinesEditor *self)
{
  stop_checking (self);
  salon_refusal_hide (self->refusal);
  g_clear_pointer (&self->edit->override_reason, g_free);
  self->edit->accept_warnings = FALSE;
  if (self->edit->lines->len == 0)
    return;
  self->checking = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_visit_edit_check, SALON_LANE_INTERACTIVE, salon_visit_edit_copy (self->edit),
                       self->checking, on_checked, g_object_ref (self));
}

/* ---- callbacks of the lines */

static guint
index_of (SalonVisitLinesEditor *self, GtkWidget *row)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL && child != row;
       child = gtk_widget_get_next_sibling (child))
    index++;
  return index;
}

static void
show_starts (SalonVisitLinesEditor *self)
{
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL; child = gtk_widget_get_next_sibling (child))
    salon_visit_line_row_set_start (SALON_VISIT_LINE_ROW (child), line_at (self, i++)->start_min);
}

static gboolean
same_line (const SalonEditLine *a, const SalonEditLine *b)
{
  return a->start_min == b->start_min && a->work1_min == b->work1_min && a->gap_min == b->gap_min
         && a->work2_min == b->work2_min && a->price == b->price && a->variant_id == b->variant_id && a->employee_id == b->employee_id
         && a->room_id == b->room_id && a->any_master == b->any_master && a->master_matters == b->master_matters;
}

/* Whoever only leaves a field has changed nothing: what is said and what was answered stays. */
static void
on_row_changed (SalonVisitLineRow *row, SalonVisitLinesEditor *self)
{
  guint index = index_of (self, GTK_WIDGET (row));
  gboolean changed = FALSE;
  SalonEditLine line;

  if (self->filling || self->edit == NULL || gtk_widget_get_parent (GTK_WIDGET (row)) != self->list)
    return; /* a row that was taken off may still lose the focus */
  line = *line_at (self, index);
  if (!salon_visit_line_row_read (row, &line))
    return;
  changed = !same_line (&line, line_at (self, index));
  if (end_of (&line) != end_of (line_at (self, index)) && line.start_min == line_at (self, index)->start_min)
    move_followers (self, index, end_of (&line));
  *line_at (self, index) = line;
  if (follow_addons (self, row, index))
    render (self);
  else if (changed)
    show_starts (self);
  else
    return;
  ask_whether (self);
}

static void
on_row_removed (SalonVisitLineRow *row, SalonVisitLinesEditor *self)
{
  remove_line (self, index_of (self, GTK_WIDGET (row)));
  render (self);
  ask_whether (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->adder));
}

static void
on_add (SalonPicker *picker, GParamSpec *spec, SalonVisitLinesEditor *self)
{
  gint64 id = salon_picker_get_selected (picker);
  const SalonService *service = NULL;
  SalonEditLine line;
  gint64 start = 0;

  if (self->filling || id == SALON_PICK_NONE || self->edit == NULL)
    return;
  service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, id);
  for (guint i = 0; i < self->edit->lines->len; i++)
    start = MAX (start, end_of (line_at (self, i)));
  if (self->edit->lines->len == 0)
    return;
  line = new_line (service, somebody_for (self, id), SALON_EDIT_ANY_ROOM, start);
  g_array_append_val (self->edit->lines, line);
  render (self);
  ask_whether (self);
}

/* ---- rendering */

static void
render_addons (SalonVisitLinesEditor *self)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    g_autoptr (GArray) addons = g_array_new (FALSE, FALSE, sizeof (gint64));

    for (guint i = 0; i < self->edit->lines->len; i++)
      if (line_at (self, i)->addon_of == index + 1)
        g_array_append_val (addons, line_at (self, i)->service_id);
    salon_visit_line_row_set_addons (SALON_VISIT_LINE_ROW (child), addons);
    index++;
  }
}

static void
fill_adder (SalonVisitLinesEditor *self)
{
  GPtrArray *all = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICES);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GListModel) items = NULL;

  for (guint i = 0; i < all->len; i++)
    if (((SalonService *) all->pdata[i])->is_addon == 0)
      g_ptr_array_add (some, all->pdata[i]);
  items = salon_items_of_services (some, salon_directory_currency (self->directory));
  salon_picker_set_items (self->adder, items);
  salon_picker_set_selected (self->adder, SALON_PICK_NONE);
}

static void
clear_list (SalonVisitLinesEditor *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

static void
render (SalonVisitLinesEditor *self)
{
  self->filling = TRUE;
  clear_list (self);
  for (guint i = 0; i < self->edit->lines->len; i++) {
    GtkWidget *row = salon_visit_line_row_new (self->directory, line_at (self, i));

    g_signal_connect (row, "changed", G_CALLBACK (on_row_changed), self);
    g_signal_connect (row, "removed", G_CALLBACK (on_row_removed), self);
    gtk_box_append (GTK_BOX (self->list), row);
  }
  render_addons (self);
  fill_adder (self);
  gtk_widget_set_sensitive (self->save, self->edit->lines->len > 0);
  self->filling = FALSE;
}

/* ---- saving */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonVisitLinesEditor) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    if (self->session != NULL && self->edit != NULL) {
      gtk_widget_set_sensitive (self->save, TRUE);
      salon_refusal_show (self->refusal, error);
    }
    return;
  }
  if (self->session == NULL)
    return;
  salon_note_done (GTK_WIDGET (self), _("The services of the visit were changed."), &done);
  salon_visit_lines_editor_close (self);
}

/* What was typed and not left yet counts, too. */
static gboolean
read_rows (SalonVisitLinesEditor *self)
{
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    SalonEditLine line = *line_at (self, i++);

    on_row_changed (SALON_VISIT_LINE_ROW (child), self);
    if (!salon_visit_line_row_read (SALON_VISIT_LINE_ROW (child), &line))
      return FALSE;
  }
  return TRUE;
}

static void
save (SalonVisitLinesEditor *self)
{
  if (self->edit == NULL || !read_rows (self))
    return;
  stop_checking (self);
  gtk_widget_set_sensitive (self->save, FALSE);
  salon_session_submit (self->session, &salon_command_visit_edit, salon_visit_edit_copy (self->edit), NULL, NULL, on_saved,
                        g_object_ref (self));
}

static void
action_save (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonVisitLinesEditor *self = SALON_VISIT_LINES_EDITOR (widget);

  if (self->edit == NULL)
    return;
  self->edit->accept_warnings = g_str_equal (name, "lines.accept");
  save (self);
}

static void
action_override (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonVisitLinesEditor *self = SALON_VISIT_LINES_EDITOR (widget);
  const char *reason = self->edit != NULL ? salon_refusal_need_reason (self->refusal) : NULL;

  if (reason == NULL)
    return;
  g_free (self->edit->override_reason);
  self->edit->override_reason = g_strdup (reason);
  self->edit->accept_warnings = TRUE;
  save (self);
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_visit_lines_editor_close (SALON_VISIT_LINES_EDITOR (widget));
}

/* ---- building */

static void
salon_visit_lines_editor_dispose (GObject *object)
{
  SalonVisitLinesEditor *self = SALON_VISIT_LINES_EDITOR (object);

  self->filling = TRUE;
  g_cancellable_cancel (self->cancellable);
  stop_checking (self);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->edit, salon_visit_edit_free);
  G_OBJECT_CLASS (salon_visit_lines_editor_parent_class)->dispose (object);
}

static void
salon_visit_lines_editor_class_init (SalonVisitLinesEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_visit_lines_editor_dispose;

  /**
   * SalonVisitLinesEditor::closed: it was saved or given up
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_VISIT_LINES_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "lines.save", NULL, action_save);
  gtk_widget_class_install_action (widget_class, "lines.accept", NULL, action_save);
  gtk_widget_class_install_action (widget_class, "lines.override", NULL, action_override);
  gtk_widget_class_install_action (widget_class, "lines.close", NULL, action_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "lines.close", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "visitlines");
}

static GtkWidget *
build_buttons (SalonVisitLinesEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));

  self->save = gtk_button_new_with_label (_("Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "lines.save");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "lines.close");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), self->save);
  return box;
}

static void
salon_visit_lines_editor_init (SalonVisitLinesEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  const SalonRefusalVerbs verbs = {
    .override_text = _("Save in spite of it"),
    .override_action = "lines.override",
    .accept_text = _("Save anyway"),
    .accept_action = "lines.accept",
  };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->adder = SALON_PICKER (salon_picker_new (_("Add a service"), _("add a service …")));
  self->refusal = SALON_REFUSAL (salon_refusal_new (&verbs));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->adder), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->refusal), GTK_WIDGET (self));
  gtk_widget_set_parent (build_buttons (self), GTK_WIDGET (self));
  g_signal_connect (self->adder, "notify::selected", G_CALLBACK (on_add), self);
}

/**
 * salon_visit_lines_editor_new:
 *
 * Returns: (transfer floating): hidden until open() is called
 */
GtkWidget *
salon_visit_lines_editor_new (SalonSession *session)
{
  SalonVisitLinesEditor *self = g_object_new (SALON_TYPE_VISIT_LINES_EDITOR, "visible", FALSE, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  return GTK_WIDGET (self);
}

static void
on_lines (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonVisitLinesEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (lines == NULL) {
    if (self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  if (self->session == NULL || lines->len == 0 || !salon_directory_is_ready (self->directory))
    return;
  g_clear_pointer (&self->edit, salon_visit_edit_free);
  self->edit = salon_visit_edit_of_lines (((SalonVisitLine *) lines->pdata[0])->visit_id, lines);
  salon_refusal_hide (self->refusal);
  render (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (gtk_widget_get_first_child (self->list));
}

/**
 * salon_visit_lines_editor_open:
 *
 * Shows the lines of the visit as they are saved, to be changed.
 */
void
salon_visit_lines_editor_open (SalonVisitLinesEditor *self, gint64 visit_id)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_visit_lines, SALON_LANE_INTERACTIVE, salon_id_request_new (visit_id),
                       self->cancellable, on_lines, g_object_ref (self));
}

/**
 * salon_visit_lines_editor_close: gives up what was not saved
 */
void
salon_visit_lines_editor_close (SalonVisitLinesEditor *self)
{
  gboolean open = self->edit != NULL;

  g_cancellable_cancel (self->cancellable);
  stop_checking (self);
  g_clear_pointer (&self->edit, salon_visit_edit_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (open)
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/**
 * salon_visit_lines_editor_get_visit:
 *
 * Returns: the visit that is being changed, or 0
 */
gint64
salon_visit_lines_editor_get_visit (SalonVisitLinesEditor *self)
{
  return self->edit != NULL ? self->edit->visit_id : 0;
}
