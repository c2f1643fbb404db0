/* What the designer does with a design: selection, history, verbs; what a pointer reaches; what a new element is like. */
#include "tests/card/card-fixture.h"

#include "card/editing.h"
#include "card/pieces.h"
#include "card/reach.h"

/* Rectangles 1, 2, 3 on the front, 4 on the back. */
static SalonCardDesign *
design_new (void)
{
  static const SalonCardBox boxes[] = { { 10000, 10000, 20000, 10000 }, { 20000, 15000, 20000, 10000 }, { 60000, 40000, 5000, 5000 } };
  SalonCardDesign *design = salon_card_design_new ("Test");

  for (guint i = 0; i < 4; i++) {
    SalonCardBox box = boxes[i % 3];
    g_autoptr (SalonCardElement) element = salon_card_element_new (SALON_CARD_RECT, box.x, box.y, box.width, box.height);
    SalonCardDesign *more = salon_card_design_add (design, i < 3 ? SALON_CARD_FRONT : SALON_CARD_BACK, element, NULL, NULL);

    salon_card_design_unref (design);
    design = more;
  }
  return design;
}

static SalonCardEditing *
editing_new (void)
{
  g_autoptr (SalonCardDesign) design = design_new ();

  return salon_card_editing_new (design);
}

static const SalonCardElement *
element_of (SalonCardEditing *editing, guint id)
{
  return salon_card_design_find (salon_card_editing_design (editing), id, NULL, NULL);
}

static guint
n_selected (SalonCardEditing *editing)
{
  guint n = 0;

  salon_card_editing_selection (editing, &n);
  return n;
}

/* The ids of a side from the lowest layer up, as digits. */
static char *
order_of (SalonCardEditing *editing)
{
  GString *order = g_string_new (NULL);
  SalonCardDesign *design = salon_card_editing_design (editing);
  SalonCardSide side = salon_card_editing_side (editing);

  for (guint i = 0; i < salon_card_design_n_elements (design, side); i++)
    g_string_append_printf (order, "%u", salon_card_design_element (design, side, i)->id);
  return g_string_free (order, FALSE);
}

static void
assert_order (SalonCardEditing *editing, const char *wanted)
{
  g_autofree char *order = order_of (editing);

  g_assert_cmpstr (order, ==, wanted);
}

static void
test_selection (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();

  g_assert_cmpuint (n_selected (editing), ==, 0);
  salon_card_editing_select (editing, 2);
  g_assert_cmpuint (salon_card_editing_single (editing)->id, ==, 2);
  salon_card_editing_toggle (editing, 1);
  g_assert_null (salon_card_editing_single (editing));
  g_assert_cmpint (salon_card_editing_box (editing).x, ==, 10000);
  g_assert_cmpint (salon_card_editing_box (editing).width, ==, 30000);
  salon_card_editing_toggle (editing, 2);
  g_assert_cmpuint (salon_card_editing_single (editing)->id, ==, 1);
  salon_card_editing_select (editing, 4); /* on the other side */
  g_assert_cmpuint (n_selected (editing), ==, 0);
  salon_card_editing_select_all (editing);
  g_assert_cmpuint (n_selected (editing), ==, 3);
  salon_card_editing_set_side (editing, SALON_CARD_BACK);
  g_assert_cmpuint (n_selected (editing), ==, 0);
  salon_card_editing_step (editing, 1);
  g_assert_cmpuint (salon_card_editing_single (editing)->id, ==, 4);
}

static void
test_step (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();

  salon_card_editing_step (editing, -1);
  g_assert_cmpuint (salon_card_editing_single (editing)->id, ==, 3);
  salon_card_editing_step (editing, 1);
  g_assert_cmpuint (salon_card_editing_single (editing)->id, ==, 1);
  salon_card_editing_step (editing, 1);
  g_assert_cmpuint (salon_card_editing_single (editing)->id, ==, 2);
}

