#pragma once
/* Plastic cards: finding one by its number, giving one out, blocking, replacing, taking back.
 *
 * Kinds (SalonCardKind) and designs (SalonStoredDesign) are master data: see catalogue.h.  Cards are made by a printer in
 * card-prints.h, the log and the stock of blanks are in card-log.h. */
#include "model/entities/card-kind.h"
#include "model/entities/plastic-card.h"
#include "model/rules/card-life.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* ---- looking */

/**
 * SalonPlasticCardView: a card as it is shown
 * @client_id: whose it is today, after merges; 0 = nobody's
 * @client: (nullable): her name
 * @newer: (nullable): number of the card that took its place
 * @accepted: by scanners, today
 */
typedef struct {
  SalonPlasticCard *card;
  SalonCardKind *kind;
  gint64 client_id;
  char *client;
  char *newer;
  gboolean accepted;
} SalonPlasticCardView;

void salon_plastic_card_view_free (SalonPlasticCardView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPlasticCardView, salon_plastic_card_view_free)

/**
 * SalonCardFindRequest:
 * @number: as it was scanned or typed
 */
typedef struct {
  char *number;
} SalonCardFindRequest;

SalonCardFindRequest *salon_card_find_request_new (const char *number);
void salon_card_find_request_free (SalonCardFindRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardFindRequest, salon_card_find_request_free)

/**
 * SalonCardFound: what a number leads to
 * @number: as cards keep it
 * @verdict: whether the card is accepted, or why not
 * @why: (nullable): the same as a sentence; %NULL if it is accepted
 * @view: (nullable): the card; %NULL if there is none with this number
 */
typedef struct {
  char *number;
  SalonCardVerdict verdict;
  char *why;
  SalonPlasticCardView *view;
} SalonCardFound;

void salon_card_found_free (SalonCardFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardFound, salon_card_found_free)
SalonCardFound *salon_card_find (SalonTx *tx, const SalonCardFindRequest *request, GError **error);
extern const SalonQuery salon_query_card_find; /* SalonCardFindRequest → SalonCardFound */

/**
 * SalonCardsRequest:
 * @card_id: 0 = any
 * @client_id: 0 = anybody's
 * @card_kind_id: 0 = of any kind
 * @states: bits 1 << SalonCardState; 0 = any
 * @number: (nullable): or the beginning of one
 * @limit: 0 = all
 */
typedef struct {
  gint64 card_id;
  gint64 client_id;
  gint64 card_kind_id;
  guint states;
  char *number;
  guint limit;
} SalonCardsRequest;

SalonCardsRequest *salon_cards_request_new (gint64 client_id);
void salon_cards_request_free (SalonCardsRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardsRequest, salon_cards_request_free)
GPtrArray *salon_cards_load (SalonTx *tx, const SalonCardsRequest *request, GError **error);
extern const SalonQuery salon_query_cards; /* SalonCardsRequest → GPtrArray of SalonPlasticCardView, those in use first */

gboolean salon_cards_text (SalonTx *tx, gint64 client_id, char **text, GError **error);

/* ---- giving out */

/**
 * SalonCardIssue:
 * @client_id: 0 only for a certificate, which is for whoever brings it
 * @number: (nullable): on the card in hand; %NULL takes the next free one of the kind
 * @ticket_id: what a card of that purpose opens
 * @certificate_id: the same
 */
typedef struct {
  gint64 client_id;
  gint64 card_kind_id;
  char *number;
  gint64 ticket_id;
  gint64 certificate_id;
} SalonCardIssue;

SalonCardIssue *salon_card_issue_new (gint64 client_id, gint64 card_kind_id, const char *number);
void salon_card_issue_free (SalonCardIssue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardIssue, salon_card_issue_free)
gboolean salon_card_issue (SalonTx *tx, const SalonCardIssue *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_card_issue; /* SalonCardIssue; answers the card */

/**
 * SalonCardReplace:
 * @card_id: in use or blocked
 * @number: (nullable): of the new card; %NULL takes the next free one of the kind
 * @why: SalonCardWhy
 */
typedef struct {
  gint64 card_id;
  char *number;
  gint64 why;
  char *reason;
} SalonCardReplace;

SalonCardReplace *salon_card_replace_new (gint64 card_id, const char *number, SalonCardWhy why, const char *reason);
void salon_card_replace_free (SalonCardReplace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardReplace, salon_card_replace_free)
gboolean salon_card_replace (SalonTx *tx, const SalonCardReplace *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_card_replace; /* SalonCardReplace; answers the new card */

/* ---- its further life */

/**
 * SalonCardChange:
 * @why: SalonCardWhy; blocking needs one
 * @reason: (nullable): in words; needed with %SALON_CARD_WHY_OTHER
 */
typedef struct {
  gint64 card_id;
  gint64 why;
  char *reason;
} SalonCardChange;

SalonCardChange *salon_card_change_new (gint64 card_id, SalonCardWhy why, const char *reason);
void salon_card_change_free (SalonCardChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardChange, salon_card_change_free)

extern const SalonCommand salon_command_card_block;
extern const SalonCommand salon_command_card_unblock;
extern const SalonCommand salon_command_card_return;
extern const SalonCommand salon_command_card_expire; /* before its last day */
extern const SalonCommand salon_command_card_spoil;  /* a blank with a number */

gboolean salon_cards_expire (SalonTx *tx, gint64 *n, GError **error);
gboolean salon_card_discount (SalonTx *tx, gint64 client_id, int *discount_bp, char **name, GError **error);

G_END_DECLS
