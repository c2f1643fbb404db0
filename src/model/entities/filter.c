/* Trees of tests.  Each has one form: a group of one is its child, what has no bound at all is "is set",
 * ids and words stand in order; so equal trees print alike. */
#include "model/entities/filter.h"
#include "base/ids.h"

#include <stdlib.h>
#include <string.h>

struct _SalonFilter {
  gatomicrefcount refs;
  SalonFilterNode node;
  SalonFilter **children;
  guint n_children;
  SalonFilterTest test;
};

G_DEFINE_BOXED_TYPE (SalonFilter, salon_filter, salon_filter_ref, salon_filter_unref)

static SalonFilter *
new_node (SalonFilterNode node)
{
  SalonFilter *self = g_new0 (SalonFilter, 1);

  g_atomic_ref_count_init (&self->refs);
  self->node = node;
  return self;
}

static SalonFilter *
new_test (const char *key, SalonFilterRelation relation)
{
  const SalonFilterField *field = salon_filter_field (key);
  SalonFilter *self = NULL;

  g_return_val_if_fail (field != NULL, NULL);
  self = new_node (SALON_FILTER_TEST);
  self->test.field = field;
  self->test.relation = relation;
  if (field->kind == SALON_FILTER_CUSTOM)
    self->test.custom_id = g_ascii_strtoll (strchr (key, ':') + 1, NULL, 10);
  return self;
}

static SalonFilter *
new_group (SalonFilterNode node, SalonFilter **children, guint n)
{
  SalonFilter *self = NULL;

  if (n == 1)
    return children[0];
  self = new_node (node);
  self->children = n > 0 ? g_memdup2 (children, n * sizeof *children) : NULL;
  self->n_children = n;
  return self;
}

