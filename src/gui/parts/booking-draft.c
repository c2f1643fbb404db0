/* Pure functions: the panel only renders the draft and forwards what was pressed. */
#include "gui/parts/booking-draft.h"
#include "base/day.h"

#define DAYS_AHEAD    60
#define SLOTS_A_DAY   6
#define SLOTS_IN_ALL  36

/**
 * salon_booking_draft_new:
 *
 * Returns: (transfer full): a draft without services
 */
SalonBookingDraft *
salon_booking_draft_new (gint64 client_id)
{
  SalonBookingDraft *self = g_new0 (SalonBookingDraft, 1);

  self->client_id = client_id;
  self->items = g_array_new (FALSE, FALSE, sizeof (SalonSlotsItem));
  self->source = SALON_VISIT_SOURCE_PHONE;
  return self;
}

/**
 * salon_booking_draft_copy:
 *
 * Returns: (transfer full): an independent copy
 */
SalonBookingDraft *
salon_booking_draft_copy (const SalonBookingDraft *self)
{
  SalonBookingDraft *copy = g_memdup2 (self, sizeof *self);

  copy->new_name = g_strdup (self->new_name);
  copy->new_phone = g_strdup (self->new_phone);
  copy->items = g_array_copy (self->items);
  return copy;
}

/**
 * salon_booking_draft_free: frees a draft
 */
void
salon_booking_draft_free (SalonBookingDraft *self)
{
  g_free (self->new_name);
  g_free (self->new_phone);
  g_array_unref (self->items);
  g_free (self);
}

/**
 * salon_booking_draft_set_person:
 *
 * Returns: (transfer full): a draft for somebody who is not in the base yet
 */
SalonBookingDraft *
salon_booking_draft_set_person (const SalonBookingDraft *self, const char *name, const char *phone)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  copy->client_id = 0;
  g_free (copy->new_name);
  g_free (copy->new_phone);
  copy->new_name = g_strdup (name);
  copy->new_phone = g_strdup (phone);
  return copy;
}

/**
 * salon_booking_draft_set_items:
 * @items: (element-type SalonSlotsItem)
 *
 * Returns: (transfer full): a draft with these services and add-ons
 */
SalonBookingDraft *
salon_booking_draft_set_items (const SalonBookingDraft *self, const GArray *items)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  g_array_set_size (copy->items, 0);
  g_array_append_vals (copy->items, items->data, items->len);
  return copy;
}

/**
 * salon_booking_draft_add_service:
 *
 * The first service goes to whom and where somebody pointed; others to any master.
 *
 * Returns: (transfer full): a draft with one service more, at the end
 */
SalonBookingDraft *
salon_booking_draft_add_service (const SalonBookingDraft *self, gint64 service_id)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);
  SalonSlotsItem item = { .service_id = service_id };

  if (copy->items->len == 0) {
    item.employee_id = copy->first_employee;
    item.room_id = copy->first_room;
    item.minutes = copy->first_minutes;
  }
  g_array_append_val (copy->items, item);
  return copy;
}

static guint
end_of_service (const SalonBookingDraft *self, guint index)
{
  for (index++; index < self->items->len && g_array_index (self->items, SalonSlotsItem, index).is_addon;)
    index++;
  return index;
}

/**
 * salon_booking_draft_add_addon:
 * @index: of the service
 *
 * Returns: (transfer full): a draft with an add-on more to that service
 */
SalonBookingDraft *
salon_booking_draft_add_addon (const SalonBookingDraft *self, guint index, gint64 addon_id)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);
  SalonSlotsItem addon = { .service_id = addon_id, .is_addon = TRUE };
  guint end = end_of_service (self, index);

  g_return_val_if_fail (index < self->items->len, copy);
  addon.employee_id = g_array_index (copy->items, SalonSlotsItem, index).employee_id;
  addon.room_id = g_array_index (copy->items, SalonSlotsItem, index).room_id;
  addon.master_matters = g_array_index (copy->items, SalonSlotsItem, index).master_matters;
  g_array_insert_val (copy->items, end, addon);
  return copy;
}

