/* contact add, contact list, contact remove, quality add, quality list, quality resolve. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl.h"
#include "model/entities/employee.h"
#include "model/entities/enums.h"
#include "model/services/contacts.h"

/* In the order of SalonContactKind and SalonContactOutcome. */
static const char *const kinds[] = { "call-in", "call-out", "message-in", "message-out", "in-person", "note", NULL };
static const char *const outcomes[] = { "reached", "booked",  "call-back",    "no-answer", "busy",
                                        "refused", "wrong-number", "cancelled", NULL };

static const char *
word_of (const char *const *words, gint64 number)
{
  return number >= 1 && number <= (gint64) g_strv_length ((char **) words) ? words[number - 1] : "";
}

/* 0 when nothing was said; -1 with a message when it is no such word. */
static gint64
number_of (const char *const *words, const char *word, int *status)
{
  g_autofree char *all = NULL;

  if (word == NULL)
    return 0;
  for (gint64 i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i + 1;
  all = g_strjoinv (", ", (char **) words);
  *status = salon_ctl_usage (_("“%s” is none of these: %s."), word, all);
  return -1;
}

static void
set_optional (SalonRecord *row, const char *key, const char *text)
{
  salon_record_set_text (row, key, text != NULL ? text : "");
}

static void
set_instant (SalonCtl *ctl, SalonRecord *row, const char *key, gint64 at)
{
  int minute = 0;
  SalonDay day = at != 0 ? salon_clock_day_of (ctl->clock, at, &minute) : 0;
  g_autofree char *text = at != 0 ? salon_ctl_wall_text ((gint64) day * SALON_MINUTES_A_DAY + minute) : NULL;

  set_optional (row, key, text);
}

static int
print_id (SalonCtl *ctl, gint64 id)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", id);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
submit (SalonCtl *ctl, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (ctl->session, command, request, NULL, &done, &error))
    return salon_ctl_fail (error);
  return print_id (ctl, done.id);
}

static int
submit_new (SalonCtl *ctl, const SalonCommand *command, gpointer entity)
{
  SalonEntityDraft *draft = salon_entity_draft_new (NULL, entity);
  int status = submit (ctl, command, draft);

  salon_entity_draft_free (draft);
  return status;
}

/* ---- contacts */

typedef struct {
  char *kind;
  char *outcome;
  char *text;
  char *recording;
  char *at;
  char *employee;
  int minutes;
  gint64 visit;
} ContactOptions;

static void
contact_options_clear (ContactOptions *o)
{
  g_free (o->kind);
  g_free (o->outcome);
  g_free (o->text);
  g_free (o->recording);
  g_free (o->at);
  g_free (o->employee);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ContactOptions, contact_options_clear)

static gboolean
parse_contact (ContactOptions *o, int *argc, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &o->kind, NULL, NULL },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &o->outcome, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &o->text, NULL, NULL },
    { "recording", 0, 0, G_OPTION_ARG_STRING, &o->recording, NULL, NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &o->at, NULL, NULL },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &o->employee, NULL, NULL },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &o->minutes, NULL, NULL },
    { "visit", 0, 0, G_OPTION_ARG_INT64, &o->visit, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return salon_ctl_parse (entries, argc, argv, status);
}

static gboolean
take_time (SalonCtl *ctl, const char *text, gint64 *at, int *status)
{
  gint64 minute = 0;
  int valid = 0;

  if (text == NULL)
    return TRUE;
  if (!salon_ctl_at (text, &minute, status))
    return FALSE;
  salon_clock_wall_to_utc (ctl->clock, (SalonDay) (minute / SALON_MINUTES_A_DAY), (int) (minute % SALON_MINUTES_A_DAY), at, &valid);
  return TRUE;
}

static gboolean
take_employee (SalonCtl *ctl, const char *name, gint64 *id, int *status)
{
  if (name != NULL)
    *id = salon_ctl_find_named (ctl, salon_employee_get_type (), name, status);
  return name == NULL || *id != 0;
}

static int
cmd_contact_add (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (ContactOptions) o = { 0 };
  g_autoptr (SalonContact) contact = salon_contact_new ();
  int status = 0;

  if (!parse_contact (&o, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &contact->client_id) || o.kind == NULL)
    return salon_ctl_usage ("%s", _("Say which client and what kind: contact add CLIENT --kind call-in …"));
  contact->kind = number_of (kinds, o.kind, &status);
  contact->outcome = number_of (outcomes, o.outcome, &status);
  if (contact->kind < 0 || contact->outcome < 0 || !take_time (ctl, o.at, &contact->at, &status)
      || !salon_ctl_open (ctl, TRUE, &status) || !take_employee (ctl, o.employee, &contact->employee_id, &status))
    return status;
  contact->text = g_steal_pointer (&o.text);
  contact->recording = g_steal_pointer (&o.recording);
  contact->seconds = (gint64) o.minutes * 60;
  contact->visit_id = o.visit;
  return submit_new (ctl, &salon_command_contact_save, contact);
}

