/* One look into the file, so that what is printed is of one moment. */
#include "config.h"
#include "model/services/card-order.h"

#include "model/entities/stored-photo.h"
#include "model/rules/permission.h"
#include "model/services/salon-logo.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

/**
 * salon_card_order_free: frees an answer
 */
void
salon_card_order_free (SalonCardOrder *self)
{
  g_clear_object (&self->print);
  g_clear_object (&self->kind);
  g_clear_object (&self->design);
  g_clear_object (&self->client);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->salon);
  g_free (self->phone);
  g_free (self);
}

static gboolean
load_client (SalonTx *tx, SalonCardOrder *self, GError **error)
{
  g_autoptr (SalonStoredPhoto) photo = NULL;

  if (self->print->client_id == 0)
    return TRUE;
  self->client = salon_repo_get (tx, salon_client_get_type (), self->print->client_id, error);
  if (self->client == NULL || self->client->photo_id == 0)
    return self->client != NULL;
  photo = salon_repo_get (tx, salon_stored_photo_get_type (), self->client->photo_id, error);
  if (photo != NULL)
    self->photo = g_bytes_ref (photo->view);
  return photo != NULL;
}

/* A card gets its last day when it is given out, which is when it has been printed; on it the day stands before. */
static void
set_last_days (SalonTx *tx, SalonCardOrder *self)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));

  for (guint i = 0; i < self->cards->len; i++) {
    SalonPlasticCard *card = self->cards->pdata[i];

    if (card->expires_day == 0 && self->print->purpose != SALON_CARD_PRINT_BATCH && self->print->purpose != SALON_CARD_PRINT_REPRINT)
      card->expires_day = salon_card_last_day (today, self->kind->valid_days);
  }
}

static gboolean
load_design (SalonTx *tx, SalonCardOrder *self, GError **error)
{
  if (self->print->card_design_id == 0)
    return TRUE;
  self->design = salon_repo_get (tx, salon_stored_design_get_type (), self->print->card_design_id, error);
  return self->design != NULL;
}

static gboolean
load_salon (SalonTx *tx, SalonCardOrder *self, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);

  if (settings == NULL)
    return FALSE;
  self->salon = g_strdup (settings->name);
  self->phone = g_strdup (settings->phone);
  return salon_logo_load (tx, settings, &self->logo, error);
}

/**
 * salon_card_order_load:
 * @request: names the print
 *
 * Returns: (transfer full): what its cards show
 */
SalonCardOrder *
salon_card_order_load (SalonTx *tx, const SalonCardPrintsRequest *request, GError **error)
{
  g_autoptr (SalonCardOrder) self = g_new0 (SalonCardOrder, 1);

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error))
    return NULL;
  self->print = salon_repo_get (tx, salon_card_print_get_type (), request->print_id, error);
  if (self->print == NULL)
    return NULL;
  self->kind = salon_repo_get (tx, salon_card_kind_get_type (), self->print->card_kind_id, error);
  self->cards = self->kind != NULL
                  ? salon_repo_find (tx, salon_plastic_card_get_type (), "card_print_id", request->print_id, error)
                  : NULL;
  if (self->cards == NULL || !load_design (tx, self, error) || !load_client (tx, self, error) || !load_salon (tx, self, error))
    return NULL;
  set_last_days (tx, self);
  return g_steal_pointer (&self);
}

SALON_DEFINE_QUERY (salon_query_card_order, "card.order", salon_card_order_load, SalonCardPrintsRequest, g_free, salon_card_order_free)
