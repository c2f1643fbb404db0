/* Pages are filled from top to bottom.
 *
 * A section has its own running head, foot and page numbers, for what is handed out by itself.  A row of a table stays in
 * one piece if it fits on a page; a higher one is broken between bands, a higher band between lines.  Feet are drawn when
 * all pages are there, since they tell how many there are. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "report/band.h"
#include "report/layout.h"

#define HEAD_GAP     12  /* between the running head and the text */
#define FOOT_HEIGHT  30  /* kept free below the text */
#define PADDING      3.5 /* above and below what stands in a row, unless it is told otherwise */
#define RULE_WIDTH   0.4
#define RULE_GREY    0.55
#define ROW_GREY     0.78 /* of the rules between rows */
#define SUM_WIDTH    1.0 /* of the rule above a sum */
#define SUM_GREY     0.2
#define SHADE_GREY   0.93
#define MOST_LINES   2 /* of the running head and of the foot */
#define LEFT_PART    0.58 /* of the width for the left text of head and foot */

typedef struct {
  cairo_t *cr;
  guint section;
  guint number; /* in its section, from 1 */
} Page;

typedef struct {
  char *left;
  char *right;
  char *foot;
  guint n_pages;
} Section;

struct _SalonLayout {
  SalonPages *pages;
  PangoContext *context;
  PangoContext *small;   /* of tables that are set smaller */
  double padding;        /* above and below what stands in a row */
  GArray *open;     /* Page */
  GArray *sections; /* Section */
  double y;         /* where the next thing stands */
  double body_top;  /* of the present page */
  gboolean is_empty; /* nothing stands below the running head */
};

static void
clear_page (gpointer data)
{
  Page *page = data;

  cairo_destroy (page->cr);
}

static void
clear_section (gpointer data)
{
  Section *section = data;

  g_free (section->left);
  g_free (section->right);
  g_free (section->foot);
}

static cairo_t *
present (SalonLayout *self)
{
  return g_array_index (self->open, Page, self->open->len - 1).cr;
}

static double
text_width (const SalonLayout *self)
{
  return salon_pages_width (self->pages) - 2 * SALON_PAPER_MARGIN;
}

static double
body_bottom (const SalonLayout *self)
{
  return salon_pages_height (self->pages) - SALON_PAPER_MARGIN - FOOT_HEIGHT;
}

static double
room (const SalonLayout *self)
{
  return body_bottom (self) - self->y;
}

/* ---- head and foot */

static void
draw_line (const SalonLayout *self, cairo_t *cr, double y, double width, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, SALON_PAPER_MARGIN, y);
  cairo_line_to (cr, SALON_PAPER_MARGIN + text_width (self), y);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_rule (const SalonLayout *self, cairo_t *cr, double y)
{
  draw_line (self, cr, y, RULE_WIDTH, RULE_GREY);
}

