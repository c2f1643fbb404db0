#pragma once
/* One code is scanned, and the settings of the scanner are learned from it. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCANNER_LESSON (salon_scanner_lesson_get_type ())
G_DECLARE_FINAL_TYPE (SalonScannerLesson, salon_scanner_lesson, SALON, SCANNER_LESSON, GtkWidget)

GtkWidget *salon_scanner_lesson_new (GSettings *settings);

G_END_DECLS
