/* What happened, line by line: the log of plastic cards, shifts of the cash drawer, what was exported. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/entities/enums.h"
#include "model/rules/card-text.h"
#include "model/services/card-log.h"
#include "model/services/cash-shift.h"
#include "model/services/exports.h"
#include "model/services/merge.h"
#include "model/services/report-declare.h"
#include "model/store/tx.h"

static void
add_text (SalonReportTable *table, const char *key, const char *heading)
{
  salon_report_table_add_column (table, key, heading, SALON_REPORT_TEXT, SALON_REPORT_LABEL);
}

static void
add_value (SalonReportTable *table, const char *key, const char *heading, SalonReportUnit unit)
{
  salon_report_table_add_column (table, key, heading, unit, SALON_REPORT_VALUE);
}

/* Day and time on the wall into the first two columns; whether the day lies in the period. */
static gboolean
is_asked_for (const SalonReportAsk *ask, SalonTx *tx, gint64 at, SalonDay *day, int *minute)
{
  *day = salon_clock_day_of (salon_tx_clock (tx), at, minute);
  return *day >= ask->from && *day <= ask->to;
}

static SalonReportRow *
add_moment (SalonReportTable *table, SalonDay day, int minute)
{
  SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, NULL, 0);
  g_autofree char *time = salon_minute_format (minute);

  salon_report_row_set_value (row, 0, SALON_REPORT_DAY, day);
  salon_report_row_set_text (row, 1, time);
  return row;
}

/* ---- plastic cards */

static gboolean
add_card_event (SalonReportTable *table, SalonTx *tx, const SalonReportAsk *ask, const SalonCardEvent *event, GError **error)
{
  g_autofree char *number = salon_card_number_text (event->number);
  g_autofree char *reason = salon_card_reason_text (event->why, event->reason);
  gint64 client_id = 0; /* of the card on which she is now */
  SalonDay day = 0;
  int minute = 0;
  SalonReportRow *row = NULL;

  if (!is_asked_for (ask, tx, event->at, &day, &minute))
    return TRUE;
  if (event->client_id != 0 && !salon_client_survivor (tx, event->client_id, &client_id, error))
    return FALSE;
  row = add_moment (table, day, minute);
  salon_report_row_set_text (row, 2, salon_card_event_label (event->kind));
  salon_report_row_set_text (row, 3, event->card_kind);
  salon_report_row_set_text (row, 4, number);
  salon_report_row_set_text (row, 5, event->client);
  salon_report_row_set_text (row, 6, event->user);
  salon_report_row_set_text (row, 7, event->undone ? _("Undone") : reason);
  row->opens = client_id != 0 ? SALON_REPORT_OPENS_CLIENT : SALON_REPORT_OPENS_NOTHING;
  row->opens_id = client_id;
  return TRUE;
}

static SalonReportTable *
run_cards (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  SalonCardLogRequest request = { .first_day = ask->from, .last_day = ask->to };
  g_autoptr (GPtrArray) events = salon_card_log_load (tx, &request, error);
  g_autoptr (SalonReportTable) table = NULL;

  if (events == NULL)
    return NULL;
  table = salon_report_ask_table (ask);
  add_value (table, "day", _("Day"), SALON_REPORT_DAY);
  add_text (table, "time", _("Time"));
  add_text (table, "what", _("What happened"));
  add_text (table, "card_kind", _("Kind of card"));
  add_text (table, "number", _("Number"));
  add_text (table, "client", _("Client"));
  add_text (table, "user", C_ ("log", "Who"));
  add_text (table, "reason", _("Reason"));
  for (guint i = 0; i < events->len; i++)
    if (!add_card_event (table, tx, ask, events->pdata[i], error))
      return NULL;
  return g_steal_pointer (&table);
}

/* ---- cash */

static const char *const cash_keys[] = { "opening", "sold", "cash_in", "cash_out", "expected", "counted", "difference", "taken_out" };

