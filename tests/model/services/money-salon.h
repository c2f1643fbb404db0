#pragma once
/* A salon in a file and the model of its money side by side: what is done is done to both and compared. */
#include "money-model.h"
#include "sale-salon.h"

typedef struct {
  SaleSalon sale;
  MoneyWorld money;
  SalonActor owner, desk;
  gint64 operation;  /* done last */
  gint64 number;     /* of the last receipt */
  gint64 last_entry; /* of the ledger */
  GHashTable *by_ticket; /* id → index + 1 */
  GHashTable *refused;   /* why → how often */
  guint n_sold, n_refunds, n_voids, n_twice, n_tickets_used, n_quotes;
} MoneySalon;

void money_salon_set_up (MoneySalon *self, gconstpointer data);
void money_salon_tear_down (MoneySalon *self, gconstpointer data);

void money_salon_set_time (MoneySalon *self, gint64 day, int minute);
void money_salon_quote (MoneySalon *self, MoneySale *sale);
gboolean money_salon_sell (MoneySalon *self, MoneySale *sale);
gboolean money_salon_refund (MoneySalon *self, MoneyBack *back);
gboolean money_salon_void (MoneySalon *self, int index);
gboolean money_salon_undo (MoneySalon *self, int index);
void money_salon_transfer (MoneySalon *self, int from, int to, gint64 amount);
void money_salon_correct (MoneySalon *self, int person, gint64 amount);
void money_salon_block (MoneySalon *self, int certificate);
void money_salon_upkeep (MoneySalon *self);
void money_salon_use_drawer (MoneySalon *self);
void money_salon_compare_all (MoneySalon *self);
