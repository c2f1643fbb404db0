/* Rows of the list of clients, by pages. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/birth.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/rules/status.h"
#include "model/services/cards.h"
#include "model/services/clients.h"
#include "model/services/settings.h"
#include "model/services/tickets.h"
#include "model/store/client-store.h"
#include "model/store/client-sums.h"
#include "model/store/stat-store.h"
#include "model/store/visit-store.h"

G_DEFINE_FINAL_TYPE (SalonClientRow, salon_client_row, G_TYPE_OBJECT)

static void
salon_client_row_finalize (GObject *object)
{
  SalonClientRow *self = SALON_CLIENT_ROW (object);

  g_free (self->name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->source);
  g_free (self->tickets);
  g_free (self->cards);
  g_free (self->promotions);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  G_OBJECT_CLASS (salon_client_row_parent_class)->finalize (object);
}

static void
salon_client_row_class_init (SalonClientRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_client_row_finalize;
}

static void
salon_client_row_init (SalonClientRow *self)
{
  self->first_day = SALON_DAY_NONE;
  self->last_day = SALON_DAY_NONE;
  self->age = -1;
}

/**
 * salon_client_rows_request_new:
 * @ids: (transfer none) (element-type gint64): a page of ids
 *
 * Returns: (transfer full): a request
 */
SalonClientRowsRequest *
salon_client_rows_request_new (GArray *ids, SalonClientColumns columns)
{
  SalonClientRowsRequest *self = g_new0 (SalonClientRowsRequest, 1);

  self->ids = g_array_ref (ids);
  self->columns = columns;
  return self;
}

/**
 * salon_client_rows_request_free: frees a request
 */
void
salon_client_rows_request_free (SalonClientRowsRequest *self)
{
  g_array_unref (self->ids);
  g_free (self);
}

typedef struct {
  SalonTx *tx;
  SalonDay today;
  gint64 now; /* absolute wall minute */
  gboolean with_contacts;
  char *country;
  SalonClientColumns columns;
} RowReader;

static gboolean
row_reader_init (RowReader *self, SalonTx *tx, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (SalonSettings) settings = NULL;

  *self = (RowReader){ tx, salon_clock_today (salon_tx_clock (tx)), salon_clock_wall_minute (salon_tx_clock (tx)), FALSE, NULL,
                         SALON_CLIENT_COLUMNS_PLAIN };
  if (!salon_permission_check (actor, SALON_PERMISSION_CLIENTS_VIEW, error))
    return FALSE;
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL)
    return FALSE;
  self->with_contacts = salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_CLIENTS_CONTACTS);
  self->country = g_steal_pointer (&settings->country);
  return TRUE;
}

static SalonStatus
status_of (const SalonClientStat *stat, SalonDay today)
{
  SalonStatusDerived derived = {
    .n_days = (int) stat->visit_days,
    .lost_on = stat->lost_on,
    .permanent_until = stat->permanent_until,
  };

  return salon_status_of_derived (&derived, today);
}

/* The next booking of the figures may have begun since they were made. */
static gboolean
next_booking (RowReader *self, const SalonClientStat *stat, gint64 *next_min, GError **error)
{
  gint64 visit_id = 0;

  *next_min = stat->next_min;
  return stat->next_min == 0 || stat->next_min >= self->now
         || salon_visit_store_next (self->tx, stat->client_id, self->now, &visit_id, next_min, error);
}

static void
fill_person (RowReader *self, SalonClientRow *row, SalonClientBrief *brief)
{
  if (self->with_contacts)
    row->phone = salon_client_phone_text (brief->e164, brief->typed, self->country);
  row->name = salon_client_list_name (brief->first_name, brief->patronymic, brief->surname, row->phone);
  if (*row->name == '\0') {
    g_free (row->name);
    row->name = g_strdup (_("Client without a name"));
  }
  row->thumb = g_steal_pointer (&brief->thumb);
  row->created_at = brief->created_at;
  row->has_alert = brief->has_alert;
  row->archived = brief->archived_at != 0;
  if (self->with_contacts)
    row->email = g_steal_pointer (&brief->email);
  row->gender = brief->gender;
  row->birth_year = brief->birth_year;
  row->birth_month = brief->birth_month;
  row->birth_mday = brief->birth_mday;
  row->age = salon_birth_age (&(SalonBirth){ (int) brief->birth_year, (int) brief->birth_month, (int) brief->birth_mday },
                              self->today);
  row->discount_bp = brief->discount_bp;
  row->pinned = brief->importance_pin != 0;
  row->importance = brief->importance_pin;
}

static void
fill_figures (RowReader *self, SalonClientRow *row, const SalonClientStat *stat)
{
  row->status = status_of (stat, self->today);
  row->visit_days = stat->visit_days;
  row->first_day = stat->first_day;
  row->last_day = stat->last_day;
  if (stat->visit_days > 1)
    row->frequency = (stat->last_day - stat->first_day) / (stat->visit_days - 1);
  row->sold = stat->sold;
  row->paid = stat->paid;
  row->no_shows = stat->no_shows;
  row->visits_12m = stat->visits_12m;
  row->sold_12m = stat->sold_12m;
  row->top_place = stat->top_place;
  if (!row->pinned)
    row->importance = stat->importance;
}

static void
mark_free (gpointer data)
{
  SalonClientMark *self = data;

  g_free (self->name);
  g_free (self);
}