#define N_CASH      G_N_ELEMENTS (cash_keys)
#define FIRST_CASH  4
#define DIFFERENCE  6

/* What is made while the closings are read; none of them is kept. */
typedef struct {
  SalonReportTable *table;
  SalonMoney sums[N_CASH];
} Cash;

static void
take_closing (SalonClosing *taken, gpointer data)
{
  Cash *cash = data;
  g_autoptr (SalonClosing) closing = taken;
  const SalonMoney values[N_CASH] = { closing->opening,  closing->sold,    closing->cash_in,
                                      closing->cash_out, closing->expected, closing->counted,
                                      salon_closing_difference (closing), closing->taken_out };
  SalonReportRow *row = salon_report_table_add_row (cash->table, SALON_REPORT_LEAF, NULL, 0);
  g_autofree char *number = salon_count_format (closing->number);

  salon_report_row_set_value (row, 0, SALON_REPORT_DAY, closing->day);
  salon_report_row_set_text (row, 1, number);
  salon_report_row_set_text (row, 2, closing->drawer);
  salon_report_row_set_text (row, 3, closing->closed_by);
  for (guint i = 0; i < N_CASH; i++) {
    salon_report_row_set_value (row, FIRST_CASH + i, SALON_REPORT_MONEY, values[i]);
    cash->sums[i] += values[i];
  }
}

static void
add_cash_columns (SalonReportTable *table)
{
  const char *const headings[N_CASH] = { C_ ("cash", "Float"),    C_ ("cash", "Sold"),    C_ ("cash", "Put in"),     C_ ("cash", "Taken out"),
                                         C_ ("cash", "Expected"), C_ ("cash", "Counted"), C_ ("cash", "Difference"), C_ ("cash", "To the safe") };

  add_value (table, "day", _("Day"), SALON_REPORT_DAY);
  add_text (table, "number", _("Number"));
  add_text (table, "drawer", _("Drawer"));
  add_text (table, "user", _("Closed by"));
  for (guint i = 0; i < N_CASH; i++)
    add_value (table, cash_keys[i], headings[i], SALON_REPORT_MONEY);
}

/* Only flows are summed: floats and counts are states of one evening. */
static void
add_cash_total (SalonReportTable *table, const SalonMoney sums[N_CASH])
{
  static const gboolean is_flow[N_CASH] = { FALSE, TRUE, TRUE, TRUE, FALSE, FALSE, TRUE, TRUE };
  SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_TOTAL, NULL, 0);

  salon_report_row_set_text (row, 1, C_ ("report", "Total"));
  for (guint i = 0; i < N_CASH; i++)
    if (is_flow[i])
      salon_report_row_set_value (row, FIRST_CASH + i, SALON_REPORT_MONEY, sums[i]);
}

static gboolean
all_drawers_were_right (const SalonReportTable *table)
{
  for (guint row = 0; row < table->rows->len; row++)
    if (salon_report_table_cell (table, row, FIRST_CASH + DIFFERENCE)->integer != 0)
      return FALSE;
  return TRUE;
}

/* Of what was short or over. */
static void
add_cash_chart (SalonReportTable *table)
{
  SalonChartSeries *series = NULL;

  if (all_drawers_were_right (table)) {
    salon_report_table_add_note (table, _("In every shift the drawer held what was expected."));
    return;
  }
  table->chart = salon_chart_new (SALON_CHART_BARS, _("Day"));
  table->chart->is_ordered = TRUE;
  series = salon_chart_add_series (table->chart, C_ ("cash", "Difference"), SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT);
  for (guint row = table->rows->len - 1; row > 0; row--) {
    g_autofree char *day = salon_report_table_cell_text (table, row - 1, 0);

    salon_chart_add_category (table->chart, day);
    salon_chart_series_add (series, salon_report_table_cell (table, row - 1, FIRST_CASH + DIFFERENCE)->integer, (int) row - 1,
                            FIRST_CASH + DIFFERENCE);
  }
}

