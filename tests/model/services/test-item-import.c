/* Price lists from files: columns by their headings in three languages, all lines or none. */
#include "small-salon.h"

#include <string.h>

#include "base/error.h"
#include "exchange/open-source.h"
#include "model/entities/item-category.h"
#include "model/entities/item.h"
#include "model/entities/service.h"
#include "model/services/item-import.h"

static SalonItemImport *
read_text (const char *text, gboolean services, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (SalonRowSource) source = salon_exchange_open_bytes (bytes, "list.csv", NULL, error);

  return source != NULL ? salon_item_import_read (source, salon_currency_by_code ("EUR"), services, error) : NULL;
}

static gint64
take_over (SmallSalon *s, const char *text, gboolean services, SalonDone *done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonItemImport) request = read_text (text, services, &error);
  SalonDone own = { 0 };

  g_assert_no_error (error);
  salon_fixture_submit (s->salon, &salon_command_item_import, request, &own, &error);
  g_assert_no_error (error);
  if (done != NULL)
    *done = own;
  return own.id;
}

static void
refused (SmallSalon *s, const char *text, const char *part)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonItemImport) request = read_text (text, FALSE, &error);

  g_assert_false (request != NULL && salon_fixture_submit (s->salon, &salon_command_item_import, request, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static SalonItem *
item_called (SmallSalon *s, const char *name)
{
  g_autoptr (GPtrArray) all = salon_fixture_find (s->salon, salon_item_get_type (), NULL, 0);

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((SalonItem *) all->pdata[i])->name, name))
      return g_object_ref (all->pdata[i]);
  return NULL;
}

static void
test_languages (SmallSalon *s, gconstpointer data)
{
  static const char *const files[] = {
    "Name,Category,Barcode,Price\nComb A,Combs,96385074,\"4.50\"\n",
    "Название;Категория;Штрихкод;Цена\nComb B;Combs;4006381333931;4,50\n",
    "Nosaukums;Kategorija;Svītrkods;Cena\nComb C;combs;5901234123457;4,50\n",
  };
  static const char *const names[] = { "Comb A", "Comb B", "Comb C" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (SalonItem) item = NULL;

    g_assert_cmpint (take_over (s, files[i], FALSE, NULL), ==, 1);
    item = item_called (s, names[i]);
    g_assert_nonnull (item);
    g_assert_cmpint (item->price, ==, 450);
    g_assert_nonnull (item->barcode);
    g_assert_cmpint (item->item_category_id, !=, 0);
  }
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_item_category_get_type ()), ==, 1);
}

/* The same barcode is the same item, whatever it is called now; without one the name says it. */
static void
test_again (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonItem) renamed = NULL;
  g_autoptr (SalonItem) brush = NULL;

  take_over (s, "Name,Barcode,Price\nComb,96385074,4.50\nBrush,,9\n", FALSE, NULL);
  take_over (s, "Name,Barcode,Price\nWide comb,96385074,5\nBRUSH,,9.90\n", FALSE, NULL);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_item_get_type ()), ==, 2);
  renamed = item_called (s, "Wide comb");
  brush = item_called (s, "BRUSH");
  g_assert_cmpint (renamed->price, ==, 500);
  g_assert_cmpint (brush->price, ==, 990);
}

static void
test_services (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonService) manicure = NULL;
  guint before = salon_fixture_count (s->salon, salon_service_get_type ());

  g_assert_cmpint (take_over (s, "Название;Вид;Цена;Минут\nManicure;услуга;33;\nМассаж;услуга;40;45\nКрем;товар;7;\n", FALSE, NULL),
                   ==, 3);
  manicure = salon_fixture_get (s->salon, salon_service_get_type (), s->manicure);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_service_get_type ()), ==, before + 1);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_item_get_type ()), ==, 1);
  g_assert_cmpint (manicure->price, ==, 3300);
  g_assert_cmpint (manicure->work1_min, ==, 60);
}

static void
test_undo (SmallSalon *s, gconstpointer data)
{
  SalonDone done = { 0 };

  take_over (s, "Name,Category,Price\nComb,Combs,4.50\nBrush,Combs,9\n", FALSE, &done);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_item_get_type ()), ==, 0);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_item_category_get_type ()), ==, 0);
}

/* Nothing is taken over of a file with one bad line, and the line is told. */
static void
test_bad (SmallSalon *s, gconstpointer data)
{
  refused (s, "Name,Price\nComb,4.50\nBrush,much\n", "Line 3");
  refused (s, "Name,Price\nComb,4.50\n,9\n", "Line 3");
  refused (s, "Name,Barcode,Price\nComb,96385075,4.50\n", "Line 2");
  refused (s, "Name,Price,Tax\nComb,4.50,Luxury\n", "Luxury");
  refused (s, "Colour,Price\nred,4.50\n", "Name");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/item-import/languages", test_languages);
  ADD_TEST ("/item-import/again", test_again);
  ADD_TEST ("/item-import/services", test_services);
  ADD_TEST ("/item-import/undo", test_undo);
  ADD_TEST ("/item-import/bad", test_bad);
  return g_test_run ();
}
