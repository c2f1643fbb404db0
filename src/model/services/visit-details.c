/* One visit in all its parts, for the inspector; and the note, which is changed there.
 *
 * How it came to its state stands in the journal: one step for each change that still holds.  An undo takes the visit
 * back to a state that it had, and what came after that is forgotten. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/enums.h"
#include "model/entities/user.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/services/checklist.h"
#include "model/services/desk.h"
#include "model/services/visit-details.h"
#include "model/store/desk-store.h"
#include "model/store/journal.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

#define MAX_NOTE 4000 /* letters, as when it is booked */
#define MAX_ROWS 1000

static void
part_free (gpointer data)
{
  SalonVisitPart *part = data;

  g_free (part->service);
  g_free (part->employee);
  g_free (part->room);
  g_free (part);
}

static void
passage_free (gpointer data)
{
  SalonVisitPassage *passage = data;

  g_free (passage->user);
  g_free (passage);
}

/**
 * salon_visit_details_free:
 * @self: (transfer full):
 */
void
salon_visit_details_free (SalonVisitDetails *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

/* ---- services */

static gboolean
load_parts (SalonTx *tx, SalonVisitDetails *details, GError **error)
{
  SalonDeskScope scope = { details->visit_id, SALON_DAY_NONE, 0, TRUE };
  g_autoptr (GPtrArray) rows = salon_desk_store_lines (tx, &scope, error);

  details->parts = g_ptr_array_new_with_free_func (part_free);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SalonDeskLineRow *row = rows->pdata[i];
    SalonVisitPart *part = g_new0 (SalonVisitPart, 1);

    part->line_id = row->line_id;
    part->service_id = row->service_id;
    part->employee_id = row->employee_id;
    part->room_id = row->room_id;
    part->service = g_strdup (row->service);
    part->employee = g_strdup (row->employee);
    part->room = g_strdup (row->room);
    part->start_min = row->start_min;
    part->end_min = row->end_min;
    part->price = row->price;
    g_ptr_array_add (details->parts, part);
  }
  return TRUE;
}

/* ---- how it came to its state */

static char *
name_of_user (SalonTx *tx, gint64 id)
{
  g_autoptr (SalonUser) user = id != 0 ? salon_repo_find_one (tx, salon_user_get_type (), "id", id, NULL) : NULL;

  return user != NULL ? g_strdup (user->name) : NULL;
}

static void
add_passage (SalonTx *tx, SalonVisitDetails *details, gint64 state, gint64 at, gint64 user_id)
{
  SalonVisitPassage *passage = g_new0 (SalonVisitPassage, 1);

  passage->state = state;
  passage->at = at;
  passage->user = name_of_user (tx, user_id);
  g_ptr_array_add (details->passages, passage);
}

/* Back to the last time that it had this state. */
static gboolean
go_back (SalonVisitDetails *details, gint64 state)
{
  for (guint i = details->passages->len; i > 0; i--)
    if (((SalonVisitPassage *) details->passages->pdata[i - 1])->state == state) {
      g_ptr_array_set_size (details->passages, (int) i);
      return TRUE;
    }
  return FALSE;
}

static gboolean
state_in (const char *json, gint64 *state, GError **error)
{
  g_autoptr (SalonVisit) visit = NULL;

  *state = 0;
  if (json == NULL)
    return TRUE;
  visit = salon_visit_new ();
  if (!salon_entity_from_json ((SalonEntity *) visit, json, error))
    return FALSE;
  *state = visit->state;
  return TRUE;
}

static gboolean
take_row (SalonTx *tx, SalonVisitDetails *details, const SalonJournalRow *row, GError **error)
{
  g_autoptr (SalonOperationRow) operation = NULL;
  gint64 before = 0;
  gint64 after = 0;

  if (!state_in (row->before, &before, error) || !state_in (row->after, &after, error))
    return FALSE;
  if (after == 0 || before == after)
    return TRUE;
  operation = salon_journal_operation (tx, row->operation_id, error);
  if (operation == NULL)
    return FALSE;
  if (operation->undoes == 0 || !go_back (details, after))
    add_passage (tx, details, after, operation->at, operation->user_id);
  return TRUE;
}

/* The log does not know how it was made: it was taken over from elsewhere. */
static void
add_beginning (SalonTx *tx, SalonVisitDetails *details, const SalonVisit *visit)
{
  gboolean any = details->passages->len > 0;

  if (!any && visit->state != SALON_VISIT_BOOKED)
    add_passage (tx, details, visit->state, 0, 0);
  add_passage (tx, details, SALON_VISIT_BOOKED, visit->created_at, visit->created_by_id);
  g_ptr_array_insert (details->passages, 0, g_ptr_array_steal_index (details->passages, details->passages->len - 1));
}