/* Arrows in a row are one step; something else in between makes two of them. */
static void
test_nudges_are_one_step (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();

  g_assert_false (salon_card_editing_nudge (editing, 500, 0));
  salon_card_editing_select (editing, 1);
  for (int i = 0; i < 5; i++)
    g_assert_true (salon_card_editing_nudge (editing, 500, -100));
  g_assert_cmpint (element_of (editing, 1)->x, ==, 12500);
  g_assert_cmpint (element_of (editing, 1)->y, ==, 9500);
  salon_card_editing_select (editing, 2);
  salon_card_editing_nudge (editing, 0, 1000);
  g_assert_true (salon_card_editing_undo (editing));
  g_assert_cmpint (element_of (editing, 2)->y, ==, 15000);
  g_assert_cmpuint (salon_card_editing_single (editing)->id, ==, 2);
  g_assert_true (salon_card_editing_undo (editing));
  g_assert_cmpint (element_of (editing, 1)->x, ==, 10000);
  g_assert_cmpuint (salon_card_editing_single (editing)->id, ==, 1);
  g_assert_false (salon_card_editing_undo (editing));
  g_assert_true (salon_card_editing_redo (editing));
  g_assert_cmpint (element_of (editing, 1)->x, ==, 12500);
  g_assert_true (salon_card_editing_can_redo (editing));
  salon_card_editing_nudge (editing, 100, 0);
  g_assert_false (salon_card_editing_can_redo (editing));
}

static void
test_nothing_is_no_step (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();

  salon_card_editing_select (editing, 1);
  g_assert_false (salon_card_editing_nudge (editing, 0, 0));
  g_assert_false (salon_card_editing_change (editing, element_of (editing, 1), NULL, NULL));
  g_assert_false (salon_card_editing_can_undo (editing));
}

/* What is dragged is seen, but not kept until it is let go. */
static void
test_trying (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();
  const guint id = 1;

  salon_card_editing_select (editing, id);
  salon_card_editing_try (editing, salon_card_design_move (salon_card_editing_design (editing), &id, 1, 3000, 0));
  g_assert_cmpint (salon_card_editing_box (editing).x, ==, 13000);
  g_assert_cmpint (element_of (editing, 1)->x, ==, 10000);
  salon_card_editing_drop (editing);
  g_assert_cmpint (salon_card_editing_box (editing).x, ==, 10000);
  g_assert_false (salon_card_editing_can_undo (editing));
  salon_card_editing_try (editing, salon_card_design_move (salon_card_editing_design (editing), &id, 1, 3000, 0));
  g_assert_true (salon_card_editing_keep (editing));
  g_assert_cmpint (element_of (editing, 1)->x, ==, 13000);
  g_assert_false (salon_card_editing_keep (editing));
  salon_card_editing_undo (editing);
  g_assert_cmpint (element_of (editing, 1)->x, ==, 10000);
}

static void
test_history_is_bounded (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();
  int steps = 0;

  salon_card_editing_select (editing, 1);
  for (int i = 0; i < SALON_CARD_UNDO_STEPS + 20; i++) {
    salon_card_editing_nudge (editing, 100, 0);
    salon_card_editing_seal (editing);
  }
  while (salon_card_editing_undo (editing))
    steps++;
  g_assert_cmpint (steps, ==, SALON_CARD_UNDO_STEPS);
  g_assert_cmpint (element_of (editing, 1)->x, ==, 10000 + 20 * 100);
}

static void
test_remove_and_back (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();

  salon_card_editing_select_all (editing);
  salon_card_editing_toggle (editing, 2);
  g_assert_true (salon_card_editing_remove (editing));
  assert_order (editing, "2");
  g_assert_cmpuint (n_selected (editing), ==, 0);
  salon_card_editing_undo (editing);
  assert_order (editing, "123");
  g_assert_cmpuint (n_selected (editing), ==, 2);
  g_assert_nonnull (element_of (editing, 4));
}

static void
test_restack (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();

  salon_card_editing_select (editing, 1);
  salon_card_editing_toggle (editing, 2);
  g_assert_true (salon_card_editing_restack (editing, SALON_CARD_HIGHER));
  assert_order (editing, "312");
  g_assert_false (salon_card_editing_restack (editing, SALON_CARD_HIGHER));
  assert_order (editing, "312");
  g_assert_true (salon_card_editing_restack (editing, SALON_CARD_TO_BOTTOM));
  assert_order (editing, "123");
  g_assert_true (salon_card_editing_restack (editing, SALON_CARD_TO_TOP));
  assert_order (editing, "312");
  g_assert_true (salon_card_editing_place (editing, 3, 2));
  assert_order (editing, "123");
  salon_card_editing_undo (editing);
  assert_order (editing, "312");
}

