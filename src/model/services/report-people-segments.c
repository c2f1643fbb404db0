/* Segments with those who are in them today, for reports. */
#include "model/services/report-people-segments.h"

#include "model/services/filter-scope.h"
#include "model/services/segments.h"
#include "model/store/filter-store.h"

static void
segment_free (gpointer data)
{
  SalonPeopleSegment *self = data;

  g_free (self->name);
  g_hash_table_unref (self->members);
  g_free (self);
}

static SalonPeopleSegment *
segment_new (SalonTx *tx, const SalonSegmentInfo *info, const SalonFilterScope *scope, GError **error)
{
  g_autoptr (GArray) ids = salon_filter_store_range (tx, info->filter, scope, 0, G_MAXINT64, error);
  SalonPeopleSegment *segment = NULL;

  if (ids == NULL)
    return NULL;
  segment = g_new0 (SalonPeopleSegment, 1);
  segment->id = info->id;
  segment->name = g_strdup (info->name);
  segment->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (segment->members, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return segment;
}

/**
 * salon_people_segments_load:
 *
 * Returns: (transfer full) (element-type SalonPeopleSegment): all that are not archived, in their order
 */
GPtrArray *
salon_people_segments_load (SalonTx *tx, GError **error)
{
  const SalonSegmentListRequest request = { FALSE, FALSE };
  g_autoptr (GPtrArray) infos = salon_segments_load (tx, &request, error);
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func (segment_free);
  SalonFilterScope scope;

  if (infos == NULL || !salon_filter_scope_load (tx, &scope, error))
    return NULL;
  for (guint i = 0; i < infos->len; i++) {
    SalonPeopleSegment *segment = segment_new (tx, infos->pdata[i], &scope, error);

    if (segment == NULL)
      return NULL;
    g_ptr_array_add (segments, segment);
  }
  return g_steal_pointer (&segments);
}

/**
 * salon_people_segment_find:
 *
 * Returns: (transfer none) (nullable): the segment of that id
 */
const SalonPeopleSegment *
salon_people_segment_find (const GPtrArray *segments, gint64 id)
{
  for (guint i = 0; segments != NULL && i < segments->len; i++)
    if (((const SalonPeopleSegment *) segments->pdata[i])->id == id)
      return segments->pdata[i];
  return NULL;
}
