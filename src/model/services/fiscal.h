#pragma once
/* The number that the cash register of the salon gives a receipt.
 *
 * It is said once: typed at the desk, or by an adaptor of the device, which submits the same command (in the program, or as
 * "salonctl sale fiscal"). */
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* The name of what the journal remembers of it; its id is that of the sale. */
#define SALON_FISCAL_ROW "fiscal-number"

typedef struct {
  gint64 sale_id;
  char *number; /* as the register prints it; up to 40 characters */
} SalonFiscalNumber;

SalonFiscalNumber *salon_fiscal_number_new (gint64 sale_id, const char *number);
void salon_fiscal_number_free (SalonFiscalNumber *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonFiscalNumber, salon_fiscal_number_free)

gboolean salon_fiscal_say (SalonTx *tx, const SalonFiscalNumber *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_sale_fiscal; /* SalonFiscalNumber */

G_END_DECLS
