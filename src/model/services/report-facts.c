/* Reports that are folded from the facts of a source: running them, and what stands behind a row. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/rules/report-fold.h"
#include "model/services/merge-name.h"
#include "model/services/report-ask.h"
#include "model/services/report-facts.h"
#include "model/services/report-groups.h"
#include "model/services/report-hours.h"
#include "model/services/report-marks.h"
#include "model/services/report-narrow.h"
#include "model/store/report-store.h"
#include "model/store/tx.h"

/* A report while its facts go by. */
typedef struct {
  SalonReportAsk *ask;
  SalonReportPlan plan;
  SalonReportMaps *maps;
  SalonReportFold *fold;
  gboolean before;
  GPtrArray *only;    /* of SalonReportDimension, as those of the spec */
  GHashTable *merged; /* card that was merged → card on which the client is now; without clients */
  SalonFactNeeds needs;
  guint64 n_facts;
} Run;

/* So often it is told how far the report is. */
#define FACTS_A_STEP 8192

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->fold, salon_report_fold_free);
  g_clear_pointer (&run->maps, salon_report_maps_free);
  g_clear_pointer (&run->only, g_ptr_array_unref);
  g_clear_pointer (&run->merged, g_hash_table_unref);
  g_free (run->plan.measures);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* ---- what is asked */

static gboolean
has_key (const char *const *keys, const char *key)
{
  return keys == NULL || g_strv_contains (keys, key);
}

static const SalonReportDimension *
find_dimension (const SalonReportAsk *ask, const char *key, GError **error)
{
  const SalonReportDimension *dimension = salon_report_dimension_find (key);

  if (dimension != NULL && (dimension->sources & (1u << ask->report->source)) != 0 && has_key (ask->report->dimensions, key))
    return dimension;
  salon_set_field_error (error, "by", _("This report cannot be grouped by “%s”."), key);
  return NULL;
}

static gboolean
plan_dimensions (Run *run, GError **error)
{
  const char *const *keys = salon_report_ask_groupings (run->ask);

  for (guint i = 0; keys[i] != NULL; i++) {
    const SalonReportDimension *dimension = find_dimension (run->ask, keys[i], error);

    if (dimension == NULL)
      return FALSE;
    for (guint j = 0; j < i; j++)
      if (run->plan.dimensions[j] == dimension) {
        salon_set_field_error (error, "by", _("A report is grouped by the same thing only once."));
        return FALSE;
      }
    run->plan.dimensions[run->plan.n_dimensions++] = dimension;
  }
  return TRUE;
}

static gboolean
plan_measures (Run *run, GError **error)
{
  const char *const *keys = salon_report_ask_measures (run->ask);
  guint n = g_strv_length ((char **) keys);

  run->plan.measures = g_new0 (const SalonReportMeasure *, n);
  for (guint i = 0; i < n; i++) {
    const SalonReportMeasure *measure = salon_report_measure_find (keys[i], run->ask->report->source);

    if (measure == NULL || !has_key (run->ask->report->measures, keys[i])) {
      salon_set_field_error (error, "show", _("This report has no “%s”."), keys[i]);
      return FALSE;
    }
    run->plan.measures[run->plan.n_measures++] = measure;
  }
  return TRUE;
}

static gboolean
plan_only (Run *run, GError **error)
{
  const GPtrArray *only = salon_report_spec_only (run->ask->spec);

  run->only = g_ptr_array_new ();
  for (guint i = 0; i < only->len; i++) {
    const SalonReportDimension *dimension = find_dimension (run->ask, ((const SalonReportOnly *) only->pdata[i])->dimension, error);

    if (dimension == NULL)
      return FALSE;
    run->needs |= dimension->needs;
    g_ptr_array_add (run->only, (gpointer) dimension);
  }
  return TRUE;
}

static void
take_merged (gint64 one, gint64 other, gpointer data)
{
  salon_report_maps_put (data, one, other);
}

