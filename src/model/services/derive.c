/* Derived values are made at the end of each transaction from what it changed, by one path, whether
 * a use case, an undo or an import changed it. */
#include "config.h"

#include "base/phone.h"
#include "base/text.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/enums.h"
#include "model/entities/room.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/status.h"
#include "model/rules/timing.h"
#include "model/services/derive.h"
#include "model/services/settings.h"
#include "model/store/repo.h"
#include "model/store/search-store.h"
#include "model/store/stat-store.h"
#include "model/store/visit-store.h"

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
occupy_line (SalonTx *tx, const SalonVisit *visit, const SalonVisitLine *line, GError **error)
{
  SalonLineShape shape = { (int) line->work1_min, (int) line->gap_min, (int) line->work2_min,
                           (int) line->buffer_before_min, (int) line->buffer_after_min, 0 };
  SalonLineLayout layout;
  SalonOccupancy row;

  if (!room_cleanup (tx, line->room_id, &shape.cleanup, error))
    return FALSE;
  salon_line_layout (&shape, line->start_min, salon_entity_get_id (visit), &layout);
  for (guint i = 0; i < layout.n_work; i++) {
    row = occupancy_of (SALON_RESOURCE_EMPLOYEE, line->employee_id, &layout.work[i], visit, line);
    if (!salon_visit_store_add_occupancy (tx, &row, error))
      return FALSE;
  }
  if (line->room_id == 0)
    return TRUE;
  row = occupancy_of (SALON_RESOURCE_ROOM, line->room_id, &layout.room, visit, line);
  return salon_visit_store_add_occupancy (tx, &row, error);
}

/**
 * salon_derive_visit:
 *
 * Replaces the time that a visit takes: none if it is gone, cancelled or was missed.
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT when the time is taken by another
 */
gboolean
salon_derive_visit (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SalonVisit) visit = salon_repo_find_one (tx, salon_visit_get_type (), "id", visit_id, &failure);
  g_autoptr (GPtrArray) lines = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (!salon_visit_store_clear_occupancy (tx, visit_id, error))
    return FALSE;
  if (visit == NULL || visit->state == SALON_VISIT_CANCELLED || visit->state == SALON_VISIT_NO_SHOW)
    return TRUE;
  lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", visit_id, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!occupy_line (tx, visit, lines->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* ---- search */

static void
append_key (GString *keys, char *(*make_key) (const char *), const char *text)
{
  g_autofree char *key = text != NULL ? make_key (text) : NULL;

  if (key != NULL && *key != '\0')
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", key);
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
index_client (SalonTx *tx, const SalonClient *client, SalonDay last_visit, GError **error)
{
  gint64 id = salon_entity_get_id (client);
  g_autoptr (GPtrArray) phones = salon_repo_find (tx, salon_client_phone_get_type (), "client_id", id, error);
  g_autofree char *phone_text = phones != NULL ? phones_key (phones) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) others = g_string_new (NULL);

  if (phones == NULL)
    return FALSE;
  append_key (names, salon_text_index_key, client->surname);
  append_key (names, salon_text_index_key, client->first_name);
  append_key (names, salon_text_index_key, client->patronymic);
  append_key (others, salon_text_email_key, client->email);
  append_key (others, salon_text_email_key, client->whatsapp);
  append_key (others, salon_text_email_key, client->telegram);
  append_key (others, salon_text_email_key, client->instagram);
  return salon_search_store_put (tx, id, names->str, phone_text, others->str, last_visit, error);
}

/* ---- figures */

static gboolean
fill_stat (SalonTx *tx, gint64 client_id, SalonClientStat *stat, GError **error)
{
  g_autoptr (GArray) days = salon_visit_store_counted_days (tx, client_id, error);
  g_autoptr (SalonSettings) settings = days != NULL ? salon_settings_load (tx, NULL, error) : NULL;
  SalonStatusDerived derived;
  gint64 visit_id = 0;

  if (settings == NULL)
    return FALSE;
  salon_status_derive ((const SalonDay *) (gpointer) days->data, days->len, &settings->status, &derived);
  stat->visit_days = derived.n_days;
  stat->first_day = derived.first_day;
  stat->last_day = derived.last_day;
  stat->lost_on = derived.lost_on;
  stat->permanent_until = derived.permanent_until;
  return salon_visit_store_sold (tx, client_id, 0, SALON_DAY_MAX, &stat->sold, error)
         && salon_visit_store_count_state (tx, client_id, SALON_VISIT_NO_SHOW, &stat->no_shows, error)
         && salon_visit_store_next (tx, client_id, salon_clock_wall_minute (salon_tx_clock (tx)), &visit_id,
                                    &stat->next_min, error);
}

/**
 * salon_derive_client:
 *
 * Renews the figures and the search entry of a client; an archived one cannot be found by typing.
 */
gboolean
salon_derive_client (SalonTx *tx, gint64 client_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SalonClient) client = salon_repo_find_one (tx, salon_client_get_type (), "id", client_id, &failure);
  SalonClientStat stat;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (client == NULL)
    return salon_stat_store_remove (tx, client_id, error) && salon_search_store_remove (tx, client_id, error);
  if (!salon_stat_store_get (tx, client_id, &stat, error) || !fill_stat (tx, client_id, &stat, error)
      || !salon_stat_store_put (tx, &stat, error))
    return FALSE;
  if (client->archived_at != 0)
    return salon_search_store_remove (tx, client_id, error);
  return index_client (tx, client, stat.last_day, error);
}

typedef gboolean (*DeriveOne) (SalonTx *tx, gint64 id, GError **error);

static gboolean
derive_topic (SalonTx *tx, const char *topic, DeriveOne derive, GError **error)
{
  g_autoptr (GArray) ids = salon_change_set_ids (salon_tx_changes (tx), topic);

  for (guint i = 0; i < ids->len; i++)
    if (!derive (tx, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* Frees all time first: visits that change places in one transaction must not meet half way. */
static gboolean
clear_visit (SalonTx *tx, gint64 visit_id, GError **error)
{
  return salon_visit_store_clear_occupancy (tx, visit_id, error);
}

/**
 * salon_derive:
 *
 * Called by the store before the outermost COMMIT.
 */
gboolean
salon_derive (SalonTx *tx, GError **error)
{
  return derive_topic (tx, "visit", clear_visit, error) && derive_topic (tx, "visit", salon_derive_visit, error)
         && derive_topic (tx, "client", salon_derive_client, error);
}
