/* Reads a file to its end, as an import does, and checks what every reader promises. */
#include "base/error.h"
#include "exchange/open-source.h"
#include "tests/fuzz/fuzz.h"

#define NAME "fuzz.file"

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == SALON_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, NAME));
}

static void
check_cell (const SalonCell *cell)
{
  g_assert_true (cell->text == NULL || g_utf8_validate (cell->text, -1, NULL));
  if (cell->kind == SALON_CELL_TEXT)
    g_assert_true (cell->text != NULL && *cell->text != '\0');
  if (cell->kind == SALON_CELL_DAY)
    g_assert_true (cell->integer >= SALON_DAY_MIN && cell->integer <= SALON_DAY_MAX);
}

void
fuzz_read (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowSource) source = salon_exchange_open_bytes (bytes, NAME, NULL, &error);
  g_autoptr (GArray) cells = salon_cells_new ();
  gboolean end = FALSE;
  gint64 line = 0;

  if (source == NULL) {
    check_error (error);
    return;
  }
  while (!end) {
    double share = salon_row_source_get_share (source);

    g_assert_true (share >= 0 && share <= 1);
    if (!salon_row_source_next (source, cells, &line, &end, &error)) {
      check_error (error);
      return;
    }
    for (guint i = 0; i < cells->len; i++)
      check_cell (&g_array_index (cells, SalonCell, i));
  }
}
