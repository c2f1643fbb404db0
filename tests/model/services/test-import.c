/* Imports from their preview to their roll back, against a real file. */
#include <string.h>

#include "base/error.h"
#include "exchange/create-writer.h"
#include "exchange/open-source.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/contact.h"
#include "model/entities/custom-field.h"
#include "model/entities/external-id.h"
#include "model/entities/service.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/health.h"
#include "model/services/import.h"
#include "model/services/undo.h"
#include "import-salon.h"

#define HEAD "ID;ФИО;Телефон;Email;Дата рождения;Категории;Комментарий\n"

/* ---- a list that breaks off */

#define TEST_TYPE_BROKEN (test_broken_get_type ())
G_DECLARE_FINAL_TYPE (TestBroken, test_broken, TEST, BROKEN, GObject)

struct _TestBroken {
  GObject parent;
  SalonRowSource *inner;
  guint left;
};

static gboolean
broken_next (SalonRowSource *source, GArray *cells, gint64 *line, gboolean *end, GError **error)
{
  TestBroken *self = TEST_BROKEN (source);

  if (self->left-- > 0)
    return salon_row_source_next (self->inner, cells, line, end, error);
  salon_set_error (error, SALON_ERROR_IO, "The file broke off.");
  return FALSE;
}

static double
broken_share (SalonRowSource *source)
{
  return 0.5;
}

static gboolean
broken_described (SalonRowSource *source)
{
  return FALSE;
}

static void
broken_iface_init (SalonRowSourceInterface *iface)
{
  iface->next = broken_next;
  iface->get_share = broken_share;
  iface->get_described = broken_described;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestBroken, test_broken, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_SOURCE, broken_iface_init))

static void
test_broken_finalize (GObject *object)
{
  g_clear_object (&((TestBroken *) object)->inner);
  G_OBJECT_CLASS (test_broken_parent_class)->finalize (object);
}

static void
test_broken_class_init (TestBrokenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_broken_finalize;
}

static void
test_broken_init (TestBroken *self)
{
}

/* ---- helpers */

static SalonRowSource *
open_broken (gpointer text, GError **error)
{
  TestBroken *broken = g_object_new (TEST_TYPE_BROKEN, NULL);

  broken->inner = open_text (text, error);
  broken->left = 301;
  return SALON_ROW_SOURCE (broken);
}

/* ---- whom a row is about */

static void
test_again (SmallSalon *s, gconstpointer data)
{
  const char *text = HEAD "1;Иванова Анна;29123456;anna@mail.ru;05.03.1990;VIP;чай\n"
                          "2;Петрова Ольга;29123457;;;VIP, Новый;\n"
                          ";Сидорова Ирина;;ira@mail.ru;;;\n"
                          ";Лиепа Зане;;;01.02.1980;;\n"
                          ";Озола Даце;;;;;\n";

  import_text (s, text, SALON_IMPORT_FILL, 5, 0, 0, 0);
  import_text (s, text, SALON_IMPORT_FILL, 0, 0, 5, 0);
  import_text (s, text, SALON_IMPORT_OVERWRITE, 0, 0, 5, 0);
  import_text (s, text, SALON_IMPORT_SKIP, 0, 0, 5, 0);
  import_text (s, text, SALON_IMPORT_MAKE_NEW, 5, 0, 0, 0);
  assert_healthy (s);
}

