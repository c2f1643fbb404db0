/* One row of a list of visits.  What lies in the past was done; nothing of a history is refused because it overlaps. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/service.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/import-cell.h"
#include "model/rules/field-check.h"
#include "model/services/import-base.h"
#include "model/services/ledger.h"
#include "model/store/import-store.h"
#include "model/store/repo.h"

#define WITHOUT_TIME  600 /* a visit without a time stands at 10:00 */
#define NAME_CHARS     200
#define OTHER_MINUTES  60
#define LEAST_MINUTES  5
#define MOST_MINUTES   720

/**
 * Coming: what a row says of a visit
 */
typedef struct {
  SalonDay day;
  int minute; /* -1 = not said */
  char *service;
  char *employee;
  SalonMoney price; /* -1 = not said */
  int minutes;      /* 0 = not said */
  SalonVisitState state;
  char *note;
  gint64 client_id;
  gint64 service_id;
  gint64 employee_id;
} Coming;

static void
coming_clear (Coming *self)
{
  g_free (self->service);
  g_free (self->employee);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coming, coming_clear)

/* ---- reading */

static char *
name_of (const SalonCell *cell)
{
  g_autofree char *text = salon_import_cell_text (cell);

  return salon_text_clean (text, NAME_CHARS);
}

static void
add_note (Coming *self, const SalonCell *cell)
{
  char *text = salon_import_cell_text (cell);

  if (self->note != NULL) {
    char *joined = g_strconcat (self->note, "\n", text, NULL);

    g_free (self->note);
    g_free (text);
    text = joined;
  }
  self->note = text;
}

static gboolean
take_when (Coming *self, const SalonImportColumn *column, const SalonCell *cell, GError **error)
{
  int minute = -1;

  if (!salon_import_cell_when (cell, column->month_first, &self->day, &minute, error))
    return FALSE;
  if (self->minute < 0)
    self->minute = minute;
  return TRUE;
}

static gboolean
take_cell (Coming *self, SalonImportBase *base, const SalonImportColumn *column, const SalonCell *cell, GError **error)
{
  switch ((int) column->field) {
  case SALON_IMPORT_VISIT_DATE:
    return take_when (self, column, cell, error);
  case SALON_IMPORT_VISIT_TIME:
    return salon_import_cell_minute (cell, &self->minute, error);
  case SALON_IMPORT_VISIT_SERVICE:
    self->service = name_of (cell);
    return TRUE;
  case SALON_IMPORT_VISIT_EMPLOYEE:
    self->employee = name_of (cell);
    return TRUE;
  case SALON_IMPORT_VISIT_PRICE:
    return salon_import_cell_money (cell, salon_settings_currency (base->settings), &self->price, error);
  case SALON_IMPORT_VISIT_MINUTES:
    return salon_import_cell_duration (cell, &self->minutes, error);
  case SALON_IMPORT_VISIT_STATE:
    self->state = salon_import_cell_state (cell);
    if (self->state == 0)
      add_note (self, cell);
    return TRUE;
  case SALON_IMPORT_VISIT_NOTE:
    add_note (self, cell);
    return TRUE;
  default:
    return TRUE;
  }
}

static gboolean
read_coming (Coming *self, SalonImportBase *base, const GArray *cells, GError **error)
{
  const SalonImportLayout *layout = base->request->layout;

  self->day = SALON_DAY_NONE;
  self->minute = -1;
  self->price = -1;
  for (guint i = 0; i < layout->columns->len && i < cells->len; i++) {
    const SalonImportColumn *column = salon_import_layout_column (layout, i);
    const SalonCell *cell = &g_array_index (cells, SalonCell, i);

    if (salon_import_field_is_of_visit (column->field) && !salon_import_cell_is_blank (cell)
        && !take_cell (self, base, column, cell, error))
      return FALSE;
  }
  if (self->day != SALON_DAY_NONE)
    return TRUE;
  salon_set_field_error (error, "day", _("The date of the visit is missing."));
  return FALSE;
}

/* ---- client, service, employee */

static gboolean
is_somebody (const SalonImportCard *card)
{
  return card->phones->len > 0 || card->client->first_name != NULL || card->client->surname != NULL
         || card->client->patronymic != NULL;
}

static gboolean
make_client (SalonImportBase *base, const SalonImportCard *card, gint64 *id, GError **error)
{
  g_autoptr (SalonImportPerson) person = NULL;
  gboolean changed = FALSE;

  if (!base->request->adds_clients || !is_somebody (card)) {
    salon_set_field_error (error, "client", _("No client is known by what this row says."));
    return FALSE;
  }
  person = salon_import_person_new (base, card);
  if (!salon_import_person_merge (person, base, card, FALSE, &changed, error)
      || !salon_import_person_keep (person, base, card, error))
    return FALSE;
  *id = person->id;
  return TRUE;
}

static gboolean
find_entry (SalonImportBase *base, SalonImportList list, const char *name, const char *unnamed, gint64 *id, GError **error)
{
  const char *wanted = name != NULL && *name != '\0' ? name : unnamed;

  if (base->request->adds_services)
    return salon_import_base_name (base, list, wanted, id, error);
  if (salon_import_base_find (base, list, wanted, id))
    return TRUE;
  salon_set_field_error (error, list == SALON_IMPORT_LIST_SERVICE ? "service" : "employee",
                         list == SALON_IMPORT_LIST_SERVICE ? _("There is no service “%s”.") : _("There is no employee “%s”."), wanted);
  return FALSE;
}

/* ---- the visit */

