/* The reports there are.  A new one is a declaration in a file of its subject and a line here. */
#include "model/services/report-list.h"

static const SalonReport *const reports[] = {
  &salon_report_inflow,
  &salon_report_base,
  &salon_report_clients_by_master,
  &salon_report_new_clients,
  &salon_report_new_revenue,
  &salon_report_sources,
  &salon_report_return_rate,
  &salon_report_retention,
  &salon_report_rebooking,
  &salon_report_abc,
  &salon_report_rfm,
  &salon_report_zones,
  &salon_report_monitor,
  &salon_report_birthdays,
  &salon_report_exports,
  &salon_report_sales,
  &salon_report_income,
  &salon_report_sales_by_employee,
  &salon_report_sales_by_client,
  &salon_report_services,
  &salon_report_goods,
  &salon_report_visits,
  &salon_report_load,
  &salon_report_rooms,
  &salon_report_quality,
  &salon_report_payments,
  &salon_report_cash,
  &salon_report_accounts,
  &salon_report_tickets,
  &salon_report_certificates,
  &salon_report_discounts,
  &salon_report_promotions,
  &salon_report_cards,
};

/**
 * salon_report_list:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all reports, by group
 */
const SalonReport *const *
salon_report_list (guint *n)
{
  *n = G_N_ELEMENTS (reports);
  return reports;
}