/* Attributes cost a look at every visit there ever was: without them it is enough to know whose card is whose. */
static gboolean
load_clients (SalonTx *tx, Run *run, GError **error)
{
  if ((run->needs & SALON_FACT_NEEDS_CLIENT) == 0)
    return TRUE;
  if ((run->needs & SALON_FACT_NEEDS_CLIENTS) != 0)
    return salon_report_ask_clients (tx, run->ask, error) != NULL;
  run->merged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return salon_report_store_merged (tx, take_merged, run->merged, error);
}

static gboolean
load_groups (SalonTx *tx, Run *run, GError **error)
{
  for (guint i = 0; i < run->plan.n_dimensions; i++)
    if (!salon_report_groups_load (tx, run->ask, run->plan.dimensions[i], run->maps, error))
      return FALSE;
  for (guint i = 0; i < run->only->len; i++)
    if (!salon_report_groups_load (tx, run->ask, run->only->pdata[i], run->maps, error))
      return FALSE;
  return TRUE;
}

static gboolean
load_maps (SalonTx *tx, Run *run, GError **error)
{
  run->maps = salon_report_ask_maps (tx, error);
  if (run->maps == NULL || !load_groups (tx, run, error))
    return FALSE;
  run->plan.maps = run->maps;
  if (salon_report_spec_filter (run->ask->spec) != NULL)
    run->needs |= SALON_FACT_NEEDS_CLIENT | SALON_FACT_NEEDS_CLIENTS;
  if (!load_clients (tx, run, error))
    return FALSE;
  run->maps->clients = run->ask->clients;
  return salon_report_ask_attributes (tx, run->ask, run->needs, error);
}

static gboolean
prepare (SalonTx *tx, SalonReportAsk *ask, Run *run, GError **error)
{
  int chart = salon_report_spec_chart (ask->spec);

  run->ask = ask;
  run->plan.source = ask->report->source;
  run->plan.compare = ask->before_from != SALON_DAY_NONE ? salon_report_spec_compare (ask->spec) : SALON_COMPARE_NONE;
  run->plan.from = ask->from;
  run->plan.to = ask->to;
  run->plan.until = ask->until;
  run->plan.top = salon_report_ask_top (ask);
  run->plan.charted = ask->report->charted;
  run->plan.chart = chart >= 0 ? (SalonChartKind) chart : ask->report->chart;
  if (!plan_dimensions (run, error) || !plan_measures (run, error) || !plan_only (run, error))
    return FALSE;
  run->needs |= salon_report_plan_needs (&run->plan);
  if (ask->report->only_kind != 0)
    run->needs |= SALON_FACT_NEEDS_SUBJECT;
  return load_maps (tx, run, error);
}

/* ---- facts */

static gboolean
holds_only (const Run *run, const SalonFact *fact)
{
  const GPtrArray *only = salon_report_spec_only (run->ask->spec);

  for (guint i = 0; i < run->only->len; i++) {
    const GArray *values = ((const SalonReportOnly *) only->pdata[i])->values;
    guint place = 0;

    while (place < values->len
           && !salon_report_dimension_has (run->only->pdata[i], fact, run->maps, g_array_index (values, gint64, place)))
      place++;
    if (place == values->len)
      return FALSE;
  }
  return TRUE;
}

static gint64
present_card (const Run *run, gint64 client_id)
{
  const SalonReportClient *client = NULL;
  const gint64 *present = NULL;

  if (run->ask->clients != NULL) {
    client = salon_report_clients_find (run->ask->clients, client_id);
    return client != NULL ? client->id : client_id;
  }
  present = run->merged != NULL && g_hash_table_size (run->merged) > 0 ? g_hash_table_lookup (run->merged, &client_id) : NULL;
  return present != NULL ? *present : client_id;
}

/* Facts stand on the card on which the client is now. */
static gboolean
take_over (const Run *run, const SalonFact *fact, SalonFact *own)
{
  if (run->ask->report->only_kind != 0 && fact->kind != run->ask->report->only_kind)
    return FALSE;
  *own = *fact;
  own->client_id = present_card (run, fact->client_id);
  return salon_report_ask_has_client (run->ask, own->client_id) && holds_only (run, own);
}

