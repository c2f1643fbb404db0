/* One mark: five buttons, "Complaint", what was said, and Save.  Of a complaint also how it was resolved. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/quality-edit.h"
#include "gui/parts/timeline-items.h"
#include "gui/widgets/build.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/permission.h"
#include "model/services/contacts.h"

#define MAX_MARK 5

struct _SalonQualityEdit {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonQualityTarget target;
  SalonQualityMark *orig; /* NULL while there is none */
  GtkToggleButton *marks[MAX_MARK];
  GtkToggleButton *complaint;
  GtkEntry *said;
  GtkEntry *resolution; /* NULL unless it is an open complaint */
};

G_DEFINE_FINAL_TYPE (SalonQualityEdit, salon_quality_edit, GTK_TYPE_WIDGET)

/* ---- commands */

typedef struct {
  GWeakRef widget;
  char *note;
} Run;

static void
run_free (Run *run)
{
  g_weak_ref_clear (&run->widget);
  g_free (run->note);
  g_free (run);
}

/* The widget may have given its place to the one of the saved mark: the note then comes from where that stands. */
static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&run->widget);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (widget != NULL && ok)
    salon_note_done (widget, run->note, &done);
  else if (widget != NULL)
    salon_note_error (widget, error);
  run_free (run);
}

static void
submit (SalonQualityEdit *self, const SalonCommand *command, gpointer request, const char *note)
{
  Run *run = g_new0 (Run, 1);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_weak_ref_init (&run->widget, root != NULL ? (gpointer) root : (gpointer) self);
  run->note = g_strdup (note);
  salon_session_submit (self->session, command, request, NULL, NULL, on_done, run);
}

static int
chosen_mark (SalonQualityEdit *self)
{
  for (int i = 0; i < MAX_MARK; i++)
    if (gtk_toggle_button_get_active (self->marks[i]))
      return i + 1;
  return 0;
}

static SalonQualityMark *
read_mark (SalonQualityEdit *self)
{
  SalonQualityMark *mark = self->orig != NULL ? salon_quality_mark_copy (self->orig) : salon_quality_mark_new ();
  const char *said = gtk_editable_get_text (GTK_EDITABLE (self->said));

  mark->client_id = self->target.client;
  mark->visit_id = self->target.visit;
  mark->contact_id = self->target.contact;
  mark->mark = chosen_mark (self);
  mark->complaint = gtk_toggle_button_get_active (self->complaint);
  g_free (mark->text);
  mark->text = *said != '\0' ? g_strdup (said) : NULL;
  return mark;
}

static void
on_save (GtkWidget *widget, SalonQualityEdit *self)
{
  g_autoptr (SalonQualityMark) mark = read_mark (self);

  submit (self, &salon_command_quality_save, salon_entity_draft_new (self->orig, mark),
          mark->complaint ? _("The complaint was noted.") : _("The mark was saved."));
}

static void
on_remove (GtkButton *button, SalonQualityEdit *self)
{
  submit (self, &salon_command_quality_remove, salon_id_request_new (salon_entity_get_id (self->orig)),
          _("The mark was removed."));
}

static void
on_resolve (GtkWidget *widget, SalonQualityEdit *self)
{
  const char *how = gtk_editable_get_text (GTK_EDITABLE (self->resolution));

  submit (self, &salon_command_quality_resolve,
          salon_resolve_request_new (salon_entity_get_id (self->orig), *how != '\0' ? how : NULL, FALSE),
          _("The complaint was resolved."));
}

static void
on_reopen (GtkButton *button, SalonQualityEdit *self)
{
  submit (self, &salon_command_quality_resolve, salon_resolve_request_new (salon_entity_get_id (self->orig), NULL, TRUE),
          _("The complaint is open again."));
}

/* ---- building */

static void
salon_quality_edit_dispose (GObject *object)
{
  SalonQualityEdit *self = SALON_QUALITY_EDIT (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->orig);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_quality_edit_parent_class)->dispose (object);
}

static void
salon_quality_edit_class_init (SalonQualityEditClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_quality_edit_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_quality_edit_init (SalonQualityEdit *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  salon_set_accessible_label (self, _("Quality of service"));
}

static GtkWidget *
build_marks (SalonQualityEdit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "salon-toggles");
  for (int i = 0; i < MAX_MARK; i++) {
    g_autofree char *number = g_strdup_printf ("★ %d", i + 1);
    g_autofree char *label = g_strdup_printf (_("Mark %d of 5"), i + 1);

    self->marks[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (number));
    gtk_widget_add_css_class (GTK_WIDGET (self->marks[i]), "salon-small-toggle");
    salon_set_tooltip (GTK_WIDGET (self->marks[i]), label);
    salon_set_accessible_label (self->marks[i], label);
    if (i > 0)
      gtk_toggle_button_set_group (self->marks[i], self->marks[0]);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->marks[i]));
  }
  return box;
}

static GtkWidget *
build_complaint (SalonQualityEdit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->complaint = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (C_ ("mark", "Complaint")));
  gtk_widget_add_css_class (GTK_WIDGET (self->complaint), "salon-small-toggle");
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "salon-toggles");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->complaint));
  return box;
}

