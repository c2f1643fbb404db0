/* ticket kinds, add-kind, add, list, freeze, unfreeze, extend. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "model/entities/service.h"
#include "model/services/settings.h"
#include "model/services/tickets.h"

static const char *const unit_words[] = { "", "visits", "minutes", "money" };
static const char *const start_words[] = { "", "sale", "first-visit", "days" };
static const char *const state_words[] = { "", "not-started", "active", "frozen", "used-up", "expired", "refunded" };

static int
word_of (const char *const *words, guint n, const char *word)
{
  for (guint i = 1; i < n; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return (int) i;
  return 0;
}

/* ---- kinds */

static SalonRecord *
kind_row (SalonCtl *ctl, const SalonTicketKindRow *kind)
{
  SalonRecord *row = salon_record_new ();
  g_autoptr (GString) services = g_string_new (NULL);

  for (guint i = 0; i < kind->services->len; i++) {
    const SalonTicketKindUnits *units = &g_array_index (kind->services, SalonTicketKindUnits, i);
    g_autofree char *name = salon_ctl_name_of (ctl, salon_service_get_type (), units->service_id);

    g_string_append_printf (services, "%s%s", i > 0 ? ", " : "", name);
    if (units->units > 0)
      g_string_append_printf (services, " × %" G_GINT64_FORMAT, units->units / 1000);
  }
  salon_record_set_int (row, "id", salon_entity_get_id (kind->kind));
  salon_record_set_text (row, "name", kind->kind->name);
  salon_record_set_text (row, "counts", unit_words[kind->kind->unit]);
  salon_record_set_int (row, "units", kind->units / 1000);
  salon_record_set_text (row, "services", services->str);
  salon_ctl_set_amount (ctl, row, "price", kind->kind->price);
  salon_record_set_int (row, "days", kind->kind->valid_days);
  salon_record_set_text (row, "starts", start_words[kind->kind->starts]);
  salon_record_set_int (row, "freeze_days", kind->kind->freeze_days);
  return row;
}

