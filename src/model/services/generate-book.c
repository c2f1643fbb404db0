/* Finds places by the same rule of overlap as the desk does, but in memory: a generated salon of a million
 * visits asks ten million times. */
#include "config.h"

#include "model/services/generate-book.h"

struct _SalonBook {
  const SalonPlan *plan;
  SalonDay day;
  SalonPlanHours *hours;                   /* of each employee today */
  GArray *present[SALON_PLAN_PROFESSIONS]; /* int: indices of who works today */
  GArray **employees;                      /* SalonBusy, taken */
  GArray **rooms;                          /* SalonBusy, taken */
};

static GArray **
lanes_new (guint n)
{
  GArray **lanes = g_new0 (GArray *, n);

  for (guint i = 0; i < n; i++)
    lanes[i] = g_array_new (FALSE, FALSE, sizeof (SalonBusy));
  return lanes;
}

static void
lanes_free (GArray **lanes, guint n)
{
  for (guint i = 0; i < n; i++)
    g_array_unref (lanes[i]);
  g_free (lanes);
}

static const SalonPlanService *
service_of (const SalonPlan *plan, int service)
{
  return &g_array_index (plan->services, SalonPlanService, service);
}

static const SalonPlanRoom *
room_of (const SalonPlan *plan, int room)
{
  return &g_array_index (plan->rooms, SalonPlanRoom, room);
}

static void
layout_of (const SalonPlan *plan, const SalonBookPlace *place, SalonLineLayout *layout)
{
  SalonLineShape shape = service_of (plan, place->service)->shape;

  if (place->room != SALON_BOOK_NO_ROOM)
    shape.cleanup = room_of (plan, place->room)->cleanup;
  salon_line_layout (&shape, place->start, 0, layout);
}

/**
 * salon_book_new:
 * @plan: borrowed; outlives the book
 */
