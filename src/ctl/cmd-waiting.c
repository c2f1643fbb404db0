/* waitlist add, list, match, remove. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/wanted.h"
#include "model/entities/employee.h"
#include "model/services/waiting.h"

static const char *const state_words[] = { "", "open", "booked", "withdrawn", "" };
static const char *const weekday_words[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

#define USUAL_DAYS 14

typedef struct {
  char *client;
  char *from;
  char *to;
  char *after;
  char *before;
  char *weekdays;
  char *note;
} AddOptions;

static void
add_options_clear (AddOptions *self)
{
  g_free (self->client);
  g_free (self->from);
  g_free (self->to);
  g_free (self->after);
  g_free (self->before);
  g_free (self->weekdays);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AddOptions, add_options_clear)

static gboolean
parse_add (AddOptions *o, int *argc, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &o->client, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &o->from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &o->to, NULL, NULL },
    { "after", 0, 0, G_OPTION_ARG_STRING, &o->after, NULL, NULL },
    { "before", 0, 0, G_OPTION_ARG_STRING, &o->before, NULL, NULL },
    { "weekdays", 0, 0, G_OPTION_ARG_STRING, &o->weekdays, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &o->note, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return salon_ctl_parse (entries, argc, argv, status);
}

static gboolean
parse_minute (const char *text, int usual, gint64 *minute, int *status)
{
  g_autoptr (GError) error = NULL;
  int of_day = usual;

  if (text != NULL && !salon_minute_parse (text, &of_day, &error)) {
    *status = salon_ctl_usage ("%s", error->message);
    return FALSE;
  }
  *minute = of_day;
  return TRUE;
}

/* "mon,wed" */
static gboolean
parse_weekdays (const char *text, gint64 *weekdays, int *status)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  *weekdays = text != NULL ? 0 : SALON_WAITING_ALL_WEEKDAYS;
  for (guint i = 0; words[i] != NULL; i++) {
    gboolean found = FALSE;

    for (guint k = 0; k < G_N_ELEMENTS (weekday_words); k++)
      if (g_ascii_strcasecmp (words[i], weekday_words[k]) == 0) {
        *weekdays |= 1 << k;
        found = TRUE;
      }
    if (!found) {
      *status = salon_ctl_usage (_("“%s” is no weekday; write mon, tue, wed, thu, fri, sat or sun."), words[i]);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
fill_times (SalonCtl *ctl, const AddOptions *o, SalonWaiting *waiting, int *status)
{
  SalonDay from = 0, to = 0;

  if (!salon_ctl_day (ctl, o->from, &from, status) || !salon_ctl_day (ctl, o->to, &to, status)
      || !parse_minute (o->after, 0, &waiting->from_min, status)
      || !parse_minute (o->before, SALON_MINUTES_A_DAY, &waiting->to_min, status)
      || !parse_weekdays (o->weekdays, &waiting->weekdays, status))
    return FALSE;
  waiting->from_day = from;
  waiting->to_day = o->to != NULL ? to : from + USUAL_DAYS;
  waiting->note = g_strdup (o->note);
  return TRUE;
}

/* All of it by one employee. */
static gboolean
fill_wishes (SalonCtl *ctl, const GPtrArray *wanted, SalonWaitingDraft *draft, int *status)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (SalonSlotsItem));

  if (!salon_ctl_find_wanted (ctl, wanted, items, status))
    return FALSE;
  for (guint i = 0; i < items->len; i++) {
    const SalonSlotsItem *item = &g_array_index (items, SalonSlotsItem, i);
    SalonServiceWish wish = { item->service_id, item->variant_id };

    if (item->is_addon || item->room_id != 0 || item->minutes != 0) {
      *status = salon_ctl_usage ("%s", _("Who waits wishes services, variants and an employee: no add-on, room or length."));
      return FALSE;
    }
    if (item->employee_id != 0)
      draft->curr->employee_id = item->employee_id;
    g_array_append_val (draft->wishes, wish);
  }
  return TRUE;
}

static int
cmd_add (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (AddOptions) o = { 0 };
  g_autoptr (SalonWaitingDraft) draft = salon_waiting_draft_new (NULL, salon_waiting_new (), NULL);
  int status = 0;
  g_autoptr (GPtrArray) wanted = salon_ctl_take_wanted (&argc, argv, &status);

  if (wanted == NULL || !parse_add (&o, &argc, &argv, &status))
    return status;
  if (argc > 0 || !salon_ctl_id (o.client, &draft->curr->client_id) || wanted->len == 0)
    return salon_ctl_usage ("%s", _("Say who waits for what: waitlist add --client ID --service NAME."));
  if (!fill_times (ctl, &o, draft->curr, &status) || !salon_ctl_open (ctl, TRUE, &status)
      || !fill_wishes (ctl, wanted, draft, &status))
    return status;
  return salon_ctl_submit (ctl, &salon_command_waiting_save, draft);
}

