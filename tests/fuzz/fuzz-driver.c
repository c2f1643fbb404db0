/* fuzz-TARGET [--runs N] [--seed S] [--write-examples FOLDER]: runs a fuzz target on N seeded changes of its examples, 10,000
 * if not said.  A crash can be had again with the seed that was printed.  Without libFuzzer, so that every compiler does. */
#include "tests/fuzz/fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_SIZE 65536

static void
replace (GByteArray *bytes, guint at, guint length, const guint8 *with, guint with_length)
{
  g_autofree guint8 *copy = g_memdup2 (with, with_length);

  if (length > 0)
    g_byte_array_remove_range (bytes, at, length);
  if (with_length == 0 || bytes->len + with_length > MAX_SIZE)
    return;
  g_byte_array_set_size (bytes, bytes->len + with_length);
  memmove (bytes->data + at + with_length, bytes->data + at, bytes->len - with_length - at);
  memcpy (bytes->data + at, copy, with_length);
}

static void
change (GRand *rand, GByteArray *bytes, GPtrArray *examples)
{
  const char *const *words = fuzz_words ();
  GBytes *other = g_ptr_array_index (examples, (guint) g_rand_int_range (rand, 0, (gint32) examples->len));
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) bytes->len) : 0;
  guint length = bytes->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) MIN (bytes->len - at, 64) + 1) : 0;
  const guint8 *word = (const guint8 *) words[g_rand_int_range (rand, 0, (gint32) g_strv_length ((char **) words))];
  const guint8 *from = g_bytes_get_data (other, NULL);
  guint start = (guint) g_rand_int_range (rand, 0, (gint32) g_bytes_get_size (other));
  guint part = (guint) g_rand_int_range (rand, 0, (gint32) MIN (g_bytes_get_size (other) - start, 256) + 1);

  switch (g_rand_int_range (rand, 0, 7)) {
  case 0:
    if (bytes->len > 0)
      bytes->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
    break;
  case 1:
    if (bytes->len > 0)
      bytes->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
    break;
  case 2:
    replace (bytes, at, length, NULL, 0);
    break;
  case 3:
    replace (bytes, at, 0, word, (guint) strlen ((const char *) word));
    break;
  case 4:
    replace (bytes, at, MIN (length, (guint) strlen ((const char *) word)), word, (guint) strlen ((const char *) word));
    break;
  case 5:
    replace (bytes, at, length, from + start, part);
    break;
  default:
    replace (bytes, at, 0, bytes->data + at, length);
    break;
  }
}

static void
write_examples (const char *folder, GPtrArray *examples)
{
  g_mkdir_with_parents (folder, 0777);
  for (guint i = 0; i < examples->len; i++) {
    g_autofree char *path = g_strdup_printf ("%s/example-%u", folder, i);
    gsize size = 0;
    const char *data = g_bytes_get_data (g_ptr_array_index (examples, i), &size);

    g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  }
}

static void
run (GRand *rand, GPtrArray *examples, int n_runs)
{
  for (int i = 0; i < n_runs; i++) {
    GBytes *example = g_ptr_array_index (examples, (guint) i % examples->len);
    GByteArray *bytes = g_byte_array_new ();
    guint8 *exact = NULL;

    g_byte_array_append (bytes, g_bytes_get_data (example, NULL), (guint) g_bytes_get_size (example));
    for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
      change (rand, bytes, examples);
    /* Of exactly this size, so that a read behind it is seen. */
    exact = g_memdup2 (bytes->data, bytes->len);
    LLVMFuzzerTestOneInput (exact, bytes->len);
    g_free (exact);
    g_byte_array_unref (bytes);
  }
}

int
main (int argc, char **argv)
{
  int runs = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 1000000 : 10000;
  guint32 seed = g_random_int ();
  const char *folder = NULL;
  g_autoptr (GPtrArray) examples = fuzz_examples ();
  GRand *rand = NULL;

  for (int i = 1; i + 1 < argc; i += 2) {
    if (g_str_equal (argv[i], "--runs"))
      runs = atoi (argv[i + 1]);
    else if (g_str_equal (argv[i], "--seed"))
      seed = (guint32) g_ascii_strtoull (argv[i + 1], NULL, 10);
    else if (g_str_equal (argv[i], "--write-examples"))
      folder = argv[i + 1];
  }
  if (folder != NULL) {
    write_examples (folder, examples);
    return 0;
  }
  g_print ("1..1\n# --seed %u --runs %d\n", seed, runs);
  rand = g_rand_new_with_seed (seed);
  run (rand, examples, runs);
  g_rand_free (rand);
  g_print ("ok 1 - %d inputs\n", runs);
  return 0;
}
