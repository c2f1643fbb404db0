/* Reports of what was sold, booked and paid: declarations alone. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/entities/enums.h"
#include "model/services/report-declare.h"

const SalonReport salon_report_sales = {
  .key = "sales",
  .title = NC_("report", "Salon total sales"),
  .hint = N_("What the salon sold, after discount, by month: services and goods."),
  .group = SALON_REPORT_GROUP_SALES,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_SALES,
  .groupings = SALON_REPORT_KEYS ("month", "kind"),
  .shown = SALON_REPORT_KEYS ("sold", "discount", "visits", "clients", "average_visit"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_STACKED,
};

const SalonReport salon_report_sales_by_employee = {
  .key = "sales-by-employee",
  .title = NC_("report", "Sales by employee"),
  .hint = N_("What each employee sold, how many visits and clients, and how much an hour of work brought."),
  .group = SALON_REPORT_GROUP_SALES,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_SALES,
  .groupings = SALON_REPORT_KEYS ("employee"),
  .shown = SALON_REPORT_KEYS ("sold", "visits", "clients", "average_visit"),
  .period = SALON_FILTER_PERIOD_THIS_MONTH,
  .chart = SALON_CHART_BARS,
};

const SalonReport salon_report_sales_by_client = {
  .key = "sales-by-client",
  .title = NC_("report", "Sales by client"),
  .hint = N_("Who bought most, and how often she came for it."),
  .group = SALON_REPORT_GROUP_SALES,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_SALES,
  .groupings = SALON_REPORT_KEYS ("client"),
  .shown = SALON_REPORT_KEYS ("sold", "visits", "average_visit", "discount"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_BARS,
  .top = 50,
};

const SalonReport salon_report_services = {
  .key = "services",
  .title = NC_("report", "Demand for services"),
  .hint = N_("Which services were sold, how often, to how many clients, and what they brought."),
  .group = SALON_REPORT_GROUP_SALES,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_SALES,
  .groupings = SALON_REPORT_KEYS ("service_category", "service"),
  .shown = SALON_REPORT_KEYS ("sold", "lines", "clients", "minutes", "per_hour"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_STACKED,
  .only_kind = SALON_SALE_LINE_SERVICE,
};

const SalonReport salon_report_goods = {
  .key = "goods",
  .title = NC_("report", "Sales of goods"),
  .hint = N_("Which goods were sold, how many, and to how many clients."),
  .group = SALON_REPORT_GROUP_SALES,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_SALES,
  .groupings = SALON_REPORT_KEYS ("item"),
  .shown = SALON_REPORT_KEYS ("sold", "quantity", "clients"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_PARETO,
  .only_kind = SALON_SALE_LINE_ITEM,
};

const SalonReport salon_report_visits = {
  .key = "visits",
  .title = NC_("report", "Cancellations and no-shows"),
  .hint = N_("How many of the bookings came, how many were cancelled, and who did not come."),
  .group = SALON_REPORT_GROUP_VISITS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_VISITS,
  .groupings = SALON_REPORT_KEYS ("month"),
  .shown = SALON_REPORT_KEYS ("bookings", "came", "cancelled", "cancelled_share", "no_shows", "no_show_share"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_BARS,
};

const SalonReport salon_report_payments = {
  .key = "payments",
  .title = NC_("report", "Money received"),
  .hint = N_("How the receipts were paid, less what was given back."),
  .group = SALON_REPORT_GROUP_MONEY,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_PAYMENTS,
  .groupings = SALON_REPORT_KEYS ("month", "method"),
  .shown = SALON_REPORT_KEYS ("received", "receipts", "average_receipt"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_STACKED,
};
