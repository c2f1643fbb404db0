#pragma once
/* Master data as things to pick from. */
#include "base/money.h"
#include <gio/gio.h>

G_BEGIN_DECLS

GListModel *salon_items_of_services (GPtrArray *services, const SalonCurrency *currency);
GListModel *salon_items_of_employees (GPtrArray *employees);
GListModel *salon_items_of_entities (GPtrArray *entities);
GListModel *salon_items_of_values (gint64 first, gint64 last, const char *(*label) (gint64 value));
GListModel *salon_items_with_none (GListModel *items, const char *none);

G_END_DECLS
