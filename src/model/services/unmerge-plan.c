/* Plans a separation: what was not changed since the merge goes back exactly, field by field.
 *
 * A field has not changed since if it says what the merge wrote.  A row that the merge moved goes back unless it was
 * removed or went to somebody else since; that it went on with the card that stayed, to a third one, does not matter.
 * What was made since stays where it is, unless it belongs to something that goes (unmerge-about.c). */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/entities/plastic-card.h"
#include "model/services/card-merge.h"
#include "model/services/merge-layers.h"
#include "model/services/merge-name.h"
#include "model/services/unmerge-plan.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

/* What the plan is made with. */
typedef struct {
  SalonTx *tx;
  SalonUnmerge *unmerge;
  SalonMergeLayers *layers;
} Planner;

/**
 * salon_unmerge_plan_free: frees what is told
 */
void
salon_unmerge_plan_free (SalonUnmergePlan *self)
{
  g_free (self->survivor);
  g_free (self->other);
  g_clear_pointer (&self->fields_back, g_ptr_array_unref);
  g_clear_pointer (&self->fields_stay, g_ptr_array_unref);
  g_free (self);
}

/**
 * salon_unmerge_free: frees a plan
 */
void
salon_unmerge_free (SalonUnmerge *self)
{
  g_clear_object (&self->merge);
  g_clear_pointer (&self->told, salon_unmerge_plan_free);
  g_clear_pointer (&self->writes, g_ptr_array_unref);
  g_free (self);
}

static SalonUnmergePlan *
told_new (SalonTx *tx, const SalonClientMerge *merge)
{
  SalonUnmergePlan *told = g_new0 (SalonUnmergePlan, 1);

  told->merge_id = salon_entity_get_id (merge);
  told->survivor_id = merge->client_id;
  told->other_id = merge->other_id;
  told->survivor = salon_merge_name (tx, merge->client_id);
  told->other = salon_merge_name (tx, merge->other_id);
  told->at = merge->at;
  told->fields_back = g_ptr_array_new_with_free_func (g_free);
  told->fields_stay = g_ptr_array_new_with_free_func (g_free);
  return told;
}

/* ---- one row */

static const SalonField *
link_of (const SalonClientOwned *owned)
{
  return salon_entity_info_find (salon_entity_type_info (owned->type ()), owned->column);
}

/* Whether the merge moved the row from the other to the survivor. */
static gboolean
was_moved (Planner *self, const SalonClientOwned *owned, const SalonMergeLayer *layer)
{
  const SalonField *link = owned != NULL ? link_of (owned) : NULL;

  return link != NULL && salon_entity_get_int (layer->before, link) == self->unmerge->merge->other_id
         && salon_entity_get_int (layer->after, link) == self->unmerge->merge->client_id;
}

static char *
label_of (Planner *self, const SalonMergeUnit *unit, SalonEntity *row)
{
  if (G_OBJECT_TYPE (row) == salon_custom_value_get_type ()) {
    gint64 id = ((SalonCustomValue *) row)->field_id;
    g_autoptr (SalonCustomField) field = salon_repo_find_one (self->tx, salon_custom_field_get_type (), "id", id, NULL);

    return g_strdup (field != NULL ? field->name : _("Own field"));
  }
  return unit->label != NULL ? g_strdup (_(unit->label)) : NULL;
}

