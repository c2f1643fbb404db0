/* What a pointer on a card reaches. */
#include "config.h"
#include "card/reach.h"

#include <stdlib.h>

/* A box that is dragged does not become smaller, and is never turned inside out. */
#define LEAST 500

/* Corners first: they are nearer than the middles of the edges when a box is small. */
const SalonCardEdges salon_card_handles[8] = {
  SALON_CARD_EDGE_LEFT | SALON_CARD_EDGE_TOP,
  SALON_CARD_EDGE_RIGHT | SALON_CARD_EDGE_TOP,
  SALON_CARD_EDGE_RIGHT | SALON_CARD_EDGE_BOTTOM,
  SALON_CARD_EDGE_LEFT | SALON_CARD_EDGE_BOTTOM,
  SALON_CARD_EDGE_TOP,
  SALON_CARD_EDGE_RIGHT,
  SALON_CARD_EDGE_BOTTOM,
  SALON_CARD_EDGE_LEFT,
};

/**
 * salon_card_at:
 * @slack: how far beside an element still counts; for lines, and for what is very small
 *
 * Returns: the id of the uppermost element there; 0 = only the ground
 */
guint
salon_card_at (const SalonCardDesign *design, SalonCardSide side, int x, int y, int slack)
{
  for (guint i = salon_card_design_n_elements (design, side); i-- > 0;) {
    const SalonCardElement *element = salon_card_design_element (design, side, i);
    int more_x = element->width < 2 * slack ? slack : 0;
    int more_y = element->height < 2 * slack ? slack : 0;

    if (x >= element->x - more_x && x <= element->x + element->width + more_x && y >= element->y - more_y
        && y <= element->y + element->height + more_y)
      return element->id;
  }
  return 0;
}

/**
 * salon_card_within:
 * @band: as it was drawn, in any direction
 *
 * Returns: (transfer full) (element-type guint): the ids of those that lie wholly inside, from the lowest layer up
 */
GArray *
salon_card_within (const SalonCardDesign *design, SalonCardSide side, SalonCardBox band)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint));
  int left = MIN (band.x, band.x + band.width), right = MAX (band.x, band.x + band.width);
  int top = MIN (band.y, band.y + band.height), bottom = MAX (band.y, band.y + band.height);

  for (guint i = 0; i < salon_card_design_n_elements (design, side); i++) {
    const SalonCardElement *element = salon_card_design_element (design, side, i);

    if (element->x >= left && element->x + element->width <= right && element->y >= top
        && element->y + element->height <= bottom)
      g_array_append_val (ids, element->id);
  }
  return ids;
}

/**
 * salon_card_handle:
 * @edges: one of salon_card_handles
 *
 * Returns: the point of a handle; its width and height are 0
 */
SalonCardBox
salon_card_handle (SalonCardBox box, SalonCardEdges edges)
{
  SalonCardBox point = { box.x + box.width / 2, box.y + box.height / 2, 0, 0 };

  if ((edges & SALON_CARD_EDGE_LEFT) != 0)
    point.x = box.x;
  else if ((edges & SALON_CARD_EDGE_RIGHT) != 0)
    point.x = box.x + box.width;
  if ((edges & SALON_CARD_EDGE_TOP) != 0)
    point.y = box.y;
  else if ((edges & SALON_CARD_EDGE_BOTTOM) != 0)
    point.y = box.y + box.height;
  return point;
}

/**
 * salon_card_handle_at:
 *
 * Returns: the edges that a press there drags; 0 = no handle is there
 */
SalonCardEdges
salon_card_handle_at (SalonCardBox box, int x, int y, int slack)
{
  for (guint i = 0; i < G_N_ELEMENTS (salon_card_handles); i++) {
    SalonCardBox point = salon_card_handle (box, salon_card_handles[i]);

    if (abs (point.x - x) <= slack && abs (point.y - y) <= slack)
      return salon_card_handles[i];
  }
  return 0;
}

/* One direction: the edge that is dragged stops before the other one. */
static void
drag (int *from, int *length, gboolean low, gboolean high, int by)
{
  int least = MIN (*length, LEAST);

  if (low) {
    by = MIN (by, *length - least);
    *from += by;
    *length -= by;
  } else if (high) {
    *length = MAX (*length + by, least);
  }
}

/* The longer way of the hand leads; the other direction follows. */
static void
keep (SalonCardBox old, SalonCardEdges edges, SalonCardBox *box)
{
  double share = MAX ((double) box->width / old.width, (double) box->height / old.height);

  if ((edges & (SALON_CARD_EDGE_LEFT | SALON_CARD_EDGE_RIGHT)) == 0)
    share = (double) box->height / old.height;
  else if ((edges & (SALON_CARD_EDGE_TOP | SALON_CARD_EDGE_BOTTOM)) == 0)
    share = (double) box->width / old.width;
  box->width = (int) (old.width * share);
  box->height = (int) (old.height * share);
  box->x = (edges & SALON_CARD_EDGE_LEFT) != 0 ? old.x + old.width - box->width : old.x;
  box->y = (edges & SALON_CARD_EDGE_TOP) != 0 ? old.y + old.height - box->height : old.y;
}

/**
 * salon_card_drag_edges:
 * @box: as it was when the drag began
 * @dx: how far the hand has come
 * @keep_ratio: the box keeps its proportions
 *
 * Returns: the box with these edges moved
 */
SalonCardBox
salon_card_drag_edges (SalonCardBox box, SalonCardEdges edges, int dx, int dy, gboolean keep_ratio)
{
  SalonCardBox old = box;

  drag (&box.x, &box.width, (edges & SALON_CARD_EDGE_LEFT) != 0, (edges & SALON_CARD_EDGE_RIGHT) != 0, dx);
  drag (&box.y, &box.height, (edges & SALON_CARD_EDGE_TOP) != 0, (edges & SALON_CARD_EDGE_BOTTOM) != 0, dy);
  if (keep_ratio && old.width > 0 && old.height > 0)
    keep (old, edges, &box);
  return box;
}
