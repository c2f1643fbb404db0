#pragma once
/* Pages that are laid out: drawn on any cairo context, any number of times, or written as a PDF file. */
#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Counted by references; read only; may be used from any thread. */
typedef struct _SalonPages SalonPages;

SalonPages *salon_pages_new (double width, double height, const char *title);
cairo_t *salon_pages_add (SalonPages *self);
SalonPages *salon_pages_ref (SalonPages *self);
void salon_pages_unref (SalonPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPages, salon_pages_unref)

guint salon_pages_count (const SalonPages *self);
double salon_pages_width (const SalonPages *self);
double salon_pages_height (const SalonPages *self);
const char *salon_pages_title (const SalonPages *self);
void salon_pages_draw (const SalonPages *self, guint page, cairo_t *cr);
GBytes *salon_pages_to_pdf (const SalonPages *self, GError **error);

G_END_DECLS
