/* Prices are looked up by the rules; here they are read, and the prices of levels are written. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/employee-level.h"
#include "model/entities/employee.h"
#include "model/entities/service-price.h"
#include "model/entities/vat-rate-period.h"
#include "model/rules/field-check.h"
#include "model/rules/permission.h"
#include "model/rules/price-of.h"
#include "model/services/price-list.h"
#include "model/services/settings.h"
#include "model/store/repo.h"

static GPtrArray *
prices_of (SalonTx *tx, gint64 service_id, GError **error)
{
  return salon_repo_find (tx, salon_service_price_get_type (), "service_id", service_id, error);
}

static gboolean
load_variant (SalonTx *tx, gint64 service_id, gint64 variant_id, SalonServiceVariant **variant, GError **error)
{
  if (variant_id == 0)
    return TRUE;
  *variant = salon_repo_get (tx, salon_service_variant_get_type (), variant_id, error);
  if (*variant == NULL)
    return FALSE;
  if ((*variant)->service_id == service_id)
    return TRUE;
  salon_set_field_error (error, "variant_id", _("“%s” is a variant of another service."), (*variant)->name);
  return FALSE;
}

/**
 * salon_service_variant_check:
 * @variant_id: 0 = the service as such
 *
 * Returns: whether it is a variant of that service, perhaps an archived one
 */
gboolean
salon_service_variant_check (SalonTx *tx, gint64 service_id, gint64 variant_id, GError **error)
{
  g_autoptr (SalonServiceVariant) variant = NULL;

  return load_variant (tx, service_id, variant_id, &variant, error);
}

/**
 * salon_price_of:
 * @variant_id: 0 = the service as such
 * @employee_id: whose level counts; 0 = nobody's
 * @price: (out): as the price list says it now, minor units with tax
 */
gboolean
salon_price_of (SalonTx *tx, gint64 service_id, gint64 variant_id, gint64 employee_id, SalonMoney *price, GError **error)
{
  g_autoptr (SalonService) service = salon_repo_get (tx, salon_service_get_type (), service_id, error);
  g_autoptr (SalonServiceVariant) variant = NULL;
  g_autoptr (SalonEmployee) employee = NULL;
  g_autoptr (GPtrArray) prices = NULL;

  if (service == NULL || !load_variant (tx, service_id, variant_id, &variant, error))
    return FALSE;
  if (employee_id != 0) {
    employee = salon_repo_get (tx, salon_employee_get_type (), employee_id, error);
    if (employee == NULL)
      return FALSE;
  }
  prices = prices_of (tx, service_id, error);
  if (prices == NULL)
    return FALSE;
  *price = salon_price_of_level (service, variant, employee != NULL ? employee->level_id : 0, prices);
  return TRUE;
}

/**
 * salon_price_follow:
 * @line: of a visit, as it is
 * @employee_id: who is to do it
 * @price: (out): what it costs then: if it cost what the price list says of its employee, what the list says of the
 *   other; what was agreed otherwise stays
 */
gboolean
salon_price_follow (SalonTx *tx, const SalonVisitLine *line, gint64 employee_id, SalonMoney *price, GError **error)
{
  SalonMoney listed = 0;

  *price = line->price;
  if (employee_id == line->employee_id)
    return TRUE;
  if (!salon_price_of (tx, line->service_id, line->variant_id, line->employee_id, &listed, error))
    return FALSE;
  return listed != line->price || salon_price_of (tx, line->service_id, line->variant_id, employee_id, price, error);
}

static int
vat_from (const SalonSettings *settings, const GPtrArray *periods, gint64 vat_rate_id, SalonDay day)
{
  if (!settings->vat_payer)
    return 0;
  return vat_rate_id != 0 ? salon_vat_on (periods, vat_rate_id, day) : settings->vat_bp;
}

/**
 * salon_vat_of:
 * @vat_rate_id: of a service or an item; 0 = the salon's
 * @bp: (out): basis points on @day; 0 when the salon pays no tax
 */
gboolean
salon_vat_of (SalonTx *tx, gint64 vat_rate_id, SalonDay day, int *bp, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autoptr (GPtrArray) periods = NULL;

  if (settings == NULL)
    return FALSE;
  periods = salon_repo_find (tx, salon_vat_rate_period_get_type (), "vat_rate_id", vat_rate_id, error);
  if (periods == NULL)
    return FALSE;
  *bp = vat_from (settings, periods, vat_rate_id, day);
  return TRUE;
}

/* ---- prices of levels */

/**
 * salon_level_price_request_new:
 * @price: minor units; -1 = the level has no price of its own any more
 *
 * Returns: (transfer full): a request
 */
SalonLevelPriceRequest *
salon_level_price_request_new (gint64 service_id, gint64 variant_id, gint64 level_id, SalonMoney price)
{
  SalonLevelPriceRequest *self = g_new0 (SalonLevelPriceRequest, 1);

  *self = (SalonLevelPriceRequest){ service_id, variant_id, level_id, price };
  return self;
}

static gboolean
check_subjects (SalonTx *tx, const SalonLevelPriceRequest *request, GError **error)
{
  g_autoptr (SalonService) service = salon_repo_get (tx, salon_service_get_type (), request->service_id, error);
  g_autoptr (SalonServiceVariant) variant = NULL;
  g_autoptr (SalonEmployeeLevel) level = NULL;

  if (service == NULL || !load_variant (tx, request->service_id, request->variant_id, &variant, error))
    return FALSE;
  level = salon_repo_get (tx, salon_employee_level_get_type (), request->level_id, error);
  return level != NULL;
}

