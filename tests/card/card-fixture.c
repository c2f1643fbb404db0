/* Designs, names and numbers for the tests of cards. */
#include "tests/card/card-fixture.h"

#include <gio/gio.h>
#include <string.h>

#include "card/design-edit.h"
#include "card/shipped.h"

static const char *const shipped[] = { "evening", "linen", "garden" };

/* One of the designs that come with the program. */
SalonCardDesign *
card_fixture_shipped (const char *id)
{
  g_autoptr (GError) error = NULL;
  SalonCardDesign *design = salon_card_shipped_load (id, &error);

  g_assert_no_error (error);
  return design;
}

static int
between (GRand *rand, int low, int high)
{
  return g_rand_int_range (rand, low, high + 1);
}

static void
add_text (SalonCardDesign **design, GRand *rand, SalonCardSide side, const char *text)
{
  static const char *const fonts[] = { "", "EB Garamond, Serif", "DejaVu Sans", "DejaVu Serif", "Inter", "Nimbus Sans Narrow", "Z003" };
  static const int turns[] = { 0, 0, 0, 90, 180, 270 };
  int width = between (rand, 6000, 60000);
  int height = between (rand, 3000, 20000);
  g_autoptr (SalonCardElement) element = salon_card_element_new (SALON_CARD_TEXT, between (rand, 0, SALON_CARD_WIDTH - width),
                                                                 between (rand, 0, SALON_CARD_HEIGHT - height), width, height);
  SalonCardDesign *more = NULL;

  salon_card_element_set_text (&element->text, text);
  salon_card_element_set_text (&element->font, fonts[g_rand_int_range (rand, 0, G_N_ELEMENTS (fonts))]);
  element->rotation = turns[g_rand_int_range (rand, 0, G_N_ELEMENTS (turns))];
  element->size = between (rand, 500, 3000);
  element->least = between (rand, 400, 1000);
  element->weight = between (rand, 1, 9) * 100;
  element->italic = g_rand_boolean (rand);
  element->capitals = between (rand, 0, 3) == 0;
  element->spacing = between (rand, 0, 2) == 0 ? between (rand, -50, 300) : 0;
  element->lines = between (rand, 1, 4);
  element->align = between (rand, 0, 2);
  element->place = between (rand, 0, 2);
  more = salon_card_design_add (*design, side, element, NULL, NULL);
  g_assert_nonnull (more);
  salon_card_design_unref (*design);
  *design = more;
}

static void
add_photo (SalonCardDesign **design, GRand *rand)
{
  int width = between (rand, 8000, 40000);
  int height = between (rand, 8000, 40000);
  g_autoptr (SalonCardElement) element = salon_card_element_new (SALON_CARD_PHOTO, between (rand, 0, SALON_CARD_WIDTH - width),
                                                                 between (rand, 0, SALON_CARD_HEIGHT - height), width, height);
  SalonCardDesign *more = NULL;

  element->mask = between (rand, 0, 2);
  element->radius = between (rand, 0, 9000);
  element->fit = between (rand, 0, 1);
  element->stroke = 0x224466ff;
  element->stroke_width = between (rand, 0, 2000);
  element->fill = g_rand_boolean (rand) ? 0xddccbbff : 0;
  more = salon_card_design_add (*design, SALON_CARD_FRONT, element, NULL, NULL);
  salon_card_design_unref (*design);
  *design = more;
}

/* Designs 0 to 2 are shipped; the others have texts of all fonts, sizes and turns in boxes that are often too small. */
SalonCardDesign *
card_fixture_design (guint n)
{
  static const char *const texts[] = { "{name}", "{first_name}\n{surname}", "{name}, {kind}", "Dear {first_name}!", "{number}" };
  GRand *rand = g_rand_new_with_seed (1000 + n);
  SalonCardDesign *design = NULL;

  if (n < G_N_ELEMENTS (shipped)) {
    g_rand_free (rand);
    return card_fixture_shipped (shipped[n]);
  }
  design = salon_card_design_new ("Random");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add_text (&design, rand, i % 2 == 0 ? SALON_CARD_FRONT : SALON_CARD_BACK, texts[i]);
  add_photo (&design, rand);
  g_rand_free (rand);
  return design;
}

/* A name of so many characters, with a space somewhere if it is long enough. */
char *
card_fixture_name (GRand *rand, const char *language, int length)
{
  static const char *const letters[] = { "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяq",
                                         "abcdefghijklmnopqrstuvwxyzjgWQfyM-" };
  const char *from = letters[g_str_equal (language, "lv") ? 0 : g_str_equal (language, "ru") ? 1 : 2];
  glong n = g_utf8_strlen (from, -1);
  GString *name = g_string_new (NULL);
  int space = length > 4 ? between (rand, 1, length - 2) : -1;

  for (int i = 0; i < length; i++) {
    gunichar c = g_utf8_get_char (g_utf8_offset_to_pointer (from, g_rand_int_range (rand, 0, (gint32) n)));

    g_string_append_unichar (name, i == space ? ' ' : i == 0 || i == space + 1 ? g_unichar_toupper (c) : c);
  }
  return g_string_free (name, FALSE);
}

/* Something with light and shade up to its very edges. */
cairo_surface_t *
card_fixture_photo (int width, int height)
{
  cairo_surface_t *photo = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (photo);

  cairo_set_source_rgb (cr, 0.8, 0.3, 0.2);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.1, 0.2, 0.6);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 3.0, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  return photo;
}

/* The check digit by the weights 1 and 3 of the EAN specification. */
static char
check_digit (const char *twelve)
{
  int sum = 0;

  for (int i = 0; i < 12; i++)
    sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return (char) ('0' + (10 - sum % 10) % 10);
}

/* As a kind of card would have it: EAN in 20 to 29, digits of any even or odd length for the others. */
char *
card_fixture_number (GRand *rand, SalonCardCode code)
{
  int n = code == SALON_CARD_CODE_EAN13 ? 13 : between (rand, 6, 14);
  char *number = g_malloc0 ((gsize) n + 1);

  for (int i = 0; i < n; i++)
    number[i] = (char) ('0' + between (rand, 0, 9));
  if (code == SALON_CARD_CODE_EAN13) {
    number[0] = '2';
    number[12] = check_digit (number);
  }
  return number;
}

gboolean
card_fixture_is_full (void)
{
  return g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0;
}

/* What another program says; it must be there and must not fail. */
char *
card_fixture_run (const char *command, ...)
{
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GStrv) words = NULL;
  char *out = NULL;
  va_list args;

  va_start (args, command);
  line = g_strdup_vprintf (command, args);
  va_end (args);
  g_assert_true (g_shell_parse_argv (line, NULL, &words, &error));
  process = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

/* Returns: the path in a folder of this run */
char *
card_fixture_write (const char *name, GBytes *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("salon-card-XXXXXX", &error);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), NULL));
  return path;
}
