#pragma once
/* A receipt that gives something back or takes a receipt back, while it is made. */
#include "model/services/sale.h"
#include "model/services/settings.h"

G_BEGIN_DECLS

/**
 * SalonReturn:
 * @sale: what is given back, or taken back
 * @before: (element-type SalonSale): what was given back of it already
 * @receipt: that is made
 * @drawer_id: where cash comes from
 */
typedef struct {
  SalonTx *tx;
  SalonSettings *settings;
  SalonSale *sale;
  GPtrArray *before;
  SalonSale *receipt;
  gint64 drawer_id;
} SalonReturn;

SalonReturn *salon_return_new (SalonTx *tx, gint64 sale_id, SalonSaleKind kind, const char *why, GError **error);
void salon_return_free (SalonReturn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonReturn, salon_return_free)

const char *salon_undone_note (void);
gboolean salon_return_find_drawer (SalonReturn *self, gint64 wanted, GError **error);
void salon_return_to_ticket (SalonReturn *self, gint64 ticket_id, gint64 *units, SalonMoney *worth);
gboolean salon_return_check (SalonReturn *self, GError **error);
char *salon_return_money (SalonReturn *self, SalonMoney amount);
void salon_return_pay_back (SalonReturn *self, SalonPayMethod method, gint64 subject_id, SalonMoney amount);
gboolean salon_return_pay (SalonReturn *self, const GArray *wanted, GError **error);

G_END_DECLS
