/* The log of cards, as it is asked for, and the stock of blanks. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/rules/card-text.h"
#include "model/rules/permission.h"
#include "model/services/card-log.h"
#include "model/services/card-make.h"
#include "model/services/merge-name.h"
#include "model/store/card-log-store.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"

#define REASON_CHARS 400
#define MOST_BLANKS  1000000
#define MOST_BATCH   1000

/* ---- the log */

/**
 * salon_card_log_request_new:
 *
 * Returns: (transfer full): a request for everything; free with g_free()
 */
SalonCardLogRequest *
salon_card_log_request_new (void)
{
  SalonCardLogRequest *self = g_new0 (SalonCardLogRequest, 1);

  self->first_day = SALON_DAY_NONE;
  self->last_day = SALON_DAY_NONE;
  return self;
}

static gint64
begin_of (SalonTx *tx, SalonDay day)
{
  gint64 at = 0;

  salon_clock_wall_to_utc (salon_tx_clock (tx), day, 0, &at, NULL);
  return MAX (at, 1);
}

static gboolean
name_clients (SalonTx *tx, GPtrArray *events, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < events->len; i++) {
    SalonCardEvent *event = events->pdata[i];
    gint64 present = 0;

    if (event->client_id == 0)
      continue;
    if (!g_hash_table_contains (names, &event->client_id)) {
      if (!salon_ledger_store_present_card (tx, event->client_id, &present, error))
        return FALSE;
      g_hash_table_insert (names, &event->client_id, salon_merge_name (tx, present));
    }
    event->client = g_strdup (g_hash_table_lookup (names, &event->client_id));
  }
  return TRUE;
}

/**
 * salon_card_log_load:
 *
 * Returns: (transfer full) (element-type SalonCardEvent): the latest first
 */
GPtrArray *
salon_card_log_load (SalonTx *tx, const SalonCardLogRequest *request, GError **error)
{
  SalonCardLogQuery query = { .card_id = request->card_id,
                              .card_kind_id = request->card_kind_id,
                              .client_id = request->client_id,
                              .user_id = request->user_id,
                              .kinds = request->kinds,
                              .limit = request->limit };
  g_autoptr (GPtrArray) events = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error))
    return NULL;
  if (request->first_day != SALON_DAY_NONE && request->last_day != SALON_DAY_NONE && request->last_day < request->first_day) {
    salon_set_field_error (error, "last_day", _("The last day is before the first."));
    return NULL;
  }
  if (request->first_day != SALON_DAY_NONE)
    query.from = begin_of (tx, request->first_day);
  if (request->last_day != SALON_DAY_NONE)
    query.to = begin_of (tx, request->last_day + 1);
  events = salon_card_log_store_list (tx, &query, error);
  return events != NULL && name_clients (tx, events, error) ? g_steal_pointer (&events) : NULL;
}

/* ---- blanks */

/**
 * salon_card_blanks_new:
 * @reason: (nullable)
 *
 * Returns: (transfer full): a request
 */
