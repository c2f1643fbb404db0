#pragma once
/* Reports about clients: each says fact by fact what it counts; rows, shares, charts and who stands behind follow from that.
 *
 * For the files of reports alone. */
#include "model/rules/report-dimension.h"
#include "model/rules/tally.h"
#include "model/services/report-declare.h"
#include "model/store/report-people-store.h"

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

/* A grouping that only this report has; its values are steps one after the other. */
typedef struct {
  const char *key;
  const char *label; /* English */
  char *(*text) (gint64 value);
} SalonPeopleMark;

typedef enum {
  SALON_PEOPLE_NUMBER, /* the number @value */
  SALON_PEOPLE_RATIO,  /* the number @value divided by the number @of; percent or an average */
  SALON_PEOPLE_CELL,   /* a SalonCohortCell that begins at the number @value, as percent */
} SalonPeopleHow;

/**
 * SalonPeopleMeasure: a column
 * @key: never changed once released
 * @label: English, of the context "report"
 * @has_share: a column with its share of the total follows
 * @is_charted: stands in the chart
 * @is_below: below the line where series are stacked
 * @is_of_now: tells of the present day, whatever the period: there is none of another one
 */
typedef struct {
  const char *key;
  const char *label;
  SalonReportUnit unit;
  SalonPeopleHow how;
  guint value;
  guint of;
  gboolean has_share;
  gboolean is_charted;
  SalonChartTone tone;
  gboolean is_below;
  gboolean is_of_now;
} SalonPeopleMeasure;

typedef struct _SalonPeopleBy SalonPeopleBy;

typedef void (*SalonPeopleEmit) (gpointer data, const SalonPeopleFact *fact, const gint64 *values);

/**
 * SalonPeopleReport: what a report about clients counts
 * @marks: (array zero-terminated=1) (nullable): own groupings
 * @refuses: (nullable): a sentence of its own about a grouping that it does not have
 * @n_values: how many numbers a fact has
 * @gather: says all facts; a number that is not 0 puts the client behind it
 * @fold: (nullable): puts the facts together instead of @gather, if that is too slow
 * @close: (nullable): when all is put together, on both sides
 * @employees_overlap: a client may be counted for several employees: besides these facts there is one of her with
 *   %SALON_TALLY_ALL as employee
 * @crosses: with two groupings the chart shows the first along the axis and the second as series
 * @is_triangle: in every row some time is not over: the fields of the chart tell which
 * @charts_leaves: the chart shows the single lines, not the first grouping
 * @compared: (nullable): key of the measure that is drawn beside that of another period, if one alone is; %NULL = the first that
 *   is charted
 * @finish: (nullable): adds notes, or another chart; @rows are those of the table
 */
struct _SalonPeopleReport {
  const SalonPeopleMeasure *measures;
  guint n_measures;
  const SalonPeopleMark *marks;
  const char *(*refuses) (const char *grouping);
  guint n_values;
  gboolean employees_overlap;
  gboolean crosses;
  gboolean is_triangle;
  gboolean charts_leaves;
  const char *compared;
  gboolean (*gather) (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error);
  gboolean (*fold) (SalonPeopleBy *by, SalonTally *tally, GError **error);
  gboolean (*close) (SalonPeopleBy *by, SalonTally *tally, GError **error);
  gboolean (*finish) (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error);
};

/* A grouping as this run has it. */
typedef struct {
  const SalonReportDimension *dimension; /* NULL: own */
  int mark;
} SalonPeopleKey;

/**
 * SalonPeopleBy: by what the clients of one run are grouped
 * @time: index of the key that is time, -1 = none
 * @from: first of the days that are gathered: of the report, or of the time of the row that is asked about
 * @to: last of them, never after today
 * @shown: (element-type SalonPeopleMeasure): columns, in their order
 * @only: (element-type SalonPeopleKey): beside those of the spec
 * @before: (nullable): the same of the period it is compared with
 * @beside: (nullable): of such a period: beside whose days its own are shown; borrowed
 */
