/* Upkeep in steps of a few ten milliseconds, so that the desk is never locked out.
 *
 * How far it went stands in the settings beside the figures: what was broken off goes on at the next
 * start.  A step that finds nothing to do answers 0. */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "model/entities/entity.h"
#include "model/services/bonus.h"
#include "model/services/cards.h"
#include "model/services/certificates.h"
#include "model/services/derive.h"
#include "model/services/exports.h"
#include "model/services/segment-upkeep.h"
#include "model/services/settings.h"
#include "model/services/tickets.h"
#include "model/services/upkeep.h"
#include "model/store/settings-store.h"
#include "model/store/stat-store.h"

#define KEY_STATUS   SALON_SETTING_UPKEEP_PREFIX "status"  /* parameters of which the figures are */
#define KEY_CURSOR   SALON_SETTING_UPKEEP_PREFIX "cursor"  /* "parameters id": how far they were renewed */
#define KEY_DAY      SALON_SETTING_UPKEEP_PREFIX "day"     /* day of the rolling figures */
#define KEY_ROLLING  SALON_SETTING_UPKEEP_PREFIX "rolling" /* "day phase a b c": how far a new day went */

#define KEY_ENDED SALON_SETTING_UPKEEP_PREFIX "ended" /* day on which what ended was taken away */

#define PREDEFINED     "2" /* one more when segments come along */
#define KEY_PREDEFINED SALON_SETTING_UPKEEP_PREFIX "predefined" /* the segments that come with the program are there */

#define CLIENTS_A_STEP 250
#define SUMS_A_STEP    1000
#define PLACES_A_STEP  2000

/* The keys of names change with the version of their order, too. */
static char *
describe (const SalonStatusParams *params)
{
  g_autofree char *collation = salon_text_collation_version ();

  return g_strdup_printf ("%d/%d/%d/%d/%d/%s", params->window_months, params->n_permanent, params->lost_after_months,
                          params->least_visits, params->sticky, collation);
}

static gboolean
derive_clients (SalonTx *tx, gint64 after, gint64 *last, GError **error)
{
  g_autoptr (GArray) ids = salon_stat_store_clients (tx, after, CLIENTS_A_STEP, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!salon_derive_client (tx, g_array_index (ids, gint64, i), error))
      return FALSE;
  *last = ids->len > 0 ? g_array_index (ids, gint64, ids->len - 1) : 0;
  return TRUE;
}

/* Other status parameters than those of the figures: renews the next clients. */
static gboolean
renew_status (SalonTx *tx, const char *wanted, gint64 *more, GError **error)
{
  g_autofree char *cursor = salon_settings_store_get (tx, KEY_CURSOR, NULL);
  g_auto (GStrv) parts = g_strsplit (cursor != NULL ? cursor : "", " ", 2);
  gint64 after = g_strv_length (parts) == 2 && g_str_equal (parts[0], wanted) ? atoll (parts[1]) : 0;
  g_autofree char *next = NULL;
  gint64 last = 0;

  if (!derive_clients (tx, after, &last, error))
    return FALSE;
  if (last == 0) {
    salon_tx_changed (tx, "figures", 0);
    return salon_settings_store_put (tx, KEY_STATUS, wanted, error);
  }
  *more = 1;
  next = g_strdup_printf ("%s %" G_GINT64_FORMAT, wanted, last);
  return salon_settings_store_put (tx, KEY_CURSOR, next, error);
}

typedef struct {
  gint64 day;
  gint64 phase; /* 0 = sums, 1 = places, 2 = done */
  gint64 after; /* of the sums */
  SalonRankCursor rank;
} Rolling;

static gboolean
load_rolling (SalonTx *tx, SalonDay today, Rolling *rolling, GError **error)
{
  g_autofree char *text = salon_settings_store_get (tx, KEY_ROLLING, NULL);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", 9);

  *rolling = (Rolling){ today, 0, 0, { .sold = G_MAXINT64 } };
  if (g_strv_length (parts) != 9 || atoll (parts[0]) != today)
    return TRUE;
  rolling->phase = atoll (parts[1]);
  rolling->after = atoll (parts[2]);
  rolling->rank = (SalonRankCursor){ atoll (parts[3]), atoll (parts[4]), atoll (parts[5]),
                                     atoll (parts[6]), atoll (parts[7]), atoll (parts[8]) };
  return TRUE;
}

static gboolean
store_rolling (SalonTx *tx, const Rolling *rolling, GError **error)
{
  const SalonRankCursor *rank = &rolling->rank;
  gint64 numbers[] = { rolling->day, rolling->phase, rolling->after, rank->sold, rank->client_id,
                       rank->place, rank->above, rank->done, rank->total };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", numbers[i]);
  return salon_settings_store_put (tx, KEY_ROLLING, text->str, error);
}