static void
test_match (SmallSalon *s, gconstpointer data)
{
  import_text (s, HEAD "1;Иванова Анна;29123456;;;;\n2;Петрова Ольга;29123457;olga@mail.ru;;;\n;Лиепа Зане;29123458;;01.02.1980;;\n",
               SALON_IMPORT_FILL, 3, 0, 0, 0);
  /* by the number, though everything else is another; by phone; by address; by name and birthday */
  import_text (s, HEAD "1;Ивановская Анна;29999999;;;;чай\n", SALON_IMPORT_FILL, 0, 1, 0, 0);
  import_text (s, HEAD ";Петрова Ольга;+371 29123457;;;;кофе\n", SALON_IMPORT_FILL, 0, 1, 0, 0);
  import_text (s, HEAD ";Петрова Ольга;;OLGA@mail.ru;;Новый;\n", SALON_IMPORT_FILL, 0, 1, 0, 0);
  import_text (s, HEAD ";Лиепа Зане;;;01.02.1980;;вода\n", SALON_IMPORT_FILL, 0, 1, 0, 0);
  /* others: the daughter with the phone of her mother; another number; another birthday */
  import_text (s, HEAD ";Петрова Марта;29123457;;;;\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  import_text (s, HEAD "7;Иванова Анна;29123456;;;;\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  import_text (s, HEAD ";Лиепа Зане;;;02.02.1980;;\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  assert_healthy (s);
}

static void
test_twice_in_list (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClient) anna = NULL;

  import_text (s, HEAD ";Иванова Анна;29123456;;;;\n;Иванова Анна;29123456;anna@mail.ru;;;чай\n;Иванова Анна;29123456;;;;\n",
               SALON_IMPORT_FILL, 1, 1, 1, 0);
  anna = client_called (s, "Анна");
  g_assert_cmpstr (anna->email, ==, "anna@mail.ru");
  g_assert_cmpstr (anna->note, ==, "чай");
}

static void
test_strategies (SmallSalon *s, gconstpointer data)
{
  const char *first = HEAD "1;Иванова Анна;29123456;;05.03.1990;;чай\n";
  const char *second = HEAD "1;Иванова Анна;67123456;anna@mail.ru;06.03.1990;VIP;кофе\n";
  g_autoptr (SalonClient) filled = NULL;
  g_autoptr (SalonClient) overwritten = NULL;
  g_autoptr (GPtrArray) phones = NULL;

  import_text (s, first, SALON_IMPORT_FILL, 1, 0, 0, 0);
  import_text (s, second, SALON_IMPORT_SKIP, 0, 0, 1, 0);
  import_text (s, second, SALON_IMPORT_FILL, 0, 1, 0, 0);
  filled = client_called (s, "Анна");
  g_assert_cmpstr (filled->note, ==, "чай");
  g_assert_cmpstr (filled->email, ==, "anna@mail.ru");
  g_assert_cmpint (filled->birth_mday, ==, 5);
  import_text (s, second, SALON_IMPORT_OVERWRITE, 0, 1, 0, 0);
  overwritten = client_called (s, "Анна");
  g_assert_cmpstr (overwritten->note, ==, "кофе");
  g_assert_cmpint (overwritten->birth_mday, ==, 6);
  phones = salon_fixture_find (s->salon, salon_client_phone_get_type (), "client_id", salon_entity_get_id (overwritten));
  g_assert_cmpuint (phones->len, ==, 2);
}

static void
test_custom (SmallSalon *s, gconstpointer data)
{
  SalonCustomField *field = salon_custom_field_new ();
  g_autoptr (SalonImportRequest) request = NULL;

  field->name = g_strdup ("Любимый чай");
  field->kind = SALON_CUSTOM_TEXT;
  salon_fixture_insert (s->salon, field);
  request = request_of (s, SALON_IMPORT_CLIENTS, "ФИО;Телефон;Любимый чай\nИванова Анна;29123456;зелёный\n");
  g_assert_cmpint (salon_import_layout_column (request->layout, 2)->field, ==, SALON_IMPORT_CUSTOM);
  import_text (s, "ФИО;Телефон;Любимый чай\nИванова Анна;29123456;зелёный\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
}

/* What is not understood is kept as a note. */
static void
test_unknown_words (SmallSalon *s, gconstpointer data)
{
  const char *text = "ФИО;Телефон;Пол;Язык;Комментарий\nИванова Анна;29123456;кошка;немецкий;чай\n";
  g_autoptr (SalonClient) anna = NULL;

  import_text (s, text, SALON_IMPORT_FILL, 1, 0, 0, 0);
  import_text (s, text, SALON_IMPORT_OVERWRITE, 0, 0, 1, 0);
  anna = client_called (s, "Анна");
  g_assert_cmpstr (anna->note, ==, "Пол: кошка\nЯзык: немецкий\nчай");
}

/* ---- looking beforehand */

static void
test_plan_writes_nothing (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportRequest) request = request_of (s, SALON_IMPORT_CLIENTS, HEAD "1;Иванова Анна;29123456;;;VIP;\n");
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autoptr (SalonImportReport) report = plan (s, request);
  g_autofree char *after = salon_fixture_dump (s->salon);

  g_assert_cmpint (report->counts[SALON_IMPORT_NEW], ==, 1);
  g_assert_cmpstr (before, ==, after);
}

static void
test_cancelled (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportRequest) request = request_of (s, SALON_IMPORT_CLIENTS, HEAD "1;Иванова Анна;29123456;;;VIP;\n");
  g_autoptr (GError) error = NULL;

  request->cancellable = g_cancellable_new ();
  g_cancellable_cancel (request->cancellable);
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_import_plan, request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_remembered (SmallSalon *s, gconstpointer data)
{
  const char *text = "Кто;Куда;Что\nИванова Анна;29123456;VIP\n";
  const gint64 counts[] = { 1, 0, 0, 0 };
  SalonImportRequest *request = request_of (s, SALON_IMPORT_CLIENTS, text);
  g_autoptr (SalonImportRequest) again = NULL;

  salon_import_layout_set (request->layout, 2, SALON_IMPORT_TAGS, NULL);
  import (s, request, counts);
  again = request_of (s, SALON_IMPORT_CLIENTS, text);
  g_assert_cmpint (salon_import_layout_column (again->layout, 2)->field, ==, SALON_IMPORT_TAGS);
}

static SalonImportPreview *
look (SmallSalon *s, SalonImportSubject subject, SalonImportHeadings headings, const char *text)
{
  g_autoptr (SalonImportRequest) request = salon_import_request_new (subject, "list.csv", open_text, g_strdup (text), g_free);
  SalonImportPreview *preview = NULL;

  request->headings = headings;
  preview = salon_session_query_sync (s->salon->session, &salon_query_import_preview, request, NULL);
  g_assert_nonnull (preview);
  return preview;
}

static void
test_subject (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportPreview) visits = look (s, 0, SALON_IMPORT_HEADINGS_GUESS, "Дата;Клиент;Услуга\n02.06.2025;Иванова Анна;Маникюр\n");
  g_autoptr (SalonImportPreview) clients = look (s, 0, SALON_IMPORT_HEADINGS_GUESS, "ФИО;Телефон\nИванова Анна;29123456\n");

  g_assert_cmpint (visits->layout->subject, ==, SALON_IMPORT_VISITS);
  g_assert_cmpint (clients->layout->subject, ==, SALON_IMPORT_CLIENTS);
}

