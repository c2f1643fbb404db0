/* The client of the picture decoder (src/helper): starts it for one picture, believes nothing that it says without
   a check, and ends it when its time is over. */
#include "config.h"
#include "base/image-decode.h"
#include "base/error.h"
#include "base/image-frame.h"
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define FIELD        "photo"
#define HEADER_BYTES (SALON_IMAGE_N_WORDS * sizeof (guint32))

/* One byte more than the longest frame, to notice a longer one. */
#define ANSWER_BYTES (HEADER_BYTES + SALON_IMAGE_MAX_THUMB + SALON_IMAGE_MAX_VIEW + 1)

typedef struct {
  GCancellable *stop;
  guint8 *answer;
  gsize length;
  gboolean done;
  gboolean timed_out;
  GMainContext *context; /* of the thread that reads */
} Reading;

/* Rounded up, so that what is refused never reads like the limit itself. */
static guint
in_millions (guint64 amount, guint64 million)
{
  return (guint) ((amount + million - 1) / million);
}

static void
refuse_file_size (guint64 bytes, GError **error)
{
  salon_set_field_error (error, FIELD, _("The picture file is too large: %u MB; at most %u MB can be read."),
                         in_millions (bytes, 1 << 20), in_millions (SALON_IMAGE_MAX_FILE, 1 << 20));
}

static void
refuse_size (guint32 width, guint32 height, GError **error)
{
  guint64 pixels = (guint64) width * height;

  if (pixels > SALON_IMAGE_MAX_PIXELS)
    salon_set_field_error (error, FIELD,
                           _("The picture is too large: %u × %u is %u megapixels; at most %u megapixels can be read."),
                           width, height, in_millions (pixels, 1000000),
                           in_millions (SALON_IMAGE_MAX_PIXELS, 1000000));
  else
    salon_set_field_error (error, FIELD,
                           _("The picture is too large: %u × %u; at most %u pixels a side can be read."), width,
                           height, SALON_IMAGE_MAX_SIDE);
}

static void
refuse_kind (const char *kind, GError **error)
{
  if (kind[0] == '\0')
    salon_set_field_error (error, FIELD,
                           _("Pictures of this kind cannot be read. Save the picture as JPEG or PNG first."));
  else
    /* Translators: %s is the name of a file format, for example HEIC. */
    salon_set_field_error (error, FIELD,
                           _("Pictures of the kind %s cannot be read. Save the picture as JPEG or PNG first."), kind);
}

static void
refuse_limits (GError **error)
{
  salon_set_field_error (error, FIELD,
                         _("The picture could not be read: it needs too much memory or time. "
                           "It may be damaged; save a smaller copy of it and try again."));
}

static void
refuse_failed (GError **error)
{
  salon_set_error (error, SALON_ERROR_IO,
                   _("The picture could not be read because the program part that reads pictures failed."));
}