static gboolean
roll_step (SalonTx *tx, SalonDay today, Rolling *rolling, GError **error)
{
  guint n = 0;
  gint64 last = 0;

  if (rolling->phase == 0) {
    if (!salon_stat_store_roll_sums (tx, today, salon_day_add_months (today, -12), rolling->after, SUMS_A_STEP, &last, error))
      return FALSE;
    rolling->after = last;
    rolling->phase = last == 0 ? 1 : 0;
    return TRUE;
  }
  if (!salon_stat_store_roll_places (tx, &rolling->rank, PLACES_A_STEP, &n, error))
    return FALSE;
  rolling->phase = n < PLACES_A_STEP ? 2 : 1;
  return TRUE;
}

/* A new day: twelve months' revenue and TOP places up to yesterday. */
static gboolean
renew_day (SalonTx *tx, SalonDay today, gint64 *more, GError **error)
{
  g_autofree char *day = g_strdup_printf ("%d", today);
  Rolling rolling;

  if (!load_rolling (tx, today, &rolling, error) || !roll_step (tx, today, &rolling, error)
      || !store_rolling (tx, &rolling, error))
    return FALSE;
  *more = rolling.phase < 2;
  if (*more)
    return TRUE;
  salon_tx_changed (tx, "figures", 0);
  return salon_settings_store_put (tx, KEY_DAY, day, error);
}

/* A salon that was set up gets the segments that come with the program; then all are counted. */
static gboolean
renew_segments (SalonTx *tx, const SalonSettings *settings, gint64 *more, GError **error)
{
  g_autofree char *predefined = salon_settings_store_get (tx, KEY_PREDEFINED, NULL);

  if (g_strcmp0 (predefined, PREDEFINED) != 0 && settings->name != NULL && *settings->name != '\0') {
    *more = 1;
    return salon_segment_upkeep_add_predefined (tx, settings->language, error)
           && salon_settings_store_put (tx, KEY_PREDEFINED, PREDEFINED, error);
  }
  return salon_segment_upkeep_step (tx, more, error);
}

/* A new day: cards that ended are accepted no more, and what is left of tickets, certificates and bonus is owed no more. */
static gboolean
expire_ended (SalonTx *tx, SalonDay today, gint64 *more, GError **error)
{
  g_autofree char *ended = salon_settings_store_get (tx, KEY_ENDED, NULL);
  g_autofree char *day = g_strdup_printf ("%d", today);
  gint64 n = 0;

  if (g_strcmp0 (ended, day) == 0)
    return TRUE;
  *more = 1;
  if (!salon_cards_expire (tx, &n, error))
    return FALSE;
  if (n > 0) /* as many as a step may take: there may be others */
    return TRUE;
  return salon_tickets_expire (tx, &n, error) && salon_certificates_expire (tx, &n, error) && salon_bonus_expire (tx, &n, error)
         && salon_settings_store_put (tx, KEY_ENDED, day, error);
}

/**
 * salon_upkeep_step:
 * @more: (out): 1 while there is more to do
 *
 * One step of what is due.  Announces topic "figures" when all figures were renewed.
 */
gboolean
salon_upkeep_step (SalonTx *tx, gconstpointer nothing, gint64 *more, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autofree char *wanted = settings != NULL ? describe (&settings->status) : NULL;
  g_autofree char *status = settings != NULL ? salon_settings_store_get (tx, KEY_STATUS, NULL) : NULL;
  g_autofree char *day = settings != NULL ? salon_settings_store_get (tx, KEY_DAY, NULL) : NULL;

  *more = 0;
  if (settings == NULL)
    return FALSE;
  if (g_strcmp0 (status, wanted) != 0) {
    *more = 1;
    return renew_status (tx, wanted, more, error);
  }
  if (day == NULL || atoi (day) != today) {
    if (!renew_day (tx, today, more, error))
      return FALSE;
    *more = 1;
    return TRUE;
  }
  if (!expire_ended (tx, today, more, error))
    return FALSE;
  if (*more == 0 && !renew_segments (tx, settings, more, error))
    return FALSE;
  return *more != 0 || salon_exports_tidy (tx, settings->export_keep_days, more, error);
}

const SalonCommand salon_command_upkeep = { "upkeep", SALON_N ("Figures renewed"), salon_upkeep_step, NULL, TRUE };

/**
 * salon_upkeep_note_fresh: the figures of every client were just derived by the present status parameters
 */
gboolean
salon_upkeep_note_fresh (SalonTx *tx, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autofree char *status = settings != NULL ? describe (&settings->status) : NULL;

  return settings != NULL && salon_settings_store_put (tx, KEY_STATUS, status, error);
}

/**
 * salon_upkeep_run:
 *
 * Does all that is due and waits: for the command line and tests, never in a window.
 */
gboolean
salon_upkeep_run (SalonSession *session, GError **error)
{
  SalonDone done = { 0 };

  do {
    if (!salon_session_submit_sync (session, &salon_command_upkeep, NULL, NULL, &done, error))
      return FALSE;
  } while (done.id != 0);
  return TRUE;
}
