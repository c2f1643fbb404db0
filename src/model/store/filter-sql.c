/* A filter as one condition: the tree, segments in it, and in what order its tests are asked.  What a single test
 * becomes stands in filter-piece.c. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/entities/filter-text.h"
#include "model/store/filter-sql.h"

#define SQL_SEGMENT "SELECT filter FROM segment WHERE id = $1"

typedef SalonFilterWriter Writer;

static gboolean write_node (Writer *self, const SalonFilter *filter, gboolean below_not, GError **error);

static void
add (Writer *self, const char *sql)
{
  salon_sql_text_add (self->sql, sql);
}

/* ---- segments */

static char *
segment_text (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SEGMENT, error);
  GError *failure = NULL;
  char *text = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, id);
  text = salon_stmt_next (stmt, &failure) ? salon_stmt_dup_text (stmt, 0) : g_strdup ("nobody");
  if (failure == NULL)
    return text;
  g_propagate_error (error, failure);
  return NULL;
}

static void
add_default (Writer *self, const SalonFilter *filter)
{
  if (!salon_filter_mentions (filter, "archived"))
    add (self, "s.archived = 0 AND ");
}

static gboolean
write_one_segment (Writer *self, gint64 id, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (SalonFilter) filter = NULL;
  gboolean good = FALSE;

  for (guint i = 0; i < self->n_segments; i++)
    if (self->segments[i] == id || self->n_segments == SALON_FILTER_SEGMENT_DEPTH_MAX) {
      salon_set_field_error (error, "filter", _("This segment asks for itself, by way of another one."));
      return FALSE;
    }
  text = segment_text (self->tx, id, error);
  filter = text != NULL ? salon_filter_parse (text, error) : NULL;
  if (filter == NULL)
    return FALSE;
  self->segments[self->n_segments++] = id;
  add (self, "(");
  add_default (self, filter);
  good = write_node (self, filter, TRUE, error);
  add (self, ")");
  self->n_segments--;
  return good;
}

static gboolean
write_segment (Writer *self, const SalonFilterTest *test, GError **error)
{
  gboolean at_top = self->at_top;

  self->at_top = at_top && test->n_ids == 1;
  add (self, "(");
  for (guint i = 0; i < test->n_ids; i++) {
    if (i > 0)
      add (self, " OR ");
    if (!write_one_segment (self, test->ids[i], error))
      return FALSE;
  }
  add (self, ")");
  self->at_top = at_top;
  return TRUE;
}

/* ---- the tree */

static gboolean
write_test (Writer *self, const SalonFilterTest *test, GError **error)
{
  return test->field->ref == SALON_FILTER_REF_SEGMENT ? write_segment (self, test, error)
                                                      : salon_filter_piece_write (self, test, error);
}

static guint
weight_of (const SalonFilter *filter)
{
  guint most = 0;

  if (salon_filter_node (filter) == SALON_FILTER_TEST)
    return salon_filter_piece_weight (salon_filter_test (filter));
  for (guint i = 0; i < salon_filter_n_children (filter); i++)
    most = MAX (most, weight_of (salon_filter_child (filter, i)));
  return most;
}

/* Whether both ask what happened at visits, of the same days: then one look at the visits answers both. */
static gboolean
are_of_one_look (Writer *self, const SalonFilter *a, const SalonFilter *b)
{
  const SalonFilterTest *one = salon_filter_node (a) == SALON_FILTER_TEST ? salon_filter_test (a) : NULL;
  const SalonFilterTest *other = salon_filter_node (b) == SALON_FILTER_TEST ? salon_filter_test (b) : NULL;

  if (one == NULL || other == NULL || !salon_filter_piece_looks_at_lines (self, one)
      || !salon_filter_piece_looks_at_lines (self, other) || one->has_within != other->has_within)
    return FALSE;
  return !one->has_within || salon_filter_period_equal (&one->within, &other->within);
}

static gboolean
is_written (Writer *self, const SalonFilter *any, guint index)
{
  for (guint i = 0; i < index; i++)
    if (are_of_one_look (self, salon_filter_child (any, i), salon_filter_child (any, index)))
      return TRUE;
  return FALSE;
}

/* A child of an ANY with those after it that one look answers. */
static void
write_looks (Writer *self, const SalonFilter *any, guint first)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();

  for (guint i = first; i < salon_filter_n_children (any); i++)
    if (are_of_one_look (self, salon_filter_child (any, first), salon_filter_child (any, i)))
      g_ptr_array_add (tests, (gpointer) salon_filter_test (salon_filter_child (any, i)));
  salon_filter_piece_write_looks (self, tests);
}

static gboolean
write_child (Writer *self, const SalonFilter *filter, guint index, gboolean below_not, GError **error)
{
  SalonFilter *child = salon_filter_child (filter, index);

  if (salon_filter_node (filter) != SALON_FILTER_ANY || !are_of_one_look (self, child, child))
    return write_node (self, child, below_not, error);
  add (self, "(");
  write_looks (self, filter, index);
  add (self, below_not ? ") IS TRUE" : ")");
  return TRUE;
}

/* The cheapest first. */
static gboolean
write_children (Writer *self, const SalonFilter *filter, gboolean below_not, GError **error)
{
  gboolean any = salon_filter_node (filter) == SALON_FILTER_ANY;
  guint n_written = 0;

  for (guint weight = 0; weight <= SALON_FILTER_WEIGHT_MAX; weight++)
    for (guint i = 0; i < salon_filter_n_children (filter); i++) {
      if (weight_of (salon_filter_child (filter, i)) != weight || (any && is_written (self, filter, i)))
        continue;
      if (n_written++ > 0)
        add (self, any ? " OR " : " AND ");
      if (!write_child (self, filter, i, below_not, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_group (Writer *self, const SalonFilter *filter, gboolean below_not, GError **error)
{
  gboolean all = salon_filter_node (filter) == SALON_FILTER_ALL;
  gboolean at_top = self->at_top;
  gboolean good = TRUE;

  self->at_top = at_top && all;
  if (salon_filter_n_children (filter) == 0)
    add (self, all ? "1" : "0");
  else
    good = write_children (self, filter, below_not, error);
  self->at_top = at_top;
  return good;
}

static gboolean
write_node (Writer *self, const SalonFilter *filter, gboolean below_not, GError **error)
{
  gboolean at_top = self->at_top;
  gboolean good = FALSE;

  switch (salon_filter_node (filter)) {
  case SALON_FILTER_TEST:
    add (self, "(");
    good = write_test (self, salon_filter_test (filter), error);
    add (self, below_not ? ") IS TRUE" : ")");
    return good;
  case SALON_FILTER_NOT:
    self->at_top = FALSE;
    add (self, "(NOT ");
    good = write_node (self, salon_filter_child (filter, 0), TRUE, error);
    self->at_top = at_top;
    add (self, ")");
    return good;
  case SALON_FILTER_ALL:
  case SALON_FILTER_ANY:
  default:
    add (self, "(");
    good = write_group (self, filter, below_not, error);
    add (self, ")");
    return good;
  }
}

/**
 * salon_filter_sql_condition:
 * @filter: (nullable): %NULL = everybody
 *
 * Adds the condition.  Archived clients are left out unless the tree asks about "archived".
 */
gboolean
salon_filter_sql_condition (SalonSqlText *sql, SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope,
                            SalonFilterUse *use, GError **error)
{
  Writer self = { .sql = sql, .tx = tx, .scope = scope, .use = use, .at_top = TRUE };

  add_default (&self, filter);
  if (filter != NULL)
    return write_node (&self, filter, FALSE, error);
  add (&self, "1");
  return TRUE;
}
