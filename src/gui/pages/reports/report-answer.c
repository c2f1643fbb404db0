/* A table is no counted thing; rows of a list, its foot and its chart all hold this one. */
#include "gui/pages/reports/report-answer.h"

G_DEFINE_FINAL_TYPE (SalonReportAnswer, salon_report_answer, G_TYPE_OBJECT)

static void
salon_report_answer_finalize (GObject *object)
{
  SalonReportAnswer *self = SALON_REPORT_ANSWER (object);

  g_clear_pointer (&self->table, salon_report_table_free);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
  G_OBJECT_CLASS (salon_report_answer_parent_class)->finalize (object);
}

static void
salon_report_answer_class_init (SalonReportAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_report_answer_finalize;
}

static void
salon_report_answer_init (SalonReportAnswer *self)
{
}

/**
 * salon_report_answer_new:
 * @table: (transfer full): the answer
 * @spec: (transfer none) (nullable): what was asked
 */
SalonReportAnswer *
salon_report_answer_new (SalonReportTable *table, SalonReportSpec *spec)
{
  SalonReportAnswer *self = g_object_new (SALON_TYPE_REPORT_ANSWER, NULL);

  self->table = table;
  self->spec = spec != NULL ? salon_report_spec_ref (spec) : NULL;
  return self;
}