static GtkWidget *
row_new (SalonQualityEdit *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, salon_wrap_layout_new (6, 6));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  return row;
}

static GtkWidget *
button_new (GtkWidget *row, const char *label, GCallback callback, SalonQualityEdit *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "salon-outlined");
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkEntry *
entry_new (const char *placeholder, GCallback callback, SalonQualityEdit *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  salon_set_accessible_label (entry, placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect (entry, "activate", callback, self);
  return GTK_ENTRY (entry);
}

static void
build_giving (SalonQualityEdit *self)
{
  GtkWidget *row = row_new (self);

  gtk_box_append (GTK_BOX (row), build_marks (self));
  gtk_box_append (GTK_BOX (row), build_complaint (self));
  self->said = entry_new (_("What the client said (Enter saves)"), G_CALLBACK (on_save), self);
  gtk_widget_set_parent (GTK_WIDGET (self->said), GTK_WIDGET (self));
  row = row_new (self);
  button_new (row, C_ ("verb", "Save the Mark"), G_CALLBACK (on_save), self);
  if (self->orig != NULL)
    button_new (row, C_ ("verb", "Remove the Mark"), G_CALLBACK (on_remove), self);
}

static void
build_resolving (SalonQualityEdit *self)
{
  self->resolution = entry_new (_("How was it resolved? (Enter)"), G_CALLBACK (on_resolve), self);
  gtk_widget_set_parent (GTK_WIDGET (self->resolution), GTK_WIDGET (self));
  button_new (row_new (self), C_ ("verb", "Resolve the Complaint"), G_CALLBACK (on_resolve), self);
}

static void
build_resolved (SalonQualityEdit *self, const SalonToldMark *mark, gboolean may)
{
  g_autofree char *when = salon_clock_format (salon_session_clock (self->session), mark->resolved_at);
  g_autofree char *text = g_strjoin (" · ", _("Resolved"), when, mark->resolved_by != NULL ? mark->resolved_by : "–",
                                     mark->resolution, NULL);

  gtk_widget_set_parent (salon_wrapped_label_new (text, NULL), GTK_WIDGET (self));
  if (may)
    button_new (row_new (self), C_ ("verb", "Open Again"), G_CALLBACK (on_reopen), self);
}

/* Who may not give marks reads them. */
static void
build_telling (SalonQualityEdit *self, const SalonToldMark *mark)
{
  g_autofree char *number = g_strdup_printf (_("Mark %d of 5"), (int) mark->mark);
  g_autofree char *text = g_strjoin (" · ", mark->mark != 0 ? number : C_ ("mark", "Complaint"), mark->text, NULL);

  gtk_widget_set_parent (salon_wrapped_label_new (text, NULL), GTK_WIDGET (self));
}

static SalonQualityMark *
entity_of (const SalonToldMark *told)
{
  SalonQualityMark *mark = salon_quality_mark_new ();

  salon_entity_set_id (mark, told->id);
  mark->client_id = told->client_id;
  mark->visit_id = told->visit_id;
  mark->contact_id = told->contact_id;
  mark->mark = told->mark;
  mark->complaint = told->complaint;
  mark->text = g_strdup (told->text);
  mark->employee_id = told->employee_id;
  mark->at = told->at;
  mark->resolved_at = told->resolved_at;
  mark->resolution = g_strdup (told->resolution);
  return mark;
}

static void
show_mark (SalonQualityEdit *self, const SalonToldMark *mark)
{
  if (mark->mark > 0)
    gtk_toggle_button_set_active (self->marks[mark->mark - 1], TRUE);
  gtk_toggle_button_set_active (self->complaint, mark->complaint);
  salon_editable_set_text (GTK_EDITABLE (self->said), mark->text);
}

/**
 * salon_quality_edit_new:
 * @target: who gives the mark, and what for
 * @mark: (nullable): the mark that was given; copied
 *
 * Returns: (transfer floating): what gives or changes the mark; when it is saved, ask again and make another
 */
GtkWidget *
salon_quality_edit_new (SalonSession *session, const SalonQualityTarget *target, const SalonToldMark *mark)
{
  SalonQualityEdit *self = g_object_new (SALON_TYPE_QUALITY_EDIT, NULL);
  SalonPermissions permissions = salon_actor_permissions (salon_session_actor (session));
  gboolean may = salon_permissions_have (permissions, SALON_PERMISSION_QUALITY);

  self->session = g_object_ref (session);
  self->target = *target;
  self->orig = mark != NULL ? entity_of (mark) : NULL;
  if (may)
    build_giving (self);
  else if (mark != NULL)
    build_telling (self, mark);
  if (may && mark != NULL)
    show_mark (self, mark);
  if (mark != NULL && mark->complaint && mark->resolved_at != 0)
    build_resolved (self, mark, may);
  else if (mark != NULL && mark->complaint && may)
    build_resolving (self);
  return GTK_WIDGET (self);
}
