/* Rows of a list, one after the other: tried, or written in chunks of one operation each of which is whole rows. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/import-cell.h"
#include "model/rules/permission.h"
#include "model/services/import-base.h"
#include "model/store/import-store.h"

struct _SalonImportRun {
  gatomicrefcount refs;
  SalonImportRequest *request;
  SalonRowSource *source;
  SalonImportReport *report;
  SalonImportBatch batch;
};

/* ---- one row */

/* A row that only has a number says nothing, either. */
static gboolean
is_blank (const SalonImportLayout *layout, const GArray *cells)
{
  for (guint i = 0; i < cells->len && i < layout->columns->len; i++)
    if (salon_import_layout_column (layout, i)->field != SALON_IMPORT_IGNORE
        && !salon_import_cell_is_blank (&g_array_index (cells, SalonCell, i)))
      return FALSE;
  return TRUE;
}

static gboolean
needs_id (SalonImportBase *base, const SalonImportCard *card, gboolean *needed, GError **error)
{
  gint64 holder = 0;

  *needed = card->external_id != NULL && !g_hash_table_contains (base->external, card->external_id);
  if (!*needed)
    return TRUE;
  if (!salon_import_store_with_external_id (base->tx, base->origin, card->external_id, &holder, error))
    return FALSE;
  *needed = holder == 0;
  return TRUE;
}

static gboolean
merge_row (SalonImportBase *base, const SalonImportCard *card, gint64 id, SalonImportRow *row, GError **error)
{
  gboolean overwrite = base->request->strategy == SALON_IMPORT_OVERWRITE;
  g_autoptr (SalonImportPerson) person = id != 0 ? salon_import_person_load (base, id, error) : salon_import_person_new (base, card);
  gboolean changed = FALSE;
  gboolean needed = FALSE;
  SalonImportDue due = { 0 };

  if (person == NULL || !salon_import_person_merge (person, base, card, overwrite, &changed, error)
      || (id != 0 && !changed && !needs_id (base, card, &needed, error))
      || !salon_import_opening_check (base, card, id, &due, error))
    return FALSE;
  if (id != 0 && !changed && !needed && !salon_import_opening_is_any (&due)) {
    row->outcome = SALON_IMPORT_DUPLICATE;
    g_free (row->reason);
    row->reason = g_strdup (_("Nothing new about this client."));
    return TRUE;
  }
  if (!salon_import_person_keep (person, base, card, error) || !salon_import_opening_write (base, card, &due, person->id, error))
    return FALSE;
  row->outcome = id != 0 ? SALON_IMPORT_UPDATED : SALON_IMPORT_NEW;
  row->client_id = MAX (person->id, 0);
  return TRUE;
}

/**
 * salon_import_client_row:
 * @row: gets the outcome
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION if the row is refused
 */
gboolean
salon_import_client_row (SalonImportBase *base, const GArray *cells, SalonImportRow *row, GError **error)
{
  SalonImportStrategy strategy = base->request->strategy;
  g_autoptr (SalonImportCard) card = salon_import_card_read (base, cells, error);
  gint64 id = 0;

  if (card == NULL)
    return FALSE;
  row->name = salon_import_card_name (card);
  if (!salon_import_match (base, card, FALSE, &id, &row->reason, error))
    return FALSE;
  row->client_id = MAX (id, 0);
  if (id != 0 && strategy == SALON_IMPORT_SKIP) {
    row->outcome = SALON_IMPORT_DUPLICATE;
    row->reason = g_strdup (_("This client is there already."));
    return TRUE;
  }
  return merge_row (base, card, strategy == SALON_IMPORT_MAKE_NEW ? 0 : id, row, error);
}

/**
 * salon_import_take_refusal:
 * @failure: (transfer full): why a row failed
 *
 * What is wrong with a row is its reason; what is wrong with the salon's file ends the import.
 *
 * Returns: whether the row was merely refused
 */
