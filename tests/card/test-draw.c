/* Cards as they are drawn: nothing leaves its box, sizes on paper are exact, what is said is what is wrong. */
#include "tests/card/card-fixture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "card/design-edit.h"
#include "card/shipped.h"

/* Dots of the pictures that ink is looked for in, and how far around the card, in micrometres. */
#define DPI    200
#define AROUND 4000
#define SCALE  (DPI / 72.0)

static int
dots (double um)
{
  return (int) lround (um * DPI / 25400);
}

/* The element alone on nothing. */
static cairo_surface_t *
draw_alone (const SalonCardElement *element, const SalonCardSubject *subject)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, dots (SALON_CARD_WIDTH + 2 * AROUND),
                                                         dots (SALON_CARD_HEIGHT + 2 * AROUND));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, SALON_CARD_POINTS (AROUND), SALON_CARD_POINTS (AROUND));
  salon_card_draw_element (element, subject, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The box around all ink, in dots; empty = none. */
static cairo_rectangle_int_t
ink_of (cairo_surface_t *surface)
{
  int left = G_MAXINT, right = -1, top = G_MAXINT, bottom = -1;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++) {
    const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

    for (int x = 0; x < cairo_image_surface_get_width (surface); x++) {
      /* What is lighter is the soft edge of a dot that lies half inside. */
      if (row[x] < 8)
        continue;
      left = MIN (left, x);
      right = MAX (right, x);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
    }
  }
  return (cairo_rectangle_int_t){ left, top, right - left + 1, bottom - top + 1 };
}

/* Returns: whether there is ink at all */
static gboolean
assert_inside (const SalonCardElement *element, const SalonCardSubject *subject)
{
  cairo_surface_t *surface = draw_alone (element, subject);
  cairo_rectangle_int_t ink = ink_of (surface);
  gboolean any = ink.width > 0 && ink.x != G_MAXINT;

  /* In a picture letters lie on whole dots: each may be half a dot beside its place. */
  if (any) {
    g_assert_cmpfloat (ink.x + 1, >=, floor ((element->x + AROUND) * DPI / 25400.0));
    g_assert_cmpfloat (ink.y + 1, >=, floor ((element->y + AROUND) * DPI / 25400.0));
    g_assert_cmpfloat (ink.x + ink.width - 1, <=, ceil ((element->x + element->width + AROUND) * DPI / 25400.0));
    g_assert_cmpfloat (ink.y + ink.height - 1, <=, ceil ((element->y + element->height + AROUND) * DPI / 25400.0));
  }
  cairo_surface_destroy (surface);
  return any;
}

static gboolean
is_of_the_client (const SalonCardElement *element)
{
  return element->kind == SALON_CARD_PHOTO || (element->kind == SALON_CARD_TEXT && strstr (element->text, "name}") != NULL);
}

static guint
assert_design (SalonCardDesign *design, const SalonCardSubject *subject)
{
  guint n_inked = 0;

  for (int side = 0; side < SALON_CARD_N_SIDES; side++)
    for (guint i = 0; i < salon_card_design_n_elements (design, (SalonCardSide) side); i++) {
      const SalonCardElement *element = salon_card_design_element (design, (SalonCardSide) side, i);

      if (is_of_the_client (element))
        n_inked += assert_inside (element, subject) ? 1 : 0;
    }
  return n_inked;
}

static void
set_name (SalonCardSubject *subject, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, " ", 2);

  salon_card_subject_set (subject, "first_name", parts[0]);
  salon_card_subject_set (subject, "surname", parts[1]);
}

/* 20 designs × names of 1 to 60 characters × photo or none, in one language. */
static void
test_nothing_leaves_its_box (gconstpointer language)
{
  int step = card_fixture_is_full () ? 1 : 10;
  GRand *rand = g_rand_new_with_seed (g_test_rand_int ());
  cairo_surface_t *photo = card_fixture_photo (300, 400);
  guint n_inked = 0;

  for (guint d = 0; d < CARD_FIXTURE_N_DESIGNS; d++) {
    g_autoptr (SalonCardDesign) design = card_fixture_design (d);

    for (int length = 1 + (step > 1 ? (int) d % step : 0); length <= 60; length += step) {
      g_autofree char *name = card_fixture_name (rand, language, length);
      g_autoptr (SalonCardSubject) subject = salon_card_subject_new_sample ();

      set_name (subject, name);
      n_inked += assert_design (design, subject);
      salon_card_subject_set_photo (subject, photo);
      n_inked += assert_design (design, subject);
    }
  }
  g_test_message ("%u elements with ink", n_inked);
  g_assert_cmpuint (n_inked, >, (guint) (CARD_FIXTURE_N_DESIGNS * 60 / step * 2 * 2));
  cairo_surface_destroy (photo);
  g_rand_free (rand);
}

