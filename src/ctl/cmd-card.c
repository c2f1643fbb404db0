/* card issue, block, unblock, replace, return, expire, spoil, show, list, log, kinds, add-kind, blanks. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl.h"
#include "model/services/card-log.h"
#include "model/services/cards.h"
#include "model/services/catalogue.h"

#define WHOLE_BP 100

/* Words for the numbers of the file, for machines: never translated. */
static const char *const states[] = { NULL, "blank", "printing", "issued", "blocked", "replaced", "returned", "expired", "spoiled", NULL };
static const char *const purposes[] = { NULL, "club", "discount", "ticket", "certificate", NULL };
static const char *const codes[] = { "none", "ean13", "code128", "qr", NULL };
static const char *const reasons[] = { NULL, "lost", "stolen", "broken", "other", NULL };
static const char *const events[] = { NULL,      "made",      "printed",  "reprinted", "spoiled", "issued", "blocked",
                                      "unblocked", "replaced", "returned", "expired",   "undone",  "merged", "not-printed", NULL };

#define WORD(words, value) word_of (words, G_N_ELEMENTS (words) - 1, value)
#define FIND(words, text)  find_word (words, G_N_ELEMENTS (words) - 1, text)

static const char *
word_of (const char *const *words, guint n, gint64 value)
{
  return value >= 0 && value < n && words[value] != NULL ? words[value] : "";
}

static int
find_word (const char *const *words, guint n, const char *text)
{
  for (guint i = 0; text != NULL && i < n; i++)
    if (words[i] != NULL && g_str_equal (words[i], text))
      return (int) i;
  return -1;
}

static void
set_day (SalonRecord *row, const char *key, gint64 day)
{
  salon_ctl_set_day (row, key, day != 0 ? (SalonDay) day : SALON_DAY_NONE);
}

static void
add_card (GPtrArray *rows, const SalonPlasticCardView *view)
{
  SalonRecord *row = salon_ctl_add_row (rows);

  salon_record_set_int (row, "id", salon_entity_get_id (view->card));
  salon_record_set_text (row, "number", view->card->number);
  salon_record_set_text (row, "kind", view->kind->name);
  salon_record_set_text (row, "state", WORD (states, view->card->state));
  salon_record_set_int (row, "accepted", view->accepted ? 1 : 0);
  salon_record_set_int (row, "client_id", view->client_id);
  salon_record_set_text (row, "client", view->client != NULL ? view->client : "");
  set_day (row, "issued", view->card->issued_day);
  set_day (row, "until", view->card->expires_day);
  salon_record_set_text (row, "newer", view->newer != NULL ? view->newer : "");
}

/* ---- looking */

static SalonCardFound *
find_card (SalonCtl *ctl, const char *number, int *status)
{
  g_autoptr (SalonCardFindRequest) request = salon_card_find_request_new (number);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCardFound) found = salon_session_query_sync (ctl->session, &salon_query_card_find, request, &error);

  if (found == NULL) {
    *status = salon_ctl_fail (error);
    return NULL;
  }
  if (found->view != NULL)
    return g_steal_pointer (&found);
  g_printerr ("salonctl: %s\n", found->why);
  *status = SALON_CTL_REFUSED;
  return NULL;
}

static int
cmd_show (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonCardFound) found = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  int status = 0;

  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which: card show NUMBER."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  found = find_card (ctl, argv[0], &status);
  if (found == NULL)
    return status;
  add_card (rows, found->view);
  salon_record_set_text (rows->pdata[0], "why", found->why != NULL ? found->why : "");
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static gboolean
find_kind (SalonCtl *ctl, const char *name, gint64 *kind_id, int *status)
{
  if (name != NULL)
    *kind_id = salon_ctl_find_named (ctl, salon_card_kind_get_type (), name, status);
  return name == NULL || *kind_id != 0;
}

