#pragma once
/* One receipt of a generated salon: what is on it and how it is paid. */
#include "model/services/generate-plan.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* What happens at the till. */
typedef enum {
  SALON_TILL_VISIT,       /* a visit is checked out */
  SALON_TILL_GOODS,       /* somebody buys something */
  SALON_TILL_CERTIFICATE, /* a present for somebody */
  SALON_TILL_TOP_UP,      /* of an account */
  SALON_TILL_CARD,        /* a plastic card is given out */
  SALON_TILL_REFUND,      /* goods come back */
  SALON_TILL_VOID,        /* the cashier was wrong */
  SALON_TILL_CASH,        /* in or out */
} SalonTillKind;

/**
 * SalonTillEvent:
 * @minute: of the day
 * @visit_id: that is checked out
 * @client_id: 0 = somebody unknown
 * @sale_id: that is given back or taken back
 */
typedef struct {
  SalonTillKind kind;
  int minute;
  gint64 visit_id;
  gint64 client_id;
  gint64 sale_id;
} SalonTillEvent;

typedef struct _SalonTill SalonTill;

SalonTill *salon_till_new (const SalonPlan *plan, guint64 seed);
void salon_till_free (SalonTill *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTill, salon_till_free)

SalonDice *salon_till_dice (SalonTill *self);
char *salon_till_text (SalonTill *self, const char *kind);
gboolean salon_till_stock (SalonTill *self, SalonTx *tx, GError **error);
gboolean salon_till_has_card (SalonTill *self, gint64 client_id);
gboolean salon_till_pays_plainly (SalonTill *self, gint64 client_id);
gint64 salon_till_some_client (SalonTill *self);
gboolean salon_till_do (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error);

G_END_DECLS