gboolean
salon_import_take_refusal (SalonImportRow *row, GError *failure, GError **error)
{
  if (!g_error_matches (failure, SALON_ERROR, SALON_ERROR_VALIDATION)) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  row->outcome = SALON_IMPORT_REJECTED;
  row->client_id = 0;
  g_free (row->reason);
  row->reason = g_strdup (failure->message);
  g_error_free (failure);
  return TRUE;
}

/**
 * salon_import_one_row:
 * @line: of the file
 *
 * Works off one row and counts it.
 */
gboolean
salon_import_one_row (SalonImportBase *base, GArray *cells, gint64 line, SalonImportReport *report, GError **error)
{
  gboolean visits = base->request->layout->subject == SALON_IMPORT_VISITS;
  SalonImportRow *row = g_new0 (SalonImportRow, 1);
  GError *failure = NULL;
  gboolean ok = TRUE;

  row->line = line;
  row->outcome = SALON_IMPORT_EMPTY;
  if (!is_blank (base->request->layout, cells)) {
    ok = (visits ? salon_import_visit_row : salon_import_client_row) (base, cells, row, &failure);
    ok = ok || salon_import_take_refusal (row, failure, error);
  }
  if (row->outcome == SALON_IMPORT_REJECTED)
    row->cells = g_array_ref (cells);
  salon_import_report_add (report, row);
  return ok;
}

/* ---- many rows */

/**
 * salon_import_run_new:
 * @request: (transfer full): with its columns
 *
 * Returns: (transfer full): an import that has not begun
 */
SalonImportRun *
salon_import_run_new (SalonImportRequest *request)
{
  SalonImportRun *self = g_new0 (SalonImportRun, 1);

  g_atomic_ref_count_init (&self->refs);
  self->request = request;
  self->report = salon_import_report_new ();
  return self;
}

/**
 * salon_import_run_ref:
 *
 * Returns: (transfer full): @self
 */
