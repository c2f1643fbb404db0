/* Books a visit: makes its lines from the services as they are offered now, checks them, and writes
 * them, with a new client if there is one, in one transaction. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/rules/overlap.h"
#include "model/rules/permission.h"
#include "model/rules/validate-visit.h"
#include "model/services/booking-check.h"
#include "model/services/booking-parts.h"
#include "model/services/booking.h"
#include "model/services/clients.h"
#include "model/services/merge.h"
#include "model/services/diary.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MAX_NOTE 4000

/* ---- the client */

static gint64
make_client (SalonTx *tx, const SalonBookingRequest *request, GError **error)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonClientDraft) draft = NULL;
  g_autofree char *name = salon_text_clean (request->new_name != NULL ? request->new_name : "", 0);
  char *space = strrchr (name, ' ');
  gint64 id = 0;

  if (space != NULL) { /* "Irina Kalniņa" */
    *space = '\0';
    client->surname = g_strdup (space + 1);
  }
  client->first_name = *name != '\0' ? g_strdup (name) : NULL;
  draft = salon_client_draft_new (NULL, client);
  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  if (request->new_phone != NULL && *request->new_phone != '\0')
    g_ptr_array_add (draft->phones, salon_phone_draft_new (0, request->new_phone, NULL));
  return salon_client_save (tx, draft, &id, error) ? id : 0;
}

static SalonClient *
load_client (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), id, error);

  if (client == NULL || client->archived_at == 0)
    return g_steal_pointer (&client);
  salon_set_field_error (error, "client_id", _("The client is in the archive. Take her out of it to book her."));
  return NULL;
}

static SalonClient *
find_client (SalonTx *tx, const SalonBookingRequest *request, GError **error)
{
  gint64 id = request->client_id != 0 ? request->client_id : make_client (tx, request, error);

  /* a card that is still open somewhere may have been merged meanwhile */
  return id != 0 && salon_client_survivor (tx, id, &id, error) ? load_client (tx, id, error) : NULL;
}

/* Asked last: by then there is nothing else to ask. */
static gboolean
check_alert (const SalonBookingRequest *request, const SalonClient *client, GError **error)
{
  if (client->alert == NULL || request->accept_alert)
    return TRUE;
  g_set_error_literal (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_ALERT, client->alert);
  return FALSE;
}

/* ---- the lines */

static gboolean
check_room_in_use (gint64 room_id, SalonBookingFacts *facts, GError **error)
{
  const SalonRoom *room = NULL;

  if (room_id == 0)
    return TRUE;
  room = salon_booking_facts_room (facts, room_id, error);
  if (room != NULL && room->archived != 0)
    salon_set_field_error (error, "room_id", _("“%s” is not in use any more."), room->name);
  return room != NULL && room->archived == 0;
}

static gboolean
check_in_use (const SalonBookingLine *wanted, SalonBookingFacts *facts, GError **error)
{
  const SalonService *service = salon_booking_facts_service (facts, wanted->service_id, error);
  const SalonEmployee *employee = service != NULL ? salon_booking_facts_employee (facts, wanted->employee_id, error) : NULL;
  g_autofree char *name = NULL;

  if (employee == NULL)
    return FALSE;
  name = salon_booking_facts_employee_name (employee);
  if (service->archived != 0)
    salon_set_field_error (error, "service_id", _("“%s” is not offered any more."), service->name);
  else if (employee->archived != 0)
    salon_set_field_error (error, "employee_id", _("%s does not work here any more."), name);
  else if (employee->bookable == 0)
    salon_set_field_error (error, "employee_id", _("%s takes no bookings."), name);
  else
    return check_room_in_use (wanted->room_id, facts, error);
  return FALSE;
}

static gboolean
check_ids (const SalonBookingLine *wanted, GError **error)
{
  if (wanted->service_id == 0)
    salon_set_field_error (error, "service_id", _("Choose a service."));
  else if (wanted->employee_id == 0)
    salon_set_field_error (error, "employee_id", _("Choose an employee."));
  else
    return TRUE;
  return FALSE;
}

