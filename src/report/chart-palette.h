#pragma once
/* The colours of charts: those of the interface, which differ for the colour-blind, too; and what goes with each of them so
 * that colour is never the only mark. */
#include "base/report-chart.h"
#include "report/chart-scene.h"

G_BEGIN_DECLS

/* After so many series the colours begin again, with another texture. */
#define SALON_PALETTE_N_COLOURS 8

typedef struct {
  gboolean is_dark;
  guint32 surface; /* what a chart stands on */
  SalonInk ink;
  SalonInk ink_2; /* axes and what is beside the point */
  SalonInk grid;
  SalonInk axis;
} SalonPalette;

SalonPalette salon_palette_make (gboolean is_dark);
guint32 salon_palette_mix (guint32 a, guint32 b, double part);
double salon_palette_contrast (guint32 a, guint32 b);
guint salon_palette_number (const SalonChart *chart, guint series);
guint32 salon_palette_colour (const SalonPalette *self, const SalonChart *chart, guint series);
SalonInk salon_palette_name_ink (const SalonPalette *self, const SalonChart *chart, guint series);
SalonPaint salon_palette_paint (const SalonPalette *self, const SalonChart *chart, guint series, gboolean is_incomplete);
SalonPaint salon_palette_tone_paint (const SalonPalette *self, SalonChartTone tone, gboolean is_incomplete);
SalonPaint salon_palette_line_paint (const SalonPalette *self, const SalonChart *chart, guint series, gboolean is_incomplete);
SalonPaint salon_palette_heat_paint (const SalonPalette *self, double part, gboolean is_incomplete);
SalonPaint salon_palette_missing_paint (const SalonPalette *self, gboolean is_young);
SalonPaint salon_palette_rule (SalonInk ink, double width);
SalonInk salon_palette_ink_on (const SalonPalette *self, guint32 ground);

G_END_DECLS
