/* Facts folded into groups.  Every fact is added to the total and, level by level, to the group of its values; what counts
 * different things remembers what each group has seen.  Where groups overlap it is added to each of those that it is in. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/rules/report-fold-private.h"

#define TOTAL 0

/* ---- what is counted */

static void
add_base (SalonReportFold *self, const SalonReportMeasure *measure)
{
  if (measure->kind == SALON_MEASURE_RATIO) {
    add_base (self, salon_report_measure_find (measure->part, self->plan.source));
    add_base (self, salon_report_measure_find (measure->whole, self->plan.source));
    return;
  }
  for (guint i = 0; i < self->n_bases; i++)
    if (self->bases[i] == measure)
      return;
  g_return_if_fail (self->n_bases < SALON_FOLD_BASES_MAX);
  self->bases[self->n_bases++] = measure;
}

static SalonFactNeeds
measure_needs (const SalonReportMeasure *measure, SalonFactSource source)
{
  if (measure->kind != SALON_MEASURE_RATIO)
    return measure->needs;
  return measure_needs (salon_report_measure_find (measure->part, source), source)
         | measure_needs (salon_report_measure_find (measure->whole, source), source);
}

/**
 * salon_report_plan_needs:
 *
 * Returns: what the facts must say for this plan
 */
SalonFactNeeds
salon_report_plan_needs (const SalonReportPlan *plan)
{
  SalonFactNeeds needs = SALON_FACT_PLAIN;

  for (guint i = 0; i < plan->n_dimensions; i++)
    needs |= plan->dimensions[i]->needs;
  for (guint i = 0; i < plan->n_measures; i++)
    needs |= measure_needs (plan->measures[i], plan->source);
  return needs;
}

/**
 * salon_report_plan_overlaps:
 *
 * Returns: whether one fact may stand in several groups, so that groups may sum to more than the total
 */
gboolean
salon_report_plan_overlaps (const SalonReportPlan *plan)
{
  for (guint i = 0; i < plan->n_dimensions; i++)
    if (plan->dimensions[i]->overlaps)
      return TRUE;
  return FALSE;
}

/* ---- groups */

/**
 * salon_fold_node:
 *
 * Returns: (transfer none): valid until a group is added
 */
SalonFoldNode *
salon_fold_node (const SalonReportFold *self, guint32 node)
{
  return &g_array_index (self->nodes, SalonFoldNode, node);
}

/**
 * salon_fold_child:
 * @child: (out): the group of that value below @node
 *
 * Returns: whether there is one
 */
gboolean
salon_fold_child (const SalonReportFold *self, guint32 node, gint64 value, guint32 *child)
{
  return salon_report_set_find (self->children, node, (guint64) value, child);
}

/**
 * salon_fold_make_child:
 *
 * Returns: the group of that value below @node, made if there was none
 */
guint32
salon_fold_make_child (SalonReportFold *self, guint32 node, gint64 value)
{
  SalonFoldNode child = { .parent = node, .level = salon_fold_node (self, node)->level + 1, .value = value, .row = -1 };
  guint32 index = 0;

  if (!salon_report_set_add (self->children, node, (guint64) value, self->nodes->len, &index))
    return index;
  child.next = salon_fold_node (self, node)->first_child;
  salon_fold_node (self, node)->first_child = index;
  g_array_append_val (self->nodes, child);
  g_array_set_size (self->counts, self->nodes->len * self->n_bases * 2);
  return index;
}

/* The finest time among the first groupings. */
static int
finest_bucket (const SalonReportPlan *plan, guint level)
{
  int bucket = -1;

  for (guint i = 0; i < level; i++)
    if (plan->dimensions[i]->bucket >= 0 && (bucket < 0 || plan->dimensions[i]->bucket < bucket))
      bucket = plan->dimensions[i]->bucket;
  return bucket;
}

static void
forget (SalonReportFold *self)
{
  for (guint level = 0; level <= self->plan.n_dimensions; level++)
    salon_report_set_forget (self->seen[level].set);
  salon_report_set_forget (self->seen_today);
}

