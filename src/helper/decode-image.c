/* Decodes one picture file that nobody trusts: from standard input to a frame (base/image-frame.h) on standard
   output, with a small square and a larger view of it, both plain JPEG in sRGB without any metadata.  It is a
   program of its own so that a hostile file meets a process that can open nothing, send nothing and use up little. */
#include "base/image-frame.h"
#include "helper/icc.h"
#include "helper/probe.h"
#include "helper/sandbox.h"
#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <unistd.h>

#define JPEG_QUALITY "85"

/* Of what a square leaves over of a portrait, this share is cut off at the top: there the face is. */
#define TOP_SHARE 0.25

typedef struct {
  guint8 *data;
  gsize length;
  SalonProbe probe;
  int width;
  int height;
  int rows; /* decoded so far, as far as the loader tells */
} Source;

typedef struct {
  int width;
  int height;
  char *data;
  gsize length;
} Picture;

static gboolean
write_all (const void *data, gsize length)
{
  const char *at = data;

  while (length > 0) {
    ssize_t n = write (STDOUT_FILENO, at, length);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    at += n;
    length -= (gsize) n;
  }
  return TRUE;
}

/* The only way out.  No exit handlers run: by now they may not do what they want to. */
static void G_GNUC_NORETURN
finish (SalonImageStatus status, const Source *source, const Picture *thumb, const Picture *view)
{
  static const Picture nothing = { 0, 0, NULL, 0 };
  const Picture *small = thumb != NULL ? thumb : &nothing;
  const Picture *large = view != NULL ? view : &nothing;
  const guint32 words[SALON_IMAGE_N_WORDS] = {
    [SALON_IMAGE_WORD_MAGIC] = SALON_IMAGE_MAGIC,
    [SALON_IMAGE_WORD_STATUS] = (guint32) status,
    [SALON_IMAGE_WORD_WIDTH] = (guint32) source->width,
    [SALON_IMAGE_WORD_HEIGHT] = (guint32) source->height,
    [SALON_IMAGE_WORD_THUMB_WIDTH] = (guint32) small->width,
    [SALON_IMAGE_WORD_THUMB_HEIGHT] = (guint32) small->height,
    [SALON_IMAGE_WORD_THUMB_LENGTH] = (guint32) small->length,
    [SALON_IMAGE_WORD_VIEW_WIDTH] = (guint32) large->width,
    [SALON_IMAGE_WORD_VIEW_HEIGHT] = (guint32) large->height,
    [SALON_IMAGE_WORD_VIEW_LENGTH] = (guint32) large->length,
  };
  guint32 header[SALON_IMAGE_N_WORDS];

  for (int i = 0; i < SALON_IMAGE_N_WORDS; i++)
    header[i] = GUINT32_TO_BE (words[i]);
  memcpy (&header[SALON_IMAGE_WORD_KIND], source->probe.kind, 4);
  if (!write_all (header, sizeof header) || !write_all (small->data, small->length)
      || !write_all (large->data, large->length))
    _exit (SALON_IMAGE_FAILED);
  _exit (status);
}

/* Reads one byte more than is allowed, to know of it. */
static void
read_source (Source *source)
{
  gsize room = SALON_IMAGE_MAX_FILE + 1;

  source->data = g_malloc (room);
  while (source->length < room) {
    ssize_t n = read (STDIN_FILENO, source->data + source->length, room - source->length);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      finish (SALON_IMAGE_FAILED, source, NULL, NULL);
    if (n == 0)
      break;
    source->length += (gsize) n;
  }
  if (source->length == room)
    finish (SALON_IMAGE_TOO_LARGE, source, NULL, NULL);
}

static gboolean
is_kind (const Source *source, const char *kind)
{
  return strcmp (source->probe.kind, kind) == 0;
}

/* The factor that leaves no more pixels than both pictures need; at most 1. */
static double
working_scale (int width, int height)
{
  double scale = MAX ((double) SALON_IMAGE_VIEW_SIDE / MAX (width, height),
                      (double) SALON_IMAGE_THUMB_SIDE / MIN (width, height));

  return MIN (scale, 1.0);
}

static int
scaled (int side, double scale)
{
  return MAX (1, (int) (side * scale + 0.5));
}

/* Before any pixel is decoded: refuses what is too large, and has a JPEG scaled while it is decoded.  The other kinds
   would be decoded whole all the same, and a loader that scales does not tell how far it came. */
static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  Source *source = user_data;
  double scale = 1;

  source->width = width;
  source->height = height;
  if (width < 1 || height < 1)
    finish (SALON_IMAGE_DAMAGED, source, NULL, NULL);
  if ((guint) width > SALON_IMAGE_MAX_SIDE || (guint) height > SALON_IMAGE_MAX_SIDE
      || (guint64) width * (guint64) height > SALON_IMAGE_MAX_PIXELS)
    finish (SALON_IMAGE_TOO_LARGE, source, NULL, NULL);
  scale = working_scale (width, height);
  if (scale < 1 && is_kind (source, "JPEG"))
    gdk_pixbuf_loader_set_size (loader, scaled (width, scale), scaled (height, scale));
}

static void
on_area_updated (GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer user_data)
{
  Source *source = user_data;

  source->rows = MAX (source->rows, y + height);
}

static SalonImageStatus
status_of (const GError *error)
{
  if (g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    return SALON_IMAGE_LIMITS;
  if (g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE)
      || g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNSUPPORTED_OPERATION))
    return SALON_IMAGE_KIND;
  return SALON_IMAGE_DAMAGED;
}

