/* Rules of discounts: kept and listed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/price-rule-target.h"
#include "model/rules/permission.h"
#include "model/rules/validate-price-rule.h"
#include "model/services/price-rules.h"
#include "model/store/promotion-store.h"
#include "model/store/repo.h"

#define NAME_CHARS 200
#define CODE_CHARS 60

/**
 * salon_price_rule_draft_new:
 * @orig: (transfer none) (nullable): as it was opened
 * @curr: (transfer none): as it is to be
 * @targets: (transfer none) (nullable) (element-type SalonPricingTarget): what it is for; %NULL leaves it
 *
 * Returns: (transfer full): a request
 */
SalonPriceRuleDraft *
salon_price_rule_draft_new (SalonPriceRule *orig, SalonPriceRule *curr, GArray *targets)
{
  SalonPriceRuleDraft *self = g_new0 (SalonPriceRuleDraft, 1);

  self->orig = orig != NULL ? g_object_ref (orig) : NULL;
  self->curr = g_object_ref (curr);
  self->targets = targets != NULL ? g_array_ref (targets) : NULL;
  return self;
}

/**
 * salon_price_rule_draft_free: frees a request
 */
void
salon_price_rule_draft_free (SalonPriceRuleDraft *self)
{
  g_clear_object (&self->orig);
  g_clear_object (&self->curr);
  g_clear_pointer (&self->targets, g_array_unref);
  g_free (self);
}

/* ---- what a rule is for */

static gint64
subject_of (const SalonPriceRuleTarget *row)
{
  return row->service_category_id + row->item_category_id + row->service_id + row->item_id; /* at most one is set */
}

static SalonPriceRuleTarget *
row_of_target (gint64 rule_id, const SalonPricingTarget *target)
{
  SalonPriceRuleTarget *row = salon_price_rule_target_new ();

  row->price_rule_id = rule_id;
  row->kind = target->kind;
  row->service_category_id = target->kind == SALON_PRICE_TARGET_SERVICE_CATEGORY ? target->id : 0;
  row->item_category_id = target->kind == SALON_PRICE_TARGET_ITEM_CATEGORY ? target->id : 0;
  row->service_id = target->kind == SALON_PRICE_TARGET_SERVICE ? target->id : 0;
  row->item_id = target->kind == SALON_PRICE_TARGET_ITEM ? target->id : 0;
  return row;
}

static gboolean
has_target (const GArray *targets, gint64 kind, gint64 id)
{
  for (guint i = 0; i < targets->len; i++) {
    const SalonPricingTarget *target = &g_array_index (targets, SalonPricingTarget, i);

    if (target->kind == (SalonPriceTargetKind) kind && target->id == id)
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_targets (const GArray *targets, GError **error)
{
  for (guint i = 0; i < targets->len; i++) {
    const SalonPricingTarget *target = &g_array_index (targets, SalonPricingTarget, i);
    gboolean is_one = target->kind >= SALON_PRICE_TARGET_SERVICE_CATEGORY;

    if (target->kind >= SALON_PRICE_TARGET_SERVICES && target->kind <= SALON_PRICE_TARGET_LAST && (target->id > 0) == is_one)
      continue;
    salon_set_field_error (error, "targets", _("Choose what costs less."));
    return FALSE;
  }
  return TRUE;
}

static gboolean
drop_unwanted (SalonTx *tx, GPtrArray *rows, const GArray *wanted, GArray *kept, GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    SalonPriceRuleTarget *row = rows->pdata[i];
    SalonPricingTarget target = { (SalonPriceTargetKind) row->kind, subject_of (row) };

    if (has_target (wanted, row->kind, subject_of (row)))
      g_array_append_val (kept, target);
    else if (!salon_repo_delete (tx, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
sync_targets (SalonTx *tx, gint64 rule_id, const GArray *wanted, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_price_rule_target_get_type (), "price_rule_id", rule_id, error);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (SalonPricingTarget));

  if (rows == NULL || !check_targets (wanted, error) || !drop_unwanted (tx, rows, wanted, kept, error))
    return FALSE;
  for (guint i = 0; i < wanted->len; i++) {
    const SalonPricingTarget *target = &g_array_index (wanted, SalonPricingTarget, i);
    g_autoptr (SalonPriceRuleTarget) row = NULL;

    if (has_target (kept, target->kind, target->id))
      continue;
    row = row_of_target (rule_id, target);
    if (!salon_repo_insert (tx, row, error))
      return FALSE;
    g_array_append_val (kept, *target);
  }
  return TRUE;
}

/* ---- saving */

static SalonPriceRule *
cleaned (SalonPriceRule *rule)
{
  SalonPriceRule *copy = salon_price_rule_copy (rule);
  char *code = salon_pricing_code (copy->code);

  g_free (copy->code);
  copy->code = code;
  if (copy->name != NULL) {
    char *name = salon_text_clean (copy->name, NAME_CHARS + 1);

    g_free (copy->name);
    copy->name = name;
  }
  return copy;
}

/* Two rules by one code would be told apart by nobody. */
static gboolean
check_code_is_free (SalonTx *tx, gint64 id, const SalonPriceRule *curr, GError **error)
{
  g_autoptr (GPtrArray) rules = curr->code != NULL ? salon_repo_find (tx, salon_price_rule_get_type (), "archived", 0, error) : NULL;

  if (curr->code == NULL || curr->archived)
    return TRUE;
  if (rules == NULL)
    return FALSE;
  if (g_utf8_strlen (curr->code, -1) > CODE_CHARS) {
    salon_set_field_error (error, "code", ngettext ("A code has at most %d letter.", "A code has at most %d letters.", CODE_CHARS), CODE_CHARS);
    return FALSE;
  }
  for (guint i = 0; i < rules->len; i++) {
    const SalonPriceRule *other = rules->pdata[i];

    if (salon_entity_get_id (other) == id || g_strcmp0 (other->code, curr->code) != 0)
      continue;
    salon_set_field_error (error, "code", _("“%s” has this code already."), other->name);
    return FALSE;
  }
  return TRUE;
}

static gboolean
put_rule (SalonTx *tx, SalonPriceRule *orig, SalonPriceRule *curr, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (orig != NULL) {
    *id = salon_entity_get_id (orig);
    return salon_repo_update_draft (tx, orig, curr, error);
  }
  all = salon_repo_all (tx, salon_price_rule_get_type (), error);
  if (all == NULL)
    return FALSE;
  curr->position = all->len > 0 ? ((SalonPriceRule *) all->pdata[all->len - 1])->position + 1 : 1;
  if (!salon_repo_insert (tx, curr, error))
    return FALSE;
  *id = salon_entity_get_id (curr);
  return TRUE;
}

/**
 * salon_price_rule_save:
 * @id: (out): of the rule
 * @error: %SALON_ERROR_VALIDATION with the field ("targets" of what it is for), or %SALON_ERROR_CONFLICT
 *
 * Makes or changes a rule.  Its code is kept in capitals without blanks.
 */
gboolean
salon_price_rule_save (SalonTx *tx, const SalonPriceRuleDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonPriceRule) curr = cleaned (draft->curr);
  gint64 orig_id = draft->orig != NULL ? salon_entity_get_id (draft->orig) : 0;

  return salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_PRICES_EDIT, error)
         && salon_validate_price_rule (curr, error) && check_code_is_free (tx, orig_id, curr, error)
         && put_rule (tx, draft->orig, curr, id, error)
         && (draft->targets == NULL || sync_targets (tx, *id, draft->targets, error));
}

/**
 * salon_price_rule_archive:
 *
 * The rule takes nothing off any more; receipts go on naming it.
 */
gboolean
salon_price_rule_archive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonPriceRule) rule = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_PRICES_EDIT, error))
    return FALSE;
  *id = request->id;
  rule = salon_repo_get (tx, salon_price_rule_get_type (), request->id, error);
  if (rule == NULL)
    return FALSE;
  rule->archived = 1;
  return salon_repo_update (tx, rule, error);
}

