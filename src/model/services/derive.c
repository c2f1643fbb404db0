/* Derived values are made at the end of each transaction from what it changed, by one path, whether
 * a use case, an undo or an import changed it. */
#include "config.h"

#include "base/error.h"
#include "base/phone.h"
#include "base/text.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/enums.h"
#include "model/entities/room.h"
#include "model/entities/segment.h"
#include "model/entities/plastic-card.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/client-name.h"
#include "model/rules/status.h"
#include "model/rules/timing.h"
#include "model/rules/verbs.h"
#include "model/services/clash-text.h"
#include "model/services/derive.h"
#include "model/services/settings.h"
#include "model/store/repo.h"
#include "model/store/search-store.h"
#include "model/store/segment-store.h"
#include "model/store/stat-store.h"
#include "model/store/visit-store.h"

/* What is out of date besides the next booking, which is looked up for each client that was changed: most changes are
 * bookings, and a booking changes neither figures nor what a client is found by, and only the first one online that she booked so. */
#define STALE_CLIENT "client"
#define STALE_MONEY  "client-money" /* only what was sold to her and what she paid */

static gboolean
has_figures (const SalonVisit *visit)
{
  return salon_visit_state_counts ((SalonVisitState) visit->state) || visit->state == SALON_VISIT_NO_SHOW;
}

/* ---- occupancy */

static SalonOccupancy
occupancy_of (SalonResourceKind kind, gint64 resource, const SalonBusy *busy, const SalonVisit *visit, const SalonVisitLine *line)
{
  return (SalonOccupancy){
    .kind = kind,
    .resource_id = resource,
    .from_min = busy->from,
    .to_min = busy->to,
    .before_min = busy->before,
    .after_min = busy->after,
    .visit_id = salon_entity_get_id (visit),
    .line_id = salon_entity_get_id (line),
    .override = visit->override_reason != NULL,
  };
}

static gboolean
room_cleanup (SalonTx *tx, gint64 room_id, int *cleanup, GError **error)
{
  g_autoptr (SalonRoom) room = NULL;

  *cleanup = 0;
  if (room_id == 0)
    return TRUE;
  room = salon_repo_get (tx, salon_room_get_type (), room_id, error);
  if (room == NULL)
    return FALSE;
  *cleanup = (int) room->cleanup_min;
  return TRUE;
}

static gboolean
lay_out_line (SalonTx *tx, const SalonVisit *visit, const SalonVisitLine *line, GArray *rows, GError **error)
{
  SalonLineShape shape = { 0 };
  SalonLineLayout layout;
  SalonOccupancy row;

  salon_line_shape_of_visit_line (line, &shape);
  if (!room_cleanup (tx, line->room_id, &shape.cleanup, error))
    return FALSE;
  salon_line_layout (&shape, line->start_min, salon_entity_get_id (visit), &layout);
  for (guint i = 0; i < layout.n_work; i++) {
    row = occupancy_of (SALON_RESOURCE_EMPLOYEE, line->employee_id, &layout.work[i], visit, line);
    g_array_append_val (rows, row);
  }
  if (line->room_id == 0)
    return TRUE;
  row = occupancy_of (SALON_RESOURCE_ROOM, line->room_id, &layout.room, visit, line);
  g_array_append_val (rows, row);
  return TRUE;
}

/* The order of salon_visit_store_occupancy_of_visit(). */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SalonOccupancy *one = a;
  const SalonOccupancy *other = b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->resource_id != other->resource_id)
    return one->resource_id < other->resource_id ? -1 : 1;
  if (one->from_min != other->from_min)
    return one->from_min < other->from_min ? -1 : 1;
  return (one->line_id > other->line_id) - (one->line_id < other->line_id);
}

/* What is kept free after a room's time has the room's cleanup in it.  When the cleanup is changed later,
 * visits that were booked before keep theirs until they are moved. */
static gboolean
row_equal (const SalonOccupancy *a, const SalonOccupancy *b)
{
  return compare_rows (a, b) == 0 && a->to_min == b->to_min && a->before_min == b->before_min
         && (a->kind == SALON_RESOURCE_ROOM || a->after_min == b->after_min) && a->override == b->override;
}

static gboolean
rows_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!row_equal (&g_array_index (a, SalonOccupancy, i), &g_array_index (b, SalonOccupancy, i)))
      return FALSE;
  return TRUE;
}

