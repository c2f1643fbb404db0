/* Rows are sorted within their group, and groups by their subtotals: what belongs together stays together.  What the top n
 * left out stays the last of its group; the total is no row of the list. */
#include "gui/pages/reports/report-order.h"

#include <string.h>

#include "base/text.h"
#include "model/rules/report-dimension.h"

/* A row and those below it: [first, end). */
typedef struct {
  guint first;
  guint end;
} Block;

typedef struct {
  const SalonReportTable *table;
  guint column;
  gboolean descending;
  GPtrArray *keys; /* of texts: by which they compare byte by byte */
  GArray *order;
} Sorting;

static GPtrArray *
collation_keys (const SalonReportTable *table, guint column)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < table->rows->len; i++) {
    const SalonCell *cell = salon_report_table_cell (table, i, column);

    g_ptr_array_add (keys, cell->kind == SALON_CELL_TEXT ? salon_text_collation_key (cell->text) : NULL);
  }
  return keys;
}

/* Of labels whose path tells an order of their own (months, weekdays, age groups) that order counts. */
static gboolean
goes_by_path (const Sorting *sorting, const SalonReportRow *row)
{
  const SalonReportDimension *dimension = NULL;

  if (sorting->column >= sorting->table->n_groupings || row->level != sorting->column + 1)
    return FALSE;
  dimension = salon_report_dimension_find (salon_report_table_column (sorting->table, sorting->column)->key);
  return dimension != NULL && dimension->by_value;
}

static int
compare_rows (const Sorting *sorting, guint a, guint b)
{
  const SalonReportRow *x = salon_report_table_row (sorting->table, a);
  const SalonReportRow *y = salon_report_table_row (sorting->table, b);
  const SalonCell *one = salon_report_table_cell (sorting->table, a, sorting->column);
  const SalonCell *other = salon_report_table_cell (sorting->table, b, sorting->column);
  gint64 left = one->integer;
  gint64 right = other->integer;
  int result = 0;

  if (x->kind == SALON_REPORT_REST || y->kind == SALON_REPORT_REST)
    return (x->kind == SALON_REPORT_REST) - (y->kind == SALON_REPORT_REST);
  if (one->kind == SALON_CELL_EMPTY || other->kind == SALON_CELL_EMPTY) /* the last in any order */
    return (one->kind == SALON_CELL_EMPTY) - (other->kind == SALON_CELL_EMPTY);
  if (goes_by_path (sorting, x) && goes_by_path (sorting, y))
    left = x->path[x->level - 1], right = y->path[y->level - 1];
  else if (one->kind == SALON_CELL_TEXT && other->kind == SALON_CELL_TEXT)
    result = strcmp (sorting->keys->pdata[a], sorting->keys->pdata[b]);
  if (result == 0)
    result = (left > right) - (left < right);
  return sorting->descending ? -result : result;
}

static int
compare_blocks (gconstpointer a, gconstpointer b, gpointer data)
{
  const Block *x = a;
  const Block *y = b;
  int result = compare_rows (data, x->first, y->first);

  return result != 0 ? result : (x->first > y->first) - (x->first < y->first);
}

static guint
end_of_block (const SalonReportTable *table, guint first, guint end)
{
  guint level = salon_report_table_row (table, first)->level;
  guint i = first + 1;

  while (i < end && salon_report_table_row (table, i)->level > level)
    i++;
  return i;
}

static void
add_sorted (Sorting *sorting, guint first, guint end)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  for (guint i = first; i < end;) {
    Block block = { i, end_of_block (sorting->table, i, end) };

    g_array_append_val (blocks, block);
    i = block.end;
  }
  g_array_sort_with_data (blocks, compare_blocks, sorting);
  for (guint i = 0; i < blocks->len; i++) {
    Block block = g_array_index (blocks, Block, i);

    g_array_append_val (sorting->order, block.first);
    if (block.end > block.first + 1)
      add_sorted (sorting, block.first + 1, block.end);
  }
}

/**
 * salon_report_order:
 * @column: by which; %SALON_REPORT_UNSORTED = as the report has them
 *
 * Returns: (transfer full) (element-type guint): the rows of @table without the total
 */
GArray *
salon_report_order (const SalonReportTable *table, int column, gboolean descending)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean sorted = column != SALON_REPORT_UNSORTED && (guint) column < table->columns->len;
  g_autoptr (GPtrArray) keys = sorted ? collation_keys (table, (guint) column) : NULL;
  Sorting sorting = { table, (guint) MAX (column, 0), descending, keys, order };
  guint n = table->rows->len;

  while (n > 0 && salon_report_table_row (table, n - 1)->kind == SALON_REPORT_TOTAL)
    n--;
  if (sorted)
    add_sorted (&sorting, 0, n);
  else
    for (guint i = 0; i < n; i++)
      g_array_append_val (order, i);
  return order;
}
