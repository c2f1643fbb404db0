/* The form for a new client: what was typed stands in its fields, who is there already is shown, nothing is lost. */
#include "base/error.h"
#include "card-support.h"
#include "gui/parts/duplicates.h"
#include "gui/parts/new-client-draft.h"
#include "gui/parts/new-client-form.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/form-field.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"

typedef struct {
  CardTest card; /* its view is the form here */
  gint64 created;
  guint n_created;
  guint n_left;
} FormTest;

static void
on_created (SalonNewClientForm *form, gint64 id, FormTest *test)
{
  test->created = id;
  test->n_created++;
}

static void
on_left (SalonNewClientForm *form, FormTest *test)
{
  test->n_left++;
}

static void
set_up (FormTest *test, gconstpointer data)
{
  test->card.fixture = salon_fixture_new ();
  test->card.irina = salon_fixture_add_client (test->card.fixture, "Irina Kalniņa", "+371 29 123 456");
  test->card.view = ui_show (salon_new_client_form_new (test->card.fixture->session));
  card_listen (&test->card, test->card.view);
  g_signal_connect (test->card.view, "created", G_CALLBACK (on_created), test);
  g_signal_connect (test->card.view, "left", G_CALLBACK (on_left), test);
}

static void
tear_down (FormTest *test, gconstpointer data)
{
  card_tear_down (&test->card, data);
}

static void
open_form (FormTest *test, const char *typed)
{
  salon_new_client_form_open (SALON_NEW_CLIENT_FORM (test->card.view), typed);
  ui_settle ();
}

