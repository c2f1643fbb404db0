/* A scanner is told from fingers: whatever the layout is, whenever the keys arrive. */
#include "device/wedge.h"

#include <string.h>

#define SEED  20261123
#define ENTER 36
#define TAB   23
#define SHIFT 50
#define ALT   64

/* What a key of the US keyboard writes in other layouts: from q to ], a to ', z to /. */
static const char *const layouts[][3] = {
  { "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./" },
  { "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю." },
  { "qwertyuiopšē", "asdfghjkl;'", "zxcvbnm,./" },
};

/* A keyboard, and the program that it types into. */
typedef struct {
  SalonWedge *wedge;
  GRand *dice;
  guint layout;
  gboolean by_letter;  /* keys are told by what the layout makes of them */
  gboolean by_arrival; /* their time is that of their arrival */
  guint32 now;         /* of the events, ms */
  guint32 busy_until;  /* the program looks at no event before */
  GString *field;      /* the keys that went on, as a US keyboard writes them */
  GPtrArray *scans;
  gsize kept;          /* how long the field was when a run began */
} Desk;

static Desk *
desk_new (const SalonWedgeOptions *options)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->wedge = salon_wedge_new (options);
  desk->dice = g_rand_new_with_seed (SEED);
  desk->now = G_MAXUINT32 - 60000; /* it wraps soon */
  desk->field = g_string_new (NULL);
  desk->scans = g_ptr_array_new_with_free_func (g_free);
  return desk;
}

