/* A rule is asked in one statement whom it concerns; only those are touched, so that nothing is written without need.
 *
 * A filter of a rule may not ask for a category that is given by a rule: two rules could give and take for ever. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/category-rule.h"
#include "model/entities/category.h"
#include "model/entities/client-category.h"
#include "model/entities/filter-text.h"
#include "model/entities/segment.h"
#include "model/rules/permission.h"
#include "model/services/category-rules.h"
#include "model/services/filter-scope.h"
#include "model/store/filter-store.h"
#include "model/store/repo.h"

#define SEGMENT_DEPTH 10

/**
 * salon_category_rule_draft_new:
 * @filter: (transfer none) (nullable): %NULL removes the rule
 *
 * Returns: (transfer full): a request
 */
SalonCategoryRuleDraft *
salon_category_rule_draft_new (gint64 category_id, SalonFilter *filter, gboolean active)
{
  SalonCategoryRuleDraft *self = g_new0 (SalonCategoryRuleDraft, 1);

  self->category_id = category_id;
  self->filter = filter != NULL ? salon_filter_ref (filter) : NULL;
  self->active = active;
  return self;
}

/**
 * salon_category_rule_draft_free: frees a request
 */
void
salon_category_rule_draft_free (SalonCategoryRuleDraft *self)
{
  g_clear_pointer (&self->filter, salon_filter_unref);
  g_free (self);
}

/**
 * salon_rules_request_new:
 * @ids: (transfer none) (nullable) (element-type gint64): %NULL = everybody
 *
 * Returns: (transfer full): a request
 */
SalonRulesRequest *
salon_rules_request_new (GArray *ids)
{
  SalonRulesRequest *self = g_new0 (SalonRulesRequest, 1);

  self->ids = ids != NULL ? g_array_ref (ids) : NULL;
  return self;
}

/**
 * salon_rules_request_free: frees a request
 */
