/* The table: ticks that outlive orders and refreshes, and columns that are taken in and out and remembered. */
#include "gui/widgets/column-chooser.h"
#include "gui/widgets/search-hit.h"
#include "gui/widgets/table.h"
#include "ui-support.h"

#define N_ROWS 5

static char *
text_name (gpointer item)
{
  return g_strdup (SALON_SEARCH_HIT (item)->name);
}

static const SalonColumn columns[] = {
  { "name", "Name", 0, 0, TRUE, text_name },
  { "visits", "Visits", 1, 60, TRUE, text_name },
  { "sold", "Sold", 1, 60, TRUE, text_name },
  { "age", "Age", 1, 60, TRUE, text_name, .extra = TRUE },
};

static gint64
id_at (GListModel *model, guint position)
{
  g_autoptr (SalonSearchHit) hit = g_list_model_get_item (model, position);

  return hit->id;
}

/* Ids 1 … 5, or 5 … 1. */
static GListModel *
create_rows (gboolean backwards)
{
  GListStore *store = g_list_store_new (SALON_TYPE_SEARCH_HIT);

  for (gint64 i = 1; i <= N_ROWS; i++) {
    g_autoptr (SalonSearchHit) hit = salon_search_hit_new (SALON_HIT_CLIENT, backwards ? N_ROWS + 1 - i : i, "Anna");

    g_list_store_append (store, hit);
  }
  return G_LIST_MODEL (store);
}

typedef struct {
  GtkWidget *table;
  SalonTicks *ticks;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = create_rows (FALSE);

  self->ticks = salon_ticks_new ();
  self->table = salon_table_new ("Clients", columns, G_N_ELEMENTS (columns));
  salon_table_set_ticks (SALON_TABLE (self->table), self->ticks, id_at);
  gtk_widget_set_size_request (self->table, 700, 300);
  ui_show (self->table);
  salon_table_set_model (SALON_TABLE (self->table), rows);
  ui_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ui_close (self->table);
  g_assert_finalize_object (self->ticks);
}

/* The row at @position has the focus; Space is pressed. */
static void
press_space (Fixture *self, guint position, GdkModifierType state)
{
  GtkWidget *view = ui_find (self->table, GTK_TYPE_COLUMN_VIEW);

  salon_table_select (SALON_TABLE (self->table), position);
  gtk_widget_grab_focus (self->table);
  g_assert_true (ui_press (view, GDK_KEY_space, state));
}

static void
assert_ticked (Fixture *self, const char *expected)
{
  g_autoptr (GArray) ids = salon_ticks_get_ids (self->ticks);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%d", (int) g_array_index (ids, gint64, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static GtkCheckButton *
get_head (Fixture *self)
{
  return GTK_CHECK_BUTTON (ui_find_with_class (self->table, "salon-tick-all"));
}

static guint
count_shown_ticks (GtkWidget *root)
{
  guint count = GTK_IS_CHECK_BUTTON (root) && gtk_check_button_get_active (GTK_CHECK_BUTTON (root))
                && !gtk_widget_has_css_class (root, "salon-tick-all");

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      count += count_shown_ticks (child);
  return count;
}

static void
test_space (Fixture *self, gconstpointer data)
{
  press_space (self, 1, 0);
  assert_ticked (self, "2");
  ui_wait_until (count_shown_ticks (self->table) == 1);
  press_space (self, 3, GDK_SHIFT_MASK);
  assert_ticked (self, "234");
  press_space (self, 3, 0);
  assert_ticked (self, "23");
  press_space (self, 0, GDK_SHIFT_MASK); /* as the last one that was pressed: not ticked */
  assert_ticked (self, "");
  ui_wait_until (count_shown_ticks (self->table) == 0);
}

static void
test_another_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = create_rows (TRUE);

  press_space (self, 0, 0);
  press_space (self, 1, 0);
  salon_table_set_model (SALON_TABLE (self->table), rows);
  ui_wait_until (count_shown_ticks (self->table) == 2);
  assert_ticked (self, "12");
  press_space (self, 0, 0);
  assert_ticked (self, "125");
}

