#pragma once
/* Reports about clients: each says fact by fact what it counts; rows, shares, charts and who stands behind follow from that.
 *
 * For the files of reports alone. */
#include "model/rules/report-dimension.h"
#include "model/rules/tally.h"
#include "model/services/report-declare.h"

G_BEGIN_DECLS

#define SALON_PEOPLE_MARKS_MAX 4

/**
 * SalonPeopleFact: one client, counted for something
 * @day: by which times are grouped
 * @employee_id: by which "employee" is grouped
 * @marks: of the report's own groupings, in their order
 */
typedef struct {
  const SalonReportClient *client;
  SalonDay day;
  gint64 employee_id;
  gint64 marks[SALON_PEOPLE_MARKS_MAX];
} SalonPeopleFact;

/* A grouping that only this report has. */
typedef struct {
  const char *key;
  const char *label; /* English */
  char *(*text) (gint64 value);
} SalonPeopleMark;

typedef enum {
  SALON_PEOPLE_NUMBER, /* the number @value */
  SALON_PEOPLE_RATIO,  /* the number @value divided by the number @of; percent or an average */
  SALON_PEOPLE_SHARE,  /* the number @value divided by the same of the total */
  SALON_PEOPLE_CELL,   /* a SalonCohortCell that begins at the number @value, as percent */
} SalonPeopleHow;

/**
 * SalonPeopleMeasure: a column
 * @key: never changed once released
 * @label: English
 * @is_charted: stands in the chart
 * @is_below: below the line where series are stacked
 */
typedef struct {
  const char *key;
  const char *label;
  SalonReportUnit unit;
  SalonPeopleHow how;
  guint value;
  guint of;
  gboolean is_charted;
  SalonChartTone tone;
  gboolean is_below;
} SalonPeopleMeasure;

typedef struct _SalonPeopleReport SalonPeopleReport;
typedef struct _SalonPeopleBy SalonPeopleBy;

typedef void (*SalonPeopleEmit) (gpointer data, const SalonPeopleFact *fact, const gint64 *values);

/**
 * SalonPeopleReport: what a report about clients counts
 * @marks: (array zero-terminated=1) (nullable): own groupings
 * @n_values: how many numbers a fact has
 * @gather: says all facts; a number that is not 0 puts the client behind it
 * @fold: (nullable): puts the facts together instead of @gather, if that is too slow
 * @finish: (nullable): adds notes, or another chart
 */
struct _SalonPeopleReport {
  const SalonPeopleMeasure *measures;
  guint n_measures;
  const SalonPeopleMark *marks;
  guint n_values;
  gboolean (*gather) (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error);
  gboolean (*fold) (SalonPeopleBy *by, SalonTally *tally, GError **error);
  gboolean (*finish) (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error);
};

/* A grouping as this run has it. */
typedef struct {
  const char *key;
  const SalonReportDimension *dimension; /* NULL: of segments or own */
  gboolean is_segment;
  int mark;
} SalonPeopleKey;

/**
 * SalonPeopleBy: by what the clients of one run are grouped
 * @time: index of the key that is time, -1 = none
 * @only: (element-type SalonPeopleKey): parallel to the spec's "only"
 * @segments: (nullable): with members, if they are asked for
 */
struct _SalonPeopleBy {
  SalonTx *tx;
  SalonReportAsk *ask;
  SalonReportClients *clients;
  SalonReportMaps *maps;
  const SalonPeopleReport *report;
  SalonPeopleKey keys[SALON_TALLY_KEYS_MAX];
  guint n;
  int time;
  GArray *only;
  GPtrArray *segments;
};

SalonReportTable *salon_people_run (SalonTx *tx, SalonReportAsk *ask, const SalonPeopleReport *report, GError **error);
SalonReportTable *salon_people_behind (SalonTx *tx, SalonReportAsk *ask, const SalonBehindRequest *request,
                                       const SalonPeopleReport *report, GError **error);

gboolean salon_people_by_has (const SalonPeopleBy *self, const SalonReportClient *client);
gboolean salon_people_by_fits (const SalonPeopleBy *self, const SalonPeopleFact *fact);
void salon_people_by_add (SalonPeopleBy *self, SalonTally *tally, const SalonPeopleFact *fact, const gint64 *values);
SalonBucket salon_people_by_bucket (const SalonPeopleBy *self);
char *salon_people_by_text (const SalonPeopleBy *self, guint key, gint64 value);
gboolean salon_people_cell_is_incomplete (const gint64 *values);

/* In report-people-chart.c. */
SalonChart *salon_people_chart (const SalonPeopleBy *self, const SalonReportTable *table, const GPtrArray *rows);
gboolean salon_people_measure_value (const SalonPeopleMeasure *measure, const gint64 *values, const gint64 *total, gboolean only_over,
                                     gint64 *result);

G_END_DECLS