static void
desk_free (Desk *desk)
{
  salon_wedge_free (desk->wedge);
  g_rand_free (desk->dice);
  g_string_free (desk->field, TRUE);
  g_ptr_array_unref (desk->scans);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

/* The key of a US keyboard on which the letter stands that the layout writes; 0 = on none. */
static guint
key_of_letter (const Desk *desk, guint keycode)
{
  static const guint first[] = { 24, 38, 52 };

  for (guint row = 0; row < 3; row++) {
    const char *letters = layouts[desk->layout][row];

    if (keycode >= first[row] && keycode - first[row] < (guint) g_utf8_strlen (letters, -1)) {
      gunichar c = g_utf8_get_char (g_utf8_offset_to_pointer (letters, (glong) (keycode - first[row])));
      const char *found = c < 0x80 ? strchr (layouts[0][row], (int) c) : NULL;

      return found != NULL ? first[row] + (guint) (found - layouts[0][row]) : 0;
    }
  }
  return keycode;
}

static guint32
time_seen (const Desk *desk)
{
  return desk->by_arrival && (gint32) (desk->busy_until - desk->now) > 0 ? desk->busy_until : desk->now;
}

static void
take_answer (Desk *desk, SalonWedgeKey key, char c)
{
  if (key.first)
    desk->kept = desk->field->len;
  if (key.leaked > 0) {
    g_assert_cmpuint (key.leaked, ==, desk->field->len - desk->kept);
    g_string_truncate (desk->field, desk->kept);
  }
  if (!key.take && c != '\0')
    g_string_append_c (desk->field, c);
  if (key.scan != NULL)
    g_ptr_array_add (desk->scans, key.scan);
}

static void
press (Desk *desk, guint keycode, SalonWedgeMods mods)
{
  char c = keycode == ENTER ? '\n' : keycode == TAB ? '\t' : salon_wedge_char (keycode, (mods & SALON_WEDGE_SHIFT) != 0);

  take_answer (desk, salon_wedge_press (desk->wedge, desk->by_letter ? key_of_letter (desk, keycode) : keycode, mods, time_seen (desk)), c);
}

static void
release (Desk *desk, guint keycode)
{
  take_answer (desk, salon_wedge_release (desk->wedge, desk->by_letter ? key_of_letter (desk, keycode) : keycode, time_seen (desk)), '\0');
}

static void
stroke (Desk *desk, guint keycode, SalonWedgeMods mods)
{
  press (desk, keycode, mods);
  release (desk, keycode);
}

/* The key that writes @c, and whether with Shift; by the table of the machine, which test_keys checks. */
static guint
find_key (char c, SalonWedgeMods *mods)
{
  for (guint keycode = 10; keycode < 66; keycode++)
    for (guint shift = 0; shift < 2; shift++)
      if (salon_wedge_char (keycode, shift == 1) == c) {
        *mods = shift == 1 ? SALON_WEDGE_SHIFT : 0;
        return keycode;
      }
  g_assert_not_reached ();
}

static void
send (Desk *desk, const char *text, guint least, guint most)
{
  for (const char *p = text; *p != '\0'; p++) {
    SalonWedgeMods mods = 0;
    guint keycode = find_key (*p, &mods);

    if (mods != 0)
      press (desk, SHIFT, 0);
    stroke (desk, keycode, mods);
    if (mods != 0)
      release (desk, SHIFT);
    desk->now += (guint) g_rand_int_range (desk->dice, (gint32) least, (gint32) most + 1);
  }
}

static const char *
last_scan (const Desk *desk)
{
  return desk->scans->len > 0 ? desk->scans->pdata[desk->scans->len - 1] : NULL;
}

/* ---- the table */

static void
test_keys (void)
{
  static const struct {
    guint keycode;
    char plain, shifted;
  } rows[] = {
    { 10, '1', '!' }, { 18, '9', '(' },  { 19, '0', ')' },  { 20, '-', '_' }, { 21, '=', '+' },   { 24, 'q', 'Q' }, { 33, 'p', 'P' },
    { 34, '[', '{' }, { 35, ']', '}' },  { 38, 'a', 'A' },  { 46, 'l', 'L' }, { 47, ';', ':' },   { 48, '\'', '"' }, { 49, '`', '~' },
    { 51, '\\', '|' }, { 52, 'z', 'Z' }, { 58, 'm', 'M' },  { 59, ',', '<' }, { 60, '.', '>' },   { 61, '/', '?' }, { 65, ' ', ' ' },
    { 79, '7', '7' }, { 80, '8', '8' },  { 81, '9', '9' },  { 83, '4', '4' }, { 85, '6', '6' },   { 87, '1', '1' }, { 89, '3', '3' },
    { 90, '0', '0' }, { 91, '.', '.' },  { 82, '-', '-' },  { 86, '+', '+' }, { 63, '*', '*' },   { 106, '/', '/' },
    { 9, 0, 0 },      { 22, 0, 0 },      { 36, 0, 0 },      { 37, 0, 0 },     { 50, 0, 0 },       { 62, 0, 0 },     { 66, 0, 0 },
    { 67, 0, 0 },     { 92, 0, 0 },      { 111, 0, 0 },     { 255, 0, 0 },    { 4000, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpint (salon_wedge_char (rows[i].keycode, FALSE), ==, rows[i].plain);
    g_assert_cmpint (salon_wedge_char (rows[i].keycode, TRUE), ==, rows[i].shifted);
  }
}

/* ---- one scan */

static void
test_scan (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  send (desk, "2012345678903", 8, 12);
  g_assert_true (salon_wedge_is_scanning (desk->wedge));
  g_assert_cmpuint (desk->scans->len, ==, 0);
  stroke (desk, ENTER, 0);
  g_assert_cmpstr (last_scan (desk), ==, "2012345678903");
  g_assert_cmpstr (desk->field->str, ==, "");
  g_assert_false (salon_wedge_is_scanning (desk->wedge));
}

static void
test_ends (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);
  g_autofree char *scan = NULL;

  send (desk, "ABC-12345", 5, 15);
  stroke (desk, TAB, 0);
  g_assert_cmpstr (last_scan (desk), ==, "ABC-12345");
  desk->now += 2000;
  send (desk, "4750123456784", 5, 15);
  scan = salon_wedge_end (desk->wedge);
  g_assert_cmpstr (scan, ==, "4750123456784");
  desk->now += 150; /* its Enter comes late, and is nobody's else */
  stroke (desk, ENTER, 0);
  g_assert_cmpstr (desk->field->str, ==, "");
  g_assert_cmpuint (desk->scans->len, ==, 1);
  desk->now += 20;
  stroke (desk, ENTER, 0); /* this one is hers */
  g_assert_cmpstr (desk->field->str, ==, "\n");
}

/* Two codes of a scanner that sends neither Enter nor Tab, and nobody told that the first has ended. */
static void
test_pause_by_next_key (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  send (desk, "1111222233334", 10, 10);
  desk->now += 300;
  send (desk, "5555666677778", 10, 10);
  g_assert_cmpstr (last_scan (desk), ==, "1111222233334");
  desk->now += 300;
  send (desk, "x", 10, 10);
  g_assert_cmpstr (last_scan (desk), ==, "5555666677778");
  g_assert_cmpuint (desk->scans->len, ==, 2);
  g_assert_cmpstr (desk->field->str, ==, "x");
}

static void
test_two_at_once (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  for (guint i = 0; i < 2; i++) {
    send (desk, i == 0 ? "2012345678903" : "2198765432109", 3, 6);
    stroke (desk, ENTER, 0);
    desk->now += 20;
  }
  g_assert_cmpuint (desk->scans->len, ==, 2);
  g_assert_cmpstr (desk->scans->pdata[0], ==, "2012345678903");
  g_assert_cmpstr (desk->scans->pdata[1], ==, "2198765432109");
  g_assert_cmpstr (desk->field->str, ==, "");
}

static void
test_short (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  send (desk, "12345", 5, 5);
  stroke (desk, ENTER, 0);
  g_assert_cmpuint (desk->scans->len, ==, 0);
  g_assert_cmpstr (desk->field->str, ==, "12345\n");
  send (desk, "123456", 5, 5);
  stroke (desk, ENTER, 0);
  g_assert_cmpstr (last_scan (desk), ==, "123456");
}

/* The last gap that is still a scanner's. */
static void
test_limit (void)
{
  for (guint gap = 34; gap <= 36; gap++) {
    g_autoptr (Desk) desk = desk_new (NULL);

    send (desk, "20123456789", gap, gap);
    stroke (desk, ENTER, 0);
    g_assert_cmpuint (desk->scans->len, ==, gap <= 35 ? 1 : 0);
    g_assert_cmpstr (desk->field->str, ==, gap <= 35 ? "" : "20123456789\n");
  }
}

/* A key that is held is no scanner, however quick it repeats. */
static void
test_held_key (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  for (guint i = 0; i < 40; i++) {
    press (desk, 14, 0);
    desk->now += 25;
  }
  release (desk, 14);
  stroke (desk, ENTER, 0);
  g_assert_cmpuint (desk->scans->len, ==, 0);
  g_assert_cmpuint (desk->field->len, ==, 41);
  /* but the same digit many times is a code */
  desk->now += 1000;
  send (desk, "5555555555", 10, 10);
  stroke (desk, ENTER, 0);
  g_assert_cmpstr (last_scan (desk), ==, "5555555555");
}

/* Its release went to another program. */
static void
test_lost_release (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  press (desk, 11, 0);
  desk->now += 5000;
  send (desk, "2012345678903", 10, 10);
  stroke (desk, ENTER, 0);
  g_assert_cmpstr (last_scan (desk), ==, "2012345678903");
  g_assert_cmpstr (desk->field->str, ==, "2");
}

static void
test_foreign_keys (void)
{
  static const guint others[] = { 22, 9, 113, 67, 119 }; /* BackSpace, Esc, Left, F1, Delete */

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (Desk) desk = desk_new (NULL);

    send (desk, "12345", 10, 10);
    stroke (desk, others[i], 0);
    send (desk, "67890", 10, 10);
    stroke (desk, ENTER, 0);
    g_assert_cmpuint (desk->scans->len, ==, 0);
    g_assert_cmpstr (desk->field->str, ==, "1234567890\n");
  }
}