/* The time that the visit should take: none if it is gone, cancelled or was missed. */
static GArray *
wanted_rows (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SalonVisit) visit = salon_repo_find_one (tx, salon_visit_get_type (), "id", visit_id, &failure);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonOccupancy));

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (visit != NULL) /* a changed line changes the figures of the client, too */
    salon_tx_changed (tx, "client", visit->client_id);
  if (visit != NULL && has_figures (visit))
    salon_tx_note_stale (tx, STALE_CLIENT, visit->client_id);
  if (visit == NULL || !salon_visit_state_holds_time ((SalonVisitState) visit->state))
    return g_steal_pointer (&rows);
  lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", visit_id, error);
  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    if (!lay_out_line (tx, visit, lines->pdata[i], rows, error))
      return NULL;
  g_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

/* Frees the time of the visit unless it is as it should be; then *@rows is %NULL and nothing is left to do. */
static gboolean
clear_visit (SalonTx *tx, gint64 visit_id, GArray **rows, GError **error)
{
  g_autoptr (GArray) wanted = wanted_rows (tx, visit_id, error);
  g_autoptr (GArray) stored = wanted != NULL ? salon_visit_store_occupancy_of_visit (tx, visit_id, error) : NULL;

  *rows = NULL;
  if (stored == NULL)
    return FALSE;
  if (rows_equal (stored, wanted))
    return TRUE;
  *rows = g_steal_pointer (&wanted);
  return stored->len == 0 || salon_visit_store_clear_occupancy (tx, visit_id, error);
}

/* The trigger says that the time is taken; who has it can still be asked. */
static void
name_the_other (SalonTx *tx, const SalonOccupancy *row, GError **error)
{
  g_autofree char *sentence = NULL;

  if (error == NULL || !g_error_matches (*error, SALON_ERROR, SALON_ERROR_CONFLICT))
    return;
  sentence = salon_clash_text_of (tx, row);
  if (sentence == NULL)
    return;
  g_clear_error (error);
  salon_set_error (error, SALON_ERROR_CONFLICT, "%s", sentence);
}

static gboolean
take_time (SalonTx *tx, const GArray *rows, GError **error)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const SalonOccupancy *row = &g_array_index (rows, SalonOccupancy, i);

    if (salon_visit_store_add_occupancy (tx, row, error))
      continue;
    name_the_other (tx, row, error);
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_derive_visit:
 *
 * Replaces the time that a visit takes: none if it is gone, cancelled or was missed.  Time that is as
 * it should be is left alone: it may lie beside a visit that was booked over it with a reason.
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT when the time is taken by another
 */
gboolean
salon_derive_visit (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (GArray) rows = NULL;

  return clear_visit (tx, visit_id, &rows, error) && take_time (tx, rows, error);
}

static void
rows_free (gpointer rows)
{
  if (rows != NULL)
    g_array_unref (rows);
}