static void
test_headings (SmallSalon *s, gconstpointer data)
{
  const char *text = "ФИО;Телефон\nИванова Анна;29123456\n";
  g_autoptr (SalonImportPreview) guessed = look (s, SALON_IMPORT_CLIENTS, SALON_IMPORT_HEADINGS_GUESS, text);
  g_autoptr (SalonImportPreview) none = look (s, SALON_IMPORT_CLIENTS, SALON_IMPORT_HEADINGS_NONE, text);
  g_autoptr (SalonImportPreview) first = look (s, SALON_IMPORT_CLIENTS, SALON_IMPORT_HEADINGS_FIRST, "Анна;29123456\nОльга;29123457\n");

  g_assert_cmpuint (guessed->layout->n_above, ==, 1);
  g_assert_cmpuint (none->layout->n_above, ==, 0);
  g_assert_false (none->layout->has_headings);
  g_assert_cmpuint (first->layout->n_above, ==, 1);
  g_assert_true (first->layout->has_headings);
}

static void
test_without_columns (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportRequest) request = request_of (s, SALON_IMPORT_CLIENTS, "Комментарий;Скидка\nчай;10\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_import_plan, request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

/* Put right and brought again, they are a list like any other. */
static void
test_rejected (SmallSalon *s, gconstpointer data)
{
  const char *text = "ФИО;Телефон;Комментарий\nИванова Анна;3.7E+10;чай\nПетрова Ольга;29123457;\n;;кофе\n";
  g_autoptr (SalonImportRequest) request = request_of (s, SALON_IMPORT_CLIENTS, text);
  g_autoptr (SalonImportReport) report = plan (s, request);
  g_autofree char *path = g_build_filename (s->salon->folder, "rejected.csv", NULL);
  g_autofree char *written = NULL;
  g_autoptr (SalonRowWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  writer = salon_exchange_create (path, SALON_EXCHANGE_CSV, salon_currency_by_code ("EUR"), "Rejected", &error);
  g_assert_no_error (error);
  g_assert_true (salon_import_report_write_rejected (report, request->layout, writer, &error));
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, "ФИО;Телефон;Комментарий;Reason"));
  g_assert_nonnull (strstr (written, "Иванова Анна;"));
  g_assert_nonnull (strstr (written, "lost digits"));
  g_assert_nonnull (strstr (written, "кофе;"));
  g_assert_null (strstr (written, "Петрова"));
}

