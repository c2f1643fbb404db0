/* By the phone; by the e-mail only of somebody who left no phone: families share a mailbox. */
#include "config.h"

#include "base/email.h"
#include "base/phone.h"
#include "base/text.h"
#include "model/services/request-person.h"
#include "model/services/settings.h"
#include "model/store/client-store.h"

#define MOST_FOUND 20

/**
 * salon_request_person_e164:
 * @shown: (out) (optional) (nullable): the number as it is written here, or as it came if it is none
 *
 * Returns: (transfer full) (nullable): the number; %NULL with @error only if the salon could not be read
 */
char *
salon_request_person_e164 (SalonTx *tx, const SalonInquiry *inquiry, char **shown, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  char *e164 = NULL;

  if (settings == NULL || inquiry->phone == NULL)
    return NULL;
  e164 = salon_phone_to_e164 (inquiry->phone, settings->country, NULL);
  if (shown != NULL)
    *shown = e164 != NULL ? salon_phone_format (e164, settings->country) : g_strdup (inquiry->phone);
  return e164;
}

/**
 * salon_request_person_find:
 *
 * Returns: (transfer full) (nullable) (element-type gint64): clients that it may be, not those in the archive
 */
GArray *
salon_request_person_find (SalonTx *tx, const SalonInquiry *inquiry, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *e164 = salon_request_person_e164 (tx, inquiry, NULL, &failure);
  g_autofree char *email = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (e164 != NULL)
    return salon_client_store_with_phone (tx, e164, MOST_FOUND, error);
  if (inquiry->email == NULL || inquiry->phone != NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  email = salon_text_email_key (inquiry->email);
  return salon_client_store_with_email (tx, email, MOST_FOUND, error);
}
