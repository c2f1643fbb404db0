/* A value that a merge wrote may lie under that of a later merge, and over that of an earlier one.
 *
 * Which rows of the journal belong to which merge: the row of the merge itself is written last, so those before it in
 * the same operation, back to the merge before, are its own. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/registry.h"
#include "model/rules/merge-fields.h"
#include "model/services/card-make.h"
#include "model/services/merge-layers.h"
#include "model/store/journal.h"
#include "model/store/repo.h"

#define MERGE "client-merge"

struct _SalonMergeLayers {
  SalonTx *tx;
  GHashTable *marks;  /* gint64 * operation → GArray of Mark, ascending */
  GHashTable *merges; /* gint64 * id → SalonClientMerge */
  GHashTable *rows;   /* "client 5" → GPtrArray of SalonMergeLayer, oldest first */
};

/* Where a merge ends in an operation. */
typedef struct {
  gint64 journal_id;
  gint64 merge_id;
} Mark;

/* ---- units */

static void
add_single (GArray *units, const SalonField *field)
{
  SalonMergeUnit unit = { { field }, 1, field->label };

  g_array_append_val (units, unit);
}

static gboolean
has_part (const GArray *units, const SalonField *field)
{
  for (guint i = 0; i < units->len; i++)
    for (guint p = 0; p < g_array_index (units, SalonMergeUnit, i).n_parts; p++)
      if (g_array_index (units, SalonMergeUnit, i).parts[p] == field)
        return TRUE;
  return FALSE;
}

static void
add_chosen (GArray *units)
{
  g_autoptr (GArray) fields = salon_merge_fields ();

  for (guint i = 0; i < fields->len; i++) {
    const SalonMergeField *field = &g_array_index (fields, SalonMergeField, i);
    SalonMergeUnit unit = { { field->parts[0], field->parts[1], field->parts[2] }, field->n_parts, field->label };

    g_array_append_val (units, unit);
  }
}

/**
 * salon_merge_units:
 *
 * Returns: (transfer full) (element-type SalonMergeUnit): all fields of @type
 */
GArray *
salon_merge_units (GType type)
{
  const SalonEntityInfo *info = salon_entity_type_info (type);
  GArray *units = g_array_new (FALSE, FALSE, sizeof (SalonMergeUnit));

  if (type == salon_client_get_type ())
    add_chosen (units);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind != SALON_FIELD_BLOB && !has_part (units, &info->fields[i]))
      add_single (units, &info->fields[i]);
  return units;
}

/**
 * salon_merge_unit_equal:
 *
 * Returns: whether @a and @b say the same
 */
gboolean
salon_merge_unit_equal (const SalonMergeUnit *unit, SalonEntity *a, SalonEntity *b)
{
  for (guint i = 0; i < unit->n_parts; i++)
    if (!salon_entity_field_equal (a, b, unit->parts[i]))
      return FALSE;
  return TRUE;
}

/**
 * salon_merge_unit_put: copies the value
 */
void
salon_merge_unit_put (const SalonMergeUnit *unit, SalonEntity *to, SalonEntity *from)
{
  for (guint i = 0; i < unit->n_parts; i++) {
    if (unit->parts[i]->kind == SALON_FIELD_TEXT)
      salon_entity_put_text (to, unit->parts[i], salon_entity_get_text (from, unit->parts[i]));
    else
      salon_entity_put_int (to, unit->parts[i], salon_entity_get_int (from, unit->parts[i]));
  }
}

/* ---- what is kept while one separation is planned */

static void
layer_free (gpointer data)
{
  SalonMergeLayer *self = data;

  g_clear_object (&self->merge);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self);
}

