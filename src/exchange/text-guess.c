/* Guessing an encoding, by own code: ICU's detector knows neither cp1257 nor short texts.
 *
 * UTF-16 shows by its NUL bytes, UTF-8 by its sequences.  What is left is cp1251 or cp1257: in Russian nearly every
 * letter is a byte from 0x80, so such bytes stand side by side; in Latvian the letters with marks stand alone among
 * ASCII, and there are only 22 of them. */
#include "exchange/text-guess.h"

#define TABLE_HALF 128

static void
add_utf8 (SalonTextGuess *self, guint8 byte)
{
  if (self->needed > 0 && (byte & 0xC0) == 0x80) {
    self->value = self->value << 6 | (byte & 0x3F);
    if (--self->needed > 0)
      return;
    if (self->value >= self->least && g_unichar_validate (self->value))
      self->sequences++;
    else
      self->broken++;
    return;
  }
  if (self->needed > 0)
    self->broken++;
  self->needed = 0;
  if (byte < 0x80)
    return;
  self->needed = byte >= 0xF8 ? 0 : byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : 0;
  self->value = byte & (0x3F >> self->needed);
  self->least = self->needed == 3 ? 0x10000 : self->needed == 2 ? 0x800 : 0x80;
  if (self->needed == 0)
    self->broken++;
}

/**
 * salon_text_guess_add:
 * @data: the next bytes of the text
 */
void
salon_text_guess_add (SalonTextGuess *self, const guint8 *data, gsize size)
{
  for (gsize i = 0; i < size; i++) {
    guint8 byte = data[i];

    if (self->n < G_N_ELEMENTS (self->first))
      self->first[self->n] = byte;
    if (byte == 0)
      self->nuls[self->n & 1]++;
    self->bytes[byte]++;
    if (byte >= 0x80 && self->before >= 0x80)
      self->beside_high++;
    else if ((byte >= 0x80 && g_ascii_isalpha (self->before)) || (self->before >= 0x80 && g_ascii_isalpha (byte)))
      self->beside_letter++;
    add_utf8 (self, byte);
    self->before = byte;
    self->n++;
  }
}

/* Whether nearly all letters of it, read as cp1257, are Latvian. */
static gboolean
is_latvian (const SalonTextGuess *self)
{
  const char *const letters = "āčēģīķļņšūžŗĀČĒĢĪĶĻŅŠŪŽŖ";
  gunichar table[256] = { 0 };
  guint64 n_letters = 0, n_latvian = 0;

  salon_encoding_table (SALON_ENCODING_CP1257, table);
  for (guint byte = TABLE_HALF; byte < 256; byte++) {
    if (!g_unichar_isalpha (table[byte]))
      continue;
    n_letters += self->bytes[byte];
    if (g_utf8_strchr (letters, -1, table[byte]) != NULL)
      n_latvian += self->bytes[byte];
  }
  if (n_letters == 0)
    return TRUE;
  return n_latvian * 10 >= n_letters * 8 && self->beside_letter * 3 >= self->beside_high;
}

/**
 * salon_text_guess_end:
 * @mark: (out): how many bytes at the start are no text but say the encoding
 *
 * Returns: the encoding; %SALON_ENCODING_NONE if it cannot be a text
 */
SalonEncoding
salon_text_guess_end (const SalonTextGuess *self, guint *mark)
{
  guint64 even = self->nuls[0], odd = self->nuls[1];

  *mark = 0;
  if (self->n >= 3 && self->first[0] == 0xEF && self->first[1] == 0xBB && self->first[2] == 0xBF) {
    *mark = 3;
    return even + odd == 0 ? SALON_ENCODING_UTF8 : SALON_ENCODING_NONE;
  }
  if (self->n >= 2 && self->first[0] == 0xFF && self->first[1] == 0xFE) {
    *mark = 2;
    return SALON_ENCODING_UTF16_LE;
  }
  if (self->n >= 2 && self->first[0] == 0xFE && self->first[1] == 0xFF) {
    *mark = 2;
    return SALON_ENCODING_UTF16_BE;
  }
  /* Line ends and delimiters alone make one NUL in a hundred bytes. */
  if (even + odd > 0) {
    if ((even + odd) * 200 < self->n)
      return SALON_ENCODING_NONE;
    return odd > even * 10 ? SALON_ENCODING_UTF16_LE : even > odd * 10 ? SALON_ENCODING_UTF16_BE : SALON_ENCODING_NONE;
  }
  if (self->broken == 0 || self->sequences > self->broken * 20)
    return SALON_ENCODING_UTF8;
  return is_latvian (self) ? SALON_ENCODING_CP1257 : SALON_ENCODING_CP1251;
}

/**
 * salon_encoding_name:
 *
 * Returns: its name as iconv knows it
 */
const char *
salon_encoding_name (SalonEncoding encoding)
{
  switch (encoding) {
  case SALON_ENCODING_UTF16_LE:
    return "UTF-16LE";
  case SALON_ENCODING_UTF16_BE:
    return "UTF-16BE";
  case SALON_ENCODING_CP1251:
    return "CP1251";
  case SALON_ENCODING_CP1257:
    return "CP1257";
  case SALON_ENCODING_NONE:
  case SALON_ENCODING_UTF8:
  default:
    return "UTF-8";
  }
}

/**
 * salon_encoding_by_name:
 *
 * Returns: the encoding that salon_encoding_name() calls so; %SALON_ENCODING_NONE if there is none
 */
SalonEncoding
salon_encoding_by_name (const char *name)
{
  for (int i = SALON_ENCODING_UTF8; i <= SALON_ENCODING_CP1257; i++)
    if (g_str_equal (salon_encoding_name ((SalonEncoding) i), name))
      return (SalonEncoding) i;
  return SALON_ENCODING_NONE;
}

/**
 * salon_encoding_table:
 * @encoding: one of a byte a character
 * @table: (out): the character of each byte, U+FFFD for none
 */
void
salon_encoding_table (SalonEncoding encoding, gunichar table[256])
{
  for (guint byte = 0; byte < 256; byte++) {
    char one = (char) byte;
    g_autofree char *text = NULL;

    table[byte] = byte;
    if (byte < TABLE_HALF)
      continue;
    text = g_convert (&one, 1, "UTF-8", salon_encoding_name (encoding), NULL, NULL, NULL);
    table[byte] = text != NULL ? g_utf8_get_char (text) : 0xFFFD;
  }
}
