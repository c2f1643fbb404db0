#pragma once
/* Pairs of numbers, each with a number: what has been counted already, and which group is which. */
#include <glib.h>

G_BEGIN_DECLS

typedef struct _SalonReportSet SalonReportSet;

SalonReportSet *salon_report_set_new (void);
void salon_report_set_free (SalonReportSet *self);
gboolean salon_report_set_add (SalonReportSet *self, guint64 a, guint64 b, guint32 value, guint32 *stands);
gboolean salon_report_set_find (const SalonReportSet *self, guint64 a, guint64 b, guint32 *value);
void salon_report_set_forget (SalonReportSet *self);

G_END_DECLS