static void
tell (GPtrArray *labels, char *label)
{
  if (label == NULL || g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
    g_free (label);
  else
    g_ptr_array_add (labels, label);
}

static gboolean
is_other (Planner *self, SalonEntity *row)
{
  return G_OBJECT_TYPE (row) == salon_client_get_type () && salon_entity_get_id (row) == self->unmerge->merge->other_id;
}

/* One value of a row that did not move: back if it still says what the merge wrote. */
static gboolean
plan_value (Planner *self, const SalonMergeLayer *layer, const SalonMergeUnit *unit, SalonEntity *wanted, GError **error)
{
  SalonUnmergePlan *told = self->unmerge->told;
  const SalonClientOwned *owned = salon_client_owned_by_type (G_OBJECT_TYPE (wanted));
  gboolean is_link = owned != NULL && unit->parts[0] == link_of (owned);
  gboolean is_told = !is_other (self, wanted);
  gboolean same = FALSE;

  if (!salon_merge_layers_lead_to (self->layers, layer, unit, wanted, is_link, &same, error))
    return FALSE;
  if (same) {
    if (is_told)
      tell (told->fields_back, label_of (self, unit, wanted));
    return salon_merge_layers_below (self->layers, layer, unit, wanted, error);
  }
  if (is_told && !salon_merge_unit_equal (unit, layer->before, wanted))
    tell (told->fields_stay, label_of (self, unit, wanted));
  return TRUE;
}

static gboolean
plan_fixed_row (Planner *self, const SalonMergeLayer *layer, SalonEntity *wanted, GError **error)
{
  g_autoptr (GArray) units = salon_merge_units (G_OBJECT_TYPE (wanted));

  for (guint i = 0; i < units->len; i++) {
    const SalonMergeUnit *unit = &g_array_index (units, SalonMergeUnit, i);

    if (!salon_merge_unit_equal (unit, layer->before, layer->after) && !plan_value (self, layer, unit, wanted, error))
      return FALSE;
  }
  return TRUE;
}

/* The other may have got another row of the kind meanwhile (a tag twice is no tag). */
static gboolean
has_place (Planner *self, const SalonClientOwned *owned, SalonEntity *row, gboolean *place, GError **error)
{
  const SalonField *unique = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  *place = TRUE;
  if (owned->unique == NULL)
    return TRUE;
  unique = salon_entity_info_find (salon_entity_info (row), owned->unique);
  rows = salon_repo_find (self->tx, owned->type (), owned->column, self->unmerge->merge->other_id, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (salon_entity_get_id (rows->pdata[i]) != salon_entity_get_id (row)
        && salon_entity_get_int (rows->pdata[i], unique) == salon_entity_get_int (row, unique))
      *place = FALSE;
  return rows != NULL;
}

/* Her phones come back in the order in which they were: their places on the other card mean nothing here. */
static void
put_back_place (const SalonMergeLayer *layer, SalonEntity *wanted)
{
  const SalonField *position = salon_entity_info_find (salon_entity_info (wanted), "position");

  if (position != NULL)
    salon_entity_put_int (wanted, position, salon_entity_get_int (layer->before, position));
}

/* A card that was replaced because the other had one of the kind is in use again, if nothing happened to it since. */
static gboolean
put_back_state (Planner *self, const SalonMergeLayer *layer, SalonEntity *wanted, SalonEntity *now, GError **error)
{
  SalonMergeUnit unit = { { salon_entity_info_find (salon_entity_info (wanted), "state") }, 1, NULL };
  gboolean same = FALSE;

  if (G_OBJECT_TYPE (wanted) != salon_plastic_card_get_type () || salon_merge_unit_equal (&unit, layer->before, layer->after))
    return TRUE;
  if (!salon_merge_layers_lead_to (self->layers, layer, &unit, now, FALSE, &same, error))
    return FALSE;
  if (same)
    salon_merge_unit_put (&unit, wanted, layer->before);
  return TRUE;
}

static gboolean
plan_moved_row (Planner *self, const SalonMergeLayer *layer, const SalonClientOwned *owned, SalonEntity *wanted, GError **error)
{
  const SalonField *link = link_of (owned);
  SalonMergeUnit unit = { { link }, 1, NULL };
  g_autoptr (SalonEntity) now = salon_entity_copy (wanted);
  SalonUnmergePlan *told = self->unmerge->told;
  gboolean goes = FALSE;
  gboolean place = FALSE;

  if (salon_entity_get_int (now, link) == self->unmerge->merge->other_id)
    return TRUE;
  if (!salon_merge_layers_lead_to (self->layers, layer, &unit, now, TRUE, &goes, error)
      || !has_place (self, owned, now, &place, error) || !put_back_state (self, layer, wanted, now, error)
      || !salon_card_has_place (self->tx, wanted, self->unmerge->merge->other_id, &place, error))
    return FALSE;
  if (!goes || !place) {
    if (G_OBJECT_TYPE (wanted) == salon_plastic_card_get_type ())
      ((SalonPlasticCard *) wanted)->state = ((SalonPlasticCard *) now)->state;
    told->n_elsewhere++;
    return TRUE;
  }
  told->n_back[owned->kind]++;
  put_back_place (layer, wanted);
  return salon_merge_layers_below (self->layers, layer, &unit, wanted, error);
}

static gboolean
plan_row (Planner *self, const SalonMergeLayer *layer, GError **error)
{
  GType type = G_OBJECT_TYPE (layer->before);
  const SalonClientOwned *owned = salon_client_owned_by_type (type);
  gboolean moved = was_moved (self, owned, layer);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SalonEntity) wanted = salon_repo_find_one (self->tx, type, "id", salon_entity_get_id (layer->before), &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (wanted == NULL) { /* the value of an own field that was cleared, or a row that was removed */
    if (moved)
      self->unmerge->told->n_gone++;
    else
      tell (self->unmerge->told->fields_stay, label_of (self, &(SalonMergeUnit){ { NULL }, 0, NULL }, layer->before));
    return TRUE;
  }
  if (!(moved ? plan_moved_row (self, layer, owned, wanted, error) : plan_fixed_row (self, layer, wanted, error)))
    return FALSE;
  g_ptr_array_add (self->unmerge->writes, g_steal_pointer (&wanted));
  return TRUE;
}

static gboolean
plan_all (Planner *self, GError **error)
{
  g_autoptr (GPtrArray) layers = salon_merge_layers_of_merge (self->layers, self->unmerge->merge, error);

  for (guint i = 0; layers != NULL && i < layers->len; i++)
    if (!plan_row (self, layers->pdata[i], error))
      return FALSE;
  return layers != NULL;
}

static SalonClientMerge *
find_merge (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SalonClientMerge) merge = salon_repo_find_one (tx, salon_client_merge_get_type (), "id", id, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (merge == NULL)
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("These cards are not merged any more: the merge was undone."));
  else if (merge->undone_at != 0)
    salon_set_error (error, SALON_ERROR_CONFLICT, _("These cards were separated already."));
  else
    return g_steal_pointer (&merge);
  return NULL;
}

/**
 * salon_unmerge_new:
 *
 * Returns: (transfer full): what a separation would write and what it tells; %SALON_ERROR_CONFLICT if the cards were
 *   separated already or the data of a person was erased
 */
SalonUnmerge *
salon_unmerge_new (SalonTx *tx, gint64 merge_id, GError **error)
{
  g_autoptr (SalonUnmerge) self = g_new0 (SalonUnmerge, 1);
  g_autoptr (SalonMergeLayers) layers = salon_merge_layers_new (tx);
  Planner planner = { tx, self, layers };

  self->merge = find_merge (tx, merge_id, error);
  if (self->merge == NULL)
    return NULL;
  self->told = told_new (tx, self->merge);
  self->writes = g_ptr_array_new_with_free_func (g_object_unref);
  return plan_all (&planner, error) && salon_unmerge_follow (tx, self, error) ? g_steal_pointer (&self) : NULL;
}