static guint32
word (const guint8 *answer, SalonImageWord which)
{
  guint32 value = 0;

  memcpy (&value, answer + which * sizeof value, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* The sentence for a refusal. */
static void
refuse (SalonImageStatus status, const guint8 *frame, GError **error)
{
  char kind[5] = "";

  switch (status) {
  case SALON_IMAGE_NOT_IMAGE:
    salon_set_field_error (error, FIELD, _("This file is not a picture."));
    return;
  case SALON_IMAGE_TOO_LARGE:
    refuse_size (word (frame, SALON_IMAGE_WORD_WIDTH), word (frame, SALON_IMAGE_WORD_HEIGHT), error);
    return;
  case SALON_IMAGE_DAMAGED:
    salon_set_field_error (error, FIELD, _("The picture is damaged: it ends too early or is broken inside."));
    return;
  case SALON_IMAGE_LIMITS:
    refuse_limits (error);
    return;
  case SALON_IMAGE_KIND:
    memcpy (kind, frame + SALON_IMAGE_WORD_KIND * sizeof (guint32), 4);
    for (char *at = kind; *at != '\0'; at++)
      if (!g_ascii_isalnum (*at))
        *at = '\0';
    refuse_kind (kind, error);
    return;
  case SALON_IMAGE_OK:
  case SALON_IMAGE_FAILED:
  default:
    refuse_failed (error);
  }
}

static gboolean
is_jpeg (const guint8 *data, gsize length)
{
  return length >= 4 && data[0] == 0xff && data[1] == 0xd8 && data[length - 2] == 0xff && data[length - 1] == 0xd9;
}

static gboolean
side_is_valid (guint32 side, guint32 most)
{
  return side >= 1 && side <= most;
}

/* Returns: (transfer full) (nullable): what the frame holds, if every word of it makes sense */
static SalonImage *
image_from_frame (const guint8 *answer, gsize length)
{
  guint32 thumb_length = word (answer, SALON_IMAGE_WORD_THUMB_LENGTH);
  guint32 view_length = word (answer, SALON_IMAGE_WORD_VIEW_LENGTH);
  guint32 width = word (answer, SALON_IMAGE_WORD_VIEW_WIDTH);
  guint32 height = word (answer, SALON_IMAGE_WORD_VIEW_HEIGHT);
  const guint8 *thumb = answer + HEADER_BYTES;
  SalonImage *image = NULL;

  if (thumb_length > SALON_IMAGE_MAX_THUMB || view_length > SALON_IMAGE_MAX_VIEW
      || length != HEADER_BYTES + thumb_length + view_length)
    return NULL;
  if (!side_is_valid (width, SALON_IMAGE_VIEW_SIDE) || !side_is_valid (height, SALON_IMAGE_VIEW_SIDE)
      || !side_is_valid (word (answer, SALON_IMAGE_WORD_THUMB_WIDTH), SALON_IMAGE_THUMB_SIDE)
      || !side_is_valid (word (answer, SALON_IMAGE_WORD_THUMB_HEIGHT), SALON_IMAGE_THUMB_SIDE))
    return NULL;
  if (!is_jpeg (thumb, thumb_length) || !is_jpeg (thumb + thumb_length, view_length))
    return NULL;
  image = g_new0 (SalonImage, 1);
  image->thumb = g_bytes_new (thumb, thumb_length);
  image->view = g_bytes_new (thumb + thumb_length, view_length);
  image->width = (int) width;
  image->height = (int) height;
  return image;
}

/* Returns: (transfer full) (nullable): the path; the environment overrides it for a program that is not installed */
static char *
find_program (GError **error)
{
  const char *folder = g_getenv ("SALON_LIBEXECDIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : LIBEXECDIR, SALON_IMAGE_PROGRAM, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&path);
  salon_set_error (error, SALON_ERROR_IO,
                   _("Pictures cannot be read because a part of the program is missing: %s. "
                     "Install Salon Desk again."), path);
  return NULL;
}

/* The picture as a file without a name: unlike a pipe it needs nobody who fills it while we wait for the answer, and
   writing to it never raises SIGPIPE. */
static int
memory_file (GBytes *file)
{
  gsize length = 0;
  const char *at = g_bytes_get_data (file, &length);
  int fd = memfd_create ("picture", MFD_CLOEXEC);

  if (fd < 0)
    return -1;
  while (length > 0) {
    ssize_t n = write (fd, at, length);

    if (n <= 0) {
      close (fd);
      return -1;
    }
    at += n;
    length -= (gsize) n;
  }
  if (lseek (fd, 0, SEEK_SET) != 0) {
    close (fd);
    return -1;
  }
  return fd;
}

static GSubprocess *
start (GBytes *file, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) cause = NULL;
  g_autofree char *program = find_program (error);
  GSubprocess *process = NULL;
  int fd = -1;

  if (program == NULL)
    return NULL;
  fd = memory_file (file);
  if (fd < 0) {
    salon_set_error (error, SALON_ERROR_IO, _("The picture could not be read: there is not enough memory."));
    return NULL;
  }
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawn (launcher, &cause, program, NULL);
  if (process == NULL)
    salon_set_error (error, SALON_ERROR_IO,
                     _("Pictures cannot be read because a part of the program could not be started: %s."),
                     cause->message);
  return process;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;

  /* A failed read ends like a short frame: the bytes so far are judged, see salon_image_decode(). */
  (void) g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &reading->length, NULL);
  reading->done = TRUE;
}

static gboolean
on_time_limit (gpointer user_data)
{
  Reading *reading = user_data;

  reading->timed_out = TRUE;
  g_cancellable_cancel (reading->stop);
  return G_SOURCE_REMOVE;
}

static gboolean
on_stop (gpointer user_data)
{
  Reading *reading = user_data;

  g_cancellable_cancel (reading->stop);
  return G_SOURCE_REMOVE;
}

/* On the thread of who cancels.  The reading is stopped on its own thread: GLib may lose the source of a cancellable that
 * is cancelled by one thread while another takes the source down. */
static void
on_cancelled (GCancellable *cancellable, Reading *reading)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_stop, reading, NULL);
  g_source_attach (source, reading->context);
}

/* Reads until the end of the answer, a byte too much, the time limit or a cancel; then the process is gone. */
static void
read_answer (GSubprocess *process, guint limit_ms, GCancellable *cancellable, Reading *reading)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) limit = g_timeout_source_new (limit_ms);
  gulong handler = 0;

  reading->context = context;
  g_main_context_push_thread_default (context);
  g_source_set_callback (limit, on_time_limit, reading, NULL);
  g_source_attach (limit, context);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), reading, NULL);
  g_input_stream_read_all_async (g_subprocess_get_stdout_pipe (process), reading->answer, ANSWER_BYTES,
                                 G_PRIORITY_DEFAULT, reading->stop, on_read, reading);
  while (!reading->done)
    g_main_context_iteration (context, TRUE);
  g_cancellable_disconnect (cancellable, handler);
  g_source_destroy (limit);
  g_main_context_pop_thread_default (context);
  if (g_cancellable_is_cancelled (reading->stop) || reading->length == ANSWER_BYTES)
    g_subprocess_force_exit (process);
  (void) g_subprocess_wait (process, NULL, NULL);
}

