/* What was said about a call or a visit goes with it: what was made since the merge, too, for it may refer to nobody
 * else's. */
#include "config.h"

#include "model/entities/contact.h"
#include "model/entities/quality-mark.h"
#include "model/entities/visit.h"
#include "model/services/unmerge-plan.h"
#include "model/store/repo.h"

typedef struct {
  GType (*type) (void);
  const char *column; /* that names what it is about */
  GType (*about) (void);
} About;

static const About abouts[] = {
  { salon_contact_get_type, "visit_id", salon_visit_get_type },
  { salon_quality_mark_get_type, "visit_id", salon_visit_get_type },
  { salon_quality_mark_get_type, "contact_id", salon_contact_get_type },
};

static gint64
client_of (SalonEntity *row)
{
  return salon_entity_get_int (row, salon_entity_info_find (salon_entity_info (row), "client_id"));
}

/* What is planned for a row already. */
static SalonEntity *
planned (SalonUnmerge *self, SalonEntity *row)
{
  for (guint i = 0; i < self->writes->len; i++)
    if (G_OBJECT_TYPE (self->writes->pdata[i]) == G_OBJECT_TYPE (row)
        && salon_entity_get_id (self->writes->pdata[i]) == salon_entity_get_id (row))
      return self->writes->pdata[i];
  return NULL;
}

static void
take_along (SalonUnmerge *self, SalonEntity *row, gint64 from, gint64 to)
{
  SalonEntity *wanted = planned (self, row);

  if (wanted == NULL) {
    wanted = g_object_ref (row);
    g_ptr_array_add (self->writes, wanted); /* and what is about it, in turn */
  }
  if (client_of (wanted) != from)
    return;
  salon_entity_put_int (wanted, salon_entity_info_find (salon_entity_info (wanted), "client_id"), to);
  self->told->n_back[salon_client_owned_by_type (G_OBJECT_TYPE (wanted))->kind]++;
}

static gboolean
follow (SalonTx *tx, SalonUnmerge *self, const About *about, SalonEntity *wanted, gint64 from, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, about->type (), about->column, salon_entity_get_id (wanted), error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (client_of (rows->pdata[i]) == from)
      take_along (self, rows->pdata[i], from, client_of (wanted));
  return rows != NULL;
}

static gboolean
is_about_any (SalonEntity *row)
{
  return G_OBJECT_TYPE (row) == salon_visit_get_type () || G_OBJECT_TYPE (row) == salon_contact_get_type ();
}

/**
 * salon_unmerge_follow:
 *
 * Adds to what is planned: what is about a call or a visit that goes back, and was with the same client
 */
gboolean
salon_unmerge_follow (SalonTx *tx, SalonUnmerge *self, GError **error)
{
  for (guint i = 0; i < self->writes->len; i++) { /* grows meanwhile */
    SalonEntity *wanted = self->writes->pdata[i];
    g_autoptr (SalonEntity) now = NULL;

    if (!is_about_any (wanted))
      continue;
    now = salon_repo_get (tx, G_OBJECT_TYPE (wanted), salon_entity_get_id (wanted), error);
    if (now == NULL)
      return FALSE;
    for (guint a = 0; a < G_N_ELEMENTS (abouts) && client_of (now) != client_of (wanted); a++)
      if (abouts[a].about () == G_OBJECT_TYPE (wanted) && !follow (tx, self, &abouts[a], wanted, client_of (now), error))
        return FALSE;
  }
  return TRUE;
}
