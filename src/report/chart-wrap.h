#pragma once
/* Names on several short lines.  For the files of charts only. */
#include "report/chart-scene.h"

G_BEGIN_DECLS

gboolean salon_name_wrap (SalonScene *scene, SalonTextStyle style, const char *name, double width, guint most, GPtrArray *lines);

G_END_DECLS
