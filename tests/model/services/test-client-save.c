/* Making and changing clients: what is kept, what is refused, undo, conflicts, who may. */
#include "support/salon-fixture.h"

#include <string.h>

#include "base/error.h"
#include "model/entities/category.h"
#include "model/entities/client-category.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/entities/stored-photo.h"
#include "model/entities/tag.h"
#include "model/services/clients.h"
#include "model/services/find.h"

static SalonClientDraft *
new_draft (const char *first_name, const char *surname, const char *phone)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  SalonClientDraft *draft = NULL;

  client->first_name = g_strdup (first_name);
  client->surname = g_strdup (surname);
  draft = salon_client_draft_new (NULL, client);
  if (phone != NULL) {
    draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
    g_ptr_array_add (draft->phones, salon_phone_draft_new (0, phone, NULL));
  }
  return draft;
}

static gint64
save (SalonFixture *salon, SalonClientDraft *draft, gint64 *operation)
{
  g_autoptr (GError) error = NULL;
  SalonDone done;

  salon_fixture_submit (salon, &salon_command_client_save, draft, &done, &error);
  g_assert_no_error (error);
  if (operation != NULL)
    *operation = done.operation;
  return done.id;
}

/* Refused with the field named, in a sentence, and nothing is changed. */
static void
refuse (SalonFixture *salon, const SalonClientDraft *draft, int code, const char *field)
{
  g_autofree char *before = salon_fixture_dump (salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_submit (salon, &salon_command_client_save, draft, NULL, &error));
  g_assert_error (error, SALON_ERROR, code);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, "?"));
  after = salon_fixture_dump (salon);
  g_assert_cmpstr (after, ==, before);
}

/* A draft of a stored client whose card is then edited. */
static SalonClientDraft *
edit (SalonFixture *salon, gint64 id)
{
  g_autoptr (SalonClient) orig = salon_fixture_get (salon, salon_client_get_type (), id);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);

  return salon_client_draft_new (orig, curr);
}

