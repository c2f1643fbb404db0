/* The paper is white whatever the colours of the window are. */
#include "config.h"

#include "gui/parts/paper-view.h"
#include "gui/widgets/build.h"

#define GAP        12   /* around and between pages, pixels */
#define ROLL_WIDTH 300  /* points: what is narrower comes from a roll */

struct _SalonPaperView {
  GtkWidget parent_instance;
  GtkWidget *area;
  SalonPages *pages; /* NULL until there are some */
};

G_DEFINE_FINAL_TYPE (SalonPaperView, salon_paper_view, GTK_TYPE_WIDGET)

/* The small print of a roll is shown larger. */
static double
scale_of (const SalonPaperView *self)
{
  return salon_pages_width (self->pages) < ROLL_WIDTH ? 1.4 : 1.1;
}

static void
draw_page (const SalonPaperView *self, cairo_t *cr, guint page)
{
  cairo_rectangle (cr, 0, 0, salon_pages_width (self->pages), salon_pages_height (self->pages));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  salon_pages_draw (self->pages, page, cr);
}

static void
on_draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const SalonPaperView *self = data;

  for (guint i = 0; self->pages != NULL && i < salon_pages_count (self->pages); i++) {
    double scale = scale_of (self);

    cairo_save (cr);
    cairo_translate (cr, (width - salon_pages_width (self->pages) * scale) / 2,
                     GAP + i * (salon_pages_height (self->pages) * scale + GAP));
    cairo_scale (cr, scale, scale);
    draw_page (self, cr, i);
    cairo_restore (cr);
  }
}

static void
salon_paper_view_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_paper_view_parent_class)->dispose (object);
}

static void
salon_paper_view_finalize (GObject *object)
{
  g_clear_pointer (&SALON_PAPER_VIEW (object)->pages, salon_pages_unref);
  G_OBJECT_CLASS (salon_paper_view_parent_class)->finalize (object);
}

static void
salon_paper_view_class_init (SalonPaperViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_paper_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_paper_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_paper_view_init (SalonPaperView *self)
{
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), on_draw, self, NULL);
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
}

/**
 * salon_paper_view_new:
 * @label: what it shows, for a screen reader
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_paper_view_new (const char *label)
{
  SalonPaperView *self = g_object_new (SALON_TYPE_PAPER_VIEW, NULL);

  salon_set_accessible_label (self->area, label);
  return GTK_WIDGET (self);
}

/**
 * salon_paper_view_set_pages:
 *
 * Shows them in place of the others.
 */
void
salon_paper_view_set_pages (SalonPaperView *self, SalonPages *pages)
{
  double height = 0;

  salon_pages_ref (pages);
  g_clear_pointer (&self->pages, salon_pages_unref);
  self->pages = pages;
  height = salon_pages_height (pages) * scale_of (self) + GAP;
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), (int) (salon_pages_width (pages) * scale_of (self)) + 2 * GAP);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), (int) (height * salon_pages_count (pages)) + GAP);
  gtk_widget_queue_draw (self->area);
}
