#pragma once
/* Who or what stands behind a number of a report. */
#include "gui/pages/reports/report-answer.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BEHIND_VIEW (salon_behind_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonBehindView, salon_behind_view, SALON, BEHIND_VIEW, GtkWidget)

GtkWidget *salon_behind_view_new (SalonSession *session);
void salon_behind_view_open (SalonBehindView *self, SalonReportAnswer *answer, guint row, guint column);
void salon_behind_view_close (SalonBehindView *self);
gboolean salon_behind_view_open_row (GtkWidget *from, const SalonReportRow *row);

G_END_DECLS
