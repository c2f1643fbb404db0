/* Employees, their services and hours: saved as one draft, so that a card is one operation. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/ids.h"
#include "base/text.h"
#include "model/entities/absence.h"
#include "model/entities/employee-service.h"
#include "model/entities/enums.h"
#include "model/entities/stored-photo.h"
#include "model/entities/weekly-break.h"
#include "model/entities/work-break.h"
#include "model/entities/work-hours.h"
#include "model/rules/permission.h"
#include "model/rules/validate.h"
#include "model/services/staff.h"
#include "model/services/stranded.h"
#include "model/store/repo.h"
#include "model/store/visit-store.h"

G_DEFINE_FINAL_TYPE (SalonEmployeeCard, salon_employee_card, G_TYPE_OBJECT)

static void
salon_employee_card_finalize (GObject *object)
{
  SalonEmployeeCard *self = SALON_EMPLOYEE_CARD (object);

  g_clear_object (&self->employee);
  g_free (self->name);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  g_clear_pointer (&self->service_ids, g_array_unref);
  g_clear_pointer (&self->hours, g_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->weekly_breaks, g_ptr_array_unref);
  g_clear_pointer (&self->work_breaks, g_ptr_array_unref);
  G_OBJECT_CLASS (salon_employee_card_parent_class)->finalize (object);
}

static void
salon_employee_card_class_init (SalonEmployeeCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_employee_card_finalize;
}

static void
salon_employee_card_init (SalonEmployeeCard *self)
{
}

/**
 * salon_employee_draft_new:
 * @orig: (transfer none) (nullable): as she was opened
 * @curr: (transfer none): as she is to be
 *
 * Returns: (transfer full): a draft that leaves services and hours as they are
 */
SalonEmployeeDraft *
salon_employee_draft_new (SalonEmployee *orig, SalonEmployee *curr)
{
  SalonEmployeeDraft *self = g_new0 (SalonEmployeeDraft, 1);

  self->orig = orig != NULL ? g_object_ref (orig) : NULL;
  self->curr = g_object_ref (curr);
  return self;
}

/**
 * salon_employee_draft_free: frees a draft
 */
void
salon_employee_draft_free (SalonEmployeeDraft *self)
{
  g_clear_object (&self->orig);
  g_clear_object (&self->curr);
  g_clear_pointer (&self->service_ids, g_array_unref);
  g_clear_pointer (&self->hours, g_array_unref);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  g_clear_pointer (&self->view, g_bytes_unref);
  g_free (self);
}

/**
 * salon_hours_draft_new:
 * @hours: (transfer none) (element-type SalonHoursPart): the whole week
 *
 * Returns: (transfer full): a request
 */
SalonHoursDraft *
salon_hours_draft_new (GArray *hours)
{
  SalonHoursDraft *self = g_new0 (SalonHoursDraft, 1);

  self->hours = g_array_ref (hours);
  return self;
}

/**
 * salon_hours_draft_free: frees a request
 */
void
salon_hours_draft_free (SalonHoursDraft *self)
{
  g_array_unref (self->hours);
  g_free (self);
}

static gboolean
sync_services (SalonTx *tx, gint64 employee_id, const GArray *wanted, GError **error)
{
  g_autoptr (GPtrArray) old = salon_repo_find (tx, salon_employee_service_get_type (), "employee_id", employee_id, error);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++) {
    SalonEmployeeService *row = old->pdata[i];

    if (salon_ids_contain (wanted, row->service_id))
      g_array_append_val (kept, row->service_id);
    else if (!salon_repo_delete (tx, row, error))
      return FALSE;
  }
  for (guint i = 0; i < wanted->len; i++) {
    g_autoptr (SalonEmployeeService) row = NULL;

    if (salon_ids_contain (kept, g_array_index (wanted, gint64, i)))
      continue;
    row = salon_employee_service_new ();
    row->employee_id = employee_id;
    row->service_id = g_array_index (wanted, gint64, i);
    if (!salon_repo_insert (tx, row, error))
      return FALSE;
  }
  return TRUE;
}

static SalonWorkHours *
hours_row (gint64 employee_id, const SalonHoursPart *part)
{
  SalonWorkHours *row = salon_work_hours_new ();

  row->employee_id = employee_id;
  row->weekday = part->weekday;
  row->from_min = part->from_min;
  row->to_min = part->to_min;
  return row;
}

static gboolean
check_hours (const GArray *hours, GError **error)
{
  for (guint i = 0; i < hours->len; i++) {
    const SalonHoursPart *part = &g_array_index (hours, SalonHoursPart, i);
    g_autoptr (SalonWorkHours) row = hours_row (0, part);

    if (!salon_validate_work_hours (row, error))
      return FALSE;
    for (guint k = 0; k < i; k++) {
      const SalonHoursPart *other = &g_array_index (hours, SalonHoursPart, k);

      if (other->weekday == part->weekday && other->from_min < part->to_min && part->from_min < other->to_min) {
        salon_set_field_error (error, "hours", _("On one day two parts of the hours overlap."));
        return FALSE;
      }
    }
  }
  return TRUE;
}

