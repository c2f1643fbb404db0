/* Every kind of condition is shown by its editor and read back as it was; whole filters by the form and by the tree. */
#include "config.h"
#include "gui/parts/directory.h"
#include "gui/parts/filter-branch.h"
#include "gui/parts/filter-editor.h"
#include "gui/parts/filter-form.h"
#include "gui/parts/filter-leaf.h"
#include "gui/parts/filter-key.h"
#include "gui/widgets/picker.h"
#include "model/entities/filter-text.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

/* The ways to compare, in the order of the list of an editor. */
#define ONE_OF  1
#define NONE_OF 2

static SalonFilter *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SalonFilter *filter = salon_filter_parse (text, &error);

  g_assert_no_error (error);
  return filter;
}

static void
assert_filter (SalonFilter *taken, const char *expected)
{
  g_autoptr (SalonFilter) filter = taken;
  g_autofree char *text = filter != NULL ? salon_filter_print (filter) : g_strdup ("nothing");

  g_assert_cmpstr (text, ==, expected);
}

static void
wait_for_directory (SalonFixture *fixture)
{
  ui_wait_until (salon_directory_is_ready (salon_directory_of (fixture->session)));
}

/* Conditions with values: each can also be turned round. */
static const char *const with_values[] = {
  "status = lost",
  "status in (new, permanent)",
  "importance in (none, a)",
  "gender = female",
  "tag in (3, 5)",
  "category = 2",
  "age 30..50",
  "visits >= 3",
  "sold 100..250.55",
  "discount <= 7.50",
  "last_visit in last_month",
  "last_visit before today-60",
  "last_visit before today-12m",
  "visited today-30..today",
  "visited today-3m..today",
  "booking today..today+7",
  "added 2025-06-01..2025-06-30",
  "added from 2025-06-01",
  "birthday today..today+7",
  "birthday in next_month",
  "language in (\"lv\", \"ru\")",
  "text ~ \"Anna\"",
  "master = 4 within last_month",
  "upcoming in (4, 5) within today..today+7",
};

static void
test_values (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();

  wait_for_directory (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (with_values); i++) {
    g_autoptr (SalonFilter) filter = parse (with_values[i]);
    g_autofree char *key = salon_filter_key_of_test (filter);
    g_autofree char *turned = g_strconcat ("not ", with_values[i], NULL);
    GtkWidget *editor = ui_show (salon_filter_editor_new (fixture->session, key, NULL));
    SalonPicker *mode = SALON_PICKER (ui_find (editor, SALON_TYPE_PICKER));

    assert_filter (salon_filter_editor_get_filter (SALON_FILTER_EDITOR (editor)), "nothing");
    salon_filter_editor_set_filter (SALON_FILTER_EDITOR (editor), filter);
    salon_picker_set_selected (mode, NONE_OF);
    assert_filter (salon_filter_editor_get_filter (SALON_FILTER_EDITOR (editor)), turned);
    salon_picker_set_selected (mode, ONE_OF);
    assert_filter (salon_filter_editor_get_filter (SALON_FILTER_EDITOR (editor)), with_values[i]);
    salon_filter_editor_set_filter (SALON_FILTER_EDITOR (editor), NULL);
    assert_filter (salon_filter_editor_get_filter (SALON_FILTER_EDITOR (editor)), "nothing");
    ui_close (editor);
  }
}

static const char *const simple[] = {
  "everybody",
  "photo",
  "not photo",
  "tag",
  "not upcoming",
  "birthday 12-25..01-05",
  "not last_visit",
  "custom:12 = \"10\"",
  "status = lost and age 30..50 and not upcoming within today..today+30",
};

static const char *const advanced[] = {
  "status = lost and (tag in (3, 5) or age 30..50) and not upcoming and last_visit before today-60",
  "photo or (email and phone)",
  "not (photo or email)",
  "not (photo and email)",
  "not not photo",
  "age 30..40 and not age 35..36",
  "(photo or not (email and (phone or alert))) and not (status = new or status = lost)",
};

