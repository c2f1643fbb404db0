/* export, export list, export fetch. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "exchange/create-writer.h"
#include "exchange/draft.h"
#include "model/entities/filter-text.h"
#include "model/services/clients.h"
#include "model/services/export-columns.h"
#include "model/services/export-run.h"
#include "model/services/settings.h"

/* What export takes. */
typedef struct {
  char *filter;
  char *columns;
  char *format;
  char *path;
} ExportOptions;

static void
export_options_clear (ExportOptions *o)
{
  g_free (o->filter);
  g_free (o->columns);
  g_free (o->format);
  g_free (o->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, export_options_clear)

/* By name, else by how the file is called. */
static gboolean
find_format (const ExportOptions *o, SalonExportFormat *format)
{
  if (o->format != NULL)
    return salon_export_format_by_word (o->format, format);
  for (*format = SALON_EXPORT_FORMAT_FIRST; *format <= SALON_EXPORT_FORMAT_LAST; (*format)++)
    if (g_str_has_suffix (o->path, salon_exchange_format_get_suffix (salon_exchange_format_of_export (*format))))
      return TRUE;
  return FALSE;
}

static GArray *
find_clients (SalonCtl *ctl, const char *text, GError **error)
{
  SalonClientListRequest *request = salon_client_list_request_new (SALON_CLIENT_SORT_NAME, FALSE, NULL);
  g_autoptr (SalonFilter) filter = text != NULL ? salon_filter_parse (text, error) : NULL;
  GArray *ids = NULL;

  if (filter != NULL)
    salon_client_list_request_set_filter (request, filter);
  if (text == NULL || filter != NULL)
    ids = salon_session_query_sync (ctl->session, &salon_query_client_ids, request, error);
  salon_client_list_request_free (request);
  return ids;
}

/* Those named, else those that the window presets. */
static char **
choose_columns (SalonCtl *ctl, const char *text, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *keys = NULL;

  if (text != NULL)
    return g_strsplit (text, ",", -1);
  all = salon_session_query_sync (ctl->session, &salon_query_export_columns, NULL, error);
  if (all == NULL)
    return NULL;
  keys = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (((SalonExportColumn *) all->pdata[i])->is_preset)
      g_ptr_array_add (keys, g_strdup (((SalonExportColumn *) all->pdata[i])->key));
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

static void
print_done (SalonCtl *ctl, const SalonExportDone *done)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", done->id);
  salon_record_set_int (row, "rows", done->n_rows);
  salon_record_set_int (row, "size", done->size);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
}

static gboolean
run_export (SalonCtl *ctl, const ExportOptions *o, SalonExportFormat format, SalonExportDone *done, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_session_query_sync (ctl->session, &salon_query_settings, NULL, error);
  g_autoptr (GArray) ids = settings != NULL ? find_clients (ctl, o->filter, error) : NULL;
  g_auto (GStrv) columns = ids != NULL ? choose_columns (ctl, o->columns, error) : NULL;
  SalonRowWriter *writer = NULL;
  SalonExportOrder *order = NULL;

  if (columns == NULL)
    return FALSE;
  writer = salon_exchange_create (o->path, salon_exchange_format_of_export (format), salon_settings_currency (settings), _("Clients"), error);
  if (writer == NULL)
    return FALSE;
  order = salon_export_order_new (ids, (const char *const *) columns, format, o->path);
  salon_export_order_set_filter (order, o->filter, NULL, FALSE);
  return salon_export_run_sync (ctl->session, order, writer, NULL, done, error);
}

static int
cmd_export (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (ExportOptions) o = { 0 };
  const GOptionEntry entries[] = {
    { "filter", 0, 0, G_OPTION_ARG_STRING, &o.filter, NULL, NULL },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &o.columns, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &o.format, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o.path, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GError) error = NULL;
  SalonExportFormat format = SALON_EXPORT_XLSX;
  SalonExportDone done = { 0 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0)
    return salon_ctl_usage (_("“%s” is too much."), argv[0]);
  if (o.path == NULL)
    return salon_ctl_usage ("%s", _("Say where to: export -o FILE."));
  if (!find_format (&o, &format))
    return salon_ctl_usage ("%s", _("Clients can be exported as xlsx, csv or vcard."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  if (!run_export (ctl, &o, format, &done, &error))
    return salon_ctl_fail (error);
  print_done (ctl, &done);
  return SALON_CTL_DONE;
}

static SalonRecord *
logged_row (SalonCtl *ctl, const SalonExportShown *shown)
{
  SalonRecord *row = salon_record_new ();
  int minute = 0;
  SalonDay day = salon_clock_day_of (ctl->clock, shown->entry->at, &minute);
  g_autofree char *at = salon_ctl_wall_text ((gint64) day * SALON_MINUTES_A_DAY + minute);

  salon_record_set_int (row, "id", shown->entry->id);
  salon_record_set_text (row, "at", at);
  salon_record_set_text (row, "user", shown->user);
  salon_record_set_text (row, "what", shown->entry->title != NULL ? shown->entry->title : _("Clients"));
  salon_record_set_text (row, "report", shown->entry->spec != NULL ? shown->entry->spec : "");
  salon_record_set_text (row, "format", salon_export_format_word (shown->entry->format));
  salon_record_set_int (row, "rows", shown->entry->n_rows);
  salon_record_set_text (row, "columns", shown->entry->columns);
  salon_record_set_text (row, "filter", shown->entry->filter != NULL ? shown->entry->filter : "");
  salon_record_set_text (row, "file", shown->entry->file_name);
  salon_record_set_int (row, "size", shown->entry->size);
  salon_record_set_text (row, "sha256", shown->entry->sha256 != NULL ? shown->entry->sha256 : "");
  salon_record_set_text (row, "kept", shown->is_kept ? "yes" : "no");
  return row;
}

static int
cmd_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  int status = 0;

  if (argc > 0)
    return salon_ctl_usage (_("“%s” is too much."), argv[0]);
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  list = salon_session_query_sync (ctl->session, &salon_query_exports, NULL, &error);
  if (list == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (rows, logged_row (ctl, list->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static gboolean
pour (const char *data, gsize size, gpointer draft, GError **error)
{
  return size > 0 ? salon_draft_write (draft, data, size, error) : salon_draft_finish (draft, error);
}

static int
cmd_fetch (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonDraft) draft = NULL;
  g_autoptr (SalonExportEntry) entry = NULL;
  SalonExportFetch request = { 0, pour, NULL };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || path == NULL || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which export, and where to: export fetch ID -o FILE."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  draft = salon_draft_new (path, &error);
  if (draft == NULL)
    return salon_ctl_fail (error);
  request.user_data = draft;
  entry = salon_session_query_sync (ctl->session, &salon_query_export_fetch, &request, &error);
  return entry != NULL ? SALON_CTL_DONE : salon_ctl_fail (error);
}

/* The longer words first. */
const SalonCtlCommand salon_ctl_export_commands[] = {
  { "export list", "", SALON_N ("Lists what was exported, newest first"), cmd_list },
  { "export fetch", "ID -o FILE", SALON_N ("Writes a file that was exported before once more"), cmd_fetch },
  { "export", "[--filter EXPR] [--columns KEY,…] [--format xlsx|csv|vcard] -o FILE", SALON_N ("Exports clients"), cmd_export },
  { NULL, NULL, NULL, NULL },
};
