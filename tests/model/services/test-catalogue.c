/* Goods, prices of variants and levels, and tax: what is kept, what is refused, and what is found. */
#include "small-salon.h"

#include "base/error.h"
#include "model/entities/employee-level.h"
#include "model/entities/employee.h"
#include "model/entities/item-category.h"
#include "model/entities/service-price.h"
#include "model/entities/service-variant.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/vat-rate.h"
#include "model/services/catalogue.h"
#include "model/services/items.h"
#include "model/services/price-list.h"
#include "model/services/settings.h"
#include "model/store/repo.h"

/* ---- goods */

static SalonItem *
item_of (const char *name, const char *barcode, SalonMoney price)
{
  SalonItem *item = salon_item_new ();

  item->name = g_strdup (name);
  item->barcode = g_strdup (barcode);
  item->price = price;
  return item;
}

static gboolean
save (SmallSalon *s, gpointer orig, gpointer curr, gboolean keep_barcode, SalonDone *done, GError **error)
{
  SalonEntityDraft draft = { orig, curr, FALSE, keep_barcode };

  return salon_fixture_submit (s->salon, &salon_command_catalogue_save, &draft, done, error);
}

static gint64
add_item (SmallSalon *s, const char *name, const char *barcode, SalonMoney price)
{
  g_autoptr (SalonItem) item = item_of (name, barcode, price);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  save (s, NULL, item, FALSE, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
refused (SmallSalon *s, gpointer entity, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (s, NULL, entity, FALSE, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

/* The names that are found, with commas between. */
static char *
find (SmallSalon *s, const char *text, gboolean by_barcode)
{
  g_autoptr (SalonItemsRequest) request = salon_items_request_new (text, by_barcode, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = salon_session_query_sync (s->salon->session, &salon_query_items, request, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", ((SalonOfferedItem *) found->pdata[i])->item->name);
  return g_string_free (names, FALSE);
}

static void
assert_found (SmallSalon *s, const char *text, gboolean by_barcode, const char *names)
{
  g_autofree char *found = find (s, text, by_barcode);

  g_assert_cmpstr (found, ==, names);
}

static void
test_find (SmallSalon *s, gconstpointer data)
{
  add_item (s, "Шампунь «Ромашка»", "4006381333931", 1250);
  add_item (s, "Šampūns matiem", "96385074", 990);
  add_item (s, "Hand cream", NULL, 700);
  assert_found (s, "4 006381 333931", TRUE, "Шампунь «Ромашка»");
  assert_found (s, "400638133393", TRUE, "");
  assert_found (s, "", TRUE, "");
  assert_found (s, "hand", TRUE, "");
  assert_found (s, "шампунь", FALSE, "Шампунь «Ромашка»,Šampūns matiem");
  assert_found (s, "romash", FALSE, "Шампунь «Ромашка»");
  assert_found (s, "sampuns", FALSE, "Šampūns matiem");
  assert_found (s, "mati samp", FALSE, "Šampūns matiem");
  assert_found (s, "cream hand", FALSE, "Hand cream");
  assert_found (s, "cream foot", FALSE, "");
  assert_found (s, "963850", FALSE, "Šampūns matiem");
  assert_found (s, NULL, FALSE, "Шампунь «Ромашка»,Šampūns matiem,Hand cream");
}

static void
test_wrong_digit (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonItem) item = item_of ("Comb", "4006381333930", 500);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_assert_false (save (s, NULL, item, FALSE, NULL, &error));
  g_assert_error (error, SALON_ITEM_ERROR, SALON_ITEM_ERROR_CHECK_DIGIT);
  g_assert_nonnull (strstr (error->message, "would have to be 1"));
  g_clear_error (&error);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_item_get_type ()), ==, 0);
  g_assert_true (save (s, NULL, item, TRUE, &done, &error));
  g_assert_no_error (error);
  assert_found (s, "4006381333930", TRUE, "Comb");
}

static void
test_bad_items (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonItem) nameless = item_of (NULL, NULL, 500);
  g_autoptr (SalonItem) negative = item_of ("Comb", NULL, -1);
  g_autoptr (SalonItem) huge = item_of ("Comb", NULL, G_GINT64_CONSTANT (100000000001));
  g_autoptr (SalonItem) long_unit = item_of ("Comb", NULL, 500);
  g_autoptr (SalonItem) forever = item_of ("Comb", NULL, 500);

  long_unit->unit = g_strdup ("123456789012345678901");
  forever->periodicity_days = 3661;
  refused (s, nameless, "name");
  refused (s, negative, "price");
  refused (s, huge, "price");
  refused (s, long_unit, "unit");
  refused (s, forever, "periodicity_days");
}

/* A barcode is free again when what had it is not sold any more. */
static void
test_unique (SmallSalon *s, gconstpointer data)
{
  gint64 first = add_item (s, "Old shampoo", "96385074", 500);
  g_autoptr (SalonItem) second = item_of ("New shampoo", " 9638-5074 ", 600);
  g_autoptr (SalonItem) old = NULL;
  g_autoptr (SalonItem) gone = NULL;

  refused (s, second, "barcode");
  old = salon_fixture_get (s->salon, salon_item_get_type (), first);
  gone = salon_item_copy (old);
  gone->archived = 1;
  g_assert_true (save (s, old, gone, FALSE, NULL, NULL));
  add_item (s, "New shampoo", " 9638-5074 ", 600);
  assert_found (s, "96385074", TRUE, "New shampoo");
}

/* ---- prices */

typedef struct {
  gint64 service;
  gint64 variant;
  gint64 employee;
} PriceOf;

static gboolean
read_price (SalonTx *tx, gpointer data, gint64 *price, GError **error)
{
  const PriceOf *of = data;

  return salon_price_of (tx, of->service, of->variant, of->employee, price, error);
}

static SalonMoney
price_of (SmallSalon *s, gint64 service, gint64 variant, gint64 employee)
{
  PriceOf of = { service, variant, employee };

  return salon_fixture_read (s->salon, read_price, &of);
}

static gint64
add_level (SmallSalon *s, const char *name, gint64 employee)
{
  g_autoptr (SalonEmployeeLevel) level = salon_employee_level_new ();
  g_autoptr (SalonEmployee) orig = salon_fixture_get (s->salon, salon_employee_get_type (), employee);
  g_autoptr (SalonEmployee) curr = salon_employee_copy (orig);
  SalonDone done = { 0 };

  level->name = g_strdup (name);
  g_assert_true (save (s, NULL, level, FALSE, &done, NULL));
  curr->level_id = done.id;
  g_assert_true (save (s, orig, curr, FALSE, NULL, NULL));
  return curr->level_id;
}

static gint64
add_variant (SmallSalon *s, gint64 service, const char *name, SalonMoney price, int more_min)
{
  g_autoptr (SalonServiceVariant) variant = salon_service_variant_new ();
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  variant->service_id = service;
  variant->name = g_strdup (name);
  variant->price = price;
  variant->more_min = more_min;
  save (s, NULL, variant, FALSE, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static gboolean
set_price (SmallSalon *s, gint64 service, gint64 variant, gint64 level, SalonMoney price, GError **error)
{
  SalonLevelPriceRequest request = { service, variant, level, price };

  return salon_fixture_submit (s->salon, &salon_command_level_price_set, &request, NULL, error);
}

static void
test_levels (SmallSalon *s, gconstpointer data)
{
  gint64 top = add_level (s, "Top", s->maria);
  gint64 longer = add_variant (s, s->manicure, "Long nails", 4500, 15);

  g_assert_cmpint (price_of (s, s->manicure, 0, s->maria), ==, 3000);
  g_assert_true (set_price (s, s->manicure, 0, top, 3500, NULL));
  g_assert_cmpint (price_of (s, s->manicure, 0, s->maria), ==, 3500);
  g_assert_cmpint (price_of (s, s->manicure, 0, s->jana), ==, 3000);
  g_assert_cmpint (price_of (s, s->manicure, longer, s->maria), ==, 4500);
  g_assert_true (set_price (s, s->manicure, longer, top, 5200, NULL));
  g_assert_cmpint (price_of (s, s->manicure, longer, s->maria), ==, 5200);
  g_assert_true (set_price (s, s->manicure, 0, top, 3600, NULL));
  g_assert_cmpint (price_of (s, s->manicure, 0, s->maria), ==, 3600);
  g_assert_true (set_price (s, s->manicure, 0, top, -1, NULL));
  g_assert_cmpint (price_of (s, s->manicure, 0, s->maria), ==, 3000);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_service_price_get_type ()), ==, 1);
}

static void
test_bad_level_prices (SmallSalon *s, gconstpointer data)
{
  gint64 top = add_level (s, "Top", s->maria);
  gint64 longer = add_variant (s, s->manicure, "Long nails", 4500, 15);
  g_autoptr (GError) error = NULL;

  g_assert_false (set_price (s, s->polish, longer, top, 4000, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "variant_id");
  g_clear_error (&error);
  g_assert_false (set_price (s, s->polish, 0, top, G_MAXINT64, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "price");
  g_clear_error (&error);
  g_assert_false (set_price (s, s->polish, 0, top + 99, 4000, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
}

static void
test_undo (SmallSalon *s, gconstpointer data)
{
  gint64 top = add_level (s, "Top", s->maria);
  SalonLevelPriceRequest request = { s->manicure, 0, top, 3500 };
  SalonDone done = { 0 };

  g_assert_true (salon_fixture_submit (s->salon, &salon_command_level_price_set, &request, &done, NULL));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  g_assert_cmpint (price_of (s, s->manicure, 0, s->maria), ==, 3000);
}

/* As the price list has it when it is booked; what is booked keeps its price. */
static void
test_booked (SmallSalon *s, gconstpointer data)
{
  gint64 top = add_level (s, "Top", s->maria);
  gint64 longer = add_variant (s, s->manicure, "Long nails", 4500, 15);
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (15, 0));
  g_autoptr (SalonVisitLine) line = NULL;
  g_autoptr (SalonVisitLine) again = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_assert_true (set_price (s, s->manicure, longer, top, 5200, NULL));
  g_array_index (request->lines, SalonBookingLine, 0).variant_id = longer;
  small_salon_try (s, request, &done, &error);
  g_assert_no_error (error);
  line = small_salon_line (s, done.id);
  g_assert_cmpint (line->variant_id, ==, longer);
  g_assert_cmpint (line->price, ==, 5200);
  g_assert_cmpint (line->work1_min, ==, 75);
  g_assert_true (set_price (s, s->manicure, longer, top, 6000, NULL));
  again = small_salon_line (s, done.id);
  g_assert_cmpint (again->price, ==, 5200);
}

static void
test_list (SmallSalon *s, gconstpointer data)
{
  gint64 top = add_level (s, "Top", s->maria);
  gint64 longer = add_variant (s, s->manicure, "Long nails", 4500, 15);
  g_autoptr (SalonPriceList) list = NULL;
  guint n = 0;

  g_assert_true (set_price (s, s->manicure, longer, top, 5200, NULL));
  list = salon_session_query_sync (s->salon->session, &salon_query_price_list, NULL, NULL);
  g_assert_cmpuint (list->levels->len, ==, 1);
  g_assert_cmpuint (list->lines->len, ==, 6);
  for (guint i = 0; i < list->lines->len; i++) {
    const SalonPriceListLine *line = list->lines->pdata[i];
    gboolean is_long = line->variant != NULL;

    g_assert_cmpint (line->vat_bp, ==, 2100);
    g_assert_cmpint (line->own[0], ==, is_long);
    g_assert_cmpint (line->by_level[0], ==, is_long ? 5200 : line->service->price);
    n += is_long;
  }
  g_assert_cmpuint (n, ==, 1);
}

/* ---- tax */

typedef struct {
  gint64 rate;
  SalonDay day;
} VatOf;

static gboolean
read_vat (SalonTx *tx, gpointer data, gint64 *bp, GError **error)
{
  const VatOf *of = data;
  int value = -1;
  gboolean ok = salon_vat_of (tx, of->rate, of->day, &value, error);

  *bp = value;
  return ok;
}

static int
vat_of (SmallSalon *s, gint64 rate, SalonDay day)
{
  VatOf of = { rate, day };

  return (int) salon_fixture_read (s->salon, read_vat, &of);
}

static SalonVatRatePeriod *
period_of (gint64 rate, SalonDay from, int bp)
{
  SalonVatRatePeriod *period = salon_vat_rate_period_new ();

  period->vat_rate_id = rate;
  period->from_day = from;
  period->rate_bp = bp;
  return period;
}

static void
test_tax (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonVatRate) rate = salon_vat_rate_new ();
  g_autoptr (SalonVatRatePeriod) early = NULL;
  g_autoptr (SalonVatRatePeriod) late = NULL;
  g_autoptr (SalonVatRatePeriod) twice = NULL;
  g_autoptr (SalonVatRatePeriod) much = NULL;
  SalonDone done = { 0 };

  rate->name = g_strdup ("Reduced");
  g_assert_true (save (s, NULL, rate, FALSE, &done, NULL));
  early = period_of (done.id, TODAY - 1000, 1200);
  late = period_of (done.id, TODAY + 1, 900);
  twice = period_of (done.id, TODAY + 1, 500);
  much = period_of (done.id, TODAY + 2, 10001);
  g_assert_true (save (s, NULL, early, FALSE, NULL, NULL));
  g_assert_true (save (s, NULL, late, FALSE, NULL, NULL));
  refused (s, twice, "from_day");
  refused (s, much, "rate_bp");
  g_assert_cmpint (vat_of (s, done.id, TODAY), ==, 1200);
  g_assert_cmpint (vat_of (s, done.id, TODAY + 1), ==, 900);
  g_assert_cmpint (vat_of (s, 0, TODAY), ==, 2100);
  small_salon_set_setting (s, "salon.vat_payer", "0");
  g_assert_cmpint (vat_of (s, done.id, TODAY), ==, 0);
  g_assert_cmpint (vat_of (s, 0, TODAY), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/catalogue/goods/find", test_find);
  ADD_TEST ("/catalogue/goods/wrong-digit", test_wrong_digit);
  ADD_TEST ("/catalogue/goods/bad", test_bad_items);
  ADD_TEST ("/catalogue/goods/unique", test_unique);
  ADD_TEST ("/catalogue/prices/levels", test_levels);
  ADD_TEST ("/catalogue/prices/bad", test_bad_level_prices);
  ADD_TEST ("/catalogue/prices/undo", test_undo);
  ADD_TEST ("/catalogue/prices/booked", test_booked);
  ADD_TEST ("/catalogue/prices/list", test_list);
  ADD_TEST ("/catalogue/tax", test_tax);
  return g_test_run ();
}
