/* The client of the picture decoder: with the real one, and with false ones that lie, hang or die. */
#include "base/image-decode.h"
#include "base/error.h"
#include "base/image-frame.h"
#include "tests/support/pictures.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A false decoder in a folder of its own. */
typedef struct {
  char *folder;
  char *program;
  char *real;
} Fake;

static void
fake_set_up (Fake *fake, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fake->folder = g_dir_make_tmp ("salon-XXXXXX", &error);
  g_assert_no_error (error);
  fake->program = g_build_filename (fake->folder, SALON_IMAGE_PROGRAM, NULL);
  fake->real = g_strdup (g_getenv ("SALON_LIBEXECDIR"));
  g_setenv ("SALON_LIBEXECDIR", fake->folder, TRUE);
}

static void
fake_tear_down (Fake *fake, gconstpointer data)
{
  static const char *const names[] = { SALON_IMAGE_PROGRAM, "frame", "pid", "ready" };

  g_setenv ("SALON_LIBEXECDIR", fake->real, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (fake->folder, names[i], NULL);

    (void) g_unlink (path);
  }
  g_assert_cmpint (g_rmdir (fake->folder), ==, 0);
  g_free (fake->folder);
  g_free (fake->program);
  g_free (fake->real);
}

/* @script: shell text; its working folder is the false decoder's */
static void
fake_write (Fake *fake, const char *script)
{
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\ncd '%s'\n%s\n", fake->folder, script);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (fake->program, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
}

static gboolean
decode (GBytes *file, SalonImage **image, GError **error)
{
  return salon_image_decode (file, SALON_IMAGE_TIME_LIMIT_MS, NULL, image, error);
}

static void
assert_refused (GBytes *file, const char *sentence)
{
  g_autoptr (SalonImage) image = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (decode (file, &image, &error));
  g_assert_null (image);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, "photo");
  if (strstr (error->message, sentence) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, sentence);
}

static void
assert_decoder_failed (const char *sentence)
{
  g_autoptr (GBytes) file = test_picture_make ("png", 10, 10);
  g_autoptr (SalonImage) image = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (decode (file, &image, &error));
  g_assert_null (image);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_IO);
  if (strstr (error->message, sentence) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, sentence);
}

static void
test_good (void)
{
  g_autoptr (GBytes) file = test_picture_make ("jpeg", 1600, 1000);
  g_autoptr (SalonImage) image = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (decode (file, &image, &error));
  g_assert_no_error (error);
  g_assert_cmpint (image->width, ==, 800);
  g_assert_cmpint (image->height, ==, 500);
  test_picture_assert_colour (image->view, 0.1, 0.9, 0x0000ff, 6);
  test_picture_assert_colour (image->thumb, 0.1, 0.9, 0x0000ff, 6);
}

static void
test_sixty_megapixels (void)
{
  g_autoptr (GBytes) file = test_picture_huge_png (6000, 10000, TRUE);
  g_autoptr (SalonImage) image = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (decode (file, &image, &error));
  g_assert_no_error (error);
  g_assert_cmpint (image->width, ==, 480);
  g_assert_cmpint (image->height, ==, 800);
}

static void
test_sentences (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("not a photo", 11);
  g_autoptr (GBytes) png = test_picture_make ("png", 60, 60);
  g_autoptr (GBytes) cut_png = test_picture_cut (png, g_bytes_get_size (png) - 20);
  g_autoptr (GBytes) jpeg = test_picture_make ("jpeg", 60, 60);
  g_autoptr (GBytes) cut_jpeg = test_picture_cut (jpeg, g_bytes_get_size (jpeg) / 2);
  g_autoptr (GBytes) bomb = test_picture_huge_png (100000, 100000, FALSE);
  g_autoptr (GBytes) wide = test_picture_huge_png (70000, 10, FALSE);
  g_autoptr (GBytes) svg = test_picture_svg ();
  g_autoptr (GBytes) long_file = g_bytes_new_take (g_malloc0 (SALON_IMAGE_MAX_FILE + 1), SALON_IMAGE_MAX_FILE + 1);

  assert_refused (nothing, "This file is not a picture.");
  assert_refused (text, "This file is not a picture.");
  assert_refused (cut_png, "The picture is damaged");
  assert_refused (cut_jpeg, "The picture is damaged");
  assert_refused (bomb, "100000 × 100000 is 10000 megapixels; at most 80 megapixels can be read.");
  assert_refused (wide, "70000 × 10; at most 65535 pixels a side");
  assert_refused (svg, "Pictures of the kind SVG cannot be read.");
  assert_refused (long_file, "too large: 33 MB; at most 32 MB");
}

