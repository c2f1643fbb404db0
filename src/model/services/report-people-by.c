/* By what the clients of a report are grouped: times, attributes, groups that overlap, and what only one report knows. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/ids.h"
#include "model/services/report-ask.h"
#include "model/services/report-groups.h"
#include "model/services/report-people.h"
#include "model/services/reports.h"

/* ---- keys */

static int
mark_of (const SalonPeopleReport *report, const char *key)
{
  for (int i = 0; report->marks != NULL && report->marks[i].key != NULL; i++)
    if (strcmp (report->marks[i].key, key) == 0)
      return i;
  return -1;
}

/* Whether a fact about a client has such a value. */
static gboolean
is_of_people (const SalonReportDimension *dimension)
{
  return dimension->bucket >= 0 || dimension->overlaps || salon_report_dimension_is_of_client (dimension) || strcmp (dimension->key, "employee") == 0;
}

static gboolean
find_key (const SalonReport *report, const char *word, SalonPeopleKey *key, GError **error)
{
  const char *sentence = report->people->refuses != NULL ? report->people->refuses (word) : NULL;

  key->mark = mark_of (report->people, word);
  key->dimension = key->mark < 0 ? salon_report_dimension_find (word) : NULL;
  if (g_strv_contains (report->dimensions, word) && (key->mark >= 0 || (key->dimension != NULL && is_of_people (key->dimension))))
    return TRUE;
  if (sentence != NULL)
    salon_set_field_error (error, "by", "%s", sentence);
  else
    salon_set_field_error (error, "by", _("This report cannot be grouped by “%s”."), word);
  return FALSE;
}

/* The same thing twice, or two lengths of time. */
static gboolean
check_twice (const SalonPeopleBy *self, const char *const *words, guint index, GError **error)
{
  const SalonReportDimension *dimension = self->keys[index].dimension;

  for (guint i = 0; i < index; i++)
    if (strcmp (words[i], words[index]) == 0) {
      salon_set_field_error (error, "by", _("A report is grouped by the same thing only once."));
      return FALSE;
    }
  if (self->time < 0 || dimension == NULL || dimension->bucket < 0)
    return TRUE;
  salon_set_field_error (error, "by", _("This report is grouped by one length of time only."));
  return FALSE;
}

static gboolean
find_keys (SalonPeopleBy *self, GError **error)
{
  const char *const *words = salon_report_ask_groupings (self->ask);

  for (; words[self->n] != NULL; self->n++) {
    SalonPeopleKey *key = &self->keys[self->n];

    g_return_val_if_fail (self->n < SALON_TALLY_KEYS_MAX, FALSE);
    if (!find_key (self->ask->report, words[self->n], key, error) || !check_twice (self, words, self->n, error))
      return FALSE;
    if (key->dimension != NULL && key->dimension->bucket >= 0)
      self->time = (int) self->n;
  }
  return TRUE;
}

static gboolean
find_only (SalonPeopleBy *self, GError **error)
{
  const GPtrArray *all = salon_report_spec_only (self->ask->spec);

  for (guint i = 0; i < all->len; i++) {
    SalonPeopleKey key = { 0 };

    if (!find_key (self->ask->report, ((const SalonReportOnly *) all->pdata[i])->dimension, &key, error))
      return FALSE;
    g_array_append_val (self->only, key);
  }
  return TRUE;
}

static const SalonPeopleMeasure *
find_measure (const SalonPeopleReport *report, const char *word)
{
  for (guint i = 0; i < report->n_measures; i++)
    if (strcmp (report->measures[i].key, word) == 0)
      return &report->measures[i];
  return NULL;
}

static gboolean
find_shown (SalonPeopleBy *self, GError **error)
{
  const char *const *words = salon_report_ask_measures (self->ask);

  for (; *words != NULL; words++) {
    const SalonPeopleMeasure *measure = find_measure (self->report, *words);

    if (measure == NULL) {
      salon_set_field_error (error, "show", _("This report has no “%s”."), *words);
      return FALSE;
    }
    g_ptr_array_add (self->shown, (gpointer) measure);
  }
  return TRUE;
}

