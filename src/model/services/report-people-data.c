/* What several reports about clients read, put on the cards on which the clients are now, by client and day. */
#include "config.h"

#include "model/services/report-people.h"
#include "model/store/tx.h"

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SalonPeopleRow *left = a;
  const SalonPeopleRow *right = b;

  if (left->client_id != right->client_id)
    return left->client_id < right->client_id ? -1 : 1;
  return (left->day > right->day) - (left->day < right->day);
}

/* Keeps the order of what is of the same client and day. */
static GArray *
put_together (const SalonPeopleBy *self, GArray *rows)
{
  guint n = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    SalonPeopleRow row = g_array_index (rows, SalonPeopleRow, i);
    const SalonReportClient *client = salon_report_clients_find (self->clients, row.client_id);

    if (client == NULL)
      continue;
    row.client_id = client->id;
    g_array_index (rows, SalonPeopleRow, n++) = row;
  }
  if (rows != NULL) {
    g_array_set_size (rows, n);
    g_array_sort (rows, compare_rows);
  }
  return rows;
}

/**
 * salon_people_sold:
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): what was sold, in parts to be added up
 */
GArray *
salon_people_sold (const SalonPeopleBy *self, SalonDay from, SalonDay to, GError **error)
{
  return put_together (self, salon_people_store_sold (self->tx, from, to, error));
}

/**
 * salon_people_masters:
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): who served, of a day in the order of time
 */
GArray *
salon_people_masters (const SalonPeopleBy *self, SalonDay from, SalonDay to, GError **error)
{
  return put_together (self, salon_people_store_masters (self->tx, from, to, error));
}

/**
 * salon_people_made:
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): visits from that day on, with the day on which each was written down
 */
GArray *
salon_people_made (const SalonPeopleBy *self, SalonDay from, GError **error)
{
  g_autoptr (GArray) rows = salon_people_store_made (self->tx, from, error);
  SalonClock *clock = salon_tx_clock (self->tx);

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    SalonPeopleRow *row = &g_array_index (rows, SalonPeopleRow, i);

    row->value = salon_clock_day_of (clock, row->value, NULL);
  }
  return put_together (self, g_steal_pointer (&rows));
}

/**
 * salon_people_bookings:
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): the next booking from now on
 */
GArray *
salon_people_bookings (const SalonPeopleBy *self, GError **error)
{
  return put_together (self, salon_people_store_bookings (self->tx, salon_clock_wall_minute (salon_tx_clock (self->tx)), error));
}

/**
 * salon_people_pins:
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): classes that were given by hand
 */
GArray *
salon_people_pins (const SalonPeopleBy *self, GError **error)
{
  return put_together (self, salon_people_store_pins (self->tx, error));
}

/**
 * salon_people_rows_of:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): those of one client, by day
 */
const SalonPeopleRow *
salon_people_rows_of (const GArray *rows, gint64 client_id, guint *n)
{
  const SalonPeopleRow *all = (const SalonPeopleRow *) (gpointer) rows->data;
  guint low = 0;
  guint high = rows->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (all[middle].client_id < client_id)
      low = middle + 1;
    else
      high = middle;
  }
  for (high = low; high < rows->len && all[high].client_id == client_id; high++)
    ;
  *n = high - low;
  return all + low;
}

/**
 * salon_people_sum:
 *
 * Returns: the sum of what is of one client on these days
 */
gint64
salon_people_sum (const GArray *rows, gint64 client_id, SalonDay from, SalonDay to)
{
  guint n = 0;
  const SalonPeopleRow *own = salon_people_rows_of (rows, client_id, &n);
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += own[i].day >= from && own[i].day <= to ? own[i].value : 0;
  return sum;
}

/**
 * salon_people_count_days:
 *
 * Returns: on how many of these days she came
 */
guint
salon_people_count_days (const SalonPeopleBy *self, const SalonReportClient *client, SalonDay from, SalonDay to)
{
  guint n = 0;
  const SalonDay *days = salon_report_clients_days (self->clients, client, &n);
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += days[i] >= from && days[i] <= to;
  return count;
}

/**
 * salon_people_twelve_months:
 * @from: (out): first day
 * @to: (out): last day
 *
 * The twelve months of class, RFM and TOP place: up to the last day of the report, or to yesterday if that is today, as in the
 * list of clients.
 */
void
salon_people_twelve_months (const SalonReportAsk *ask, SalonDay *from, SalonDay *to)
{
  *to = MIN (ask->until, ask->today - 1);
  *from = salon_day_add_months (*to + 1, -12);
}