static void
test_missing (Fake *fake, gconstpointer data)
{
  assert_decoder_failed ("a part of the program is missing");
  g_assert_true (g_file_set_contents (fake->program, "#!/nowhere\n", -1, NULL));
  assert_decoder_failed ("a part of the program is missing");
  g_assert_cmpint (g_chmod (fake->program, 0700), ==, 0);
  assert_decoder_failed ("could not be started");
}

static void
test_dies (Fake *fake, gconstpointer data)
{
  static const char *const signals[] = { "KILL", "SEGV", "ABRT", "XCPU" };
  g_autoptr (GBytes) file = test_picture_make ("png", 10, 10);

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++) {
    g_autofree char *script = g_strdup_printf ("kill -%s $$", signals[i]);

    fake_write (fake, script);
    assert_refused (file, "too much memory or time");
  }
}

static int
read_pid (Fake *fake)
{
  g_autofree char *path = g_build_filename (fake->folder, "pid", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return (int) g_ascii_strtoll (text, NULL, 10);
}

static void
test_hangs (Fake *fake, gconstpointer data)
{
  static const char *const silent[] = { "/bin/sleep", "600", NULL };
  g_autoptr (GBytes) file = test_picture_make ("png", 10, 10);
  g_autoptr (GSubprocess) bystander = g_subprocess_newv (silent, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_autoptr (SalonImage) image = NULL;
  g_autoptr (GError) error = NULL;

  fake_write (fake, "echo $$ > pid; exec sleep 600");
  g_assert_false (salon_image_decode (file, 300, NULL, &image, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_nonnull (strstr (error->message, "too much memory or time"));
  g_assert_cmpint (kill (read_pid (fake), 0), ==, -1);
  g_assert_cmpint (errno, ==, ESRCH);
  g_assert_nonnull (g_subprocess_get_identifier (bystander));
  g_subprocess_force_exit (bystander);
  g_assert_true (g_subprocess_wait (bystander, NULL, NULL));
}

typedef struct {
  char *fifo;
  GCancellable *cancellable;
} Canceller;

/* Opening waits until the decoder writes to the fifo, so it runs by then. */
static gpointer
cancel_when_it_runs (gpointer data)
{
  Canceller *canceller = data;
  int fd = open (canceller->fifo, O_RDONLY);

  g_assert_cmpint (fd, >=, 0);
  g_cancellable_cancel (canceller->cancellable);
  close (fd);
  return NULL;
}

static void
test_cancel (Fake *fake, gconstpointer data)
{
  g_autoptr (GBytes) file = test_picture_make ("png", 10, 10);
  g_autofree char *fifo = g_build_filename (fake->folder, "ready", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SalonImage) image = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  Canceller canceller = { fifo, cancellable };
  GThread *thread = NULL;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  fake_write (fake, "echo $$ > pid; : > ready; exec sleep 600");
  thread = g_thread_new ("canceller", cancel_when_it_runs, &canceller);
  g_assert_false (salon_image_decode (file, 60000, cancellable, &image, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (kill (read_pid (fake), 0), ==, -1);
  g_assert_false (salon_image_decode (file, 60000, cancellable, &image, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A frame with bodies "ÿØ..ÿÙ" of four bytes each, which is right but for what a case changes. */
static void
fake_answer (Fake *fake, int word, guint32 value, gsize length, int status)
{
  guint32 words[SALON_IMAGE_N_WORDS + 3] = { SALON_IMAGE_MAGIC, 0, 10, 10, 0x504e4720, 1, 1, 4, 1, 1, 4, 0 };
  g_autofree char *path = g_build_filename (fake->folder, "frame", NULL);
  g_autofree char *script = g_strdup_printf ("cat frame; exit %d", status);

  words[word] = value;
  words[SALON_IMAGE_N_WORDS] = word < SALON_IMAGE_N_WORDS ? 0xffd8ffd9u : value;
  words[SALON_IMAGE_N_WORDS + 1] = 0xffd8ffd9u;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    words[i] = GUINT32_TO_BE (words[i]);
  g_assert_true (g_file_set_contents (path, (const char *) words, (gssize) length, NULL));
  fake_write (fake, script);
}

static void
test_lies (Fake *fake, gconstpointer data)
{
  const gsize whole = 4 * (SALON_IMAGE_N_WORDS + 2);
  static const struct {
    int word;
    guint32 value;
  } lies[] = {
    { SALON_IMAGE_WORD_MAGIC, 0x53444930 },
    { SALON_IMAGE_WORD_STATUS, SALON_IMAGE_DAMAGED },
    { SALON_IMAGE_WORD_THUMB_WIDTH, 0 },
    { SALON_IMAGE_WORD_THUMB_HEIGHT, 193 },
    { SALON_IMAGE_WORD_THUMB_LENGTH, 5 },
    { SALON_IMAGE_WORD_THUMB_LENGTH, 0xffffffff },
    { SALON_IMAGE_WORD_VIEW_WIDTH, 801 },
    { SALON_IMAGE_WORD_VIEW_HEIGHT, 0 },
    { SALON_IMAGE_WORD_VIEW_LENGTH, 3 },
    { SALON_IMAGE_WORD_VIEW_LENGTH, 0xfffffffc },
    { SALON_IMAGE_N_WORDS, 0x89504e47 },
  };
  g_autoptr (GBytes) file = test_picture_make ("png", 10, 10);
  g_autoptr (SalonImage) image = NULL;
  g_autoptr (GError) error = NULL;

  fake_answer (fake, SALON_IMAGE_WORD_RESERVED, 0, whole, 0);
  g_assert_true (decode (file, &image, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (lies); i++) {
    fake_answer (fake, lies[i].word, lies[i].value, whole, 0);
    assert_decoder_failed ("the program part that reads pictures failed");
  }
  for (gsize length = 0; length <= whole + 4; length += 4) {
    fake_answer (fake, SALON_IMAGE_WORD_RESERVED, 0, length, 0);
    if (length != whole)
      assert_decoder_failed ("the program part that reads pictures failed");
  }
  fake_answer (fake, SALON_IMAGE_WORD_STATUS, 77, whole, 77);
  assert_decoder_failed ("the program part that reads pictures failed");
}

static void
test_garbage_without_end (Fake *fake, gconstpointer data)
{
  fake_write (fake, "exec cat /dev/zero");
  assert_decoder_failed ("the program part that reads pictures failed");
  fake_write (fake, "echo Hello; exit 2");
  assert_decoder_failed ("the program part that reads pictures failed");
}

/* What a kind is called goes into a sentence: nothing but letters may come through. */
static void
test_kind_is_not_trusted (Fake *fake, gconstpointer data)
{
  g_autoptr (GBytes) file = test_picture_make ("png", 10, 10);

  fake_answer (fake, SALON_IMAGE_WORD_KIND, 0x1b5b334a, 4 * SALON_IMAGE_N_WORDS, SALON_IMAGE_OK);
  assert_decoder_failed ("failed");
  fake_write (fake, "printf 'SDI1\\000\\000\\000\\006%8s\\033[3J%28s' '' ''; exit 6");
  assert_refused (file, "Pictures of this kind cannot be read.");
}

static void
assert_file_refused (const char *path, const char *sentence)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_image_load_file (file, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, "photo");
  if (strstr (error->message, sentence) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, sentence);
}

static void
test_load_file (Fake *fake, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fake->folder, "frame", NULL);
  g_autofree char *fifo = g_build_filename (fake->folder, "ready", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  assert_file_refused (path, "No such file");
  assert_file_refused (fake->folder, "This file is not a picture.");
  assert_file_refused ("/dev/zero", "This file is not a picture.");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_file_refused (fifo, "This file is not a picture.");
  g_assert_true (g_file_set_contents (path, "some bytes", -1, NULL));
  bytes = salon_image_load_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "some bytes", 10);
  g_assert_cmpint (truncate (path, SALON_IMAGE_MAX_FILE), ==, 0);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = salon_image_load_file (file, NULL, &error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, SALON_IMAGE_MAX_FILE);
  g_assert_cmpint (truncate (path, SALON_IMAGE_MAX_FILE + 1), ==, 0);
  assert_file_refused (path, "too large: 33 MB; at most 32 MB");
}

/* A good file with some bytes changed, removed or doubled. */
static GBytes *
mutated (GBytes *file, GRand *rand)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (file, NULL), (guint) g_bytes_get_size (file));
  for (int i = g_rand_int_range (rand, 1, 9); i > 0 && bytes->len > 0; i--) {
    guint at = (guint) g_rand_int_range (rand, 0, (int) bytes->len);
    guint n = (guint) g_rand_int_range (rand, 1, 40);

    n = MIN (n, bytes->len - at);
    switch (g_rand_int_range (rand, 0, 6)) {
    case 0:
      g_byte_array_remove_range (bytes, at, n);
      break;
    case 1: {
      g_autofree guint8 *copy = g_memdup2 (bytes->data + at, n);

      g_byte_array_append (bytes, copy, n);
      break;
    }
    default:
      bytes->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
    }
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

typedef struct {
  GPtrArray *files;
  guint32 seed;
  int rounds;
} Mutations;

static gpointer
decode_mutations (gpointer data)
{
  Mutations *mutations = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (mutations->seed);

  for (int i = 0; i < mutations->rounds; i++) {
    g_autoptr (GBytes) file = mutated (g_ptr_array_index (mutations->files, (guint) i % mutations->files->len), rand);
    g_autoptr (SalonImage) image = NULL;
    g_autoptr (GError) error = NULL;

    if (decode (file, &image, &error)) {
      g_assert_no_error (error);
      g_assert_nonnull (image);
      continue;
    }
    g_assert_null (image);
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "photo");
  }
  return NULL;
}

/* Two threads at a time, as the program may do. */
static void
test_mutations (void)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Mutations halves[2];
  GThread *threads[2];

  g_ptr_array_add (files, test_picture_make ("jpeg", 200, 150));
  g_ptr_array_add (files, test_picture_make ("png", 200, 150));
  g_ptr_array_add (files, test_picture_make ("bmp", 20, 15));
  g_ptr_array_add (files, test_picture_gif (TRUE));
  g_ptr_array_add (files, test_picture_with_exif (g_ptr_array_index (files, 0), 6, "place"));
  for (int i = 0; i < 2; i++) {
    halves[i] = (Mutations) { files, (guint32) g_test_rand_int (), 150 };
    threads[i] = g_thread_new ("mutations", decode_mutations, &halves[i]);
  }
  for (int i = 0; i < 2; i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image-decode/good", test_good);
  g_test_add_func ("/image-decode/sixty-megapixels", test_sixty_megapixels);
  g_test_add_func ("/image-decode/sentences", test_sentences);
  g_test_add ("/image-decode/missing", Fake, NULL, fake_set_up, test_missing, fake_tear_down);
  g_test_add ("/image-decode/dies", Fake, NULL, fake_set_up, test_dies, fake_tear_down);
  g_test_add ("/image-decode/hangs", Fake, NULL, fake_set_up, test_hangs, fake_tear_down);
  g_test_add ("/image-decode/cancel", Fake, NULL, fake_set_up, test_cancel, fake_tear_down);
  g_test_add ("/image-decode/lies", Fake, NULL, fake_set_up, test_lies, fake_tear_down);
  g_test_add ("/image-decode/garbage-without-end", Fake, NULL, fake_set_up, test_garbage_without_end,
              fake_tear_down);
  g_test_add ("/image-decode/kind-is-not-trusted", Fake, NULL, fake_set_up, test_kind_is_not_trusted,
              fake_tear_down);
  g_test_add ("/image-decode/load-file", Fake, NULL, fake_set_up, test_load_file, fake_tear_down);
  g_test_add_func ("/image-decode/mutations", test_mutations);
  return g_test_run ();
}