/* Frees all time first: visits that change places in one transaction must not meet half way. */
static gboolean
derive_visits (SalonTx *tx, GError **error)
{
  g_autoptr (GArray) ids = salon_change_set_ids (salon_tx_changes (tx), "visit");
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_full (ids->len, rows_free);

  for (guint i = 0; i < ids->len; i++) {
    GArray *rows = NULL;

    if (!clear_visit (tx, g_array_index (ids, gint64, i), &rows, error))
      return FALSE;
    g_ptr_array_add (wanted, rows);
  }
  for (guint i = 0; i < wanted->len; i++)
    if (!take_time (tx, wanted->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* ---- search */

static void
append_other (GString *others, const char *text)
{
  g_autofree char *key = text != NULL ? salon_text_email_key (text) : NULL;

  if (key != NULL && *key != '\0')
    g_string_append_printf (others, "%s%s", others->len > 0 ? " " : "", key);
}

/* All that were hers: who comes with an old one is found, too. */
static gboolean
append_cards (SalonTx *tx, gint64 client_id, GString *others, GError **error)
{
  g_autoptr (GPtrArray) cards = salon_repo_find (tx, salon_plastic_card_get_type (), "client_id", client_id, error);

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    append_other (others, ((SalonPlasticCard *) cards->pdata[i])->number);
  return cards != NULL;
}

static char *
phones_key (GPtrArray *phones)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < phones->len; i++) {
    const SalonClientPhone *phone = phones->pdata[i];
    g_autofree char *key = salon_phone_search_key (phone->e164, phone->typed);

    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", key);
  }
  return g_string_free (text, FALSE);
}

static gboolean
index_client (SalonTx *tx, const SalonClient *client, GPtrArray *phones, SalonDay last_visit, GError **error)
{
  g_autofree char *phone_text = phones_key (phones);
  g_autofree char *name = salon_client_list_name (client->first_name, client->patronymic, client->surname, NULL);
  g_autofree char *names = salon_text_index_key (name);
  g_autoptr (GString) others = g_string_new (NULL);

  append_other (others, client->email);
  append_other (others, client->whatsapp);
  append_other (others, client->telegram);
  append_other (others, client->instagram);
  if (!append_cards (tx, salon_entity_get_id (client), others, error))
    return FALSE;
  return salon_search_store_put (tx, salon_entity_get_id (client), names, phone_text, others->str, last_visit, error);
}

/* ---- figures */

/* What is changed in the past changes the twelve months of the last change of day; place and class wait for the next. */
static void
fill_rolling (const GArray *days, SalonClientStat *stat)
{
  SalonDay from = stat->rolling_day != SALON_DAY_NONE ? salon_day_add_months (stat->rolling_day, -12) : SALON_DAY_NONE;

  if (from == SALON_DAY_NONE)
    return;
  stat->visits_12m = 0;
  for (guint i = 0; i < days->len; i++) {
    SalonDay day = g_array_index (days, SalonDay, i);

    stat->visits_12m += day >= from && day < stat->rolling_day ? 1 : 0;
  }
}

static gboolean
fill_stat (SalonTx *tx, const SalonSettings *settings, gint64 client_id, SalonClientStat *stat, GError **error)
{
  g_autoptr (GArray) days = salon_visit_store_counted_days (tx, client_id, error);
  SalonStatusDerived derived;
  gint64 visit_id = 0;

  if (days == NULL)
    return FALSE;
  salon_status_derive ((const SalonDay *) (gpointer) days->data, days->len, &settings->status, &derived);
  stat->visit_days = derived.n_days;
  stat->first_day = derived.first_day;
  stat->last_day = derived.last_day;
  stat->lost_on = derived.lost_on;
  stat->permanent_until = derived.permanent_until;
  fill_rolling (days, stat);
  return salon_stat_store_sum_money (tx, stat, error)
         && salon_visit_store_marks (tx, client_id, &stat->masters_seen, &stat->services_had, error)
         && salon_stat_store_look (tx, client_id, &stat->has, error)
         && salon_visit_store_count_state (tx, client_id, SALON_VISIT_NO_SHOW, &stat->no_shows, error)
         && salon_visit_store_next (tx, client_id, salon_clock_wall_minute (salon_tx_clock (tx)), &visit_id,
                                    &stat->next_min, error);
}

/* By what the list is sorted: the name that it shows, which is the first phone of a client without one. */
static char *
name_key_of (const SalonClient *client, GPtrArray *phones)
{
  const SalonClientPhone *phone = phones->len > 0 ? phones->pdata[0] : NULL;
  const char *number = phone == NULL ? NULL : phone->e164 != NULL ? phone->e164 : phone->typed;
  g_autofree char *name = salon_client_list_name (client->first_name, client->patronymic, client->surname, number);

  return salon_text_collation_key (name);
}

static gboolean
renew_client (SalonTx *tx, const SalonSettings *settings, const SalonClient *client, GError **error)
{
  gint64 id = salon_entity_get_id (client);
  g_autoptr (GPtrArray) phones = salon_repo_find (tx, salon_client_phone_get_type (), "client_id", id, error);
  g_autofree char *name_key = phones != NULL ? name_key_of (client, phones) : NULL;
  SalonClientStat stat;

  if (phones == NULL || !salon_stat_store_get (tx, id, &stat, error) || !fill_stat (tx, settings, id, &stat, error)
      || !salon_stat_store_put (tx, &stat, name_key, client->archived_at != 0, error))
    return FALSE;
  if (client->archived_at != 0)
    return salon_search_store_remove (tx, id, error);
  return index_client (tx, client, phones, stat.last_day, error);
}

static gboolean
derive_client (SalonTx *tx, const SalonSettings *settings, gint64 client_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SalonClient) client = salon_repo_find_one (tx, salon_client_get_type (), "id", client_id, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (client == NULL)
    return salon_stat_store_remove (tx, client_id, error) && salon_search_store_remove (tx, client_id, error)
           && salon_segment_store_forget_client (tx, client_id, error);
  return renew_client (tx, settings, client, error);
}

/**
 * salon_derive_client:
 *
 * Renews the figures and the search entry of a client; an archived one cannot be found by typing.
 */
gboolean
salon_derive_client (SalonTx *tx, gint64 client_id, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);

  return settings != NULL && derive_client (tx, settings, client_id, error);
}

static gboolean
derive_next (SalonTx *tx, gint64 client_id, GError **error)
{
  gint64 visit_id = 0;
  gint64 next_min = 0;

  return salon_visit_store_next (tx, client_id, salon_clock_wall_minute (salon_tx_clock (tx)), &visit_id, &next_min, error)
         && salon_stat_store_put_next (tx, client_id, next_min, error);
}

