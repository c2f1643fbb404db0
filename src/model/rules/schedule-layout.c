/* Where the blocks of a board stand side by side when several overlap in one column.
 *
 * One sweep over the blocks by start gives each the leftmost free lane.  Blocks that hang together by overlaps form a
 * cluster, which shares one number of lanes.  Then the lanes are gone through from right to left: a tree over the time
 * of the cluster knows, for every stretch, the nearest lane taken to the right, which says how far a block may spread.
 * All in O(n log n).  GTK has no container that does this. */
#include "model/rules/schedule-layout.h"
#include <stdlib.h>

#define NO_LANE G_MAXUINT

/* An item with its place among the others. */
typedef struct {
  const SalonLayoutItem *item;
  gint64 end;
  guint index; /* in the caller's array */
  guint lane;
  guint first; /* number of the cluster's stretch of time that it begins with */
  guint last;  /* the one after its last */
} Block;

/* Smallest key first; a heap with as many places as blocks. */
typedef struct {
  gint64 key;
  guint lane;
} HeapItem;

typedef struct {
  HeapItem *items;
  guint n;
} Heap;

static gboolean
goes_before (const HeapItem *a, const HeapItem *b)
{
  return a->key < b->key || (a->key == b->key && a->lane < b->lane);
}

static void
heap_push (Heap *heap, gint64 key, guint lane)
{
  guint at = heap->n++;
  HeapItem item = { key, lane };

  while (at > 0 && goes_before (&item, &heap->items[(at - 1) / 2])) {
    heap->items[at] = heap->items[(at - 1) / 2];
    at = (at - 1) / 2;
  }
  heap->items[at] = item;
}

static HeapItem
heap_pop (Heap *heap)
{
  HeapItem top = heap->items[0];
  HeapItem moved = heap->items[--heap->n];
  guint at = 0;

  for (guint child = 1; child < heap->n; child = 2 * at + 1) {
    if (child + 1 < heap->n && goes_before (&heap->items[child + 1], &heap->items[child]))
      child++;
    if (!goes_before (&heap->items[child], &moved))
      break;
    heap->items[at] = heap->items[child];
    at = child;
  }
  heap->items[at] = moved;
  return top;
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const Block *one = a;
  const Block *other = b;

  if (one->item->column != other->item->column)
    return one->item->column < other->item->column ? -1 : 1;
  if (one->item->start != other->item->start)
    return one->item->start < other->item->start ? -1 : 1;
  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;
  if (one->item->id != other->item->id)
    return one->item->id < other->item->id ? -1 : 1;
  return (one->index > other->index) - (one->index < other->index);
}

