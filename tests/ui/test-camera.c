/* The windows of the camera, from the live picture to the photo in the salon and to the scan.  What the camera sees is drawn
 * by GStreamer, or is a code drawn by libzint. */
#include "card-support.h"
#include "device/drawn-code.h"
#include "gui/parts/by-camera.h"
#include "gui/parts/camera-live.h"
#include "gui/parts/camera-scan.h"
#include "gui/parts/client-photo-edit.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/picker.h"

#include <string.h>

/* Left half red, right half blue: what is mirrored and what is not can be told. */
#define HALVES                                                                                                   \
  "compositor name=mix sink_1::xpos=320 ! video/x-raw,width=640,height=480,framerate=15/1 ! identity name=out "   \
  "videotestsrc is-live=true pattern=red ! video/x-raw,width=320,height=480 ! mix. "                             \
  "videotestsrc is-live=true pattern=blue ! video/x-raw,width=320,height=480 ! mix. out."
#define SMPTE "videotestsrc is-live=true ! video/x-raw,width=640,height=480,framerate=15/1"

static void
set_camera (const char *pipeline)
{
  g_autoptr (GSettings) memory = salon_memory_open ();

  g_settings_set_string (memory, "camera-pipeline", pipeline);
}

/* The window that stands in front of that of @widget. */
static GtkWidget *
front_window (GtkWidget *widget)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());
  GtkWindow *below = GTK_WINDOW (gtk_widget_get_root (widget));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

    if (gtk_window_get_transient_for (window) == below)
      return GTK_WIDGET (window);
  }
  return NULL;
}

static SalonCameraLive *
live_of (GtkWidget *window)
{
  return SALON_CAMERA_LIVE (ui_find (window, SALON_TYPE_CAMERA_LIVE));
}

static GtkWidget *
button_of (GtkWidget *window, const char *label)
{
  return gtk_widget_get_ancestor (ui_find_label (window, label), GTK_TYPE_BUTTON);
}

static GtkWidget *
open_photo (CardTest *test)
{
  GtkWidget *edit = ui_find (test->view, SALON_TYPE_CLIENT_PHOTO_EDIT);

  gtk_widget_activate_action (edit, "photo.take", NULL);
  ui_wait_until (front_window (test->view) != NULL);
  return front_window (test->view);
}

static void
close_front (CardTest *test)
{
  gtk_window_close (GTK_WINDOW (front_window (test->view)));
  ui_wait_until (front_window (test->view) == NULL);
}

/* The colour of a pixel of a picture, each part dark (0) or light (1): "100" is red. */
static char *
colour_at (GdkTexture *texture, double x, double y)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guchar *pixels = g_malloc ((gsize) (4 * width * height));
  const guchar *pixel = pixels + 4 * ((int) (y * height) * width + (int) (x * width));

  gdk_texture_download (texture, pixels, (gsize) (4 * width));
  return g_strdup_printf ("%d%d%d", pixel[2] > 127, pixel[1] > 127, pixel[0] > 127);
}

/* The first pictures may come before both halves are there. */
static gboolean
sees_halves (GtkWidget *window)
{
  const SalonCameraFrame *frame = salon_camera_live_get_frame (live_of (window));
  const guint8 *row = NULL;

  if (frame == NULL)
    return FALSE;
  row = (const guint8 *) g_bytes_get_data (frame->rgb, NULL) + (gsize) (frame->height / 2) * frame->stride;
  return row[3 * 160] > 200 && row[3 * 480 + 2] > 200;
}

static void
test_photo (CardTest *test, gconstpointer data)
{
  GtkWidget *window = NULL;
  const SalonClientPanel *panel = NULL;
  g_autoptr (GdkTexture) kept = NULL;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  set_camera (HALVES);
  card_open (test, test->irina);
  window = open_photo (test);
  ui_wait_until (sees_halves (window));
  ui_wait_until (gtk_widget_is_sensitive (button_of (window, "Take the Photo")));
  g_assert_true (ui_press (window, GDK_KEY_space, 0));
  ui_wait_until (gtk_widget_get_mapped (button_of (window, "Use This Photo")));
  g_assert_true (ui_press (window, GDK_KEY_Return, 0));
  ui_wait_until (front_window (test->view) == NULL);
  ui_wait_until (test->note != NULL);
  g_assert_cmpstr (test->note, ==, "Photo saved: Irina Kalniņa");
  g_assert_cmpint (test->operation, !=, 0);
  ui_wait_until (salon_client_view_peek (SALON_CLIENT_VIEW (test->view))->thumb != NULL);
  panel = salon_client_view_peek (SALON_CLIENT_VIEW (test->view));
  kept = gdk_texture_new_from_bytes (panel->view, NULL);
  g_assert_cmpint (gdk_texture_get_width (kept), ==, 360); /* 3 : 4 of 640 × 480 */
  g_assert_cmpint (gdk_texture_get_height (kept), ==, 480);
  left = colour_at (kept, 0.25, 0.5);
  right = colour_at (kept, 0.75, 0.5);
  g_assert_cmpstr (left, ==, "100"); /* as others see her, though the live picture is a mirror */
  g_assert_cmpstr (right, ==, "001");
}

