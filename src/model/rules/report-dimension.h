#pragma once
/* By what facts are grouped.  A dimension is a pure function from a fact to a number, and from the number to a text. */
#include "base/report-chart.h"
#include "model/entities/filter.h"
#include "model/entities/report-fact.h"
#include "model/rules/report-client.h"
#include "model/rules/report-period.h"

G_BEGIN_DECLS

/**
 * SalonReportMaps: what dimensions look up
 * @names: (element-type gint64 utf8): by #SalonNames; %NULL where nothing was asked
 * @service_category: (element-type gint64 gint64): of each service
 * @service_zone: …
 * @item_category: of each item
 * @groups: (element-type gint64 GArray): by #SalonNames of a grouping that overlaps: client → ids of the groups she is in today,
 *   ascending; %NULL where nobody asked
 * @clients: (nullable)
 */
typedef struct {
  GHashTable *names[SALON_N_NAMES];
  GHashTable *service_category;
  GHashTable *service_zone;
  GHashTable *item_category;
  GHashTable *groups[SALON_N_NAMES];
  const SalonReportClients *clients;
  int first_weekday;
} SalonReportMaps;

typedef struct _SalonReportDimension SalonReportDimension;

/**
 * SalonReportDimension:
 * @key: never changed once released
 * @label: English
 * @sources: bits of #SalonFactSource that have it
 * @bucket: -1 = it is no period
 * @names: #SalonNames of its values, -1 = it is no thing
 * @by_value: its groups stand in the order of their values; otherwise the largest first
 * @within: (nullable): key of another dimension: each value of this one belongs to one value of that
 * @is_sequence: its values follow each other, as times and ages do
 * @overlaps: a client may be in several of its groups, so that a fact stands in each of them
 * @field: where its number stands in a fact, or in a client, if it is an attribute of the client; 0 = nowhere
 * @is_wide: whether that is a gint64, not an int
 * @kind: #SalonSaleLineKind of the lines that have it; 0 = of all
 * @map: where in the maps that number is looked up; 0 = it is the value
 * @value: (nullable): of a fact, where it is no number of it
 * @value_of_client: (nullable): likewise of a client, on a day
 * @text: (nullable): of a value that is no thing and no period, translated
 */
struct _SalonReportDimension {
  const char *key;
  const char *label;
  guint sources;
  SalonFactNeeds needs;
  int bucket;
  int names;
  gboolean by_value;
  gboolean is_sequence;
  const char *within;
  gboolean overlaps;
  SalonFilterRef ref;
  gsize field;
  gboolean is_wide;
  int kind;
  gsize map;
  gint64 (*value) (const SalonFact *fact);
  gint64 (*value_of_client) (const SalonReportClient *client, SalonDay day);
  const char *(*text) (gint64 value);
  const char *none; /* what 0 is called; English */
};

SalonReportMaps *salon_report_maps_new (void);
void salon_report_maps_free (SalonReportMaps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonReportMaps, salon_report_maps_free)
void salon_report_maps_put (GHashTable *map, gint64 key, gint64 value);
void salon_report_maps_name (SalonReportMaps *self, SalonNames names, gint64 id, const char *name);
void salon_report_maps_add_group (SalonReportMaps *self, SalonNames names, gint64 client_id, gint64 group_id);

const SalonReportDimension *salon_report_dimension_list (guint *n);
const SalonReportDimension *salon_report_dimension_find (const char *key);
gint64 salon_report_dimension_value (const SalonReportDimension *self, const SalonFact *fact, const SalonReportMaps *maps);
gboolean salon_report_dimension_has (const SalonReportDimension *self, const SalonFact *fact, const SalonReportMaps *maps, gint64 value);
gboolean salon_report_dimension_has_client (const SalonReportDimension *self, gint64 client_id, const SalonReportMaps *maps, gint64 value);
const gint64 *salon_report_dimension_groups (const SalonReportDimension *self, gint64 client_id, const SalonReportMaps *maps, guint *n);
gint64 salon_report_dimension_of_client (const SalonReportDimension *self, const SalonReportClient *client, SalonDay until);
gboolean salon_report_dimension_is_of_client (const SalonReportDimension *self);
SalonChartTone salon_report_dimension_tone (const SalonReportDimension *self, gint64 value);
char *salon_report_dimension_text (const SalonReportDimension *self, gint64 value, const SalonReportMaps *maps);

G_END_DECLS
