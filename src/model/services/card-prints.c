/* Cards at the printer.
 *
 * What waits is kept in the file before the first byte goes to the printer, so that nothing is half done when the program
 * ends there: what is found waiting at the next start is asked about.  A card is given out in the transaction that says
 * that the printer took it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/user.h"
#include "model/rules/card-number.h"
#include "model/rules/permission.h"
#include "model/services/card-make.h"
#include "model/services/card-prints.h"
#include "model/services/merge-name.h"
#include "model/store/card-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define REASON_CHARS  400
#define MESSAGE_CHARS 1000
#define MOST_BATCH    1000
#define MOST_SPOILED  100000

/* ---- requests */

/**
 * salon_card_print_begin_new:
 *
 * Returns: (transfer full): a request
 */
SalonCardPrintBegin *
salon_card_print_begin_new (SalonCardPrintPurpose purpose)
{
  SalonCardPrintBegin *self = g_new0 (SalonCardPrintBegin, 1);

  self->purpose = purpose;
  self->n = 1;
  return self;
}

/**
 * salon_card_print_begin_free: frees a request
 */
void
salon_card_print_begin_free (SalonCardPrintBegin *self)
{
  g_free (self->reason);
  g_free (self->number);
  g_free (self->printer);
  g_free (self);
}

/**
 * salon_card_print_end_new:
 * @message: (nullable): of the printer
 *
 * Returns: (transfer full): a request
 */
SalonCardPrintEnd *
salon_card_print_end_new (gint64 print_id, SalonCardPrintState state, const char *message)
{
  SalonCardPrintEnd *self = g_new0 (SalonCardPrintEnd, 1);

  self->print_id = print_id;
  self->state = state;
  self->message = g_strdup (message);
  return self;
}

/**
 * salon_card_print_end_free: frees a request
 */
void
salon_card_print_end_free (SalonCardPrintEnd *self)
{
  g_free (self->message);
  g_free (self);
}

/* ---- beginning */

/* What the beginning of a print finds out.  @card is the one that is printed; of a batch there is none. */
typedef struct {
  SalonTx *tx;
  const SalonCardPrintBegin *request;
  SalonCardHolder holder;
  SalonCardKind *kind;
  SalonPlasticCard *card;
  SalonPlasticCard *replaced;
  char *reason;
} Beginning;

