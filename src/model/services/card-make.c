/* Where a card comes from: a blank with its number, a number that was found on it, or a new one.
 *
 * A number that was made and not printed is the next that is taken, so that nothing is lost when a printer fails. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/digest.h"
#include "base/error.h"
#include "model/entities/certificate.h"
#include "model/entities/client.h"
#include "model/entities/ticket.h"
#include "model/rules/card-life.h"
#include "model/rules/card-number.h"
#include "model/services/card-make.h"
#include "model/services/merge-name.h"
#include "model/store/card-log-store.h"
#include "model/store/card-store.h"
#include "model/store/journal.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"

#define MOST_TRIES 200

/* ---- the log */

static gboolean
keep_row (SalonTx *tx, const char *entity, gint64 id, GError **error)
{
  if (id == 0)
    return TRUE;
  salon_tx_changed (tx, entity, id);
  return salon_journal_write (tx, entity, id, NULL, "{}", NULL, error);
}

/**
 * salon_card_note:
 * @event: SalonCardEventKind
 * @reason: (nullable)
 *
 * Writes what happened to a card into its log.
 */
gboolean
salon_card_note (SalonTx *tx, const SalonPlasticCard *card, gint64 event, gint64 why, const char *reason, GError **error)
{
  SalonCardNote note = { .card_id = salon_entity_get_id (card),
                         .kind = event,
                         .client_id = card->client_id,
                         .why = why,
                         .reason = reason,
                         .card_print_id = card->card_print_id };
  gint64 id = 0;

  return salon_card_log_store_add (tx, &note, &id, error) && keep_row (tx, SALON_CARD_EVENT_ROW, id, error);
}

/**
 * salon_card_note_blanks:
 * @what: SalonBlanksKind
 * @n: more or fewer; 0 writes nothing but a count that agreed
 *
 * Writes what happened to blanks without numbers.
 */
gboolean
salon_card_note_blanks (SalonTx *tx, gint64 kind_id, gint64 what, gint64 n, gint64 print_id, const char *reason, GError **error)
{
  SalonBlanksRow row = { kind_id, what, n, print_id, reason };
  gint64 id = 0;

  if (n == 0 && what != SALON_BLANKS_COUNTED)
    return TRUE;
  return salon_card_blank_store_add (tx, &row, &id, error) && keep_row (tx, SALON_CARD_BLANK_ROW, id, error);
}

/**
 * salon_card_event_undo: the log says that an event was undone; it stays
 */
gboolean
salon_card_event_undo (SalonTx *tx, gint64 event_id, GError **error)
{
  gint64 id = 0;

  return salon_card_log_store_undo (tx, event_id, &id, error) && keep_row (tx, SALON_CARD_EVENT_ROW, id, error);
}

/**
 * salon_card_blanks_undo: takes a move of blanks back by its opposite
 */
gboolean
salon_card_blanks_undo (SalonTx *tx, gint64 row_id, GError **error)
{
  gint64 id = 0;

  return salon_card_blank_store_undo (tx, row_id, &id, error) && keep_row (tx, SALON_CARD_BLANK_ROW, id, error);
}

/**
 * salon_card_unmake:
 *
 * Undoes that a number came into the program.  The number stays, for the log names it; one that was made here is on no
 * plastic then and is the next that is taken.
 */
gboolean
salon_card_unmake (SalonTx *tx, gint64 card_id, GError **error)
{
  g_autoptr (SalonPlasticCard) card = salon_repo_get (tx, salon_plastic_card_get_type (), card_id, error);

  if (card == NULL)
    return FALSE;
  if (card->state != SALON_CARD_BLANK) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("The card %s was used since, so this cannot be undone."), card->number);
    return FALSE;
  }
  if (card->own == 0 || card->n_printed == 0)
    return TRUE;
  card->n_printed = 0;
  return salon_repo_update (tx, card, error);
}

/* ---- numbers */

/**
 * salon_card_kind_in_use:
 *
 * Returns: (transfer full): the kind; %NULL with %SALON_ERROR_VALIDATION if it is not given out any more
 */
