/* segment people, segment lists. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "model/entities/entity.h"
#include "model/services/people-lists.h"

static GArray *
parse_ids (int n, char **words, int *status)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 0; i < n; i++) {
    gint64 id = 0;

    if (!salon_ctl_id (words[i], &id)) {
      *status = salon_ctl_usage (_("“%s” is not the number of a client."), words[i]);
      return NULL;
    }
    g_array_append_val (ids, id);
  }
  return g_steal_pointer (&ids);
}

static int
run_job (SalonCtl *ctl, SalonJobRun *run)
{
  g_autoptr (GPtrArray) records = salon_ctl_rows_new ();
  g_autoptr (GError) error = NULL;
  SalonRecord *record = NULL;
  SalonJobResult result = { 0 };

  if (!salon_job_run_sync (ctl->session, run, NULL, NULL, NULL, NULL, &result, &error))
    return salon_ctl_fail (error);
  record = salon_record_new ();
  salon_record_set_int (record, "id", result.made);
  salon_record_set_int (record, "clients", result.n_done - result.n_skipped);
  g_ptr_array_add (records, record);
  salon_ctl_print (ctl, records);
  return SALON_CTL_DONE;
}

static int
cmd_segment_people (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autoptr (GArray) ids = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc < 2)
    return salon_ctl_usage ("%s", _("Say name and clients: segment people NAME ID …"));
  ids = parse_ids (argc - 1, argv + 1, &status);
  if (ids == NULL || !salon_ctl_open (ctl, TRUE, &status))
    return status;
  return run_job (ctl, salon_people_list_run_new (salon_people_list_draft_new (argv[0], from, ids)));
}

static int
cmd_segment_lists (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) records = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  lists = salon_session_query_sync (ctl->session, &salon_query_people_lists, NULL, &error);
  if (lists == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < lists->len; i++) {
    const SalonPeopleListInfo *info = lists->pdata[i];
    SalonRecord *record = salon_record_new ();

    salon_record_set_int (record, "id", info->id);
    salon_record_set_text (record, "name", info->name);
    salon_record_set_int (record, "clients", info->n_people);
    salon_record_set_text (record, "from", info->made_from != NULL ? info->made_from : "");
    g_ptr_array_add (records, record);
  }
  salon_ctl_print (ctl, records);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_people_commands[] = {
  { "segment people", "NAME ID … [--from TEXT]", SALON_N ("Makes a segment of these clients"), cmd_segment_people },
  { "segment lists", "", SALON_N ("Lists the lists of clients that segments were made of"), cmd_segment_lists },
  { NULL, NULL, NULL, NULL },
};