/* The ways of a text that becomes longer: whole in one line, smaller, in two lines, cut with a dot dot dot. */
static void
test_ways_of_a_long_text (void)
{
  static const struct {
    int n_words;
    gboolean cut;
  } cases[] = { { 1, FALSE }, { 3, FALSE }, { 5, FALSE }, { 60, TRUE } };
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new_sample ();
  int last_height = G_MAXINT;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SalonCardDesign) empty = salon_card_design_new ("");
    g_autoptr (SalonCardElement) element = salon_card_element_new (SALON_CARD_TEXT, 5000, 5000, 40000, 9000);
    g_autoptr (SalonCardDesign) design = NULL;
    g_autoptr (GPtrArray) problems = NULL;
    GString *text = g_string_new (NULL);
    cairo_rectangle_int_t ink;
    cairo_surface_t *surface = NULL;

    for (int w = 0; w < cases[i].n_words; w++)
      g_string_append (text, w > 0 ? " Hamburg" : "Hamburg");
    salon_card_element_set_text (&element->text, text->str);
    element->size = 1400;
    element->least = 800;
    element->lines = 2;
    design = salon_card_design_add (empty, SALON_CARD_FRONT, element, NULL, NULL);
    problems = salon_card_problems (design, subject);
    surface = draw_alone (element, subject);
    ink = ink_of (surface);
    g_assert_cmpuint (problems->len, ==, cases[i].cut ? 1 : 0);
    /* One word is as high as it is wanted, three words in a line are lower, and five stand in two lines. */
    if (i == 1)
      g_assert_cmpint (ink.height, <, last_height);
    else if (i > 1)
      g_assert_cmpint (ink.height, >, last_height);
    last_height = i < 2 ? ink.height : 0;
    cairo_surface_destroy (surface);
    g_string_free (text, TRUE);
  }
}

/* A photo of any shape fills a round box; none leaves nothing, or the initials. */
static void
test_photo (void)
{
  static const int sizes[][2] = { { 100, 100 }, { 300, 60 }, { 60, 300 } };
  g_autoptr (SalonCardElement) element = salon_card_element_new (SALON_CARD_PHOTO, 10000, 10000, 20000, 20000);
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new_sample ();

  element->mask = SALON_CARD_MASK_ROUND;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    cairo_surface_t *photo = card_fixture_photo (sizes[i][0], sizes[i][1]);
    cairo_surface_t *drawn = NULL;
    const guint8 *data = NULL;
    int stride = 0;

    salon_card_subject_set_photo (subject, photo);
    drawn = draw_alone (element, subject);
    data = cairo_image_surface_get_data (drawn);
    stride = cairo_image_surface_get_stride (drawn);
    /* In the middle and near the four ends of the circle there is ink, in the corners of its box there is none. */
    g_assert_cmpint (data[dots (24000) * stride + dots (24000)], ==, 255);
    g_assert_cmpint (data[dots (24000) * stride + dots (14600)], ==, 255);
    g_assert_cmpint (data[dots (33400) * stride + dots (24000)], ==, 255);
    g_assert_cmpint (data[dots (15000) * stride + dots (15000)], ==, 0);
    g_assert_cmpint (data[dots (33000) * stride + dots (33000)], ==, 0);
    cairo_surface_destroy (drawn);
    cairo_surface_destroy (photo);
  }
  salon_card_subject_set_photo (subject, NULL);
  g_assert_false (assert_inside (element, subject));
  element->fill = 0x336699ff;
  g_assert_true (assert_inside (element, subject));
}

