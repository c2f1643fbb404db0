#pragma once
/* For the services of cards alone: where a card comes from, giving it out, and what the log says of it. */
#include "model/entities/card-kind.h"
#include "model/entities/plastic-card.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

#define SALON_CARD_EVENT_ROW "card-event" /* in the journal */
#define SALON_CARD_BLANK_ROW "card-blank"

/**
 * SalonCardHolder: who or what a card is given to
 * @client_id: 0 = whoever brings it
 */
typedef struct {
  gint64 client_id;
  gint64 ticket_id;
  gint64 certificate_id;
} SalonCardHolder;

gboolean salon_card_note (SalonTx *tx, const SalonPlasticCard *card, gint64 event, gint64 why, const char *reason, GError **error);
gboolean salon_card_note_blanks (SalonTx *tx, gint64 kind_id, gint64 what, gint64 n, gint64 print_id, const char *reason, GError **error);

SalonCardKind *salon_card_kind_in_use (SalonTx *tx, gint64 kind_id, GError **error);
SalonPlasticCard *salon_card_of_number (SalonTx *tx, const SalonCardKind *kind, const char *number, gint64 client_id, GError **error);
gboolean salon_card_check_number (SalonTx *tx, const SalonCardKind *kind, const SalonPlasticCard *card, gint64 client_id, GError **error);
SalonPlasticCard *salon_card_next (SalonTx *tx, const SalonCardKind *kind, GError **error);
SalonPlasticCard *salon_card_make_next (SalonTx *tx, const SalonCardKind *kind, gint64 state, gint64 print_id, GError **error);

gboolean salon_card_check_holder (SalonTx *tx, const SalonCardKind *kind, SalonCardHolder *holder, GError **error);
gboolean salon_card_check_alone (SalonTx *tx, gint64 client_id, gint64 kind_id, const char *field, GError **error);
gboolean salon_card_give (SalonTx *tx, SalonPlasticCard *card, const SalonCardKind *kind, const SalonCardHolder *holder, GError **error);
gboolean salon_card_give_found (SalonTx *tx, SalonPlasticCard *card, const SalonCardKind *kind, gint64 client_id, const char *reason,
                                GError **error);
gboolean salon_card_take_found (SalonTx *tx, gint64 card_id, GError **error);
gboolean salon_card_give_instead (SalonTx *tx, SalonPlasticCard *card, const SalonCardKind *kind, const SalonPlasticCard *old,
                                  GError **error);

gboolean salon_card_event_undo (SalonTx *tx, gint64 event_id, GError **error);
gboolean salon_card_blanks_undo (SalonTx *tx, gint64 row_id, GError **error);
gboolean salon_card_unmake (SalonTx *tx, gint64 card_id, GError **error);

G_END_DECLS