SalonImportRun *
salon_import_run_ref (SalonImportRun *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * salon_import_run_unref: frees an import and its request with the last reference
 */
void
salon_import_run_unref (SalonImportRun *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_object (&self->source);
  salon_import_report_free (self->report);
  salon_import_request_free (self->request);
  g_free (self);
}

/**
 * salon_import_run_report:
 *
 * Not to be asked while a chunk is at work.
 *
 * Returns: (transfer none): what became of the rows so far
 */
const SalonImportReport *
salon_import_run_report (const SalonImportRun *self)
{
  return self->report;
}

static gboolean
skip_above (SalonRowSource *source, guint n, GError **error)
{
  gboolean end = FALSE;

  for (guint i = 0; i < n && !end; i++) {
    g_autoptr (GArray) cells = salon_cells_new ();
    gint64 line = 0;

    if (!salon_row_source_next (source, cells, &line, &end, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_import_run_open:
 *
 * Opens the list and goes to its first row, so that the transaction of the first chunk need not wait for that: a large
 * workbook takes its time.  Blocking, on any thread, before the import begins; left out, it is done when it begins.
 *
 * Returns: %FALSE with a sentence for the user if the list cannot be read
 */
gboolean
salon_import_run_open (SalonImportRun *self, GError **error)
{
  const SalonImportRequest *request = self->request;

  if (self->source != NULL)
    return TRUE;
  self->source = request->open (request->open_data, error);
  return self->source != NULL && skip_above (self->source, request->layout->n_above, error);
}

static gboolean
remember_columns (SalonTx *tx, const SalonImportRequest *request, const char *mapping, gint64 now, GError **error)
{
  g_autofree char *signature = salon_import_layout_signature (request->layout);

  return signature == NULL || salon_import_store_remember (tx, signature, mapping, now, error);
}

/**
 * salon_import_begin:
 * @tx: of the first chunk; its operation is that of the whole import
 *
 * Opens the list, notes the import and remembers what the columns are.
 */
gboolean
salon_import_begin (SalonTx *tx, SalonImportRun *run, GError **error)
{
  const SalonImportRequest *request = run->request;
  g_autofree char *mapping = salon_import_layout_to_json (request->layout);
  SalonImportBatch *batch = &run->batch;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_IMPORT, error)
      || !salon_import_opening_is_allowed (tx, request->layout, error) || !salon_import_layout_check (request->layout, error))
    return FALSE;
  if (!salon_import_run_open (run, error))
    return FALSE;
  *batch = (SalonImportBatch){
    .operation = salon_tx_operation (tx),
    .file_name = request->file_name != NULL ? request->file_name : (char *) "",
    .subject = request->layout->subject,
    .strategy = request->strategy,
    .origin = request->origin != NULL ? request->origin : (char *) "",
    .mapping = mapping,
    .user_id = salon_tx_actor (tx)->user_id,
    .begun_at = salon_clock_now_us (salon_tx_clock (tx)),
  };
  if (!salon_import_store_add (tx, batch, error) || !remember_columns (tx, request, mapping, batch->begun_at, error))
    return FALSE;
  run->report->batch = batch->id;
  batch->mapping = NULL;
  return TRUE;
}

static gboolean
read_rows (SalonImportRun *run, SalonImportBase *base, SalonImportReport *report, guint n_rows, gboolean *is_last, GError **error)
{
  for (guint i = 0; i < n_rows && !*is_last; i++) {
    g_autoptr (GArray) cells = salon_cells_new ();
    gint64 line = 0;

    if (!salon_row_source_next (run->source, cells, &line, is_last, error))
      return FALSE;
    if (!*is_last && !salon_import_one_row (base, cells, line, report, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
note_progress (SalonTx *tx, SalonImportRun *run, gboolean is_last, GError **error)
{
  for (guint i = 0; i < SALON_IMPORT_N_OUTCOMES; i++)
    run->batch.counts[i] = run->report->counts[i];
  run->batch.ended_at = is_last ? salon_clock_now_us (salon_tx_clock (tx)) : 0;
  g_atomic_int_set (&run->request->progress, is_last ? 1000 : (int) (salon_row_source_get_share (run->source) * 1000));
  return salon_import_store_progress (tx, &run->batch, error);
}

/**
 * salon_import_chunk:
 * @n_rows: how many rows of the list are worked off at most
 * @is_last: (out): whether the list has come to its end
 *
 * One chunk: whole rows, all within @tx.  When it fails, the import cannot go on; what the chunks before did stands, and
 * the report tells of that.
 */
gboolean
salon_import_chunk (SalonTx *tx, SalonImportRun *run, guint n_rows, gboolean *is_last, GError **error)
{
  g_autoptr (SalonImportBase) base = salon_import_base_new (tx, run->request, FALSE, error);
  SalonImportReport before = *run->report;
  guint n_told = run->report->rows->len;

  *is_last = FALSE;
  if (base != NULL && read_rows (run, base, run->report, n_rows, is_last, error) && note_progress (tx, run, *is_last, error))
    return TRUE;
  g_ptr_array_set_size (run->report->rows, (int) n_told);
  *run->report = before;
  return FALSE;
}

/* ---- as a job */

static gboolean
begin_job (SalonTx *tx, gconstpointer request, SalonJob *job, GError **error)
{
  const SalonImportRun *run = request;

  job->total = run->request->n_expected > 0 ? run->request->n_expected : 1000;
  return salon_import_begin (tx, (SalonImportRun *) request, error);
}

/* Where nobody has counted the rows before, done is counted in thousandths of the file. */
static gboolean
step_job (SalonTx *tx, gconstpointer request, SalonJob *job, guint budget, GError **error)
{
  SalonImportRun *run = (SalonImportRun *) request;

  if (!salon_import_chunk (tx, run, budget, &job->is_last, error))
    return FALSE;
  job->cursor = run->report->n_rows;
  if (run->request->n_expected > 0)
    job->done = job->is_last ? job->total : MIN (run->report->n_rows, job->total);
  else
    job->done = CLAMP (g_atomic_int_get (&run->request->progress), 0, 1000);
  return TRUE;
}

const SalonJobKind salon_job_import = {
  .command = SALON_JOB_COMMAND ("import", SALON_N ("List imported"), NULL),
  .begin = begin_job,
  .step = step_job,
  .free_request = (GDestroyNotify) salon_import_run_unref,
};