static int
compare_lanes (gconstpointer a, gconstpointer b)
{
  const Block *one = *(Block *const *) a;
  const Block *other = *(Block *const *) b;

  return (one->lane < other->lane) - (one->lane > other->lane);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* The tree: node 1 is the root, its leaves are the stretches of time.  @own is what was said of the whole node,
 * @least also of parts of it. */
typedef struct {
  guint *own;
  guint *least;
} Tree;

static void
tree_set (Tree *tree, guint node, guint from, guint to, const Block *block)
{
  guint middle = (from + to) / 2;

  if (block->last <= from || to <= block->first)
    return;
  tree->least[node] = MIN (tree->least[node], block->lane);
  if (block->first <= from && to <= block->last) {
    tree->own[node] = MIN (tree->own[node], block->lane);
    return;
  }
  tree_set (tree, 2 * node, from, middle, block);
  tree_set (tree, 2 * node + 1, middle, to, block);
}

static guint
tree_get (const Tree *tree, guint node, guint from, guint to, const Block *block)
{
  guint middle = (from + to) / 2;
  guint left = 0;
  guint right = 0;

  if (block->last <= from || to <= block->first)
    return NO_LANE;
  if (block->first <= from && to <= block->last)
    return tree->least[node];
  left = tree_get (tree, 2 * node, from, middle, block);
  right = tree_get (tree, 2 * node + 1, middle, to, block);
  return MIN (tree->own[node], MIN (left, right));
}

static guint
find_time (const gint64 *times, guint n, gint64 time)
{
  guint low = 0;
  guint high = n;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (times[middle] < time)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Numbers the stretches of time between all beginnings and ends of the cluster.  Returns how many there are. */
static guint
number_stretches (Block *blocks, guint n)
{
  g_autofree gint64 *times = g_new (gint64, 2 * n);
  guint kept = 0;

  for (guint i = 0; i < n; i++) {
    times[2 * i] = blocks[i].item->start;
    times[2 * i + 1] = blocks[i].end;
  }
  qsort (times, 2 * n, sizeof (gint64), compare_times);
  for (guint i = 1; i < 2 * n; i++)
    if (times[i] != times[kept])
      times[++kept] = times[i];
  for (guint i = 0; i < n; i++) {
    blocks[i].first = find_time (times, kept, blocks[i].item->start);
    blocks[i].last = find_time (times, kept, blocks[i].end);
  }
  return kept;
}

/* Says of each block of a cluster how far it may spread to the right. */
static void
spread (Block *blocks, guint n, guint n_lanes, SalonLayoutPlace *places)
{
  guint n_stretches = number_stretches (blocks, n);
  g_autofree Block **by_lane = g_new (Block *, n);
  g_autofree guint *own = g_new (guint, 4 * n_stretches);
  g_autofree guint *least = g_new (guint, 4 * n_stretches);
  Tree tree = { own, least };
  guint done = 0;

  for (guint i = 0; i < 4 * n_stretches; i++)
    own[i] = least[i] = NO_LANE;
  for (guint i = 0; i < n; i++)
    by_lane[i] = &blocks[i];
  qsort (by_lane, n, sizeof (Block *), compare_lanes);
  for (guint i = 0; i < n; i++) {
    guint next = 0;

    for (; by_lane[done]->lane > by_lane[i]->lane; done++)
      tree_set (&tree, 1, 0, n_stretches, by_lane[done]);
    next = tree_get (&tree, 1, 0, n_stretches, by_lane[i]);
    places[by_lane[i]->index] =
        (SalonLayoutPlace){ by_lane[i]->lane, n_lanes, MIN (next, n_lanes) - by_lane[i]->lane };
  }
}

/* Gives lanes to the blocks of one cluster, which begin at @blocks.  Returns how many there are. */
static guint
place_cluster (Block *blocks, guint n_left, Heap *ends, Heap *free_lanes, SalonLayoutPlace *places)
{
  gint64 cluster_end = blocks[0].end;
  guint n_lanes = 0;
  guint n = 0;

  ends->n = free_lanes->n = 0;
  for (; n < n_left; n++) {
    Block *block = &blocks[n];

    if (block->item->column != blocks[0].item->column || (n > 0 && block->item->start >= cluster_end))
      break;
    while (ends->n > 0 && ends->items[0].key <= block->item->start) {
      guint lane = heap_pop (ends).lane;

      heap_push (free_lanes, lane, lane);
    }
    block->lane = free_lanes->n > 0 ? heap_pop (free_lanes).lane : n_lanes++;
    heap_push (ends, block->end, block->lane);
    cluster_end = MAX (cluster_end, block->end);
  }
  if (n_lanes > 1)
    spread (blocks, n, n_lanes, places);
  else
    places[blocks[0].index] = (SalonLayoutPlace){ 0, 1, 1 };
  return n;
}

/**
 * salon_schedule_layout:
 * @items: (array length=n_items): blocks, in any order; the order does not change the result
 * @places: (out caller-allocates) (array length=n_items): their places, in the same order
 *
 * No two blocks of one column that overlap in time get lanes in common; the longer one that begins at the same minute
 * stands to the left.  One that overlaps nothing fills its column.
 */
void
salon_schedule_layout (const SalonLayoutItem *items, guint n_items, SalonLayoutPlace *places)
{
  g_autofree Block *blocks = g_new (Block, n_items);
  g_autofree HeapItem *ends = g_new (HeapItem, n_items);
  g_autofree HeapItem *free_lanes = g_new (HeapItem, n_items);
  Heap end_heap = { ends, 0 };
  Heap lane_heap = { free_lanes, 0 };

  for (guint i = 0; i < n_items; i++)
    blocks[i] = (Block){ .item = &items[i], .end = MAX (items[i].end, items[i].start + 1), .index = i };
  if (n_items > 1)
    qsort (blocks, n_items, sizeof (Block), compare_blocks);
  for (guint i = 0; i < n_items;)
    i += place_cluster (&blocks[i], n_items - i, &end_heap, &lane_heap, places);
}
