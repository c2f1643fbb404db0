/* The designs that come with the program: files in data/cards, built in.  Their names and the words on them are in the user's
 * language when they are loaded; a salon that takes one has it in that language from then on. */
#include "config.h"
#include "card/shipped.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "card/design-parts.h"

#define FOLDER "/org/salondesk/SalonDesk/cards/"

static const SalonShippedDesign designs[] = {
  { "evening", N_("Evening") },
  { "linen", N_("Linen") },
  { "garden", N_("Garden") },
};

/* What is written on them; translators keep the braces as they are. */
static const char *const words[] = {
  N_("Valid until {valid_until}"),
};

/**
 * salon_card_shipped:
 * @n: (out): how many
 *
 * Returns: (transfer none): all
 */
const SalonShippedDesign *
salon_card_shipped (guint *n)
{
  *n = G_N_ELEMENTS (designs);
  return designs;
}

static void
translate_side (SalonCardDesign *design, int side)
{
  for (guint i = 0; i < design->elements[side]->len; i++) {
    SalonCardElement *element = design->elements[side]->pdata[i];

    salon_card_element_set_text (&element->name, ""); /* lists call it by what it shows */
    for (guint w = 0; w < G_N_ELEMENTS (words); w++)
      if (g_str_equal (element->text, words[w]))
        salon_card_element_set_text (&element->text, _(words[w]));
  }
}

static const SalonShippedDesign *
find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (designs); i++)
    if (g_str_equal (designs[i].id, id))
      return &designs[i];
  return NULL;
}

/**
 * salon_card_shipped_load:
 * @id: see salon_card_shipped()
 *
 * Returns: (transfer full) (nullable): that design in the user's language
 */
SalonCardDesign *
salon_card_shipped_load (const char *id, GError **error)
{
  const SalonShippedDesign *shipped = find (id);
  g_autofree char *path = g_strconcat (FOLDER, id, ".json", NULL);
  g_autoptr (GBytes) file = shipped != NULL ? g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL) : NULL;
  SalonCardDesign *design = NULL;

  if (file == NULL) {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("There is no design “%s”."), id);
    return NULL;
  }
  design = salon_card_design_parse (g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), error);
  if (design == NULL)
    return NULL;
  salon_card_element_set_text (&design->name, _(shipped->name));
  translate_side (design, SALON_CARD_FRONT);
  translate_side (design, SALON_CARD_BACK);
  return design;
}
