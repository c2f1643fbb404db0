/* What several reports about clients read, put on the cards on which the clients are now, by client and day. */
#include "config.h"

#include "model/services/report-people.h"
#include "model/store/tx.h"

static int
compare_times (gconstpointer a, gconstpointer b, gpointer data)
{
  const SalonPeopleRow *left = a;
  const SalonPeopleRow *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->minute > right->minute) - (left->minute < right->minute);
}

/* Those of one client.  Mostly they come by day; of the same time they keep their order. */
static void
sort_times (SalonPeopleRow *rows, guint n)
{
  for (guint i = 1; i < n; i++)
    if (compare_times (&rows[i - 1], &rows[i], NULL) > 0) {
      g_qsort_with_data (rows, (gint) n, sizeof *rows, compare_times, NULL);
      return;
    }
}

/* Puts the cards in the rows on which the clients are now, leaves out whom nobody knows, and counts the rows of each client:
 * those before the i-th one in @starts[i]. */
static void
count_rows (const SalonReportClients *clients, GArray *rows, guint *starts)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++) {
    SalonPeopleRow row = g_array_index (rows, SalonPeopleRow, i);
    const SalonReportClient *client = salon_report_clients_find (clients, row.client_id);

    if (client == NULL)
      continue;
    row.client_id = client->id;
    g_array_index (rows, SalonPeopleRow, n++) = row;
    starts[salon_report_clients_index (clients, client) + 1]++;
  }
  g_array_set_size (rows, n);
  for (guint i = 0; i < salon_report_clients_n (clients); i++)
    starts[i + 1] += starts[i];
}

/* By client and day, without comparing all with all: there is a row for every visit of many years. */
static GArray *
put_together (const SalonPeopleBy *self, GArray *read)
{
  g_autoptr (GArray) rows = read;
  guint n = salon_report_clients_n (self->clients);
  g_autofree guint *starts = g_new0 (guint, (gsize) n + 1);
  GArray *sorted = NULL;

  if (rows == NULL)
    return NULL;
  count_rows (self->clients, rows, starts);
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (SalonPeopleRow), rows->len);
  g_array_set_size (sorted, rows->len);
  for (guint i = 0; i < rows->len; i++) {
    const SalonPeopleRow *row = &g_array_index (rows, SalonPeopleRow, i);
    const SalonReportClient *client = salon_report_clients_find (self->clients, row->client_id);

    g_array_index (sorted, SalonPeopleRow, starts[salon_report_clients_index (self->clients, client)]++) = *row;
  }
  for (guint i = 0; i < n; i++) { /* each has been moved to where the next one starts */
    guint first = i > 0 ? starts[i - 1] : 0;

    sort_times (&g_array_index (sorted, SalonPeopleRow, first), starts[i] - first);
  }
  return sorted;
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
  SalonClockSpan span = { 0 };

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    SalonPeopleRow *row = &g_array_index (rows, SalonPeopleRow, i);

    row->value = salon_clock_day_near (clock, row->value, &span);
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
