#pragma once
/* Proves a generated salon before it gets its name. */
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_generate_prove (SalonTx *tx, GError **error);

G_END_DECLS