static gboolean
derive_money (SalonTx *tx, gint64 client_id, GError **error)
{
  SalonClientStat stat;

  return salon_stat_store_get (tx, client_id, &stat, error) && salon_stat_store_sum_money (tx, &stat, error)
         && salon_stat_store_put_money (tx, &stat, error) && derive_next (tx, client_id, error);
}

static gboolean
derive_clients (SalonTx *tx, GError **error)
{
  g_autoptr (GArray) ids = salon_change_set_ids (salon_tx_changes (tx), "client");
  g_autoptr (SalonSettings) settings = NULL;

  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    gboolean whole = salon_change_set_contains (salon_tx_stale (tx), STALE_CLIENT, id);

    if (whole && settings == NULL && (settings = salon_settings_load (tx, NULL, error)) == NULL)
      return FALSE;
    if (!(whole ? derive_client (tx, settings, id, error)
                : salon_change_set_contains (salon_tx_stale (tx), STALE_MONEY, id) ? derive_money (tx, id, error)
                                                                                 : derive_next (tx, id, error)))
      return FALSE;
  }
  return TRUE;
}

/* Who is in a segment that is gone, or not looked at any more, is forgotten. */
static gboolean
derive_segments (SalonTx *tx, GError **error)
{
  g_autoptr (GArray) ids = salon_change_set_ids (salon_tx_changes (tx), "segment");

  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (GError) failure = NULL;
    g_autoptr (SalonSegment) segment = salon_repo_find_one (tx, salon_segment_get_type (), "id", id, &failure);

    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    if ((segment == NULL || segment->archived) && !salon_segment_store_forget (tx, id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_derive_note_money:
 *
 * Notes that what was sold to a client and what she paid is to be summed again at the end of the transaction, though no row
 * of hers changed.
 */
void
salon_derive_note_money (SalonTx *tx, gint64 client_id)
{
  salon_tx_note_stale (tx, STALE_MONEY, client_id);
  salon_tx_changed (tx, "client", client_id);
}

static void
watch_visit (SalonTx *tx, const SalonVisit *visit)
{
  if (visit != NULL && has_figures (visit))
    salon_tx_note_stale (tx, STALE_CLIENT, visit->client_id);
}

/* Whose visit was booked online; 0 = nobody's. */
static gint64
booked_online_by (const SalonVisit *visit)
{
  return visit != NULL && visit->source == SALON_VISIT_SOURCE_ONLINE ? visit->client_id : 0;
}

/* What was booked online and stays hers is no news. */
static void
watch_online (SalonTx *tx, const SalonVisit *before, const SalonVisit *after)
{
  gint64 ids[] = { booked_online_by (before), booked_online_by (after) };

  for (guint i = 0; ids[0] != ids[1] && i < G_N_ELEMENTS (ids); i++)
    if (ids[i] != 0)
      salon_tx_note_stale (tx, STALE_CLIENT, ids[i]);
}

static void
watch_phone (SalonTx *tx, const SalonClientPhone *phone)
{
  if (phone != NULL)
    salon_tx_note_stale (tx, STALE_CLIENT, phone->client_id);
}

static void
watch_card (SalonTx *tx, const SalonPlasticCard *card)
{
  if (card != NULL && card->client_id != 0)
    salon_tx_note_stale (tx, STALE_CLIENT, card->client_id);
}

/**
 * salon_derive_watch:
 * @before: (nullable): a row of any kind as it was
 * @after: (nullable): the same row as it is
 *
 * Notes whose figures or search entry the change may touch; what a line touches is found when its visit is looked at.
 */
void
salon_derive_watch (SalonTx *tx, gpointer before, gpointer after)
{
  gpointer row = before != NULL ? before : after;
  GType type = G_OBJECT_TYPE (row);

  if (type == salon_visit_get_type ()) {
    watch_visit (tx, before);
    watch_visit (tx, after);
    watch_online (tx, before, after);
  } else if (type == salon_client_phone_get_type ()) {
    watch_phone (tx, before);
    watch_phone (tx, after);
  } else if (type == salon_plastic_card_get_type ()) {
    watch_card (tx, before);
    watch_card (tx, after);
  } else if (type == salon_client_get_type ()) {
    salon_tx_note_stale (tx, STALE_CLIENT, salon_entity_get_id (row));
  }
}

/**
 * salon_derive:
 *
 * Called by the store before the outermost COMMIT.
 */
gboolean
salon_derive (SalonTx *tx, GError **error)
{
  return derive_visits (tx, error) && derive_clients (tx, error) && derive_segments (tx, error);
}