/* Another one after the first look, a square one; only it is kept. */
static void
test_again (CardTest *test, gconstpointer data)
{
  GtkWidget *window = NULL;
  g_autoptr (GdkTexture) kept = NULL;

  set_camera (SMPTE);
  card_open (test, test->irina);
  window = open_photo (test);
  ui_wait_until (gtk_widget_is_sensitive (button_of (window, "Take the Photo")));
  g_signal_emit_by_name (button_of (window, "Take the Photo"), "clicked");
  ui_wait_until (gtk_widget_get_mapped (button_of (window, "Use This Photo")));
  g_assert_true (salon_camera_live_is_live (live_of (window))); /* no waiting for another one */
  g_signal_emit_by_name (button_of (window, "Take Another One"), "clicked");
  ui_wait_until (gtk_widget_get_mapped (button_of (window, "Take the Photo")));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button_of (window, "1 : 1")), TRUE);
  g_signal_emit_by_name (button_of (window, "Take the Photo"), "clicked");
  g_signal_emit_by_name (button_of (window, "Use This Photo"), "clicked");
  ui_wait_until (test->operation != 0);
  ui_wait_until (salon_client_view_peek (SALON_CLIENT_VIEW (test->view))->view != NULL);
  kept = gdk_texture_new_from_bytes (salon_client_view_peek (SALON_CLIENT_VIEW (test->view))->view, NULL);
  g_assert_cmpint (gdk_texture_get_width (kept), ==, 480);
  g_assert_cmpint (gdk_texture_get_height (kept), ==, 480);
}

/* The photo is of her for whom the camera was opened, whoever calls meanwhile. */
static void
test_whose (CardTest *test, gconstpointer data)
{
  GtkWidget *window = NULL;

  set_camera (SMPTE);
  card_open (test, test->irina);
  window = open_photo (test);
  card_open (test, test->olga);
  ui_wait_until (gtk_widget_is_sensitive (button_of (window, "Take the Photo")));
  g_assert_true (ui_press (window, GDK_KEY_KP_Enter, 0));
  g_assert_true (ui_press (window, GDK_KEY_space, 0));
  ui_wait_until (test->note != NULL);
  g_assert_cmpstr (test->note, ==, "Photo saved: Irina Kalniņa");
  g_assert_null (salon_client_view_peek (SALON_CLIENT_VIEW (test->view))->thumb);
}

/* Closed in the middle of pictures, and before the first: nothing is kept and nobody complains. */
static void
test_leave (CardTest *test, gconstpointer data)
{
  GtkWidget *window = NULL;

  set_camera (SMPTE);
  card_open (test, test->irina);
  for (int i = 0; i < 3; i++) {
    window = open_photo (test);
    ui_wait_until (salon_camera_live_get_frame (live_of (window)) != NULL);
    if (i == 1) {
      g_assert_true (ui_press (window, GDK_KEY_space, 0));
      ui_settle ();
    }
    close_front (test);
  }
  open_photo (test);
  close_front (test);
  ui_settle ();
  g_assert_null (test->note);
  g_assert_null (salon_client_view_peek (SALON_CLIENT_VIEW (test->view))->thumb);
}

/* In words, with a way to try again; a key takes nothing. */
static void
test_no_camera (CardTest *test, gconstpointer data)
{
  GtkWidget *window = NULL;

  set_camera ("v4l2src device=/dev/video-of-nobody");
  card_open (test, test->irina);
  window = open_photo (test);
  ui_wait_until (ui_find_label (window, "The camera is no longer connected. Plug it in and try again.") != NULL);
  g_assert_false (gtk_widget_is_sensitive (button_of (window, "Take the Photo")));
  ui_press (window, GDK_KEY_space, 0);
  g_assert_false (gtk_widget_get_mapped (button_of (window, "Use This Photo")));
  set_camera (SMPTE);
  g_signal_emit_by_name (button_of (window, "Try again"), "clicked");
  ui_wait_until (gtk_widget_is_sensitive (button_of (window, "Take the Photo")));
  close_front (test);
}

