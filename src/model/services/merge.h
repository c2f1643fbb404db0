#pragma once
/* Two cards of one person become one, and can be separated again at any time. */
#include "model/rules/merge-fields.h"
#include "model/services/client-owned.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonMergeRequest:
 * @survivor_id: the card that stays
 * @other_id: the card that goes into the archive
 * @choices: (nullable) (element-type utf8 SalonMergeChoice): by name of a SalonMergeField, or "custom.ID" for an own
 *   field; salon_merge_default() for what is not in it
 */
typedef struct {
  gint64 survivor_id;
  gint64 other_id;
  GHashTable *choices;
} SalonMergeRequest;

SalonMergeRequest *salon_merge_request_new (gint64 survivor_id, gint64 other_id);
void salon_merge_request_choose (SalonMergeRequest *self, const char *name, SalonMergeChoice choice);
void salon_merge_request_free (SalonMergeRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonMergeRequest, salon_merge_request_free)

gboolean salon_client_merge (SalonTx *tx, const SalonMergeRequest *request, gint64 *id, GError **error);

/**
 * SalonPairRequest: two clients, in any order
 */
typedef struct {
  gint64 one;
  gint64 other;
} SalonPairRequest;

SalonPairRequest *salon_pair_request_new (gint64 one, gint64 other);
gboolean salon_client_not_the_same (SalonTx *tx, const SalonPairRequest *request, gint64 *id, GError **error);

gboolean salon_client_survivor (SalonTx *tx, gint64 id, gint64 *survivor, GError **error);

extern const SalonCommand salon_command_client_merge;    /* SalonMergeRequest; answers the survivor */
extern const SalonCommand salon_command_client_not_same; /* SalonPairRequest */
extern const SalonQuery salon_query_client_survivor;     /* SalonIdRequest → SalonIdRequest: the card she is on now */

/* ---- separating */

/**
 * SalonUnmergePlan: what a separation does, told before it is done
 * @n_back: rows that go back to the other, by kind
 * @fields_back: (element-type utf8): fields of the survivor that get what they had before, by their labels
 * @fields_stay: (element-type utf8): fields that were changed since and stay as they are, by their labels
 * @n_gone: rows that were removed since
 * @n_elsewhere: rows that went to somebody else since
 */
typedef struct {
  gint64 merge_id;
  gint64 survivor_id;
  gint64 other_id;
  char *survivor;
  char *other;
  gint64 at; /* UTC microseconds */
  guint n_back[SALON_N_OWNED_KINDS];
  GPtrArray *fields_back;
  GPtrArray *fields_stay;
  guint n_gone;
  guint n_elsewhere;
} SalonUnmergePlan;

void salon_unmerge_plan_free (SalonUnmergePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonUnmergePlan, salon_unmerge_plan_free)
char *salon_unmerge_plan_text (const SalonUnmergePlan *self);

SalonUnmergePlan *salon_client_unmerge_plan (SalonTx *tx, const SalonIdRequest *request, GError **error);
gboolean salon_client_unmerge (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);

/**
 * SalonMergedCard: a card that lives on in another
 */
typedef struct {
  gint64 merge_id;
  gint64 survivor_id;
  gint64 other_id;
  char *other; /* name */
  gint64 at;   /* UTC microseconds */
} SalonMergedCard;

void salon_merged_card_free (SalonMergedCard *self);
GPtrArray *salon_client_merged_cards (SalonTx *tx, const SalonIdRequest *request, GError **error);

extern const SalonCommand salon_command_client_unmerge;     /* SalonIdRequest of the merge; answers the other */
extern const SalonQuery salon_query_client_unmerge_plan;    /* SalonIdRequest of the merge → SalonUnmergePlan */
extern const SalonQuery salon_query_client_merged_cards;    /* SalonIdRequest of a client → GPtrArray of SalonMergedCard, newest first */

G_END_DECLS
