/* Edits of designs, snapping, and codes by themselves. */
#include "tests/card/card-fixture.h"

#include <math.h>
#include <string.h>

#include "card/design-edit.h"
#include "card/snap.h"

/* Rectangles of given boxes on the front, with the ids 1, 2, 3 … */
static SalonCardDesign *
design_of (const SalonCardBox *boxes, guint n)
{
  SalonCardDesign *design = salon_card_design_new ("");

  for (guint i = 0; i < n; i++) {
    g_autoptr (SalonCardElement) element =
        salon_card_element_new (SALON_CARD_RECT, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
    SalonCardDesign *more = salon_card_design_add (design, SALON_CARD_FRONT, element, NULL, NULL);

    salon_card_design_unref (design);
    design = more;
  }
  return design;
}

static const SalonCardBox three[] = { { 1000, 2000, 5000, 4000 }, { 20000, 9000, 7000, 1000 }, { 50000, 30000, 10000, 2000 } };
static const guint all[] = { 1, 2, 3 };

static void
assert_box (const SalonCardDesign *design, guint id, int x, int y, int width, int height)
{
  const SalonCardElement *element = salon_card_design_find (design, id, NULL, NULL);

  g_assert_nonnull (element);
  g_assert_cmpint (element->x, ==, x);
  g_assert_cmpint (element->y, ==, y);
  g_assert_cmpint (element->width, ==, width);
  g_assert_cmpint (element->height, ==, height);
}

/* Every edit leaves the old design as it was: that is all that Undo needs. */
static void
test_old_stays (void)
{
  g_autoptr (SalonCardDesign) old = design_of (three, 3);
  g_autofree char *before = salon_card_design_print (old);
  g_autofree char *after = NULL;
  g_autoptr (SalonCardElement) element = salon_card_element_copy (salon_card_design_element (old, SALON_CARD_FRONT, 1));
  g_autoptr (GBytes) picture = g_bytes_new_static ("\xff\xd8\xff 1234567890123456", 20);
  SalonCardBackground ground = { 0x112233ff, 0, 0, "" };
  guint copies[3];
  guint n = 0;
  SalonCardDesign *made[12];

  element->x = 7;
  made[n++] = salon_card_design_rename (old, "New");
  made[n++] = salon_card_design_add (old, SALON_CARD_BACK, element, NULL, NULL);
  made[n++] = salon_card_design_remove (old, all, 2);
  made[n++] = salon_card_design_move (old, all, 3, 10, 10);
  made[n++] = salon_card_design_resize (old, 2, 0, 0, 500, 500);
  made[n++] = salon_card_design_restack (old, 1, SALON_CARD_TO_TOP);
  made[n++] = salon_card_design_change (old, element, NULL);
  made[n++] = salon_card_design_align (old, all, 3, SALON_CARD_ALIGN_LEFT);
  made[n++] = salon_card_design_distribute (old, all, 3, FALSE);
  made[n++] = salon_card_design_duplicate (old, all, 3, copies, NULL);
  made[n++] = salon_card_design_set_background (old, SALON_CARD_FRONT, &ground, NULL);
  made[n++] = salon_card_design_add_picture (old, "p", picture, NULL);
  for (guint i = 0; i < n; i++) {
    g_assert_nonnull (made[i]);
    g_assert_false (salon_card_design_equal (old, made[i]));
    salon_card_design_unref (made[i]);
  }
  after = salon_card_design_print (old);
  g_assert_cmpstr (before, ==, after);
}

static void
test_move_and_resize (void)
{
  g_autoptr (SalonCardDesign) old = design_of (three, 3);
  g_autoptr (SalonCardDesign) moved = salon_card_design_move (old, all, 2, -3000, 500);
  g_autoptr (SalonCardDesign) far = salon_card_design_move (old, all, 3, G_MAXINT, G_MININT);
  g_autoptr (SalonCardDesign) small = salon_card_design_resize (old, 3, 5, 6, -7, 0);

  assert_box (moved, 1, -2000, 2500, 5000, 4000);
  assert_box (moved, 2, 17000, 9500, 7000, 1000);
  assert_box (moved, 3, 50000, 30000, 10000, 2000);
  assert_box (far, 1, 200000, -200000, 5000, 4000);
  assert_box (small, 3, 5, 6, 100, 100);
}

static void
assert_order (SalonCardDesign *design, guint a, guint b, guint c)
{
  const guint wanted[] = { a, b, c };

  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (salon_card_design_element (design, SALON_CARD_FRONT, i)->id, ==, wanted[i]);
  salon_card_design_unref (design);
}

static void
test_restack (void)
{
  g_autoptr (SalonCardDesign) old = design_of (three, 3);

  assert_order (salon_card_design_restack (old, 1, SALON_CARD_TO_TOP), 2, 3, 1);
  assert_order (salon_card_design_restack (old, 1, SALON_CARD_HIGHER), 2, 1, 3);
  assert_order (salon_card_design_restack (old, 3, SALON_CARD_HIGHER), 1, 2, 3);
  assert_order (salon_card_design_restack (old, 3, SALON_CARD_LOWER), 1, 3, 2);
  assert_order (salon_card_design_restack (old, 1, SALON_CARD_LOWER), 1, 2, 3);
  assert_order (salon_card_design_restack (old, 3, SALON_CARD_TO_BOTTOM), 3, 1, 2);
}

static void
test_align (void)
{
  g_autoptr (SalonCardDesign) old = design_of (three, 3);
  g_autoptr (SalonCardDesign) right = salon_card_design_align (old, all, 3, SALON_CARD_ALIGN_RIGHT);
  g_autoptr (SalonCardDesign) middle = salon_card_design_align (old, all, 3, SALON_CARD_ALIGN_MIDDLE);
  g_autoptr (SalonCardDesign) centre = salon_card_design_align (old, &all[1], 1, SALON_CARD_ALIGN_CENTRE);

  /* The box around them goes from 1 to 60 mm and from 2 to 32 mm. */
  assert_box (right, 1, 55000, 2000, 5000, 4000);
  assert_box (right, 2, 53000, 9000, 7000, 1000);
  assert_box (middle, 1, 1000, 15000, 5000, 4000);
  assert_box (middle, 3, 50000, 16000, 10000, 2000);
  /* One alone goes to the middle of the card. */
  assert_box (centre, 2, 39300, 9000, 7000, 1000);
}

static void
test_distribute (void)
{
  g_autoptr (SalonCardDesign) old = design_of (three, 3);
  g_autoptr (SalonCardDesign) across = salon_card_design_distribute (old, all, 3, FALSE);
  g_autoptr (SalonCardDesign) down = salon_card_design_distribute (old, all, 3, TRUE);
  g_autoptr (SalonCardDesign) two = salon_card_design_distribute (old, all, 2, TRUE);

  /* 59 mm in all, 22 of them taken: two gaps of 18.5 mm.  Down: 30 mm, 7 taken, two gaps of 11.5 mm. */
  assert_box (across, 1, 1000, 2000, 5000, 4000);
  assert_box (across, 2, 24500, 9000, 7000, 1000);
  assert_box (across, 3, 50000, 30000, 10000, 2000);
  assert_box (down, 2, 20000, 17500, 7000, 1000);
  g_assert_true (salon_card_design_equal (old, two));
}

static void
test_duplicate (void)
{
  g_autoptr (SalonCardDesign) old = design_of (three, 3);
  guint copies[2] = { 0, 0 };
  g_autoptr (SalonCardDesign) more = salon_card_design_duplicate (old, all, 2, copies, NULL);
  g_autoptr (SalonCardDesign) full = salon_card_design_ref (more);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (copies[0], ==, 4);
  g_assert_cmpuint (copies[1], ==, 5);
  assert_box (more, 4, 3000, 4000, 5000, 4000);
  assert_box (more, 1, 1000, 2000, 5000, 4000);
  while (error == NULL) {
    SalonCardDesign *next = salon_card_design_duplicate (full, all, 3, NULL, &error);

    if (next == NULL)
      break;
    salon_card_design_unref (full);
    full = next;
  }
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpuint (salon_card_design_n_elements (full, SALON_CARD_FRONT), <=, SALON_CARD_MAX_ELEMENTS);
}

static void
test_refused_edits (void)
{
  g_autoptr (SalonCardDesign) old = design_of (three, 3);
  g_autoptr (SalonCardElement) element = salon_card_element_copy (salon_card_design_element (old, SALON_CARD_FRONT, 0));
  SalonCardBackground ground = { 0xffffffff, 0, 0, "marble" };
  g_autoptr (GError) size = NULL, gone = NULL, missing = NULL;

  element->radius = -1;
  g_assert_null (salon_card_design_change (old, element, &size));
  g_assert_nonnull (strstr (size->message, "“radius” is -1"));
  element->radius = 0;
  element->id = 99;
  g_assert_null (salon_card_design_change (old, element, &gone));
  g_assert_error (gone, SALON_ERROR, SALON_ERROR_NOT_FOUND);
  g_assert_null (salon_card_design_set_background (old, SALON_CARD_FRONT, &ground, &missing));
  g_assert_nonnull (strstr (missing->message, "marble"));
}

static void
assert_snap (SalonCardBox box, SalonCardEdges edges, SalonCardBox wanted, int guide_x, int guide_y)
{
  g_autoptr (SalonCardDesign) design = design_of (three, 3);
  SalonCardSnap snap = salon_card_snap (design, SALON_CARD_FRONT, all, 1, box, edges, 700);

  g_assert_cmpint (snap.box.x, ==, wanted.x);
  g_assert_cmpint (snap.box.y, ==, wanted.y);
  g_assert_cmpint (snap.box.width, ==, wanted.width);
  g_assert_cmpint (snap.box.height, ==, wanted.height);
  g_assert_cmpint (snap.guide_x, ==, guide_x);
  g_assert_cmpint (snap.guide_y, ==, guide_y);
}

#define NONE SALON_CARD_NO_GUIDE

static void
test_snap (void)
{
  /* Nothing is near. */
  assert_snap ((SalonCardBox){ 9000, 20000, 5000, 4000 }, 0, (SalonCardBox){ 9000, 20000, 5000, 4000 }, NONE, NONE);
  /* The left edge of the card, and its safe margin from above. */
  assert_snap ((SalonCardBox){ 600, 3500, 8000, 4000 }, 0, (SalonCardBox){ 0, 3000, 8000, 4000 }, 0, 3000);
  /* Its own old place, at 1 mm, is no place to rest at; 1.5 mm is nearer to none. */
  assert_snap ((SalonCardBox){ 1300, 14000, 5000, 4000 }, 0, (SalonCardBox){ 1300, 14000, 5000, 4000 }, NONE, NONE);
  /* The middle of the card: 42.8 mm, so the left edge is at 40.3 mm. */
  assert_snap ((SalonCardBox){ 40000, 15000, 5000, 4000 }, 0, (SalonCardBox){ 40300, 15000, 5000, 4000 }, 42800, NONE);
  /* Right edge at the right edge of another element, 27 mm. */
  assert_snap ((SalonCardBox){ 22400, 15000, 5000, 4000 }, 0, (SalonCardBox){ 22000, 15000, 5000, 4000 }, 27000, NONE);
  /* Only the dragged edge moves, the other one stays. */
  assert_snap ((SalonCardBox){ 9000, 20000, 10600, 4000 }, SALON_CARD_EDGE_RIGHT, (SalonCardBox){ 9000, 20000, 11000, 4000 }, 20000, NONE);
  assert_snap ((SalonCardBox){ 9000, 30300, 5000, 4000 }, SALON_CARD_EDGE_TOP, (SalonCardBox){ 9000, 30000, 5000, 4300 }, NONE, 30000);
}

static void
test_boxes (void)
{
  g_autoptr (SalonCardDesign) design = design_of (three, 3);
  SalonCardBox box = salon_card_box_of (design, all, 3);
  SalonCardBox none = salon_card_box_of (design, NULL, 0);

  g_assert_cmpint (box.x, ==, 1000);
  g_assert_cmpint (box.y, ==, 2000);
  g_assert_cmpint (box.width, ==, 59000);
  g_assert_cmpint (box.height, ==, 30000);
  g_assert_cmpint (none.width, ==, 0);
}

static void
test_codes_refused (void)
{
  static const struct {
    SalonCardCode kind;
    const char *text;
    const char *words;
  } cases[] = {
    { SALON_CARD_CODE_EAN13, "2012345678904", "wrong check digit" },
    { SALON_CARD_CODE_EAN13, "201234567890", "thirteen digits" },
    { SALON_CARD_CODE_EAN13, "20123456789031", "thirteen digits" },
    { SALON_CARD_CODE_EAN13, "2012345+78903", "thirteen digits" },
    { SALON_CARD_CODE_EAN13, "", "no number" },
    { SALON_CARD_CODE_128, "Ж123", "Latin letters" },
    { SALON_CARD_CODE_128, "12\n34", "Latin letters" },
    { SALON_CARD_CODE_128, "12345678901234567890123456789012345678901", "too long" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (salon_code_new (cases[i].kind, cases[i].text, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "number");
    if (strstr (error->message, cases[i].words) == NULL)
      g_error ("“%s” does not say “%s”", error->message, cases[i].words);
  }
}

/* Widths by the specifications: EAN-13 has 95 modules; Code 128 has 11 a character, of two digits each in set C, 35 around
 * them; the smallest QR code has 21.  Around them are the quiet zones. */
static void
test_code_sizes (void)
{
  g_autoptr (SalonCode) ean = salon_code_new (SALON_CARD_CODE_EAN13, "2012345678903", NULL);
  g_autoptr (SalonCode) bars = salon_code_new (SALON_CARD_CODE_128, "20123456", NULL);
  g_autoptr (SalonCode) qr = salon_code_new (SALON_CARD_CODE_QR, "2012345678903", NULL);

  g_assert_cmpint (salon_code_n_columns (ean), ==, 95 + 2 * 11);
  g_assert_cmpint (salon_code_n_columns (bars), ==, 4 * 11 + 35 + 2 * 10);
  g_assert_cmpint (salon_code_n_columns (qr), ==, 21 + 2 * 4);
  g_assert_cmpint (salon_code_n_rows (qr), ==, 21 + 2 * 4);
  g_assert_cmpstr (salon_code_digits (ean), ==, "2 012345 678903");
  /* Three dots of 1/300 inch a module. */
  g_assert_cmpfloat_with_epsilon (salon_code_least_width (ean), 117 * 254, 0.01);
  /* 4.9 dots a module fit: four are taken.  Less than three stay what they are, the problem list says so. */
  g_assert_cmpfloat_with_epsilon (salon_code_module (ean, 117 * 4.9 * 0.24, 50), 4 * 0.24, 1e-6);
  g_assert_cmpfloat_with_epsilon (salon_code_module (ean, 117 * 2.5 * 0.24, 50), 2.5 * 0.24, 1e-6);
}

/* The quiet zones of a drawn code are inside of its box. */
static void
test_quiet_zone (void)
{
  g_autoptr (SalonCode) code = salon_code_new (SALON_CARD_CODE_EAN13, "2012345678903", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 468, 60);
  cairo_t *cr = cairo_create (surface);
  const guint8 *row = NULL;

  /* One dot of the printer a pixel; four of them a module. */
  cairo_scale (cr, 300 / 72.0, 300 / 72.0);
  salon_code_draw (code, cr, 0, 0, 468 * 0.24, 60 * 0.24);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  row = cairo_image_surface_get_data (surface) + 30 * cairo_image_surface_get_stride (surface);
  for (int x = 0; x < 44; x++) {
    g_assert_cmpint (row[x], ==, 0);
    g_assert_cmpint (row[467 - x], ==, 0);
  }
  /* The guard bars: dark, light, dark, four dots each, without a soft edge. */
  for (int x = 0; x < 12; x++) {
    g_assert_cmpint (row[44 + x], ==, x / 4 == 1 ? 0 : 255);
    g_assert_cmpint (row[423 - x], ==, x / 4 == 1 ? 0 : 255);
  }
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/edit/old-stays", test_old_stays);
  g_test_add_func ("/card/edit/move", test_move_and_resize);
  g_test_add_func ("/card/edit/restack", test_restack);
  g_test_add_func ("/card/edit/align", test_align);
  g_test_add_func ("/card/edit/distribute", test_distribute);
  g_test_add_func ("/card/edit/duplicate", test_duplicate);
  g_test_add_func ("/card/edit/refused", test_refused_edits);
  g_test_add_func ("/card/edit/snap", test_snap);
  g_test_add_func ("/card/edit/boxes", test_boxes);
  g_test_add_func ("/card/code/refused", test_codes_refused);
  g_test_add_func ("/card/code/sizes", test_code_sizes);
  g_test_add_func ("/card/code/quiet-zone", test_quiet_zone);
  return g_test_run ();
}
