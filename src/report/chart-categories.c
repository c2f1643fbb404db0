/* Which names of categories are shown.  What all of them share, the year, stands once below; then every second, third …
 * name is shown.  People and services are no sequence, from which one could be left out: theirs take up to three lines. */
#include "report/chart-categories.h"

#include <string.h>

#include "report/chart-wrap.h"

/* A name of which less can be seen says nothing. */
#define NARROWEST 44.0
#define GAP       9.0
#define OVER      3.0 /* a name begins so far left of the axis, no more: there stand the values */
#define NAME_GAP  5.0
#define MOST_LINES 3
#define TALL       160.0 /* lower charts have two lines */

struct _SalonCategories {
  SalonChartPlan *plan;
  guint n;
  double slot;
  double widest; /* no name is wider */
  guint every;
  GPtrArray *lines[MOST_LINES]; /* char *: of each name, from above; empty if it has no such line */
  guint n_lines;
  gboolean has_years;
  gboolean has_title;
};

static void
clear (SalonCategories *self)
{
  for (guint i = 0; i < MOST_LINES; i++)
    g_ptr_array_set_size (self->lines[i], 0);
  self->n_lines = 1;
}

static const char *
line_of (const SalonCategories *self, guint line, guint category)
{
  return category < self->lines[line]->len ? self->lines[line]->pdata[category] : "";
}

/* ---- years */

static gboolean
starts_with_year (const char *text)
{
  return strspn (text, "0123456789") == 4 && (text[4] == '\0' || strchr (" .,", text[4]) != NULL);
}

/* "June 2025" → "June", "2025". */
static gboolean
split_last (const char *name, char **rest, char **year)
{
  const char *space = strrchr (name, ' ');

  if (space == NULL || strlen (space + 1) != 4 || !starts_with_year (space + 1))
    return FALSE;
  *year = g_strdup (space + 1);
  *rest = g_strndup (name, (gsize) (space - name));
  if (g_str_has_suffix (*rest, ","))
    (*rest)[strlen (*rest) - 1] = '\0';
  return TRUE;
}

static const char *
skip_words (const char *text, guint n)
{
  for (guint i = 0; i < n && text != NULL; i++) {
    text = strchr (text, ' ');
    text = text != NULL ? text + 1 : NULL;
  }
  return text;
}

/* "2025. gada jūnijs" → "jūnijs", "2025", when the two have @words in common. */
static gboolean
split_first (const char *name, guint words, char **rest, char **year)
{
  const char *after = skip_words (name, words);

  if (!starts_with_year (name) || after == NULL)
    return FALSE;
  *year = g_strndup (name, 4);
  *rest = g_strdup (after);
  return TRUE;
}

/* With how many words all names begin that follow one of the same year. */
static guint
common_words (const SalonChartPlan *plan, guint n)
{
  guint words = 2;

  for (guint i = 1; i < n; i++) {
    const char *a = salon_plan_category (plan, i - 1);
    const char *b = salon_plan_category (plan, i);
    const char *end = skip_words (a, words);
    gsize length = end != NULL ? (gsize) (end - a) : 0;

    if (strncmp (a, b, 4) == 0 && (length == 0 || strncmp (a, b, length) != 0))
      words = 1;
  }
  return words;
}

static gboolean
split_years (SalonCategories *self)
{
  guint words = common_words (self->plan, self->n);

  for (guint i = 0; i < self->n; i++) {
    char *rest = NULL;
    char *year = NULL;
    const char *name = salon_plan_category (self->plan, i);

    if (!split_last (name, &rest, &year) && !split_first (name, words, &rest, &year)) {
      clear (self);
      return FALSE;
    }
    g_ptr_array_add (self->lines[0], rest);
    g_ptr_array_add (self->lines[1], year);
  }
  self->n_lines = 2;
  return TRUE;
}

/* ---- how many */

static double
width_of (const SalonCategories *self, const char *text)
{
  return salon_scene_text_width (self->plan->scene, SALON_TEXT_TICK, text);
}

/* Where a name begins if the first slot does at @x: under the middle of its slot, but inside of the picture. */
static double
left_of (const SalonCategories *self, double x, guint category, double width)
{
  double middle = x + (category + 0.5) * self->slot;

  return CLAMP (middle - width / 2, x - OVER, MAX (salon_scene_width (self->plan->scene) - width, x - OVER));
}

static gboolean
fits_every (const SalonCategories *self, double x, guint every)
{
  double end = -GAP * self->plan->scale;

  for (guint i = 0; i < self->n; i += every) {
    double width = MIN (width_of (self, line_of (self, 0, i)), self->widest);
    double left = left_of (self, x, i, width);

    if (left < end + GAP * self->plan->scale || left + width > salon_scene_width (self->plan->scene))
      return FALSE;
    end = left + width;
  }
  return TRUE;
}

