/* A filter as text: one canonical way for each tree. */
#include <string.h>

#include "model/entities/filter-text.h"

static void
print_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (out, '\\');
    if (*p == '\n')
      g_string_append (out, "\\n");
    else
      g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

/* ---- numbers */

static int
decimals_of (const SalonFilterField *field)
{
  if (field->kind == SALON_FILTER_MONEY || field->kind == SALON_FILTER_PERCENT)
    return 2;
  return field->kind == SALON_FILTER_CUSTOM ? 3 : 0;
}

static void
print_number (GString *out, gint64 value, int decimals)
{
  guint64 size = value < 0 ? (guint64) -value : (guint64) value;
  guint64 unit = decimals == 3 ? 1000 : decimals == 2 ? 100 : 1;

  g_string_append_printf (out, "%s%" G_GUINT64_FORMAT, value < 0 ? "-" : "", size / unit);
  if (size % unit != 0)
    g_string_append_printf (out, ".%0*" G_GUINT64_FORMAT, decimals, size % unit);
}

static void
print_between (GString *out, const SalonFilterTest *test)
{
  int decimals = decimals_of (test->field);

  if (test->to == SALON_FILTER_NO_MAX) {
    g_string_append (out, " >= ");
    print_number (out, test->from, decimals);
  } else if (test->from == SALON_FILTER_NO_MIN) {
    g_string_append (out, " <= ");
    print_number (out, test->to, decimals);
  } else if (test->from == test->to) {
    g_string_append (out, " = ");
    print_number (out, test->from, decimals);
  } else {
    g_string_append_c (out, ' ');
    print_number (out, test->from, decimals);
    g_string_append (out, "..");
    print_number (out, test->to, decimals);
  }
}

/* ---- days */

static void
print_day (GString *out, SalonFilterDay day, int later)
{
  g_autofree char *iso = NULL;

  if (day.kind == SALON_FILTER_DAY_FIXED) {
    iso = salon_day_format_iso (day.days + later);
    g_string_append (out, iso);
    return;
  }
  g_string_append (out, "today");
  if (day.months != 0)
    g_string_append_printf (out, "%+dm", day.months);
  if (day.days + later != 0)
    g_string_append_printf (out, "%+d", day.days + later);
}

static gboolean
same_day (SalonFilterDay a, SalonFilterDay b)
{
  return a.kind == b.kind && a.days == b.days && a.months == b.months;
}

static void
print_period (GString *out, const SalonFilterPeriod *period, const char *in)
{
  if (period->name != SALON_FILTER_PERIOD_OWN) {
    g_string_append_printf (out, "%s %s", in, salon_filter_period_word (period->name));
  } else if (period->to.kind == SALON_FILTER_DAY_OPEN) {
    g_string_append (out, " from ");
    print_day (out, period->from, 0);
  } else if (period->from.kind == SALON_FILTER_DAY_OPEN) {
    g_string_append (out, " before ");
    print_day (out, period->to, 1);
  } else if (same_day (period->from, period->to)) {
    g_string_append (out, " on ");
    print_day (out, period->from, 0);
  } else {
    g_string_append_c (out, ' ');
    print_day (out, period->from, 0);
    g_string_append (out, "..");
    print_day (out, period->to, 0);
  }
}

static void
print_of_year (GString *out, const SalonFilterTest *test)
{
  int from = (int) test->from;
  int to = (int) test->to;

  g_string_append_printf (out, from == to ? " on %02d-%02d" : " %02d-%02d", from / 100, from % 100);
  if (from != to)
    g_string_append_printf (out, "..%02d-%02d", to / 100, to % 100);
}

/* ---- lists */