static void
set (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static GPtrArray *
phones_of (SalonFixture *salon, gint64 id)
{
  return salon_fixture_find (salon, salon_client_phone_get_type (), "client_id", id);
}

static void
test_new (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (SalonClientDraft) draft = new_draft ("  Irina ", "Kalniņa\t", "29 123 456");
  gint64 id = 0;
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (GPtrArray) phones = NULL;
  const SalonClientPhone *phone = NULL;

  set (&draft->curr->email, " Irina@Inbox.LV ");
  set (&draft->curr->note, "likes coffee\r\n\n\nno sugar");
  id = save (salon, draft, NULL);
  client = salon_fixture_get (salon, salon_client_get_type (), id);
  phones = phones_of (salon, id);
  phone = phones->pdata[0];
  g_assert_cmpstr (client->first_name, ==, "Irina");
  g_assert_cmpstr (client->surname, ==, "Kalniņa");
  g_assert_cmpstr (client->email, ==, "irina@inbox.lv");
  g_assert_cmpstr (client->note, ==, "likes coffee\n\nno sugar");
  g_assert_cmpint (client->created_at, ==, salon_clock_now_us (salon->clock));
  g_assert_cmpint (client->created_by_id, ==, salon_session_actor (salon->session)->user_id);
  g_assert_cmpuint (phones->len, ==, 1);
  g_assert_cmpstr (phone->e164, ==, "+37129123456");
  g_assert_cmpstr (phone->typed, ==, "29 123 456");
}

static void
test_name_or_phone (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (SalonClientDraft) only_name = new_draft ("Irina", NULL, NULL);
  g_autoptr (SalonClientDraft) only_phone = new_draft (NULL, NULL, "29123456");
  g_autoptr (SalonClientDraft) nothing = new_draft (" ", "", "  ");

  save (salon, only_name, NULL);
  save (salon, only_phone, NULL);
  refuse (salon, nothing, SALON_ERROR_VALIDATION, "first_name");
}

/* One takes the phone away, the other the name, in either order: the second must be refused. */
static void
expect_somebody_is_left (SalonFixture *salon, gboolean name_first)
{
  gint64 id = salon_fixture_add_client (salon, "Irina", "29123456");
  g_autoptr (SalonClientDraft) no_phone = edit (salon, id);
  g_autoptr (SalonClientDraft) no_name = edit (salon, id);

  no_phone->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  set (&no_name->curr->first_name, NULL);
  save (salon, name_first ? no_name : no_phone, NULL);
  refuse (salon, name_first ? no_phone : no_name, SALON_ERROR_VALIDATION, "first_name");
}

static void
test_somebody_is_left (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();

  expect_somebody_is_left (salon, FALSE);
  expect_somebody_is_left (salon, TRUE);
}

static void
test_edit_undo_redo (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  g_autofree char *before = salon_fixture_dump (salon);
  g_autofree char *edited = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (SalonClientDraft) draft = edit (salon, id);
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  SalonDone undo;

  set (&draft->curr->surname, "Ozola");
  draft->curr->birth_month = 2;
  draft->curr->birth_mday = 29;
  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_ptr_array_add (draft->phones, salon_phone_draft_new (0, "+371 67 000 111", "work"));
  g_assert_cmpint (save (salon, draft, &operation), ==, id);
  edited = salon_fixture_dump (salon);
  g_assert_cmpstr (edited, !=, before);
  salon_fixture_undo (salon, operation, &undo, &error);
  g_assert_no_error (error);
  undone = salon_fixture_dump (salon);
  g_assert_cmpstr (undone, ==, before);
  salon_fixture_undo (salon, undo.operation, NULL, &error);
  g_assert_no_error (error);
  redone = salon_fixture_dump (salon);
  g_assert_cmpstr (redone, ==, edited);
}

static void
test_new_is_undone (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autofree char *before = salon_fixture_dump (salon);
  g_autofree char *after = NULL;
  g_autoptr (SalonClientDraft) draft = new_draft ("Irina", "Kalniņa", "29123456");
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  save (salon, draft, &operation);
  salon_fixture_undo (salon, operation, NULL, &error);
  g_assert_no_error (error);
  after = salon_fixture_dump (salon);
  g_assert_cmpstr (after, ==, before);
}

static void
test_conflict (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina Kalniņa", NULL);
  g_autoptr (SalonClientDraft) first = edit (salon, id);
  g_autoptr (SalonClientDraft) second = edit (salon, id);
  g_autoptr (SalonClientDraft) third = edit (salon, id);
  g_autoptr (SalonClient) client = NULL;

  set (&first->curr->surname, "Ozola");
  set (&second->curr->surname, "Liepa");
  set (&third->curr->note, "likes coffee");
  save (salon, first, NULL);
  refuse (salon, second, SALON_ERROR_CONFLICT, NULL);
  save (salon, third, NULL); /* another field: both stay */
  client = salon_fixture_get (salon, salon_client_get_type (), id);
  g_assert_cmpstr (client->surname, ==, "Ozola");
  g_assert_cmpstr (client->note, ==, "likes coffee");
}

static void
test_nothing_changed_writes_nothing (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", "29 123 456");
  g_autoptr (SalonClientDraft) draft = edit (salon, id);
  g_autoptr (GPtrArray) phones = phones_of (salon, id);
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_ptr_array_add (draft->phones, salon_phone_draft_new (salon_entity_get_id (phones->pdata[0]), "29 123 456", NULL));
  draft->tag_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  save (salon, draft, &operation);
  /* an undo of nothing changes nothing and so clashes with nothing */
  salon_fixture_undo (salon, operation, NULL, &error);
  g_assert_no_error (error);
}

static void
test_same_uuid_is_one_client (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (SalonClientDraft) draft = new_draft ("Irina", NULL, "29123456");
  g_autofree char *uuid = salon_session_new_uuid ();
  g_autoptr (GError) error = NULL;
  SalonDone first;
  SalonDone second;

  g_assert_true (salon_session_submit_sync (salon->session, &salon_command_client_save, draft, uuid, &first, &error));
  g_assert_true (salon_session_submit_sync (salon->session, &salon_command_client_save, draft, uuid, &second, &error));
  g_assert_true (second.repeated);
  g_assert_cmpint (second.id, ==, first.id);
  g_assert_cmpuint (salon_fixture_count (salon, salon_client_get_type ()), ==, 1);
  g_assert_cmpuint (salon_fixture_count (salon, salon_client_phone_get_type ()), ==, 1);
}

static void
test_bad_input (void)
{
  static const struct {
    int year, month, mday;
    const char *field;
  } births[] = {
    { 1990, 6, 31, "birth_mday" },  { 1991, 2, 29, "birth_mday" }, { 0, 13, 1, "birth_month" },
    { 0, 5, 0, "birth_mday" },      { 0, 0, 5, "birth_month" },    { 1850, 1, 1, "birth_year" },
    { 2025, 6, 17, "birth_year" },  { 3000, 1, 1, "birth_year" },  { 0, 2, 30, "birth_mday" },
  };
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autofree char *long_name = g_strnfill (10000, 'a');
  g_autoptr (SalonClientDraft) long_draft = new_draft (long_name, NULL, NULL);
  g_autoptr (SalonClientDraft) email = new_draft ("Irina", NULL, NULL);
  g_autoptr (SalonClientDraft) discount = new_draft ("Irina", NULL, NULL);
  g_autoptr (SalonClientDraft) gender = new_draft ("Irina", NULL, NULL);
  g_autoptr (SalonClientDraft) source = new_draft ("Irina", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (births); i++) {
    g_autoptr (SalonClientDraft) draft = new_draft ("Irina", NULL, NULL);

    draft->curr->birth_year = births[i].year;
    draft->curr->birth_month = births[i].month;
    draft->curr->birth_mday = births[i].mday;
    refuse (salon, draft, SALON_ERROR_VALIDATION, births[i].field);
  }
  refuse (salon, long_draft, SALON_ERROR_VALIDATION, "first_name");
  set (&email->curr->email, "irina at inbox");
  refuse (salon, email, SALON_ERROR_VALIDATION, "email");
  discount->curr->discount_bp = 10001;
  refuse (salon, discount, SALON_ERROR_VALIDATION, "discount_bp");
  gender->curr->gender = 9;
  refuse (salon, gender, SALON_ERROR_VALIDATION, "gender");
  source->curr->source_id = 4711;
  refuse (salon, source, SALON_ERROR_CONFLICT, NULL);
}

static void
test_phones (void)
{
  static const struct {
    const char *typed;
    const char *e164;
    const char *label;
  } phones[] = {
    { "29123456", "+37129123456", NULL },
    { "+371 (29) 123-456", "+37129123456", NULL },
    { "00371 29123456", "+37129123456", NULL },
    { "+7 926 123-45-67", "+79261234567", NULL },
    { "+375 29 123-45-67 доб. 7", "+375291234567", "ext. 7" },
    { "8 (029) 12-34-56 доб. 7", NULL, "ext. 7" },
    { "234567", NULL, NULL },
    { "999999999999999999999", NULL, NULL },
    { "ask at 12", NULL, NULL },
  };
  g_autoptr (SalonFixture) salon = salon_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++) {
    g_autoptr (SalonClientDraft) draft = new_draft (NULL, NULL, phones[i].typed);
    gint64 id = save (salon, draft, NULL);
    g_autoptr (GPtrArray) rows = phones_of (salon, id);
    const SalonClientPhone *row = rows->pdata[0];

    g_assert_cmpuint (rows->len, ==, 1);
    g_assert_cmpstr (row->typed, ==, phones[i].typed);
    g_assert_cmpstr (row->e164, ==, phones[i].e164);
    g_assert_cmpstr (row->label, ==, phones[i].label);
  }
}