SalonBook *
salon_book_new (const SalonPlan *plan)
{
  SalonBook *self = g_new0 (SalonBook, 1);

  self->plan = plan;
  self->hours = g_new0 (SalonPlanHours, plan->employees->len);
  self->employees = lanes_new (plan->employees->len);
  self->rooms = lanes_new (plan->rooms->len);
  for (int i = 0; i < SALON_PLAN_PROFESSIONS; i++)
    self->present[i] = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

/**
 * salon_book_free: frees a book
 */
void
salon_book_free (SalonBook *self)
{
  lanes_free (self->employees, self->plan->employees->len);
  lanes_free (self->rooms, self->plan->rooms->len);
  for (int i = 0; i < SALON_PLAN_PROFESSIONS; i++)
    g_array_unref (self->present[i]);
  g_free (self->hours);
  g_free (self);
}

/**
 * salon_book_open: an empty page for @day
 */
void
salon_book_open (SalonBook *self, SalonDay day)
{
  self->day = day;
  for (int i = 0; i < SALON_PLAN_PROFESSIONS; i++)
    g_array_set_size (self->present[i], 0);
  for (guint i = 0; i < self->plan->rooms->len; i++)
    g_array_set_size (self->rooms[i], 0);
  for (int i = 0; i < (int) self->plan->employees->len; i++) {
    const SalonPlanEmployee *who = &g_array_index (self->plan->employees, SalonPlanEmployee, i);

    g_array_set_size (self->employees[i], 0);
    if (salon_plan_is_holiday (self->plan, day) || !salon_plan_hours (self->plan, (guint) i, day, &self->hours[i]))
      self->hours[i] = (SalonPlanHours){ SALON_PLAN_MINUTES_NONE, SALON_PLAN_MINUTES_NONE };
    else
      g_array_append_val (self->present[who->profession], i);
  }
}

/**
 * salon_book_works:
 * @hours: (out): minutes of the day
 *
 * Returns: whether the employee works today
 */
gboolean
salon_book_works (const SalonBook *self, int employee, SalonPlanHours *hours)
{
  *hours = self->hours[employee];
  return hours->from != SALON_PLAN_MINUTES_NONE;
}

/**
 * salon_book_present:
 *
 * Returns: (transfer none) (element-type int): who of the profession works today
 */
const GArray *
salon_book_present (const SalonBook *self, int profession)
{
  return self->present[profession];
}

/**
 * salon_book_pause:
 * @from: minute of the day
 * @to: minute of the day
 *
 * The employee takes a break; her room does not.
 */
void
salon_book_pause (SalonBook *self, int employee, int from, int to)
{
  gint64 midnight = (gint64) self->day * SALON_MINUTES_A_DAY;
  SalonBusy busy = { midnight + from, midnight + to, 0, 0, 0 };

  g_array_append_val (self->employees[employee], busy);
}

static gboolean
employee_is_free (const SalonBook *self, const SalonBookPlace *place)
{
  const GArray *taken = self->employees[place->employee];
  SalonLineLayout layout;

  layout_of (self->plan, place, &layout);
  for (guint i = 0; i < layout.n_work; i++)
    if (salon_overlap_find ((const SalonBusy *) (gpointer) taken->data, taken->len, &layout.work[i], SALON_BUFFERS_LARGER) >= 0)
      return FALSE;
  return TRUE;
}

static gboolean
room_is_free (const SalonBook *self, const SalonBookPlace *place)
{
  const GArray *taken = self->rooms[place->room];
  SalonLineLayout layout;

  layout_of (self->plan, place, &layout);
  return salon_overlap_find_room ((const SalonBusy *) (gpointer) taken->data, taken->len, room_of (self->plan, place->room)->capacity,
                                  &layout.room, SALON_BUFFERS_LARGER) < 0;
}

/**
 * salon_book_fits:
 * @place: (inout): service, employee and start are given; gets a room
 *
 * Returns: whether the employee works at that time and she and a room are free
 */
gboolean
salon_book_fits (const SalonBook *self, SalonBookPlace *place)
{
  gint64 midnight = (gint64) self->day * SALON_MINUTES_A_DAY;
  const SalonPlanHours *hours = &self->hours[place->employee];
  const SalonPlanService *service = service_of (self->plan, place->service);
  guint n_rooms = self->plan->rooms->len;
  guint first = (guint) place->employee / 8 * (n_rooms / ((self->plan->employees->len + 7) / 8));

  place->room = SALON_BOOK_NO_ROOM;
  if (hours->from == SALON_PLAN_MINUTES_NONE || place->start < midnight + hours->from
      || place->start + salon_line_length (&service->shape) > midnight + hours->to || !employee_is_free (self, place))
    return FALSE;
  for (guint i = 0; i < n_rooms; i++) { /* the rooms of her own set first */
    place->room = (int) ((first + i) % n_rooms);
    if (room_of (self->plan, place->room)->kind == service->room_kind && room_is_free (self, place))
      return TRUE;
  }
  return FALSE;
}

/**
 * salon_book_search:
 * @wanted: minute of the day that would be best
 * @place: (inout): service and employee are given; gets start and room
 *
 * Returns: whether there is a place today; it is the one nearest to @wanted
 */
gboolean
salon_book_search (const SalonBook *self, int wanted, SalonBookPlace *place)
{
  gint64 midnight = (gint64) self->day * SALON_MINUTES_A_DAY;
  int step = self->plan->step;
  SalonPlanHours hours;
  int last = 0;

  if (!salon_book_works (self, place->employee, &hours))
    return FALSE;
  last = hours.to - salon_line_length (&service_of (self->plan, place->service)->shape);
  if (last < hours.from)
    return FALSE;
  wanted = CLAMP (wanted, hours.from, last) / step * step;
  for (int away = 0; away <= hours.to - hours.from; away += step)
    for (int side = away > 0 ? -1 : 1; side <= 1; side += 2) {
      place->start = midnight + wanted + side * away;
      if (salon_book_fits (self, place))
        return TRUE;
    }
  return FALSE;
}

/**
 * salon_book_take: writes a place that fits into the page
 */
void
salon_book_take (SalonBook *self, const SalonBookPlace *place)
{
  SalonLineLayout layout;

  layout_of (self->plan, place, &layout);
  g_array_append_vals (self->employees[place->employee], layout.work, layout.n_work);
  if (place->room != SALON_BOOK_NO_ROOM)
    g_array_append_val (self->rooms[place->room], layout.room);
}

/**
 * salon_book_length:
 *
 * Returns: minutes from the first of the service to the last, buffers not counted
 */
int
salon_book_length (const SalonPlan *plan, int service)
{
  return salon_line_length (&service_of (plan, service)->shape);
}
