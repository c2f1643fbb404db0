/* Each direction by itself: of all pairs of an own edge or centre and a line to rest at, the nearest within reach wins. */
#include "config.h"
#include "card/snap.h"

#include <stdlib.h>

/* Edges and centre of a box, in one direction. */
typedef struct {
  int from, to;
} Span;

typedef struct {
  Span span;        /* as dragged */
  gboolean low;     /* the lower edge is dragged alone */
  gboolean high;
  int best;         /* by how much it moves */
  int distance;
  int guide;
} Search;

static int
middle (Span span)
{
  return span.from + (span.to - span.from) / 2;
}

static void
try_line (Search *search, int line, int own)
{
  int distance = abs (line - own);

  if (distance >= search->distance)
    return;
  search->distance = distance;
  search->best = line - own;
  search->guide = line;
}

static void
try_line_with_all (Search *search, int line)
{
  gboolean whole = !search->low && !search->high;

  if (whole || search->low)
    try_line (search, line, search->span.from);
  if (whole || search->high)
    try_line (search, line, search->span.to);
  if (whole)
    try_line (search, line, middle (search->span));
}

static void
try_span (Search *search, Span span)
{
  try_line_with_all (search, span.from);
  try_line_with_all (search, span.to);
  try_line_with_all (search, middle (span));
}

static void
finish (const Search *search, int *from, int *length, int *guide)
{
  *guide = search->guide;
  if (search->guide == SALON_CARD_NO_GUIDE)
    return;
  if (search->low)
    *length -= search->best;
  if (search->high)
    *length += search->best;
  else
    *from += search->best;
}

static gboolean
is_among (guint id, const guint *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

/**
 * salon_card_box_of:
 *
 * Returns: the box around these elements; nothing when there are none
 */
SalonCardBox
salon_card_box_of (const SalonCardDesign *design, const guint *ids, guint n)
{
  SalonCardBox box = { 0, 0, 0, 0 };
  int right = 0, bottom = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++) {
    const SalonCardElement *element = salon_card_design_find (design, ids[i], NULL, NULL);

    if (element == NULL)
      continue;
    box.x = any ? MIN (box.x, element->x) : element->x;
    box.y = any ? MIN (box.y, element->y) : element->y;
    right = any ? MAX (right, element->x + element->width) : element->x + element->width;
    bottom = any ? MAX (bottom, element->y + element->height) : element->y + element->height;
    any = TRUE;
  }
  box.width = right - box.x;
  box.height = bottom - box.y;
  return box;
}

/**
 * salon_card_snap:
 * @ids: what is dragged: it does not rest at itself
 * @box: of what is dragged, as the hand has it
 * @edges: the edges that the hand drags; 0 = the whole box
 * @reach: how near is near enough, micrometres
 *
 * Returns: where it comes to rest, with the lines to show
 */
SalonCardSnap
salon_card_snap (const SalonCardDesign *design, SalonCardSide side, const guint *ids, guint n, SalonCardBox box,
                 SalonCardEdges edges, int reach)
{
  gboolean none_across = edges != 0 && (edges & (SALON_CARD_EDGE_LEFT | SALON_CARD_EDGE_RIGHT)) == 0;
  gboolean none_down = edges != 0 && (edges & (SALON_CARD_EDGE_TOP | SALON_CARD_EDGE_BOTTOM)) == 0;
  Search across = { { box.x, box.x + box.width }, (edges & SALON_CARD_EDGE_LEFT) != 0, (edges & SALON_CARD_EDGE_RIGHT) != 0, 0,
                    none_across ? 0 : reach + 1, SALON_CARD_NO_GUIDE };
  Search down = { { box.y, box.y + box.height }, (edges & SALON_CARD_EDGE_TOP) != 0, (edges & SALON_CARD_EDGE_BOTTOM) != 0, 0,
                  none_down ? 0 : reach + 1, SALON_CARD_NO_GUIDE };
  SalonCardSnap snap = { box, SALON_CARD_NO_GUIDE, SALON_CARD_NO_GUIDE };

  try_span (&across, (Span){ 0, SALON_CARD_WIDTH });
  try_span (&down, (Span){ 0, SALON_CARD_HEIGHT });
  try_span (&across, (Span){ SALON_CARD_SAFE, SALON_CARD_WIDTH - SALON_CARD_SAFE });
  try_span (&down, (Span){ SALON_CARD_SAFE, SALON_CARD_HEIGHT - SALON_CARD_SAFE });
  for (guint i = 0; i < salon_card_design_n_elements (design, side); i++) {
    const SalonCardElement *other = salon_card_design_element (design, side, i);

    if (is_among (other->id, ids, n))
      continue;
    try_span (&across, (Span){ other->x, other->x + other->width });
    try_span (&down, (Span){ other->y, other->y + other->height });
  }
  finish (&across, &snap.box.x, &snap.box.width, &snap.guide_x);
  finish (&down, &snap.box.y, &snap.box.height, &snap.guide_y);
  return snap;
}
