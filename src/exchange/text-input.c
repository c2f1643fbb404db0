/* Characters out of bytes in a stream: by own code, since g_convert() and GConverter stop at the first broken byte, and
 * a file with one bad letter is still to be read. */
#include "config.h"

#include "exchange/text-guess.h"
#include "exchange/text-input.h"

#include <glib/gi18n-lib.h>

#define BLOCK    65536
#define NO_LETTER 0xFFFD
#define NO_BYTE  (-1)
#define BAD_FILE (-2)

struct _SalonTextInput {
  SalonInput *input;
  SalonEncoding encoding;
  guint mark;
  gunichar table[256];
  guint8 block[BLOCK];
  gsize at;
  gsize filled;
  gint64 position; /* of the end of the block in the file */
};

static gboolean
guess (SalonTextInput *self, GError **error)
{
  SalonTextGuess known = { 0 };
  gssize n = 0;

  while ((n = salon_input_read (self->input, self->block, BLOCK, error)) > 0)
    salon_text_guess_add (&known, self->block, (gsize) n);
  if (n < 0)
    return FALSE;
  self->encoding = salon_text_guess_end (&known, &self->mark);
  if (self->encoding == SALON_ENCODING_NONE) {
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” is neither a table nor a text. Save it as XLSX or CSV in the program it comes from."),
                     salon_input_get_name (self->input));
    return FALSE;
  }
  return TRUE;
}

/* What a person knows better; the mark at the start of a file is only passed over by the encoding that it belongs to. */
static void
choose (SalonTextInput *self, const char *name)
{
  SalonEncoding chosen = name != NULL ? salon_encoding_by_name (name) : SALON_ENCODING_NONE;

  if (chosen != SALON_ENCODING_NONE && chosen != self->encoding) {
    self->encoding = chosen;
    self->mark = 0;
  }
  if (self->encoding == SALON_ENCODING_CP1251 || self->encoding == SALON_ENCODING_CP1257)
    salon_encoding_table (self->encoding, self->table);
}

static int
next_byte (SalonTextInput *self, GError **error)
{
  gssize n = 0;

  if (self->at < self->filled)
    return self->block[self->at++];
  n = salon_input_read (self->input, self->block, BLOCK, error);
  if (n <= 0)
    return n < 0 ? BAD_FILE : NO_BYTE;
  self->filled = (gsize) n;
  self->position += n;
  self->at = 1;
  return self->block[0];
}

/* A byte that turned out to belong to the next character; it was the last one read. */
static void
give_back (SalonTextInput *self)
{
  self->at--;
}

static gboolean
next_utf8 (SalonTextInput *self, int first, gunichar *c, GError **error)
{
  guint needed = first >= 0xF8 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
  gunichar least = needed == 3 ? 0x10000 : needed == 2 ? 0x800 : 0x80;
  gunichar value = (gunichar) first & (0x3Fu >> needed);

  *c = NO_LETTER;
  if (needed == 0)
    return TRUE;
  while (needed-- > 0) {
    int byte = next_byte (self, error);

    if (byte == BAD_FILE)
      return FALSE;
    if (byte == NO_BYTE)
      return TRUE;
    if ((byte & 0xC0) != 0x80) {
      give_back (self);
      return TRUE;
    }
    value = value << 6 | ((gunichar) byte & 0x3F);
  }
  if (value >= least && g_unichar_validate (value))
    *c = value;
  return TRUE;
}

/* One unit of 16 bits; NO_BYTE or BAD_FILE. */
static int
next_unit (SalonTextInput *self, int first, GError **error)
{
  int second = next_byte (self, error);

  if (second < 0)
    return second;
  return self->encoding == SALON_ENCODING_UTF16_LE ? first | second << 8 : first << 8 | second;
}

