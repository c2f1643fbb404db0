#pragma once
/* Asked by every use case before it does anything. */
#include "model/rules/permission.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_permission_check (SalonTx *tx, SalonPermission permission, GError **error);

G_END_DECLS
