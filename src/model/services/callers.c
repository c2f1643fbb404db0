/* Who is calling: the clients with the number that a telephone program says. */
#include "config.h"

#include "base/phone.h"
#include "model/rules/permission.h"
#include "model/services/contacts.h"
#include "model/services/settings.h"
#include "model/store/client-store.h"

#define MAX_CALLERS 20

/**
 * salon_callers_request_new:
 * @number: as the telephone says it
 *
 * Returns: (transfer full)
 */
SalonCallersRequest *
salon_callers_request_new (const char *number)
{
  SalonCallersRequest *self = g_new0 (SalonCallersRequest, 1);

  self->number = g_strdup (number);
  return self;
}

/**
 * salon_callers_request_free: frees one
 */
void
salon_callers_request_free (SalonCallersRequest *self)
{
  g_free (self->number);
  g_free (self);
}

/**
 * salon_callers_free: frees an answer
 */
void
salon_callers_free (SalonCallers *self)
{
  g_free (self->e164);
  g_free (self->number);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

/**
 * salon_callers_load:
 *
 * Archived clients are not told of.
 *
 * Returns: (transfer full) (nullable): the number and the clients who have it; %SALON_ERROR_VALIDATION if it is no number
 */
SalonCallers *
salon_callers_load (SalonTx *tx, const SalonCallersRequest *request, GError **error)
{
  g_autoptr (SalonCallers) callers = g_new0 (SalonCallers, 1);
  g_autoptr (SalonSettings) settings = NULL;
  g_autofree char *number = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_CONTACTS, error))
    return NULL;
  settings = salon_settings_load (tx, NULL, error);
  number = settings != NULL ? salon_phone_of_uri (request->number, error) : NULL;
  callers->e164 = number != NULL ? salon_phone_to_e164 (number, settings->country, error) : NULL;
  if (callers->e164 == NULL)
    return NULL;
  callers->number = salon_phone_format (callers->e164, settings->country);
  callers->ids = salon_client_store_with_phone (tx, callers->e164, MAX_CALLERS, error);
  return callers->ids != NULL ? g_steal_pointer (&callers) : NULL;
}

SALON_DEFINE_QUERY (salon_query_callers, "callers", salon_callers_load, SalonCallersRequest, salon_callers_request_free,
                    salon_callers_free)