static void
unref_if_set (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

/**
 * salon_merge_layers_new:
 *
 * Returns: (transfer full): nothing read yet; lives as long as @tx
 */
SalonMergeLayers *
salon_merge_layers_new (SalonTx *tx)
{
  SalonMergeLayers *self = g_new0 (SalonMergeLayers, 1);

  self->tx = tx;
  self->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->merges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_if_set);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * salon_merge_layers_free: forgets what was read
 */
void
salon_merge_layers_free (SalonMergeLayers *self)
{
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->merges);
  g_hash_table_unref (self->rows);
  g_free (self);
}

static SalonClientMerge *
merge_by_id (SalonMergeLayers *self, gint64 id)
{
  gpointer merge = NULL;

  if (g_hash_table_lookup_extended (self->merges, &id, NULL, &merge))
    return merge;
  merge = salon_repo_find_one (self->tx, salon_client_merge_get_type (), "id", id, NULL);
  g_hash_table_insert (self->merges, g_memdup2 (&id, sizeof id), merge);
  return merge;
}

static gboolean
is_merge (const SalonJournalRow *row)
{
  return g_str_equal (row->entity, MERGE) && row->before == NULL;
}

/* What the log of a plastic card says belongs to no layer: it stays. */
static gboolean
is_layer (const SalonJournalRow *row)
{
  return !is_merge (row) && !g_str_equal (row->entity, SALON_CARD_EVENT_ROW);
}

/* The journal answers the last change first. */
static const GArray *
marks_of (SalonMergeLayers *self, gint64 operation, GError **error)
{
  GArray *marks = g_hash_table_lookup (self->marks, &operation);
  g_autoptr (GPtrArray) rows = NULL;

  if (marks != NULL)
    return marks;
  rows = salon_journal_of_operation (self->tx, operation, error);
  if (rows == NULL)
    return NULL;
  marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  for (guint i = rows->len; i > 0; i--) {
    const SalonJournalRow *row = rows->pdata[i - 1];
    Mark mark = { row->id, row->entity_id };

    if (is_merge (row))
      g_array_append_val (marks, mark);
  }
  g_hash_table_insert (self->marks, g_memdup2 (&operation, sizeof operation), marks);
  return marks;
}

static gboolean
merge_of_row (SalonMergeLayers *self, const SalonJournalRow *row, SalonClientMerge **merge, GError **error)
{
  const GArray *marks = marks_of (self, row->operation_id, error);

  *merge = NULL;
  for (guint i = 0; marks != NULL && i < marks->len && *merge == NULL; i++)
    if (g_array_index (marks, Mark, i).journal_id > row->id)
      *merge = merge_by_id (self, g_array_index (marks, Mark, i).merge_id);
  return marks != NULL;
}

static SalonEntity *
parse (GType type, gint64 id, const char *json, GError **error)
{
  g_autoptr (SalonEntity) entity = g_object_new (type, NULL);

  salon_entity_set_id (entity, id);
  return salon_entity_from_json (entity, json, error) ? g_steal_pointer (&entity) : NULL;
}

static SalonMergeLayer *
layer_new (const SalonJournalRow *row, SalonClientMerge *merge, GError **error)
{
  GType type = salon_entity_type_by_name (row->entity);
  SalonMergeLayer *layer = NULL;

  if (type == G_TYPE_INVALID) {
    salon_set_error (error, SALON_ERROR_INTERNAL, "The log names “%s”, which is unknown.", row->entity);
    return NULL;
  }
  layer = g_new0 (SalonMergeLayer, 1);
  layer->journal_id = row->id;
  layer->operation_id = row->operation_id;
  if (merge != NULL)
    layer->merge = g_object_ref (merge);
  layer->before = parse (type, row->entity_id, row->before, error);
  layer->after = layer->before != NULL ? parse (type, row->entity_id, row->after, error) : NULL;
  if (layer->after != NULL)
    return layer;
  layer_free (layer);
  return NULL;
}

/* ---- of a merge, of a row */

/**
 * salon_merge_layers_of_merge:
 *
 * Returns: (transfer full) (element-type SalonMergeLayer): what @merge changed; %SALON_ERROR_CONFLICT if the payload
 *   was erased
 */