static void
beginning_clear (Beginning *self)
{
  g_clear_object (&self->kind);
  g_clear_object (&self->card);
  g_clear_object (&self->replaced);
  g_clear_pointer (&self->reason, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Beginning, beginning_clear)

static gboolean
check_none_waits (Beginning *self, gint64 client_id, gint64 card_id, GError **error)
{
  gint64 print_id = 0;

  if (!salon_card_store_waits (self->tx, client_id, salon_entity_get_id (self->kind), card_id, &print_id, error))
    return FALSE;
  if (print_id == 0)
    return TRUE;
  salon_set_field_error (error, "card_id", _("A card for her is at the printer. Say first whether it was printed."));
  return FALSE;
}

static gboolean
take_blank (Beginning *self, gint64 client_id, GError **error)
{
  const char *number = self->request->number;

  self->card = number != NULL && *number != '\0' ? salon_card_of_number (self->tx, self->kind, number, client_id, error)
                                                 : salon_card_next (self->tx, self->kind, error);
  return self->card != NULL && salon_card_number_check_for (self->card->number, self->kind, error);
}

static gboolean
begin_issue (Beginning *self, GError **error)
{
  const SalonCardPrintBegin *request = self->request;

  self->holder = (SalonCardHolder){ request->client_id, request->ticket_id, request->certificate_id };
  self->kind = salon_card_kind_in_use (self->tx, request->card_kind_id, error);
  return self->kind != NULL && salon_card_check_holder (self->tx, self->kind, &self->holder, error)
         && salon_card_check_alone (self->tx, self->holder.client_id, request->card_kind_id, "card_kind_id", error)
         && check_none_waits (self, self->holder.client_id, 0, error) && take_blank (self, self->holder.client_id, error);
}

/* The card that is printed once more or replaced. */
static gboolean
load_old (Beginning *self, SalonCardStep step, SalonPlasticCard **card, GError **error)
{
  *card = salon_repo_get (self->tx, salon_plastic_card_get_type (), self->request->card_id, error);
  if (*card == NULL || !salon_card_check_step (*card, step, "card_id", error))
    return FALSE;
  self->kind = salon_repo_get (self->tx, salon_card_kind_get_type (), (*card)->card_kind_id, error);
  return self->kind != NULL && check_none_waits (self, (*card)->client_id, self->request->card_id, error);
}

static gboolean
begin_replace (Beginning *self, GError **error)
{
  if (!load_old (self, SALON_CARD_STEP_REPLACE, &self->replaced, error)
      || !salon_card_check_why (self->replaced, SALON_CARD_STEP_REPLACE, self->request->why, self->reason, error)
      || (self->replaced->state == SALON_CARD_BLOCKED
          && !salon_card_check_alone (self->tx, self->replaced->client_id, self->replaced->card_kind_id, "card_id", error)))
    return FALSE;
  self->holder = (SalonCardHolder){ self->replaced->client_id, self->replaced->ticket_id, self->replaced->certificate_id };
  return take_blank (self, self->replaced->client_id, error);
}

static gboolean
begin_reprint (Beginning *self, GError **error)
{
  if (!load_old (self, SALON_CARD_STEP_REPRINT, &self->card, error)
      || !salon_card_number_check_for (self->card->number, self->kind, error))
    return FALSE;
  self->holder = (SalonCardHolder){ self->card->client_id, self->card->ticket_id, self->card->certificate_id };
  return TRUE;
}

static gboolean
begin_batch (Beginning *self, GError **error)
{
  if (self->request->n == 0 || self->request->n > MOST_BATCH) {
    salon_set_field_error (error, "n", _("A batch has 1 to 1000 cards."));
    return FALSE;
  }
  self->kind = salon_card_kind_in_use (self->tx, self->request->card_kind_id, error);
  return self->kind != NULL;
}

static gboolean
find_out (Beginning *self, GError **error)
{
  switch (self->request->purpose) {
  case SALON_CARD_PRINT_ISSUE:
    return begin_issue (self, error);
  case SALON_CARD_PRINT_REPRINT:
    return begin_reprint (self, error);
  case SALON_CARD_PRINT_REPLACE:
    return begin_replace (self, error);
  case SALON_CARD_PRINT_BATCH:
    return begin_batch (self, error);
  default:
    salon_set_field_error (error, "purpose", _("Say what is printed: a new card, one once more, one instead of another, or blanks."));
    return FALSE;
  }
}

static SalonCardPrint *
write_print (Beginning *self, GError **error)
{
  const SalonCardPrintBegin *request = self->request;
  g_autoptr (SalonCardPrint) print = salon_card_print_new ();

  print->purpose = request->purpose;
  print->state = SALON_CARD_PRINT_WAITING;
  print->card_kind_id = salon_entity_get_id (self->kind);
  print->card_design_id = request->card_design_id != 0 ? MAX (request->card_design_id, 0) : self->kind->card_design_id;
  print->client_id = self->holder.client_id;
  print->ticket_id = self->holder.ticket_id;
  print->certificate_id = self->holder.certificate_id;
  print->replaced_id = self->replaced != NULL ? salon_entity_get_id (self->replaced) : 0;
  print->why = self->replaced != NULL ? request->why : 0;
  print->reason = g_strdup (self->reason);
  print->n_cards = request->purpose == SALON_CARD_PRINT_BATCH ? request->n : 1;
  print->printer = salon_text_clean_or_null (request->printer, REASON_CHARS);
  print->started_at = salon_clock_now_us (salon_tx_clock (self->tx));
  print->user_id = salon_tx_actor (self->tx)->user_id;
  return salon_repo_insert (self->tx, print, error) ? g_steal_pointer (&print) : NULL;
}

/* From now on the card is given to nobody else; one that is printed once more stays in use. */
static gboolean
put_at_printer (SalonTx *tx, SalonPlasticCard *card, gint64 print_id, GError **error)
{
  if (card->state == SALON_CARD_BLANK)
    card->state = salon_card_after (SALON_CARD_BLANK, SALON_CARD_STEP_PRINT);
  card->card_print_id = print_id;
  return salon_repo_update (tx, card, error);
}

/* Numbers that were made and never printed come first. */
static gboolean
put_batch (Beginning *self, gint64 print_id, GError **error)
{
  for (guint i = 0; i < self->request->n; i++) {
    g_autoptr (SalonPlasticCard) card = salon_card_next (self->tx, self->kind, error);

    if (card == NULL || !put_at_printer (self->tx, card, print_id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_card_print_begin:
 * @id: (out): the print
 *
 * To be called before anything is sent to a printer or written into a file.
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION that names the field, if the card could not be given out either
 */
gboolean
salon_card_print_begin (SalonTx *tx, const SalonCardPrintBegin *request, gint64 *id, GError **error)
{
  g_auto (Beginning) beginning = { .tx = tx, .request = request };
  g_autoptr (SalonCardPrint) print = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error))
    return FALSE;
  beginning.reason = salon_text_clean_or_null (request->reason, REASON_CHARS);
  print = find_out (&beginning, error) ? write_print (&beginning, error) : NULL;
  if (print == NULL)
    return FALSE;
  *id = salon_entity_get_id (print);
  return beginning.card != NULL ? put_at_printer (tx, beginning.card, *id, error) : put_batch (&beginning, *id, error);
}

/* ---- ending */

static GPtrArray *
cards_of (SalonTx *tx, gint64 print_id, GError **error)
{
  return salon_repo_find (tx, salon_plastic_card_get_type (), "card_print_id", print_id, error);
}

/* Cards that had a number on them before, took no plastic from the stock. */
static gboolean
is_from_stock (const SalonPlasticCard *card, const SalonCardPrint *print)
{
  return print->purpose == SALON_CARD_PRINT_REPRINT || (card->own != 0 && card->n_printed == 0);
}

static gboolean
was_printed (SalonTx *tx, SalonPlasticCard *card, const SalonCardPrint *print, gint64 *n_used, GError **error)
{
  gboolean again = print->purpose == SALON_CARD_PRINT_REPRINT;

  *n_used += is_from_stock (card, print) ? 1 : 0;
  card->n_printed++;
  if (print->purpose == SALON_CARD_PRINT_BATCH)
    card->state = salon_card_after (SALON_CARD_PRINTING, SALON_CARD_STEP_GIVE_UP);
  return salon_repo_update (tx, card, error)
         && salon_card_note (tx, card, again ? SALON_CARD_EVENT_REPRINTED : SALON_CARD_EVENT_PRINTED, 0, NULL, error);
}

/* Blank again: the next card of the kind gets this number, or whoever scans the blank. */
static gboolean
was_not_printed (SalonTx *tx, SalonPlasticCard *card, const char *message, GError **error)
{
  if (card->state == SALON_CARD_PRINTING) {
    card->state = salon_card_after (SALON_CARD_PRINTING, SALON_CARD_STEP_GIVE_UP);
    if (!salon_repo_update (tx, card, error))
      return FALSE;
  }
  return salon_card_note (tx, card, SALON_CARD_EVENT_NOT_PRINTED, 0, message, error);
}

static gboolean
give_new (SalonTx *tx, const SalonCardPrint *print, SalonPlasticCard *card, const SalonCardKind *kind, GError **error)
{
  SalonCardHolder holder = { print->client_id, print->ticket_id, print->certificate_id };

  return salon_card_check_holder (tx, kind, &holder, error)
         && salon_card_check_alone (tx, holder.client_id, print->card_kind_id, "client_id", error)
         && salon_card_give (tx, card, kind, &holder, error);
}

/* While it was printed, the old one may have been taken back: then the new one is given all the same. */
static gboolean
give_instead (SalonTx *tx, const SalonCardPrint *print, SalonPlasticCard *card, const SalonCardKind *kind, GError **error)
{
  g_autoptr (SalonPlasticCard) old = salon_repo_get (tx, salon_plastic_card_get_type (), print->replaced_id, error);

  if (old == NULL)
    return FALSE;
  if (!salon_card_may ((SalonCardState) old->state, SALON_CARD_STEP_REPLACE))
    return give_new (tx, print, card, kind, error);
  if (old->state == SALON_CARD_BLOCKED && !salon_card_check_alone (tx, old->client_id, old->card_kind_id, "client_id", error))
    return FALSE;
  old->state = salon_card_after ((SalonCardState) old->state, SALON_CARD_STEP_REPLACE);
  return salon_repo_update (tx, old, error)
         && salon_card_note (tx, old, SALON_CARD_EVENT_REPLACED, print->why, print->reason, error)
         && salon_card_give_instead (tx, card, kind, old, error);
}

static gboolean
end_one (SalonTx *tx, const SalonCardPrint *print, SalonPlasticCard *card, GError **error)
{
  g_autoptr (SalonCardKind) kind = salon_repo_get (tx, salon_card_kind_get_type (), print->card_kind_id, error);

  if (kind == NULL)
    return FALSE;
  if (print->purpose == SALON_CARD_PRINT_ISSUE)
    return give_new (tx, print, card, kind, error);
  return print->purpose != SALON_CARD_PRINT_REPLACE || give_instead (tx, print, card, kind, error);
}

static gboolean
end_cards (SalonTx *tx, SalonCardPrint *print, const SalonCardPrintEnd *request, GPtrArray *cards, GError **error)
{
  gint64 n_used = 0;
  guint n_done = request->n_done > 0 ? MIN (request->n_done, cards->len) : cards->len;

  if (request->state != SALON_CARD_PRINT_DONE)
    n_done = 0;
  for (guint i = 0; i < cards->len; i++) {
    SalonPlasticCard *card = cards->pdata[i];

    if (i >= n_done ? !was_not_printed (tx, card, print->message, error)
                    : !was_printed (tx, card, print, &n_used, error) || !end_one (tx, print, card, error))
      return FALSE;
  }
  print->n_done = n_done;
  return salon_card_note_blanks (tx, print->card_kind_id, SALON_BLANKS_USED, -n_used, salon_entity_get_id (print), NULL, error)
         && salon_card_note_blanks (tx, print->card_kind_id, SALON_BLANKS_SPOILED, -(gint64) request->n_spoiled,
                                    salon_entity_get_id (print), print->message, error);
}

static SalonCardPrint *
load_waiting (SalonTx *tx, const SalonCardPrintEnd *request, GError **error)
{
  g_autoptr (SalonCardPrint) print = salon_repo_get (tx, salon_card_print_get_type (), request->print_id, error);

  if (print == NULL)
    return NULL;
  if (print->state != SALON_CARD_PRINT_WAITING) {
    salon_set_field_error (error, "print_id", _("It was said before how this print ended."));
    return NULL;
  }
  if (request->state < SALON_CARD_PRINT_DONE || request->state > SALON_CARD_PRINT_CANCELLED) {
    salon_set_field_error (error, "state", _("Say how the print ended: it was printed, it failed, or it was cancelled."));
    return NULL;
  }
  if (request->n_done > print->n_cards) {
    salon_set_field_error (error, "n_done", _("So many cards were not printed."));
    return NULL;
  }
  if (request->n_spoiled <= MOST_SPOILED)
    return g_steal_pointer (&print);
  salon_set_field_error (error, "n_spoiled", _("So many blanks cannot have been spoiled."));
  return NULL;
}

/**
 * salon_card_print_end:
 * @id: (out): the card; of a batch the print
 *
 * Says how a print ended.  Printed: the card is given out, in this same transaction.  Failed or cancelled: nothing was
 * given out, and the number is free again.  What the printer ruined is counted.
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION if she got another card meanwhile; the print waits on
 */
gboolean
salon_card_print_end (SalonTx *tx, const SalonCardPrintEnd *request, gint64 *id, GError **error)
{
  g_autoptr (SalonCardPrint) print = NULL;
  g_autoptr (GPtrArray) cards = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error))
    return FALSE;
  print = load_waiting (tx, request, error);
  cards = print != NULL ? cards_of (tx, request->print_id, error) : NULL;
  if (cards == NULL)
    return FALSE;
  print->state = request->state;
  print->n_spoiled = request->n_spoiled;
  print->message = salon_text_clean_or_null (request->message, MESSAGE_CHARS);
  print->ended_at = salon_clock_now_us (salon_tx_clock (tx));
  *id = print->purpose != SALON_CARD_PRINT_BATCH && cards->len > 0 ? salon_entity_get_id (cards->pdata[0]) : request->print_id;
  return end_cards (tx, print, request, cards, error) && salon_repo_update (tx, print, error);
}

/* ---- looking */

/**
 * salon_card_prints_request_new:
 * @print_id: 0 = all that wait
 *
 * Returns: (transfer full): a request; free with g_free()
 */
SalonCardPrintsRequest *
salon_card_prints_request_new (gint64 print_id)
{
  SalonCardPrintsRequest *self = g_new0 (SalonCardPrintsRequest, 1);

  self->print_id = print_id;
  return self;
}

/**
 * salon_card_print_view_free: frees a view
 */
void
salon_card_print_view_free (SalonCardPrintView *self)
{
  g_clear_object (&self->print);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_free (self->client);
  g_free (self->user);
  g_free (self);
}

static SalonCardPrintView *
load_view (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonCardPrintView) view = g_new0 (SalonCardPrintView, 1);
  g_autoptr (SalonUser) user = NULL;

  view->print = salon_repo_get (tx, salon_card_print_get_type (), id, error);
  view->cards = view->print != NULL ? cards_of (tx, id, error) : NULL;
  if (view->cards == NULL)
    return NULL;
  if (view->print->client_id != 0)
    view->client = salon_merge_name (tx, view->print->client_id);
  if (view->print->user_id == 0)
    return g_steal_pointer (&view);
  user = salon_repo_get (tx, salon_user_get_type (), view->print->user_id, error);
  if (user == NULL)
    return NULL;
  view->user = g_strdup (user->name);
  return g_steal_pointer (&view);
}

