/* What the numbers of reports mean, a sentence each. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/services/reports.h"

/* @report: the only one of which it is true; NULL = of all that have such a number.  Those of one report come first. */
typedef struct {
  const char *report;
  const char *measure; /* "m#" is m1, m2 and so on */
  const char *hint;    /* English */
} Hint;

static const Hint hints[] = {
  { "inflow", "new", N_("Clients whose first visit was in that time.") },
  { "inflow", "lost", N_("Clients who have been away too long since a day in that time, by the rule in Settings.") },
  { "new-clients", "clients", N_("Clients whose first visit was in that time.") },
  { "new-client-revenue", "clients", N_("Clients whose first visit was in that time.") },
  { "new-client-revenue", "average", N_("What was sold to them in their first month, divided by their number.") },
  { "return-rate", "clients", N_("Clients whose first visit was in that time.") },
  { "retention", "clients", N_("Clients whose first visit was in that time.") },
  { "discounts", "list", N_("What the lines with a discount would have cost without it.") },
  { NULL, "start", N_("New and permanent clients on the evening before that time.") },
  { NULL, "end", N_("New and permanent clients at the end of that time.") },
  { NULL, "returned", N_("Visits of clients who had been lost.") },
  { NULL, "cards", N_("Cards of clients that were made in that time, with or without a visit.") },
  { NULL, "potential", N_("Clients without a single visit.") },
  { NULL, "new", N_("Clients who have the status new.") },
  { NULL, "permanent", N_("Clients who have the status permanent.") },
  { NULL, "lost", N_("Clients who have the status lost.") },
  { NULL, "permanent_share", N_("Of a hundred clients of the base, so many have the status permanent.") },
  { NULL, "lost_share", N_("Of a hundred clients of the base, so many have the status lost.") },
  { NULL, "booked", N_("Clients who have a booking ahead.") },
  { NULL, "first", N_("Clients whose first visit to the salon it was.") },
  { NULL, "again", N_("Clients who came more than once.") },
  { NULL, "again_share", N_("Of a hundred of these clients, so many came more than once.") },
  { NULL, "again#", N_("Of a hundred of these clients, so many came again within that many days of their first visit.") },
  { NULL, "twice#", N_("Of a hundred of these clients, so many came at least twice more within that many days of their first visit.") },
  { NULL, "thrice#", N_("Of a hundred of these clients, so many came at least three times more within that many days of their first visit.") },
  { NULL, "master#", N_("Of a hundred of these clients, so many came again to who served them first, within that many days of their first visit.") },
  { NULL, "master_twice#", N_("Of a hundred of these clients, so many came at least twice more to who served them first, within that many days of their first visit.") },
  { NULL, "m#", N_("Of a hundred of these clients, so many came in that month, counted from the month of their first visit.") },
  { NULL, "same_day", N_("After a hundred visits, so many clients booked the next one on the same day.") },
  { NULL, "in_7_days", N_("After a hundred visits, so many clients booked the next one within 7 days.") },
  { NULL, "in_30_days", N_("After a hundred visits, so many clients booked the next one within 30 days.") },
  { NULL, "sold", N_("Services done and goods sold, after discount, less what was given back.") },
  { NULL, "sold_time", N_("What was sold in that time to those whose first visit was in it.") },
  { NULL, "sold_month", N_("What was sold to them within a month of their first visit.") },
  { NULL, "sold_new", N_("The part of it that was sold to clients whose first visit was in that time.") },
  { NULL, "average", N_("What was sold, divided by the number of clients.") },
  { NULL, "list", N_("What it would have cost without discounts.") },
  { NULL, "discount", N_("What was taken off the prices.") },
  { NULL, "discount_share", N_("The discounts as a part of the price before them.") },
  { NULL, "lines", N_("How many lines of receipts it was.") },
  { NULL, "quantity", N_("How many pieces were sold.") },
  { NULL, "minutes", N_("How long the services take that were sold.") },
  { NULL, "clients", N_("Different people: whoever came several times is counted once.") },
  { NULL, "visits", N_("Days on which a client came: several visits on one day are one, and buying goods alone is none.") },
  { NULL, "average_visit", N_("What was sold, divided by the number of visits.") },
  { NULL, "average_client", N_("What was sold, divided by the number of clients.") },
  { NULL, "client_zones", N_("Different zones of the body for each client, added up.") },
  { NULL, "zones_per_client", N_("For how many zones of the body one client comes on average.") },
  { NULL, "per_hour", N_("What was sold, divided by the hours of work.") },
  { NULL, "bookings", N_("All visits that were booked, whatever became of them.") },
  { NULL, "came", N_("Visits to which the client came.") },
  { NULL, "ahead", N_("Visits that are booked and have not been yet.") },
  { NULL, "cancelled", N_("Visits that the client or the salon called off.") },
  { NULL, "no_shows", N_("Visits to which the client did not come without a word.") },
  { NULL, "services", N_("How many services stood in these bookings.") },
  { NULL, "hours", N_("How long the master is busy with these services, without pauses.") },
  { NULL, "planned", N_("What the booked services cost, before discounts.") },
  { NULL, "per_visit", N_("The number of services, divided by the number of bookings.") },
  { NULL, "cancelled_share", N_("Of a hundred bookings, so many were cancelled.") },
  { NULL, "no_show_share", N_("Of a hundred bookings, to so many the client did not come.") },
  { NULL, "received", N_("Money that was paid, less what was given back.") },
  { NULL, "receipts", N_("How many receipts it was, those that gave money back among them.") },
  { NULL, "average_receipt", N_("What was received, divided by the number of receipts.") },
  { NULL, "amount", N_("What the lines with a discount cost after it.") },
  { NULL, "load", N_("The part of the open time that is taken by visits.") },
  { NULL, "taken", N_("Hours that are taken by visits.") },
  { NULL, "open", N_("Hours of shifts without absences, or those in which the salon is open.") },
  { NULL, "average_mark", N_("The sum of the marks, divided by their number.") },
  { NULL, "marks", N_("How many marks clients gave.") },
  { NULL, "mark_sum", N_("The marks from 1 to 5, added up.") },
  { NULL, "complaints", N_("How often a client complained, with a mark or without one.") },
  { NULL, "resolved", N_("Complaints that were settled.") },
};

static gboolean
is_about (const Hint *hint, const char *report, const char *measure)
{
  gsize n = strcspn (hint->measure, "#");

  if (hint->report != NULL && g_strcmp0 (hint->report, report) != 0)
    return FALSE;
  if (hint->measure[n] == '\0')
    return strcmp (hint->measure, measure) == 0;
  return strncmp (hint->measure, measure, n) == 0 && measure[n] != '\0' && measure[n + strspn (measure + n, "0123456789")] == '\0';
}

/**
 * salon_report_measure_hint:
 * @report: its key
 * @measure: key of a column
 *
 * Returns: (transfer none) (nullable): what the number means, one sentence; translated
 */
const char *
salon_report_measure_hint (const char *report, const char *measure)
{
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (is_about (&hints[i], report, measure))
      return _(hints[i].hint);
  return NULL;
}
