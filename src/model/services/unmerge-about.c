/* What belongs together goes together, though one of it was made since the merge: what was said about a call or a visit goes
 * with it, for it may refer to nobody else's; who waited, or asked, had the visit that came of it; a visit that repeats
 * takes its repetitions along. */
#include "config.h"

#include "model/entities/contact.h"
#include "model/entities/inquiry.h"
#include "model/entities/quality-mark.h"
#include "model/entities/visit-series.h"
#include "model/entities/visit.h"
#include "model/entities/waiting.h"
#include "model/services/unmerge-plan.h"
#include "model/store/repo.h"

typedef struct {
  GType (*type) (void);
  const char *column; /* that names the other row */
  GType (*named) (void);
} Link;

/* Rows that go with the one that they name. */
static const Link about[] = {
  { salon_contact_get_type, "visit_id", salon_visit_get_type },
  { salon_quality_mark_get_type, "visit_id", salon_visit_get_type },
  { salon_quality_mark_get_type, "contact_id", salon_contact_get_type },
  { salon_visit_get_type, "series_id", salon_visit_series_get_type },
};

/* Rows that take the one along that they name. */
static const Link came_of[] = {
  { salon_waiting_get_type, "visit_id", salon_visit_get_type },
  { salon_inquiry_get_type, "visit_id", salon_visit_get_type },
  { salon_visit_get_type, "series_id", salon_visit_series_get_type },
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
follow (SalonTx *tx, SalonUnmerge *self, const Link *link, SalonEntity *wanted, gint64 from, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, link->type (), link->column, salon_entity_get_id (wanted), error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (client_of (rows->pdata[i]) == from)
      take_along (self, rows->pdata[i], from, client_of (wanted));
  return rows != NULL;
}

static gboolean
lead (SalonTx *tx, SalonUnmerge *self, const Link *link, SalonEntity *wanted, gint64 from, GError **error)
{
  gint64 id = salon_entity_get_int (wanted, salon_entity_info_find (salon_entity_info (wanted), link->column));
  g_autoptr (SalonEntity) row = id != 0 ? salon_repo_get (tx, link->named (), id, error) : NULL;

  if (row != NULL && client_of (row) == from)
    take_along (self, row, from, client_of (wanted));
  return id == 0 || row != NULL;
}

/* All that belongs to a row that goes from a client. */
static gboolean
gather (SalonTx *tx, SalonUnmerge *self, SalonEntity *wanted, gint64 from, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    if (about[i].named () == G_OBJECT_TYPE (wanted) && !follow (tx, self, &about[i], wanted, from, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (came_of); i++)
    if (came_of[i].type () == G_OBJECT_TYPE (wanted) && !lead (tx, self, &came_of[i], wanted, from, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_linked (SalonEntity *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    if (about[i].named () == G_OBJECT_TYPE (row))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (came_of); i++)
    if (came_of[i].type () == G_OBJECT_TYPE (row))
      return TRUE;
  return FALSE;
}

/**
 * salon_unmerge_follow:
 *
 * Adds to what is planned: what belongs to a row that goes back, and was with the same client
 */
gboolean
salon_unmerge_follow (SalonTx *tx, SalonUnmerge *self, GError **error)
{
  for (guint i = 0; i < self->writes->len; i++) { /* grows meanwhile */
    SalonEntity *wanted = self->writes->pdata[i];
    g_autoptr (SalonEntity) now = NULL;

    if (!is_linked (wanted))
      continue;
    now = salon_repo_get (tx, G_OBJECT_TYPE (wanted), salon_entity_get_id (wanted), error);
    if (now == NULL)
      return FALSE;
    if (client_of (now) != client_of (wanted) && !gather (tx, self, wanted, client_of (now), error))
      return FALSE;
  }
  return TRUE;
}