/* ---- scanning */

typedef struct {
  GString *scanned;
} Heard;

static void
on_scan (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_string_append_printf (((Heard *) data)->scanned, "%s;", g_variant_get_string (target, NULL));
}

static void
save (DrawnPicture *picture, const char *path)
{
  g_autoptr (SalonCameraFrame) frame = drawn_picture_frame (picture, 0);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (frame->width, frame->height, GDK_MEMORY_R8G8B8, frame->rgb, frame->stride);

  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
test_scan (CardTest *test, gconstpointer data)
{
  Heard heard = { g_string_new (NULL) };
  const GActionEntry entries[] = { { "scan", on_scan, "s", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (DrawnPicture) picture = drawn_picture_new (640, 480, 235);
  g_autofree char *path = g_build_filename (test->fixture->folder, "card.png", NULL);
  g_autofree char *pipeline = g_strdup_printf ("filesrc location=%s ! pngdec ! imagefreeze is-live=true ! video/x-raw,framerate=15/1", path);

  drawn_picture_put (picture, DRAWN_EAN13, "200012345678", 90, 130, 3);
  save (picture, path);
  set_camera (pipeline);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), &heard);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (test->view)), "win", G_ACTION_GROUP (group));
  salon_by_camera_scan (test->view);
  g_assert_nonnull (front_window (test->view));
  ui_wait_until (heard.scanned->len > 0);
  g_assert_cmpstr (heard.scanned->str, ==, "2000123456782;");
  ui_wait_until (front_window (test->view) == NULL);
  ui_settle ();
  g_assert_cmpstr (heard.scanned->str, ==, "2000123456782;");
  g_string_free (heard.scanned, TRUE);
}

/* Nothing to read: the window stays until somebody closes it, while pictures are being looked at. */
static void
test_scan_nothing (CardTest *test, gconstpointer data)
{
  GtkWidget *window = NULL;
  SalonCameraFrame *first = NULL;

  set_camera (SMPTE);
  salon_by_camera_scan (test->view);
  window = front_window (test->view);
  ui_wait_until (salon_camera_live_get_frame (live_of (window)) != NULL);
  first = salon_camera_live_get_frame (live_of (window));
  ui_wait_until (salon_camera_live_get_frame (live_of (window)) != first);
  close_front (test);
}

/* ---- the choice */

/* A camera that is remembered stays in the list while it is not there; another choice is kept. */
static void
test_choice (CardTest *test, gconstpointer data)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autofree char *kept = NULL;
  GtkWidget *choice = NULL;
  SalonPicker *picker = NULL;

  set_camera (SMPTE);
  g_settings_set_string (memory, "camera", "Logitech C920");
  choice = ui_show (salon_by_camera_choice_new ());
  picker = SALON_PICKER (ui_find (choice, SALON_TYPE_PICKER));
  ui_wait_until (salon_camera_live_get_frame (SALON_CAMERA_LIVE (ui_find (choice, SALON_TYPE_CAMERA_LIVE))) != NULL);
  g_assert_cmpstr (salon_picker_get_text (picker), ==, "Logitech C920 (not connected)");
  salon_picker_set_selected (picker, 1);
  kept = g_settings_get_string (memory, "camera");
  g_assert_cmpstr (kept, ==, "");
  g_assert_cmpstr (salon_picker_get_text (picker), ==, "The first that is connected");
  ui_wait_until (salon_camera_live_is_live (SALON_CAMERA_LIVE (ui_find (choice, SALON_TYPE_CAMERA_LIVE))));
  ui_close (choice);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/camera/photo", CardTest, NULL, card_set_up, test_photo, card_tear_down);
  g_test_add ("/camera/again", CardTest, NULL, card_set_up, test_again, card_tear_down);
  g_test_add ("/camera/whose", CardTest, NULL, card_set_up, test_whose, card_tear_down);
  g_test_add ("/camera/leave", CardTest, NULL, card_set_up, test_leave, card_tear_down);
  g_test_add ("/camera/no-camera", CardTest, NULL, card_set_up, test_no_camera, card_tear_down);
  g_test_add ("/camera/scan", CardTest, NULL, card_set_up, test_scan, card_tear_down);
  g_test_add ("/camera/scan-nothing", CardTest, NULL, card_set_up, test_scan_nothing, card_tear_down);
  g_test_add ("/camera/choice", CardTest, NULL, card_set_up, test_choice, card_tear_down);
  return g_test_run ();
}
