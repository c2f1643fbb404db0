/* Converts a picture with an embedded matrix profile (Display P3 of a telephone, Adobe RGB of a camera) to sRGB: hair
   that was photographed in one of these otherwise looks paler than it is.  Little CMS does this and far more; here it
   would be a second library inside the sandbox for the one small part of ICC that photos use, three curves and a
   matrix.  Every other profile (tables, grey, CMYK) leaves the picture as it is. */
#include "helper/icc.h"
#include <math.h>
#include <string.h>

#define TAG(a, b, c, d) ((guint32) (a) << 24 | (guint32) (b) << 16 | (guint32) (c) << 8 | (guint32) (d))

#define ENCODE_STEPS 4096

typedef struct {
  const guint8 *data;
  gsize length;
} Bytes;

typedef struct {
  double curve[3][256];
  double matrix[3][3];
  guint8 encode[ENCODE_STEPS + 1];
} Transform;

/* CIE XYZ relative to D50, the connection space of ICC, to linear sRGB (IEC 61966-2-1, Bradford adapted). */
static const double XYZ_TO_SRGB[3][3] = {
  { 3.1338561, -1.6168667, -0.4906146 },
  { -0.9787684, 1.9161415, 0.0334540 },
  { 0.0719453, -0.2289914, 1.4052427 },
};

static guint32
be32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static guint32
be16 (const guint8 *data)
{
  return (guint32) data[0] << 8 | data[1];
}

static double
fixed (const guint8 *data)
{
  return (double) (gint32) be32 (data) / 65536.0;
}

/* The element with this signature; it must be of this type and not shorter than @least bytes. */
static gboolean
find_tag (Bytes profile, guint32 signature, guint32 type, gsize least, Bytes *tag)
{
  guint32 count = be32 (profile.data + 128);

  for (guint32 i = 0; i < count && i < 100; i++) {
    gsize at = 132 + 12 * (gsize) i;
    gsize offset = 0;
    gsize size = 0;

    if (at + 12 > profile.length)
      return FALSE;
    if (be32 (profile.data + at) != signature)
      continue;
    offset = be32 (profile.data + at + 4);
    size = be32 (profile.data + at + 8);
    if (offset > profile.length || size > profile.length - offset || size < least)
      return FALSE;
    *tag = (Bytes) { profile.data + offset, size };
    return be32 (tag->data) == type;
  }
  return FALSE;
}

static gboolean
read_table_curve (Bytes tag, double curve[256])
{
  guint32 count = be32 (tag.data + 8);

  if (count > (tag.length - 12) / 2)
    return FALSE;
  for (int i = 0; i < 256; i++) {
    double x = i / 255.0;

    if (count == 0)
      curve[i] = x;
    else if (count == 1)
      curve[i] = pow (x, be16 (tag.data + 12) / 256.0);
    else {
      double place = x * (count - 1);
      guint32 low = MIN ((guint32) place, count - 2);
      double from = be16 (tag.data + 12 + 2 * low);
      double to = be16 (tag.data + 14 + 2 * low);

      curve[i] = (from + (to - from) * (place - low)) / 65535.0;
    }
  }
  return TRUE;
}

/* y = (a x + b)^g + e for x >= d, else c x + f: the five function types differ in which of these they name. */
static gboolean
read_formula_curve (Bytes tag, double curve[256])
{
  static const gsize n_values[] = { 1, 3, 4, 5, 7 };
  guint32 function = be16 (tag.data + 8);
  double v[7] = { 1, 1, 0, 0, 0, 0, 0 };
  double least = 0;

  if (function >= G_N_ELEMENTS (n_values) || tag.length < 12 + 4 * n_values[function])
    return FALSE;
  for (gsize i = 0; i < n_values[function]; i++)
    v[i] = fixed (tag.data + 12 + 4 * i);
  if (function == 2)
    v[5] = v[6] = v[3];
  if (function == 1 || function == 2) {
    v[3] = 0;
    v[4] = v[1] > 0 ? -v[2] / v[1] : 0;
    least = v[6];
  }
  for (int i = 0; i < 256; i++) {
    double x = i / 255.0;

    if (x >= v[4])
      curve[i] = pow (MAX (v[1] * x + v[2], 0), v[0]) + v[5];
    else
      curve[i] = function >= 3 ? v[3] * x + v[6] : least;
    curve[i] = CLAMP (curve[i], 0, 1);
  }
  return TRUE;
}

static gboolean
read_curve (Bytes profile, guint32 signature, double curve[256])
{
  Bytes tag = { NULL, 0 };

  if (find_tag (profile, signature, TAG ('c', 'u', 'r', 'v'), 12, &tag))
    return read_table_curve (tag, curve);
  if (find_tag (profile, signature, TAG ('p', 'a', 'r', 'a'), 16, &tag))
    return read_formula_curve (tag, curve);
  return FALSE;
}

static gboolean
read_transform (Bytes profile, Transform *transform)
{
  static const char channels[] = "rgb";
  double to_xyz[3][3];

  for (int i = 0; i < 3; i++) {
    guint32 c = (guint32) channels[i];
    Bytes tag = { NULL, 0 };

    if (!find_tag (profile, TAG (c, 'X', 'Y', 'Z'), TAG ('X', 'Y', 'Z', ' '), 20, &tag)
        || !read_curve (profile, TAG (c, 'T', 'R', 'C'), transform->curve[i]))
      return FALSE;
    for (int k = 0; k < 3; k++)
      to_xyz[k][i] = fixed (tag.data + 8 + 4 * k);
  }
  for (int row = 0; row < 3; row++)
    for (int column = 0; column < 3; column++) {
      double sum = 0;

      for (int k = 0; k < 3; k++)
        sum += XYZ_TO_SRGB[row][k] * to_xyz[k][column];
      transform->matrix[row][column] = sum;
    }
  for (int i = 0; i <= ENCODE_STEPS; i++) {
    double x = (double) i / ENCODE_STEPS;
    double y = x <= 0.0031308 ? 12.92 * x : 1.055 * pow (x, 1 / 2.4) - 0.055;

    transform->encode[i] = (guint8) (y * 255.0 + 0.5);
  }
  return TRUE;
}

static void
convert_pixel (const Transform *transform, guint8 *pixel)
{
  double linear[3];

  for (int i = 0; i < 3; i++)
    linear[i] = transform->curve[i][pixel[i]];
  for (int i = 0; i < 3; i++) {
    const double *row = transform->matrix[i];
    double value = row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2];

    /* The comparison is false for a value that is no number, too. */
    value = value > 0 ? MIN (value, 1) : 0;
    pixel[i] = transform->encode[(int) (value * ENCODE_STEPS + 0.5)];
  }
}

/**
 * salon_icc_apply:
 * @pixbuf: 8 bits a channel, RGB or RGBA; changed in place
 * @profile: an ICC profile as found in the file; not trusted
 *
 * Returns: whether the colours were converted; %FALSE leaves @pixbuf as it was
 */
gboolean
salon_icc_apply (GdkPixbuf *pixbuf, const guint8 *profile, gsize length)
{
  g_autofree Transform *transform = NULL;
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  guint8 *pixels = NULL;

  if (length < 132 || memcmp (profile + 16, "RGB XYZ ", 8) != 0)
    return FALSE;
  transform = g_new0 (Transform, 1);
  if (!read_transform ((Bytes) { profile, length }, transform))
    return FALSE;
  pixels = gdk_pixbuf_get_pixels (pixbuf);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      convert_pixel (transform, pixels + (gsize) y * stride + (gsize) x * (gsize) channels);
  return TRUE;
}
