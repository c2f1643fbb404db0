#pragma once
/* Barcodes and QR codes of plastic cards, encoded by libzint and drawn as vectors. */
#include <cairo.h>
#include <glib.h>

#include "model/entities/enums.h"

G_BEGIN_DECLS

/* The printers of cards put 300 dots on an inch; a module is never narrower than three of them. */
#define SALON_CODE_DOT_UM       (25400.0 / 300)
#define SALON_CODE_LEAST_DOTS   3
#define SALON_CODE_MAX_128      40
#define SALON_CODE_MAX_QR_BYTES 300

/* A code that can be drawn any number of times; read only, may be used from any thread. */
typedef struct _SalonCode SalonCode;

SalonCode *salon_code_new (SalonCardCode kind, const char *text, GError **error);
void salon_code_free (SalonCode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCode, salon_code_free)

SalonCardCode salon_code_kind (const SalonCode *self);
const char *salon_code_digits (const SalonCode *self);
int salon_code_n_columns (const SalonCode *self);
int salon_code_n_rows (const SalonCode *self);
double salon_code_least_width (const SalonCode *self);
double salon_code_least_height (const SalonCode *self);
double salon_code_module (const SalonCode *self, double width, double height);
void salon_code_draw (const SalonCode *self, cairo_t *cr, double x, double y, double width, double height);

G_END_DECLS
