/* Exports on a real database: what the columns say, against values by hand; the log and the kept file; rights; what
 * fails leaves nothing. */
#include "base/error.h"
#include "list-writer.h"
#include "model/entities/category.h"
#include "model/entities/client-category.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/services/clients.h"
#include "model/services/export-columns.h"
#include "model/services/export-run.h"
#include "model/services/settings.h"
#include "model/services/upkeep.h"
#include "model/store/export-store.h"
#include "small-salon.h"

/* The owner works, unless a test says otherwise. */
static void
set_up (SmallSalon *s, gconstpointer data)
{
  small_salon_set_up (s, data);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
}

#define ADD_EXPORT_TEST(path, func) g_test_add (path, SmallSalon, NULL, set_up, func, small_salon_tear_down)

static const char *const names_only[] = { "id", "name", NULL };

static char *
path_of (SmallSalon *s, const char *name)
{
  return g_build_filename (s->salon->folder, name, NULL);
}

static GArray *
ids_of (SmallSalon *s, guint n, ...)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  va_list list;

  va_start (list, n);
  for (guint i = 0; i < n; i++) {
    gint64 id = va_arg (list, gint64);

    g_array_append_val (ids, id);
  }
  va_end (list);
  return ids;
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Exports irina and olga; the file is salon.txt in the folder of the salon. */
static gboolean
export_two (SmallSalon *s, const char *const *columns, ListWriterMode mode, GPtrArray *rows, SalonExportDone *done, GError **error)
{
  g_autofree char *path = path_of (s, "salon.txt");
  g_autoptr (GArray) ids = ids_of (s, 2, s->irina, s->olga);
  SalonExportOrder *order = salon_export_order_new (ids, columns, SALON_EXPORT_CSV, path);

  salon_export_order_set_filter (order, "status = lost", "Clients who are lost", TRUE);
  return salon_export_run_sync (s->salon->session, order, list_writer_new (mode, path, rows), NULL, done, error);
}

