#pragma once
/* The designs that come with the program. */
#include "card/design.h"

G_BEGIN_DECLS

/**
 * SalonShippedDesign:
 * @id: of the file: "evening"
 * @name: translatable English
 */
typedef struct {
  const char *id;
  const char *name;
} SalonShippedDesign;

const SalonShippedDesign *salon_card_shipped (guint *n);
SalonCardDesign *salon_card_shipped_load (const char *id, GError **error);

G_END_DECLS