struct _SalonPeopleBy {
  SalonTx *tx;
  SalonReportAsk *ask;
  SalonPeopleBy *before;
  const SalonReportAsk *beside;
  SalonReportClients *clients;
  SalonReportMaps *maps;
  const SalonPeopleReport *report;
  SalonPeopleKey keys[SALON_TALLY_KEYS_MAX];
  guint n;
  int time;
  SalonDay from;
  SalonDay to;
  GPtrArray *shown;
  GArray *only;
};

SalonReportTable *salon_people_run (SalonTx *tx, SalonReportAsk *ask, GError **error);
SalonReportTable *salon_people_behind (SalonTx *tx, SalonReportAsk *ask, const SalonBehindRequest *request, GError **error);
void salon_people_add_dimensions (const SalonReport *report, GArray *words);
void salon_people_add_measures (const SalonReport *report, GArray *words);

SalonPeopleBy *salon_people_by_new (SalonTx *tx, SalonReportAsk *ask, GError **error);
void salon_people_by_narrow (SalonPeopleBy *self, const gint64 *path, guint level);
void salon_people_by_free (SalonPeopleBy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPeopleBy, salon_people_by_free)
gboolean salon_people_by_fits (const SalonPeopleBy *self, const SalonPeopleFact *fact);
gboolean salon_people_by_holds (const SalonPeopleBy *self, const SalonPeopleFact *fact, const gint64 *path, guint level);
void salon_people_by_add (const SalonPeopleBy *self, SalonTally *tally, const SalonPeopleFact *fact, const gint64 *values);
SalonDay salon_people_by_end_of_time (const SalonPeopleBy *self, SalonDay day);
gboolean salon_people_by_takes_employee (const SalonPeopleBy *self, gint64 employee_id);
SalonTally *salon_people_by_tally (const SalonPeopleBy *self);
const char *salon_people_label (const char *text);
const char *salon_people_by_label (const SalonPeopleBy *self, guint key);
gboolean salon_people_by_is_sequence (const SalonPeopleBy *self, guint key);
SalonChartTone salon_people_by_tone (const SalonPeopleBy *self, guint key, gint64 value);
char *salon_people_by_text (const SalonPeopleBy *self, guint key, gint64 value);
gboolean salon_people_by_has_groups (const SalonPeopleBy *self);
gboolean salon_people_by_asks_for (const SalonPeopleBy *self, const char *const *words);

/* Making of tables: report-people-table.c. */
void salon_people_fill (const SalonPeopleBy *self, SalonReportTable *table, const GPtrArray *rows);
gboolean salon_people_measure_value (const SalonPeopleBy *self, const SalonPeopleMeasure *measure, const SalonTallyRow *row,
                                     gboolean before, gint64 *value);
gboolean salon_people_row_is_incomplete (const SalonPeopleBy *self, const SalonTallyRow *row);
gboolean salon_people_cell_is_incomplete (const SalonPeopleMeasure *measure, const SalonTallyRow *row, gboolean before);

/* What several reports read, by client and day: report-people-data.c. */
GArray *salon_people_sold (const SalonPeopleBy *self, SalonDay from, SalonDay to, GError **error);
GArray *salon_people_masters (const SalonPeopleBy *self, SalonDay from, SalonDay to, GError **error);
GArray *salon_people_made (const SalonPeopleBy *self, SalonDay from, GError **error);
GArray *salon_people_bookings (const SalonPeopleBy *self, GError **error);
GArray *salon_people_pins (const SalonPeopleBy *self, GError **error);
const SalonPeopleRow *salon_people_rows_of (const GArray *rows, gint64 client_id, guint *n);
gint64 salon_people_sum (const GArray *rows, gint64 client_id, SalonDay from, SalonDay to);
guint salon_people_count_days (const SalonPeopleBy *self, const SalonReportClient *client, SalonDay from, SalonDay to);
void salon_people_twelve_months (const SalonReportAsk *ask, SalonDay *from, SalonDay *to);

/* report-people-chart.c */
SalonChart *salon_people_chart (const SalonPeopleBy *self, const SalonReportTable *table, const GPtrArray *rows);

G_END_DECLS
