/* An export is begun in the log before anything is written, and complete when its file is kept: nothing leaves the
 * salon unseen.  What fails in between is discarded as a whole. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/filter-text.h"
#include "model/rules/permission.h"
#include "model/services/export-columns.h"
#include "model/services/exports.h"
#include "model/services/filters.h"
#include "model/store/export-store.h"
#include "model/store/tx.h"

#define TOPIC         "export"
#define TITLE_CHARS   1000
#define PARTS_A_STEP  16 /* 4 MiB */
#define DAY_US        (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

/**
 * salon_export_order_new:
 * @ids: (transfer none) (element-type gint64)
 * @columns: (array zero-terminated=1): of them, a vCard takes those that it has a place for
 *
 * Returns: (transfer full): an order for everybody in @ids
 */
SalonExportOrder *
salon_export_order_new (GArray *ids, const char *const *columns, SalonExportFormat format, const char *path)
{
  SalonExportOrder *self = g_new0 (SalonExportOrder, 1);

  self->ids = g_array_ref (ids);
  self->columns = format == SALON_EXPORT_VCARD ? salon_export_columns_of_vcard (columns) : g_strdupv ((char **) columns);
  self->format = format;
  self->path = g_strdup (path);
  return self;
}

static char **
headings_of (const SalonReportTable *table)
{
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();

  for (guint i = 0; i < table->columns->len; i++)
    g_strv_builder_add (headings, salon_report_table_column (table, i)->heading);
  return g_strv_builder_end (headings);
}

static char *
title_of (const SalonReportTable *table)
{
  g_autofree char *whole = table->subtitle != NULL && *table->subtitle != '\0' ? g_strdup_printf ("%s: %s", table->title, table->subtitle)
                                                                              : g_strdup (table->title);

  return g_utf8_strlen (whole, -1) > TITLE_CHARS ? g_utf8_substring (whole, 0, TITLE_CHARS) : g_steal_pointer (&whole);
}

/**
 * salon_export_order_new_report:
 * @table: the answer, which names clients
 * @spec: what was asked
 * @path: (nullable): %NULL for %SALON_EXPORT_PAPER
 *
 * Returns: (transfer full): an order for a report that leaves
 */
SalonExportOrder *
salon_export_order_new_report (const SalonReportTable *table, const SalonReportSpec *spec, SalonExportFormat format, const char *path)
{
  SalonExportOrder *self = g_new0 (SalonExportOrder, 1);
  const SalonFilter *filter = salon_report_spec_filter (spec);

  self->columns = headings_of (table);
  self->format = format;
  self->filter = filter != NULL ? salon_filter_print (filter) : NULL;
  self->path = g_strdup (path);
  self->title = title_of (table);
  self->spec = salon_report_spec_print (spec);
  for (guint i = 0; i < table->rows->len; i++)
    if (salon_report_table_row (table, i)->kind == SALON_REPORT_LEAF)
      self->n_rows++;
  return self;
}

/**
 * salon_export_order_set_filter:
 * @filter: (nullable): how they were found
 * @told: (nullable): the same as a sentence
 * @ticked: only those that were ticked of them
 */
void
salon_export_order_set_filter (SalonExportOrder *self, const char *filter, const char *told, gboolean ticked)
{
  g_free (self->filter);
  g_free (self->told);
  self->filter = g_strdup (filter);
  self->told = g_strdup (told);
  self->ticked = ticked;
}

/**
 * salon_export_order_free: frees an order
 */
void
salon_export_order_free (SalonExportOrder *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_strfreev (self->columns);
  g_free (self->filter);
  g_free (self->told);
  g_free (self->path);
  g_free (self->title);
  g_free (self->spec);
  g_free (self);
}

/* ---- writing */

/**
 * salon_export_write_new:
 * @writer: (transfer full)
 *
 * Returns: (transfer full): a request
 */
SalonExportWrite *
salon_export_write_new (const SalonExportOrder *order, SalonRowWriter *writer)
{
  SalonExportWrite *self = g_new0 (SalonExportWrite, 1);

  self->ids = g_array_ref (order->ids);
  self->columns = g_strdupv (order->columns);
  self->writer = writer;
  return self;
}

/**
 * salon_export_write_free: frees a request
 */
void
salon_export_write_free (SalonExportWrite *self)
{
  g_array_unref (self->ids);
  g_strfreev (self->columns);
  g_clear_object (&self->writer);
  g_free (self);
}

typedef struct {
  SalonRowWriter *writer;
  gint64 n_rows;
} Writing;

static gboolean
write_row (const GArray *cells, gpointer data, GError **error)
{
  Writing *writing = data;

  writing->n_rows++;
  return salon_row_writer_row (writing->writer, cells, error);
}

