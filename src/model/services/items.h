#pragma once
/* Goods: found by barcode or by words, with the price and the tax of today. */
#include "model/entities/item.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SALON_ITEM_ERROR: the last digit of a barcode does not fit the others; the same again with keep_barcode takes it as it is
 */
#define SALON_ITEM_ERROR (salon_item_error_quark ())
GQuark salon_item_error_quark (void);

typedef enum {
  SALON_ITEM_ERROR_CHECK_DIGIT,
} SalonItemErrorCode;

/**
 * SalonOfferedItem:
 * @category: (nullable): its name
 * @vat_bp: today; 0 when the salon pays no tax
 */
typedef struct {
  SalonItem *item;
  char *category;
  int vat_bp;
} SalonOfferedItem;

void salon_offered_item_free (SalonOfferedItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonOfferedItem, salon_offered_item_free)

/**
 * SalonItemsRequest:
 * @text: (nullable): words as typed, or a barcode; %NULL or "" = all
 * @by_barcode: only the one with exactly that barcode
 * @with_archived: also those that are not sold any more
 * @most: so many at most; 0 = all
 */
typedef struct {
  char *text;
  gboolean by_barcode;
  gboolean with_archived;
  guint most;
} SalonItemsRequest;

SalonItemsRequest *salon_items_request_new (const char *text, gboolean by_barcode, guint most);
void salon_items_request_free (SalonItemsRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonItemsRequest, salon_items_request_free)

GPtrArray *salon_items_find (SalonTx *tx, const SalonItemsRequest *request, GError **error);
gboolean salon_item_check (SalonTx *tx, SalonItem *item, gboolean keep_barcode, GError **error);

extern const SalonQuery salon_query_items; /* SalonItemsRequest → GPtrArray of SalonOfferedItem; empty when none fits */

G_END_DECLS
