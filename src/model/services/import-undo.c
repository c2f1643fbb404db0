/* Rolling an import back: client by client and visit by visit, each wholly or not at all.
 *
 * Who was changed since, or has come, called or been written to since, stays as she is and is named with the reason. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/certificate.h"
#include "model/entities/client.h"
#include "model/entities/registry.h"
#include "model/entities/visit.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/services/import-base.h"
#include "model/services/ledger.h"
#include "model/store/import-store.h"
#include "model/store/job-store.h"
#include "model/store/journal.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"

/* In this order: a visit goes before its client, and what only they used after both. */
static const char *const kinds[] = { "visit", "client", "service", "employee", "tag", "category", "source" };

#define KIND_VISIT  0
#define KIND_CLIENT 1

#define KIND_SHIFT 48
#define ID_MASK    ((G_GINT64_CONSTANT (1) << KIND_SHIFT) - 1)

static const char card_stays[] = N_("Her season ticket was taken back, but it keeps its number and her card.");

struct _SalonImportUndo {
  gatomicrefcount refs;
  gint64 operation;
  GPtrArray *kept; /* SalonImportKept */
};

/* What is looked at: one thing of a kind. */
typedef struct {
  gint64 operation;
  guint kind;
  gint64 id;
} Thing;

static void
kept_free (gpointer data)
{
  SalonImportKept *kept = data;

  g_free (kept->name);
  g_free (kept->reason);
  g_free (kept);
}

/**
 * salon_import_undo_new:
 * @operation: of the import
 *
 * Returns: (transfer full): a roll back that has not begun
 */
SalonImportUndo *
salon_import_undo_new (gint64 operation)
{
  SalonImportUndo *self = g_new0 (SalonImportUndo, 1);

  g_atomic_ref_count_init (&self->refs);
  self->operation = operation;
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  return self;
}

/**
 * salon_import_undo_ref:
 *
 * Returns: (transfer full): @self
 */
