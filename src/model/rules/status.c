/* The status of a client: potential, new, permanent or lost.
 *
 * For a day T, with visits that count (arrived, in service or done; several on one day are one):
 *   1. no visit up to T: potential;
 *   2. the last visit before T - L months, and at least K visits: lost;
 *   3. at least N visits in [T - W months, T]: permanent; or, if sticky, permanent once since the last lost;
 *   4. else new.
 * Months are those of the calendar, clamped: 31 May less 3 months is 28 February.
 *
 * salon_status_on() follows these sentences; salon_status_derive() turns them into days to compare with.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/status.h"

#define MAX_MONTHS 120
#define MAX_VISITS 100

/* How many of the sorted days lie before @day. */
static guint
count_before (const SalonDay *days, guint n_days, SalonDay day)
{
  guint low = 0;
  guint high = n_days;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (days[middle] < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static guint
count_up_to (const SalonDay *days, guint n_days, SalonDay day)
{
  return day == SALON_DAY_NEVER ? n_days : count_before (days, n_days, day + 1);
}

/* The first day T with T - months > day.  Clamping makes several days fall on the end of a short month, so that it
 * may be up to four days later than day + months. */
static SalonDay
first_day_beyond (SalonDay day, int months)
{
  SalonDay beyond = salon_day_add_months (day, months);

  while (salon_day_add_months (beyond, -months) <= day)
    beyond++;
  return beyond;
}

static SalonDay
window_start (const SalonStatusParams *params, SalonDay day)
{
  return params->window_months > 0 ? salon_day_add_months (day, -params->window_months) : SALON_DAY_MIN;
}

/* Whether she was lost at any time between visit @i and the one before. */
static gboolean
was_lost_before (const SalonDay *days, guint i, const SalonStatusParams *params)
{
  return i > 0 && i >= (guint) params->least_visits && salon_status_lost_on (days[i - 1], params) < days[i];
}

/* Whether the visits up to number @i make her permanent on the day of that visit. */
static gboolean
is_enough_at (const SalonDay *days, guint i, const SalonStatusParams *params)
{
  guint needed = (guint) params->n_permanent;

  return i + 1 >= needed && days[i + 1 - needed] >= window_start (params, days[i]);
}

/* The number of the visit with which the stretch began that the last of @n visits belongs to: her first one, or the
 * one with which she came back after being lost. */
static guint
stretch_start (const SalonDay *days, guint n, const SalonStatusParams *params)
{
  guint start = n - 1;

  while (start > 0 && !was_lost_before (days, start, params))
    start--;
  return start;
}

static gboolean
was_permanent_in_stretch (const SalonDay *days, guint n, const SalonStatusParams *params)
{
  for (guint i = stretch_start (days, n, params); i < n; i++)
    if (is_enough_at (days, i, params))
      return TRUE;
  return FALSE;
}

/**
 * salon_status_params_preset:
 * @params: (out caller-allocates): the parameters of the preset
 *
 * 1C (the default): three visits in three months make a permanent client, lost after three months, one visit is
 * enough to be lost.  Latvian: two visits ever, lost (called "not returned") after three months.
 */
void
salon_status_params_preset (SalonStatusPreset preset, SalonStatusParams *params)
{
  static const SalonStatusParams presets[] = {
    [SALON_STATUS_PRESET_1C] = { 3, 3, 3, 1, FALSE },
    [SALON_STATUS_PRESET_LATVIAN] = { 0, 2, 3, 1, FALSE },
  };

  g_return_if_fail ((guint) preset < G_N_ELEMENTS (presets));
  *params = presets[preset];
}

/**
 * salon_status_params_equal:
 *
 * Returns: whether both give the same status to everybody
 */
gboolean
salon_status_params_equal (const SalonStatusParams *a, const SalonStatusParams *b)
{
  return a->window_months == b->window_months && a->n_permanent == b->n_permanent
         && a->lost_after_months == b->lost_after_months && a->least_visits == b->least_visits
         && !a->sticky == !b->sticky;
}

/**
 * salon_status_params_validate:
 * @error: %SALON_ERROR_VALIDATION with the field: "window_months", "n_permanent", "lost_after_months", "least_visits"
 *
 * Returns: whether the rule can work with them
 */
gboolean
salon_status_params_validate (const SalonStatusParams *params, GError **error)
{
  if (params->window_months < 0 || params->window_months > MAX_MONTHS) {
    salon_set_field_error (error, "window_months",
                           _("The period for permanent clients must be 1 to %d months, or all time."),
                           MAX_MONTHS);
    return FALSE;
  }
  if (params->n_permanent < 1 || params->n_permanent > MAX_VISITS) {
    salon_set_field_error (error, "n_permanent",
                           _("The number of visits that make a permanent client must be 1 to %d."),
                           MAX_VISITS);
    return FALSE;
  }
  if (params->lost_after_months < 1 || params->lost_after_months > MAX_MONTHS) {
    salon_set_field_error (error, "lost_after_months",
                           _("A client can count as lost after 1 to %d months without a visit."),
                           MAX_MONTHS);
    return FALSE;
  }
  if (params->least_visits < 1 || params->least_visits > MAX_VISITS) {
    salon_set_field_error (error, "least_visits",
                           _("The least number of visits of a lost client must be 1 to %d."), MAX_VISITS);
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_status_lost_on:
 * @last_day: a day of visit
 *
 * Returns: the first day on which this visit is longer ago than "lost after"
 */
SalonDay
salon_status_lost_on (SalonDay last_day, const SalonStatusParams *params)
{
  return first_day_beyond (last_day, params->lost_after_months);
}

/**
 * salon_status_on:
 * @days: (array length=n_days): days of the visits that count, ascending, each once; later ones than @day do no harm
 * @day: the day asked for, in the past or in the future
 *
 * Returns: the status that she has, had or will have unless seen, on that day
 */
SalonStatus
salon_status_on (const SalonDay *days, guint n_days, const SalonStatusParams *params, SalonDay day)
{
  guint n = count_up_to (days, n_days, day);
  guint n_in_window = 0;

  if (n == 0)
    return SALON_STATUS_POTENTIAL;
  if (days[n - 1] < salon_day_add_months (day, -params->lost_after_months)
      && n >= (guint) params->least_visits)
    return SALON_STATUS_LOST;
  n_in_window = n - count_before (days, n, window_start (params, day));
  if (n_in_window >= (guint) params->n_permanent)
    return SALON_STATUS_PERMANENT;
  if (params->sticky && was_permanent_in_stretch (days, n, params))
    return SALON_STATUS_PERMANENT;
  return SALON_STATUS_NEW;
}

/**
 * salon_status_explain:
 * @days: (array length=n_days): as for salon_status_on()
 * @facts: (out caller-allocates): what the status follows from
 */
void
salon_status_explain (const SalonDay *days,
                      guint n_days,
                      const SalonStatusParams *params,
                      SalonDay day,
                      SalonStatusFacts *facts)
{
  guint n = count_up_to (days, n_days, day);
  guint start = 0;
  SalonStatusDerived derived = { 0 };

  *facts = (SalonStatusFacts){
    .status = salon_status_on (days, n, params, day),
    .n_days = (int) n,
    .n_missing = params->n_permanent,
    .last_day = SALON_DAY_NONE,
    .since = SALON_DAY_NONE,
    .permanent_until = SALON_DAY_NONE,
    .lost_on = SALON_DAY_NONE,
  };
  if (n == 0)
    return;
  salon_status_derive (days, n, params, &derived);
  start = params->window_months > 0 ? count_before (days, n, window_start (params, day)) : 0;
  facts->last_day = days[n - 1];
  facts->since = params->window_months > 0 ? window_start (params, day) : days[0];
  facts->n_in_window = (int) (n - start);
  facts->n_missing = MAX (0, params->n_permanent - facts->n_in_window);
  facts->lost_on = derived.lost_on;
  facts->was_lost = stretch_start (days, n, params) > 0;
  if (facts->status == SALON_STATUS_PERMANENT) {
    facts->kept = facts->n_missing > 0;
    facts->n_missing = 0;
    facts->permanent_until = derived.permanent_until;
  }
}

/* The last day on which visit number @i and those before it make her permanent, if she is on the day of that visit. */
static SalonDay
enough_until (const SalonDay *days, guint i, const SalonStatusParams *params)
{
  guint needed = (guint) params->n_permanent;

  if (params->window_months == 0)
    return SALON_DAY_NEVER;
  return first_day_beyond (days[i + 1 - needed], params->window_months) - 1;
}

/**
 * salon_status_derive:
 * @days: (array length=n_days): all days of the visits that count, ascending, each once
 * @derived: (out caller-allocates): the days to compare with
 *
 * One pass over the visits.
 */
void
salon_status_derive (const SalonDay *days,
                     guint n_days,
                     const SalonStatusParams *params,
                     SalonStatusDerived *derived)
{
  *derived = (SalonStatusDerived){
    .first_day = SALON_DAY_NONE,
    .last_day = SALON_DAY_NONE,
    .n_days = (int) n_days,
    .lost_on = SALON_DAY_NONE,
    .permanent_from = SALON_DAY_NONE,
    .permanent_until = SALON_DAY_NONE,
  };
  if (n_days == 0)
    return;
  derived->first_day = days[0];
  derived->last_day = days[n_days - 1];
  if (n_days >= (guint) params->least_visits)
    derived->lost_on = salon_status_lost_on (derived->last_day, params);

  for (guint i = 0; i < n_days; i++) {
    gboolean goes_on = derived->permanent_until >= days[i] - 1 && !was_lost_before (days, i, params);
    gboolean enough = is_enough_at (days, i, params);

    if (enough && !goes_on)
      derived->permanent_from = days[i];
    if (enough)
      derived->permanent_until = params->sticky ? SALON_DAY_NEVER : enough_until (days, i, params);
    else if (!goes_on || derived->permanent_until < days[i])
      derived->permanent_from = derived->permanent_until = SALON_DAY_NONE;
  }
}

/**
 * salon_status_of_derived:
 * @day: a day not before @derived's last day
 *
 * Returns: the same as salon_status_on(), by comparison of integers; SQL can do the same
 */
SalonStatus
salon_status_of_derived (const SalonStatusDerived *derived, SalonDay day)
{
  if (derived->n_days == 0)
    return SALON_STATUS_POTENTIAL;
  if (derived->lost_on != SALON_DAY_NONE && day >= derived->lost_on)
    return SALON_STATUS_LOST;
  return day <= derived->permanent_until ? SALON_STATUS_PERMANENT : SALON_STATUS_NEW;
}

/**
 * salon_status_params_words:
 *
 * Returns: in whose words the statuses are told: in those of the preset in use, else of 1C
 */
SalonStatusPreset
salon_status_params_words (const SalonStatusParams *params)
{
  SalonStatusParams latvian;

  salon_status_params_preset (SALON_STATUS_PRESET_LATVIAN, &latvian);
  return salon_status_params_equal (params, &latvian) ? SALON_STATUS_PRESET_LATVIAN : SALON_STATUS_PRESET_1C;
}