static int
cmd_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *client = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *state = NULL;
  g_autoptr (SalonCardsRequest) request = salon_cards_request_new (0);
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "state", 0, 0, G_OPTION_ARG_STRING, &state, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || (client != NULL && !salon_ctl_id (client, &request->client_id)) || (state != NULL && FIND (states, state) < 0))
    return salon_ctl_usage ("%s", _("Say which: card list [--client ID] [--kind NAME] [--state blank, printing, issued, blocked, replaced, returned, expired or spoiled]."));
  if (!salon_ctl_open (ctl, FALSE, &status) || !find_kind (ctl, kind, &request->card_kind_id, &status))
    return status;
  request->states = state != NULL ? 1u << FIND (states, state) : 0;
  views = salon_session_query_sync (ctl->session, &salon_query_cards, request, &error);
  if (views == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < views->len; i++)
    add_card (rows, views->pdata[i]);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static void
add_event (SalonCtl *ctl, GPtrArray *rows, const SalonCardEvent *event)
{
  SalonRecord *row = salon_ctl_add_row (rows);
  int minute = 0;
  SalonDay day = salon_clock_day_of (ctl->clock, event->at, &minute);
  g_autofree char *at = salon_ctl_wall_text ((gint64) day * SALON_MINUTES_A_DAY + minute);

  salon_record_set_text (row, "at", at);
  salon_record_set_text (row, "event", WORD (events, event->kind));
  salon_record_set_text (row, "number", event->number);
  salon_record_set_text (row, "kind", event->card_kind);
  salon_record_set_int (row, "client_id", event->client_id);
  salon_record_set_text (row, "client", event->client != NULL ? event->client : "");
  salon_record_set_text (row, "user", event->user != NULL ? event->user : "");
  salon_record_set_text (row, "why", WORD (reasons, event->why));
  salon_record_set_text (row, "reason", event->reason != NULL ? event->reason : "");
  salon_record_set_int (row, "undone", event->undone ? 1 : 0);
}

static int
cmd_log (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *client = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *event = NULL;
  g_autofree SalonCardLogRequest *request = salon_card_log_request_new ();
  int limit = 0;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },     { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL }, { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "event", 0, 0, G_OPTION_ARG_STRING, &event, NULL, NULL },   { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || limit < 0 || (client != NULL && !salon_ctl_id (client, &request->client_id)) || (event != NULL && FIND (events, event) < 0))
    return salon_ctl_usage ("%s", _("Say which: card log [--from DATE] [--to DATE] [--client ID] [--kind NAME] [--event EVENT] [--limit N]."));
  if (!salon_ctl_open (ctl, FALSE, &status) || !find_kind (ctl, kind, &request->card_kind_id, &status)
      || (from != NULL && !salon_ctl_day (ctl, from, &request->first_day, &status))
      || (to != NULL && !salon_ctl_day (ctl, to, &request->last_day, &status)))
    return status;
  request->kinds = event != NULL ? 1u << FIND (events, event) : 0;
  request->limit = (guint) limit;
  found = salon_session_query_sync (ctl->session, &salon_query_card_log, request, &error);
  if (found == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < found->len; i++)
    add_event (ctl, rows, found->pdata[i]);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* ---- giving out, and what follows */

static int
cmd_issue (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *kind = NULL;
  g_autofree char *ticket = NULL;
  g_autofree char *certificate = NULL;
  g_autoptr (SalonCardIssue) request = salon_card_issue_new (0, 0, NULL);
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &request->number, NULL, NULL },
    { "ticket", 0, 0, G_OPTION_ARG_STRING, &ticket, NULL, NULL },
    { "certificate", 0, 0, G_OPTION_ARG_STRING, &certificate, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 1 || kind == NULL || (argc == 1 && !salon_ctl_id (argv[0], &request->client_id))
      || (ticket != NULL && !salon_ctl_id (ticket, &request->ticket_id))
      || (certificate != NULL && !salon_ctl_id (certificate, &request->certificate_id)))
    return salon_ctl_usage ("%s", _("Say who gets which: card issue CLIENT --kind NAME [--number NUMBER] [--ticket ID] [--certificate ID]."));
  if (!salon_ctl_open (ctl, TRUE, &status) || !find_kind (ctl, kind, &request->card_kind_id, &status))
    return status;
  return salon_ctl_submit (ctl, &salon_command_card_issue, request);
}

