#pragma once
/* Asks for one field of a filter. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_EDITOR (salon_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterEditor, salon_filter_editor, SALON, FILTER_EDITOR, GtkWidget)

GtkWidget *salon_filter_editor_new (SalonSession *session, const char *key, GtkWidget *title);
const char *salon_filter_editor_get_key (SalonFilterEditor *self);
void salon_filter_editor_set_filter (SalonFilterEditor *self, const SalonFilter *filter);
SalonFilter *salon_filter_editor_get_filter (SalonFilterEditor *self);

G_END_DECLS