static void
test_head (Fixture *self, gconstpointer data)
{
  ui_wait_until (gtk_widget_get_sensitive (GTK_WIDGET (get_head (self))));
  gtk_check_button_set_active (get_head (self), TRUE);
  assert_ticked (self, "12345");
  press_space (self, 2, 0);
  ui_wait_until (gtk_check_button_get_inconsistent (get_head (self)));
  salon_ticks_clear (self->ticks);
  ui_wait_until (!gtk_check_button_get_inconsistent (get_head (self)) && !gtk_check_button_get_active (get_head (self)));
  assert_ticked (self, "");
}

/* Whether the focus is on a thing or in it. */
static gboolean
is_in (GtkWidget *thing)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (thing));

  return focus != NULL && (focus == thing || gtk_widget_is_ancestor (focus, thing));
}

static void
test_tab (Fixture *self, gconstpointer data)
{
  GtkWidget *head = GTK_WIDGET (get_head (self));
  GtkWidget *view = ui_find (self->table, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *chooser = ui_find (self->table, SALON_TYPE_COLUMN_CHOOSER);

  ui_wait_until (gtk_widget_get_sensitive (head));
  g_assert_true (gtk_widget_grab_focus (head));
  g_assert_true (gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD));
  g_assert_true (is_in (view));
  g_assert_true (gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD));
  g_assert_true (is_in (chooser));
  g_assert_false (gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (self->table, GTK_DIR_TAB_BACKWARD));
  g_assert_true (is_in (view));
  g_assert_true (gtk_widget_child_focus (self->table, GTK_DIR_TAB_BACKWARD));
  g_assert_true (is_in (head));
}

static void
test_columns (Fixture *self, gconstpointer data)
{
  SalonTable *table = SALON_TABLE (self->table);
  g_autoptr (GVariant) usual = g_variant_ref_sink (salon_table_get_layout (table));
  g_autoptr (GVariant) wanted = g_variant_ref_sink (
    g_variant_new_parsed ("[('age', 90, true), ('name', 0, true), ('gone', 5, true), ('visits', 0, true), ('sold', 0, false)]"));
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (g_variant_n_children (usual), ==, 0);
  g_assert_true (salon_table_shows (table, "sold"));
  g_assert_false (salon_table_shows (table, "age"));
  salon_table_set_layout (table, wanted);
  g_assert_true (salon_table_shows (table, "age"));
  g_assert_false (salon_table_shows (table, "sold"));
  kept = g_variant_ref_sink (salon_table_get_layout (table));
  text = g_variant_print (kept, FALSE);
  g_assert_cmpstr (text, ==, "[('age', 90, true), ('name', 0, true), ('visits', 0, true), ('sold', 0, false)]");
}

/* What is not for a user is gone for her, and where it was for the next. */
static void
test_barred (Fixture *self, gconstpointer data)
{
  SalonTable *table = SALON_TABLE (self->table);
  g_autoptr (GVariant) wanted = g_variant_ref_sink (
    g_variant_new_parsed ("[('name', 0, true), ('age', 0, true), ('visits', 0, true), ('sold', 0, false)]"));
  g_autoptr (GVariant) kept = NULL;

  salon_table_set_barred (table, "visits", TRUE);
  g_assert_false (salon_table_shows (table, "visits"));
  g_assert_true (salon_table_shows (table, "sold"));
  salon_table_set_layout (table, wanted);
  g_assert_true (salon_table_shows (table, "age"));
  g_assert_false (salon_table_shows (table, "visits"));
  kept = g_variant_ref_sink (salon_table_get_layout (table));
  salon_table_set_barred (table, "visits", FALSE);
  g_assert_true (salon_table_shows (table, "visits"));
  g_assert_false (salon_table_shows (table, "sold"));
  salon_table_set_barred (table, "sold", TRUE);
  salon_table_set_barred (table, "sold", FALSE);
  g_assert_false (salon_table_shows (table, "sold"));
  salon_table_set_layout (table, kept); /* what was saved meanwhile has not forgotten it */
  g_assert_true (salon_table_shows (table, "visits"));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/table/space", Fixture, NULL, set_up, test_space, tear_down);
  g_test_add ("/table/another-order", Fixture, NULL, set_up, test_another_order, tear_down);
  g_test_add ("/table/head", Fixture, NULL, set_up, test_head, tear_down);
  g_test_add ("/table/tab", Fixture, NULL, set_up, test_tab, tear_down);
  g_test_add ("/table/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/table/barred", Fixture, NULL, set_up, test_barred, tear_down);
  return g_test_run ();
}
