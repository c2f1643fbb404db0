#pragma once
/* The reports there are, in the order of the list. */
#include "model/services/report-declare.h"

G_BEGIN_DECLS

const SalonReport *const *salon_report_list (guint *n);

G_END_DECLS
