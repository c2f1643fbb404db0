/* Writes shifts of many days as one operation: rows that stay the same are not touched. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/ids.h"
#include "model/entities/shift.h"
#include "model/rules/permission.h"
#include "model/rules/validate.h"
#include "model/services/shifts.h"
#include "model/services/stranded.h"
#include "model/store/repo.h"

/* ---- requests */

/**
 * salon_shifts_request_new:
 *
 * Returns: (transfer full): a request about no day yet
 */
SalonShiftsRequest *
salon_shifts_request_new (void)
{
  SalonShiftsRequest *self = g_new0 (SalonShiftsRequest, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (SalonShiftCell));
  return self;
}

/**
 * salon_shifts_request_copy:
 *
 * Returns: (transfer full): the same request, for another try
 */
SalonShiftsRequest *
salon_shifts_request_copy (const SalonShiftsRequest *self)
{
  SalonShiftsRequest *copy = g_new0 (SalonShiftsRequest, 1);

  copy->cells = g_array_copy (self->cells);
  copy->keep_visits = self->keep_visits;
  return copy;
}

/**
 * salon_shifts_request_add:
 * @parts: (array length=n_parts) (nullable): the hours, for %SALON_SHIFT_HOURS
 */
void
salon_shifts_request_add (SalonShiftsRequest *self, gint64 employee_id, SalonDay day, SalonShiftWhat what,
                          const SalonHours *parts, guint n_parts)
{
  SalonShiftCell cell = { .employee_id = employee_id, .day = day, .what = what, .n_parts = n_parts };

  g_return_if_fail (n_parts <= SALON_HOURS_MOST_PARTS);
  for (guint i = 0; i < n_parts; i++)
    cell.parts[i] = parts[i];
  g_array_append_val (self->cells, cell);
}

/**
 * salon_shifts_request_add_pattern:
 *
 * Adds each day of the span: with these hours, or as a day off.
 */
void
salon_shifts_request_add_pattern (SalonShiftsRequest *self, gint64 employee_id, SalonDay first_day, SalonDay last_day,
                                  const SalonShiftPattern *pattern, const SalonHours *parts, guint n_parts)
{
  for (SalonDay day = first_day; day <= last_day && self->cells->len <= SALON_SHIFTS_MOST_CELLS; day++) {
    gboolean works = salon_shift_pattern_works (pattern, day);

    salon_shifts_request_add (self, employee_id, day, works ? SALON_SHIFT_HOURS : SALON_SHIFT_OFF, parts, works ? n_parts : 0);
  }
}

/**
 * salon_shifts_request_free: frees a request
 */
void
salon_shifts_request_free (SalonShiftsRequest *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * salon_shifts_copy_new:
 * @employee_ids: (transfer none) (element-type gint64):
 *
 * Returns: (transfer full): a request
 */
SalonShiftsCopy *
salon_shifts_copy_new (const GArray *employee_ids, SalonDay first_day, SalonDay last_day, int distance)
{
  SalonShiftsCopy *self = g_new0 (SalonShiftsCopy, 1);

  self->employee_ids = g_array_copy ((GArray *) employee_ids);
  self->first_day = first_day;
  self->last_day = last_day;
  self->distance = distance;
  return self;
}

/**
 * salon_shifts_copy_free: frees a request
 */
void
salon_shifts_copy_free (SalonShiftsCopy *self)
{
  g_array_unref (self->employee_ids);
  g_free (self);
}

/* ---- checking */

static gboolean
check_cell (const SalonShiftCell *cell, GError **error)
{
  g_autoptr (SalonShift) shift = salon_shift_new ();

  shift->employee_id = cell->employee_id;
  shift->day = cell->day;
  if (!salon_validate_shift (shift, error))
    return FALSE;
  if (cell->what != SALON_SHIFT_HOURS)
    return TRUE;
  if (cell->n_parts == 0) {
    salon_set_field_error (error, "hours", _("Type the hours, for example 10:00–19:00."));
    return FALSE;
  }
  return salon_hours_check (cell->parts, cell->n_parts, error);
}

static gboolean
check_cells (const GArray *cells, GError **error)
{
  if (cells->len > SALON_SHIFTS_MOST_CELLS) {
    salon_set_field_error (error, "cells", _("These are too many days at once. Choose a shorter span."));
    return FALSE;
  }
  for (guint i = 0; i < cells->len; i++)
    if (!check_cell (&g_array_index (cells, SalonShiftCell, i), error))
      return FALSE;
  return TRUE;
}

/* ---- rows by employee and day */

typedef struct {
  gint64 employee_id;
  gint64 day;
} Key;

static guint
key_hash (gconstpointer key)
{
  const Key *self = key;

  return g_int64_hash (&self->employee_id) * 31 + g_int64_hash (&self->day);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a;
  const Key *other = b;

  return one->employee_id == other->employee_id && one->day == other->day;
}

static GPtrArray *
rows_at (GHashTable *rows, gint64 employee_id, gint64 day)
{
  return g_hash_table_lookup (rows, &(Key){ employee_id, day });
}

/* All shifts of the days, whoever's: Key → GPtrArray of SalonShift. */
static GHashTable *
load_rows (SalonTx *tx, SalonDay first_day, SalonDay last_day, GError **error)
{
  g_autoptr (GPtrArray) shifts = salon_repo_between (tx, salon_shift_get_type (), "day", first_day, last_day, error);
  GHashTable *rows = NULL;

  if (shifts == NULL)
    return NULL;
  rows = g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < shifts->len; i++) {
    const SalonShift *shift = shifts->pdata[i];
    GPtrArray *of_day = rows_at (rows, shift->employee_id, shift->day);

    if (of_day == NULL) {
      of_day = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (rows, g_memdup2 (&(Key){ shift->employee_id, shift->day }, sizeof (Key)), of_day);
    }
    g_ptr_array_add (of_day, g_object_ref (shifts->pdata[i]));
  }
  return rows;
}

