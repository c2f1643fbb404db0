#pragma once
/* Whether what was typed about the salon itself can be kept: employees, users, services, rooms, hours, fields. */
#include "model/entities/absence.h"
#include "model/entities/checklist-step.h"
#include "model/entities/custom-field.h"
#include "model/entities/employee.h"
#include "model/entities/holiday.h"
#include "model/entities/room.h"
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/entities/shift-template.h"
#include "model/entities/shift.h"
#include "model/entities/user.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/weekly-break.h"
#include "model/entities/work-break.h"
#include "model/entities/work-hours.h"

G_BEGIN_DECLS

gboolean salon_validate_employee (const SalonEmployee *employee, GError **error);
gboolean salon_validate_user (const SalonUser *user, GError **error);
gboolean salon_validate_service (const SalonService *service, GError **error);
gboolean salon_validate_service_variant (const SalonServiceVariant *variant, GError **error);
gboolean salon_validate_vat_rate_period (const SalonVatRatePeriod *period, GError **error);
gboolean salon_validate_room (const SalonRoom *room, GError **error);
gboolean salon_validate_hours (gint64 from_min, gint64 to_min, GError **error);
gboolean salon_validate_work_hours (const SalonWorkHours *hours, GError **error);
gboolean salon_validate_shift (const SalonShift *shift, GError **error);
gboolean salon_validate_shift_template (const SalonShiftTemplate *shift_template, GError **error);
gboolean salon_validate_weekly_break (const SalonWeeklyBreak *weekly_break, GError **error);
gboolean salon_validate_work_break (const SalonWorkBreak *work_break, GError **error);
gboolean salon_validate_absence (const SalonAbsence *absence, GError **error);
gboolean salon_validate_holiday (const SalonHoliday *holiday, GError **error);
gboolean salon_validate_checklist_step (const SalonChecklistStep *step, GError **error);
gboolean salon_validate_custom_field (const SalonCustomField *field, GError **error);

gboolean salon_validate_line_parts (gconstpointer entity, GError **error);

G_END_DECLS
