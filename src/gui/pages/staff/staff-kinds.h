#pragma once
/* What is asked about absences, breaks and kinds of shifts, and what a line says of them. */
#include "gui/parts/entity-row.h"
#include "model/entities/shift-template.h"

G_BEGIN_DECLS

extern const SalonEntityKind salon_kind_absences;
extern const SalonEntityKind salon_kind_weekly_breaks;
extern const SalonEntityKind salon_kind_work_breaks;
extern const SalonEntityKind salon_kind_shift_templates;

SalonShiftTemplate *salon_kind_shift_templates_create (SalonSession *session);

G_END_DECLS