/* ---- writing */

/* A day off is a row that begins where it ends. */
static guint
wanted_parts (const SalonShiftCell *cell, SalonHours *parts)
{
  if (cell->what == SALON_SHIFT_WEEKLY)
    return 0;
  if (cell->what == SALON_SHIFT_OFF) {
    parts[0] = (SalonHours){ 0, 0 };
    return 1;
  }
  for (guint i = 0; i < cell->n_parts; i++)
    parts[i] = cell->parts[i];
  return cell->n_parts;
}

static gboolean
insert_part (SalonTx *tx, const SalonShiftCell *cell, const SalonHours *part, GError **error)
{
  g_autoptr (SalonShift) shift = salon_shift_new ();

  shift->employee_id = cell->employee_id;
  shift->day = cell->day;
  shift->from_min = part->from;
  shift->to_min = part->to;
  return salon_repo_insert (tx, shift, error);
}

static gboolean
write_cell (SalonTx *tx, const SalonShiftCell *cell, GPtrArray *old, gint64 *n_changed, GError **error)
{
  SalonHours parts[SALON_HOURS_MOST_PARTS];
  gboolean found[SALON_HOURS_MOST_PARTS] = { FALSE };
  guint n = wanted_parts (cell, parts);
  gboolean changed = FALSE;

  for (guint i = 0; old != NULL && i < old->len; i++) {
    const SalonShift *row = old->pdata[i];
    gboolean keep = FALSE;

    for (guint k = 0; k < n && !keep; k++)
      if (!found[k] && parts[k].from == row->from_min && parts[k].to == row->to_min)
        found[k] = keep = TRUE;
    if (!keep && !salon_repo_delete (tx, old->pdata[i], error))
      return FALSE;
    changed = changed || !keep;
  }
  for (guint k = 0; k < n; k++) {
    if (!found[k] && !insert_part (tx, cell, &parts[k], error))
      return FALSE;
    changed = changed || !found[k];
  }
  *n_changed += changed;
  return TRUE;
}

static void
span_of (const GArray *cells, SalonDay *first_day, SalonDay *last_day, GArray *employee_ids)
{
  *first_day = SALON_DAY_MAX;
  *last_day = SALON_DAY_MIN;
  for (guint i = 0; i < cells->len; i++) {
    const SalonShiftCell *cell = &g_array_index (cells, SalonShiftCell, i);

    *first_day = MIN (*first_day, cell->day);
    *last_day = MAX (*last_day, cell->day);
    if (!salon_ids_contain (employee_ids, cell->employee_id))
      g_array_append_val (employee_ids, cell->employee_id);
  }
}

/* Of a day that is named twice the last counts. */
static GHashTable *
last_of_each (const GArray *cells)
{
  GHashTable *last = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);

  for (guint i = 0; i < cells->len; i++) {
    const SalonShiftCell *cell = &g_array_index (cells, SalonShiftCell, i);

    g_hash_table_replace (last, g_memdup2 (&(Key){ cell->employee_id, cell->day }, sizeof (Key)), (gpointer) cell);
  }
  return last;
}