/* A text is turned inside of its box: what was wide is high. */
static void
test_rotation (void)
{
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new_sample ();
  cairo_rectangle_int_t upright = { 0, 0, 0, 0 };

  for (int turn = 0; turn < 360; turn += 90) {
    g_autoptr (SalonCardElement) element = salon_card_element_new (SALON_CARD_TEXT, 20000, 5000, 40000, 40000);
    cairo_surface_t *surface = NULL;
    cairo_rectangle_int_t ink;

    salon_card_element_set_text (&element->text, "Hamburg");
    element->rotation = turn;
    surface = draw_alone (element, subject);
    ink = ink_of (surface);
    if (turn == 0)
      upright = ink;
    g_assert_cmpint (abs ((turn % 180 == 0 ? ink.width : ink.height) - upright.width), <=, 2);
    g_assert_cmpint (abs ((turn % 180 == 0 ? ink.height : ink.width) - upright.height), <=, 2);
    /* Text begins at the left, then at the top, the right, the bottom. */
    g_assert_cmpint (turn == 0 || turn == 270 ? ink.x : dots (64000) - ink.x - ink.width, <=, dots (24000 + 1500));
    cairo_surface_destroy (surface);
  }
}

/* Parts of a colour at a place of a page, by another program. */
static guint32
color_at (cairo_surface_t *page, double x_mm, double y_mm)
{
  const guint8 *data = cairo_image_surface_get_data (page);
  int x = (int) lround (x_mm * 300 / 25.4), y = (int) lround (y_mm * 300 / 25.4);

  return *(const guint32 *) (data + y * cairo_image_surface_get_stride (page) + x * 4) & 0xffffff;
}

