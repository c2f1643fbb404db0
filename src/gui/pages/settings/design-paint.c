/* The card for its designer.  Marks are painted in pixels, so that they stay fine at every zoom. */
#include "config.h"
#include "gui/pages/settings/design-paint.h"

#include "card/reach.h"
#include "gui/widgets/compat.h"

#define HANDLE 8
#define SHADOW 18
#define EDGE   0.18f

static graphene_rect_t
rect_of (const SalonDesignView *view, SalonCardBox box)
{
  return GRAPHENE_RECT_INIT ((float) (view->x + box.x * view->scale), (float) (view->y + box.y * view->scale),
                             (float) (box.width * view->scale), (float) (box.height * view->scale));
}

static SalonCardBox
box_of (const SalonCardElement *element)
{
  return (SalonCardBox){ element->x, element->y, element->width, element->height };
}

static void
frame (GtkSnapshot *snapshot, const graphene_rect_t *rect, float width, const GdkRGBA *color)
{
  GskRoundedRect edge;
  graphene_rect_t outer = *rect;

  graphene_rect_inset (&outer, -width / 2, -width / 2);
  gsk_rounded_rect_init_from_rect (&edge, &outer, 0);
  gtk_snapshot_append_border (snapshot, &edge, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

static gboolean
is_empty (const SalonCardElement *element, const SalonCardSubject *subject)
{
  if (element->kind == SALON_CARD_LOGO)
    return salon_card_subject_logo (subject) == NULL;
  if (element->kind == SALON_CARD_PICTURE)
    return salon_card_subject_picture (subject, element->picture) == NULL;
  return element->kind == SALON_CARD_PHOTO && salon_card_subject_photo (subject) == NULL && (element->fill & 0xff) == 0;
}

/* Something should be there and is not. */
static void
cross_out (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y + height);
  cairo_move_to (cr, x + width, y);
  cairo_line_to (cr, x, y + height);
}

/* What prints nothing now is still there for who arranges it. */
static void
paint_empty (cairo_t *cr, const SalonCardElement *element)
{
  double x = SALON_CARD_POINTS (element->x), y = SALON_CARD_POINTS (element->y);
  double width = SALON_CARD_POINTS (element->width), height = SALON_CARD_POINTS (element->height);
  g_autofree char *title = salon_card_element_title (element);

  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.18);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.9);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, (double[]){ 2, 2 }, 2, 0);
  cairo_rectangle (cr, x, y, width, height);
  if (element->kind == SALON_CARD_PICTURE)
    cross_out (cr, x, y, width, height);
  cairo_stroke (cr);
  cairo_set_font_size (cr, MIN (7, height / 2));
  cairo_move_to (cr, x + 3, y + height / 2 + 2);
  cairo_show_text (cr, title);
}

/**
 * salon_design_paint_card: the side that is worked on as it is printed, on a soft shadow, with an edge that is seen on a page
 *   of the same colour
 */
void
salon_design_paint_card (GtkWidget *widget, GtkSnapshot *snapshot, const SalonDesignView *view, const SalonCardEditing *editing,
                         const SalonCardSubject *subject)
{
  SalonCardDesign *design = salon_card_editing_shown (editing);
  SalonCardSide side = salon_card_editing_side (editing);
  double points = view->scale * 25400.0 / 72.0;
  graphene_rect_t rect = rect_of (view, (SalonCardBox){ 0, 0, SALON_CARD_WIDTH, SALON_CARD_HEIGHT });
  GdkRGBA shadow = { 0, 0, 0, 0.22f };
  GskRoundedRect edge;
  GdkRGBA line;
  cairo_t *cr = NULL;

  gsk_rounded_rect_init_from_rect (&edge, &rect, (float) (SALON_CARD_RADIUS * view->scale));
  gtk_snapshot_append_outset_shadow (snapshot, &edge, &shadow, 0, 3, 0, SHADOW);
  gtk_snapshot_push_rounded_clip (snapshot, &edge);
  cr = gtk_snapshot_append_cairo (snapshot, &rect);
  cairo_translate (cr, view->x, view->y);
  cairo_scale (cr, points, points);
  salon_card_draw (design, side, subject, cr);
  for (guint i = 0; i < salon_card_design_n_elements (design, side); i++)
    if (is_empty (salon_card_design_element (design, side, i), subject))
      paint_empty (cr, salon_card_design_element (design, side, i));
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
  salon_compat_get_color (widget, &line);
  line.alpha = EDGE;
  gtk_snapshot_append_border (snapshot, &edge, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ line, line, line, line });
}

