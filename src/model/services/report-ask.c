/* What is asked of a report, resolved: the days that are meant, clients with their attributes, names. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/services/clients.h"
#include "model/services/filter-scope.h"
#include "model/services/filters.h"
#include "model/services/report-ask.h"
#include "model/services/settings.h"
#include "model/store/filter-store.h"
#include "model/store/report-store.h"
#include "model/store/tx.h"

/* ---- the days */

static gboolean
tell_filter (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  SalonFilterRequest request = { .filter = salon_report_spec_filter (ask->spec) };

  if (request.filter == NULL)
    return TRUE;
  ask->told = salon_filter_tell_phrase (tx, &request, error);
  return ask->told != NULL;
}

/**
 * salon_report_ask_new:
 * @report: that is asked for
 * @spec: what is asked
 * @error: %SALON_ERROR_VALIDATION of "period" or "compare"
 *
 * Returns: (transfer full): with its days
 */
SalonReportAsk *
salon_report_ask_new (SalonTx *tx, const SalonReport *report, SalonReportSpec *spec, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autoptr (SalonReportAsk) ask = g_new0 (SalonReportAsk, 1);
  const SalonFilterPeriod *said = salon_report_spec_period (spec);
  SalonFilterPeriod period = { report->period, SALON_FILTER_OPEN, SALON_FILTER_OPEN };

  ask->report = report;
  ask->spec = salon_report_spec_ref (spec);
  ask->before_from = ask->before_to = SALON_DAY_NONE;
  ask->today = salon_clock_today (salon_tx_clock (tx));
  if (settings == NULL)
    return NULL;
  if (said != NULL)
    period = *said;
  if (period.name == SALON_FILTER_PERIOD_OWN && period.to.kind == SALON_FILTER_DAY_OPEN)
    period.to = SALON_FILTER_TODAY (0);
  salon_filter_period_resolve (&period, ask->today, &ask->from, &ask->to);
  ask->currency = salon_settings_currency (settings);
  if (period.name == SALON_FILTER_PERIOD_OWN && period.from.kind == SALON_FILTER_DAY_OPEN)
    ask->from = SALON_DAY_NONE;
  if (!salon_report_period_check (ask->from, ask->to, error))
    return NULL;
  ask->until = MIN (ask->to, ask->today);
  if (salon_report_spec_compare (spec) != SALON_COMPARE_NONE && (report->flags & SALON_REPORT_NO_COMPARE) != 0) {
    salon_set_field_error (error, "compare", _("This report is not compared with another period."));
    return NULL;
  }
  (void) salon_report_period_before (ask->from, ask->to, ask->until, salon_report_spec_compare (spec), &ask->before_from,
                                     &ask->before_to);
  return tell_filter (tx, ask, error) ? g_steal_pointer (&ask) : NULL;
}

/**
 * salon_report_ask_before:
 *
 * Returns: (transfer full): the same, asked of the period it is compared with: attributes of clients are those of its last day
 */
SalonReportAsk *
salon_report_ask_before (const SalonReportAsk *self)
{
  SalonReportAsk *ask = g_new0 (SalonReportAsk, 1);

  *ask = *self;
  ask->spec = salon_report_spec_ref (self->spec);
  ask->told = g_strdup (self->told);
  ask->clients = NULL;
  ask->from = self->before_from;
  ask->to = self->before_to;
  ask->until = MIN (self->before_to, self->today);
  ask->before_from = ask->before_to = SALON_DAY_NONE;
  return ask;
}

/**
 * salon_report_ask_free: frees it
 */
void
salon_report_ask_free (SalonReportAsk *self)
{
  salon_report_spec_unref (self->spec);
  g_clear_pointer (&self->clients, salon_report_clients_free);
  g_free (self->told);
  g_free (self);
}

/* ---- clients */

typedef struct {
  SalonReportClients *clients;
  SalonClock *clock;
  SalonClockSpan span;
} Loading;