/* Facts come in the order of their days. */
static void
tell_progress (Run *run, SalonDay day)
{
  const SalonReportRequest *request = run->ask->request;
  SalonDay from = run->before ? run->ask->before_from : run->ask->from;
  SalonDay to = run->before ? run->ask->before_to : run->ask->to;

  if (++run->n_facts % FACTS_A_STEP == 0 && request != NULL && request->progress != NULL)
    request->progress (request->progress_data, (int) ((gint64) (day - from) * 1000 / (to - from + 1)));
}

static void
take_fact (const SalonFact *fact, gpointer data)
{
  Run *run = data;
  SalonFact own;

  tell_progress (run, fact->day);
  if (take_over (run, fact, &own))
    salon_report_fold_add (run->fold, &own, run->before);
}

/* Facts of the period, or of that which it is compared with. */
static gboolean
read_facts (SalonTx *tx, Run *run, SalonReportTakeFact take, gpointer data, GError **error)
{
  SalonFactSource source = run->plan.source;
  SalonDay from = run->before ? run->ask->before_from : run->ask->from;
  SalonDay to = run->before ? run->ask->before_to : run->ask->to;

  if (source == SALON_FACTS_STAFF || source == SALON_FACTS_ROOMS)
    return salon_report_hours (tx, from, to, source == SALON_FACTS_ROOMS, take, data, error);
  if (source == SALON_FACTS_QUALITY)
    return salon_report_marks (tx, from, to, take, data, error);
  return salon_report_store_facts (tx, source, run->needs, from, to, take, data, error);
}

static gboolean
fold_period (SalonTx *tx, Run *run, gboolean before, GError **error)
{
  run->before = before;
  return read_facts (tx, run, take_fact, run, error);
}

static gboolean
fold_all (SalonTx *tx, Run *run, GError **error)
{
  return fold_period (tx, run, FALSE, error)
         && (run->plan.compare == SALON_COMPARE_NONE || fold_period (tx, run, TRUE, error));
}

/* ---- running */

static void
name_client (gint64 id, gpointer data)
{
  gpointer *both = data;
  g_autofree char *name = id != 0 ? salon_merge_name (both[0], id) : NULL;

  if (name != NULL)
    salon_report_maps_name (both[1], SALON_NAMES_CLIENT, id, name);
}

static void
add_notes (const Run *run, SalonReportTable *table)
{
  gboolean distinct = FALSE;
  guint n_plain = 0;

  for (guint i = 0; i < run->plan.n_dimensions; i++)
    n_plain += !run->plan.dimensions[i]->overlaps;
  for (guint i = 0; i < run->plan.n_measures; i++)
    distinct = distinct || run->plan.measures[i]->kind == SALON_MEASURE_CLIENTS || run->plan.measures[i]->kind == SALON_MEASURE_DAYS
               || run->plan.measures[i]->kind == SALON_MEASURE_VISITS;
  if (distinct && n_plain > 0)
    salon_report_table_add_note (table, _("Clients and visits are counted once in each group, so that groups may sum to more than the total."));
  if (salon_report_plan_overlaps (&run->plan))
    salon_report_groups_note (table);
  if (table->chart != NULL && table->chart->kind != run->plan.chart)
    salon_report_table_add_note (table, _("Such groups are drawn side by side: one on the other they would sum to more than there is."));
  if (run->plan.source == SALON_FACTS_PAYMENTS)
    salon_report_table_add_note (table, _("What is paid from an account, by season ticket, certificate or bonus is no new money: "
                                          "that came when the account was topped up, the ticket or certificate sold."));
  salon_report_ask_add_compared_note (run->ask, table);
}

/**
 * salon_report_facts_run:
 *
 * Returns: (transfer full): the report, folded from the facts of its source
 */
