#pragma once
/* The hours of a week: seven rows with from, to and a pause. */
#include "gui/widgets/week-span.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_WEEK_EDITOR (salon_week_editor_get_type ())
G_DECLARE_FINAL_TYPE (SalonWeekEditor, salon_week_editor, SALON, WEEK_EDITOR, GtkWidget)

GtkWidget *salon_week_editor_new (const char *closed);
void salon_week_editor_set (SalonWeekEditor *self, const SalonWeekSpan *spans, guint n_spans);
GArray *salon_week_editor_read (SalonWeekEditor *self, GError **error);

G_END_DECLS