static cairo_surface_t *
paint_page (const char *path, int page)
{
  g_autofree char *root = g_strdup_printf ("%s-page-%d", path, page);
  g_autofree char *png = g_strconcat (root, ".png", NULL);
  g_autofree char *said = card_fixture_run ("pdftocairo -png -singlefile -f %d -l %d -r 300 %s %s", page, page, path, root);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (png);

  g_assert_cmpstr (said, ==, "");
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static void
assert_page_size (const char *path, double width_mm, double height_mm)
{
  g_autofree char *info = card_fixture_run ("pdfinfo %s", path);
  const char *line = strstr (info, "Page size:");
  double width = 0, height = 0;

  g_assert_nonnull (line);
  g_assert_cmpint (sscanf (line, "Page size: %lf x %lf", &width, &height), ==, 2);
  g_assert_cmpfloat_with_epsilon (width * 25.4 / 72, width_mm, 0.05);
  g_assert_cmpfloat_with_epsilon (height * 25.4 / 72, height_mm, 0.05);
}

/* A document of the fronts and the backs: a page is a card, texts are texts. */
static void
test_card_pages (void)
{
  SalonCardSheetOptions options = { SALON_CARD_PAPER_CARD, TRUE, TRUE, FALSE, 0, FALSE };
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new_sample ();
  g_autoptr (SalonCardDesign) design = card_fixture_design (0);
  g_autoptr (SalonCardSheet) sheet = salon_card_sheet_new_one (design, subject, &options);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *path = NULL, *text = NULL, *images = NULL;

  set_name (subject, "Žaklīna Щербакова");
  pdf = salon_card_sheet_to_pdf (sheet, "Card", NULL);
  path = card_fixture_write ("card.pdf", pdf);
  text = card_fixture_run ("pdftotext %s -", path);
  images = card_fixture_run ("pdfimages -list %s", path);
  g_assert_cmpuint (salon_card_sheet_n_pages (sheet), ==, 2);
  assert_page_size (path, 85.60, 53.98);
  g_assert_nonnull (strstr (text, "Žaklīna Щербакова"));
  g_assert_nonnull (strstr (text, "2 012345 678903"));
  g_assert_null (strstr (images, "image"));
}

/* A design whose front is red with a blue corner at its upper left, and whose back is green with a black one. */
static SalonCardDesign *
marked_design (void)
{
  g_autoptr (SalonCardDesign) empty = salon_card_design_new ("Marked");
  g_autoptr (SalonCardDesign) one = NULL, two = NULL, three = NULL;
  g_autoptr (SalonCardElement) front = salon_card_element_new (SALON_CARD_RECT, 0, 0, 10000, 10000);
  g_autoptr (SalonCardElement) back = salon_card_element_new (SALON_CARD_RECT, 0, 0, 10000, 10000);
  SalonCardBackground red = { 0xff0000ff, 0, 0, "" }, green = { 0x00ff00ff, 0, 0, "" };

  front->fill = 0x0000ffff;
  back->fill = 0x000000ff;
  one = salon_card_design_add (empty, SALON_CARD_FRONT, front, NULL, NULL);
  two = salon_card_design_add (one, SALON_CARD_BACK, back, NULL, NULL);
  three = salon_card_design_set_background (two, SALON_CARD_FRONT, &red, NULL);
  return salon_card_design_set_background (three, SALON_CARD_BACK, &green, NULL);
}

static SalonCardSubject *
numbered (guint index, gpointer counter)
{
  ++*(guint *) counter;
  return salon_card_subject_new ();
}

/* Where the cards of an A4 sheet lie: two columns of five with 2 mm between them, in the middle of the paper. */
#define LEFT(column) ((210 - 2 * 85.6 - 2) / 2 + (column) * 87.6)
#define TOP(row)     ((297 - 5 * 53.98 - 4 * 2) / 2 + (row) * 55.98)

/* How wide the run of a colour is at a height of a page, in millimetres. */
static double
run_of (cairo_surface_t *page, double y_mm, double from_mm, guint32 color)
{
  double at = from_mm;

  while (color_at (page, at, y_mm) == color)
    at += 25.4 / 300;
  return at - from_mm;
}

static void
test_sheet_of_ten (void)
{
  SalonCardSheetOptions options = { SALON_CARD_PAPER_A4, TRUE, TRUE, FALSE, 1, FALSE };
  guint counter = 0;
  g_autoptr (SalonCardDesign) design = marked_design ();
  g_autoptr (SalonCardSheet) sheet = salon_card_sheet_new (design, 11, numbered, &counter, NULL, &options);
  g_autoptr (GBytes) pdf = salon_card_sheet_to_pdf (sheet, "Cards", NULL);
  g_autofree char *path = card_fixture_write ("sheet.pdf", pdf);
  cairo_surface_t *front = paint_page (path, 1), *back = paint_page (path, 2), *last = paint_page (path, 3);

  /* Eleven cards from the second place on: nine on the first sheet, two on the second, each with a back. */
  g_assert_cmpuint (salon_card_sheet_n_pages (sheet), ==, 4);
  g_assert_cmpuint (counter, ==, 22);
  assert_page_size (path, 210, 297);
  g_assert_cmphex (color_at (front, LEFT (0) + 40, TOP (0) + 25), ==, 0xffffff);
  g_assert_cmphex (color_at (front, LEFT (1) + 40, TOP (0) + 25), ==, 0xff0000);
  g_assert_cmphex (color_at (front, LEFT (1) + 5, TOP (0) + 5), ==, 0x0000ff);
  g_assert_cmphex (color_at (front, LEFT (1) + 5, TOP (4) + 5), ==, 0x0000ff);
  /* The paper is turned over its long edge: the back of the second place lies in the first. */
  g_assert_cmphex (color_at (back, LEFT (0) + 40, TOP (0) + 25), ==, 0x00ff00);
  g_assert_cmphex (color_at (back, LEFT (0) + 5, TOP (0) + 5), ==, 0x000000);
  g_assert_cmphex (color_at (back, LEFT (1) + 40, TOP (0) + 25), ==, 0xffffff);
  g_assert_cmphex (color_at (last, LEFT (0) + 40, TOP (0) + 25), ==, 0xff0000);
  g_assert_cmphex (color_at (last, LEFT (0) + 40, TOP (1) + 25), ==, 0xffffff);
  /* The ground bleeds by 1 mm around each card: where it begins on the left, and from the blue corner to the gap's middle. */
  g_assert_cmpfloat_with_epsilon (run_of (front, TOP (1) + 25, 5, 0xffffff) + 5, LEFT (0) - 1, 0.1);
  g_assert_cmphex (color_at (front, LEFT (0) + 85.6 + 0.7, TOP (1) + 25), ==, 0xff0000);
  g_assert_cmphex (color_at (front, LEFT (1) - 0.7, TOP (1) + 25), ==, 0xff0000);
  g_assert_cmpfloat_with_epsilon (run_of (front, TOP (1) + 5, LEFT (1) + 0.5, 0x0000ff) + 0.5, 10, 0.1);
  /* Marks to cut at, above the columns and beside the rows; none within the cards. */
  g_assert_cmphex (color_at (front, LEFT (0), TOP (0) - 3.5), !=, 0xffffff);
  g_assert_cmphex (color_at (front, LEFT (1) + 85.6, TOP (0) - 3.5), !=, 0xffffff);
  g_assert_cmphex (color_at (front, LEFT (0) - 3.5, TOP (2)), !=, 0xffffff);
  g_assert_cmphex (color_at (front, LEFT (0) + 40, TOP (0) - 3.5), ==, 0xffffff);
  cairo_surface_destroy (front);
  cairo_surface_destroy (back);
  cairo_surface_destroy (last);
}

/* A printer that turns the paper over its short edge: rows from below, each back on its head. */
static void
test_short_edge (void)
{
  SalonCardSheetOptions options = { SALON_CARD_PAPER_A4, FALSE, TRUE, TRUE, 0, TRUE };
  guint counter = 0;
  g_autoptr (SalonCardDesign) design = marked_design ();
  g_autoptr (SalonCardSheet) sheet = salon_card_sheet_new (design, 1, numbered, &counter, NULL, &options);
  g_autoptr (GBytes) pdf = salon_card_sheet_to_pdf (sheet, "Cards", NULL);
  g_autofree char *path = card_fixture_write ("sheet.pdf", pdf);
  cairo_surface_t *back = paint_page (path, 1);

  g_assert_cmphex (color_at (back, LEFT (0) + 80, TOP (4) + 50), ==, 0x000000);
  g_assert_cmphex (color_at (back, LEFT (0) + 5, TOP (4) + 5), ==, 0x00ff00);
  g_assert_cmphex (color_at (back, LEFT (0) + 40, TOP (0) + 25), ==, 0xffffff);
  g_assert_cmphex (color_at (back, LEFT (0), TOP (0) - 3.5), ==, 0xffffff);
  cairo_surface_destroy (back);
}

/* The box of a rectangle on paper, to a tenth of a millimetre. */
static void
test_sizes_are_exact (void)
{
  SalonCardSheetOptions options = { SALON_CARD_PAPER_CARD, TRUE, FALSE, FALSE, 0, FALSE };
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new ();
  g_autoptr (SalonCardDesign) empty = salon_card_design_new ("");
  g_autoptr (SalonCardElement) element = salon_card_element_new (SALON_CARD_RECT, 12300, 21700, 40500, 8900);
  g_autoptr (SalonCardDesign) design = NULL;
  g_autoptr (SalonCardSheet) sheet = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *path = NULL;
  cairo_surface_t *page = NULL;

  element->fill = 0x0000ffff;
  design = salon_card_design_add (empty, SALON_CARD_FRONT, element, NULL, NULL);
  sheet = salon_card_sheet_new_one (design, subject, &options);
  pdf = salon_card_sheet_to_pdf (sheet, "Card", NULL);
  path = card_fixture_write ("card.pdf", pdf);
  page = paint_page (path, 1);
  g_assert_cmpfloat_with_epsilon (run_of (page, 25, 1, 0xffffff) + 1, 12.3, 0.1);
  g_assert_cmpfloat_with_epsilon (run_of (page, 25, 12.5, 0x0000ff) + 12.5, 12.3 + 40.5, 0.1);
  cairo_surface_destroy (page);
}

/* A PNG says how large it is on paper. */
static void
test_png (void)
{
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new_sample ();
  g_autoptr (SalonCardDesign) design = card_fixture_design (1);
  g_autoptr (GBytes) png = salon_card_to_png (design, SALON_CARD_FRONT, subject, 300, NULL);
  g_autofree char *path = card_fixture_write ("card.png", png);
  g_autofree char *said = card_fixture_run ("identify -units PixelsPerInch -format '%%w %%h %%x %%y' %s", path);
  int width = 0, height = 0;
  double across = 0, down = 0;

  g_assert_cmpint (sscanf (said, "%d %d %lf %lf", &width, &height, &across, &down), ==, 4);
  g_assert_cmpint (width, ==, 1011);
  g_assert_cmpint (height, ==, 638);
  g_assert_cmpfloat_with_epsilon (across, 300, 0.1);
  g_assert_cmpfloat_with_epsilon (down, 300, 0.1);
}

static void
test_pixels_of_a_png (void)
{
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new ();
  g_autoptr (SalonCardDesign) design = marked_design ();
  g_autoptr (GBytes) png = salon_card_to_png (design, SALON_CARD_FRONT, subject, 100, NULL);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) / 2);
  g_autoptr (GError) error = NULL;
  int width = 0, height = 0;
  g_autoptr (GBytes) pixels = salon_card_pixels_from_png (png, &width, &height, &error);
  const guint8 *rgb = NULL;

  g_assert_no_error (error);
  rgb = g_bytes_get_data (pixels, NULL);
  g_assert_cmpint (width, ==, 337);
  g_assert_cmpuint (g_bytes_get_size (pixels), ==, (gsize) width * (gsize) height * 3);
  g_assert_cmpmem (rgb + 3 * (width + 1), 3, "\0\0\xff", 3);
  g_assert_cmpmem (rgb + 3 * (width * height - width - 2), 3, "\xff\0\0", 3);
  g_assert_null (salon_card_pixels_from_png (half, &width, &height, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

/* The shipped designs have no problems with anybody, whatever code the card carries. */
static void
test_shipped (void)
{
  guint n = 0;
  const SalonShippedDesign *shipped = salon_card_shipped (&n);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    for (int code = SALON_CARD_CODE_NONE; code <= SALON_CARD_CODE_LAST; code++) {
      g_autoptr (SalonCardDesign) design = card_fixture_shipped (shipped[i].id);
      g_autoptr (SalonCardSubject) subject = salon_card_subject_new_sample ();
      g_autoptr (GPtrArray) problems = NULL;

      salon_card_subject_set_code (subject, (SalonCardCode) code);
      set_name (subject, "Aleksandra-Margarita Konstantinopoļska");
      problems = salon_card_problems (design, subject);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
assert_problem (SalonCardElement *element, SalonCardSubject *subject, const char *words)
{
  g_autoptr (SalonCardDesign) empty = salon_card_design_new ("");
  g_autoptr (SalonCardDesign) design = salon_card_design_add (empty, SALON_CARD_BACK, element, NULL, NULL);
  g_autoptr (GPtrArray) problems = salon_card_problems (design, subject);
  const SalonCardProblem *problem = NULL;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_cmpint (problem->side, ==, SALON_CARD_BACK);
  g_assert_cmpuint (problem->element, ==, 1);
  if (strstr (problem->sentence, words) == NULL)
    g_error ("“%s” does not say “%s”", problem->sentence, words);
}

static void
test_problems (void)
{
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new_sample ();
  g_autoptr (SalonCardElement) code = salon_card_element_new (SALON_CARD_CODE, 5000, 5000, 40000, 15000);
  g_autoptr (SalonCardElement) text = salon_card_element_new (SALON_CARD_TEXT, 5000, 5000, 40000, 15000);

  code->width = 20000;
  assert_problem (code, subject, "too small");
  code->width = 40000;
  code->color = 0xcccc44ff;
  assert_problem (code, subject, "much darker");
  code->color = 0x000000ff;
  code->x = 60000;
  assert_problem (code, subject, "sticks out");
  code->x = 5000;
  salon_card_subject_set (subject, "number", "2012345678904");
  assert_problem (code, subject, "check digit");
  salon_card_element_set_text (&text->text, "{fisrt_name}");
  assert_problem (text, subject, "fisrt_name");
}

/* Words around fields that are empty go with them. */
static void
test_fields (void)
{
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new ();
  g_autofree char *none = salon_card_subject_fill_in (subject, "Valid until {valid_until}\nSalon");
  g_autofree char *full = NULL;

  salon_card_subject_set (subject, "valid_until", "1 May 2027");
  salon_card_subject_set (subject, "surname", "Kalniņa");
  full = salon_card_subject_fill_in (subject, "{first_name} {surname}, valid until {valid_until} {no} {");
  g_assert_cmpstr (none, ==, "Salon");
  g_assert_cmpstr (full, ==, " Kalniņa, valid until 1 May 2027 {no} {");
  g_assert_cmpstr (salon_card_subject_get (subject, "name"), ==, "Kalniņa");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/card/draw/boxes/en", "en", test_nothing_leaves_its_box);
  g_test_add_data_func ("/card/draw/boxes/lv", "lv", test_nothing_leaves_its_box);
  g_test_add_data_func ("/card/draw/boxes/ru", "ru", test_nothing_leaves_its_box);
  g_test_add_func ("/card/draw/long-text", test_ways_of_a_long_text);
  g_test_add_func ("/card/draw/photo", test_photo);
  g_test_add_func ("/card/draw/rotation", test_rotation);
  g_test_add_func ("/card/draw/card-pages", test_card_pages);
  g_test_add_func ("/card/draw/sheet", test_sheet_of_ten);
  g_test_add_func ("/card/draw/short-edge", test_short_edge);
  g_test_add_func ("/card/draw/sizes", test_sizes_are_exact);
  g_test_add_func ("/card/draw/png", test_png);
  g_test_add_func ("/card/draw/pixels", test_pixels_of_a_png);
  g_test_add_func ("/card/draw/shipped", test_shipped);
  g_test_add_func ("/card/draw/problems", test_problems);
  g_test_add_func ("/card/draw/fields", test_fields);
  return g_test_run ();
}