SalonReportTable *
salon_report_facts_run (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  g_auto (Run) run = { 0 };
  g_autoptr (SalonReportTable) table = NULL;

  if (!prepare (tx, ask, &run, error))
    return NULL;
  run.fold = salon_report_fold_new (&run.plan);
  if (!fold_all (tx, &run, error))
    return NULL;
  if (salon_report_fold_narrow_to_top (run.fold) && !fold_all (tx, &run, error))
    return NULL;
  salon_report_fold_each_value (run.fold, SALON_NAMES_CLIENT, name_client, (gpointer[]){ tx, run.maps });
  table = salon_report_ask_table (ask);
  salon_report_narrow_tell (tx, ask->spec, run.only, run.maps, table);
  salon_report_fold_fill (run.fold, table);
  if (table->rows->len > 0)
    add_notes (&run, table);
  salon_report_narrow_note (ask->spec, run.only, run.maps, table);
  return g_steal_pointer (&table);
}

/* ---- behind */

typedef struct {
  Run *run;
  const SalonBehindRequest *request;
  GHashTable *seen;  /* of client ids */
  GArray *clients;   /* of gint64, as they come */
  GArray *facts;     /* of SalonFact */
} Behind;

/* More single lines than these nobody reads. */
#define MOST_LINES 50000

static gboolean
stands_behind (const Behind *behind, const SalonFact *fact)
{
  const gint64 *path = behind->request->path;
  SalonFact shown = *fact;

  if (behind->run->before)
    shown.day = salon_report_period_forward (fact->day, behind->run->plan.from, behind->run->plan.to, behind->run->plan.compare);
  if (behind->request->level > 0 && path[0] == SALON_REPORT_VALUE_REST)
    return salon_report_fold_is_rest (behind->run->fold, &shown);
  return salon_report_path_holds (&behind->run->plan, &shown, path, behind->request->level);
}

static void
take_behind (const SalonFact *fact, gpointer data)
{
  Behind *behind = data;
  SalonFact own;

  if (!take_over (behind->run, fact, &own) || !stands_behind (behind, &own))
    return;
  if (behind->request->people && own.client_id != 0 && !g_hash_table_contains (behind->seen, &own.client_id)) {
    g_hash_table_add (behind->seen, g_memdup2 (&own.client_id, sizeof own.client_id));
    g_array_append_val (behind->clients, own.client_id);
  }
  if (!behind->request->people && behind->facts->len < MOST_LINES)
    g_array_append_val (behind->facts, own);
}

static char *
subject_of (const SalonReportMaps *maps, const SalonFact *fact)
{
  SalonNames names = fact->kind == SALON_SALE_LINE_ITEM ? SALON_NAMES_ITEM : SALON_NAMES_SERVICE;
  const char *name = g_hash_table_lookup (maps->names[names], &fact->subject_id);

  return g_strdup (name);
}

static void
fill_line (SalonTx *tx, const Run *run, SalonReportTable *table, const SalonFact *fact)
{
  SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, NULL, 0);
  g_autofree char *client = fact->client_id != 0 ? salon_merge_name (tx, fact->client_id) : NULL;
  g_autofree char *subject = subject_of (run->maps, fact);

  row->opens = fact->visit_id != 0  ? SALON_REPORT_OPENS_VISIT
               : fact->sale_id != 0 ? SALON_REPORT_OPENS_SALE
                                    : SALON_REPORT_OPENS_CLIENT;
  row->opens_id = fact->visit_id != 0 ? fact->visit_id : fact->sale_id != 0 ? fact->sale_id : fact->client_id;
  salon_report_row_set_value (row, 0, SALON_REPORT_DAY, fact->day);
  salon_report_row_set_text (row, 1, client);
  salon_report_row_set_text (row, 2, subject);
  salon_report_row_set_text (row, 3, g_hash_table_lookup (run->maps->names[SALON_NAMES_EMPLOYEE], &fact->employee_id));
  salon_report_row_set_value (row, 4, SALON_REPORT_MONEY, fact->amounts[0]);
}