static void
paint_margin (GtkSnapshot *snapshot, const SalonDesignView *view)
{
  graphene_rect_t rect = rect_of (view, (SalonCardBox){ SALON_CARD_SAFE, SALON_CARD_SAFE, SALON_CARD_WIDTH - 2 * SALON_CARD_SAFE,
                                                        SALON_CARD_HEIGHT - 2 * SALON_CARD_SAFE });
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &rect);

  graphene_rect_inset (&rect, 0.5f, 0.5f);
  cairo_rectangle (cr, rect.origin.x, rect.origin.y, rect.size.width, rect.size.height);
  cairo_set_line_width (cr, 1);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.22);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, (double[]){ 3, 5 }, 2, 0);
  cairo_set_source_rgba (cr, 0.5, 0.45, 0.48, 0.7);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
paint_handles (GtkSnapshot *snapshot, const SalonDesignView *view, SalonCardBox box, const GdkRGBA *accent)
{
  GdkRGBA white = { 1, 1, 1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (salon_card_handles); i++) {
    graphene_rect_t at = rect_of (view, salon_card_handle (box, salon_card_handles[i]));
    GskRoundedRect edge;

    graphene_rect_inset (&at, -HANDLE / 2.0f, -HANDLE / 2.0f);
    gsk_rounded_rect_init_from_rect (&edge, &at, 2);
    gtk_snapshot_push_rounded_clip (snapshot, &edge);
    gtk_snapshot_append_color (snapshot, &white, &at);
    gtk_snapshot_pop (snapshot);
    gtk_snapshot_append_border (snapshot, &edge, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                                (GdkRGBA[4]){ *accent, *accent, *accent, *accent });
  }
}

/* Seen on every ground: the colour on a light line. */
static void
outline (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *accent)
{
  GdkRGBA light = { 1, 1, 1, 0.8f };

  frame (snapshot, rect, 3, &light);
  frame (snapshot, rect, 1.5f, accent);
}

/**
 * salon_design_paint_marks:
 * @hovered: the element below the pointer; 0 = none
 *
 * The safe margin, what is selected, and the handles of a single element.
 */
void
salon_design_paint_marks (GtkWidget *widget, GtkSnapshot *snapshot, const SalonDesignView *view, const SalonCardEditing *editing,
                          guint hovered)
{
  SalonCardDesign *design = salon_card_editing_shown (editing);
  const SalonCardElement *under = hovered != 0 ? salon_card_design_find (design, hovered, NULL, NULL) : NULL;
  guint n = 0;
  const guint *ids = salon_card_editing_selection (editing, &n);
  GdkRGBA accent, faint;

  salon_compat_lookup_color (widget, "salon_accent_fill", &accent);
  faint = accent;
  faint.alpha = 0.55f;
  paint_margin (snapshot, view);
  if (under != NULL && !salon_card_editing_is_selected (editing, hovered)) {
    graphene_rect_t rect = rect_of (view, box_of (under));

    frame (snapshot, &rect, 1, &faint);
  }
  for (guint i = 0; i < n; i++) {
    const SalonCardElement *element = salon_card_design_find (design, ids[i], NULL, NULL);
    graphene_rect_t rect = rect_of (view, box_of (element));

    outline (snapshot, &rect, &accent);
  }
  if (n == 1)
    paint_handles (snapshot, view, salon_card_editing_box (editing), &accent);
}

/**
 * salon_design_paint_guides:
 * @guide_x: micrometres, or %SALON_CARD_NO_GUIDE
 */
void
salon_design_paint_guides (GtkWidget *widget, GtkSnapshot *snapshot, const SalonDesignView *view, int guide_x, int guide_y)
{
  const int beyond = 2500;
  GdkRGBA color = { 0.85f, 0.12f, 0.45f, 0.95f };
  graphene_rect_t rect;

  if (guide_x != SALON_CARD_NO_GUIDE) {
    rect = rect_of (view, (SalonCardBox){ guide_x, -beyond, 0, SALON_CARD_HEIGHT + 2 * beyond });
    rect.size.width = 1;
    gtk_snapshot_append_color (snapshot, &color, &rect);
  }
  if (guide_y != SALON_CARD_NO_GUIDE) {
    rect = rect_of (view, (SalonCardBox){ -beyond, guide_y, SALON_CARD_WIDTH + 2 * beyond, 0 });
    rect.size.height = 1;
    gtk_snapshot_append_color (snapshot, &color, &rect);
  }
}

/**
 * salon_design_paint_band: what is being selected by drawing a box around it
 */
void
salon_design_paint_band (GtkWidget *widget, GtkSnapshot *snapshot, const SalonDesignView *view, SalonCardBox band)
{
  graphene_rect_t rect = rect_of (view, band);
  GdkRGBA accent, soft;

  graphene_rect_normalize (&rect);
  salon_compat_lookup_color (widget, "salon_accent_fill", &accent);
  soft = accent;
  soft.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot, &soft, &rect);
  frame (snapshot, &rect, 1, &accent);
}
