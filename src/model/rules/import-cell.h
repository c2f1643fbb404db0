#pragma once
/* What a cell of a sheet says, in whatever way another program wrote it. */
#include "base/cell.h"
#include "model/entities/enums.h"
#include "model/rules/birth.h"

G_BEGIN_DECLS

gboolean salon_import_cell_is_blank (const SalonCell *cell);
char *salon_import_cell_text (const SalonCell *cell);
gboolean salon_import_cell_phones (const SalonCell *cell, GPtrArray *phones, GError **error);
gboolean salon_import_cell_when (const SalonCell *cell, gboolean month_first, SalonDay *day, int *minute, GError **error);
gboolean salon_import_cell_birth (const SalonCell *cell, gboolean month_first, SalonDay today, SalonBirth *birth, GError **error);
gboolean salon_import_cell_minute (const SalonCell *cell, int *minute, GError **error);
gboolean salon_import_cell_gender (const SalonCell *cell, SalonGender *gender);
gboolean salon_import_cell_discount (const SalonCell *cell, int *basis_points, GError **error);
gboolean salon_import_cell_balance (const SalonCell *cell, const SalonCurrency *currency, SalonMoney *amount, GError **error);
gboolean salon_import_cell_money (const SalonCell *cell, const SalonCurrency *currency, SalonMoney *amount, GError **error);
gboolean salon_import_cell_duration (const SalonCell *cell, int *minutes, GError **error);
const char *salon_import_cell_language (const SalonCell *cell);
SalonVisitState salon_import_cell_state (const SalonCell *cell);
GPtrArray *salon_import_cell_list (const SalonCell *cell);

G_END_DECLS