/* ---- what has to be loaded */

static gboolean
overlaps (const SalonPeopleKey *key)
{
  return key->dimension != NULL && key->dimension->overlaps;
}

/* The keys by which it is grouped, and then those to which it is narrowed; NULL = there are no more. */
static const SalonPeopleKey *
any_key (const SalonPeopleBy *self, guint index)
{
  if (index < self->n)
    return &self->keys[index];
  return index - self->n < self->only->len ? &g_array_index (self->only, SalonPeopleKey, index - self->n) : NULL;
}

static SalonFactNeeds
needs_of (const SalonPeopleBy *self)
{
  SalonFactNeeds needs = SALON_FACT_PLAIN;
  const SalonPeopleKey *key = NULL;

  for (guint i = 0; (key = any_key (self, i)) != NULL; i++)
    needs |= key->dimension != NULL ? key->dimension->needs : SALON_FACT_PLAIN;
  return needs;
}

static gboolean
load_groups (SalonPeopleBy *self, GError **error)
{
  const SalonPeopleKey *key = NULL;

  for (guint i = 0; (key = any_key (self, i)) != NULL; i++)
    if (overlaps (key) && !salon_report_groups_load (self->tx, self->ask, key->dimension, self->maps, error))
      return FALSE;
  return TRUE;
}

/* ---- public */

/**
 * salon_people_by_free: frees it with that of the other period; the clients are not its own
 */
void
salon_people_by_free (SalonPeopleBy *self)
{
  g_clear_pointer (&self->before, salon_people_by_free);
  if (self->beside != NULL)
    salon_report_ask_free (self->ask);
  g_clear_pointer (&self->maps, salon_report_maps_free);
  g_ptr_array_unref (self->shown);
  g_array_unref (self->only);
  g_free (self);
}

/* @beside: see SalonPeopleBy; @ask belongs to the answer then */
static SalonPeopleBy *
by_new (SalonTx *tx, SalonReportAsk *ask, const SalonReportAsk *beside, GError **error)
{
  g_autoptr (SalonPeopleBy) self = g_new0 (SalonPeopleBy, 1);

  self->tx = tx;
  self->ask = ask;
  self->beside = beside;
  self->report = ask->report->people;
  self->time = -1;
  self->from = ask->from;
  self->to = ask->until;
  self->shown = g_ptr_array_new ();
  self->only = g_array_new (FALSE, TRUE, sizeof (SalonPeopleKey));
  if (!find_shown (self, error) || !find_keys (self, error) || !find_only (self, error))
    return NULL;
  self->clients = salon_report_ask_clients (tx, ask, error);
  if (self->clients == NULL)
    return NULL;
  self->maps = salon_report_ask_maps (tx, error);
  if (self->maps == NULL || !load_groups (self, error) || !salon_report_ask_attributes (tx, ask, needs_of (self), error))
    return NULL;
  self->maps->clients = self->clients;
  return g_steal_pointer (&self);
}

/**
 * salon_people_by_new:
 * @error: of "by" or "show", if the report does not have one of these
 *
 * Returns: (transfer full): what @ask asks to group by, with everything loaded that this needs
 */
SalonPeopleBy *
salon_people_by_new (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  g_autoptr (SalonPeopleBy) self = by_new (tx, ask, NULL, error);

  if (self == NULL || ask->before_from == SALON_DAY_NONE)
    return g_steal_pointer (&self);
  self->before = by_new (tx, salon_report_ask_before (ask), ask, error);
  return self->before != NULL ? g_steal_pointer (&self) : NULL;
}

/* The day under which a fact is shown: of another period the one beside which it stands. */
static SalonDay
shown_day (const SalonPeopleBy *self, SalonDay day)
{
  if (self->beside == NULL)
    return day;
  return salon_report_period_forward (day, self->beside->from, self->beside->to, salon_report_spec_compare (self->ask->spec));
}

