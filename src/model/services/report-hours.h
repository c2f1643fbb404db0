#pragma once
/* Hours of employees and rooms as facts: how many minutes each was open and taken, hour by hour. */
#include "model/entities/report-fact.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

typedef void (*SalonReportTakeHour) (const SalonFact *fact, gpointer data);

gboolean salon_report_hours (SalonTx *tx, SalonDay from, SalonDay to, gboolean rooms, SalonReportTakeHour take, gpointer data,
                             GError **error);

G_END_DECLS
