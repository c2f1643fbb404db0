#pragma once
/* What can be said about a picture file without decoding it. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonProbe:
 * @kind: four letters ("JPEG", "PNG "), "    " for no picture
 * @mime: what gdk-pixbuf calls a kind that is read here; %NULL for the others
 * @complete: whether the file reaches its own end
 */
typedef struct {
  char kind[5];
  const char *mime;
  gboolean complete;
} SalonProbe;

SalonProbe salon_probe (const guint8 *data, gsize length);
gboolean salon_probe_known (const SalonProbe *probe);

G_END_DECLS