/**
 * salon_booking_draft_remove:
 *
 * Returns: (transfer full): a draft without the service at @index and its add-ons, or without the add-on there
 */
SalonBookingDraft *
salon_booking_draft_remove (const SalonBookingDraft *self, guint index)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);
  guint end = index + 1;

  g_return_val_if_fail (index < self->items->len, copy);
  if (!g_array_index (self->items, SalonSlotsItem, index).is_addon)
    end = end_of_service (self, index);
  g_array_remove_range (copy->items, index, end - index);
  return copy;
}

/**
 * salon_booking_draft_set_employee:
 * @index: of a service; its add-ons follow
 *
 * Returns: (transfer full): a draft with this master for it; 0 = any
 */
SalonBookingDraft *
salon_booking_draft_set_employee (const SalonBookingDraft *self, guint index, gint64 employee_id)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  for (guint i = index; i < end_of_service (self, index) && i < copy->items->len; i++) {
    SalonSlotsItem *item = &g_array_index (copy->items, SalonSlotsItem, i);

    item->employee_id = employee_id;
    item->master_matters = item->master_matters && employee_id != 0;
  }
  return copy;
}

/**
 * salon_booking_draft_set_room:
 * @index: of a service; its add-ons follow
 *
 * Returns: (transfer full): a draft in which it is done in this room; 0 = any
 */
SalonBookingDraft *
salon_booking_draft_set_room (const SalonBookingDraft *self, guint index, gint64 room_id)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  for (guint i = index; i < end_of_service (self, index) && i < copy->items->len; i++)
    g_array_index (copy->items, SalonSlotsItem, i).room_id = room_id;
  return copy;
}

/**
 * salon_booking_draft_set_matters:
 * @index: of a service; its add-ons follow
 *
 * Returns: (transfer full): a draft in which the client wants nobody else for it, or does
 */
SalonBookingDraft *
salon_booking_draft_set_matters (const SalonBookingDraft *self, guint index, gboolean matters)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  for (guint i = index; i < end_of_service (self, index) && i < copy->items->len; i++)
    g_array_index (copy->items, SalonSlotsItem, i).master_matters = matters;
  return copy;
}

/**
 * salon_booking_draft_set_minutes:
 * @index: of a service; its add-ons take their own time
 * @minutes: how long it is; 0 = as it is offered
 *
 * Returns: (transfer full): a draft with another length
 */
SalonBookingDraft *
salon_booking_draft_set_minutes (const SalonBookingDraft *self, guint index, int minutes)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  g_return_val_if_fail (index < self->items->len, copy);
  g_array_index (copy->items, SalonSlotsItem, index).minutes = minutes;
  return copy;
}

/**
 * salon_booking_draft_set_variant:
 * @index: of a service
 * @variant_id: 0 = none
 * @minutes: how long it is so; 0 = as the service is offered
 *
 * Returns: (transfer full): a draft with another variant of the service
 */
SalonBookingDraft *
salon_booking_draft_set_variant (const SalonBookingDraft *self, guint index, gint64 variant_id, int minutes)
{
  SalonBookingDraft *copy = salon_booking_draft_set_minutes (self, index, minutes);

  g_return_val_if_fail (index < self->items->len, copy);
  g_array_index (copy->items, SalonSlotsItem, index).variant_id = variant_id;
  return copy;
}

/**
 * salon_booking_draft_set_wish:
 *
 * Returns: (transfer full): a draft for one after another, at the same time, or whichever is soonest
 */
SalonBookingDraft *
salon_booking_draft_set_wish (const SalonBookingDraft *self, SalonSolverWish wish)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  copy->wish = wish;
  return copy;
}

/**
 * salon_booking_draft_preset:
 *
 * A length that was drawn is that of a single service; several have their own.
 *
 * Returns: (transfer full): a draft that begins with her, there, then; what follows may be with others
 */