/* ---- at random */

static const char *
pick (GRand *dice, const char *const *words, guint n)
{
  return words[g_rand_int_range (dice, 0, (int) n)];
}

/* People who are alike: few names, phones, addresses and birthdays, each often missing. */
static char *
random_list (GRand *dice, guint n)
{
  static const char *const ids[] = { "", "", "1", "2", "3", "4" };
  static const char *const names[] = { "", "Иванова Анна", "Иванова Анна", "Петрова Анна", "Анна", "Kalniņa Ilze", "Иванова Мария" };
  static const char *const phones[] = { "", "29123456", "+371 29123456", "29123457", "29123458", "3.7E+10", "12345" };
  static const char *const emails[] = { "", "", "a@mail.ru", "A@mail.ru", "b@mail.ru", "wrong@" };
  static const char *const births[] = { "", "", "05.03.1990", "05.03", "1990", "31.02.1990" };
  static const char *const groups[] = { "", "VIP", "VIP, Новый", "vip" };
  static const char *const notes[] = { "", "чай", "кофе" };
  GString *text = g_string_new (HEAD);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s;%s;%s;%s;%s;%s;%s\n", pick (dice, ids, G_N_ELEMENTS (ids)),
                            pick (dice, names, G_N_ELEMENTS (names)), pick (dice, phones, G_N_ELEMENTS (phones)),
                            pick (dice, emails, G_N_ELEMENTS (emails)), pick (dice, births, G_N_ELEMENTS (births)),
                            pick (dice, groups, G_N_ELEMENTS (groups)), pick (dice, notes, G_N_ELEMENTS (notes)));
  return g_string_free (text, FALSE);
}

static gint64
import_as_planned (SmallSalon *s, const char *text, SalonImportStrategy strategy)
{
  SalonImportRequest *request = request_of (s, SALON_IMPORT_CLIENTS, text);
  g_autoptr (SalonImportReport) tried = NULL;

  request->strategy = strategy;
  for (guint i = 0; i < 7; i++) /* a short list may be guessed otherwise than a long one */
    salon_import_layout_set (request->layout, i,
                             ((const SalonImportField[]){ SALON_IMPORT_EXTERNAL_ID, SALON_IMPORT_FULL_NAME, SALON_IMPORT_PHONE,
                                                          SALON_IMPORT_EMAIL, SALON_IMPORT_BIRTH, SALON_IMPORT_CATEGORIES,
                                                          SALON_IMPORT_NOTE })[i],
                             NULL);
  tried = plan (s, request);
  return import (s, request, tried->counts);
}

/* What was told beforehand happens, in whatever strategy; rolled back, everything is as before. */
static void
test_random (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 24; round++) {
    SalonImportStrategy strategy = (SalonImportStrategy) (SALON_IMPORT_SKIP + round % 4);
    g_autofree char *text = random_list (dice, 30);
    g_autofree char *before = salon_fixture_dump (s->salon);
    g_autofree char *after = NULL;
    g_autoptr (SalonImportUndo) undo = NULL;
    g_autoptr (GError) error = NULL;
    gint64 operation = import_as_planned (s, text, strategy);

    if (round % 3 == 0) /* stays, so that the next meets somebody */
      continue;
    roll_back (s, operation, &undo, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 0);
    after = salon_fixture_dump (s->salon);
    g_assert_cmpstr (before, ==, after);
  }
  assert_healthy (s);
}

/* ---- breaking off */