/* A line or two that repeat on every page: what is longer ends in "…". */
static PangoLayout *
running_text (SalonLayout *self, double part, gboolean to_the_right, const char *text)
{
  PangoLayout *layout = salon_style_layout_new (self->context, text_width (self) * part, to_the_right);

  salon_style_append (layout, SALON_STYLE_SMALL, text);
  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* Returns how high the two texts are. */
static double
draw_pair (SalonLayout *self, cairo_t *cr, double y, const char *left, const char *right)
{
  g_autoptr (PangoLayout) one = running_text (self, LEFT_PART, FALSE, left);
  g_autoptr (PangoLayout) other = running_text (self, 1 - LEFT_PART - 0.02, TRUE, right);

  cairo_move_to (cr, SALON_PAPER_MARGIN, y);
  pango_cairo_show_layout (cr, one);
  cairo_move_to (cr, SALON_PAPER_MARGIN + text_width (self) * (LEFT_PART + 0.02), y);
  pango_cairo_show_layout (cr, other);
  return MAX (salon_style_height (one), salon_style_height (other));
}

static void
begin_page (SalonLayout *self)
{
  Section *section = &g_array_index (self->sections, Section, self->sections->len - 1);
  Page page = { salon_pages_add (self->pages), self->sections->len - 1, ++section->n_pages };
  double height = draw_pair (self, page.cr, SALON_PAPER_MARGIN, section->left, section->right);

  draw_rule (self, page.cr, SALON_PAPER_MARGIN + height + 3);
  g_array_append_val (self->open, page);
  self->y = self->body_top = SALON_PAPER_MARGIN + height + 3 + HEAD_GAP;
  self->is_empty = TRUE;
}

static void
draw_foot (SalonLayout *self, const Page *page)
{
  const Section *section = &g_array_index (self->sections, Section, page->section);
  /* Translators: of a printed sheet: the number of the page, and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %1$u of %2$u"), page->number, section->n_pages);
  double y = body_bottom (self) + 6;

  draw_rule (self, page->cr, y);
  draw_pair (self, page->cr, y + 3, section->foot, number);
}

/* ---- bands */

/* Draws a band, over as many pages as it takes; @again is called on each new page. */
static void
flow_band (SalonLayout *self, SalonBand *band, void (*again) (SalonLayout *, gpointer), gpointer data)
{
  double used = 0;

  while (!salon_band_draw (band, present (self), self->y, room (self), &used)) {
    begin_page (self);
    if (again != NULL)
      again (self, data);
  }
  self->y += used;
  self->is_empty = FALSE;
}

/* ---- tables */

typedef struct {
  const SalonSheetTable *table;
  double *x;     /* left edge of each column */
  double *width; /* without the gap */
} Setting;

static void
set_columns (const SalonLayout *self, Setting *setting)
{
  const GArray *columns = setting->table->columns;
  double left = text_width (self) - SALON_COLUMN_GAP * (columns->len - 1);
  double shares = 0;
  double x = SALON_PAPER_MARGIN;

  for (guint i = 0; i < columns->len; i++) {
    left -= g_array_index (columns, SalonSheetColumn, i).width;
    shares += g_array_index (columns, SalonSheetColumn, i).share;
  }
  for (guint i = 0; i < columns->len; i++) {
    const SalonSheetColumn *column = &g_array_index (columns, SalonSheetColumn, i);

    setting->x[i] = x;
    setting->width[i] = column->width + (shares > 0 ? MAX (left, 0) * column->share / shares : 0);
    x += setting->width[i] + SALON_COLUMN_GAP;
  }
}

static double
span_width (const Setting *setting, guint column, guint span)
{
  guint last = column + span - 1;

  return setting->x[last] + setting->width[last] - setting->x[column];
}

static SalonBand *
set_band (SalonLayout *self, const Setting *setting, const GArray *texts)
{
  SalonBand *band = salon_band_new ();
  PangoLayout *layout = NULL;

  for (guint i = 0; i < texts->len; i++) {
    const SalonSheetText *text = &g_array_index (texts, SalonSheetText, i);
    const SalonSheetColumn *column = &g_array_index (setting->table->columns, SalonSheetColumn, text->column);

    if (i == 0 || text->column != g_array_index (texts, SalonSheetText, i - 1).column) {
      layout = salon_style_layout_new (self->small, span_width (setting, text->column, text->span),
                                       column->to_the_right);
      salon_band_add (band, setting->x[text->column], layout);
      g_object_unref (layout); /* the band keeps it */
    }
    salon_style_append (layout, text->style, text->text);
  }
  return band;
}

static SalonBand *
set_head (SalonLayout *self, const Setting *setting)
{
  SalonBand *band = salon_band_new ();

  for (guint i = 0; i < setting->table->columns->len; i++) {
    const SalonSheetColumn *column = &g_array_index (setting->table->columns, SalonSheetColumn, i);
    g_autoptr (PangoLayout) layout = salon_style_layout_new (self->small, setting->width[i], column->to_the_right);

    salon_style_append (layout, SALON_STYLE_SMALL, column->heading);
    salon_band_add (band, setting->x[i], layout);
  }
  return band;
}

static double
head_height (SalonLayout *self, const Setting *setting)
{
  g_autoptr (SalonBand) head = set_head (self, setting);

  return salon_band_height (head) + 3 * self->padding;
}

static void
draw_head (SalonLayout *self, gpointer data)
{
  g_autoptr (SalonBand) head = set_head (self, data);
  double used = 0;

  salon_band_draw (head, present (self), self->y + self->padding, G_MAXDOUBLE, &used);
  self->y += used + 2 * self->padding;
  draw_rule (self, present (self), self->y);
  self->y += self->padding;
}

static double
row_height (const SalonLayout *self, const GPtrArray *bands)
{
  double height = 2 * self->padding;

  for (guint i = 0; i < bands->len; i++)
    height += salon_band_height (bands->pdata[i]);
  return height;
}

/* What a page has for rows; a higher row begins where it is and goes on. */
static double
full_room (SalonLayout *self, const Setting *setting)
{
  return body_bottom (self) - self->body_top - head_height (self, setting);
}

static void
keep_whole (SalonLayout *self, Setting *setting, double height)
{
  if (height <= room (self) || height > full_room (self, setting))
    return;
  begin_page (self);
  draw_head (self, setting);
}

static void
shade (SalonLayout *self, double height)
{
  cairo_t *cr = present (self);

  cairo_set_source_rgb (cr, SHADE_GREY, SHADE_GREY, SHADE_GREY);
  cairo_rectangle (cr, SALON_PAPER_MARGIN, self->y - self->padding, text_width (self), height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

/* The rule below the row stands in the padding, so that rows touch. */
static void
flow_row (SalonLayout *self, Setting *setting, const SalonSheetRow *row)
{
  g_autoptr (GPtrArray) bands = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_band_free);
  double height = 0;

  for (guint i = 0; i < row->bands->len; i++)
    g_ptr_array_add (bands, set_band (self, setting, row->bands->pdata[i]));
  height = row_height (self, bands);
  keep_whole (self, setting, row->keeps_next ? 2 * height : height);
  if (row->is_sum)
    draw_line (self, present (self), self->y - self->padding, SUM_WIDTH, SUM_GREY);
  if (row->is_shaded && height <= room (self))
    shade (self, height);
  for (guint i = 0; i < bands->len; i++) {
    keep_whole (self, setting, salon_band_height (bands->pdata[i]));
    flow_band (self, bands->pdata[i], draw_head, setting);
  }
  self->y += self->padding;
  draw_line (self, present (self), self->y, RULE_WIDTH, ROW_GREY);
  self->y += self->padding;
}

/* ---- public functions */

static SalonLayout *
layout_new (double width, double height, const char *title)
{
  SalonLayout *self = g_new0 (SalonLayout, 1);

  self->pages = salon_pages_new (width, height, title);
  self->context = salon_style_context_new ();
  self->small = salon_style_context_new ();
  self->padding = PADDING;
  self->open = g_array_new (FALSE, FALSE, sizeof (Page));
  g_array_set_clear_func (self->open, clear_page);
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_array_set_clear_func (self->sections, clear_section);
  return self;
}

/**
 * salon_layout_new:
 * @title: of the document
 *
 * Returns: (transfer full): without pages; for the calling thread
 */
SalonLayout *
salon_layout_new (const char *title)
{
  return layout_new (SALON_PAPER_WIDTH, SALON_PAPER_HEIGHT, title);
}

/**
 * salon_layout_new_across:
 * @title: of the document
 *
 * Returns: (transfer full): as salon_layout_new(), on pages that lie
 */
SalonLayout *
salon_layout_new_across (const char *title)
{
  return layout_new (SALON_PAPER_HEIGHT, SALON_PAPER_WIDTH, title);
}

/**
 * salon_layout_free:
 * @self: (transfer full):
 */
void
salon_layout_free (SalonLayout *self)
{
  g_array_unref (self->open);
  g_array_unref (self->sections);
  g_clear_object (&self->context);
  g_clear_object (&self->small);
  g_clear_pointer (&self->pages, salon_pages_unref);
  g_free (self);
}

/**
 * salon_layout_begin_section:
 * @left: in the running head
 * @right: in the running head
 * @foot: beside the number of the page
 *
 * Begins a new page; page numbers begin anew.  Comes before anything else.
 */
void
salon_layout_begin_section (SalonLayout *self, const char *left, const char *right, const char *foot)
{
  Section section = { g_strdup (left), g_strdup (right), g_strdup (foot), 0 };

  g_array_append_val (self->sections, section);
  begin_page (self);
}

/**
 * salon_layout_add_text:
 *
 * A text over the whole width.
 */
void
salon_layout_add_text (SalonLayout *self, SalonStyle style, const char *text)
{
  g_autoptr (SalonBand) band = salon_band_new ();
  g_autoptr (PangoLayout) layout = salon_style_layout_new (self->context, text_width (self), FALSE);

  salon_style_append (layout, style, text);
  salon_band_add (band, SALON_PAPER_MARGIN, layout);
  flow_band (self, band, NULL, NULL);
}

/**
 * salon_layout_add_picture:
 * @picture: an image surface
 * @width: in points, at most
 * @height: in points, at most
 *
 * A picture at the left edge, whole and in its proportions; a new page if there is no room for it.
 */
void
salon_layout_add_picture (SalonLayout *self, cairo_surface_t *picture, double width, double height)
{
  double scale = MIN (width / cairo_image_surface_get_width (picture), height / cairo_image_surface_get_height (picture));
  double used = cairo_image_surface_get_height (picture) * scale;
  cairo_t *cr = NULL;

  if (used > room (self) && !self->is_empty)
    begin_page (self);
  cr = present (self);
  cairo_save (cr);
  cairo_translate (cr, SALON_PAPER_MARGIN, self->y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  self->y += used;
  self->is_empty = FALSE;
}

/**
 * salon_layout_add_space:
 * @height: in points; none at the top of a page
 */
void
salon_layout_add_space (SalonLayout *self, double height)
{
  if (!self->is_empty)
    self->y = MIN (self->y + height, body_bottom (self));
}

/**
 * salon_layout_set_tables:
 * @scale: of the letters, 1 = as everywhere
 * @padding: above and below what stands in a row, in points
 *
 * How the tables that follow are set.
 */
void
salon_layout_set_tables (SalonLayout *self, double scale, double padding)
{
  salon_style_context_set_scale (self->small, scale);
  self->padding = padding;
}

/**
 * salon_layout_add_drawing:
 * @height: in points; at most what a page has
 * @draw: draws from the upper left corner of its place, at once
 *
 * A drawing over the whole width, in one piece.
 */
void
salon_layout_add_drawing (SalonLayout *self, double height, SalonLayoutDraw draw, gpointer data)
{
  double high = MIN (height, body_bottom (self) - self->body_top);
  cairo_t *cr = NULL;

  if (high > room (self))
    begin_page (self);
  cr = present (self);
  cairo_save (cr);
  cairo_translate (cr, SALON_PAPER_MARGIN, self->y);
  cairo_rectangle (cr, 0, 0, text_width (self), high);
  cairo_clip (cr);
  draw (cr, text_width (self), high, data);
  cairo_restore (cr);
  self->y += high;
  self->is_empty = FALSE;
}

/**
 * salon_layout_add_table:
 * @table: its head is repeated on each page
 */
void
salon_layout_add_table (SalonLayout *self, const SalonSheetTable *table)
{
  g_autofree double *x = g_new0 (double, table->columns->len);
  g_autofree double *width = g_new0 (double, table->columns->len);
  Setting setting = { table, x, width };

  if (table->rows->len == 0)
    return;
  set_columns (self, &setting);
  if (room (self) < 3 * head_height (self, &setting))
    begin_page (self);
  draw_head (self, &setting);
  for (guint i = 0; i < table->rows->len; i++)
    flow_row (self, &setting, table->rows->pdata[i]);
}

/**
 * salon_layout_finish:
 *
 * Returns: (transfer full): the pages; nothing can be added any more
 */
SalonPages *
salon_layout_finish (SalonLayout *self)
{
  for (guint i = 0; i < self->open->len; i++)
    draw_foot (self, &g_array_index (self->open, Page, i));
  g_array_set_size (self->open, 0);
  return g_steal_pointer (&self->pages);
}
