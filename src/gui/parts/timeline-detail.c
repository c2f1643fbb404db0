/* What stands below a row of a client's history.  It shows what was true when it was made; when that is no longer
 * true, it is made anew (salon_timeline_detail_is_current()), so that nothing is lost that somebody types into it
 * meanwhile. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/quality-edit.h"
#include "gui/parts/recording-player.h"
#include "gui/parts/timeline-detail.h"
#include "gui/parts/timeline-items.h"
#include "gui/widgets/build.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/labels.h"
#include "model/rules/permission.h"
#include "model/rules/validate-contact.h"
#include "model/services/contacts.h"

struct _SalonTimelineDetail {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonTimelineKind kind;
  gint64 id;
  char *state; /* all that is shown, as one text */
};

G_DEFINE_FINAL_TYPE (SalonTimelineDetail, salon_timeline_detail, GTK_TYPE_WIDGET)

/* ---- what is shown */

static void
append_mark (GString *text, const SalonToldMark *mark)
{
  if (mark != NULL)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s %" G_GINT64_FORMAT " %s|", mark->id, mark->mark,
                            mark->complaint, mark->text, mark->resolved_at, mark->resolution);
}

static void
append_contact (GString *text, const SalonToldContact *contact)
{
  if (contact != NULL)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s %s|", contact->kind,
                            contact->outcome, contact->at, contact->text, contact->recording, contact->who);
}

static char *
present_state (SalonTimelineDetail *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  const SalonActor *actor = salon_session_actor (salon_client_model_get_session (self->model));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT "|", actor->user_id);
  append_mark (text, salon_timeline_find_mark (panel, self->kind, self->id));
  if (self->kind == SALON_TIMELINE_CONTACT)
    append_contact (text, salon_timeline_find_contact (panel, self->id));
  return g_string_free (text, FALSE);
}

/* ---- removing a contact */

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonTimelineDetail) self = data;
  g_autoptr (GError) error = NULL;

  if (!salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error)
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    salon_note_error (GTK_WIDGET (self), error);
}

static void
on_remove (GtkButton *button, SalonTimelineDetail *self)
{
  salon_client_model_submit (self->model, &salon_command_contact_remove, salon_id_request_new (self->id),
                             _("The contact was removed."), on_removed, g_object_ref (self));
}

static void
on_edit (GtkButton *button, SalonTimelineDetail *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "client.edit-contact", "x", self->id);
}

/* ---- building */

static void
salon_timeline_detail_dispose (GObject *object)
{
  SalonTimelineDetail *self = SALON_TIMELINE_DETAIL (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_timeline_detail_parent_class)->dispose (object);
}

static void
salon_timeline_detail_finalize (GObject *object)
{
  g_free (SALON_TIMELINE_DETAIL (object)->state);
  G_OBJECT_CLASS (salon_timeline_detail_parent_class)->finalize (object);
}

static void
salon_timeline_detail_class_init (SalonTimelineDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_timeline_detail_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_timeline_detail_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_timeline_detail_init (SalonTimelineDetail *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-detail");
}

static void
append (SalonTimelineDetail *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static gboolean
may_change (SalonTimelineDetail *self, const SalonToldContact *contact)
{
  const SalonActor *actor = salon_session_actor (salon_client_model_get_session (self->model));
  SalonPermissions permissions = salon_actor_permissions (actor);

  if (salon_permissions_have (permissions, SALON_PERMISSION_HISTORY))
    return TRUE;
  return salon_contact_is_inner (contact->kind) && contact->user_id == actor->user_id
         && salon_permissions_have (permissions, SALON_PERMISSION_CLIENTS_NOTES);
}

static GtkWidget *
button_new (const char *label, GCallback callback, SalonTimelineDetail *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "salon-outlined");
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
build_contact (SalonTimelineDetail *self, const SalonToldContact *contact)
{
  GtkWidget *verbs = NULL;

  if (contact->text != NULL) {
    GtkWidget *text = salon_wrapped_label_new (contact->text, NULL);

    gtk_label_set_selectable (GTK_LABEL (text), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
    append (self, text);
  }
  if (contact->recording != NULL)
    append (self, salon_recording_player_new (contact->recording));
  if (!may_change (self, contact))
    return;
  verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (verbs, salon_wrap_layout_new (6, 6));
  gtk_box_append (GTK_BOX (verbs), button_new (C_ ("verb", "Change"), G_CALLBACK (on_edit), self));
  gtk_box_append (GTK_BOX (verbs), button_new (C_ ("verb", "Remove"), G_CALLBACK (on_remove), self));
  append (self, verbs);
}

static void
build (SalonTimelineDetail *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  const SalonToldMark *mark = salon_timeline_find_mark (panel, self->kind, self->id);
  const SalonToldContact *contact = self->kind == SALON_TIMELINE_CONTACT ? salon_timeline_find_contact (panel, self->id) : NULL;
  SalonQualityTarget target = { .client = salon_client_model_get_client (self->model) };

  if (contact != NULL)
    build_contact (self, contact);
  target.visit = self->kind == SALON_TIMELINE_VISIT ? self->id : mark != NULL ? mark->visit_id : 0;
  target.contact = self->kind == SALON_TIMELINE_CONTACT ? self->id : mark != NULL ? mark->contact_id : 0;
  append (self, salon_quality_edit_new (salon_client_model_get_session (self->model), &target, mark));
}

/**
 * salon_timeline_detail_new:
 * @kind: what @id is
 *
 * Returns: (transfer floating): all about it; the panel of @model must be there
 */
GtkWidget *
salon_timeline_detail_new (SalonClientModel *model, SalonTimelineKind kind, gint64 id)
{
  SalonTimelineDetail *self = g_object_new (SALON_TYPE_TIMELINE_DETAIL, NULL);

  self->model = g_object_ref (model);
  self->kind = kind;
  self->id = id;
  self->state = present_state (self);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * salon_timeline_detail_is_current:
 *
 * Returns: whether what it shows is still so
 */
gboolean
salon_timeline_detail_is_current (SalonTimelineDetail *self)
{
  g_autofree char *state = present_state (self);

  return g_str_equal (state, self->state);
}