/* What the amount of a single line is; sources without single lines have none. */
static const char *const amount_headings[SALON_N_FACT_SOURCES] = {
  [SALON_FACTS_SALES] = N_("Sold"),
  [SALON_FACTS_VISITS] = N_("At list price"),
  [SALON_FACTS_PAYMENTS] = N_("Paid"),
  [SALON_FACTS_DISCOUNTS] = N_("Before discount"),
};

/**
 * salon_report_facts_have_lines:
 *
 * Returns: whether the facts of a source are single lines that can be looked at
 */
gboolean
salon_report_facts_have_lines (SalonFactSource source)
{
  return amount_headings[source] != NULL;
}

static gboolean
tells_lines (const Run *run, const SalonBehindRequest *request, GError **error)
{
  gboolean has_people = (run->ask->report->flags & SALON_REPORT_OF_PEOPLE) != 0;

  if (request->people ? has_people : salon_report_facts_have_lines (run->plan.source))
    return TRUE;
  salon_set_field_error (error, "row", _("Nothing stands behind the rows of this report."));
  return FALSE;
}

static SalonReportTable *
lines_table (SalonTx *tx, const Behind *behind)
{
  SalonReportTable *table = salon_report_ask_table (behind->run->ask);

  salon_report_table_add_column (table, "day", _("Day"), SALON_REPORT_DAY, SALON_REPORT_VALUE);
  salon_report_table_add_column (table, "client", _("Client"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "subject", _("Service or product"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "employee", _("Employee"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "amount", _(amount_headings[behind->run->plan.source]), SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  for (guint i = 0; i < behind->facts->len; i++)
    fill_line (tx, behind->run, table, &g_array_index (behind->facts, SalonFact, i));
  if (behind->facts->len == MOST_LINES)
    salon_report_table_add_note (table, _("There are more lines than are shown here."));
  return table;
}

static void
behind_clear (Behind *self)
{
  g_hash_table_unref (self->seen);
  g_array_unref (self->clients);
  g_array_unref (self->facts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Behind, behind_clear)

/* Which groups are the rest is only known when all were folded. */
static gboolean
find_rest (SalonTx *tx, Run *run, GError **error)
{
  run->fold = salon_report_fold_new (&run->plan);
  if (!fold_all (tx, run, error))
    return FALSE;
  (void) salon_report_fold_narrow_to_top (run->fold);
  return TRUE;
}

static gboolean
walk_behind (SalonTx *tx, Behind *behind, GError **error)
{
  const SalonBehindRequest *request = behind->request;
  Run *run = behind->run;

  if (request->level > 0 && request->path[0] == SALON_REPORT_VALUE_REST && !find_rest (tx, run, error))
    return FALSE;
  run->before = request->column != NULL && g_str_has_suffix (request->column, ".before") && run->plan.compare != SALON_COMPARE_NONE;
  return read_facts (tx, run, take_behind, behind, error);
}

/**
 * salon_report_facts_behind:
 *
 * Returns: (transfer full): the clients or the single lines behind a row
 */
SalonReportTable *
salon_report_facts_behind (SalonTx *tx, SalonReportAsk *ask, const SalonBehindRequest *request, GError **error)
{
  g_auto (Run) run = { 0 };
  g_auto (Behind) behind = { .run = &run,
                             .request = request,
                             .seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
                             .clients = g_array_new (FALSE, FALSE, sizeof (gint64)),
                             .facts = g_array_new (FALSE, FALSE, sizeof (SalonFact)) };

  run.needs = SALON_FACT_NEEDS_CLIENT | SALON_FACT_NEEDS_SUBJECT | SALON_FACT_NEEDS_LINE;
  if (!prepare (tx, ask, &run, error))
    return NULL;
  if (request->level > run.plan.n_dimensions) {
    salon_set_field_error (error, "row", _("The report has no such row."));
    return NULL;
  }
  if (!tells_lines (&run, request, error) || !walk_behind (tx, &behind, error))
    return NULL;
  return request->people ? salon_report_people_table (tx, ask, behind.clients, error) : lines_table (tx, &behind);
}
