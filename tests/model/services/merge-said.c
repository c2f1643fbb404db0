/* What random sequences of merges say about clients: calls and notes, marks, consents, numbers of other programs, and who
 * waits for a visit. */
#include "merge-world.h"
#include "model/entities/client-consent.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/contact.h"
#include "model/entities/custom-value.h"
#include "model/entities/enums.h"
#include "model/entities/external-id.h"
#include "model/entities/quality-mark.h"
#include "model/entities/visit.h"
#include "model/entities/waiting.h"
#include "model/services/contacts.h"
#include "model/services/waiting.h"

GType
world_type_of (int kind)
{
  switch (kind) {
  case PHONE:
    return salon_client_phone_get_type ();
  case TAG:
    return salon_client_tag_get_type ();
  case CUSTOM:
    return salon_custom_value_get_type ();
  case VISIT:
    return salon_visit_get_type ();
  case CONTACT:
    return salon_contact_get_type ();
  case MARK:
    return salon_quality_mark_get_type ();
  case CONSENT:
    return salon_client_consent_get_type ();
  case WAITING:
    return salon_waiting_get_type ();
  default:
    return salon_external_id_get_type ();
  }
}

/* What a row says that somebody can change; NULL of those kinds that say nothing. */
char *
world_said (int kind, gpointer entity)
{
  switch (kind) {
  case CUSTOM:
    return g_strdup (((SalonCustomValue *) entity)->value);
  case CONTACT:
    return g_strdup (((SalonContact *) entity)->text);
  case MARK: {
    const SalonQualityMark *mark = entity;

    return g_strdup_printf ("%d %s", (int) mark->mark, mark->resolution != NULL ? mark->resolution : "");
  }
  case CONSENT:
    return ((SalonClientConsent *) entity)->withdrawn_day == 0
               ? g_strdup ("")
               : g_strdup_printf ("%d", (int) ((SalonClientConsent *) entity)->withdrawn_day);
  case EXTERNAL:
    return g_strdup (((SalonExternalId *) entity)->value);
  default:
    return NULL;
  }
}

/* ---- changing */

/* Some row of a kind that the client has now. */
static Row *
some_row (World *w, int c, int kind)
{
  Row *found = NULL;
  int n = 0;

  for (int i = 0; i < w->model.n_rows; i++)
    if (row_owned_by (&w->model.rows[i], c, kind) && world_roll (w, ++n) == 0)
      found = &w->model.rows[i];
  return found;
}

/* A new row, or the row as it is, changed by the caller. */
static gpointer
open_row (World *w, int c, const Row *row, int kind)
{
  SalonEntity *entity = NULL;

  if (row != NULL)
    return salon_fixture_get (w->salon, world_type_of (kind), row->id);
  entity = g_object_new (world_type_of (kind), NULL);
  salon_entity_put_int (entity, salon_entity_info_find (salon_entity_info (entity), "client_id"), w->clients[c]);
  return entity;
}

/* @curr: (transfer full) */
static Row *
save_row (World *w, int c, Row *row, int kind, int unique, const SalonCommand *command, gpointer curr)
{
  g_autoptr (SalonEntity) changed = curr;
  g_autoptr (SalonEntity) orig = row != NULL ? open_row (w, c, row, kind) : NULL;
  SalonEntityDraft *draft = salon_entity_draft_new (orig, changed);
  g_autofree char *says = world_said (kind, changed);
  gint64 id = 0;

  world_submit (w, command, draft, &id);
  salon_entity_draft_free (draft);
  if (row == NULL)
    row = world_new_row (w, c, kind, unique, id);
  pile_put (&row->value, EDIT, NONE, book_text (w->texts, says));
  return row;
}

static void
remove_row (World *w, Row *row, const SalonCommand *command)
{
  SalonIdRequest request = { row->id };
  int at = (int) (row - w->model.rows);

  world_submit (w, command, &request, NULL);
  row->exists = FALSE;
  for (int i = 0; i < w->model.n_rows; i++) /* what was said about it is gone, too */
    if (row->kind == CONTACT && w->model.rows[i].kind == MARK && w->model.rows[i].about == at)
      w->model.rows[i].exists = FALSE;
}

void
world_change_contacts (World *w)
{
  int c = world_client (w);
  Row *row = world_roll (w, 2) == 0 ? some_row (w, c, CONTACT) : NULL;
  SalonContact *curr = NULL;

  if (row != NULL && world_roll (w, 3) == 0) {
    remove_row (w, row, &salon_command_contact_remove);
    return;
  }
  curr = open_row (w, c, row, CONTACT);
  curr->kind = row != NULL ? curr->kind : SALON_CONTACT_NOTE;
  g_free (curr->text);
  curr->text = g_strdup (book_read (w->texts, world_fresh (w, NOTE)));
  save_row (w, c, row, CONTACT, 0, &salon_command_contact_save, curr);
}

