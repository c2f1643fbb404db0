/* Sums by keys.  Lines with the same keys are one; groups are made of them when the rows are asked for.
 *
 * A key may overlap: a client is in several segments.  Then she is added once for each of her values and once more with
 * SALON_TALLY_ALL, and wherever that key is not fixed only the latter counts, so that nobody is counted twice.
 *
 * What it is compared with is added under the same keys and stands beside the numbers of today, in the same lines. */
#include "model/rules/tally.h"

#include <string.h>

typedef struct {
  gint64 keys[SALON_TALLY_KEYS_MAX];
  gint64 *values;
} Leaf;

struct _SalonTally {
  guint n_keys;
  guint n_values;
  guint n_all; /* numbers of a line: those of the other side, too */
  gboolean overlaps[SALON_TALLY_KEYS_MAX];
  gboolean largest_first[SALON_TALLY_KEYS_MAX];
  int steps_key; /* -1 = none */
  GArray *steps; /* of gint64 */
  SalonTallyWay *ways;
  guint top;
  GHashTable *leaves; /* of Leaf, itself the key */
};

/* The lines with one value of a key. */
typedef struct {
  gint64 value;
  GPtrArray *leaves;
  gint64 *sums;
} Part;

static guint
leaf_hash (gconstpointer data)
{
  const Leaf *self = data;
  guint hash = 0;

  for (guint i = 0; i < SALON_TALLY_KEYS_MAX; i++)
    hash = hash * 31 + g_int64_hash (&self->keys[i]);
  return hash;
}

static gboolean
leaf_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (((const Leaf *) a)->keys, ((const Leaf *) b)->keys, sizeof (((const Leaf *) a)->keys)) == 0;
}

static void
leaf_free (gpointer data)
{
  Leaf *self = data;

  g_free (self->values);
  g_free (self);
}

static void
row_free (gpointer data)
{
  SalonTallyRow *self = data;

  g_free (self->values);
  g_free (self);
}

static void
part_free (gpointer data)
{
  Part *self = data;

  g_ptr_array_unref (self->leaves);
  g_free (self->sums);
  g_free (self);
}

/* ---- sums */

/* Whether a line counts in a group that fixes @level keys. */
static gboolean
counts (const SalonTally *self, const Leaf *leaf, guint level)
{
  for (guint key = 0; key < self->n_keys; key++)
    if (self->overlaps[key] && (leaf->keys[key] == SALON_TALLY_ALL) != (key >= level))
      return FALSE;
  return TRUE;
}

static gboolean
counts_in_step (const SalonTally *self, const Leaf *leaf, guint level, guint value)
{
  gint64 step = 0;

  if (self->ways[value % self->n_values] == SALON_TALLY_SUM || self->steps_key < 0 || (guint) self->steps_key < level)
    return TRUE;
  if (self->steps->len == 0)
    return FALSE;
  step = g_array_index (self->steps, gint64, self->ways[value % self->n_values] == SALON_TALLY_FIRST ? 0 : self->steps->len - 1);
  return leaf->keys[self->steps_key] == step;
}

static gint64 *
sum_of (const SalonTally *self, const GPtrArray *leaves, guint level)
{
  gint64 *sums = g_new0 (gint64, self->n_all);

  for (guint i = 0; i < leaves->len; i++) {
    const Leaf *leaf = leaves->pdata[i];

    if (!counts (self, leaf, level))
      continue;
    for (guint value = 0; value < self->n_all; value++)
      if (counts_in_step (self, leaf, level, value))
        sums[value] += leaf->values[value];
  }
  return sums;
}

static gboolean
is_nothing (const SalonTally *self, const gint64 *sums)
{
  for (guint i = 0; i < self->n_all; i++)
    if (sums[i] != 0)
      return FALSE;
  return TRUE;
}

/* ---- parts */

static Part *
part_for (GHashTable *parts, gint64 value)
{
  Part *part = g_hash_table_lookup (parts, &value);

  if (part == NULL) {
    part = g_new0 (Part, 1);
    part->value = value;
    part->leaves = g_ptr_array_new ();
    g_hash_table_insert (parts, &part->value, part);
  }
  return part;
}