static void
test_bad_phones (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autofree char *digits = g_strnfill (101, '1');
  g_autoptr (SalonClientDraft) word = new_draft ("Irina", NULL, "no phone");
  g_autoptr (SalonClientDraft) endless = new_draft ("Irina", NULL, digits);
  g_autoptr (SalonClientDraft) twice = new_draft ("Irina", NULL, "29123456");
  gint64 id = 0;
  g_autoptr (GPtrArray) rows = NULL;

  refuse (salon, word, SALON_ERROR_VALIDATION, "phone");
  refuse (salon, endless, SALON_ERROR_VALIDATION, "phone");
  g_ptr_array_add (twice->phones, salon_phone_draft_new (0, "+371 29 123 456", NULL));
  g_ptr_array_add (twice->phones, salon_phone_draft_new (0, "", NULL));
  id = save (salon, twice, NULL);
  rows = phones_of (salon, id);
  g_assert_cmpuint (rows->len, ==, 1);
}

static void
test_phones_keep_their_rows (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", "29123456");
  g_autoptr (GPtrArray) old = phones_of (salon, id);
  gint64 row_id = salon_entity_get_id (old->pdata[0]);
  g_autoptr (SalonClientDraft) draft = edit (salon, id);
  g_autoptr (GPtrArray) rows = NULL;

  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_ptr_array_add (draft->phones, salon_phone_draft_new (0, "67000111", "work"));
  g_ptr_array_add (draft->phones, salon_phone_draft_new (row_id, "29123457", NULL));
  save (salon, draft, NULL);
  rows = phones_of (salon, id);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((SalonClientPhone *) rows->pdata[0])->label, ==, "work");
  g_assert_cmpint (salon_entity_get_id (rows->pdata[1]), ==, row_id);
  g_assert_cmpstr (((SalonClientPhone *) rows->pdata[1])->e164, ==, "+37129123457");
}

