/* Countries, currencies and languages to pick from.  A picker knows ids: a code of two or three letters is one. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/money.h"
#include "gui/pages/settings/countries.h"
#include "gui/widgets/picker-item.h"

static const struct {
  char code[3];
  const char *name;
} countries[] = {
  { "AM", NC_("country", "Armenia") },        { "AT", NC_("country", "Austria") },
  { "AZ", NC_("country", "Azerbaijan") },     { "BY", NC_("country", "Belarus") },
  { "BE", NC_("country", "Belgium") },        { "BG", NC_("country", "Bulgaria") },
  { "CZ", NC_("country", "Czechia") },        { "DK", NC_("country", "Denmark") },
  { "EE", NC_("country", "Estonia") },        { "FI", NC_("country", "Finland") },
  { "FR", NC_("country", "France") },         { "GE", NC_("country", "Georgia") },
  { "DE", NC_("country", "Germany") },        { "HU", NC_("country", "Hungary") },
  { "IE", NC_("country", "Ireland") },        { "IL", NC_("country", "Israel") },
  { "IT", NC_("country", "Italy") },          { "KZ", NC_("country", "Kazakhstan") },
  { "KG", NC_("country", "Kyrgyzstan") },     { "LV", NC_("country", "Latvia") },
  { "LT", NC_("country", "Lithuania") },      { "MD", NC_("country", "Moldova") },
  { "NL", NC_("country", "Netherlands") },    { "NO", NC_("country", "Norway") },
  { "PL", NC_("country", "Poland") },         { "RO", NC_("country", "Romania") },
  { "RU", NC_("country", "Russia") },         { "RS", NC_("country", "Serbia") },
  { "ES", NC_("country", "Spain") },          { "SE", NC_("country", "Sweden") },
  { "CH", NC_("country", "Switzerland") },    { "TR", NC_("country", "Turkey") },
  { "UA", NC_("country", "Ukraine") },        { "GB", NC_("country", "United Kingdom") },
  { "US", NC_("country", "United States") },  { "UZ", NC_("country", "Uzbekistan") },
};

/* Each in its own language: who cannot read the others still finds it. */
static const struct {
  char code[3];
  const char *name;
} languages[] = { { "en", "English" }, { "lv", "Latviešu" }, { "ru", "Русский" } };

static void
append (GListStore *items, const char *code, const char *name, const char *aside)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (salon_code_to_id (code), name, aside, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

static int
by_name (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (((const SalonPickerItem *) a)->text, ((const SalonPickerItem *) b)->text);
}

/**
 * salon_code_to_id:
 * @code: letters, at most seven
 *
 * Returns: a number that stands for them, never 0
 */
gint64
salon_code_to_id (const char *code)
{
  gint64 id = 0;

  for (const char *p = code; *p != '\0'; p++)
    id = id << 8 | (guchar) *p;
  return id;
}

/**
 * salon_code_of_id:
 *
 * Returns: (transfer full): the letters that @id stands for
 */
char *
salon_code_of_id (gint64 id)
{
  char code[9] = "";
  int n = 0;

  for (gint64 rest = id; rest != 0; rest >>= 8)
    n++;
  for (int i = n - 1; i >= 0; i--, id >>= 8)
    code[i] = (char) (id & 0xff);
  return g_strdup (code);
}

/**
 * salon_items_of_countries:
 * @own: (nullable): a code that must be among them
 *
 * Returns: (transfer full): countries by name
 */
GListModel *
salon_items_of_countries (const char *own)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  gboolean found = own == NULL || *own == '\0';

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++) {
    append (items, countries[i].code, g_dpgettext2 (GETTEXT_PACKAGE, "country", countries[i].name), countries[i].code);
    found = found || strcmp (countries[i].code, own) == 0;
  }
  if (!found)
    append (items, own, own, NULL);
  g_list_store_sort (items, by_name, NULL);
  return G_LIST_MODEL (items);
}

/**
 * salon_items_of_currencies:
 *
 * Returns: (transfer full): all currencies by code, with their symbols
 */
GListModel *
salon_items_of_currencies (void)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  guint n = 0;
  const SalonCurrency *const *all = salon_currency_all (&n);

  for (guint i = 0; i < n; i++)
    append (items, all[i]->code, all[i]->code, all[i]->symbol);
  return G_LIST_MODEL (items);
}

/**
 * salon_items_of_languages:
 *
 * Returns: (transfer full): the languages of the program, each in itself
 */
GListModel *
salon_items_of_languages (void)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    append (items, languages[i].code, languages[i].name, NULL);
  return G_LIST_MODEL (items);
}
