/* certificate list, add, block, unblock; bonus show, correct. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"

static gboolean
parse_amount (SalonCtl *ctl, const char *text, SalonMoney *amount, int *status)
{
  g_autoptr (GError) error = NULL;

  if (salon_money_parse (text, salon_ctl_currency (ctl), amount, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

static int
cmd_certificates (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *code = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "code", 0, 0, G_OPTION_ARG_STRING, &code, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonCertificatesRequest) request = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0)
    return salon_ctl_usage ("%s", _("Say which: certificate list [--code NUMBER] [--all]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  request = salon_certificates_request_new (code);
  request->with_old = all;
  views = salon_session_query_sync (ctl->session, &salon_query_certificates, request, &error);
  if (views == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < views->len; i++) {
    const SalonCertificateView *view = views->pdata[i];
    const SalonCertificate *certificate = view->certificate;
    SalonRecord *row = salon_record_new ();

    salon_record_set_int (row, "id", salon_entity_get_id (certificate));
    salon_record_set_text (row, "number", certificate->number);
    salon_record_set_text (row, "barcode", certificate->barcode);
    salon_ctl_set_amount (ctl, row, "value", certificate->value);
    salon_ctl_set_amount (ctl, row, "left", view->rest);
    salon_ctl_set_day (row, "until", certificate->expires_day != 0 ? (SalonDay) certificate->expires_day : SALON_DAY_NONE);
    salon_record_set_text (row, "blocked", certificate->blocked_reason != NULL ? certificate->blocked_reason : "");
    g_ptr_array_add (rows, row);
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
block (SalonCtl *ctl, gint64 id, const char *reason)
{
  g_autoptr (SalonCertificateBlock) request = salon_certificate_block_new (id, reason);
  int status = 0;

  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  return salon_ctl_submit (ctl, &salon_command_certificate_block, request);
}

static int
cmd_block (SalonCtl *ctl, int argc, char **argv)
{
  gint64 id = 0;

  if (argc != 2 || !salon_ctl_id (argv[0], &id))
    return salon_ctl_usage ("%s", _("Say which and why: certificate block ID REASON."));
  return block (ctl, id, argv[1]);
}

static int
cmd_unblock (SalonCtl *ctl, int argc, char **argv)
{
  gint64 id = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &id))
    return salon_ctl_usage ("%s", _("Say which: certificate unblock ID."));
  return block (ctl, id, NULL);
}

static int
cmd_add (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *client = NULL;
  g_autofree char *until = NULL;
  g_autoptr (SalonCertificateOpening) opening = salon_certificate_opening_new (0, 0);
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &opening->number, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &opening->reason, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || (client != NULL && !salon_ctl_id (client, &opening->client_id)))
    return salon_ctl_usage ("%s", _("Say what is left on it: certificate add AMOUNT [--number NUMBER] [--until DATE] [--client ID]."));
  if (!salon_ctl_open (ctl, TRUE, &status) || !parse_amount (ctl, argv[0], &opening->worth, &status)
      || (until != NULL && !salon_ctl_day (ctl, until, &opening->last_day, &status)))
    return status;
  return salon_ctl_submit (ctl, &salon_command_certificate_open, opening);
}

/* ---- bonus */

static int
cmd_bonus (SalonCtl *ctl, int argc, char **argv)
{
  SalonIdRequest request = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  g_autofree SalonBonusState *state = NULL;
  g_autoptr (GError) error = NULL;
  SalonRecord *row = NULL;
  int status = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say whose: bonus show CLIENT."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  state = salon_session_query_sync (ctl->session, &salon_query_bonus, &request, &error);
  if (state == NULL)
    return salon_ctl_fail (error);
  row = salon_record_new ();
  salon_ctl_set_money (row, "balance", state->balance, salon_ctl_currency (ctl));
  salon_ctl_set_money (row, "available", state->available, salon_ctl_currency (ctl));
  salon_ctl_set_day (row, "next_end", state->next_end);
  salon_ctl_set_money (row, "ends_then", state->next_amount, salon_ctl_currency (ctl));
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_correct (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *amount = NULL;
  g_autofree char *until = NULL;
  g_autoptr (SalonBonusCorrection) correction = salon_bonus_correction_new (0, 0, SALON_DAY_NONE, NULL);
  const GOptionEntry entries[] = {
    { "amount", 0, 0, G_OPTION_ARG_STRING, &amount, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &correction->reason, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &correction->client_id) || amount == NULL)
    return salon_ctl_usage ("%s", _("Say whose, how much and why: bonus correct CLIENT --amount AMOUNT --reason TEXT [--until DATE]."));
  if (!salon_ctl_open (ctl, TRUE, &status) || !parse_amount (ctl, amount, &correction->amount, &status)
      || (until != NULL && !salon_ctl_day (ctl, until, &correction->last_day, &status)))
    return status;
  return salon_ctl_submit (ctl, &salon_command_bonus_correct, correction);
}

const SalonCtlCommand salon_ctl_certificate_commands[] = {
  { "certificate list", "[--code NUMBER] [--all]", SALON_N ("Lists gift certificates"), cmd_certificates },
  { "certificate add", "AMOUNT [--number NUMBER] [--until DATE] [--client ID] [--note TEXT]",
    SALON_N ("Brings in a gift certificate that was sold elsewhere"), cmd_add },
  { "certificate block", "ID REASON", SALON_N ("Blocks a gift certificate"), cmd_block },
  { "certificate unblock", "ID", SALON_N ("Frees a gift certificate that is blocked"), cmd_unblock },
  { "bonus show", "CLIENT", SALON_N ("What bonus a client has"), cmd_bonus },
  { "bonus correct", "CLIENT --amount AMOUNT --reason TEXT [--until DATE]", SALON_N ("Gives bonus or takes it away by hand"),
    cmd_correct },
  { NULL, NULL, NULL, NULL },
};
