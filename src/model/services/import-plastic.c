/* The plastic card that a list of another program tells of: its number is accepted as found, and the card is hers from now on.
 *
 * Numbers that are on no card yet become cards of the first club kind whose cards bring their own numbers; if there is none,
 * such a kind is made.  It gives no discount and opens nothing, so that a list alone gives nobody anything. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/services/card-make.h"
#include "model/services/import-base.h"
#include "model/store/card-store.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"

#define LENGTH 13

static SalonCardKind *
new_kind (void)
{
  SalonCardKind *kind = salon_card_kind_new ();

  kind->name = g_strdup (_("Cards from another program"));
  kind->purpose = SALON_CARD_CLUB;
  kind->code = SALON_CARD_CODE_NONE;
  kind->length = LENGTH;
  return kind;
}

static gboolean
comes_before (const SalonCardKind *a, const SalonCardKind *b)
{
  return b == NULL || a->position < b->position || (a->position == b->position && salon_entity_get_id (a) < salon_entity_get_id (b));
}

/* Returns: (transfer full) (nullable): with the id 0 if it is to be made */
static SalonCardKind *
kind_for_found (SalonTx *tx, GError **error)
{
  g_autoptr (GPtrArray) kinds = salon_repo_all (tx, salon_card_kind_get_type (), error);
  SalonCardKind *found = NULL;

  if (kinds == NULL)
    return NULL;
  for (guint i = 0; i < kinds->len; i++) {
    SalonCardKind *kind = kinds->pdata[i];

    if (kind->archived == 0 && kind->purpose == SALON_CARD_CLUB && kind->code == SALON_CARD_CODE_NONE && comes_before (kind, found))
      found = kind;
  }
  return found != NULL ? g_object_ref (found) : new_kind ();
}

/* A card that waits with its number, to be given to a client, stays of its kind.
 *
 * Returns: (transfer full) (nullable): the kind */
static SalonCardKind *
kind_for (SalonTx *tx, const SalonPlasticCard *card, GError **error)
{
  g_autoptr (SalonCardKind) kind = NULL;

  if (card == NULL)
    return kind_for_found (tx, error);
  kind = salon_card_kind_in_use (tx, card->card_kind_id, error);
  if (kind == NULL || kind->purpose == SALON_CARD_CLUB || kind->purpose == SALON_CARD_DISCOUNT)
    return g_steal_pointer (&kind);
  return kind_for_found (tx, error);
}

/* @card: (out) (transfer full) (nullable): the one with this number, if there is any */
static gboolean
find_card (SalonTx *tx, const char *number, SalonPlasticCard **card, GError **error)
{
  gint64 id = 0;

  if (!salon_card_store_find (tx, number, &id, error))
    return FALSE;
  if (id != 0)
    *card = salon_repo_get (tx, salon_plastic_card_get_type (), id, error);
  return id == 0 || *card != NULL;
}

static gboolean
is_hers (SalonTx *tx, const SalonPlasticCard *card, gint64 client_id, gboolean *hers, GError **error)
{
  gint64 holder = 0;

  *hers = FALSE;
  if (card == NULL || client_id <= 0 || card->client_id == 0 || (card->state != SALON_CARD_ISSUED && card->state != SALON_CARD_BLOCKED))
    return TRUE;
  if (!salon_ledger_store_present_card (tx, card->client_id, &holder, error))
    return FALSE;
  *hers = holder == client_id;
  return TRUE;
}

/* ---- what a trial remembers */

static char *
number_key (const char *number)
{
  return g_strconcat ("card ", number, NULL);
}

static char *
holder_key (gint64 client_id, gint64 kind_id)
{
  return g_strdup_printf ("card of %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, client_id, kind_id);
}

static char *
hers_key (gint64 client_id, const char *number)
{
  return g_strdup_printf ("card of %" G_GINT64_FORMAT " is %s", client_id, number);
}

static gboolean
check_trial (const SalonImportBase *base, const char *number, gint64 client_id, gint64 kind_id, GError **error)
{
  g_autofree char *taken = number_key (number);
  g_autofree char *has = holder_key (client_id, kind_id);

  if (g_hash_table_contains (base->opened, taken)) {
    salon_set_field_error (error, "card", _("The card %s belongs to somebody else in this list."), number);
    return FALSE;
  }
  if (!g_hash_table_contains (base->opened, has))
    return TRUE;
  salon_set_field_error (error, "card", _("She has another card of this kind in this list."));
  return FALSE;
}

/**
 * salon_import_plastic_check:
 * @client_id: 0 = somebody new; below 0 = somebody new in this trial
 * @due: (out): whether the row gives her a card
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION if the card is somebody else's, was blocked …, or she has one already
 */
gboolean
salon_import_plastic_check (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, gboolean *due, GError **error)
{
  g_autofree char *known = card->plastic != NULL ? hers_key (client_id, card->plastic) : NULL;
  g_autoptr (SalonPlasticCard) plastic = NULL;
  g_autoptr (SalonCardKind) kind = NULL;
  gboolean hers = FALSE;

  *due = FALSE;
  if (card->plastic == NULL || g_hash_table_contains (base->opened, known))
    return TRUE;
  if (!find_card (base->tx, card->plastic, &plastic, error) || !is_hers (base->tx, plastic, client_id, &hers, error))
    return FALSE;
  if (hers)
    return TRUE;
  kind = kind_for (base->tx, plastic, error);
  *due = kind != NULL && (plastic == NULL || salon_card_check_number (base->tx, kind, plastic, MAX (client_id, 0), error))
         && salon_card_check_alone (base->tx, MAX (client_id, 0), salon_entity_get_id (kind), "card", error)
         && check_trial (base, card->plastic, client_id, salon_entity_get_id (kind), error);
  return *due;
}

static void
remember (SalonImportBase *base, const char *number, gint64 kind_id, gint64 client_id)
{
  g_hash_table_add (base->opened, number_key (number));
  g_hash_table_add (base->opened, holder_key (client_id, kind_id));
  g_hash_table_add (base->opened, hers_key (client_id, number));
}

/**
 * salon_import_plastic_write:
 * @client_id: whose row it is; she is there by now
 *
 * Gives out the card that salon_import_plastic_check() found due; in a trial it is only remembered.
 */
gboolean
salon_import_plastic_write (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, GError **error)
{
  g_autoptr (SalonPlasticCard) known = NULL;
  g_autoptr (SalonPlasticCard) plastic = NULL;
  g_autoptr (SalonCardKind) kind = NULL;

  if (!find_card (base->tx, card->plastic, &known, error))
    return FALSE;
  kind = kind_for (base->tx, known, error);
  if (kind == NULL)
    return FALSE;
  if (base->is_trial) {
    remember (base, card->plastic, salon_entity_get_id (kind), client_id);
    return TRUE;
  }
  if (salon_entity_get_id (kind) == 0 && !salon_repo_insert (base->tx, kind, error))
    return FALSE;
  plastic = salon_card_of_number (base->tx, kind, card->plastic, client_id, error);
  return plastic != NULL && salon_card_give_found (base->tx, plastic, kind, client_id, _("From the other program"), error);
}

/**
 * salon_import_plastic_take_back:
 * @row: of the journal: the card was given out
 *
 * The card is nobody's again.  Its number stays: the same list read once more gives it out once more.
 */
gboolean
salon_import_plastic_take_back (SalonTx *tx, const SalonJournalRow *row, GError **error)
{
  return salon_repo_restore (tx, salon_plastic_card_get_type (), row->entity_id, row->after, row->before, error)
         && salon_card_take_found (tx, row->entity_id, error);
}