/* By number; 0, which is "not said", last. */
static int
compare_values (gconstpointer a, gconstpointer b)
{
  gint64 left = (*(const Part *const *) a)->value;
  gint64 right = (*(const Part *const *) b)->value;

  if ((left == 0) != (right == 0))
    return left == 0 ? 1 : -1;
  return (left > right) - (left < right);
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  gint64 left = (*(const Part *const *) a)->sums[0];
  gint64 right = (*(const Part *const *) b)->sums[0];

  return left != right ? (left < right) - (left > right) : compare_values (a, b);
}

/* The parts of a group by its next key, in order.  Steps of time that come first stand even where nothing was. */
static GPtrArray *
split (const SalonTally *tally, const GPtrArray *leaves, guint key)
{
  g_autoptr (GHashTable) parts = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (part_free);
  gboolean keeps_empty = key == 0 && tally->steps_key == 0;
  GHashTableIter iter;
  gpointer part = NULL;

  for (guint i = 0; keeps_empty && i < tally->steps->len; i++)
    part_for (parts, g_array_index (tally->steps, gint64, i));
  for (guint i = 0; i < leaves->len; i++) {
    Leaf *leaf = leaves->pdata[i];

    if (!tally->overlaps[key] || leaf->keys[key] != SALON_TALLY_ALL)
      g_ptr_array_add (part_for (parts, leaf->keys[key])->leaves, leaf);
  }
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, NULL, &part)) {
    g_ptr_array_add (list, part);
    ((Part *) part)->sums = sum_of (tally, ((Part *) part)->leaves, key + 1);
  }
  for (guint i = list->len; !keeps_empty && i > 0; i--)
    if (is_nothing (tally, ((Part *) list->pdata[i - 1])->sums))
      g_ptr_array_remove_index (list, i - 1);
  g_ptr_array_sort (list, tally->largest_first[key] ? compare_sums : compare_values);
  return g_steal_pointer (&list);
}

/* ---- rows */

