/* duplicates, merge, unmerge. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "model/services/duplicate-pairs.h"
#include "model/services/merge.h"

#define USAGE_MERGE   "SURVIVOR OTHER [--take FIELD] [--keep FIELD] [--both FIELD] …"
#define DEFAULT_LIMIT 100

static SalonRecord *
pair_row (const SalonDuplicatePair *pair)
{
  SalonRecord *row = salon_record_new ();
  g_autofree char *reasons = salon_duplicate_reasons_text (pair->reasons);

  salon_record_set_int (row, "score", pair->score);
  salon_record_set_int (row, "survivor", pair->survivor->id);
  salon_record_set_text (row, "name", pair->survivor->name);
  salon_record_set_int (row, "other", pair->other->id);
  salon_record_set_text (row, "other_name", pair->other->name);
  salon_record_set_text (row, "reasons", reasons);
  return row;
}

static int
cmd_duplicates (SalonCtl *ctl, int argc, char **argv)
{
  int min_score = SALON_DUPLICATE_LIKELY;
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = { { "min-score", 0, 0, G_OPTION_ARG_INT, &min_score, NULL, NULL },
                                   { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonDuplicatePairs) pairs = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonPairsRequest request = { 0, 0, 0 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 0 || min_score < 1 || min_score > 100 || limit < 1)
    return salon_ctl_usage ("%s", _("Say from which score on: duplicates [--min-score 1…100] [--limit N]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  request.min_score = min_score;
  request.limit = (guint) limit;
  pairs = salon_session_query_sync (ctl->session, &salon_query_duplicate_pairs, &request, &error);
  if (pairs == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < pairs->pairs->len; i++)
    g_ptr_array_add (rows, pair_row (pairs->pairs->pdata[i]));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* ---- merge */

static gboolean
choose (SalonMergeRequest *request, GStrv names, SalonMergeChoice choice, int *status)
{
  g_autoptr (GArray) fields = salon_merge_fields ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    const SalonMergeField *field = salon_merge_field_of (fields, names[i]);

    if (field == NULL && !g_str_has_prefix (names[i], "custom.")) {
      *status = salon_ctl_usage (_("There is no field “%s”."), names[i]);
      return FALSE;
    }
    if (choice == SALON_MERGE_BOTH && (field == NULL || !field->has_both)) {
      *status = salon_ctl_usage (_("Of “%s” only one can be kept."), names[i]);
      return FALSE;
    }
    salon_merge_request_choose (request, names[i], choice);
  }
  return TRUE;
}

static void
print_id (SalonCtl *ctl, const char *key, gint64 id, const char *text)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, key, id);
  if (text != NULL)
    salon_record_set_text (row, "what", text);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
}

static int
cmd_merge (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (GStrv) take = NULL;
  g_auto (GStrv) keep = NULL;
  g_auto (GStrv) both = NULL;
  const GOptionEntry entries[] = { { "take", 0, 0, G_OPTION_ARG_STRING_ARRAY, &take, NULL, NULL },
                                   { "keep", 0, 0, G_OPTION_ARG_STRING_ARRAY, &keep, NULL, NULL },
                                   { "both", 0, 0, G_OPTION_ARG_STRING_ARRAY, &both, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonMergeRequest) request = salon_merge_request_new (0, 0);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 2 || !salon_ctl_id (argv[0], &request->survivor_id) || !salon_ctl_id (argv[1], &request->other_id))
    return salon_ctl_usage (_("Say which card stays and which goes into it: merge %s."), USAGE_MERGE);
  if (!choose (request, take, SALON_MERGE_TAKE, &status) || !choose (request, keep, SALON_MERGE_KEEP, &status)
      || !choose (request, both, SALON_MERGE_BOTH, &status) || !salon_ctl_open (ctl, TRUE, &status))
    return status;
  if (!salon_session_submit_sync (ctl->session, &salon_command_client_merge, request, NULL, &done, &error))
    return salon_ctl_fail (error);
  print_id (ctl, "id", done.id, NULL);
  return SALON_CTL_DONE;
}

/* ---- unmerge */

/* A client stands for the newest merge of her card. */
static gboolean
merge_of_client (SalonCtl *ctl, gint64 client_id, gint64 *merge_id, int *status)
{
  SalonIdRequest request = { client_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = salon_session_query_sync (ctl->session, &salon_query_client_merged_cards, &request, &error);

  if (cards == NULL) {
    *status = salon_ctl_fail (error);
    return FALSE;
  }
  for (guint i = 0; i < cards->len; i++) /* where she was merged into another comes last, and is what is meant */
    *merge_id = ((SalonMergedCard *) cards->pdata[i])->other_id == client_id || i == 0 ? ((SalonMergedCard *) cards->pdata[i])->merge_id
                                                                                       : *merge_id;
  if (cards->len > 0)
    return TRUE;
  g_printerr ("salonctl: %s\n", _("This card was not merged with any other."));
  *status = SALON_CTL_REFUSED;
  return FALSE;
}

static int
cmd_unmerge (SalonCtl *ctl, int argc, char **argv)
{
  gboolean by_merge = FALSE;
  const GOptionEntry entries[] = { { "merge", 0, 0, G_OPTION_ARG_NONE, &by_merge, NULL, NULL }, { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonUnmergePlan) plan = NULL;
  g_autofree char *text = NULL;
  SalonIdRequest request = { 0 };
  SalonDone done = { 0 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which card comes back: unmerge CLIENT, or unmerge --merge NUMBER."));
  if (!salon_ctl_open (ctl, TRUE, &status) || (!by_merge && !merge_of_client (ctl, request.id, &request.id, &status)))
    return status;
  plan = salon_session_query_sync (ctl->session, &salon_query_client_unmerge_plan, &request, &error);
  if (plan == NULL || !salon_session_submit_sync (ctl->session, &salon_command_client_unmerge, &request, NULL, &done, &error))
    return salon_ctl_fail (error);
  text = salon_unmerge_plan_text (plan);
  print_id (ctl, "id", done.id, text);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_merge_commands[] = {
  { "duplicates", "[--min-score N] [--limit N]", SALON_N ("Lists pairs of cards that are likely one person"), cmd_duplicates },
  { "merge", USAGE_MERGE, SALON_N ("Makes one card of two"), cmd_merge },
  { "unmerge", "CLIENT | --merge NUMBER", SALON_N ("Separates a card that was merged"), cmd_unmerge },
  { NULL, NULL, NULL, NULL },
};
