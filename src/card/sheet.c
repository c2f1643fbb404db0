/* Pages of cards.
 *
 * A sheet A4 holds two columns of five.  The cards lie on dots of a printer with 300 dots an inch, so that their codes do, too.
 * Between them is a gap that the grounds of both neighbours bleed into; the lines to cut at are marked in the margins only, so
 * that nothing of them stays on a card.  The backs lie mirrored, so that each comes to lie behind its front. */
#include "config.h"
#include "card/sheet.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define DOTS(n)      ((n) * 72.0 / 300)
#define A4_WIDTH     SALON_CARD_POINTS (210000)
#define A4_HEIGHT    SALON_CARD_POINTS (297000)
#define CARD_WIDTH   SALON_CARD_POINTS (SALON_CARD_WIDTH)
#define CARD_HEIGHT  SALON_CARD_POINTS (SALON_CARD_HEIGHT)
#define GAP          SALON_CARD_POINTS (2000)
#define MARK_AWAY    SALON_CARD_POINTS (1500)
#define MARK_LENGTH  SALON_CARD_POINTS (4000)
#define MARK_WIDTH   0.25

struct _SalonCardSheet {
  SalonCardDesign *design;
  guint n_cards;
  SalonCardSubjectFunc subject;
  gpointer user_data;
  GDestroyNotify destroy;
  SalonCardSheetOptions options;
};

/**
 * salon_card_sheet_new:
 * @n_cards: at least 1
 * @subject: called for one card at a time, whenever a page with it is drawn
 * @destroy: (nullable): frees @user_data at the end
 * @options: front, back or both must be wanted
 *
 * Returns: (transfer full): pages that can be drawn
 */
SalonCardSheet *
salon_card_sheet_new (SalonCardDesign *design, guint n_cards, SalonCardSubjectFunc subject, gpointer user_data,
                      GDestroyNotify destroy, const SalonCardSheetOptions *options)
{
  SalonCardSheet *self = NULL;

  g_return_val_if_fail (n_cards > 0 && (options->front || options->back), NULL);

  self = g_new0 (SalonCardSheet, 1);
  self->design = salon_card_design_ref (design);
  self->n_cards = n_cards;
  self->subject = subject;
  self->user_data = user_data;
  self->destroy = destroy;
  self->options = *options;
  self->options.skip = options->paper == SALON_CARD_PAPER_A4 ? options->skip % SALON_CARD_A_SHEET : 0;
  return self;
}

/* The one subject is lent for each page: draw_card() gives back what it got. */
static SalonCardSubject *
the_one (guint index, gpointer user_data)
{
  return user_data;
}

/**
 * salon_card_sheet_new_one:
 * @subject: borrowed, lives longer than the pages
 *
 * Returns: (transfer full): the pages of one card
 */
SalonCardSheet *
salon_card_sheet_new_one (SalonCardDesign *design, SalonCardSubject *subject, const SalonCardSheetOptions *options)
{
  return salon_card_sheet_new (design, 1, the_one, subject, NULL, options);
}

/**
 * salon_card_sheet_free:
 */
void
salon_card_sheet_free (SalonCardSheet *self)
{
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  salon_card_design_unref (self->design);
  g_free (self);
}

static guint
n_sides (const SalonCardSheet *self)
{
  return (self->options.front ? 1 : 0) + (self->options.back ? 1 : 0);
}

/**
 * salon_card_sheet_n_pages:
 *
 * Returns: how many pages there are
 */
guint
salon_card_sheet_n_pages (const SalonCardSheet *self)
{
  guint n = self->n_cards;

  if (self->options.paper == SALON_CARD_PAPER_A4)
    n = (self->options.skip + n + SALON_CARD_A_SHEET - 1) / SALON_CARD_A_SHEET;
  return n * n_sides (self);
}

/**
 * salon_card_sheet_width:
 *
 * Returns: of a page, in points
 */
double
salon_card_sheet_width (const SalonCardSheet *self)
{
  return self->options.paper == SALON_CARD_PAPER_A4 ? A4_WIDTH : CARD_WIDTH;
}

/**
 * salon_card_sheet_height:
 *
 * Returns: of a page, in points
 */
double
salon_card_sheet_height (const SalonCardSheet *self)
{
  return self->options.paper == SALON_CARD_PAPER_A4 ? A4_HEIGHT : CARD_HEIGHT;
}

static double
on_a_dot (double points)
{
  return round (points / DOTS (1)) * DOTS (1);
}

static double
column_left (guint column)
{
  double all = SALON_CARD_SHEET_COLUMNS * CARD_WIDTH + (SALON_CARD_SHEET_COLUMNS - 1) * GAP;

  return on_a_dot ((A4_WIDTH - all) / 2 + column * (CARD_WIDTH + GAP));
}

static double
row_top (guint row)
{
  double all = SALON_CARD_SHEET_ROWS * CARD_HEIGHT + (SALON_CARD_SHEET_ROWS - 1) * GAP;

  return on_a_dot ((A4_HEIGHT - all) / 2 + row * (CARD_HEIGHT + GAP));
}

static void
mark (cairo_t *cr, double x, double y, double dx, double dy)
{
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, dx, dy);
}

