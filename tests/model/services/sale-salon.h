#pragma once
/* The small salon with goods, a drawer that is open, and quick ways to sell. */
#include "model/services/ledger.h"
#include "model/services/sale.h"
#include "small-salon.h"

typedef struct {
  SmallSalon small;
  gint64 shampoo; /* 12.00, 21 % */
  gint64 comb;    /* 3.33, 21 %, never cheaper */
  gint64 gloves;  /* no price: it is typed */
  gint64 drawer;
  gint64 shift;
} SaleSalon;

#define SALE_TEST(path, func) g_test_add (path, SaleSalon, NULL, sale_salon_set_up, func, sale_salon_tear_down)

void sale_salon_set_up (SaleSalon *self, gconstpointer data);
void sale_salon_tear_down (SaleSalon *self, gconstpointer data);

gint64 sale_salon_open_shift (SaleSalon *self);
void sale_salon_close_shift (SaleSalon *self);
gint64 sale_salon_complete (SaleSalon *self, const SalonSaleRequest *request);
void sale_salon_refused (SaleSalon *self, const SalonCommand *command, gconstpointer request, const char *field, const char *part);
SalonReceipt *sale_salon_receipt (SaleSalon *self, gint64 id);
SalonMoney sale_salon_balance (SaleSalon *self, SalonAccount account, gint64 subject_id);
void sale_salon_expect_sound (SaleSalon *self);
void sale_salon_expect_balanced (SaleSalon *self);
