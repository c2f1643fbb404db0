/* Bars by status show how many there would be of each if the status were not asked for; a press on one asks for it. */
#include "gui/pages/clients/filter-status.h"

#define STATUS_KEY   "status"
#define ALL_STATUSES ((1u << SALON_N_STATUSES) - 1)

/* Which statuses a test lets through, as bits; 0 if it is no test of the status. */
static guint
statuses_of (const SalonFilter *filter)
{
  gboolean is_negated = salon_filter_node (filter) == SALON_FILTER_NOT;
  const SalonFilter *inside = is_negated ? salon_filter_child (filter, 0) : filter;
  const SalonFilterTest *test = NULL;
  guint bits = 0;

  if (salon_filter_node (inside) != SALON_FILTER_TEST)
    return 0;
  test = salon_filter_test (inside);
  if (!g_str_equal (test->field->key, STATUS_KEY) || test->relation != SALON_FILTER_ONE_OF)
    return 0;
  for (guint i = 0; i < test->n_ids; i++)
    if (test->ids[i] >= 0 && test->ids[i] < SALON_N_STATUSES)
      bits |= 1u << test->ids[i];
  return is_negated ? ALL_STATUSES & ~bits : bits;
}

/**
 * salon_filter_without_status:
 * @filter: (nullable): any filter
 * @statuses: (out): bits 1 << #SalonStatus of those that it lets through; 0 if it does not ask for the status
 *
 * Returns: (transfer full): the filter without its test of the status, if that is joined to the rest by "and"
 */
SalonFilter *
salon_filter_without_status (const SalonFilter *filter, guint *statuses)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  guint n = 0;

  *statuses = 0;
  if (filter == NULL)
    return salon_filter_new_everybody ();
  if (salon_filter_node (filter) != SALON_FILTER_ALL) {
    *statuses = statuses_of (filter);
    return *statuses != 0 ? salon_filter_new_everybody () : salon_filter_ref ((SalonFilter *) filter);
  }
  n = salon_filter_n_children (filter);
  for (guint i = 0; i < n; i++) {
    SalonFilter *child = salon_filter_child (filter, i);
    guint bits = *statuses == 0 ? statuses_of (child) : 0;

    if (bits != 0)
      *statuses = bits;
    else
      g_ptr_array_add (kept, salon_filter_ref (child));
  }
  return salon_filter_new_all ((SalonFilter **) kept->pdata, kept->len);
}

/**
 * salon_filter_with_statuses:
 * @rest: (transfer full): a filter
 * @statuses: bits 1 << #SalonStatus; 0 does not ask for the status
 *
 * Returns: (transfer full): both must hold
 */
SalonFilter *
salon_filter_with_statuses (SalonFilter *rest, guint statuses)
{
  gint64 ids[SALON_N_STATUSES];
  guint n = 0;

  if ((statuses & ALL_STATUSES) == 0)
    return rest;
  for (gint64 status = 0; status < SALON_N_STATUSES; status++)
    if ((statuses & (1u << status)) != 0)
      ids[n++] = status;
  return salon_filter_and (rest, salon_filter_new_one_of (STATUS_KEY, ids, n));
}
