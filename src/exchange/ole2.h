#pragma once
/* The streams within an OLE2 file, which old Excel files and password-protected new ones are. */
#include <glib.h>

G_BEGIN_DECLS

typedef struct _SalonOle2 SalonOle2;

SalonOle2 *salon_ole2_open (GBytes *file);
void salon_ole2_free (SalonOle2 *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonOle2, salon_ole2_free)

gboolean salon_ole2_has (SalonOle2 *self, const char *name);
GBytes *salon_ole2_read (SalonOle2 *self, const char *name);

G_END_DECLS
