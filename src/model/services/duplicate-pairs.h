#pragma once
/* All pairs of cards that are likely one person, the surest first. */
#include "model/rules/duplicate-score.h"
#include "model/services/clients.h"

G_BEGIN_DECLS

/**
 * SalonDuplicatePair:
 * @survivor: the card that is proposed to stay: the one with more visits, else the older
 */
typedef struct {
  int score; /* 0 to 100 */
  SalonDuplicateReasons reasons;
  SalonClientRow *survivor;
  SalonClientRow *other;
} SalonDuplicatePair;

/**
 * SalonDuplicatePairs:
 * @n_all: how many there are
 * @pairs: (element-type SalonDuplicatePair): the surest of them, as many as were asked for
 */
typedef struct {
  guint n_all;
  GPtrArray *pairs;
} SalonDuplicatePairs;

/**
 * SalonPairsRequest:
 * @min_score: as a rule %SALON_DUPLICATE_LIKELY
 * @limit: pairs at most; 0 only counts
 * @client_id: only pairs with this client; 0 = all
 */
typedef struct {
  int min_score;
  guint limit;
  gint64 client_id;
} SalonPairsRequest;

SalonPairsRequest *salon_pairs_request_new (int min_score, guint limit, gint64 client_id);
void salon_duplicate_pairs_free (SalonDuplicatePairs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonDuplicatePairs, salon_duplicate_pairs_free)
SalonDuplicatePairs *salon_duplicate_pairs (SalonTx *tx, const SalonPairsRequest *request, GError **error);
char *salon_duplicate_reasons_text (SalonDuplicateReasons reasons);

extern const SalonQuery salon_query_duplicate_pairs; /* SalonPairsRequest → SalonDuplicatePairs; for the background lane */

G_END_DECLS
