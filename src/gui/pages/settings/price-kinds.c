/* What is asked about what is sold and what it costs, and what a line says of it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/pages/settings/price-kinds.h"
#include "gui/parts/catalogue-items.h"
#include "gui/widgets/time-entry.h"
#include "model/entities/employee-level.h"
#include "model/entities/item-category.h"
#include "model/entities/item.h"
#include "model/entities/service-variant.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/vat-rate.h"
#include "model/rules/price-of.h"

/* ---- things to pick */

/**
 * salon_vat_rate_items:
 *
 * Returns: (transfer full): rates of tax, the salon's first
 */
GListModel *
salon_vat_rate_items (SalonDirectory *directory)
{
  return salon_items_with_none (salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_VAT_RATES)),
                                C_("rate of tax", "the salon’s"));
}

static GListModel *
rate_items (SalonDirectory *directory)
{
  return salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_VAT_RATES));
}

static GListModel *
item_category_items (SalonDirectory *directory)
{
  return salon_items_with_none (salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_ITEM_CATEGORIES)),
                                C_("category of goods", "none"));
}

/* ---- what a line says */

static char *
rate_detail (gpointer entity, SalonDirectory *directory)
{
  const GPtrArray *periods = salon_directory_list (directory, SALON_DIRECTORY_VAT_PERIODS);
  gint64 id = salon_entity_get_id (entity);
  const SalonVatRatePeriod *last = NULL;

  for (guint i = 0; i < periods->len; i++) {
    const SalonVatRatePeriod *period = periods->pdata[i];

    if (period->vat_rate_id == id && (last == NULL || period->from_day > last->from_day))
      last = period;
  }
  return last != NULL ? salon_percent_format (last->rate_bp) : g_strdup (_("say how much at the right"));
}

static char *
period_name (gpointer entity)
{
  g_autofree char *day = salon_day_format ((SalonDay) ((const SalonVatRatePeriod *) entity)->from_day);

  return g_strdup_printf (C_("period of a rate of tax", "from %s"), day);
}

static char *
period_detail (gpointer entity, SalonDirectory *directory)
{
  const SalonVatRatePeriod *period = entity;
  const SalonVatRate *rate = salon_directory_find (directory, SALON_DIRECTORY_VAT_RATES, period->vat_rate_id);
  g_autofree char *percent = salon_percent_format (period->rate_bp);

  return rate != NULL ? g_strdup_printf ("%s · %s", rate->name, percent) : g_steal_pointer (&percent);
}

static char *
variant_detail (gpointer entity, SalonDirectory *directory)
{
  const SalonServiceVariant *variant = entity;
  g_autofree char *price = salon_money_format (variant->price, salon_directory_currency (directory));
  g_autofree char *longer = variant->more_min != 0 ? salon_duration_format ((int) ABS (variant->more_min)) : NULL;

  if (longer == NULL)
    return g_steal_pointer (&price);
  return g_strdup_printf ("%s%s · %s", variant->more_min > 0 ? "+" : "−", longer, price);
}

/* ---- new things */

static gpointer
create_item (gpointer beside)
{
  SalonItem *item = salon_item_new ();
  const SalonItem *other = beside;

  if (other != NULL) {
    item->item_category_id = other->item_category_id;
    item->vat_rate_id = other->vat_rate_id;
  }
  return item;
}

static gpointer
create_variant (guint n, gint64 owner)
{
  SalonServiceVariant *variant = salon_service_variant_new ();

  variant->service_id = owner;
  return variant;
}

/* ---- questions */

static const SalonAsk name_asks[] = { { "name", N_("Name"), NULL, SALON_ASK_TEXT, FALSE, NULL, NULL } };

static const SalonAsk item_asks[] = {
  { "name", N_("Name"), NULL, SALON_ASK_TEXT, FALSE, NULL, NULL },
  { "item_category_id", N_("Category"), NULL, SALON_ASK_PICK, TRUE, NULL, item_category_items },
  { "price", N_("Price"), NULL, SALON_ASK_MONEY, TRUE, NULL, NULL },
  { "barcode", N_("Barcode"), N_("Scan it or type the digits."), SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "code", N_("Code"), N_("Your own or the supplier’s."), SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "vat_rate_id", N_("Tax"), NULL, SALON_ASK_PICK, TRUE, NULL, salon_vat_rate_items },
  { "unit", N_("Unit"), N_("Empty: pieces."), SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "periodicity_days", N_("Lasts"), N_("0 = nobody is reminded."), SALON_ASK_NUMBER, TRUE, N_("days"), NULL },
  { "no_discount", N_("Never costs less: no discount on it"), NULL, SALON_ASK_YES_NO, FALSE, NULL, NULL },
};

static const guint n_item_asks = G_N_ELEMENTS (item_asks);

static const SalonAsk variant_asks[] = {
  { "name", N_("Name"), NULL, SALON_ASK_TEXT, FALSE, NULL, NULL },
  { "price", N_("Price"), NULL, SALON_ASK_MONEY, TRUE, NULL, NULL },
  { "more_min", N_("Longer by"), N_("Than the service itself."), SALON_ASK_NUMBER, TRUE, N_("min"), NULL },
};

static const SalonAsk period_asks[] = {
  { "vat_rate_id", N_("Rate of tax"), NULL, SALON_ASK_PICK, FALSE, NULL, rate_items },
  { "from_day", N_("From"), NULL, SALON_ASK_DAY, TRUE, NULL, NULL },
  { "rate_bp", N_("Percent"), NULL, SALON_ASK_PERCENT, TRUE, NULL, NULL },
};

/* ---- kinds */

#define ASKS(asks) asks, G_N_ELEMENTS (asks)

const SalonEntityKind salon_kind_employee_levels = {
  salon_employee_level_get_type, N_("Levels of employees"), N_("Add a level"),
  N_("Levels let a top master take more than a junior one; say on the employee’s card who has which."), ASKS (name_asks),
  NULL, NULL, NULL, TRUE,
};

const SalonEntityKind salon_kind_item_categories = {
  salon_item_category_get_type, N_("Categories of goods"), N_("Add a category"),
  N_("Categories are the chapters of what is sold over the counter: hair, skin, gifts."), ASKS (name_asks),
  NULL, NULL, NULL, TRUE,
};

const SalonEntityKind salon_kind_service_variants = {
  salon_service_variant_get_type, N_("Variants"), N_("Add a variant"),
  N_("Short hair, long hair: the same service with a price and a length of its own."), ASKS (variant_asks), create_variant,
  NULL, variant_detail, TRUE,
};

const SalonEntityKind salon_kind_vat_periods = {
  salon_vat_rate_period_get_type, N_("How much, and since when"), N_("Add a change"),
  N_("A sale takes the percentage of its day."), ASKS (period_asks), NULL, period_name, period_detail, FALSE,
};

const SalonEntityKind salon_kind_vat_rates = {
  salon_vat_rate_get_type, N_("Rates of tax"), N_("Add a rate"),
  N_("Add the rates that differ from the salon’s own: reduced, zero."), ASKS (name_asks), NULL, NULL, rate_detail, TRUE,
};

const SalonChapterKind salon_chapters_goods = {
  SALON_DIRECTORY_ITEMS, SALON_DIRECTORY_ITEM_CATEGORIES, "item_category_id", item_asks, &n_item_asks,
  N_("Goods"), N_("Add an item"), N_("Search in the goods"), N_("Nothing is called that."), N_("Item"), N_("New item"),
  N_("Nothing chosen"), N_("Choose an item at the left to change it, or add a new one."), "salon-bag-symbolic", create_item, NULL,
};
