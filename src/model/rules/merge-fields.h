#pragma once
/* Which value of two cards each single field of the merged card gets. */
#include "model/entities/client.h"

G_BEGIN_DECLS

typedef enum {
  SALON_MERGE_KEEP, /* what the card that stays has */
  SALON_MERGE_TAKE, /* what the other has */
  SALON_MERGE_BOTH, /* one below the other; only for texts of several lines */
} SalonMergeChoice;

#define SALON_MERGE_MAX_PARTS 3

/**
 * SalonMergeField: what is chosen as one: a single field, or the three of the birth date
 */
typedef struct {
  const char *name;  /* "email", "birth" */
  const char *label; /* English; translate when shown */
  const SalonField *parts[SALON_MERGE_MAX_PARTS];
  guint n_parts;
  gboolean has_both; /* whether SALON_MERGE_BOTH is possible */
} SalonMergeField;

GArray *salon_merge_fields (void);
const SalonMergeField *salon_merge_field_of (const GArray *fields, const char *name);
gboolean salon_merge_field_is_empty (const SalonMergeField *field, const SalonClient *client);
gboolean salon_merge_field_equal (const SalonMergeField *field, const SalonClient *a, const SalonClient *b);
SalonMergeChoice salon_merge_default (const SalonMergeField *field, const SalonClient *survivor, const SalonClient *other);
SalonClient *salon_merge_cards (const SalonClient *survivor, const SalonClient *other, GHashTable *choices);

G_END_DECLS