static void
clear_groups (SalonReportFold *self)
{
  SalonFoldNode total = { .row = -1 };

  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->children, salon_report_set_free);
  forget (self);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (SalonFoldNode));
  self->counts = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->children = salon_report_set_new ();
  self->n_facts = 0;
  g_array_append_val (self->nodes, total);
  g_array_set_size (self->counts, self->n_bases * 2);
}

/**
 * salon_report_fold_new:
 * @plan: copied; the maps and the measures stay the caller's
 *
 * Returns: (transfer full): nothing folded yet
 */
SalonReportFold *
salon_report_fold_new (const SalonReportPlan *plan)
{
  SalonReportFold *self = g_new0 (SalonReportFold, 1);

  self->plan = *plan;
  self->overlaps = salon_report_plan_overlaps (plan);
  for (guint i = 0; i < plan->n_measures; i++)
    add_base (self, plan->measures[i]);
  for (guint level = 0; level <= plan->n_dimensions; level++)
    self->seen[level] = (SalonFoldSeen){ salon_report_set_new (), finest_bucket (plan, level), 0 };
  self->seen_today = salon_report_set_new ();
  clear_groups (self);
  return self;
}

/**
 * salon_report_fold_free: frees it
 */
void
salon_report_fold_free (SalonReportFold *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->counts);
  salon_report_set_free (self->children);
  for (guint level = 0; level <= self->plan.n_dimensions; level++)
    salon_report_set_free (self->seen[level].set);
  salon_report_set_free (self->seen_today);
  g_clear_pointer (&self->top, g_hash_table_unref);
  g_free (self);
}

/* ---- adding */

static guint64
pair (gint64 client_id, gint64 other)
{
  return client_id != 0 ? ((guint64) client_id << 22) + (guint64) other : 0;
}

static gint64
zone_of (const SalonReportMaps *maps, const SalonFact *fact)
{
  const gint64 *zone = fact->kind == SALON_SALE_LINE_SERVICE ? g_hash_table_lookup (maps->service_zone, &fact->subject_id) : NULL;

  return zone != NULL ? *zone : 0;
}

/* The thing of which different ones are counted; 0 = this fact has none. */
static guint64
thing_of (const SalonReportMeasure *measure, const SalonReportMaps *maps, const SalonFact *fact)
{
  gint64 zone = 0;

  switch (measure->kind) {
  case SALON_MEASURE_CLIENTS:
    return (guint64) fact->client_id;
  case SALON_MEASURE_DAYS:
    return fact->kind == SALON_SALE_LINE_SERVICE ? pair (fact->client_id, fact->day - SALON_DAY_MIN) : 0;
  case SALON_MEASURE_ZONES:
    zone = zone_of (maps, fact);
    return zone != 0 ? pair (fact->client_id, zone) : 0;
  case SALON_MEASURE_VISITS:
    return (measure->states & (1u << fact->state)) != 0 ? (guint64) fact->visit_id : 0;
  case SALON_MEASURE_RECEIPTS:
    return (guint64) fact->sale_id;
  case SALON_MEASURE_SUM:
  case SALON_MEASURE_SUM_OF:
  case SALON_MEASURE_LINES:
  case SALON_MEASURE_RATIO:
  default:
    return 0;
  }
}

static gint64
amount_of (const SalonReportMeasure *measure, const SalonFact *fact)
{
  if (measure->kind == SALON_MEASURE_SUM)
    return fact->amounts[measure->amount];
  if (measure->kind == SALON_MEASURE_SUM_OF)
    return fact->amounts[measure->amount] + fact->amounts[measure->amount + 1];
  return measure->kind == SALON_MEASURE_LINES ? 1 : 0;
}

/* What one fact adds to each group in which it stands. */
typedef struct {
  guint64 things[SALON_FOLD_BASES_MAX];
  gint64 amounts[SALON_FOLD_BASES_MAX];
  guint side;
} Share;

static gboolean
has_one_day (const SalonReportMeasure *measure)
{
  return measure->kind == SALON_MEASURE_DAYS || measure->kind == SALON_MEASURE_VISITS || measure->kind == SALON_MEASURE_RECEIPTS;
}

static void
share_of (const SalonReportFold *self, const SalonFact *fact, gboolean before, Share *share)
{
  share->side = before ? 1 : 0;
  for (guint i = 0; i < self->n_bases; i++) {
    share->things[i] = thing_of (self->bases[i], self->plan.maps, fact);
    share->amounts[i] = amount_of (self->bases[i], fact);
  }
}

