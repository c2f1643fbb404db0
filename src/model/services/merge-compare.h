#pragma once
/* Two cards side by side, as they are shown before they are merged. */
#include "model/rules/duplicate-score.h"
#include "model/services/clients.h"
#include "model/services/merge.h"

G_BEGIN_DECLS

/**
 * SalonComparedField: what both cards say in one field
 * @name: of the choice: "email", "custom.3"
 * @label: in the language of the user
 * @one: (nullable): as it is shown; %NULL = nothing
 * @other: (nullable): as it is shown
 */
typedef struct {
  char *name;
  char *label;
  char *one;
  char *other;
  gboolean equal;
  gboolean has_both;
} SalonComparedField;

/**
 * SalonMergeCompare:
 * @one: @other: rows of the two
 * @one_card: @other_card: the cards themselves, to work out what is merged with salon_merge_cards()
 * @fields: (element-type SalonComparedField): those in which at least one says something
 * @n_phones: that the merged card will have: no number twice
 * @n_visits: days on which either came
 */
typedef struct {
  SalonClientRow *one;
  SalonClientRow *other;
  SalonClient *one_card;
  SalonClient *other_card;
  char *one_phones;
  char *other_phones;
  GPtrArray *fields;
  guint n_phones;
  guint n_visits;
  guint n_labels;
  int score;
  SalonDuplicateReasons reasons;
} SalonMergeCompare;

void salon_merge_compare_free (SalonMergeCompare *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonMergeCompare, salon_merge_compare_free)
SalonMergeCompare *salon_merge_compare (SalonTx *tx, const SalonPairRequest *request, GError **error);

extern const SalonQuery salon_query_merge_compare; /* SalonPairRequest → SalonMergeCompare */

G_END_DECLS
