#pragma once
/* How the texts of a report look, and the lines that Pango makes of them.  Lengths are in points, 72 an inch. */
#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum {
  SALON_STYLE_BODY,
  SALON_STYLE_STRONG,
  SALON_STYLE_TITLE,
  SALON_STYLE_HEADING,
  SALON_STYLE_SMALL, /* grey, for what is beside the point */
  SALON_STYLE_ALERT, /* must not be overlooked, on a black and white printer either */
} SalonStyle;

PangoContext *salon_style_context_new (void);
void salon_style_context_set_scale (PangoContext *context, double scale);
PangoLayout *salon_style_layout_new (PangoContext *context, double width, gboolean to_the_right);
void salon_style_append (PangoLayout *layout, SalonStyle style, const char *text);
double salon_style_height (PangoLayout *layout);
double salon_style_width (PangoContext *context, SalonStyle style, gboolean to_the_right, const char *text);

G_END_DECLS