static void
count (SalonReportFold *self, guint32 node, guint level, const Share *share)
{
  gint64 *counts = &g_array_index (self->counts, gint64, ((gsize) node * 2 + share->side) * self->n_bases);

  for (guint i = 0; i < self->n_bases; i++) {
    SalonReportSet *seen = has_one_day (self->bases[i]) ? self->seen_today : self->seen[level].set;

    if (share->things[i] == 0)
      counts[i] += share->amounts[i];
    else if (salon_report_set_add (seen, ((guint64) node << 8) | (i << 1) | share->side, share->things[i], 1, NULL))
      counts[i]++;
  }
}

/* What cannot be counted again any more need not be remembered. */
static void
begin_day (SalonReportFold *self, SalonDay day, SalonDay shown)
{
  if (self->today == day)
    return;
  self->today = day;
  salon_report_set_forget (self->seen_today);
  for (guint level = 1; level <= self->plan.n_dimensions; level++) {
    SalonFoldSeen *seen = &self->seen[level];
    gint64 at = seen->bucket >= 0 ? salon_bucket_of (shown, (SalonBucket) seen->bucket, self->plan.maps->first_weekday) : 0;

    if (at != seen->at)
      salon_report_set_forget (seen->set);
    seen->at = at;
  }
}

static gboolean
is_cut (const SalonReportFold *self, guint level, gint64 value)
{
  return level == 0 && self->top != NULL && !g_hash_table_contains (self->top, &value);
}

static gint64
value_of (const SalonReportFold *self, guint level, const SalonFact *shown)
{
  gint64 value = salon_report_dimension_value (self->plan.dimensions[level], shown, self->plan.maps);

  return is_cut (self, level, value) ? SALON_REPORT_VALUE_REST : value;
}

static void add_below (SalonReportFold *self, guint32 node, guint level, const SalonFact *shown, const Share *share);

static void
add_to (SalonReportFold *self, guint32 node, guint level, gint64 value, const SalonFact *shown, const Share *share)
{
  guint32 child = salon_fold_make_child (self, node, value);

  count (self, child, level + 1, share);
  add_below (self, child, level + 1, shown, share);
}

/* To each group that it is in; to the rest once, however many of its groups the top left out. */
static void
add_below (SalonReportFold *self, guint32 node, guint level, const SalonFact *shown, const Share *share)
{
  const SalonReportDimension *dimension = level < self->plan.n_dimensions ? self->plan.dimensions[level] : NULL;
  const gint64 *groups = NULL;
  gboolean has_rest = FALSE;
  guint n = 0;

  if (dimension == NULL)
    return;
  if (!dimension->overlaps) {
    add_to (self, node, level, value_of (self, level, shown), shown, share);
    return;
  }
  groups = salon_report_dimension_groups (dimension, shown->client_id, self->plan.maps, &n);
  for (guint i = 0; i < n; i++) {
    if (is_cut (self, level, groups[i]))
      has_rest = TRUE;
    else
      add_to (self, node, level, groups[i], shown, share);
  }
  if (has_rest)
    add_to (self, node, level, SALON_REPORT_VALUE_REST, shown, share);
}

/**
 * salon_report_fold_add:
 * @before: whether it belongs to the period that is compared with; it stands beside the same bucket then
 */
void
salon_report_fold_add (SalonReportFold *self, const SalonFact *fact, gboolean before)
{
  const SalonReportPlan *plan = &self->plan;
  SalonFact shown = *fact;
  guint32 node = TOTAL;
  Share share;

  if (before)
    shown.day = salon_report_period_forward (fact->day, plan->from, plan->to, plan->compare);
  begin_day (self, fact->day, shown.day);
  share_of (self, fact, before, &share);
  self->n_facts++;
  count (self, TOTAL, 0, &share);
  if (self->overlaps) {
    add_below (self, TOTAL, 0, &shown, &share);
    return;
  }
  for (guint level = 0; level < plan->n_dimensions; level++) {
    node = salon_fold_make_child (self, node, value_of (self, level, &shown));
    count (self, node, level + 1, &share);
  }
}

