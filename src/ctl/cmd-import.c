/* import, import undo, import list. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "ctl/ctl.h"
#include "exchange/create-writer.h"
#include "exchange/open-source.h"
#include "model/entities/entity.h"
#include "model/services/import.h"

static const char *const strategies[] = { NULL, "skip", "fill", "overwrite", "new" };
static const char *const counts[SALON_IMPORT_N_OUTCOMES] = { "new", "updated", "duplicates", "rejected", "empty" };

typedef struct {
  char **map;
  char *strategy;
  char *origin;
  char *rejected;
  gboolean dry_run;
  gboolean visits;
  gboolean strict;
} ImportOptions;

static void
import_options_clear (ImportOptions *self)
{
  g_strfreev (self->map);
  g_free (self->strategy);
  g_free (self->origin);
  g_free (self->rejected);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

static gboolean
parse_options (ImportOptions *o, int *argc, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o->map, NULL, NULL },
    { "strategy", 0, 0, G_OPTION_ARG_STRING, &o->strategy, NULL, NULL },
    { "origin", 0, 0, G_OPTION_ARG_STRING, &o->origin, NULL, NULL },
    { "rejected", 0, 0, G_OPTION_ARG_FILENAME, &o->rejected, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &o->dry_run, NULL, NULL },
    { "visits", 0, 0, G_OPTION_ARG_NONE, &o->visits, NULL, NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &o->strict, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return salon_ctl_parse (entries, argc, argv, status);
}

static SalonRowSource *
open_file (gpointer path, GError **error)
{
  return salon_exchange_open (path, error);
}

/* ---- columns */

/* By its heading, or by its number from 1. */
static int
find_column (const SalonImportLayout *layout, const char *name)
{
  guint64 number = 0;

  for (guint i = 0; i < layout->columns->len; i++)
    if (g_strcmp0 (salon_import_layout_column (layout, i)->heading, name) == 0)
      return (int) i;
  if (g_ascii_string_to_unsigned (name, 10, 1, layout->columns->len, &number, NULL))
    return (int) number - 1;
  return -1;
}

static gboolean
map_column (SalonImportLayout *layout, const char *text, int *status)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  SalonImportField field = SALON_IMPORT_IGNORE;
  int column = name != NULL ? find_column (layout, name) : -1;

  if (column < 0) {
    *status = salon_ctl_usage (_("“%s” names no column; write --map COLUMN=FIELD."), text);
    return FALSE;
  }
  if (g_str_has_prefix (equals + 1, "custom:")) {
    salon_import_layout_set (layout, (guint) column, SALON_IMPORT_CUSTOM, equals + 1 + strlen ("custom:"));
    return TRUE;
  }
  if (!salon_import_field_by_key (equals + 1, &field)) {
    *status = salon_ctl_usage (_("There is no field “%s”."), equals + 1);
    return FALSE;
  }
  salon_import_layout_set (layout, (guint) column, field, NULL);
  return TRUE;
}

static gboolean
find_columns (SalonCtl *ctl, SalonImportRequest *request, const ImportOptions *o, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportPreview) preview = salon_session_query_sync (ctl->session, &salon_query_import_preview, request, &error);

  if (preview == NULL) {
    *status = salon_ctl_fail (error);
    return FALSE;
  }
  salon_import_layout_free (request->layout);
  request->layout = g_steal_pointer (&preview->layout);
  for (char **map = o->map; map != NULL && *map != NULL; map++)
    if (!map_column (request->layout, *map, status))
      return FALSE;
  return TRUE;
}

/* ---- answers */

static char *
mapping_of (const SalonImportLayout *layout)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < layout->columns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", salon_import_field_key (salon_import_layout_column (layout, i)->field));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_report (SalonCtl *ctl, const SalonImportReport *report, const SalonImportLayout *layout, gint64 operation)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  SalonRecord *row = salon_record_new ();
  g_autofree char *mapping = mapping_of (layout);

  salon_record_set_int (row, "batch", report->batch);
  salon_record_set_int (row, "operation", operation);
  salon_record_set_int (row, "rows", report->n_rows);
  for (guint i = 0; i < SALON_IMPORT_N_OUTCOMES; i++)
    salon_record_set_int (row, counts[i], report->counts[i]);
  salon_record_set_text (row, "mapping", mapping);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  for (guint i = 0; i < report->rows->len; i++) {
    const SalonImportRow *rejected = report->rows->pdata[i];

    if (rejected->outcome == SALON_IMPORT_REJECTED)
      g_printerr (_("Line %d: %s\n"), (int) rejected->line, rejected->reason);
  }
}

