/* Tells behind the period what a report is narrowed to, and below the table what of it is no longer there. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/services/merge-name.h"
#include "model/services/report-narrow.h"

static const GArray *
values_of (const SalonReportSpec *spec, guint index)
{
  return ((const SalonReportOnly *) salon_report_spec_only (spec)->pdata[index])->values;
}

static void
name_client (SalonTx *tx, SalonReportMaps *maps, gint64 id)
{
  g_autofree char *name = id != 0 ? salon_merge_name (tx, id) : NULL;

  if (name != NULL)
    salon_report_maps_name (maps, SALON_NAMES_CLIENT, id, name);
}

/**
 * salon_report_narrow_tell:
 * @dimensions: (element-type SalonReportDimension): of what @spec is narrowed to, in that order; %NULL = of the report's own,
 *   which is not told
 * @maps: learn what the clients are called to whom it is narrowed
 *
 * Appends "Employee: Maria, Jana" to the subtitle.
 */
void
salon_report_narrow_tell (SalonTx *tx, const SalonReportSpec *spec, const GPtrArray *dimensions, SalonReportMaps *maps,
                          SalonReportTable *table)
{
  GString *out = g_string_new (table->subtitle);

  for (guint i = 0; i < dimensions->len; i++) {
    const SalonReportDimension *dimension = dimensions->pdata[i];
    const GArray *values = values_of (spec, i);

    if (dimension != NULL)
      g_string_append_printf (out, " · %s: ", _(dimension->label));
    for (guint j = 0; dimension != NULL && j < values->len; j++) {
      gint64 value = g_array_index (values, gint64, j);
      g_autofree char *text = NULL;

      if (dimension->names == SALON_NAMES_CLIENT)
        name_client (tx, maps, value);
      text = salon_report_dimension_text (dimension, value, maps);
      g_string_append_printf (out, "%s%s", j > 0 ? ", " : "", text);
    }
  }
  g_free (table->subtitle);
  table->subtitle = g_string_free (out, FALSE);
}

static gboolean
is_gone (const SalonReportDimension *dimension, const SalonReportMaps *maps, gint64 id)
{
  return id != 0 && g_hash_table_lookup (maps->names[dimension->names], &id) == NULL;
}

/**
 * salon_report_narrow_note:
 * @dimensions: as for salon_report_narrow_tell(), after which it comes
 *
 * A report that was kept may ask for what has been deleted since: then it is no wonder that it tells nothing.
 */
void
salon_report_narrow_note (const SalonReportSpec *spec, const GPtrArray *dimensions, const SalonReportMaps *maps,
                          SalonReportTable *table)
{
  for (guint i = 0; i < dimensions->len; i++) {
    const SalonReportDimension *dimension = dimensions->pdata[i];
    const GArray *values = values_of (spec, i);
    g_autofree char *note = NULL;
    guint n = 0;

    for (guint j = 0; dimension != NULL && dimension->names >= 0 && j < values->len; j++)
      n += is_gone (dimension, maps, g_array_index (values, gint64, j));
    if (n == 0)
      continue;
    /* Translators: %s is a kind of things: Employee, Segment */
    note = g_strdup_printf (_("Some of what the report is narrowed to is no longer there: %s."), _(dimension->label));
    salon_report_table_add_note (table, note);
  }
}
