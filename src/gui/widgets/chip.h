#pragma once
/* A small rounded label with an icon and a colour that means something; it can explain itself. */
#include "gui/widgets/tone.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CHIP (salon_chip_get_type ())
G_DECLARE_FINAL_TYPE (SalonChip, salon_chip, SALON, CHIP, GtkWidget)

GtkWidget *salon_chip_new (SalonTone tone, const char *icon_name, const char *text);
GtkWidget *salon_chip_new_for_look (const SalonLook *look);
void salon_chip_set (SalonChip *self, SalonTone tone, const char *icon_name, const char *text);
void salon_chip_set_look (SalonChip *self, const SalonLook *look);
void salon_chip_set_explanation (SalonChip *self, const char *explanation);
const char *salon_chip_get_text (SalonChip *self);

G_END_DECLS
