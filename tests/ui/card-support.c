/* A salon with one client whom there is much to say about, and a window that hears what her card says. */
#include "card-support.h"
#include "gui/parts/directory.h"
#include "model/entities/client-category.h"
#include "model/entities/category.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/tag.h"
#include "model/store/repo.h"

#define TODAY SALON_FIXTURE_TODAY

static gboolean
fill_card (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), *(gint64 *) data, error);

  client->email = g_strdup ("irina@inbox.lv");
  client->alert = g_strdup ("Allergy: acetone");
  client->note = g_strdup ("Comes with a small dog.");
  client->birth_year = 1988;
  client->birth_month = 6;
  client->birth_mday = 18;
  return salon_repo_update (tx, client, error);
}

static void
add_words (CardTest *test)
{
  SalonTag *tag = salon_tag_new ();
  SalonCategory *category = salon_category_new ();
  SalonClientTag *has_tag = salon_client_tag_new ();
  SalonClientCategory *has_category = salon_client_category_new ();

  tag->name = g_strdup ("bride");
  category->name = g_strdup ("VIP");
  category->color = 0x7a2e62;
  has_tag->client_id = has_category->client_id = test->irina;
  has_tag->tag_id = salon_fixture_insert (test->fixture, tag);
  has_category->category_id = salon_fixture_insert (test->fixture, category);
  salon_fixture_insert (test->fixture, has_tag);
  salon_fixture_insert (test->fixture, has_category);
}

static void
add_visits (CardTest *test)
{
  SalonFixture *fixture = test->fixture;
  gint64 maria = salon_fixture_add_employee (fixture, "Maria");
  gint64 room = salon_fixture_add_room (fixture, "Room 2", 1);
  gint64 manicure = salon_fixture_add_service (fixture, "Manicure", 60, 3500);

  salon_fixture_add_zone (fixture, "hands");
  for (int i = 1; i <= 4; i++)
    salon_fixture_add_visit (fixture, test->irina, TODAY - 14 * i, 600, SALON_VISIT_DONE, manicure, maria, room);
  salon_fixture_add_visit (fixture, test->irina, TODAY - 3, 600, SALON_VISIT_NO_SHOW, manicure, maria, room);
  test->visit = salon_fixture_add_visit (fixture, test->irina, TODAY + 2, 720, SALON_VISIT_CONFIRMED, manicure, maria, room);
}

static void
on_toast (GSimpleAction *action, GVariant *target, gpointer data)
{
  CardTest *test = data;
  const char *operation = NULL;

  g_free (test->note);
  g_variant_get (target, "(s&s)", &test->note, &operation);
  test->operation = g_ascii_strtoll (operation, NULL, 10);
}

static void
on_open (GSimpleAction *action, GVariant *target, gpointer data)
{
  ((CardTest *) data)->opened = g_variant_get_int64 (target);
}

static void
on_loaded (SalonClientView *view, CardTest *test)
{
  test->n_loaded++;
}

/* Hears the actions of the window around @widget. */
void
card_listen (CardTest *test, GtkWidget *widget)
{
  const GActionEntry entries[] = { { "toast", on_toast, "(ss)", NULL, NULL, { 0 } },
                                   { "open-visit", on_open, "x", NULL, NULL, { 0 } },
                                   { "open-client", on_open, "x", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), test);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), "win", G_ACTION_GROUP (group));
}

void
card_set_up (CardTest *test, gconstpointer data)
{
  test->fixture = salon_fixture_new ();
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", "+371 29 123 456");
  test->olga = salon_fixture_add_client (test->fixture, "Olga Petrova", NULL);
  salon_fixture_write (test->fixture, fill_card, &test->irina);
  add_words (test);
  add_visits (test);
  test->view = ui_show (salon_client_view_new (test->fixture->session));
  g_signal_connect (test->view, "loaded", G_CALLBACK (on_loaded), test);
  card_listen (test, test->view);
  ui_wait_until (salon_directory_is_ready (salon_directory_of (test->fixture->session)));
}

void
card_tear_down (CardTest *test, gconstpointer data)
{
  ui_settle ();
  ui_close (test->view);
  g_clear_pointer (&test->fixture, salon_fixture_free);
  g_clear_pointer (&test->note, g_free);
}

/* Shows a client and waits until her card is there. */
void
card_open (CardTest *test, gint64 client)
{
  salon_client_view_set_client (SALON_CLIENT_VIEW (test->view), client);
  ui_wait_until (salon_client_view_peek (SALON_CLIENT_VIEW (test->view)) != NULL);
  ui_settle ();
}

static GtkWidget *
find_line (GtkWidget *root, const char *label)
{
  if (SALON_IS_CLIENT_LINE (root) && g_str_equal (salon_client_line_get_label (SALON_CLIENT_LINE (root)), label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_line (child, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

SalonClientLine *
card_line (CardTest *test, const char *label)
{
  GtkWidget *line = find_line (test->view, label);

  g_assert_nonnull (line);
  return SALON_CLIENT_LINE (line);
}

SalonInlineEdit *
card_edit (CardTest *test, const char *label)
{
  return SALON_INLINE_EDIT (ui_find (GTK_WIDGET (card_line (test, label)), SALON_TYPE_INLINE_EDIT));
}

/* Types a text into an open field and takes it by the key for it. */
void
card_type (SalonInlineEdit *edit, const char *text)
{
  GtkWidget *view = ui_find (GTK_WIDGET (edit), GTK_TYPE_TEXT_VIEW);
  GtkWidget *entry = ui_find (GTK_WIDGET (edit), GTK_TYPE_ENTRY);

  g_assert_true (salon_inline_edit_is_editing (edit));
  if (view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_assert_true (ui_press (view != NULL ? view : entry, GDK_KEY_Return, view != NULL ? GDK_CONTROL_MASK : 0));
}

static gboolean
is_seen (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
says (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && is_seen (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* Whether some label that can be seen has this in its text. */
gboolean
card_says (CardTest *test, const char *text)
{
  return says (test->view, text);
}
