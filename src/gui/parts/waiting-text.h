#pragma once
/* Wishes and free times in words. */
#include "base/day.h"
#include "model/services/waiting.h"

G_BEGIN_DECLS

char *salon_waiting_wish_text (const SalonWaitingRow *row, SalonDay today);
char *salon_free_slot_text (const SalonFreeSlot *slot, SalonDay today);
char *salon_start_text (gint64 start_min, SalonDay today);
char *salon_waiting_booked_text (const char *client, const SalonFreeSlot *slot, SalonDay today);

G_END_DECLS
