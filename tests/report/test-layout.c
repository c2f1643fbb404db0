/* Pages, tables over several of them, texts that are higher than a page. */
#include "report/layout.h"
#include "tests/report/report-fixture.h"

static SalonPdf *
finish (SalonLayout *layout)
{
  g_autoptr (SalonPages) pages = salon_layout_finish (layout);

  return salon_pdf_read (pages);
}

static SalonSheetTable *
make_table (guint n)
{
  SalonSheetTable *table = salon_sheet_table_new ();

  salon_sheet_table_add_column (table, "Number", 60, 0);
  salon_sheet_table_add_column (table, "Word", 0, 1);
  for (guint i = 0; i < n; i++) {
    g_autofree char *number = g_strdup_printf ("n%u", i);

    salon_sheet_table_add_row (table, i % 2 == 1);
    salon_sheet_table_add_text (table, 0, 1, SALON_STYLE_BODY, number);
    salon_sheet_table_add_text (table, 1, 1, SALON_STYLE_BODY, "word");
    salon_sheet_table_add_text (table, 1, 1, SALON_STYLE_SMALL, NULL);
  }
  return table;
}

/* Every row once and in order, the head on every page. */
static void
test_table_breaks (void)
{
  g_autoptr (SalonLayout) layout = salon_layout_new ("Test");
  g_autoptr (SalonSheetTable) table = make_table (150);
  g_autoptr (SalonPdf) pdf = NULL;
  int last = -1;

  salon_layout_begin_section (layout, "left", "right", "foot");
  salon_layout_add_table (layout, table);
  pdf = finish (layout);
  g_assert_cmpuint (pdf->n_pages, >, 2);
  g_assert_cmpfloat_with_epsilon (pdf->width, SALON_PAPER_WIDTH, 0.5);
  g_assert_cmpfloat_with_epsilon (pdf->height, SALON_PAPER_HEIGHT, 0.5);
  for (guint page = 1; page <= pdf->n_pages; page++) {
    g_autofree char *number = g_strdup_printf ("Page %u of %u", page, pdf->n_pages);

    g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, "Number"), ==, 1);
    g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, "left"), ==, 1);
    g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, "right"), ==, 1);
    g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, "foot"), ==, 1);
    g_assert_cmpuint (salon_pdf_count (pdf, number), ==, 1);
  }
  for (guint i = 0; i < pdf->words->len; i++) {
    const SalonPdfWord *word = &g_array_index (pdf->words, SalonPdfWord, i);

    if (word->text[0] == 'n' && g_ascii_isdigit (word->text[1])) {
      g_assert_cmpint ((int) g_ascii_strtoll (word->text + 1, NULL, 10), ==, last + 1);
      last++;
    }
  }
  g_assert_cmpint (last, ==, 149);
  salon_pdf_assert_inside (pdf, SALON_PAPER_MARGIN);
  salon_pdf_assert_apart (pdf);
}

/* A row stays in one piece where it can: its two bands are on one page. */
static void
test_rows_stay_whole (void)
{
  g_autoptr (SalonLayout) layout = salon_layout_new ("Test");
  g_autoptr (SalonSheetTable) table = salon_sheet_table_new ();
  g_autoptr (SalonPdf) pdf = NULL;

  salon_sheet_table_add_column (table, "One", 0, 1);
  for (guint i = 0; i < 60; i++) {
    g_autofree char *top = g_strdup_printf ("t%u", i);
    g_autofree char *bottom = g_strdup_printf ("b%u", i);

    salon_sheet_table_add_row (table, FALSE);
    salon_sheet_table_add_text (table, 0, 1, SALON_STYLE_BODY, top);
    for (guint k = 0; k < 3 + i % 4; k++) {
      salon_sheet_table_add_band (table);
      salon_sheet_table_add_text (table, 0, 1, SALON_STYLE_SMALL, "between");
    }
    salon_sheet_table_add_band (table);
    salon_sheet_table_add_text (table, 0, 1, SALON_STYLE_BODY, bottom);
  }
  salon_layout_begin_section (layout, "", "", "");
  salon_layout_add_table (layout, table);
  pdf = finish (layout);
  g_assert_cmpuint (pdf->n_pages, >, 3);
  for (guint i = 0; i < 60; i++) {
    g_autofree char *top = g_strdup_printf ("t%u", i);
    g_autofree char *bottom = g_strdup_printf ("b%u", i);
    guint page = 1;

    while (salon_pdf_count_on_page (pdf, page, top) == 0)
      g_assert_cmpuint (page++, <, pdf->n_pages);
    g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, bottom), ==, 1);
  }
}

