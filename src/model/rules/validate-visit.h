#pragma once
/* Whether a visit with its lines can be kept, before anybody asks who is free. */
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/overlap.h"

G_BEGIN_DECLS

gboolean salon_validate_visit (const SalonVisit *visit, const GPtrArray *lines, GError **error);
void salon_visit_set_span (SalonVisit *visit, const GPtrArray *lines);
gboolean salon_visit_lines_clash (const GPtrArray *lines, SalonBufferRule rule, guint *first, guint *second);

G_END_DECLS