void
salon_rules_request_free (SalonRulesRequest *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

/* ---- circles */

/* @segment_id: a segment that is about to get another filter */
typedef struct {
  SalonTx *tx;
  gint64 segment_id;
  const SalonFilter *filter;
} Asking;

static SalonFilter *
filter_of_segment (const Asking *self, gint64 id)
{
  g_autoptr (SalonSegment) segment = NULL;

  if (self->filter != NULL && id == self->segment_id)
    return salon_filter_ref ((SalonFilter *) self->filter);
  segment = salon_repo_find_one (self->tx, salon_segment_get_type (), "id", id, NULL);
  return segment != NULL ? salon_filter_parse (segment->filter, NULL) : NULL;
}

/* Whether the filter asks for the category, or for any at all, by itself or by way of segments. */
static gboolean
asks_for (const Asking *self, const SalonFilter *filter, gint64 category_id, guint depth)
{
  const SalonFilterTest *test = salon_filter_test (filter);

  if (test != NULL && test->field->ref == SALON_FILTER_REF_CATEGORY) {
    for (guint i = 0; i < test->n_ids; i++)
      if (test->ids[i] == category_id)
        return TRUE;
    return test->relation == SALON_FILTER_IS_SET;
  }
  for (guint i = 0; test != NULL && depth > 0 && test->field->ref == SALON_FILTER_REF_SEGMENT && i < test->n_ids; i++) {
    g_autoptr (SalonFilter) its_filter = filter_of_segment (self, test->ids[i]);

    if (its_filter != NULL && asks_for (self, its_filter, category_id, depth - 1))
      return TRUE;
  }
  for (guint i = 0; i < salon_filter_n_children (filter); i++)
    if (asks_for (self, salon_filter_child (filter, i), category_id, depth))
      return TRUE;
  return FALSE;
}

/* Whether the filter asks for a category of one of the rules. */
static gboolean
asks_for_any (const Asking *self, const SalonFilter *filter, GPtrArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    if (asks_for (self, filter, ((SalonCategoryRule *) rules->pdata[i])->category_id, SEGMENT_DEPTH))
      return TRUE;
  return FALSE;
}

/**
 * salon_category_rules_allow_segment:
 * @filter: (transfer none): that the segment is to have
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of "filter" if a rule goes by the segment, and would ask for a category
 *   that is given by a rule
 */
gboolean
salon_category_rules_allow_segment (SalonTx *tx, gint64 segment_id, const SalonFilter *filter, GError **error)
{
  Asking asking = { tx, segment_id, filter };
  g_autoptr (GPtrArray) rules = salon_repo_all (tx, salon_category_rule_get_type (), error);

  for (guint i = 0; rules != NULL && i < rules->len; i++) {
    g_autoptr (SalonFilter) its_filter = salon_filter_parse (((SalonCategoryRule *) rules->pdata[i])->filter, NULL);

    if (its_filter == NULL || !asks_for_any (&asking, its_filter, rules))
      continue;
    salon_set_field_error (error, "filter", _("A category is given by this segment: it cannot ask for a category that is given by a rule itself."));
    return FALSE;
  }
  return rules != NULL;
}

/* ---- saving */

/* Neither may the new rule ask for a category with a rule, nor an old rule for the category of the new one. */
static gboolean
check_circle (SalonTx *tx, const SalonCategoryRuleDraft *draft, GError **error)
{
  Asking asking = { tx, 0, NULL };
  g_autoptr (GPtrArray) rules = salon_repo_all (tx, salon_category_rule_get_type (), error);
  gboolean circle = FALSE;

  if (rules == NULL)
    return FALSE;
  circle = asks_for (&asking, draft->filter, draft->category_id, SEGMENT_DEPTH) || asks_for_any (&asking, draft->filter, rules);
  for (guint i = 0; i < rules->len && !circle; i++) {
    const SalonCategoryRule *rule = rules->pdata[i];
    g_autoptr (SalonFilter) filter = salon_filter_parse (rule->filter, NULL);

    circle = filter != NULL && rule->category_id != draft->category_id
             && asks_for (&asking, filter, draft->category_id, SEGMENT_DEPTH);
  }
  if (!circle)
    return TRUE;
  salon_set_field_error (error, "filter", _("A rule cannot ask for a category that is given by a rule itself."));
  return FALSE;
}

/**
 * salon_category_rule_save:
 * @id: (out): of the category
 *
 * Makes, changes or removes the rule of a category.  Who is concerned gets or loses it a moment later, by
 * salon_command_apply_rules.
 */
gboolean
salon_category_rule_save (SalonTx *tx, const SalonCategoryRuleDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonCategory) category = NULL;
  g_autoptr (SalonCategoryRule) rule = NULL;
  g_autofree char *text = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SETTINGS_EDIT, error))
    return FALSE;
  *id = draft->category_id;
  category = salon_repo_get (tx, salon_category_get_type (), draft->category_id, error);
  if (category == NULL)
    return FALSE;
  rule = salon_repo_find_one (tx, salon_category_rule_get_type (), "category_id", draft->category_id, NULL);
  if (draft->filter == NULL)
    return rule == NULL || salon_repo_delete (tx, rule, error);
  if (!check_circle (tx, draft, error))
    return FALSE;
  text = salon_filter_print (draft->filter);
  if (rule == NULL) {
    rule = salon_category_rule_new ();
    rule->category_id = draft->category_id;
    rule->filter = g_steal_pointer (&text);
    rule->active = draft->active;
    return salon_repo_insert (tx, rule, error);
  }
  g_free (rule->filter);
  rule->filter = g_steal_pointer (&text);
  rule->active = draft->active;
  return salon_repo_update (tx, rule, error);
}

/* ---- giving and taking */

static GArray *
due_of_rule (SalonTx *tx, const SalonFilterScope *scope, const SalonCategoryRule *rule, const GArray *ids, GError **error)
{
  g_autoptr (SalonFilter) filter = salon_filter_parse (rule->filter, error);

  return filter != NULL ? salon_filter_store_due (tx, filter, scope, rule->category_id, ids, SALON_RULES_A_STEP, error) : NULL;
}

