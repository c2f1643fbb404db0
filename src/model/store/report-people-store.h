#pragma once
/* What reports about clients read beyond attributes and visit days: money, masters, bookings.
 *
 * Rows stand as they are in the database: of a card that was merged the reader takes the one it was merged into. */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonPeopleRow: something of one card on one day
 * @minute: of the day, where the order of a day matters
 * @value: what it is, says the function that reads it
 */
typedef struct {
  gint64 client_id;
  SalonDay day;
  int minute;
  gint64 value;
} SalonPeopleRow;

GArray *salon_people_store_sold (SalonTx *tx, SalonDay from, SalonDay to, GError **error);
GArray *salon_people_store_masters (SalonTx *tx, SalonDay from, SalonDay to, GError **error);
GArray *salon_people_store_made (SalonTx *tx, SalonDay from, GError **error);
GArray *salon_people_store_bookings (SalonTx *tx, gint64 from_min, GError **error);
GArray *salon_people_store_pins (SalonTx *tx, GError **error);

G_END_DECLS
