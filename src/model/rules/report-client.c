/* Clients as reports group them: attributes on one day, and the days of their visits in one long row of days. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/entities/entity.h"
#include "model/rules/report-client.h"

/* Where the days of a client begin in the row of all days. */
typedef struct {
  guint first;
  guint n;
} Days;

struct _SalonReportClients {
  SalonDay until;
  SalonStatusParams params;
  GArray *clients;      /* of SalonReportClient, by id */
  GArray *ranges;       /* of Days, one a client */
  GArray *days;         /* of SalonDay */
  GHashTable *merged;   /* id of a card that was merged → the card it was merged into */
  guint32 *places;      /* id, also of a merged card → index + 1, 0 = none; NULL where ids are too far apart */
  gint64 n_places;
  guint last;           /* index of the client whose day was added last: days come client by client */
  GHashTable *scattered; /* index of a client whose days come in several runs → GArray of SalonDay */
};

static gint64 *
boxed (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/**
 * salon_report_clients_new:
 * @until: attributes are those of this day; later visits are left out
 * @params: of the status
 *
 * Returns: (transfer full): nobody yet
 */
SalonReportClients *
salon_report_clients_new (SalonDay until, const SalonStatusParams *params)
{
  SalonReportClients *self = g_new0 (SalonReportClients, 1);

  self->until = until;
  self->params = *params;
  self->clients = g_array_new (FALSE, TRUE, sizeof (SalonReportClient));
  self->ranges = g_array_new (FALSE, TRUE, sizeof (Days));
  self->days = g_array_new (FALSE, FALSE, sizeof (SalonDay));
  self->merged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->scattered = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

/**
 * salon_report_clients_free: frees them
 */
void
salon_report_clients_free (SalonReportClients *self)
{
  g_array_unref (self->clients);
  g_array_unref (self->ranges);
  g_array_unref (self->days);
  g_free (self->places);
  g_hash_table_unref (self->merged);
  g_hash_table_unref (self->scattered);
  g_free (self);
}

/**
 * salon_report_clients_add:
 * @id: larger than that of the one before
 *
 * Returns: (transfer none): to be filled before the next one is added
 */
SalonReportClient *
salon_report_clients_add (SalonReportClients *self, gint64 id)
{
  SalonReportClient client = { .id = id, .first_day = SALON_DAY_NONE, .last_day = SALON_DAY_NONE, .fits = TRUE };
  Days none = { 0, 0 };

  g_array_append_val (self->clients, client);
  g_array_append_val (self->ranges, none);
  return &g_array_index (self->clients, SalonReportClient, self->clients->len - 1);
}

/**
 * salon_report_clients_add_merged: what stands on the card @id counts for the one it was merged into
 */
void
salon_report_clients_add_merged (SalonReportClients *self, gint64 id, gint64 into)
{
  g_hash_table_insert (self->merged, boxed (id), boxed (into));
}

static int
look_for (const SalonReportClients *self, gint64 id)
{
  const SalonReportClient *clients = (const SalonReportClient *) (gpointer) self->clients->data;
  const gint64 *into = g_hash_table_size (self->merged) > 0 ? g_hash_table_lookup (self->merged, &id) : NULL;
  guint low = 0;
  guint high = self->clients->len;

  id = into != NULL ? *into : id;
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (clients[middle].id < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < self->clients->len && clients[low].id == id ? (int) low : -1;
}

static int
index_of (const SalonReportClients *self, gint64 id)
{
  if (self->places == NULL || id < 0)
    return look_for (self, id);
  return id < self->n_places ? (int) self->places[id] - 1 : -1;
}

/* No id is further from its neighbours than this on average. */
#define MOST_APART 16

/* Everybody is looked for again and again: by id at once. */
static void
place_all (SalonReportClients *self)
{
  gint64 most = self->clients->len > 0 ? g_array_index (self->clients, SalonReportClient, self->clients->len - 1).id : 0;
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, self->merged);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    most = MAX (most, *(const gint64 *) id);
  if (most > (gint64) MOST_APART * (self->clients->len + 1))
    return;
  self->n_places = most + 1;
  self->places = g_new0 (guint32, self->n_places);
  for (guint i = 0; i < self->clients->len; i++)
    if (g_array_index (self->clients, SalonReportClient, i).id >= 0)
      self->places[g_array_index (self->clients, SalonReportClient, i).id] = i + 1;
  g_hash_table_iter_init (&iter, self->merged);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (*(const gint64 *) id >= 0)
      self->places[*(const gint64 *) id] = (guint32) (look_for (self, *(const gint64 *) id) + 1);
}

/* Mostly the same client as before, or the next one. */
static int
index_after (SalonReportClients *self, gint64 id)
{
  const SalonReportClient *clients = (const SalonReportClient *) (gpointer) self->clients->data;
  int index = 0;

  for (guint next = self->last; next < self->clients->len && next <= self->last + 1; next++)
    if (clients[next].id == id) {
      self->last = next;
      return (int) next;
    }
  index = index_of (self, id);
  self->last = index >= 0 ? (guint) index : self->last;
  return index;
}

static void
scatter (SalonReportClients *self, guint index, SalonDay day)
{
  GArray *days = g_hash_table_lookup (self->scattered, GUINT_TO_POINTER (index));

  if (days == NULL) {
    days = g_array_new (FALSE, FALSE, sizeof (SalonDay));
    g_hash_table_insert (self->scattered, GUINT_TO_POINTER (index), days);
  }
  g_array_append_val (days, day);
}

/**
 * salon_report_clients_add_visit:
 * @day: of a visit that counts; of one card ascending
 */
void
salon_report_clients_add_visit (SalonReportClients *self, gint64 id, SalonDay day)
{
  int index = day <= self->until ? index_after (self, id) : -1;
  Days *range = index >= 0 ? &g_array_index (self->ranges, Days, index) : NULL;

  if (range == NULL)
    return;
  if (range->n == 0)
    range->first = self->days->len;
  else if (range->first + range->n != self->days->len) {
    scatter (self, (guint) index, day);
    return;
  } else if (g_array_index (self->days, SalonDay, self->days->len - 1) == day)
    return;
  g_array_append_val (self->days, day);
  range->n++;
}

/* ---- the days of merged cards */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const SalonDay *one = a;
  const SalonDay *other = b;

  return (*one > *other) - (*one < *other);
}

static void
gather (gpointer key, gpointer value, gpointer data)
{
  SalonReportClients *self = data;
  GArray *more = value;
  Days *range = &g_array_index (self->ranges, Days, GPOINTER_TO_UINT (key));
  guint first = self->days->len;

  g_array_append_vals (more, &g_array_index (self->days, SalonDay, range->first), range->n);
  g_array_sort (more, compare_days);
  for (guint i = 0; i < more->len; i++)
    if (i == 0 || g_array_index (more, SalonDay, i) != g_array_index (more, SalonDay, i - 1))
      g_array_append_val (self->days, g_array_index (more, SalonDay, i));
  *range = (Days){ first, self->days->len - first };
}

/**
 * salon_report_clients_seal: when all are there: works out what follows from the days of their visits
 */
void
salon_report_clients_seal (SalonReportClients *self)
{
  g_hash_table_foreach (self->scattered, gather, self);
  g_hash_table_remove_all (self->scattered);
  place_all (self);
  for (guint i = 0; i < self->clients->len; i++) {
    SalonReportClient *client = &g_array_index (self->clients, SalonReportClient, i);
    guint n = 0;
    const SalonDay *days = salon_report_clients_days (self, client, &n);

    client->visits = n;
    client->first_day = n > 0 ? days[0] : SALON_DAY_NONE;
    client->last_day = n > 0 ? days[n - 1] : SALON_DAY_NONE;
    client->status = salon_status_on (days, n, &self->params, self->until);
  }
}

/**
 * salon_report_clients_narrow:
 * @ids: (element-type gint64): who fits the filter of the report
 */
void
salon_report_clients_narrow (SalonReportClients *self, const GArray *ids)
{
  for (guint i = 0; i < self->clients->len; i++)
    g_array_index (self->clients, SalonReportClient, i).fits = FALSE;
  for (guint i = 0; i < ids->len; i++) {
    int index = index_of (self, g_array_index (ids, gint64, i));

    if (index >= 0)
      g_array_index (self->clients, SalonReportClient, index).fits = TRUE;
  }
}

/**
 * salon_report_clients_set_first_employee: who served her on that day, if it is that of her first visit; the first that is said stays
 *
 * After salon_report_clients_seal().
 */
void
salon_report_clients_set_first_employee (SalonReportClients *self, gint64 id, SalonDay day, gint64 employee_id)
{
  int index = index_of (self, id);
  SalonReportClient *client = index >= 0 ? &g_array_index (self->clients, SalonReportClient, index) : NULL;

  if (client != NULL && client->visits > 0 && client->first_day == day && client->first_employee_id == 0)
    client->first_employee_id = employee_id;
}

/**
 * salon_report_clients_set_importance: the class of a client
 */
void
salon_report_clients_set_importance (SalonReportClients *self, gint64 id, int importance)
{
  int index = index_of (self, id);

  if (index >= 0)
    g_array_index (self->clients, SalonReportClient, index).importance = importance;
}

/**
 * salon_report_clients_n:
 *
 * Returns: how many there are
 */
guint
salon_report_clients_n (const SalonReportClients *self)
{
  return self->clients->len;
}

/**
 * salon_report_clients_get:
 *
 * Returns: (transfer none): one of them, in the order of their ids
 */
const SalonReportClient *
salon_report_clients_get (const SalonReportClients *self, guint index)
{
  g_return_val_if_fail (index < self->clients->len, NULL);
  return &g_array_index (self->clients, SalonReportClient, index);
}

/**
 * salon_report_clients_find:
 * @id: also of a card that was merged
 *
 * Returns: (transfer none) (nullable): the client on whose card it is now
 */
const SalonReportClient *
salon_report_clients_find (const SalonReportClients *self, gint64 id)
{
  int index = id != 0 ? index_of (self, id) : -1;

  return index >= 0 ? &g_array_index (self->clients, SalonReportClient, index) : NULL;
}

/**
 * salon_report_clients_index:
 * @client: one of @self
 *
 * Returns: its place in the order of ids
 */
guint
salon_report_clients_index (const SalonReportClients *self, const SalonReportClient *client)
{
  return (guint) (client - (const SalonReportClient *) (gpointer) self->clients->data);
}

/**
 * salon_report_clients_days:
 * @client: one of @self
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): days of her visits that count, ascending, each once
 */
const SalonDay *
salon_report_clients_days (const SalonReportClients *self, const SalonReportClient *client, guint *n)
{
  const Days *range = &g_array_index (self->ranges, Days, salon_report_clients_index (self, client));

  *n = range->n;
  return &g_array_index (self->days, SalonDay, range->first);
}

/**
 * salon_report_clients_params:
 *
 * Returns: (transfer none): parameters of the status
 */
const SalonStatusParams *
salon_report_clients_params (const SalonReportClients *self)
{
  return &self->params;
}

/**
 * salon_report_clients_until:
 *
 * Returns: the day whose attributes they have
 */
SalonDay
salon_report_clients_until (const SalonReportClients *self)
{
  return self->until;
}

/* ---- age */

static const int age_starts[] = { 0, 18, 25, 35, 45, 55, 65 };

/**
 * salon_report_client_age_group:
 *
 * Returns: 0 = not known, else 1 and up, the youngest first
 */
int
salon_report_client_age_group (const SalonReportClient *self, SalonDay day)
{
  int age = salon_birth_age (&self->birth, day);
  int group = 0;

  while (group < (int) G_N_ELEMENTS (age_starts) && age >= age_starts[group])
    group++;
  return group;
}

/**
 * salon_report_age_group_label:
 * @group: as above
 *
 * Returns: (transfer none): "25–34", English; translate when shown
 */
const char *
salon_report_age_group_label (int group)
{
  static const char *const labels[] = { SALON_N ("Age not known"), SALON_N ("Under 18"), "18–24", "25–34", "35–44", "45–54", "55–64",
                                        SALON_N ("65 and older") };

  return labels[CLAMP (group, 0, (int) G_N_ELEMENTS (labels) - 1)];
}
