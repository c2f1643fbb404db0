/* What reports count.  A new measure is one line in the table. */
#include "model/rules/report-measure.h"

#include "model/entities/entity.h"
#include "model/entities/enums.h"
#include <string.h>

#define SALES     (1u << SALON_FACTS_SALES)
#define VISITS    (1u << SALON_FACTS_VISITS)
#define PAYMENTS  (1u << SALON_FACTS_PAYMENTS)
#define DISCOUNTS (1u << SALON_FACTS_DISCOUNTS)
#define QUALITY   (1u << SALON_FACTS_QUALITY)
#define HOURS     ((1u << SALON_FACTS_STAFF) | (1u << SALON_FACTS_ROOMS))

/* Of a visit; averages are counted in thousandths. */
#define LEAST_MARK 1
#define MOST_MARK  5

#define STATE(state) (1u << SALON_VISIT_##state)
#define CAME         (STATE (ARRIVED) | STATE (IN_SERVICE) | STATE (DONE))
#define BOOKED       (CAME | STATE (BOOKED) | STATE (CONFIRMED) | STATE (CANCELLED) | STATE (NO_SHOW))

#define SUM(word, name, from, what, which, need) \
  { .key = word, .label = name, .sources = from, .unit = SALON_REPORT_##what, .kind = SALON_MEASURE_SUM, .amount = which, .needs = need }
#define NUMBER(word, name, from, which, need) \
  { .key = word, .label = name, .sources = from, .unit = SALON_REPORT_COUNT, .kind = SALON_MEASURE_##which, .needs = need }
#define VISITS_IN(word, name, bits, colour) \
  { .key = word, .label = name, .sources = VISITS, .unit = SALON_REPORT_COUNT, .kind = SALON_MEASURE_VISITS, .states = bits, .tone = SALON_CHART_TONE_##colour }
#define RATIO(word, name, from, what, of, by, times) \
  { .key = word, .label = name, .sources = from, .unit = SALON_REPORT_##what, .kind = SALON_MEASURE_RATIO, .part = of, .whole = by, .factor = times }

static const SalonReportMeasure measures[] = {
  SUM ("sold", SALON_N ("Sold"), SALES, MONEY, 0, SALON_FACT_PLAIN),
  { .key = "list", .label = SALON_N ("Before discount"), .sources = SALES, .unit = SALON_REPORT_MONEY, .kind = SALON_MEASURE_SUM_OF,
    .needs = SALON_FACT_NEEDS_GIVEN },
  SUM ("discount", SALON_N ("Discounts"), SALES | DISCOUNTS, MONEY, 1, SALON_FACT_NEEDS_GIVEN),
  RATIO ("discount_share", SALON_N ("Discount, %"), SALES | DISCOUNTS, PERCENT, "discount", "list", 10000),
  NUMBER ("lines", SALON_N ("Lines"), SALES | DISCOUNTS, LINES, SALON_FACT_NEEDS_SUBJECT | SALON_FACT_NEEDS_GIVEN),
  SUM ("quantity", SALON_N ("Quantity"), SALES, QUANTITY, 2, SALON_FACT_NEEDS_QUANTITY | SALON_FACT_NEEDS_GIVEN),
  SUM ("minutes", SALON_N ("Hours of work"), SALES, MINUTES, 3, SALON_FACT_NEEDS_LINE | SALON_FACT_NEEDS_GIVEN),
  NUMBER ("clients", SALON_N ("Clients"), SALES | VISITS | PAYMENTS | DISCOUNTS | QUALITY, CLIENTS, SALON_FACT_NEEDS_CLIENT | SALON_FACT_NEEDS_GIVEN),
  NUMBER ("visits", SALON_N ("Visits"), SALES, DAYS, SALON_FACT_NEEDS_CLIENT | SALON_FACT_NEEDS_SUBJECT | SALON_FACT_NEEDS_GIVEN),
  RATIO ("average_visit", SALON_N ("Average per visit"), SALES, MONEY, "sold", "visits", 1),
  RATIO ("average_client", SALON_N ("Average per client"), SALES, MONEY, "sold", "clients", 1),
  NUMBER ("client_zones", SALON_N ("Zones of clients"), SALES, ZONES, SALON_FACT_NEEDS_CLIENT | SALON_FACT_NEEDS_SUBJECT | SALON_FACT_NEEDS_GIVEN),
  RATIO ("zones_per_client", SALON_N ("Zones per client"), SALES, QUANTITY, "client_zones", "clients", 1000),
  RATIO ("per_hour", SALON_N ("Sold per hour of work"), SALES, MONEY, "sold", "minutes", 60),

  VISITS_IN ("bookings", SALON_N ("Bookings"), BOOKED, NEXT),
  VISITS_IN ("came", SALON_N ("Came"), CAME, GAIN),
  VISITS_IN ("ahead", SALON_N ("Ahead"), STATE (BOOKED) | STATE (CONFIRMED), NEUTRAL),
  VISITS_IN ("cancelled", SALON_N ("Cancelled"), STATE (CANCELLED), NEXT),
  VISITS_IN ("no_shows", SALON_N ("No-shows"), STATE (NO_SHOW), LOSS),
  RATIO ("cancelled_share", SALON_N ("Cancelled, %"), VISITS, PERCENT, "cancelled", "bookings", 10000),
  RATIO ("no_show_share", SALON_N ("No-shows, %"), VISITS, PERCENT, "no_shows", "bookings", 10000),
  NUMBER ("services", SALON_N ("Services"), VISITS, LINES, SALON_FACT_NEEDS_LINE),
  SUM ("hours", SALON_N ("Hours of work"), VISITS, MINUTES, 1, SALON_FACT_NEEDS_LINE),
  SUM ("planned", SALON_N ("At list price"), VISITS, MONEY, 0, SALON_FACT_NEEDS_LINE),
  RATIO ("per_visit", SALON_N ("Services per visit"), VISITS, QUANTITY, "services", "bookings", 1000),

  SUM ("received", SALON_N ("Paid"), PAYMENTS, MONEY, 0, SALON_FACT_PLAIN),
  NUMBER ("receipts", SALON_N ("Receipts"), PAYMENTS | DISCOUNTS, RECEIPTS, SALON_FACT_PLAIN),
  RATIO ("average_receipt", SALON_N ("Average receipt"), PAYMENTS, MONEY, "received", "receipts", 1),

  SUM ("list", SALON_N ("Before discount"), DISCOUNTS, MONEY, 0, SALON_FACT_PLAIN),
  SUM ("amount", SALON_N ("After discount"), DISCOUNTS, MONEY, 2, SALON_FACT_PLAIN),

  RATIO ("load", SALON_N ("Load"), HOURS, PERCENT, "taken", "open", 10000),
  SUM ("taken", SALON_N ("Taken"), HOURS, MINUTES, 0, SALON_FACT_PLAIN),
  SUM ("open", SALON_N ("Open"), HOURS, MINUTES, 1, SALON_FACT_PLAIN),

  { .key = "average_mark", .label = SALON_N ("Average mark"), .sources = QUALITY, .unit = SALON_REPORT_QUANTITY, .kind = SALON_MEASURE_RATIO,
    .part = "mark_sum", .whole = "marks", .factor = 1000, .scale_low = LEAST_MARK * 1000, .scale_high = MOST_MARK * 1000 },
  SUM ("marks", SALON_N ("Marks"), QUALITY, COUNT, 1, SALON_FACT_PLAIN),
  SUM ("mark_sum", SALON_N ("Sum of marks"), QUALITY, COUNT, 0, SALON_FACT_PLAIN),
  SUM ("complaints", SALON_N ("Complaints"), QUALITY, COUNT, 2, SALON_FACT_PLAIN),
  SUM ("resolved", SALON_N ("Resolved"), QUALITY, COUNT, 3, SALON_FACT_PLAIN),
};

/**
 * salon_report_measure_list:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all measures, in the order of a menu
 */
const SalonReportMeasure *
salon_report_measure_list (guint *n)
{
  *n = G_N_ELEMENTS (measures);
  return measures;
}

/**
 * salon_report_measure_find:
 *
 * Returns: (transfer none) (nullable): the measure of that key which the source has
 */
const SalonReportMeasure *
salon_report_measure_find (const char *key, SalonFactSource source)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].key, key) == 0 && (measures[i].sources & (1u << source)) != 0)
      return &measures[i];
  return NULL;
}
