#pragma once
/* How a card is drawn for its designer: the card, and what lies on it while one works. */
#include <gtk/gtk.h>

#include "card/draw.h"
#include "card/editing.h"

G_BEGIN_DECLS

/**
 * SalonDesignView: where the card is in the widget
 * @scale: pixels a micrometre
 */
typedef struct {
  double x, y;
  double scale;
} SalonDesignView;

void salon_design_paint_card (GtkWidget *widget, GtkSnapshot *snapshot, const SalonDesignView *view,
                              const SalonCardEditing *editing, const SalonCardSubject *subject);
void salon_design_paint_marks (GtkWidget *widget, GtkSnapshot *snapshot, const SalonDesignView *view,
                               const SalonCardEditing *editing, guint hovered);
void salon_design_paint_guides (GtkWidget *widget, GtkSnapshot *snapshot, const SalonDesignView *view, int guide_x, int guide_y);
void salon_design_paint_band (GtkWidget *widget, GtkSnapshot *snapshot, const SalonDesignView *view, SalonCardBox band);

G_END_DECLS
