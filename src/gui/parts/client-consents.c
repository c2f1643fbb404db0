/* What a client allowed: one button for each kind.  Pressing it gives the consent today, or withdraws it today; what is
 * pressed by mistake is taken back by Undo. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-consents.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/labels.h"
#include "model/services/contacts.h"

#define N_KINDS SALON_CONSENT_LAST

typedef struct {
  GtkWidget *button;
  GtkImage *icon;
  GtkLabel *text;
} Kind;

struct _SalonClientConsents {
  GtkWidget parent_instance;

  SalonClientModel *model;
  Kind kinds[N_KINDS];
};

G_DEFINE_FINAL_TYPE (SalonClientConsents, salon_client_consents, GTK_TYPE_WIDGET)

/* The one that stands, or else the last that was withdrawn. */
static SalonClientConsent *
find (const SalonClientPanel *panel, gint64 kind)
{
  SalonClientConsent *found = NULL;

  for (guint i = 0; i < panel->consents->len; i++) {
    SalonClientConsent *consent = panel->consents->pdata[i];

    if (consent->kind != kind)
      continue;
    if (consent->withdrawn_day == 0)
      return consent;
    if (found == NULL || consent->withdrawn_day >= found->withdrawn_day)
      found = consent;
  }
  return found;
}

static char *
explain (const SalonClientConsent *consent)
{
  g_autofree char *given = consent != NULL ? salon_day_format_short ((SalonDay) consent->given_day) : NULL;
  g_autofree char *withdrawn = NULL;

  if (consent == NULL)
    return g_strdup (_("Not given."));
  if (consent->withdrawn_day == 0)
    return consent->how != NULL ? g_strdup_printf (_("Given on %s: %s."), given, consent->how)
                                : g_strdup_printf (_("Given on %s."), given);
  withdrawn = salon_day_format_short ((SalonDay) consent->withdrawn_day);
  return g_strdup_printf (_("Given on %s, withdrawn on %s."), given, withdrawn);
}

static char *
short_text (const SalonClientConsent *consent, const char *label)
{
  g_autofree char *day = NULL;

  if (consent == NULL)
    return g_strdup_printf (C_ ("consent", "%s: no"), label);
  day = salon_day_format_short ((SalonDay) (consent->withdrawn_day != 0 ? consent->withdrawn_day : consent->given_day));
  return consent->withdrawn_day != 0 ? g_strdup_printf (C_ ("consent", "%s: withdrawn %s"), label, day)
                                     : g_strdup_printf (C_ ("consent", "%s: since %s"), label, day);
}

static void
show_kind (SalonClientConsents *self, const SalonClientPanel *panel, gint64 kind)
{
  const Kind *widgets = &self->kinds[kind - 1];
  const SalonClientConsent *consent = find (panel, kind);
  gboolean stands = consent != NULL && consent->withdrawn_day == 0;
  g_autofree char *text = short_text (consent, salon_consent_label (kind));
  g_autofree char *tooltip = explain (consent);
  g_autofree char *help = g_strjoin (" ", tooltip, stands ? _("Press to withdraw it today.") : _("Press to give it today."), NULL);

  gtk_label_set_text (widgets->text, text);
  gtk_image_set_from_icon_name (widgets->icon, stands ? "salon-check-symbolic" : "salon-close-symbolic");
  salon_set_css_class (widgets->button, "teal", stands);
  salon_set_tooltip (widgets->button, help);
  salon_set_accessible_label (widgets->button, text);
  gtk_widget_set_sensitive (widgets->button, (salon_client_model_get_verbs (self->model) & SALON_CLIENT_VERB_EDIT) != 0);
}

static void
on_loaded (SalonClientModel *model, SalonClientConsents *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);

  for (gint64 kind = SALON_CONSENT_FIRST; panel != NULL && kind <= SALON_CONSENT_LAST; kind++)
    show_kind (self, panel, kind);
}

/* ---- changing */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientConsents) self = data;
  g_autoptr (GError) error = NULL;

  if (!salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error)
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    salon_note_error (GTK_WIDGET (self), error);
}

static void
save (SalonClientConsents *self, SalonClientConsent *orig, SalonClientConsent *curr, const char *format)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *note = g_strconcat (parts[0], salon_consent_label (curr->kind), parts[1], NULL);

  salon_client_model_submit (self->model, &salon_command_consent_save, salon_entity_draft_new (orig, curr), note, on_saved,
                             g_object_ref (self));
}

static void
toggle (SalonClientConsents *self, gint64 kind)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  SalonClientConsent *consent = panel != NULL ? find (panel, kind) : NULL;
  g_autoptr (SalonClientConsent) curr = NULL;

  if (panel == NULL)
    return;
  if (consent != NULL && consent->withdrawn_day == 0) {
    curr = salon_client_consent_copy (consent);
    curr->withdrawn_day = salon_client_model_get_today (self->model);
    /* Translators: %s is what was allowed: “Advertising” */
    save (self, consent, curr, _("Consent withdrawn: %s"));
    return;
  }
  curr = salon_client_consent_new ();
  curr->client_id = salon_client_model_get_client (self->model);
  curr->kind = kind;
  curr->given_day = salon_client_model_get_today (self->model);
  /* Translators: %s is what was allowed: “Advertising” */
  save (self, NULL, curr, _("Consent given: %s"));
}

static void
on_clicked (GtkButton *button, SalonClientConsents *self)
{
  for (gint64 kind = SALON_CONSENT_FIRST; kind <= SALON_CONSENT_LAST; kind++)
    if (self->kinds[kind - 1].button == GTK_WIDGET (button))
      toggle (self, kind);
}

/* ---- object */

static void
salon_client_consents_dispose (GObject *object)
{
  SalonClientConsents *self = SALON_CLIENT_CONSENTS (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_consents_parent_class)->dispose (object);
}

static void
salon_client_consents_class_init (SalonClientConsentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_client_consents_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
build_kind (SalonClientConsents *self, GtkWidget *box, Kind *kind)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  kind->button = gtk_button_new ();
  kind->icon = GTK_IMAGE (gtk_image_new ());
  kind->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_image_set_pixel_size (kind->icon, 12);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (kind->icon));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (kind->text));
  gtk_button_set_child (GTK_BUTTON (kind->button), content);
  gtk_widget_add_css_class (kind->button, "salon-consent");
  g_signal_connect (kind->button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_box_append (GTK_BOX (box), kind->button);
}

static void
salon_client_consents_init (SalonClientConsents *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  salon_set_accessible_label (self, _("Consents"));
  gtk_widget_set_parent (salon_label_new (_("Consents"), "salon-secondary"), GTK_WIDGET (self));
  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (6, 6));
  for (int i = 0; i < N_KINDS; i++)
    build_kind (self, box, &self->kinds[i]);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * salon_client_consents_new:
 *
 * Returns: (transfer floating): the consents of the client of @model
 */
GtkWidget *
salon_client_consents_new (SalonClientModel *model)
{
  SalonClientConsents *self = g_object_new (SALON_TYPE_CLIENT_CONSENTS, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}