SalonCardKind *
salon_card_kind_in_use (SalonTx *tx, gint64 kind_id, GError **error)
{
  g_autoptr (SalonCardKind) kind = NULL;

  if (kind_id == 0) {
    salon_set_field_error (error, "card_kind_id", _("Choose a kind of card."));
    return NULL;
  }
  kind = salon_repo_get (tx, salon_card_kind_get_type (), kind_id, error);
  if (kind == NULL || kind->archived == 0)
    return g_steal_pointer (&kind);
  salon_set_field_error (error, "card_kind_id", _("“%s” is in the archive: such cards are not given out any more."), kind->name);
  return NULL;
}

static SalonPlasticCard *
make (SalonTx *tx, const SalonCardKind *kind, char *number, gboolean own, gint64 serial, gint64 state, gint64 print_id,
      GError **error)
{
  g_autoptr (SalonPlasticCard) card = salon_plastic_card_new ();

  card->number = number;
  card->card_kind_id = salon_entity_get_id (kind);
  card->state = state;
  card->own = own;
  card->serial = serial;
  card->card_print_id = print_id;
  return salon_repo_insert (tx, card, error) && salon_card_note (tx, card, SALON_CARD_EVENT_MADE, 0, NULL, error)
             ? g_steal_pointer (&card)
             : NULL;
}

static gboolean
is_taken (SalonTx *tx, const char *number, gboolean *taken, GError **error)
{
  gint64 id = 0;

  if (!salon_card_store_find (tx, number, &id, error))
    return FALSE;
  *taken = id != 0;
  return TRUE;
}

static gint64
random_serial (const SalonCardKind *kind)
{
  guint8 salt[SALON_SALT_SIZE];

  salon_salt (salt);
  return salon_card_serial_random (kind, salt);
}

static void
refuse_used_up (const SalonCardKind *kind, GError **error)
{
  salon_set_field_error (error, "number", _("All numbers of “%s” are used up. Let its range begin with other digits."), kind->name);
}

/**
 * salon_card_make_next:
 * @state: blank or printing
 * @print_id: at which it waits; 0 = none
 *
 * Returns: (transfer full): a card with a new number; %NULL with %SALON_ERROR_VALIDATION of field "number" if the kind has
 *   none left, or its cards bring their own
 */
SalonPlasticCard *
salon_card_make_next (SalonTx *tx, const SalonCardKind *kind, gint64 state, gint64 print_id, GError **error)
{
  gint64 last = 0;

  if (!salon_card_kind_makes_numbers (kind)) {
    salon_set_field_error (error, "number", _("Such a card brings its own number: let it be read."));
    return NULL;
  }
  if (kind->random == 0 && !salon_card_store_last_serial (tx, salon_entity_get_id (kind), &last, error))
    return NULL;
  last = MAX (last, salon_card_kind_first_serial (kind) - 1);
  for (int i = 0; i < MOST_TRIES; i++) {
    gint64 serial = kind->random != 0 ? random_serial (kind) : ++last;
    g_autofree char *number = NULL;
    gboolean taken = FALSE;

    if (serial > salon_card_kind_last_serial (kind))
      break;
    number = salon_card_number_make (kind, serial);
    if (!is_taken (tx, number, &taken, error))
      return NULL;
    if (!taken)
      return make (tx, kind, g_steal_pointer (&number), TRUE, kind->random != 0 ? 0 : serial, state, print_id, error);
  }
  refuse_used_up (kind, error);
  return NULL;
}

/**
 * salon_card_next:
 *
 * Returns: (transfer full): a blank with the next free number of the kind; as salon_card_make_next()
 */
SalonPlasticCard *
salon_card_next (SalonTx *tx, const SalonCardKind *kind, GError **error)
{
  gint64 id = 0;

  if (!salon_card_store_free (tx, salon_entity_get_id (kind), &id, error))
    return NULL;
  return id != 0 ? salon_repo_get (tx, salon_plastic_card_get_type (), id, error)
                 : salon_card_make_next (tx, kind, SALON_CARD_BLANK, 0, error);
}

/**
 * salon_card_check_number:
 * @client_id: who is to get it; 0 = nobody named
 *
 * Returns: whether the card with this number can be given out as one of the kind; %FALSE with %SALON_ERROR_VALIDATION of
 *   field "number".  Whose it is comes first: that is what the desk must hear.
 */
