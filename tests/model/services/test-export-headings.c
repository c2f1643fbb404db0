/* What was exported comes back without help: the import guesses every column from its heading, in the language of the
 * argument. */
#include "config.h"

#include "list-writer.h"
#include "model/entities/client.h"
#include "model/rules/import-columns.h"
#include "model/services/export-columns.h"
#include "model/services/exports.h"
#include "small-salon.h"

#include <libintl.h>
#include <locale.h>

/* What the import has no field for: figures that the program counts itself, and what a list cannot bring. */
static const char *const not_imported[] = {
  "channels", "referred_by", "status", "visits", "importance", "spent", "spent_12m", "top_place", "first_visit_date",
  "last_visit_date", "next_visit", "no_shows", "paid", "certificates", "discounts", "tickets", NULL,
};

static SalonImportField
field_of (const char *key)
{
  SalonImportField field = SALON_IMPORT_IGNORE;

  if (g_str_has_prefix (key, "phone"))
    return SALON_IMPORT_PHONE;
  if (g_strv_contains (not_imported, key))
    return SALON_IMPORT_IGNORE;
  if (!salon_import_field_by_key (key, &field))
    g_error ("the import has no field for %s", key);
  return field;
}

static GPtrArray *
sheet_of (GPtrArray *columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *heads = salon_cells_new ();

  g_array_set_size (heads, columns->len);
  for (guint i = 0; i < columns->len; i++)
    salon_cell_set_text (&g_array_index (heads, SalonCell, i), ((SalonExportColumn *) columns->pdata[i])->heading);
  g_ptr_array_add (rows, heads);
  return rows;
}

static void
assert_guessed (GPtrArray *columns)
{
  g_autoptr (GPtrArray) rows = sheet_of (columns);
  const SalonImportGuess guess = { .subject = SALON_IMPORT_CLIENTS, .country = "LV", .today = TODAY };
  g_autoptr (SalonImportLayout) layout = salon_import_guess (&guess, rows);

  g_assert_true (layout->has_headings);
  g_assert_cmpuint (layout->columns->len, ==, columns->len);
  for (guint i = 0; i < columns->len; i++) {
    const SalonExportColumn *column = columns->pdata[i];
    SalonImportField expected = field_of (column->key);
    SalonImportField got = salon_import_layout_column (layout, i)->field;

    if (got != expected)
      g_error ("“%s” (%s) was taken for %s", column->heading, column->key, salon_import_field_key (got));
  }
}

/* The whole name, and its parts: both in one sheet say the same twice. */
static void
test_headings (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) columns = salon_session_query_sync (s->salon->session, &salon_query_export_columns, NULL, &error);
  g_autoptr (GPtrArray) whole = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < columns->len; i++) {
    const SalonExportColumn *column = columns->pdata[i];

    if (!g_str_equal (column->key, "name"))
      g_ptr_array_add (parts, columns->pdata[i]);
    if (!g_str_has_suffix (column->key, "_name") && !g_str_equal (column->key, "surname")
        && !g_str_equal (column->key, "patronymic"))
      g_ptr_array_add (whole, columns->pdata[i]);
  }
  assert_guessed (whole);
  assert_guessed (parts);
}

static void
set_language (const char *language)
{
  const char *catalogs = g_getenv ("SALON_LOCALEDIR");

  g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogs);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Else the test would prove English twice. */
static void
test_language (gconstpointer language)
{
  const char *heading = g_dpgettext2 (GETTEXT_PACKAGE, "export", "Surname");

  g_assert_cmpint (g_str_equal (heading, "Surname"), ==, g_str_equal (language, "en"));
}

int
main (int argc, char **argv)
{
  const char *language = argc > 1 ? argv[1] : "en";

  set_language (language);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/export-headings/language", language, test_language);
  ADD_TEST ("/export-headings/guessed-back", test_headings);
  return g_test_run ();
}