static gboolean
load_passages (SalonTx *tx, SalonVisitDetails *details, const SalonVisit *visit, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_journal_of_entity (tx, "visit", details->visit_id, MAX_ROWS, error);

  details->passages = g_ptr_array_new_with_free_func (passage_free);
  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--)
    if (!take_row (tx, details, rows->pdata[i - 1], error))
      return FALSE;
  if (rows != NULL && (rows->len == 0 || ((SalonJournalRow *) rows->pdata[rows->len - 1])->before != NULL))
    add_beginning (tx, details, visit);
  return rows != NULL;
}

/* ---- other visits of the day */

static gboolean
load_others (SalonTx *tx, SalonVisitDetails *details, const SalonVisit *visit, GError **error)
{
  gint64 midnight = visit->day * SALON_MINUTES_A_DAY;
  g_autoptr (GArray) ids = salon_visit_store_client_overlaps (tx, visit->client_id, midnight, midnight + SALON_MINUTES_A_DAY,
                                                              details->visit_id, error);

  details->others = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    SalonIdRequest request = { g_array_index (ids, gint64, i) };
    SalonDeskVisit *other = salon_query_desk_visit.run (tx, &request, NULL);

    if (other != NULL) /* else it is not for this user's eyes */
      g_ptr_array_add (details->others, other);
  }
  return ids != NULL;
}

/* Who may not see the visits of others sees those with a line of her own. */
static gboolean
check_visible (SalonTx *tx, const GPtrArray *lines, GError **error)
{
  gint64 employee_id = 0;

  if (!salon_desk_visible_employee (tx, &employee_id, error))
    return FALSE;
  if (employee_id == 0)
    return TRUE;
  for (guint i = 0; i < lines->len; i++)
    if (((const SalonVisitLine *) lines->pdata[i])->employee_id == employee_id)
      return TRUE;
  salon_set_error (error, SALON_ERROR_NOT_FOUND, _("The visit is not there any more."));
  return FALSE;
}

/**
 * salon_visit_details_load:
 * @error: %SALON_ERROR_NOT_FOUND, %SALON_ERROR_PERMISSION
 *
 * Returns: (transfer full) (nullable): the visit in all its parts
 */
SalonVisitDetails *
salon_visit_details_load (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  g_autoptr (SalonVisitDetails) details = g_new0 (SalonVisitDetails, 1);
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), request->id, error);
  g_autoptr (GPtrArray) lines =
      visit != NULL ? salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", request->id, error) : NULL;

  if (lines == NULL || !check_visible (tx, lines, error))
    return NULL;
  details->visit_id = request->id;
  details->state = visit->state;
  details->steps = salon_checklist_of_visit (tx, request->id, lines, error);
  if (details->steps == NULL || !load_parts (tx, details, error) || !load_passages (tx, details, visit, error)
      || !load_others (tx, details, visit, error))
    return NULL;
  return g_steal_pointer (&details);
}

/* ---- the note */

/**
 * salon_visit_note_request_new:
 * @note: (nullable):
 *
 * Returns: (transfer full): a request
 */
SalonVisitNoteRequest *
salon_visit_note_request_new (gint64 visit_id, const char *note)
{
  SalonVisitNoteRequest *self = g_new0 (SalonVisitNoteRequest, 1);

  self->visit_id = visit_id;
  self->note = g_strdup (note);
  return self;
}

/**
 * salon_visit_note_request_free:
 * @self: (transfer full):
 */
void
salon_visit_note_request_free (SalonVisitNoteRequest *self)
{
  g_free (self->note);
  g_free (self);
}

/**
 * salon_visit_note_save:
 * @id: (out): the visit
 * @error: %SALON_ERROR_VALIDATION of the field "note", %SALON_ERROR_PERMISSION, _NOT_FOUND
 *
 * A visit that is over can still be noted about.
 */
gboolean
salon_visit_note_save (SalonTx *tx, const SalonVisitNoteRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), request->visit_id, error);
  g_autofree char *note = request->note != NULL ? salon_text_clean_lines (request->note, MAX_NOTE + 1) : NULL;

  if (visit == NULL || !salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  if (note != NULL && g_utf8_strlen (note, -1) > MAX_NOTE) {
    salon_set_field_error (error, "note",
                           ngettext ("The note is longer than %d letter.", "The note is longer than %d letters.", MAX_NOTE),
                           MAX_NOTE);
    return FALSE;
  }
  *id = request->visit_id;
  if (note != NULL && *note == '\0')
    g_clear_pointer (&note, g_free);
  if (g_strcmp0 (note, visit->note) == 0)
    return TRUE;
  g_free (visit->note);
  visit->note = g_steal_pointer (&note);
  return salon_repo_update (tx, visit, error);
}

SALON_DEFINE_QUERY (salon_query_visit_details, "visit.details", salon_visit_details_load, SalonIdRequest, g_free,
                    salon_visit_details_free)
SALON_DEFINE_COMMAND (salon_command_visit_note, "visit.note", SALON_N ("Note of a visit changed"), salon_visit_note_save,
                      SalonVisitNoteRequest, salon_visit_note_request_free)
