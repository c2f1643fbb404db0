/* Separating two cards that were merged, at any time later.  How it is planned stands in unmerge-plan.c. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"
#include "model/services/card-merge.h"
#include "model/services/merge-name.h"
#include "model/services/unmerge-plan.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

static gboolean
may_separate (SalonTx *tx, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  return salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EDIT, error)
         && salon_permission_check (actor, SALON_PERMISSION_CLIENTS_CONTACTS, error)
         && salon_permission_check (actor, SALON_PERMISSION_CLIENTS_ARCHIVE, error);
}

/**
 * salon_client_unmerge_plan:
 * @request: the merge
 *
 * Returns: (transfer full): what salon_client_unmerge() would do now
 */
SalonUnmergePlan *
salon_client_unmerge_plan (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  g_autoptr (SalonUnmerge) unmerge = may_separate (tx, error) ? salon_unmerge_new (tx, request->id, error) : NULL;

  return unmerge != NULL ? g_steal_pointer (&unmerge->told) : NULL;
}

/**
 * salon_client_unmerge:
 * @request: the merge
 * @id: (out): the client whose card comes back
 *
 * What was not changed since the merge goes back exactly; what was changed or made since stays with the card that
 * stayed, field by field.  What belongs together goes together, though one of it was made since: what was said about a
 * call or a visit, the visit of who waited or asked for it, the repetitions of a visit.
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT if they were separated already or the data of a person was erased
 */
gboolean
salon_client_unmerge (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonUnmerge) unmerge = may_separate (tx, error) ? salon_unmerge_new (tx, request->id, error) : NULL;

  if (unmerge == NULL)
    return FALSE;
  for (guint i = 0; i < unmerge->writes->len; i++)
    if (!salon_repo_update (tx, unmerge->writes->pdata[i], error)
        || !salon_card_unmerged (tx, unmerge->writes->pdata[i], error))
      return FALSE;
  *id = unmerge->merge->other_id;
  unmerge->merge->undone_at = salon_clock_now_us (salon_tx_clock (tx));
  return salon_repo_update (tx, unmerge->merge, error);
}

/* ---- what is told */

static char *
count_text (SalonOwnedKind kind, guint n)
{
  switch (kind) {
  case SALON_OWNED_VISITS:
    return g_strdup_printf (ngettext ("%u visit", "%u visits", n), n);
  case SALON_OWNED_PHONES:
    return g_strdup_printf (ngettext ("%u phone", "%u phones", n), n);
  case SALON_OWNED_LABELS:
    return g_strdup_printf (ngettext ("%u tag or category", "%u tags and categories", n), n);
  case SALON_OWNED_VALUES:
    return g_strdup_printf (ngettext ("%u own field", "%u own fields", n), n);
  case SALON_OWNED_CONTACTS:
    return g_strdup_printf (ngettext ("%u call or note", "%u calls and notes", n), n);
  case SALON_OWNED_REFERRALS:
    return g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", n), n);
  case SALON_OWNED_CARDS:
    return g_strdup_printf (ngettext ("%u plastic card", "%u plastic cards", n), n);
  case SALON_OWNED_OTHERS:
  default:
    return g_strdup_printf (ngettext ("%u other entry", "%u other entries", n), n);
  }
}

static char *
list_back (const SalonUnmergePlan *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SALON_N_OWNED_KINDS; i++) {
    g_autofree char *count = self->n_back[i] > 0 ? count_text ((SalonOwnedKind) i, self->n_back[i]) : NULL;

    if (count != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", count);
  }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static char *
list_labels (GPtrArray *labels)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) labels->pdata[i]);
  return g_strdup (text->str);
}

static void
add_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/**
 * salon_unmerge_plan_text:
 *
 * Returns: (transfer full): what goes back and what stays, in whole sentences
 */
char *
salon_unmerge_plan_text (const SalonUnmergePlan *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *back = list_back (self);
  guint n_lost = self->n_gone + self->n_elsewhere;

  if (back != NULL)
    add_sentence (text, g_strdup_printf (_("Back to %s: %s."), self->other, back));
  if (self->fields_back->len > 0) {
    g_autofree char *labels = list_labels (self->fields_back);

    add_sentence (text, g_strdup_printf (_("As before the merge: %s."), labels));
  }
  if (self->fields_stay->len > 0) {
    g_autofree char *labels = list_labels (self->fields_stay);

    add_sentence (text, g_strdup_printf (_("Changed since and left as it is: %s."), labels));
  }
  if (n_lost > 0)
    add_sentence (text, g_strdup_printf (ngettext ("%u entry was removed or went to somebody else since.",
                                                   "%u entries were removed or went to somebody else since.", n_lost),
                                         n_lost));
  if (text->len == 0)
    add_sentence (text, g_strdup_printf (_("The card of %s comes back."), self->other));
  return g_strdup (text->str);
}

/* ---- what can be separated */

/**
 * salon_merged_card_free: frees one
 */
void
salon_merged_card_free (SalonMergedCard *self)
{
  g_free (self->other);
  g_free (self);
}

/**
 * salon_client_merged_cards:
 * @request: a client
 *
 * Returns: (transfer full) (element-type SalonMergedCard): the cards that were merged into hers, and her own merge if
 *   she was merged into another; newest first
 */
GPtrArray *
salon_client_merged_cards (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  static const char *const columns[] = { "client_id", "other_id" };
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_merged_card_free);

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++) {
    g_autoptr (GPtrArray) merges = salon_repo_find (tx, salon_client_merge_get_type (), columns[c], request->id, error);

    if (merges == NULL)
      return NULL;
    for (guint i = merges->len; i > 0; i--) {
      const SalonClientMerge *merge = merges->pdata[i - 1];
      SalonMergedCard *card = NULL;

      if (merge->undone_at != 0)
        continue;
      card = g_new0 (SalonMergedCard, 1);
      card->merge_id = salon_entity_get_id (merge);
      card->survivor_id = merge->client_id;
      card->other_id = merge->other_id;
      card->other = salon_merge_name (tx, merge->other_id);
      card->at = merge->at;
      g_ptr_array_add (cards, card);
    }
  }
  return g_steal_pointer (&cards);
}

SALON_DEFINE_COMMAND (salon_command_client_unmerge, "client.unmerge", SALON_N ("Clients separated again"),
                      salon_client_unmerge, SalonIdRequest, g_free)
SALON_DEFINE_QUERY (salon_query_client_unmerge_plan, "client.unmerge-plan", salon_client_unmerge_plan, SalonIdRequest,
                    g_free, salon_unmerge_plan_free)
SALON_DEFINE_QUERY (salon_query_client_merged_cards, "client.merged-cards", salon_client_merged_cards, SalonIdRequest,
                    g_free, g_ptr_array_unref)
