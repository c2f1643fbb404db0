#pragma once
/* A receipt for the client: on the roll of a receipt printer, or on A4.  It is no document of a cash register. */
#include "model/entities/receipt.h"
#include "report/slip.h"

G_BEGIN_DECLS

SalonPages *salon_report_receipt (const SalonReceipt *receipt, cairo_surface_t *logo, SalonPaper paper, gint64 made_at, gboolean is_copy);

G_END_DECLS