/* What is said of a card: NUMBER [--why WHY] [--reason TEXT] [--number NUMBER]. */
typedef struct {
  char *why;
  char *reason;
  char *number;
} Said;

static void
said_clear (Said *self)
{
  g_free (self->why);
  g_free (self->reason);
  g_free (self->number);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

static gboolean
take_said (SalonCtl *ctl, int *argc, char ***argv, Said *said, gint64 *card_id, int *status)
{
  const GOptionEntry entries[] = {
    { "why", 0, 0, G_OPTION_ARG_STRING, &said->why, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &said->reason, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &said->number, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonCardFound) found = NULL;

  if (!salon_ctl_parse (entries, argc, argv, status))
    return FALSE;
  if (*argc != 1 || (said->why != NULL && FIND (reasons, said->why) < 0)) {
    *status = salon_ctl_usage ("%s", _("Say which card, and why: NUMBER [--why lost, stolen, broken or other] [--reason TEXT]."));
    return FALSE;
  }
  if (!salon_ctl_open (ctl, TRUE, status))
    return FALSE;
  found = find_card (ctl, (*argv)[0], status);
  if (found != NULL)
    *card_id = salon_entity_get_id (found->view->card);
  return found != NULL;
}

static SalonCardWhy
why_of (const Said *said)
{
  if (said->why == NULL)
    return said->reason != NULL ? SALON_CARD_WHY_OTHER : SALON_CARD_WHY_NONE;
  return (SalonCardWhy) FIND (reasons, said->why);
}

static int
change (SalonCtl *ctl, int argc, char **argv, const SalonCommand *command)
{
  g_auto (Said) said = { NULL };
  g_autoptr (SalonCardChange) request = NULL;
  gint64 card_id = 0;
  int status = 0;

  if (!take_said (ctl, &argc, &argv, &said, &card_id, &status))
    return status;
  request = salon_card_change_new (card_id, why_of (&said), said.reason);
  return salon_ctl_submit (ctl, command, request);
}

static int
cmd_block (SalonCtl *ctl, int argc, char **argv)
{
  return change (ctl, argc, argv, &salon_command_card_block);
}

static int
cmd_unblock (SalonCtl *ctl, int argc, char **argv)
{
  return change (ctl, argc, argv, &salon_command_card_unblock);
}

static int
cmd_return (SalonCtl *ctl, int argc, char **argv)
{
  return change (ctl, argc, argv, &salon_command_card_return);
}

static int
cmd_expire (SalonCtl *ctl, int argc, char **argv)
{
  return change (ctl, argc, argv, &salon_command_card_expire);
}

static int
cmd_spoil (SalonCtl *ctl, int argc, char **argv)
{
  return change (ctl, argc, argv, &salon_command_card_spoil);
}

static int
cmd_replace (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (Said) said = { NULL };
  g_autoptr (SalonCardReplace) request = NULL;
  gint64 card_id = 0;
  int status = 0;

  if (!take_said (ctl, &argc, &argv, &said, &card_id, &status))
    return status;
  request = salon_card_replace_new (card_id, said.number, why_of (&said), said.reason);
  return salon_ctl_submit (ctl, &salon_command_card_replace, request);
}

/* ---- kinds and blanks */

static void
add_kind_row (GPtrArray *rows, const SalonCardKind *kind)
{
  SalonRecord *row = salon_ctl_add_row (rows);

  salon_record_set_int (row, "id", salon_entity_get_id (kind));
  salon_record_set_text (row, "name", kind->name);
  salon_record_set_text (row, "for", WORD (purposes, kind->purpose));
  salon_record_set_text (row, "code", WORD (codes, kind->code));
  salon_record_set_text (row, "prefix", kind->prefix != NULL ? kind->prefix : "");
  salon_record_set_int (row, "digits", kind->length);
  salon_record_set_int (row, "random", kind->random != 0 ? 1 : 0);
  salon_record_set_int (row, "discount_bp", kind->discount_bp);
  salon_record_set_int (row, "days", kind->valid_days);
  salon_record_set_int (row, "least", kind->min_blanks);
}

static int
cmd_kinds (SalonCtl *ctl, int argc, char **argv)
{
  SalonEntityListRequest request = { salon_card_kind_get_type (), FALSE };
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  kinds = salon_session_query_sync (ctl->session, &salon_query_catalogue_list, &request, &error);
  if (kinds == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < kinds->len; i++)
    add_kind_row (rows, kinds->pdata[i]);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
save_kind (SalonCtl *ctl, SalonCardKind *kind)
{
  SalonEntityDraft draft = { .curr = (SalonEntity *) kind };
  int status = 0;

  return salon_ctl_open (ctl, TRUE, &status) ? salon_ctl_submit (ctl, &salon_command_catalogue_save, &draft) : status;
}

static int
cmd_add_kind (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *purpose = NULL;
  g_autofree char *code = NULL;
  g_autoptr (SalonCardKind) kind = salon_card_kind_new ();
  int digits = 13, percent = 0, days = 0, least = 0;
  gboolean in_order = FALSE;
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &purpose, NULL, NULL },   { "code", 0, 0, G_OPTION_ARG_STRING, &code, NULL, NULL },
    { "prefix", 0, 0, G_OPTION_ARG_STRING, &kind->prefix, NULL, NULL }, { "digits", 0, 0, G_OPTION_ARG_INT, &digits, NULL, NULL },
    { "in-order", 0, 0, G_OPTION_ARG_NONE, &in_order, NULL, NULL }, { "percent", 0, 0, G_OPTION_ARG_INT, &percent, NULL, NULL },
    { "days", 0, 0, G_OPTION_ARG_INT, &days, NULL, NULL },        { "least", 0, 0, G_OPTION_ARG_INT, &least, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || (purpose != NULL && FIND (purposes, purpose) < 0) || (code != NULL && FIND (codes, code) < 0))
    return salon_ctl_usage ("%s", _("Say what it is: card add-kind NAME [--for club, discount, ticket or certificate] [--code ean13, code128, qr or none] [--prefix DIGITS] [--digits N] [--in-order] [--percent N] [--days N] [--least N]."));
  kind->name = g_strdup (argv[0]);
  kind->purpose = purpose != NULL ? FIND (purposes, purpose) : SALON_CARD_CLUB;
  kind->code = code != NULL ? FIND (codes, code) : SALON_CARD_CODE_EAN13;
  kind->length = digits;
  kind->random = !in_order;
  kind->first_serial = 1;
  kind->discount_bp = (gint64) percent * WHOLE_BP;
  kind->valid_days = days;
  kind->min_blanks = least;
  return save_kind (ctl, kind);
}

static int
show_stock (SalonCtl *ctl)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GArray) stock = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  stock = salon_session_query_sync (ctl->session, &salon_query_card_stock, NULL, &error);
  if (stock == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < stock->len; i++) {
    const SalonCardStock *one = &g_array_index (stock, SalonCardStock, i);
    SalonRecord *row = salon_ctl_add_row (rows);
    g_autofree char *name = salon_ctl_name_of (ctl, salon_card_kind_get_type (), one->card_kind_id);

    salon_record_set_text (row, "kind", name);
    salon_record_set_int (row, "blanks", one->n_plastic);
    salon_record_set_int (row, "with_number", one->n_numbered);
    salon_record_set_int (row, "at_printer", one->n_waiting);
    salon_record_set_int (row, "too_few", one->too_few ? 1 : 0);
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* What the options say: one of the four. */
static int
note_blanks (SalonCtl *ctl, gint64 kind_id, const int numbers[4], const char *reason)
{
  static const SalonBlanksKind what[] = { SALON_BLANKS_RECEIVED, SALON_BLANKS_SPOILED, SALON_BLANKS_COUNTED };
  g_autoptr (SalonCardBlanks) request = NULL;
  SalonCardBatch batch = { kind_id, (guint) MAX (numbers[3], 0) };

  for (guint i = 0; i < G_N_ELEMENTS (what); i++)
    if (numbers[i] >= 0) {
      request = salon_card_blanks_new (kind_id, what[i], numbers[i], reason);
      return salon_ctl_submit (ctl, &salon_command_card_blanks, request);
    }
  return salon_ctl_submit (ctl, &salon_command_card_batch, &batch);
}

static int
cmd_blanks (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  int numbers[4] = { -1, -1, -1, -1 };
  const GOptionEntry entries[] = {
    { "received", 0, 0, G_OPTION_ARG_INT, &numbers[0], NULL, NULL }, { "spoiled", 0, 0, G_OPTION_ARG_INT, &numbers[1], NULL, NULL },
    { "counted", 0, 0, G_OPTION_ARG_INT, &numbers[2], NULL, NULL },  { "make", 0, 0, G_OPTION_ARG_INT, &numbers[3], NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  gint64 kind_id = 0;
  guint n_said = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    n_said += numbers[i] >= 0 ? 1 : 0;
  if (argc == 0 && n_said == 0)
    return show_stock (ctl);
  if (argc != 1 || n_said != 1)
    return salon_ctl_usage ("%s", _("Say of which kind, and one of these: card blanks KIND --received N, --spoiled N, --counted N or --make N [--reason TEXT]."));
  if (!salon_ctl_open (ctl, TRUE, &status) || !find_kind (ctl, argv[0], &kind_id, &status))
    return status;
  return note_blanks (ctl, kind_id, numbers, reason);
}

const SalonCtlCommand salon_ctl_card_commands[] = {
  { "card issue", "CLIENT --kind NAME [--number NUMBER] [--ticket ID] [--certificate ID]", SALON_N ("Gives a card to a client"),
    cmd_issue },
  { "card block", "NUMBER --why WHY [--reason TEXT]", SALON_N ("Blocks a card"), cmd_block },
  { "card unblock", "NUMBER [--reason TEXT]", SALON_N ("Takes the block of a card away"), cmd_unblock },
  { "card replace", "NUMBER [--number NUMBER] [--why WHY] [--reason TEXT]", SALON_N ("Gives another card instead of one"), cmd_replace },
  { "card return", "NUMBER [--reason TEXT]", SALON_N ("Takes a card back"), cmd_return },
  { "card expire", "NUMBER [--reason TEXT]", SALON_N ("Ends a card before its last day"), cmd_expire },
  { "card spoil", "NUMBER [--reason TEXT]", SALON_N ("Notes that a blank with a number was spoiled"), cmd_spoil },
  { "card show", "NUMBER", SALON_N ("Shows whose card it is, and whether it is accepted"), cmd_show },
  { "card list", "[--client ID] [--kind NAME] [--state STATE]", SALON_N ("Lists plastic cards"), cmd_list },
  { "card log", "[--from DATE] [--to DATE] [--client ID] [--kind NAME] [--event EVENT] [--limit N]",
    SALON_N ("Lists everything that happened to plastic cards"), cmd_log },
  { "card kinds", "", SALON_N ("Lists the kinds of plastic cards"), cmd_kinds },
  { "card add-kind", "NAME [--for PURPOSE] [--code CODE] [--prefix DIGITS] [--digits N] [--in-order] [--percent N] [--days N] [--least N]",
    SALON_N ("Adds a kind of plastic card"), cmd_add_kind },
  { "card blanks", "[KIND --received N | --spoiled N | --counted N | --make N] [--reason TEXT]",
    SALON_N ("Shows or notes how many blanks there are"), cmd_blanks },
  { NULL, NULL, NULL, NULL },
};
