#pragma once
/* The hours of a week: seven rows with from, to and a pause. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A part of a day, in minutes of the day; two parts of one day leave a pause between them. */
typedef struct {
  int weekday; /* 1 = Monday … 7 = Sunday */
  int from;
  int to; /* may run past midnight, to 26:00 */
} SalonWeekSpan;

#define SALON_TYPE_WEEK_EDITOR (salon_week_editor_get_type ())
G_DECLARE_FINAL_TYPE (SalonWeekEditor, salon_week_editor, SALON, WEEK_EDITOR, GtkWidget)

GtkWidget *salon_week_editor_new (const char *closed);
void salon_week_editor_set (SalonWeekEditor *self, const SalonWeekSpan *spans, guint n_spans);
GArray *salon_week_editor_read (SalonWeekEditor *self, GError **error);

G_END_DECLS
