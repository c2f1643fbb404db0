/* Segments are kept as the text of their filter. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/filter-text.h"
#include "model/entities/segment.h"
#include "model/rules/permission.h"
#include "model/services/category-rules.h"
#include "model/services/filter-scope.h"
#include "model/services/listed.h"
#include "model/services/people-list-follow.h"
#include "model/services/segments.h"
#include "model/store/filter-store.h"
#include "model/store/repo.h"
#include "model/store/segment-store.h"

#define MOVES_DAYS 7

/**
 * salon_segment_draft_new:
 * @id: 0 makes a new one
 * @name: (nullable): %NULL leaves it
 * @filter: (transfer none) (nullable): %NULL leaves it
 *
 * Returns: (transfer full): a request
 */
SalonSegmentDraft *
salon_segment_draft_new (gint64 id, const char *name, SalonFilter *filter)
{
  SalonSegmentDraft *self = g_new0 (SalonSegmentDraft, 1);

  self->id = id;
  self->name = g_strdup (name);
  self->filter = filter != NULL ? salon_filter_ref (filter) : NULL;
  return self;
}

/**
 * salon_segment_draft_free: frees a request
 */
void
salon_segment_draft_free (SalonSegmentDraft *self)
{
  g_free (self->name);
  g_clear_pointer (&self->filter, salon_filter_unref);
  g_free (self);
}

/* ---- saving */

static gboolean
take_name (SalonTx *tx, SalonSegment *segment, const char *typed, GError **error)
{
  g_autofree char *name = salon_listed_take_name (typed, error);
  g_autoptr (GPtrArray) others = NULL;

  if (name == NULL)
    return FALSE;
  others = salon_repo_find (tx, salon_segment_get_type (), "archived", 0, error);
  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++) {
    const SalonSegment *other = others->pdata[i];

    if (salon_entity_get_id (other) == salon_entity_get_id (segment) || !g_str_equal (other->name, name))
      continue;
    salon_set_field_error (error, "name", _("There is a segment “%s” already."), name);
    return FALSE;
  }
  g_free (segment->name);
  segment->name = g_steal_pointer (&name);
  return TRUE;
}

/* Whether @filter asks for the segment @id, by way of whatever other segments; @seen are those looked at already. */
static gboolean
leads_to (SalonTx *tx, const SalonFilter *filter, gint64 id, GHashTable *seen)
{
  g_autoptr (GArray) asked = salon_filter_asked (filter, SALON_FILTER_REF_SEGMENT);

  for (guint i = 0; i < asked->len; i++) {
    gint64 next = g_array_index (asked, gint64, i);
    g_autoptr (SalonSegment) segment = NULL;
    g_autoptr (SalonFilter) its_filter = NULL;

    if (next == id)
      return TRUE;
    if (!g_hash_table_add (seen, g_memdup2 (&next, sizeof next)))
      continue;
    segment = salon_repo_find_one (tx, salon_segment_get_type (), "id", next, NULL);
    its_filter = segment != NULL ? salon_filter_parse (segment->filter, NULL) : NULL;
    if (its_filter != NULL && leads_to (tx, its_filter, id, seen))
      return TRUE;
  }
  return FALSE;
}

static gboolean
take_filter (SalonTx *tx, SalonSegment *segment, const SalonFilter *filter, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *text = salon_filter_print (filter);
  g_autoptr (SalonFilter) read = salon_filter_parse (text, error); /* refuses what is too long to be kept */
  gint64 id = salon_entity_get_id (segment);

  if (read == NULL)
    return FALSE;
  if (id != 0 && leads_to (tx, filter, id, seen)) {
    salon_set_field_error (error, "filter", _("This segment asks for itself, by way of another one."));
    return FALSE;
  }
  if (id != 0 && !salon_category_rules_allow_segment (tx, id, filter, error))
    return FALSE;
  g_free (segment->filter);
  segment->filter = g_steal_pointer (&text);
  return TRUE;
}

/**
 * salon_segment_save:
 * @id: (out): of the segment
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of "name" or "filter": a segment never asks for itself
 */
gboolean
salon_segment_save (SalonTx *tx, const SalonSegmentDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonSegment) segment = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EDIT, error))
    return FALSE;
  segment = draft->id != 0 ? salon_repo_get (tx, salon_segment_get_type (), draft->id, error) : salon_segment_new ();
  if (segment == NULL || ((draft->name != NULL || draft->id == 0) && !take_name (tx, segment, draft->name != NULL ? draft->name : "", error))
      || ((draft->filter != NULL || draft->id == 0) && !take_filter (tx, segment, draft->filter, error)))
    return FALSE;
  if (draft->id != 0) {
    *id = draft->id;
    return salon_repo_update (tx, segment, error);
  }
  if (!salon_listed_place_last (tx, segment, error) || !salon_repo_insert (tx, segment, error))
    return FALSE;
  *id = salon_entity_get_id (segment);
  return TRUE;
}

static gboolean
set_archived (SalonTx *tx, gint64 segment_id, gboolean archived, GError **error)
{
  g_autoptr (SalonSegment) segment = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EDIT, error))
    return FALSE;
  segment = salon_repo_get (tx, salon_segment_get_type (), segment_id, error);
  if (segment == NULL)
    return FALSE;
  segment->archived = archived;
  return salon_repo_update (tx, segment, error) && salon_people_lists_follow (tx, segment_id, error);
}

