#pragma once
/* Reports: which there are, running one, who or what stands behind a row, own reports, lists of clients made of them.
 *
 * A report is a declaration (report-list.c): a source with measures and groupings, or a function of its own that fills
 * the table.  All run on the background lane and stop when they are cancelled. */
#include "model/services/report-types.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* A grouping or a measure, as a list of choices shows it. */
typedef struct {
  const char *key;
  const char *label;  /* translated */
  SalonFilterRef ref; /* what the values of a grouping name; NONE = a few fixed values, or times */
} SalonReportWord;

const SalonReport *const *salon_reports (guint *n);
const SalonReport *salon_report_find (const char *key);
const char *salon_report_key (const SalonReport *self);
const char *salon_report_title (const SalonReport *self); /* translated */
const char *salon_report_hint (const SalonReport *self);  /* what it answers, one sentence; translated */
SalonReportGroup salon_report_group (const SalonReport *self);
const char *salon_report_group_label (SalonReportGroup group); /* translated */
SalonReportFlags salon_report_flags (const SalonReport *self);
GArray *salon_report_dimensions (const SalonReport *self); /* of SalonReportWord */
const char *salon_report_measure_hint (const char *report, const char *measure);
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