static int
write_rejected (const SalonImportReport *report, const SalonImportRequest *request, const char *path)
{
  g_autoptr (GError) error = NULL;
  SalonExchangeFormat format = SALON_EXCHANGE_CSV;
  g_autoptr (SalonRowWriter) writer = NULL;

  if (path == NULL || report->counts[SALON_IMPORT_REJECTED] == 0)
    return SALON_CTL_DONE;
  salon_exchange_format_by_name (path, &format);
  writer = salon_exchange_create (path, format, salon_currency_by_code ("EUR"), _("Rejected"), &error);
  if (writer == NULL || !salon_import_report_write_rejected (report, request->layout, writer, &error))
    return salon_ctl_fail (error);
  return SALON_CTL_DONE;
}

/* ---- commands */

static int
try_it (SalonCtl *ctl, SalonImportRequest *request, const ImportOptions *o)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportReport) report = salon_session_query_sync (ctl->session, &salon_query_import_plan, request, &error);

  if (report == NULL)
    return salon_ctl_fail (error);
  print_report (ctl, report, request->layout, 0);
  return write_rejected (report, request, o->rejected);
}

/* What was written before an import broke off stands: it is told all the same.
 * @request: (transfer full) */
static int
do_it (SalonCtl *ctl, SalonImportRequest *request, const ImportOptions *o)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportRun) run = salon_import_run_new (request);
  const SalonImportReport *report = salon_import_run_report (run);
  SalonJobResult result = { 0 };
  gboolean ok = FALSE;
  int status = 0;

  if (!salon_import_run_open (run, &error))
    return salon_ctl_fail (error);
  ok = salon_job_run_sync (ctl->session, salon_job_run_new (&salon_job_import, salon_import_run_ref (run)), NULL, NULL, NULL, NULL,
                           &result, &error);
  if (!ok && report->n_rows == 0)
    return salon_ctl_fail (error);
  print_report (ctl, report, request->layout, result.done.operation);
  status = write_rejected (report, request, o->rejected);
  return ok ? status : salon_ctl_fail (error);
}

static gboolean
take_options (SalonImportRequest *request, const ImportOptions *o, int *status)
{
  request->origin = g_strdup (o->origin);
  request->adds_services = !o->strict;
  request->adds_clients = !o->strict;
  if (o->strategy == NULL)
    return TRUE;
  for (guint i = 1; i < G_N_ELEMENTS (strategies); i++)
    if (g_str_equal (strategies[i], o->strategy)) {
      request->strategy = i;
      return TRUE;
    }
  *status = salon_ctl_usage (_("There is no strategy “%s”; it is skip, fill, overwrite or new."), o->strategy);
  return FALSE;
}

