#pragma once
/* For merging alone: what a client is called in a sentence. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

char *salon_merge_name (SalonTx *tx, gint64 client_id);

G_END_DECLS
