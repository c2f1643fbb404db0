/* The settings of segments and of categories by rule: what is done there stands in the database, what is refused not. */
#include "config.h"
#include "gui/pages/settings/rule-row.h"
#include "gui/pages/settings/segment-row.h"
#include "gui/pages/settings/settings-page.h"
#include "gui/parts/directory.h"
#include "gui/parts/filter-branch.h"
#include "gui/widgets/inline-edit.h"
#include "gui/widgets/page.h"
#include "gui/widgets/picker.h"
#include "model/entities/category-rule.h"
#include "model/entities/category.h"
#include "model/entities/filter-text.h"
#include "model/entities/segment.h"
#include "model/services/segments.h"
#include "pages-support.h"

typedef struct {
  SalonFixture *salon;
  gint64 silver;
  gint64 segment;
  GtkWidget *page;
} Fixture;

static gint64
save_segment (Fixture *f, const char *name, const char *text)
{
  g_autoptr (SalonFilter) filter = salon_filter_parse (text, NULL);
  SalonSegmentDraft *draft = salon_segment_draft_new (0, name, filter);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (f->salon, &salon_command_segment_save, draft, &done, &error);
  g_assert_no_error (error);
  salon_segment_draft_free (draft);
  return done.id;
}

static void
set_up (Fixture *f, gconstpointer section)
{
  SalonCategory *silver = salon_category_new ();

  f->salon = salon_fixture_new ();
  silver->name = g_strdup ("Silver");
  f->silver = salon_fixture_insert (f->salon, silver);
  f->segment = save_segment (f, "Lost ones", "status = lost");
  f->page = ui_show (salon_settings_page_new (f->salon->session));
  salon_page_activate (SALON_PAGE (f->page));
  g_assert_true (salon_page_open_text (SALON_PAGE (f->page), "section", section));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (f->salon->session)));
  ui_settle ();
}

static void
tear_down (Fixture *f, gconstpointer section)
{
  ui_settle ();
  ui_close (f->page);
  salon_fixture_free (f->salon);
}

/* (transfer full): the rule of the category, in the grammar; NULL = by hand only */
static char *
rule_of (Fixture *f)
{
  g_autoptr (GPtrArray) rules = salon_fixture_find (f->salon, salon_category_rule_get_type (), "category_id", f->silver);

  return rules->len > 0 ? g_strdup (((SalonCategoryRule *) rules->pdata[0])->filter) : NULL;
}

static gboolean
has_rule (Fixture *f, const char *expected)
{
  g_autofree char *rule = rule_of (f);

  return g_strcmp0 (rule, expected) == 0;
}

static gboolean
is_called (Fixture *f, const char *name)
{
  g_autoptr (SalonSegment) segment = salon_fixture_get (f->salon, salon_segment_get_type (), f->segment);

  return g_str_equal (segment->name, name);
}

static GtkWidget *
segment_row (Fixture *f)
{
  ui_wait_until (ui_find (f->page, SALON_TYPE_SEGMENT_ROW) != NULL);
  return ui_find (f->page, SALON_TYPE_SEGMENT_ROW);
}

static gboolean
commit_name (GtkWidget *row, const char *name)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (ui_find (row, SALON_TYPE_INLINE_EDIT), "commit", name, &taken);
  return taken;
}

static void
test_rename (Fixture *f, gconstpointer section)
{
  GtkWidget *row = segment_row (f);

  g_assert_false (commit_name (row, ""));
  g_assert_true (is_called (f, "Lost ones"));
  g_assert_true (commit_name (row, "Gone"));
  ui_wait_until (is_called (f, "Gone"));
}

static GtkWidget *
find_icon_button (GtkWidget *root, const char *icon)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), icon) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_icon_button (child, icon);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
test_remove (Fixture *f, gconstpointer section)
{
  g_autoptr (SalonSegment) segment = NULL;

  g_signal_emit_by_name (find_icon_button (segment_row (f), "salon-trash-symbolic"), "clicked");
  ui_wait_until (ui_find (f->page, SALON_TYPE_SEGMENT_ROW) == NULL);
  segment = salon_fixture_get (f->salon, salon_segment_get_type (), f->segment);
  g_assert_cmpint (segment->archived, !=, 0);
}

static SalonPicker *
rule_picker (Fixture *f)
{
  segment_row (f);
  ui_wait_until (ui_find (f->page, SALON_TYPE_RULE_ROW) != NULL);
  return SALON_PICKER (ui_find (ui_find (f->page, SALON_TYPE_RULE_ROW), SALON_TYPE_PICKER));
}

static void
test_rule_of_segment (Fixture *f, gconstpointer section)
{
  SalonPicker *picker = rule_picker (f);
  g_autofree char *expected = g_strdup_printf ("segment = %d", (int) f->segment);

  salon_picker_set_selected (picker, f->segment);
  ui_wait_until (has_rule (f, expected));
  salon_picker_set_selected (picker, SALON_PICK_NONE);
  ui_wait_until (has_rule (f, NULL));
}

/* Nothing is saved before there is a condition; then exactly that is the rule, and it is told in words. */
static void
test_rule_of_conditions (Fixture *f, gconstpointer section)
{
  SalonPicker *picker = rule_picker (f);
  GtkWidget *row = ui_find (f->page, SALON_TYPE_RULE_ROW);
  g_autoptr (SalonFilter) filter = salon_filter_parse ("photo or (email and phone)", NULL);
  SalonFilterBranch *branch = NULL;

  salon_picker_set_selected (picker, SALON_RULE_OWN);
  branch = SALON_FILTER_BRANCH (ui_find (row, SALON_TYPE_FILTER_BRANCH));
  g_assert_nonnull (branch);
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (row, "Save the rule")));
  salon_filter_branch_set_filter (branch, filter);
  g_signal_emit_by_name (branch, "changed");
  g_assert_true (gtk_widget_get_sensitive (ui_find_button (row, "Save the rule")));
  ui_press_button (row, "Save the rule");
  ui_wait_until (has_rule (f, "photo or (email and phone)"));
  ui_wait_until (salon_picker_get_selected (picker) == SALON_RULE_OWN);
}

static void
test_rule_is_left_as_it_was (Fixture *f, gconstpointer section)
{
  SalonPicker *picker = rule_picker (f);
  GtkWidget *row = ui_find (f->page, SALON_TYPE_RULE_ROW);

  salon_picker_set_selected (picker, SALON_RULE_OWN);
  ui_press_button (row, "Cancel");
  g_assert_cmpint (salon_picker_get_selected (picker), ==, SALON_PICK_NONE);
  ui_settle ();
  g_assert_true (has_rule (f, NULL));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/settings-segments/rename", Fixture, "segments", set_up, test_rename, tear_down);
  g_test_add ("/settings-segments/remove", Fixture, "segments", set_up, test_remove, tear_down);
  g_test_add ("/settings-segments/rule-of-segment", Fixture, "segments", set_up, test_rule_of_segment, tear_down);
  g_test_add ("/settings-segments/rule-of-conditions", Fixture, "segments", set_up, test_rule_of_conditions, tear_down);
  g_test_add ("/settings-segments/rule-is-left", Fixture, "segments", set_up, test_rule_is_left_as_it_was, tear_down);
  return g_test_run ();
}