/* From days that are shown to those of the other period that stand beside them. */
static void
to_own_days (const SalonPeopleBy *self, SalonDay *first, SalonDay *last)
{
  if (self->beside != NULL)
    salon_report_period_beside (self->beside->from, self->beside->to, salon_report_spec_compare (self->ask->spec), self->ask->from,
                                self->ask->until, first, last);
}

/**
 * salon_people_by_end_of_time:
 * @day: of a fact
 *
 * Returns: the last day that is shown in the same row, even after the period; the last of the period, if rows are no times
 */
SalonDay
salon_people_by_end_of_time (const SalonPeopleBy *self, SalonDay day)
{
  SalonBucket bucket = SALON_BUCKET_DAY;
  SalonDay first = 0;
  SalonDay last = 0;

  if (self->time < 0)
    return self->ask->until;
  bucket = (SalonBucket) self->keys[self->time].dimension->bucket;
  first = salon_bucket_of (shown_day (self, day), bucket, self->maps->first_weekday);
  last = salon_bucket_next (first, bucket) - 1;
  to_own_days (self, &first, &last);
  return last;
}

/**
 * salon_people_by_narrow:
 * @path: (array length=level): of a row
 *
 * Narrows the days to those of the row, if it is about a time; of the other period to those beside them.
 */
void
salon_people_by_narrow (SalonPeopleBy *self, const gint64 *path, guint level)
{
  SalonDay first = 0;
  SalonDay last = 0;

  if (self->time < 0 || level <= (guint) self->time)
    return;
  first = (SalonDay) path[self->time];
  last = salon_bucket_next (first, (SalonBucket) self->keys[self->time].dimension->bucket) - 1;
  to_own_days (self, &first, &last);
  self->from = MAX (self->from, first);
  self->to = MIN (self->to, last);
}

static gboolean
is_employee (const SalonPeopleKey *key)
{
  return key->dimension != NULL && strcmp (key->dimension->key, "employee") == 0;
}

/* Of what overlaps without saying which: see SALON_TALLY_ALL. */
static gint64
value_of (const SalonPeopleBy *self, const SalonPeopleKey *key, const SalonPeopleFact *fact)
{
  if (key->mark >= 0)
    return fact->marks[key->mark];
  if (key->dimension->overlaps)
    return SALON_TALLY_ALL;
  if (key->dimension->bucket >= 0)
    return salon_bucket_of (shown_day (self, fact->day), (SalonBucket) key->dimension->bucket, self->maps->first_weekday);
  if (salon_report_dimension_is_of_client (key->dimension))
    return salon_report_dimension_of_client (key->dimension, fact->client, self->ask->until);
  return fact->employee_id;
}

static gboolean
has_value (const SalonPeopleBy *self, const SalonPeopleKey *key, const SalonPeopleFact *fact, gint64 value)
{
  return overlaps (key) ? salon_report_dimension_has_client (key->dimension, fact->client->id, self->maps, value)
                        : value_of (self, key, fact) == value;
}

/**
 * salon_people_by_fits:
 *
 * Returns: whether the filter and the narrowing of the report leave the client in
 */
