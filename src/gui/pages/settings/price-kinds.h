#pragma once
/* The kinds of things that say what is sold for how much: goods, levels, variants, tax. */
#include "gui/pages/settings/chapter-list.h"
#include "gui/parts/entity-row.h"

G_BEGIN_DECLS

extern const SalonChapterKind salon_chapters_goods;
extern const SalonEntityKind salon_kind_employee_levels;
extern const SalonEntityKind salon_kind_item_categories;
extern const SalonEntityKind salon_kind_service_variants;
extern const SalonEntityKind salon_kind_vat_periods;
extern const SalonEntityKind salon_kind_vat_rates;

GListModel *salon_vat_rate_items (SalonDirectory *directory);

G_END_DECLS
