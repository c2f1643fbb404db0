/* What goes to a printer: exported to a file, which needs no printer, and read back by pdftotext. */
#include "gui/widgets/print.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define A4_WIDTH  595.276
#define A4_HEIGHT 841.89

typedef struct {
  guint drawn;
  gboolean is_freed;
} Drawing;

static void
draw (gpointer data, guint page, cairo_t *cr)
{
  Drawing *drawing = data;
  g_autofree char *text = g_strdup_printf ("page-%u", page);

  drawing->drawn++;
  cairo_set_font_size (cr, 12);
  cairo_move_to (cr, 100, 200);
  cairo_show_text (cr, text);
}

static void
forget (gpointer data)
{
  ((Drawing *) data)->is_freed = TRUE;
}

static char *
run (const char *program, const char *option, const char *path)
{
  const char *argv[] = { program, option, path, "-", NULL };
  char *out = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (program, "pdfinfo"))
    argv[3] = NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  return out;
}

static void
export (const SalonPrintJob *job, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = salon_print_operation_new (job);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

static double
number_after (const char *text, const char *mark)
{
  const char *at = strstr (text, mark);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (mark), NULL);
}

/* Every page once, in points from its upper left corner, on A4. */
static void
test_pages (void)
{
  g_autofree char *folder = g_dir_make_tmp ("salon-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autofree char *words = NULL;
  g_autofree char *info = NULL;
  Drawing drawing = { 0 };
  SalonPrintJob job = { "Sheet", 3, A4_WIDTH, A4_HEIGHT, draw, &drawing, forget };

  export (&job, path);
  g_assert_cmpuint (drawing.drawn, ==, 3);
  g_assert_true (drawing.is_freed);
  words = run ("pdftotext", "-bbox", path);
  info = run ("pdfinfo", "-box", path);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *text = g_strdup_printf (">page-%u<", i);

    g_assert_nonnull (strstr (words, text));
  }
  g_assert_cmpfloat_with_epsilon (number_after (words, "xMin=\""), 100, 2);
  g_assert_cmpfloat (number_after (words, "yMin=\""), <, 200);
  g_assert_cmpfloat (number_after (words, "yMax=\""), >, 196);
  g_assert_cmpfloat_with_epsilon (number_after (info, "Page size:"), A4_WIDTH, 1);
  g_unlink (path);
  g_rmdir (folder);
}

/* Another paper, another size of page: the paper follows the page. */
static void
test_other_size (void)
{
  g_autofree char *folder = g_dir_make_tmp ("salon-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autofree char *info = NULL;
  Drawing drawing = { 0 };
  SalonPrintJob job = { "Card", 1, 242.65, 153.01, draw, &drawing, forget };

  export (&job, path);
  info = run ("pdfinfo", "-box", path);
  g_assert_cmpfloat_with_epsilon (number_after (info, "Page size:"), 242.65, 1);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/print/pages", test_pages);
  g_test_add_func ("/print/other-size", test_other_size);
  return g_test_run ();
}
