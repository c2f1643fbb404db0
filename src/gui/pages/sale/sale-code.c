/* It shows while a number is asked for, or one was not known. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/sale-code.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "model/services/certificates.h"
#include "model/services/tickets.h"

struct _SalonSaleCode {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonSaleDraft *draft;
  SalonFormField *field;
  GtkWidget *entry;
  char *number; /* that is looked for */
};

G_DEFINE_FINAL_TYPE (SalonSaleCode, salon_sale_code, GTK_TYPE_WIDGET)

static void
refuse (SalonSaleCode *self, const char *text)
{
  salon_form_field_set_error (self->field, text);
  salon_editable_set_text (GTK_EDITABLE (self->entry), self->number);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
}

static void
close_it (SalonSaleCode *self)
{
  gboolean focus = salon_has_focus (GTK_WIDGET (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  salon_form_field_set_error (self->field, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (focus)
    gtk_widget_activate_action (GTK_WIDGET (self), "sale.find", NULL);
}

/* ---- season tickets */

/* Returns: the service that the season ticket is for, if it is for one alone; else 0 */
static gint64
only_service (const SalonTicketView *view)
{
  const GArray *shares = view->facts->shares;

  return shares->len == 1 ? g_array_index (shares, SalonTicketShare, 0).service_id : 0;
}

/* One for a single service brings that; else it waits for one of its services.
 * @view: (transfer full) */
static void
take_ticket (SalonSaleCode *self, SalonTicketView *view)
{
  g_autofree char *refusal = salon_ticket_view_refuse (view);

  if (refusal != NULL) {
    refuse (self, refusal);
    salon_ticket_view_free (view);
    return;
  }
  if (!salon_sale_draft_has_line_for (self->draft, view) && only_service (view) != 0)
    salon_sale_draft_add (self->draft, SALON_SALE_LINE_SERVICE, only_service (view));
  salon_sale_draft_keep_ticket (self->draft, view);
  close_it (self);
}

static void
on_tickets (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSaleCode) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (found == NULL)
    refuse (self, error->message);
  else if (found->len == 0)
    refuse (self, _("Nothing is sold or paid by this number."));
  else
    take_ticket (self, g_ptr_array_steal_index (found, 0));
}

static void
look_for_ticket (SalonSaleCode *self)
{
  SalonTicketsRequest *request = salon_tickets_request_new (0);

  request->number = g_strdup (self->number);
  request->with_old = TRUE;
  salon_session_query (self->session, &salon_query_tickets, SALON_LANE_INTERACTIVE, request, NULL, on_tickets, g_object_ref (self));
}

/* ---- certificates */

/* @view: (transfer full) */
static void
take_certificate (SalonSaleCode *self, SalonCertificateView *view)
{
  if (view->rest <= 0) {
    refuse (self, _("Nothing is left of this certificate."));
    salon_certificate_view_free (view);
    return;
  }
  salon_sale_draft_keep_certificate (self->draft, view);
  close_it (self);
}

static void
on_certificates (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSaleCode) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (found == NULL)
    refuse (self, error->message);
  else if (found->len == 0)
    look_for_ticket (self);
  else
    take_certificate (self, g_ptr_array_steal_index (found, 0));
}

static SalonCertificatesRequest *
with_old (const char *text)
{
  SalonCertificatesRequest *request = salon_certificates_request_new (text);

  request->with_old = TRUE;
  return request;
}

static void
on_activate (GtkEntry *entry, SalonSaleCode *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*text == '\0')
    close_it (self);
  else
    salon_sale_code_try (self, text);
}

/* Who went on without it does not want it any more. */
static void
on_draft (SalonSaleDraft *draft, SalonSaleCode *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && !salon_has_focus (GTK_WIDGET (self)))
    close_it (self);
}

/* ---- building */

static void
salon_sale_code_dispose (GObject *object)
{
  SalonSaleCode *self = SALON_SALE_CODE (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_code_parent_class)->dispose (object);
}

static void
salon_sale_code_finalize (GObject *object)
{
  g_free (SALON_SALE_CODE (object)->number);
  G_OBJECT_CLASS (salon_sale_code_parent_class)->finalize (object);
}

static void
salon_sale_code_class_init (SalonSaleCodeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_sale_code_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_sale_code_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_code_init (SalonSaleCode *self)
{
  self->entry = gtk_entry_new ();
  self->field = SALON_FORM_FIELD (salon_form_field_new ("certificate", _("Number or barcode of the certificate"), self->entry));
  gtk_widget_set_parent (GTK_WIDGET (self->field), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
}

/**
 * salon_sale_code_new:
 *
 * Returns: (transfer floating): it is not shown until a number is asked for
 */
GtkWidget *
salon_sale_code_new (SalonSession *session, SalonSaleDraft *draft)
{
  SalonSaleCode *self = g_object_new (SALON_TYPE_SALE_CODE, NULL);

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_draft), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_code_ask: shows the field and waits for the number
 */
void
salon_sale_code_ask (SalonSaleCode *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
}

/**
 * salon_sale_code_try:
 * @text: of a certificate, or else of a season ticket
 *
 * Pays with it, or says why not and lets it be put right.
 */
void
salon_sale_code_try (SalonSaleCode *self, const char *text)
{
  g_free (self->number);
  self->number = g_strdup (text);
  salon_session_query (self->session, &salon_query_certificates, SALON_LANE_INTERACTIVE, with_old (text), NULL, on_certificates,
                       g_object_ref (self));
}
