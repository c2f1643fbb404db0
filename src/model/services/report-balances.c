/* What clients have with the salon: personal accounts, season tickets, gift certificates: opening, in, out, closing. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/entities/enums.h"
#include "model/services/account.h"
#include "model/services/liability.h"
#include "model/services/report-declare.h"
#include "model/store/tx.h"

/* The sums of a line, in the order of the columns. */
typedef struct {
  SalonMoney opening;
  SalonMoney in;
  SalonMoney out;
  SalonMoney expired;
  SalonMoney closing;
} Sums;

/* The first column of money; those before it are labels. */
static guint
add_columns (SalonReportTable *table, gboolean expires)
{
  guint first = table->columns->len;

  salon_report_table_add_column (table, "opening", C_ ("balance", "Opening"), SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  salon_report_table_add_column (table, "in", C_ ("balance", "In"), SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  salon_report_table_add_column (table, "out", C_ ("balance", "Out"), SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  if (expires)
    salon_report_table_add_column (table, "expired", C_ ("balance", "Expired"), SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  salon_report_table_add_column (table, "closing", C_ ("balance", "Closing"), SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  return first;
}

static void
set_sums (SalonReportRow *row, guint first, gboolean expires, const Sums *sums)
{
  const SalonMoney values[] = { sums->opening, sums->in, sums->out, sums->expired, sums->closing };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (i != 3 || expires)
      salon_report_row_set_value (row, first++, SALON_REPORT_MONEY, values[i]);
}

static void
add_step (SalonChart *chart, const char *label, gint64 value, SalonChartTone tone, gboolean is_sum, int row, int column)
{
  SalonChartValue full = { .value = value, .is_sum = is_sum, .row = row, .column = column };
  SalonChartSeries *series = chart->series->len > 0 ? chart->series->pdata[0]
                                                    : salon_chart_add_series (chart, "", SALON_REPORT_MONEY, tone);

  salon_chart_add_category (chart, label);
  salon_chart_series_add_value (series, &full);
}

/* The total as a way from the opening to the closing. */
static void
add_chart (SalonReportTable *table, guint first, gboolean expires, const Sums *total)
{
  int row = (int) table->rows->len - 1;
  int column = (int) first;

  table->chart = salon_chart_new (SALON_CHART_WATERFALL, NULL);
  add_step (table->chart, C_ ("balance", "Opening"), total->opening, SALON_CHART_TONE_NEUTRAL, TRUE, row, column++);
  add_step (table->chart, C_ ("balance", "In"), total->in, SALON_CHART_TONE_NEUTRAL, FALSE, row, column++);
  add_step (table->chart, C_ ("balance", "Out"), -total->out, SALON_CHART_TONE_NEUTRAL, FALSE, row, column++);
  if (expires)
    add_step (table->chart, C_ ("balance", "Expired"), -total->expired, SALON_CHART_TONE_NEUTRAL, FALSE, row, column++);
  add_step (table->chart, C_ ("balance", "Closing"), total->closing, SALON_CHART_TONE_NEUTRAL, TRUE, row, column);
}

static void
add_total (SalonReportTable *table, guint first, gboolean expires, const Sums *total)
{
  SalonReportRow *row = NULL;

  if (table->rows->len == 0)
    return;
  row = salon_report_table_add_row (table, SALON_REPORT_TOTAL, NULL, 0);
  salon_report_row_set_text (row, 0, C_ ("report", "Total"));
  set_sums (row, first, expires, total);
  add_chart (table, first, expires, total);
}

static void
open_client (SalonReportRow *row, gint64 client_id)
{
  row->opens = client_id != 0 ? SALON_REPORT_OPENS_CLIENT : SALON_REPORT_OPENS_NOTHING;
  row->opens_id = client_id;
}

/* ---- accounts */

static Sums
account_sums (const SalonAccountReportLine *line)
{
  return (Sums){ line->opening, line->in, line->out, 0, line->closing };
}

static SalonReportTable *
run_accounts (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  SalonAccountPeriod period = { 0, ask->from, ask->to };
  g_autoptr (SalonAccountReport) report = salon_account_report_load (tx, &period, error);
  g_autoptr (SalonReportTable) table = NULL;
  Sums total = { 0 };
  guint first = 0;

  if (report == NULL)
    return NULL;
  table = salon_report_ask_table (ask);
  salon_report_table_add_column (table, "client", _("Client"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  first = add_columns (table, FALSE);
  for (guint i = 0; i < report->lines->len; i++) {
    const SalonAccountReportLine *line = report->lines->pdata[i];
    Sums sums = account_sums (line);
    SalonReportRow *row = NULL;

    /* Of an account that was used up long before there is nothing to tell. */
    if (sums.opening == 0 && sums.in == 0 && sums.out == 0)
      continue;
    row = salon_report_table_add_row (table, SALON_REPORT_LEAF, NULL, 0);
    salon_report_row_set_text (row, 0, line->name);
    set_sums (row, first, FALSE, &sums);
    open_client (row, line->client_id);
  }
  total = account_sums (&report->total);
  add_total (table, first, FALSE, &total);
  return g_steal_pointer (&table);
}

/* ---- season tickets and certificates */

static Sums
liability_sums (const SalonLiabilityLine *line)
{
  return (Sums){ line->opening, line->in, line->out, line->expired, line->closing };
}

static void
add_liability (SalonReportTable *table, guint first, const SalonLiabilityLine *line, gboolean is_ticket)
{
  Sums sums = liability_sums (line);
  SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, NULL, 0);

  salon_report_row_set_text (row, 0, line->number);
  salon_report_row_set_text (row, 1, line->client);
  if (is_ticket)
    salon_report_row_set_text (row, 2, line->name);
  set_sums (row, first, TRUE, &sums);
  open_client (row, line->client_id);
}

static SalonReportTable *
run_liabilities (SalonTx *tx, SalonReportAsk *ask, SalonAccount account, GError **error)
{
  SalonLiabilityPeriod period = { account, ask->from, ask->to };
  g_autoptr (SalonLiabilityReport) report = salon_liability_report_load (tx, &period, error);
  g_autoptr (SalonReportTable) table = NULL;
  gboolean is_ticket = account == SALON_ACCOUNT_TICKET;
  Sums total = { 0 };
  guint first = 0;

  if (report == NULL)
    return NULL;
  table = salon_report_ask_table (ask);
  salon_report_table_add_column (table, "number", _("Number"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "client", _("Client"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  if (is_ticket)
    salon_report_table_add_column (table, "ticket", _("Season ticket"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  first = add_columns (table, TRUE);
  for (guint i = 0; i < report->lines->len; i++)
    add_liability (table, first, report->lines->pdata[i], is_ticket);
  total = liability_sums (&report->total);
  add_total (table, first, TRUE, &total);
  return g_steal_pointer (&table);
}

static SalonReportTable *
run_tickets (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  return run_liabilities (tx, ask, SALON_ACCOUNT_TICKET, error);
}

static SalonReportTable *
run_certificates (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  return run_liabilities (tx, ask, SALON_ACCOUNT_CERTIFICATE, error);
}

/* ---- declarations */

#define BALANCES(which, word, name, about, in_group, function)                                    \
  const SalonReport which = {                                                                     \
    .key = word,                                                                                  \
    .title = name,                                                                                \
    .hint = about,                                                                                \
    .group = in_group,                                                                            \
    .flags = SALON_REPORT_NO_COMPARE,                                                             \
    .groupings = SALON_REPORT_KEYS (NULL),                                                        \
    .shown = SALON_REPORT_KEYS (NULL),                                                            \
    .period = SALON_FILTER_PERIOD_THIS_YEAR,                                                      \
    .chart = SALON_CHART_WATERFALL,                                                               \
    .run = function,                                                                              \
  }

BALANCES (salon_report_accounts, "accounts", NC_("report", "Personal accounts"),
          N_("What clients had on their accounts, what came in and went out, and what the salon owes them now."),
          SALON_REPORT_GROUP_MONEY, run_accounts);
BALANCES (salon_report_tickets, "tickets", NC_("report", "Season tickets"),
          N_("What the salon owes for season tickets: sold, used, expired, left."), SALON_REPORT_GROUP_CARDS, run_tickets);
BALANCES (salon_report_certificates, "certificates", NC_("report", "Gift certificates"),
          N_("What the salon owes for gift certificates: sold, used, expired, left."), SALON_REPORT_GROUP_CARDS, run_certificates);
