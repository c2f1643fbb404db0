/* What a client is used to.
 *
 * Preferred master and service: most frequent within twelve months, the newest breaks ties.  Place in the TOP: dense
 * rank by the revenue of twelve months.  Rhythm: the client's own interval, else the one learned, else the periodicity
 * of the service. */
#include "model/rules/preference.h"
#include "model/rules/rhythm.h"
#include "model/rules/verbs.h"
#include <stdlib.h>

typedef struct {
  gint64 what;
  guint count;
  gint64 newest;
} Tally;

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const SalonChoice *one = a;
  const SalonChoice *other = b;

  if (one->what != other->what)
    return one->what < other->what ? -1 : 1;
  return (one->at > other->at) - (one->at < other->at);
}

static int
compare_tallies (gconstpointer a, gconstpointer b)
{
  const Tally *one = a;
  const Tally *other = b;

  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;
  if (one->newest != other->newest)
    return one->newest > other->newest ? -1 : 1;
  return (one->what > other->what) - (one->what < other->what);
}

/**
 * salon_preference_since:
 *
 * Returns: the first day of the twelve months that end on @today
 */
SalonDay
salon_preference_since (SalonDay today)
{
  return salon_day_add_months (today, -SALON_PREFERENCE_MONTHS);
}

/* The choices of the twelve months, those of one thing together. */
static GArray *
recent_choices (const SalonChoice *choices, guint n_choices, SalonDay today)
{
  GArray *recent = g_array_new (FALSE, FALSE, sizeof (SalonChoice));
  gint64 from = (gint64) salon_preference_since (today) * SALON_MINUTES_A_DAY;
  gint64 to = ((gint64) today + 1) * SALON_MINUTES_A_DAY;

  for (guint i = 0; i < n_choices; i++)
    if (choices[i].what != 0 && choices[i].at >= from && choices[i].at < to)
      g_array_append_val (recent, choices[i]);
  g_array_sort (recent, compare_choices);
  return recent;
}

/**
 * salon_preference_rank:
 * @choices: (array length=n_choices): what was chosen in done visits, in any order
 * @today: today; later and older choices than twelve months do not count
 *
 * Returns: (transfer full) (element-type gint64): what was chosen, most frequent first; of equally frequent the one
 *   chosen last, then the lower id
 */
GArray *
salon_preference_rank (const SalonChoice *choices, guint n_choices, SalonDay today)
{
  g_autoptr (GArray) recent = recent_choices (choices, n_choices, today);
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (Tally));
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < recent->len; i++) {
    const SalonChoice *choice = &g_array_index (recent, SalonChoice, i);
    Tally *last = tallies->len > 0 ? &g_array_index (tallies, Tally, tallies->len - 1) : NULL;
    Tally tally = { choice->what, 1, choice->at };

    if (last == NULL || last->what != choice->what) {
      g_array_append_val (tallies, tally);
      continue;
    }
    last->count++;
    last->newest = choice->at;
  }
  g_array_sort (tallies, compare_tallies);
  for (guint i = 0; i < tallies->len; i++)
    g_array_append_val (ranked, g_array_index (tallies, Tally, i).what);
  return ranked;
}

/**
 * salon_preference_first:
 *
 * Returns: the first of salon_preference_rank(), or 0
 */
gint64
salon_preference_first (const SalonChoice *choices, guint n_choices, SalonDay today)
{
  g_autoptr (GArray) ranked = salon_preference_rank (choices, n_choices, today);

  return ranked->len > 0 ? g_array_index (ranked, gint64, 0) : 0;
}

static int
compare_amounts (gconstpointer a, gconstpointer b)
{
  SalonMoney one = **(const SalonMoney *const *) a;
  SalonMoney other = **(const SalonMoney *const *) b;

  return (one < other) - (one > other);
}

/**
 * salon_preference_places:
 * @revenues: (array length=n): revenue of twelve months of each client, minor units
 * @places: (out caller-allocates) (array length=n): place in the TOP, 1 is the best; 0 without revenue
 *
 * Dense: clients with the same revenue share a place, and the next one has the next number.
 */
void
salon_preference_places (const SalonMoney *revenues, guint n, guint *places)
{
  g_autofree const SalonMoney **sorted = g_new (const SalonMoney *, n);
  guint place = 0;

  for (guint i = 0; i < n; i++)
    sorted[i] = &revenues[i];
  if (n > 1)
    qsort (sorted, n, sizeof (SalonMoney *), compare_amounts);
  for (guint i = 0; i < n; i++) {
    if (*sorted[i] > 0 && (i == 0 || *sorted[i] != *sorted[i - 1]))
      place++;
    places[sorted[i] - revenues] = *sorted[i] > 0 ? place : 0;
  }
}

/**
 * salon_preference_rhythm:
 * @own_interval: what was agreed with the client, in days; 0 = nothing
 * @days: (array length=n_days): as for salon_rhythm()
 * @periodicity: of the service, in days; 0 = it has none
 *
 * Returns: after how many days she comes again; 0 = not known
 */
int
salon_preference_rhythm (int own_interval, const SalonDay *days, guint n_days, int periodicity)
{
  int learned = 0;

  if (own_interval > 0)
    return own_interval;
  learned = salon_rhythm (days, n_days);
  return learned > 0 ? learned : MAX (periodicity, 0);
}

/**
 * salon_preference_next_day:
 * @last_day: her last visit, or %SALON_DAY_NONE
 * @rhythm: from salon_preference_rhythm()
 *
 * Returns: the day to propose: last visit and rhythm, but not before @today
 */
SalonDay
salon_preference_next_day (SalonDay last_day, int rhythm, SalonDay today)
{
  if (last_day == SALON_DAY_NONE || rhythm <= 0)
    return today;
  return MAX (last_day + rhythm, today);
}

static gboolean
is_usable (const SalonPastLine *line)
{
  return salon_visit_state_counts (line->state) && !line->service_gone;
}

static gboolean
is_later (const SalonPastLine *a, const SalonPastLine *b)
{
  return a->at > b->at || (a->at == b->at && a->visit > b->visit);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SalonPastLine *one = *(const SalonPastLine *const *) a;
  const SalonPastLine *other = *(const SalonPastLine *const *) b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return (one->service > other->service) - (one->service < other->service);
}

/**
 * salon_preference_last_time:
 * @lines: (array length=n_lines): lines of her visits, in any order
 *
 * "As last time": what is still offered of the last visit that counts and of which anything is.
 *
 * Returns: (transfer full) (element-type SalonLastTimeLine): the lines in the order in which they were done; empty if
 *   there is no such visit
 */
GArray *
salon_preference_last_time (const SalonPastLine *lines, guint n_lines)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GArray *result = g_array_new (FALSE, FALSE, sizeof (SalonLastTimeLine));
  const SalonPastLine *last = NULL;

  for (guint i = 0; i < n_lines; i++)
    if (is_usable (&lines[i]) && (last == NULL || is_later (&lines[i], last)))
      last = &lines[i];
  for (guint i = 0; last != NULL && i < n_lines; i++)
    if (is_usable (&lines[i]) && lines[i].visit == last->visit)
      g_ptr_array_add (chosen, (gpointer) &lines[i]);
  g_ptr_array_sort (chosen, compare_lines);
  for (guint i = 0; i < chosen->len; i++) {
    const SalonPastLine *line = chosen->pdata[i];
    SalonLastTimeLine next = { line->service, line->employee_gone ? 0 : line->employee,
                               line->room_gone ? 0 : line->room };

    g_array_append_val (result, next);
  }
  return result;
}