/* Takes @taken over; it is missing after a failure. */
static gboolean
take_marks (GPtrArray **marks, GPtrArray *taken)
{
  g_autoptr (GPtrArray) labels = taken;

  if (labels == NULL)
    return FALSE;
  *marks = g_ptr_array_new_with_free_func (mark_free);
  for (guint i = 0; i < labels->len; i++) {
    SalonClientLabel *label = labels->pdata[i];
    SalonClientMark *mark = g_new0 (SalonClientMark, 1);

    mark->id = label->id;
    mark->name = g_steal_pointer (&label->name);
    mark->color = label->color;
    g_ptr_array_add (*marks, mark);
  }
  return TRUE;
}

static gboolean
fill_money (RowReader *self, SalonClientRow *row, GError **error)
{
  SalonMoney sums[SALON_CLIENT_N_SUMS] = { 0 };

  if (!salon_client_sums_read (self->tx, row->id, sums, error))
    return FALSE;
  row->balance = sums[SALON_CLIENT_SUM_BALANCE];
  row->bonus = sums[SALON_CLIENT_SUM_BONUS];
  row->discounted = sums[SALON_CLIENT_SUM_DISCOUNTS];
  row->certificate = sums[SALON_CLIENT_SUM_CERTIFICATES];
  return TRUE;
}

static gboolean
fill_promotions (RowReader *self, SalonClientRow *row, GError **error)
{
  g_autoptr (GPtrArray) labels = salon_client_store_promotions (self->tx, row->id, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (labels == NULL)
    return FALSE;
  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", ((const SalonClientLabel *) labels->pdata[i])->name);
  row->promotions = labels->len > 0 ? g_strdup (text->str) : NULL;
  return TRUE;
}

static gboolean
fill_columns (RowReader *self, SalonClientRow *row, const SalonClientBrief *brief, GError **error)
{
  if ((self->columns & SALON_CLIENT_COLUMN_CATEGORIES) != 0
      && !take_marks (&row->categories, salon_client_store_categories (self->tx, row->id, error)))
    return FALSE;
  if ((self->columns & SALON_CLIENT_COLUMN_TAGS) != 0
      && !take_marks (&row->tags, salon_client_store_tags (self->tx, row->id, error)))
    return FALSE;
  if (((self->columns & SALON_CLIENT_COLUMN_MONEY) != 0 && !fill_money (self, row, error))
      || ((self->columns & SALON_CLIENT_COLUMN_TICKETS) != 0 && !salon_tickets_text (self->tx, row->id, &row->tickets, error))
      || ((self->columns & SALON_CLIENT_COLUMN_CARDS) != 0 && !salon_cards_text (self->tx, row->id, &row->cards, error))
      || ((self->columns & SALON_CLIENT_COLUMN_PROMOTIONS) != 0 && !fill_promotions (self, row, error)))
    return FALSE;
  if ((self->columns & SALON_CLIENT_COLUMN_SOURCE) == 0 || brief->source_id == 0)
    return TRUE;
  return salon_client_store_source (self->tx, brief->source_id, &row->source, error);
}

static SalonClientRow *
read_row (RowReader *self, gint64 id, GError **error)
{
  g_autoptr (SalonClientRow) row = g_object_new (SALON_TYPE_CLIENT_ROW, NULL);
  g_autoptr (SalonClientBrief) brief = NULL;
  SalonClientStat stat;

  row->id = id;
  if (!salon_client_store_brief (self->tx, id, &brief, error) || !salon_stat_store_get (self->tx, id, &stat, error)
      || !next_booking (self, &stat, &row->next_min, error))
    return NULL;
  if (brief == NULL) {
    row->name = g_strdup ("");
    return g_steal_pointer (&row);
  }
  fill_person (self, row, brief);
  fill_figures (self, row, &stat);
  return fill_columns (self, row, brief, error) ? g_steal_pointer (&row) : NULL;
}

/**
 * salon_client_rows_with:
 *
 * Returns: (transfer full) (element-type SalonClientRow): one row for each id, in their order; one without a
 *   name for a client that is gone
 */
GPtrArray *
salon_client_rows_with (SalonTx *tx, const SalonClientRowsRequest *request, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  RowReader reader;

  if (!row_reader_init (&reader, tx, error))
    return NULL;
  reader.columns = request->columns;
  for (guint i = 0; i < request->ids->len; i++) {
    SalonClientRow *row = read_row (&reader, g_array_index (request->ids, gint64, i), error);

    if (row == NULL) {
      g_clear_pointer (&rows, g_ptr_array_unref);
      break;
    }
    g_ptr_array_add (rows, row);
  }
  g_free (reader.country);
  return g_steal_pointer (&rows);
}

/**
 * salon_client_rows:
 * @ids: (element-type gint64): a page of ids
 *
 * Returns: (transfer full) (element-type SalonClientRow): salon_client_rows_with() with the plain columns
 */
GPtrArray *
salon_client_rows (SalonTx *tx, const GArray *ids, GError **error)
{
  SalonClientRowsRequest request = { (GArray *) ids, SALON_CLIENT_COLUMNS_PLAIN };

  return salon_client_rows_with (tx, &request, error);
}

SALON_DEFINE_QUERY (salon_query_client_rows, "clients.rows", salon_client_rows, GArray, g_array_unref, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_client_rows_with, "clients.rows-with", salon_client_rows_with, SalonClientRowsRequest,
                    salon_client_rows_request_free, g_ptr_array_unref)
