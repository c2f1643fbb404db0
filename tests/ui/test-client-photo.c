/* The photo on the card: from a file and from the clipboard, decoded by the helper; what is no picture is refused in a
 * sentence. */
#include "card-support.h"
#include "gui/parts/client-photo-edit.h"
#include "gui/widgets/photo.h"
#include "support/pictures.h"

static const SalonClientPanel *
panel_of (CardTest *test)
{
  return salon_client_view_peek (SALON_CLIENT_VIEW (test->view));
}

static SalonClientPhotoEdit *
photo_of (CardTest *test)
{
  return SALON_CLIENT_PHOTO_EDIT (ui_find (test->view, SALON_TYPE_CLIENT_PHOTO_EDIT));
}

static GFile *
write_file (CardTest *test, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (test->fixture->folder, "given", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
give (CardTest *test, GBytes *bytes)
{
  g_autoptr (GFile) file = write_file (test, bytes);

  salon_client_photo_edit_take_file (photo_of (test), file);
}

static void
test_file (CardTest *test, gconstpointer data)
{
  g_autoptr (GBytes) picture = test_picture_make ("jpeg", 400, 300);
  SalonPhoto *face = NULL;

  card_open (test, test->irina);
  face = SALON_PHOTO (ui_find (GTK_WIDGET (photo_of (test)), SALON_TYPE_PHOTO));
  g_assert_null (salon_photo_get_texture (face));
  give (test, picture);
  ui_wait_until (panel_of (test)->thumb != NULL);
  g_assert_cmpstr (test->note, ==, "Photo saved: Irina Kalniņa");
  g_assert_cmpint (test->operation, !=, 0);
  g_assert_nonnull (salon_photo_get_texture (face));
  gtk_widget_activate_action (GTK_WIDGET (photo_of (test)), "photo.remove", NULL);
  ui_wait_until (panel_of (test)->thumb == NULL);
  g_assert_null (salon_photo_get_texture (face));
}

/* The picture belongs to who was shown when it was given, not to who is shown when it is ready. */
static void
test_file_while_going_on (CardTest *test, gconstpointer data)
{
  g_autoptr (GBytes) picture = test_picture_make ("png", 300, 300);

  card_open (test, test->irina);
  give (test, picture);
  card_open (test, test->olga);
  ui_wait_until (test->operation != 0);
  g_assert_cmpstr (test->note, ==, "Photo saved: Irina Kalniņa");
  g_assert_null (panel_of (test)->thumb);
  card_open (test, test->irina);
  g_assert_nonnull (panel_of (test)->thumb);
}

static void
test_no_picture (CardTest *test, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Irina", 5);

  card_open (test, test->irina);
  give (test, text);
  ui_wait_until (test->note != NULL);
  g_assert_cmpstr (test->note, ==, "This file is not a picture.");
  g_assert_cmpint (test->operation, ==, 0);
  ui_settle ();
  g_assert_null (panel_of (test)->thumb);
}

static void
test_paste (CardTest *test, gconstpointer data)
{
  g_autoptr (GBytes) picture = test_picture_make ("png", 300, 300);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("image/png", picture);
  GtkWidget *photo = NULL;

  card_open (test, test->irina);
  photo = GTK_WIDGET (photo_of (test));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (photo), provider);
  g_assert_true (ui_press (photo, GDK_KEY_v, GDK_CONTROL_MASK));
  ui_wait_until (panel_of (test)->thumb != NULL);
  g_assert_cmpstr (test->note, ==, "Photo saved: Irina Kalniņa");
}

static void
test_paste_nothing (CardTest *test, gconstpointer data)
{
  GtkWidget *photo = NULL;

  card_open (test, test->irina);
  photo = GTK_WIDGET (photo_of (test));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (photo), "Irina");
  g_assert_true (ui_press (photo, GDK_KEY_v, GDK_CONTROL_MASK));
  ui_wait_until (test->note != NULL);
  g_assert_cmpstr (test->note, ==, "There is no picture to paste. Copy a picture or a picture file first.");
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/client-photo/file", CardTest, NULL, card_set_up, test_file, card_tear_down);
  g_test_add ("/client-photo/file-while-going-on", CardTest, NULL, card_set_up, test_file_while_going_on, card_tear_down);
  g_test_add ("/client-photo/no-picture", CardTest, NULL, card_set_up, test_no_picture, card_tear_down);
  g_test_add ("/client-photo/paste", CardTest, NULL, card_set_up, test_paste, card_tear_down);
  g_test_add ("/client-photo/paste-nothing", CardTest, NULL, card_set_up, test_paste_nothing, card_tear_down);
  return g_test_run ();
}
