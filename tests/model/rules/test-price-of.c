/* Prices of variants and levels, tax of a day, check digits: tables whose right side was written by hand. */
#include "model/rules/barcode.h"
#include "model/rules/price-of.h"

/* ---- prices */

static SalonServicePrice *
level_price (gint64 service, gint64 variant, gint64 level, SalonMoney price)
{
  SalonServicePrice *row = salon_service_price_new ();

  row->service_id = service;
  row->variant_id = variant;
  row->level_id = level;
  row->price = price;
  return row;
}

/* Service 1: 40.00; its variants 11 (short, 35.00) and 12 (long, 55.00); levels 1 (top) and 2 (junior). */
static GPtrArray *
price_rows (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (rows, level_price (2, 0, 1, 99900)); /* of another service */
  g_ptr_array_add (rows, level_price (1, 0, 1, 5000));
  g_ptr_array_add (rows, level_price (1, 12, 1, 7000));
  g_ptr_array_add (rows, level_price (1, 11, 2, 0)); /* for nothing is a price, too */
  return rows;
}

static void
test_prices (void)
{
  static const struct {
    gint64 variant;
    gint64 level;
    SalonMoney price;
  } table[] = {
    { 0, 0, 4000 },  { 0, 1, 5000 },  { 0, 2, 4000 },  { 0, 3, 4000 },
    { 11, 0, 3500 }, { 11, 1, 3500 }, { 11, 2, 0 },
    { 12, 0, 5500 }, { 12, 1, 7000 }, { 12, 2, 5500 },
  };
  g_autoptr (GPtrArray) rows = price_rows ();
  g_autoptr (SalonService) service = salon_service_new ();
  g_autoptr (SalonServiceVariant) shorter = salon_service_variant_new ();
  g_autoptr (SalonServiceVariant) longer = salon_service_variant_new ();

  salon_entity_set_id (service, 1);
  salon_entity_set_id (shorter, 11);
  salon_entity_set_id (longer, 12);
  service->price = 4000;
  shorter->price = 3500;
  longer->price = 5500;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    const SalonServiceVariant *variant = table[i].variant == 11 ? shorter : table[i].variant == 12 ? longer : NULL;

    g_test_message ("variant %d, level %d", (int) table[i].variant, (int) table[i].level);
    g_assert_cmpint (salon_price_of_level (service, variant, table[i].level, rows), ==, table[i].price);
  }
}

/* ---- tax */

static void
add_period (GPtrArray *periods, gint64 rate, SalonDay from, int bp)
{
  SalonVatRatePeriod *period = salon_vat_rate_period_new ();

  period->vat_rate_id = rate;
  period->from_day = from;
  period->rate_bp = bp;
  g_ptr_array_add (periods, period);
}

static void
test_vat (void)
{
  static const struct {
    gint64 rate;
    SalonDay day;
    int bp;
  } table[] = {
    { 1, 0, 1800 },    { 1, 99, 1800 },   { 1, 100, 1800 },  { 1, 199, 1800 }, { 1, 200, 2200 },
    { 1, 299, 2200 },  { 1, 300, 2100 },  { 1, 9999, 2100 }, { 2, 50, 1200 },  { 2, 5000, 1200 },
    { 3, 100, 0 },
  };
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_object_unref);

  add_period (periods, 1, 200, 2200);
  add_period (periods, 1, 100, 1800);
  add_period (periods, 2, 100, 1200);
  add_period (periods, 1, 300, 2100);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_test_message ("rate %d on day %d", (int) table[i].rate, table[i].day);
    g_assert_cmpint (salon_vat_on (periods, table[i].rate, table[i].day), ==, table[i].bp);
  }
}

/* ---- barcodes */

static void
test_barcodes (void)
{
  static const struct {
    const char *text;
    SalonBarcodeKind kind;
  } table[] = {
    { "4006381333931", SALON_BARCODE_RIGHT },       { "5901234123457", SALON_BARCODE_RIGHT },
    { "9780201379624", SALON_BARCODE_RIGHT },       { "96385074", SALON_BARCODE_RIGHT },
    { "73513537", SALON_BARCODE_RIGHT },            { "4006381333930", SALON_BARCODE_WRONG_DIGIT },
    { "4006381339331", SALON_BARCODE_WRONG_DIGIT }, { "96385075", SALON_BARCODE_WRONG_DIGIT },
    { "0000000000000", SALON_BARCODE_RIGHT },       { "400638133393", SALON_BARCODE_OTHER },
    { "ABC-12345678X", SALON_BARCODE_OTHER },       { "", SALON_BARCODE_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_test_message ("%s", table[i].text);
    g_assert_cmpint (salon_barcode_kind (table[i].text), ==, table[i].kind);
  }
}

/* One digit mistyped never goes through. */
static void
test_one_digit (void)
{
  for (int at = 0; at < 13; at++)
    for (char digit = '0'; digit <= '9'; digit++) {
      char text[] = "4006381333931";

      if (text[at] == digit)
        continue;
      text[at] = digit;
      g_assert_cmpint (salon_barcode_kind (text), ==, SALON_BARCODE_WRONG_DIGIT);
    }
}

static void
test_clean (void)
{
  static const char *const table[][2] = {
    { "4 006381 333931", "4006381333931" }, { " 96-38 5074\n", "96385074" }, { "AB 12", "AB12" }, { "  ", NULL }, { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autofree char *clean = salon_barcode_clean (table[i][0]);

    g_assert_cmpstr (clean, ==, table[i][1]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/price-of/levels", test_prices);
  g_test_add_func ("/price-of/vat", test_vat);
  g_test_add_func ("/barcode/kind", test_barcodes);
  g_test_add_func ("/barcode/one-digit", test_one_digit);
  g_test_add_func ("/barcode/clean", test_clean);
  return g_test_run ();
}
