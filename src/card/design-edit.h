#pragma once
/* Edits of a design: pure functions, each returns a new design and leaves the old one as it was.  Undo is to keep the old
 * one.  What an edit makes is always a design that could be stored: lengths and counts stay within the limits of
 * card/design.h, and an edit that cannot be made returns NULL with a sentence. */
#include "card/design.h"

G_BEGIN_DECLS

typedef enum {
  SALON_CARD_TO_TOP,
  SALON_CARD_HIGHER,
  SALON_CARD_LOWER,
  SALON_CARD_TO_BOTTOM,
} SalonCardRestack;

typedef enum {
  SALON_CARD_ALIGN_LEFT,
  SALON_CARD_ALIGN_CENTRE,
  SALON_CARD_ALIGN_RIGHT,
  SALON_CARD_ALIGN_TOP,
  SALON_CARD_ALIGN_MIDDLE,
  SALON_CARD_ALIGN_BOTTOM,
} SalonCardAlign;

SalonCardDesign *salon_card_design_rename (const SalonCardDesign *self, const char *name);
SalonCardDesign *salon_card_design_add (const SalonCardDesign *self, SalonCardSide side, const SalonCardElement *element,
                                        guint *id, GError **error);
SalonCardDesign *salon_card_design_remove (const SalonCardDesign *self, const guint *ids, guint n);
SalonCardDesign *salon_card_design_move (const SalonCardDesign *self, const guint *ids, guint n, int dx, int dy);
SalonCardDesign *salon_card_design_resize (const SalonCardDesign *self, guint id, int x, int y, int width, int height);
SalonCardDesign *salon_card_design_restack (const SalonCardDesign *self, guint id, SalonCardRestack step);
SalonCardDesign *salon_card_design_change (const SalonCardDesign *self, const SalonCardElement *element, GError **error);
SalonCardDesign *salon_card_design_align (const SalonCardDesign *self, const guint *ids, guint n, SalonCardAlign align);
SalonCardDesign *salon_card_design_distribute (const SalonCardDesign *self, const guint *ids, guint n, gboolean down);
SalonCardDesign *salon_card_design_duplicate (const SalonCardDesign *self, const guint *ids, guint n, guint *copies,
                                              GError **error);
SalonCardDesign *salon_card_design_set_background (const SalonCardDesign *self, SalonCardSide side,
                                                   const SalonCardBackground *background, GError **error);
SalonCardDesign *salon_card_design_add_picture (const SalonCardDesign *self, const char *name, GBytes *picture, GError **error);

G_END_DECLS