static void
take_client (const SalonReportClientRow *row, gpointer data)
{
  Loading *loading = data;
  SalonReportClient *client = salon_report_clients_add (loading->clients, row->id);

  client->source_id = row->source_id;
  client->referred_by_id = row->referred_by_id;
  client->gender = row->gender;
  client->birth = (SalonBirth){ row->birth_year, row->birth_month, row->birth_mday };
  client->added = salon_clock_day_near (loading->clock, row->added, &loading->span);
  client->archived = row->archived;
}

static void
take_merged (gint64 one, gint64 other, gpointer data)
{
  salon_report_clients_add_merged (data, one, other);
}

static void
take_day (gint64 client_id, gint64 day, gpointer data)
{
  salon_report_clients_add_visit (data, client_id, (SalonDay) day);
}

static gboolean
narrow (SalonTx *tx, SalonReportAsk *ask, SalonReportClients *clients, GError **error)
{
  SalonFilterScope scope;
  g_autoptr (GArray) ids = NULL;

  if (salon_report_spec_filter (ask->spec) == NULL)
    return TRUE;
  if (!salon_filter_scope_load (tx, &scope, error))
    return FALSE;
  ids = salon_filter_store_ids (tx, salon_report_spec_filter (ask->spec), &scope, SALON_CLIENT_ORDER_ADDED, FALSE, error);
  if (ids == NULL)
    return FALSE;
  salon_report_clients_narrow (clients, ids);
  return TRUE;
}

/**
 * salon_report_ask_clients:
 *
 * Loads them when they are first asked for.
 *
 * Returns: (transfer none): all clients as they are on the last day of the report
 */
SalonReportClients *
salon_report_ask_clients (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  g_autoptr (SalonSettings) settings = NULL;
  g_autoptr (SalonReportClients) clients = NULL;
  Loading loading;

  if (ask->clients != NULL)
    return ask->clients;
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL)
    return NULL;
  clients = salon_report_clients_new (ask->until, &settings->status);
  loading = (Loading){ .clients = clients, .clock = salon_tx_clock (tx) };
  if (!salon_report_store_clients (tx, take_client, &loading, error) || !salon_report_store_merged (tx, take_merged, clients, error)
      || !salon_report_store_days (tx, ask->until, take_day, clients, error) || !narrow (tx, ask, clients, error))
    return NULL;
  salon_report_clients_seal (clients);
  ask->clients = g_steal_pointer (&clients);
  return ask->clients;
}

static void
take_first_employee (gint64 client_id, SalonDay day, gint64 employee_id, gpointer data)
{
  salon_report_clients_set_first_employee (data, client_id, day, employee_id);
}

static void
take_importance (gint64 client_id, gint64 importance, gpointer data)
{
  salon_report_clients_set_importance (data, client_id, (int) importance);
}

/**
 * salon_report_ask_attributes:
 * @needs: what is asked of clients
 *
 * Says of each client who served her first, if that is needed (who came first after the report's last day has nobody yet), and
 * her class.
 */
gboolean
salon_report_ask_attributes (SalonTx *tx, SalonReportAsk *ask, SalonFactNeeds needs, GError **error)
{
  SalonReportClients *clients = NULL;

  if ((needs & (SALON_FACT_NEEDS_FIRST_EMPLOYEE | SALON_FACT_NEEDS_IMPORTANCE)) == 0)
    return TRUE;
  clients = salon_report_ask_clients (tx, ask, error);
  if (clients == NULL)
    return FALSE;
  if ((needs & SALON_FACT_NEEDS_FIRST_EMPLOYEE) != 0 && !salon_report_store_first_employees (tx, take_first_employee, clients, error))
    return FALSE;
  return (needs & SALON_FACT_NEEDS_IMPORTANCE) == 0 || salon_report_store_importance (tx, take_importance, clients, error);
}

/**
 * salon_report_ask_has_client:
 *
 * Returns: whether a client fits the filter of the report; with a filter, what belongs to nobody does not
 */