gboolean
salon_people_by_fits (const SalonPeopleBy *self, const SalonPeopleFact *fact)
{
  const GPtrArray *all = salon_report_spec_only (self->ask->spec);

  if (!fact->client->fits)
    return FALSE;
  for (guint i = 0; i < self->only->len; i++) {
    const SalonPeopleKey *key = &g_array_index (self->only, SalonPeopleKey, i);
    const GArray *values = ((const SalonReportOnly *) all->pdata[i])->values;
    gboolean has = self->report->employees_overlap && is_employee (key); /* was seen to before */

    for (guint j = 0; j < values->len && !has; j++)
      has = has_value (self, key, fact, g_array_index (values, gint64, j));
    if (!has)
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_people_by_takes_employee:
 *
 * Returns: whether the report is not narrowed to other employees
 */
gboolean
salon_people_by_takes_employee (const SalonPeopleBy *self, gint64 employee_id)
{
  const GPtrArray *all = salon_report_spec_only (self->ask->spec);

  for (guint i = 0; i < self->only->len; i++)
    if (is_employee (&g_array_index (self->only, SalonPeopleKey, i))
        && !salon_ids_contain (((const SalonReportOnly *) all->pdata[i])->values, employee_id))
      return FALSE;
  return TRUE;
}

/**
 * salon_people_by_holds:
 * @path: (array length=level): of a row
 *
 * Returns: whether the fact belongs to the row
 */
gboolean
salon_people_by_holds (const SalonPeopleBy *self, const SalonPeopleFact *fact, const gint64 *path, guint level)
{
  for (guint i = 0; i < level && i < self->n; i++)
    if (!has_value (self, &self->keys[i], fact, path[i]))
      return FALSE;
  return TRUE;
}

/* Puts each group of the client in the place of the keys that overlap from @key on. */
static void
add_each (const SalonPeopleBy *self, SalonTally *tally, const SalonPeopleFact *fact, gint64 *keys, guint key, const gint64 *values)
{
  const gint64 *groups = NULL;
  guint n = 0;

  while (key < self->n && !overlaps (&self->keys[key]))
    key++;
  if (key >= self->n) {
    if (self->beside != NULL)
      salon_tally_add_before (tally, keys, values);
    else
      salon_tally_add (tally, keys, values);
    return;
  }
  keys[key] = SALON_TALLY_ALL;
  add_each (self, tally, fact, keys, key + 1, values);
  groups = salon_report_dimension_groups (self->keys[key].dimension, fact->client->id, self->maps, &n);
  for (guint i = 0; i < n; i++) {
    keys[key] = groups[i];
    add_each (self, tally, fact, keys, key + 1, values);
  }
}

static gboolean
groups_by_employee (const SalonPeopleBy *self)
{
  for (guint i = 0; i < self->n; i++)
    if (is_employee (&self->keys[i]))
      return TRUE;
  return FALSE;
}

/**
 * salon_people_by_add: adds a fact under its keys, whether it fits or not
 */
void
salon_people_by_add (const SalonPeopleBy *self, SalonTally *tally, const SalonPeopleFact *fact, const gint64 *values)
{
  gint64 keys[SALON_TALLY_KEYS_MAX] = { 0 };

  if (self->report->employees_overlap && fact->employee_id != SALON_TALLY_ALL && !groups_by_employee (self))
    return;
  for (guint i = 0; i < self->n; i++)
    keys[i] = value_of (self, &self->keys[i], fact);
  add_each (self, tally, fact, keys, 0, values);
}

static void
set_steps (const SalonPeopleBy *self, SalonTally *tally)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonBucket bucket = (SalonBucket) self->keys[self->time].dimension->bucket;
  SalonDay last = self->before != NULL ? MAX (self->ask->until, shown_day (self->before, self->before->to)) : self->ask->until;

  for (gint64 day = salon_bucket_of (self->ask->from, bucket, self->maps->first_weekday); day <= last;
       day = salon_bucket_next ((SalonDay) day, bucket))
    g_array_append_val (steps, day);
  salon_tally_set_steps (tally, (guint) self->time, (const gint64 *) (gpointer) steps->data, steps->len);
}

/**
 * salon_people_by_tally:
 *
 * Returns: (transfer full): a tally with these keys
 */
SalonTally *
salon_people_by_tally (const SalonPeopleBy *self)
{
  SalonTally *tally = salon_tally_new (self->n, self->report->n_values, self->before != NULL);

  for (guint i = 0; i < self->n; i++) {
    if (overlaps (&self->keys[i]) || (self->report->employees_overlap && is_employee (&self->keys[i])))
      salon_tally_set_overlaps (tally, i);
    if (self->keys[i].dimension != NULL && !self->keys[i].dimension->by_value)
      salon_tally_set_largest_first (tally, i);
  }
  if (self->time >= 0)
    set_steps (self, tally);
  salon_tally_set_top (tally, salon_report_ask_top (self->ask));
  return tally;
}

/**
 * salon_people_label:
 *
 * Returns: (transfer none): the heading of a measure or of an own grouping, translated
 */
const char *
salon_people_label (const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "report", text);
}

