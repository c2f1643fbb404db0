/* What the widgets make of texts and keys: nothing here needs a display. */
#include "base/error.h"
#include "gui/widgets/keys.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/picker-item.h"
#include "gui/widgets/search-hit.h"
#include "gui/widgets/time-entry.h"

static void
test_initials (void)
{
  const char *const cases[][2] = {
    { "Irina Kalniņa", "IK" },   { "  irina   kalniņa ", "IK" }, { "Ольга Петрова-Водкина", "ОП" },
    { "Anna-Marija", "AM" },     { "īrisa", "Ī" },               { "", "–" },
    { "+371 29 123 456", "–" },  { "O'Neill", "O" },             { "Dr. Who", "DW" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *initials = salon_photo_initials (cases[i][0]);

    g_assert_cmpstr (initials, ==, cases[i][1]);
  }
}

static void
test_no_name (void)
{
  g_autofree char *initials = salon_photo_initials (NULL);

  g_assert_cmpstr (initials, ==, "–");
}

static void
test_mark (void)
{
  const struct {
    const char *text;
    guint start;
    guint length;
    const char *markup;
  } cases[] = {
    { "Irina", 0, 3, "<b>Iri</b>na" },
    { "Līga & Co", 1, 3, "L<b>īg</b>a &amp; Co" },
    { "a<b>c", 1, 1, "a<b>&lt;</b>b&gt;c" },
    { "Irina", 0, 0, "Irina" },
    { "Irina", 3, 9, "Irina" },
    { "Siliņa Anna", 8, 3, "Siliņa <b>Ann</b>a" },
    { "Ирина", 8, 2, "Ирин<b>а</b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *markup = salon_search_hit_mark (cases[i].text, cases[i].start, cases[i].length);

    g_assert_cmpstr (markup, ==, cases[i].markup);
  }
}

static void
test_title_is_escaped (void)
{
  g_autoptr (SalonSearchHit) hit = salon_search_hit_new (SALON_HIT_CLIENT, 7, "A & <B>");

  g_assert_cmpstr (hit->title, ==, "A &amp; &lt;B&gt;");
  g_assert_cmpstr (hit->name, ==, "A & <B>");
}

static void
test_duration (void)
{
  const struct {
    const char *text;
    int minutes;
  } cases[] = {
    { "45", 45 },          { "0", 0 },             { "1:15", 75 },   { "1h", 60 },        { "1 h 15 min", 75 },
    { "1 ч 15 мин", 75 },  { "2 st 5 min", 125 },  { "90 min", 90 }, { "24:00", 1440 },   { "1440", 1440 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    int minutes = -1;

    g_assert_true (salon_duration_parse (cases[i].text, &minutes, &error));
    g_assert_no_error (error);
    g_assert_cmpint (minutes, ==, cases[i].minutes);
  }
}

static void
test_no_duration (void)
{
  const char *const cases[] = { "", "abc", "-5", "1441", "1:75", "25:00", "1:15:00", "99999999999", "h" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    int minutes = -1;

    g_assert_false (salon_duration_parse (cases[i], &minutes, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpint (minutes, ==, -1);
  }
}

static void
test_duration_comes_back (void)
{
  for (int minutes = 0; minutes <= 1440; minutes += 5) {
    g_autofree char *text = salon_duration_format (minutes);
    int again = -1;

    g_assert_true (salon_duration_parse (text, &again, NULL));
    g_assert_cmpint (again, ==, minutes);
  }
}

/* The key of the letter K has the code 45 under X11, whatever the layout makes of it. */
static void
test_keys_of_layouts (void)
{
  g_autofree char *russian = salon_keys_accel (GDK_KEY_Cyrillic_el, 45, GDK_CONTROL_MASK);
  g_autofree char *latin = salon_keys_accel (GDK_KEY_k, 45, GDK_CONTROL_MASK);
  g_autofree char *shifted = salon_keys_accel (GDK_KEY_Cyrillic_A, 41, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_autofree char *function = salon_keys_accel (GDK_KEY_F12, 96, 0);

  g_assert_cmpstr (russian, ==, "<Control>k");
  g_assert_cmpstr (latin, ==, "<Control>k");
  g_assert_cmpstr (shifted, ==, "<Shift><Control>f");
  g_assert_cmpstr (function, ==, "F12");
}

/* A Latin letter counts as itself, not as its place: Ctrl+Y of a German keyboard. */
static void
test_latin_letters_stay (void)
{
  g_assert_cmpuint (salon_keys_latin (GDK_KEY_z, 29), ==, GDK_KEY_z);
  g_assert_cmpuint (salon_keys_latin (GDK_KEY_Cyrillic_ya, 52), ==, 'z');
  g_assert_cmpuint (salon_keys_latin (GDK_KEY_Cyrillic_ya, 9), ==, GDK_KEY_Cyrillic_ya);
  g_assert_cmpuint (salon_keys_latin (GDK_KEY_Cyrillic_ya, 250), ==, GDK_KEY_Cyrillic_ya);
}

static void
test_what_is_text (void)
{
  g_assert_true (salon_keys_is_text (GDK_KEY_a, 0));
  g_assert_true (salon_keys_is_text (GDK_KEY_A, GDK_SHIFT_MASK));
  g_assert_true (salon_keys_is_text (GDK_KEY_Cyrillic_ya, 0));
  g_assert_true (salon_keys_is_text (GDK_KEY_7, 0));
  g_assert_false (salon_keys_is_text (GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_false (salon_keys_is_text (GDK_KEY_a, GDK_ALT_MASK));
  g_assert_false (salon_keys_is_text (GDK_KEY_space, 0));
  g_assert_false (salon_keys_is_text (GDK_KEY_Return, 0));
  g_assert_false (salon_keys_is_text (GDK_KEY_BackSpace, 0));
  g_assert_false (salon_keys_is_text (GDK_KEY_F2, 0));
}

static void
test_picker_finds_words (void)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (1, "Manikīrs ar gēla laku", NULL, SALON_PICK_NO_COLOR);

  g_assert_true (salon_picker_item_matches (item, ""));
  g_assert_true (salon_picker_item_matches (item, "gela"));
  g_assert_true (salon_picker_item_matches (item, "laku mani"));
  g_assert_false (salon_picker_item_matches (item, "laku pedi"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/initials", test_initials);
  g_test_add_func ("/texts/initials-of-nobody", test_no_name);
  g_test_add_func ("/texts/mark", test_mark);
  g_test_add_func ("/texts/title-is-escaped", test_title_is_escaped);
  g_test_add_func ("/texts/duration", test_duration);
  g_test_add_func ("/texts/no-duration", test_no_duration);
  g_test_add_func ("/texts/duration-comes-back", test_duration_comes_back);
  g_test_add_func ("/keys/layouts", test_keys_of_layouts);
  g_test_add_func ("/keys/latin-letters-stay", test_latin_letters_stay);
  g_test_add_func ("/keys/what-is-text", test_what_is_text);
  g_test_add_func ("/picker/finds-words", test_picker_finds_words);
  return g_test_run ();
}
