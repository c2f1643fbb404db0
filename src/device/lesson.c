/* Every key counts here, however slow it is: a scanner that is not recognised is the one that is learned. */
#include "device/lesson.h"

#include <string.h>

#define ENTER     36
#define PAD_ENTER 104
#define TAB       23

#define LEAST_GAP  35
#define MOST_GAP   50 /* fingers are that quick */
#define SLOW_GAP   200
#define MOST_TEXT  256

struct _SalonLesson {
  GString *text;
  GArray *gaps; /* guint, ms */
  guint32 last;
  gboolean ended;
};

/**
 * salon_lesson_new:
 *
 * Returns: (transfer full): nothing came yet
 */
SalonLesson *
salon_lesson_new (void)
{
  SalonLesson *self = g_new0 (SalonLesson, 1);

  self->text = g_string_new (NULL);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * salon_lesson_free: it is not looked at any more
 */
void
salon_lesson_free (SalonLesson *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->gaps);
  g_free (self);
}

/**
 * salon_lesson_result_free: frees it
 */
void
salon_lesson_result_free (SalonLessonResult *self)
{
  g_free (self->text);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

/**
 * salon_lesson_press:
 * @keycode: as of salon_wedge_press()
 * @time: of the event, ms
 *
 * Returns: whether the code ends by it
 */
gboolean
salon_lesson_press (SalonLesson *self, guint keycode, SalonWedgeMods mods, guint32 time)
{
  char c = salon_wedge_char (keycode, (mods & SALON_WEDGE_SHIFT) != 0);

  if (keycode == ENTER || keycode == PAD_ENTER || keycode == TAB) {
    self->ended = self->text->len > 0;
    return self->ended;
  }
  if (c == '\0' || (mods & ~SALON_WEDGE_SHIFT) != 0 || self->text->len >= MOST_TEXT)
    return FALSE;
  if (self->text->len > 0) {
    guint gap = time - self->last;

    g_array_append_val (self->gaps, gap);
  }
  g_string_append_c (self->text, c);
  self->last = time;
  return FALSE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
read_gaps (SalonLesson *self, SalonLessonResult *result)
{
  if (self->gaps->len == 0)
    return;
  g_array_sort (self->gaps, compare);
  result->median_ms = g_array_index (self->gaps, guint, self->gaps->len / 2);
  result->longest_ms = g_array_index (self->gaps, guint, self->gaps->len - 1);
}

/* Half as much again as it needs, in steps of five.  More than fingers need only where a prefix tells it from them. */
static guint
propose_gap (const SalonLessonResult *result)
{
  guint gap = (result->median_ms * 3 / 2 + 4) / 5 * 5;

  return CLAMP (gap, LEAST_GAP, result->prefix != NULL ? SLOW_GAP : MOST_GAP);
}

static void
split (SalonLessonResult *result, const char *expected)
{
  const char *at = strstr (result->text, expected);

  result->matches = at != NULL;
  if (at == NULL)
    return;
  if (at > result->text)
    result->prefix = g_strndup (result->text, (gsize) (at - result->text));
  if (at[strlen (expected)] != '\0')
    result->suffix = g_strdup (at + strlen (expected));
}

/**
 * salon_lesson_finish:
 * @expected: (nullable): the number that stands below the bars
 *
 * Returns: (transfer full): what came, and what fits it
 */
SalonLessonResult *
salon_lesson_finish (SalonLesson *self, const char *expected)
{
  SalonLessonResult *result = g_new0 (SalonLessonResult, 1);

  result->text = g_strdup (self->text->str);
  result->n_keys = (guint) self->text->len;
  result->ended = self->ended;
  read_gaps (self, result);
  result->length = CLAMP (result->n_keys, 2, SALON_WEDGE_LENGTH);
  if (expected != NULL && *expected != '\0')
    split (result, expected);
  else
    result->matches = TRUE;
  result->gap_ms = propose_gap (result);
  return result;
}
