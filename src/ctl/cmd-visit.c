/* slots, book, visit list, visit set-state, visit move. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "model/entities/entity.h"
#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/services/booking.h"
#include "model/services/client-panel.h"
#include "model/services/desk.h"
#include "model/services/slots-query.h"

static const char *const state_words[] = { "", "booked", "confirmed", "arrived", "in-service", "done", "cancelled", "no-show" };

/* Names to ids; a name left out is 0. */
static gboolean
look_up (SalonCtl *ctl, GType type, const char *name, gint64 *id, int *status)
{
  *id = name != NULL ? salon_ctl_find_named (ctl, type, name, status) : 0;
  return name == NULL || *id != 0;
}

static SalonRecord *
slot_row (const SalonFreeSlot *slot)
{
  SalonRecord *row = salon_record_new ();
  g_autofree char *start = salon_ctl_wall_text (slot->start_min);

  salon_record_set_text (row, "start", start);
  salon_record_set_int (row, "employee_id", slot->employee_id);
  salon_record_set_text (row, "employee", slot->employee);
  salon_record_set_int (row, "room_id", slot->room_id);
  salon_record_set_text (row, "room", slot->room != NULL ? slot->room : "");
  return row;
}

static int
cmd_slots (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *service = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *room = NULL;
  g_autofree char *from = NULL;
  int count = 3;
  const GOptionEntry entries[] = {
    { "service", 0, 0, G_OPTION_ARG_STRING, &service, NULL, NULL },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, NULL, NULL },
    { "room", 0, 0, G_OPTION_ARG_STRING, &room, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "count", 0, 0, G_OPTION_ARG_INT, &count, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  g_autoptr (SalonSlotsRequest) request = NULL;
  gint64 service_id = 0, employee_id = 0, room_id = 0;
  SalonDay day = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, from, &day, &status))
    return status;
  if (service == NULL || argc > 0 || count < 1)
    return salon_ctl_usage ("%s", _("Say for which service: slots --service NAME."));
  if (!salon_ctl_open (ctl, FALSE, &status) || !look_up (ctl, salon_service_get_type (), service, &service_id, &status)
      || !look_up (ctl, salon_employee_get_type (), employee, &employee_id, &status)
      || !look_up (ctl, salon_room_get_type (), room, &room_id, &status))
    return status;
  request = salon_slots_request_new (service_id, employee_id, count);
  request->room_id = room_id;
  request->from_min = from != NULL ? (gint64) day * SALON_MINUTES_A_DAY : 0;
  slots = salon_session_query_sync (ctl->session, &salon_query_slots, request, &error);
  if (slots == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < slots->len; i++)
    g_ptr_array_add (rows, slot_row (slots->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
answer_id (SalonCtl *ctl, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  SalonRecord *row = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (ctl->session, command, request, NULL, &done, &error))
    return salon_ctl_fail (error);
  row = salon_record_new ();
  salon_record_set_int (row, "id", done.id);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_book (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *client = NULL;
  g_autofree char *service = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *room = NULL;
  g_autofree char *at = NULL;
  g_autofree char *override = NULL;
  gboolean accept = FALSE;
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
    { "service", 0, 0, G_OPTION_ARG_STRING, &service, NULL, NULL },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, NULL, NULL },
    { "room", 0, 0, G_OPTION_ARG_STRING, &room, NULL, NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, NULL, NULL },
    { "override", 0, 0, G_OPTION_ARG_STRING, &override, NULL, NULL },
    { "accept", 0, 0, G_OPTION_ARG_NONE, &accept, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonBookingRequest) request = NULL;
  gint64 client_id = 0, service_id = 0, employee_id = 0, room_id = 0, minute = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || !salon_ctl_id (client, &client_id) || service == NULL || employee == NULL || at == NULL)
    return salon_ctl_usage ("%s", _("Say whom and when: book --client ID --service NAME --employee NAME --at \"DATE TIME\"."));
  if (!salon_ctl_at (at, &minute, &status) || !salon_ctl_open (ctl, TRUE, &status)
      || !look_up (ctl, salon_service_get_type (), service, &service_id, &status)
      || !look_up (ctl, salon_employee_get_type (), employee, &employee_id, &status)
      || !look_up (ctl, salon_room_get_type (), room, &room_id, &status))
    return status;
  request = salon_booking_request_new (client_id, SALON_VISIT_SOURCE_PHONE);
  salon_booking_request_add (request, service_id, employee_id, room_id, minute, FALSE);
  request->override_reason = g_strdup (override);
  request->accept_warnings = accept;
  request->accept_alert = accept;
  return answer_id (ctl, &salon_command_book, request);
}