/**
 * salon_card_prints_load:
 *
 * Returns: (transfer full) (element-type SalonCardPrintView): in the order in which they were begun
 */
GPtrArray *
salon_card_prints_load (SalonTx *tx, const SalonCardPrintsRequest *request, GError **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_card_print_view_free);
  g_autoptr (GArray) ids = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error))
    return NULL;
  ids = salon_card_store_prints (tx, request->print_id, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    SalonCardPrintView *view = load_view (tx, g_array_index (ids, gint64, i), error);

    if (view == NULL)
      return NULL;
    g_ptr_array_add (views, view);
  }
  return ids != NULL ? g_steal_pointer (&views) : NULL;
}

SALON_DEFINE_COMMAND (salon_command_card_print_begin, "card.print", SALON_N ("Card sent to the printer"), salon_card_print_begin,
                      SalonCardPrintBegin, salon_card_print_begin_free)
SALON_DEFINE_COMMAND (salon_command_card_print_end, "card.printed", SALON_N ("End of a print of cards"), salon_card_print_end,
                      SalonCardPrintEnd, salon_card_print_end_free)
SALON_DEFINE_QUERY (salon_query_card_prints, "card.prints", salon_card_prints_load, SalonCardPrintsRequest, g_free, g_ptr_array_unref)
