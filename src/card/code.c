/* Codes: libzint encodes, what it makes is kept as runs of dark modules.
 *
 * On paper a module is a whole number of dots of a printer with 300 dots an inch wherever the box has room for it: bars that
 * end between two dots come out unevenly wide, and that is what scanners fail at. */
#include "config.h"
#include "card/code.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <zint.h>

#include "base/error.h"

#define DOT_POINTS (72.0 / 300)
/* How far a line may miss a dot before it counts as between two. */
#define NEARLY 1e-6

typedef struct {
  int column, row, n;
} Run;

struct _SalonCode {
  SalonCardCode kind;
  char *text;
  char *digits;
  int n_columns; /* with the quiet zones */
  int n_rows;    /* 1 for bars */
  GArray *runs;
};

/* The quiet zone on each side, in modules.  EAN asks for 11 on the left and 7 on the right, Code 128 for 10, QR for 4 all around;
 * the same on both sides lets the bars stand in the middle of their box. */
static int
quiet_zone (SalonCardCode kind)
{
  return kind == SALON_CARD_CODE_QR ? 4 : kind == SALON_CARD_CODE_EAN13 ? 11 : 10;
}

static gboolean
all_digits (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text))
      return FALSE;
  return TRUE;
}

static gboolean
all_printable (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isprint (*text))
      return FALSE;
  return TRUE;
}

/* libzint would fill up a short number, and takes an add-on behind a plus sign. */
static gboolean
check_text (SalonCardCode kind, const char *text, GError **error)
{
  gsize length = strlen (text);

  if (length == 0) {
    salon_set_field_error (error, "number", _("There is no number for the code."));
    return FALSE;
  }
  if (kind == SALON_CARD_CODE_EAN13 && (length != 13 || !all_digits (text))) {
    salon_set_field_error (error, "number", _("“%s” cannot be an EAN-13: it has thirteen digits and nothing else."), text);
    return FALSE;
  }
  if (kind == SALON_CARD_CODE_128 && !all_printable (text)) {
    salon_set_field_error (error, "number", _("“%s” cannot be a Code 128: it holds digits and plain Latin letters only."), text);
    return FALSE;
  }
  if (kind == SALON_CARD_CODE_128 && length > SALON_CODE_MAX_128) {
    salon_set_field_error (error, "number", _("The number is too long for a Code 128: at most %d characters are read well."),
                           SALON_CODE_MAX_128);
    return FALSE;
  }
  if (kind == SALON_CARD_CODE_QR && length > SALON_CODE_MAX_QR_BYTES) {
    salon_set_field_error (error, "number", _("The text is too long for a QR code on a card."));
    return FALSE;
  }
  return TRUE;
}

static struct zint_symbol *
symbol_new (SalonCardCode kind)
{
  struct zint_symbol *symbol = ZBarcode_Create ();

  symbol->symbology = kind == SALON_CARD_CODE_EAN13 ? BARCODE_EANX_CHK : kind == SALON_CARD_CODE_128 ? BARCODE_CODE128 : BARCODE_QRCODE;
  symbol->input_mode = UNICODE_MODE;
  symbol->show_hrt = 0;
  symbol->output_options |= BARCODE_NO_QUIET_ZONES; /* they are ours, see quiet_zone() */
  if (kind == SALON_CARD_CODE_QR)
    symbol->option_1 = 2; /* error correction M: a scratch of 15 % is read over */
  else
    symbol->height = 50;
  return symbol;
}

static void
take_runs (SalonCode *self, const struct zint_symbol *symbol)
{
  double module = symbol->vector->width / symbol->width;
  int left = quiet_zone (self->kind);
  int top = self->kind == SALON_CARD_CODE_QR ? quiet_zone (self->kind) : 0;

  self->n_columns = left + symbol->width + quiet_zone (self->kind);
  self->n_rows = self->kind == SALON_CARD_CODE_QR ? symbol->rows + 2 * top : 1;
  for (const struct zint_vector_rect *rect = symbol->vector->rectangles; rect != NULL; rect = rect->next) {
    int n_rows = self->kind == SALON_CARD_CODE_QR ? (int) lround (rect->height / module) : 1;
    int row = self->kind == SALON_CARD_CODE_QR ? (int) lround (rect->y / module) : 0;

    for (int i = 0; i < n_rows; i++) {
      Run run = { left + (int) lround (rect->x / module), top + row + i, (int) lround (rect->width / module) };

      g_array_append_val (self->runs, run);
    }
  }
}

static void
refuse (int status, const struct zint_symbol *symbol, const char *text, GError **error)
{
  if (status == ZINT_ERROR_INVALID_CHECK)
    salon_set_field_error (error, "number",
                           _("The number “%s” has a wrong check digit: its last digit does not belong to the others."), text);
  else
    salon_set_field_error (error, "number", _("No code can be made of “%s”: %s."), text, symbol->errtxt);
}

