/* Lines with amounts.  They are kept until the paper is known, and then set as tables of the layout or, on a roll, one below
 * the other on a single page that is as high as they are. */
#include "config.h"

#include <pango/pangocairo.h>

#include "report/band.h"
#include "report/layout.h"
#include "report/slip.h"

#define AMOUNT_WIDTH_A4   110
#define AMOUNT_PART       0.36 /* of the width of a roll */
#define COLUMN_GAP        6
#define LINE_GAP          2
#define LOGO_WIDTH        170
#define LOGO_HEIGHT       56
#define BLOCK_GAP         7
#define RULE_WIDTH        0.5

typedef enum { TEXT, BLOCK, LINE } Kind;

typedef struct {
  Kind kind;
  SalonStyle style;
  char *left;
  char *right;       /* the amount */
  GPtrArray *remarks; /* below the line */
} Part;

struct _SalonSlip {
  char *title;
  cairo_surface_t *logo; /* NULL = none */
  GPtrArray *parts; /* Part */
};

static void
free_part (gpointer data)
{
  Part *part = data;

  g_free (part->left);
  g_free (part->right);
  g_ptr_array_unref (part->remarks);
  g_free (part);
}

/**
 * salon_slip_new:
 * @title: of the document, as a PDF viewer shows it
 *
 * Returns: (transfer full): nothing stands on it
 */
SalonSlip *
salon_slip_new (const char *title)
{
  SalonSlip *self = g_new0 (SalonSlip, 1);

  self->title = g_strdup (title);
  self->parts = g_ptr_array_new_with_free_func (free_part);
  return self;
}

/**
 * salon_slip_free:
 * @self: (transfer full):
 */
void
salon_slip_free (SalonSlip *self)
{
  g_free (self->title);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * salon_slip_set_logo:
 * @logo: (nullable): an image surface
 *
 * Stands above everything on A4; a roll is too narrow for it.
 */
void
salon_slip_set_logo (SalonSlip *self, cairo_surface_t *logo)
{
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  self->logo = logo != NULL ? cairo_surface_reference (logo) : NULL;
}

static Part *
add_part (SalonSlip *self, Kind kind, SalonStyle style, const char *left, const char *right)
{
  Part *part = g_new0 (Part, 1);

  part->kind = kind;
  part->style = style;
  part->left = g_strdup (left);
  part->right = g_strdup (right);
  part->remarks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->parts, part);
  return part;
}

/**
 * salon_slip_add_text:
 * @text: (nullable): nothing is added then
 *
 * Adds a text over the whole width, outside of any block.
 */
void
salon_slip_add_text (SalonSlip *self, SalonStyle style, const char *text)
{
  if (text != NULL && *text != '\0')
    add_part (self, TEXT, style, text, NULL);
}

/**
 * salon_slip_begin_block:
 * @heading: of the lines that follow
 */
void
salon_slip_begin_block (SalonSlip *self, const char *heading)
{
  add_part (self, BLOCK, SALON_STYLE_SMALL, heading, NULL);
}

/**
 * salon_slip_add_line:
 * @amount: stands to the right
 *
 * Adds a line to the block that was begun last.
 */
void
salon_slip_add_line (SalonSlip *self, SalonStyle style, const char *what, const char *amount)
{
  add_part (self, LINE, style, what, amount);
}

/**
 * salon_slip_add_remark:
 * @remark: (nullable): nothing is added then
 *
 * Says more of the line that was added last, below it.
 */
void
salon_slip_add_remark (SalonSlip *self, const char *remark)
{
  Part *part = self->parts->pdata[self->parts->len - 1];

  if (remark != NULL && *remark != '\0')
    g_ptr_array_add (part->remarks, g_strdup (remark));
}

/* ---- on A4 */

static void
add_row (SalonSheetTable *table, const Part *part)
{
  salon_sheet_table_add_row (table, FALSE);
  salon_sheet_table_add_text (table, 0, 1, part->style, part->left);
  for (guint i = 0; i < part->remarks->len; i++)
    salon_sheet_table_add_text (table, 0, 1, SALON_STYLE_SMALL, part->remarks->pdata[i]);
  salon_sheet_table_add_text (table, 1, 1, part->style, part->right);
}

/* Returns the first part behind the block that begins at @at. */
static guint
add_block (const SalonSlip *self, SalonLayout *layout, guint at)
{
  g_autoptr (SalonSheetTable) table = salon_sheet_table_new ();
  const Part *head = self->parts->pdata[at];

  salon_sheet_table_add_column (table, head->left, 0, 1);
  salon_sheet_table_add_column (table, "", AMOUNT_WIDTH_A4, 0);
  g_array_index (table->columns, SalonSheetColumn, 1).to_the_right = TRUE;
  for (at++; at < self->parts->len && ((Part *) self->parts->pdata[at])->kind == LINE; at++)
    add_row (table, self->parts->pdata[at]);
  salon_layout_add_space (layout, BLOCK_GAP);
  salon_layout_add_table (layout, table);
  salon_layout_add_space (layout, BLOCK_GAP);
  return at;
}

