/* Pictures that people give.
 *
 * What is dropped or pasted is taken as the bytes of a file and goes to the decoding helper: GdkTexture as the type of
 * a drop would have GTK decode it right here, and such bytes may come from any web page. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "base/error.h"
#include "base/image-frame.h"
#include "gui/parts/picture-source.h"
#include "gui/widgets/compat.h"

#define FIELD "photo"
#define CHUNK (256 * 1024)

static const char *const mime_types[] = { "image/png", "image/jpeg", "image/webp", "image/tiff", "image/bmp", NULL };

/* ---- decoding on a thread */

typedef struct {
  GFile *file;       /* one of these */
  GByteArray *bytes;
  GInputStream *stream;
  GdkTexture *texture;
} Source;

static void
source_free (Source *source)
{
  g_clear_object (&source->file);
  g_clear_object (&source->stream);
  g_clear_object (&source->texture);
  g_clear_pointer (&source->bytes, g_byte_array_unref);
  g_free (source);
}

static void
decode_in_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Source *source = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SalonImage) image = NULL;

  if (source->file != NULL)
    bytes = salon_image_load_file (source->file, cancellable, &error);
  else if (source->texture != NULL)
    bytes = gdk_texture_save_to_png_bytes (source->texture);
  else
    bytes = g_byte_array_free_to_bytes (g_steal_pointer (&source->bytes));
  if (bytes != NULL && salon_image_decode (bytes, SALON_IMAGE_TIME_LIMIT_MS, cancellable, &image, &error))
    g_task_return_pointer (task, g_steal_pointer (&image), (GDestroyNotify) salon_image_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GTask *
task_new (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, salon_picture_finish);
  g_task_set_task_data (task, g_new0 (Source, 1), (GDestroyNotify) source_free);
  return task;
}

static void
refuse (GTask *task, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  salon_set_field_error (&error, FIELD, "%s", sentence);
  g_task_return_error (task, g_steal_pointer (&error));
}

/* ---- bytes that another program hands over, piece by piece */

static void on_piece (GObject *object, GAsyncResult *result, gpointer data);

static void
read_piece (GTask *task)
{
  Source *source = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (source->stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), on_piece, task);
}

static void
on_piece (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Source *source = g_task_get_task_data (task);
  g_autoptr (GBytes) piece = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, NULL);

  if (piece == NULL) {
    refuse (task, _("The picture did not arrive."));
    return;
  }
  if (g_bytes_get_size (piece) == 0) {
    salon_run_aside (task, decode_in_thread);
    return;
  }
  g_byte_array_append (source->bytes, g_bytes_get_data (piece, NULL), (guint) g_bytes_get_size (piece));
  if (source->bytes->len > SALON_IMAGE_MAX_FILE)
    refuse (task, _("The picture is too large."));
  else
    read_piece (g_steal_pointer (&task));
}

static void
take_stream (GTask *task, GInputStream *stream)
{
  Source *source = g_task_get_task_data (task);

  if (stream == NULL) {
    refuse (task, _("The picture did not arrive."));
    g_object_unref (task);
    return;
  }
  source->stream = stream;
  source->bytes = g_byte_array_new ();
  read_piece (task);
}

static void
take_files (GTask *task, const GValue *value)
{
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;
  Source *source = g_task_get_task_data (task);

  if (files == NULL) {
    refuse (task, _("The picture did not arrive."));
  } else {
    source->file = g_object_ref (files->data);
    salon_run_aside (task, decode_in_thread);
  }
  g_object_unref (task);
}

/* ---- drop */

static void
on_drop_stream (GObject *object, GAsyncResult *result, gpointer data)
{
  take_stream (data, gdk_drop_read_finish (GDK_DROP (object), result, NULL, NULL));
}

static void
on_drop_files (GObject *object, GAsyncResult *result, gpointer data)
{
  take_files (data, gdk_drop_read_value_finish (GDK_DROP (object), result, NULL));
}

static gboolean
has_picture (GdkContentFormats *formats)
{
  for (guint i = 0; mime_types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, mime_types[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_files (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
         || gdk_content_formats_contain_mime_type (formats, "text/uri-list");
}

/**
 * salon_picture_formats:
 *
 * Returns: (transfer full): what a drop target for pictures accepts
 */
GdkContentFormats *
salon_picture_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  for (guint i = 0; mime_types[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, mime_types[i]);
  gdk_content_formats_builder_add_mime_type (builder, "text/uri-list");
  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  return gdk_content_formats_builder_free_to_formats (builder);
}

/**
 * salon_picture_ask_file:
 * @title: of the window of files, translated
 *
 * Asks for the file of a picture; answered by salon_compat_choose_file_finish().
 */
void
salon_picture_ask_file (GtkWidget *from, const char *title, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/*");
  g_list_store_append (filters, pictures);
  salon_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (from)), GTK_FILE_CHOOSER_ACTION_OPEN, title, NULL,
                            G_LIST_MODEL (filters), callback, data);
}

/**
 * salon_picture_from_file:
 * @file: what the user chose
 *
 * Decodes a file on a thread; answered by salon_picture_finish().
 */
void
salon_picture_from_file (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = task_new (cancellable, callback, data);
  Source *source = g_task_get_task_data (task);

  source->file = g_object_ref (file);
  salon_run_aside (task, decode_in_thread);
}

/**
 * salon_picture_from_texture:
 * @texture: from memory, as a camera makes it
 *
 * Makes the same of it as of a file, on a thread; answered by salon_picture_finish().
 */
void
salon_picture_from_texture (GdkTexture *texture, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = task_new (cancellable, callback, data);
  Source *source = g_task_get_task_data (task);

  source->texture = g_object_ref (texture);
  salon_run_aside (task, decode_in_thread);
}

/**
 * salon_picture_from_drop:
 * @drop: of a target for salon_picture_formats(); the caller finishes it when the answer is there
 *
 * A picture is preferred to a file: a browser offers both, and the file is somewhere in the net.
 */
void
salon_picture_from_drop (GdkDrop *drop, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = task_new (cancellable, callback, data);
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  if (has_picture (formats)) {
    gdk_drop_read_async (drop, (const char **) mime_types, G_PRIORITY_DEFAULT, cancellable, on_drop_stream, task);
  } else if (has_files (formats)) {
    gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, on_drop_files, task);
  } else {
    refuse (task, _("What was dropped is not a picture."));
    g_object_unref (task);
  }
}

/* ---- clipboard */

static void
on_clipboard_stream (GObject *object, GAsyncResult *result, gpointer data)
{
  take_stream (data, gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL));
}

static void
on_clipboard_files (GObject *object, GAsyncResult *result, gpointer data)
{
  take_files (data, gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL));
}

/**
 * salon_picture_from_clipboard:
 *
 * Decodes what was copied, a picture or a file; answered by salon_picture_finish().
 */
void
salon_picture_from_clipboard (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data)
{
  GTask *task = task_new (cancellable, callback, data);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (has_picture (formats)) {
    gdk_clipboard_read_async (clipboard, (const char **) mime_types, G_PRIORITY_DEFAULT, cancellable,
                              on_clipboard_stream, task);
  } else if (has_files (formats)) {
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable,
                                    on_clipboard_files, task);
  } else {
    refuse (task, _("There is no picture to paste. Copy a picture or a picture file first."));
    g_object_unref (task);
  }
}

/**
 * salon_picture_finish:
 *
 * Returns: (transfer full) (nullable): the decoded picture; %NULL with a whole sentence for the user
 */
SalonImage *
salon_picture_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, salon_picture_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
