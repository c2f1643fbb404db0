#pragma once
/* A filter as people type it and as it is kept:
 *
 *   status = lost and (tag in (3, 5) or age 30..50) and not upcoming and last_visit before today-60
 *
 * printing is canonical, and parse (print (x)) = x. */
#include "model/entities/filter.h"

G_BEGIN_DECLS

/* More is refused: such a text was not made by a person. */
#define SALON_FILTER_TEXT_MAX  20000 /* bytes */
#define SALON_FILTER_NODES_MAX 400
#define SALON_FILTER_DEPTH_MAX 30
#define SALON_FILTER_IDS_MAX   1000  /* values of all tests together */

char *salon_filter_print (const SalonFilter *self);
SalonFilter *salon_filter_parse (const char *text, GError **error);
char *salon_filter_period_print (const SalonFilterPeriod *period);
gboolean salon_filter_period_parse (const char *text, SalonFilterPeriod *period, GError **error);

G_END_DECLS
