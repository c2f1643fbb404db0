/* The text of what is asked of a report.  Clauses in any order are understood, each once but "only"; one order is printed. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/entities/filter-text.h"
#include "model/entities/report-choices.h"
#include "model/entities/report-spec.h"

static const char *const compare_words[] = {
  [SALON_COMPARE_NONE] = "none",
  [SALON_COMPARE_PREVIOUS] = "prev",
  [SALON_COMPARE_YEAR] = "year",
};

/**
 * salon_compare_word:
 *
 * Returns: (transfer none): "prev"
 */
const char *
salon_compare_word (SalonCompare compare)
{
  g_return_val_if_fail ((guint) compare < G_N_ELEMENTS (compare_words), "");
  return compare_words[compare];
}

/**
 * salon_compare_parse:
 * @compare: (out): what the word means
 *
 * Returns: whether there is such a word
 */
gboolean
salon_compare_parse (const char *word, SalonCompare *compare)
{
  for (guint i = 0; i < G_N_ELEMENTS (compare_words); i++)
    if (strcmp (compare_words[i], word) == 0) {
      *compare = (SalonCompare) i;
      return TRUE;
    }
  return FALSE;
}

/* ---- printing */

static void
print_words (GString *out, const char *clause, const char *const *words)
{
  if (words == NULL)
    return;
  g_string_append_printf (out, " %s", clause);
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (out, "%s %s", i > 0 ? "," : "", words[i]);
  if (words[0] == NULL)
    g_string_append (out, " nothing");
}

static void
print_only (GString *out, const SalonReportOnly *only)
{
  g_string_append_printf (out, " only %s in (", only->dimension);
  for (guint i = 0; i < only->values->len; i++) {
    gint64 value = g_array_index (only->values, gint64, i);
    const char *word = salon_report_choice_word (only->dimension, value);

    g_string_append (out, i > 0 ? ", " : "");
    if (word != NULL)
      g_string_append (out, word);
    else
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
  }
  g_string_append_c (out, ')');
}

/**
 * salon_report_spec_print:
 *
 * Returns: (transfer full): the text; equal values have equal texts
 */
char *
salon_report_spec_print (const SalonReportSpec *self)
{
  GString *out = g_string_new (salon_report_spec_report (self));
  const GPtrArray *only = salon_report_spec_only (self);

  print_words (out, "by", salon_report_spec_groupings (self));
  print_words (out, "show", salon_report_spec_measures (self));
  if (salon_report_spec_period (self) != NULL) {
    g_autofree char *period = salon_filter_period_print (salon_report_spec_period (self));

    g_string_append_printf (out, " during %s", period);
  }
  if (salon_report_spec_compare (self) != SALON_COMPARE_NONE)
    g_string_append_printf (out, " compare %s", salon_compare_word (salon_report_spec_compare (self)));
  for (guint i = 0; i < only->len; i++)
    print_only (out, only->pdata[i]);
  if (salon_report_spec_top (self) == SALON_REPORT_TOP_ALL)
    g_string_append (out, " top all");
  else if (salon_report_spec_top (self) > 0)
    g_string_append_printf (out, " top %u", salon_report_spec_top (self));
  if (salon_report_spec_chart (self) >= 0)
    g_string_append_printf (out, " chart %s", salon_chart_kind_word ((SalonChartKind) salon_report_spec_chart (self)));
  if (salon_report_spec_filter (self) != NULL) {
    g_autofree char *filter = salon_filter_print (salon_report_spec_filter (self));

    g_string_append_printf (out, " where %s", filter);
  }
  return g_string_free (out, FALSE);
}

/* ---- reading */

typedef gboolean (*TakeClause) (SalonReportSpec **spec, const char *text, GError **error);

static void
replace (SalonReportSpec **spec, SalonReportSpec *with)
{
  salon_report_spec_unref (*spec);
  *spec = with;
}

static gboolean
refuse (GError **error, const char *text)
{
  salon_set_field_error (error, "report", _("“%s” is no part of a report."), text);
  return FALSE;
}

static int clause_at (const char *text);

/* A word that begins a clause is no key: printed among others it would begin one. */
static gboolean
is_key (const char *text)
{
  if (*text == '\0' || clause_at (text) >= 0)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-' && *p != ':')
      return FALSE;
  return TRUE;
}

static char **
split (const char *text, GError **error)
{
  char **parts = NULL;

  if (*text == '\0') {
    refuse (error, text);
    return NULL;
  }
  parts = g_strsplit (strcmp (text, "nothing") == 0 ? "" : text, ",", 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_key (g_strstrip (parts[i]))) {
      refuse (error, text);
      g_strfreev (parts);
      return NULL;
    }
  return parts;
}

static gboolean
take_by (SalonReportSpec **spec, const char *text, GError **error)
{
  g_auto (GStrv) words = split (text, error);

  if (words == NULL)
    return FALSE;
  if (g_strv_length (words) > SALON_REPORT_GROUPINGS_MAX) {
    salon_set_field_error (error, "by", _("A report has at most %d groupings."), SALON_REPORT_GROUPINGS_MAX);
    return FALSE;
  }
  replace (spec, salon_report_spec_with_groupings (*spec, (const char *const *) words));
  return TRUE;
}

static gboolean
take_show (SalonReportSpec **spec, const char *text, GError **error)
{
  g_auto (GStrv) words = split (text, error);

  if (words == NULL)
    return FALSE;
  replace (spec, salon_report_spec_with_measures (*spec, (const char *const *) words));
  return TRUE;
}

static gboolean
take_during (SalonReportSpec **spec, const char *text, GError **error)
{
  SalonFilterPeriod period;

  if (!salon_filter_period_parse (text, &period, error))
    return FALSE;
  replace (spec, salon_report_spec_with_period (*spec, &period));
  return TRUE;
}

