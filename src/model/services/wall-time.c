/* When the clocks go forward in spring, an hour of the wall does not exist. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/rules/field-check.h"
#include "model/rules/slot-text.h"
#include "model/services/wall-time.h"
#include "model/store/tx.h"

#define US_A_MINUTE  G_GINT64_CONSTANT (60000000)
#define SHORTEST_JUMP 15 /* no zone has ever moved its clocks by less */

static gboolean
exists (SalonClock *clock, gint64 minute, gint64 *next)
{
  SalonDay day = (SalonDay) (minute / SALON_MINUTES_A_DAY);
  int next_valid = 0;
  gboolean ok = salon_clock_wall_to_utc (clock, day, (int) (minute % SALON_MINUTES_A_DAY), NULL, &next_valid);

  *next = (gint64) day * SALON_MINUTES_A_DAY + next_valid;
  return ok;
}

/**
 * salon_wall_time_check:
 * @start_min: absolute wall minute, any number
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of the field "start_min" when there is no such day or,
 *   because the clocks jump, no such time on it
 */
gboolean
salon_wall_time_check (SalonTx *tx, gint64 start_min, GError **error)
{
  gint64 first = (gint64) salon_day_from_ymd (SALON_FIRST_YEAR, 1, 1) * SALON_MINUTES_A_DAY;
  gint64 end = (gint64) salon_day_from_ymd (SALON_LAST_YEAR + 1, 1, 1) * SALON_MINUTES_A_DAY;
  gint64 next = 0;
  g_autofree char *text = NULL;

  if (start_min < first || start_min >= end) {
    salon_set_field_error (error, "start_min", _("There is no such day; visits can be on days from %d to %d."),
                           SALON_FIRST_YEAR, SALON_LAST_YEAR);
    return FALSE;
  }
  if (exists (salon_tx_clock (tx), start_min, &next))
    return TRUE;
  text = salon_slot_text (&(SalonSlotWords){ .kind = SALON_SLOT_NO_SUCH_TIME, .from = start_min, .to = next });
  salon_set_field_error (error, "start_min", "%s", text);
  return FALSE;
}

/* Adds the minutes that the clocks leave out in the day from @noon on. */
static void
add_jump (SalonClock *clock, gint64 noon, GArray *set)
{
  gint64 next = 0;

  for (gint64 minute = noon; minute < noon + SALON_MINUTES_A_DAY; minute += SHORTEST_JUMP) {
    gint64 first = minute;
    gint64 ignored = 0;

    if (exists (clock, minute, &next))
      continue;
    while (!exists (clock, first - 1, &ignored))
      first--;
    salon_intervals_add (set, first, next);
    return;
  }
}

static gint64
utc_of_noon (SalonClock *clock, gint64 day)
{
  gint64 utc = 0;

  salon_clock_wall_to_utc (clock, (SalonDay) day, SALON_MINUTES_A_DAY / 2, &utc, NULL);
  return utc;
}

/**
 * salon_wall_time_add_jumps:
 * @from_min: absolute wall minute
 * @to_min: absolute wall minute
 * @set: (element-type SalonInterval): gets the minutes of these days that do not exist; normalise it
 */
void
salon_wall_time_add_jumps (SalonTx *tx, gint64 from_min, gint64 to_min, GArray *set)
{
  SalonClock *clock = salon_tx_clock (tx);
  gint64 first_day = from_min / SALON_MINUTES_A_DAY;
  gint64 last_day = (to_min - 1) / SALON_MINUTES_A_DAY;
  gint64 before = utc_of_noon (clock, first_day - 1);

  for (gint64 day = first_day; day <= last_day + 1; day++) {
    gint64 utc = utc_of_noon (clock, day);

    if (utc - before < SALON_MINUTES_A_DAY * US_A_MINUTE)
      add_jump (clock, day * SALON_MINUTES_A_DAY - SALON_MINUTES_A_DAY / 2, set);
    before = utc;
  }
}
