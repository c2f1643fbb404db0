#pragma once
/* What a column of a table shows. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonColumn:
 * @id: comes back when the user sorts by it
 * @title: translated
 * @hint: (nullable): translated; what the column means, a tooltip of its head
 * @xalign: 0 for texts, 1 for numbers
 * @width: in pixels at the usual text size; 0 = as much as is left; the title fits in any case
 * @sortable: whether its head can be pressed
 * @text: (nullable): the text of a cell; (transfer full)
 * @create: (nullable): makes a cell that is more than text
 * @bind: (nullable): fills it; @cell is what @create made
 * @bind_to: (nullable): the same for tables whose columns are known only at run time: told @data, too
 * @data: (nullable): of the column
 * @extra: whether the table has it only when the user asks for it; the first column is always there
 */
typedef struct {
  const char *id;
  const char *title;
  float xalign;
  int width;
  gboolean sortable;
  char *(*text) (gpointer item);
  GtkWidget *(*create) (void);
  void (*bind) (GtkWidget *cell, gpointer item);
  gboolean extra;
  void (*bind_to) (GtkWidget *cell, gpointer item, gpointer data);
  gpointer data;
  const char *hint;
} SalonColumn;

G_END_DECLS