static void
test_copies (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();
  g_autoptr (GPtrArray) clip = NULL;

  salon_card_editing_select (editing, 2);
  salon_card_editing_toggle (editing, 1);
  clip = salon_card_editing_copy (editing);
  g_assert_cmpuint (clip->len, ==, 2);
  g_assert_cmpint (((SalonCardElement *) clip->pdata[0])->x, ==, 10000);
  g_assert_true (salon_card_editing_paste (editing, clip, NULL));
  g_assert_cmpuint (n_selected (editing), ==, 2);
  g_assert_cmpint (salon_card_editing_box (editing).x, ==, 12000);
  salon_card_editing_set_side (editing, SALON_CARD_BACK);
  g_assert_true (salon_card_editing_paste (editing, clip, NULL));
  g_assert_cmpuint (salon_card_design_n_elements (salon_card_editing_design (editing), SALON_CARD_BACK), ==, 3);
  g_assert_cmpint (salon_card_editing_box (editing).y, ==, 12000); /* 4 lies where the first of them was */
  salon_card_editing_select (editing, 4);
  g_assert_true (salon_card_editing_duplicate (editing, NULL));
  g_assert_cmpint (salon_card_editing_single (editing)->x, ==, 12000);
  salon_card_editing_undo (editing);
  salon_card_editing_undo (editing);
  g_assert_cmpuint (salon_card_design_n_elements (salon_card_editing_design (editing), SALON_CARD_BACK), ==, 1);
}

/* A picture that the other design does not have is refused, and nothing of the rest is pasted. */
static void
test_paste_of_a_foreign_picture (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();
  g_autoptr (GPtrArray) clip = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_card_element_free);
  g_autoptr (GError) error = NULL;
  SalonCardElement *picture = salon_card_element_new (SALON_CARD_PICTURE, 0, 0, 1000, 1000);

  salon_card_element_set_text (&picture->picture, "elsewhere");
  g_ptr_array_add (clip, salon_card_element_new (SALON_CARD_RECT, 0, 0, 1000, 1000));
  g_ptr_array_add (clip, picture);
  g_assert_false (salon_card_editing_paste (editing, clip, &error));
  g_assert_nonnull (error);
  assert_order (editing, "123");
}

static void
test_change_merges_by_name (void)
{
  g_autoptr (SalonCardEditing) editing = editing_new ();
  g_autoptr (SalonCardElement) changed = salon_card_element_copy (element_of (editing, 1));
  g_autoptr (GError) error = NULL;

  salon_card_editing_select (editing, 1);
  for (int radius = 100; radius <= 500; radius += 100) {
    changed->radius = radius;
    g_assert_true (salon_card_editing_change (editing, changed, "radius", NULL));
  }
  changed->opacity = 50;
  g_assert_true (salon_card_editing_change (editing, changed, "opacity", NULL));
  changed->opacity = 101;
  g_assert_false (salon_card_editing_change (editing, changed, "opacity", &error));
  g_assert_nonnull (error);
  salon_card_editing_undo (editing);
  g_assert_cmpint (element_of (editing, 1)->opacity, ==, 100);
  g_assert_cmpint (element_of (editing, 1)->radius, ==, 500);
  salon_card_editing_undo (editing);
  g_assert_cmpint (element_of (editing, 1)->radius, ==, 0);
}