static int
cmd_import (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (ImportOptions) o = { 0 };
  g_autoptr (SalonImportRequest) request = NULL;
  g_autofree char *name = NULL;
  int status = 0;

  if (!parse_options (&o, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which file: import FILE."));
  name = g_path_get_basename (argv[0]);
  request = salon_import_request_new (o.visits ? SALON_IMPORT_VISITS : SALON_IMPORT_CLIENTS, name, open_file, g_strdup (argv[0]), g_free);
  if (!take_options (request, &o, &status) || !salon_ctl_open (ctl, !o.dry_run, &status) || !find_columns (ctl, request, &o, &status))
    return status;
  return o.dry_run ? try_it (ctl, request, &o) : do_it (ctl, g_steal_pointer (&request), &o);
}

static GPtrArray *
load_list (SalonCtl *ctl, gboolean writes, int *status)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = NULL;

  if (!salon_ctl_open (ctl, writes, status))
    return NULL;
  list = salon_session_query_sync (ctl->session, &salon_query_import_list, NULL, &error);
  if (list == NULL)
    *status = salon_ctl_fail (error);
  return list;
}

static char *
time_text (SalonCtl *ctl, gint64 utc_us)
{
  int minute = 0;
  SalonDay day = salon_clock_day_of (ctl->clock, utc_us, &minute);

  return utc_us != 0 ? salon_ctl_wall_text ((gint64) day * SALON_MINUTES_A_DAY + minute) : g_strdup ("");
}

static int
cmd_list (SalonCtl *ctl, int argc, char **argv)
{
  int status = 0;
  g_autoptr (GPtrArray) list = argc == 0 ? load_list (ctl, FALSE, &status) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);

  if (argc > 0)
    return salon_ctl_usage (_("“%s” is too much."), argv[0]);
  for (guint i = 0; list != NULL && i < list->len; i++) {
    const SalonImportInfo *info = list->pdata[i];
    SalonRecord *row = salon_record_new ();
    g_autofree char *begun = time_text (ctl, info->begun_at);
    g_autofree char *rolled_back = time_text (ctl, info->rolled_back_at);

    salon_record_set_int (row, "batch", info->batch);
    salon_record_set_int (row, "operation", info->operation);
    salon_record_set_text (row, "file", info->file_name);
    salon_record_set_text (row, "subject", info->subject == SALON_IMPORT_VISITS ? "visits" : "clients");
    salon_record_set_text (row, "begun", begun);
    salon_record_set_int (row, "finished", info->ended_at != 0);
    for (guint k = 0; k < SALON_IMPORT_N_OUTCOMES; k++)
      salon_record_set_int (row, counts[k], info->counts[k]);
    salon_record_set_text (row, "rolled_back", rolled_back);
    salon_record_set_int (row, "kept", info->n_kept);
    g_ptr_array_add (rows, row);
  }
  if (list != NULL)
    salon_ctl_print (ctl, rows);
  return status;
}

static gint64
operation_of (const GPtrArray *list, gint64 batch)
{
  for (guint i = 0; i < list->len; i++)
    if (((const SalonImportInfo *) list->pdata[i])->batch == batch)
      return ((const SalonImportInfo *) list->pdata[i])->operation;
  return 0;
}

static int
cmd_undo (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportUndo) undo = NULL;
  SalonJobResult result = { 0 };
  SalonRecord *row = NULL;
  gint64 batch = 0;
  int status = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &batch))
    return salon_ctl_usage ("%s", _("Say which import: import undo BATCH; see import list."));
  list = load_list (ctl, TRUE, &status);
  if (list == NULL)
    return status;
  undo = salon_import_undo_new (operation_of (list, batch));
  if (!salon_job_run_sync (ctl->session, salon_job_run_new (&salon_job_import_undo, salon_import_undo_ref (undo)), NULL, NULL, NULL, NULL,
                           &result, &error))
    return salon_ctl_fail (error);
  row = salon_record_new ();
  salon_record_set_int (row, "batch", batch);
  salon_record_set_int (row, "operation", result.done.operation);
  salon_record_set_int (row, "looked_at", result.n_done);
  salon_record_set_int (row, "kept", result.n_skipped);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  for (guint i = 0; i < salon_import_undo_kept (undo)->len; i++) {
    const SalonImportKept *kept = salon_import_undo_kept (undo)->pdata[i];

    g_printerr ("%s: %s\n", kept->name, kept->reason);
  }
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_import_commands[] = {
  { "import list", "", SALON_N ("Lists the imports"), cmd_list },
  { "import undo", "BATCH", SALON_N ("Rolls an import back"), cmd_undo },
  { "import",
    "FILE [--visits] [--map COLUMN=FIELD …] [--strategy skip|fill|overwrite|new] [--origin NAME] [--strict] [--rejected FILE] "
    "[--dry-run]",
    SALON_N ("Imports clients or visits from a list"), cmd_import },
  { NULL, NULL, NULL, NULL },
};
