/* Which names of categories are shown.  What all of them share, the year, stands once below; then every second, third …
 * name is shown.  People and services are no sequence, from which one could be left out: theirs take two lines and are cut. */
#include "report/chart-categories.h"

#include <string.h>

/* A name of which less can be seen says nothing. */
#define NARROWEST 44.0
#define GAP       9.0
#define OVER      3.0 /* a name begins so far left of the axis, no more: there stand the values */
#define NAME_GAP  5.0

struct _SalonCategories {
  SalonChartPlan *plan;
  guint n;
  double slot;
  double widest; /* no name is wider */
  guint every;
  GPtrArray *names; /* char *: the upper line */
  GPtrArray *below; /* char *: the lower line; empty if there is none */
  gboolean has_years;
  gboolean has_two_lines;
  gboolean has_title;
};

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
      g_ptr_array_set_size (self->names, 0);
      g_ptr_array_set_size (self->below, 0);
      return FALSE;
    }
    g_ptr_array_add (self->names, rest);
    g_ptr_array_add (self->below, year);
  }
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
    double width = MIN (width_of (self, self->names->pdata[i]), self->widest);
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

static void
add_wrapped (SalonCategories *self, const char *name, double width)
{
  SalonScene *scene = self->plan->scene;
  const char *best = NULL;

  for (const char *space = strchr (name, ' '); space != NULL; space = strchr (space + 1, ' ')) {
    g_autofree char *head = g_strndup (name, (gsize) (space - name));

    if (best == NULL || width_of (self, head) <= width)
      best = space;
  }
  if (best == NULL || width_of (self, name) <= width) {
    g_ptr_array_add (self->names, salon_scene_shorten (scene, SALON_TEXT_TICK, name, width));
    g_ptr_array_add (self->below, g_strdup (""));
  } else {
    g_autofree char *head = g_strndup (name, (gsize) (best - name));

    g_ptr_array_add (self->names, salon_scene_shorten (scene, SALON_TEXT_TICK, head, width));
    g_ptr_array_add (self->below, salon_scene_shorten (scene, SALON_TEXT_TICK, best + 1, width));
    self->has_two_lines = TRUE;
  }
}

static void
add_all_wrapped (SalonCategories *self)
{
  for (guint i = 0; i < self->n; i++)
    add_wrapped (self, salon_plan_category (self->plan, i), self->slot - NAME_GAP * self->plan->scale);
}

static gboolean
is_whole (const SalonCategories *self, guint i)
{
  const char *below = self->below->pdata[i];
  g_autofree char *both = g_strconcat (self->names->pdata[i], *below != '\0' ? " " : "", below, NULL);

  return strcmp (both, salon_plan_category (self->plan, i)) == 0;
}

static void
add_single (SalonCategories *self)
{
  for (guint i = 0; i < self->n; i++) {
    g_ptr_array_add (self->names, g_strdup (salon_plan_category (self->plan, i)));
    g_ptr_array_add (self->below, g_strdup (""));
  }
}

/* Before some of a sequence are left out: on two lines there may be room for all. */
static void
try_two_lines (SalonCategories *self)
{
  gboolean are_whole = TRUE;

  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->below, 0);
  add_all_wrapped (self);
  for (guint i = 0; i < self->n && are_whole; i++)
    are_whole = is_whole (self, i);
  if (are_whole) {
    self->every = 1;
    return;
  }
  self->has_two_lines = FALSE;
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->below, 0);
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
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->below = g_ptr_array_new_with_free_func (g_free);
  self->has_title = plan->chart->category_title != NULL && salon_plan_is_ordered (plan) && are_short (self);
  self->has_years = split_years (self);
  self->has_two_lines = self->has_years;
  if (!self->has_years && !salon_plan_is_ordered (plan) && self->slot >= NARROWEST * plan->scale) {
    add_all_wrapped (self);
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
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->below);
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

  return line * (1 + self->has_two_lines + self->has_title) + 6 * self->plan->scale;
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
    g_autofree char *name = salon_scene_shorten (scene, SALON_TEXT_TICK, self->names->pdata[i], self->widest);
    const char *below = self->below->pdata[i];
    double left = left_of (self, x, i, width_of (self, name));

    salon_scene_add_text (scene, SALON_TEXT_TICK, ink, name, left, top, 0);
    if ((!self->has_years || !g_str_equal (below, last))
        && salon_scene_add_text (scene, SALON_TEXT_TICK, ink, below, left_of (self, x, i, width_of (self, below)), top + line,
                                 0))
      last = below;
  }
  if (self->has_title)
    salon_scene_add_text (scene, SALON_TEXT_TICK, ink, self->plan->chart->category_title, x + self->n * self->slot / 2,
                          top + line * (1 + self->has_two_lines), 0.5);
}
