/* Designs as files: what is printed is parsed to the same, and what is wrong in a file is named. */
#include "tests/card/card-fixture.h"

#include <string.h>

#include "card/design-edit.h"

#define N_RANDOM 2000

static const char jpeg[] = "\xff\xd8\xff\xe0 a picture that nobody unpacks here";

static int
between (GRand *rand, int low, int high)
{
  return g_rand_int_range (rand, low, high + 1);
}

static char *
some_text (GRand *rand)
{
  static const char *const words[] = { "", "{name}", "Ž\"\\/ ", "line\nline", "Щ {no", "𝓐", "<b>&", "}{" };

  return g_strconcat (words[between (rand, 0, 7)], words[between (rand, 0, 7)], NULL);
}

/* Any value that the limits allow, at their ends more often than between. */
static int
number (GRand *rand, int low, int high)
{
  int way = between (rand, 0, 3);

  return way == 0 ? low : way == 1 ? high : between (rand, low, high);
}

static SalonCardElement *
some_element (GRand *rand)
{
  SalonCardElement *e = salon_card_element_new ((SalonCardElementKind) between (rand, 1, 8), number (rand, -200000, 200000),
                                                number (rand, -200000, 200000), number (rand, 100, 200000),
                                                number (rand, 100, 200000));
  g_autofree char *text = some_text (rand);

  salon_card_element_set_text (&e->text, text);
  salon_card_element_set_text (&e->font, between (rand, 0, 1) == 0 ? "" : "EB Garamond, Serif");
  salon_card_element_set_text (&e->picture, "ground");
  salon_card_element_set_text (&e->name, between (rand, 0, 1) == 0 ? "" : "Ķēde \"1\"");
  e->rotation = between (rand, 0, 3) * 90;
  e->opacity = number (rand, 0, 100);
  e->size = number (rand, 100, 20000);
  e->least = number (rand, 100, 20000);
  e->weight = number (rand, 100, 900);
  e->italic = g_rand_boolean (rand);
  e->capitals = g_rand_boolean (rand);
  e->spacing = number (rand, -200, 2000);
  e->lines = number (rand, 1, 20);
  e->align = between (rand, 0, 2);
  e->place = between (rand, 0, 2);
  e->color = g_rand_int (rand);
  e->fill = g_rand_boolean (rand) ? g_rand_int (rand) : g_rand_int (rand) | 0xff;
  e->fill_to = g_rand_int (rand);
  e->gradient = between (rand, 0, 2);
  e->stroke = g_rand_int (rand) & ~0xffu;
  e->stroke_width = number (rand, 0, 20000);
  e->radius = number (rand, 0, 50000);
  e->code = between (rand, 0, 3);
  e->digits = g_rand_boolean (rand);
  e->fit = between (rand, 0, 1);
  e->mask = between (rand, 0, 2);
  e->rising = g_rand_boolean (rand);
  return e;
}

static void
replace (SalonCardDesign **design, SalonCardDesign *with)
{
  g_assert_nonnull (with);
  salon_card_design_unref (*design);
  *design = with;
}

static SalonCardDesign *
some_design (GRand *rand)
{
  SalonCardDesign *design = salon_card_design_new ("Nejaušs “1”");
  SalonCardBackground ground = { g_rand_int (rand) | 0xff, g_rand_int (rand), between (rand, 0, 2),
                                 g_rand_boolean (rand) ? "ground" : "" };
  g_autoptr (GBytes) picture = g_bytes_new_static (jpeg, sizeof jpeg);

  replace (&design, salon_card_design_add_picture (design, "ground", picture, NULL));
  for (int n = between (rand, 0, 12); n > 0; n--) {
    g_autoptr (SalonCardElement) element = some_element (rand);

    replace (&design, salon_card_design_add (design, (SalonCardSide) between (rand, 0, 1), element, NULL, NULL));
  }
  replace (&design, salon_card_design_set_background (design, (SalonCardSide) between (rand, 0, 1), &ground, NULL));
  return design;
}

static void
test_printed_is_parsed (void)
{
  GRand *rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < N_RANDOM; i++) {
    g_autoptr (SalonCardDesign) design = some_design (rand);
    g_autofree char *json = salon_card_design_print (design);
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonCardDesign) again = salon_card_design_parse (json, -1, &error);
    g_autofree char *printed = NULL;

    g_assert_no_error (error);
    g_assert_true (salon_card_design_equal (design, again));
    printed = salon_card_design_print (again);
    g_assert_cmpstr (json, ==, printed);
  }
  g_rand_free (rand);
}