static gboolean
write_all (SalonExportReader *reader, const SalonExportWrite *request, Writing *writing, GError **error)
{
  guint n = 0;
  const SalonColumnHead *heads = salon_export_reader_heads (reader, &n);

  if (!salon_row_writer_begin (writing->writer, heads, n, error))
    return FALSE;
  for (guint i = 0; i < request->ids->len; i += SALON_EXPORT_PAGE) {
    if (!salon_export_reader_page (reader, &g_array_index (request->ids, gint64, i),
                                   MIN (SALON_EXPORT_PAGE, request->ids->len - i), write_row, writing, error))
      return FALSE;
    if (request->progress != NULL)
      request->progress (MIN (i + SALON_EXPORT_PAGE, request->ids->len), request->ids->len, request->progress_data);
  }
  return salon_row_writer_finish (writing->writer, error);
}

/**
 * salon_export_write:
 *
 * Writes the rows of one snapshot.  Its memory does not grow with their number.  On failure the writer is gone when
 * this returns, and with it what it had written.
 *
 * Returns: (transfer full): how many rows were written: who is gone has none
 */
gint64 *
salon_export_write (SalonTx *tx, const SalonExportWrite *request, GError **error)
{
  g_autoptr (SalonRowWriter) writer = g_steal_pointer (&((SalonExportWrite *) request)->writer);
  g_autoptr (SalonExportReader) reader = salon_export_reader_new (tx, (const char *const *) request->columns, error);
  Writing writing = { writer, 0 };

  if (reader == NULL || !write_all (reader, request, &writing, error))
    return NULL;
  if (request->finished != NULL)
    *request->finished = TRUE;
  return g_memdup2 (&writing.n_rows, sizeof writing.n_rows);
}

SALON_DEFINE_QUERY (salon_query_export_write, "exports.write", salon_export_write, SalonExportWrite, salon_export_write_free,
                    g_free)

/* ---- the log and the kept file */

static void
note_change (SalonTx *tx, gint64 id)
{
  salon_tx_changed (tx, TOPIC, id);
}

/* What the log says of a filter stands there in the words of now: names in it may change. */
static char *
tell (SalonTx *tx, const SalonExportOrder *order)
{
  SalonFilterRequest request = { 0 };
  g_autoptr (SalonFilter) filter = NULL;

  if (order->told != NULL || order->filter == NULL)
    return g_strdup (order->told);
  filter = salon_filter_parse (order->filter, NULL);
  request.filter = filter;
  return filter != NULL ? salon_filter_tell (tx, &request, NULL) : NULL;
}

/* Sums may be taken out by whoever sees them; a report that names clients is an export of clients. */
static gboolean
check (SalonTx *tx, const SalonExportOrder *order, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  if (order->spec == NULL)
    return salon_export_columns_check (tx, (const char *const *) order->columns, error);
  return salon_permission_check (actor, SALON_PERMISSION_REPORTS, error)
         && salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EXPORT, error);
}

/**
 * salon_export_begin:
 * @id: (out): of the export
 *
 * Puts into the log that somebody exports; the first step.
 */
gboolean
salon_export_begin (SalonTx *tx, const SalonExportOrder *order, gint64 *id, GError **error)
{
  g_autofree char *columns = g_strjoinv (order->spec != NULL ? ", " : ",", order->columns);
  g_autofree char *name = order->path != NULL ? g_filename_display_basename (order->path) : g_strdup ("");
  g_autofree char *told = tell (tx, order);
  SalonExportEntry entry = {
    .at = salon_clock_now_us (salon_tx_clock (tx)),
    .user_id = salon_tx_actor (tx)->user_id,
    .format = order->format,
    .ticked = order->ticked,
    .filter = order->filter,
    .told = told,
    .title = order->title,
    .spec = order->spec,
    .columns = columns,
    .n_rows = order->ids != NULL ? order->ids->len : order->n_rows,
    .file_name = name,
  };

  if (!check (tx, order, error) || !salon_export_store_add (tx, &entry, error))
    return FALSE;
  *id = entry.id;
  return TRUE;
}

/* One that was begun by whoever asks, and is not complete. */
static SalonExportEntry *
get_begun (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonExportEntry) entry = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EXPORT, error)
      || !salon_export_store_get (tx, id, &entry, error))
    return NULL;
  if (entry != NULL && !entry->complete && entry->removed_at == 0 && entry->user_id == salon_tx_actor (tx)->user_id)
    return g_steal_pointer (&entry);
  salon_set_error (error, SALON_ERROR_NOT_FOUND, _("This export has come to its end already."));
  return NULL;
}

/**
 * salon_export_keep_part:
 *
 * Keeps a part of the file.
 */
gboolean
salon_export_keep_part (SalonTx *tx, const SalonExportStep *step, gint64 *id, GError **error)
{
  g_autoptr (SalonExportEntry) entry = get_begun (tx, step->id, error);

  *id = step->id;
  return entry != NULL && salon_export_store_add_part (tx, step->id, step->part, step->data, error);
}

/**
 * salon_export_complete:
 *
 * The last step: from now on the row stands for ever.
 */
