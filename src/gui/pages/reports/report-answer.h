#pragma once
/* What a report has answered, with what was asked: shared by the chart, the table and what is made of both. */
#include "base/report-table.h"
#include "model/entities/report-spec.h"

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_ANSWER (salon_report_answer_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportAnswer, salon_report_answer, SALON, REPORT_ANSWER, GObject)

/**
 * SalonReportAnswer: read only
 * @spec: (nullable): %NULL = the lines behind a row
 */
struct _SalonReportAnswer {
  GObject parent_instance;

  SalonReportTable *table;
  SalonReportSpec *spec;
};

SalonReportAnswer *salon_report_answer_new (SalonReportTable *table, SalonReportSpec *spec);

G_END_DECLS