static SalonRecord *
row_of (const SalonWaitingRow *waiting)
{
  SalonRecord *row = salon_record_new ();
  const SalonWaiting *w = waiting->waiting;
  g_autofree char *from_day = salon_day_format_iso ((SalonDay) w->from_day);
  g_autofree char *to_day = salon_day_format_iso ((SalonDay) w->to_day);
  g_autofree char *start = waiting->slot != NULL ? salon_ctl_wall_text (waiting->slot->start_min) : g_strdup ("");
  g_autoptr (GString) weekdays = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (weekday_words); i++)
    if ((w->weekdays & (1 << i)) != 0)
      g_string_append_printf (weekdays, "%s%s", weekdays->len > 0 ? "," : "", weekday_words[i]);
  salon_record_set_int (row, "id", salon_entity_get_id (w));
  salon_record_set_int (row, "client_id", w->client_id);
  salon_record_set_text (row, "client", waiting->client);
  salon_record_set_text (row, "phone", waiting->phone != NULL ? waiting->phone : "");
  salon_record_set_text (row, "services", waiting->services);
  salon_record_set_text (row, "employee", waiting->employee != NULL ? waiting->employee : "");
  salon_record_set_text (row, "from", from_day);
  salon_record_set_text (row, "to", to_day);
  salon_record_set_text (row, "weekdays", weekdays->str);
  salon_record_set_text (row, "state", state_words[w->state & 3]);
  salon_record_set_text (row, "fits", start);
  salon_record_set_text (row, "fits_with", waiting->slot != NULL ? waiting->slot->employee : "");
  return row;
}

static int
print_list (SalonCtl *ctl, const SalonQuery *query, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = salon_session_query_sync (ctl->session, query, request, &error);
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();

  if (found == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (rows, row_of (found->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_list (SalonCtl *ctl, int argc, char **argv)
{
  gboolean all = FALSE;
  gboolean fitting = FALSE;
  g_autofree char *client = NULL;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL },
    { "fitting", 0, 0, G_OPTION_ARG_NONE, &fitting, NULL, NULL },
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  SalonWaitingRequest request = { 0 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || (client != NULL && !salon_ctl_id (client, &request.client_id)))
    return salon_ctl_usage ("%s", _("Say whose entries: waitlist list [--all | --fitting] [--client ID]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  request.show = all ? SALON_WAITING_SHOW_ALL : fitting ? SALON_WAITING_SHOW_FITTING : SALON_WAITING_SHOW_OPEN;
  return print_list (ctl, &salon_query_waiting_list, &request);
}

/* Who could come to what a visit set free, or to a time that is said. */
static int
cmd_match (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *visit = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *at = NULL;
  int minutes = 60;
  const GOptionEntry entries[] = {
    { "visit", 0, 0, G_OPTION_ARG_STRING, &visit, NULL, NULL },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, NULL, NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, NULL, NULL },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &minutes, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonWaitingFreed) freed = salon_waiting_freed_new (NULL, NULL);
  SalonHole hole = { 0 };
  gint64 visit_id = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || minutes < 1 || (visit != NULL ? !salon_ctl_id (visit, &visit_id) : at == NULL || employee == NULL))
    return salon_ctl_usage ("%s", _("Say what is free: waitlist match --visit ID, or --employee NAME --at \"DATE TIME\" [--minutes N]."));
  if ((at != NULL && !salon_ctl_at (at, &hole.from, &status)) || !salon_ctl_open (ctl, FALSE, &status))
    return status;
  if (visit_id != 0) {
    freed->visit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_val (freed->visit_ids, visit_id);
    return print_list (ctl, &salon_query_waiting_matches, freed);
  }
  hole.to = hole.from + minutes;
  hole.employee_id = salon_ctl_find_named (ctl, salon_employee_get_type (), employee, &status);
  if (hole.employee_id == 0)
    return status;
  freed->holes = g_array_new (FALSE, FALSE, sizeof hole);
  g_array_append_val (freed->holes, hole);
  return print_list (ctl, &salon_query_waiting_matches, freed);
}

static int
cmd_remove (SalonCtl *ctl, int argc, char **argv)
{
  SalonIdRequest request = { 0 };
  int status = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which entry: waitlist remove ID."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  return salon_ctl_submit (ctl, &salon_command_waiting_withdraw, &request);
}

const SalonCtlCommand salon_ctl_waiting_commands[] = {
  { "waitlist add",
    "--client ID --service NAME [--variant NAME] … [--employee NAME] [--from DATE] [--to DATE] [--after TIME] [--before TIME] [--weekdays mon,…] [--note TEXT]",
    SALON_N ("Puts a client on the waiting list"), cmd_add },
  { "waitlist list", "[--all | --fitting] [--client ID]", SALON_N ("Lists who waits, and where she fits now"), cmd_list },
  { "waitlist match", "--visit ID | --employee NAME --at \"DATE TIME\" [--minutes N]", SALON_N ("Lists who could come to a free time"),
    cmd_match },
  { "waitlist remove", "ID", SALON_N ("Takes a client off the waiting list"), cmd_remove },
  { NULL, NULL, NULL, NULL },
};