static gboolean
next_utf16 (SalonTextInput *self, int first, gunichar *c, GError **error)
{
  int high = next_unit (self, first, error);
  int low = 0;

  *c = NO_LETTER;
  if (high < 0)
    return high == NO_BYTE;
  if (high < 0xD800 || high > 0xDFFF) {
    *c = high == 0 ? NO_LETTER : (gunichar) high;
    return TRUE;
  }
  if (high > 0xDBFF)
    return TRUE;
  first = next_byte (self, error);
  low = first < 0 ? first : next_unit (self, first, error);
  if (low < 0)
    return low == NO_BYTE;
  if (low >= 0xDC00 && low <= 0xDFFF)
    *c = 0x10000 + (((gunichar) high & 0x3FF) << 10) + ((gunichar) low & 0x3FF);
  return TRUE;
}

/**
 * salon_text_input_new:
 * @input: (transfer full)
 *
 * Reads the whole file once to learn its encoding: a letter that decides may be its last.
 *
 * Returns: (transfer full) (nullable): the text at its start; %NULL with a sentence that names the file
 */
SalonTextInput *
salon_text_input_new (SalonInput *input, GError **error)
{
  return salon_text_input_new_as (input, NULL, error);
}

/**
 * salon_text_input_new_as:
 * @input: (transfer full)
 * @encoding: (nullable): as salon_encoding_name() has it, when somebody knows it; %NULL = to be guessed
 *
 * Returns: (transfer full) (nullable): as salon_text_input_new()
 */
SalonTextInput *
salon_text_input_new_as (SalonInput *input, const char *encoding, GError **error)
{
  g_autoptr (SalonTextInput) self = g_new0 (SalonTextInput, 1);

  self->input = input;
  if (!salon_input_rewind (input, error) || !guess (self, error))
    return NULL;
  choose (self, encoding);
  return salon_text_input_rewind (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_text_input_free:
 */
void
salon_text_input_free (SalonTextInput *self)
{
  salon_input_free (self->input);
  g_free (self);
}

/**
 * salon_text_input_next:
 * @c: (out): the next character, U+FFFD for one that is broken; %SALON_TEXT_INPUT_END at the end
 *
 * Returns: %FALSE with a sentence if the file cannot be read
 */
gboolean
salon_text_input_next (SalonTextInput *self, gunichar *c, GError **error)
{
  int byte = next_byte (self, error);

  *c = SALON_TEXT_INPUT_END;
  if (byte < 0)
    return byte == NO_BYTE;
  if (self->encoding == SALON_ENCODING_UTF16_LE || self->encoding == SALON_ENCODING_UTF16_BE)
    return next_utf16 (self, byte, c, error);
  if (byte >= 0x80 && self->encoding == SALON_ENCODING_UTF8)
    return next_utf8 (self, byte, c, error);
  *c = byte == 0 ? NO_LETTER : byte < 0x80 ? (gunichar) byte : self->table[byte];
  return TRUE;
}

/**
 * salon_text_input_rewind: the next character is the first one again
 */
gboolean
salon_text_input_rewind (SalonTextInput *self, GError **error)
{
  self->at = self->filled = 0;
  self->position = 0;
  if (!salon_input_rewind (self->input, error))
    return FALSE;
  for (guint i = 0; i < self->mark; i++)
    if (next_byte (self, error) == BAD_FILE)
      return FALSE;
  return TRUE;
}

/**
 * salon_text_input_get_share:
 *
 * Returns: how much is read, 0 to 1
 */
double
salon_text_input_get_share (SalonTextInput *self)
{
  gint64 size = salon_input_get_size (self->input);

  return size <= 0 ? 1 : CLAMP ((double) (self->position - (gint64) (self->filled - self->at)) / (double) size, 0, 1);
}

/**
 * salon_text_input_get_input:
 *
 * Returns: (transfer none): the file
 */
SalonInput *
salon_text_input_get_input (SalonTextInput *self)
{
  return self->input;
}

/**
 * salon_text_input_get_encoding:
 *
 * Returns: the name of the encoding that was found
 */
const char *
salon_text_input_get_encoding (SalonTextInput *self)
{
  return salon_encoding_name (self->encoding);
}
