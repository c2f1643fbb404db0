#pragma once
/* What a pointer on a card reaches, and what becomes of a box whose edges it drags.  Pure, in micrometres. */
#include "card/snap.h"

G_BEGIN_DECLS

guint salon_card_at (const SalonCardDesign *design, SalonCardSide side, int x, int y, int slack);
GArray *salon_card_within (const SalonCardDesign *design, SalonCardSide side, SalonCardBox band);
SalonCardEdges salon_card_handle_at (SalonCardBox box, int x, int y, int slack);
SalonCardBox salon_card_handle (SalonCardBox box, SalonCardEdges edges);
SalonCardBox salon_card_drag_edges (SalonCardBox box, SalonCardEdges edges, int dx, int dy, gboolean keep_ratio);

extern const SalonCardEdges salon_card_handles[8];

G_END_DECLS