/* Each difference makes two designs unequal: the comparison itself is not blind. */
static void
test_differences_are_seen (void)
{
  GRand *rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (SalonCardDesign) design = card_fixture_design (0);

  for (guint i = 0; i < salon_card_design_n_elements (design, SALON_CARD_FRONT); i++) {
    const SalonCardElement *element = salon_card_design_element (design, SALON_CARD_FRONT, i);
    g_autoptr (SalonCardElement) changed = salon_card_element_copy (element);
    g_autoptr (SalonCardDesign) other = NULL;

    if (i % 2 == 0)
      changed->x++;
    else
      salon_card_element_set_text (&changed->name, "Another");
    other = salon_card_design_change (design, changed, NULL);
    g_assert_false (salon_card_design_equal (design, other));
    g_assert_true (salon_card_design_equal (design, design));
  }
  g_rand_free (rand);
}

/* A file around one element, or around what is said instead of the elements of the front. */
static char *
file_with (const char *elements)
{
  return g_strdup_printf ("{\"format\": \"salon-desk-card\", \"version\": 1, \"name\": \"T\", \"width\": 85600, \"height\": 53980, "
                          "\"front\": { \"elements\": [ %s ] } }", elements);
}

static void
assert_refused (const char *json, gssize length, const char *words)
{
  g_autoptr (GError) error = NULL;

  if (salon_card_design_parse (json, length, &error) != NULL)
    g_error ("taken: %s", json);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, "design");
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_bad_elements (void)
{
  static const struct {
    const char *elements;
    const char *words;
  } cases[] = {
    { "{\"kind\": \"text\", \"x\": 9000000}", "“x” must be a whole number between -200000 and 200000" },
    { "{\"kind\": \"text\", \"x\": 99999999999999999999}", "absurdly large" },
    { "{\"kind\": \"text\", \"x\": 99999999999}", "“x”" },
    { "{\"kind\": \"rect\", \"width\": 0}", "“width” must be a whole number between 100 and 200000" },
    { "{\"kind\": \"rect\", \"height\": -5}", "“height”" },
    { "{\"kind\": \"text\", \"x\": 1.5}", "“x”" },
    { "{\"kind\": \"text\", \"x\": \"1\"}", "“x”" },
    { "{\"kind\": \"text\", \"size\": 1}", "“size”" },
    { "{\"kind\": \"text\", \"rotation\": 45}", "“rotation” is 45" },
    { "{\"kind\": \"text\", \"color\": \"red\"}", "“color”" },
    { "{\"kind\": \"text\", \"color\": \"#12345\"}", "“color”" },
    { "{\"kind\": \"text\", \"align\": \"left\"}", "“align”" },
    { "{\"kind\": \"text\", \"italic\": 1}", "“italic”" },
    { "{\"kind\": \"text\", \"font\": \"A\\u0007\"}", "“font”" },
    { "{\"kind\": \"text\", \"code\": \"qr\"}", "“code”" },
    { "{\"kind\": \"text\", \"colour\": \"#000000\"}", "“colour”" },
    { "{\"kind\": \"star\"}", "no known kind" },
    { "{\"x\": 1}", "no known kind" },
    { "17", "no known kind" },
    { "{\"kind\": \"text\", \"id\": 7}, {\"kind\": \"rect\", \"id\": 7}", "the same number 7" },
    { "{\"kind\": \"text\", \"id\": 0}", "“id”" },
    { "{\"kind\": \"picture\", \"picture\": \"marble\"}", "The picture “marble” is missing" },
    { "{\"kind\": \"picture\"}", "is missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *json = file_with (cases[i].elements);

    assert_refused (json, -1, cases[i].words);
  }
}

static void
test_bad_files (void)
{
#define HEAD "{\"format\": \"salon-desk-card\", \"version\": 1"
  static const struct {
    const char *json;
    const char *words;
  } cases[] = {
    { "", "no design" },
    { "null", "no design" },
    { "[]", "no design" },
    { "{}", "no design" },
    { "{\"format\": \"other\", \"version\": 1}", "no design" },
    { "{\"format\": \"salon-desk-card\"}", "no design" },
    { "{\"format\": \"salon-desk-card\", \"version\": 2}", "newer" },
    { "{\"format\": \"salon-desk-card\"", "damaged" },
    { HEAD ", \"width\": 210000}", "“width” must be 85600" },
    { HEAD ", \"height\": 1e9}", "“height” must be 53980" },
    { HEAD ", \"front\": []}", "“front”" },
    { HEAD ", \"front\": {\"elements\": {}}}", "“elements”" },
    { HEAD ", \"front\": {\"fill\": \"#00000080\"}}", "transparent" },
    { HEAD ", \"front\": {\"picture\": \"p\"}}", "The picture “p” is missing" },
    { HEAD ", \"front\": {\"shadow\": true}}", "“shadow”" },
    { HEAD ", \"sides\": 3}", "“sides”" },
    { HEAD ", \"pictures\": {\"p\": \"AAAA\"}}", "neither JPEG nor PNG" },
    { HEAD ", \"pictures\": {\"p\": 3}}", "neither JPEG nor PNG" },
    { HEAD ", \"pictures\": {\"\": \"\"}}", "no usable name" },
    { HEAD ", \"pictures\": 1}", "“pictures”" },
    { HEAD ", \"name\": 1}", "“name”" },
    { HEAD ", \"front\": {\"elements\": [{\"kind\": \"text\", \"text\": [[[[]]]]}]}}", "nested" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].json, -1, cases[i].words);
  assert_refused ("{\"format\": \"\xff\"}", -1, "no design");
  assert_refused ("{}\0{}", 5, "no design");
}

/* As many as a side may have, and one more; brackets enough to fill the stack; a picture that is too large. */
static void
test_limits (void)
{
  GString *many = g_string_new ("{\"kind\": \"rect\"}");
  g_autofree char *deep = g_strnfill (2000000, '[');
  g_autofree char *enough = NULL, *one_more = NULL;
  g_autofree guint8 *large = g_memdup2 (jpeg, sizeof jpeg);
  g_autoptr (SalonCardDesign) design = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < SALON_CARD_MAX_ELEMENTS; i++)
    g_string_append (many, ", {\"kind\": \"rect\"}");
  enough = file_with (many->str);
  g_string_append (many, ", {\"kind\": \"rect\"}");
  one_more = file_with (many->str);
  design = salon_card_design_parse (enough, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_card_design_n_elements (design, SALON_CARD_FRONT), ==, SALON_CARD_MAX_ELEMENTS);
  assert_refused (one_more, -1, "100 elements");
  assert_refused (deep, -1, "nested");
  large = g_realloc (large, SALON_CARD_MAX_PICTURE_BYTES + 1);
  picture = g_bytes_new (large, SALON_CARD_MAX_PICTURE_BYTES + 1);
  g_assert_null (salon_card_design_add_picture (design, "p", picture, &error));
  g_assert_nonnull (strstr (error->message, "too large"));
  g_string_free (many, TRUE);
}

