/* The list of entities.  A new one is added here, and nowhere else by hand. */
#include "model/entities/registry.h"

#include "model/entities/absence.h"
#include "model/entities/bonus-lot.h"
#include "model/entities/card-kind.h"
#include "model/entities/card-picture.h"
#include "model/entities/card-print.h"
#include "model/entities/cash-drawer.h"
#include "model/entities/category.h"
#include "model/entities/category-rule.h"
#include "model/entities/certificate.h"
#include "model/entities/checklist-step.h"
#include "model/entities/client.h"
#include "model/entities/client-category.h"
#include "model/entities/client-consent.h"
#include "model/entities/client-merge.h"
#include "model/entities/client-not-same.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/contact.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/entities/employee.h"
#include "model/entities/employee-level.h"
#include "model/entities/employee-service.h"
#include "model/entities/external-id.h"
#include "model/entities/holiday.h"
#include "model/entities/inquiry.h"
#include "model/entities/item.h"
#include "model/entities/item-category.h"
#include "model/entities/own-report.h"
#include "model/entities/people-list.h"
#include "model/entities/people-list-member.h"
#include "model/entities/plastic-card.h"
#include "model/entities/price-rule.h"
#include "model/entities/price-rule-target.h"
#include "model/entities/promotion-use.h"
#include "model/entities/quality-mark.h"
#include "model/entities/room.h"
#include "model/entities/room-kind.h"
#include "model/entities/segment.h"
#include "model/entities/service.h"
#include "model/entities/service-addon.h"
#include "model/entities/service-category.h"
#include "model/entities/service-price.h"
#include "model/entities/service-variant.h"
#include "model/entities/shift.h"
#include "model/entities/shift-template.h"
#include "model/entities/source.h"
#include "model/entities/stored-design.h"
#include "model/entities/stored-photo.h"
#include "model/entities/tag.h"
#include "model/entities/ticket.h"
#include "model/entities/ticket-extension.h"
#include "model/entities/ticket-freeze.h"
#include "model/entities/ticket-kind.h"
#include "model/entities/ticket-kind-service.h"
#include "model/entities/ticket-service.h"
#include "model/entities/user.h"
#include "model/entities/vat-rate.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/visit.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit-series.h"
#include "model/entities/visit-step.h"
#include "model/entities/waiting.h"
#include "model/entities/waiting-service.h"
#include "model/entities/weekly-break.h"
#include "model/entities/work-break.h"
#include "model/entities/work-hours.h"
#include "model/entities/zone.h"

static GType (*const getters[]) (void) = {
  salon_absence_get_type,
  salon_category_get_type,
  salon_category_rule_get_type,
  salon_checklist_step_get_type,
  salon_client_category_get_type,
  salon_client_consent_get_type,
  salon_client_merge_get_type,
  salon_client_not_same_get_type,
  salon_client_phone_get_type,
  salon_client_tag_get_type,
  salon_client_get_type,
  salon_contact_get_type,
  salon_custom_field_get_type,
  salon_custom_value_get_type,
  salon_employee_service_get_type,
  salon_employee_get_type,
  salon_holiday_get_type,
  salon_stored_photo_get_type,
  salon_quality_mark_get_type,
  salon_room_kind_get_type,
  salon_room_get_type,
  salon_segment_get_type,
  salon_service_addon_get_type,
  salon_service_category_get_type,
  salon_service_get_type,
  salon_shift_template_get_type,
  salon_shift_get_type,
  salon_source_get_type,
  salon_tag_get_type,
  salon_user_get_type,
  salon_visit_line_get_type,
  salon_visit_step_get_type,
  salon_visit_get_type,
  salon_weekly_break_get_type,
  salon_work_break_get_type,
  salon_work_hours_get_type,
  salon_external_id_get_type,
  salon_inquiry_get_type,
  salon_visit_series_get_type,
  salon_waiting_get_type,
  salon_waiting_service_get_type,
  salon_vat_rate_get_type,
  salon_vat_rate_period_get_type,
  salon_item_category_get_type,
  salon_item_get_type,
  salon_employee_level_get_type,
  salon_service_variant_get_type,
  salon_service_price_get_type,
  salon_cash_drawer_get_type,
  salon_ticket_kind_get_type,
  salon_ticket_kind_service_get_type,
  salon_ticket_get_type,
  salon_ticket_service_get_type,
  salon_ticket_freeze_get_type,
  salon_ticket_extension_get_type,
  salon_certificate_get_type,
  salon_bonus_lot_get_type,
  salon_price_rule_get_type,
  salon_price_rule_target_get_type,
  salon_promotion_use_get_type,
  salon_stored_design_get_type,
  salon_card_picture_get_type,
  salon_card_kind_get_type,
  salon_card_print_get_type,
  salon_plastic_card_get_type,
  salon_own_report_get_type,
  salon_people_list_get_type,
  salon_people_list_member_get_type,
  salon_zone_get_type,
};

#define N_TYPES G_N_ELEMENTS (getters)

static const GType *
types (void)
{
  static GType list[N_TYPES];
  static gsize ready = 0;

  if (g_once_init_enter (&ready)) {
    for (guint i = 0; i < N_TYPES; i++)
      list[i] = getters[i] ();
    g_once_init_leave (&ready, 1);
  }
  return list;
}

/**
 * salon_entity_types:
 * @n: (out): their number
 *
 * Returns: (transfer none) (array length=n): every type of entity
 */
const GType *
salon_entity_types (guint *n)
{
  *n = N_TYPES;
  return types ();
}

/**
 * salon_entity_type_by_name:
 * @name: "client-phone"
 *
 * Returns: its type; %G_TYPE_INVALID if there is none
 */
GType
salon_entity_type_by_name (const char *name)
{
  const GType *list = types ();

  for (guint i = 0; i < N_TYPES; i++)
    if (g_str_equal (salon_entity_type_info (list[i])->name, name))
      return list[i];
  return G_TYPE_INVALID;
}