static SalonReportTable *
run_cash (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  g_autoptr (SalonReportTable) table = salon_report_ask_table (ask);
  Cash cash = { .table = table };

  add_cash_columns (table);
  if (!salon_closings_each (tx, ask->from, ask->to, take_closing, &cash, error))
    return NULL;
  if (table->rows->len == 0)
    return g_steal_pointer (&table);
  add_cash_total (table, cash.sums);
  add_cash_chart (table);
  return g_steal_pointer (&table);
}

/* ---- exports */

static void
add_export (SalonReportTable *table, SalonTx *tx, const SalonReportAsk *ask, const SalonExportShown *shown)
{
  SalonDay day = 0;
  int minute = 0;
  SalonReportRow *row = NULL;

  if (!is_asked_for (ask, tx, shown->entry->at, &day, &minute))
    return;
  row = add_moment (table, day, minute);
  salon_report_row_set_text (row, 2, shown->user);
  salon_report_row_set_text (row, 3, shown->entry->title != NULL ? shown->entry->title : _("Clients"));
  salon_report_row_set_text (row, 4, shown->entry->format == SALON_EXPORT_PAPER ? C_ ("export", "Printed") : shown->entry->file_name);
  salon_report_row_set_text (row, 5, shown->entry->told != NULL ? shown->entry->told : shown->entry->filter);
  salon_report_row_set_text (row, 6, shown->columns);
  salon_report_row_set_value (row, 7, SALON_REPORT_COUNT, shown->entry->n_rows);
}

static SalonReportTable *
run_exports (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  g_autoptr (GPtrArray) exports = salon_exports_list_all (tx, error);
  g_autoptr (SalonReportTable) table = NULL;

  if (exports == NULL)
    return NULL;
  table = salon_report_ask_table (ask);
  add_value (table, "day", _("Day"), SALON_REPORT_DAY);
  add_text (table, "time", _("Time"));
  add_text (table, "user", C_ ("log", "Who"));
  add_text (table, "what", C_ ("export", "What"));
  add_text (table, "file", _("File"));
  add_text (table, "filter", _("Which clients"));
  add_text (table, "columns", _("Columns"));
  add_value (table, "rows", C_ ("export", "Rows"), SALON_REPORT_COUNT);
  for (guint i = 0; i < exports->len; i++)
    add_export (table, tx, ask, exports->pdata[i]);
  return g_steal_pointer (&table);
}

/* ---- declarations */

#define REGISTER(which, word, name, about, in_group, function)                                    \
  const SalonReport which = {                                                                     \
    .key = word,                                                                                  \
    .title = name,                                                                                \
    .hint = about,                                                                                \
    .group = in_group,                                                                            \
    .flags = SALON_REPORT_NO_COMPARE,                                                             \
    .groupings = SALON_REPORT_KEYS (NULL),                                                        \
    .shown = SALON_REPORT_KEYS (NULL),                                                            \
    .period = SALON_FILTER_PERIOD_THIS_MONTH,                                                     \
    .run = function,                                                                              \
  }

REGISTER (salon_report_cards, "cards", NC_("report", "Log of cards"),
          N_("Every card that was made, printed, given out, blocked, replaced or taken back: when, whose, by whom."),
          SALON_REPORT_GROUP_CARDS, run_cards);
REGISTER (salon_report_cash, "cash-shifts", NC_("report", "Cash shifts"),
          N_("Each closing of the drawer: what was expected, what was counted, and the difference."), SALON_REPORT_GROUP_MONEY,
          run_cash);
REGISTER (salon_report_exports, "exports", NC_("report", "Log of exports"),
          N_("Who took clients, or a report that names them, out of the salon, as a file or on paper, when, and which."), SALON_REPORT_GROUP_CLIENTS, run_exports);