/**
 * salon_report_path_holds:
 * @path: (array length=level): values of the first groupings
 *
 * Returns: whether the fact stands behind the row of that path
 */
gboolean
salon_report_path_holds (const SalonReportPlan *plan, const SalonFact *fact, const gint64 *path, guint level)
{
  for (guint i = 0; i < level; i++)
    if (!salon_report_dimension_has (plan->dimensions[i], fact, plan->maps, path[i]))
      return FALSE;
  return TRUE;
}

/* ---- reading */

static gint64
base_value (const SalonReportFold *self, guint32 node, const SalonReportMeasure *measure, guint side)
{
  for (guint i = 0; i < self->n_bases; i++)
    if (self->bases[i] == measure)
      return g_array_index (self->counts, gint64, ((gsize) node * 2 + side) * self->n_bases + i);
  g_return_val_if_reached (0);
}

/**
 * salon_fold_measure:
 * @before: of the period that is compared with
 * @value: (out): in the unit of the measure
 *
 * Returns: %FALSE if there is none: a ratio to nothing, or to less: where more was given back than sold
 */
gboolean
salon_fold_measure (const SalonReportFold *self, guint32 node, const SalonReportMeasure *measure, gboolean before, gint64 *value)
{
  gint64 part = 0;
  gint64 whole = 0;

  if (measure->kind != SALON_MEASURE_RATIO) {
    *value = base_value (self, node, measure, before ? 1 : 0);
    return TRUE;
  }
  if (!salon_fold_measure (self, node, salon_report_measure_find (measure->part, self->plan.source), before, &part)
      || !salon_fold_measure (self, node, salon_report_measure_find (measure->whole, self->plan.source), before, &whole) || whole <= 0)
    return FALSE;
  /* Two places are enough of a number per something. */
  if (measure->unit != SALON_REPORT_QUANTITY)
    return salon_money_mul_div (part, measure->factor, whole, value);
  if (!salon_money_mul_div (part, measure->factor / 10, whole, value))
    return FALSE;
  *value *= 10;
  return TRUE;
}

/**
 * salon_fold_path:
 * @path: (out caller-allocates): the values of the groupings down to @node
 */
void
salon_fold_path (const SalonReportFold *self, guint32 node, gint64 path[SALON_REPORT_GROUPINGS_MAX])
{
  while (node != TOTAL) {
    const SalonFoldNode *group = salon_fold_node (self, node);

    path[group->level - 1] = group->value;
    node = group->parent;
  }
}

/**
 * salon_fold_text:
 *
 * Returns: (transfer full): what the group is called
 */
char *
salon_fold_text (const SalonReportFold *self, guint32 node)
{
  const SalonFoldNode *group = salon_fold_node (self, node);

  if (node == TOTAL)
    return g_strdup (C_ ("report", "Total"));
  if (group->value == SALON_REPORT_VALUE_REST)
    return g_strdup (C_ ("report", "All others"));
  return salon_report_dimension_text (self->plan.dimensions[group->level - 1], group->value, self->plan.maps);
}

/**
 * salon_fold_is_incomplete:
 *
 * Returns: whether the group is a time that is not over
 */
gboolean
salon_fold_is_incomplete (const SalonReportFold *self, guint32 node)
{
  for (; node != TOTAL; node = salon_fold_node (self, node)->parent) {
    const SalonFoldNode *group = salon_fold_node (self, node);
    int bucket = self->plan.dimensions[group->level - 1]->bucket;

    if (bucket > SALON_BUCKET_DAY && salon_bucket_next ((SalonDay) group->value, (SalonBucket) bucket) - 1 > self->plan.until)
      return TRUE;
  }
  return FALSE;
}

/* ---- the order of groups */

typedef struct {
  guint32 node;
  gint64 value;
  gint64 size;
  char *text;
} Ordered;

static int
compare_size (gconstpointer a, gconstpointer b)
{
  const Ordered *one = a;
  const Ordered *other = b;

  if ((one->value == SALON_REPORT_VALUE_REST) != (other->value == SALON_REPORT_VALUE_REST))
    return one->value == SALON_REPORT_VALUE_REST ? 1 : -1;
  if (one->size != other->size)
    return one->size < other->size ? 1 : -1;
  if (one->text != NULL && other->text != NULL && strcmp (one->text, other->text) != 0)
    return g_utf8_collate (one->text, other->text);
  return (one->value > other->value) - (one->value < other->value);
}

