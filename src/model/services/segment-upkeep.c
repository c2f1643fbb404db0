/* Members of segments are counted once a day, a chunk of clients at a step; what differs from the day before is kept as
 * a move.  How far it went stands in the settings. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/entities/filter-text.h"
#include "model/entities/segment.h"
#include "model/entities/tag.h"
#include "model/services/demo-data.h"
#include "model/services/filter-scope.h"
#include "model/services/segment-upkeep.h"
#include "model/store/filter-store.h"
#include "model/store/repo.h"
#include "model/store/segment-store.h"
#include "model/store/settings-store.h"
#include "model/store/stat-store.h"

#define KEY_CURSOR SALON_SETTING_UPKEEP_PREFIX "segment" /* "segment day filter after" */

#define CLIENTS_A_STEP 4000
#define MOVES_DAYS     35

/* Columns of data/demo/segments.tsv. */
enum { KEY, NAME_EN, FILTER = 4, TAG_EN = 5 };

/* ---- those that come with the program */

static gboolean
is_named (const SalonTag *tag, const SalonDemoTable *table, guint row)
{
  for (int i = 0; i < 3; i++) {
    g_auto (GStrv) names = g_strsplit (salon_demo_table_get (table, row, TAG_EN + i), "|", -1);

    if (g_strv_contains ((const char *const *) names, tag->name))
      return TRUE;
  }
  return FALSE;
}

/* The tag that a segment goes by: one that is there under any of its names, or a new one. */
static gboolean
find_tag (SalonTx *tx, const SalonDemoTable *table, guint row, int language, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) tags = salon_repo_all (tx, salon_tag_get_type (), error);
  g_auto (GStrv) names = g_strsplit (salon_demo_table_get (table, row, TAG_EN + language), "|", -1);
  g_autoptr (SalonTag) tag = NULL;

  if (tags == NULL)
    return FALSE;
  for (guint i = 0; i < tags->len; i++)
    if (is_named (tags->pdata[i], table, row)) {
      *id = salon_entity_get_id (tags->pdata[i]);
      return TRUE;
    }
  tag = salon_tag_new ();
  tag->name = g_strdup (names[0]);
  if (!salon_repo_load (tx, tag, error))
    return FALSE;
  *id = salon_entity_get_id (tag);
  salon_tx_changed (tx, "tag", *id);
  return TRUE;
}

static gboolean
add_one (SalonTx *tx, const SalonDemoTable *table, guint row, int language, GError **error)
{
  g_autoptr (SalonSegment) segment = salon_segment_new ();
  const char *filter = salon_demo_table_get (table, row, FILTER);
  const char *mark = strstr (filter, "{tag}");
  gint64 tag = 0;

  if (mark != NULL && !find_tag (tx, table, row, language, &tag, error))
    return FALSE;
  segment->name = g_strdup (salon_demo_table_get (table, row, NAME_EN + language));
  segment->filter = mark != NULL ? g_strdup_printf ("%.*s%" G_GINT64_FORMAT "%s", (int) (mark - filter), filter, tag, mark + 5)
                                 : g_strdup (filter);
  segment->predefined = g_strdup (salon_demo_table_get (table, row, KEY));
  segment->position = row + 1;
  if (!salon_repo_load (tx, segment, error))
    return FALSE;
  salon_tx_changed (tx, "segment", salon_entity_get_id (segment));
  return TRUE;
}

/* Those in the archive as well: who put one there does not want it again. */
static gboolean
find_predefined (SalonTx *tx, GHashTable *keys, GError **error)
{
  g_autoptr (GPtrArray) segments = salon_repo_all (tx, salon_segment_get_type (), error);

  for (guint i = 0; segments != NULL && i < segments->len; i++) {
    const SalonSegment *segment = segments->pdata[i];

    if (segment->predefined != NULL)
      g_hash_table_add (keys, g_strdup (segment->predefined));
  }
  return segments != NULL;
}

/**
 * salon_segment_upkeep_add_predefined:
 * @language: of the salon's texts
 *
 * Adds the segments that every salon asks for, each once; what is renamed, changed or archived afterwards stays so.
 */
gboolean
salon_segment_upkeep_add_predefined (SalonTx *tx, const char *language, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("segments.tsv", -1);
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!find_predefined (tx, there, error))
    return FALSE;
  for (guint i = 0; i < salon_demo_table_size (table); i++)
    if (!g_hash_table_contains (there, salon_demo_table_get (table, i, KEY)) && !add_one (tx, table, i, (int) salon_demo_language (language), error))
      return FALSE;
  return TRUE;
}

/* ---- members */

typedef struct {
  SalonTx *tx;
  const SalonSegment *segment;
  SalonDay today;
  gboolean first_time; /* nobody has entered: they were there before */
} Counting;

