#pragma once
/* The status in a filter apart from the rest of it. */
#include "model/entities/filter.h"

G_BEGIN_DECLS

SalonFilter *salon_filter_without_status (const SalonFilter *filter, guint *statuses);
SalonFilter *salon_filter_with_statuses (SalonFilter *rest, guint statuses);

G_END_DECLS