static SalonPages *
set_on_a4 (const SalonSlip *self, const char *owner, const char *foot)
{
  g_autoptr (SalonLayout) layout = salon_layout_new (self->title);
  guint at = 0;

  salon_layout_begin_section (layout, owner, self->title, foot);
  if (self->logo != NULL) {
    salon_layout_add_picture (layout, self->logo, LOGO_WIDTH, LOGO_HEIGHT);
    salon_layout_add_space (layout, BLOCK_GAP);
  }
  while (at < self->parts->len) {
    const Part *part = self->parts->pdata[at];

    if (part->kind == BLOCK) {
      at = add_block (self, layout, at);
      continue;
    }
    salon_layout_add_text (layout, part->style, part->left);
    at++;
  }
  return salon_layout_finish (layout);
}

/* ---- on a roll */

/* What is set, with the room above it. */
typedef struct {
  SalonBand *band;
  double gap;
  gboolean with_rule;
} Strip;

static void
clear_strip (gpointer data)
{
  salon_band_free (((Strip *) data)->band);
}

static double
roll_width (void)
{
  return SALON_ROLL_WIDTH - 2 * SALON_ROLL_MARGIN;
}

static void
add_to_band (SalonBand *band, PangoContext *context, double x, double width, gboolean to_the_right, const Part *part,
             const char *text)
{
  g_autoptr (PangoLayout) layout = salon_style_layout_new (context, width, to_the_right);

  salon_style_append (layout, part->style, text);
  for (guint i = 0; !to_the_right && i < part->remarks->len; i++)
    salon_style_append (layout, SALON_STYLE_SMALL, part->remarks->pdata[i]);
  salon_band_add (band, x, layout);
}

static Strip
set_strip (PangoContext *context, const Part *part)
{
  Strip strip = { salon_band_new (), part->kind == BLOCK ? BLOCK_GAP : LINE_GAP, part->kind == BLOCK };
  double amount = part->kind == LINE ? roll_width () * AMOUNT_PART : 0;
  double left = roll_width () - (amount > 0 ? amount + COLUMN_GAP : 0);

  add_to_band (strip.band, context, SALON_ROLL_MARGIN, left, FALSE, part, part->left);
  if (part->kind == LINE)
    add_to_band (strip.band, context, SALON_ROLL_MARGIN + left + COLUMN_GAP, amount, TRUE, part, part->right);
  return strip;
}

static void
draw_strip (cairo_t *cr, const Strip *strip, double *y)
{
  double used = 0;

  *y += strip->gap;
  if (strip->with_rule) {
    cairo_set_line_width (cr, RULE_WIDTH);
    cairo_move_to (cr, SALON_ROLL_MARGIN, *y - strip->gap / 2);
    cairo_line_to (cr, SALON_ROLL_WIDTH - SALON_ROLL_MARGIN, *y - strip->gap / 2);
    cairo_stroke (cr);
  }
  salon_band_draw (strip->band, cr, *y, G_MAXDOUBLE, &used);
  *y += used;
}

static void
append_strip (GArray *strips, PangoContext *context, const Part *part)
{
  Strip strip = set_strip (context, part);

  g_array_append_val (strips, strip);
}

static GArray *
set_strips (const SalonSlip *self, const char *owner, const char *foot)
{
  PangoContext *context = salon_style_context_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Part head = { TEXT, SALON_STYLE_HEADING, (char *) owner, NULL, none };
  Part end = { BLOCK, SALON_STYLE_SMALL, (char *) foot, NULL, none };
  GArray *strips = g_array_new (FALSE, FALSE, sizeof (Strip));

  g_array_set_clear_func (strips, clear_strip);
  append_strip (strips, context, &head);
  for (guint i = 0; i < self->parts->len; i++)
    append_strip (strips, context, self->parts->pdata[i]);
  append_strip (strips, context, &end);
  g_object_unref (context);
  return strips;
}

static SalonPages *
set_on_roll (const SalonSlip *self, const char *owner, const char *foot)
{
  g_autoptr (GArray) strips = set_strips (self, owner, foot);
  double height = 2 * SALON_ROLL_MARGIN;
  double y = SALON_ROLL_MARGIN;
  SalonPages *pages = NULL;
  cairo_t *cr = NULL;

  for (guint i = 0; i < strips->len; i++)
    height += g_array_index (strips, Strip, i).gap + salon_band_height (g_array_index (strips, Strip, i).band);
  pages = salon_pages_new (SALON_ROLL_WIDTH, height, self->title);
  cr = salon_pages_add (pages);
  for (guint i = 0; i < strips->len; i++)
    draw_strip (cr, &g_array_index (strips, Strip, i), &y);
  cairo_destroy (cr);
  return pages;
}

/**
 * salon_slip_finish:
 * @owner: whose paper it is: the salon
 * @foot: stands at the end, on A4 of each page
 *
 * Returns: (transfer full): one page as long as it needs to be, or A4 pages
 */
SalonPages *
salon_slip_finish (const SalonSlip *self, SalonPaper paper, const char *owner, const char *foot)
{
  return paper == SALON_PAPER_A4 ? set_on_a4 (self, owner, foot) : set_on_roll (self, owner, foot);
}
