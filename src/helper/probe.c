/* Recognises the kind of a picture by its first bytes and whether the file reaches its own end.  gdk-pixbuf could
   guess the kind, but would then also read what nobody sends as a photo (SVG, icons, XPM: text formats with
   interpreters behind them); and it shows a truncated JPEG or PNG, grey below, without a word. */
#include "helper/probe.h"
#include <string.h>

typedef struct {
  const char *kind;
  const char *mime;
  gsize offset;
  gsize length;
  const char *magic;
  gboolean (*complete) (const guint8 *data, gsize length);
} Kind;

static guint32
be32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static guint32
le32 (const guint8 *data)
{
  return (guint32) data[3] << 24 | (guint32) data[2] << 16 | (guint32) data[1] << 8 | data[0];
}

/* Where the entropy-coded data that begins at @at gives way to the next marker. */
static gsize
jpeg_skip_scan (const guint8 *data, gsize length, gsize at)
{
  while (at + 1 < length) {
    guint8 next = data[at + 1];

    if (data[at] == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7))
      return at;
    at++;
  }
  return length;
}

/* Walks the segments to the end-of-image marker.  A camera may append anything after it. */
static gboolean
jpeg_complete (const guint8 *data, gsize length)
{
  gsize at = 2;

  while (at + 1 < length) {
    guint8 marker = data[at + 1];
    gsize size = 0;

    if (data[at] != 0xff)
      return FALSE;
    if (marker == 0xff) {
      at++;
      continue;
    }
    if (marker == 0xd9)
      return TRUE;
    if (at + 3 >= length)
      return FALSE;
    size = (gsize) data[at + 2] << 8 | data[at + 3];
    at += 2 + size;
    if (marker == 0xda)
      at = jpeg_skip_scan (data, length, at);
  }
  return FALSE;
}

static gboolean
png_complete (const guint8 *data, gsize length)
{
  gsize at = 8;

  while (length - at >= 12) {
    gsize size = be32 (data + at);

    if (size > length - at - 12)
      return FALSE;
    if (memcmp (data + at + 4, "IEND", 4) == 0)
      return TRUE;
    at += 12 + size;
  }
  return FALSE;
}

static gboolean
bmp_complete (const guint8 *data, gsize length)
{
  return le32 (data + 2) <= length;
}

static gboolean
webp_complete (const guint8 *data, gsize length)
{
  return length >= 12 && le32 (data + 4) <= length - 8;
}

/* gdk-pixbuf itself reports a GIF that ends too early. */
static gboolean
not_known (const guint8 *data, gsize length)
{
  return TRUE;
}

static const Kind KINDS[] = {
  { "JPEG", "image/jpeg", 0, 3, "\xff\xd8\xff", jpeg_complete },
  { "PNG ", "image/png", 0, 8, "\x89PNG\r\n\x1a\n", png_complete },
  { "GIF ", "image/gif", 0, 4, "GIF8", not_known },
  { "WEBP", "image/webp", 8, 4, "WEBP", webp_complete },
  { "HEIC", NULL, 4, 6, "ftyphe", not_known },
  { "HEIC", NULL, 4, 7, "ftypmif", not_known },
  { "HEIC", NULL, 4, 7, "ftypmsf", not_known },
  { "AVIF", NULL, 4, 7, "ftypavi", not_known },
  { "TIFF", NULL, 0, 4, "II*\0", not_known },
  { "TIFF", NULL, 0, 4, "MM\0*", not_known },
  { "JXL ", NULL, 4, 4, "JXL ", not_known },
  { "JP2 ", NULL, 4, 4, "jP  ", not_known },
  { "PSD ", NULL, 0, 4, "8BPS", not_known },
};

/* "BM" also begins many a text: the reserved words and the size of the second header confirm it. */
static gboolean
is_bmp (const guint8 *data, gsize length)
{
  return length >= 26 && memcmp (data, "BM", 2) == 0 && le32 (data + 6) == 0 && le32 (data + 14) >= 12
         && le32 (data + 14) <= 124;
}

/* An SVG is text: its first element decides, after a prologue of any length that fits into the first kilobyte. */
static gboolean
is_svg (const guint8 *data, gsize length)
{
  gsize start = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  g_autofree char *head = NULL;

  while (start < length && g_ascii_isspace (data[start]))
    start++;
  if (start >= length || data[start] != '<')
    return FALSE;
  head = g_strndup ((const char *) data + start, MIN (length - start, 1024));
  return strstr (head, "<svg") != NULL || strstr (head, ":svg") != NULL;
}

/**
 * salon_probe:
 * @data: the whole file
 *
 * Reads nothing but the structure around the picture: the cost is one pass over the file at most.
 */
SalonProbe
salon_probe (const guint8 *data, gsize length)
{
  SalonProbe probe = { "    ", NULL, TRUE };

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++) {
    const Kind *kind = &KINDS[i];

    if (length < kind->offset + kind->length || memcmp (data + kind->offset, kind->magic, kind->length) != 0)
      continue;
    memcpy (probe.kind, kind->kind, 4);
    probe.mime = kind->mime;
    probe.complete = kind->complete (data, length);
    return probe;
  }
  if (is_bmp (data, length)) {
    memcpy (probe.kind, "BMP ", 4);
    probe.mime = "image/bmp";
    probe.complete = bmp_complete (data, length);
  } else if (is_svg (data, length))
    memcpy (probe.kind, "SVG ", 4);
  return probe;
}

/**
 * salon_probe_known:
 *
 * Returns: whether it is a picture of any kind, be it read here or not
 */
gboolean
salon_probe_known (const SalonProbe *probe)
{
  return probe->kind[0] != ' ';
}