/* ---- reading */

static gboolean
fill_rule (SalonTx *tx, SalonPricingRule *self, gboolean count_all, GError **error)
{
  gint64 id = salon_entity_get_id (self->rule);
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_price_rule_target_get_type (), "price_rule_id", id, error);
  gint64 used = 0;

  if (rows == NULL || ((count_all || self->rule->in_all > 0) && !salon_promotion_store_uses (tx, id, 0, &used, error)))
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SalonPriceRuleTarget *row = rows->pdata[i];

    salon_pricing_rule_add_target (self, (SalonPriceTargetKind) row->kind, subject_of (row));
  }
  self->used_in_all = (guint) used;
  return TRUE;
}

/**
 * salon_price_rules_load:
 * @count_all: says of each how often it was used in all; else only of those that are limited, because that takes as long
 *   as it was used often
 *
 * Returns: (transfer full) (element-type SalonPricingRule): all that are not in the archive, by position, with what they are
 *   for
 */
GPtrArray *
salon_price_rules_load (SalonTx *tx, gboolean count_all, GError **error)
{
  g_autoptr (GPtrArray) rules = salon_repo_find (tx, salon_price_rule_get_type (), "archived", 0, error);
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_pricing_rule_free);

  if (rules == NULL)
    return NULL;
  for (guint i = 0; i < rules->len; i++) {
    SalonPricingRule *rule = salon_pricing_rule_new (rules->pdata[i]);

    g_ptr_array_add (loaded, rule);
    if (!fill_rule (tx, rule, count_all, error))
      return NULL;
  }
  return g_steal_pointer (&loaded);
}

static GPtrArray *
list_rules (SalonTx *tx, gconstpointer nothing, GError **error)
{
  return salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error) ? salon_price_rules_load (tx, TRUE, error) : NULL;
}

SALON_DEFINE_COMMAND (salon_command_price_rule_save, "price-rule.save", SALON_N ("Discount saved"), salon_price_rule_save,
                      SalonPriceRuleDraft, salon_price_rule_draft_free)
SALON_DEFINE_COMMAND (salon_command_price_rule_archive, "price-rule.archive", SALON_N ("Discount removed"),
                      salon_price_rule_archive, SalonIdRequest, g_free)
SALON_DEFINE_QUERY (salon_query_price_rules, "price-rules.list", list_rules, void, NULL, g_ptr_array_unref)