static SalonTallyRow *
add_row (const SalonTally *self, GPtrArray *rows, const gint64 *path, guint level, gint64 *values)
{
  SalonTallyRow *row = g_new0 (SalonTallyRow, 1);

  row->level = level;
  row->values = values;
  row->before = self->n_all > self->n_values ? values + self->n_values : NULL;
  row->has_parts = level > 0 && level < self->n_keys;
  if (level > 0)
    memcpy (row->path, path, level * sizeof *path);
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_rest (const SalonTally *self, GPtrArray *rows, gint64 *path, const GPtrArray *parts, guint from, guint level)
{
  gint64 *sums = g_new0 (gint64, self->n_all);
  SalonTallyRow *row = NULL;

  path[level] = SALON_TALLY_REST;
  for (guint i = from; i < parts->len; i++)
    for (guint value = 0; value < self->n_all; value++)
      sums[value] += ((const Part *) parts->pdata[i])->sums[value];
  row = add_row (self, rows, path, level + 1, sums);
  row->is_rest = TRUE;
  row->has_parts = FALSE;
}

static void
add_parts (const SalonTally *self, GPtrArray *rows, const GPtrArray *leaves, gint64 *path, guint level)
{
  g_autoptr (GPtrArray) parts = NULL;
  guint n = 0;

  if (level >= MIN (self->n_keys, SALON_TALLY_KEYS_MAX)) /* the second is for the compiler, which sees no bound in the first */
    return;
  parts = split (self, leaves, level);
  n = parts->len;
  if (level == 0 && self->top > 0 && self->top < n && self->steps_key != 0 && !self->overlaps[0]) {
    n = self->top;
    g_ptr_array_sort (parts, compare_sums);
  }
  for (guint i = 0; i < n; i++) {
    Part *part = parts->pdata[i];

    path[level] = part->value;
    add_row (self, rows, path, level + 1, g_steal_pointer (&part->sums));
    add_parts (self, rows, part->leaves, path, level + 1);
  }
  if (n < parts->len)
    add_rest (self, rows, path, parts, n, level);
}

/* ---- public */

/**
 * salon_tally_new:
 * @n_keys: 0 to %SALON_TALLY_KEYS_MAX
 * @has_before: each line has another side, with as many numbers
 */
SalonTally *
salon_tally_new (guint n_keys, guint n_values, gboolean has_before)
{
  SalonTally *self = NULL;

  g_return_val_if_fail (n_keys <= SALON_TALLY_KEYS_MAX && n_values > 0, NULL);
  self = g_new0 (SalonTally, 1);
  self->n_keys = n_keys;
  self->n_values = n_values;
  self->n_all = has_before ? 2 * n_values : n_values;
  self->steps_key = -1;
  self->steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->ways = g_new0 (SalonTallyWay, n_values);
  self->leaves = g_hash_table_new_full (leaf_hash, leaf_equal, leaf_free, NULL);
  return self;
}

/**
 * salon_tally_free: frees it
 */
void
salon_tally_free (SalonTally *self)
{
  g_hash_table_unref (self->leaves);
  g_array_unref (self->steps);
  g_free (self->ways);
  g_free (self);
}

/**
 * salon_tally_set_overlaps:
 *
 * Says that the same thing may be added with several values of this key: it must be added with %SALON_TALLY_ALL, too.
 */
void
salon_tally_set_overlaps (SalonTally *self, guint key)
{
  g_return_if_fail (key < self->n_keys);
  self->overlaps[key] = TRUE;
}

/**
 * salon_tally_set_largest_first:
 *
 * Puts the values of this key in the order of the first number, instead of their own
 */
void
salon_tally_set_largest_first (SalonTally *self, guint key)
{
  g_return_if_fail (key < self->n_keys);
  self->largest_first[key] = TRUE;
}

/**
 * salon_tally_set_steps:
 * @steps: (array length=n): values of the key, steps of time in order
 *
 * Says which key is time.  If it is the first one, every step has its row.
 */
void
salon_tally_set_steps (SalonTally *self, guint key, const gint64 *steps, guint n)
{
  g_return_if_fail (key < self->n_keys && self->steps_key < 0);
  self->steps_key = (int) key;
  g_array_append_vals (self->steps, steps, n);
}

/**
 * salon_tally_set_way:
 *
 * Says how a number is put together over time.
 */
void
salon_tally_set_way (SalonTally *self, guint value, SalonTallyWay way)
{
  g_return_if_fail (value < self->n_values);
  self->ways[value] = way;
}

/**
 * salon_tally_set_top:
 * @top: so many values of the first key by the first number, the rest in one row; 0 = all.  Time and what overlaps are
 *   never cut
 */
void
salon_tally_set_top (SalonTally *self, guint top)
{
  self->top = top;
}

static Leaf *
leaf_for (SalonTally *self, const Leaf *asked)
{
  Leaf *leaf = g_hash_table_lookup (self->leaves, asked);

  if (leaf == NULL) {
    leaf = g_new0 (Leaf, 1);
    *leaf = *asked;
    leaf->values = g_new0 (gint64, self->n_all);
    g_hash_table_add (self->leaves, leaf);
  }
  return leaf;
}

static void
add_at (SalonTally *self, const gint64 *keys, const gint64 *values, guint first)
{
  Leaf asked = { 0 };
  Leaf *leaf = NULL;

  if (self->n_keys > 0)
    memcpy (asked.keys, keys, self->n_keys * sizeof *keys);
  leaf = leaf_for (self, &asked);
  for (guint i = 0; i < self->n_values; i++)
    leaf->values[first + i] += values[i];
}

/**
 * salon_tally_add:
 * @keys: (array): as many as the tally has
 * @values: (array): as many as the tally has, added to what is there
 */
void
salon_tally_add (SalonTally *self, const gint64 *keys, const gint64 *values)
{
  add_at (self, keys, values, 0);
}

/**
 * salon_tally_add_before: the same for the other side
 */
void
salon_tally_add_before (SalonTally *self, const gint64 *keys, const gint64 *values)
{
  g_return_if_fail (self->n_all > self->n_values);
  add_at (self, keys, values, self->n_values);
}

/* ---- running balances */

/* Each combination of the keys that are not time, once. */
static GHashTable *
combinations (const SalonTally *self)
{
  GHashTable *all = g_hash_table_new_full (leaf_hash, leaf_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer data = NULL;

  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, &data, NULL)) {
    Leaf *one = g_memdup2 (data, sizeof (Leaf));

    one->values = NULL;
    if (self->steps_key >= 0)
      one->keys[self->steps_key] = 0;
    g_hash_table_add (all, one);
  }
  return all;
}

