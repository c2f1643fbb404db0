/* ledger check, ledger export: the journal of double entry. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "base/durable.h"
#include "ctl/ctl.h"
#include "model/entities/entity.h"
#include "exchange/create-writer.h"
#include "model/services/ledger-list.h"
#include "model/services/ledger.h"

/* ---- check */

static void
set_amount (SalonRecord *row, const char *key, gint64 amount, gboolean is_units, const SalonCurrency *currency)
{
  if (is_units)
    salon_record_set_int (row, key, amount);
  else
    salon_ctl_set_money (row, key, amount, currency);
}

static void
print_trial (SalonCtl *ctl, const SalonTrialBalance *trial)
{
  const SalonCurrency *currency = salon_ctl_currency (ctl);
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();

  for (guint i = 0; i < trial->accounts->len; i++) {
    const SalonAccountTotal *total = &g_array_index (trial->accounts, SalonAccountTotal, i);
    gboolean is_units = salon_account_is_units (total->account);
    SalonRecord *row = salon_record_new ();

    salon_record_set_text (row, "account", salon_account_word (total->account));
    set_amount (row, "debit", total->debit, is_units, currency);
    set_amount (row, "credit", total->credit, is_units, currency);
    set_amount (row, "balance", total->debit - total->credit, is_units, currency);
    g_ptr_array_add (rows, row);
  }
  salon_ctl_print (ctl, rows);
}