static SalonVisitState
state_of (const Coming *self, SalonImportBase *base, gint64 start_min)
{
  gboolean past = start_min <= salon_clock_wall_minute (salon_tx_clock (base->tx));

  if (self->state == SALON_VISIT_CANCELLED || (past && self->state == SALON_VISIT_NO_SHOW))
    return self->state;
  if (past)
    return SALON_VISIT_DONE;
  return self->state == SALON_VISIT_CONFIRMED ? SALON_VISIT_CONFIRMED : SALON_VISIT_BOOKED;
}

static void
shape_line (const Coming *self, const SalonService *service, SalonVisitLine *line)
{
  line->service_id = self->service_id;
  line->employee_id = self->employee_id;
  line->work1_min = service != NULL ? service->work1_min : OTHER_MINUTES;
  line->price = self->price >= 0 ? self->price : service != NULL ? service->price : 0;
  if (self->minutes > 0) {
    line->work1_min = CLAMP (self->minutes, LEAST_MINUTES, MOST_MINUTES);
  } else if (service != NULL) {
    line->gap_min = service->gap_min;
    line->work2_min = service->work2_min;
  }
}

static SalonVisit *
describe (Coming *self, SalonImportBase *base, gint64 start_min, const SalonVisitLine *line)
{
  SalonVisit *visit = salon_visit_new ();
  int valid = 0;

  visit->client_id = self->client_id;
  visit->source = SALON_VISIT_SOURCE_PHONE;
  visit->day = self->day;
  visit->start_min = start_min;
  visit->end_min = start_min + line->work1_min + line->gap_min + line->work2_min;
  visit->state = state_of (self, base, start_min);
  visit->note = g_steal_pointer (&self->note);
  visit->override_reason = g_strdup (_("Imported"));
  if (visit->state == SALON_VISIT_CANCELLED)
    visit->cancel_reason = g_strdup (_("Imported"));
  visit->created_at = base->now;
  if (visit->state != SALON_VISIT_BOOKED && visit->state != SALON_VISIT_CONFIRMED && self->day < base->today)
    salon_clock_wall_to_utc (salon_tx_clock (base->tx), self->day, (int) (start_min % SALON_MINUTES_A_DAY), &visit->created_at, &valid);
  visit->created_by_id = salon_tx_actor (base->tx)->user_id;
  visit->settled = visit->state == SALON_VISIT_DONE; /* there, in the other program */
  return visit;
}

static gboolean
is_there (const Coming *self, SalonImportBase *base, gint64 start_min, gboolean *there, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, self->client_id, start_min,
                                          self->service_id);

  *there = FALSE;
  if (base->is_trial && !g_hash_table_add (base->lines, g_steal_pointer (&key)))
    *there = TRUE;
  return *there || self->client_id < 0 || self->service_id < 0
         || salon_import_store_has_line (base->tx, self->client_id, self->day, start_min, self->service_id, there, error);
}

static gboolean
write_visit (Coming *self, SalonImportBase *base, gint64 start_min, SalonImportRow *row, GError **error)
{
  g_autoptr (SalonVisitLine) line = salon_visit_line_new ();
  g_autoptr (SalonVisit) visit = NULL;

  shape_line (self, g_hash_table_lookup (base->services, &self->service_id), line);
  visit = describe (self, base, start_min, line);
  line->start_min = start_min;
  if (!salon_check_fields (visit, error))
    return FALSE;
  row->outcome = SALON_IMPORT_NEW;
  if (base->is_trial)
    return TRUE;
  if (!salon_repo_insert (base->tx, visit, error))
    return FALSE;
  line->visit_id = salon_entity_get_id (visit);
  return salon_repo_insert (base->tx, line, error) && (!visit->settled || salon_ledger_add_history (base->tx, line->visit_id, error));
}

static gboolean
find_client (Coming *self, SalonImportBase *base, const GArray *cells, SalonImportRow *row, GError **error)
{
  g_autoptr (SalonImportCard) card = salon_import_card_read (base, cells, error);
  g_autofree char *remark = NULL;

  if (card == NULL)
    return FALSE;
  row->name = salon_import_card_name (card);
  return salon_import_match (base, card, TRUE, &self->client_id, &remark, error)
         && (self->client_id != 0 || make_client (base, card, &self->client_id, error));
}

/**
 * salon_import_visit_row:
 * @row: gets the outcome
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION if the row is refused
 */
gboolean
salon_import_visit_row (SalonImportBase *base, const GArray *cells, SalonImportRow *row, GError **error)
{
  g_auto (Coming) coming = { 0 };
  gboolean there = FALSE;
  gint64 start_min = 0;

  if (!read_coming (&coming, base, cells, error))
    return FALSE;
  if (coming.day < salon_day_from_ymd (SALON_FIRST_YEAR, 1, 1) || coming.day > salon_day_from_ymd (SALON_LAST_YEAR, 12, 31)) {
    salon_set_field_error (error, "day", _("The date must lie in the years %d to %d."), SALON_FIRST_YEAR, SALON_LAST_YEAR);
    return FALSE;
  }
  start_min = (gint64) coming.day * SALON_MINUTES_A_DAY + (coming.minute >= 0 ? coming.minute % SALON_MINUTES_A_DAY : WITHOUT_TIME);
  if (!find_client (&coming, base, cells, row, error)
      || !find_entry (base, SALON_IMPORT_LIST_SERVICE, coming.service, _("Imported visit"), &coming.service_id, error)
      || !find_entry (base, SALON_IMPORT_LIST_EMPLOYEE, coming.employee, _("Not named"), &coming.employee_id, error)
      || !is_there (&coming, base, start_min, &there, error))
    return FALSE;
  row->client_id = MAX (coming.client_id, 0);
  if (!there)
    return write_visit (&coming, base, start_min, row, error);
  row->outcome = SALON_IMPORT_DUPLICATE;
  row->reason = g_strdup (_("This visit is there already."));
  return TRUE;
}
