#pragma once
/* New elements as the palette of the designer hands them out: of a good size, seen on the ground they come to. */
#include "card/design.h"

G_BEGIN_DECLS

SalonCardElement *salon_card_piece_new (const SalonCardDesign *design, SalonCardSide side, SalonCardElementKind kind,
                                        const char *text);
guint32 salon_card_ink_on (guint32 ground);

G_END_DECLS