static void
thin_out (SalonCategories *self, double x)
{
  static const guint steps[] = { 1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 180, 365, 730, 1461, 3650, 7300 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    self->every = steps[i];
    if (self->every >= self->n || (self->every * self->slot > 2 * GAP * self->plan->scale && fits_every (self, x, self->every)))
      return;
  }
  self->every = self->n;
}

/* ---- names that are no sequence */

/* Whether all of them have room. */
static gboolean
add_wrapped (SalonCategories *self, guint most)
{
  gboolean are_whole = TRUE;

  clear (self);
  for (guint i = 0; i < self->n; i++) {
    g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

    are_whole &= salon_name_wrap (self->plan->scene, SALON_TEXT_TICK, salon_plan_category (self->plan, i),
                                  self->slot - NAME_GAP * self->plan->scale, most, lines);
    for (guint j = 0; j < MOST_LINES; j++)
      g_ptr_array_add (self->lines[j], g_strdup (j < lines->len ? lines->pdata[j] : ""));
    self->n_lines = MAX (self->n_lines, lines->len);
  }
  return are_whole;
}

static void
add_single (SalonCategories *self)
{
  clear (self);
  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (self->lines[0], g_strdup (salon_plan_category (self->plan, i)));
}

/* Before some of a sequence are left out: on two lines there may be room for all. */
static void
try_two_lines (SalonCategories *self)
{
  if (add_wrapped (self, 2))
    self->every = 1;
  else
    add_single (self);
}

static gboolean
are_short (const SalonCategories *self)
{
  for (guint i = 0; i < self->n; i++)
    if (g_utf8_strlen (salon_plan_category (self->plan, i), -1) > 3)
      return FALSE;
  return self->n > 0;
}

/**
 * salon_categories_fit:
 * @width: of all categories together
 *
 * Returns: (transfer full): the names that are shown; @plan must live as long
 */
SalonCategories *
salon_categories_fit (SalonChartPlan *plan, double width)
{
  SalonCategories *self = g_new0 (SalonCategories, 1);
  double x = plan->room.x + plan->room.width - width;

  self->plan = plan;
  self->n = salon_plan_n_categories (plan);
  self->slot = width / MAX (self->n, 1);
  self->every = 1;
  self->widest = plan->room.width / 3;
  for (guint i = 0; i < MOST_LINES; i++)
    self->lines[i] = g_ptr_array_new_with_free_func (g_free);
  self->n_lines = 1;
  self->has_title = plan->chart->category_title != NULL && plan->chart->is_ordered && are_short (self);
  self->has_years = split_years (self);
  if (!self->has_years && !plan->chart->is_ordered && self->slot >= NARROWEST * plan->scale) {
    add_wrapped (self, plan->room.height >= TALL * plan->scale ? MOST_LINES : 2);
    return self;
  }
  if (!self->has_years)
    add_single (self);
  thin_out (self, x);
  if (self->every > 1 && !self->has_years && self->slot >= NARROWEST * plan->scale)
    try_two_lines (self);
  return self;
}

/**
 * salon_categories_free:
 * @self: (transfer full):
 */
void
salon_categories_free (SalonCategories *self)
{
  for (guint i = 0; i < MOST_LINES; i++)
    g_ptr_array_unref (self->lines[i]);
  g_free (self);
}

/**
 * salon_categories_height:
 *
 * Returns: what they need below the axis
 */
double
salon_categories_height (const SalonCategories *self)
{
  double line = salon_scene_line_height (self->plan->scene, SALON_TEXT_TICK);

  return line * (self->n_lines + self->has_title) + 6 * self->plan->scale;
}

/**
 * salon_categories_add:
 * @x: where the first category begins
 * @y: of the axis
 */
void
salon_categories_add (const SalonCategories *self, double x, double y)
{
  SalonScene *scene = self->plan->scene;
  SalonInk ink = self->plan->palette.ink_2;
  double line = salon_scene_line_height (scene, SALON_TEXT_TICK);
  double top = y + 6 * self->plan->scale;
  const char *last = "";

  for (guint i = 0; i < self->n; i += self->every) {
    for (guint j = 0; j < self->n_lines; j++) {
      g_autofree char *text = salon_scene_shorten (scene, SALON_TEXT_TICK, line_of (self, j, i), self->widest);
      double left = left_of (self, x, i, width_of (self, text));
      gboolean is_year = self->has_years && j == 1;

      if (is_year && g_str_equal (text, last))
        continue;
      if (salon_scene_add_text (scene, SALON_TEXT_TICK, ink, text, left, top + j * line, 0) && is_year)
        last = line_of (self, j, i);
    }
  }
  if (self->has_title)
    salon_scene_add_text (scene, SALON_TEXT_TICK, ink, self->plan->chart->category_title, x + self->n * self->slot / 2,
                          top + line * self->n_lines, 0.5);
}