static gboolean
write_cells (SalonTx *tx, const GArray *cells, GHashTable *rows, gint64 *n_changed, GError **error)
{
  g_autoptr (GHashTable) last = last_of_each (cells);

  for (guint i = 0; i < cells->len; i++) {
    const SalonShiftCell *cell = &g_array_index (cells, SalonShiftCell, i);

    if (g_hash_table_lookup (last, &(Key){ cell->employee_id, cell->day }) != cell)
      continue;
    if (!write_cell (tx, cell, rows_at (rows, cell->employee_id, cell->day), n_changed, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_shifts_set:
 * @id: (out): how many days changed
 * @error: %SALON_ERROR_VALIDATION with the field, or %SALON_STRANDED_ERROR when visits would lie outside the hours
 */
gboolean
salon_shifts_set (SalonTx *tx, const SalonShiftsRequest *request, gint64 *id, GError **error)
{
  g_autoptr (GArray) employee_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonStranded) stranded = NULL;
  g_autoptr (GHashTable) rows = NULL;
  SalonDay first_day = 0;
  SalonDay last_day = 0;

  *id = 0;
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_STAFF_EDIT, error)
      || !check_cells (request->cells, error))
    return FALSE;
  if (request->cells->len == 0)
    return TRUE;
  span_of (request->cells, &first_day, &last_day, employee_ids);
  stranded = salon_stranded_begin (tx, employee_ids, first_day, last_day, error);
  rows = stranded != NULL ? load_rows (tx, first_day, last_day, error) : NULL;
  return rows != NULL && write_cells (tx, request->cells, rows, id, error)
         && salon_stranded_end (stranded, request->keep_visits, error);
}

/* ---- copies */

static void
add_copy (SalonShiftsRequest *copy, gint64 employee_id, SalonDay day, const GPtrArray *source)
{
  SalonHours parts[SALON_HOURS_MOST_PARTS];
  guint n = 0;

  for (guint i = 0; source != NULL && i < source->len && n < SALON_HOURS_MOST_PARTS; i++) {
    const SalonShift *row = source->pdata[i];

    if (row->from_min < row->to_min)
      parts[n++] = (SalonHours){ (int) row->from_min, (int) row->to_min };
  }
  salon_shifts_request_add (copy, employee_id, day,
                            source == NULL ? SALON_SHIFT_WEEKLY : n == 0 ? SALON_SHIFT_OFF : SALON_SHIFT_HOURS, parts, n);
}

static SalonDay
source_of (const SalonShiftsCopy *request, SalonDay day)
{
  return request->distance > 0 ? day - request->distance : salon_shift_copy_source (day, request->first_day);
}

/**
 * salon_shifts_copy:
 * @id: (out): how many days changed
 * @error: as for salon_shifts_set()
 */
gboolean
salon_shifts_copy (SalonTx *tx, const SalonShiftsCopy *request, gint64 *id, GError **error)
{
  g_autoptr (SalonShiftsRequest) copy = salon_shifts_request_new ();
  g_autoptr (GHashTable) rows = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_STAFF_EDIT, error))
    return FALSE;
  if (request->last_day - request->first_day >= 366) {
    salon_set_field_error (error, "last_day", _("These are too many days at once. Choose a shorter span."));
    return FALSE;
  }
  rows = load_rows (tx, source_of (request, request->first_day) - 7, request->last_day, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < request->employee_ids->len; i++) {
    gint64 employee_id = g_array_index (request->employee_ids, gint64, i);

    for (SalonDay day = request->first_day; day <= request->last_day; day++)
      add_copy (copy, employee_id, day, rows_at (rows, employee_id, source_of (request, day)));
  }
  copy->keep_visits = request->keep_visits;
  return salon_shifts_set (tx, copy, id, error);
}

SALON_DEFINE_COMMAND (salon_command_shifts_set, "shifts.set", SALON_N ("Shifts changed"), salon_shifts_set,
                      SalonShiftsRequest, salon_shifts_request_free)
SALON_DEFINE_COMMAND (salon_command_shifts_copy, "shifts.copy", SALON_N ("Shifts copied"), salon_shifts_copy,
                      SalonShiftsCopy, salon_shifts_copy_free)
