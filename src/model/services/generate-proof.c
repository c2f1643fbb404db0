/* A draft is filled without the triggers that refuse an overlap: when it is full, all time taken is laid
 * through the rule once more.  The rows come by start, so that only the last few can be met. */
#include "config.h"

#include "base/error.h"
#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/rules/overlap.h"
#include "model/services/generate-proof.h"
#include "model/store/repo.h"
#include "model/store/visit-store.h"

#define LONGEST_BUFFER 360 /* minutes; the table allows no longer ones */

/* The lines of one visit may share a room, but not an employee. */
static SalonBusy
busy_of (const SalonOccupancy *row)
{
  return (SalonBusy){ .from = row->from_min,
                      .to = row->to_min,
                      .before = (int) row->before_min,
                      .after = (int) row->after_min,
                      .id = row->kind == SALON_RESOURCE_ROOM ? row->visit_id : row->line_id };
}

static void
forget_past (GArray *near, gint64 now)
{
  guint kept = 0;

  for (guint i = 0; i < near->len; i++)
    if (g_array_index (near, SalonBusy, i).to + LONGEST_BUFFER > now)
      g_array_index (near, SalonBusy, kept++) = g_array_index (near, SalonBusy, i);
  g_array_set_size (near, kept);
}

static gboolean
prove_rows (const GArray *rows, int capacity, GError **error)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (SalonBusy));

  for (guint i = 0; i < rows->len; i++) {
    SalonBusy busy = busy_of (&g_array_index (rows, SalonOccupancy, i));

    forget_past (near, busy.from - busy.before);
    if (salon_overlap_find_room ((const SalonBusy *) (gpointer) near->data, near->len, capacity, &busy, SALON_BUFFERS_LARGER) >= 0) {
      salon_set_error (error, SALON_ERROR_INTERNAL, "Visit %" G_GINT64_FORMAT " overlaps another.",
                       g_array_index (rows, SalonOccupancy, i).visit_id);
      return FALSE;
    }
    g_array_append_val (near, busy);
  }
  return TRUE;
}

static gboolean
prove_one (SalonTx *tx, SalonResourceKind kind, gint64 id, int capacity, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonOccupancy));

  return salon_visit_store_occupancy_of (tx, kind, id, 0, (gint64) SALON_DAY_MAX * SALON_MINUTES_A_DAY, rows, error)
         && prove_rows (rows, capacity, error);
}

/**
 * salon_generate_prove:
 *
 * Returns: %FALSE if two visits have the same employee or a room at one time: a mistake of the simulation
 */
gboolean
salon_generate_prove (SalonTx *tx, GError **error)
{
  g_autoptr (GPtrArray) employees = salon_repo_all (tx, salon_employee_get_type (), error);
  g_autoptr (GPtrArray) rooms = employees != NULL ? salon_repo_all (tx, salon_room_get_type (), error) : NULL;

  if (rooms == NULL)
    return FALSE;
  for (guint i = 0; i < employees->len; i++)
    if (!prove_one (tx, SALON_RESOURCE_EMPLOYEE, salon_entity_get_id (employees->pdata[i]), 1, error))
      return FALSE;
  for (guint i = 0; i < rooms->len; i++) {
    const SalonRoom *room = rooms->pdata[i];

    if (!prove_one (tx, SALON_RESOURCE_ROOM, salon_entity_get_id (room), (int) room->capacity, error))
      return FALSE;
  }
  return TRUE;
}
