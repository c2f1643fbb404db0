/* report list, report words, report: the questions of the owner from the command line.
 *
 * The options are put together to the text that own reports are kept as, so there is one grammar and one refusal. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/report-only.h"
#include "ctl/report-out.h"
#include "model/entities/entity.h"
#include "model/services/reports.h"

/* What report takes. */
typedef struct {
  char *from;
  char *to;
  char *period;
  char *by;
  char *show;
  char *compare;
  char **only;
  char *top;
  char *filter;
  char *chart;
  char *format;
  char *path;
  gboolean dark;
} Options;

static void
options_clear (Options *o)
{
  g_strfreev (o->only);
  g_free (o->from);
  g_free (o->to);
  g_free (o->period);
  g_free (o->by);
  g_free (o->show);
  g_free (o->compare);
  g_free (o->top);
  g_free (o->filter);
  g_free (o->chart);
  g_free (o->format);
  g_free (o->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- what is asked */

/* A word of an option must not go on as another clause. */
static gboolean
is_one_word (const char *text)
{
  return *text != '\0' && strpbrk (text, " \t\r\n") == NULL;
}

static gboolean
append_clause (GString *out, const char *clause, const char *option, const char *value, int *status)
{
  if (value == NULL)
    return TRUE;
  if (!is_one_word (value)) {
    *status = salon_ctl_usage (_("“%s” cannot be the value of %s."), value, option);
    return FALSE;
  }
  g_string_append_printf (out, " %s %s", clause, value);
  return TRUE;
}

static gboolean
append_days (SalonCtl *ctl, GString *out, const Options *o, int *status)
{
  SalonDay from = 0;
  SalonDay to = 0;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (o->from == NULL && o->to == NULL)
    return TRUE;
  if (o->from == NULL || o->period != NULL) {
    *status = salon_ctl_usage ("%s", _("Say the days as --from DATE [--to DATE], or as --period WORD."));
    return FALSE;
  }
  if (!salon_ctl_day (ctl, o->from, &from, status) || !salon_ctl_day (ctl, o->to, &to, status))
    return FALSE;
  first = salon_day_format_iso (from);
  last = salon_day_format_iso (to);
  g_string_append_printf (out, " during %s..%s", first, last);
  return TRUE;
}

/* @name may be the text of a whole report: what the options say comes before the rest of it.  A filter comes last, since it
 * goes to the end of the text. */
static char *
make_text (SalonCtl *ctl, const char *name, const Options *o, int *status)
{
  gsize length = strcspn (name, " ");
  g_autoptr (GString) out = g_string_new_len (name, (gssize) length);

  if (!append_clause (out, "by", "--by", o->by, status) || !append_clause (out, "show", "--show", o->show, status)
      || !append_days (ctl, out, o, status) || !append_clause (out, "compare", "--compare", o->compare, status)
      || !append_clause (out, "top", "--top", o->top, status) || !append_clause (out, "chart", "--chart", o->chart, status))
    return NULL;
  if (o->period != NULL)
    g_string_append_printf (out, " during %s", o->period);
  g_string_append (out, name + length);
  if (o->filter != NULL)
    g_string_append_printf (out, " where %s", o->filter);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static SalonReportSpec *
parse (SalonCtl *ctl, const char *name, const Options *o, int *status)
{
  g_autofree char *text = make_text (ctl, name, o, status);
  g_autoptr (GError) error = NULL;
  SalonReportSpec *spec = text != NULL ? salon_report_spec_parse (text, &error) : NULL;

  if (error != NULL)
    *status = salon_ctl_usage ("%s", error->message);
  return spec;
}

/* Only what can be looked up when the salon is open. */
static SalonReportSpec *
narrow (SalonCtl *ctl, SalonReportSpec *spec, const Options *o, int *status)
{
  SalonReportSpec *narrowed = salon_report_spec_ref (spec);

  for (guint i = 0; o->only != NULL && o->only[i] != NULL; i++) {
    SalonReportSpec *next = salon_ctl_report_only (ctl, narrowed, o->only[i], status);

    salon_report_spec_unref (narrowed);
    if (next == NULL)
      return NULL;
    narrowed = next;
  }
  return narrowed;
}

/* ---- how it is answered */

/* As it is said, else as the file is called, else a table to be read. */
static gboolean
find_kind (SalonCtl *ctl, const Options *o, SalonReportFile *kind, int *status)
{
  *kind = ctl->json ? SALON_REPORT_FILE_JSON : SALON_REPORT_FILE_TEXT;
  if (o->format != NULL && !salon_report_file_parse (o->format, kind)) {
    *status = salon_ctl_usage ("%s", _("A report can be had as text, csv, json, xlsx, pdf, svg or png."));
    return FALSE;
  }
  if (o->format == NULL && o->path != NULL && !salon_report_file_by_name (o->path, kind)) {
    *status = salon_ctl_usage ("%s", _("A report can be had as text, csv, json, xlsx, pdf, svg or png."));
    return FALSE;
  }
  if (o->path == NULL && !salon_report_file_is_text (*kind)) {
    *status = salon_ctl_usage ("%s", _("Say where to: report NAME --format FORMAT -o FILE."));
    return FALSE;
  }
  if (o->dark && salon_report_file_is_table (*kind)) {
    *status = salon_ctl_usage ("%s", _("Only a picture can be dark: svg or png."));
    return FALSE;
  }
  return TRUE;
}

static int
run (SalonCtl *ctl, SalonReportSpec *spec, const SalonCtlReportOut *out)
{
  SalonReportRequest request = { spec, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportTable) table = salon_session_query_sync (ctl->session, &salon_query_report, &request, &error);

  return table != NULL ? salon_ctl_report_out (ctl, table, out) : salon_ctl_fail (error);
}

static int
cmd_report (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &o.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &o.to, NULL, NULL },
    { "period", 0, 0, G_OPTION_ARG_STRING, &o.period, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &o.by, NULL, NULL },
    { "show", 0, 0, G_OPTION_ARG_STRING, &o.show, NULL, NULL },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &o.compare, NULL, NULL },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o.only, NULL, NULL },
    { "top", 0, 0, G_OPTION_ARG_STRING, &o.top, NULL, NULL },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &o.filter, NULL, NULL },
    { "chart", 0, 0, G_OPTION_ARG_STRING, &o.chart, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &o.format, NULL, NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &o.dark, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o.path, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonReportSpec) spec = NULL;
  g_autoptr (SalonReportSpec) narrowed = NULL;
  SalonReportFile kind = SALON_REPORT_FILE_TEXT;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which report: report NAME; see report list."));
  spec = parse (ctl, argv[0], &o, &status);
  if (spec == NULL || !find_kind (ctl, &o, &kind, &status) || !salon_ctl_open (ctl, FALSE, &status))
    return status;
  narrowed = narrow (ctl, spec, &o, &status);
  return narrowed != NULL ? run (ctl, narrowed, &(SalonCtlReportOut){ narrowed, kind, o.dark, o.path }) : status;
}

