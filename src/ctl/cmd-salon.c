/* init, generate, status, check. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "ctl/ctl.h"
#include "model/entities/entity.h"
#include "model/services/generate.h"
#include "model/services/health.h"
#include "model/services/overview.h"

static int
cmd_init (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc > 0)
    return salon_ctl_usage (_("“%s” is too much."), argv[0]);
  if (!salon_session_create (ctl->database, &error))
    return salon_ctl_fail (error);
  printf ("%s\n", ctl->database);
  return SALON_CTL_DONE;
}

static void
on_progress (double fraction, gpointer data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%3d %%", (int) (fraction * 100));
}

static int
cmd_generate (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *size = NULL;
  g_autofree char *today = NULL;
  g_autofree char *language = NULL;
  gint64 seed = 1;
  SalonGenerateRequest request = { 0 };
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, NULL, NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, NULL, NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    { "history-only", 0, 0, G_OPTION_ARG_NONE, &request.history_only, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClock) clock = NULL;
  SalonDay day = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, today, &day, &status))
    return status;
  if (!salon_generate_size_parse (size != NULL ? size : "demo", &request.size, &error))
    return salon_ctl_usage ("%s", error->message);
  request.seed = (guint64) seed;
  request.language = language;
  clock = today != NULL ? salon_clock_new_at (day, 11 * 60 + 20, NULL) : g_object_ref (ctl->clock);
  if (!salon_generate_file (ctl->database, clock, &request, on_progress, NULL, &error))
    return salon_ctl_fail (error);
  if (isatty (STDERR_FILENO))
    fputs ("\r     \r", stderr);
  return SALON_CTL_DONE;
}

static int
cmd_status (SalonCtl *ctl, int argc, char **argv)
{
  static const char *const keys[] = { "potential", "new", "permanent", "lost" };
  g_autofree char *as_of = NULL;
  const GOptionEntry entries[] = { { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autofree SalonSplit *split = NULL;
  SalonSplitRequest request = { SALON_DAY_NONE, NULL };
  SalonRecord *row = NULL;
  SalonDay day = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, as_of, &day, &status)
      || !salon_ctl_open (ctl, FALSE, &status))
    return status;
  request.as_of = as_of != NULL ? day : SALON_DAY_NONE;
  split = salon_session_query_sync (ctl->session, &salon_query_split, &request, &error);
  if (split == NULL)
    return salon_ctl_fail (error);
  row = salon_record_new ();
  for (int i = 0; i < SALON_N_STATUSES; i++)
    salon_record_set_int (row, keys[i], split->counts[i]);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* Beside an open window the search index is left out: only the writer can check it. */
static gboolean
check_search (SalonCtl *ctl, GPtrArray *findings, GError **error)
{
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (ctl->session, &salon_command_check_search, NULL, NULL, &done, error))
    return FALSE;
  if (done.id != 0)
    g_ptr_array_add (findings, g_strdup ("the search index differs from its texts"));
  return TRUE;
}

static int
cmd_check (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  gboolean alone = TRUE;
  int status = 0;

  ctl->session = salon_session_open (ctl->database, ctl->clock, SALON_SESSION_WRITE, &error);
  if (g_error_matches (error, SALON_ERROR, SALON_ERROR_LOCKED)) {
    g_clear_error (&error);
    alone = FALSE;
    if (!salon_ctl_open (ctl, FALSE, &status))
      return status;
  }
  if (ctl->session == NULL)
    return salon_ctl_fail (error);
  findings = salon_session_query_sync (ctl->session, &salon_query_full_health, NULL, &error);
  if (findings == NULL || (alone && !check_search (ctl, findings, &error)))
    return salon_ctl_fail (error);
  for (guint i = 0; i < findings->len; i++) {
    SalonRecord *row = salon_record_new ();

    salon_record_set_text (row, "finding", findings->pdata[i]);
    g_ptr_array_add (rows, row);
  }
  salon_ctl_print (ctl, rows);
  return findings->len == 0 ? SALON_CTL_DONE : SALON_CTL_FILE;
}

const SalonCtlCommand salon_ctl_salon_commands[] = {
  { "init", "", SALON_N ("Makes an empty salon"), cmd_init },
  { "generate", "--size demo|salon|large|huge [--seed N] [--today DATE] [--language en|ru|lv] [--history-only]",
    SALON_N ("Makes an invented salon"), cmd_generate },
  { "status", "[--as-of DATE]", SALON_N ("Counts the clients by status"), cmd_status },
  { "check", "", SALON_N ("Checks the file and everything derived in it"), cmd_check },
  { NULL, NULL, NULL, NULL },
};
