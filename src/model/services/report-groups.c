/* Who is in which segments, categories and tags today. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ids.h"
#include "model/services/filter-scope.h"
#include "model/services/report-groups.h"
#include "model/services/segments.h"
#include "model/store/filter-store.h"
#include "model/store/report-store.h"

/* What is grouped, while its groups go by. */
typedef struct {
  SalonReportMaps *maps;
  SalonNames names;
} Loading;

static void
take_group (gint64 client_id, gint64 group_id, gpointer data)
{
  Loading *loading = data;

  salon_report_maps_add_group (loading->maps, loading->names, client_id, group_id);
}

/* ---- segments */

static gboolean
add_segment (SalonTx *tx, const SalonSegmentInfo *info, const SalonFilterScope *scope, SalonReportMaps *maps, GError **error)
{
  g_autoptr (GArray) ids = salon_filter_store_range (tx, info->filter, scope, 0, G_MAXINT64, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    salon_report_maps_add_group (maps, SALON_NAMES_SEGMENT, g_array_index (ids, gint64, i), info->id);
  return ids != NULL;
}

static gboolean
is_asked_for (const SalonReportAsk *ask, const char *dimension, gint64 id)
{
  const GPtrArray *only = salon_report_spec_only (ask->spec);

  for (guint i = 0; i < only->len; i++) {
    const SalonReportOnly *one = only->pdata[i];

    if (strcmp (one->dimension, dimension) == 0 && salon_ids_contain (one->values, id))
      return TRUE;
  }
  return FALSE;
}

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  const SalonSegmentInfo *one = *(const SalonSegmentInfo *const *) a;
  const SalonSegmentInfo *other = *(const SalonSegmentInfo *const *) b;

  return (one->id > other->id) - (one->id < other->id);
}

/* One in the archive is no group any more, unless the report asks for it by its number: then it still says who is in it. */
static gboolean
load_segments (SalonTx *tx, const SalonReportAsk *ask, SalonReportMaps *maps, GError **error)
{
  const SalonSegmentListRequest request = { TRUE, FALSE };
  g_autoptr (GPtrArray) infos = salon_segments_load (tx, &request, error);
  SalonFilterScope scope;

  if (infos == NULL || !salon_filter_scope_load (tx, &scope, error))
    return FALSE;
  g_ptr_array_sort (infos, compare_infos);
  for (guint i = 0; i < infos->len; i++) {
    const SalonSegmentInfo *info = infos->pdata[i];

    if ((!info->archived || is_asked_for (ask, "segment", info->id)) && !add_segment (tx, info, &scope, maps, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- all */

/**
 * salon_report_groups_load:
 * @maps: learn who is in which groups of @dimension; nothing is done for one that does not overlap, or is known already
 */
gboolean
salon_report_groups_load (SalonTx *tx, const SalonReportAsk *ask, const SalonReportDimension *dimension, SalonReportMaps *maps,
                          GError **error)
{
  if (!dimension->overlaps || maps->groups[dimension->names] != NULL)
    return TRUE;
  if (dimension->names == SALON_NAMES_SEGMENT)
    return load_segments (tx, ask, maps, error);
  return salon_report_store_groups (tx, (SalonNames) dimension->names, take_group, &(Loading){ maps, (SalonNames) dimension->names }, error);
}

/**
 * salon_report_groups_note: tells below the table that such groups do not add up
 */
void
salon_report_groups_note (SalonReportTable *table)
{
  salon_report_table_add_note (table, _("A client may be in several segments, categories and tags: such groups may sum to more than the "
                                        "total, in which everything is counted once. Who is in them is as of today."));
}
