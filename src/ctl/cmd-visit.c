/* slots, book, visit list, visit set-state, visit move. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "ctl/wanted.h"
#include "model/entities/entity.h"
#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/entities/service-variant.h"
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

/* "11:00 Colouring (long hair), 12:30 Manicure" */
static char *
services_of (SalonCtl *ctl, const SalonFreeSlot *slot)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < slot->lines->len; i++) {
    const SalonBookingLine *line = &g_array_index (slot->lines, SalonBookingLine, i);
    g_autofree char *name = salon_ctl_name_of (ctl, salon_service_get_type (), line->service_id);
    g_autofree char *time = salon_minute_format ((int) (line->start_min % SALON_MINUTES_A_DAY));

    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", time, name);
    if (line->variant_id != 0) {
      g_autofree char *variant = salon_ctl_name_of (ctl, salon_service_variant_get_type (), line->variant_id);

      g_string_append_printf (text, " (%s)", variant);
    }
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SalonRecord *
slot_row (SalonCtl *ctl, const SalonFreeSlot *slot)
{
  SalonRecord *row = salon_record_new ();
  g_autofree char *start = salon_ctl_wall_text (slot->start_min);
  g_autofree char *end = salon_ctl_wall_text (slot->end_min);
  g_autofree char *services = services_of (ctl, slot);

  salon_record_set_text (row, "start", start);
  salon_record_set_text (row, "end", end);
  salon_record_set_int (row, "employee_id", slot->employee_id);
  salon_record_set_text (row, "employee", slot->employee);
  salon_record_set_int (row, "room_id", slot->room_id);
  salon_record_set_text (row, "room", slot->room != NULL ? slot->room : "");
  salon_record_set_text (row, "services", services);
  salon_record_set_int (row, "waiting", slot->waiting);
  return row;
}

static SalonSolverWish
wish_of (gboolean parallel, gboolean soonest)
{
  return parallel ? SALON_SOLVER_PARALLEL : soonest ? SALON_SOLVER_SOONEST : SALON_SOLVER_CHAIN;
}

static int
cmd_slots (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *from = NULL;
  gboolean parallel = FALSE;
  gboolean soonest = FALSE;
  int count = 3;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "count", 0, 0, G_OPTION_ARG_INT, &count, NULL, NULL },
    { "parallel", 0, 0, G_OPTION_ARG_NONE, &parallel, NULL, NULL },
    { "soonest", 0, 0, G_OPTION_ARG_NONE, &soonest, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  g_autoptr (SalonSlotsRequest) request = NULL;
  int status = 0;
  g_autoptr (GPtrArray) wanted = salon_ctl_take_wanted (&argc, argv, &status);
  SalonDay day = 0;

  if (wanted == NULL || !salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, from, &day, &status))
    return status;
  if (wanted->len == 0 || argc > 0 || count < 1)
    return salon_ctl_usage ("%s", _("Say for which service: slots --service NAME."));
  request = salon_slots_request_new (0, 0, count);
  g_array_set_size (request->items, 0);
  if (!salon_ctl_open (ctl, FALSE, &status) || !salon_ctl_find_wanted (ctl, wanted, request->items, &status))
    return status;
  request->wish = wish_of (parallel, soonest);
  request->from_min = from != NULL ? (gint64) day * SALON_MINUTES_A_DAY : 0;
  slots = salon_session_query_sync (ctl->session, &salon_query_slots, request, &error);
  if (slots == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < slots->len; i++)
    g_ptr_array_add (rows, slot_row (ctl, slots->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* Of several services, or with any master, the arrangement that begins just then. */
static gboolean
arrange (SalonCtl *ctl, SalonBookingRequest *booking, const SalonSlotsRequest *slots_request, GError **error)
{
  g_autoptr (GPtrArray) slots = salon_session_query_sync (ctl->session, &salon_query_slots, slots_request, error);
  const SalonFreeSlot *first = NULL;
  g_autofree char *at = NULL;

  if (slots == NULL)
    return FALSE;
  for (guint i = 0; i < slots->len && first == NULL; i++)
    if (((SalonFreeSlot *) slots->pdata[i])->start_min == slots_request->from_min)
      first = slots->pdata[i];
  if (first == NULL) {
    at = salon_ctl_wall_text (slots_request->from_min);
    /* Translators: %s is a day and a time */
    salon_set_error (error, SALON_ERROR_CONFLICT, _("That cannot begin at %s. The command “slots” tells when it can."), at);
    return FALSE;
  }
  g_array_append_vals (booking->lines, first->lines->data, first->lines->len);
  return TRUE;
}

/* One service with somebody is booked as it was typed, so that it can be accepted in spite of what speaks against it. */
static gboolean
fill_booking (SalonCtl *ctl, SalonBookingRequest *booking, const SalonSlotsRequest *slots_request, GError **error)
{
  const SalonSlotsItem *item = &g_array_index (slots_request->items, SalonSlotsItem, 0);
  SalonBookingLine *last = NULL;

  if (slots_request->items->len > 1 || item->employee_id == 0)
    return arrange (ctl, booking, slots_request, error);
  salon_booking_request_add (booking, item->service_id, item->employee_id, item->room_id, slots_request->from_min, FALSE);
  last = &g_array_index (booking->lines, SalonBookingLine, booking->lines->len - 1);
  last->minutes = item->minutes;
  last->variant_id = item->variant_id;
  return TRUE;
}

static int
cmd_book (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *client = NULL;
  g_autofree char *at = NULL;
  g_autofree char *override = NULL;
  gboolean accept = FALSE;
  gboolean parallel = FALSE;
  gboolean soonest = FALSE;
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, NULL, NULL },
    { "override", 0, 0, G_OPTION_ARG_STRING, &override, NULL, NULL },
    { "accept", 0, 0, G_OPTION_ARG_NONE, &accept, NULL, NULL },
    { "parallel", 0, 0, G_OPTION_ARG_NONE, &parallel, NULL, NULL },
    { "soonest", 0, 0, G_OPTION_ARG_NONE, &soonest, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonBookingRequest) request = NULL;
  g_autoptr (SalonSlotsRequest) slots_request = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;
  g_autoptr (GPtrArray) wanted = salon_ctl_take_wanted (&argc, argv, &status);
  gint64 client_id = 0;

  if (wanted == NULL || !salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || !salon_ctl_id (client, &client_id) || wanted->len == 0 || at == NULL)
    return salon_ctl_usage ("%s", _("Say whom and when: book --client ID --service NAME [--with NAME] --at \"DATE TIME\"."));
  slots_request = salon_slots_request_new (0, 0, 96);
  g_array_set_size (slots_request->items, 0);
  if (!salon_ctl_at (at, &slots_request->from_min, &status) || !salon_ctl_open (ctl, TRUE, &status)
      || !salon_ctl_find_wanted (ctl, wanted, slots_request->items, &status))
    return status;
  slots_request->wish = wish_of (parallel, soonest);
  slots_request->client_id = client_id;
  slots_request->n_days = 1;
  request = salon_booking_request_new (client_id, SALON_VISIT_SOURCE_PHONE);
  if (!fill_booking (ctl, request, slots_request, &error))
    return salon_ctl_fail (error);
  request->override_reason = g_strdup (override);
  request->accept_warnings = accept;
  request->accept_alert = accept;
  return salon_ctl_submit (ctl, &salon_command_book, request);
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
  return salon_ctl_submit (ctl, &salon_command_set_state, &request);
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
  return salon_ctl_submit (ctl, &salon_command_move, &request);
}

const SalonCtlCommand salon_ctl_visit_commands[] = {
  { "slots", "--service NAME [--variant NAME] [--with NAME] [--room NAME] [--minutes N] [--add-on NAME] … [--parallel|--soonest] [--from DATE] [--count N]", SALON_N ("Finds free times"), cmd_slots },
  { "book",
    "--client ID --service NAME [--variant NAME] [--with NAME] [--room NAME] [--minutes N] [--add-on NAME] … [--parallel|--soonest] --at \"DATE TIME\" [--override REASON] [--accept]",
    SALON_N ("Books a visit"), cmd_book },
  { "visit list", "[--day DATE] [--client ID]", SALON_N ("Lists visits"), cmd_list },
  { "visit set-state", "ID STATE [--reason TEXT]", SALON_N ("Says how far a visit is"), cmd_set_state },
  { "visit move", "ID --at \"DATE TIME\" [--employee NAME] [--room NAME] [--override REASON] [--accept]",
    SALON_N ("Gives a visit another time"), cmd_move },
  { NULL, NULL, NULL, NULL },
};
