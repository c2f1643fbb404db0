/* Who referred a client is a client, too: found by typing, opened by a press. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-picker.h"
#include "gui/parts/client-referrer-line.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/shell.h"

struct _SalonClientReferrerLine {
  SalonClientLine parent_instance;

  SalonClientPicker *picker;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (SalonClientReferrerLine, salon_client_referrer_line, SALON_TYPE_CLIENT_LINE)

static gboolean
salon_client_referrer_line_render (SalonClientLine *line, const SalonClientPanel *panel)
{
  SalonClientReferrerLine *self = SALON_CLIENT_REFERRER_LINE (line);
  gint64 id = panel->client->referred_by_id;

  salon_client_picker_set_client (self->picker, id, panel->referred_by);
  if (self->open != NULL)
    gtk_widget_set_visible (self->open, id != 0);
  return id != 0;
}

static void
salon_client_referrer_line_start (SalonClientLine *line)
{
  salon_client_picker_popup (SALON_CLIENT_REFERRER_LINE (line)->picker);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientReferrerLine) self = data;
  SalonClientModel *model = SALON_CLIENT_MODEL (source);
  g_autoptr (GError) error = NULL;

  if (salon_client_model_save_finish (model, result, &error) || self->picker == NULL)
    return;
  salon_note_error (GTK_WIDGET (self), error);
  if (salon_client_model_peek (model) != NULL)
    salon_client_referrer_line_render (SALON_CLIENT_LINE (self), salon_client_model_peek (model));
}

static void
on_picked (SalonClientPicker *picker, gint64 id, SalonClientReferrerLine *self)
{
  SalonClientModel *model = salon_client_line_get_model (SALON_CLIENT_LINE (self));
  SalonClientDraft *draft = salon_client_model_draft (model);
  g_autofree char *note = salon_client_line_saved_note (SALON_CLIENT_LINE (self));

  if (draft == NULL)
    return;
  draft->curr->referred_by_id = id;
  salon_client_model_save (model, draft, note, on_saved, g_object_ref (self));
}

static void
on_open (GtkButton *button, SalonClientReferrerLine *self)
{
  salon_shell_open_client (GTK_WIDGET (self), salon_client_picker_get_client (self->picker));
}

static void
salon_client_referrer_line_dispose (GObject *object)
{
  SalonClientReferrerLine *self = SALON_CLIENT_REFERRER_LINE (object);

  G_OBJECT_CLASS (salon_client_referrer_line_parent_class)->dispose (object);
  self->picker = NULL;
  self->open = NULL;
}

static void
salon_client_referrer_line_class_init (SalonClientReferrerLineClass *klass)
{
  SalonClientLineClass *line_class = SALON_CLIENT_LINE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_referrer_line_dispose;
  line_class->render = salon_client_referrer_line_render;
  line_class->start = salon_client_referrer_line_start;
}

static void
salon_client_referrer_line_init (SalonClientReferrerLine *self)
{
}

/**
 * salon_client_referrer_line_new:
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_client_referrer_line_new (SalonClientModel *model)
{
  SalonClientReferrerLine *self = g_object_new (SALON_TYPE_CLIENT_REFERRER_LINE, NULL);

  self->picker = SALON_CLIENT_PICKER (salon_client_picker_new (salon_client_model_get_session (model), _("Referred by"),
                                                               _("choose …")));
  salon_client_picker_set_quiet (self->picker);
  g_signal_connect (self->picker, "picked", G_CALLBACK (on_picked), self);
  salon_client_line_set_up (SALON_CLIENT_LINE (self), model, _("Referred by"), SALON_CLIENT_VERB_EDIT,
                            GTK_WIDGET (self->picker));
  self->open = salon_icon_button_new ("salon-open-symbolic", _("Open her card"));
  g_signal_connect (self->open, "clicked", G_CALLBACK (on_open), self);
  gtk_widget_insert_before (self->open, GTK_WIDGET (self), NULL);
  gtk_widget_set_visible (self->open, salon_client_picker_get_client (self->picker) != 0);
  return GTK_WIDGET (self);
}
