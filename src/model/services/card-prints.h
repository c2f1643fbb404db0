#pragma once
/* Cards at the printer.  "Issued" and "printed" are one: what waits is accepted nowhere until the printer took it; what was
 * not printed is taken back as a whole. */
#include "model/entities/card-print.h"
#include "model/services/cards.h"

G_BEGIN_DECLS

/* A design that is not in the file: one of the program, or of a file of its own. */
#define SALON_CARD_DESIGN_NOT_KEPT (-1)

/**
 * SalonCardPrintBegin:
 * @purpose: issue (client, kind, perhaps ticket or certificate), reprint (card), replace (card, why), batch (kind, n)
 * @number: (nullable): of a blank in hand, of issue and replace; %NULL takes the next free one
 * @card_design_id: how it looks; 0 = as its kind says
 * @n: cards of a batch
 * @printer: (nullable): or the name of the file
 */
typedef struct {
  SalonCardPrintPurpose purpose;
  gint64 client_id;
  gint64 card_kind_id;
  gint64 card_id;
  gint64 card_design_id;
  gint64 ticket_id;
  gint64 certificate_id;
  gint64 why;
  char *reason;
  char *number;
  guint n;
  char *printer;
} SalonCardPrintBegin;

SalonCardPrintBegin *salon_card_print_begin_new (SalonCardPrintPurpose purpose);
void salon_card_print_begin_free (SalonCardPrintBegin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardPrintBegin, salon_card_print_begin_free)
gboolean salon_card_print_begin (SalonTx *tx, const SalonCardPrintBegin *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_card_print_begin; /* SalonCardPrintBegin; answers the print, which waits now */

/**
 * SalonCardPrintEnd:
 * @state: how it ended: done, failed or cancelled
 * @n_done: of a batch that was done: so many, in the order of their numbers; 0 = all
 * @n_spoiled: plastic that the printer ruined
 * @message: (nullable): of the printer
 */
typedef struct {
  gint64 print_id;
  SalonCardPrintState state;
  guint n_done;
  guint n_spoiled;
  char *message;
} SalonCardPrintEnd;

SalonCardPrintEnd *salon_card_print_end_new (gint64 print_id, SalonCardPrintState state, const char *message);
void salon_card_print_end_free (SalonCardPrintEnd *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardPrintEnd, salon_card_print_end_free)
gboolean salon_card_print_end (SalonTx *tx, const SalonCardPrintEnd *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_card_print_end; /* SalonCardPrintEnd; answers the card, of a batch the print */

/**
 * SalonCardPrintView:
 * @cards: (element-type SalonPlasticCard): what is printed, by id
 * @client: (nullable): name of who gets it
 * @user: (nullable): who began it
 */
typedef struct {
  SalonCardPrint *print;
  GPtrArray *cards;
  char *client;
  char *user;
} SalonCardPrintView;

void salon_card_print_view_free (SalonCardPrintView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardPrintView, salon_card_print_view_free)

/**
 * SalonCardPrintsRequest:
 * @print_id: 0 = all that wait
 */
typedef struct {
  gint64 print_id;
} SalonCardPrintsRequest;

SalonCardPrintsRequest *salon_card_prints_request_new (gint64 print_id);
GPtrArray *salon_card_prints_load (SalonTx *tx, const SalonCardPrintsRequest *request, GError **error);
extern const SalonQuery salon_query_card_prints; /* SalonCardPrintsRequest → GPtrArray of SalonCardPrintView */

G_END_DECLS