static SalonRecord *
contact_row (SalonCtl *ctl, gconstpointer told)
{
  const SalonToldContact *contact = told;
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", contact->id);
  set_instant (ctl, row, "at", contact->at);
  salon_record_set_text (row, "kind", word_of (kinds, contact->kind));
  salon_record_set_text (row, "outcome", word_of (outcomes, contact->outcome));
  salon_record_set_int (row, "seconds", contact->seconds);
  set_optional (row, "who", contact->who);
  salon_record_set_int (row, "visit", contact->visit_id);
  set_optional (row, "text", contact->text);
  set_optional (row, "recording", contact->recording);
  return row;
}

static SalonRecord *
mark_row (SalonCtl *ctl, gconstpointer told)
{
  const SalonToldMark *mark = told;
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", mark->id);
  set_instant (ctl, row, "at", mark->at);
  salon_record_set_int (row, "mark", mark->mark);
  salon_record_set_text (row, "complaint", !mark->complaint ? "" : mark->resolved_at != 0 ? "resolved" : "open");
  set_optional (row, "about", mark->about);
  salon_record_set_int (row, "visit", mark->visit_id);
  salon_record_set_int (row, "contact", mark->contact_id);
  set_optional (row, "text", mark->text);
  set_optional (row, "resolution", mark->resolution);
  return row;
}

typedef SalonRecord *(*MakeRow) (SalonCtl *ctl, gconstpointer told);

static int
list (SalonCtl *ctl, int argc, char **argv, const SalonQuery *query, const char *usage, MakeRow make)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonIdRequest request = { 0 };
  int status = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", usage);
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  told = salon_session_query_sync (ctl->session, query, &request, &error);
  if (told == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < told->len; i++)
    g_ptr_array_add (rows, make (ctl, told->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_contact_list (SalonCtl *ctl, int argc, char **argv)
{
  return list (ctl, argc, argv, &salon_query_client_contacts, _("Say which client: contact list CLIENT."), contact_row);
}

static int
cmd_contact_remove (SalonCtl *ctl, int argc, char **argv)
{
  SalonIdRequest request = { 0 };
  int status = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which contact: contact remove ID."));
  return salon_ctl_open (ctl, TRUE, &status) ? submit (ctl, &salon_command_contact_remove, &request) : status;
}

/* ---- quality */

static int
cmd_quality_add (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonQualityMark) mark = salon_quality_mark_new ();
  g_autofree char *text = NULL;
  g_autofree char *employee = NULL;
  gboolean complaint = FALSE;
  const GOptionEntry entries[] = {
    { "mark", 0, 0, G_OPTION_ARG_INT64, &mark->mark, NULL, NULL },
    { "complaint", 0, 0, G_OPTION_ARG_NONE, &complaint, NULL, NULL },
    { "visit", 0, 0, G_OPTION_ARG_INT64, &mark->visit_id, NULL, NULL },
    { "contact", 0, 0, G_OPTION_ARG_INT64, &mark->contact_id, NULL, NULL },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &mark->client_id))
    return salon_ctl_usage ("%s", _("Say which client: quality add CLIENT --mark 5 …"));
  if (!salon_ctl_open (ctl, TRUE, &status) || !take_employee (ctl, employee, &mark->employee_id, &status))
    return status;
  mark->complaint = complaint;
  mark->text = g_steal_pointer (&text);
  return submit_new (ctl, &salon_command_quality_save, mark);
}

static int
cmd_quality_list (SalonCtl *ctl, int argc, char **argv)
{
  return list (ctl, argc, argv, &salon_query_client_marks, _("Say which client: quality list CLIENT."), mark_row);
}

static int
cmd_quality_resolve (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = { { "text", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL }, { NULL, 0, 0, 0, NULL, NULL, NULL } };
  SalonResolveRequest *request = NULL;
  gint64 id = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &id))
    return salon_ctl_usage ("%s", _("Say which complaint: quality resolve ID [--text TEXT]."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  request = salon_resolve_request_new (id, text, FALSE);
  status = submit (ctl, &salon_command_quality_resolve, request);
  salon_resolve_request_free (request);
  return status;
}

const SalonCtlCommand salon_ctl_contact_commands[] = {
  { "contact add",
    "CLIENT --kind KIND [--outcome OUTCOME] [--text TEXT] [--recording FILE|ADDRESS] [--minutes N] [--at TIME] "
    "[--employee NAME] [--visit ID]",
    SALON_N ("Notes a call, a message, a talk or a note"), cmd_contact_add },
  { "contact list", "CLIENT", SALON_N ("Lists the contacts with a client"), cmd_contact_list },
  { "contact remove", "ID", SALON_N ("Removes a contact"), cmd_contact_remove },
  { "quality add", "CLIENT [--mark 1-5] [--complaint] [--visit ID | --contact ID] [--employee NAME] [--text TEXT]",
    SALON_N ("Gives a mark or notes a complaint"), cmd_quality_add },
  { "quality list", "CLIENT", SALON_N ("Lists the marks of a client"), cmd_quality_list },
  { "quality resolve", "ID [--text TEXT]", SALON_N ("Resolves a complaint"), cmd_quality_resolve },
  { NULL, NULL, NULL, NULL },
};