static char *
cursor_prefix (const Counting *self)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %u ", salon_entity_get_id (self->segment), self->today,
                          g_str_hash (self->segment->filter));
}

/* Begins anew unless it was broken off today; then @after is the last client who was done. */
static gboolean
begin (Counting *self, const char *counted, gint64 *after, GError **error)
{
  g_autofree char *cursor = salon_settings_store_get (self->tx, KEY_CURSOR, NULL);
  g_autofree char *prefix = cursor_prefix (self);
  gint64 id = salon_entity_get_id (self->segment);

  self->first_time = g_strcmp0 (counted, self->segment->filter) != 0;
  *after = 0;
  if (cursor != NULL && g_str_has_prefix (cursor, prefix)) {
    *after = atoll (cursor + strlen (prefix));
    return TRUE;
  }
  return self->first_time ? salon_segment_store_forget (self->tx, id, error)
                          : salon_segment_store_trim_moves (self->tx, id, self->today - MOVES_DAYS, error);
}

static gboolean
move (Counting *self, gint64 client_id, gboolean entered, GError **error)
{
  gint64 id = salon_entity_get_id (self->segment);

  return salon_segment_store_put_member (self->tx, id, client_id, entered, error)
         && (self->first_time || salon_segment_store_add_move (self->tx, id, self->today, client_id, entered, error));
}

/* Both ascending. */
static gboolean
note_differences (Counting *self, const GArray *members, const GArray *fitting, GError **error)
{
  guint i = 0;
  guint k = 0;

  while (i < members->len || k < fitting->len) {
    gint64 was = i < members->len ? g_array_index (members, gint64, i) : G_MAXINT64;
    gint64 is = k < fitting->len ? g_array_index (fitting, gint64, k) : G_MAXINT64;

    if (was < is && !move (self, was, FALSE, error))
      return FALSE;
    if (is < was && !move (self, is, TRUE, error))
      return FALSE;
    i += was <= is ? 1 : 0;
    k += is <= was ? 1 : 0;
  }
  return TRUE;
}

static gboolean
count_chunk (Counting *self, gint64 after, gint64 to, GError **error)
{
  g_autoptr (SalonFilter) filter = salon_filter_parse (self->segment->filter, error);
  g_autoptr (GArray) members = NULL;
  g_autoptr (GArray) fitting = NULL;
  SalonFilterScope scope;

  if (filter == NULL || !salon_filter_scope_load (self->tx, &scope, error))
    return FALSE;
  scope.names_only = FALSE;
  fitting = salon_filter_store_range (self->tx, filter, &scope, after, to, error);
  members = fitting != NULL ? salon_segment_store_members (self->tx, salon_entity_get_id (self->segment), after, to, error) : NULL;
  return members != NULL && note_differences (self, members, fitting, error);
}

static gboolean
count_step (Counting *self, const char *counted, GError **error)
{
  g_autofree char *prefix = cursor_prefix (self);
  g_autofree char *cursor = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 after = 0;
  gint64 to = 0;

  if (!begin (self, counted, &after, error))
    return FALSE;
  ids = salon_stat_store_clients (self->tx, after, CLIENTS_A_STEP, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0) {
    salon_tx_changed (self->tx, "figures", 0);
    return salon_settings_store_put (self->tx, KEY_CURSOR, "", error)
           && salon_segment_store_put_state (self->tx, salon_entity_get_id (self->segment), self->segment->filter, self->today, error);
  }
  to = g_array_index (ids, gint64, ids->len - 1);
  cursor = g_strdup_printf ("%s%" G_GINT64_FORMAT, prefix, to);
  return count_chunk (self, after, to, error) && salon_settings_store_put (self->tx, KEY_CURSOR, cursor, error);
}

/**
 * salon_segment_upkeep_step:
 * @more: (out): 1 if something was done, so that there may be more to do
 *
 * Counts a chunk of the first segment that was not counted today, or not since its filter was changed.
 */
gboolean
salon_segment_upkeep_step (SalonTx *tx, gint64 *more, GError **error)
{
  g_autoptr (GPtrArray) segments = salon_repo_find (tx, salon_segment_get_type (), "archived", 0, error);
  SalonDay today = salon_clock_today (salon_tx_clock (tx));

  *more = 0;
  if (segments == NULL)
    return FALSE;
  for (guint i = 0; i < segments->len; i++) {
    Counting counting = { tx, segments->pdata[i], today, FALSE };
    g_autofree char *counted = NULL;
    SalonDay day = SALON_DAY_NONE;

    if (!salon_segment_store_state (tx, salon_entity_get_id (segments->pdata[i]), &counted, &day, error))
      return FALSE;
    if (day == today && g_strcmp0 (counted, counting.segment->filter) == 0)
      continue;
    *more = 1;
    return count_step (&counting, counted, error);
  }
  return TRUE;
}