static SalonVisitLine *
make_line (SalonTx *tx, const SalonBookingLine *wanted, guint position, SalonBookingFacts *facts, GError **error)
{
  const SalonService *service = NULL;
  SalonVisitLine *line = NULL;

  if (!check_ids (wanted, error) || !salon_wall_time_check (tx, wanted->start_min, error)
      || !check_in_use (wanted, facts, error))
    return NULL;
  service = salon_booking_facts_service (facts, wanted->service_id, error);
  if (service == NULL)
    return NULL;
  line = salon_visit_line_new ();
  line->position = position;
  line->service_id = wanted->service_id;
  line->employee_id = wanted->employee_id;
  line->room_id = wanted->room_id;
  line->start_min = wanted->start_min;
  line->work1_min = service->work1_min;
  line->gap_min = service->gap_min;
  line->work2_min = service->work2_min;
  line->buffer_before_min = service->buffer_before_min;
  line->buffer_after_min = service->buffer_after_min;
  line->price = service->price;
  line->any_master = wanted->any_master;
  return line;
}

/**
 * salon_booking_make_lines:
 *
 * Returns: (transfer full) (nullable) (element-type SalonVisitLine): drafts of the lines that @request asks for, with the
 *   lengths and prices of today
 */
GPtrArray *
salon_booking_make_lines (SalonTx *tx, const SalonBookingRequest *request, SalonBookingFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < request->lines->len; i++) {
    SalonVisitLine *line = make_line (tx, &g_array_index (request->lines, SalonBookingLine, i), i, facts, error);

    if (line == NULL)
      return NULL;
    g_ptr_array_add (lines, line);
  }
  if (lines->len > 0)
    return g_steal_pointer (&lines);
  salon_set_field_error (error, "lines", _("Choose at least one service."));
  return NULL;
}

/* ---- rooms that were left open */

static gboolean
is_free (const SalonRoom *room, const SalonVisitLine *line, const SalonDiary *diary, SalonBufferRule rule)
{
  SalonSlotRoom taken = salon_diary_slot_room (diary, room);
  SalonLineShape shape = { 0 };
  SalonLineLayout layout = { 0 };

  salon_line_shape_of_visit_line (line, &shape);
  shape.cleanup = taken.cleanup;
  salon_line_layout (&shape, line->start_min, 0, &layout);
  return salon_overlap_find_room (taken.busy, taken.n_busy, taken.capacity, &layout.room, rule) < 0;
}

/* The room of the line before if it will do, else the first that is free; if none is, the first: the
 * clash there tells who is in it. */
static gboolean
choose_room (SalonTx *tx, SalonVisitLine *line, gint64 room_before, SalonBookingFacts *facts, GError **error)
{
  const SalonService *service = salon_booking_facts_service (facts, line->service_id, error);
  g_autoptr (GPtrArray) rooms = service != NULL ? salon_booking_facts_rooms_for (facts, service, error) : NULL;
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonDiaryScope scope = { line->start_min, line->start_min + SALON_MINUTES_A_DAY, nobody, rooms, NULL };
  g_autoptr (SalonDiary) diary = NULL;

  if (rooms == NULL)
    return FALSE;
  if (rooms->len == 0)
    return TRUE;
  diary = salon_diary_load (tx, &scope, error);
  if (diary == NULL)
    return FALSE;
  for (guint i = 0; i < rooms->len; i++) {
    gint64 id = salon_entity_get_id (rooms->pdata[i]);

    if (line->room_id != 0 && id != room_before)
      continue;
    if (is_free (rooms->pdata[i], line, diary, salon_booking_facts_settings (facts)->buffers))
      line->room_id = id;
  }
  if (line->room_id == 0)
    line->room_id = salon_entity_get_id (rooms->pdata[0]);
  return TRUE;
}

/* Whether the room that a line has is free for it. */
static gboolean
keeps_room (SalonTx *tx, const SalonVisitLine *line, SalonBookingFacts *facts, gboolean *keeps, GError **error)
{
  SalonRoom *room = salon_booking_facts_room (facts, line->room_id, error);
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonDiaryScope scope = { line->start_min, line->start_min + SALON_MINUTES_A_DAY, nobody, rooms, NULL };
  g_autoptr (SalonDiary) diary = NULL;

  if (room == NULL)
    return FALSE;
  g_ptr_array_add (rooms, room);
  diary = salon_diary_load (tx, &scope, error);
  if (diary == NULL)
    return FALSE;
  *keeps = room->archived == 0 && is_free (room, line, diary, salon_booking_facts_settings (facts)->buffers);
  return TRUE;
}