static void
test_reach (void)
{
  g_autoptr (SalonCardDesign) design = design_new ();
  g_autoptr (SalonCardElement) line = salon_card_element_new (SALON_CARD_LINE, 5000, 50000, 30000, 0);
  g_autoptr (SalonCardDesign) more = salon_card_design_add (design, SALON_CARD_FRONT, line, NULL, NULL);
  g_autoptr (GArray) inside = salon_card_within (more, SALON_CARD_FRONT, (SalonCardBox){ 45000, 30000, -40000, -25000 });

  g_assert_cmpuint (salon_card_at (more, SALON_CARD_FRONT, 25000, 17000, 500), ==, 2); /* over 1 */
  g_assert_cmpuint (salon_card_at (more, SALON_CARD_FRONT, 12000, 12000, 500), ==, 1);
  g_assert_cmpuint (salon_card_at (more, SALON_CARD_FRONT, 1000, 1000, 500), ==, 0);
  g_assert_cmpuint (salon_card_at (more, SALON_CARD_FRONT, 20000, 50400, 500), ==, 5);
  g_assert_cmpuint (salon_card_at (more, SALON_CARD_FRONT, 20000, 50600, 500), ==, 0);
  g_assert_cmpuint (salon_card_at (more, SALON_CARD_BACK, 12000, 12000, 500), ==, 4);
  g_assert_cmpuint (inside->len, ==, 2);
  g_assert_cmpuint (g_array_index (inside, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (inside, guint, 1), ==, 2);
}

static void
assert_same_box (SalonCardBox box, int x, int y, int width, int height)
{
  g_assert_cmpint (box.x, ==, x);
  g_assert_cmpint (box.y, ==, y);
  g_assert_cmpint (box.width, ==, width);
  g_assert_cmpint (box.height, ==, height);
}

static void
test_handles (void)
{
  SalonCardBox box = { 10000, 20000, 30000, 10000 };
  SalonCardEdges corner = SALON_CARD_EDGE_RIGHT | SALON_CARD_EDGE_BOTTOM;

  g_assert_cmpint (salon_card_handle_at (box, 40100, 29900, 300), ==, corner);
  g_assert_cmpint (salon_card_handle_at (box, 25000, 20200, 300), ==, SALON_CARD_EDGE_TOP);
  g_assert_cmpint (salon_card_handle_at (box, 25000, 25000, 300), ==, 0);
  assert_same_box (salon_card_drag_edges (box, corner, 2000, -1000, FALSE), 10000, 20000, 32000, 9000);
  assert_same_box (salon_card_drag_edges (box, SALON_CARD_EDGE_LEFT, 2000, 9999, FALSE), 12000, 20000, 28000, 10000);
  assert_same_box (salon_card_drag_edges (box, SALON_CARD_EDGE_LEFT, 90000, 0, FALSE), 39500, 20000, 500, 10000);
  assert_same_box (salon_card_drag_edges (box, SALON_CARD_EDGE_TOP, 0, 90000, FALSE), 10000, 29500, 30000, 500);
  assert_same_box (salon_card_drag_edges (box, corner, 30000, 0, TRUE), 10000, 20000, 60000, 20000);
  assert_same_box (salon_card_drag_edges (box, SALON_CARD_EDGE_LEFT | SALON_CARD_EDGE_TOP, -30000, 0, TRUE), -20000, 10000, 60000, 20000);
}

/* Each kind can be put on each side of each shipped design at once, twice, and is seen there. */
static void
test_pieces (void)
{
  static const char *const shipped[] = { "evening", "linen", "garden" };

  g_assert_cmphex (salon_card_ink_on (0x17161bff), ==, 0xffffffff);
  g_assert_cmphex (salon_card_ink_on (0xf8f5f1ff), !=, 0xffffffff);
  for (guint s = 0; s < G_N_ELEMENTS (shipped); s++) {
    g_autoptr (SalonCardDesign) design = card_fixture_shipped (shipped[s]);
    g_autoptr (SalonCardEditing) editing = salon_card_editing_new (design);

    for (int kind = SALON_CARD_TEXT; kind <= SALON_CARD_LINE; kind++) {
      g_autoptr (GError) error = NULL;
      g_autoptr (SalonCardElement) first = NULL;
      g_autoptr (SalonCardElement) second = NULL;

      if (kind == SALON_CARD_PICTURE)
        continue; /* needs one */
      first = salon_card_piece_new (salon_card_editing_design (editing), SALON_CARD_FRONT, (SalonCardElementKind) kind, "{name}");
      g_assert_true (salon_card_editing_add (editing, first, &error));
      g_assert_cmpint (salon_card_editing_single (editing)->kind, ==, kind);
      second = salon_card_piece_new (salon_card_editing_design (editing), SALON_CARD_FRONT, (SalonCardElementKind) kind, "{name}");
      g_assert_true (second->x != first->x && second->y != first->y);
      g_assert_cmpint (first->x, >=, 0);
      g_assert_cmpint (first->x + first->width, <=, SALON_CARD_WIDTH);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/editing/selection", test_selection);
  g_test_add_func ("/card/editing/step", test_step);
  g_test_add_func ("/card/editing/nudges", test_nudges_are_one_step);
  g_test_add_func ("/card/editing/nothing", test_nothing_is_no_step);
  g_test_add_func ("/card/editing/trying", test_trying);
  g_test_add_func ("/card/editing/history", test_history_is_bounded);
  g_test_add_func ("/card/editing/remove", test_remove_and_back);
  g_test_add_func ("/card/editing/restack", test_restack);
  g_test_add_func ("/card/editing/copies", test_copies);
  g_test_add_func ("/card/editing/foreign-picture", test_paste_of_a_foreign_picture);
  g_test_add_func ("/card/editing/change", test_change_merges_by_name);
  g_test_add_func ("/card/editing/reach", test_reach);
  g_test_add_func ("/card/editing/handles", test_handles);
  g_test_add_func ("/card/editing/pieces", test_pieces);
  return g_test_run ();
}
