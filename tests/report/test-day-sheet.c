/* The sheet of a day, read back from the PDF file: whatever it is given stands in it once, and nothing elsewhere. */
#include "report/day-sheet.h"
#include "report/layout.h"
#include "tests/report/report-fixture.h"

#include <string.h>

#define DAY       20255 /* 2025-06-16, a Monday */
#define AT(h, m)  ((gint64) DAY * SALON_MINUTES_A_DAY + (h) * 60 + (m))

static SalonPdf *
read_sheets (SalonDaySheet **sheets, guint n)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (SalonPages) pages = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, sheets[i]);
  pages = salon_report_day_sheets (list, AT (14, 46));
  g_assert_cmpstr (salon_pages_title (pages), ==, "Sheet of the day, 16 June 2025");
  return salon_pdf_read (pages);
}

static void
add_span (GArray *spans, gint64 from, gint64 to)
{
  SalonSheetSpan span = { from, to };

  g_array_append_val (spans, span);
}

static SalonDaySheet *
make_day (void)
{
  SalonDaySheet *sheet = salon_day_sheet_new (DAY, 1, "Anna Bērziņa");
  SalonSheetVisit *visit = NULL;

  sheet->salon = g_strdup ("Salon Rose");
  add_span (sheet->hours, AT (10, 0), AT (14, 0));
  add_span (sheet->hours, AT (15, 0), AT (25, 30));
  visit = salon_day_sheet_add_visit (sheet, "Jana Ozola");
  salon_sheet_visit_add_line (visit, AT (10, 0), AT (11, 0), "Haircut", "Hall");
  salon_sheet_visit_add_line (visit, AT (11, 0), AT (11, 30), "Styling", "Hall");
  visit->phone = g_strdup ("+371 20 000 001");
  visit->alert = g_strdup ("Allergic to ammonia");
  visit->note = g_strdup ("Shorter than last time");
  visit->is_new = TRUE;
  add_span (sheet->free, AT (11, 30), AT (13, 0));
  visit = salon_day_sheet_add_visit (sheet, "Ольга Петрова");
  salon_sheet_visit_add_line (visit, AT (13, 0), AT (13, 30), "Окрашивание", "Кабинет 2");
  salon_sheet_visit_add_line (visit, AT (24, 40), AT (25, 10), "Укладка", NULL);
  visit->others = g_strdup ("Ieva Liepa");
  sheet->work_minutes = 150;
  return sheet;
}