static void
test_ctrl (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  for (guint i = 0; i < 12; i++) {
    stroke (desk, 10 + i % 10, SALON_WEDGE_OTHER);
    desk->now += 10;
  }
  g_assert_cmpuint (desk->scans->len, ==, 0);
  for (guint i = 0; i < 12; i++) { /* Alt with the digits above the letters are verbs */
    stroke (desk, 10 + i % 10, SALON_WEDGE_ALT);
    desk->now += 10;
  }
  g_assert_cmpuint (desk->scans->len, ==, 0);
  g_assert_cmpuint (desk->field->len, ==, 24);
}

static void
send_pad (Desk *desk, const char *digits, SalonWedgeMods mods)
{
  static const guint keys[] = { 90, 87, 88, 89, 83, 84, 85, 79, 80, 81 };

  for (const char *p = digits; *p != '\0'; p++) {
    stroke (desk, keys[*p - '0'], mods);
    desk->now += 8;
  }
}

static void
test_keypad (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  send_pad (desk, "4750123456784", 0);
  stroke (desk, 104, 0);
  g_assert_cmpstr (last_scan (desk), ==, "4750123456784");
  g_assert_cmpstr (desk->field->str, ==, "");
}

/* Alt is held, the number of a character is typed, Alt is let go. */
static void
test_alt_codes (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);
  static const char *const numbers[] = { "0065", "45", "0050", "57", "0122" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    press (desk, ALT, 0);
    send_pad (desk, numbers[i], SALON_WEDGE_ALT);
    release (desk, ALT);
  }
  stroke (desk, ENTER, 0);
  g_assert_cmpstr (last_scan (desk), ==, "A-29z");
  g_assert_cmpstr (desk->field->str, ==, "");
}

