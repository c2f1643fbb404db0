#pragma once
/* Marks and complaints as facts. */
#include "model/entities/report-fact.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_report_marks (SalonTx *tx, SalonDay from, SalonDay to, void (*take) (const SalonFact *fact, gpointer data), gpointer data,
                             GError **error);

G_END_DECLS
