/* Finds a room for a line that was booked without one. */
#include "config.h"

#include "base/day.h"
#include "model/rules/overlap.h"
#include "model/services/booking-rooms.h"
#include "model/services/diary.h"

static gboolean
is_free (const SalonRoom *room, const SalonVisitLine *line, const SalonDiary *diary, SalonBufferRule rule)
{
  SalonSlotRoom taken = salon_diary_slot_room (diary, room);
  SalonLineShape shape = { 0 };
  SalonLineLayout layout = { 0 };

  salon_line_shape_of_visit_line (line, &shape);
  shape.cleanup = taken.cleanup;
  salon_line_layout (&shape, line->start_min, line->visit_id, &layout);
  return salon_overlap_find_room (taken.busy, taken.n_busy, taken.capacity, &layout.room, rule) < 0;
}

/**
 * salon_booking_room_is_free:
 * @free: (out): whether the room that the line has can be had for it
 */
gboolean
salon_booking_room_is_free (SalonTx *tx, const SalonVisitLine *line, SalonBookingFacts *facts, gboolean *free, GError **error)
{
  SalonRoom *room = salon_booking_facts_room (facts, line->room_id, error);
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonDiaryScope scope = { line->start_min, line->start_min + SALON_MINUTES_A_DAY, nobody, rooms, NULL };
  g_autoptr (SalonDiary) diary = NULL;

  if (room == NULL)
    return FALSE;
  g_ptr_array_add (rooms, room);
  diary = salon_diary_load (tx, &scope, error);
  if (diary == NULL)
    return FALSE;
  *free = room->archived == 0 && is_free (room, line, diary, salon_booking_facts_settings (facts)->buffers);
  return TRUE;
}

/**
 * salon_booking_choose_room:
 * @line: its room_id is set; stays 0 if the service wants no kind of room; its visit's own time is not in its way
 * @room_before: room of the line before; 0 = none
 *
 * The room of the line before if it will do, else the first that is free; if none is, the first: the clash there tells
 * who is in it.
 */
gboolean
salon_booking_choose_room (SalonTx *tx, SalonVisitLine *line, gint64 room_before, SalonBookingFacts *facts,
                           GError **error)
{
  const SalonService *service = salon_booking_facts_service (facts, line->service_id, error);
  g_autoptr (GPtrArray) rooms = service != NULL ? salon_booking_facts_rooms_for (facts, service, error) : NULL;
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonDiaryScope scope = { line->start_min, line->start_min + SALON_MINUTES_A_DAY, nobody, rooms, NULL };
  g_autoptr (SalonDiary) diary = NULL;

  if (rooms == NULL)
    return FALSE;
  if (rooms->len == 0)
    return TRUE;
  diary = salon_diary_load (tx, &scope, error);
  if (diary == NULL)
    return FALSE;
  for (guint i = 0; i < rooms->len; i++) {
    gint64 id = salon_entity_get_id (rooms->pdata[i]);

    if (line->room_id != 0 && id != room_before)
      continue;
    if (is_free (rooms->pdata[i], line, diary, salon_booking_facts_settings (facts)->buffers))
      line->room_id = id;
  }
  if (line->room_id == 0)
    line->room_id = salon_entity_get_id (rooms->pdata[0]);
  return TRUE;
}
