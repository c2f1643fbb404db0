/* Reports: which there are, running one, who or what stands behind a row. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/entities/entity.h"
#include "model/rules/permission.h"
#include "model/rules/report-measure.h"
#include "model/services/report-ask.h"
#include "model/services/report-facts.h"
#include "model/services/report-list.h"
#include "model/services/report-people.h"
#include "model/services/reports.h"
#include "model/store/tx.h"

/* ---- which there are */

/**
 * salon_reports:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all reports, by group
 */
const SalonReport *const *
salon_reports (guint *n)
{
  return salon_report_list (n);
}

/**
 * salon_report_find:
 *
 * Returns: (transfer none) (nullable): the report of that key
 */
const SalonReport *
salon_report_find (const char *key)
{
  guint n = 0;
  const SalonReport *const *reports = salon_report_list (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (reports[i]->key, key) == 0)
      return reports[i];
  return NULL;
}

/**
 * salon_report_key:
 *
 * Returns: (transfer none): "sales-by-employee"
 */
const char *
salon_report_key (const SalonReport *self)
{
  return self->key;
}

/**
 * salon_report_title:
 *
 * Returns: (transfer none): translated
 */
const char *
salon_report_title (const SalonReport *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "report", self->title);
}

/**
 * salon_report_hint:
 *
 * Returns: (transfer none): what it answers, translated
 */
const char *
salon_report_hint (const SalonReport *self)
{
  return _(self->hint);
}

/**
 * salon_report_group:
 *
 * Returns: under which heading it stands
 */
SalonReportGroup
salon_report_group (const SalonReport *self)
{
  return self->group;
}

/**
 * salon_report_group_label:
 *
 * Returns: (transfer none): the heading, translated
 */
const char *
salon_report_group_label (SalonReportGroup group)
{
  static const char *const labels[SALON_REPORT_N_GROUPS] = {
    [SALON_REPORT_GROUP_CLIENTS] = NC_("report group", "Clients"),
    [SALON_REPORT_GROUP_SALES] = NC_("report group", "Sales"),
    [SALON_REPORT_GROUP_VISITS] = NC_("report group", "Visits"),
    [SALON_REPORT_GROUP_STAFF] = NC_("report group", "Staff and rooms"),
    [SALON_REPORT_GROUP_MONEY] = NC_("report group", "Money"),
    [SALON_REPORT_GROUP_CARDS] = NC_("report group", "Cards, tickets and discounts"),
  };

  g_return_val_if_fail ((guint) group < SALON_REPORT_N_GROUPS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "report group", labels[group]);
}

/**
 * salon_report_flags:
 *
 * Returns: what can be asked of it
 */
SalonReportFlags
salon_report_flags (const SalonReport *self)
{
  return self->flags;
}

/**
 * salon_report_chart_kind:
 *
 * Returns: how it is drawn by default
 */
SalonChartKind
salon_report_chart_kind (const SalonReport *self)
{
  return self->chart;
}

/**
 * salon_report_default_groupings:
 *
 * Returns: (transfer none) (array zero-terminated=1): keys of dimensions
 */
const char *const *
salon_report_default_groupings (const SalonReport *self)
{
  return self->groupings;
}

/**
 * salon_report_default_measures:
 *
 * Returns: (transfer none) (array zero-terminated=1): keys of measures
 */
const char *const *
salon_report_default_measures (const SalonReport *self)
{
  return self->shown;
}

/**
 * salon_report_default_period:
 *
 * Returns: the days that it tells of when nobody says
 */
SalonFilterPeriod
salon_report_default_period (const SalonReport *self)
{
  return (SalonFilterPeriod){ self->period, SALON_FILTER_OPEN, SALON_FILTER_OPEN };
}

/* ---- choices */

static gboolean
offers (const char *const *keys, const char *key)
{
  return keys == NULL || g_strv_contains (keys, key);
}

/**
 * salon_report_dimensions:
 *
 * Returns: (transfer full) (element-type SalonReportWord): by what it may be grouped, translated
 */
GArray *
salon_report_dimensions (const SalonReport *self)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SalonReportWord));
  guint n = 0;
  const SalonReportDimension *all = salon_report_dimension_list (&n);

  for (guint i = 0; i < n; i++) {
    SalonReportWord word = { .key = all[i].key, .label = _(all[i].label), .ref = all[i].ref };

    word.choices = salon_report_choices (word.key, &word.n_choices);
    if (self->run != NULL || self->people != NULL ? self->dimensions != NULL && g_strv_contains (self->dimensions, word.key)
                                                  : (all[i].sources & (1u << self->source)) != 0 && offers (self->dimensions, word.key))
      g_array_append_val (words, word);
  }
  if (self->people != NULL)
    salon_people_add_dimensions (self, words);
  return words;
}

/**
 * salon_report_measures:
 *
 * Returns: (transfer full) (element-type SalonReportWord): what it may show, translated; nothing for a report whose columns
 *   are fixed
 */
GArray *
salon_report_measures (const SalonReport *self)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SalonReportWord));
  guint n = 0;
  const SalonReportMeasure *all = salon_report_measure_list (&n);

  for (guint i = 0; i < n; i++) {
    SalonReportWord word = { .key = all[i].key, .label = _(all[i].label) };

    if (self->run == NULL && self->people == NULL && (all[i].sources & (1u << self->source)) != 0 && offers (self->measures, word.key))
      g_array_append_val (words, word);
  }
  if (self->people != NULL)
    salon_people_add_measures (self, words);
  return words;
}

