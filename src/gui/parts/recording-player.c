/* Plays a recording: in place where GTK has a module for media, else with the player of the system.  Nothing plays
 * before somebody presses the button.  A file that is gone is said to be gone. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/recording-player.h"
#include "gui/widgets/build.h"
#include "gui/widgets/shell.h"
#include "model/rules/recording.h"

struct _SalonRecordingPlayer {
  GtkWidget parent_instance;

  char *recording;
  GtkWidget *button;
  GtkWidget *controls; /* NULL until it plays here */
};

G_DEFINE_FINAL_TYPE (SalonRecordingPlayer, salon_recording_player, GTK_TYPE_WIDGET)

/* Without a module GTK has one that plays nothing, and lists it under this name. */
static gboolean
can_play_here (void)
{
  GIOExtensionPoint *point = g_io_extension_point_lookup ("gtk-media-file");
  GList *list = point != NULL ? g_io_extension_point_get_extensions (point) : NULL;

  for (; list != NULL; list = list->next)
    if (!g_str_has_prefix (g_io_extension_get_name (list->data), "no"))
      return TRUE;
  return FALSE;
}

static void
say (GtkWidget *widget, const char *format, const char *what)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strconcat (parts[0], what, parts[1], NULL);

  salon_shell_toast (widget, text);
}

/* ---- with the player of the system */

static void
on_launched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonRecordingPlayer) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    say (GTK_WIDGET (self), _("No program of this computer plays the recording: %s"), error->message);
}

static void
play_elsewhere (SalonRecordingPlayer *self, const char *uri)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched, g_object_ref (self));
}

/* ---- in place */

static void
on_media_error (GtkMediaStream *stream, GParamSpec *spec, SalonRecordingPlayer *self)
{
  g_autofree char *uri = NULL;

  if (gtk_media_stream_get_error (stream) == NULL || self->controls == NULL)
    return;
  gtk_widget_unparent (g_steal_pointer (&self->controls));
  uri = salon_recording_uri (self->recording, NULL);
  if (uri != NULL)
    play_elsewhere (self, uri);
}

static void
play_here (SalonRecordingPlayer *self, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  GtkMediaStream *stream = gtk_media_file_new_for_file (file);

  self->controls = gtk_media_controls_new (stream);
  gtk_widget_set_hexpand (self->controls, TRUE);
  gtk_widget_set_parent (self->controls, GTK_WIDGET (self));
  g_signal_connect_object (stream, "notify::error", G_CALLBACK (on_media_error), self, 0);
  gtk_media_stream_play (stream);
  g_object_unref (stream);
}

static void
on_play (GtkButton *button, SalonRecordingPlayer *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = salon_recording_uri (self->recording, &error);
  g_autofree char *path = uri != NULL ? salon_recording_path (self->recording) : NULL;

  if (uri == NULL)
    salon_shell_toast (GTK_WIDGET (self), error->message);
  else if (path != NULL && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    say (GTK_WIDGET (self), _("The recording is not there any more: %s"), path);
  else if (self->controls != NULL)
    gtk_media_stream_play (gtk_media_controls_get_media_stream (GTK_MEDIA_CONTROLS (self->controls)));
  else if (can_play_here ())
    play_here (self, uri);
  else
    play_elsewhere (self, uri);
}

/* ---- object */

static void
salon_recording_player_dispose (GObject *object)
{
  SalonRecordingPlayer *self = SALON_RECORDING_PLAYER (object);

  self->controls = NULL;
  salon_dispose_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (salon_recording_player_parent_class)->dispose (object);
}

static void
salon_recording_player_finalize (GObject *object)
{
  g_free (SALON_RECORDING_PLAYER (object)->recording);
  G_OBJECT_CLASS (salon_recording_player_parent_class)->finalize (object);
}

static void
salon_recording_player_class_init (SalonRecordingPlayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_recording_player_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_recording_player_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_recording_player_init (SalonRecordingPlayer *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 9);
}

/**
 * salon_recording_player_new:
 * @recording: path of a file, or an address
 *
 * Returns: (transfer floating): a button that plays it, and where it lies
 */
GtkWidget *
salon_recording_player_new (const char *recording)
{
  SalonRecordingPlayer *self = g_object_new (SALON_TYPE_RECORDING_PLAYER, NULL);
  g_autofree char *path = salon_recording_path (recording);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup (recording);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = salon_label_new (name, "salon-secondary");

  self->recording = g_strdup (recording);
  self->button = gtk_button_new ();
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("salon-play-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (C_ ("recording", "Play")));
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  salon_set_accessible_label (self->button, _("Play the recording"));
  gtk_widget_add_css_class (self->button, "salon-outlined");
  g_signal_connect (self->button, "clicked", G_CALLBACK (on_play), self);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  salon_set_tooltip (label, recording);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