SalonCardBlanks *
salon_card_blanks_new (gint64 card_kind_id, gint64 kind, gint64 n, const char *reason)
{
  SalonCardBlanks *self = g_new0 (SalonCardBlanks, 1);

  self->card_kind_id = card_kind_id;
  self->kind = kind;
  self->n = n;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * salon_card_blanks_free: frees a request
 */
void
salon_card_blanks_free (SalonCardBlanks *self)
{
  g_free (self->reason);
  g_free (self);
}

static gboolean
may_note (SalonTx *tx, gint64 what, GError **error)
{
  SalonPermission permission = what == SALON_BLANKS_COUNTED ? SALON_PERMISSION_CARDS_DESIGN : SALON_PERMISSION_CARDS_ISSUE;

  if (!salon_permission_check (salon_tx_actor (tx), permission, error))
    return FALSE;
  if (what == SALON_BLANKS_RECEIVED || what == SALON_BLANKS_SPOILED || what == SALON_BLANKS_COUNTED)
    return TRUE;
  salon_set_field_error (error, "kind", _("Blanks are received, spoiled or counted."));
  return FALSE;
}

static gboolean
check_blanks (const SalonCardBlanks *request, gint64 difference, const char *reason, GError **error)
{
  if (request->n < (request->kind == SALON_BLANKS_COUNTED ? 0 : 1) || request->n > MOST_BLANKS) {
    salon_set_field_error (error, "n", _("Say how many blanks: 1 to 1,000,000."));
    return FALSE;
  }
  if (reason != NULL || request->kind == SALON_BLANKS_RECEIVED || (request->kind == SALON_BLANKS_COUNTED && difference == 0))
    return TRUE;
  salon_set_field_error (error, "reason", request->kind == SALON_BLANKS_COUNTED
                                              ? _("There are not as many as were noted: say why.")
                                              : _("Say how the blanks were spoiled."));
  return FALSE;
}

/**
 * salon_card_blanks:
 * @id: (out): the kind of card
 *
 * Notes blanks without numbers that came or were spoiled, or how many there are.  What is printed is noted by itself.
 */
gboolean
salon_card_blanks (SalonTx *tx, const SalonCardBlanks *request, gint64 *id, GError **error)
{
  g_autofree char *reason = salon_text_clean_or_null (request->reason, REASON_CHARS);
  g_autoptr (SalonCardKind) kind = NULL;
  gint64 known = 0;
  gint64 n = request->n;

  if (!may_note (tx, request->kind, error))
    return FALSE;
  kind = salon_card_kind_in_use (tx, request->card_kind_id, error);
  if (kind == NULL || !salon_card_blank_store_sum (tx, request->card_kind_id, &known, error)
      || !check_blanks (request, request->n - known, reason, error))
    return FALSE;
  *id = request->card_kind_id;
  if (request->kind == SALON_BLANKS_COUNTED)
    n -= known;
  else if (request->kind == SALON_BLANKS_SPOILED)
    n = -n;
  return salon_card_note_blanks (tx, request->card_kind_id, request->kind, n, 0, reason, error);
}

/**
 * salon_card_stock_load:
 *
 * Returns: (transfer full) (element-type SalonCardStock): of the kinds in use, by their places
 */
GArray *
salon_card_stock_load (SalonTx *tx, gconstpointer nothing, GError **error)
{
  return salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error) ? salon_card_blank_store_stock (tx, error)
                                                                                          : NULL;
}

/* ---- numbers for a printing house */

/**
 * salon_card_batch_new:
 *
 * Returns: (transfer full): a request; free with g_free()
 */
SalonCardBatch *
salon_card_batch_new (gint64 card_kind_id, guint n)
{
  SalonCardBatch *self = g_new0 (SalonCardBatch, 1);

  self->card_kind_id = card_kind_id;
  self->n = n;
  return self;
}

/**
 * salon_card_batch:
 * @id: (out): the first of the cards; the others follow it
 *
 * Makes the numbers of cards that are printed elsewhere: blanks that can be given out as soon as they are scanned.
 */
gboolean
salon_card_batch (SalonTx *tx, const SalonCardBatch *request, gint64 *id, GError **error)
{
  g_autoptr (SalonCardKind) kind = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error))
    return FALSE;
  if (request->n == 0 || request->n > MOST_BATCH) {
    salon_set_field_error (error, "n", _("A batch has 1 to 1000 cards."));
    return FALSE;
  }
  kind = salon_card_kind_in_use (tx, request->card_kind_id, error);
  for (guint i = 0; kind != NULL && i < request->n; i++) {
    g_autoptr (SalonPlasticCard) card = salon_card_make_next (tx, kind, SALON_CARD_BLANK, 0, error);

    if (card == NULL)
      return FALSE;
    card->n_printed = 1;
    if (!salon_repo_update (tx, card, error))
      return FALSE;
    if (i == 0)
      *id = salon_entity_get_id (card);
  }
  return kind != NULL;
}

SALON_DEFINE_QUERY (salon_query_card_log, "card.log", salon_card_log_load, SalonCardLogRequest, g_free, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_card_stock, "card.stock", salon_card_stock_load, void, NULL, g_array_unref)
SALON_DEFINE_COMMAND (salon_command_card_blanks, "card.blanks", SALON_N ("Blanks noted"), salon_card_blanks, SalonCardBlanks,
                      salon_card_blanks_free)
SALON_DEFINE_COMMAND (salon_command_card_batch, "card.batch", SALON_N ("Numbers made"), salon_card_batch, SalonCardBatch, g_free)
