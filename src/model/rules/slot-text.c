/* What speaks against a placement, in sentences: the same on the board while something is dragged, when a booking is
 * refused, and on the command line. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/slot-text.h"

static char *
day_of (const SalonSlotWords *words)
{
  return salon_day_format_relative ((SalonDay) (words->from / SALON_MINUTES_A_DAY), words->today);
}

static char *
text_of_day (const SalonSlotWords *words)
{
  g_autofree char *day = day_of (words);

  if (words->kind == SALON_SLOT_HOLIDAY)
    /* Translators: a day */
    return g_strdup_printf (_("The salon is closed: %s."), day);
  /* Translators: employee, day */
  return g_strdup_printf (_("%1$s is away: %2$s."), words->employee, day);
}

/* The times of the wall that the clocks leave out: @from is what was wanted, @to the next that there is. */
static char *
text_of_no_time (const SalonSlotWords *words)
{
  g_autofree char *day = salon_day_format ((SalonDay) (words->from / SALON_MINUTES_A_DAY));
  g_autofree char *wanted = salon_minute_format ((int) (words->from % SALON_MINUTES_A_DAY));
  g_autofree char *valid = salon_minute_format ((int) (words->to % SALON_MINUTES_A_DAY));

  /* Translators: a time, a day, another time */
  return g_strdup_printf (_("There is no %1$s on %2$s, because the clocks go forward. The next time is %3$s."), wanted, day,
                          valid);
}

static char *
text_of_employee_busy (const SalonSlotWords *words)
{
  g_autofree char *when = salon_slot_text_when (words->from, words->to, words->today);

  if (words->client == NULL)
    /* Translators: employee, time */
    return g_strdup_printf (_("%1$s is busy: %2$s."), words->employee, when);
  if (words->room == NULL)
    /* Translators: employee, client, time */
    return g_strdup_printf (_("%1$s is busy with %2$s: %3$s."), words->employee, words->client, when);
  /* Translators: employee, client, time, room */
  return g_strdup_printf (_("%1$s is busy with %2$s: %3$s, %4$s."), words->employee, words->client, when, words->room);
}

static char *
text_of_time (const SalonSlotWords *words)
{
  g_autofree char *when = salon_slot_text_when (words->from, words->to, words->today);

  if (words->kind == SALON_SLOT_ROOM_BUSY && words->client == NULL)
    /* Translators: room, time */
    return g_strdup_printf (_("%1$s is taken: %2$s."), words->room, when);
  if (words->kind == SALON_SLOT_ROOM_BUSY)
    /* Translators: room, client, time, employee */
    return g_strdup_printf (_("%1$s is taken by %2$s: %3$s, with %4$s."), words->room, words->client, when, words->employee);
  if (words->kind == SALON_SLOT_CLIENT_BUSY)
    return g_strdup_printf (_("The client has another visit then: %s."), when);
  /* Translators: employee, time */
  return g_strdup_printf (_("%1$s does not work then: %2$s."), words->employee, when);
}

static char *
text_of_two (const SalonSlotWords *words)
{
  if (words->kind == SALON_SLOT_NOT_TOGETHER)
    /* Translators: service, service */
    return g_strdup_printf (_("“%1$s” and “%2$s” are not done at the same time."), words->service, words->other_service);
  if (words->kind == SALON_SLOT_TWO_ROOMS)
    /* Translators: service, service */
    return g_strdup_printf (_("“%1$s” and “%2$s” are at the same time, but in two rooms."), words->service,
                            words->other_service);
  /* Translators: employee, service, service */
  return g_strdup_printf (_("%1$s cannot do “%2$s” and “%3$s” at the same time."), words->employee, words->service,
                          words->other_service);
}

static char *
text_of_service (const SalonSlotWords *words)
{
  if (words->kind == SALON_SLOT_NOT_SKILLED)
    /* Translators: employee, service */
    return g_strdup_printf (_("%1$s does not do “%2$s”."), words->employee, words->service);
  if (words->kind == SALON_SLOT_WRONG_ROOM_KIND)
    /* Translators: room, service */
    return g_strdup_printf (_("“%1$s” is not the kind of room for “%2$s”."), words->room, words->service);
  return g_strdup_printf (_("“%s” needs a room."), words->service);
}

/**
 * salon_slot_text:
 *
 * Returns: (transfer full): a whole sentence
 */
char *
salon_slot_text (const SalonSlotWords *words)
{
  switch (words->kind) {
  case SALON_SLOT_EMPLOYEE_BUSY:
    return text_of_employee_busy (words);
  case SALON_SLOT_HOLIDAY:
  case SALON_SLOT_ABSENCE:
    return text_of_day (words);
  case SALON_SLOT_NOT_SKILLED:
  case SALON_SLOT_WRONG_ROOM_KIND:
  case SALON_SLOT_NO_ROOM:
    return text_of_service (words);
  case SALON_SLOT_OWN_LINES:
  case SALON_SLOT_NOT_TOGETHER:
  case SALON_SLOT_TWO_ROOMS:
    return text_of_two (words);
  case SALON_SLOT_NO_SUCH_TIME:
    return text_of_no_time (words);
  case SALON_SLOT_VISIT_OVER:
    return g_strdup (_("The visit is over; it cannot be moved."));
  case SALON_SLOT_CLIENT_HERE:
    return g_strdup (_("The client is here already; the visit cannot be moved to a later day."));
  case SALON_SLOT_NO_BOOKINGS:
    return g_strdup_printf (_("%s takes no bookings."), words->employee);
  case SALON_SLOT_TOO_LONG:
    return g_strdup (_("A visit cannot be longer than a day."));
  case SALON_SLOT_TOO_SHORT:
    return g_strdup_printf (ngettext ("A service lasts at least %d minute and at most a day.",
                                      "A service lasts at least %d minutes and at most a day.", SALON_LINE_LEAST_WORK),
                            SALON_LINE_LEAST_WORK);
  case SALON_SLOT_ROOM_NOT_IN_USE:
    return g_strdup_printf (_("“%s” is not in use any more."), words->room);
  case SALON_SLOT_ROOM_BUSY:
  case SALON_SLOT_OUTSIDE_SHIFT:
  case SALON_SLOT_CLIENT_BUSY:
  default:
    return text_of_time (words);
  }
}

/**
 * salon_slot_text_when:
 * @from_min: absolute wall minute
 * @to_min: absolute wall minute
 *
 * Returns: (transfer full): "today 10:00–11:00", "Tue 24 Nov 10:00–11:00"
 */
char *
salon_slot_text_when (gint64 from_min, gint64 to_min, SalonDay today)
{
  g_autofree char *day = salon_day_format_relative ((SalonDay) (from_min / SALON_MINUTES_A_DAY), today);
  g_autofree char *from = salon_minute_format ((int) (from_min % SALON_MINUTES_A_DAY));
  g_autofree char *to = salon_minute_format ((int) (to_min % SALON_MINUTES_A_DAY));

  /* Translators: a day, the beginning and the end: "today 10:00–11:00" */
  return g_strdup_printf (C_ ("time of a visit", "%1$s %2$s–%3$s"), day, from, to);
}
