#pragma once
/* How a report is declared, and what it is given when it runs.  For the files of reports alone; others take reports.h. */
#include "model/entities/report-fact.h"
#include "model/rules/report-client.h"
#include "model/services/report-types.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonReportAsk: what is asked, with everything resolved
 * @from: first day, inclusive
 * @to: last day, inclusive
 * @before_from: of the period it is compared with; %SALON_DAY_NONE = it is not compared
 * @before_to: …
 * @until: the last day of the report or today, whichever is earlier: attributes of clients are those of this day
 * @told: (nullable): the filter in words
 * @clients: what is known of clients (see report-client.h), loaded when first asked for by salon_report_ask_clients()
 */
typedef struct {
  const SalonReport *report;
  SalonReportSpec *spec;
  const SalonReportRequest *request; /* nullable; whom to tell of progress */
  SalonDay from;
  SalonDay to;
  SalonDay before_from;
  SalonDay before_to;
  SalonDay today;
  SalonDay until;
  const SalonCurrency *currency;
  char *told;
  SalonReportClients *clients;
} SalonReportAsk;

typedef struct _SalonPeopleReport SalonPeopleReport;

/**
 * SalonReport:
 * @key: never changed once released: "sales-by-employee"
 * @title: English
 * @hint: English, one sentence
 * @source: of facts, if @people and @run are %NULL
 * @people: (nullable): of a report about clients, what it counts (report-people.h)
 * @dimensions: (array zero-terminated=1) (nullable): keys that may be grouped by; %NULL = all that the source has
 * @measures: (array zero-terminated=1) (nullable): keys that may be shown; %NULL = all that the source has
 * @groupings: (array zero-terminated=1): by default
 * @shown: (array zero-terminated=1): measures by default
 * @charted: (array zero-terminated=1) (nullable): measures that stand in the chart together; %NULL = the first alone
 * @period: by default
 * @only_kind: SalonSaleLineKind to which the facts are narrowed, 0 = all
 * @top: of the first grouping by default, 0 = all
 * @run: (nullable): fills the table itself
 * @behind: (nullable): who or what stands behind a row, of a report with a @run
 */
struct _SalonReport {
  const char *key;
  const char *title;
  const char *hint;
  SalonReportGroup group;
  SalonReportFlags flags;
  SalonFactSource source;
  const char *const *dimensions;
  const char *const *measures;
  const char *const *groupings;
  const char *const *shown;
  const char *const *charted;
  SalonFilterPeriodName period;
  SalonChartKind chart;
  guint top;
  int only_kind;
  const SalonPeopleReport *people;
  SalonReportTable *(*run) (SalonTx *tx, SalonReportAsk *ask, GError **error);
  SalonReportTable *(*behind) (SalonTx *tx, SalonReportAsk *ask, const SalonBehindRequest *request, GError **error);
};

#define SALON_REPORT_KEYS(...) ((const char *const[]){ __VA_ARGS__, NULL })

SalonReportClients *salon_report_ask_clients (SalonTx *tx, SalonReportAsk *ask, GError **error);
SalonReportTable *salon_report_ask_table (const SalonReportAsk *ask);
gboolean salon_report_ask_has_client (const SalonReportAsk *ask, gint64 client_id);
guint salon_report_ask_top (const SalonReportAsk *ask);
const char *const *salon_report_ask_groupings (const SalonReportAsk *ask);
const char *const *salon_report_ask_measures (const SalonReportAsk *ask);
SalonReportTable *salon_report_people_table (SalonTx *tx, SalonReportAsk *ask, const GArray *client_ids, GError **error);

/* The reports, a file each or a few that belong together; report-list.c has them in order. */
extern const SalonReport salon_report_sales;
extern const SalonReport salon_report_sales_by_employee;
extern const SalonReport salon_report_sales_by_client;
extern const SalonReport salon_report_services;
extern const SalonReport salon_report_goods;
extern const SalonReport salon_report_visits;
extern const SalonReport salon_report_payments;
extern const SalonReport salon_report_inflow;
extern const SalonReport salon_report_base;
extern const SalonReport salon_report_clients_by_master;
extern const SalonReport salon_report_new_clients;
extern const SalonReport salon_report_new_revenue;
extern const SalonReport salon_report_sources;
extern const SalonReport salon_report_return_rate;
extern const SalonReport salon_report_retention;
extern const SalonReport salon_report_rebooking;
extern const SalonReport salon_report_abc;
extern const SalonReport salon_report_rfm;
extern const SalonReport salon_report_monitor;
extern const SalonReport salon_report_birthdays;
extern const SalonReport salon_report_discounts;
extern const SalonReport salon_report_income;
extern const SalonReport salon_report_zones;
extern const SalonReport salon_report_quality;
extern const SalonReport salon_report_promotions;
extern const SalonReport salon_report_load;
extern const SalonReport salon_report_rooms;
extern const SalonReport salon_report_accounts;
extern const SalonReport salon_report_tickets;
extern const SalonReport salon_report_certificates;
extern const SalonReport salon_report_cards;
extern const SalonReport salon_report_cash;
extern const SalonReport salon_report_exports;

G_END_DECLS
