#pragma once
/* What belongs to a client: moves with her when two cards are merged, and back when they are separated.
 *
 * A table that gets a reference to clients gets a line in client-owned.c; a test compares the list with the entities. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

/* What the rows are called where they are counted. */
typedef enum {
  SALON_OWNED_VISITS,
  SALON_OWNED_PHONES,
  SALON_OWNED_LABELS, /* tags and categories */
  SALON_OWNED_VALUES, /* of own fields */
  SALON_OWNED_CONTACTS, /* calls, messages and notes */
  SALON_OWNED_REFERRALS,
  SALON_OWNED_CARDS, /* of plastic */
  SALON_OWNED_OTHERS,
} SalonOwnedKind;

#define SALON_N_OWNED_KINDS (SALON_OWNED_OTHERS + 1)

/**
 * SalonClientOwned:
 * @column: that refers to the client
 * @unique: (nullable): what the card that stays says for a value of this column (a tag, a kind of consent) holds; rows
 *   of the other with the same value do not move
 */
typedef struct {
  GType (*type) (void);
  const char *column;
  const char *unique;
  SalonOwnedKind kind;
} SalonClientOwned;

const SalonClientOwned *salon_client_owned (guint *n);
const SalonClientOwned *salon_client_owned_by_type (GType type);

G_END_DECLS