static gint64
export_well (SmallSalon *s)
{
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GError) error = NULL;
  SalonExportDone done = { 0 };

  export_two (s, names_only, LIST_WRITER_GOOD, rows, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static GPtrArray *
log_of (SmallSalon *s)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = salon_session_query_sync (s->salon->session, &salon_query_exports, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static guint
n_logged (SmallSalon *s)
{
  g_autoptr (GPtrArray) list = log_of (s);

  return list->len;
}

/* ---- fetching */

typedef struct {
  GByteArray *bytes;
  guint n_calls;
  gboolean ended;
} Sink;

static gboolean
take (const char *data, gsize size, gpointer user_data, GError **error)
{
  Sink *sink = user_data;

  g_assert_false (sink->ended);
  g_assert_cmpuint (size, <=, SALON_EXPORT_PART_SIZE);
  sink->n_calls++;
  sink->ended = size == 0;
  g_byte_array_append (sink->bytes, (const guint8 *) data, (guint) size);
  return TRUE;
}

static SalonExportEntry *
fetch (SmallSalon *s, gint64 id, GByteArray *bytes, guint *n_calls, GError **error)
{
  Sink sink = { bytes, 0, FALSE };
  g_autofree SalonExportFetch *request = salon_export_fetch_new (id, take, &sink);
  SalonExportEntry *entry = salon_session_query_sync (s->salon->session, &salon_query_export_fetch, request, error);

  g_assert_cmpint (sink.ended, ==, entry != NULL);
  if (n_calls != NULL)
    *n_calls = sink.n_calls;
  return entry;
}

static void
assert_not_fetched (SmallSalon *s, gint64 id, int code)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (fetch (s, id, bytes, NULL, &error));
  g_assert_error (error, SALON_ERROR, code);
}

/* ---- columns */

static void
add_phone (SmallSalon *s, gint64 client, const char *e164, const char *typed, int position)
{
  SalonClientPhone *phone = salon_client_phone_new ();

  phone->client_id = client;
  phone->e164 = g_strdup (e164);
  phone->typed = g_strdup (typed);
  phone->position = position;
  salon_fixture_insert (s->salon, phone);
}

static void
give_tag (SmallSalon *s, gint64 client, const char *name)
{
  SalonTag *tag = salon_tag_new ();
  SalonClientTag *given = salon_client_tag_new ();

  tag->name = g_strdup (name);
  given->tag_id = salon_fixture_insert (s->salon, tag);
  given->client_id = client;
  salon_fixture_insert (s->salon, given);
}

static void
give_category (SmallSalon *s, gint64 client, const char *name)
{
  SalonCategory *category = salon_category_new ();
  SalonClientCategory *given = salon_client_category_new ();

  category->name = g_strdup (name);
  given->category_id = salon_fixture_insert (s->salon, category);
  given->client_id = client;
  salon_fixture_insert (s->salon, given);
}

static gint64
add_custom (SmallSalon *s, gint64 client, const char *name, SalonCustomKind kind, const char *text)
{
  SalonCustomField *field = salon_custom_field_new ();
  SalonCustomValue *value = salon_custom_value_new ();
  gint64 id = 0;

  field->name = g_strdup (name);
  field->kind = kind;
  id = salon_fixture_insert (s->salon, field);
  value->field_id = id;
  value->client_id = client;
  value->value = g_strdup (text);
  salon_fixture_insert (s->salon, value);
  return id;
}

/* Everything that can be said of somebody. */
static gint64
add_full_client (SmallSalon *s)
{
  SalonClient *client = salon_client_new ();
  SalonSource *source = salon_source_new ();
  gint64 id = 0;

  source->name = g_strdup ("Poster");
  client->first_name = g_strdup ("Zane");
  client->patronymic = g_strdup ("Marija");
  client->surname = g_strdup ("Ozola");
  client->gender = SALON_GENDER_FEMALE;
  client->birth_year = 1990;
  client->birth_month = 2;
  client->birth_mday = 28;
  client->email = g_strdup ("zane@post.example");
  client->whatsapp = g_strdup ("+37120000001");
  client->telegram = g_strdup ("@zane");
  client->instagram = g_strdup ("zane.o");
  client->address = g_strdup ("Brīvības 1");
  client->channels = SALON_CHANNEL_SMS | SALON_CHANNEL_EMAIL;
  client->language = g_strdup ("lv");
  client->source_id = salon_fixture_insert (s->salon, source);
  client->referred_by_id = s->irina;
  client->discount_bp = 750;
  client->note = g_strdup ("likes tea\nand cake");
  client->alert = g_strdup ("=1+1");
  client->wishes = g_strdup ("quiet");
  client->importance_pin = 2;
  client->created_at = salon_clock_now_us (s->salon->clock);
  id = salon_fixture_insert (s->salon, client);
  add_phone (s, id, "+37129111222", "29111222", 0);
  add_phone (s, id, NULL, "ask Anna", 1);
  add_phone (s, id, "+37129333444", "29333444", 2);
  add_phone (s, id, "+37129555666", "29555666", 3);
  give_tag (s, id, "bride");
  give_tag (s, id, "vip");
  give_category (s, id, "Models");
  salon_fixture_add_visit (s->salon, id, TODAY - 40, 600, SALON_VISIT_DONE, s->manicure, s->maria, s->room1);
  salon_fixture_add_visit (s->salon, id, TODAY - 10, 600, SALON_VISIT_DONE, s->polish, s->maria, s->room1);
  salon_fixture_add_visit (s->salon, id, TODAY - 5, 600, SALON_VISIT_NO_SHOW, s->polish, s->maria, s->room1);
  salon_fixture_add_visit (s->salon, id, TODAY + 2, 900, SALON_VISIT_BOOKED, s->polish, s->maria, s->room1);
  return id;
}

static GPtrArray *
rows_of (SmallSalon *s, GArray *ids, const char *const *columns)
{
  g_autoptr (SalonExportOrder) order = salon_export_order_new (ids, columns, SALON_EXPORT_CSV, "unused");
  GPtrArray *rows = new_rows ();
  SalonExportWrite *request = salon_export_write_new (order, list_writer_new (LIST_WRITER_GOOD, NULL, rows));
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = salon_session_query_sync (s->salon->session, &salon_query_export_write, request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (*n, ==, rows->len - 1);
  salon_export_write_free (request);
  return rows;
}

static void
test_every_column (SmallSalon *s, gconstpointer data)
{
  static const struct {
    const char *key;
    const char *full;  /* of Zane */
    const char *empty; /* of one who has a phone and nothing else */
  } expected[] = {
    { "name", "Ozola Zane Marija", "" },
    { "first_name", "Zane", "" },
    { "surname", "Ozola", "" },
    { "patronymic", "Marija", "" },
    { "gender", "Female", "" },
    { "birth_date", "d7363", "" },
    { "phone", "+37129111222", "+37126000000" },
    { "phone_2", "ask Anna", "" },
    { "phone_3", "+37129333444, +37129555666", "" },
    { "email", "zane@post.example", "" },
    { "whatsapp", "+37120000001", "" },
    { "telegram", "@zane", "" },
    { "instagram", "zane.o", "" },
    { "address", "Brīvības 1", "" },
    { "channels", "SMS, E-mail", "" },
    { "language", "lv", "" },
    { "categories", "Models", "" },
    { "tags", "bride, vip", "" },
    { "source", "Poster", "" },
    { "referred_by", "Irina Kalniņa", "" },
    { "discount", "p750", "" },
    { "note", "likes tea\nand cake", "" },
    { "alert", "=1+1", "" },
    { "wishes", "quiet", "" },
    { "created", "d20255", "d20255" },
    { "status", "New", "Potential" },
    { "visits", "i2", "i0" },
    { "importance", "B", "" },
    { "spent", "m4500", "m0" },
    { "spent_12m", "m4500", "m0" }, { "top_place", "i1", "" },
    { "paid", "m0", "m0" }, { "balance", "m0", "m0" }, { "bonus", "m0", "m0" }, { "certificates", "m0", "m0" },
    { "first_visit_date", "d20215", "" },
    { "last_visit_date", "d20245", "" },
    { "next_visit", "t29170980", "" }, { "no_shows", "i1", "i0" },
    { "discounts", "m0", "m0" }, { "tickets", "", "" }, { "card", "", "" },
  };
  gint64 full = add_full_client (s);
  gint64 empty = salon_fixture_add_client (s->salon, NULL, "26000000");
  g_autoptr (GArray) ids = ids_of (s, 2, full, empty);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  salon_upkeep_run (s->salon->session, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const char *const columns[] = { expected[i].key, NULL };
    g_autoptr (GPtrArray) rows = rows_of (s, ids, columns);

    g_assert_cmpuint (rows->len, ==, 3);
    if (g_strcmp0 (rows->pdata[1], expected[i].full) != 0 || g_strcmp0 (rows->pdata[2], expected[i].empty) != 0)
      g_error ("%s: “%s”, “%s”", expected[i].key, (char *) rows->pdata[1], (char *) rows->pdata[2]);
  }
  all = salon_session_query_sync (s->salon->session, &salon_query_export_columns, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (expected) + 1); /* and the id */
}

static void
test_partial_birthdays (SmallSalon *s, gconstpointer data)
{
  const char *const columns[] = { "birth_date", NULL };
  SalonClient *without_year = salon_client_new ();
  SalonClient *only_year = salon_client_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  without_year->first_name = g_strdup ("A");
  without_year->birth_month = 5;
  without_year->birth_mday = 17;
  only_year->first_name = g_strdup ("B");
  only_year->birth_year = 1985;
  ids = ids_of (s, 2, salon_fixture_insert (s->salon, without_year), salon_fixture_insert (s->salon, only_year));
  rows = rows_of (s, ids, columns);
  g_assert_cmpstr (rows->pdata[1], ==, "17.05.");
  g_assert_cmpstr (rows->pdata[2], ==, "1985");
}

static void
test_custom_fields (SmallSalon *s, gconstpointer data)
{
  const gint64 fields[] = {
    add_custom (s, s->irina, "Pet", SALON_CUSTOM_TEXT, "@dog"),     add_custom (s, s->irina, "Shoe", SALON_CUSTOM_NUMBER, "38.5"),
    add_custom (s, s->irina, "Wedding", SALON_CUSTOM_DATE, "20300"), add_custom (s, s->irina, "Model", SALON_CUSTOM_YES_NO, "1"),
  };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = ids_of (s, 2, s->irina, s->olga);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *heads = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (keys, g_strdup_printf ("custom:%" G_GINT64_FORMAT, fields[i]));
  g_ptr_array_add (keys, g_strdup (keys->pdata[0])); /* named twice, there once */
  g_ptr_array_add (keys, NULL);
  rows = rows_of (s, ids, (const char *const *) keys->pdata);
  heads = g_strdup_printf ("%s=Pet|%s=Shoe|%s=Wedding|%s=Model", (char *) keys->pdata[0], (char *) keys->pdata[1],
                           (char *) keys->pdata[2], (char *) keys->pdata[3]);
  g_assert_cmpstr (rows->pdata[0], ==, heads);
  g_assert_cmpstr (rows->pdata[1], ==, "@dog|n38.5|d20300|b1");
  g_assert_cmpstr (rows->pdata[2], ==, "|||");
}

static void
test_order_and_who_is_gone (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  gint64 gone = 99999;

  for (guint i = 0; i < 700; i++) {
    g_autofree char *name = g_strdup_printf ("C%u", i);
    gint64 id = salon_fixture_add_client (s->salon, name, NULL);

    g_array_prepend_val (ids, id);
  }
  g_array_insert_val (ids, 300, gone);
  g_array_insert_val (ids, 0, s->olga);
  rows = rows_of (s, ids, names_only);
  g_assert_cmpuint (rows->len, ==, 1 + 701);
  for (guint i = 0, row = 1; i < ids->len; i++) {
    g_autofree char *start = g_strdup_printf ("i%" G_GINT64_FORMAT "|", g_array_index (ids, gint64, i));

    if (g_array_index (ids, gint64, i) != gone)
      g_assert_true (g_str_has_prefix (rows->pdata[row++], start));
  }
}

static void
refused_columns (SmallSalon *s, const char *key, const char *field)
{
  const char *const columns[] = { key, NULL };
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GError) error = NULL;

  g_assert_false (export_two (s, columns, LIST_WRITER_GOOD, rows, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_cmpuint (n_logged (s), ==, 0);
}

static void
test_unknown_columns (SmallSalon *s, gconstpointer data)
{
  const char *const others[] = { "sex", "comment", "sold", NULL };
  g_autoptr (GArray) ids = ids_of (s, 1, s->irina);
  g_autoptr (GPtrArray) rows = rows_of (s, ids, others);

  g_assert_cmpstr (rows->pdata[0], ==, "gender=Gender|note=Note|spent=Total spent");
  refused_columns (s, "password", "columns");
  refused_columns (s, "custom:77", "columns");
  refused_columns (s, NULL, "columns");
}

/* ---- the log */

static void
test_log (SmallSalon *s, gconstpointer data)
{
  gint64 id = export_well (s);
  g_autofree char *path = path_of (s, "salon.txt");
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GPtrArray) list = log_of (s);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SalonExportEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  const SalonExportShown *shown = list->pdata[0];
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (shown->entry->id, ==, id);
  g_assert_cmpint (shown->entry->at, ==, salon_clock_now_us (s->salon->clock));
  g_assert_cmpstr (shown->user, ==, "Olga");
  g_assert_cmpstr (shown->columns, ==, "Client ID, Full name");
  g_assert_cmpstr (shown->entry->columns, ==, "id,name");
  g_assert_cmpstr (shown->entry->filter, ==, "status = lost");
  g_assert_cmpstr (shown->entry->told, ==, "Clients who are lost");
  g_assert_true (shown->entry->ticked);
  g_assert_cmpint (shown->entry->format, ==, SALON_EXPORT_CSV);
  g_assert_cmpint (shown->entry->n_rows, ==, 2);
  g_assert_cmpstr (shown->entry->file_name, ==, "salon.txt");
  g_assert_cmpint (shown->entry->size, ==, size);
  g_assert_cmpstr (shown->entry->sha256, ==, sha256);
  g_assert_true (shown->is_kept);
  entry = fetch (s, id, bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (bytes->data, bytes->len, text, size);
  g_assert_cmpstr (entry->file_name, ==, "salon.txt");
}

/* Byte for byte. */
static void
test_many_parts (SmallSalon *s, gconstpointer data)
{
  const char *const columns[] = { "note", NULL };
  g_autofree char *path = path_of (s, "big.txt");
  g_autofree char *note = g_strnfill (1500, 'x');
  g_autofree char *text = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SalonExportEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  SalonExportDone done = { 0 };
  gsize size = 0;
  guint n_calls = 0;

  for (guint i = 0; i < 500; i++) {
    SalonClient *client = salon_client_new ();
    gint64 id = 0;

    client->first_name = g_strdup_printf ("C%u", i);
    client->note = g_strdup_printf ("%u%s", i, note);
    id = salon_fixture_insert (s->salon, client);
    g_array_append_val (ids, id);
  }
  salon_export_run_sync (s->salon->session, salon_export_order_new (ids, columns, SALON_EXPORT_CSV, path),
                         list_writer_new (LIST_WRITER_GOOD, path, rows), NULL, &done, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_cmpuint (size, >, 2 * SALON_EXPORT_PART_SIZE);
  g_assert_cmpint (done.size, ==, size);
  g_assert_cmpint (done.n_rows, ==, 500);
  entry = fetch (s, done.id, bytes, &n_calls, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (bytes->data, bytes->len, text, size);
  g_assert_cmpuint (n_calls, ==, (size + SALON_EXPORT_PART_SIZE - 1) / SALON_EXPORT_PART_SIZE + 1);
}

static gboolean
remove_row (SalonTx *tx, gconstpointer data, gint64 *id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 export = *(const gint64 *) data;
  guint n = 0;

  g_assert_true (salon_export_store_drop_parts (tx, export, 100, &n, NULL));
  g_assert_false (salon_export_store_remove (tx, export, &failure));
  g_assert_nonnull (failure);
  return FALSE; /* nothing of this is done */
}

static void
test_log_stays (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClientDraft) draft = NULL;
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SalonExportEntry) entry = NULL;
  SalonDone done = { 0 };
  SalonDone undone = { 0 };
  gint64 id = 0;

  client->first_name = g_strdup ("Zaiga");
  draft = salon_client_draft_new (NULL, client);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_save, draft, &done, NULL));
  id = export_well (s);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, &undone, NULL));
  g_assert_cmpuint (n_logged (s), ==, 1);
  g_assert_cmpint (undone.operation, ==, done.operation + 1); /* an export is no operation: it cannot be undone */
  entry = fetch (s, id, bytes, NULL, NULL);
  g_assert_nonnull (entry);
}

