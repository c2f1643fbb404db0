#pragma once
/* What the files that make designs share: what a design consists of, and the table of the properties of an element. */
#include "card/design.h"

G_BEGIN_DECLS

typedef struct {
  guint32 fill;
  guint32 fill_to;
  int gradient;
  char *picture;
} SalonCardGround;

struct _SalonCardDesign {
  gatomicrefcount ref_count;
  char *name;
  GPtrArray *elements[SALON_CARD_N_SIDES]; /* SalonCardElement */
  SalonCardGround grounds[SALON_CARD_N_SIDES];
  GHashTable *pictures; /* char * → GBytes */
};

typedef enum {
  SALON_CARD_PROPERTY_NUMBER,
  SALON_CARD_PROPERTY_FLAG,
  SALON_CARD_PROPERTY_CHOICE,
  SALON_CARD_PROPERTY_COLOR,
  SALON_CARD_PROPERTY_TEXT,
} SalonCardPropertyType;

/**
 * SalonCardProperty:
 * @name: in a file
 * @kinds: bit of each #SalonCardElementKind that has it
 * @least: of a number; of a text: 0
 * @most: of a number; of a text: characters
 * @step: a number is a multiple of it
 * @usual: left out in a file; of a text: ""
 * @choices: of a choice, %NULL-terminated
 */
typedef struct {
  const char *name;
  SalonCardPropertyType type;
  gsize offset;
  guint kinds;
  int least;
  int most;
  int step;
  guint32 usual;
  const char *const *choices;
} SalonCardProperty;

#define SALON_CARD_MAX_NAME 100
#define SALON_CARD_KIND_BIT(kind) (1u << (kind))

const SalonCardProperty *salon_card_properties (guint *n);
const SalonCardProperty *salon_card_property_find (const char *name, int kind);
const char *salon_card_kind_name (int kind);
int salon_card_kind_by_name (const char *name);
extern const char *const salon_card_gradients[];

void salon_card_element_clear_foreign (SalonCardElement *element);
gboolean salon_card_text_is_clean (const char *text, gboolean lines, glong most);
gboolean salon_card_element_check (const SalonCardDesign *design, const SalonCardElement *element, GError **error);
gboolean salon_card_ground_check (const SalonCardDesign *design, const SalonCardGround *ground, GError **error);
gboolean salon_card_picture_check (const char *name, GBytes *picture, GError **error);

SalonCardDesign *salon_card_design_copy (const SalonCardDesign *self);
guint salon_card_design_free_id (const SalonCardDesign *self);

G_END_DECLS
