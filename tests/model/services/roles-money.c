/* Requests about money, for the table of who may do what. */
#include "roles-money.h"

#include "model/entities/item.h"
#include "model/services/catalogue.h"
#include "model/services/item-import.h"
#include "model/services/items.h"
#include "model/services/ledger.h"
#include "model/services/price-list.h"
#include "model/entities/employee-level.h"

/* ---- the catalogue */

static gpointer
new_item (SmallSalon *s)
{
  g_autoptr (SalonItem) item = salon_item_new ();

  item->name = g_strdup ("Shampoo");
  item->price = 1250;
  return salon_entity_draft_new (NULL, item);
}

static gpointer
level_price (SmallSalon *s)
{
  SalonEmployeeLevel *level = salon_employee_level_new ();

  level->name = g_strdup ("Top");
  return salon_level_price_request_new (s->manicure, 0, salon_fixture_insert (s->salon, level), 3500);
}

static gpointer
price_list_file (SmallSalon *s)
{
  SalonItemImport *request = g_new0 (SalonItemImport, 1);
  SalonItemImportRow *row = g_new0 (SalonItemImportRow, 1);

  row->name = g_strdup ("Shampoo");
  row->price = 1250;
  request->rows = g_ptr_array_new ();
  g_ptr_array_add (request->rows, row);
  return request;
}

static gpointer
all_items (SmallSalon *s)
{
  return salon_items_request_new (NULL, FALSE, 0);
}

/* ---- the tables; Maria is the master who works with the program */

const RolesCommand roles_money_commands[] = {
  { &salon_command_catalogue_save, "item", new_item, DESK },
  { &salon_command_item_import, "item-import", price_list_file, DESK },
  { &salon_command_level_price_set, "level-price", level_price, DESK },
  { NULL, NULL, NULL, 0 },
};

const RolesQuery roles_money_queries[] = {
  { &salon_query_items, "items", all_items, ALL },
  { &salon_query_price_list, "price-list", NULL, ALL },
  { &salon_query_trial_balance, "trial-balance", NULL, OWNER },
  { NULL, NULL, NULL, 0 },
};