static gint64
add_named (SalonFixture *salon, GType type, const char *name)
{
  return salon_fixture_insert (salon, g_object_new (type, "name", name, NULL));
}

static void
expect_links (SalonFixture *salon, GType type, gint64 client, guint n)
{
  g_autoptr (GPtrArray) rows = salon_fixture_find (salon, type, "client_id", client);

  g_assert_cmpuint (rows->len, ==, n);
}

static void
test_tags_and_categories (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 bride = add_named (salon, salon_tag_get_type (), "bride");
  gint64 vip = add_named (salon, salon_tag_get_type (), "vip");
  gint64 gold = add_named (salon, salon_category_get_type (), "Gold");
  gint64 id = salon_fixture_add_client (salon, "Irina", NULL);
  g_autoptr (SalonClientDraft) both = edit (salon, id);
  g_autoptr (SalonClientDraft) one = edit (salon, id);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  both->tag_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (both->tag_ids, bride);
  g_array_append_val (both->tag_ids, vip);
  g_array_append_val (both->tag_ids, vip);
  both->category_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (both->category_ids, gold);
  save (salon, both, NULL);
  expect_links (salon, salon_client_tag_get_type (), id, 2);
  expect_links (salon, salon_client_category_get_type (), id, 1);
  before = salon_fixture_find (salon, salon_client_tag_get_type (), "tag_id", vip);

  one->tag_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (one->tag_ids, vip);
  save (salon, one, NULL);
  expect_links (salon, salon_client_tag_get_type (), id, 1);
  expect_links (salon, salon_client_category_get_type (), id, 1); /* not named, so left alone */
  after = salon_fixture_find (salon, salon_client_tag_get_type (), "tag_id", vip);
  g_assert_cmpint (salon_entity_get_id (after->pdata[0]), ==, salon_entity_get_id (before->pdata[0]));
}

static gint64
add_field (SalonFixture *salon, const char *name, SalonCustomKind kind, const char *options)
{
  return salon_fixture_insert (salon, g_object_new (salon_custom_field_get_type (), "name", name, "kind", (gint64) kind,
                                                    "options", options, NULL));
}

static SalonClientDraft *
custom_draft (SalonFixture *salon, gint64 client, gint64 field, const char *value)
{
  SalonClientDraft *draft = edit (salon, client);

  draft->custom = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_hash_table_insert (draft->custom, g_memdup2 (&field, sizeof field), g_strdup (value));
  return draft;
}

static void
expect_custom (SalonFixture *salon, gint64 client, gint64 field, const char *typed, const char *kept)
{
  g_autoptr (SalonClientDraft) draft = custom_draft (salon, client, field, typed);
  g_autoptr (GPtrArray) rows = NULL;

  save (salon, draft, NULL);
  rows = salon_fixture_find (salon, salon_custom_value_get_type (), "field_id", field);
  g_assert_cmpuint (rows->len, ==, kept != NULL ? 1 : 0);
  if (kept != NULL)
    g_assert_cmpstr (((SalonCustomValue *) rows->pdata[0])->value, ==, kept);
}

