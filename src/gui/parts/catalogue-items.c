/* Lists for pickers, made of entities that were read once. */
#include "config.h"

#include "gui/parts/catalogue-items.h"
#include "gui/widgets/picker-item.h"
#include "gui/widgets/time-entry.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"

static int
length_of (const SalonService *service)
{
  return (int) (service->work1_min + service->gap_min + service->work2_min);
}

/**
 * salon_items_of_services:
 * @services: (element-type SalonService)
 *
 * Returns: (transfer full): services with length and price at the right
 */
GListModel *
salon_items_of_services (GPtrArray *services, const SalonCurrency *currency)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < services->len; i++) {
    const SalonService *service = services->pdata[i];
    g_autofree char *length = salon_duration_format (length_of (service));
    g_autofree char *price = salon_money_format (service->price, currency);
    g_autofree char *aside = g_strdup_printf ("%s · %s", length, price);
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (salon_entity_get_id (service), service->name, aside,
                                                              SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  return G_LIST_MODEL (items);
}

/**
 * salon_items_of_employees:
 * @employees: (element-type SalonEmployee)
 *
 * Returns: (transfer full): those who take bookings, with their colour
 */
GListModel *
salon_items_of_employees (GPtrArray *employees)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < employees->len; i++) {
    const SalonEmployee *employee = employees->pdata[i];
    g_autofree char *name = g_strjoin (" ", employee->first_name, employee->surname, NULL);
    g_autoptr (SalonPickerItem) item = NULL;

    if (!employee->bookable)
      continue;
    item = salon_picker_item_new (salon_entity_get_id (employee), name, employee->title, (guint32) employee->color);
    g_list_store_append (items, item);
  }
  return G_LIST_MODEL (items);
}

/**
 * salon_items_of_entities:
 * @entities: (element-type SalonEntity): of one type that has a name
 *
 * Returns: (transfer full): their names, with their colour where they have one
 */
GListModel *
salon_items_of_entities (GPtrArray *entities)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < entities->len; i++) {
    SalonEntity *entity = entities->pdata[i];
    const SalonEntityInfo *info = salon_entity_info (entity);
    const SalonField *color = salon_entity_info_find (info, "color");
    const SalonField *name = salon_entity_info_find (info, "name");
    guint32 rgb = color != NULL ? (guint32) salon_entity_get_int (entity, color) : SALON_PICK_NO_COLOR;
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (salon_entity_get_id (entity), salon_entity_get_text (entity, name),
                                                              NULL, rgb);

    g_list_store_append (items, item);
  }
  return G_LIST_MODEL (items);
}

/**
 * salon_items_with_none:
 * @items: (transfer full): made by one of the others
 * @none: translated: what it is called when nothing is chosen
 *
 * Returns: (transfer full): @items with nothing before them
 */
GListModel *
salon_items_with_none (GListModel *items, const char *none)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (SALON_PICK_NONE, none, NULL, SALON_PICK_NO_COLOR);

  g_list_store_insert (G_LIST_STORE (items), 0, item);
  return items;
}

/**
 * salon_items_of_values:
 * @first: of an enumeration
 * @last: the last one of it
 * @label: what each is called
 *
 * Returns: (transfer full): one for each value, which is its id
 */
GListModel *
salon_items_of_values (gint64 first, gint64 last, const char *(*label) (gint64 value))
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (gint64 value = first; value <= last; value++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (value, label (value), NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  return G_LIST_MODEL (items);
}
