/* What is counted once a day waits for the next day when something changes: only what was not touched since can be held
 * against what is made again.  Of a day on which the lists of the salon themselves changed no segment is looked at. */
#include "config.h"

#include <stdlib.h>

#include "model/entities/filter-text.h"
#include "model/entities/segment.h"
#include "model/services/category-rules.h"
#include "model/services/filter-scope.h"
#include "model/services/health-derived.h"
#include "model/services/settings.h"
#include "model/store/filter-store.h"
#include "model/store/health-store.h"
#include "model/store/repo.h"
#include "model/store/segment-store.h"
#include "model/store/settings-store.h"

/* What is compared, and what must be left alone. */
typedef struct {
  SalonTx *tx;
  GPtrArray *findings;
  gint64 since;        /* when the day began on which it was counted, UTC microseconds */
  GHashTable *touched; /* ids of clients that changed since */
  gboolean others;     /* something else changed, too */
} Looking;

static GHashTable *
set_of (const GArray *ids)
{
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return set;
}

/* ---- segments */

static void
tell_member (Looking *self, gint64 segment, gint64 client, gboolean is_in)
{
  if (g_hash_table_contains (self->touched, &client))
    return;
  g_ptr_array_add (self->findings, g_strdup_printf ("client %" G_GINT64_FORMAT " is %s segment %" G_GINT64_FORMAT " and ought %s be",
                                                    client, is_in ? "in" : "not in", segment, is_in ? "not to" : "to"));
}

/* Both ascending. */
static void
compare_members (Looking *self, gint64 segment, const GArray *members, const GArray *fitting)
{
  guint i = 0;
  guint k = 0;

  while (i < members->len || k < fitting->len) {
    gint64 is = i < members->len ? g_array_index (members, gint64, i) : G_MAXINT64;
    gint64 ought = k < fitting->len ? g_array_index (fitting, gint64, k) : G_MAXINT64;

    if (is != ought)
      tell_member (self, segment, MIN (is, ought), is < ought);
    i += is <= ought;
    k += ought <= is;
  }
}

static gboolean
check_segment (Looking *self, const SalonSegment *segment, SalonDay today, GError **error)
{
  gint64 id = salon_entity_get_id (segment);
  g_autoptr (SalonFilter) filter = NULL;
  g_autofree char *counted = NULL;
  g_autoptr (GArray) members = NULL;
  g_autoptr (GArray) fitting = NULL;
  SalonFilterScope scope;
  SalonDay day = SALON_DAY_NONE;

  if (!salon_segment_store_state (self->tx, id, &counted, &day, error))
    return FALSE;
  if (counted == NULL || day != today || g_strcmp0 (counted, segment->filter) != 0)
    return TRUE;
  filter = salon_filter_parse (segment->filter, error);
  if (filter == NULL || !salon_filter_scope_load (self->tx, &scope, error))
    return FALSE;
  scope.names_only = FALSE;
  fitting = salon_filter_store_range (self->tx, filter, &scope, 0, G_MAXINT64, error);
  members = fitting != NULL ? salon_segment_store_members (self->tx, id, 0, G_MAXINT64, error) : NULL;
  if (members == NULL)
    return FALSE;
  compare_members (self, id, members, fitting);
  return TRUE;
}

static gboolean
check_segments (Looking *self, SalonDay today, GError **error)
{
  g_autoptr (GPtrArray) segments = salon_repo_find (self->tx, salon_segment_get_type (), "archived", 0, error);

  for (guint i = 0; segments != NULL && i < segments->len; i++)
    if (!check_segment (self, segments->pdata[i], today, error))
      return FALSE;
  return segments != NULL;
}

/* ---- rules */

static gboolean
check_rules (Looking *self, GError **error)
{
  SalonRulesRequest everybody = { NULL };
  g_autoptr (GArray) due = salon_rules_due (self->tx, &everybody, error);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; due != NULL && i < due->len; i++) {
    const gint64 *id = &g_array_index (due, gint64, i);

    if (!g_hash_table_contains (self->touched, id) && g_hash_table_add (told, g_memdup2 (id, sizeof *id)))
      g_ptr_array_add (self->findings,
                       g_strdup_printf ("client %" G_GINT64_FORMAT ": the categories by rule are not those of the rules", *id));
  }
  return due != NULL;
}

/* ---- all */

/* The day whose figures are complete; %SALON_DAY_NONE while a new day is on its way. */
static SalonDay
counted_day (SalonTx *tx)
{
  g_autofree char *day = salon_settings_store_get (tx, SALON_SETTING_UPKEEP_PREFIX "day", NULL);
  g_autofree char *rolling = salon_settings_store_get (tx, SALON_SETTING_UPKEEP_PREFIX "rolling", NULL);
  g_autofree char *complete = day != NULL ? g_strdup_printf ("%s 2 ", day) : NULL;

  return complete != NULL && rolling != NULL && g_str_has_prefix (rolling, complete) ? (SalonDay) atoi (day) : SALON_DAY_NONE;
}

static gboolean
look (Looking *self, SalonDay day, SalonDay today, GError **error)
{
  if (!salon_health_store_check_places (self->tx, self->since, g_hash_table_size (self->touched) == 0, self->findings, error))
    return FALSE;
  return self->others || day != today || (check_segments (self, today, error) && check_rules (self, error));
}

/**
 * salon_health_derived_check:
 * @findings: (element-type utf8): gets one line for each client whose place, class, segment or category by rule is not
 *   what it ought to be
 */
gboolean
salon_health_derived_check (SalonTx *tx, GPtrArray *findings, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  SalonDay day = counted_day (tx);
  Looking looking = { tx, findings, 0, NULL, FALSE };
  g_autoptr (GArray) ids = NULL;
  gboolean done = FALSE;
  int valid = 0;

  if (day == SALON_DAY_NONE || !salon_clock_wall_to_utc (salon_tx_clock (tx), day, 0, &looking.since, &valid))
    return TRUE;
  ids = salon_health_store_touched (tx, looking.since, &looking.others, error);
  if (ids == NULL)
    return FALSE;
  looking.touched = set_of (ids);
  done = look (&looking, day, today, error);
  g_hash_table_unref (looking.touched);
  return done;
}
