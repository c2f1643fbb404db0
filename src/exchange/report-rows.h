#pragma once
/* What all files of a report have in common: the labels that stand in a row by themselves, and numbers of files. */
#include "base/report-table.h"

G_BEGIN_DECLS

/* The labels of one row after the other, from the first: a group that is named once is named in each of its rows. */
typedef struct _SalonReportLabels SalonReportLabels;

SalonReportLabels *salon_report_labels_new (const SalonReportTable *table);
void salon_report_labels_free (SalonReportLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonReportLabels, salon_report_labels_free)
void salon_report_labels_next (SalonReportLabels *self);
const char *salon_report_labels_get (const SalonReportLabels *self, guint column);
gboolean salon_report_labels_is_marked (const SalonReportLabels *self, guint column);

gboolean salon_report_has_incomplete (const SalonReportTable *table);
const char *salon_report_incomplete_sentence (void);
int salon_report_unit_decimals (SalonReportUnit unit, const SalonCurrency *currency);
gint64 salon_report_hundredths_of_hours (gint64 minutes);

G_END_DECLS
