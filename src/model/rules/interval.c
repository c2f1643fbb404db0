/* Sets of half-open intervals: union, intersection, difference in one sweep each.
 * GLib has no such thing; libraries that have (CGAL, Boost ICL) are C++ and larger than all our rules. */
#include "model/rules/interval.h"

#define AT(set, i) g_array_index (set, SalonInterval, i)

static int
compare_intervals (gconstpointer a, gconstpointer b)
{
  const SalonInterval *one = a;
  const SalonInterval *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->to > other->to) - (one->to < other->to);
}

static gboolean
is_sorted (const GArray *set)
{
  for (guint i = 1; i < set->len; i++)
    if (AT (set, i).from < AT (set, i - 1).from)
      return FALSE;
  return TRUE;
}

/**
 * salon_intervals_new:
 *
 * Returns: (transfer full): an empty set
 */
GArray *
salon_intervals_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SalonInterval));
}

/**
 * salon_intervals_add:
 *
 * Appends [@from, @to), or nothing if it is empty.  Unless called in order, salon_intervals_normalize() must follow.
 */
void
salon_intervals_add (GArray *set, gint64 from, gint64 to)
{
  SalonInterval interval = { from, to };

  if (from < to)
    g_array_append_val (set, interval);
}

/**
 * salon_intervals_normalize:
 * @set: intervals in any order, which may overlap
 *
 * Sorts them and joins those that overlap or touch.  Quick if they are sorted already.
 */
void
salon_intervals_normalize (GArray *set)
{
  guint kept = 0;

  if (set->len == 0)
    return;
  if (!is_sorted (set))
    g_array_sort (set, compare_intervals);
  for (guint i = 1; i < set->len; i++) {
    if (AT (set, i).from <= AT (set, kept).to)
      AT (set, kept).to = MAX (AT (set, kept).to, AT (set, i).to);
    else
      AT (set, ++kept) = AT (set, i);
  }
  g_array_set_size (set, kept + 1);
}

/**
 * salon_intervals_union:
 *
 * Returns: (transfer full): what lies in @a or in @b
 */
GArray *
salon_intervals_union (const GArray *a, const GArray *b)
{
  GArray *result = salon_intervals_new ();
  guint i = 0;
  guint j = 0;

  while (i < a->len || j < b->len) {
    if (j == b->len || (i < a->len && AT (a, i).from <= AT (b, j).from))
      g_array_append_val (result, AT (a, i++));
    else
      g_array_append_val (result, AT (b, j++));
  }
  salon_intervals_normalize (result);
  return result;
}

/**
 * salon_intervals_intersect:
 *
 * Returns: (transfer full): what lies in @a and in @b
 */
GArray *
salon_intervals_intersect (const GArray *a, const GArray *b)
{
  GArray *result = salon_intervals_new ();
  guint i = 0;
  guint j = 0;

  while (i < a->len && j < b->len) {
    salon_intervals_add (result, MAX (AT (a, i).from, AT (b, j).from), MIN (AT (a, i).to, AT (b, j).to));
    if (AT (a, i).to < AT (b, j).to)
      i++;
    else
      j++;
  }
  return result;
}

/**
 * salon_intervals_subtract:
 *
 * Returns: (transfer full): what lies in @a and not in @b
 */
GArray *
salon_intervals_subtract (const GArray *a, const GArray *b)
{
  GArray *result = salon_intervals_new ();
  guint j = 0;

  for (guint i = 0; i < a->len; i++) {
    gint64 from = AT (a, i).from;
    gint64 to = AT (a, i).to;

    while (j < b->len && AT (b, j).to <= from)
      j++;
    for (guint k = j; k < b->len && AT (b, k).from < to; k++) {
      salon_intervals_add (result, from, AT (b, k).from);
      from = AT (b, k).to;
    }
    salon_intervals_add (result, from, to);
  }
  return result;
}

/**
 * salon_intervals_find:
 *
 * Returns: the index of the first interval that ends after @minute, or the length of the set
 */
guint
salon_intervals_find (const GArray *set, gint64 minute)
{
  guint low = 0;
  guint high = set->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (AT (set, middle).to <= minute)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/**
 * salon_intervals_contain:
 *
 * Returns: whether all of [@from, @to) lies in the set; true for an empty one
 */
gboolean
salon_intervals_contain (const GArray *set, gint64 from, gint64 to)
{
  guint i = salon_intervals_find (set, from);

  return from >= to || (i < set->len && AT (set, i).from <= from && to <= AT (set, i).to);
}

/**
 * salon_intervals_meet:
 *
 * Returns: whether any minute of [@from, @to) lies in the set
 */
gboolean
salon_intervals_meet (const GArray *set, gint64 from, gint64 to)
{
  guint i = salon_intervals_find (set, from);

  return from < to && i < set->len && AT (set, i).from < to;
}

/**
 * salon_intervals_length:
 *
 * Returns: how many minutes lie in the set
 */
gint64
salon_intervals_length (const GArray *set)
{
  gint64 length = 0;

  for (guint i = 0; i < set->len; i++)
    length += AT (set, i).to - AT (set, i).from;
  return length;
}
