/* Colours by number and by meaning.  The hues are those of the style sheet (blue, teal, amber, vermilion and the accent):
 * no pair of them is told apart by red and green alone. */
#include "report/chart-palette.h"

#include <math.h>

#define DOT_LINE 2.25

enum { PLUM, BLUE, AMBER, TEAL, VERMILION, SKY, SLATE, GREY };

static const guint32 light[SALON_PALETTE_N_COLOURS]
    = { 0x8a3a70, 0x2470ab, 0xc98a12, 0x12826f, 0xc04c20, 0x55a5d9, 0x2f3b45, 0xa69ba2 };
static const guint32 dark[SALON_PALETTE_N_COLOURS]
    = { 0xc07dab, 0x5799cf, 0xdcab4a, 0x50b29f, 0xe3835f, 0x9ecbea, 0x8a8736, 0x756b71 };

/* A texture goes with each colour after the first, so that a grey print tells them apart. */
static const SalonTexture textures[SALON_PALETTE_N_COLOURS] = {
  [PLUM] = SALON_TEXTURE_NONE,     [BLUE] = SALON_TEXTURE_NONE,    [AMBER] = SALON_TEXTURE_LEVEL,
  [TEAL] = SALON_TEXTURE_UPRIGHT,  [VERMILION] = SALON_TEXTURE_FALLING, [SKY] = SALON_TEXTURE_NONE,
  [SLATE] = SALON_TEXTURE_CROSSED, [GREY] = SALON_TEXTURE_NONE,
};

/**
 * salon_palette_make:
 *
 * Returns: the colours of texts and axes on a light or a dark ground
 */
SalonPalette
salon_palette_make (gboolean is_dark)
{
  static const SalonPalette day = { FALSE, 0xffffff, { 0x2b2229, 1 }, { 0x695c64, 1 }, { 0xece6e0, 1 }, { 0xa3969d, 1 } };
  static const SalonPalette night = { TRUE, 0x282327, { 0xf1eaee, 1 }, { 0xb8abb3, 1 }, { 0x3b3439, 1 }, { 0x7b6f76, 1 } };

  return is_dark ? night : day;
}

/**
 * salon_palette_mix:
 * @part: how much of @b, 0 to 1
 *
 * Returns: a colour between the two
 */
guint32
salon_palette_mix (guint32 a, guint32 b, double part)
{
  guint32 mixed = 0;

  for (int shift = 0; shift <= 16; shift += 8) {
    double from = a >> shift & 0xff;
    double to = b >> shift & 0xff;

    mixed |= (guint32) lround (from + (to - from) * CLAMP (part, 0, 1)) << shift;
  }
  return mixed;
}