static void
print_value (GString *out, const SalonFilterTest *test, gint64 value)
{
  for (guint i = 0; i < test->field->n_choices; i++)
    if (test->field->choices[i].value == value) {
      g_string_append (out, test->field->choices[i].word);
      return;
    }
  g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

static void
print_one_of (GString *out, const SalonFilterTest *test)
{
  g_string_append (out, test->n_ids == 1 ? " = " : " in (");
  for (guint i = 0; i < test->n_ids; i++) {
    g_string_append (out, i > 0 ? ", " : "");
    print_value (out, test, test->ids[i]);
  }
  g_string_append (out, test->n_ids == 1 ? "" : ")");
}

static void
print_words (GString *out, const SalonFilterTest *test)
{
  guint n = g_strv_length (test->words);

  g_string_append (out, n == 1 ? " = " : " in (");
  for (guint i = 0; i < n; i++) {
    g_string_append (out, i > 0 ? ", " : "");
    print_quoted (out, test->words[i]);
  }
  g_string_append (out, n == 1 ? "" : ")");
}

/* ---- tree */

static void
print_test (GString *out, const SalonFilterTest *test)
{
  g_string_append (out, test->field->key);
  if (test->field->kind == SALON_FILTER_CUSTOM)
    g_string_append_printf (out, ":%" G_GINT64_FORMAT, test->custom_id);
  switch (test->relation) {
  case SALON_FILTER_ONE_OF:
    print_one_of (out, test);
    break;
  case SALON_FILTER_BETWEEN:
    print_between (out, test);
    break;
  case SALON_FILTER_DURING:
    print_period (out, &test->period, " in");
    break;
  case SALON_FILTER_OF_YEAR:
    print_of_year (out, test);
    break;
  case SALON_FILTER_CONTAINS:
    g_string_append (out, " ~ ");
    print_quoted (out, test->text);
    break;
  case SALON_FILTER_ONE_WORD_OF:
    print_words (out, test);
    break;
  case SALON_FILTER_IS_SET:
  default:
    break;
  }
  if (!test->has_within)
    return;
  if (test->within.name == SALON_FILTER_PERIOD_OWN)
    g_string_append (out, " within");
  print_period (out, &test->within, " within");
}

static void
print_node (GString *out, const SalonFilter *self, gboolean inside)
{
  gboolean brackets = FALSE;
  guint n = salon_filter_n_children (self);

  switch (salon_filter_node (self)) {
  case SALON_FILTER_TEST:
    print_test (out, salon_filter_test (self));
    return;
  case SALON_FILTER_NOT:
    g_string_append (out, "not ");
    print_node (out, salon_filter_child (self, 0), TRUE);
    return;
  case SALON_FILTER_ALL:
  case SALON_FILTER_ANY:
  default:
    break;
  }
  if (n == 0) {
    g_string_append (out, salon_filter_node (self) == SALON_FILTER_ALL ? "everybody" : "nobody");
    return;
  }
  brackets = inside;
  g_string_append (out, brackets ? "(" : "");
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append (out, salon_filter_node (self) == SALON_FILTER_ALL ? " and " : " or ");
    print_node (out, salon_filter_child (self, i), TRUE);
  }
  g_string_append (out, brackets ? ")" : "");
}

/**
 * salon_filter_print:
 * @self: (nullable): %NULL = everybody
 *
 * Amounts have two decimals, whatever the currency: 12.50 is 1250 minor units.
 *
 * Returns: (transfer full): the text; equal trees have equal texts
 */
char *
salon_filter_print (const SalonFilter *self)
{
  GString *out = g_string_new (NULL);

  if (self == NULL)
    g_string_append (out, "everybody");
  else
    print_node (out, self, FALSE);
  return g_string_free (out, FALSE);
}

/**
 * salon_filter_period_print:
 *
 * Returns: (transfer full): the period alone: "last_month", "2025-06-01..2025-06-30"
 */
char *
salon_filter_period_print (const SalonFilterPeriod *period)
{
  GString *out = g_string_new (NULL);

  print_period (out, period, "");
  return g_strchug (g_string_free (out, FALSE));
}
