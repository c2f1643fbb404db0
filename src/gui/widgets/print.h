#pragma once
/* Pages to a printer, whoever draws them. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonPrintDraw:
 * @page: from 0
 * @cr: in points from the upper left corner of the page
 */
typedef void (*SalonPrintDraw) (gpointer data, guint page, cairo_t *cr);

/**
 * SalonPrintJob:
 * @title: as the queue of the printer shows it
 * @width: of a page, in points
 * @height: of a page, in points
 * @draw: draws one page; on the main thread
 * @data: for @draw
 * @free_data: (nullable):
 * @printed: (nullable): told with @data when a printer took it
 */
typedef struct {
  const char *title;
  guint n_pages;
  double width;
  double height;
  SalonPrintDraw draw;
  gpointer data;
  GDestroyNotify free_data;
  void (*printed) (gpointer data);
} SalonPrintJob;

GtkPrintOperation *salon_print_operation_new (const SalonPrintJob *job);
void salon_print_ask (GtkWindow *parent, const SalonPrintJob *job, void (*failed) (GtkWindow *parent, const GError *error));

G_END_DECLS
