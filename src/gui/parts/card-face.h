#pragma once
/* One side of a plastic card as a small picture. */
#include <gtk/gtk.h>

#include "gui/parts/card-sample.h"

G_BEGIN_DECLS

#define SALON_TYPE_CARD_FACE (salon_card_face_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardFace, salon_card_face, SALON, CARD_FACE, GtkWidget)

GtkWidget *salon_card_face_new (SalonCardSample *sample, int width);
void salon_card_face_set (SalonCardFace *self, SalonCardDesign *design, SalonCardSide side);

G_END_DECLS