static SalonRecord *
visit_row (const SalonDeskVisit *visit)
{
  SalonRecord *row = salon_record_new ();
  g_autofree char *start = salon_ctl_wall_text (visit->start_min);
  g_autofree char *end = salon_ctl_wall_text (visit->end_min);

  salon_record_set_int (row, "id", visit->visit_id);
  salon_record_set_text (row, "start", start);
  salon_record_set_text (row, "end", end);
  salon_record_set_int (row, "client_id", visit->client_id);
  salon_record_set_text (row, "client", visit->client);
  salon_record_set_text (row, "services", visit->services != NULL ? visit->services : "");
  salon_record_set_text (row, "employees", visit->employees != NULL ? visit->employees : "");
  salon_record_set_text (row, "rooms", visit->rooms != NULL ? visit->rooms : "");
  salon_record_set_text (row, "state", state_words[visit->state & 7]);
  salon_record_set_int (row, "price", visit->price);
  return row;
}

static SalonRecord *
timeline_row (const SalonTimelineVisit *visit)
{
  SalonRecord *row = salon_record_new ();
  g_autofree char *start = salon_ctl_wall_text (visit->start_min);

  salon_record_set_int (row, "id", visit->visit_id);
  salon_record_set_text (row, "start", start);
  salon_record_set_text (row, "services", visit->services != NULL ? visit->services : "");
  salon_record_set_text (row, "employees", visit->employees != NULL ? visit->employees : "");
  salon_record_set_text (row, "state", state_words[visit->state & 7]);
  salon_record_set_int (row, "price", visit->price);
  return row;
}

static int
list_of_client (SalonCtl *ctl, gint64 client_id)
{
  SalonPanelRequest request = { client_id, SALON_DAY_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClientPanel) panel = salon_session_query_sync (ctl->session, &salon_query_client_panel, &request, &error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);

  if (panel == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < panel->visits->len; i++)
    g_ptr_array_add (rows, timeline_row (panel->visits->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *day_text = NULL;
  g_autofree char *client = NULL;
  const GOptionEntry entries[] = {
    { "day", 0, 0, G_OPTION_ARG_STRING, &day_text, NULL, NULL },
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonDeskDay) day = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  SalonDeskRequest request = { SALON_DAY_NONE, TRUE };
  SalonDay wanted = 0;
  gint64 client_id = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, day_text, &wanted, &status))
    return status;
  if (argc > 0 || (client != NULL && !salon_ctl_id (client, &client_id)))
    return salon_ctl_usage ("%s", _("Say which visits: visit list [--day DATE] [--client ID]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  if (client_id != 0)
    return list_of_client (ctl, client_id);
  request.day = wanted;
  day = salon_session_query_sync (ctl->session, &salon_query_desk_day, &request, &error);
  if (day == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < day->visits->len; i++)
    g_ptr_array_add (rows, visit_row (day->visits->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_set_state (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  SalonStateRequest request = { 0 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  for (guint i = 1; argc == 2 && i < G_N_ELEMENTS (state_words); i++)
    if (g_str_equal (argv[1], state_words[i]))
      request.state = (SalonVisitState) i;
  if (argc != 2 || !salon_ctl_id (argv[0], &request.visit_id) || request.state == 0)
    return salon_ctl_usage ("%s", _("Say which visit and its state: visit set-state ID STATE."));
  request.reason = reason;
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  return answer_id (ctl, &salon_command_set_state, &request);
}

static int
cmd_move (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *at = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *room = NULL;
  g_autofree char *override = NULL;
  gboolean accept = FALSE;
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, NULL, NULL },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, NULL, NULL },
    { "room", 0, 0, G_OPTION_ARG_STRING, &room, NULL, NULL },
    { "override", 0, 0, G_OPTION_ARG_STRING, &override, NULL, NULL },
    { "accept", 0, 0, G_OPTION_ARG_NONE, &accept, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  SalonMoveRequest request = { 0 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &request.visit_id) || at == NULL)
    return salon_ctl_usage ("%s", _("Say which visit and when: visit move ID --at \"DATE TIME\"."));
  if (!salon_ctl_at (at, &request.start_min, &status) || !salon_ctl_open (ctl, TRUE, &status)
      || !look_up (ctl, salon_employee_get_type (), employee, &request.employee_id, &status)
      || !look_up (ctl, salon_room_get_type (), room, &request.room_id, &status))
    return status;
  if (room == NULL)
    request.room_id = -1;
  request.override_reason = override;
  request.accept_warnings = accept;
  return answer_id (ctl, &salon_command_move, &request);
}

const SalonCtlCommand salon_ctl_visit_commands[] = {
  { "slots", "--service NAME [--employee NAME] [--room NAME] [--from DATE] [--count N]", SALON_N ("Finds free times"), cmd_slots },
  { "book", "--client ID --service NAME --employee NAME [--room NAME] --at \"DATE TIME\" [--override REASON] [--accept]",
    SALON_N ("Books a visit"), cmd_book },
  { "visit list", "[--day DATE] [--client ID]", SALON_N ("Lists visits"), cmd_list },
  { "visit set-state", "ID STATE [--reason TEXT]", SALON_N ("Says how far a visit is"), cmd_set_state },
  { "visit move", "ID --at \"DATE TIME\" [--employee NAME] [--room NAME] [--override REASON] [--accept]",
    SALON_N ("Gives a visit another time"), cmd_move },
  { NULL, NULL, NULL, NULL },
};