static void
test_custom_fields (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", NULL);
  gint64 text = add_field (salon, "Shoe size", SALON_CUSTOM_TEXT, NULL);
  gint64 number = add_field (salon, "Children", SALON_CUSTOM_NUMBER, NULL);
  gint64 day = add_field (salon, "Wedding", SALON_CUSTOM_DATE, NULL);
  gint64 yes = add_field (salon, "Parking", SALON_CUSTOM_YES_NO, NULL);
  gint64 choice = add_field (salon, "Drink", SALON_CUSTOM_CHOICE, "Tea\nCoffee");
  g_autoptr (SalonClientDraft) not_number = custom_draft (salon, id, number, "two");
  g_autoptr (SalonClientDraft) not_day = custom_draft (salon, id, day, "31.06.2025");
  g_autoptr (SalonClientDraft) not_choice = custom_draft (salon, id, choice, "Beer");
  g_autoptr (SalonClientDraft) unknown = custom_draft (salon, id, 4711, "x");

  expect_custom (salon, id, text, " 38 ", "38");
  expect_custom (salon, id, text, "38-39", "38-39");
  expect_custom (salon, id, text, "", NULL);
  expect_custom (salon, id, number, "2,5", "2.5");
  expect_custom (salon, id, day, "2025-06-16", "20255");
  expect_custom (salon, id, day, "20256", "20256");
  expect_custom (salon, id, yes, "yes", "1");
  expect_custom (salon, id, yes, "0", NULL);
  expect_custom (salon, id, choice, "Coffee", "Coffee");
  refuse (salon, not_number, SALON_ERROR_VALIDATION, "Children");
  refuse (salon, not_day, SALON_ERROR_VALIDATION, "Wedding");
  refuse (salon, not_choice, SALON_ERROR_VALIDATION, "Drink");
  refuse (salon, unknown, SALON_ERROR_NOT_FOUND, NULL);
}

static guint
n_found (SalonFixture *salon, const char *text)
{
  SalonFindRequest request = { (char *) text, 10 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonFound) found = salon_session_query_sync (salon->session, &salon_query_find, &request, &error);

  g_assert_no_error (error);
  return found->clients->len;
}

static void
test_archive (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  g_autofree char *before = salon_fixture_dump (salon);
  g_autofree char *after = NULL;
  SalonIdRequest request = { id };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClient) client = NULL;
  SalonDone done;
  SalonDone back;

  g_assert_cmpuint (n_found (salon, "kalnina"), ==, 1);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_archive, &request, &done, &error));
  client = salon_fixture_get (salon, salon_client_get_type (), id);
  g_assert_cmpint (client->archived_at, ==, salon_clock_now_us (salon->clock));
  g_assert_cmpuint (n_found (salon, "kalnina"), ==, 0);
  g_assert_true (salon_fixture_undo (salon, done.operation, NULL, &error));
  after = salon_fixture_dump (salon);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (n_found (salon, "kalnina"), ==, 1);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_archive, &request, &done, &error));
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_unarchive, &request, &back, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_found (salon, "kalnina"), ==, 1);
}

static void
test_photo (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", NULL);
  SalonClientPhoto photo = { id, g_bytes_new_static ("thumb", 5), g_bytes_new_static ("view", 4), 800, 600 };
  SalonClientPhoto none = { id, NULL, NULL, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClient) with = NULL;
  g_autoptr (SalonClient) without = NULL;
  g_autoptr (SalonClient) again = NULL;
  g_autoptr (SalonStoredPhoto) stored = NULL;
  SalonDone done;

  g_assert_true (salon_fixture_submit (salon, &salon_command_client_photo, &photo, NULL, &error));
  with = salon_fixture_get (salon, salon_client_get_type (), id);
  stored = salon_fixture_get (salon, salon_stored_photo_get_type (), with->photo_id);
  g_assert_true (g_bytes_equal (stored->thumb, photo.thumb));
  g_assert_true (g_bytes_equal (stored->view, photo.view));
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_photo, &none, &done, &error));
  without = salon_fixture_get (salon, salon_client_get_type (), id);
  g_assert_cmpint (without->photo_id, ==, 0);
  g_assert_true (salon_fixture_undo (salon, done.operation, NULL, &error));
  g_assert_no_error (error);
  again = salon_fixture_get (salon, salon_client_get_type (), id);
  g_assert_cmpint (again->photo_id, ==, with->photo_id);
  g_bytes_unref (photo.thumb);
  g_bytes_unref (photo.view);
}