gboolean
salon_card_check_number (SalonTx *tx, const SalonCardKind *kind, const SalonPlasticCard *card, gint64 client_id, GError **error)
{
  gboolean in_use = card->state == SALON_CARD_ISSUED || card->state == SALON_CARD_BLOCKED;
  gint64 holder = 0;
  g_autofree char *name = NULL;
  g_autoptr (SalonCardKind) other = NULL;

  if (in_use && card->client_id != 0) {
    if (!salon_ledger_store_present_card (tx, card->client_id, &holder, error))
      return FALSE;
    name = salon_merge_name (tx, holder);
    if (holder == client_id)
      salon_set_field_error (error, "number", _("The card %s is hers already."), card->number);
    else
      salon_set_field_error (error, "number", _("The card %s belongs to somebody else: %s."), card->number, name);
    return FALSE;
  }
  if (!salon_card_check_step (card, SALON_CARD_STEP_ISSUE, "number", error))
    return FALSE;
  if (card->state == SALON_CARD_PRINTING) {
    salon_set_field_error (error, "number", _("This card is still at the printer."));
    return FALSE;
  }
  if (card->card_kind_id == salon_entity_get_id (kind))
    return TRUE;
  other = salon_repo_get (tx, salon_card_kind_get_type (), card->card_kind_id, error);
  if (other != NULL)
    salon_set_field_error (error, "number", _("The card %s is of another kind: “%s”."), card->number, other->name);
  return FALSE;
}

/**
 * salon_card_of_number:
 * @number: as it was scanned or typed
 * @client_id: who is to get it; 0 = nobody named
 *
 * A number that no card has is that of a card from elsewhere: it is accepted as found.
 *
 * Returns: (transfer full): a blank with this number; %NULL with %SALON_ERROR_VALIDATION of field "number"
 */
SalonPlasticCard *
salon_card_of_number (SalonTx *tx, const SalonCardKind *kind, const char *number, gint64 client_id, GError **error)
{
  g_autofree char *clean = salon_card_number_clean (number);
  g_autoptr (SalonPlasticCard) card = NULL;
  gint64 id = 0;

  if (!salon_card_store_find (tx, clean, &id, error))
    return NULL;
  if (id == 0)
    return salon_card_number_check (clean, error) ? make (tx, kind, g_steal_pointer (&clean), FALSE, 0, SALON_CARD_BLANK, 0, error)
                                                  : NULL;
  card = salon_repo_get (tx, salon_plastic_card_get_type (), id, error);
  return card != NULL && salon_card_check_number (tx, kind, card, client_id, error) ? g_steal_pointer (&card) : NULL;
}

/* ---- who may have it */

static gboolean
check_ticket (SalonTx *tx, const SalonCardHolder *holder, GError **error)
{
  g_autoptr (SalonTicket) ticket = NULL;

  if (holder->ticket_id == 0) {
    salon_set_field_error (error, "ticket_id", _("Say which season ticket the card is for."));
    return FALSE;
  }
  ticket = salon_repo_get (tx, salon_ticket_get_type (), holder->ticket_id, error);
  if (ticket == NULL)
    return FALSE;
  if (ticket->client_id == 0 || ticket->client_id == holder->client_id)
    return TRUE;
  salon_set_field_error (error, "ticket_id", _("This season ticket belongs to somebody else."));
  return FALSE;
}

static gboolean
check_certificate (SalonTx *tx, const SalonCardHolder *holder, GError **error)
{
  g_autoptr (SalonCertificate) certificate = NULL;

  if (holder->certificate_id == 0) {
    salon_set_field_error (error, "certificate_id", _("Say which gift certificate the card is for."));
    return FALSE;
  }
  certificate = salon_repo_get (tx, salon_certificate_get_type (), holder->certificate_id, error);
  return certificate != NULL;
}

/**
 * salon_card_check_holder:
 * @holder: (inout): a client who was merged is on another card of the base now
 *
 * Returns: whether a card of the kind can be given to them; %FALSE with %SALON_ERROR_VALIDATION
 */