/* Nobody takes a row out of the log, by whatever statement. */
static void
test_log_is_append_only (SmallSalon *s, gconstpointer data)
{
  const SalonCommand command = { "test.remove", "Removed", remove_row, NULL, TRUE, NULL };
  gint64 id = export_well (s);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SalonExportEntry) entry = NULL;

  salon_session_submit_sync (s->salon->session, &command, &id, NULL, NULL, NULL);
  g_assert_cmpuint (n_logged (s), ==, 1);
  entry = fetch (s, id, bytes, NULL, NULL);
  g_assert_nonnull (entry);
}

/* ---- rights */

static void
test_rights (SmallSalon *s, gconstpointer data)
{
  gint64 of_owner = export_well (s);
  gint64 of_administrator = 0;
  g_autofree SalonIdRequest *request = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SalonExportEntry) own = NULL;
  g_autoptr (SalonExportEntry) others = NULL;
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0);
  of_administrator = export_well (s);
  list = log_of (s);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (((SalonExportShown *) list->pdata[0])->entry->id, ==, of_administrator);
  own = fetch (s, of_administrator, bytes, NULL, NULL);
  g_assert_nonnull (own);
  assert_not_fetched (s, of_owner, SALON_ERROR_NOT_FOUND);
  request = salon_id_request_new (of_administrator);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_export_remove_file, request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  g_clear_error (&error);

  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  g_assert_false (export_two (s, names_only, LIST_WRITER_GOOD, rows, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  g_assert_cmpuint (rows->len, ==, 0);
  assert_not_fetched (s, of_owner, SALON_ERROR_PERMISSION);
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_exports, NULL, NULL));
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_export_columns, NULL, NULL));

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_cmpuint (n_logged (s), ==, 2);
  others = fetch (s, of_administrator, bytes, NULL, NULL);
  g_assert_nonnull (others);
}