/* ---- which there are */

static int
cmd_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  guint n = 0;
  const SalonReport *const *reports = salon_reports (&n);

  if (argc > 0)
    return salon_ctl_usage (_("“%s” is too much."), argv[0]);
  for (guint i = 0; i < n; i++) {
    SalonRecord *row = salon_ctl_add_row (rows);

    salon_record_set_text (row, "report", salon_report_key (reports[i]));
    salon_record_set_text (row, "group", salon_report_group_label (salon_report_group (reports[i])));
    salon_record_set_text (row, "title", salon_report_title (reports[i]));
    salon_record_set_text (row, "answers", salon_report_hint (reports[i]));
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static void
add_words (GPtrArray *rows, const char *option, GArray *words, const char *const *preset)
{
  for (guint i = 0; i < words->len; i++) {
    const SalonReportWord *word = &g_array_index (words, SalonReportWord, i);
    SalonRecord *row = salon_ctl_add_row (rows);

    salon_record_set_text (row, "option", option);
    salon_record_set_text (row, "word", word->key);
    salon_record_set_text (row, "name", word->label);
    salon_record_set_text (row, "preset", preset != NULL && g_strv_contains (preset, word->key) ? "yes" : "no");
  }
  g_array_unref (words);
}

/* The fixed values to which a grouping can be narrowed. */
static void
add_choices (GPtrArray *rows, const SalonReport *report)
{
  g_autoptr (GArray) words = salon_report_dimensions (report);

  for (guint i = 0; i < words->len; i++) {
    const SalonReportWord *word = &g_array_index (words, SalonReportWord, i);

    for (guint j = 0; j < word->n_choices; j++) {
      SalonRecord *row = salon_ctl_add_row (rows);
      g_autofree char *value = g_strdup_printf ("%s=%s", word->key, word->choices[j].word);
      g_autofree char *label = salon_report_choice_label (word->key, word->choices[j].value);

      salon_record_set_text (row, "option", "--only");
      salon_record_set_text (row, "word", value);
      salon_record_set_text (row, "name", label);
      salon_record_set_text (row, "preset", "no");
    }
  }
}

static int
cmd_words (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  const SalonReport *report = argc == 1 ? salon_report_find (argv[0]) : NULL;

  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which report: report words NAME; see report list."));
  if (report == NULL)
    return salon_ctl_usage (_("There is no report “%s”."), argv[0]);
  add_words (rows, "--by", salon_report_dimensions (report), salon_report_default_groupings (report));
  add_words (rows, "--show", salon_report_measures (report), salon_report_default_measures (report));
  add_choices (rows, report);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* The longer words first. */
const SalonCtlCommand salon_ctl_report_commands[] = {
  { "report list", "", SALON_N ("Lists the reports"), cmd_list },
  { "report words", "NAME", SALON_N ("Lists by what a report can be grouped, and what it can show"), cmd_words },
  { "report",
    "NAME [--from DATE] [--to DATE] [--period WORD] [--by WORD,…] [--show WORD,…] [--compare prev|year] [--only WORD=VALUE,…] … "
    "[--top N|all] [--filter EXPR] [--chart KIND] [--format text|csv|json|xlsx|pdf|svg|png] [--dark] [-o FILE]",
    SALON_N ("Answers a report, or writes it to a file"), cmd_report },
  { NULL, NULL, NULL, NULL },
};