SalonImportUndo *
salon_import_undo_ref (SalonImportUndo *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * salon_import_undo_unref: frees a roll back with the last reference
 */
void
salon_import_undo_unref (SalonImportUndo *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * salon_import_undo_kept:
 *
 * Not to be asked while a chunk is at work.
 *
 * Returns: (transfer none) (element-type SalonImportKept): what was left as it is
 */
const GPtrArray *
salon_import_undo_kept (const SalonImportUndo *self)
{
  return self->kept;
}

static gboolean
may_undo (SalonTx *tx, const SalonImportBatch *batch, GError **error)
{
  gboolean own = batch->user_id == salon_tx_actor (tx)->user_id;

  if (!salon_permission_check (salon_tx_actor (tx), own ? SALON_PERMISSION_CLIENTS_IMPORT : SALON_PERMISSION_CLIENTS_IMPORT_UNDO, error))
    return FALSE;
  if (batch->rolled_back_at == 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("This import was rolled back already."));
  return FALSE;
}

/* An import that is rolled back while it runs comes to its end. */
static gboolean
end_import (SalonTx *tx, gint64 operation, GError **error)
{
  g_autoptr (SalonJobRow) row = NULL;

  if (!salon_job_store_get (tx, operation, &row, error))
    return FALSE;
  if (row == NULL || row->state != SALON_JOB_RUNNING)
    return TRUE;
  row->state = SALON_JOB_STOPPED;
  return salon_job_store_update (tx, row, error);
}

static gboolean
add_touched (SalonTx *tx, gint64 operation, guint kind, GArray *ids, GError **error)
{
  g_autoptr (GArray) touched = salon_import_store_touched (tx, operation, kinds[kind], error);

  for (guint i = 0; touched != NULL && i < touched->len; i++) {
    gint64 id = g_array_index (touched, gint64, i) | (gint64) kind << KIND_SHIFT;

    g_array_append_val (ids, id);
  }
  return touched != NULL;
}

/**
 * salon_import_undo_begin:
 * @ids: (out) (transfer full) (nullable) (element-type gint64): what the steps look at; %NULL if the operation is no import
 *
 * Checks the permission and lists what the import touched.
 */
gboolean
salon_import_undo_begin (SalonTx *tx, gint64 operation, GArray **ids, GError **error)
{
  g_autoptr (SalonImportBatch) batch = NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  *ids = NULL;
  if (!salon_import_store_batch_of (tx, operation, &batch, error))
    return FALSE;
  if (batch == NULL)
    return TRUE;
  if (!may_undo (tx, batch, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!add_touched (tx, operation, i, all, error))
      return FALSE;
  *ids = g_steal_pointer (&all);
  return TRUE;
}

/* ---- one thing */

static gboolean
is_ticket (const SalonJournalRow *row)
{
  return g_str_equal (row->entity, "ticket") && row->before == NULL;
}

/* The ticket stays under its number, with nothing left. */
static gboolean
take_back_ticket (SalonTx *tx, gint64 ticket_id, GError **error)
{
  gint64 entry_id = 0;

  return salon_ledger_store_first (tx, SALON_ACCOUNT_TICKET_UNITS, ticket_id, &entry_id, error)
         && (entry_id == 0 || salon_ledger_reverse (tx, entry_id, error));
}

static gboolean
is_certificate (const SalonJournalRow *row)
{
  return g_str_equal (row->entity, "certificate") && row->before == NULL;
}

/* It stays under its number, with nothing left, and bought by nobody: its client can go. */
static gboolean
take_back_certificate (SalonTx *tx, gint64 certificate_id, GError **error)
{
  g_autoptr (SalonCertificate) certificate = salon_repo_get (tx, salon_certificate_get_type (), certificate_id, error);
  gint64 entry_id = 0;

  if (certificate == NULL || !salon_ledger_store_first (tx, SALON_ACCOUNT_CERTIFICATE, certificate_id, &entry_id, error)
      || (entry_id != 0 && !salon_ledger_reverse (tx, entry_id, error)))
    return FALSE;
  certificate->client_id = 0;
  return salon_repo_update (tx, certificate, error);
}

static gboolean
restore (SalonTx *tx, const SalonJournalRow *row, GError **error)
{
  GType type = salon_entity_type_by_name (row->entity);

  if (row->before == NULL && row->after == NULL) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("The person's data was erased, so this change cannot be undone."));
    return FALSE;
  }
  if (is_certificate (row))
    return take_back_certificate (tx, row->entity_id, error);
  if (is_ticket (row))
    return take_back_ticket (tx, row->entity_id, error);
  if (g_str_equal (row->entity, SALON_LEDGER_ENTRY))
    return salon_ledger_reverse (tx, row->entity_id, error);
  if (g_str_equal (row->entity, "plastic-card"))
    return salon_import_plastic_take_back (tx, row, error);
  if (type != G_TYPE_INVALID)
    return salon_repo_restore (tx, type, row->entity_id, row->after, row->before, error);
  salon_set_error (error, SALON_ERROR_INTERNAL, "The log names “%s”, which is unknown.", row->entity);
  return FALSE;
}

/* What belongs to a client also names her visits, which were seen to before; what belongs to a tag, its clients. */
static gboolean
is_of_kind (const Thing *self, const SalonJournalRow *row)
{
  if (self->kind == KIND_CLIENT)
    return !g_str_equal (row->entity, "visit") && !g_str_equal (row->entity, "visit-line");
  return self->kind == KIND_VISIT || g_str_equal (row->entity, kinds[self->kind]);
}

static gboolean
made_her (const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    const SalonJournalRow *row = rows->pdata[i];

    if (g_str_equal (row->entity, "client") && row->before == NULL)
      return TRUE;
  }
  return FALSE;
}

static char *
name_of (SalonTx *tx, const char *kind, gint64 id, gint64 *client_id)
{
  GType type = salon_entity_type_by_name (kind);
  g_autoptr (SalonEntity) entity = salon_repo_get (tx, type, id, NULL);
  const SalonField *name = salon_entity_info_find (salon_entity_type_info (type), "name");

  *client_id = 0;
  if (entity == NULL)
    return g_strdup ("");
  if (type == salon_visit_get_type ())
    return name_of (tx, "client", ((SalonVisit *) entity)->client_id, client_id);
  if (type == salon_client_get_type ()) {
    const SalonClient *client = (const SalonClient *) entity;

    *client_id = id;
    return salon_client_list_name (client->first_name, client->patronymic, client->surname, NULL);
  }
  return g_strdup (name != NULL ? salon_entity_get_text (entity, name) : "");
}

static SalonImportKept *
kept_new (SalonTx *tx, const Thing *self, const char *reason)
{
  SalonImportKept *kept = g_new0 (SalonImportKept, 1);

  kept->name = name_of (tx, kinds[self->kind], self->id, &kept->client_id);
  kept->reason = g_strdup (reason);
  return kept;
}