/* What the process said by its frame and by the way it ended, which must agree. */
static gboolean
judge (GSubprocess *process, const Reading *reading, SalonImage **image, GError **error)
{
  const guint8 *frame = reading->answer;
  guint32 status = 0;

  if (reading->length == ANSWER_BYTES) {
    refuse_failed (error);
    return FALSE;
  }
  if (reading->timed_out || g_subprocess_get_if_signaled (process)) {
    refuse_limits (error);
    return FALSE;
  }
  status = (guint32) g_subprocess_get_exit_status (process);
  if (reading->length < HEADER_BYTES || word (frame, SALON_IMAGE_WORD_MAGIC) != SALON_IMAGE_MAGIC
      || word (frame, SALON_IMAGE_WORD_STATUS) != status) {
    refuse_failed (error);
    return FALSE;
  }
  if (status != SALON_IMAGE_OK) {
    refuse (status, frame, error);
    return FALSE;
  }
  *image = image_from_frame (frame, reading->length);
  if (*image != NULL)
    return TRUE;
  refuse_failed (error);
  return FALSE;
}

/**
 * salon_image_decode:
 * @file: the bytes of a picture file of any kind, not trusted
 * @limit_ms: how long to wait, in milliseconds: %SALON_IMAGE_TIME_LIMIT_MS
 * @image: (out) (transfer full): the picture
 *
 * Decodes a picture in a process of its own, which is gone when this returns.  Blocks: for a worker thread.  At most
 * 32 MB and 80 megapixels are accepted (60 megapixels is what a good camera makes).
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION of the field "photo" if the file cannot be used, %SALON_ERROR_IO if
 *   the decoder could not work, %G_IO_ERROR_CANCELLED if @cancellable was
 */
gboolean
salon_image_decode (GBytes *file, guint limit_ms, GCancellable *cancellable, SalonImage **image, GError **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autofree guint8 *answer = NULL;
  Reading reading = { .stop = stop };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (g_bytes_get_size (file) > SALON_IMAGE_MAX_FILE) {
    refuse_file_size (g_bytes_get_size (file), error);
    return FALSE;
  }
  process = start (file, error);
  if (process == NULL)
    return FALSE;
  answer = g_malloc (ANSWER_BYTES);
  reading.answer = answer;
  read_answer (process, limit_ms, cancellable, &reading);
  if (!reading.timed_out && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return judge (process, &reading, image, error);
}

static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR) {
    salon_set_field_error (error, FIELD, _("This file is not a picture."));
    return FALSE;
  }
  if (g_file_info_get_size (info) > (goffset) SALON_IMAGE_MAX_FILE) {
    refuse_file_size ((guint64) g_file_info_get_size (info), error);
    return FALSE;
  }
  return TRUE;
}

static GBytes *
read_at_most (GFile *file, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = 1;

  if (stream == NULL)
    return NULL;
  while (n > 0 && bytes->len <= most) {
    guint8 buffer[65536];

    n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, cancellable, error);
    if (n < 0)
      return NULL;
    g_byte_array_append (bytes, buffer, (guint) n);
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * salon_image_load_file:
 * @file: what the user chose or dropped; it need not be local
 *
 * Reads a file for salon_image_decode(), never more of it than that accepts.  Blocks: for a worker thread.
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL with %SALON_ERROR_VALIDATION of the field "photo" if the file
 *   is missing, unreadable, no regular file or too large, %G_IO_ERROR_CANCELLED if @cancellable was
 */
GBytes *
salon_image_load_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (check_file (file, cancellable, &cause))
    bytes = read_at_most (file, SALON_IMAGE_MAX_FILE, cancellable, &cause);
  if (bytes != NULL && g_bytes_get_size (bytes) <= SALON_IMAGE_MAX_FILE)
    return g_steal_pointer (&bytes);
  if (bytes != NULL)
    refuse_file_size (g_bytes_get_size (bytes), error);
  else if (cause->domain == SALON_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    salon_set_field_error (error, FIELD, _("The file could not be read: %s."), cause->message);
  return NULL;
}

/**
 * salon_image_free:
 */
void
salon_image_free (SalonImage *image)
{
  if (image == NULL)
    return;
  g_clear_pointer (&image->thumb, g_bytes_unref);
  g_clear_pointer (&image->view, g_bytes_unref);
  g_free (image);
}
