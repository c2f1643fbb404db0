/* The sentences of a clash.  They are asked for when something is refused, never on the quick way. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "model/rules/client-name.h"
#include "model/rules/slot-text.h"
#include "model/services/clash-text.h"
#include "model/services/desk.h"
#include "model/services/settings.h"
#include "model/store/desk-store.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

/* What of the other visit lies on one employee or in one room. */
typedef struct {
  char *client; /* NULL = it may not be told */
  char *employee;
  char *room;
  gint64 from;
  gint64 to;
} Other;

static void
other_clear (Other *other)
{
  g_free (other->client);
  g_free (other->employee);
  g_free (other->room);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Other, other_clear)

static char *
name_of (SalonTx *tx, const SalonDeskVisitRow *visit, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autofree char *phone = NULL;

  if (settings == NULL)
    return NULL;
  phone = salon_client_phone_text (visit->phone_e164, visit->phone_typed, settings->country);
  return salon_client_name (visit->first_name, visit->surname, phone);
}

static void
take_line (Other *other, const SalonDeskLineRow *line)
{
  if (other->employee == NULL) {
    other->employee = g_strdup (line->employee);
    other->room = g_strdup (line->room);
    other->from = line->start_min;
    other->to = line->end_min;
  }
  other->from = MIN (other->from, line->start_min);
  other->to = MAX (other->to, line->end_min);
}

/* Who sees her own visits only is not told about those in which she has no line. */
static gboolean
is_secret (gint64 own, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (((const SalonDeskLineRow *) lines->pdata[i])->employee_id == own)
      return FALSE;
  return own != 0;
}

static gboolean
load_other (SalonTx *tx, SalonResourceKind kind, gint64 resource_id, gint64 visit_id, Other *other, GError **error)
{
  SalonDeskScope scope = { visit_id, SALON_DAY_NONE, 0, TRUE };
  g_autoptr (GPtrArray) visits = salon_desk_store_visits (tx, &scope, error);
  g_autoptr (GPtrArray) lines = visits != NULL ? salon_desk_store_lines (tx, &scope, error) : NULL;
  gint64 own = 0;

  if (lines == NULL || !salon_desk_visible_employee (tx, &own, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    const SalonDeskLineRow *line = lines->pdata[i];

    if ((kind == SALON_RESOURCE_EMPLOYEE ? line->employee_id : line->room_id) == resource_id)
      take_line (other, line);
  }
  if (visits->len == 0 || other->employee == NULL) {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("The visit is not there any more."));
    return FALSE;
  }
  if (is_secret (own, lines))
    return TRUE;
  other->client = name_of (tx, visits->pdata[0], error);
  return other->client != NULL;
}

/**
 * salon_clash_text:
 * @kind: whether @resource_id is an employee or a room
 * @visit_id: the visit that is there
 *
 * Returns: (transfer full) (nullable): a whole sentence that names client, time and room of the other
 */
char *
salon_clash_text (SalonTx *tx, SalonResourceKind kind, gint64 resource_id, gint64 visit_id, GError **error)
{
  g_auto (Other) other = { 0 };
  SalonSlotWords words = { .kind = kind == SALON_RESOURCE_ROOM ? SALON_SLOT_ROOM_BUSY : SALON_SLOT_EMPLOYEE_BUSY };

  if (!load_other (tx, kind, resource_id, visit_id, &other, error))
    return NULL;
  words.client = other.client;
  words.employee = other.employee;
  words.room = other.room;
  words.from = other.from;
  words.to = other.to;
  words.today = salon_clock_today (salon_tx_clock (tx));
  return salon_slot_text (&words);
}

static gboolean
is_in_the_way (const SalonOccupancy *wanted, const SalonOccupancy *row)
{
  if (wanted->kind == SALON_RESOURCE_EMPLOYEE ? row->line_id == wanted->line_id : row->visit_id == wanted->visit_id)
    return FALSE;
  return row->from_min - row->before_min < wanted->to_min + wanted->after_min
         && wanted->from_min - wanted->before_min < row->to_min + row->after_min;
}

/**
 * salon_clash_text_of:
 * @row: time that the database refused
 *
 * Returns: (transfer full) (nullable): the sentence about who has that time; %NULL if it cannot be told
 */
char *
salon_clash_text_of (SalonTx *tx, const SalonOccupancy *row)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonOccupancy));

  if (!salon_visit_store_occupancy_of (tx, row->kind, row->resource_id, row->from_min, row->to_min, rows, NULL))
    return NULL;
  for (guint i = 0; i < rows->len; i++) {
    const SalonOccupancy *other = &g_array_index (rows, SalonOccupancy, i);

    if (is_in_the_way (row, other))
      return salon_clash_text (tx, row->kind, row->resource_id, other->visit_id, NULL);
  }
  return NULL;
}