static char *
many_rows (guint n)
{
  GString *text = g_string_new (HEAD);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u;Иванова Анна%u;%u;;;VIP;\n", i + 1, i, 29000000 + i);
  return g_string_free (text, FALSE);
}

static void
test_broken_off (SmallSalon *s, gconstpointer data)
{
  g_autofree char *text = many_rows (1000);
  SalonImportRequest *request = request_of (s, SALON_IMPORT_CLIENTS, text);
  g_autoptr (SalonImportRun) run = salon_import_run_new (request);
  g_autoptr (GError) error = NULL;
  guint before = salon_fixture_count (s->salon, salon_client_get_type ());
  guint n_new = 0;
  gint64 operation = 0;

  request->open = open_broken;
  g_assert_false (try_run (s, run, &operation, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_IO);
  n_new = salon_fixture_count (s->salon, salon_client_get_type ()) - before;
  g_assert_cmpuint (n_new, >, 0);
  g_assert_cmpuint (n_new, <, 301);
  g_assert_cmpint (salon_import_run_report (run)->counts[SALON_IMPORT_NEW], ==, n_new);
  g_assert_cmpint (salon_import_run_report (run)->n_rows, ==, n_new);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_external_id_get_type ()), ==, n_new);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_client_phone_get_type ()), >=, n_new);
  assert_healthy (s);
}

/* ---- visits */

#define VISITS "Дата;Время;Клиент;Телефон;Услуга;Мастер;Сумма;Статус\n"

static SalonImportRequest *
visits_of (SmallSalon *s, const char *text)
{
  return request_of (s, SALON_IMPORT_VISITS, text);
}

static void
test_visits (SmallSalon *s, gconstpointer data)
{
  const char *text = VISITS "02.06.2025;10:00;Иванова Анна;29123456;Маникюр;Светлана;30,50;\n"
                            "02.06.2025;10:30;Петрова Ольга;29123457;Маникюр;Светлана;30;\n"
                            "05.05.2025;10:00;Иванова Анна;29123456;Маникюр;Светлана;30;\n"
                            "06.04.2025;10:00;Иванова Анна;29123456;Стрижка;Светлана;20;Отменен\n"
                            "20.06.2025;12:00;Иванова Анна;29123456;Маникюр;Светлана;30;\n"
                            ";12:00;Иванова Анна;29123456;Маникюр;Светлана;30;\n";
  const gint64 counts[] = { 5, 0, 0, 1 };
  const gint64 again[] = { 0, 0, 5, 1 };
  g_autoptr (SalonClient) anna = NULL;
  g_autoptr (SalonClientPanel) panel = NULL;
  SalonPanelRequest request = { 0, SALON_DAY_NONE };

  import (s, visits_of (s, text), counts);
  anna = client_called (s, "Анна");
  request.id = salon_entity_get_id (anna);
  panel = salon_session_query_sync (s->salon->session, &salon_query_client_panel, &request, NULL);
  g_assert_cmpint (panel->visit_days, ==, 2);
  g_assert_cmpint (panel->sold, ==, 6050);
  g_assert_cmpint (panel->status.status, ==, SALON_STATUS_NEW);
  g_assert_nonnull (panel->next);
  import (s, visits_of (s, text), again);
  assert_healthy (s);
}

static void
test_visits_strict (SmallSalon *s, gconstpointer data)
{
  SalonImportRequest *request = visits_of (s, VISITS "02.06.2025;10:00;Иванова Анна;29123456;Маникюр;Светлана;30,50;\n");
  const gint64 counts[] = { 0, 0, 0, 1 };
  guint n_services = salon_fixture_count (s->salon, salon_service_get_type ());

  request->adds_clients = FALSE;
  request->adds_services = FALSE;
  import (s, request, counts);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_service_get_type ()), ==, n_services);
}

