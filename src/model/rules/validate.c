/* Whether what was typed about the salon itself can be kept.
 *
 * Entities that consist of a name (tags, sources, zones, categories) need no more than salon_check_fields(). */
#include "config.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/day.h"
#include "base/email.h"
#include "base/error.h"
#include "model/entities/enums.h"
#include "model/rules/field-check.h"
#include "model/rules/validate.h"
#include "model/rules/schedule.h"

#define MAX_CAPACITY    50
#define MAX_CLEANUP     240
#define MIN_WORK        5
#define MAX_WORK        720
#define MAX_PART        480
#define MAX_BUFFER      120
#define MAX_PERIODICITY 3660
#define MIN_MORE        (-240)
#define MAX_MORE        480
#define MAX_RATE        10000

static gboolean
check_email (const char *email, GError **error)
{
  g_autofree char *address = NULL;

  if (email == NULL || *email == '\0')
    return TRUE;
  address = salon_email_normalize (email, error);
  return address != NULL;
}

/* @may_be_empty: the same minute twice says "not that day". */
static gboolean
check_minutes (gint64 from, gint64 to, gboolean may_be_empty, GError **error)
{
  if (from < 0 || from >= SALON_MINUTES_A_DAY) {
    salon_set_field_error (error, "from_min", _("The beginning must be between 00:00 and 23:59."));
    return FALSE;
  }
  if (to > SALON_SCHEDULE_LAST_MINUTE) {
    salon_set_field_error (error, "to_min",
                           _("A working day can last until 02:00 of the next day at the latest."));
    return FALSE;
  }
  if (to < from || (to == from && !may_be_empty)) {
    salon_set_field_error (error, "to_min", _("The end must come after the beginning."));
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_days (gconstpointer entity, gint64 first_day, gint64 last_day, GError **error)
{
  if (!salon_check_day (entity, "first_day", error) || !salon_check_day (entity, "last_day", error))
    return FALSE;
  if (first_day <= last_day)
    return TRUE;
  salon_set_field_error (error, "last_day", _("The last day cannot be before the first."));
  return FALSE;
}

static gboolean
check_employee_chosen (gint64 employee_id, GError **error)
{
  if (employee_id > 0)
    return TRUE;
  salon_set_field_error (error, "employee_id", _("Choose an employee."));
  return FALSE;
}

/**
 * salon_validate_employee:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the card can be kept
 */
gboolean
salon_validate_employee (const SalonEmployee *employee, GError **error)
{
  return salon_check_fields (employee, error) && check_email (employee->email, error);
}

/**
 * salon_validate_user:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * A master must be linked to an employee, or there would be no visits of her own.
 *
 * Returns: whether the user can be kept
 */
gboolean
salon_validate_user (const SalonUser *user, GError **error)
{
  if (!salon_check_fields (user, error))
    return FALSE;
  if (user->role < SALON_ROLE_FIRST || user->role > SALON_ROLE_LAST) {
    salon_set_field_error (error, "role", _("Choose a role."));
    return FALSE;
  }
  if (user->role == SALON_ROLE_MASTER && user->employee_id == 0) {
    salon_set_field_error (error, "employee_id", _("Choose which employee this master is."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_validate_line_parts:
 * @entity: a #SalonService or #SalonVisitLine
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Work 5 to 720 minutes, processing and finish up to 480, buffers up to 120, all together not longer than a day; the
 * price not negative.
 *
 * Returns: whether the parts of time and the price are possible
 */
gboolean
salon_validate_line_parts (gconstpointer entity, GError **error)
{
  static const struct {
    const char *field;
    int least;
    int most;
    gboolean client_is_there;
  } parts[] = {
    { "work1_min", MIN_WORK, MAX_WORK, TRUE },    { "gap_min", 0, MAX_PART, TRUE },
    { "work2_min", 0, MAX_PART, TRUE },           { "buffer_before_min", 0, MAX_BUFFER, FALSE },
    { "buffer_after_min", 0, MAX_BUFFER, FALSE },
  };
  const SalonEntityInfo *info = salon_entity_info ((SalonEntity *) entity);
  gint64 length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!salon_check_range (entity, parts[i].field, parts[i].least, parts[i].most, error))
      return FALSE;
    if (parts[i].client_is_there)
      length += salon_entity_get_int (entity, salon_entity_info_find (info, parts[i].field));
  }
  if (length > SALON_MINUTES_A_DAY) {
    salon_set_field_error (error, "work1_min", _("A service cannot be longer than a day."));
    return FALSE;
  }
  return salon_check_price (entity, "price", error);
}

/**
 * salon_validate_service:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the service can be kept
 */
gboolean
salon_validate_service (const SalonService *service, GError **error)
{
  return salon_check_fields (service, error) && salon_validate_line_parts (service, error)
         && salon_check_range (service, "periodicity_days", 0, MAX_PERIODICITY, error);
}

/**
 * salon_validate_service_variant:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the variant can be kept
 */
gboolean
salon_validate_service_variant (const SalonServiceVariant *variant, GError **error)
{
  return salon_check_fields (variant, error) && salon_check_price (variant, "price", error)
         && salon_check_range (variant, "more_min", MIN_MORE, MAX_MORE, error);
}

/**
 * salon_validate_vat_rate_period:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the rate can be that much from that day on
 */
gboolean
salon_validate_vat_rate_period (const SalonVatRatePeriod *period, GError **error)
{
  if (period->vat_rate_id == 0) {
    salon_set_field_error (error, "vat_rate_id", _("Choose a rate of tax."));
    return FALSE;
  }
  return salon_check_day (period, "from_day", error) && salon_check_range (period, "rate_bp", 0, MAX_RATE, error);
}

/**
 * salon_validate_room:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the room can be kept
 */
gboolean
salon_validate_room (const SalonRoom *room, GError **error)
{
  return salon_check_fields (room, error) && salon_check_range (room, "capacity", 1, MAX_CAPACITY, error)
         && salon_check_range (room, "cleanup_min", 0, MAX_CLEANUP, error);
}

/**
 * salon_validate_hours:
 * @from_min: minute of the day
 * @to_min: first minute after; at most 02:00 of the next day
 * @error: %SALON_ERROR_VALIDATION of "from_min" or "to_min"
 *
 * Returns: whether somebody can work from then to then
 */
gboolean
salon_validate_hours (gint64 from_min, gint64 to_min, GError **error)
{
  return check_minutes (from_min, to_min, FALSE, error);
}

/**
 * salon_validate_work_hours:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether somebody can work like that; at most to 02:00
 */
gboolean
salon_validate_work_hours (const SalonWorkHours *hours, GError **error)
{
  return salon_check_range (hours, "weekday", 1, 7, error)
         && salon_validate_hours (hours->from_min, hours->to_min, error);
}

/**
 * salon_validate_shift:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the shift can be kept; from = to is a day off
 */
gboolean
salon_validate_shift (const SalonShift *shift, GError **error)
{
  return check_employee_chosen (shift->employee_id, error) && salon_check_day (shift, "day", error)
         && check_minutes (shift->from_min, shift->to_min, TRUE, error);
}

/**
 * salon_validate_shift_template:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the kind of shift can be kept; at most to 02:00
 */
gboolean
salon_validate_shift_template (const SalonShiftTemplate *shift_template, GError **error)
{
  return salon_check_fields (shift_template, error)
         && salon_validate_hours (shift_template->from_min, shift_template->to_min, error);
}

/**
 * salon_validate_weekly_break:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the break can be kept
 */
gboolean
salon_validate_weekly_break (const SalonWeeklyBreak *weekly_break, GError **error)
{
  return salon_check_fields (weekly_break, error) && check_employee_chosen (weekly_break->employee_id, error)
         && salon_check_range (weekly_break, "weekday", 0, 7, error)
         && salon_validate_hours (weekly_break->from_min, weekly_break->to_min, error);
}

/**
 * salon_validate_work_break:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the break can be kept
 */
gboolean
salon_validate_work_break (const SalonWorkBreak *work_break, GError **error)
{
  return salon_check_fields (work_break, error) && check_employee_chosen (work_break->employee_id, error)
         && salon_check_day (work_break, "day", error)
         && salon_validate_hours (work_break->from_min, work_break->to_min, error);
}

/**
 * salon_validate_absence:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the absence can be kept
 */
gboolean
salon_validate_absence (const SalonAbsence *absence, GError **error)
{
  return salon_check_fields (absence, error) && check_employee_chosen (absence->employee_id, error)
         && salon_check_range (absence, "kind", SALON_ABSENCE_HOLIDAY, SALON_ABSENCE_OTHER, error)
         && check_days (absence, absence->first_day, absence->last_day, error);
}

/**
 * salon_validate_checklist_step:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * It is due in one of the states from booked to done; with a service, or with the services of a category, not both.
 *
 * Returns: whether the step of the checklists can be kept
 */
gboolean
salon_validate_checklist_step (const SalonChecklistStep *step, GError **error)
{
  if (!salon_check_fields (step, error)
      || !salon_check_range (step, "state", SALON_VISIT_BOOKED, SALON_VISIT_DONE, error))
    return FALSE;
  if (step->service_id == 0 || step->service_category_id == 0)
    return TRUE;
  salon_set_field_error (error, "service_category_id", _("Choose a service or a category of services, not both."));
  return FALSE;
}

/**
 * salon_validate_holiday:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the holiday of the salon can be kept
 */
gboolean
salon_validate_holiday (const SalonHoliday *holiday, GError **error)
{
  return salon_check_fields (holiday, error)
         && check_days (holiday, holiday->first_day, holiday->last_day, error);
}

/**
 * salon_validate_custom_field:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the field can be kept; a choice needs something to choose from
 */
gboolean
salon_validate_custom_field (const SalonCustomField *field, GError **error)
{
  if (!salon_check_fields (field, error)
      || !salon_check_range (field, "kind", SALON_CUSTOM_TEXT, SALON_CUSTOM_CHOICE, error))
    return FALSE;
  if (field->kind != SALON_CUSTOM_CHOICE)
    return TRUE;
  if (field->options != NULL && field->options[strspn (field->options, " \n\t\r")] != '\0')
    return TRUE;
  salon_set_field_error (error, "options", _("Write down what can be chosen, one in each line."));
  return FALSE;
}
