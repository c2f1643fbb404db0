/* What the last change of a visit or an absence has set free, read from the journal: so it is known whoever changed it,
 * in whichever window. */
#include "config.h"

#include "base/clock.h"
#include "model/entities/absence.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/timing.h"
#include "model/rules/verbs.h"
#include "model/services/waiting.h"
#include "model/store/journal.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MOST_ROWS 200

/* ---- the rows of the newest operation */

static GPtrArray *
newest_rows (SalonTx *tx, const char *entity, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_journal_concerning (tx, entity, id, MOST_ROWS, error);

  if (rows == NULL)
    return NULL;
  for (guint i = rows->len; i > 1; i--)
    if (((SalonJournalRow *) rows->pdata[i - 1])->operation_id != ((SalonJournalRow *) rows->pdata[0])->operation_id)
      g_ptr_array_remove_index (rows, i - 1);
  return g_steal_pointer (&rows);
}

static gpointer
parse (GType type, const char *json, GError **error)
{
  g_autoptr (GObject) entity = g_object_new (type, NULL);

  return json != NULL && salon_entity_from_json ((SalonEntity *) entity, json, error) ? g_steal_pointer (&entity) : NULL;
}

/* ---- visits */

static GHashTable *
times_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
add_time (GHashTable *times, gint64 employee_id, gint64 from, gint64 to)
{
  GArray *set = g_hash_table_lookup (times, &employee_id);

  if (set == NULL) {
    set = salon_intervals_new ();
    g_hash_table_insert (times, g_memdup2 (&employee_id, sizeof employee_id), set);
  }
  salon_intervals_add (set, from, to);
}

static void
add_lines (GHashTable *times, GHashTable *lines)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const SalonVisitLine *line = value;
    SalonLineShape shape = { 0 };
    SalonLineLayout layout = { 0 };

    salon_line_shape_of_visit_line (line, &shape);
    salon_line_layout (&shape, line->start_min, 0, &layout);
    for (guint i = 0; i < layout.n_work; i++)
      add_time (times, line->employee_id, layout.work[i].from, layout.work[i].to);
  }
}

static GHashTable *
lines_now (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (GPtrArray) lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", visit_id, error);
  GHashTable *by_id = NULL;

  if (lines == NULL)
    return NULL;
  by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; i < lines->len; i++) {
    gint64 id = salon_entity_get_id (lines->pdata[i]);

    g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), g_object_ref (lines->pdata[i]));
  }
  return by_id;
}

/* Back from now to before the operation; rows come newest first. */
static gboolean
roll_back (GPtrArray *rows, GHashTable *lines, gint64 *state, GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    const SalonJournalRow *row = rows->pdata[i];

    if (g_str_equal (row->entity, "visit")) {
      g_autoptr (SalonVisit) before = parse (salon_visit_get_type (), row->before, error);

      *state = before != NULL ? before->state : 0;
    } else if (g_str_equal (row->entity, "visit-line")) {
      SalonVisitLine *before = parse (salon_visit_line_get_type (), row->before, error);

      g_hash_table_remove (lines, &row->entity_id);
      if (before != NULL)
        g_hash_table_insert (lines, g_memdup2 (&row->entity_id, sizeof row->entity_id), before);
    }
    if (error != NULL && *error != NULL)
      return FALSE;
  }
  return TRUE;
}

static void
add_times (GHashTable *times, gint64 state, GHashTable *lines)
{
  if (salon_visit_state_holds_time ((SalonVisitState) state))
    add_lines (times, lines);
}

static void
take_difference (GHashTable *before, GHashTable *after, gint64 now, GArray *holes)
{
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    g_autoptr (GArray) nothing = salon_intervals_new ();
    GArray *taken = g_hash_table_lookup (after, key);
    g_autoptr (GArray) freed = NULL;

    salon_intervals_normalize (value);
    if (taken != NULL)
      salon_intervals_normalize (taken);
    freed = salon_intervals_subtract (value, taken != NULL ? taken : nothing);
    for (guint i = 0; i < freed->len; i++) {
      const SalonInterval *interval = &g_array_index (freed, SalonInterval, i);
      SalonHole hole = { *(gint64 *) key, MAX (interval->from, now), interval->to };

      if (hole.from < hole.to)
        g_array_append_val (holes, hole);
    }
  }
}