/**
 * salon_level_price_set:
 * @id: (out): of the price; 0 when there is none any more
 *
 * Says what employees of a level take for a service or variant.
 */
gboolean
salon_level_price_set (SalonTx *tx, const SalonLevelPriceRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonServicePrice) price = NULL;
  g_autoptr (GPtrArray) prices = NULL;
  const SalonServicePrice *old = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_PRICES_EDIT, error) || !check_subjects (tx, request, error))
    return FALSE;
  prices = prices_of (tx, request->service_id, error);
  if (prices == NULL)
    return FALSE;
  old = salon_level_price_find (prices, request->service_id, request->variant_id, request->level_id);
  *id = 0;
  if (request->price < 0)
    return old == NULL || salon_repo_delete (tx, (gpointer) old, error);
  price = old != NULL ? salon_service_price_copy (old) : salon_service_price_new ();
  price->service_id = request->service_id;
  price->variant_id = request->variant_id;
  price->level_id = request->level_id;
  price->price = request->price;
  if (!salon_check_price (price, "price", error)
      || !(old != NULL ? salon_repo_update (tx, price, error) : salon_repo_insert (tx, price, error)))
    return FALSE;
  *id = salon_entity_get_id (price);
  return TRUE;
}

/* ---- the list */

static void
line_free (SalonPriceListLine *self)
{
  g_clear_object (&self->service);
  g_clear_object (&self->variant);
  g_free (self->by_level);
  g_free (self->own);
  g_free (self);
}

/**
 * salon_price_list_free: frees a price list
 */
void
salon_price_list_free (SalonPriceList *self)
{
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

typedef struct {
  SalonPriceList *list;
  SalonSettings *settings;
  GPtrArray *periods;
  GPtrArray *prices;
  SalonDay today;
} Load;

static void
load_clear (Load *self)
{
  g_clear_pointer (&self->list, salon_price_list_free);
  g_clear_pointer (&self->settings, salon_settings_free);
  g_clear_pointer (&self->periods, g_ptr_array_unref);
  g_clear_pointer (&self->prices, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

static void
add_line (Load *self, SalonService *service, SalonServiceVariant *variant)
{
  SalonPriceListLine *line = g_new0 (SalonPriceListLine, 1);
  guint n = self->list->levels->len;

  line->service = g_object_ref (service);
  line->variant = variant != NULL ? g_object_ref (variant) : NULL;
  line->price = salon_price_of_level (service, variant, 0, self->prices);
  line->vat_bp = vat_from (self->settings, self->periods, service->vat_rate_id, self->today);
  line->by_level = g_new0 (SalonMoney, n + 1);
  line->own = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++) {
    gint64 level = salon_entity_get_id (self->list->levels->pdata[i]);

    line->by_level[i] = salon_price_of_level (service, variant, level, self->prices);
    line->own[i] = salon_level_price_find (self->prices, salon_entity_get_id (service),
                                           variant != NULL ? salon_entity_get_id (variant) : 0, level) != NULL;
  }
  g_ptr_array_add (self->list->lines, line);
}

static gboolean
load (Load *self, SalonTx *tx, GError **error)
{
  self->today = salon_clock_today (salon_tx_clock (tx));
  self->list = g_new0 (SalonPriceList, 1);
  self->list->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->list->levels = salon_repo_find (tx, salon_employee_level_get_type (), "archived", 0, error);
  if (self->list->levels == NULL)
    return FALSE;
  self->settings = salon_settings_load (tx, NULL, error);
  self->periods = self->settings != NULL ? salon_repo_all (tx, salon_vat_rate_period_get_type (), error) : NULL;
  self->prices = self->periods != NULL ? salon_repo_all (tx, salon_service_price_get_type (), error) : NULL;
  return self->prices != NULL;
}

/**
 * salon_price_list_load:
 *
 * Returns: (transfer full): what everything costs now; anyone may know
 */
SalonPriceList *
salon_price_list_load (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_auto (Load) self = { 0 };
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (GPtrArray) variants = NULL;

  if (!load (&self, tx, error))
    return NULL;
  services = salon_repo_find (tx, salon_service_get_type (), "archived", 0, error);
  variants = services != NULL ? salon_repo_find (tx, salon_service_variant_get_type (), "archived", 0, error) : NULL;
  if (variants == NULL)
    return NULL;
  for (guint i = 0; i < services->len; i++) {
    add_line (&self, services->pdata[i], NULL);
    for (guint v = 0; v < variants->len; v++)
      if (((SalonServiceVariant *) variants->pdata[v])->service_id == salon_entity_get_id (services->pdata[i]))
        add_line (&self, services->pdata[i], variants->pdata[v]);
  }
  return g_steal_pointer (&self.list);
}

SALON_DEFINE_COMMAND (salon_command_level_price_set, "level-price.set", SALON_N ("Price changed"), salon_level_price_set,
                      SalonLevelPriceRequest, g_free)
SALON_DEFINE_QUERY (salon_query_price_list, "price-list", salon_price_list_load, void, NULL, salon_price_list_free)