static void
test_prefix (void)
{
  SalonWedgeOptions options = { (char *) "%s", (char *) "#", SALON_WEDGE_GAP, 5 };
  g_autoptr (Desk) desk = desk_new (&options);

  send (desk, "%s12345#", 10, 10);
  stroke (desk, ENTER, 0);
  g_assert_cmpstr (last_scan (desk), ==, "12345");
  send (desk, "2012345678903", 10, 10);
  stroke (desk, ENTER, 0);
  g_assert_cmpuint (desk->scans->len, ==, 1);
  g_assert_cmpstr (desk->field->str, ==, "2012345678903\n");
}

/* What was typed by hand is not the scanner's, even shortly before. */
static void
test_after_typing (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  send (desk, "irina", 120, 150);
  send (desk, "2012345678903", 10, 10);
  stroke (desk, ENTER, 0);
  g_assert_cmpstr (last_scan (desk), ==, "2012345678903");
  g_assert_cmpstr (desk->field->str, ==, "irina");
}

/* Quick fingers, and the trigger right after them. */
static void
test_right_after_typing (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  send (desk, "anna ber", 40, 60);
  send (desk, "2012345678903", 6, 6);
  stroke (desk, ENTER, 0);
  g_assert_cmpstr (last_scan (desk), ==, "2012345678903");
  g_assert_cmpstr (desk->field->str, ==, "anna ber");
}

/* One key comes late, the first, one in the middle, or the one before Enter. */
static void
test_late_key (void)
{
  for (guint late = 0; late < 8; late++) {
    g_autoptr (Desk) desk = desk_new (NULL);
    static const char code[] = "20123456";

    for (guint i = 0; i < 8; i++) {
      char one[2] = { code[i], '\0' };

      send (desk, one, i == late && i < 7 ? 90 : 10, i == late && i < 7 ? 90 : 10);
    }
    stroke (desk, ENTER, 0);
    g_assert_cmpstr (last_scan (desk), ==, code);
    g_assert_cmpstr (desk->field->str, ==, "");
  }
}

/* ---- many */

/* 67 ms in the middle, from 15 to 119; one of forty rolls over to the next key. */
static guint
typing_gap (Desk *desk)
{
  double sum = 0;

  if (g_rand_int_range (desk->dice, 0, 40) == 0)
    return (guint) g_rand_int_range (desk->dice, 15, 35);
  for (guint i = 0; i < 4; i++)
    sum += g_rand_double_range (desk->dice, -26.0, 26.0);
  return (guint) (67.0 + sum / 2);
}

static char *
random_code (Desk *desk)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./+$%abcdefgh";
  gboolean digits = g_rand_int_range (desk->dice, 0, 3) > 0;
  guint n = digits ? (g_rand_boolean (desk->dice) ? 13 : 8) : (guint) g_rand_int_range (desk->dice, 6, 24);
  GString *code = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_c (code, digits ? (char) ('0' + g_rand_int_range (desk->dice, 0, 10))
                                    : letters[g_rand_int_range (desk->dice, 0, sizeof letters - 1)]);
  return g_string_free (code, FALSE);
}

static void
next_layout (Desk *desk)
{
  desk->layout = (guint) g_rand_int_range (desk->dice, 0, G_N_ELEMENTS (layouts));
  desk->now += (guint) g_rand_int_range (desk->dice, 300, 3000);
}

/* Now and then the program is busy for up to half a second. */
static void
be_busy (Desk *desk)
{
  if (g_rand_int_range (desk->dice, 0, 4) == 0)
    desk->busy_until = desk->now + (guint) g_rand_int_range (desk->dice, 50, 500);
}

