#include "exchange/biff.h"

#include <string.h>

#define CONTINUE  0x003C
#define FLAG_WIDE 0x01
#define FLAG_EXT  0x04
#define FLAG_RICH 0x08

/**
 * salon_biff_u16:
 */
guint
salon_biff_u16 (const guint8 *p)
{
  return (guint) p[0] | (guint) p[1] << 8;
}

/**
 * salon_biff_u32:
 */
guint32
salon_biff_u32 (const guint8 *p)
{
  return (guint32) salon_biff_u16 (p) | (guint32) salon_biff_u16 (p + 2) << 16;
}

/**
 * salon_biff_double:
 */
double
salon_biff_double (const guint8 *p)
{
  guint64 bits = (guint64) salon_biff_u32 (p) | (guint64) salon_biff_u32 (p + 4) << 32;
  double value = 0;

  memcpy (&value, &bits, sizeof value);
  return value;
}

/**
 * salon_biff_rk:
 *
 * Returns: a number as it is packed into 30 bits: an integer or the upper half of a double, perhaps times 100
 */
double
salon_biff_rk (guint32 rk)
{
  guint64 bits = (guint64) (rk & ~3u) << 32;
  double value = 0;

  if ((rk & 2) != 0)
    value = (double) ((gint32) (rk & ~3u) / 4);
  else
    memcpy (&value, &bits, sizeof value);
  return (rk & 1) != 0 ? value / 100 : value;
}

/**
 * salon_biff_next:
 * @at: (inout): where the record begins; then where the next one does
 *
 * Returns: whether there is a whole record
 */
gboolean
salon_biff_next (const guint8 *stream, gsize size, gsize *at, SalonBiffRecord *record)
{
  if (*at > size || size - *at < 4)
    return FALSE;
  record->type = salon_biff_u16 (stream + *at);
  record->length = salon_biff_u16 (stream + *at + 2);
  record->data = stream + *at + 4;
  if (record->length > size - *at - 4)
    return FALSE;
  *at += 4 + record->length;
  return TRUE;
}

/**
 * salon_biff_cursor_init:
 * @record: of @stream; the cursor stands at its first byte
 */
void
salon_biff_cursor_init (SalonBiffCursor *self, const guint8 *stream, gsize size, const SalonBiffRecord *record)
{
  *self = (SalonBiffCursor){ .stream = stream, .size = size, .at = (gsize) (record->data - stream) };
  self->record_end = self->at + record->length;
}

/* Goes on in the next record if that continues this one. */
static gboolean
has_byte (SalonBiffCursor *self, gboolean in_text)
{
  while (!self->broken && self->at >= self->record_end) {
    gsize at = self->record_end;
    SalonBiffRecord next = { 0 };

    if (!salon_biff_next (self->stream, self->size, &at, &next) || next.type != CONTINUE) {
      self->broken = TRUE;
      break;
    }
    self->at = at - next.length;
    self->record_end = at;
    if (in_text && next.length > 0)
      self->wide = (self->stream[self->at++] & FLAG_WIDE) != 0;
  }
  return !self->broken;
}

/**
 * salon_biff_cursor_number:
 * @n_bytes: 1, 2 or 4
 *
 * Returns: the next number; 0, and the cursor is broken, at the end
 */
guint32
salon_biff_cursor_number (SalonBiffCursor *self, guint n_bytes)
{
  guint32 number = 0;

  for (guint i = 0; i < n_bytes && has_byte (self, FALSE); i++)
    number |= (guint32) self->stream[self->at++] << (8 * i);
  return self->broken ? 0 : number;
}

static void
skip (SalonBiffCursor *self, guint64 n)
{
  while (n > 0 && has_byte (self, FALSE)) {
    gsize part = (gsize) MIN (n, self->record_end - self->at);

    self->at += part;
    n -= part;
  }
}

static gunichar
next_unit (SalonBiffCursor *self)
{
  gunichar unit = 0;

  if (!has_byte (self, TRUE))
    return 0;
  unit = self->stream[self->at++];
  if (self->wide && self->at < self->record_end)
    unit |= (gunichar) self->stream[self->at++] << 8;
  return unit;
}

static void
append_unit (GString *text, gunichar unit, gunichar *high)
{
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    *high = unit;
    return;
  }
  if (unit >= 0xDC00 && unit <= 0xDFFF)
    unit = *high != 0 ? 0x10000 + ((*high & 0x3FF) << 10) + (unit & 0x3FF) : 0xFFFD;
  *high = 0;
  g_string_append_unichar (text, unit == 0 ? 0xFFFD : unit);
}

/**
 * salon_biff_cursor_text:
 * @length_bytes: 1 or 2, of the number of characters before the text
 * @rich: whether marks of format may stand around it
 * @text: gets the text
 */
void
salon_biff_cursor_text (SalonBiffCursor *self, guint length_bytes, gboolean rich, GString *text)
{
  guint32 length = salon_biff_cursor_number (self, length_bytes);
  guint32 flags = salon_biff_cursor_number (self, 1);
  guint32 runs = rich && (flags & FLAG_RICH) != 0 ? salon_biff_cursor_number (self, 2) : 0;
  guint32 extension = rich && (flags & FLAG_EXT) != 0 ? salon_biff_cursor_number (self, 4) : 0;
  gunichar high = 0;

  g_string_truncate (text, 0);
  self->wide = (flags & FLAG_WIDE) != 0;
  for (guint32 i = 0; i < length && !self->broken; i++) {
    gunichar unit = next_unit (self);

    if (!self->broken)
      append_unit (text, unit, &high);
  }
  skip (self, (guint64) runs * 4 + extension);
}

/**
 * salon_biff_bytes_text:
 * @charset: that the bytes are in, in files of Excel 95
 * @text: gets the text
 */
void
salon_biff_bytes_text (const guint8 *bytes, gsize length, const char *charset, GString *text)
{
  g_autofree char *utf8 = g_convert ((const char *) bytes, (gssize) length, "UTF-8", charset, NULL, NULL, NULL);
  g_autofree char *valid = NULL;

  if (utf8 == NULL)
    utf8 = g_utf8_make_valid ((const char *) bytes, (gssize) length);
  valid = g_utf8_make_valid (utf8, -1);
  g_string_assign (text, valid);
}

/**
 * salon_biff_charset:
 * @code_page: of Windows
 *
 * Returns: its name for iconv, of those that salons here have
 */
const char *
salon_biff_charset (guint code_page)
{
  switch (code_page) {
  case 1251:
    return "CP1251";
  case 1257:
    return "CP1257";
  case 1250:
    return "CP1250";
  case 866:
    return "CP866";
  case 775:
    return "CP775";
  default:
    return "CP1252";
  }
}