gboolean
salon_card_check_holder (SalonTx *tx, const SalonCardKind *kind, SalonCardHolder *holder, GError **error)
{
  g_autoptr (SalonClient) client = NULL;

  if (holder->client_id == 0 && kind->purpose != SALON_CARD_CERTIFICATE) {
    salon_set_field_error (error, "client_id", _("Choose who gets the card."));
    return FALSE;
  }
  if (holder->client_id != 0) {
    if (!salon_ledger_store_present_card (tx, holder->client_id, &holder->client_id, error))
      return FALSE;
    client = salon_repo_get (tx, salon_client_get_type (), holder->client_id, error);
    if (client == NULL)
      return FALSE;
  }
  if (kind->purpose == SALON_CARD_TICKET)
    return check_ticket (tx, holder, error);
  holder->ticket_id = 0;
  if (kind->purpose == SALON_CARD_CERTIFICATE)
    return check_certificate (tx, holder, error);
  holder->certificate_id = 0;
  return TRUE;
}

/**
 * salon_card_check_alone:
 * @field: that is named in a refusal
 *
 * Returns: whether the client has no card of the kind in use, of which she may have one
 */
gboolean
salon_card_check_alone (SalonTx *tx, gint64 client_id, gint64 kind_id, const char *field, GError **error)
{
  g_autoptr (SalonPlasticCard) card = NULL;
  gint64 id = 0;

  if (client_id == 0)
    return TRUE;
  if (!salon_card_store_active (tx, client_id, kind_id, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  card = salon_repo_get (tx, salon_plastic_card_get_type (), id, error);
  if (card != NULL)
    salon_set_field_error (error, field, _("She has a card of this kind already: %s. Replace it, or take it back."), card->number);
  return FALSE;
}

/* ---- giving out */

static gboolean
give (SalonTx *tx, SalonPlasticCard *card, const SalonCardHolder *holder, SalonDay last_day, GError **error)
{
  card->state = salon_card_after ((SalonCardState) card->state, SALON_CARD_STEP_ISSUE);
  card->client_id = holder->client_id;
  card->ticket_id = holder->ticket_id;
  card->certificate_id = holder->certificate_id;
  card->issued_day = salon_clock_today (salon_tx_clock (tx));
  card->expires_day = last_day;
  return salon_repo_update (tx, card, error) && salon_card_note (tx, card, SALON_CARD_EVENT_ISSUED, 0, NULL, error);
}

/**
 * salon_card_give:
 * @card: blank, or just printed
 * @holder: checked
 *
 * From now on the card is accepted.
 */
gboolean
salon_card_give (SalonTx *tx, SalonPlasticCard *card, const SalonCardKind *kind, const SalonCardHolder *holder, GError **error)
{
  return give (tx, card, holder, salon_card_last_day (salon_clock_today (salon_tx_clock (tx)), kind->valid_days), error);
}

/**
 * salon_card_give_found:
 * @card: blank, as a list of another program names it
 *
 * As salon_card_give(), but the log names no client: whoever came with a list can go with it.
 */
gboolean
salon_card_give_found (SalonTx *tx, SalonPlasticCard *card, const SalonCardKind *kind, gint64 client_id, const char *reason,
                       GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));

  if (!salon_card_note (tx, card, SALON_CARD_EVENT_ISSUED, 0, reason, error))
    return FALSE;
  card->state = salon_card_after ((SalonCardState) card->state, SALON_CARD_STEP_ISSUE);
  card->client_id = client_id;
  card->issued_day = today;
  card->expires_day = salon_card_last_day (today, kind->valid_days);
  return salon_repo_update (tx, card, error);
}

/**
 * salon_card_take_found: the log says that salon_card_give_found() was undone
 */
gboolean
salon_card_take_found (SalonTx *tx, gint64 card_id, GError **error)
{
  gint64 event_id = 0;

  return salon_card_log_store_standing (tx, card_id, SALON_CARD_EVENT_ISSUED, &event_id, error)
         && (event_id == 0 || salon_card_event_undo (tx, event_id, error));
}

/**
 * salon_card_give_instead:
 * @card: blank, or just printed
 * @old: whose place it takes; not accepted any more
 *
 * Gives to whom the old card was given, until the same day.
 */
gboolean
salon_card_give_instead (SalonTx *tx, SalonPlasticCard *card, const SalonCardKind *kind, const SalonPlasticCard *old, GError **error)
{
  SalonCardHolder holder = { old->client_id, old->ticket_id, old->certificate_id };
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  gboolean was_over = old->expires_day != 0 && old->expires_day < today;

  card->replaces_id = salon_entity_get_id (old);
  return give (tx, card, &holder, was_over ? salon_card_last_day (today, kind->valid_days) : (SalonDay) old->expires_day, error);
}