/**
 * salon_segment_archive:
 *
 * It is not offered any more; filters and rules that ask for it go on doing so.
 */
gboolean
salon_segment_archive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  *id = request->id;
  return set_archived (tx, request->id, TRUE, error);
}

/**
 * salon_segment_unarchive: it is offered again
 */
gboolean
salon_segment_unarchive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  *id = request->id;
  return set_archived (tx, request->id, FALSE, error);
}

/* ---- asking */

/**
 * salon_segment_info_free: frees one
 */
void
salon_segment_info_free (SalonSegmentInfo *self)
{
  g_free (self->name);
  g_free (self->filter_text);
  g_clear_pointer (&self->filter, salon_filter_unref);
  g_free (self);
}

/**
 * salon_segment_list_request_new:
 *
 * Returns: (transfer full): a request, freed by g_free()
 */
SalonSegmentListRequest *
salon_segment_list_request_new (gboolean with_archived, gboolean with_counts)
{
  SalonSegmentListRequest *self = g_new0 (SalonSegmentListRequest, 1);

  self->with_archived = with_archived;
  self->with_counts = with_counts;
  return self;
}

/**
 * salon_segment_moves_free: frees an answer
 */
void
salon_segment_moves_free (SalonSegmentMoves *self)
{
  g_array_unref (self->entered);
  g_array_unref (self->left);
  g_free (self);
}

static SalonSegmentMoves *
load_moves (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonSegmentMoves) moves = g_new0 (SalonSegmentMoves, 1);

  moves->since = salon_clock_today (salon_tx_clock (tx)) - MOVES_DAYS;
  moves->entered = g_array_new (FALSE, FALSE, sizeof (gint64));
  moves->left = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!salon_segment_store_moves (tx, id, moves->since, moves->entered, moves->left, error))
    return NULL;
  return g_steal_pointer (&moves);
}

static gboolean
add_counts (SalonTx *tx, const SalonFilterScope *scope, SalonSegmentInfo *info, GError **error)
{
  g_autoptr (SalonSegmentMoves) moves = load_moves (tx, info->id, error);
  gint64 counts[SALON_N_STATUSES];

  if (moves == NULL || !salon_filter_store_split (tx, info->filter, scope, counts, error))
    return FALSE;
  info->entered = moves->entered->len;
  info->left = moves->left->len;
  info->count = 0;
  for (int i = 0; i < SALON_N_STATUSES; i++)
    info->count += counts[i];
  return TRUE;
}

static SalonSegmentInfo *
info_new (const SalonSegment *segment, GError **error)
{
  SalonFilter *filter = salon_filter_parse (segment->filter, error);
  SalonSegmentInfo *info = NULL;

  if (filter == NULL)
    return NULL;
  info = g_new0 (SalonSegmentInfo, 1);
  info->id = salon_entity_get_id (segment);
  info->name = g_strdup (segment->name);
  info->filter_text = g_strdup (segment->filter);
  info->filter = filter;
  info->predefined = segment->predefined != NULL;
  info->archived = segment->archived != 0;
  info->count = -1;
  return info;
}

/**
 * salon_segments_load:
 *
 * Returns: (transfer full) (element-type SalonSegmentInfo): in their order
 */
GPtrArray *
salon_segments_load (SalonTx *tx, const SalonSegmentListRequest *request, GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_segment_info_free);
  g_autoptr (GPtrArray) segments = NULL;
  SalonFilterScope scope;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error)
      || !salon_filter_scope_load (tx, &scope, error))
    return NULL;
  segments = salon_repo_all (tx, salon_segment_get_type (), error);
  if (segments == NULL)
    return NULL;
  for (guint i = 0; i < segments->len; i++) {
    const SalonSegment *segment = segments->pdata[i];
    SalonSegmentInfo *info = NULL;

    if (segment->archived && !request->with_archived)
      continue;
    info = info_new (segment, error);
    if (info == NULL)
      return NULL;
    g_ptr_array_add (infos, info);
    if (request->with_counts && !add_counts (tx, &scope, info, error))
      return NULL;
  }
  return g_steal_pointer (&infos);
}

/**
 * salon_segment_moves_load:
 *
 * Returns: (transfer full): who entered and left since a week ago, as counted at the last change of day
 */
SalonSegmentMoves *
salon_segment_moves_load (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  return load_moves (tx, request->id, error);
}

SALON_DEFINE_COMMAND (salon_command_segment_save, "segment.save", SALON_N ("Segment saved"), salon_segment_save,
                      SalonSegmentDraft, salon_segment_draft_free)
SALON_DEFINE_COMMAND (salon_command_segment_archive, "segment.archive", SALON_N ("Segment archived"), salon_segment_archive,
                      SalonIdRequest, g_free)
SALON_DEFINE_COMMAND (salon_command_segment_unarchive, "segment.unarchive", SALON_N ("Segment taken from the archive"),
                      salon_segment_unarchive, SalonIdRequest, g_free)
SALON_DEFINE_QUERY (salon_query_segments, "segments.list", salon_segments_load, SalonSegmentListRequest, g_free,
                    g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_segment_moves, "segments.moves", salon_segment_moves_load, SalonIdRequest, g_free,
                    salon_segment_moves_free)