static void
draw_marks (cairo_t *cr)
{
  double left = column_left (0) - MARK_AWAY;
  double right = column_left (SALON_CARD_SHEET_COLUMNS - 1) + CARD_WIDTH + MARK_AWAY;
  double top = row_top (0) - MARK_AWAY;
  double bottom = row_top (SALON_CARD_SHEET_ROWS - 1) + CARD_HEIGHT + MARK_AWAY;

  for (guint i = 0; i < SALON_CARD_SHEET_COLUMNS * 2; i++) {
    double x = column_left (i / 2) + (i % 2) * CARD_WIDTH;

    mark (cr, x, top, 0, -MARK_LENGTH);
    mark (cr, x, bottom, 0, MARK_LENGTH);
  }
  for (guint i = 0; i < SALON_CARD_SHEET_ROWS * 2; i++) {
    double y = row_top (i / 2) + (i % 2) * CARD_HEIGHT;

    mark (cr, left, y, -MARK_LENGTH, 0);
    mark (cr, right, y, MARK_LENGTH, 0);
  }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, MARK_WIDTH);
  cairo_stroke (cr);
}

static void
draw_card (SalonCardSheet *self, guint card, SalonCardSide side, double bleed, cairo_t *cr)
{
  SalonCardSubject *subject = self->subject (card, self->user_data);

  if (subject == NULL)
    return;
  salon_card_draw_bleeding (self->design, side, subject, bleed, cr);
  if (self->subject != the_one)
    salon_card_subject_free (subject);
}

static void
draw_sheet (SalonCardSheet *self, guint sheet, SalonCardSide side, cairo_t *cr)
{
  for (guint place = 0; place < SALON_CARD_A_SHEET; place++) {
    guint column = place % SALON_CARD_SHEET_COLUMNS;
    guint row = place / SALON_CARD_SHEET_COLUMNS;
    guint number = sheet * SALON_CARD_A_SHEET + place;

    if (number < self->options.skip || number - self->options.skip >= self->n_cards)
      continue;
    if (side == SALON_CARD_BACK && self->options.flip_short)
      row = SALON_CARD_SHEET_ROWS - 1 - row;
    else if (side == SALON_CARD_BACK)
      column = SALON_CARD_SHEET_COLUMNS - 1 - column;
    cairo_save (cr);
    cairo_translate (cr, column_left (column), row_top (row));
    if (side == SALON_CARD_BACK && self->options.flip_short) {
      /* The paper is turned over its short edge: the back stands on its head. */
      cairo_translate (cr, CARD_WIDTH, CARD_HEIGHT);
      cairo_rotate (cr, G_PI);
    }
    draw_card (self, number - self->options.skip, side, GAP / 2, cr);
    cairo_restore (cr);
  }
  if (!self->options.no_marks)
    draw_marks (cr);
}

/**
 * salon_card_sheet_draw:
 * @page: from 0
 * @cr: in points, the page's upper left corner at the origin
 */
void
salon_card_sheet_draw (SalonCardSheet *self, guint page, cairo_t *cr)
{
  gboolean back = n_sides (self) == 2 ? page % 2 == 1 : self->options.back;
  SalonCardSide side = back ? SALON_CARD_BACK : SALON_CARD_FRONT;

  g_return_if_fail (page < salon_card_sheet_n_pages (self));

  if (self->options.paper == SALON_CARD_PAPER_A4)
    draw_sheet (self, page / n_sides (self), side, cr);
  else
    draw_card (self, page / n_sides (self), side, 0, cr);
}

typedef struct {
  GOutputStream *stream;
  GError *error;
} Writing;

static cairo_status_t
write_piece (void *closure, const unsigned char *data, unsigned int length)
{
  Writing *writing = closure;

  if (writing->error == NULL)
    g_output_stream_write_all (writing->stream, data, length, NULL, NULL, &writing->error);
  return writing->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
end_writing (Writing *writing, cairo_status_t status, GError **error)
{
  if (writing->error != NULL)
    salon_set_error (error, SALON_ERROR_IO, _("The cards could not be written: %s."), writing->error->message);
  else if (status != CAIRO_STATUS_SUCCESS)
    salon_set_error (error, SALON_ERROR_INTERNAL, _("The cards could not be drawn: %s."), cairo_status_to_string (status));
  g_clear_error (&writing->error);
  return status == CAIRO_STATUS_SUCCESS;
}

/**
 * salon_card_sheet_write_pdf:
 * @title: of the document
 * @stream: is written to page by page, not closed
 *
 * Returns: %FALSE with @error when something failed; what was written then is no document
 */
gboolean
salon_card_sheet_write_pdf (SalonCardSheet *self, const char *title, GOutputStream *stream, GError **error)
{
  Writing writing = { stream, NULL };
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (write_piece, &writing, salon_card_sheet_width (self),
                                                              salon_card_sheet_height (self));
  cairo_t *cr = cairo_create (pdf);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Salon Desk " SALON_VERSION);
  for (guint page = 0; page < salon_card_sheet_n_pages (self) && cairo_status (cr) == CAIRO_STATUS_SUCCESS; page++) {
    salon_card_sheet_draw (self, page, cr);
    cairo_show_page (cr);
  }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (pdf);
  cairo_surface_destroy (pdf);
  return end_writing (&writing, status, error);
}

/**
 * salon_card_sheet_to_pdf:
 *
 * Returns: (transfer full) (nullable): the document in memory
 */
GBytes *
salon_card_sheet_to_pdf (SalonCardSheet *self, const char *title, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!salon_card_sheet_write_pdf (self, title, stream, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