/**
 * salon_booking_leave_taken_rooms: lines whose room is taken by others have none any more
 */
gboolean
salon_booking_leave_taken_rooms (SalonTx *tx, GPtrArray *lines, SalonBookingFacts *facts, GError **error)
{
  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = lines->pdata[i];
    gboolean keeps = TRUE;

    if (line->room_id != 0 && !keeps_room (tx, line, facts, &keeps, error))
      return FALSE;
    if (!keeps)
      line->room_id = 0;
  }
  return TRUE;
}

/**
 * salon_booking_choose_rooms: gives each line without a room one of the kind that its service wants
 */
gboolean
salon_booking_choose_rooms (SalonTx *tx, GPtrArray *lines, SalonBookingFacts *facts, GError **error)
{
  gint64 room_before = 0;

  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = lines->pdata[i];

    if (line->room_id == 0 && !choose_room (tx, line, room_before, facts, error))
      return FALSE;
    room_before = line->room_id;
  }
  return TRUE;
}

/* ---- the visit */

static SalonVisit *
make_visit (SalonTx *tx, const SalonBookingRequest *request, const SalonClient *client, const GPtrArray *lines)
{
  SalonVisit *visit = salon_visit_new ();
  g_autofree char *note = request->note != NULL ? salon_text_clean_lines (request->note, MAX_NOTE) : NULL;

  visit->client_id = salon_entity_get_id (client);
  visit->state = SALON_VISIT_BOOKED;
  visit->source = request->source;
  visit->note = note != NULL && *note != '\0' ? g_steal_pointer (&note) : NULL;
  visit->created_at = salon_clock_now_us (salon_tx_clock (tx));
  visit->created_by_id = salon_tx_actor (tx)->user_id;
  salon_visit_set_span (visit, lines);
  return visit;
}

/**
 * salon_booking_insert: writes a visit that was checked, with its lines
 */
gboolean
salon_booking_insert (SalonTx *tx, SalonVisit *visit, GPtrArray *lines, GError **error)
{
  if (!salon_repo_insert (tx, visit, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = lines->pdata[i];

    line->visit_id = salon_entity_get_id (visit);
    if (!salon_repo_insert (tx, line, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_booking_book:
 * @visit_id: (out): the new visit
 * @error: %SALON_BOOKING_ERROR for what one key can answer: a clash (with the three nearest free
 *   times), then warnings, then the client's alert; else %SALON_ERROR_VALIDATION with the field,
 *   _PERMISSION or _NOT_FOUND
 *
 * Lengths and prices are those that the services have now.  The trigger checks for clashes once more
 * when the time is taken.
 */
gboolean
salon_booking_book (SalonTx *tx, const SalonBookingRequest *request, gint64 *visit_id, GError **error)
{
  g_autoptr (SalonBookingFacts) facts = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  SalonBookingPlan plan = { NULL, NULL, NULL, request->override_reason, request->accept_warnings };

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  facts = salon_booking_facts_new (tx, error);
  lines = facts != NULL ? salon_booking_make_lines (tx, request, facts, error) : NULL;
  if (lines == NULL || !salon_booking_choose_rooms (tx, lines, facts, error))
    return FALSE;
  client = find_client (tx, request, error);
  if (client == NULL)
    return FALSE;
  visit = make_visit (tx, request, client, lines);
  plan.visit = visit;
  plan.lines = lines;
  plan.facts = facts;
  if (!salon_booking_check (tx, &plan, error) || !check_alert (request, client, error)
      || !salon_booking_insert (tx, visit, lines, error))
    return FALSE;
  *visit_id = salon_entity_get_id (visit);
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_book, "booking.book", SALON_N ("Visit booked"), salon_booking_book,
                      SalonBookingRequest, salon_booking_request_free)
