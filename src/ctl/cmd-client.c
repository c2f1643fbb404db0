/* find, client show, client add, client set. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl.h"
#include "model/entities/client-phone.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/find.h"

static const char *const status_words[] = { "potential", "new", "permanent", "lost" };

static void
set_day (SalonRecord *row, const char *key, gint64 day)
{
  g_autofree char *text = day == SALON_DAY_NONE ? NULL : salon_day_format_iso ((SalonDay) day);

  salon_record_set_text (row, key, text != NULL ? text : "");
}

static void
set_minute (SalonRecord *row, const char *key, gint64 minute)
{
  g_autofree char *text = minute == 0 ? NULL : salon_ctl_wall_text (minute);

  salon_record_set_text (row, key, text != NULL ? text : "");
}

static void
set_optional (SalonRecord *row, const char *key, const char *text)
{
  salon_record_set_text (row, key, text != NULL ? text : "");
}

static SalonRecord *
found_row (const SalonClientRow *client)
{
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", client->id);
  salon_record_set_text (row, "name", client->name);
  set_optional (row, "phone", client->phone);
  salon_record_set_text (row, "status", status_words[client->status & 3]);
  salon_record_set_int (row, "visits", client->visit_days);
  set_day (row, "last_visit", client->last_day);
  set_minute (row, "next_visit", client->next_min);
  return row;
}

static int
cmd_find (SalonCtl *ctl, int argc, char **argv)
{
  int limit = 10;
  const GOptionEntry entries[] = { { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL }, { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonFound) found = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonFindRequest *request = NULL;
  g_autofree char **words = NULL;
  g_autofree char *text = NULL;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc < 1 || limit < 1)
    return salon_ctl_usage ("%s", _("Say what to find: find TEXT [--limit N]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  words = g_new0 (char *, argc + 1);
  memcpy (words, argv, sizeof (char *) * (gsize) argc);
  text = g_strjoinv (" ", words);
  request = salon_find_request_new (text, (guint) limit);
  found = salon_session_query_sync (ctl->session, &salon_query_find, request, &error);
  salon_find_request_free (request);
  if (found == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < found->clients->len; i++)
    g_ptr_array_add (rows, found_row (found->clients->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static void
add_names (SalonRecord *row, const char *key, GPtrArray *named)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < named->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((const SalonNamed *) named->pdata[i])->name);
  salon_record_set_text (row, key, text->str);
}

static void
add_phones (SalonRecord *row, GPtrArray *phones)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < phones->len; i++) {
    const SalonClientPhone *phone = phones->pdata[i];

    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", phone->e164 != NULL ? phone->e164 : phone->typed);
  }
  salon_record_set_text (row, "phones", text->str);
}

static SalonRecord *
panel_row (const SalonClientPanel *panel)
{
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", salon_entity_get_id (panel->client));
  salon_record_set_text (row, "name", panel->name);
  add_phones (row, panel->phones);
  set_optional (row, "email", panel->client->email);
  salon_record_set_text (row, "status", status_words[panel->status.status & 3]);
  salon_record_set_int (row, "visits", panel->visit_days);
  set_day (row, "first_visit", panel->first_day);
  set_day (row, "last_visit", panel->last_day);
  set_minute (row, "next_visit", panel->next != NULL ? panel->next->start_min : 0);
  salon_record_set_int (row, "sold", panel->sold);
  salon_record_set_int (row, "sold_12m", panel->sold_12m);
  salon_record_set_int (row, "top_place", panel->top_place);
  salon_record_set_int (row, "no_shows", panel->no_shows);
  add_names (row, "tags", panel->tags);
  add_names (row, "categories", panel->categories);
  add_names (row, "masters", panel->masters);
  add_names (row, "services", panel->services);
  set_optional (row, "alert", panel->client->alert);
  set_optional (row, "note", panel->client->note);
  if (panel->client->merged_into_id != 0)
    salon_record_set_int (row, "merged_into", panel->client->merged_into_id);
  return row;
}

static int
cmd_show (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *as_of = NULL;
  const GOptionEntry entries[] = { { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClientPanel) panel = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonPanelRequest request = { 0, SALON_DAY_NONE };
  SalonDay day = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, as_of, &day, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which client: client show ID."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  request.as_of = as_of != NULL ? day : SALON_DAY_NONE;
  panel = salon_session_query_sync (ctl->session, &salon_query_client_panel, &request, &error);
  if (panel == NULL)
    return salon_ctl_fail (error);
  g_ptr_array_add (rows, panel_row (panel));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* What client add and client set take; a text left out stays as it is. */
typedef struct {
  char *first_name;
  char *surname;
  char *patronymic;
  char *phone;
  char *email;
  char *birth;
  char *note;
  char *alert;
} ClientOptions;