static int
cmd_check (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonTrialBalance) trial = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  int status = 0;

  if (argc > 0)
    return salon_ctl_usage ("%s", _("The check of the ledger takes nothing more: ledger check."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  trial = salon_session_query_sync (ctl->session, &salon_query_trial_balance, NULL, &error);
  findings = trial != NULL ? salon_session_query_sync (ctl->session, &salon_query_ledger_check, NULL, &error) : NULL;
  if (findings == NULL)
    return salon_ctl_fail (error);
  print_trial (ctl, trial);
  for (guint i = 0; i < findings->len; i++)
    g_printerr ("salonctl: %s\n", (char *) findings->pdata[i]);
  return findings->len == 0 && trial->money == 0 && trial->units == 0 ? SALON_CTL_DONE : SALON_CTL_FILE;
}

/* ---- export: every column is named here once, for both formats */

typedef enum { WORD, NUMBER, DAY, TIME, AMOUNT, NOTE } ColumnKind;

typedef struct {
  const char *key;
  ColumnKind kind;
  gsize offset;
} Column;

#define OF(member) G_STRUCT_OFFSET (SalonLedgerLine, member)

enum { ACCOUNT_COLUMN = 10 }; /* the other word is the kind of entry */

static const Column columns[] = {
  { "entry", NUMBER, OF (entry_id) },
  { "position", NUMBER, OF (position) },
  { "day", DAY, 0 },
  { "time", TIME, OF (at) },
  { "kind", WORD, 0 },
  { "user", NUMBER, OF (user_id) },
  { "sale", NUMBER, OF (sale_id) },
  { "shift", NUMBER, OF (shift_id) },
  { "reverses", NUMBER, OF (reverses_id) },
  { "note", NOTE, 0 },
  { "account", WORD, 0 },
  { "subject", NUMBER, OF (posting.subject_id) },
  { "amount", AMOUNT, OF (posting.amount) },
  { "client", NUMBER, OF (posting.client_id) },
  { "employee", NUMBER, OF (posting.employee_id) },
  { "visit-line", NUMBER, OF (posting.visit_line_id) },
  { "sale-line", NUMBER, OF (posting.sale_line_id) },
  { "sold", AMOUNT, OF (posting.sold) },
  { "discount", AMOUNT, OF (posting.discount) },
};

static gint64
number_of (const SalonLedgerLine *line, const Column *column)
{
  return G_STRUCT_MEMBER (gint64, line, column->offset);
}

/* Amounts of money as decimals, units of season tickets in thousandths. */
static char *
text_of (const SalonLedgerLine *line, guint i, const SalonCurrency *currency)
{
  const Column *column = &columns[i];

  switch (column->kind) {
  case WORD:
    return g_strdup (i == ACCOUNT_COLUMN ? salon_account_word (line->posting.account) : salon_entry_kind_word (line->kind));
  case DAY:
    return salon_day_format_iso (line->day);
  case TIME:
    return salon_ctl_wall_text (line->at);
  case NOTE:
    return g_strdup (line->note != NULL ? line->note : "");
  case AMOUNT:
    if (!salon_account_is_units (line->posting.account))
      return salon_money_format_plain (number_of (line, column), currency);
    return g_strdup_printf ("%" G_GINT64_FORMAT, number_of (line, column));
  case NUMBER:
  default:
    return g_strdup_printf ("%" G_GINT64_FORMAT, number_of (line, column));
  }
}

static GBytes *
to_json (const GArray *lines, const SalonCurrency *currency)
{
  GString *text = g_string_new ("[");
  gsize size = 0;

  for (guint i = 0; i < lines->len; i++) {
    const SalonLedgerLine *line = &g_array_index (lines, SalonLedgerLine, i);
    g_autoptr (SalonRecord) record = salon_record_new ();
    g_autofree char *json = NULL;

    for (guint c = 0; c < G_N_ELEMENTS (columns); c++) {
      g_autofree char *value = columns[c].kind != NUMBER ? text_of (line, c, currency) : NULL;

      if (value != NULL)
        salon_record_set_text (record, columns[c].key, value);
      else
        salon_record_set_int (record, columns[c].key, number_of (line, &columns[c]));
    }
    json = salon_record_to_json (record);
    g_string_append_printf (text, "%s\n%s", i > 0 ? "," : "", json);
  }
  g_string_append (text, "\n]\n");
  size = text->len;
  return g_bytes_new_take (g_string_free (text, FALSE), size);
}

static gboolean
write_json (const char *path, const GArray *lines, const SalonCurrency *currency, GError **error)
{
  g_autoptr (GBytes) bytes = to_json (lines, currency);

  return salon_durable_write (path, bytes, error);
}

/* A number stays a number, so that a sheet can add it up. */
static void
fill_cell (SalonCell *cell, const SalonLedgerLine *line, guint i, const SalonCurrency *currency)
{
  const Column *column = &columns[i];
  gboolean is_units = salon_account_is_units (line->posting.account);

  if (column->kind == NUMBER || (column->kind == AMOUNT && is_units))
    salon_cell_set_integer (cell, SALON_CELL_INTEGER, number_of (line, column));
  else if (column->kind == AMOUNT)
    salon_cell_set_integer (cell, SALON_CELL_MONEY, number_of (line, column));
  else if (column->kind == DAY)
    salon_cell_set_integer (cell, SALON_CELL_DAY, line->day);
  else if (column->kind == TIME)
    salon_cell_set_integer (cell, SALON_CELL_MINUTE, line->at);
  else
    salon_cell_take_text (cell, text_of (line, i, currency));
}

static gboolean
write_row (SalonRowWriter *writer, const SalonLedgerLine *line, const SalonCurrency *currency, GError **error)
{
  g_autoptr (GArray) cells = salon_cells_new ();

  g_array_set_size (cells, G_N_ELEMENTS (columns));
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    fill_cell (&g_array_index (cells, SalonCell, c), line, c, currency);
  return salon_row_writer_row (writer, cells, error);
}

/* The writer sees to it that no note is a formula. */
static gboolean
write_csv (const char *path, const GArray *lines, const SalonCurrency *currency, GError **error)
{
  g_autoptr (SalonRowWriter) writer = salon_exchange_create (path, SALON_EXCHANGE_CSV_COMMA, currency, "ledger", error);
  SalonColumnHead heads[G_N_ELEMENTS (columns)];

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    heads[c] = (SalonColumnHead){ columns[c].key, columns[c].key, SALON_CELL_TEXT };
  if (writer == NULL || !salon_row_writer_begin (writer, heads, G_N_ELEMENTS (columns), error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!write_row (writer, &g_array_index (lines, SalonLedgerLine, i), currency, error))
      return FALSE;
  return salon_row_writer_finish (writer, error);
}

static int
write_lines (SalonCtl *ctl, const SalonLedgerSpan *span, const char *path, gboolean json)
{
  const SalonCurrency *currency = salon_ctl_currency (ctl);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = salon_session_query_sync (ctl->session, &salon_query_ledger_list, span, &error);
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = salon_record_new ();

  g_ptr_array_add (rows, row);
  if (lines == NULL || !(json ? write_json : write_csv) (path, lines, currency, &error))
    return salon_ctl_fail (error);
  salon_record_set_int (row, "postings", lines->len);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_export (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
                                   { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
                                   { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
                                   { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  SalonLedgerSpan span = { SALON_DAY_MIN, SALON_DAY_MAX };
  gboolean json = FALSE;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status)
      || (from != NULL && !salon_ctl_day (ctl, from, &span.first, &status))
      || (to != NULL && !salon_ctl_day (ctl, to, &span.last, &status)))
    return status;
  json = g_strcmp0 (format, "json") == 0;
  if (argc > 0 || path == NULL || (!json && g_strcmp0 (format, "csv") != 0))
    return salon_ctl_usage ("%s", _("Say how and where to: ledger export --format csv|json -o FILE [--from DATE] [--to DATE]."));
  return salon_ctl_open (ctl, FALSE, &status) ? write_lines (ctl, &span, path, json) : status;
}

const SalonCtlCommand salon_ctl_ledger_commands[] = {
  { "ledger check", "", SALON_N ("Adds up every account of the ledger and looks whether it is sound"), cmd_check },
  { "ledger export", "--format csv|json -o FILE [--from DATE] [--to DATE]", SALON_N ("Writes every posting of the ledger into a file"),
    cmd_export },
  { NULL, NULL, NULL, NULL },
};
