#pragma once
/* A paper before it is printed: as it looks on a roll of 80 mm and on A4, with what prints and saves it. */
#include "report/slip.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonPaperOrder:
 * @title: what it is: "Receipt 12"
 * @save_title: of the dialog that asks for a file
 * @name: suggested for the file, with its end
 * @make: sets the pages; runs beside the main thread, so @data must not change. @again: it was handed over before
 * @again: whether it was
 * @handed_over: (nullable): a printer took it, or it was saved
 * @data: for the functions
 */
typedef struct {
  char *title;
  char *save_title;
  char *name;
  SalonPages *(*make) (gconstpointer data, SalonPaper paper, gboolean again);
  gboolean again;
  void (*handed_over) (gpointer data);
  gpointer data;
  GDestroyNotify free_data;
} SalonPaperOrder;

void salon_paper_window_present (GtkWidget *from, const SalonPaperOrder *order);
void salon_paper_order_print (GtkWidget *from, const SalonPaperOrder *order);

G_END_DECLS