gboolean
salon_export_complete (SalonTx *tx, const SalonExportStep *step, gint64 *id, GError **error)
{
  g_autoptr (SalonExportEntry) entry = get_begun (tx, step->id, error);

  if (entry == NULL)
    return FALSE;
  entry->n_rows = step->n_rows;
  entry->size = step->size;
  entry->sha256 = g_strdup (step->sha256);
  *id = step->id;
  note_change (tx, step->id);
  return salon_export_store_complete (tx, entry, error);
}

/* @gone: nothing is kept of it any more */
static gboolean
drop_some (SalonTx *tx, gint64 id, gboolean *gone, GError **error)
{
  guint n = 0;

  if (!salon_export_store_drop_parts (tx, id, PARTS_A_STEP, &n, error))
    return FALSE;
  *gone = n < PARTS_A_STEP;
  return TRUE;
}

/**
 * salon_export_discard:
 * @more: (out): 1 while there is more to do
 *
 * An export that failed, or was not wanted any more, leaves nothing.
 */
gboolean
salon_export_discard (SalonTx *tx, const SalonIdRequest *request, gint64 *more, GError **error)
{
  g_autoptr (SalonExportEntry) entry = get_begun (tx, request->id, error);
  gboolean gone = FALSE;

  if (entry == NULL || !drop_some (tx, request->id, &gone, error))
    return FALSE;
  *more = !gone;
  return !gone || salon_export_store_remove (tx, request->id, error);
}

/* The row stays; that the file is gone is said with its last part. */
static gboolean
remove_some (SalonTx *tx, gint64 id, gint64 user_id, gint64 *more, GError **error)
{
  gboolean gone = FALSE;

  if (!drop_some (tx, id, &gone, error))
    return FALSE;
  *more = !gone;
  if (!gone)
    return TRUE;
  note_change (tx, id);
  return salon_export_store_set_removed (tx, id, salon_clock_now_us (salon_tx_clock (tx)), user_id, error);
}

static SalonExportEntry *
get_complete (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonExportEntry) entry = NULL;

  if (!salon_export_store_get (tx, id, &entry, error))
    return NULL;
  if (entry != NULL && salon_export_entry_is_kept (entry))
    return g_steal_pointer (&entry);
  salon_set_error (error, SALON_ERROR_NOT_FOUND, _("The file of this export is not kept any more."));
  return NULL;
}

/**
 * salon_export_remove_file:
 * @more: (out): 1 while there is more to do
 *
 * Takes away a kept file before its time; the log goes on saying that it was exported.
 */
gboolean
salon_export_remove_file (SalonTx *tx, const SalonIdRequest *request, gint64 *more, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (SalonExportEntry) entry = NULL;

  if (!salon_permission_check (actor, SALON_PERMISSION_EXPORT_LOG, error))
    return FALSE;
  entry = get_complete (tx, request->id, error);
  return entry != NULL && remove_some (tx, entry->id, actor->user_id, more, error);
}

/**
 * salon_exports_tidy:
 * @keep_days: how long files are kept
 * @more: (out): set to 1 when something was due; left alone else
 *
 * Part of the upkeep: takes away a piece of a file whose time is over.  Exports that were begun more than a day ago and
 * did not come to their end lose their parts; their rows stay.
 */
gboolean
salon_exports_tidy (SalonTx *tx, int keep_days, gint64 *more, GError **error)
{
  gint64 now = salon_clock_now_us (salon_tx_clock (tx));
  gint64 not_gone = 0;
  gint64 id = 0;

  if (!salon_export_store_due (tx, now - keep_days * DAY_US, now - DAY_US, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  *more = 1;
  return remove_some (tx, id, 0, &not_gone, error);
}

static void
step_free (SalonExportStep *step)
{
  g_clear_pointer (&step->data, g_bytes_unref);
  g_free (step->sha256);
  g_free (step);
}

/* As SALON_DEFINE_COMMAND, for commands that are no operations. */
#define DEFINE_STEP(symbol, op_name, op_label, function, Request, free_func)                      \
  static gboolean symbol##_run (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)   \
  {                                                                                               \
    return function (tx, (const Request *) request, id, error);                                   \
  }                                                                                               \
  const SalonCommand symbol = { op_name, op_label, symbol##_run, (GDestroyNotify) free_func, TRUE, NULL };

DEFINE_STEP (salon_command_export_begin, "exports.begin", "Export begun", salon_export_begin, SalonExportOrder,
             salon_export_order_free)
DEFINE_STEP (salon_command_export_keep_part, "exports.keep", "Export kept", salon_export_keep_part, SalonExportStep,
             step_free)
DEFINE_STEP (salon_command_export_complete, "exports.complete", "Export completed", salon_export_complete,
             SalonExportStep, step_free)
DEFINE_STEP (salon_command_export_discard, "exports.discard", "Export discarded", salon_export_discard,
             SalonIdRequest, g_free)
DEFINE_STEP (salon_command_export_remove_file, "exports.remove", "Exported file removed", salon_export_remove_file,
             SalonIdRequest, g_free)