static guint
scan_many (Desk *desk, guint n)
{
  guint right = 0;

  for (guint i = 0; i < n; i++) {
    g_autofree char *code = random_code (desk);
    guint gap = (guint) g_rand_int_range (desk->dice, 1, 31);
    guint had = desk->scans->len;

    next_layout (desk);
    be_busy (desk);
    g_string_assign (desk->field, "what stood there");
    send (desk, code, gap - MIN (gap - 1, 4), gap + 4);
    if (g_rand_int_range (desk->dice, 0, 5) > 0)
      stroke (desk, g_rand_boolean (desk->dice) ? ENTER : TAB, 0);
    else
      take_answer (desk, (SalonWedgeKey){ FALSE, FALSE, 0, salon_wedge_end (desk->wedge) }, '\0');
    right += desk->scans->len == had + 1 && g_str_equal (last_scan (desk), code)
             && g_str_equal (desk->field->str, "what stood there");
  }
  return right;
}

/* Several words without a rest, some with Enter at the end. */
static void
type_many (Desk *desk, guint n, GString *expected)
{
  for (guint i = 0; i < n; i++) {
    guint length = (guint) g_rand_int_range (desk->dice, 1, 14);

    if (i % 5 == 0)
      next_layout (desk);
    be_busy (desk);
    for (guint k = 0; k < length; k++) {
      guint keycode = (guint) g_rand_int_range (desk->dice, 24, 34);
      gboolean shift = k == 0 && g_rand_boolean (desk->dice);

      press (desk, keycode, shift ? SALON_WEDGE_SHIFT : 0);
      g_string_append_c (expected, salon_wedge_char (keycode, shift));
      desk->now += typing_gap (desk);
      release (desk, keycode);
    }
    stroke (desk, i % 5 == 4 ? ENTER : 65, 0);
    g_string_append_c (expected, i % 5 == 4 ? '\n' : ' ');
    desk->now += typing_gap (desk);
  }
}

static void
test_5000_scans (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);

  g_assert_cmpuint (scan_many (desk, 5000), ==, 5000);
  g_assert_cmpuint (desk->scans->len, ==, 5000);
}

static void
test_10000_words (void)
{
  g_autoptr (Desk) desk = desk_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  type_many (desk, 10000, expected);
  g_assert_cmpuint (desk->scans->len, ==, 0);
  g_assert_cmpstr (desk->field->str, ==, expected->str);
}

/* That the two above can fail: told by letters, a Russian layout garbles codes; told by arrival, the words that wait for a
 * busy program look like scans. */
static void
test_controls (void)
{
  g_autoptr (Desk) letters = desk_new (NULL);
  g_autoptr (Desk) arrival = desk_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  letters->by_letter = TRUE;
  g_assert_cmpuint (scan_many (letters, 500), <, 480);
  arrival->by_arrival = TRUE;
  type_many (arrival, 500, expected);
  g_assert_cmpuint (arrival->scans->len, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wedge/keys", test_keys);
  g_test_add_func ("/wedge/scan", test_scan);
  g_test_add_func ("/wedge/ends", test_ends);
  g_test_add_func ("/wedge/pause-by-next-key", test_pause_by_next_key);
  g_test_add_func ("/wedge/two-at-once", test_two_at_once);
  g_test_add_func ("/wedge/short", test_short);
  g_test_add_func ("/wedge/limit", test_limit);
  g_test_add_func ("/wedge/held-key", test_held_key);
  g_test_add_func ("/wedge/lost-release", test_lost_release);
  g_test_add_func ("/wedge/foreign-keys", test_foreign_keys);
  g_test_add_func ("/wedge/ctrl", test_ctrl);
  g_test_add_func ("/wedge/keypad", test_keypad);
  g_test_add_func ("/wedge/alt-codes", test_alt_codes);
  g_test_add_func ("/wedge/prefix", test_prefix);
  g_test_add_func ("/wedge/after-typing", test_after_typing);
  g_test_add_func ("/wedge/right-after-typing", test_right_after_typing);
  g_test_add_func ("/wedge/late-key", test_late_key);
  g_test_add_func ("/wedge/5000-scans", test_5000_scans);
  g_test_add_func ("/wedge/10000-words", test_10000_words);
  g_test_add_func ("/wedge/controls", test_controls);
  return g_test_run ();
}