/* Whether what was brought in for a new client can be taken back, but not her card: a ticket names it for ever. */
static gboolean
keeps_card (const Thing *self, const GPtrArray *rows)
{
  gboolean has_ticket = FALSE;

  for (guint i = 0; i < rows->len; i++)
    has_ticket |= is_ticket (rows->pdata[i]);
  return has_ticket && self->kind == KIND_CLIENT && made_her (rows);
}

static gboolean
is_opening (const SalonJournalRow *row)
{
  return is_ticket (row) || is_certificate (row) || g_str_equal (row->entity, SALON_LEDGER_ENTRY)
         || g_str_equal (row->entity, "plastic-card");
}

static gboolean
restore_all (SalonTx *tx, const Thing *self, const GPtrArray *rows, GError **error)
{
  gboolean only_openings = keeps_card (self, rows);

  if (self->kind == KIND_VISIT && !salon_ledger_remove_history (tx, self->id, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (is_of_kind (self, rows->pdata[i]) && (!only_openings || is_opening (rows->pdata[i])) && !restore (tx, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
has_come (SalonTx *tx, const Thing *self, const GPtrArray *rows)
{
  gint64 n_visits = 0;

  return self->kind == KIND_CLIENT && made_her (rows)
         && salon_import_store_n_visits (tx, self->id, self->operation, &n_visits, NULL) && n_visits > 0;
}

static const char *
reason_of (SalonTx *tx, const Thing *self, const GPtrArray *rows)
{
  if (self->kind != KIND_CLIENT)
    return self->kind == KIND_VISIT ? _("The visit was changed since.") : _("It is in use.");
  return has_come (tx, self, rows) ? _("The client has visits since.") : _("The client was changed or contacted since.");
}

static gboolean
undo_one (SalonTx *tx, const Thing *self, SalonImportKept **kept, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_import_store_changes (tx, self->operation, kinds[self->kind], self->id, error);
  g_autoptr (GError) failure = NULL;

  *kept = NULL;
  if (rows == NULL || !salon_tx_savepoint (tx, error))
    return FALSE;
  if (restore_all (tx, self, rows, &failure)) {
    if (keeps_card (self, rows))
      *kept = kept_new (tx, self, _(card_stays));
    return salon_tx_release (tx, error);
  }
  if (!salon_tx_rollback_to (tx, error))
    return FALSE;
  if (!g_error_matches (failure, SALON_ERROR, SALON_ERROR_CONFLICT) && !g_error_matches (failure, SALON_ERROR, SALON_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  *kept = kept_new (tx, self, reason_of (tx, self, rows));
  return TRUE;
}

static Thing
thing_at (gint64 operation, const GArray *ids, guint index)
{
  gint64 id = g_array_index (ids, gint64, index);

  return (Thing){ operation, (guint) (id >> KIND_SHIFT) % G_N_ELEMENTS (kinds), id & ID_MASK };
}

/* ---- many */

/**
 * salon_import_undo_step:
 * @ids: from salon_import_undo_begin()
 * @from: where among them this chunk begins
 * @n: how many are seen to at most
 * @kept: (nullable) (element-type SalonImportKept): gets what was left, with the reason
 * @n_kept: (out): how many were left
 *
 * One chunk, in the operation of the roll back.
 */
gboolean
salon_import_undo_step (SalonTx *tx, gint64 operation, const GArray *ids, guint from, guint n, GPtrArray *kept, gint64 *n_kept,
                        GError **error)
{
  *n_kept = 0;
  for (guint i = from; i < ids->len && i - from < n; i++) {
    Thing thing = thing_at (operation, ids, i);
    SalonImportKept *left = NULL;

    if (!undo_one (tx, &thing, &left, error))
      return FALSE;
    if (left == NULL)
      continue;
    ++*n_kept;
    if (kept != NULL)
      g_ptr_array_add (kept, left);
    else
      kept_free (left);
  }
  return TRUE;
}

/**
 * salon_import_undo_end: notes that an import was rolled back
 */
gboolean
salon_import_undo_end (SalonTx *tx, gint64 operation, gint64 n_kept, GError **error)
{
  g_autoptr (SalonImportBatch) batch = NULL;

  if (!salon_import_store_batch_of (tx, operation, &batch, error))
    return FALSE;
  if (batch == NULL)
    return TRUE;
  batch->rolled_back_at = salon_clock_now_us (salon_tx_clock (tx));
  batch->n_kept = n_kept;
  return salon_import_store_rolled_back (tx, batch, error);
}

/* ---- beforehand */

static gboolean
is_as_left (SalonTx *tx, const SalonJournalRow *row)
{
  GType type = salon_entity_type_by_name (row->entity);
  gint64 reversal = 0;
  g_autoptr (SalonEntity) now = type != G_TYPE_INVALID ? salon_repo_find_one (tx, type, "id", row->entity_id, NULL) : NULL;
  g_autofree char *json = now != NULL ? salon_entity_to_json (now) : NULL;

  if (g_str_equal (row->entity, SALON_LEDGER_ENTRY))
    return salon_ledger_store_reversal (tx, row->entity_id, &reversal, NULL) && reversal == 0;
  return g_strcmp0 (json, row->after) == 0;
}

static gboolean
look_at (SalonTx *tx, const Thing *self, SalonImportUndoPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_import_store_changes (tx, self->operation, kinds[self->kind], self->id, error);
  gboolean stays = FALSE;
  gboolean touched = FALSE;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len && !stays; i++) {
    touched |= is_of_kind (self, rows->pdata[i]);
    stays = is_of_kind (self, rows->pdata[i]) && !is_as_left (tx, rows->pdata[i]);
  }
  if (stays || has_come (tx, self, rows))
    g_ptr_array_add (plan->kept, kept_new (tx, self, reason_of (tx, self, rows)));
  else if (keeps_card (self, rows))
    g_ptr_array_add (plan->kept, kept_new (tx, self, _(card_stays)));
  else
    plan->n_taken_back += touched;
  return TRUE;
}

/**
 * salon_import_undo_plan_free: frees a plan
 */
void
salon_import_undo_plan_free (SalonImportUndoPlan *self)
{
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * salon_import_undo_plan:
 *
 * Looks beforehand what a roll back would take back and what it would leave: clients and visits.  Whom something else
 * refers to meanwhile, it finds only when it comes to that.
 */
SalonImportUndoPlan *
salon_import_undo_plan (SalonTx *tx, const SalonIdRequest *operation, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  SalonImportUndoPlan *plan = NULL;

  if (!salon_import_undo_begin (tx, operation->id, &ids, error))
    return NULL;
  plan = g_new0 (SalonImportUndoPlan, 1);
  plan->kept = g_ptr_array_new_with_free_func (kept_free);
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    Thing thing = thing_at (operation->id, ids, i);

    if (thing.kind <= KIND_CLIENT && !look_at (tx, &thing, plan, error)) {
      salon_import_undo_plan_free (plan);
      return NULL;
    }
  }
  return plan;
}

SALON_DEFINE_QUERY (salon_query_import_undo_plan, "import.undo-plan", salon_import_undo_plan, SalonIdRequest, g_free,
                    salon_import_undo_plan_free)

/* ---- as a job */

static gboolean
begin_job (SalonTx *tx, gconstpointer request, SalonJob *job, GError **error)
{
  const SalonImportUndo *self = request;

  if (!salon_import_undo_begin (tx, self->operation, &job->ids, error) || !end_import (tx, self->operation, error))
    return FALSE;
  if (job->ids == NULL) {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("There is no such import."));
    return FALSE;
  }
  job->total = job->ids->len;
  job->is_last = job->total == 0; /* it changed nothing: there is nothing to do but to say so */
  return !job->is_last || salon_import_undo_end (tx, self->operation, 0, error);
}

static gboolean
step_job (SalonTx *tx, gconstpointer request, SalonJob *job, guint budget, GError **error)
{
  SalonImportUndo *self = (SalonImportUndo *) request;
  guint from = (guint) job->cursor;
  gint64 n_kept = 0;

  if (!salon_import_undo_step (tx, self->operation, job->ids, from, budget, self->kept, &n_kept, error))
    return FALSE;
  job->cursor = MIN (from + budget, job->ids->len);
  job->done = job->cursor;
  job->skipped += n_kept;
  job->is_last = job->done == job->total;
  return !job->is_last || salon_import_undo_end (tx, self->operation, job->skipped, error);
}

static gint64
undone_by_run (gconstpointer run)
{
  return ((const SalonImportUndo *) salon_job_run_request (run))->operation;
}

static char *
save_undo (gconstpointer request)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, ((const SalonImportUndo *) request)->operation);
}

static gpointer
revive_undo (const char *text, GError **error)
{
  return salon_import_undo_new (g_ascii_strtoll (text, NULL, 10));
}

const SalonJobKind salon_job_import_undo = {
  .command = SALON_JOB_COMMAND ("import.undo", SALON_N ("Import rolled back"), undone_by_run),
  .begin = begin_job,
  .step = step_job,
  .free_request = (GDestroyNotify) salon_import_undo_unref,
  .save = save_undo,
  .revive = revive_undo,
};
