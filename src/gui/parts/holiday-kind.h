#pragma once
/* What is asked about the days on which the salon is closed, and what a line says of them. */
#include "gui/parts/entity-row.h"

G_BEGIN_DECLS

extern const SalonEntityKind salon_kind_holidays;

G_END_DECLS