static gboolean
same_hours (const SalonWorkHours *row, const SalonHoursPart *part)
{
  return row->weekday == part->weekday && row->from_min == part->from_min && row->to_min == part->to_min;
}

static gboolean
sync_hours (SalonTx *tx, gint64 employee_id, const GArray *wanted, GError **error)
{
  g_autoptr (GPtrArray) old = salon_repo_find (tx, salon_work_hours_get_type (), "employee_id", employee_id, error);
  g_autofree gboolean *found = g_new0 (gboolean, wanted->len + 1);

  if (old == NULL || !check_hours (wanted, error))
    return FALSE;
  for (guint i = 0; i < old->len; i++) {
    gboolean keep = FALSE;

    for (guint k = 0; k < wanted->len && !keep; k++)
      if (!found[k] && same_hours (old->pdata[i], &g_array_index (wanted, SalonHoursPart, k)))
        found[k] = keep = TRUE;
    if (!keep && !salon_repo_delete (tx, old->pdata[i], error))
      return FALSE;
  }
  for (guint k = 0; k < wanted->len; k++) {
    g_autoptr (SalonWorkHours) row = NULL;

    if (found[k])
      continue;
    row = hours_row (employee_id, &g_array_index (wanted, SalonHoursPart, k));
    if (!salon_repo_insert (tx, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_photo (SalonTx *tx, const SalonEmployeeDraft *draft, SalonEmployee *curr, GError **error)
{
  g_autoptr (SalonStoredPhoto) photo = NULL;

  if (draft->thumb == NULL)
    return TRUE;
  photo = salon_stored_photo_new ();
  photo->thumb = g_bytes_ref (draft->thumb);
  photo->view = g_bytes_ref (draft->view);
  photo->width = draft->width;
  photo->height = draft->height;
  photo->created_at = salon_clock_now_us (salon_tx_clock (tx));
  if (!salon_repo_insert (tx, photo, error))
    return FALSE;
  curr->photo_id = salon_entity_get_id (photo);
  return TRUE;
}

static gboolean
put_employee (SalonTx *tx, const SalonEmployeeDraft *draft, SalonEmployee *curr, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (draft->orig != NULL) {
    *id = salon_entity_get_id (draft->orig);
    return salon_repo_update_draft (tx, draft->orig, curr, error);
  }
  all = salon_repo_all (tx, salon_employee_get_type (), error);
  if (all == NULL)
    return FALSE;
  if (all->len > 0)
    curr->position = ((SalonEmployee *) all->pdata[all->len - 1])->position + 1;
  if (!salon_repo_insert (tx, curr, error))
    return FALSE;
  *id = salon_entity_get_id (curr);
  return TRUE;
}

/* Of one who is new there are no visits. */
static gboolean
put_hours (SalonTx *tx, const SalonEmployeeDraft *draft, gint64 id, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonStranded) stranded = NULL;

  g_array_append_val (ids, id);
  stranded = salon_stranded_begin (tx, ids, today, today + SALON_STRANDED_DAYS_AHEAD, error);
  return stranded != NULL && sync_hours (tx, id, draft->hours, error) && salon_stranded_end (stranded, draft->keep_visits, error);
}

/**
 * salon_employee_save:
 * @id: (out): the employee
 * @error: %SALON_ERROR_VALIDATION with the field, or %SALON_STRANDED_ERROR when visits would lie outside the weekly hours
 *
 * Writes what differs of her person, services and hours.
 */
gboolean
salon_employee_save (SalonTx *tx, const SalonEmployeeDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonEmployee) curr = salon_employee_copy (draft->curr);

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_STAFF_EDIT, error))
    return FALSE;
  if (!salon_validate_employee (curr, error))
    return FALSE;
  return put_photo (tx, draft, curr, error) && put_employee (tx, draft, curr, id, error)
         && (draft->service_ids == NULL || sync_services (tx, *id, draft->service_ids, error))
         && (draft->hours == NULL || put_hours (tx, draft, *id, error));
}

static GArray *
load_hours (SalonTx *tx, gint64 employee_id, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_work_hours_get_type (), "employee_id", employee_id, error);
  GArray *hours = NULL;

  if (rows == NULL)
    return NULL;
  hours = g_array_new (FALSE, FALSE, sizeof (SalonHoursPart));
  for (guint i = 0; i < rows->len; i++) {
    const SalonWorkHours *row = rows->pdata[i];
    SalonHoursPart part = { (int) row->weekday, (int) row->from_min, (int) row->to_min };

    g_array_append_val (hours, part);
  }
  return hours;
}