static void
test_remove_file (SmallSalon *s, gconstpointer data)
{
  gint64 id = export_well (s);
  g_autofree SalonIdRequest *request = salon_id_request_new (id);
  g_autoptr (GPtrArray) list = NULL;
  SalonDone done = { 0 };

  g_assert_true (salon_fixture_submit (s->salon, &salon_command_export_remove_file, request, &done, NULL));
  g_assert_cmpint (done.id, ==, 0);
  list = log_of (s);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_false (((SalonExportShown *) list->pdata[0])->is_kept);
  g_assert_cmpstr (((SalonExportShown *) list->pdata[0])->removed_by, ==, "Olga");
  assert_not_fetched (s, id, SALON_ERROR_NOT_FOUND);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_export_remove_file, request, NULL, NULL));
}

/* ---- time */
static void
keep_for (SmallSalon *s, int days)
{
  g_autoptr (SalonSettings) settings = salon_session_query_sync (s->salon->session, &salon_query_settings, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_free (settings->name);
  settings->name = g_strdup ("Aurora");
  settings->export_keep_days = days;
  salon_fixture_submit (s->salon, &salon_command_settings_save, settings, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_kept_after (SmallSalon *s, int days)
{
  g_autoptr (GPtrArray) list = NULL;

  salon_fixture_set_time (s->salon, TODAY + days, SALON_FIXTURE_MINUTE);
  g_assert_true (salon_upkeep_run (s->salon->session, NULL));
  list = log_of (s);
  g_assert_cmpuint (list->len, ==, 1);
  return ((SalonExportShown *) list->pdata[0])->is_kept;
}

static void
test_kept_90_days (SmallSalon *s, gconstpointer data)
{
  gint64 id = export_well (s);

  g_assert_true (is_kept_after (s, 90));
  g_assert_false (is_kept_after (s, 91));
  assert_not_fetched (s, id, SALON_ERROR_NOT_FOUND);
}

static void
test_kept_as_set (SmallSalon *s, gconstpointer data)
{
  export_well (s);
  keep_for (s, 10);
  g_assert_true (is_kept_after (s, 10));
  g_assert_false (is_kept_after (s, 11));
}

/* The program ended in the midst: the row tells that somebody began, and nothing is kept. */
static void
test_broken_off (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) ids = ids_of (s, 1, s->irina);
  g_autoptr (SalonExportOrder) order = salon_export_order_new (ids, names_only, SALON_EXPORT_XLSX, "/tmp/a.xlsx");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("half", 4);
  g_autoptr (GPtrArray) list = NULL;
  SalonExportStep step = { 0 };
  SalonDone done = { 0 };

  g_assert_true (salon_fixture_submit (s->salon, &salon_command_export_begin, order, &done, NULL));
  step.id = done.id;
  step.data = bytes;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_export_keep_part, &step, NULL, NULL));
  g_assert_cmpuint (n_logged (s), ==, 0);
  assert_not_fetched (s, step.id, SALON_ERROR_NOT_FOUND);
  salon_fixture_set_time (s->salon, TODAY + 2, SALON_FIXTURE_MINUTE);
  g_assert_true (salon_upkeep_run (s->salon->session, NULL));
  list = log_of (s);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_false (((SalonExportShown *) list->pdata[0])->is_kept);
  g_assert_false (((SalonExportShown *) list->pdata[0])->entry->complete);
  assert_not_fetched (s, step.id, SALON_ERROR_NOT_FOUND);
}