static void
client_options_clear (ClientOptions *o)
{
  g_free (o->first_name);
  g_free (o->surname);
  g_free (o->patronymic);
  g_free (o->phone);
  g_free (o->email);
  g_free (o->birth);
  g_free (o->note);
  g_free (o->alert);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClientOptions, client_options_clear)

static gboolean
parse_client (ClientOptions *o, int *argc, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "first-name", 0, 0, G_OPTION_ARG_STRING, &o->first_name, NULL, NULL },
    { "surname", 0, 0, G_OPTION_ARG_STRING, &o->surname, NULL, NULL },
    { "patronymic", 0, 0, G_OPTION_ARG_STRING, &o->patronymic, NULL, NULL },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &o->phone, NULL, NULL },
    { "email", 0, 0, G_OPTION_ARG_STRING, &o->email, NULL, NULL },
    { "birth", 0, 0, G_OPTION_ARG_STRING, &o->birth, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &o->note, NULL, NULL },
    { "alert", 0, 0, G_OPTION_ARG_STRING, &o->alert, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return salon_ctl_parse (entries, argc, argv, status);
}

static void
put (SalonClient *client, const char *field, const char *value)
{
  if (value != NULL)
    salon_entity_put_text (client, salon_entity_info_find (salon_entity_info ((SalonEntity *) client), field), value);
}

static gboolean
apply (const ClientOptions *o, SalonClient *client, int *status)
{
  g_autoptr (GError) error = NULL;
  SalonDay day = 0;
  int y = 0, m = 0, d = 0;

  put (client, "first_name", o->first_name);
  put (client, "surname", o->surname);
  put (client, "patronymic", o->patronymic);
  put (client, "email", o->email);
  put (client, "note", o->note);
  put (client, "alert", o->alert);
  if (o->birth == NULL)
    return TRUE;
  if (!salon_day_parse (o->birth, &day, &error)) {
    *status = salon_ctl_fail (error);
    return FALSE;
  }
  salon_day_to_ymd (day, &y, &m, &d);
  client->birth_year = y;
  client->birth_month = m;
  client->birth_mday = d;
  return TRUE;
}

static int
save (SalonCtl *ctl, SalonClientDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (ctl->session, &salon_command_client_save, draft, NULL, &done, &error))
    return salon_ctl_fail (error);
  row = salon_record_new ();
  salon_record_set_int (row, "id", done.id);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static void
take_phone (SalonClientDraft *draft, const char *phone)
{
  if (phone == NULL)
    return;
  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_ptr_array_add (draft->phones, salon_phone_draft_new (0, phone, NULL));
}

static int
cmd_add (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (ClientOptions) o = { 0 };
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonClientDraft) draft = salon_client_draft_new (NULL, client);
  int status = 0;

  if (!parse_client (&o, &argc, &argv, &status) || !apply (&o, draft->curr, &status) || !salon_ctl_open (ctl, TRUE, &status))
    return status;
  if (argc > 0)
    return salon_ctl_usage (_("“%s” is too much."), argv[0]);
  take_phone (draft, o.phone);
  return save (ctl, draft);
}

static int
cmd_set (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (ClientOptions) o = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClientPanel) panel = NULL;
  g_autoptr (SalonClient) curr = NULL;
  g_autoptr (SalonClientDraft) draft = NULL;
  SalonPanelRequest request = { 0, SALON_DAY_NONE };
  int status = 0;

  if (!parse_client (&o, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which client: client set ID --field VALUE …"));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  panel = salon_session_query_sync (ctl->session, &salon_query_client_panel, &request, &error);
  if (panel == NULL)
    return salon_ctl_fail (error);
  curr = salon_client_copy (panel->client);
  if (!apply (&o, curr, &status))
    return status;
  draft = salon_client_draft_new (panel->client, curr);
  take_phone (draft, o.phone);
  return save (ctl, draft);
}

#define CLIENT_FIELDS                                                                                \
  "[--first-name TEXT] [--surname TEXT] [--patronymic TEXT] [--phone TEXT] [--email TEXT] "          \
  "[--birth DATE] [--note TEXT] [--alert TEXT]"

const SalonCtlCommand salon_ctl_client_commands[] = {
  { "find", "TEXT [--limit N]", SALON_N ("Finds clients by name, phone or e-mail"), cmd_find },
  { "client show", "ID [--as-of DATE]", SALON_N ("Shows a client"), cmd_show },
  { "client add", CLIENT_FIELDS, SALON_N ("Adds a client"), cmd_add },
  { "client set", "ID " CLIENT_FIELDS, SALON_N ("Changes a client"), cmd_set },
  { NULL, NULL, NULL, NULL },
};
