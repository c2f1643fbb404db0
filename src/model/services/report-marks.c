/* Marks and complaints as facts: each stands on the day of the salon on which it was given. */
#include "config.h"

#include "model/services/report-marks.h"
#include "model/store/report-store.h"

typedef struct {
  SalonClock *clock;
  SalonDay from;
  SalonDay to;
  SalonReportTakeFact take;
  gpointer data;
} Walk;

static void
take_mark (SalonFact *fact, gint64 at, gpointer data)
{
  const Walk *walk = data;

  fact->day = salon_clock_day_of (walk->clock, at, &fact->minute);
  if (fact->day >= walk->from && fact->day <= walk->to)
    walk->take (fact, walk->data);
}

/**
 * salon_report_marks:
 * @take: is given facts of the days from @from to @to
 *
 * Returns: whether everything was read
 */
gboolean
salon_report_marks (SalonTx *tx, SalonDay from, SalonDay to, SalonReportTakeFact take, gpointer data, GError **error)
{
  Walk walk = { salon_tx_clock (tx), from, to, take, data };
  const gint64 day_us = (gint64) SALON_MINUTES_A_DAY * 60 * G_USEC_PER_SEC;

  /* A day on the wall begins and ends at most one day away from that of Greenwich. */
  return salon_report_store_quality (tx, (from - 1) * day_us, (to + 2) * day_us, take_mark, &walk, error);
}
