/* book --request; request list, import, accept, decline. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "exchange/ics-read.h"
#include "model/services/backups.h"
#include "model/services/request-inbox.h"
#include "model/services/requests.h"

static const char *const state_words[] = { "", "new", "accepted", "declined" };

static int
print_id (SalonCtl *ctl, gint64 id, const char *where)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", id);
  if (where != NULL)
    salon_record_set_text (row, "state", where);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* While the window holds the salon the requests wait in its inbox; it takes them at once. */
static int
leave_in_inbox (SalonCtl *ctl, const GPtrArray *inquiries)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < inquiries->len; i++)
    if (!salon_request_inbox_put (ctl->database, inquiries->pdata[i], &error))
      return salon_ctl_fail (error);
  return print_id (ctl, 0, "queued");
}

/* @inquiries: (transfer full) */
static int
take (SalonCtl *ctl, GPtrArray *inquiries)
{
  g_autoptr (SalonInquiryBatch) batch = salon_inquiry_batch_new (inquiries);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (salon_backup_before_migration (ctl->database, ctl->clock, &error))
    ctl->session = salon_session_open (ctl->database, ctl->clock, SALON_SESSION_WRITE, &error);
  if (g_error_matches (error, SALON_ERROR, SALON_ERROR_LOCKED))
    return leave_in_inbox (ctl, batch->inquiries);
  if (ctl->session == NULL || !salon_session_submit_sync (ctl->session, &salon_command_inquiry_take, batch, NULL, &done, &error))
    return salon_ctl_fail (error);
  return print_id (ctl, done.id, "new");
}

typedef struct {
  char *name;
  char *phone;
  char *email;
  char *service;
  char *variant;
  char *at;
  char *id;
  char *source;
  char *text;
} BookOptions;

static void
book_options_clear (BookOptions *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->service);
  g_free (self->variant);
  g_free (self->at);
  g_free (self->id);
  g_free (self->source);
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BookOptions, book_options_clear)

static gboolean
parse_book (BookOptions *o, int *argc, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &o->name, NULL, NULL },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &o->phone, NULL, NULL },
    { "email", 0, 0, G_OPTION_ARG_STRING, &o->email, NULL, NULL },
    { "service", 0, 0, G_OPTION_ARG_STRING, &o->service, NULL, NULL },
    { "variant", 0, 0, G_OPTION_ARG_STRING, &o->variant, NULL, NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &o->at, NULL, NULL },
    { "id", 0, 0, G_OPTION_ARG_STRING, &o->id, NULL, NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &o->source, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &o->text, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return salon_ctl_parse (entries, argc, argv, status);
}

static int
cmd_book_request (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (BookOptions) o = { 0 };
  g_autoptr (SalonInquiry) inquiry = salon_inquiry_new ();
  g_autoptr (GPtrArray) inquiries = g_ptr_array_new_with_free_func (g_object_unref);
  int status = 0;

  if (!parse_book (&o, &argc, &argv, &status))
    return status;
  if (argc > 0 || (o.name == NULL && o.phone == NULL && o.email == NULL))
    return salon_ctl_usage ("%s", _("Say who asks: book --request --name NAME --phone PHONE [--service NAME] [--at \"DATE TIME\"]."));
  if (o.variant != NULL && o.service == NULL)
    return salon_ctl_usage ("%s", _("A variant belongs to a service: --service NAME --variant NAME."));
  if (o.at != NULL && !salon_ctl_at (o.at, &inquiry->start_min, &status))
    return status;
  inquiry->source = g_strdup (o.source != NULL ? o.source : "command-line");
  inquiry->external_id = g_steal_pointer (&o.id);
  inquiry->name = g_steal_pointer (&o.name);
  inquiry->phone = g_steal_pointer (&o.phone);
  inquiry->email = g_steal_pointer (&o.email);
  inquiry->service_words = o.variant != NULL ? g_strdup_printf ("%s, %s", o.service, o.variant) : g_steal_pointer (&o.service);
  inquiry->text = g_steal_pointer (&o.text);
  g_ptr_array_add (inquiries, g_steal_pointer (&inquiry));
  return take (ctl, g_steal_pointer (&inquiries));
}

static int
cmd_import (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonInput) input = NULL;
  GPtrArray *inquiries = NULL;

  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which calendar file: request import FILE."));
  input = salon_input_open (argv[0], &error);
  inquiries = input != NULL ? salon_ics_read_requests (input, ctl->clock, &error) : NULL;
  return inquiries != NULL ? take (ctl, inquiries) : salon_ctl_fail (error);
}

