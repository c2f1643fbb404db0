/* Receipts and closing reports, read back from the PDF file, on both papers, in the language of the argument. */
#include "config.h"

#include "report/closing.h"
#include "report/layout.h"
#include "report/receipt.h"
#include "tests/report/report-fixture.h"

#include <libintl.h>
#include <locale.h>

#define DAY      20255 /* 2025-06-16, a Monday */
#define AT(h, m) ((gint64) DAY * SALON_MINUTES_A_DAY + (h) * 60 + (m))

enum { EN, RU, LV, N_LANGUAGES };

static int language;

/* The same words in each language, by hand. */
typedef const char *Words[N_LANGUAGES];

static void
expect (const SalonPdf *pdf, const char *text, guint n)
{
  if (salon_pdf_count (pdf, text) != n)
    g_error ("“%s” stands %u times, not %u, in %s", text, salon_pdf_count (pdf, text), n, pdf->text);
}

static void
expect_words (const SalonPdf *pdf, const Words *words, guint n)
{
  for (guint i = 0; i < n; i++)
    expect (pdf, words[i][language], 1);
}

static void
expect_in_its_place (const SalonPdf *pdf, SalonPaper paper)
{
  salon_pdf_assert_inside (pdf, paper == SALON_PAPER_A4 ? SALON_PAPER_MARGIN : SALON_ROLL_MARGIN);
  salon_pdf_assert_apart (pdf);
  if (paper == SALON_PAPER_ROLL)
    g_assert_cmpuint (pdf->n_pages, ==, 1);
}

/* ---- a receipt: two manicures with a discount, and a shampoo; 50.00 in cash for 57.00 − 7.00 */

static void
add_line (GPtrArray *lines, const char *text, gint64 quantity, SalonMoney price, SalonMoney discount, const char *why)
{
  SalonSaleLine *line = g_new0 (SalonSaleLine, 1);

  line->kind = SALON_SALE_LINE_SERVICE;
  line->text = g_strdup (text);
  line->quantity = quantity;
  line->unit_price = price;
  line->list_amount = price * quantity / SALON_QUANTITY_ONE;
  line->discount = discount;
  line->discount_text = g_strdup (why);
  line->amount = line->list_amount - discount;
  g_ptr_array_add (lines, line);
}

static void
free_line (gpointer data)
{
  SalonSaleLine *line = data;

  g_free (line->text);
  g_free (line->discount_text);
  g_free (line);
}

typedef struct {
  SalonSale sale;
  SalonReceipt receipt;
} Sold;

static void
sold_clear (Sold *self)
{
  g_ptr_array_unref (self->sale.lines);
  g_array_unref (self->sale.payments);
  g_array_unref (self->receipt.rates);
  g_ptr_array_unref (self->receipt.employees);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sold, sold_clear)

static void
fill (Sold *self)
{
  const SalonTaxRate rates[] = { { 2100, 3800, 660 }, { 500, 1200, 57 } };
  const SalonSalePayment payments[] = { { SALON_PAY_CASH, 1, 4000, 5000 }, { SALON_PAY_CARD, 0, 1000, 0 } };
  SalonSale *sale = &self->sale;

  sale->kind = SALON_SALE_SALE;
  sale->number = 417;
  sale->lines = g_ptr_array_new_with_free_func (free_line);
  add_line (sale->lines, "Manikīrs", 2 * SALON_QUANTITY_ONE, 2250, 700, "День рождения");
  add_line (sale->lines, "Шампунь 250 мл", SALON_QUANTITY_ONE, 1200, 0, NULL);
  sale->list_total = 5700;
  sale->discount = 700;
  sale->total = 5000;
  sale->vat = 717;
  sale->payments = g_array_new (FALSE, FALSE, sizeof (SalonSalePayment));
  g_array_append_vals (sale->payments, payments, 2);
  self->receipt = (SalonReceipt){ .sale = sale, .change = 1000, .salon = (char *) "Salon Rose", .salon_phone = (char *) "+371 67 000 000",
                                  .currency = salon_currency_by_code ("EUR"), .drawer = (char *) "Kase",
                                  .client = (char *) "Jana Ozola", .seller = (char *) "Velta" };
  self->receipt.rates = g_array_new (FALSE, FALSE, sizeof (SalonTaxRate));
  g_array_append_vals (self->receipt.rates, rates, 2);
  self->receipt.employees = g_ptr_array_new ();
  g_ptr_array_add (self->receipt.employees, (gpointer) "Maria");
  g_ptr_array_add (self->receipt.employees, (gpointer) "");
}

