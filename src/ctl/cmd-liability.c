/* ticket report, certificate report: what the salon owes for them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "model/entities/entity.h"
#include "model/services/liability.h"

/* From the beginning of time to today, unless it is said. */
static gboolean
parse_period (SalonCtl *ctl, int *argc, char ***argv, SalonLiabilityPeriod *period, int *status)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  if (!salon_ctl_parse (entries, argc, argv, status) || !salon_ctl_day (ctl, to, &period->to, status))
    return FALSE;
  period->from = SALON_DAY_MIN;
  return from == NULL || salon_ctl_day (ctl, from, &period->from, status);
}

static SalonRecord *
report_row (const SalonLiabilityPeriod *period, const SalonLiabilityLine *line, const char *number)
{
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", line->id);
  salon_record_set_text (row, "number", number);
  if (period->account == SALON_ACCOUNT_TICKET) {
    salon_record_set_text (row, "name", line->name != NULL ? line->name : "");
    salon_record_set_int (row, "units", line->units);
  }
  salon_record_set_text (row, "client", line->client != NULL ? line->client : "");
  salon_record_set_int (row, "opening", line->opening);
  salon_record_set_int (row, "in", line->in);
  salon_record_set_int (row, "out", line->out);
  salon_record_set_int (row, "expired", line->expired);
  salon_record_set_int (row, "closing", line->closing);
  return row;
}

static int
report (SalonCtl *ctl, SalonLiabilityPeriod *period, const char *usage, int argc, char **argv)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  g_autoptr (SalonLiabilityReport) loaded = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!parse_period (ctl, &argc, &argv, period, &status))
    return status;
  if (argc > 0)
    return salon_ctl_usage ("%s", usage);
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  loaded = salon_session_query_sync (ctl->session, &salon_query_liability_report, period, &error);
  if (loaded == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < loaded->lines->len; i++) {
    const SalonLiabilityLine *line = loaded->lines->pdata[i];

    g_ptr_array_add (rows, report_row (period, line, line->number));
  }
  g_ptr_array_add (rows, report_row (period, &loaded->total, _("Total")));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_tickets (SalonCtl *ctl, int argc, char **argv)
{
  SalonLiabilityPeriod period = { .account = SALON_ACCOUNT_TICKET };

  return report (ctl, &period, _("Say of which time: ticket report [--from DATE] [--to DATE]."), argc, argv);
}

static int
cmd_certificates (SalonCtl *ctl, int argc, char **argv)
{
  SalonLiabilityPeriod period = { .account = SALON_ACCOUNT_CERTIFICATE };

  return report (ctl, &period, _("Say of which time: certificate report [--from DATE] [--to DATE]."), argc, argv);
}

const SalonCtlCommand salon_ctl_liability_commands[] = {
  { "ticket report", "[--from DATE] [--to DATE]", SALON_N ("Lists what is owed for season tickets: opening, in, out, expired, closing"),
    cmd_tickets },
  { "certificate report", "[--from DATE] [--to DATE]",
    SALON_N ("Lists what is owed for gift certificates: opening, in, out, expired, closing"), cmd_certificates },
  { NULL, NULL, NULL, NULL },
};
