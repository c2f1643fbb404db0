/* A list on paper: what was asked for, all lines over several pages, how many they are. */
#include "report/layout.h"
#include "report/listing.h"
#include "tests/report/report-fixture.h"

#define N_LINES 120

static SalonSheetTable *
make_table (void)
{
  SalonSheetTable *table = salon_sheet_table_new ();

  salon_sheet_table_add_column (table, "When", 92, 0);
  salon_sheet_table_add_column (table, "What", 0, 1);
  for (guint i = 0; i < N_LINES; i++) {
    g_autofree char *text = g_strdup_printf ("line%u", i);

    salon_sheet_table_add_row (table, FALSE);
    salon_sheet_table_add_text (table, 0, 1, SALON_STYLE_BODY, "today");
    salon_sheet_table_add_text (table, 1, 1, SALON_STYLE_BODY, text);
  }
  return table;
}

static void
test_pages (void)
{
  g_autoptr (SalonSheetTable) table = make_table ();
  SalonListing listing = { "Log", "Aurora", "From June", "120 lines", table };
  g_autoptr (SalonPages) pages = salon_report_listing (&listing, 20255 * 1440 + 605);
  g_autoptr (SalonPdf) pdf = salon_pdf_read (pages);

  g_assert_cmpuint (pdf->n_pages, >, 1);
  for (guint page = 1; page <= pdf->n_pages; page++) {
    g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, "Aurora"), ==, 1);
    g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, "When"), ==, 1);
    g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, "10:05"), ==, 1);
  }
  for (guint i = 0; i < N_LINES; i++) {
    g_autofree char *text = g_strdup_printf ("todayline%u", i);

    g_assert_cmpuint (salon_pdf_count (pdf, text), >=, 1);
  }
  g_assert_cmpuint (salon_pdf_count (pdf, "FromJune"), ==, 1);
  g_assert_cmpuint (salon_pdf_count (pdf, "120lines"), ==, 1);
  salon_pdf_assert_inside (pdf, SALON_PAPER_MARGIN);
  salon_pdf_assert_apart (pdf);
}

/* A salon without a name, and nothing found. */
static void
test_nothing (void)
{
  g_autoptr (SalonSheetTable) table = salon_sheet_table_new ();
  SalonListing listing = { "Log", NULL, NULL, NULL, table };
  g_autoptr (SalonPages) pages = NULL;
  g_autoptr (SalonPdf) pdf = NULL;

  salon_sheet_table_add_column (table, "When", 0, 1);
  pages = salon_report_listing (&listing, 0);
  pdf = salon_pdf_read (pages);
  g_assert_cmpuint (pdf->n_pages, ==, 1);
  g_assert_cmpuint (salon_pdf_count_on_page (pdf, 1, "When"), <=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/listing/pages", test_pages);
  g_test_add_func ("/listing/nothing", test_nothing);
  return g_test_run ();
}
