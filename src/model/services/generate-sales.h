#pragma once
/* What a generated salon sold in its last months: receipts, cash shifts, season tickets, certificates, plastic cards. */
#include "model/services/generate-plan.h"
#include "model/services/session.h"

G_BEGIN_DECLS

SalonDay salon_generate_sales_begin (const SalonPlan *plan);
gboolean salon_generate_sales (SalonSession *session, const SalonPlan *plan, guint64 seed, void (*progress) (double fraction, gpointer data),
                               gpointer data, GError **error);

G_END_DECLS