/* ---- failures */
static gboolean
count_rows (SalonTx *tx, gpointer data, gint64 *n, GError **error)
{
  g_autoptr (GPtrArray) list = salon_export_store_list (tx, -1, 100, error);

  *n = list->len;
  return TRUE;
}

static void
assert_nothing_is_left (SmallSalon *s)
{
  g_autofree char *path = path_of (s, "salon.txt");

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (salon_fixture_read (s->salon, count_rows, NULL), ==, 0);
}

static void
test_writer_fails (SmallSalon *s, gconstpointer data)
{
  for (ListWriterMode mode = LIST_WRITER_FAILS_AT_BEGIN; mode <= LIST_WRITER_FAILS_AT_END; mode++) {
    g_autoptr (GPtrArray) rows = new_rows ();
    g_autoptr (GArray) ids = ids_of (s, 3, s->irina, s->olga, salon_fixture_add_client (s->salon, "Third", NULL));
    g_autofree char *path = path_of (s, "salon.txt");
    g_autoptr (GError) error = NULL;

    g_assert_false (salon_export_run_sync (s->salon->session, salon_export_order_new (ids, names_only, SALON_EXPORT_CSV, path),
                                           list_writer_new (mode, path, rows), NULL, NULL, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_FULL);
    g_assert_cmpstr (error->message, ==, "The disk is full.");
    assert_nothing_is_left (s);
  }
}

/* Written, but gone before it could be kept. */
static void
test_file_vanishes (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GArray) ids = ids_of (s, 1, s->irina);
  g_autofree char *path = path_of (s, "salon.txt");
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_export_run_sync (s->salon->session, salon_export_order_new (ids, names_only, SALON_EXPORT_CSV, path),
                                         list_writer_new (LIST_WRITER_GOOD, NULL, rows), NULL, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "salon.txt"));
  assert_nothing_is_left (s);
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  g_assert_cmpint (done, <=, total);
  g_cancellable_cancel (data);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Cancelled at whatever moment: before it begins, while it is written, when the file is there already. */