/* As people read it: an EAN in the groups of its halves. */
static char *
digits_of (SalonCardCode kind, const char *text)
{
  if (kind == SALON_CARD_CODE_EAN13)
    return g_strdup_printf ("%.1s %.6s %s", text, text + 1, text + 7);
  return g_strdup (text);
}

/**
 * salon_code_new:
 * @kind: not %SALON_CARD_CODE_NONE
 * @text: an EAN-13 with its check digit; for Code 128 plain Latin letters and digits; UTF-8 for a QR code
 * @error: %SALON_ERROR_VALIDATION with the field "number"
 *
 * Returns: (transfer full) (nullable): the code
 */
SalonCode *
salon_code_new (SalonCardCode kind, const char *text, GError **error)
{
  g_autoptr (SalonCode) self = NULL;
  struct zint_symbol *symbol = NULL;
  int status = 0;

  g_return_val_if_fail (kind >= SALON_CARD_CODE_EAN13 && kind <= SALON_CARD_CODE_QR && text != NULL, NULL);

  if (!check_text (kind, text, error))
    return NULL;
  self = g_new0 (SalonCode, 1);
  self->kind = kind;
  self->text = g_strdup (text);
  self->digits = digits_of (kind, text);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  symbol = symbol_new (kind);
  status = ZBarcode_Encode_and_Buffer_Vector (symbol, (const unsigned char *) text, 0, 0);
  if (status >= ZINT_ERROR)
    refuse (status, symbol, text, error);
  else
    take_runs (self, symbol);
  ZBarcode_Delete (symbol);
  return status >= ZINT_ERROR ? NULL : g_steal_pointer (&self);
}

/**
 * salon_code_free:
 */
void
salon_code_free (SalonCode *self)
{
  g_array_unref (self->runs);
  g_free (self->digits);
  g_free (self->text);
  g_free (self);
}

/**
 * salon_code_kind:
 *
 * Returns: what it was made as
 */
SalonCardCode
salon_code_kind (const SalonCode *self)
{
  return self->kind;
}

/**
 * salon_code_digits:
 *
 * Returns: (transfer none): what people read below the bars: "2 012345 678905"
 */
const char *
salon_code_digits (const SalonCode *self)
{
  return self->digits;
}

/**
 * salon_code_n_columns:
 *
 * Returns: width in modules, with the quiet zones
 */
int
salon_code_n_columns (const SalonCode *self)
{
  return self->n_columns;
}

/**
 * salon_code_n_rows:
 *
 * Returns: height in modules, with the quiet zones; 1 = bars of any height
 */
int
salon_code_n_rows (const SalonCode *self)
{
  return self->n_rows;
}

/**
 * salon_code_least_width:
 *
 * Returns: micrometres; in a narrower box a printer with 300 dots an inch could not draw it well
 */
double
salon_code_least_width (const SalonCode *self)
{
  return self->n_columns * SALON_CODE_LEAST_DOTS * SALON_CODE_DOT_UM;
}

/**
 * salon_code_least_height:
 *
 * Returns: micrometres; bars of less than 5 mm are missed by a hand with a scanner
 */
double
salon_code_least_height (const SalonCode *self)
{
  return self->n_rows > 1 ? self->n_rows * SALON_CODE_LEAST_DOTS * SALON_CODE_DOT_UM : 5000;
}

/**
 * salon_code_module:
 * @width: of the box, points
 * @height: of the box, points
 *
 * Returns: the side of a module in points: as large as fits, in whole dots from the least size on
 */
double
salon_code_module (const SalonCode *self, double width, double height)
{
  double module = width / self->n_columns;
  double dots = 0;

  if (self->n_rows > 1)
    module = MIN (module, height / self->n_rows);
  dots = floor (module / DOT_POINTS + NEARLY);
  return dots >= SALON_CODE_LEAST_DOTS ? dots * DOT_POINTS : module;
}

/* Moves to the nearest dot of the paper, which begins at the origin of the page, if that is known. */
static double
on_a_dot (double at)
{
  return round (at / DOT_POINTS) * DOT_POINTS;
}

/**
 * salon_code_draw:
 * @cr: its source paints the dark modules
 * @x: of the box, points
 * @y: of the box, points
 * @width: of the box, points
 * @height: of the box, points
 *
 * Draws the dark modules in the middle of the box, quiet zones inside of it; the ground is the caller's.
 */
void
salon_code_draw (const SalonCode *self, cairo_t *cr, double x, double y, double width, double height)
{
  double module = salon_code_module (self, width, height);
  double row = self->n_rows > 1 ? module : height;
  double left = on_a_dot (x + (width - module * self->n_columns) / 2);
  double top = self->n_rows > 1 ? on_a_dot (y + (height - module * self->n_rows) / 2) : y;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < self->runs->len; i++) {
    const Run *run = &g_array_index (self->runs, Run, i);

    cairo_rectangle (cr, left + run->column * module, top + run->row * row, run->n * module, row);
  }
  cairo_fill (cr);
  cairo_restore (cr);
}
