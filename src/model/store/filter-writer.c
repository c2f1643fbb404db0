/* What all pieces of a condition are made with: values that are bound, comparisons, periods. */
#include "config.h"

#include <string.h>

#include "model/store/filter-writer.h"

static gint64
marker_value (const SalonFilterScope *scope, const char *name)
{
  int year = 0;
  int month = 0;
  int mday = 0;

  if (g_str_has_prefix (name, "@today"))
    return scope->today;
  if (g_str_has_prefix (name, "@now"))
    return scope->now_min;
  salon_day_to_ymd (scope->today, &year, &month, &mday);
  if (g_str_has_prefix (name, "@year"))
    return year;
  if (month == 2 && mday == 28 && salon_day_days_in_month (year, 2) == 28)
    mday = 29; /* who was born on the 29th has her birthday on this day */
  return month * 100 + mday;
}

/**
 * salon_filter_writer_expression:
 * @expression: constant SQL; "@today", "@now", "@year" and "@mday" in it become bound values
 *
 * Adds an expression over c and s.
 */
void
salon_filter_writer_expression (SalonSqlText *sql, const SalonFilterScope *scope, const char *expression)
{
  g_auto (GStrv) parts = g_strsplit (expression, "@", -1);

  salon_sql_text_add (sql, parts[0]);
  for (char **part = parts + 1; *parts != NULL && *part != NULL; part++) {
    g_autofree char *name = g_strconcat ("@", *part, NULL);

    salon_sql_text_int (sql, marker_value (scope, name));
    salon_sql_text_add (sql, *part + strspn (*part, "abcdefghijklmnopqrstuvwxyz"));
  }
}

/**
 * salon_filter_writer_between: adds " BETWEEN … AND …"
 */
void
salon_filter_writer_between (SalonFilterWriter *self, gint64 from, gint64 to)
{
  salon_sql_text_add (self->sql, " BETWEEN ");
  salon_sql_text_int (self->sql, from);
  salon_sql_text_add (self->sql, " AND ");
  salon_sql_text_int (self->sql, to);
}

/**
 * salon_filter_writer_period: adds " BETWEEN … AND …" with the days of the period
 */
void
salon_filter_writer_period (SalonFilterWriter *self, const SalonFilterPeriod *period)
{
  SalonDay from = 0;
  SalonDay to = 0;

  salon_filter_period_resolve (period, self->scope->today, &from, &to);
  salon_filter_writer_between (self, from, to);
}

/**
 * salon_filter_writer_words:
 * @words: (array zero-terminated=1)
 *
 * Adds " IN (…)" with the words bound.
 */
void
salon_filter_writer_words (SalonFilterWriter *self, char **words)
{
  salon_sql_text_add (self->sql, " IN (");
  for (char **word = words; *word != NULL; word++) {
    if (word != words)
      salon_sql_text_add (self->sql, ", ");
    salon_sql_text_text (self->sql, *word);
  }
  salon_sql_text_add (self->sql, ")");
}

/**
 * salon_filter_writer_comparison: adds what follows the column
 */
void
salon_filter_writer_comparison (SalonFilterWriter *self, const SalonFilterTest *test)
{
  switch (test->relation) {
  case SALON_FILTER_ONE_OF:
    salon_sql_text_in (self->sql, test->ids, test->n_ids);
    break;
  case SALON_FILTER_BETWEEN:
    salon_filter_writer_between (self, test->from, test->to);
    break;
  case SALON_FILTER_DURING:
    salon_filter_writer_period (self, &test->period);
    break;
  case SALON_FILTER_ONE_WORD_OF:
    salon_filter_writer_words (self, test->words);
    break;
  case SALON_FILTER_IS_SET:
  case SALON_FILTER_OF_YEAR:
  case SALON_FILTER_CONTAINS:
  default:
    salon_sql_text_add (self->sql, " IS NOT NULL");
  }
}
