/* What a camera reads: each kind of code, through noise; a wrong check digit never; and how many scans a code in view is. */
#include "device/code-reader.h"
#include "device/drawn-code.h"

#include <string.h>

#define WIDTH  640
#define HEIGHT 480

static SalonCameraFrame *
frame_of (DrawnKind kind, const char *text, gint64 at_ms)
{
  g_autoptr (DrawnPicture) picture = drawn_picture_new (WIDTH, HEIGHT, 235);

  drawn_picture_put (picture, kind, text, 90, 130, 3);
  return drawn_picture_frame (picture, at_ms);
}

static SalonCameraFrame *
empty_frame (gint64 at_ms)
{
  g_autoptr (DrawnPicture) picture = drawn_picture_new (WIDTH, HEIGHT, 235);

  return drawn_picture_frame (picture, at_ms);
}

static void
assert_read (SalonCodeReader *reader, SalonCameraFrame *frame, const char *expected)
{
  g_autoptr (SalonCameraFrame) own = frame;
  g_autofree char *text = salon_code_reader_read (reader, own);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_kinds (void)
{
  static const struct {
    DrawnKind kind;
    const char *drawn;
    const char *read;
  } all[] = {
    { DRAWN_EAN13, "200012345678", "2000123456782" },
    { DRAWN_CODE128, "00012345", "00012345" },
    { DRAWN_CODE128, "SD-77/a", "SD-77/a" },
    { DRAWN_QR, "https://salon.lv/c/2000123456782", "https://salon.lv/c/2000123456782" },
    { DRAWN_QR, "Ieva Bērziņa", "Ieva Bērziņa" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    g_autoptr (SalonCodeReader) reader = salon_code_reader_new ();
    g_autoptr (SalonCameraFrame) frame = frame_of (all[i].kind, all[i].drawn, 0);
    g_autoptr (GPtrArray) texts = salon_code_reader_look (reader, frame);

    g_assert_cmpuint (texts->len, ==, 1);
    g_assert_cmpstr (texts->pdata[0], ==, all[i].read);
  }
}

/* Random numbers in a dim, noisy picture: what is read is what was drawn, and nearly all is read. */
static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  g_autoptr (SalonCodeReader) reader = salon_code_reader_new ();
  int n_read = 0;

  for (int i = 0; i < 60; i++) {
    DrawnKind kind = (DrawnKind) (i % 3);
    g_autofree char *body = g_strdup_printf ("20%05d%05d", g_rand_int_range (rand, 0, 100000), g_rand_int_range (rand, 0, 100000));
    g_autoptr (DrawnPicture) picture = drawn_picture_new (WIDTH, HEIGHT, 170);
    g_autoptr (SalonCameraFrame) frame = NULL;
    g_autoptr (GPtrArray) texts = NULL;

    drawn_picture_put (picture, kind, body, g_rand_int_range (rand, 40, 120), g_rand_int_range (rand, 60, 200), 3);
    drawn_picture_noise (picture, rand, 5);
    frame = drawn_picture_frame (picture, 0);
    texts = salon_code_reader_look (reader, frame);
    g_assert_cmpuint (texts->len, <=, 1);
    if (texts->len == 1) {
      g_assert_cmpint (strncmp (texts->pdata[0], body, 12), ==, 0);
      g_assert_cmpuint (strlen (texts->pdata[0]), ==, kind == DRAWN_EAN13 ? 13 : 12);
      n_read++;
    }
  }
  g_assert_cmpint (n_read, >=, 59);
}

/* The lines of an EAN-13 by the tables of the standard (GS1 General Specifications, 5.2.1): libzint draws no wrong one. */
static char *
ean_modules (const char *digits)
{
  static const char *const left_odd[] = { "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011" };
  static const char *const left_even[] = { "0100111", "0110011", "0011011", "0100001", "0011101", "0111001", "0000101", "0010001", "0001001", "0010111" };
  static const char *const right[] = { "1110010", "1100110", "1101100", "1000010", "1011100", "1001110", "1010000", "1000100", "1001000", "1110100" };
  static const char *const parity[] = { "OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO" };
  GString *modules = g_string_new ("101");
  const char *pattern = parity[digits[0] - '0'];

  for (int i = 1; i <= 6; i++)
    g_string_append (modules, pattern[i - 1] == 'O' ? left_odd[digits[i] - '0'] : left_even[digits[i] - '0']);
  g_string_append (modules, "01010");
  for (int i = 7; i <= 12; i++)
    g_string_append (modules, right[digits[i] - '0']);
  return g_string_free (g_string_append (modules, "101"), FALSE);
}

static guint
count_bars (const char *digits)
{
  g_autoptr (SalonCodeReader) reader = salon_code_reader_new ();
  g_autoptr (DrawnPicture) picture = drawn_picture_new (WIDTH, HEIGHT, 235);
  g_autofree char *modules = ean_modules (digits);
  g_autoptr (SalonCameraFrame) frame = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  drawn_picture_put_bars (picture, modules, 120, 150, 4, 150);
  frame = drawn_picture_frame (picture, 0);
  texts = salon_code_reader_look (reader, frame);
  return texts->len;
}

static void
test_wrong_check_digit (void)
{
  g_assert_cmpuint (count_bars ("2000123456782"), ==, 1);
  for (char last = '0'; last <= '9'; last++) {
    char digits[14] = "2000123456780";

    digits[12] = last;
    g_assert_cmpuint (count_bars (digits), ==, last == '2');
  }
}

/* Bars count when two pictures agree, a QR code, which corrects its errors, at once. */
static void
test_agreement (void)
{
  g_autoptr (SalonCodeReader) reader = salon_code_reader_new ();

  assert_read (reader, frame_of (DRAWN_EAN13, "200012345678", 0), NULL);
  assert_read (reader, frame_of (DRAWN_EAN13, "200012345678", 33), "2000123456782");
  assert_read (reader, frame_of (DRAWN_QR, "2000000000015", 66), "2000000000015");
}

/* A card that stays before the camera is one scan, however long; away for two seconds and shown again it is another. */
static void
test_one_scan (void)
{
  g_autoptr (SalonCodeReader) reader = salon_code_reader_new ();

  assert_read (reader, frame_of (DRAWN_QR, "2000123456782", 0), "2000123456782");
  for (gint64 at = 500; at <= 10000; at += 500)
    assert_read (reader, frame_of (DRAWN_QR, "2000123456782", at), NULL);
  assert_read (reader, empty_frame (10500), NULL);
  assert_read (reader, frame_of (DRAWN_QR, "2000123456782", 11999), NULL);
  assert_read (reader, empty_frame (13000), NULL);
  assert_read (reader, frame_of (DRAWN_QR, "2000123456782", 13999), "2000123456782");
}

/* A card with bars on it and a QR code: each is told once, they do not wake each other up. */
static void
test_two_codes (void)
{
  g_autoptr (SalonCodeReader) reader = salon_code_reader_new ();
  g_autoptr (DrawnPicture) picture = drawn_picture_new (900, HEIGHT, 235);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  drawn_picture_put (picture, DRAWN_EAN13, "200012345678", 60, 130, 3);
  drawn_picture_put (picture, DRAWN_QR, "PROMO 7", 600, 150, 5);
  for (gint64 at = 0; at < 3000; at += 100) {
    g_autoptr (SalonCameraFrame) frame = drawn_picture_frame (picture, at);
    char *text = salon_code_reader_read (reader, frame);

    if (text != NULL)
      g_assert_true (g_hash_table_add (told, text));
  }
  g_assert_cmpuint (g_hash_table_size (told), ==, 2);
  g_assert_true (g_hash_table_contains (told, "2000123456782"));
  g_assert_true (g_hash_table_contains (told, "PROMO 7"));
}

/* An address book in a QR code is no card. */
static void
test_no_card (void)
{
  g_autoptr (SalonCodeReader) reader = salon_code_reader_new ();

  assert_read (reader, frame_of (DRAWN_QR, "BEGIN:VCARD\nFN:Anna\nEND:VCARD", 0), NULL);
  assert_read (reader, empty_frame (40), NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code-reader/kinds", test_kinds);
  g_test_add_func ("/code-reader/noise", test_noise);
  g_test_add_func ("/code-reader/wrong-check-digit", test_wrong_check_digit);
  g_test_add_func ("/code-reader/agreement", test_agreement);
  g_test_add_func ("/code-reader/one-scan", test_one_scan);
  g_test_add_func ("/code-reader/two-codes", test_two_codes);
  g_test_add_func ("/code-reader/no-card", test_no_card);
  return g_test_run ();
}