static SalonFormField *
find_field (GtkWidget *root, const char *name)
{
  if (SALON_IS_FORM_FIELD (root) && g_strcmp0 (salon_form_field_get_name (SALON_FORM_FIELD (root)), name) == 0)
    return SALON_FORM_FIELD (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    SalonFormField *found = find_field (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkEditable *
entry (FormTest *test, const char *name)
{
  return GTK_EDITABLE (salon_form_field_get_control (find_field (test->card.view, name)));
}

static const char *
text (FormTest *test, const char *name)
{
  return gtk_editable_get_text (entry (test, name));
}

static void
press_enter (FormTest *test)
{
  g_signal_emit_by_name (entry (test, "first_name"), "activate");
}

static void
test_creates (FormTest *test, gconstpointer data)
{
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (GPtrArray) phones = NULL;

  open_form (test, "anna ozola 26400224");
  g_assert_cmpstr (text (test, "first_name"), ==, "Anna");
  g_assert_cmpstr (text (test, "surname"), ==, "Ozola");
  g_assert_cmpstr (text (test, "phone"), ==, "26400224");
  press_enter (test);
  press_enter (test);
  ui_wait_until (test->created != 0);
  ui_settle ();
  g_assert_cmpuint (test->n_created, ==, 1);
  g_assert_cmpstr (test->card.note, ==, "New client: Anna Ozola");
  client = salon_fixture_get (test->card.fixture, salon_client_get_type (), test->created);
  phones = salon_fixture_find (test->card.fixture, salon_client_phone_get_type (), "client_id", test->created);
  g_assert_cmpstr (client->surname, ==, "Ozola");
  g_assert_cmpstr (((SalonClientPhone *) phones->pdata[0])->e164, ==, "+37126400224");
  g_assert_cmpuint (salon_fixture_count (test->card.fixture, salon_client_get_type ()), ==, 2);
  g_assert_cmpstr (text (test, "first_name"), ==, "");
}

static void
test_marks_what_is_wrong (FormTest *test, gconstpointer data)
{
  open_form (test, "Anna");
  gtk_editable_set_text (entry (test, "email"), "anna at inbox");
  press_enter (test);
  ui_wait_until (salon_form_field_get_error (find_field (test->card.view, "email")) != NULL);
  g_assert_cmpuint (test->n_created, ==, 0);
  g_assert_cmpstr (text (test, "email"), ==, "anna at inbox");
  g_assert_cmpstr (text (test, "first_name"), ==, "Anna");
  gtk_editable_set_text (entry (test, "email"), "anna@inbox.lv");
  g_assert_null (salon_form_field_get_error (find_field (test->card.view, "email")));
  press_enter (test);
  ui_wait_until (test->n_created == 1);
}

static void
test_needs_a_name_or_a_phone (FormTest *test, gconstpointer data)
{
  open_form (test, NULL);
  press_enter (test);
  ui_wait_until (salon_form_field_get_error (find_field (test->card.view, "first_name")) != NULL);
  gtk_editable_set_text (entry (test, "phone"), "26400224");
  press_enter (test);
  ui_wait_until (test->n_created == 1);
}

static void
test_says_who_she_may_be (FormTest *test, gconstpointer data)
{
  SalonDuplicates *duplicates = SALON_DUPLICATES (ui_find (test->card.view, SALON_TYPE_DUPLICATES));

  open_form (test, "Anna");
  ui_settle ();
  g_assert_cmpuint (salon_duplicates_get_n (duplicates), ==, 0);
  gtk_editable_set_text (entry (test, "phone"), "29123456");
  ui_wait_until (salon_duplicates_get_n (duplicates) == 1);
  g_signal_emit_by_name (ui_find (GTK_WIDGET (duplicates), GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpint (test->card.opened, ==, test->card.irina);
  gtk_editable_set_text (entry (test, "phone"), "");
  ui_wait_until (salon_duplicates_get_n (duplicates) == 0);
}

static void
test_esc_keeps (FormTest *test, gconstpointer data)
{
  SalonBanner *banner = SALON_BANNER (ui_find (test->card.view, SALON_TYPE_BANNER));

  open_form (test, "Anna Ozola");
  gtk_editable_set_text (entry (test, "email"), "anna@inbox.lv");
  g_assert_true (ui_press (test->card.view, GDK_KEY_Escape, 0));
  g_assert_cmpuint (test->n_left, ==, 1);
  open_form (test, "Jana");
  g_assert_cmpstr (text (test, "first_name"), ==, "Jana");
  g_assert_cmpstr (text (test, "email"), ==, "");
  g_assert_true (salon_banner_is_shown (banner));
  gtk_widget_activate_action (test->card.view, "new-client.restore", NULL);
  g_assert_cmpstr (text (test, "first_name"), ==, "Anna");
  g_assert_cmpstr (text (test, "email"), ==, "anna@inbox.lv");
  open_form (test, NULL);
  g_assert_cmpstr (text (test, "surname"), ==, "Ozola");
  press_enter (test);
  ui_wait_until (test->n_created == 1);
  open_form (test, NULL);
  g_assert_cmpstr (text (test, "surname"), ==, "");
}

/* ---- what was typed in one line */

static void
test_typed (void)
{
  const struct {
    const char *typed;
    const char *first_name;
    const char *surname;
    const char *phone;
    const char *email;
  } rows[] = {
    { "anna ozola", "Anna", "Ozola", "", "" },
    { "Анна", "Анна", "", "", "" },
    { "29123456", "", "", "29123456", "" },
    { "+371 29 123 456", "", "", "+371 29 123 456", "" },
    { "anna +371 29 123 456", "Anna", "", "+371 29 123 456", "" },
    { "anna-maria ozola-kalniņa 29123456", "Anna-Maria", "Ozola-Kalniņa", "29123456", "" },
    { "Ilze de Vries", "Ilze", "de Vries", "", "" },
    { "anna@inbox.lv", "", "", "", "anna@inbox.lv" },
    { "anna 2", "Anna", "2", "", "" },
    { "", "", "", "", "" },
    { "   ", "", "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonNewClientDraft) draft = salon_new_client_draft_new_typed (rows[i].typed);

    g_assert_cmpstr (draft->first_name, ==, rows[i].first_name);
    g_assert_cmpstr (draft->surname, ==, rows[i].surname);
    g_assert_cmpstr (draft->phone, ==, rows[i].phone);
    g_assert_cmpstr (draft->email, ==, rows[i].email);
  }
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/new-client/typed", test_typed);
  g_test_add ("/new-client/creates", FormTest, NULL, set_up, test_creates, tear_down);
  g_test_add ("/new-client/marks-what-is-wrong", FormTest, NULL, set_up, test_marks_what_is_wrong, tear_down);
  g_test_add ("/new-client/needs-a-name-or-a-phone", FormTest, NULL, set_up, test_needs_a_name_or_a_phone, tear_down);
  g_test_add ("/new-client/says-who-she-may-be", FormTest, NULL, set_up, test_says_who_she_may_be, tear_down);
  g_test_add ("/new-client/esc-keeps", FormTest, NULL, set_up, test_esc_keeps, tear_down);
  return g_test_run ();
}