SalonBookingDraft *
salon_booking_draft_preset (const SalonBookingDraft *self, const SalonBookingPreset *preset)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  copy->first_employee = preset->employee_id;
  copy->first_room = preset->room_id;
  copy->first_minutes = preset->minutes;
  copy->inquiry_id = preset->inquiry_id;
  copy->from_min = preset->start_min;
  for (guint i = 0; copy->items->len > 0 && i < end_of_service (copy, 0); i++) {
    SalonSlotsItem *item = &g_array_index (copy->items, SalonSlotsItem, i);

    item->employee_id = preset->employee_id != 0 ? preset->employee_id : item->employee_id;
    item->room_id = preset->room_id;
  }
  if (salon_booking_draft_count (copy) == 1 && (preset->minutes != 0 || g_array_index (copy->items, SalonSlotsItem, 0).variant_id == 0))
    g_array_index (copy->items, SalonSlotsItem, 0).minutes = preset->minutes;
  return copy;
}

/**
 * salon_booking_draft_next:
 *
 * Returns: (transfer full): a draft for the next visit of the same client, from now on, of the usual length
 */
SalonBookingDraft *
salon_booking_draft_next (const SalonBookingDraft *self)
{
  SalonBookingDraft *copy = salon_booking_draft_move (self, 0);

  copy->first_employee = 0;
  copy->first_room = 0;
  copy->first_minutes = 0;
  copy->inquiry_id = 0;
  copy->from_min = 0;
  for (guint i = 0; i < copy->items->len; i++) /* a variant keeps the length that it needs */
    if (g_array_index (copy->items, SalonSlotsItem, i).variant_id == 0)
      g_array_index (copy->items, SalonSlotsItem, i).minutes = 0;
  return copy;
}

/**
 * salon_booking_draft_move:
 *
 * Returns: (transfer full): a draft that gives a visit another time
 */
SalonBookingDraft *
salon_booking_draft_move (const SalonBookingDraft *self, gint64 visit_id)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  copy->moved_visit = visit_id;
  return copy;
}

/**
 * salon_booking_draft_is_empty:
 *
 * Returns: whether no service was chosen yet
 */
gboolean
salon_booking_draft_is_empty (const SalonBookingDraft *self)
{
  return self->items->len == 0;
}

/**
 * salon_booking_draft_count:
 *
 * Returns: how many services were chosen, add-ons not counted
 */
guint
salon_booking_draft_count (const SalonBookingDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += !g_array_index (self->items, SalonSlotsItem, i).is_addon;
  return n;
}

/**
 * salon_booking_draft_slots:
 *
 * Returns: (transfer full): the question for free times
 */
SalonSlotsRequest *
salon_booking_draft_slots (const SalonBookingDraft *self)
{
  SalonSlotsRequest *request = salon_slots_request_new (0, 0, SLOTS_IN_ALL);

  g_array_set_size (request->items, 0);
  g_array_append_vals (request->items, self->items->data, self->items->len);
  request->wish = salon_booking_draft_count (self) > 1 ? self->wish : SALON_SOLVER_CHAIN;
  request->client_id = self->client_id;
  request->visit_id = self->moved_visit;
  request->from_min = self->from_min;
  request->n_days = DAYS_AHEAD;
  request->per_day = SLOTS_A_DAY;
  return request;
}

/**
 * salon_booking_draft_request:
 *
 * Returns: (transfer full): the booking at @slot
 */
SalonBookingRequest *
salon_booking_draft_request (const SalonBookingDraft *self, const SalonFreeSlot *slot)
{
  SalonBookingRequest *request = salon_booking_request_new (self->client_id, self->source);

  request->new_name = g_strdup (self->new_name);
  request->new_phone = g_strdup (self->new_phone);
  g_array_append_vals (request->lines, slot->lines->data, slot->lines->len);
  return request;
}