static SalonPdf *
read_receipt (const Sold *sold, SalonPaper paper, gboolean is_copy)
{
  g_autoptr (SalonPages) pages = salon_report_receipt (&sold->receipt, NULL, paper, AT (12, 5), is_copy);

  return salon_pdf_read (pages);
}

static void
expect_money (const SalonPdf *pdf, SalonMoney amount, guint n)
{
  g_autofree char *text = salon_money_format (amount, salon_currency_by_code ("EUR"));

  expect (pdf, text, n);
}

static void
test_receipt (gconstpointer data)
{
  static const Words words[] = {
    { "This is not a fiscal document.", "Это не фискальный документ.", "Šis nav fiskāls dokuments." },
    { "Client: Jana Ozola", "Клиент: Jana Ozola", "Klients: Jana Ozola" },
    { "VAT 21 % of", "НДС 21 % от", "PVN 21 % no" },
    { "VAT 5% of", "НДС 5% от", "PVN 5% no" },
    { "Bank card", "Банковская карта", "Bankas karte" },
    { "Cash received", "Получено наличными", "Saņemts skaidrā naudā" },
  };
  static const Words number = { "Receipt No. 417", "Чек № 417", "Čeks Nr. 417" };
  static const Words copy = { "Copy", "Копия", "Kopija" };
  SalonPaper paper = GPOINTER_TO_INT (data);
  g_auto (Sold) sold = { 0 };
  g_autoptr (SalonPdf) pdf = NULL;
  g_autoptr (SalonPdf) again = NULL;

  fill (&sold);
  pdf = read_receipt (&sold, paper, FALSE);
  expect_words (pdf, words, G_N_ELEMENTS (words));
  expect (pdf, number[language], paper == SALON_PAPER_A4 ? 2 : 1); /* and in the running head */
  expect (pdf, "Salon Rose", 1);
  expect (pdf, "Manikīrs", 1);
  expect (pdf, "Шампунь 250 мл", 1);
  expect (pdf, "День рождения", 1);
  expect (pdf, "Maria", 1);
  expect (pdf, "Velta", 1);
  expect_money (pdf, 660, 1);
  expect_money (pdf, 3800, 2); /* the line, and what its tax is of */
  expect_money (pdf, 5700, 1);
  expect (pdf, copy[language], 0);
  expect_in_its_place (pdf, paper);
  again = read_receipt (&sold, paper, TRUE);
  expect (again, copy[language], 1);
  expect_in_its_place (again, paper);
}

static void
test_given_back (gconstpointer data)
{
  static const Words words[] = {
    { "Refund No. 418", "Возврат № 418", "Atmaksa Nr. 418" },
    { "Of receipt No. 417", "К чеку № 417", "Pie čeka Nr. 417" },
    { "Cash register receipt: A-0017", "Чек кассового аппарата: A-0017", "Kases aparāta čeks: A-0017" },
    { "Rounding of cash", "Округление наличных", "Skaidras naudas noapaļošana" },
  };
  g_auto (Sold) sold = { 0 };
  g_autoptr (SalonPdf) pdf = NULL;

  fill (&sold);
  sold.sale.kind = SALON_SALE_REFUND;
  sold.sale.number = 418;
  sold.sale.fiscal_number = (char *) "A-0017";
  sold.sale.rounding = 2;
  sold.receipt.of_number = 417;
  pdf = read_receipt (&sold, SALON_PAPER_ROLL, FALSE);
  expect_words (pdf, words, G_N_ELEMENTS (words));
  expect_money (pdf, 5002, 1);
}

/* A hundred lines with long names: the roll is one page still, and nothing stands on anything else. */
static void
test_long (gconstpointer data)
{
  SalonPaper paper = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (SalonPdf) pdf = NULL;
  g_auto (Sold) sold = { 0 };

  fill (&sold);
  for (guint i = 0; i < 100; i++) {
    g_autofree char *name = salon_test_name (rand, (int) i % 3, (guint) g_rand_int_range (rand, 5, 120));

    add_line (sold.sale.lines, name, SALON_QUANTITY_ONE, SALON_MONEY_MAX, 1, "why");
  }
  pdf = read_receipt (&sold, paper, FALSE);
  expect (pdf, "Шампунь 250 мл", 1);
  expect_in_its_place (pdf, paper);
}

/* ---- a closing */