static int
cmd_kinds (SalonCtl *ctl, int argc, char **argv)
{
  SalonTicketKindsRequest request = { FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  int status = 0;

  if (argc > 0)
    return salon_ctl_usage ("%s", _("ticket kinds takes nothing more."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  kinds = salon_session_query_sync (ctl->session, &salon_query_ticket_kinds, &request, &error);
  if (kinds == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < kinds->len; i++)
    g_ptr_array_add (rows, kind_row (ctl, kinds->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* "Manicure" or, for so many of each, "Manicure=5" */
static gboolean
add_services (SalonCtl *ctl, char **names, SalonTicketKindDraft *draft, int *status)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (names[i], "=", 2);
    SalonTicketKindUnits units = { 0 };
    gint64 n = 0;

    units.service_id = salon_ctl_find_named (ctl, salon_service_get_type (), parts[0], status);
    if (units.service_id == 0)
      return FALSE;
    if (parts[1] != NULL && !salon_ctl_id (parts[1], &n)) {
      *status = salon_ctl_usage (_("“%s” is no number of a service."), parts[1]);
      return FALSE;
    }
    units.units = n * 1000;
    draft->curr->split = n > 0 ? SALON_TICKET_PER_SERVICE : draft->curr->split;
    g_array_append_val (draft->services, units);
  }
  return TRUE;
}

static gboolean
parse_price (SalonCtl *ctl, const char *text, gint64 *price, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSettings) settings = salon_session_query_sync (ctl->session, &salon_query_settings, NULL, &error);

  if (settings != NULL && salon_money_parse (text, salon_settings_currency (settings), price, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

static int
cmd_add_kind (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (GStrv) services = NULL;
  g_autofree char *price = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *starts = NULL;
  int units = 0, days = 0, start_days = 0, freeze = 0;
  gboolean bearer = FALSE;
  const GOptionEntry entries[] = {
    { "service", 0, 0, G_OPTION_ARG_STRING_ARRAY, &services, NULL, NULL },
    { "units", 0, 0, G_OPTION_ARG_INT, &units, NULL, NULL },
    { "counts", 0, 0, G_OPTION_ARG_STRING, &counts, NULL, NULL },
    { "price", 0, 0, G_OPTION_ARG_STRING, &price, NULL, NULL },
    { "days", 0, 0, G_OPTION_ARG_INT, &days, NULL, NULL },
    { "starts", 0, 0, G_OPTION_ARG_STRING, &starts, NULL, NULL },
    { "start-days", 0, 0, G_OPTION_ARG_INT, &start_days, NULL, NULL },
    { "freeze", 0, 0, G_OPTION_ARG_INT, &freeze, NULL, NULL },
    { "bearer", 0, 0, G_OPTION_ARG_NONE, &bearer, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();
  g_autoptr (SalonTicketKindDraft) draft = NULL;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  kind->unit = counts != NULL ? word_of (unit_words, G_N_ELEMENTS (unit_words), counts) : SALON_TICKET_UNIT_VISITS;
  kind->starts = starts != NULL ? word_of (start_words, G_N_ELEMENTS (start_words), starts) : SALON_TICKET_STARTS_AT_SALE;
  if (argc != 1 || price == NULL || kind->unit == 0 || kind->starts == 0)
    return salon_ctl_usage ("%s", _("Say what is sold: ticket add-kind NAME --price AMOUNT --units N [--service NAME …] [--days N]."));
  kind->name = g_strdup (argv[0]);
  kind->split = SALON_TICKET_POOL;
  kind->units = (gint64) units * 1000;
  kind->valid_days = days;
  kind->start_days = start_days;
  kind->freeze_days = freeze;
  kind->bearer = bearer;
  draft = salon_ticket_kind_draft_new (NULL, kind);
  if (!salon_ctl_open (ctl, TRUE, &status) || !parse_price (ctl, price, &kind->price, &status)
      || !add_services (ctl, services, draft, &status))
    return status;
  return salon_ctl_submit (ctl, &salon_command_ticket_kind_save, draft);
}

/* ---- tickets */

static SalonRecord *
ticket_row (SalonCtl *ctl, const SalonTicketView *view)
{
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", salon_entity_get_id (view->ticket));
  salon_record_set_text (row, "number", view->ticket->number);
  salon_record_set_text (row, "name", view->ticket->name);
  salon_record_set_int (row, "client_id", view->ticket->client_id);
  salon_record_set_text (row, "state", state_words[view->state]);
  salon_record_set_text (row, "counts", unit_words[view->ticket->unit]);
  salon_record_set_int (row, "units", view->ticket->units / 1000);
  salon_record_set_int (row, "left", salon_ticket_rest (view->facts) / 1000);
  salon_ctl_set_amount (ctl, row, "paid", view->ticket->paid);
  salon_ctl_set_amount (ctl, row, "worth", view->facts->rest_money);
  salon_ctl_set_day (row, "from", view->first_day);
  salon_ctl_set_day (row, "until", view->last_day);
  return row;
}

static int
cmd_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *client = NULL;
  g_autofree char *number = NULL;
  g_autofree char *service = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &number, NULL, NULL },
    { "service", 0, 0, G_OPTION_ARG_STRING, &service, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonTicketsRequest) request = salon_tickets_request_new (0);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || (client != NULL && !salon_ctl_id (client, &request->client_id)))
    return salon_ctl_usage ("%s", _("Say whose: ticket list [--client ID] [--number NUMBER] [--service NAME] [--all]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  request->with_old = all;
  request->number = g_steal_pointer (&number);
  if (service != NULL)
    request->service_id = salon_ctl_find_named (ctl, salon_service_get_type (), service, &status);
  if (service != NULL && request->service_id == 0)
    return status;
  views = salon_session_query_sync (ctl->session, &salon_query_tickets, request, &error);
  if (views == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < views->len; i++)
    g_ptr_array_add (rows, ticket_row (ctl, views->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_freeze (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *note = NULL;
  int days = 0;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "days", 0, 0, G_OPTION_ARG_INT, &days, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonTicketDays) request = NULL;
  SalonDay first_day = 0;
  gint64 id = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &id) || days == 0)
    return salon_ctl_usage ("%s", _("Say which and for how long: ticket freeze ID --days N [--from DATE] [--note TEXT]."));
  if (!salon_ctl_day (ctl, from, &first_day, &status) || !salon_ctl_open (ctl, TRUE, &status))
    return status;
  request = salon_ticket_days_new (id, first_day, days, note);
  return salon_ctl_submit (ctl, &salon_command_ticket_freeze, request);
}

static int
cmd_unfreeze (SalonCtl *ctl, int argc, char **argv)
{
  SalonIdRequest request = { 0 };
  int status = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which: ticket unfreeze ID."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  return salon_ctl_submit (ctl, &salon_command_ticket_unfreeze, &request);
}

static int
cmd_extend (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  int days = 0;
  const GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_INT, &days, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonTicketDays) request = NULL;
  gint64 id = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &id) || days == 0)
    return salon_ctl_usage ("%s", _("Say which and why: ticket extend ID --days N --reason TEXT."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  request = salon_ticket_days_new (id, 0, days, reason);
  return salon_ctl_submit (ctl, &salon_command_ticket_extend, request);
}

/* ---- from elsewhere */

/* What can be said of a ticket that comes from elsewhere. */
typedef struct {
  char **services;
  char *client;
  char *worth;
  char *until;
  char *number;
  char *note;
  int units;
} Brought;

static void
brought_clear (Brought *self)
{
  g_strfreev (self->services);
  g_free (self->client);
  g_free (self->worth);
  g_free (self->until);
  g_free (self->number);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Brought, brought_clear)

static gboolean
fill_opening (SalonCtl *ctl, const Brought *brought, SalonTicketOpening *opening, int *status)
{
  g_autoptr (SalonTicketKind) unused = salon_ticket_kind_new ();
  g_autoptr (SalonTicketKindDraft) draft = salon_ticket_kind_draft_new (NULL, unused);

  if (!add_services (ctl, brought->services, draft, status)
      || (brought->worth != NULL && !parse_price (ctl, brought->worth, &opening->worth, status)))
    return FALSE;
  g_array_append_vals (opening->services, draft->services->data, draft->services->len);
  opening->units = (gint64) brought->units * 1000;
  opening->number = g_strdup (brought->number);
  opening->reason = g_strdup (brought->note);
  return brought->until == NULL || salon_ctl_day (ctl, brought->until, &opening->last_day, status);
}

static int
cmd_add (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (Brought) brought = { 0 };
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &brought.client, NULL, NULL },
    { "units", 0, 0, G_OPTION_ARG_INT, &brought.units, NULL, NULL },
    { "service", 0, 0, G_OPTION_ARG_STRING_ARRAY, &brought.services, NULL, NULL },
    { "worth", 0, 0, G_OPTION_ARG_STRING, &brought.worth, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &brought.until, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &brought.number, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &brought.note, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonTicketOpening) opening = salon_ticket_opening_new (0, 0);
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || (brought.client != NULL && !salon_ctl_id (brought.client, &opening->client_id)))
    return salon_ctl_usage ("%s", _("Say which kind, whose and what is left: ticket add NAME --client ID --units N --worth AMOUNT."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  opening->kind_id = salon_ctl_find_named (ctl, salon_ticket_kind_get_type (), argv[0], &status);
  if (opening->kind_id == 0 || !fill_opening (ctl, &brought, opening, &status))
    return status;
  return salon_ctl_submit (ctl, &salon_command_ticket_open, opening);
}

const SalonCtlCommand salon_ctl_ticket_commands[] = {
  { "ticket kinds", "", SALON_N ("Lists the kinds of season tickets"), cmd_kinds },
  { "ticket add-kind",
    "NAME --price AMOUNT --units N | --service NAME=N … [--service NAME …] [--counts visits|minutes|money] [--days N]"
    " [--starts sale|first-visit|days] [--start-days N] [--freeze N] [--bearer]",
    SALON_N ("Adds a kind of season ticket"), cmd_add_kind },
  { "ticket add",
    "NAME --client ID --units N | --service NAME=N … [--worth AMOUNT] [--until DATE] [--number NUMBER] [--note TEXT]",
    SALON_N ("Brings in a season ticket that was sold elsewhere"), cmd_add },
  { "ticket list", "[--client ID] [--number NUMBER] [--service NAME] [--all]",
    SALON_N ("Lists season tickets, the one to use first at the head"), cmd_list },
  { "ticket freeze", "ID --days N [--from DATE] [--note TEXT]", SALON_N ("Lets a season ticket rest"), cmd_freeze },
  { "ticket unfreeze", "ID", SALON_N ("Ends the rest of a season ticket"), cmd_unfreeze },
  { "ticket extend", "ID --days N --reason TEXT", SALON_N ("Gives a season ticket more days"), cmd_extend },
  { NULL, NULL, NULL, NULL },
};
