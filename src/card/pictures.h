#pragma once
/* Pictures as cairo draws them. */
#include "card/subject.h"

G_BEGIN_DECLS

cairo_surface_t *salon_card_picture_from_clean (GBytes *picture, GError **error);
gboolean salon_card_pictures_decode (const SalonCardDesign *design, SalonCardSubject *subject, GError **error);

G_END_DECLS
