/* The same change to many clients, who are one here. */
#include "roles-bulk.h"

#include "model/entities/category.h"
#include "model/entities/tag.h"
#include "model/services/bulk-clients.h"

static gpointer
bulk (SmallSalon *s, SalonBulkAction action, SalonEntity *made)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, s->irina);
  return salon_bulk_run_new (action, salon_bulk_request_new (ids, 0, made));
}

static SalonEntity *
a_tag (void)
{
  SalonTag *tag = salon_tag_new ();

  tag->name = g_strdup ("Bride");
  return SALON_ENTITY (tag);
}

static SalonEntity *
a_category (void)
{
  SalonCategory *category = salon_category_new ();

  category->name = g_strdup ("Models");
  return SALON_ENTITY (category);
}

gpointer
roles_bulk_tag (SmallSalon *s)
{
  return bulk (s, SALON_BULK_TAG, a_tag ());
}

gpointer
roles_bulk_untag (SmallSalon *s)
{
  return bulk (s, SALON_BULK_UNTAG, a_tag ());
}

gpointer
roles_bulk_category (SmallSalon *s)
{
  return bulk (s, SALON_BULK_CATEGORY, a_category ());
}

gpointer
roles_bulk_uncategory (SmallSalon *s)
{
  return bulk (s, SALON_BULK_UNCATEGORY, a_category ());
}

gpointer
roles_bulk_archive (SmallSalon *s)
{
  return bulk (s, SALON_BULK_ARCHIVE, NULL);
}

gpointer
roles_bulk_unarchive (SmallSalon *s)
{
  return bulk (s, SALON_BULK_UNARCHIVE, NULL);
}

gpointer
roles_bulk_merge (SmallSalon *s)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, s->irina);
  return salon_merge_run_new (s->irina, ids);
}
