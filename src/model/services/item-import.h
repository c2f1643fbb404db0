#pragma once
/* A price list from a file: services and goods with their prices, all of it or nothing. */
#include "base/row-source.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* A line of the file; texts are NULL when it says nothing. */
typedef struct {
  gint64 line; /* of the file, from 1 */
  gboolean is_service;
  char *name;
  char *category;
  char *barcode;
  char *code;
  char *unit;
  char *tax;        /* name of a rate */
  gint64 price;     /* minor units; -1 = not said */
  int minutes;      /* of a service; 0 = not said */
} SalonItemImportRow;

/**
 * SalonItemImport:
 * @rows: (element-type SalonItemImportRow): in the order of the file
 * @keep_barcodes: barcodes whose last digit does not fit are meant so
 */
typedef struct {
  GPtrArray *rows;
  gboolean keep_barcodes;
} SalonItemImport;

SalonItemImport *salon_item_import_new (void);
SalonItemImport *salon_item_import_read (SalonRowSource *source, const SalonCurrency *currency, gboolean services, GError **error);
void salon_item_import_free (SalonItemImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonItemImport, salon_item_import_free)

gboolean salon_item_import (SalonTx *tx, const SalonItemImport *request, gint64 *n, GError **error);
extern const SalonCommand salon_command_item_import; /* SalonItemImport → how many things are new or others now */

G_END_DECLS
