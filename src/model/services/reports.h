#pragma once
/* Reports: which there are, running one, who or what stands behind a row, own reports, lists of clients made of them.
 *
 * A report is a declaration (report-list.c): a source with measures and groupings, or a function of its own that fills
 * the table.  All run on the background lane and stop when they are cancelled. */
#include "model/entities/report-choices.h"
#include "model/services/report-types.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonReportWord: a grouping or a measure, as a list of choices shows it
 * @label: translated
 * @ref: what the values of a grouping name; NONE = fixed values, or times
 * @choices: (array length=n_choices) (nullable): the fixed values of a grouping, in the order of a menu; what they are called says
 *   salon_report_choice_label()
 */
typedef struct {
  const char *key;
  const char *label;
  SalonFilterRef ref;
  const SalonReportChoice *choices;
  guint n_choices;
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
char *salon_report_choice_label (const char *dimension, gint64 value);
guint salon_report_default_top (const SalonReport *self);
gboolean salon_report_has_lines (const SalonReport *self);
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