static gboolean
take_compare (SalonReportSpec **spec, const char *text, GError **error)
{
  SalonCompare compare = SALON_COMPARE_NONE;

  if (!salon_compare_parse (text, &compare)) {
    salon_set_field_error (error, "compare", _("A report is compared with “prev”, “year” or “none”."));
    return FALSE;
  }
  replace (spec, salon_report_spec_with_compare (*spec, compare));
  return TRUE;
}

static gboolean
take_value (const char *dimension, const char *text, gint64 *value)
{
  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL) || salon_report_choice_parse (dimension, text, value);
}

/* "employee in (3, 4)", "weekday in (saturday, 7)" */
static gboolean
take_only (SalonReportSpec **spec, const char *text, GError **error)
{
  const char *in = strstr (text, " in (");
  g_autofree char *dimension = in != NULL ? g_strndup (text, (gsize) (in - text)) : NULL;
  g_autofree char *list = in != NULL && g_str_has_suffix (in, ")") ? g_strndup (in + 5, strlen (in) - 6) : NULL;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) parts = NULL;

  if (list == NULL || *list == '\0' || !is_key (dimension))
    return refuse (error, text);
  parts = g_strsplit (list, ",", 0);
  for (guint i = 0; parts[i] != NULL; i++) {
    gint64 value = 0;

    if (!take_value (dimension, g_strstrip (parts[i]), &value) || values->len >= SALON_FILTER_IDS_MAX)
      return refuse (error, text);
    g_array_append_val (values, value);
  }
  replace (spec, salon_report_spec_with_only (*spec, dimension, (const gint64 *) (gpointer) values->data, values->len));
  return TRUE;
}

static gboolean
take_top (SalonReportSpec **spec, const char *text, GError **error)
{
  gint64 top = SALON_REPORT_TOP_ALL;

  if (strcmp (text, "all") != 0 && !g_ascii_string_to_signed (text, 10, 1, SALON_REPORT_TOP_MAX, &top, NULL)) {
    salon_set_field_error (error, "top", _("The number of the first ones is from 1 to 10000, or “all”."));
    return FALSE;
  }
  replace (spec, salon_report_spec_with_top (*spec, (guint) top));
  return TRUE;
}

static gboolean
take_chart (SalonReportSpec **spec, const char *text, GError **error)
{
  SalonChartKind kind = SALON_CHART_BARS;

  if (!salon_chart_kind_parse (text, &kind)) {
    salon_set_field_error (error, "chart", _("There is no chart “%s”."), text);
    return FALSE;
  }
  replace (spec, salon_report_spec_with_chart (*spec, (int) kind));
  return TRUE;
}

static gboolean
take_where (SalonReportSpec **spec, const char *text, GError **error)
{
  g_autoptr (SalonFilter) filter = salon_filter_parse (text, error);

  if (filter == NULL)
    return FALSE;
  replace (spec, salon_report_spec_with_filter (*spec, filter));
  return TRUE;
}

static const struct {
  const char *word;
  TakeClause take;
} clauses[] = {
  { "by", take_by },     { "show", take_show }, { "during", take_during }, { "compare", take_compare },
  { "only", take_only }, { "top", take_top },   { "chart", take_chart },   { "where", take_where },
};

#define WHERE (G_N_ELEMENTS (clauses) - 1)

/* Which clause begins with the word at @text. */
static int
clause_at (const char *text)
{
  gsize length = strcspn (text, " ");

  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    if (strlen (clauses[i].word) == length && strncmp (clauses[i].word, text, length) == 0)
      return (int) i;
  return -1;
}

static const char *
next_clause (const char *text)
{
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (clause_at (p + 1) >= 0)
      return p + 1;
  return NULL;
}

/* The filter comes last and goes to the end, whatever words are in it. */
static gboolean
take_clauses (SalonReportSpec **spec, const char *at, GError **error)
{
  while (at != NULL) {
    int clause = clause_at (at);
    const char *text = at + strlen (clauses[clause].word);
    const char *next = clause == (int) WHERE ? NULL : next_clause (text);
    g_autofree char *own = next != NULL ? g_strndup (text, (gsize) (next - text)) : g_strdup (text);

    if (!clauses[clause].take (spec, g_strstrip (own), error))
      return FALSE;
    at = next;
  }
  return TRUE;
}

/**
 * salon_report_spec_parse:
 * @text: as printed
 * @error: %SALON_ERROR_VALIDATION of the field of the clause that is wrong
 *
 * Whether there is such a report with such groupings is asked when it is run.
 *
 * Returns: (transfer full): what is asked
 */
SalonReportSpec *
salon_report_spec_parse (const char *text, GError **error)
{
  g_autoptr (SalonReportSpec) spec = NULL;
  g_autofree char *name = NULL;
  g_autofree char *flat = NULL;
  const char *rest = NULL;

  if (strlen (text) > SALON_REPORT_TEXT_MAX || !g_utf8_validate (text, -1, NULL)) {
    salon_set_field_error (error, "report", _("The text of the report is too long, or no text."));
    return NULL;
  }
  flat = g_strstrip (g_strdelimit (g_strdup (text), "\t\r\n", ' '));
  name = g_strndup (flat, strcspn (flat, " "));
  if (!is_key (name)) {
    refuse (error, name);
    return NULL;
  }
  spec = salon_report_spec_new (name);
  rest = flat + strlen (name) + strspn (flat + strlen (name), " ");
  if (*rest == '\0')
    return g_steal_pointer (&spec);
  if (clause_at (rest) < 0) {
    refuse (error, rest);
    return NULL;
  }
  return take_clauses (&spec, rest, error) ? g_steal_pointer (&spec) : NULL;
}
