#pragma once
/* A file that was made in memory: asks where it shall be, writes it and tells where it is. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done when a file is there. */
typedef struct {
  void (*func) (gpointer data);
  gpointer data;
  GDestroyNotify free_data;
} SalonSaved;

void salon_save_file (GtkWidget *from, const char *title, const char *name, GBytes *contents);
void salon_save_file_then (GtkWidget *from, const char *title, const char *name, GBytes *contents, SalonSaved saved);
void salon_save_file_tell (GtkWidget *from, const char *text, const char *path);
char *salon_save_file_name (const char *begin, const char *middle, const char *end);

G_END_DECLS
