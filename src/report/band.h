#pragma once
/* Texts side by side that are set together, and broken between two lines where a page ends. */
#include "report/style.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _SalonBand SalonBand;

SalonBand *salon_band_new (void);
void salon_band_free (SalonBand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBand, salon_band_free)

void salon_band_add (SalonBand *self, double x, PangoLayout *layout);
double salon_band_height (const SalonBand *self);
gboolean salon_band_draw (SalonBand *self, cairo_t *cr, double y, double room, double *used);

G_END_DECLS
