/* scan: what a code is and what the window would do with it.  Changes nothing. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "model/services/scan.h"

static const char *const kind_words[] = { "unknown", "card", "ticket", "certificate", "goods" };
static const char *const state_words[] = { "good", "not-given-out", "blocked", "expired", "replaced", "returned",
                                           "rests", "empty", "spoiled", "not-sold", "damaged" };
static const char *const deed_words[] = { "refuse", "arrive", "check-out", "show", "buy", "redeem", "pay", "sell", "issue" };

G_STATIC_ASSERT (G_N_ELEMENTS (state_words) == SALON_SCAN_STATE_LAST + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (deed_words) == SALON_SCAN_ISSUE + 1);

static void
set_id (SalonRecord *row, const char *key, gint64 id)
{
  if (id != 0)
    salon_record_set_int (row, key, id);
  else
    salon_record_set_text (row, key, NULL);
}

static void
print_found (SalonCtl *ctl, const SalonScanFound *found)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = salon_ctl_add_row (rows);
  SalonScanDeed deed = salon_scan_decide (&found->facts);
  g_autofree char *at = found->visit_id != 0 ? salon_ctl_wall_text (found->visit_min) : NULL;

  salon_record_set_text (row, "code", found->code);
  salon_record_set_text (row, "kind", kind_words[found->facts.kind]);
  salon_record_set_text (row, "state", state_words[found->facts.state]);
  salon_record_set_text (row, "is", found->text);
  set_id (row, "id", found->subject_id);
  set_id (row, "client_id", found->client_id);
  salon_record_set_text (row, "client", found->client);
  set_id (row, "visit", found->visit_id);
  salon_record_set_text (row, "at", at);
  salon_record_set_text (row, "does", deed_words[deed]);
  salon_record_set_text (row, "says", found->refusal != NULL ? found->refusal : salon_scan_deed_text (deed));
  salon_ctl_print (ctl, rows);
}

static int
cmd_scan (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonScanFound) found = NULL;
  SalonScanRequest request = { NULL };
  int status = 0;

  if (argc != 1)
    return salon_ctl_usage ("%s", _("scan takes one code."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  request.code = argv[0];
  found = salon_session_query_sync (ctl->session, &salon_query_scan, &request, &error);
  if (found == NULL)
    return salon_ctl_fail (error);
  print_found (ctl, found);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_scan_commands[] = {
  { "scan", "CODE", N_ ("Says what a code is and what scanning it does"), cmd_scan },
  { NULL, NULL, NULL, NULL },
};