/**
 * salon_report_choice_label:
 *
 * Returns: (transfer full) (nullable): what one of the fixed values of a grouping is called, translated
 */
char *
salon_report_choice_label (const char *dimension, gint64 value)
{
  const SalonReportDimension *self = salon_report_dimension_find (dimension);

  return self != NULL && self->names < 0 ? salon_report_dimension_text (self, value, NULL) : NULL;
}

/**
 * salon_report_default_top:
 *
 * Returns: how many of the first grouping it shows by itself; 0 = all
 */
guint
salon_report_default_top (const SalonReport *self)
{
  return self->top;
}

/**
 * salon_report_has_lines:
 *
 * Returns: whether single lines stand behind its numbers
 */
gboolean
salon_report_has_lines (const SalonReport *self)
{
  return self->run == NULL && self->people == NULL && salon_report_facts_have_lines (self->source);
}

/* ---- requests */

/**
 * salon_report_request_new:
 *
 * Returns: (transfer full): a request without progress
 */
SalonReportRequest *
salon_report_request_new (SalonReportSpec *spec)
{
  SalonReportRequest *self = g_new0 (SalonReportRequest, 1);

  self->spec = salon_report_spec_ref (spec);
  return self;
}

/**
 * salon_report_request_free: frees it
 */
void
salon_report_request_free (SalonReportRequest *self)
{
  salon_report_spec_unref (self->spec);
  g_free (self);
}

/**
 * salon_behind_request_new:
 * @row: of the answer to @spec
 * @column: (nullable): key of the column that was chosen
 * @people: clients, each once; otherwise single lines
 *
 * Returns: (transfer full): asks for what stands behind it
 */
SalonBehindRequest *
salon_behind_request_new (SalonReportSpec *spec, const SalonReportRow *row, const char *column, gboolean people)
{
  SalonBehindRequest *self = g_new0 (SalonBehindRequest, 1);

  self->spec = salon_report_spec_ref (spec);
  self->path = g_memdup2 (row->path, MAX (row->level, 1) * sizeof *row->path);
  self->level = row->level;
  self->column = g_strdup (column);
  self->people = people;
  return self;
}

/**
 * salon_behind_request_free: frees it
 */
void
salon_behind_request_free (SalonBehindRequest *self)
{
  salon_report_spec_unref (self->spec);
  g_free (self->path);
  g_free (self->column);
  g_free (self);
}

/* ---- running */

static SalonReportAsk *
ask_for (SalonTx *tx, SalonReportSpec *spec, GError **error)
{
  const SalonReport *report = salon_report_find (salon_report_spec_report (spec));

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_REPORTS, error))
    return NULL;
  if (report == NULL) {
    salon_set_field_error (error, "report", _("There is no report “%s”."), salon_report_spec_report (spec));
    return NULL;
  }
  return salon_report_ask_new (tx, report, spec, error);
}

static gboolean
has_behind (const SalonReport *report)
{
  if (report->run != NULL)
    return report->behind != NULL;
  return report->people != NULL || (report->flags & SALON_REPORT_OF_PEOPLE) != 0 || salon_report_has_lines (report);
}

static SalonReportTable *
run (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  if (ask->report->people != NULL)
    return salon_people_run (tx, ask, error);
  return ask->report->run != NULL ? ask->report->run (tx, ask, error) : salon_report_facts_run (tx, ask, error);
}

/**
 * salon_report_run:
 * @error: %SALON_ERROR_VALIDATION of "report", "period", "by", "show" or "compare"; %SALON_ERROR_PERMISSION
 *
 * Blocking; belongs on the background lane.
 *
 * Returns: (transfer full): the answer; without rows if there is nothing to tell
 */
SalonReportTable *
salon_report_run (SalonTx *tx, const SalonReportRequest *request, GError **error)
{
  g_autoptr (SalonReportAsk) ask = ask_for (tx, request->spec, error);
  SalonReportTable *table = NULL;

  if (ask == NULL)
    return NULL;
  ask->request = request;
  table = run (tx, ask, error);
  if (table != NULL)
    table->has_behind = has_behind (ask->report);
  return table;
}

/**
 * salon_report_behind:
 *
 * Returns: (transfer full): who or what stands behind a row; each of its rows opens something
 */
SalonReportTable *
salon_report_behind (SalonTx *tx, const SalonBehindRequest *request, GError **error)
{
  g_autoptr (SalonReportAsk) ask = ask_for (tx, request->spec, error);

  if (ask == NULL)
    return NULL;
  if (ask->report->people != NULL)
    return salon_people_behind (tx, ask, request, error);
  if (ask->report->run == NULL)
    return salon_report_facts_behind (tx, ask, request, error);
  if (ask->report->behind != NULL)
    return ask->report->behind (tx, ask, request, error);
  salon_set_field_error (error, "row", _("Nothing stands behind the rows of this report."));
  return NULL;
}

SALON_DEFINE_QUERY (salon_query_report, "report.run", salon_report_run, SalonReportRequest, salon_report_request_free,
                    salon_report_table_free)
SALON_DEFINE_QUERY (salon_query_report_behind, "report.behind", salon_report_behind, SalonBehindRequest, salon_behind_request_free,
                    salon_report_table_free)
