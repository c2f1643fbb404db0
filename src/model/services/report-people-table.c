/* Runs reports about clients: facts into rows and columns, and who stands behind each of them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/ids.h"
#include "model/rules/cohort.h"
#include "model/rules/report-compare.h"
#include "model/services/report-ask.h"
#include "model/services/report-groups.h"
#include "model/services/report-narrow.h"
#include "model/services/report-people.h"

/* ---- cells */

static const gint64 *
side_of (const SalonTallyRow *row, gboolean before)
{
  return before ? row->before : row->values;
}

static SalonCohortCell
cell_of (const SalonPeopleMeasure *measure, const gint64 *values)
{
  const gint64 *numbers = values + measure->value;

  return (SalonCohortCell){ numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] };
}

static gboolean
fixes_time (const SalonPeopleBy *self, const SalonTallyRow *row)
{
  return self->time >= 0 && (guint) self->time < row->level;
}

/**
 * salon_people_cell_is_incomplete:
 * @before: of the period it is compared with
 *
 * Returns: whether the figure may still grow
 */
gboolean
salon_people_cell_is_incomplete (const SalonPeopleMeasure *measure, const SalonTallyRow *row, gboolean before)
{
  SalonCohortCell cell = { 0 };

  if (measure->how != SALON_PEOPLE_CELL)
    return FALSE;
  cell = cell_of (measure, side_of (row, before));
  return salon_cohort_cell_is_incomplete (&cell);
}

/**
 * salon_people_row_is_incomplete:
 *
 * Returns: whether the time of the row is not over
 */
gboolean
salon_people_row_is_incomplete (const SalonPeopleBy *self, const SalonTallyRow *row)
{
  SalonBucket bucket = SALON_BUCKET_DAY;

  if (!fixes_time (self, row))
    return FALSE;
  bucket = (SalonBucket) self->keys[self->time].dimension->bucket;
  return bucket > SALON_BUCKET_DAY
         && salon_bucket_next ((SalonDay) row->path[self->time], bucket) - 1 > self->ask->until;
}

/**
 * salon_people_measure_value:
 * @before: of the period it is compared with
 * @value: (out): in the unit of the measure
 *
 * Of cohorts together only those count whose time is over; one alone is shown as far as it is.
 *
 * Returns: %FALSE if there is none
 */
gboolean
salon_people_measure_value (const SalonPeopleBy *self, const SalonPeopleMeasure *measure, const SalonTallyRow *row, gboolean before,
                            gint64 *value)
{
  const gint64 *values = side_of (row, before);
  gint64 number = values[measure->value];
  gint64 factor = measure->unit == SALON_REPORT_PERCENT ? 10000 : measure->unit == SALON_REPORT_QUANTITY ? 1000 : 1;
  SalonCohortCell cell = { 0 };

  if (before && measure->is_of_now)
    return FALSE;
  switch (measure->how) {
  case SALON_PEOPLE_RATIO:
    return values[measure->of] > 0 && salon_money_mul_div (number, factor, values[measure->of], value);
  case SALON_PEOPLE_CELL:
    cell = cell_of (measure, values);
    *value = salon_cohort_cell_rate (&cell, !fixes_time (self, row));
    return !salon_cohort_cell_is_empty (&cell);
  case SALON_PEOPLE_NUMBER:
  default:
    *value = number;
    return TRUE;
  }
}

/* ---- rows */

static gboolean
has_share (const SalonPeopleBy *self, const SalonPeopleMeasure *measure)
{
  return measure->has_share && self->n > 0 && self->before == NULL;
}

