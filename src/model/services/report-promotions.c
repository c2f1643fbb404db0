/* What became of promotions and other rules of discounts: who was told, who accepted, who used them, what they cost. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/services/report-declare.h"
#include "model/store/report-store.h"

#define N_VALUES 6
#define DISCOUNT 4

static void
add_rule (const SalonReportPromotionRow *rule, gpointer data)
{
  SalonReportTable *table = data;
  const gint64 values[N_VALUES] = { rule->said, rule->accepted, rule->clients, rule->receipts, rule->discount, rule->amount };
  SalonReportRow *row = NULL;

  if (rule->said == 0 && rule->receipts == 0 && rule->discount == 0 && rule->amount == 0)
    return;
  row = salon_report_table_add_row (table, SALON_REPORT_LEAF, NULL, 0);
  salon_report_row_set_text (row, 0, rule->name);
  for (guint i = 0; i < N_VALUES; i++)
    salon_report_row_set_value (row, i + 1, i < DISCOUNT ? SALON_REPORT_COUNT : SALON_REPORT_MONEY, values[i]);
}

static void
add_chart (SalonReportTable *table)
{
  SalonChartSeries *series = NULL;

  table->chart = salon_chart_new (SALON_CHART_BARS, _("Rule"));
  series = salon_chart_add_series (table->chart, _("Discounts"), SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT);
  for (guint row = 0; row < table->rows->len; row++) {
    salon_chart_add_category (table->chart, salon_report_table_cell (table, row, 0)->text);
    salon_chart_series_add (series, salon_report_table_cell (table, row, DISCOUNT + 1)->integer, (int) row, DISCOUNT + 1);
  }
}

static SalonReportTable *
run (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  g_autoptr (SalonReportTable) table = salon_report_ask_table (ask);
  const char *const headings[N_VALUES] = { C_ ("promotion", "Told"),     C_ ("report", "Accepted"), C_ ("promotion", "Clients who used it"),
                                           _("Receipts"),                _("Discounts"),               _("After discount") };
  static const char *const keys[N_VALUES] = { "said", "accepted", "clients", "receipts", "discount", "amount" };

  salon_report_table_add_column (table, "rule", _("Rule"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  for (guint i = 0; i < N_VALUES; i++)
    salon_report_table_add_column (table, keys[i], headings[i], i < DISCOUNT ? SALON_REPORT_COUNT : SALON_REPORT_MONEY,
                                   SALON_REPORT_VALUE);
  if (!salon_report_store_promotions (tx, ask->from, ask->to, add_rule, table, error))
    return NULL;
  if (table->rows->len > 0)
    add_chart (table);
  return g_steal_pointer (&table);
}

const SalonReport salon_report_promotions = {
  .key = "promotions",
  .title = NC_("report", "Promotions"),
  .hint = N_("Each promotion and rule of discounts: who was told, who accepted, who used it and what it cost."),
  .group = SALON_REPORT_GROUP_CARDS,
  .flags = SALON_REPORT_NO_COMPARE,
  .groupings = SALON_REPORT_KEYS (NULL),
  .shown = SALON_REPORT_KEYS (NULL),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .run = run,
};
