#pragma once
/* Where a dragged element comes to rest: at the edges and centres of the card, at its safe margin and at other elements.
 * Pure: whole micrometres in and out. */
#include "card/design.h"

G_BEGIN_DECLS

#define SALON_CARD_NO_GUIDE G_MININT

typedef struct {
  int x, y, width, height;
} SalonCardBox;

/* The edges that a hand drags; none = the whole box. */
typedef enum {
  SALON_CARD_EDGE_LEFT = 1 << 0,
  SALON_CARD_EDGE_RIGHT = 1 << 1,
  SALON_CARD_EDGE_TOP = 1 << 2,
  SALON_CARD_EDGE_BOTTOM = 1 << 3,
} SalonCardEdges;

/**
 * SalonCardSnap:
 * @box: where it comes to rest
 * @guide_x: a line to show from top to bottom, or %SALON_CARD_NO_GUIDE
 * @guide_y: a line to show from left to right, or %SALON_CARD_NO_GUIDE
 */
typedef struct {
  SalonCardBox box;
  int guide_x;
  int guide_y;
} SalonCardSnap;

SalonCardBox salon_card_box_of (const SalonCardDesign *design, const guint *ids, guint n);
SalonCardSnap salon_card_snap (const SalonCardDesign *design, SalonCardSide side, const guint *ids, guint n, SalonCardBox box,
                               SalonCardEdges edges, int reach);

G_END_DECLS
