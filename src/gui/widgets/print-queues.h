#pragma once
/* The printers of this computer. */
#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>

G_BEGIN_DECLS

void salon_print_queues_find (GAsyncReadyCallback callback, gpointer data);
GPtrArray *salon_print_queues_find_finish (GAsyncResult *result);
const char *salon_print_queue_problem (GtkPrinter *printer);

G_END_DECLS