static int
compare_value (gconstpointer a, gconstpointer b)
{
  const Ordered *one = a;
  const Ordered *other = b;

  return (one->value > other->value) - (one->value < other->value);
}

static void
clear_ordered (gpointer data)
{
  g_free (((Ordered *) data)->text);
}

static GArray *
ordered_children (const SalonReportFold *self, guint32 node, gboolean by_value)
{
  g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (Ordered));
  GArray *children = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_set_clear_func (ordered, clear_ordered);
  for (guint32 i = salon_fold_node (self, node)->first_child; i != 0; i = salon_fold_node (self, i)->next) {
    Ordered one = { i, salon_fold_node (self, i)->value, 0, NULL };

    if (!salon_fold_measure (self, i, self->plan.measures[0], FALSE, &one.size))
      one.size = G_MININT64; /* nothing can be said of it: behind all others */
    one.text = by_value ? NULL : salon_fold_text (self, i);
    g_array_append_val (ordered, one);
  }
  g_array_sort (ordered, by_value ? compare_value : compare_size);
  for (guint i = 0; i < ordered->len; i++)
    g_array_append_val (children, g_array_index (ordered, Ordered, i).node);
  return children;
}

/**
 * salon_fold_children:
 *
 * Returns: (transfer full) (element-type guint32): the groups right below @node: times and steps in their order, things by
 *   the first measure, the rest last
 */
GArray *
salon_fold_children (const SalonReportFold *self, guint32 node)
{
  guint level = salon_fold_node (self, node)->level;

  return ordered_children (self, node, self->plan.dimensions[level]->by_value);
}

/**
 * salon_report_fold_narrow_to_top:
 *
 * Returns: whether there are more groups than the top: everything is to be added once more then, and what is not in the
 *   top comes together in one group, with its own number of different clients
 */
gboolean
salon_report_fold_narrow_to_top (SalonReportFold *self)
{
  g_autoptr (GArray) children = NULL;

  if (self->plan.top == 0 || self->plan.n_dimensions == 0 || self->plan.dimensions[0]->bucket >= 0 || self->top != NULL)
    return FALSE;
  children = ordered_children (self, TOTAL, FALSE); /* the largest, also of what is shown in its own order */
  if (children->len <= self->plan.top)
    return FALSE;
  self->top = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->plan.top; i++) {
    const gint64 *value = &salon_fold_node (self, g_array_index (children, guint32, i))->value;

    g_hash_table_add (self->top, g_memdup2 (value, sizeof *value));
  }
  clear_groups (self);
  return TRUE;
}

/**
 * salon_report_fold_is_rest:
 *
 * Returns: whether the fact belongs to what the top left out; only after salon_report_fold_narrow_to_top()
 */
gboolean
salon_report_fold_is_rest (const SalonReportFold *self, const SalonFact *fact)
{
  const SalonReportDimension *first = self->plan.dimensions[0];
  const gint64 *groups = NULL;
  guint n = 0;

  if (self->top == NULL)
    return FALSE;
  if (!first->overlaps)
    return value_of (self, 0, fact) == SALON_REPORT_VALUE_REST;
  groups = salon_report_dimension_groups (first, fact->client_id, self->plan.maps, &n);
  for (guint i = 0; i < n; i++)
    if (is_cut (self, 0, groups[i]))
      return TRUE;
  return FALSE;
}

/**
 * salon_report_fold_each_value:
 * @names: of a kind of things
 * @take: is given the value of every group of such things, some perhaps several times
 */
void
salon_report_fold_each_value (const SalonReportFold *self, SalonNames names, void (*take) (gint64 value, gpointer data), gpointer data)
{
  for (guint32 node = 1; node < self->nodes->len; node++) {
    const SalonFoldNode *group = salon_fold_node (self, node);

    if (self->plan.dimensions[group->level - 1]->names == (int) names && group->value != SALON_REPORT_VALUE_REST)
      take (group->value, data);
  }
}