static void
test_visits_by_id (SmallSalon *s, gconstpointer data)
{
  const gint64 counts[] = { 1, 0, 0, 1 };
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (SalonClient) anna = NULL;

  import_text (s, HEAD "1;Иванова Анна;29123456;;;;\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  import (s, visits_of (s, "ID клиента;Дата визита;Услуга\n1;02.06.2025;Маникюр\n5;02.06.2025;Маникюр\n"), counts);
  anna = client_called (s, "Анна");
  visits = salon_fixture_find (s->salon, salon_visit_get_type (), "client_id", salon_entity_get_id (anna));
  g_assert_cmpuint (visits->len, ==, 1);
}

/* ---- rolling back */

static void
test_roll_back (SmallSalon *s, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  import_text (s, HEAD "1;Иванова Анна;29123456;;;VIP;чай\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  before = salon_fixture_dump (s->salon);
  operation = import_text (s, HEAD "1;Иванова Анна;29123456;anna@mail.ru;05.03.1990;Новый;\n2;Петрова Ольга;29123457;;;Новый;\n",
                           SALON_IMPORT_FILL, 1, 1, 0, 0);
  g_assert_true (roll_back (s, operation, &undo, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 0);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
  assert_healthy (s);
}

static void
test_roll_back_visits (SmallSalon *s, gconstpointer data)
{
  const gint64 counts[] = { 2, 0, 0, 0 };
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = import (s, visits_of (s, VISITS "02.06.2025;10:00;Иванова Анна;29123456;Маникюр;Светлана;30;\n"
                                                     "03.06.2025;10:00;Иванова Анна;29123456;Педикюр;Светлана;40;\n"),
                             counts);

  g_assert_true (roll_back (s, operation, &undo, &error));
  g_assert_no_error (error);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
  assert_healthy (s);
}

static void
change_note (SmallSalon *s, const char *name)
{
  g_autoptr (SalonClient) client = client_called (s, name);
  g_autoptr (SalonClient) curr = salon_client_copy (client);
  g_autoptr (SalonClientDraft) draft = NULL;

  g_free (curr->note);
  curr->note = g_strdup ("changed");
  draft = salon_client_draft_new (client, curr);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_save, draft, NULL, NULL));
}

static gboolean
is_there (SmallSalon *s, const char *name)
{
  g_autoptr (SalonClient) client = client_called (s, name);

  return client != NULL;
}

/* Who was changed since, and who has a visit since, stays with all that belongs to her. */
static void
test_roll_back_keeps (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (SalonImportUndoPlan) plan_of_undo = NULL;
  g_autoptr (SalonClient) olga = NULL;
  g_autoptr (GPtrArray) phones = NULL;
  g_autoptr (GError) error = NULL;
  SalonIdRequest request = { 0 };

  request.id = import_text (s, HEAD "1;Иванова Анна;29123456;;;VIP;\n2;Петрова Ольга;29123457;;;VIP;\n3;Лиепа Зане;29123458;;;VIP;\n",
                            SALON_IMPORT_FILL, 3, 0, 0, 0);
  change_note (s, "Анна");
  olga = client_called (s, "Ольга");
  small_salon_book (s, salon_entity_get_id (olga), s->manicure, s->maria, s->room1, AT (15, 0));
  plan_of_undo = salon_session_query_sync (s->salon->session, &salon_query_import_undo_plan, &request, NULL);
  g_assert_cmpuint (plan_of_undo->kept->len, ==, 2);
  g_assert_cmpint (plan_of_undo->n_taken_back, ==, 1);
  g_assert_true (roll_back (s, request.id, &undo, &error));
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 3); /* and the category that both have */
  g_assert_true (is_there (s, "Анна"));
  g_assert_true (is_there (s, "Ольга"));
  g_assert_false (is_there (s, "Зане"));
  phones = salon_fixture_find (s->salon, salon_client_phone_get_type (), "client_id", salon_entity_get_id (olga));
  g_assert_cmpuint (phones->len, ==, 1);
  assert_healthy (s);
}

static void
test_roll_back_contacted (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (SalonClient) anna = NULL;
  SalonContact *contact = salon_contact_new ();
  gint64 operation = import_text (s, HEAD "1;Иванова Анна;29123456;;;;\n", SALON_IMPORT_FILL, 1, 0, 0, 0);

  anna = client_called (s, "Анна");
  contact->client_id = salon_entity_get_id (anna);
  contact->kind = 1;
  contact->at = 1;
  salon_fixture_insert (s->salon, contact);
  g_assert_true (roll_back (s, operation, &undo, NULL));
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 1);
  g_assert_true (is_there (s, "Анна"));
  assert_healthy (s);
}

