#pragma once
/* Who works when and what is taken, for some employees and rooms over some days, as the rules want it. */
#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/rules/schedule.h"
#include "model/rules/slots.h"
#include "model/services/use-case.h"
#include "model/store/schedule-store.h"

G_BEGIN_DECLS

typedef struct _SalonDiary SalonDiary;

/**
 * SalonDiaryScope:
 * @from_min: first absolute wall minute that matters
 * @to_min: first minute that does not matter any more
 * @employee_ids: (element-type gint64): may name one twice
 * @rooms: (element-type SalonRoom): may name one twice
 * @schedule: (nullable): what salon_diary_load_schedule() loaded for a longer span; its shifts and breaks
 *   are replaced
 */
typedef struct {
  gint64 from_min;
  gint64 to_min;
  const GArray *employee_ids;
  const GPtrArray *rooms;
  SalonScheduleRows *schedule;
} SalonDiaryScope;

SalonScheduleRows *salon_diary_load_schedule (SalonTx *tx, gint64 from_min, gint64 to_min, const GArray *employee_ids,
                                              GError **error);

SalonDiary *salon_diary_load (SalonTx *tx, const SalonDiaryScope *scope, GError **error);
SalonDiary *salon_diary_load_times (SalonTx *tx, const SalonDiaryScope *scope, GError **error);
void salon_diary_free (SalonDiary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonDiary, salon_diary_free)

const SalonScheduleTimes *salon_diary_times (const SalonDiary *self, gint64 employee_id);
const GArray *salon_diary_employee_busy (const SalonDiary *self, gint64 employee_id);
const GArray *salon_diary_room_busy (const SalonDiary *self, gint64 room_id);
SalonSlotEmployee salon_diary_slot_employee (const SalonDiary *self, const SalonEmployee *employee);
SalonSlotRoom salon_diary_slot_room (const SalonDiary *self, const SalonRoom *room);

G_END_DECLS