static void
test_tells_everything (void)
{
  g_autoptr (SalonDaySheet) sheet = make_day ();
  g_autoptr (SalonPdf) pdf = read_sheets (&sheet, 1);
  static const char *const once[] = {
    "Monday, 16 June 2025", "Works 10:00–14:00, 15:00–01:30",
    "10:00–11:30", "Jana Ozola+371 20 000 001first visit", "HaircutStyling", "Alert: Allergic to ammonia",
    "Note: Shorter than last time", "11:30–13:00Free: 1 h 30 min", "13:00–01:10Ольга Петрова",
    "13:00–13:30  Окрашивание", "00:40–01:10  Укладка", "Кабинет 2", "Also with Ieva Liepa",
    "2 visits, 2 h 30 min of planned work", "Printed: 16 June 2025, 14:46", "Page 1 of 1", "Salon Rose",
  };

  g_assert_cmpuint (pdf->n_pages, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    if (salon_pdf_count (pdf, once[i]) != 1)
      g_error ("“%s” stands %u times in %s", once[i], salon_pdf_count (pdf, once[i]), pdf->text);
  g_assert_cmpuint (salon_pdf_count (pdf, "Anna Bērziņa"), ==, 2); /* title and running head */
  g_assert_cmpuint (salon_pdf_count (pdf, "Hall"), ==, 1);
  salon_pdf_assert_inside (pdf, SALON_PAPER_MARGIN);
  salon_pdf_assert_apart (pdf);
}

/* By time: the first visit, the free window, the other visit. */
static void
test_order (void)
{
  g_autoptr (SalonDaySheet) sheet = make_day ();
  g_autoptr (SalonPdf) pdf = read_sheets (&sheet, 1);
  const char *first = strstr (pdf->text, "JanaOzola");
  const char *window = strstr (pdf->text, "Free:");
  const char *other = strstr (pdf->text, "ОльгаПетрова");

  g_assert_true (first < window && window < other);
}

static void
test_days_without_work (void)
{
  SalonDaySheet *sheets[3] = { salon_day_sheet_new (DAY, 1, "Anna"), salon_day_sheet_new (DAY, 2, "Ieva"),
                               salon_day_sheet_new (DAY, 3, "Olga") };
  g_autoptr (SalonPdf) pdf = NULL;

  sheets[0]->is_away = TRUE;
  sheets[1]->holiday = g_strdup ("Līgo");
  pdf = read_sheets (sheets, 3);
  g_assert_cmpuint (pdf->n_pages, ==, 3);
  g_assert_cmpuint (salon_pdf_count (pdf, "Absent on this day"), ==, 1);
  g_assert_cmpuint (salon_pdf_count (pdf, "The salon is closed: Līgo"), ==, 1);
  g_assert_cmpuint (salon_pdf_count (pdf, "Does not work on this day"), ==, 1);
  g_assert_cmpuint (salon_pdf_count (pdf, "No visits on this day"), ==, 3);
  g_assert_cmpuint (salon_pdf_count (pdf, "Page 1 of 1"), ==, 3);
  for (guint i = 0; i < 3; i++)
    salon_day_sheet_free (sheets[i]);
}

/* ---- any day */

typedef struct {
  char *name;
  char *service;
  char *note;
} Expected;

static void
clear_expected (gpointer data)
{
  Expected *e = data;

  g_free (e->name);
  g_free (e->service);
  g_free (e->note);
}

static SalonDaySheet *
random_day (GRand *rand, int language, guint n, GArray *expected)
{
  g_autofree char *who = salon_test_name (rand, language, (guint) g_rand_int_range (rand, 1, 61));
  SalonDaySheet *sheet = salon_day_sheet_new (DAY, 1, who);

  sheet->salon = salon_test_name (rand, language, (guint) g_rand_int_range (rand, 1, 121));
  for (guint i = 0; i < n; i++) {
    Expected e = { salon_test_name (rand, language, (guint) g_rand_int_range (rand, 1, 61)),
                   salon_test_name (rand, language, (guint) g_rand_int_range (rand, 1, 61)),
                   salon_test_name (rand, language, (guint) g_rand_int_range (rand, 1, g_rand_int_range (rand, 0, 20) == 0 ? 12000 : 200)) };
    g_autofree char *room = salon_test_name (rand, language, (guint) g_rand_int_range (rand, 1, 61));
    SalonSheetVisit *visit = salon_day_sheet_add_visit (sheet, e.name);

    salon_sheet_visit_add_line (visit, AT (8, 0) + i * 20, AT (8, 20) + i * 20, e.service, room);
    visit->note = g_strdup (e.note);
    if (g_rand_boolean (rand))
      visit->alert = g_strdup (e.note);
    g_array_append_val (expected, e);
  }
  return sheet;
}

static void
test_any_day (void)
{
  GRand *rand = g_rand_new_with_seed (20250616);
  guint rounds = g_test_slow () ? 400 : 24;

  for (guint round = 0; round < rounds; round++) {
    guint n = round < 2 ? round * 40 : (guint) g_rand_int_range (rand, 0, 41);
    g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (Expected));
    g_autoptr (SalonDaySheet) sheet = random_day (rand, (int) (round % 3), n, expected);
    g_autoptr (SalonPdf) pdf = read_sheets (&sheet, 1);
    g_autofree char *last = g_strdup_printf ("Page %u of %u", pdf->n_pages, pdf->n_pages);

    g_array_set_clear_func (expected, clear_expected);
    for (guint i = 0; i < n; i++) {
      const Expected *e = &g_array_index (expected, Expected, i);

      if (salon_pdf_count (pdf, e->name) == 0 || salon_pdf_count (pdf, e->service) == 0)
        g_error ("round %u: “%s” or “%s” is not in %s", round, e->name, e->service, pdf->text);
    }
    for (guint page = 1; n > 0 && page <= pdf->n_pages; page++)
      g_assert_cmpuint (salon_pdf_count_on_page (pdf, page, "Services"), <=, 1);
    g_assert_cmpuint (salon_pdf_count (pdf, last), ==, 1);
    g_assert_cmpuint (salon_pdf_count (pdf, "of planned work"), ==, n > 0);
    salon_pdf_assert_inside (pdf, SALON_PAPER_MARGIN);
    salon_pdf_assert_apart (pdf);
  }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-sheet/tells-everything", test_tells_everything);
  g_test_add_func ("/day-sheet/order", test_order);
  g_test_add_func ("/day-sheet/days-without-work", test_days_without_work);
  g_test_add_func ("/day-sheet/any-day", test_any_day);
  return g_test_run ();
}
