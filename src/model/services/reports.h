#pragma once
/* Reports: which there are, running one, who or what stands behind a row, own reports, lists of clients made of them.
 *
 * A report is a declaration (report-list.c): a source with measures and groupings, or a function of its own that fills
 * the table.  All run on the background lane and stop when they are cancelled. */
#include "base/report-table.h"
#include "model/entities/report-spec.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

typedef enum {
  SALON_REPORT_GROUP_CLIENTS,
  SALON_REPORT_GROUP_SALES,
  SALON_REPORT_GROUP_VISITS,
  SALON_REPORT_GROUP_STAFF,
  SALON_REPORT_GROUP_MONEY,
  SALON_REPORT_GROUP_CARDS, /* cards, tickets, certificates, promotions */
  SALON_REPORT_N_GROUPS,
} SalonReportGroup;

/* A grouping or a measure, as a list of choices shows it. */
typedef struct {
  const char *key;
  const char *label;  /* translated */
  SalonFilterRef ref; /* what the values of a grouping name; NONE = a few fixed values, or times */
} SalonReportWord;

typedef enum {
  SALON_REPORT_PLAIN = 0,
  SALON_REPORT_NO_PERIOD = 1 << 0,  /* tells of today alone */
  SALON_REPORT_NO_COMPARE = 1 << 1, /* has nothing to be compared with */
  SALON_REPORT_OF_PEOPLE = 1 << 2,  /* clients stand behind its rows, so that a list of them can be made */
  SALON_REPORT_ONE_DAY = 1 << 3,    /* tells of the last day of the period */
} SalonReportFlags;

typedef struct _SalonReport SalonReport;

/**
 * SalonReportRequest:
 * @spec: what is asked
 * @progress: (nullable): told now and then on the thread of the report, 0 … 1000
 */
typedef struct {
  SalonReportSpec *spec;
  void (*progress) (gpointer data, int permille);
  gpointer progress_data;
} SalonReportRequest;

/**
 * SalonBehindRequest: who or what stands behind a row
 * @path: (array length=level): of the row
 * @column: key of the column that was chosen, %NULL = any
 * @people: clients, each once; otherwise the single lines where the report has them
 */
typedef struct {
  SalonReportSpec *spec;
  gint64 *path;
  guint level;
  char *column;
  gboolean people;
} SalonBehindRequest;

const SalonReport *const *salon_reports (guint *n);
const SalonReport *salon_report_find (const char *key);
const char *salon_report_key (const SalonReport *self);
const char *salon_report_title (const SalonReport *self); /* translated */
const char *salon_report_hint (const SalonReport *self);  /* what it answers, one sentence; translated */
SalonReportGroup salon_report_group (const SalonReport *self);
const char *salon_report_group_label (SalonReportGroup group); /* translated */
SalonReportFlags salon_report_flags (const SalonReport *self);
GArray *salon_report_dimensions (const SalonReport *self); /* of SalonReportWord */
GArray *salon_report_measures (const SalonReport *self);   /* of SalonReportWord */
SalonChartKind salon_report_chart_kind (const SalonReport *self);
const char *const *salon_report_default_groupings (const SalonReport *self);
const char *const *salon_report_default_measures (const SalonReport *self);
SalonFilterPeriod salon_report_default_period (const SalonReport *self);

SalonReportRequest *salon_report_request_new (SalonReportSpec *spec);
void salon_report_request_free (SalonReportRequest *self);
SalonBehindRequest *salon_behind_request_new (SalonReportSpec *spec, const SalonReportRow *row, const char *column, gboolean people);
void salon_behind_request_free (SalonBehindRequest *self);

SalonReportTable *salon_report_run (SalonTx *tx, const SalonReportRequest *request, GError **error);
SalonReportTable *salon_report_behind (SalonTx *tx, const SalonBehindRequest *request, GError **error);

extern const SalonQuery salon_query_report;
extern const SalonQuery salon_query_report_behind;

G_END_DECLS