GPtrArray *
salon_merge_layers_of_merge (SalonMergeLayers *self, const SalonClientMerge *merge, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_journal_of_operation (self->tx, merge->operation_id, error);
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func (layer_free);

  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--) {
    const SalonJournalRow *row = rows->pdata[i - 1];
    SalonClientMerge *owner = NULL;
    SalonMergeLayer *layer = NULL;

    if (!merge_of_row (self, row, &owner, error))
      return NULL;
    if (owner == NULL || salon_entity_get_id (owner) != salon_entity_get_id (merge) || !is_layer (row))
      continue;
    if (row->before == NULL || row->after == NULL) { /* a merge neither makes nor removes rows: this one was emptied */
      salon_set_error (error, SALON_ERROR_CONFLICT,
                       _("The person's data was erased, so the cards cannot be separated any more."));
      return NULL;
    }
    layer = layer_new (row, owner, error);
    if (layer == NULL)
      return NULL;
    g_ptr_array_add (layers, layer);
  }
  return rows != NULL ? g_steal_pointer (&layers) : NULL;
}

/* Of a change that was undone and done again, perhaps more than once, only the last word counts: that it is undone. */
static gboolean
was_taken_back (SalonMergeLayers *self, gint64 operation, gboolean *back, GError **error)
{
  g_autoptr (SalonOperationRow) op = salon_journal_operation (self->tx, operation, error);
  gboolean is_undo = FALSE;
  gboolean was_undone = op != NULL && op->undone_by != 0;
  gboolean is_first = op != NULL && op->undoes == 0;

  while (op != NULL && op->undoes != 0) {
    gint64 below = op->undoes;

    is_undo = !is_undo;
    salon_operation_row_free (op);
    op = salon_journal_operation (self->tx, below, error);
  }
  *back = !is_first && (was_undone || !is_undo);
  return op != NULL;
}

static GPtrArray *
read_layers (SalonMergeLayers *self, const char *entity, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_journal_of_entity (self->tx, entity, id, G_MAXINT32, error);
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func (layer_free);

  if (rows == NULL)
    return NULL;
  for (guint i = rows->len; i > 0; i--) {
    const SalonJournalRow *row = rows->pdata[i - 1];
    SalonClientMerge *merge = NULL;
    SalonMergeLayer *layer = NULL;

    gboolean back = FALSE;

    if (row->before == NULL || row->after == NULL)
      continue;
    if (!was_taken_back (self, row->operation_id, &back, error) || !merge_of_row (self, row, &merge, error))
      return NULL;
    if (back)
      continue;
    layer = layer_new (row, merge, error);
    if (layer == NULL)
      return NULL;
    g_ptr_array_add (layers, layer);
  }
  return g_steal_pointer (&layers);
}

static const GPtrArray *
layers_of_row (SalonMergeLayers *self, SalonEntity *row, GError **error)
{
  const char *entity = salon_entity_info (row)->name;
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, entity, salon_entity_get_id (row));
  GPtrArray *layers = g_hash_table_lookup (self->rows, key);

  if (layers == NULL) {
    layers = read_layers (self, entity, salon_entity_get_id (row), error);
    if (layers != NULL)
      g_hash_table_insert (self->rows, g_steal_pointer (&key), layers);
  }
  return layers;
}

static gboolean
same_merge (const SalonMergeLayer *a, const SalonMergeLayer *b)
{
  return a->merge != NULL && b->merge != NULL && salon_entity_get_id (a->merge) == salon_entity_get_id (b->merge);
}

/* Whether a merge that stands was made there: somebody chose anew.  A redo only brings back what was undone. */
static gboolean
is_first_time (const SalonMergeLayer *layer)
{
  return layer->merge != NULL && layer->merge->undone_at == 0 && layer->operation_id == layer->merge->operation_id;
}