static void
test_roll_back_once (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (SalonImportUndo) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = import_text (s, HEAD "1;Иванова Анна;29123456;;;VIP;\n", SALON_IMPORT_FILL, 1, 0, 0, 0);

  g_assert_true (roll_back (s, operation, &undo, NULL));
  g_assert_false (roll_back (s, operation, &again, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

/* Undo by the key of the window is the same, and so is its redo. */
static void
test_plain_undo (SmallSalon *s, gconstpointer data)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  gint64 operation = import_text (s, HEAD "1;Иванова Анна;29123456;;;VIP;\n2;Петрова Ольга;29123457;;;VIP;\n", SALON_IMPORT_FILL, 2, 0, 0, 0);
  g_autofree char *between = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autofree char *redone = NULL;
  SalonJobResult result = { 0 };

  g_assert_true (salon_job_run_sync (s->salon->session, salon_job_run_new (&salon_job_undo, salon_id_request_new (operation)), NULL, NULL,
                                     NULL, NULL, &result, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (salon_job_run_sync (s->salon->session,
                                     salon_job_run_new (&salon_job_undo, salon_id_request_new (result.done.operation)), NULL, NULL, NULL,
                                     NULL, NULL, NULL));
  redone = salon_fixture_dump (s->salon);
  g_assert_cmpstr (between, ==, redone);
}

static void
test_who_may (SmallSalon *s, gconstpointer data)
{
  SalonActor other = { 77, SALON_ROLE_ADMINISTRATOR, 0 };
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (SalonImportUndo) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0);
  operation = import_text (s, HEAD "1;Иванова Анна;29123456;;;VIP;\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  salon_session_set_actor (s->salon->session, &other);
  g_assert_false (roll_back (s, operation, &undo, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_true (roll_back (s, operation, &again, NULL));
}

static void
test_list (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  const SalonImportInfo *info = NULL;

  import_text (s, HEAD "1;Иванова Анна;29123456;;;VIP;\n;;;;;;чай\n", SALON_IMPORT_FILL, 1, 0, 0, 1);
  list = salon_session_query_sync (s->salon->session, &salon_query_import_list, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  info = list->pdata[0];
  g_assert_cmpstr (info->file_name, ==, "list.csv");
  g_assert_cmpint (info->counts[SALON_IMPORT_REJECTED], ==, 1);
  g_assert_cmpint (info->ended_at, !=, 0);
  g_assert_true (info->may_undo);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/import/again", test_again);
  ADD_TEST ("/import/match", test_match);
  ADD_TEST ("/import/twice-in-list", test_twice_in_list);
  ADD_TEST ("/import/strategies", test_strategies);
  ADD_TEST ("/import/custom", test_custom);
  ADD_TEST ("/import/unknown-words", test_unknown_words);
  ADD_TEST ("/import/plan-writes-nothing", test_plan_writes_nothing);
  ADD_TEST ("/import/cancelled", test_cancelled);
  ADD_TEST ("/import/remembered", test_remembered);
  ADD_TEST ("/import/subject", test_subject);
  ADD_TEST ("/import/headings", test_headings);
  ADD_TEST ("/import/without-columns", test_without_columns);
  ADD_TEST ("/import/rejected", test_rejected);
  ADD_TEST ("/import/random", test_random);
  ADD_TEST ("/import/broken-off", test_broken_off);
  ADD_TEST ("/import/visits", test_visits);
  ADD_TEST ("/import/visits-strict", test_visits_strict);
  ADD_TEST ("/import/visits-by-id", test_visits_by_id);
  ADD_TEST ("/import/roll-back", test_roll_back);
  ADD_TEST ("/import/roll-back-visits", test_roll_back_visits);
  ADD_TEST ("/import/roll-back-keeps", test_roll_back_keeps);
  ADD_TEST ("/import/roll-back-contacted", test_roll_back_contacted);
  ADD_TEST ("/import/roll-back-once", test_roll_back_once);
  ADD_TEST ("/import/plain-undo", test_plain_undo);
  ADD_TEST ("/import/who-may", test_who_may);
  ADD_TEST ("/import/list", test_list);
  return g_test_run ();
}
