#pragma once
/* Requests about selling, for the table of who may do what. */
#include "small-salon.h"

gpointer roles_top_up (SmallSalon *s);
gpointer roles_sale_by_hand (SmallSalon *s);
gpointer roles_sale_certificate (SmallSalon *s);
gpointer roles_checkout (SmallSalon *s);
gpointer roles_refund (SmallSalon *s);
gpointer roles_void (SmallSalon *s);
gpointer roles_receipt (SmallSalon *s);
gpointer roles_fiscal (SmallSalon *s);
gpointer roles_receipts (SmallSalon *s);
gpointer roles_return_reasons (SmallSalon *s);
