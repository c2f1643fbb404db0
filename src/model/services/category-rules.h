#pragma once
/* Categories by rule: who fits a filter has the category; who fits no more loses what the rule gave. */
#include "model/entities/filter.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonCategoryRuleDraft:
 * @filter: (nullable): %NULL removes the rule; who has the category keeps it
 * @active: a rule that is not active neither gives nor takes
 */
typedef struct {
  gint64 category_id;
  SalonFilter *filter;
  gboolean active;
} SalonCategoryRuleDraft;

SalonCategoryRuleDraft *salon_category_rule_draft_new (gint64 category_id, SalonFilter *filter, gboolean active);
void salon_category_rule_draft_free (SalonCategoryRuleDraft *self);
gboolean salon_category_rule_save (SalonTx *tx, const SalonCategoryRuleDraft *draft, gint64 *id, GError **error);
gboolean salon_category_rules_allow_segment (SalonTx *tx, gint64 segment_id, const SalonFilter *filter, GError **error);

extern const SalonCommand salon_command_category_rule_save; /* SalonCategoryRuleDraft */

/**
 * SalonRulesRequest:
 * @ids: (nullable) (element-type gint64): of whom; %NULL = everybody, only for the question
 */
typedef struct {
  GArray *ids;
} SalonRulesRequest;

/* So many clients are done at a time. */
#define SALON_RULES_A_STEP 300

SalonRulesRequest *salon_rules_request_new (GArray *ids);
void salon_rules_request_free (SalonRulesRequest *self);
GArray *salon_rules_due (SalonTx *tx, const SalonRulesRequest *request, GError **error);
gboolean salon_rules_apply (SalonTx *tx, const SalonRulesRequest *request, gint64 *n, GError **error);

extern const SalonQuery salon_query_rules_due;       /* SalonRulesRequest → GArray of gint64: to whom to give or from whom to take */
extern const SalonCommand salon_command_apply_rules; /* SalonRulesRequest; answers how many were given or taken */

G_END_DECLS
