/* What is learned from one code. */
#include "device/lesson.h"

static SalonLessonResult *
learn (const guint *keycodes, guint n, guint gap, gboolean enter, const char *expected)
{
  g_autoptr (SalonLesson) lesson = salon_lesson_new ();
  guint32 now = 1000;

  for (guint i = 0; i < n; i++, now += gap)
    g_assert_false (salon_lesson_press (lesson, keycodes[i], 0, now));
  if (enter)
    g_assert_true (salon_lesson_press (lesson, 36, 0, now));
  return salon_lesson_finish (lesson, expected);
}

static const guint keys[] = { 53, 10, 11, 12, 13, 14, 15, 16, 61 }; /* x1234567/ */

static void
test_quick (void)
{
  g_autoptr (SalonLessonResult) result = learn (keys, 9, 8, TRUE, "1234567");

  g_assert_cmpstr (result->text, ==, "x1234567/");
  g_assert_cmpuint (result->n_keys, ==, 9);
  g_assert_cmpuint (result->median_ms, ==, 8);
  g_assert_cmpuint (result->gap_ms, ==, 35);
  g_assert_cmpuint (result->length, ==, 6);
  g_assert_cmpstr (result->prefix, ==, "x");
  g_assert_cmpstr (result->suffix, ==, "/");
  g_assert_true (result->ended && result->matches);
}

static void
test_slow (void)
{
  g_autoptr (SalonLessonResult) result = learn (keys, 5, 51, FALSE, NULL);

  g_assert_cmpuint (result->median_ms, ==, 51);
  g_assert_cmpuint (result->gap_ms, ==, 50);
  g_assert_cmpuint (result->length, ==, 5);
  g_assert_null (result->prefix);
  g_assert_false (result->ended);
  g_assert_true (result->matches);
  salon_lesson_result_free (g_steal_pointer (&result));
  result = learn (keys, 9, 51, TRUE, "1234567"); /* its prefix tells it from fingers */
  g_assert_cmpuint (result->gap_ms, ==, 80);
}

static void
test_other_number (void)
{
  g_autoptr (SalonLessonResult) result = learn (keys, 9, 8, TRUE, "7654321");
  g_autoptr (SalonLessonResult) nothing = learn (keys, 0, 8, FALSE, "1");

  g_assert_false (result->matches);
  g_assert_null (result->prefix);
  g_assert_cmpuint (nothing->n_keys, ==, 0);
  g_assert_false (nothing->matches);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/quick", test_quick);
  g_test_add_func ("/lesson/slow", test_slow);
  g_test_add_func ("/lesson/other-number", test_other_number);
  return g_test_run ();
}