/* Loads the code that decodes this kind and the one that writes JPEG, as long as files can be opened. */
static GdkPixbufLoader *
prepare_loader (Source *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbufLoader) writer = gdk_pixbuf_loader_new_with_mime_type ("image/jpeg", NULL);
  GdkPixbufLoader *loader = NULL;

  if (writer == NULL)
    finish (SALON_IMAGE_FAILED, source, NULL, NULL);
  (void) gdk_pixbuf_loader_close (writer, NULL);
  loader = gdk_pixbuf_loader_new_with_mime_type (source->probe.mime, &error);
  if (loader == NULL)
    finish (SALON_IMAGE_KIND, source, NULL, NULL);
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), source);
  g_signal_connect (loader, "area-updated", G_CALLBACK (on_area_updated), source);
  return loader;
}

static GdkPixbuf *
decode (GdkPixbufLoader *loader, Source *source)
{
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = NULL;

  if (!gdk_pixbuf_loader_write (loader, source->data, source->length, &error)) {
    (void) gdk_pixbuf_loader_close (loader, NULL);
    finish (status_of (error), source, NULL, NULL);
  }
  if (!gdk_pixbuf_loader_close (loader, &error))
    finish (status_of (error), source, NULL, NULL);
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL || gdk_pixbuf_get_bits_per_sample (pixbuf) != 8)
    finish (SALON_IMAGE_DAMAGED, source, NULL, NULL);
  /* Only now: that a picture is too large is better news than that it is truncated, too. */
  if (!source->probe.complete || (is_kind (source, "PNG ") && source->rows < source->height))
    finish (SALON_IMAGE_DAMAGED, source, NULL, NULL);
  return pixbuf;
}

/* The picture in this size, on white where it is transparent. */
static GdkPixbuf *
flatten (GdkPixbuf *pixbuf, int width, int height, const Source *source)
{
  GdkPixbuf *flat = gdk_pixbuf_composite_color_simple (pixbuf, width, height, GDK_INTERP_BILINEAR, 255, 16, 0xffffff,
                                                       0xffffff);

  if (flat == NULL)
    finish (SALON_IMAGE_LIMITS, source, NULL, NULL);
  return flat;
}

/* From what the loader made to the picture that both results are made of: small, opaque, in sRGB, upright. */
static GdkPixbuf *
prepare (GdkPixbuf *pixbuf, const Source *source)
{
  double scale = working_scale (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  const char *profile = gdk_pixbuf_get_option (pixbuf, "icc-profile");
  const char *orientation = gdk_pixbuf_get_option (pixbuf, "orientation");
  GdkPixbuf *flat = flatten (pixbuf, scaled (gdk_pixbuf_get_width (pixbuf), scale),
                             scaled (gdk_pixbuf_get_height (pixbuf), scale), source);
  GdkPixbuf *upright = NULL;

  if (profile != NULL) {
    gsize length = 0;
    g_autofree guchar *bytes = g_base64_decode (profile, &length);

    (void) salon_icc_apply (flat, bytes, length);
  }
  if (orientation != NULL)
    gdk_pixbuf_set_option (flat, "orientation", orientation);
  upright = gdk_pixbuf_apply_embedded_orientation (flat);
  if (upright == NULL)
    finish (SALON_IMAGE_LIMITS, source, NULL, NULL);
  return upright;
}

/* The picture so that it fits into a square of @side, as JPEG. */
static Picture
render (GdkPixbuf *pixbuf, int side, const Source *source)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  double scale = MIN (1.0, (double) side / MAX (width, height));
  Picture picture = { scaled (width, scale), scaled (height, scale), NULL, 0 };
  g_autoptr (GdkPixbuf) flat = flatten (pixbuf, picture.width, picture.height, source);

  if (!gdk_pixbuf_save_to_buffer (flat, &picture.data, &picture.length, "jpeg", NULL, "quality", JPEG_QUALITY, NULL))
    finish (SALON_IMAGE_LIMITS, source, NULL, NULL);
  return picture;
}

static GdkPixbuf *
square_of (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int side = MIN (width, height);

  return gdk_pixbuf_new_subpixbuf (pixbuf, (width - side) / 2, (int) ((height - side) * TOP_SHARE), side, side);
}

int
main (int argc, char **argv)
{
  Source source = { NULL, 0, { "    ", NULL, TRUE }, 0, 0, 0 };
  GdkPixbufLoader *loader = NULL;
  GdkPixbuf *pixbuf = NULL;
  Picture thumb = { 0 };
  Picture view = { 0 };

  salon_sandbox_limit ();
  read_source (&source);
  source.probe = salon_probe (source.data, source.length);
  if (!salon_probe_known (&source.probe))
    finish (SALON_IMAGE_NOT_IMAGE, &source, NULL, NULL);
  if (source.probe.mime == NULL)
    finish (SALON_IMAGE_KIND, &source, NULL, NULL);
  loader = prepare_loader (&source);
  if (!salon_sandbox_close ())
    finish (SALON_IMAGE_FAILED, &source, NULL, NULL);

  pixbuf = prepare (decode (loader, &source), &source);
  view = render (pixbuf, SALON_IMAGE_VIEW_SIDE, &source);
  thumb = render (square_of (pixbuf), SALON_IMAGE_THUMB_SIDE, &source);
  finish (SALON_IMAGE_OK, &source, &thumb, &view);
}