static gboolean
load_services (SalonTx *tx, SalonEmployeeCard *card, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_employee_service_get_type (), "employee_id", id, error);

  if (rows == NULL)
    return FALSE;
  card->service_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (card->service_ids, ((SalonEmployeeService *) rows->pdata[i])->service_id);
  return TRUE;
}

static gboolean
load_absences (SalonTx *tx, SalonEmployeeCard *card, gint64 id, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_absence_get_type (), "employee_id", id, error);

  if (rows == NULL)
    return FALSE;
  card->absences = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    if (((SalonAbsence *) rows->pdata[i])->last_day >= today)
      g_ptr_array_add (card->absences, g_object_ref (rows->pdata[i]));
  return TRUE;
}

static gboolean
load_breaks (SalonTx *tx, SalonEmployeeCard *card, gint64 id, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_work_break_get_type (), "employee_id", id, error);

  if (rows == NULL)
    return FALSE;
  card->work_breaks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    if (((SalonWorkBreak *) rows->pdata[i])->day >= today)
      g_ptr_array_add (card->work_breaks, g_object_ref (rows->pdata[i]));
  card->weekly_breaks = salon_repo_find (tx, salon_weekly_break_get_type (), "employee_id", id, error);
  return card->weekly_breaks != NULL;
}

static gboolean
load_photo (SalonTx *tx, SalonEmployeeCard *card, GError **error)
{
  g_autoptr (SalonStoredPhoto) photo = NULL;

  if (card->employee->photo_id == 0)
    return TRUE;
  photo = salon_repo_get (tx, salon_stored_photo_get_type (), card->employee->photo_id, error);
  if (photo == NULL)
    return FALSE;
  card->thumb = g_bytes_ref (photo->thumb);
  return TRUE;
}

static SalonEmployeeCard *
load_card (SalonTx *tx, SalonEmployee *employee, GError **error)
{
  g_autoptr (SalonEmployeeCard) card = g_object_new (SALON_TYPE_EMPLOYEE_CARD, NULL);
  gint64 id = salon_entity_get_id (employee);
  SalonDay today = salon_clock_today (salon_tx_clock (tx));

  card->employee = g_object_ref (employee);
  card->name = employee->surname != NULL ? g_strdup_printf ("%s %s", employee->first_name, employee->surname)
                                         : g_strdup (employee->first_name);
  card->hours = load_hours (tx, id, error);
  if (card->hours == NULL || !load_services (tx, card, id, error) || !load_absences (tx, card, id, error)
      || !load_breaks (tx, card, id, error) || !load_photo (tx, card, error)
      || !salon_visit_store_count_done (tx, id, today - 30, today, &card->visits_30d, error))
    return NULL;
  return g_steal_pointer (&card);
}

/**
 * salon_staff_load:
 *
 * Returns: (transfer full) (element-type SalonEmployeeCard): everybody who works here, by position
 */
GPtrArray *
salon_staff_load (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GPtrArray) employees = salon_repo_find (tx, salon_employee_get_type (), "archived", 0, error);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);

  if (employees == NULL)
    return NULL;
  for (guint i = 0; i < employees->len; i++) {
    SalonEmployeeCard *card = load_card (tx, employees->pdata[i], error);

    if (card == NULL)
      return NULL;
    g_ptr_array_add (cards, card);
  }
  return g_steal_pointer (&cards);
}

/**
 * salon_hours_save: writes the weekly hours of the salon
 */
gboolean
salon_hours_save (SalonTx *tx, const SalonHoursDraft *draft, gint64 *id, GError **error)
{
  return salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SETTINGS_EDIT, error)
         && sync_hours (tx, 0, draft->hours, error);
}

/**
 * salon_hours_load:
 *
 * Returns: (transfer full) (element-type SalonHoursPart): the weekly hours of the salon
 */
GArray *
salon_hours_load (SalonTx *tx, gconstpointer nothing, GError **error)
{
  return load_hours (tx, 0, error);
}

SALON_DEFINE_COMMAND (salon_command_employee_save, "employee.save", SALON_N ("Employee saved"), salon_employee_save,
                      SalonEmployeeDraft, salon_employee_draft_free)
SALON_DEFINE_COMMAND (salon_command_hours_save, "hours.save", SALON_N ("Opening hours changed"), salon_hours_save,
                      SalonHoursDraft, salon_hours_draft_free)
SALON_DEFINE_QUERY (salon_query_staff, "staff.load", salon_staff_load, void, NULL, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_hours, "hours.load", salon_hours_load, void, NULL, g_array_unref)