/* An undo can bring a circle back that nobody could have saved: rules that would chase each other rest. */
static GPtrArray *
without_circles (SalonTx *tx, GPtrArray *rules)
{
  Asking asking = { tx, 0, NULL };
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rules->len; i++) {
    SalonCategoryRule *rule = rules->pdata[i];
    g_autoptr (SalonFilter) filter = salon_filter_parse (rule->filter, NULL);

    if (filter != NULL && !asks_for_any (&asking, filter, rules))
      g_ptr_array_add (kept, g_object_ref (rule));
  }
  return kept;
}

/* Rules find texts in all that a client has, whoever works with the program. */
static GPtrArray *
active_rules (SalonTx *tx, SalonFilterScope *scope, GError **error)
{
  g_autoptr (GPtrArray) rules = NULL;

  if (!salon_filter_scope_load (tx, scope, error))
    return NULL;
  scope->names_only = FALSE;
  rules = salon_repo_find (tx, salon_category_rule_get_type (), "active", 1, error);
  return rules != NULL ? without_circles (tx, rules) : NULL;
}

/**
 * salon_rules_due:
 *
 * Returns: (transfer full) (element-type gint64): some of those who are to get or lose a category by a rule; may
 *   repeat; empty if there is nothing to do
 */
GArray *
salon_rules_due (SalonTx *tx, const SalonRulesRequest *request, GError **error)
{
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonFilterScope scope;
  g_autoptr (GPtrArray) rules = active_rules (tx, &scope, error);

  for (guint i = 0; rules != NULL && i < rules->len && due->len < SALON_RULES_A_STEP; i++) {
    g_autoptr (GArray) ids = due_of_rule (tx, &scope, rules->pdata[i], request->ids, error);

    if (ids == NULL)
      return NULL;
    g_array_append_vals (due, ids->data, ids->len);
  }
  return rules != NULL ? g_steal_pointer (&due) : NULL;
}

static SalonClientCategory *
row_of (SalonTx *tx, gint64 client_id, gint64 category_id)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_client_category_get_type (), "client_id", client_id, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (((SalonClientCategory *) rows->pdata[i])->category_id == category_id)
      return g_object_ref (rows->pdata[i]);
  return NULL;
}

static gboolean
toggle (SalonTx *tx, gint64 client_id, gint64 category_id, GError **error)
{
  g_autoptr (SalonClientCategory) row = row_of (tx, client_id, category_id);

  if (row != NULL)
    return salon_repo_delete (tx, row, error);
  row = salon_client_category_new ();
  row->client_id = client_id;
  row->category_id = category_id;
  row->by_rule = 1;
  return salon_repo_insert (tx, row, error);
}

/**
 * salon_rules_apply:
 * @n: (out): how many categories were given or taken
 *
 * Gives and takes what is due of the clients asked for.  The log says "by rule".
 */
gboolean
salon_rules_apply (SalonTx *tx, const SalonRulesRequest *request, gint64 *n, GError **error)
{
  SalonFilterScope scope;
  g_autoptr (GPtrArray) rules = active_rules (tx, &scope, error);

  *n = 0;
  g_return_val_if_fail (request->ids != NULL, FALSE);
  for (guint i = 0; rules != NULL && i < rules->len; i++) {
    const SalonCategoryRule *rule = rules->pdata[i];
    g_autoptr (GArray) ids = due_of_rule (tx, &scope, rule, request->ids, error);

    if (ids == NULL)
      return FALSE;
    for (guint k = 0; k < ids->len; k++, (*n)++)
      if (!toggle (tx, g_array_index (ids, gint64, k), rule->category_id, error))
        return FALSE;
  }
  return rules != NULL;
}

SALON_DEFINE_COMMAND (salon_command_category_rule_save, "rule.save", SALON_N ("Rule of a category saved"),
                      salon_category_rule_save, SalonCategoryRuleDraft, salon_category_rule_draft_free)
SALON_DEFINE_COMMAND (salon_command_apply_rules, "rule.apply", SALON_N ("Category by rule"), salon_rules_apply,
                      SalonRulesRequest, salon_rules_request_free)
SALON_DEFINE_QUERY (salon_query_rules_due, "rules.due", salon_rules_due, SalonRulesRequest, salon_rules_request_free,
                    g_array_unref)