/* Whether a merge that stands took a reference along: to its survivor, or away where it would lead to herself. */
static gboolean
carries (const SalonMergeLayer *layer, const SalonMergeUnit *unit)
{
  gint64 value = unit->parts[0]->kind == SALON_FIELD_REF ? salon_entity_get_int (layer->after, unit->parts[0]) : -1;

  return layer->merge != NULL && layer->merge->undone_at == 0 && (value == layer->merge->client_id || value == 0);
}

/**
 * salon_merge_layers_lead_to:
 * @now: the row as it is
 * @carried: whether later merges that stand may have taken the value along
 * @lead: (out): whether what @layer wrote was not changed since, or was changed back
 *
 * With @carried: B's visit went to A, and with A to C: it is where it should be.  What a later merge that stands wrote
 * anew is of that merge, though it be the same, and so it is when it comes back from under a third one.
 */
gboolean
salon_merge_layers_lead_to (SalonMergeLayers *self, const SalonMergeLayer *layer, const SalonMergeUnit *unit,
                            SalonEntity *now, gboolean carried, gboolean *lead, GError **error)
{
  const GPtrArray *layers = layers_of_row (self, now, error);
  SalonEntity *expected = layer->after;
  gboolean changed = FALSE;
  gboolean taken = FALSE; /* another merge wrote the same */

  if (layers == NULL)
    return FALSE;
  for (guint i = 0; i < layers->len; i++) {
    const SalonMergeLayer *later = layers->pdata[i];

    if (later->journal_id <= layer->journal_id || salon_merge_unit_equal (unit, later->before, later->after))
      continue;
    if (changed) {
      gboolean same = salon_merge_unit_equal (unit, later->after, expected);

      taken = taken || (same && is_first_time (later));
      changed = taken || !same;
    } else if (carried && carries (later, unit)) {
      expected = later->after;
    } else {
      changed = TRUE;
    }
  }
  *lead = !changed && salon_merge_unit_equal (unit, expected, now);
  return TRUE;
}

/* Whether @merge was separated after the row @journal_id was written. */
static gboolean
was_undone_after (SalonMergeLayers *self, const SalonClientMerge *merge, gint64 journal_id, gboolean *after, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  *after = FALSE;
  if (merge->undone_at == 0)
    return TRUE;
  rows = salon_journal_of_entity (self->tx, MERGE, salon_entity_get_id (merge), 1, error);
  if (rows == NULL)
    return FALSE;
  *after = rows->len == 1 && ((SalonJournalRow *) rows->pdata[0])->id > journal_id;
  return TRUE;
}

/**
 * salon_merge_layers_below:
 * @to: gets the value that was below @layer
 *
 * What an earlier merge wrote that was separated since is passed over: its card is gone from here.  So is a reference
 * that merges which stand only took along from there.
 */
gboolean
salon_merge_layers_below (SalonMergeLayers *self, const SalonMergeLayer *layer, const SalonMergeUnit *unit, SalonEntity *to,
                          GError **error)
{
  const GPtrArray *layers = layers_of_row (self, layer->before, error);
  SalonEntity *below = layer->before;
  SalonEntity *origin = below; /* what it was before it was taken along */
  const SalonMergeLayer *above = layer;

  if (layers == NULL)
    return FALSE;
  for (guint i = layers->len; i > 0; i--) {
    const SalonMergeLayer *earlier = layers->pdata[i - 1];
    gboolean undone = FALSE;

    if (earlier->merge == NULL || earlier->journal_id >= layer->journal_id || same_merge (earlier, layer)
        || !salon_merge_unit_equal (unit, earlier->after, origin) || salon_merge_unit_equal (unit, earlier->before, origin))
      continue;
    if (!was_undone_after (self, earlier->merge, above->journal_id, &undone, error))
      return FALSE;
    if (!undone && !carries (earlier, unit))
      break;
    origin = earlier->before;
    above = earlier;
    if (undone)
      below = origin;
  }
  salon_merge_unit_put (unit, to, below);
  return TRUE;
}