static void
add_columns (const SalonPeopleBy *self, SalonReportTable *table)
{
  table->n_groupings = self->n;
  for (guint i = 0; i < self->n; i++)
    salon_report_table_add_column (table, salon_report_ask_groupings (self->ask)[i], salon_people_by_label (self, i),
                                   SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  for (guint i = 0; i < self->shown->len; i++) {
    const SalonPeopleMeasure *measure = self->shown->pdata[i];
    guint column = salon_report_table_add_column (table, measure->key, salon_people_label (measure->label), measure->unit, SALON_REPORT_VALUE);

    if (self->before != NULL)
      salon_report_table_add_compared (table, column, salon_report_spec_compare (self->ask->spec));
    else if (has_share (self, measure))
      salon_report_table_add_column_of (table, column, SALON_REPORT_SHARE, C_ ("report", "Share"));
  }
}

static void
set_values (const SalonPeopleBy *self, SalonReportRow *to, const SalonTallyRow *row, const SalonTallyRow *total)
{
  guint column = self->n;

  for (guint i = 0; i < self->shown->len; i++) {
    const SalonPeopleMeasure *measure = self->shown->pdata[i];
    gint64 value = 0;
    gint64 before = 0;
    gboolean has_value = salon_people_measure_value (self, measure, row, FALSE, &value);
    gboolean has_before = self->before != NULL && salon_people_measure_value (self, measure, row, TRUE, &before);

    if (self->before != NULL) {
      salon_report_row_set_compared (to, column, measure->unit, has_value ? &value : NULL, has_before ? &before : NULL);
      column += 3;
      continue;
    }
    if (has_value)
      salon_report_row_set_value (to, column, measure->unit, value);
    column++;
    if (!has_share (self, measure))
      continue;
    salon_report_row_set_ratio (to, column, row->values[measure->value], total->values[measure->value]);
    column++;
  }
}

static void
set_labels (const SalonPeopleBy *self, SalonReportRow *to, const SalonTallyRow *row)
{
  if (row->level == 0 && self->n > 0)
    salon_report_row_set_text (to, 0, C_ ("report", "Total"));
  for (guint i = 0; i < row->level; i++) {
    g_autofree char *text = salon_people_by_text (self, i, row->path[i]);

    salon_report_row_set_text (to, i, text);
  }
}

static SalonReportRowKind
kind_of (const SalonTallyRow *row)
{
  return row->is_rest ? SALON_REPORT_REST
         : row->level == 0 ? SALON_REPORT_TOTAL
         : row->has_parts  ? SALON_REPORT_SUBTOTAL
                           : SALON_REPORT_LEAF;
}

static gboolean
any_cell_is_incomplete (const SalonPeopleBy *self, const SalonTallyRow *row)
{
  for (guint i = 0; i < self->shown->len && !self->report->is_triangle; i++)
    if (salon_people_cell_is_incomplete (self->shown->pdata[i], row, FALSE))
      return TRUE;
  return FALSE;
}

static gboolean
is_nothing (const SalonPeopleBy *self, const SalonTallyRow *total)
{
  for (guint i = 0; i < self->report->n_values; i++)
    if (total->values[i] != 0 || (total->before != NULL && total->before[i] != 0))
      return FALSE;
  return TRUE;
}

/**
 * salon_people_fill:
 * @rows: (element-type SalonTallyRow): the last one is the total
 *
 * Columns and rows; without anything to show no row.
 */
void
salon_people_fill (const SalonPeopleBy *self, SalonReportTable *table, const GPtrArray *rows)
{
  const SalonTallyRow *total = rows->pdata[rows->len - 1];

  add_columns (self, table);
  for (guint i = 0; i < rows->len && !is_nothing (self, total); i++) {
    const SalonTallyRow *row = rows->pdata[i];
    SalonReportRow *to = salon_report_table_add_row (table, kind_of (row), row->path, row->level);

    to->is_incomplete = salon_people_row_is_incomplete (self, row) || (fixes_time (self, row) && any_cell_is_incomplete (self, row));
    set_labels (self, to, row);
    set_values (self, to, row, total);
  }
}

/* ---- run */

typedef struct {
  const SalonPeopleBy *by;
  SalonTally *tally;
} Adding;

static void
add_fact (gpointer data, const SalonPeopleFact *fact, const gint64 *values)
{
  Adding *adding = data;

  if (salon_people_by_fits (adding->by, fact))
    salon_people_by_add (adding->by, adding->tally, fact, values);
}

static gboolean
fold_side (SalonPeopleBy *by, SalonTally *tally, GError **error)
{
  Adding adding = { by, tally };

  return by->report->fold != NULL ? by->report->fold (by, tally, error) : by->report->gather (by, add_fact, &adding, error);
}

static GPtrArray *
fold (SalonPeopleBy *by, GError **error)
{
  g_autoptr (SalonTally) tally = salon_people_by_tally (by);

  if (!fold_side (by, tally, error) || (by->before != NULL && !fold_side (by->before, tally, error)))
    return NULL;
  if (by->report->close != NULL && !by->report->close (by, tally, error))
    return NULL;
  return salon_tally_rows (tally);
}

static void
tell_narrowing (const SalonPeopleBy *by, SalonReportTable *table)
{
  g_autoptr (GPtrArray) dimensions = g_ptr_array_new ();

  for (guint i = 0; i < by->only->len; i++)
    g_ptr_array_add (dimensions, (gpointer) g_array_index (by->only, SalonPeopleKey, i).dimension);
  salon_report_narrow_tell (by->tx, by->ask->spec, dimensions, by->maps, table);
  salon_report_narrow_note (by->ask->spec, dimensions, by->maps, table);
}

/* As of which day clients are what they are grouped by. */
static void
add_attribute_notes (const SalonPeopleBy *by, SalonReportTable *table)
{
  if (salon_people_by_asks_for (by, SALON_REPORT_KEYS ("status", "age", "first_employee")))
    salon_report_table_add_note (table, by->before != NULL
                                            ? _("Status, age and first master are those of the last day of the period, and of the last day of "
                                                "the one it is compared with.")
                                            : _("Status, age and first master are those of the last day of the period."));
  if (salon_people_by_asks_for (by, SALON_REPORT_KEYS ("source", "gender", "importance")))
    salon_report_table_add_note (table, _("Source, gender and class are those of today: what they were before is not kept."));
}

/**
 * salon_people_run:
 *
 * Returns: (transfer full): the table of a report about clients
 */
SalonReportTable *
salon_people_run (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  g_autoptr (SalonPeopleBy) by = salon_people_by_new (tx, ask, error);
  g_autoptr (GPtrArray) rows = by != NULL ? fold (by, error) : NULL;
  g_autoptr (SalonReportTable) table = NULL;

  if (rows == NULL)
    return NULL;
  table = salon_report_ask_table (ask);
  tell_narrowing (by, table);
  salon_people_fill (by, table, rows);
  if (table->rows->len > 0)
    table->chart = salon_people_chart (by, table, rows);
  if (table->rows->len > 0 && ask->report->people->finish != NULL
      && !ask->report->people->finish (by, table, rows, error))
    return NULL;
  if (table->rows->len > 0)
    add_attribute_notes (by, table);
  if (table->rows->len > 0 && salon_people_by_has_groups (by))
    salon_report_groups_note (table);
  if (table->rows->len > 0)
    salon_report_ask_add_compared_note (ask, table);
  return g_steal_pointer (&table);
}

/* ---- behind */

/**
 * Behind: who is gathered
 * @measure: (nullable): only who is in this one
 * @top: (nullable): values of the first key that have a row of their own, if the rest is asked for
 */
typedef struct {
  const SalonPeopleBy *by;
  const SalonBehindRequest *request;
  const SalonPeopleMeasure *measure;
  GPtrArray *top;
  GHashTable *ids;
} Behind;

static gboolean
is_in_measure (const SalonPeopleMeasure *measure, guint n_values, const gint64 *values)
{
  if (measure != NULL && measure->how == SALON_PEOPLE_CELL)
    return values[measure->value + 1] != 0 || values[measure->value + 3] != 0;
  if (measure != NULL)
    return values[measure->value] != 0;
  for (guint i = 0; i < n_values; i++)
    if (values[i] != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_in_rest (const Behind *behind, const SalonPeopleFact *fact)
{
  for (guint i = 0; i < behind->top->len; i++) {
    const SalonTallyRow *row = behind->top->pdata[i];

    if (row->level == 1 && !row->is_rest && salon_people_by_holds (behind->by, fact, row->path, 1))
      return FALSE;
  }
  return TRUE;
}

static void
note_client (gpointer data, const SalonPeopleFact *fact, const gint64 *values)
{
  Behind *behind = data;
  gint64 id = fact->client->id;
  gboolean fits = is_in_measure (behind->measure, behind->by->report->n_values, values) && salon_people_by_fits (behind->by, fact)
                  && (behind->top != NULL ? is_in_rest (behind, fact)
                                          : salon_people_by_holds (behind->by, fact, behind->request->path, behind->request->level));

  if (fits && !g_hash_table_contains (behind->ids, &id))
    g_hash_table_add (behind->ids, g_memdup2 (&id, sizeof id));
}

/* "clients.share" is about the same people as "clients", and "clients.before" about those of the other period. */
static const SalonPeopleMeasure *
find_measure (const SalonPeopleReport *report, const char *column)
{
  gsize length = column != NULL ? strcspn (column, ".") : 0;

  for (guint i = 0; column != NULL && i < report->n_measures; i++)
    if (strlen (report->measures[i].key) == length && strncmp (report->measures[i].key, column, length) == 0)
      return &report->measures[i];
  return NULL;
}

static gboolean
is_about_before (const SalonPeopleBy *by, const char *column)
{
  return by->before != NULL && column != NULL && g_str_has_suffix (column, ".before");
}

static GArray *
sorted_ids (GHashTable *ids)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (list, id, 1);
  g_array_sort (list, salon_ids_compare);
  return list;
}

/**
 * salon_people_behind:
 *
 * Returns: (transfer full): the clients that a row counts, each once
 */
SalonReportTable *
salon_people_behind (SalonTx *tx, SalonReportAsk *ask, const SalonBehindRequest *request, GError **error)
{
  g_autoptr (SalonPeopleBy) by = salon_people_by_new (tx, ask, error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) top = NULL;
  g_autoptr (GArray) list = NULL;
  Behind behind = { by, request, find_measure (ask->report->people, request->column), NULL, ids };
  SalonPeopleBy *side = NULL;

  if (by == NULL)
    return NULL;
  if (request->level > by->n) {
    salon_set_field_error (error, "row", _("The report has no such row."));
    return NULL;
  }
  if (request->level == 1 && request->path[0] == SALON_TALLY_REST && (top = behind.top = fold (by, error)) == NULL)
    return NULL;
  behind.by = side = is_about_before (by, request->column) ? by->before : by;
  salon_people_by_narrow (side, request->path, request->level);
  if (!side->report->gather (side, note_client, &behind, error))
    return NULL;
  list = sorted_ids (ids);
  return salon_report_people_table (tx, ask, list, error);
}
