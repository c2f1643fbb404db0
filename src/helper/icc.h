#pragma once
/* From the colours that a camera means to those that a screen shows. */
#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

gboolean salon_icc_apply (GdkPixbuf *pixbuf, const guint8 *profile, gsize length);

G_END_DECLS