gboolean
salon_report_ask_has_client (const SalonReportAsk *ask, gint64 client_id)
{
  const SalonReportClient *client = NULL;

  if (salon_report_spec_filter (ask->spec) == NULL)
    return TRUE;
  client = ask->clients != NULL ? salon_report_clients_find (ask->clients, client_id) : NULL;
  return client != NULL && client->fits;
}

/* ---- names */

static void
take_name (SalonNames names, gint64 id, const char *name, gint64 group, gint64 other, gpointer data)
{
  SalonReportMaps *maps = data;

  salon_report_maps_name (maps, names, id, name);
  if (names == SALON_NAMES_SERVICE) {
    salon_report_maps_put (maps->service_category, id, group);
    salon_report_maps_put (maps->service_zone, id, other);
  } else if (names == SALON_NAMES_ITEM) {
    salon_report_maps_put (maps->item_category, id, group);
  }
}

/**
 * salon_report_ask_maps:
 *
 * Returns: (transfer full): names of everything but clients
 */
SalonReportMaps *
salon_report_ask_maps (SalonTx *tx, GError **error)
{
  g_autoptr (SalonReportMaps) maps = salon_report_maps_new ();

  maps->first_weekday = salon_first_weekday ();
  return salon_report_store_names (tx, take_name, maps, error) ? g_steal_pointer (&maps) : NULL;
}

/* ---- words */

/**
 * salon_report_ask_top:
 *
 * Returns: how many of the first grouping stand by themselves: as was asked for, or as the report has it; 0 = all
 */
guint
salon_report_ask_top (const SalonReportAsk *ask)
{
  guint said = salon_report_spec_top (ask->spec);

  return said == SALON_REPORT_TOP_ALL ? 0 : said > 0 ? said : ask->report->top;
}

/**
 * salon_report_ask_groupings:
 *
 * Returns: (transfer none) (array zero-terminated=1): what was asked for, or what the report has
 */
const char *const *
salon_report_ask_groupings (const SalonReportAsk *ask)
{
  const char *const *said = salon_report_spec_groupings (ask->spec);

  return said != NULL ? said : ask->report->groupings;
}

/**
 * salon_report_ask_measures:
 *
 * Returns: (transfer none) (array zero-terminated=1): what was asked for, or what the report has
 */
const char *const *
salon_report_ask_measures (const SalonReportAsk *ask)
{
  const char *const *said = salon_report_spec_measures (ask->spec);

  return said != NULL ? said : ask->report->shown;
}

static void
append_compared (GString *out, const SalonReportAsk *ask)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (ask->before_from == SALON_DAY_NONE)
    return;
  from = salon_day_format (ask->before_from);
  to = salon_day_format (ask->before_to);
  g_string_append (out, " · ");
  if ((ask->report->flags & SALON_REPORT_ONE_DAY) != 0)
    /* Translators: of a report that tells of one day: with another day */
    g_string_append_printf (out, C_ ("report", "compared with %s"), to);
  else
    g_string_append_printf (out, _("compared with %s – %s"), from, to);
}

static char *
subtitle_of (const SalonReportAsk *ask)
{
  GString *out = g_string_new (NULL);
  g_autofree char *from = salon_day_format (ask->from);
  g_autofree char *to = salon_day_format ((ask->report->flags & SALON_REPORT_ONE_DAY) != 0 ? ask->until : ask->to);

  if ((ask->report->flags & (SALON_REPORT_ONE_DAY | SALON_REPORT_NO_PERIOD)) != 0)
    g_string_append (out, to);
  else
    g_string_append_printf (out, "%s – %s", from, to);
  append_compared (out, ask);
  if (ask->told != NULL)
    g_string_append_printf (out, " · %s", ask->told);
  return g_string_free (out, FALSE);
}

/**
 * salon_report_ask_table:
 *
 * Returns: (transfer full): a table with the title of the report and the period in words
 */