static gboolean
add_visit (SalonTx *tx, gint64 visit_id, GArray *holes, GError **error)
{
  g_autoptr (GPtrArray) rows = newest_rows (tx, "visit", visit_id, error);
  g_autoptr (GHashTable) lines = rows != NULL ? lines_now (tx, visit_id, error) : NULL;
  g_autoptr (SalonVisit) visit = salon_repo_find_one (tx, salon_visit_get_type (), "id", visit_id, NULL);
  g_autoptr (GHashTable) before = times_new ();
  g_autoptr (GHashTable) after = times_new ();
  gint64 state = visit != NULL ? visit->state : 0;
  g_autoptr (GError) failure = NULL;

  if (lines == NULL)
    return FALSE;
  add_times (after, state, lines);
  if (!roll_back (rows, lines, &state, &failure)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  add_times (before, state, lines);
  take_difference (before, after, salon_clock_wall_minute (salon_tx_clock (tx)), holes);
  return TRUE;
}

/* ---- absences */

static void
add_absence_time (GHashTable *times, const SalonAbsence *absence)
{
  if (absence != NULL)
    add_time (times, absence->employee_id, absence->first_day * SALON_MINUTES_A_DAY,
              (absence->last_day + 1) * SALON_MINUTES_A_DAY);
}

static gboolean
add_absence (SalonTx *tx, gint64 absence_id, GArray *holes, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_journal_of_entity (tx, "absence", absence_id, 1, error);
  g_autoptr (GHashTable) before = times_new ();
  g_autoptr (GHashTable) after = times_new ();
  g_autoptr (SalonAbsence) old = NULL;
  g_autoptr (SalonAbsence) new = NULL;

  if (rows == NULL || rows->len == 0)
    return rows != NULL;
  old = parse (salon_absence_get_type (), ((SalonJournalRow *) rows->pdata[0])->before, NULL);
  new = parse (salon_absence_get_type (), ((SalonJournalRow *) rows->pdata[0])->after, NULL);
  add_absence_time (before, old);
  add_absence_time (after, new);
  take_difference (before, after, salon_clock_wall_minute (salon_tx_clock (tx)), holes);
  return TRUE;
}

static int
compare_holes (gconstpointer a, gconstpointer b)
{
  const SalonHole *one = a;
  const SalonHole *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->employee_id > other->employee_id) - (one->employee_id < other->employee_id);
}

/**
 * salon_waiting_holes:
 *
 * Time of employees that the last change of these visits and absences has set free and that is not over: a visit that was
 * cancelled, missed, moved, shortened or taken back; an absence that was removed or shortened.
 *
 * Returns: (transfer full) (nullable) (element-type SalonHole): by time
 */
GArray *
salon_waiting_holes (SalonTx *tx, const SalonWaitingFreed *freed, GError **error)
{
  g_autoptr (GArray) holes = g_array_new (FALSE, FALSE, sizeof (SalonHole));

  for (guint i = 0; freed->visit_ids != NULL && i < freed->visit_ids->len; i++)
    if (!add_visit (tx, g_array_index (freed->visit_ids, gint64, i), holes, error))
      return NULL;
  for (guint i = 0; freed->absence_ids != NULL && i < freed->absence_ids->len; i++)
    if (!add_absence (tx, g_array_index (freed->absence_ids, gint64, i), holes, error))
      return NULL;
  if (freed->holes != NULL)
    g_array_append_vals (holes, freed->holes->data, freed->holes->len);
  g_array_sort (holes, compare_holes);
  return g_steal_pointer (&holes);
}