/* A draft cannot set what other use cases set. */
static void
test_fixed_fields (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (SalonClientDraft) draft = new_draft ("Irina", NULL, NULL);
  g_autoptr (SalonClient) client = NULL;

  draft->curr->created_at = 1;
  draft->curr->archived_at = 1;
  draft->curr->photo_id = 99;
  client = salon_fixture_get (salon, salon_client_get_type (), save (salon, draft, NULL));
  g_assert_cmpint (client->created_at, ==, salon_clock_now_us (salon->clock));
  g_assert_cmpint (client->archived_at, ==, 0);
  g_assert_cmpint (client->photo_id, ==, 0);
}

static void
test_master_keeps_notes_only (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", "29123456");
  SalonIdRequest request = { id };
  g_autoptr (SalonClientDraft) note = edit (salon, id);
  g_autoptr (SalonClientDraft) name = edit (salon, id);
  g_autoptr (SalonClientDraft) email = edit (salon, id);
  g_autoptr (SalonClientDraft) phone = edit (salon, id);
  g_autoptr (SalonClientDraft) tags = edit (salon, id);
  g_autoptr (SalonClientDraft) fresh = new_draft ("Olga", NULL, NULL);
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (salon, SALON_ROLE_MASTER, 0);
  set (&note->curr->note, "formula 7.1");
  set (&note->curr->alert, "acetone");
  save (salon, note, NULL);
  set (&name->curr->first_name, "Olga");
  refuse (salon, name, SALON_ERROR_PERMISSION, NULL);
  set (&email->curr->email, "a@b.lv");
  refuse (salon, email, SALON_ERROR_PERMISSION, NULL);
  phone->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  refuse (salon, phone, SALON_ERROR_PERMISSION, NULL);
  tags->tag_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  refuse (salon, tags, SALON_ERROR_PERMISSION, NULL);
  refuse (salon, fresh, SALON_ERROR_PERMISSION, NULL);
  g_assert_false (salon_fixture_submit (salon, &salon_command_client_archive, &request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
}

static void
test_desk_may_all (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (SalonClientDraft) draft = new_draft ("Irina", NULL, "29123456");
  SalonIdRequest request = { 0 };
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (salon, SALON_ROLE_ADMINISTRATOR, 0);
  request.id = save (salon, draft, NULL);
  salon_fixture_submit (salon, &salon_command_client_archive, &request, NULL, &error);
  g_assert_no_error (error);
}

static void
test_herself (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", NULL);
  g_autoptr (SalonClientDraft) draft = edit (salon, id);

  draft->curr->referred_by_id = id;
  refuse (salon, draft, SALON_ERROR_VALIDATION, "referred_by_id");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client-save/new", test_new);
  g_test_add_func ("/client-save/name-or-phone", test_name_or_phone);
  g_test_add_func ("/client-save/somebody-is-left", test_somebody_is_left);
  g_test_add_func ("/client-save/edit-undo-redo", test_edit_undo_redo);
  g_test_add_func ("/client-save/new-is-undone", test_new_is_undone);
  g_test_add_func ("/client-save/conflict", test_conflict);
  g_test_add_func ("/client-save/nothing-changed", test_nothing_changed_writes_nothing);
  g_test_add_func ("/client-save/same-uuid-is-one-client", test_same_uuid_is_one_client);
  g_test_add_func ("/client-save/bad-input", test_bad_input);
  g_test_add_func ("/client-save/phones", test_phones);
  g_test_add_func ("/client-save/bad-phones", test_bad_phones);
  g_test_add_func ("/client-save/phones-keep-their-rows", test_phones_keep_their_rows);
  g_test_add_func ("/client-save/tags-and-categories", test_tags_and_categories);
  g_test_add_func ("/client-save/custom-fields", test_custom_fields);
  g_test_add_func ("/client-save/archive", test_archive);
  g_test_add_func ("/client-save/photo", test_photo);
  g_test_add_func ("/client-save/fixed-fields", test_fixed_fields);
  g_test_add_func ("/client-save/master-keeps-notes-only", test_master_keeps_notes_only);
  g_test_add_func ("/client-save/desk-may-all", test_desk_may_all);
  g_test_add_func ("/client-save/herself", test_herself);
  return g_test_run ();
}
