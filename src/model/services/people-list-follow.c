/* A list of people lives as long as its segment is offered: it goes into the archive with the last segment that asks for
 * it, and comes back with it.  Its members stay, so that filters which name it go on finding them. */
#include "config.h"

#include "base/ids.h"
#include "model/entities/filter-text.h"
#include "model/entities/people-list.h"
#include "model/entities/segment.h"
#include "model/services/people-list-follow.h"
#include "model/store/repo.h"

static gboolean
asks_for (const SalonSegment *segment, gint64 list_id)
{
  g_autoptr (SalonFilter) filter = salon_filter_parse (segment->filter, NULL);
  g_autoptr (GArray) lists = salon_filter_asked (filter, SALON_FILTER_REF_PEOPLE_LIST);

  return salon_ids_contain (lists, list_id);
}

static gboolean
is_wanted (SalonTx *tx, gint64 list_id, gboolean *wanted, GError **error)
{
  g_autoptr (GPtrArray) segments = salon_repo_find (tx, salon_segment_get_type (), "archived", 0, error);

  *wanted = FALSE;
  for (guint i = 0; segments != NULL && i < segments->len && !*wanted; i++)
    *wanted = asks_for (segments->pdata[i], list_id);
  return segments != NULL;
}

static gboolean
follow (SalonTx *tx, gint64 list_id, GError **error)
{
  GError *failure = NULL;
  g_autoptr (SalonPeopleList) list = salon_repo_find_one (tx, salon_people_list_get_type (), "id", list_id, &failure);
  gboolean wanted = FALSE;

  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  if (list == NULL)
    return TRUE;
  if (!is_wanted (tx, list_id, &wanted, error))
    return FALSE;
  if (list->archived == !wanted)
    return TRUE;
  list->archived = !wanted;
  return salon_repo_update (tx, list, error);
}

/**
 * salon_people_lists_follow:
 * @segment_id: that was put into the archive or taken out of it
 *
 * The lists that it asks for go with it: a list that no segment in use asks for is not offered any more.
 */
gboolean
salon_people_lists_follow (SalonTx *tx, gint64 segment_id, GError **error)
{
  g_autoptr (SalonSegment) segment = salon_repo_get (tx, salon_segment_get_type (), segment_id, error);
  g_autoptr (SalonFilter) filter = NULL;
  g_autoptr (GArray) lists = NULL;

  if (segment == NULL)
    return FALSE;
  filter = salon_filter_parse (segment->filter, NULL);
  lists = salon_filter_asked (filter, SALON_FILTER_REF_PEOPLE_LIST);
  for (guint i = 0; i < lists->len; i++)
    if (!follow (tx, g_array_index (lists, gint64, i), error))
      return FALSE;
  return TRUE;
}
