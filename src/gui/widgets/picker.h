#pragma once
/* A button that shows what is picked and drops down a list to pick from, with a search in it. */
#include "gui/widgets/picker-item.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_PICKER (salon_picker_get_type ())
G_DECLARE_FINAL_TYPE (SalonPicker, salon_picker, SALON, PICKER, GtkWidget)

GtkWidget *salon_picker_new (const char *label, const char *none);
void salon_picker_set_items (SalonPicker *self, GListModel *items);
void salon_picker_set_selected (SalonPicker *self, gint64 id);
gint64 salon_picker_get_selected (SalonPicker *self);
const char *salon_picker_get_text (SalonPicker *self);
void salon_picker_set_creators (SalonPicker *self, const char *const *labels);
void salon_picker_set_quiet (SalonPicker *self);
void salon_picker_popup (SalonPicker *self);

G_END_DECLS