static void
test_cancelled (SmallSalon *s, gconstpointer data)
{
  for (guint i = 0; i < 3; i++) {
    ListWriterMode mode = i == 2 ? LIST_WRITER_CANCELS_AT_END : LIST_WRITER_GOOD;
    SalonRowWriter *writer = NULL;
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GPtrArray) rows = new_rows ();
    g_autoptr (GArray) ids = ids_of (s, 2, s->irina, s->olga);
    g_autofree char *path = path_of (s, "salon.txt");
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    if (i == 0)
      g_cancellable_cancel (cancellable);
    writer = list_writer_new (mode, path, rows);
    g_object_set_data (G_OBJECT (writer), "cancellable", cancellable);
    salon_export_start (s->salon->session, salon_export_order_new (ids, names_only, SALON_EXPORT_CSV, path), writer,
                        cancellable, i == 1 ? on_progress : NULL, cancellable, on_exported, &result);
    while (result == NULL)
      g_main_context_iteration (NULL, TRUE);
    g_assert_false (salon_export_finish (s->salon->session, result, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    assert_nothing_is_left (s);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_EXPORT_TEST ("/export/every-column", test_every_column);
  ADD_EXPORT_TEST ("/export/partial-birthdays", test_partial_birthdays);
  ADD_EXPORT_TEST ("/export/custom-fields", test_custom_fields);
  ADD_EXPORT_TEST ("/export/order-and-who-is-gone", test_order_and_who_is_gone);
  ADD_EXPORT_TEST ("/export/unknown-columns", test_unknown_columns);
  ADD_EXPORT_TEST ("/export/log", test_log);
  ADD_EXPORT_TEST ("/export/many-parts", test_many_parts);
  ADD_EXPORT_TEST ("/export/log-stays", test_log_stays);
  ADD_EXPORT_TEST ("/export/log-is-append-only", test_log_is_append_only);
  ADD_EXPORT_TEST ("/export/rights", test_rights);
  ADD_EXPORT_TEST ("/export/remove-file", test_remove_file);
  ADD_EXPORT_TEST ("/export/kept-90-days", test_kept_90_days);
  ADD_EXPORT_TEST ("/export/kept-as-set", test_kept_as_set);
  ADD_EXPORT_TEST ("/export/broken-off", test_broken_off);
  ADD_EXPORT_TEST ("/export/writer-fails", test_writer_fails);
  ADD_EXPORT_TEST ("/export/file-vanishes", test_file_vanishes);
  ADD_EXPORT_TEST ("/export/cancelled", test_cancelled);
  return g_test_run ();
}
