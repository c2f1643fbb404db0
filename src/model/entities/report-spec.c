/* What is asked of a report, as an immutable value: each change copies it. */
#include "model/entities/report-spec.h"

#include <string.h>

struct _SalonReportSpec {
  gatomicrefcount n_refs;
  char *report;
  gboolean has_period;
  SalonFilterPeriod period;
  char **groupings;
  char **measures;
  SalonCompare compare;
  SalonFilter *filter;
  GPtrArray *only; /* of SalonReportOnly */
  guint top;
  int chart;
};

G_DEFINE_BOXED_TYPE (SalonReportSpec, salon_report_spec, salon_report_spec_ref, salon_report_spec_unref)

static void
only_free (gpointer data)
{
  SalonReportOnly *self = data;

  g_free (self->dimension);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * salon_report_spec_new:
 * @report: key of the report
 *
 * Returns: (transfer full): everything as the report has it by default
 */
SalonReportSpec *
salon_report_spec_new (const char *report)
{
  SalonReportSpec *self = g_new0 (SalonReportSpec, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->report = g_strdup (report);
  self->only = g_ptr_array_new_with_free_func (only_free);
  self->chart = -1;
  return self;
}

/**
 * salon_report_spec_ref:
 *
 * Returns: (transfer full): the same; may be used from any thread
 */
SalonReportSpec *
salon_report_spec_ref (SalonReportSpec *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * salon_report_spec_unref: frees it with the last reference
 */
void
salon_report_spec_unref (SalonReportSpec *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->report);
  g_strfreev (self->groupings);
  g_strfreev (self->measures);
  g_clear_pointer (&self->filter, salon_filter_unref);
  g_ptr_array_unref (self->only);
  g_free (self);
}

static gboolean
same_only (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const SalonReportOnly *one = a->pdata[i];
    const SalonReportOnly *other = b->pdata[i];

    if (strcmp (one->dimension, other->dimension) != 0 || one->values->len != other->values->len
        || memcmp (one->values->data, other->values->data, one->values->len * sizeof (gint64)) != 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
same_words (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
same_filter (const SalonFilter *a, const SalonFilter *b)
{
  return a == b || (a != NULL && b != NULL && salon_filter_equal (a, b));
}

/**
 * salon_report_spec_equal:
 *
 * Returns: whether both ask the same
 */
gboolean
salon_report_spec_equal (const SalonReportSpec *a, const SalonReportSpec *b)
{
  return strcmp (a->report, b->report) == 0 && a->has_period == b->has_period
         && (!a->has_period || salon_filter_period_equal (&a->period, &b->period)) && same_words (a->groupings, b->groupings)
         && same_words (a->measures, b->measures) && a->compare == b->compare && same_filter (a->filter, b->filter)
         && same_only (a->only, b->only) && a->top == b->top && a->chart == b->chart;
}

static void
add_only (SalonReportSpec *self, const char *dimension, const gint64 *values, guint n)
{
  SalonReportOnly *only = g_new0 (SalonReportOnly, 1);

  only->dimension = g_strdup (dimension);
  only->values = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (only->values, values, n);
  g_ptr_array_add (self->only, only);
}

static SalonReportSpec *
copy (const SalonReportSpec *self)
{
  SalonReportSpec *other = salon_report_spec_new (self->report);

  other->has_period = self->has_period;
  other->period = self->period;
  other->groupings = g_strdupv (self->groupings);
  other->measures = g_strdupv (self->measures);
  other->compare = self->compare;
  other->filter = self->filter != NULL ? salon_filter_ref (self->filter) : NULL;
  for (guint i = 0; i < self->only->len; i++) {
    const SalonReportOnly *only = self->only->pdata[i];

    add_only (other, only->dimension, (const gint64 *) (gpointer) only->values->data, only->values->len);
  }
  other->top = self->top;
  other->chart = self->chart;
  return other;
}

/**
 * salon_report_spec_with_period:
 * @period: (nullable): %NULL = as the report has it
 *
 * Returns: (transfer full): a copy for these days
 */
SalonReportSpec *
salon_report_spec_with_period (const SalonReportSpec *self, const SalonFilterPeriod *period)
{
  SalonReportSpec *other = copy (self);

  other->has_period = period != NULL;
  if (period != NULL)
    other->period = *period;
  return other;
}

static char **
dup_words (const char *const *words)
{
  return g_strdupv ((char **) words);
}

/**
 * salon_report_spec_with_groupings:
 * @groupings: (array zero-terminated=1) (nullable): keys of dimensions in order; none = the total alone
 *
 * Returns: (transfer full): a copy by these
 */
SalonReportSpec *
salon_report_spec_with_groupings (const SalonReportSpec *self, const char *const *groupings)
{
  SalonReportSpec *other = copy (self);

  g_strfreev (other->groupings);
  other->groupings = dup_words (groupings);
  return other;
}

/**
 * salon_report_spec_with_measures:
 * @measures: (array zero-terminated=1) (nullable): keys in order
 *
 * Returns: (transfer full): a copy that shows these
 */
SalonReportSpec *
salon_report_spec_with_measures (const SalonReportSpec *self, const char *const *measures)
{
  SalonReportSpec *other = copy (self);

  g_strfreev (other->measures);
  other->measures = measures != NULL && measures[0] != NULL ? dup_words (measures) : NULL;
  return other;
}

/**
 * salon_report_spec_with_compare:
 *
 * Returns: (transfer full): a copy that is compared so
 */
SalonReportSpec *
salon_report_spec_with_compare (const SalonReportSpec *self, SalonCompare compare)
{
  SalonReportSpec *other = copy (self);

  other->compare = compare;
  return other;
}

/**
 * salon_report_spec_with_filter:
 * @filter: (nullable) (transfer none): of clients; %NULL = everybody, and what belongs to nobody
 *
 * Returns: (transfer full): a copy of these clients
 */
SalonReportSpec *
salon_report_spec_with_filter (const SalonReportSpec *self, SalonFilter *filter)
{
  SalonReportSpec *other = copy (self);

  g_clear_pointer (&other->filter, salon_filter_unref);
  if (filter != NULL && !salon_filter_is_everybody (filter))
    other->filter = salon_filter_ref (filter);
  return other;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *other = b;

  return (*one > *other) - (*one < *other);
}

/* Ascending, each once. */
static void
tidy (GArray *values)
{
  guint kept = 0;

  g_array_sort (values, compare_values);
  for (guint i = 0; i < values->len; i++)
    if (kept == 0 || g_array_index (values, gint64, kept - 1) != g_array_index (values, gint64, i))
      g_array_index (values, gint64, kept++) = g_array_index (values, gint64, i);
  g_array_set_size (values, kept);
}

/**
 * salon_report_spec_with_only:
 * @dimension: key of a dimension
 * @values: (array length=n): values of it; none = any, again
 *
 * Returns: (transfer full): a copy with only these
 */
SalonReportSpec *
salon_report_spec_with_only (const SalonReportSpec *self, const char *dimension, const gint64 *values, guint n)
{
  SalonReportSpec *other = copy (self);
  SalonReportOnly *added = NULL;

  for (guint i = other->only->len; i > 0; i--)
    if (strcmp (((SalonReportOnly *) other->only->pdata[i - 1])->dimension, dimension) == 0)
      g_ptr_array_remove_index (other->only, i - 1);
  if (n == 0)
    return other;
  add_only (other, dimension, values, n);
  added = other->only->pdata[other->only->len - 1];
  tidy (added->values);
  return other;
}

/**
 * salon_report_spec_with_top:
 * @top: so many of the first grouping, the others as one; 0 = as the report has it, %SALON_REPORT_TOP_ALL = all
 *
 * Returns: (transfer full): a copy
 */
SalonReportSpec *
salon_report_spec_with_top (const SalonReportSpec *self, guint top)
{
  SalonReportSpec *other = copy (self);

  other->top = top;
  return other;
}

/**
 * salon_report_spec_with_chart:
 * @kind: #SalonChartKind, -1 = the report's own
 *
 * Returns: (transfer full): a copy
 */
SalonReportSpec *
salon_report_spec_with_chart (const SalonReportSpec *self, int kind)
{
  SalonReportSpec *other = copy (self);

  other->chart = kind;
  return other;
}

/**
 * salon_report_spec_report:
 *
 * Returns: (transfer none): key of the report
 */
const char *
salon_report_spec_report (const SalonReportSpec *self)
{
  return self->report;
}

/**
 * salon_report_spec_period:
 *
 * Returns: (transfer none) (nullable): the period; %NULL = as the report has it
 */
const SalonFilterPeriod *
salon_report_spec_period (const SalonReportSpec *self)
{
  return self->has_period ? &self->period : NULL;
}

/**
 * salon_report_spec_groupings:
 *
 * Returns: (transfer none) (nullable): keys of dimensions; %NULL = as the report has it
 */
const char *const *
salon_report_spec_groupings (const SalonReportSpec *self)
{
  return (const char *const *) self->groupings;
}

/**
 * salon_report_spec_measures:
 *
 * Returns: (transfer none) (nullable): keys of measures; %NULL = as the report has it
 */
const char *const *
salon_report_spec_measures (const SalonReportSpec *self)
{
  return (const char *const *) self->measures;
}

/**
 * salon_report_spec_compare:
 *
 * Returns: what it is compared with
 */
SalonCompare
salon_report_spec_compare (const SalonReportSpec *self)
{
  return self->compare;
}

/**
 * salon_report_spec_filter:
 *
 * Returns: (transfer none) (nullable): of clients
 */
SalonFilter *
salon_report_spec_filter (const SalonReportSpec *self)
{
  return self->filter;
}

/**
 * salon_report_spec_only:
 *
 * Returns: (transfer none) (element-type SalonReportOnly): what it is narrowed to
 */
const GPtrArray *
salon_report_spec_only (const SalonReportSpec *self)
{
  return self->only;
}

/**
 * salon_report_spec_top:
 *
 * Returns: how many of the first grouping; 0 = as the report has it, %SALON_REPORT_TOP_ALL = all
 */
guint
salon_report_spec_top (const SalonReportSpec *self)
{
  return self->top;
}

/**
 * salon_report_spec_chart:
 *
 * Returns: #SalonChartKind, -1 = the report's own
 */
int
salon_report_spec_chart (const SalonReportSpec *self)
{
  return self->chart;
}