static int
compare_words (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* A day that can be written and counted from. */
static SalonFilterDay
clean_day (SalonFilterDay day)
{
  if (day.kind == SALON_FILTER_DAY_OPEN)
    return SALON_FILTER_OPEN;
  if (day.kind == SALON_FILTER_DAY_FIXED)
    return SALON_FILTER_ON (CLAMP (day.days, SALON_DAY_MIN + 1, SALON_DAY_MAX - 1));
  day.days = CLAMP (day.days, -99999, 99999);
  day.months = CLAMP (day.months, -1200, 1200);
  return day;
}

static SalonFilterPeriod
clean_period (const SalonFilterPeriod *period)
{
  SalonFilterPeriod clean = { period->name, SALON_FILTER_OPEN, SALON_FILTER_OPEN };

  if (period->name != SALON_FILTER_PERIOD_OWN)
    return clean;
  clean.from = clean_day (period->from);
  clean.to = clean_day (period->to);
  return clean;
}

static gboolean
is_open (const SalonFilterPeriod *period)
{
  return period->name == SALON_FILTER_PERIOD_OWN && period->from.kind == SALON_FILTER_DAY_OPEN
         && period->to.kind == SALON_FILTER_DAY_OPEN;
}

static gboolean
is_half_open (const SalonFilterPeriod *period)
{
  return period->name == SALON_FILTER_PERIOD_OWN
         && (period->from.kind == SALON_FILTER_DAY_OPEN || period->to.kind == SALON_FILTER_DAY_OPEN);
}

/* ---- making */

/**
 * salon_filter_new_everybody:
 *
 * Returns: (transfer full): a filter that leaves nobody out but the archive
 */
SalonFilter *
salon_filter_new_everybody (void)
{
  return new_group (SALON_FILTER_ALL, NULL, 0);
}

/**
 * salon_filter_new_all:
 * @children: (array length=n): each is taken over (transfer full), the array is not
 *
 * Returns: (transfer full): who fits all of them; of none: everybody
 */
SalonFilter *
salon_filter_new_all (SalonFilter **children, guint n)
{
  return new_group (SALON_FILTER_ALL, children, n);
}

/**
 * salon_filter_new_any:
 * @children: (array length=n): each is taken over (transfer full), the array is not
 *
 * Returns: (transfer full): who fits at least one of them; of none: nobody
 */
SalonFilter *
salon_filter_new_any (SalonFilter **children, guint n)
{
  return new_group (SALON_FILTER_ANY, children, n);
}

/**
 * salon_filter_new_not:
 * @child: (transfer full)
 *
 * Returns: (transfer full): who does not fit
 */
SalonFilter *
salon_filter_new_not (SalonFilter *child)
{
  SalonFilter *self = new_node (SALON_FILTER_NOT);

  self->children = g_memdup2 (&child, sizeof child);
  self->n_children = 1;
  return self;
}

/**
 * salon_filter_and:
 * @a: (transfer full) (nullable): %NULL = everybody
 * @b: (transfer full) (nullable)
 *
 * Returns: (transfer full): who fits both
 */
SalonFilter *
salon_filter_and (SalonFilter *a, SalonFilter *b)
{
  SalonFilter *both[2] = { a, b };

  if (salon_filter_is_everybody (a) || salon_filter_is_everybody (b)) {
    g_autoptr (SalonFilter) dropped = salon_filter_is_everybody (a) ? a : b;
    SalonFilter *kept = dropped == a ? b : a;

    return kept != NULL ? kept : salon_filter_new_everybody ();
  }
  return salon_filter_new_all (both, 2);
}

/**
 * salon_filter_new_is_set:
 *
 * Returns: (transfer full): the flag holds; there is something in the field
 */
SalonFilter *
salon_filter_new_is_set (const char *key)
{
  return new_test (key, SALON_FILTER_IS_SET);
}

/**
 * salon_filter_new_one_of:
 * @ids: (array length=n): ids, or values of choices, at least one, in any order
 *
 * Returns: (transfer full): one of them, or one of those that the client has of them
 */
SalonFilter *
salon_filter_new_one_of (const char *key, const gint64 *ids, guint n)
{
  SalonFilter *self = new_test (key, SALON_FILTER_ONE_OF);
  SalonFilterTest *test = &self->test;

  g_return_val_if_fail (n > 0, NULL);
  test->ids = g_memdup2 (ids, n * sizeof *ids);
  qsort (test->ids, n, sizeof *ids, salon_ids_compare);
  test->n_ids = 1;
  for (guint i = 1; i < n; i++)
    if (test->ids[i] != test->ids[test->n_ids - 1])
      test->ids[test->n_ids++] = test->ids[i];
  return self;
}

/**
 * salon_filter_new_one:
 *
 * Returns: (transfer full): salon_filter_new_one_of() of one
 */
SalonFilter *
salon_filter_new_one (const char *key, gint64 id)
{
  return salon_filter_new_one_of (key, &id, 1);
}

/**
 * salon_filter_new_between:
 * @from: least that fits, or %SALON_FILTER_NO_MIN; minor units, basis points, thousandths of an own field
 * @to: largest that fits, or %SALON_FILTER_NO_MAX
 *
 * Returns: (transfer full): a number from @from to @to; a client without the number never fits
 */
SalonFilter *
salon_filter_new_between (const char *key, gint64 from, gint64 to)
{
  SalonFilter *self = new_test (key, SALON_FILTER_BETWEEN);
  const SalonFilterField *field = self->test.field;

  if (from == SALON_FILTER_NO_MIN && to == SALON_FILTER_NO_MAX && field->kind == SALON_FILTER_CUSTOM)
    self->test.relation = SALON_FILTER_IS_SET;
  else if (from == SALON_FILTER_NO_MIN && to == SALON_FILTER_NO_MAX)
    from = field->min;
  if (self->test.relation == SALON_FILTER_IS_SET)
    return self;
  self->test.from = from;
  self->test.to = to;
  return self;
}

/**
 * salon_filter_new_during:
 *
 * Returns: (transfer full): a day of the period; without any bound: any day at all
 */
SalonFilter *
salon_filter_new_during (const char *key, const SalonFilterPeriod *period)
{
  SalonFilter *self = new_test (key, SALON_FILTER_DURING);

  self->test.period = clean_period (period);
  if (is_open (period) || (self->test.field->kind == SALON_FILTER_BIRTHDAY && is_half_open (period))) {
    self->test.relation = SALON_FILTER_IS_SET;
    self->test.period = (SalonFilterPeriod){ 0 };
  }
  return self;
}

/* 29 February is kept on the 28th. */
static gint64
day_of_year (int month, int mday)
{
  return month * 100 + (month == 2 && mday == 29 ? 28 : mday);
}

/**
 * salon_filter_new_of_year:
 *
 * Returns: (transfer full): a day of the year from … to, both included; may wrap: 25 December to 5 January
 */
SalonFilter *
salon_filter_new_of_year (const char *key, int from_month, int from_mday, int to_month, int to_mday)
{
  SalonFilter *self = new_test (key, SALON_FILTER_OF_YEAR);

  self->test.from = day_of_year (from_month, from_mday);
  self->test.to = day_of_year (to_month, to_mday);
  return self;
}

/**
 * salon_filter_new_contains:
 * @text: as typed
 *
 * Returns: (transfer full): as the quick search finds; of an own field: whose text contains it
 */
SalonFilter *
salon_filter_new_contains (const char *key, const char *text)
{
  SalonFilter *self = new_test (key, SALON_FILTER_CONTAINS);

  self->test.text = g_strdup (text);
  return self;
}

/**
 * salon_filter_new_one_word_of:
 * @words: (array zero-terminated=1): at least one
 *
 * Returns: (transfer full): just one of these texts
 */
SalonFilter *
salon_filter_new_one_word_of (const char *key, const char *const *words)
{
  SalonFilter *self = new_test (key, SALON_FILTER_ONE_WORD_OF);
  guint n = g_strv_length ((char **) words);
  guint kept = 0;
  char **sorted = g_strdupv ((char **) words);

  qsort (sorted, n, sizeof *sorted, compare_words);
  for (guint i = 0; i < n; i++) {
    if (kept > 0 && g_str_equal (sorted[i], sorted[kept - 1]))
      g_free (sorted[i]);
    else
      sorted[kept++] = sorted[i];
  }
  sorted[kept] = NULL;
  self->test.words = sorted;
  return self;
}

/**
 * salon_filter_within:
 * @test: (transfer full): just made, of a field with %SALON_FILTER_FIELD_WITHIN
 *
 * Returns: (transfer full): @test, counting only what happened in @period
 */
SalonFilter *
salon_filter_within (SalonFilter *test, const SalonFilterPeriod *period)
{
  g_return_val_if_fail (test->node == SALON_FILTER_TEST && (test->test.field->flags & SALON_FILTER_FIELD_WITHIN) != 0, test);
  if (is_open (period))
    return test;
  test->test.has_within = TRUE;
  test->test.within = clean_period (period);
  return test;
}

/* ---- life */

/**
 * salon_filter_ref:
 *
 * Returns: (transfer full): @self
 */
SalonFilter *
salon_filter_ref (SalonFilter *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * salon_filter_unref: lets go of a reference
 */
void
salon_filter_unref (SalonFilter *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_children; i++)
    salon_filter_unref (self->children[i]);
  g_free (self->children);
  g_free (self->test.ids);
  g_free (self->test.text);
  g_strfreev (self->test.words);
  g_free (self);
}

/* ---- asking */

/**
 * salon_filter_node:
 *
 * Returns: what the root of the tree is
 */
SalonFilterNode
salon_filter_node (const SalonFilter *self)
{
  return self->node;
}

/**
 * salon_filter_n_children:
 *
 * Returns: number of children of a group; 1 of NOT, 0 of a test
 */
guint
salon_filter_n_children (const SalonFilter *self)
{
  return self->n_children;
}

/**
 * salon_filter_child:
 *
 * Returns: (transfer none): one child
 */
SalonFilter *
salon_filter_child (const SalonFilter *self, guint index)
{
  g_return_val_if_fail (index < self->n_children, NULL);
  return self->children[index];
}

/**
 * salon_filter_test:
 *
 * Returns: (transfer none) (nullable): the test; %NULL for a group
 */
const SalonFilterTest *
salon_filter_test (const SalonFilter *self)
{
  return self->node == SALON_FILTER_TEST ? &self->test : NULL;
}

/**
 * salon_filter_is_everybody:
 * @self: (nullable)
 *
 * Returns: whether there is nothing to ask
 */
gboolean
salon_filter_is_everybody (const SalonFilter *self)
{
  return self == NULL || (self->node == SALON_FILTER_ALL && self->n_children == 0);
}

static gboolean
words_equal (char **a, char **b)
{
  return a == b || (a != NULL && b != NULL && g_strv_equal ((const char *const *) a, (const char *const *) b));
}

static gboolean
test_equal (const SalonFilterTest *a, const SalonFilterTest *b)
{
  return a->field == b->field && a->custom_id == b->custom_id && a->relation == b->relation && a->n_ids == b->n_ids
         && (a->n_ids == 0 || memcmp (a->ids, b->ids, a->n_ids * sizeof *a->ids) == 0) && a->from == b->from && a->to == b->to
         && salon_filter_period_equal (&a->period, &b->period) && g_strcmp0 (a->text, b->text) == 0
         && words_equal (a->words, b->words) && a->has_within == b->has_within
         && salon_filter_period_equal (&a->within, &b->within);
}

/**
 * salon_filter_equal:
 * @a: (nullable): %NULL equals everybody
 * @b: (nullable)
 *
 * Returns: whether the trees are alike, node by node
 */
gboolean
salon_filter_equal (const SalonFilter *a, const SalonFilter *b)
{
  if (a == NULL || b == NULL)
    return salon_filter_is_everybody (a) && salon_filter_is_everybody (b);
  if (a->node != b->node || a->n_children != b->n_children)
    return FALSE;
  for (guint i = 0; i < a->n_children; i++)
    if (!salon_filter_equal (a->children[i], b->children[i]))
      return FALSE;
  return a->node != SALON_FILTER_TEST || test_equal (&a->test, &b->test);
}

/**
 * salon_filter_mentions:
 * @self: (nullable)
 * @key: of a field
 *
 * Returns: whether the field is asked about anywhere
 */
gboolean
salon_filter_mentions (const SalonFilter *self, const char *key)
{
  if (self == NULL)
    return FALSE;
  if (self->node == SALON_FILTER_TEST)
    return g_str_equal (self->test.field->key, key);
  for (guint i = 0; i < self->n_children; i++)
    if (salon_filter_mentions (self->children[i], key))
      return TRUE;
  return FALSE;
}

static void
collect_asked (const SalonFilter *self, SalonFilterRef ref, GArray *ids)
{
  if (self->node == SALON_FILTER_TEST && self->test.field->ref == ref)
    g_array_append_vals (ids, self->test.ids, self->test.n_ids);
  for (guint i = 0; i < self->n_children; i++)
    collect_asked (self->children[i], ref, ids);
}

/**
 * salon_filter_asked:
 * @self: (nullable)
 * @ref: what is looked for: segments, lists
 *
 * Returns: (transfer full) (element-type gint64): those that it asks for by itself; may repeat
 */
GArray *
salon_filter_asked (const SalonFilter *self, SalonFilterRef ref)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self != NULL)
    collect_asked (self, ref, ids);
  return ids;
}

/**
 * salon_filter_n_nodes:
 *
 * Returns: the size of the tree
 */
guint
salon_filter_n_nodes (const SalonFilter *self)
{
  guint n = 1;

  for (guint i = 0; i < self->n_children; i++)
    n += salon_filter_n_nodes (self->children[i]);
  return n;
}