static SalonClosing *
make_closing (void)
{
  SalonClosing *closing = salon_closing_new ();
  SalonClosingTax tax = { 2100, 2083 };

  closing->shift_id = 3;
  closing->salon = g_strdup ("Salon Rose");
  closing->drawer = g_strdup ("Kase");
  closing->currency = g_strdup ("EUR");
  closing->day = DAY;
  closing->opened_at = AT (9, 0);
  closing->opened_by = g_strdup ("Velta");
  closing->opening = 5000;
  closing->number = 12;
  closing->closed_at = AT (20, 10);
  closing->closed_by = g_strdup ("Zaiga");
  closing->n_sales = 3;
  closing->sold = 12000;
  closing->methods[SALON_PAY_CASH] = (SalonClosingMethod){ 4500, 500 };
  closing->methods[SALON_PAY_CARD] = (SalonClosingMethod){ 8000, 0 };
  g_array_append_val (closing->taxes, tax);
  salon_closing_add_move (closing, AT (10, 0), 2000, "Velta", "change from the bank");
  salon_closing_add_move (closing, AT (15, 0), -1250, "Velta", "window cleaner");
  closing->expected = 9750;
  closing->counted = 9331;
  closing->taken_out = 4331;
  closing->explanation = g_strdup ("nobody knows");
  closing->chain = g_strdup ("6946185f798082f9ef6c16ba34881d8840c7c68fbdcc79232505d9cde634e32e");
  return closing;
}

static SalonPdf *
read_closing (const SalonClosing *closing, SalonPaper paper)
{
  g_autoptr (SalonPages) pages = salon_report_closing (closing, paper, AT (20, 15));

  return salon_pdf_read (pages);
}

static void
test_closing (gconstpointer data)
{
  static const Words words[] = {
    { "Total less refunds", "Итого за вычетом возвратов", "Kopā bez atmaksām" },
    { "Expected", "Должно быть", "Jābūt" },
    { "Counted", "Посчитано", "Saskaitīts" },
    { "Stays in the drawer", "Остаётся в кассе", "Paliek kasē" },
    { "VAT 21 %", "НДС 21 %", "PVN 21 %" },
  };
  static const Words number = { "Closing report No. 12", "Отчёт о закрытии № 12", "Slēgšanas pārskats Nr. 12" };
  SalonPaper paper = GPOINTER_TO_INT (data);
  g_autoptr (SalonClosing) closing = make_closing ();
  g_autoptr (SalonPdf) pdf = read_closing (closing, paper);

  expect_words (pdf, words, G_N_ELEMENTS (words));
  expect (pdf, number[language], paper == SALON_PAPER_A4 ? 2 : 1);
  expect (pdf, "window cleaner", 1);
  expect (pdf, "nobody knows", 1);
  expect (pdf, closing->chain, 1);
  expect_money (pdf, -419, 1);
  expect_money (pdf, 9750, 1);
  expect_money (pdf, 8000, 1);
  expect_in_its_place (pdf, paper);
}

/* Who shall count blindly finds nothing to count by; an intermediate report has no number and no seal. */
static void
test_blind (gconstpointer data)
{
  static const Words title = { "Intermediate report", "Промежуточный отчёт", "starppārskats" };
  g_autoptr (SalonClosing) closing = make_closing ();
  g_autoptr (SalonPdf) pdf = NULL;

  closing->number = 0;
  closing->is_blind = TRUE;
  closing->counted = -1;
  g_clear_pointer (&closing->chain, g_free);
  pdf = read_closing (closing, SALON_PAPER_ROLL);
  expect (pdf, title[language], 1);
  expect_money (pdf, 9750, 0);
  expect_money (pdf, 12000, 0);
  expect_money (pdf, 5000, 1); /* the float */
}

static void
set_language (const char *name)
{
  language = g_str_equal (name, "ru") ? RU : g_str_equal (name, "lv") ? LV : EN;
  g_setenv ("LANGUAGE", name, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SALON_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

#define ADD(path, func, paper) g_test_add_data_func (path, GINT_TO_POINTER (paper), func)

int
main (int argc, char **argv)
{
  set_language (argc > 1 ? argv[1] : "en");
  g_test_init (&argc, &argv, NULL);
  ADD ("/receipt/roll", test_receipt, SALON_PAPER_ROLL);
  ADD ("/receipt/a4", test_receipt, SALON_PAPER_A4);
  ADD ("/receipt/given-back", test_given_back, SALON_PAPER_ROLL);
  ADD ("/receipt/long/roll", test_long, SALON_PAPER_ROLL);
  ADD ("/receipt/long/a4", test_long, SALON_PAPER_A4);
  ADD ("/closing/roll", test_closing, SALON_PAPER_ROLL);
  ADD ("/closing/a4", test_closing, SALON_PAPER_A4);
  ADD ("/closing/blind", test_blind, SALON_PAPER_ROLL);
  return g_test_run ();
}
