/* What is asked about filters, segments and rules: made anew for each attempt. */
#include "roles-filters.h"

#include "model/entities/category.h"
#include "model/entities/segment.h"
#include "model/services/category-rules.h"
#include "model/services/clients.h"
#include "model/services/filters.h"
#include "model/services/segments.h"

gpointer
roles_new_rule (SmallSalon *s)
{
  SalonCategory *category = salon_category_new ();
  g_autoptr (SalonFilter) filter = salon_filter_new_is_set ("phone");

  category->name = g_strdup ("Reachable");
  return salon_category_rule_draft_new (salon_fixture_insert (s->salon, category), filter, TRUE);
}

gpointer
roles_rules_of_irina (SmallSalon *s)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, s->irina);
  return salon_rules_request_new (ids);
}

gpointer
roles_new_segment (SmallSalon *s)
{
  g_autoptr (SalonFilter) filter = salon_filter_new_is_set ("phone");

  return salon_segment_draft_new (0, "With a phone", filter);
}

gpointer
roles_old_segment (SmallSalon *s)
{
  SalonSegment *segment = salon_segment_new ();

  segment->name = g_strdup ("Old");
  segment->filter = g_strdup ("phone");
  return salon_id_request_new (salon_fixture_insert (s->salon, segment));
}

gpointer
roles_all_segments (SmallSalon *s)
{
  return salon_segment_list_request_new (TRUE, TRUE);
}

gpointer
roles_some_filter (SmallSalon *s)
{
  g_autoptr (SalonFilter) filter = salon_filter_new_is_set ("phone");

  return salon_filter_request_new (filter, "iri", 3);
}

gpointer
roles_wide_page_of_clients (SmallSalon *s)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, s->irina);
  return salon_client_rows_request_new (ids, SALON_CLIENT_COLUMNS_ALL);
}