/* Elements of a file made by hand need no numbers and only what is unusual about them. */
static void
test_short_file (void)
{
  g_autofree char *json = file_with ("{\"kind\": \"text\", \"text\": \"{name}\"}, {\"kind\": \"rect\", \"id\": 1}");
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCardDesign) design = salon_card_design_parse (json, -1, &error);
  const SalonCardElement *text = NULL;

  g_assert_no_error (error);
  text = salon_card_design_element (design, SALON_CARD_FRONT, 0);
  g_assert_cmpuint (text->id, ==, 2);
  g_assert_cmpint (text->size, ==, 900);
  g_assert_cmpint (text->weight, ==, 400);
  g_assert_cmphex (text->color, ==, 0x000000ff);
  g_assert_cmpint (text->opacity, ==, 100);
  g_assert_cmphex (salon_card_design_background (design, SALON_CARD_BACK).fill, ==, 0xffffffff);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/design/printed", test_printed_is_parsed);
  g_test_add_func ("/card/design/differences", test_differences_are_seen);
  g_test_add_func ("/card/design/bad-elements", test_bad_elements);
  g_test_add_func ("/card/design/bad-files", test_bad_files);
  g_test_add_func ("/card/design/limits", test_limits);
  g_test_add_func ("/card/design/short-file", test_short_file);
  return g_test_run ();
}
