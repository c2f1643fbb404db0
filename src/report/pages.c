/* Each page is a recording of what was drawn: text stays text when it is played back into a PDF file or to a printer. */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "report/pages.h"

struct _SalonPages {
  gatomicrefcount ref_count;
  double width;
  double height;
  char *title;
  GPtrArray *recordings; /* cairo_surface_t */
};

/**
 * salon_pages_new:
 * @width: of a page, in points
 * @height: of a page, in points
 * @title: of the document, as a PDF viewer shows it
 *
 * Returns: (transfer full): no page yet
 */
SalonPages *
salon_pages_new (double width, double height, const char *title)
{
  SalonPages *self = g_new0 (SalonPages, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->width = width;
  self->height = height;
  self->title = g_strdup (title);
  self->recordings = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  return self;
}

/**
 * salon_pages_add:
 *
 * Returns: (transfer full): draws on a new last page, in points from its upper left corner
 */
cairo_t *
salon_pages_add (SalonPages *self)
{
  cairo_rectangle_t paper = { 0, 0, self->width, self->height };
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);

  g_ptr_array_add (self->recordings, recording);
  return cairo_create (recording);
}

/**
 * salon_pages_ref:
 *
 * Returns: (transfer full): @self
 */
SalonPages *
salon_pages_ref (SalonPages *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * salon_pages_unref:
 * @self: (transfer full):
 */
void
salon_pages_unref (SalonPages *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->recordings);
  g_free (self->title);
  g_free (self);
}

/**
 * salon_pages_count:
 *
 * Returns: how many pages there are
 */
guint
salon_pages_count (const SalonPages *self)
{
  return self->recordings->len;
}

/**
 * salon_pages_width:
 *
 * Returns: in points
 */
double
salon_pages_width (const SalonPages *self)
{
  return self->width;
}

/**
 * salon_pages_height:
 *
 * Returns: in points
 */
double
salon_pages_height (const SalonPages *self)
{
  return self->height;
}

/**
 * salon_pages_title:
 *
 * Returns: (transfer none): what the document is called
 */
const char *
salon_pages_title (const SalonPages *self)
{
  return self->title;
}

/**
 * salon_pages_draw:
 * @page: which, from 0
 * @cr: a context in points
 *
 * Draws one page; the paper is not painted.
 */
void
salon_pages_draw (const SalonPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (page < self->recordings->len);

  cairo_save (cr);
  cairo_set_source_surface (cr, self->recordings->pdata[page], 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * salon_pages_to_pdf:
 *
 * Returns: (transfer full) (nullable): a PDF file, whose text can be searched and copied
 */
GBytes *
salon_pages_to_pdf (const SalonPages *self, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (collect, data, self->width, self->height);
  cairo_t *cr = cairo_create (pdf);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Salon Desk " SALON_VERSION);
  for (guint i = 0; i < self->recordings->len; i++) {
    salon_pages_draw (self, i, cr);
    cairo_show_page (cr);
  }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (pdf);
  cairo_surface_destroy (pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&data));
  salon_set_error (error, SALON_ERROR_INTERNAL, _("The pages could not be drawn: %s."), cairo_status_to_string (status));
  return NULL;
}
