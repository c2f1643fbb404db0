#pragma once
/* More about the visit on which the pointer rests. */
#include "gui/widgets/schedule-grid.h"

G_BEGIN_DECLS

typedef struct _SalonScheduleHint SalonScheduleHint;

SalonScheduleHint *salon_schedule_hint_new (SalonScheduleGrid *grid);
void salon_schedule_hint_free (SalonScheduleHint *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonScheduleHint, salon_schedule_hint_free)

void salon_schedule_hint_point (SalonScheduleHint *self, SalonVisitBlock *block);
void salon_schedule_hint_end (SalonScheduleHint *self);

G_END_DECLS