static void
test_form (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *form = NULL;

  wait_for_directory (fixture);
  form = ui_show (salon_filter_form_new (fixture->session));
  for (guint i = 0; i < G_N_ELEMENTS (simple); i++) {
    g_autoptr (SalonFilter) filter = parse (simple[i]);
    g_autoptr (SalonFilter) shown = NULL;

    g_assert_true (salon_filter_form_can_show (filter));
    salon_filter_form_set_filter (SALON_FILTER_FORM (form), filter);
    shown = salon_filter_form_get_filter (SALON_FILTER_FORM (form));
    if (salon_filter_n_children (filter) == 0)
      g_assert_true (salon_filter_equal (shown, filter));
    g_assert_cmpuint (salon_filter_n_nodes (shown), ==, salon_filter_n_nodes (filter));
  }
  for (guint i = 0; i < G_N_ELEMENTS (advanced); i++) {
    g_autoptr (SalonFilter) filter = parse (advanced[i]);

    g_assert_false (salon_filter_form_can_show (filter));
  }
  ui_close (form);
}

static void
test_tree (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *tree = NULL;

  wait_for_directory (fixture);
  tree = ui_show (salon_filter_branch_new (fixture->session));
  assert_filter (salon_filter_branch_get_filter (SALON_FILTER_BRANCH (tree)), "nothing");
  for (guint i = 0; i < G_N_ELEMENTS (advanced); i++) {
    g_autoptr (SalonFilter) filter = parse (advanced[i]);

    salon_filter_branch_set_filter (SALON_FILTER_BRANCH (tree), filter);
    assert_filter (salon_filter_branch_get_filter (SALON_FILTER_BRANCH (tree)), advanced[i]);
  }
  ui_close (tree);
}

/* The line that holds the @n-th condition, from the top, 0 being the first. */
static GtkWidget *
line_of (GtkWidget *root, guint *n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = SALON_IS_FILTER_LEAF (child) ? ((*n)-- == 0 ? root : NULL) : line_of (child, n);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
condition (GtkWidget *tree, guint n)
{
  GtkWidget *line = line_of (tree, &n);

  g_assert_nonnull (line);
  return line;
}

/* Lets a line go over a place, as GTK tells it. */
static gboolean
drop (GtkWidget *line, GtkWidget *place, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (place);
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  ui_wait_until (gtk_widget_get_height (place) > 0);
  g_value_init (&value, GTK_TYPE_BOX);
  g_value_set_object (&value, line);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      g_signal_emit_by_name (controller, "drop", &value, 5.0, y, &taken);
  }
  g_value_unset (&value);
  return taken;
}

static void
on_tree_changed (GtkWidget *tree, guint *n)
{
  (*n)++;
}

static void
test_tree_drag (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  g_autoptr (SalonFilter) filter = parse ("photo and (email or phone)");
  SalonFilterBranch *tree = NULL;
  GtkWidget *group = NULL;
  guint n_told = 0;

  wait_for_directory (fixture);
  tree = SALON_FILTER_BRANCH (ui_show (salon_filter_branch_new (fixture->session)));
  salon_filter_branch_set_filter (tree, filter);
  ui_settle ();
  g_signal_connect (tree, "changed", G_CALLBACK (on_tree_changed), &n_told);
  g_assert_true (drop (condition (GTK_WIDGET (tree), 0), condition (GTK_WIDGET (tree), 1), 1000)); /* into the group */
  assert_filter (salon_filter_branch_get_filter (tree), "email or photo or phone");
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_true (drop (condition (GTK_WIDGET (tree), 2), condition (GTK_WIDGET (tree), 0), 0)); /* before the first */
  assert_filter (salon_filter_branch_get_filter (tree), "phone or email or photo");
  g_assert_true (drop (condition (GTK_WIDGET (tree), 1), GTK_WIDGET (tree), 0)); /* out of the group */
  assert_filter (salon_filter_branch_get_filter (tree), "(phone or photo) and email");
  group = gtk_widget_get_ancestor (gtk_widget_get_parent (condition (GTK_WIDGET (tree), 0)), SALON_TYPE_FILTER_BRANCH);
  g_assert_false (drop (gtk_widget_get_parent (group), condition (GTK_WIDGET (tree), 0), 0)); /* never into itself */
  g_assert_cmpuint (n_told, ==, 3);
  ui_close (GTK_WIDGET (tree));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/filter-editors/values", test_values);
  g_test_add_func ("/filter-editors/form", test_form);
  g_test_add_func ("/filter-editors/tree", test_tree);
  g_test_add_func ("/filter-editors/tree-drag", test_tree_drag);
  return g_test_run ();
}
