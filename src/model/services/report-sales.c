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
  .title = NC_("report", "Ways of paying"),
  .hint = N_("How the receipts were paid, less what was given back."),
  .group = SALON_REPORT_GROUP_MONEY,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_PAYMENTS,
  .groupings = SALON_REPORT_KEYS ("month", "method"),
  .shown = SALON_REPORT_KEYS ("received", "receipts", "average_receipt"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_STACKED,
};

const SalonReport salon_report_discounts = {
  .key = "discounts",
  .title = NC_("report", "Discounts given"),
  .hint = N_("How much was taken off, why, and by whom."),
  .group = SALON_REPORT_GROUP_CARDS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_DISCOUNTS,
  .groupings = SALON_REPORT_KEYS ("discount_source"),
  .shown = SALON_REPORT_KEYS ("discount", "discount_share", "list", "amount", "lines", "clients"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_BARS,
};

const SalonReport salon_report_load = {
  .key = "load",
  .title = NC_("report", "Load of employees"),
  .hint = N_("How much of their working time is taken, by day of the week and hour."),
  .group = SALON_REPORT_GROUP_STAFF,
  .source = SALON_FACTS_STAFF,
  .groupings = SALON_REPORT_KEYS ("weekday", "hour"),
  .shown = SALON_REPORT_KEYS ("load", "taken", "open"),
  .period = SALON_FILTER_PERIOD_THIS_MONTH,
  .chart = SALON_CHART_HEAT,
};

const SalonReport salon_report_rooms = {
  .key = "rooms",
  .title = NC_("report", "Load of rooms"),
  .hint = N_("How much of the time in which the salon is open each room is taken."),
  .group = SALON_REPORT_GROUP_STAFF,
  .source = SALON_FACTS_ROOMS,
  .groupings = SALON_REPORT_KEYS ("room"),
  .shown = SALON_REPORT_KEYS ("load", "taken", "open"),
  .period = SALON_FILTER_PERIOD_THIS_MONTH,
  .chart = SALON_CHART_BARS,
};

const SalonReport salon_report_income = {
  .key = "income",
  .title = NC_("report", "Income by visits"),
  .hint = N_("What visits brought day by day: how many there were and how much one is worth."),
  .group = SALON_REPORT_GROUP_SALES,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_SALES,
  .groupings = SALON_REPORT_KEYS ("day"),
  .shown = SALON_REPORT_KEYS ("sold", "visits", "clients", "average_visit", "per_hour"),
  .period = SALON_FILTER_PERIOD_THIS_MONTH,
  .chart = SALON_CHART_BARS,
};

const SalonReport salon_report_zones = {
  .key = "zones",
  .title = NC_("report", "Coverage of zones"),
  .hint = N_("How many clients come for each zone, and for how many zones one client comes: the room for cross-sales."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_SALES,
  .groupings = SALON_REPORT_KEYS ("zone"),
  .shown = SALON_REPORT_KEYS ("clients", "visits", "sold", "zones_per_client"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_BARS,
  .only_kind = SALON_SALE_LINE_SERVICE,
};

const SalonReport salon_report_quality = {
  .key = "quality",
  .title = NC_("report", "Quality of service"),
  .hint = N_("Marks and complaints by master and administrator."),
  .group = SALON_REPORT_GROUP_STAFF,
  .flags = SALON_REPORT_OF_PEOPLE,
  .source = SALON_FACTS_QUALITY,
  .groupings = SALON_REPORT_KEYS ("employee"),
  .shown = SALON_REPORT_KEYS ("average_mark", "marks", "complaints", "resolved"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_BARS,
};
