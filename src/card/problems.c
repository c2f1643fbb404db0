/* What of a design does not come out as it was meant, in sentences for its maker. */
#include "config.h"
#include "card/draw.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "card/draw-parts.h"

/* Scanners see a bar that reflects less than this share of what its ground reflects. */
#define MOST_REFLECTED 0.4

typedef struct {
  GPtrArray *problems;
  SalonCardSide side;
  const SalonCardElement *element;
} List;

static void G_GNUC_PRINTF (2, 3)
add (const List *list, const char *format, ...)
{
  SalonCardProblem *problem = g_new0 (SalonCardProblem, 1);
  va_list args;

  problem->side = list->side;
  problem->element = list->element != NULL ? list->element->id : 0;
  va_start (args, format);
  problem->sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (list->problems, problem);
}

/**
 * salon_card_problem_free:
 */
void
salon_card_problem_free (SalonCardProblem *problem)
{
  g_free (problem->sentence);
  g_free (problem);
}

static void
unrotated_size (const SalonCardElement *element, double *width, double *height)
{
  gboolean lies = element->rotation % 180 != 0;

  *width = SALON_CARD_POINTS (lies ? element->height : element->width);
  *height = SALON_CARD_POINTS (lies ? element->width : element->height);
}

static void
look_at_fields (const List *list)
{
  g_autofree char *unknown = salon_card_unknown_field (list->element->text);

  if (unknown != NULL)
    add (list, _("A card has no field “%s”; the braces are printed as they stand."), unknown);
}

static void
look_at_text (const List *list, const SalonCardSubject *subject)
{
  g_autofree char *text = salon_card_element_text (list->element, subject);
  SalonCardLetters letters = { NULL, 0, 0, FALSE };
  double width = 0, height = 0;

  look_at_fields (list);
  unrotated_size (list->element, &width, &height);
  letters = salon_card_letters_fit (list->element, text, width, height);
  if (letters.cut)
    add (list, _("“%s” does not fit: make the box larger, the letters smaller, or allow more lines."), text);
  salon_card_letters_clear (&letters);
}

/* As light as a red laser sees it. */
static double
reflected (guint32 color)
{
  return ((color >> 24) * 0.6 + (color >> 16 & 0xff) * 0.3 + (color >> 8 & 0xff) * 0.1) / 255;
}

static void
look_at_colors (const List *list, const SalonCardBackground *ground)
{
  guint32 below = (list->element->fill & 0xff) != 0 ? list->element->fill : ground->fill;

  if (reflected (list->element->color) > MOST_REFLECTED * reflected (below) || list->element->opacity < 100)
    add (list, _("The code cannot be read well: its bars must be much darker than what is below them."));
}

static void
look_at_code (const List *list, const SalonCardBackground *ground, const SalonCardSubject *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCode) code = salon_card_code_of (list->element, subject, &error);
  double width = 0, height = 0;
  SalonCardCodeParts parts;

  look_at_fields (list);
  if (error != NULL)
    add (list, "%s", error->message);
  if (code == NULL)
    return;
  unrotated_size (list->element, &width, &height);
  parts = salon_card_code_parts (list->element, height);
  if (salon_code_n_rows (code) > 1 && !list->element->digits)
    parts.height = height;
  /* Half a dot may be lost on each side, see card/draw-parts.c. */
  if (width < SALON_CARD_POINTS (salon_code_least_width (code) - SALON_CODE_DOT_UM)
      || parts.height < SALON_CARD_POINTS (salon_code_least_height (code) - SALON_CODE_DOT_UM))
    add (list, _("The code is too small to be read: it needs %.1f × %.1f mm at least."),
         ceil (salon_code_least_width (code) / 100) / 10,
         ceil ((salon_code_least_height (code) + (height - parts.height) / SALON_CARD_POINTS (1)) / 100) / 10);
  look_at_colors (list, ground);
}

static void
look_at_place (const List *list)
{
  const SalonCardElement *element = list->element;

  if (element->kind >= SALON_CARD_PICTURE)
    return;
  if (element->x < 0 || element->y < 0 || element->x + element->width > SALON_CARD_WIDTH
      || element->y + element->height > SALON_CARD_HEIGHT)
    add (list, _("It sticks out of the card and will be cut off."));
}

static void
look_at_side (List *list, const SalonCardDesign *design, const SalonCardSubject *subject)
{
  SalonCardBackground ground = salon_card_design_background (design, list->side);

  list->element = NULL;
  if (*ground.picture != '\0' && salon_card_subject_picture (subject, ground.picture) == NULL)
    add (list, _("The picture over the whole side cannot be read. Choose another one."));
  for (guint i = 0; i < salon_card_design_n_elements (design, list->side); i++) {
    list->element = salon_card_design_element (design, list->side, i);
    look_at_place (list);
    if (list->element->kind == SALON_CARD_TEXT)
      look_at_text (list, subject);
    else if (list->element->kind == SALON_CARD_CODE)
      look_at_code (list, &ground, subject);
    else if (list->element->kind == SALON_CARD_PICTURE && salon_card_subject_picture (subject, list->element->picture) == NULL)
      add (list, _("The picture cannot be read. Choose another one."));
  }
}

/**
 * salon_card_problems:
 * @subject: the card that is made, or a sample
 *
 * Returns: (transfer full) (element-type SalonCardProblem): what does not come out as meant; empty = all is well
 */
GPtrArray *
salon_card_problems (const SalonCardDesign *design, const SalonCardSubject *subject)
{
  List list = { g_ptr_array_new_with_free_func ((GDestroyNotify) salon_card_problem_free), SALON_CARD_FRONT, NULL };

  look_at_side (&list, design, subject);
  list.side = SALON_CARD_BACK;
  look_at_side (&list, design, subject);
  return list.problems;
}