static SalonRecord *
row_of (const SalonInquiryRow *request)
{
  SalonRecord *row = salon_record_new ();
  const SalonInquiry *inquiry = request->inquiry;
  g_autofree char *wish = inquiry->start_min != 0 ? salon_ctl_wall_text (inquiry->start_min) : g_strdup ("");
  g_autoptr (GString) slots = g_string_new (NULL);

  for (guint i = 0; i < request->slots->len; i++) {
    g_autofree char *start = salon_ctl_wall_text (((SalonFreeSlot *) request->slots->pdata[i])->start_min);

    g_string_append_printf (slots, "%s%s", i > 0 ? ", " : "", start);
  }
  salon_record_set_int (row, "id", salon_entity_get_id (inquiry));
  salon_record_set_text (row, "state", state_words[inquiry->state & 3]);
  salon_record_set_text (row, "source", inquiry->source);
  salon_record_set_text (row, "external_id", inquiry->external_id);
  salon_record_set_text (row, "name", inquiry->name != NULL ? inquiry->name : "");
  salon_record_set_text (row, "phone", request->phone != NULL ? request->phone : "");
  salon_record_set_int (row, "client_id", request->client_id);
  salon_record_set_text (row, "service", request->service != NULL ? request->service : "");
  salon_record_set_text (row, "wish", wish);
  salon_record_set_int (row, "free", request->is_free);
  salon_record_set_text (row, "times", slots->str);
  salon_record_set_int (row, "visit_id", inquiry->visit_id);
  salon_record_set_text (row, "reason", inquiry->reason != NULL ? inquiry->reason : "");
  return row;
}

static int
cmd_list (SalonCtl *ctl, int argc, char **argv)
{
  SalonInquiryListRequest request = { 0 };
  const GOptionEntry entries[] = { { "all", 0, 0, G_OPTION_ARG_NONE, &request.all, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0)
    return salon_ctl_usage ("%s", _("There is one option: request list [--all]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  found = salon_session_query_sync (ctl->session, &salon_query_inquiry_list, &request, &error);
  if (found == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (rows, row_of (found->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* The wished time if it is free, else the one that is said. */
static const SalonFreeSlot *
choose_slot (const SalonInquiryRow *row, gint64 at, GError **error)
{
  for (guint i = 0; i < row->slots->len; i++) {
    const SalonFreeSlot *slot = row->slots->pdata[i];

    if (at != 0 ? slot->start_min == at : row->is_free)
      return slot;
  }
  salon_set_error (error, SALON_ERROR_CONFLICT, "%s",
                   row->slots->len > 0 ? _("The wished time is not free; say one of the times of “request list” with --at.")
                                       : _("No free time is known for this request; book it with “book”."));
  return NULL;
}

static int
cmd_accept (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *at = NULL;
  g_autofree char *client = NULL;
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, NULL, NULL },
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  SalonInquiryListRequest request = { 0 };
  g_autoptr (SalonInquiryAnswer) answer = salon_inquiry_answer_new (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const SalonFreeSlot *slot = NULL;
  gint64 minute = 0;
  SalonDone done = { 0 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &request.inquiry_id) || (client != NULL && !salon_ctl_id (client, &answer->client_id)))
    return salon_ctl_usage ("%s", _("Say which request: request accept ID [--at \"DATE TIME\"] [--client ID]."));
  if ((at != NULL && !salon_ctl_at (at, &minute, &status)) || !salon_ctl_open (ctl, TRUE, &status))
    return status;
  rows = salon_session_query_sync (ctl->session, &salon_query_inquiry_list, &request, &error);
  if (rows != NULL && rows->len == 0)
    salon_set_error (&error, SALON_ERROR_NOT_FOUND, "%s", _("There is no such new request."));
  slot = rows != NULL && rows->len > 0 ? choose_slot (rows->pdata[0], minute, &error) : NULL;
  if (slot == NULL)
    return salon_ctl_fail (error);
  answer->inquiry_id = request.inquiry_id;
  answer->booking = salon_booking_request_new (0, SALON_VISIT_SOURCE_ONLINE);
  g_array_append_vals (answer->booking->lines, slot->lines->data, slot->lines->len);
  if (!salon_session_submit_sync (ctl->session, &salon_command_inquiry_accept, answer, NULL, &done, &error))
    return salon_ctl_fail (error);
  return print_id (ctl, done.id, NULL);
}

static int
cmd_decline (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonInquiryAnswer) answer = salon_inquiry_answer_new (0);
  const GOptionEntry entries[] = { { "reason", 0, 0, G_OPTION_ARG_STRING, &answer->reason, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &answer->inquiry_id) || answer->reason == NULL)
    return salon_ctl_usage ("%s", _("Say which request and why: request decline ID --reason TEXT."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  if (!salon_session_submit_sync (ctl->session, &salon_command_inquiry_decline, answer, NULL, &done, &error))
    return salon_ctl_fail (error);
  return print_id (ctl, done.id, NULL);
}

const SalonCtlCommand salon_ctl_request_commands[] = {
  { "book --request", "[--name NAME] [--phone PHONE] [--email ADDRESS] [--service NAME [--variant NAME]] [--at \"DATE TIME\"] [--id ID] [--source NAME] [--text TEXT]",
    SALON_N ("Asks for a visit; the desk accepts or declines"), cmd_book_request },
  { "request list", "[--all]", SALON_N ("Lists the requests"), cmd_list },
  { "request import", "FILE", SALON_N ("Takes requests from a calendar file"), cmd_import },
  { "request accept", "ID [--at \"DATE TIME\"] [--client ID]", SALON_N ("Books what is asked for"), cmd_accept },
  { "request decline", "ID --reason TEXT", SALON_N ("Declines a request"), cmd_decline },
  { NULL, NULL, NULL, NULL },
};