/* As WCAG defines it. */
static double
luminance (guint32 rgb)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double sum = 0;

  for (int i = 0; i < 3; i++) {
    double c = (rgb >> (8 * i) & 0xff) / 255.0;

    sum += weights[i] * (c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

/**
 * salon_palette_contrast:
 *
 * Returns: of two colours, 1 to 21
 */
double
salon_palette_contrast (guint32 a, guint32 b)
{
  double la = luminance (a) + 0.05;
  double lb = luminance (b) + 0.05;

  return MAX (la, lb) / MIN (la, lb);
}

/**
 * salon_palette_number:
 *
 * What another series is compared with belongs to it: to the one before it; where all comparisons come last, to the one of
 * the same number.
 *
 * Returns: how many series are left of it that are no comparison
 */
guint
salon_palette_number (const SalonChart *chart, guint series)
{
  guint mains = 0;
  guint befores = 0;
  guint all = 0;

  for (guint i = 0; i < chart->series->len; i++)
    all += !salon_chart_series (chart, i)->is_before;
  for (guint i = 0; i < series; i++) {
    gboolean is_before = salon_chart_series (chart, i)->is_before;

    mains += !is_before;
    befores += is_before;
  }
  if (!salon_chart_series (chart, series)->is_before)
    return mains;
  if (mains == all && 2 * all == chart->series->len)
    return befores;
  return mains > 0 ? mains - 1 : 0;
}

/* The series that it is compared with, itself if it is no comparison. */
static guint
main_of (const SalonChart *chart, guint series)
{
  for (guint i = 0; salon_chart_series (chart, series)->is_before && i < chart->series->len; i++)
    if (!salon_chart_series (chart, i)->is_before && salon_palette_number (chart, i) == salon_palette_number (chart, series))
      return i;
  return series;
}

/* Which of those that take the colours in order. */
static guint
colour_number (const SalonChart *chart, guint series)
{
  guint number = 0;

  for (guint i = 0; i < series; i++)
    number += !salon_chart_series (chart, i)->is_before && salon_chart_series (chart, i)->tone == SALON_CHART_TONE_NEXT;
  return number;
}

static guint
tone_number (SalonChartTone tone)
{
  switch (tone) {
  case SALON_CHART_TONE_GAIN:
    return BLUE;
  case SALON_CHART_TONE_AGAIN:
    return AMBER;
  case SALON_CHART_TONE_KEPT:
    return TEAL;
  case SALON_CHART_TONE_LOSS:
    return VERMILION;
  case SALON_CHART_TONE_NEUTRAL:
    return GREY;
  case SALON_CHART_TONE_NEXT:
  default:
    return PLUM;
  }
}

static guint
number_of (const SalonChart *chart, guint series)
{
  guint one = main_of (chart, series);
  SalonChartTone tone = salon_chart_series (chart, one)->tone;

  return tone == SALON_CHART_TONE_NEXT ? colour_number (chart, one) : tone_number (tone);
}

static guint32
colour_of (const SalonPalette *self, guint number)
{
  return (self->is_dark ? dark : light)[number % SALON_PALETTE_N_COLOURS];
}

static SalonTexture
texture_of (guint number)
{
  guint round = number / SALON_PALETTE_N_COLOURS;
  SalonTexture texture = textures[number % SALON_PALETTE_N_COLOURS];

  return (SalonTexture) ((texture + round) % SALON_N_TEXTURES);
}

/**
 * salon_palette_colour:
 *
 * Returns: the colour of a series
 */
guint32
salon_palette_colour (const SalonPalette *self, const SalonChart *chart, guint series)
{
  guint32 colour = colour_of (self, number_of (chart, series));

  return salon_chart_series (chart, series)->is_before ? salon_palette_mix (colour, self->surface, 0.6) : colour;
}

/**
 * salon_palette_name_ink:
 *
 * Returns: the colour of a series, strong enough for letters
 */
SalonInk
salon_palette_name_ink (const SalonPalette *self, const SalonChart *chart, guint series)
{
  guint32 colour = colour_of (self, number_of (chart, series));
  double part = 0;

  while (salon_palette_contrast (salon_palette_mix (colour, self->ink.rgb, part), self->surface) < 4.6 && part < 1)
    part += 0.05;
  return (SalonInk) { salon_palette_mix (colour, self->ink.rgb, part), 1 };
}

static SalonPaint
fill_with (const SalonPalette *self, guint32 colour, SalonTexture texture, gboolean is_incomplete)
{
  SalonPaint paint = { .fill = { colour, 1 }, .radius = 2 };

  if (is_incomplete) {
    paint.fill.rgb = salon_palette_mix (colour, self->surface, 0.78);
    paint.line = (SalonInk) { colour, 1 };
    paint.line_width = 1;
    paint.texture = SALON_TEXTURE_RISING;
    paint.texture_ink = (SalonInk) { colour, 0.75 };
  } else {
    paint.texture = texture;
    paint.texture_ink = (SalonInk) { self->surface, 0.2 };
  }
  return paint;
}

/**
 * salon_palette_paint:
 * @is_incomplete: hatched
 *
 * Returns: how a field of a series is filled
 */
SalonPaint
salon_palette_paint (const SalonPalette *self, const SalonChart *chart, guint series, gboolean is_incomplete)
{
  return fill_with (self, salon_palette_colour (self, chart, series), texture_of (number_of (chart, series)), is_incomplete);
}

/**
 * salon_palette_tone_paint:
 *
 * Returns: how a field with a meaning of its own is filled
 */
SalonPaint
salon_palette_tone_paint (const SalonPalette *self, SalonChartTone tone, gboolean is_incomplete)
{
  guint number = tone_number (tone);

  return fill_with (self, colour_of (self, number), texture_of (number), is_incomplete);
}

/**
 * salon_palette_line_paint:
 *
 * Returns: how the line of a series is drawn
 */
SalonPaint
salon_palette_line_paint (const SalonPalette *self, const SalonChart *chart, guint series, gboolean is_incomplete)
{
  SalonPaint paint = { 0 };

  paint.line = (SalonInk) { salon_palette_colour (self, chart, series), 1 };
  paint.line_width = salon_chart_series (chart, series)->is_before ? 1.75 : DOT_LINE;
  paint.is_dashed = is_incomplete;
  return paint;
}

/**
 * salon_palette_heat_paint:
 * @part: from -1 to 1: how much of the greatest value it is
 *
 * Returns: how a field of a heat map is filled
 */
SalonPaint
salon_palette_heat_paint (const SalonPalette *self, double part, gboolean is_incomplete)
{
  guint32 strong = self->is_dark ? (part < 0 ? 0xf4a184 : 0xe3a6d1) : part < 0 ? 0xa23b14 : 0x6d2457;
  guint32 weak = salon_palette_mix (self->surface, strong, 0.06);
  guint32 colour = salon_palette_mix (weak, strong, CLAMP (fabs (part), 0, 1));
  SalonPaint paint = { .fill = { colour, 1 }, .radius = 2 };

  if (is_incomplete) {
    paint.texture = SALON_TEXTURE_RISING;
    paint.texture_ink = (SalonInk) { salon_palette_mix (colour, self->ink.rgb, 0.5), 0.3 };
  }
  return paint;
}

/**
 * salon_palette_missing_paint:
 * @is_young: its time has not come: hatched
 *
 * Returns: how a field without a value is filled
 */
SalonPaint
salon_palette_missing_paint (const SalonPalette *self, gboolean is_young)
{
  SalonPaint paint = { .line = self->grid, .line_width = 1, .radius = 2 };

  paint.texture = is_young ? SALON_TEXTURE_RISING : SALON_TEXTURE_NONE;
  paint.texture_ink = (SalonInk) { self->axis.rgb, 0.3 };
  return paint;
}

/**
 * salon_palette_rule:
 *
 * Returns: a plain line
 */
SalonPaint
salon_palette_rule (SalonInk ink, double width)
{
  SalonPaint paint = { 0 };

  paint.line = ink;
  paint.line_width = width;
  return paint;
}

/**
 * salon_palette_ink_on:
 *
 * Returns: what can be read on @ground: the darkest or the lightest
 */
SalonInk
salon_palette_ink_on (const SalonPalette *self, guint32 ground)
{
  guint32 dark_ink = self->is_dark ? 0x1d191c : 0x150f13;
  guint32 light_ink = 0xffffff;

  return (SalonInk) { salon_palette_contrast (dark_ink, ground) >= salon_palette_contrast (light_ink, ground) ? dark_ink
                                                                                                              : light_ink,
                      1 };
}
