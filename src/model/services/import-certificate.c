/* A gift certificate that a list of another program tells of: it is opened under its number, once. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/services/certificates.h"
#include "model/services/import-base.h"
#include "model/store/repo.h"
#include "model/store/ticket-store.h"

#define NUMBER_CHARS 40

static char *
holder_key (const char *number, gint64 client_id)
{
  return g_strdup_printf ("certificate of %" G_GINT64_FORMAT " %s", client_id, number);
}

static char *
number_key (const char *number)
{
  return g_strconcat ("certificate ", number, NULL);
}

static SalonCertificateOpening *
opening_of (const SalonImportCard *card, gint64 client_id)
{
  SalonCertificateOpening *opening = salon_certificate_opening_new (client_id, card->certificate_value);

  opening->number = g_strdup (card->certificate);
  opening->reason = g_strdup (_("From the other program"));
  return opening;
}

static gboolean
refuse (GError **error, const char *text)
{
  salon_set_field_error (error, "certificate", "%s", text);
  return FALSE;
}

/* @known: whether the number is hers already; %FALSE with an error if it is somebody else's. */
static gboolean
is_known (SalonImportBase *base, const char *number, gint64 client_id, gboolean *known, GError **error)
{
  g_autofree char *any = number_key (number);
  g_autofree char *hers = holder_key (number, client_id);
  g_autoptr (SalonCertificate) certificate = NULL;
  gint64 id = 0;

  *known = g_hash_table_contains (base->opened, hers);
  if (*known)
    return TRUE;
  if (!salon_certificate_store_find (base->tx, number, &id, error))
    return FALSE;
  if (id != 0) {
    certificate = salon_repo_get (base->tx, salon_certificate_get_type (), id, error);
    if (certificate == NULL)
      return FALSE;
    *known = client_id > 0 && certificate->client_id == client_id;
  }
  if (!*known && (id != 0 || g_hash_table_contains (base->opened, any)))
    return refuse (error, _("There is a certificate with this number already."));
  return TRUE;
}

/**
 * salon_import_certificate_check:
 * @client_id: 0 = somebody new; below 0 = somebody new in this trial
 * @due: (out): whether the row opens a certificate
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION if the row tells of one that cannot be
 */
gboolean
salon_import_certificate_check (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, gboolean *due, GError **error)
{
  g_autoptr (SalonCertificateOpening) opening = NULL;
  gboolean known = FALSE;

  *due = FALSE;
  if (card->certificate == NULL && card->certificate_value == 0)
    return TRUE;
  if (card->certificate == NULL)
    return refuse (error, _("Say the number of the certificate."));
  if (g_utf8_strlen (card->certificate, -1) > NUMBER_CHARS)
    return refuse (error, _("The number of a certificate has at most 40 characters."));
  if (!is_known (base, card->certificate, client_id, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  opening = opening_of (card, client_id);
  *due = salon_certificate_open_check (base->tx, opening, error);
  return *due;
}

/**
 * salon_import_certificate_write:
 * @client_id: whose row it is; she is there by now
 *
 * Opens the certificate that salon_import_certificate_check() found due; in a trial it is only remembered.
 */
gboolean
salon_import_certificate_write (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, GError **error)
{
  g_autoptr (SalonCertificateOpening) opening = NULL;
  gint64 id = 0;

  if (base->is_trial) {
    g_hash_table_add (base->opened, number_key (card->certificate));
    g_hash_table_add (base->opened, holder_key (card->certificate, client_id));
    return TRUE;
  }
  opening = opening_of (card, client_id);
  return salon_certificate_open (base->tx, opening, &id, error);
}
