#pragma once
/* What can become of a filter that one made: a segment, another filter of a segment, the rule of a category. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_KEEPER (salon_filter_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterKeeper, salon_filter_keeper, SALON, FILTER_KEEPER, GtkWidget)

GtkWidget *salon_filter_keeper_new (SalonSession *session);
void salon_filter_keeper_set_filter (SalonFilterKeeper *self, SalonFilter *filter, gint64 segment, const char *segment_name);

G_END_DECLS