static void
resolve (World *w, int c, Row *row)
{
  g_autoptr (SalonQualityMark) mark = open_row (w, c, row, MARK);
  gboolean open = mark->resolved_at != 0;
  SalonResolveRequest *request = salon_resolve_request_new (row->id, open ? NULL : "Sorry", open);
  g_autofree char *says = g_strdup_printf ("%d %s", (int) mark->mark, open ? "" : "Sorry");

  world_submit (w, &salon_command_quality_resolve, request, NULL);
  salon_resolve_request_free (request);
  pile_put (&row->value, EDIT, NONE, book_text (w->texts, says));
}

void
world_change_marks (World *w)
{
  int c = world_client (w);
  Row *row = world_roll (w, 2) == 0 ? some_row (w, c, MARK) : NULL;
  Row *contact = row == NULL && world_roll (w, 2) == 0 ? some_row (w, c, CONTACT) : NULL;
  SalonQualityMark *curr = NULL;

  if (row != NULL && world_roll (w, 4) == 0) {
    remove_row (w, row, &salon_command_quality_remove);
    return;
  }
  if (row != NULL && world_roll (w, 2) == 0) {
    resolve (w, c, row);
    return;
  }
  curr = open_row (w, c, row, MARK);
  curr->complaint = TRUE;
  curr->mark = 1 + (curr->mark + world_roll (w, 4)) % 5;
  if (contact != NULL)
    curr->contact_id = contact->id;
  row = save_row (w, c, row, MARK, 0, &salon_command_quality_save, curr);
  if (contact != NULL)
    row->about = (int) (contact - w->model.rows);
}

static Row *
standing (World *w, int c, int kind)
{
  for (int i = 0; i < w->model.n_rows; i++)
    if (row_owned_by (&w->model.rows[i], c, CONSENT) && w->model.rows[i].unique == kind
        && *book_read (w->texts, pile_top (&w->model.rows[i].value)) == '\0')
      return &w->model.rows[i];
  return NULL;
}

/* Given, or withdrawn if it stands; now and then taken away as a mistake. */
void
world_change_consents (World *w)
{
  int c = world_client (w);
  int kind = world_roll (w, N_CONSENTS);
  Row *row = standing (w, c, kind);
  SalonClientConsent *curr = NULL;

  if (row != NULL && world_roll (w, 4) == 0) {
    remove_row (w, row, &salon_command_consent_remove);
    return;
  }
  curr = open_row (w, c, row, CONSENT);
  curr->kind = SALON_CONSENT_PERSONAL_DATA + kind;
  if (row == NULL)
    curr->given_day = SALON_FIXTURE_TODAY - 30;
  else
    curr->withdrawn_day = SALON_FIXTURE_TODAY - world_roll (w, 9);
  save_row (w, c, row, CONSENT, kind, &salon_command_consent_save, curr);
}

/* Imports alone write them. */
static void
add_number (World *w, int c)
{
  SalonExternalId *number = salon_external_id_new ();
  Row *row = NULL;

  number->client_id = w->clients[c];
  number->origin = g_strdup ("other program");
  number->value = g_strdup_printf ("x%d", w->n_fresh++);
  row = world_new_row (w, c, EXTERNAL, 0, 0);
  pile_put (&row->value, EDIT, NONE, book_text (w->texts, number->value));
  row->id = salon_fixture_insert (w->salon, number);
}

static void
wait (World *w, int c)
{
  SalonWaiting *waiting = salon_waiting_new ();

  waiting->client_id = w->clients[c];
  waiting->from_day = SALON_FIXTURE_TODAY;
  waiting->to_day = SALON_FIXTURE_TODAY + 30;
  waiting->to_min = SALON_MINUTES_A_DAY;
  waiting->weekdays = 127;
  waiting->state = SALON_WAITING_OPEN;
  world_new_row (w, c, WAITING, 0, 0)->id = salon_fixture_insert (w->salon, waiting);
}

static void
book (World *w, int c, int at)
{
  gint64 start = (gint64) (SALON_FIXTURE_TODAY + 1 + w->n_booked / 16) * SALON_MINUTES_A_DAY + 420 + w->n_booked % 16 * 60;
  SalonBookingRequest *booking = salon_booking_request_new (w->clients[c], SALON_VISIT_SOURCE_PHONE);
  SalonBookingLine line = { .service_id = w->service, .employee_id = w->master, .start_min = start };
  g_autoptr (SalonWaitingBooking) request = salon_waiting_booking_new (w->model.rows[at].id, booking);
  gint64 id = 0;

  w->n_booked++;
  g_array_append_val (booking->lines, line);
  booking->accept_warnings = TRUE;
  world_submit (w, &salon_command_waiting_book, request, &id);
  w->model.rows[at].booked = TRUE;
  world_new_row (w, c, VISIT, 0, id)->about = at;
}

/* A foreign number, or a place on the waiting list, or the visit that comes of it: each one row.  Nothing is rolled here, so
 * that a sequence that was hard once stays the same. */
void
world_add_number_or_wait (World *w)
{
  int c = world_client (w);
  int waits = NONE;

  for (int i = 0; i < w->model.n_rows; i++)
    if (row_owned_by (&w->model.rows[i], c, WAITING) && !w->model.rows[i].booked)
      waits = i;
  if (waits != NONE)
    book (w, c, waits);
  else if (w->n_fresh % 3 != 0)
    wait (w, c);
  else
    add_number (w, c);
  w->last_operation = 0;
}
