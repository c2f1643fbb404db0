#pragma once
/* What the month of shifts is painted with: kinds of shifts, a day off, the eraser; or no brush at all. */
#include "model/services/roster.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Brushes that are no kind of shift. */
enum {
  SALON_BRUSH_NONE = 0, /* a drag chooses, a double click edits */
  SALON_BRUSH_OFF = -1,
  SALON_BRUSH_ERASER = -2,
};

#define SALON_TYPE_BRUSH_BAR (salon_brush_bar_get_type ())
G_DECLARE_FINAL_TYPE (SalonBrushBar, salon_brush_bar, SALON, BRUSH_BAR, GtkWidget)

GtkWidget *salon_brush_bar_new (void);
void salon_brush_bar_set_templates (SalonBrushBar *self, GPtrArray *templates);
gboolean salon_brush_bar_get (SalonBrushBar *self, SalonShiftWhat *what, SalonHours *part, guint *n_parts);
SalonShiftTemplate *salon_brush_bar_get_template (SalonBrushBar *self);
void salon_brush_bar_choose (SalonBrushBar *self, gint64 brush);
void salon_brush_bar_choose_nth (SalonBrushBar *self, guint n);

G_END_DECLS
