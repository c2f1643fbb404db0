/* ZBar finds the codes; what this adds is that a card held before the camera is one scan and not thirty a second, and that a
 * bar code must be read twice the same: in one blurred picture of many a wrong number passes its check digit. */
#include "device/code-reader.h"

#include <string.h>
#include <zbar.h>

#define MAX_TEXT      512 /* bytes; longer than a card, a product or a ticket carries */
#define LOOKS_OF_BARS 2

struct _SalonCodeReader {
  zbar_image_scanner_t *scanner;
  GHashTable *seen; /* text → Seen */
};

typedef struct {
  guint n_looks;
  gint64 last_ms;
  gboolean handed_over;
} Seen;

typedef struct {
  gboolean is_bars;
  char text[];
} Code;

/**
 * salon_code_reader_new:
 *
 * Returns: (transfer full): a reader that has seen nothing yet; for one thread at a time
 */
SalonCodeReader *
salon_code_reader_new (void)
{
  static const zbar_symbol_type_t kinds[] = { ZBAR_EAN13, ZBAR_CODE128, ZBAR_QRCODE };
  SalonCodeReader *self = g_new0 (SalonCodeReader, 1);

  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->scanner = zbar_image_scanner_create ();
  zbar_image_scanner_set_config (self->scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    zbar_image_scanner_set_config (self->scanner, kinds[i], ZBAR_CFG_ENABLE, 1);
  return self;
}

/**
 * salon_code_reader_free:
 * @self: (transfer full): a reader
 */
void
salon_code_reader_free (SalonCodeReader *self)
{
  zbar_image_scanner_destroy (self->scanner);
  g_hash_table_unref (self->seen);
  g_free (self);
}

/* ---- one picture */

/* Brightness as the eye weighs the colours; ZBar takes nothing else. */
static guint8 *
grey_of (const SalonCameraFrame *frame)
{
  guint8 *grey = g_malloc ((gsize) frame->width * (gsize) frame->height);
  const guint8 *rgb = g_bytes_get_data (frame->rgb, NULL);
  guint8 *out = grey;

  for (int y = 0; y < frame->height; y++) {
    const guint8 *in = rgb + (gsize) y * frame->stride;

    for (int x = 0; x < frame->width; x++, in += 3)
      *out++ = (guint8) ((77 * in[0] + 150 * in[1] + 29 * in[2]) >> 8);
  }
  return grey;
}

/* A text of one line that can be searched for; a picture of a letter or an address book in a QR code is no card. */
static gboolean
is_text (const char *text, gsize length)
{
  if (length == 0 || length > MAX_TEXT || !g_utf8_validate (text, (gssize) length, NULL))
    return FALSE;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
take_symbol (GPtrArray *codes, const zbar_symbol_t *symbol)
{
  const char *text = zbar_symbol_get_data (symbol);
  gsize length = zbar_symbol_get_data_length (symbol);
  Code *code = NULL;

  if (!is_text (text, length))
    return;
  code = g_malloc0 (sizeof (Code) + length + 1);
  code->is_bars = zbar_symbol_get_type (symbol) != ZBAR_QRCODE;
  memcpy (code->text, text, length);
  g_ptr_array_add (codes, code);
}

static GPtrArray *
find (SalonCodeReader *self, const SalonCameraFrame *frame)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint8 *grey = grey_of (frame);
  zbar_image_t *image = zbar_image_create ();

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, (unsigned) frame->width, (unsigned) frame->height);
  zbar_image_set_data (image, grey, (gulong) frame->width * (gulong) frame->height, NULL);
  if (zbar_scan_image (self->scanner, image) > 0)
    for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL; symbol = zbar_symbol_next (symbol))
      take_symbol (codes, symbol);
  zbar_image_destroy (image);
  return codes;
}

/**
 * salon_code_reader_look:
 *
 * What is in one picture, whatever was seen before.  Takes some 10 ms: not for the main thread.
 *
 * Returns: (transfer full) (element-type utf8): the texts of all codes in it
 */
GPtrArray *
salon_code_reader_look (SalonCodeReader *self, const SalonCameraFrame *frame)
{
  g_autoptr (GPtrArray) codes = find (self, frame);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (texts, g_strdup (((const Code *) codes->pdata[i])->text));
  return texts;
}

/* ---- from picture to picture */

static gboolean
is_gone (gpointer text, gpointer seen, gpointer now_ms)
{
  return *(const gint64 *) now_ms - ((const Seen *) seen)->last_ms >= SALON_CODE_READER_PAUSE_MS;
}

/* Whether the code is to be handed over now. */
static gboolean
see (SalonCodeReader *self, const Code *code, gint64 now_ms)
{
  Seen *seen = g_hash_table_lookup (self->seen, code->text);

  if (seen == NULL) {
    seen = g_new0 (Seen, 1);
    g_hash_table_insert (self->seen, g_strdup (code->text), seen);
  }
  seen->n_looks++;
  seen->last_ms = now_ms;
  return !seen->handed_over && (!code->is_bars || seen->n_looks >= LOOKS_OF_BARS);
}

/**
 * salon_code_reader_read:
 * @frame: the next picture of the same camera
 *
 * What was scanned with this picture.  A code that stays in view or comes back within %SALON_CODE_READER_PAUSE_MS is one
 * scan.  Takes some 10 ms: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the text of a code that was not there before; of several the first, the others
 *   follow with the next pictures
 */
char *
salon_code_reader_read (SalonCodeReader *self, const SalonCameraFrame *frame)
{
  g_autoptr (GPtrArray) codes = find (self, frame);
  gint64 now_ms = frame->at_ms;
  const Code *found = NULL;

  g_hash_table_foreach_remove (self->seen, is_gone, &now_ms);
  for (guint i = 0; i < codes->len; i++)
    if (see (self, codes->pdata[i], now_ms) && found == NULL)
      found = codes->pdata[i];
  if (found == NULL)
    return NULL;
  ((Seen *) g_hash_table_lookup (self->seen, found->text))->handed_over = TRUE;
  return g_strdup (found->text);
}
