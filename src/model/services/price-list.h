#pragma once
/* The price list: services with variants and levels, and the tax that is in every price. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/entities/visit-line.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_service_variant_check (SalonTx *tx, gint64 service_id, gint64 variant_id, GError **error);
gboolean salon_price_of (SalonTx *tx, gint64 service_id, gint64 variant_id, gint64 employee_id, SalonMoney *price, GError **error);
gboolean salon_price_follow (SalonTx *tx, const SalonVisitLine *line, gint64 employee_id, SalonMoney *price, GError **error);
gboolean salon_vat_of (SalonTx *tx, gint64 vat_rate_id, SalonDay day, int *bp, GError **error);

/* What employees of a level take. */
typedef struct {
  gint64 service_id;
  gint64 variant_id; /* 0 = the service as such */
  gint64 level_id;
  SalonMoney price;  /* -1 = no price of its own any more */
} SalonLevelPriceRequest;

SalonLevelPriceRequest *salon_level_price_request_new (gint64 service_id, gint64 variant_id, gint64 level_id, SalonMoney price);
gboolean salon_level_price_set (SalonTx *tx, const SalonLevelPriceRequest *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_level_price_set;

/* A line of the price list: a service, or one of its variants. */
typedef struct {
  SalonService *service;
  SalonServiceVariant *variant; /* NULL = the service as such */
  SalonMoney price;
  int vat_bp;          /* today */
  SalonMoney *by_level; /* one for each level, as it takes */
  gboolean *own;        /* whether the level has a price of its own */
} SalonPriceListLine;

/**
 * SalonPriceList:
 * @levels: (element-type SalonEmployeeLevel): in use, by position
 * @lines: (element-type SalonPriceListLine): services in use by position, each with its variants
 */
typedef struct {
  GPtrArray *levels;
  GPtrArray *lines;
} SalonPriceList;

SalonPriceList *salon_price_list_load (SalonTx *tx, gconstpointer nothing, GError **error);
void salon_price_list_free (SalonPriceList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPriceList, salon_price_list_free)
extern const SalonQuery salon_query_price_list;

G_END_DECLS