SalonReportTable *
salon_report_ask_table (const SalonReportAsk *ask)
{
  SalonReportTable *table = salon_report_table_new (g_dpgettext2 (GETTEXT_PACKAGE, "report", ask->report->title), ask->currency);

  table->subtitle = subtitle_of (ask);
  return table;
}

/**
 * salon_report_ask_add_compared_note: says so where only a part of the other period is compared
 */
void
salon_report_ask_add_compared_note (const SalonReportAsk *ask, SalonReportTable *table)
{
  if (ask->before_from != SALON_DAY_NONE && ask->until < ask->to && (ask->report->flags & SALON_REPORT_ONE_DAY) == 0)
    salon_report_table_add_note (table, _("The period is not over: it is compared with as many days."));
}

/* ---- people */

enum { PERSON_NAME, PERSON_PHONE, PERSON_STATUS, PERSON_MASTER, PERSON_VISITS, PERSON_LAST, PERSON_SOLD };

static const char *
status_of (gint64 status)
{
  const SalonFilterField *statuses = salon_filter_field ("status");

  for (guint i = 0; i < statuses->n_choices; i++)
    if (statuses->choices[i].value == status)
      return _(statuses->choices[i].label);
  return NULL;
}

static void
fill_person (SalonReportTable *table, const SalonClientRow *client, const char *master)
{
  SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, NULL, 0);

  row->opens = SALON_REPORT_OPENS_CLIENT;
  row->opens_id = client->id;
  salon_report_row_set_text (row, PERSON_NAME, client->name != NULL ? client->name : _("Client without a name"));
  salon_report_row_set_text (row, PERSON_PHONE, client->phone);
  salon_report_row_set_text (row, PERSON_STATUS, status_of (client->status));
  salon_report_row_set_text (row, PERSON_MASTER, master);
  salon_report_row_set_value (row, PERSON_VISITS, SALON_REPORT_COUNT, client->visit_days);
  if (client->last_day != SALON_DAY_NONE)
    salon_report_row_set_value (row, PERSON_LAST, SALON_REPORT_DAY, client->last_day);
  salon_report_row_set_value (row, PERSON_SOLD, SALON_REPORT_MONEY, client->sold);
}

static void
add_person_columns (SalonReportTable *table)
{
  salon_report_table_add_column (table, "client", _("Client"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "phone", _("Phone"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "status", _("Status"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "last_master", _("Last master"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "visits", _("Visits"), SALON_REPORT_COUNT, SALON_REPORT_VALUE);
  salon_report_table_add_column (table, "last_visit", _("Last visit"), SALON_REPORT_DAY, SALON_REPORT_VALUE);
  salon_report_table_add_column (table, "sold", _("Sum spent"), SALON_REPORT_MONEY, SALON_REPORT_VALUE);
}

/**
 * salon_report_people_table:
 * @client_ids: (element-type gint64): in the order of the rows
 *
 * Returns: (transfer full): a list of clients as they are today; each row opens its client
 */
SalonReportTable *
salon_report_people_table (SalonTx *tx, SalonReportAsk *ask, const GArray *client_ids, GError **error)
{
  g_autoptr (SalonReportTable) table = salon_report_ask_table (ask);
  g_autoptr (SalonReportMaps) maps = salon_report_ask_maps (tx, error);
  g_autoptr (GPtrArray) rows = maps != NULL ? salon_client_rows (tx, client_ids, error) : NULL;

  if (rows == NULL)
    return NULL;
  add_person_columns (table);
  for (guint i = 0; i < rows->len; i++) {
    const SalonClientRow *client = rows->pdata[i];
    gint64 master = 0;

    if (!salon_report_store_last_employee (tx, client->id, &master, error))
      return NULL;
    fill_person (table, client, g_hash_table_lookup (maps->names[SALON_NAMES_EMPLOYEE], &master));
  }
  return g_steal_pointer (&table);
}