/**
 * salon_people_by_label:
 *
 * Returns: (transfer none): the heading of a grouping, translated
 */
const char *
salon_people_by_label (const SalonPeopleBy *self, guint key)
{
  return self->keys[key].mark >= 0 ? salon_people_label (self->report->marks[self->keys[key].mark].label)
                                   : _(self->keys[key].dimension->label);
}

/**
 * salon_people_by_is_sequence:
 *
 * Returns: whether the values of a grouping follow each other
 */
gboolean
salon_people_by_is_sequence (const SalonPeopleBy *self, guint key)
{
  return self->keys[key].mark >= 0 || (self->keys[key].dimension != NULL && self->keys[key].dimension->is_sequence);
}

/**
 * salon_people_by_tone:
 *
 * Returns: the colour of a value, where it has one of its own
 */
SalonChartTone
salon_people_by_tone (const SalonPeopleBy *self, guint key, gint64 value)
{
  if (value == SALON_TALLY_REST)
    return SALON_CHART_TONE_NEUTRAL;
  return self->keys[key].dimension != NULL ? salon_report_dimension_tone (self->keys[key].dimension, value) : SALON_CHART_TONE_NEXT;
}

/**
 * salon_people_by_text:
 *
 * Returns: (transfer full): what a value is called
 */
char *
salon_people_by_text (const SalonPeopleBy *self, guint key, gint64 value)
{
  if (value == SALON_TALLY_REST)
    return g_strdup (C_ ("report", "All others"));
  if (self->keys[key].mark >= 0)
    return self->report->marks[self->keys[key].mark].text (value);
  return salon_report_dimension_text (self->keys[key].dimension, value, self->maps);
}

/**
 * salon_people_by_has_groups:
 *
 * Returns: whether groups overlap, because somebody may be in several of them
 */
gboolean
salon_people_by_has_groups (const SalonPeopleBy *self)
{
  for (guint i = 0; i < self->n; i++)
    if (overlaps (&self->keys[i]))
      return TRUE;
  return FALSE;
}

/**
 * salon_people_by_asks_for:
 * @words: (array zero-terminated=1): keys of dimensions
 *
 * Returns: whether it is grouped by or narrowed to one of these
 */
gboolean
salon_people_by_asks_for (const SalonPeopleBy *self, const char *const *words)
{
  const SalonPeopleKey *key = NULL;

  for (guint i = 0; (key = any_key (self, i)) != NULL; i++)
    if (key->dimension != NULL && g_strv_contains (words, key->dimension->key))
      return TRUE;
  return FALSE;
}

/**
 * salon_people_add_dimensions:
 * @words: (element-type SalonReportWord): get the groupings that only reports about clients have
 */
void
salon_people_add_dimensions (const SalonReport *report, GArray *words)
{
  for (guint i = 0; report->people->marks != NULL && report->people->marks[i].key != NULL; i++) {
    const SalonReportWord word = { .key = report->people->marks[i].key, .label = salon_people_label (report->people->marks[i].label) };

    g_array_append_val (words, word);
  }
}

/**
 * salon_people_add_measures:
 * @words: (element-type SalonReportWord): get what the report may show
 */
void
salon_people_add_measures (const SalonReport *report, GArray *words)
{
  for (guint i = 0; i < report->people->n_measures; i++) {
    const SalonReportWord word = { .key = report->people->measures[i].key, .label = salon_people_label (report->people->measures[i].label) };

    g_array_append_val (words, word);
  }
}