/* A balance: where it stands, and what it is changed by. */
typedef struct {
  guint start;
  guint end;
  const gint64 *signs;
} Balance;

static void
close_leaf (const SalonTally *self, Leaf *leaf, const Balance *balance)
{
  for (guint side = 0; side < self->n_all; side += self->n_values)
    for (guint i = 0; i < self->n_values; i++)
      leaf->values[side + balance->end] += balance->signs[i] * leaf->values[side + i];
}

static void
run_steps (SalonTally *self, Leaf *asked, const Balance *balance)
{
  const gint64 nothing[2] = { 0, 0 };
  gint64 running[2] = { 0, 0 };

  for (guint i = 0; i < self->steps->len; i++) {
    Leaf *leaf = NULL;

    asked->keys[self->steps_key] = g_array_index (self->steps, gint64, i);
    if (memcmp (running, nothing, sizeof running) == 0 && g_hash_table_lookup (self->leaves, asked) == NULL)
      continue;
    leaf = leaf_for (self, asked);
    for (guint side = 0; side * self->n_values < self->n_all; side++)
      leaf->values[side * self->n_values + balance->start] += running[side];
    close_leaf (self, leaf, balance);
    for (guint side = 0; side * self->n_values < self->n_all; side++)
      running[side] = leaf->values[side * self->n_values + balance->end];
  }
}

/**
 * salon_tally_run:
 * @start: the number that says what there was at the start of a step; what was added to it is there from that step on
 * @end: the number that gets what there is at the end of the step
 * @signs: (array): what each number does to it: 1, -1, or 0; that of @start is 1
 * @most: so many lines are made at most
 *
 * Carries a balance from step to step, on each side its own.
 *
 * Returns: %FALSE if there would be more lines; nothing is done then
 */
gboolean
salon_tally_run (SalonTally *self, guint start, guint end, const gint64 *signs, guint most)
{
  g_autoptr (GHashTable) all = combinations (self);
  const Balance balance = { start, end, signs };
  GHashTableIter iter;
  gpointer one = NULL;

  if ((guint64) g_hash_table_size (all) * MAX (self->steps->len, 1) > most)
    return FALSE;
  g_hash_table_iter_init (&iter, self->steps_key >= 0 ? all : self->leaves);
  while (g_hash_table_iter_next (&iter, &one, NULL)) {
    Leaf asked = *(const Leaf *) one;

    if (self->steps_key >= 0)
      run_steps (self, &asked, &balance);
    else
      close_leaf (self, one, &balance);
  }
  return TRUE;
}

/**
 * salon_tally_rows:
 *
 * Returns: (transfer full) (element-type SalonTallyRow): each group before its parts, the sum of everything last
 */
GPtrArray *
salon_tally_rows (SalonTally *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new ();
  gint64 path[SALON_TALLY_KEYS_MAX] = { 0 };
  GHashTableIter iter;
  gpointer leaf = NULL;

  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, &leaf, NULL))
    g_ptr_array_add (leaves, leaf);
  add_parts (self, rows, leaves, path, 0);
  add_row (self, rows, path, 0, sum_of (self, leaves, 0));
  return g_steal_pointer (&rows);
}