/* A row that is higher than a page goes on on the next ones, none of its lines lost or doubled. */
static void
test_high_row (void)
{
  g_autoptr (SalonLayout) layout = salon_layout_new ("Test");
  g_autoptr (SalonSheetTable) table = make_table (1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SalonPdf) pdf = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "w%u ", i);
  salon_sheet_table_add_row (table, TRUE);
  salon_sheet_table_add_text (table, 0, 1, SALON_STYLE_STRONG, "high");
  salon_sheet_table_add_text (table, 1, 1, SALON_STYLE_BODY, text->str);
  salon_layout_begin_section (layout, "", "", "");
  salon_layout_add_table (layout, table);
  pdf = finish (layout);
  g_assert_cmpuint (pdf->n_pages, >, 1);
  g_assert_cmpuint (salon_pdf_count_on_page (pdf, 1, "w0"), ==, 1); /* begins below the first row, not on a page of its own */
  for (guint i = 0; i < 2000; i++) {
    g_autofree char *word = g_strdup_printf ("w%u", i);
    guint n = 0;

    for (guint page = 1; page <= pdf->n_pages; page++)
      n += salon_pdf_count_on_page (pdf, page, word);
    g_assert_cmpuint (n, ==, 1);
  }
  salon_pdf_assert_inside (pdf, SALON_PAPER_MARGIN);
  salon_pdf_assert_apart (pdf);
}

/* Of such a row the first band is not torn apart at the foot of a page, wherever the row begins. */
static void
test_high_row_begins_whole (void)
{
  g_autofree char *endless = g_strnfill (6500, 'x');

  for (guint before = 26; before < 40; before++) {
    g_autoptr (SalonLayout) layout = salon_layout_new ("Test");
    g_autoptr (SalonSheetTable) table = make_table (before);
    g_autoptr (SalonPdf) pdf = NULL;
    guint page = 1;

    salon_sheet_table_add_row (table, FALSE);
    for (guint i = 0; i < 4; i++)
      salon_sheet_table_add_text (table, 0, 1, SALON_STYLE_STRONG, (const char *const[]){ "t0", "t1", "t2", "t3" }[i]);
    salon_sheet_table_add_band (table);
    salon_sheet_table_add_text (table, 1, 1, SALON_STYLE_BODY, endless);
    salon_layout_begin_section (layout, "", "", "");
    salon_layout_add_table (layout, table);
    pdf = finish (layout);
    while (salon_pdf_count_on_page (pdf, page, "t0") == 0)
      g_assert_cmpuint (page++, <, pdf->n_pages);
    g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, "t3"), ==, 1);
  }
}

/* A text over the whole width, sections with page numbers of their own, running texts of any length. */
static void
test_sections (void)
{
  g_autoptr (SalonLayout) layout = salon_layout_new ("Test");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *endless = g_strnfill (900, 'x');
  g_autoptr (SalonPdf) pdf = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "w%u ", i);
  salon_layout_begin_section (layout, endless, endless, endless);
  salon_layout_add_text (layout, SALON_STYLE_TITLE, endless);
  salon_layout_begin_section (layout, "second", "", "");
  salon_layout_add_space (layout, 5000);
  salon_layout_add_text (layout, SALON_STYLE_BODY, text->str);
  pdf = finish (layout);
  g_assert_cmpuint (salon_pdf_count (pdf, "Page 1 of 1"), ==, 1);
  g_assert_cmpuint (salon_pdf_count_on_page (pdf, 1, "second"), ==, 0);
  g_assert_cmpuint (salon_pdf_count_on_page (pdf, 2, "second"), ==, 1);
  g_assert_cmpuint (salon_pdf_count_on_page (pdf, 2, "w0"), ==, 1); /* no space at the top of a page */
  g_assert_cmpuint (salon_pdf_count_on_page (pdf, pdf->n_pages, "w2999"), ==, 1);
  salon_pdf_assert_inside (pdf, SALON_PAPER_MARGIN);
  salon_pdf_assert_apart (pdf);
}

/* What is no UTF-8 does not stop a report. */
static void
test_broken_text (void)
{
  g_autoptr (SalonLayout) layout = salon_layout_new ("Test");
  g_autoptr (SalonPdf) pdf = NULL;

  salon_layout_begin_section (layout, "\xff", "", "");
  salon_layout_add_text (layout, SALON_STYLE_BODY, "before\xc3 after");
  pdf = finish (layout);
  g_assert_cmpuint (salon_pdf_count_on_page (pdf, 1, "after"), ==, 1);
}

/* Drawn twice it is the same; on another thread, too. */
static gpointer
to_pdf (gpointer pages)
{
  return salon_pages_to_pdf (pages, NULL);
}

static void
test_pages_are_values (void)
{
  g_autoptr (SalonLayout) layout = salon_layout_new ("Test");
  g_autoptr (SalonPages) pages = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;

  salon_layout_begin_section (layout, "left", "right", "foot");
  salon_layout_add_text (layout, SALON_STYLE_BODY, "text");
  pages = salon_layout_finish (layout);
  g_assert_cmpuint (salon_pages_count (pages), ==, 1);
  one = salon_pages_to_pdf (pages, NULL);
  other = g_thread_join (g_thread_new ("pdf", to_pdf, pages));
  g_assert_cmpuint (g_bytes_get_size (one), ==, g_bytes_get_size (other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/table-breaks", test_table_breaks);
  g_test_add_func ("/layout/rows-stay-whole", test_rows_stay_whole);
  g_test_add_func ("/layout/high-row", test_high_row);
  g_test_add_func ("/layout/high-row-begins-whole", test_high_row_begins_whole);
  g_test_add_func ("/layout/sections", test_sections);
  g_test_add_func ("/layout/broken-text", test_broken_text);
  g_test_add_func ("/layout/pages-are-values", test_pages_are_values);
  return g_test_run ();
}
