/* Everything on a card is drawn from dice of its own, seeded by the salon and the client, so that nothing of
 * a million cards has to be remembered: what a family shares is drawn again from its first member's dice.
 *
 * Mail addresses end in ".example", which nobody can own: a demonstration must not write to real people. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/entities/client-phone.h"
#include "model/entities/custom-value.h"
#include "model/entities/enums.h"
#include "model/services/generate-cards.h"

/* columns of first-names.tsv, surnames.tsv and texts.tsv */
enum { NAME_SEX, NAME_ORIGIN, NAME_ERA, NAME_WEIGHT, NAME_LV, NAME_RU, NAME_EN };
enum { SURNAME_ORIGIN, SURNAME_WEIGHT, SURNAME_LV, SURNAME_RU = 4, SURNAME_EN = 6 };
enum { TEXT_KIND, TEXT_WEIGHT, TEXT_MORE, TEXT_EN };

enum { LATVIAN, RUSSIAN, OTHER, N_ORIGINS };
static const char *const origins[N_ORIGINS] = { "l", "r", "e" };

typedef enum { SCRIPT_LV, SCRIPT_RU, SCRIPT_EN } Script;

struct _SalonCardMaker {
  const SalonPlan *plan;
  guint64 seed;
  SalonDemoTable *names[2][N_ORIGINS]; /* women, men */
  SalonDemoTable *surnames[N_ORIGINS];
  SalonDemoTable *patronymics;
  SalonDemoTable *streets;
  GHashTable *texts; /* kind → SalonDemoTable */
};

static SalonDice
dice_of (const SalonCardMaker *self, guint index, guint64 purpose)
{
  SalonDice dice = { self->seed + (guint64) index * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + purpose };

  salon_dice_next (&dice);
  return dice;
}

static void
load_texts (SalonCardMaker *self)
{
  static const char *const kinds[] = { "source", "tag", "category", "custom", "option", "alert", "note",
                                       "wish",   "cancel", "visit", "phone", "call", "reminder", "regret",
                                       "praise", "complaint", "resolution" };
  g_autoptr (SalonDemoTable) all = salon_demo_table_load ("texts.tsv", TEXT_WEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_hash_table_insert (self->texts, (gpointer) kinds[i], salon_demo_table_select (all, TEXT_KIND, kinds[i]));
}

/**
 * salon_card_maker_new:
 * @plan: borrowed; outlives the maker
 */
SalonCardMaker *
salon_card_maker_new (const SalonPlan *plan, guint64 seed)
{
  SalonCardMaker *self = g_new0 (SalonCardMaker, 1);
  g_autoptr (SalonDemoTable) names = salon_demo_table_load ("first-names.tsv", NAME_WEIGHT);
  g_autoptr (SalonDemoTable) women = salon_demo_table_select (names, NAME_SEX, "f");
  g_autoptr (SalonDemoTable) men = salon_demo_table_select (names, NAME_SEX, "m");
  g_autoptr (SalonDemoTable) surnames = salon_demo_table_load ("surnames.tsv", SURNAME_WEIGHT);

  self->plan = plan;
  self->seed = seed;
  self->patronymics = salon_demo_table_load ("patronymics.tsv", -1);
  self->streets = salon_demo_table_load ("streets.tsv", 0);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) salon_demo_table_free);
  for (int i = 0; i < N_ORIGINS; i++) {
    self->names[0][i] = salon_demo_table_select (women, NAME_ORIGIN, origins[i]);
    self->names[1][i] = salon_demo_table_select (men, NAME_ORIGIN, origins[i]);
    self->surnames[i] = salon_demo_table_select (surnames, SURNAME_ORIGIN, origins[i]);
  }
  load_texts (self);
  return self;
}

/**
 * salon_card_maker_free: frees a maker
 */
void
salon_card_maker_free (SalonCardMaker *self)
{
  for (int i = 0; i < N_ORIGINS; i++) {
    salon_demo_table_free (self->names[0][i]);
    salon_demo_table_free (self->names[1][i]);
    salon_demo_table_free (self->surnames[i]);
  }
  salon_demo_table_free (self->patronymics);
  salon_demo_table_free (self->streets);
  g_hash_table_unref (self->texts);
  g_free (self);
}

/* A row of texts.tsv; the receptionist writes in the salon's language, now and then in another. */
static const char *
draw_text (SalonCardMaker *self, const char *kind, SalonDice *dice, guint *row)
{
  const SalonDemoTable *table = g_hash_table_lookup (self->texts, kind);
  int language = salon_dice_chance (dice, 900) ? (int) self->plan->language : (int) salon_dice_below (dice, 3);

  *row = salon_demo_table_pick (table, dice);
  return salon_demo_table_get (table, *row, TEXT_EN + language);
}

/**
 * salon_card_maker_text:
 * @kind: as in the first column of texts.tsv
 *
 * Returns: (transfer full): one of them
 */
char *
salon_card_maker_text (SalonCardMaker *self, const char *kind, SalonDice *dice)
{
  guint row = 0;

  return g_strdup (draw_text (self, kind, dice, &row));
}

/* ---- names */

static int
draw_origin (SalonDice *dice)
{
  int throw = (int) salon_dice_below (dice, 100);

  return throw < 47 ? LATVIAN : throw < 90 ? RUSSIAN : OTHER;
}

/* Who writes the cards writes names as she hears them: a Russian name in Cyrillic or in Latvian letters. */
static Script
draw_script (const SalonCardMaker *self, SalonDice *dice, int origin)
{
  int throw = (int) salon_dice_below (dice, 100);

  if (origin == RUSSIAN && self->plan->language == SALON_DEMO_RU)
    return throw < 88 ? SCRIPT_RU : SCRIPT_LV;
  if (origin == RUSSIAN && self->plan->language == SALON_DEMO_LV)
    return throw < 80 ? SCRIPT_LV : SCRIPT_RU;
  if (origin == RUSSIAN)
    return throw < 40 ? SCRIPT_RU : throw < 75 ? SCRIPT_EN : SCRIPT_LV;
  if (self->plan->language == SALON_DEMO_RU && throw < 25)
    return SCRIPT_RU;
  return SCRIPT_LV;
}

static gboolean
era_fits (const char *era, int birth_year)
{
  switch (*era) {
  case 'o': return birth_year < 1966;
  case 'm': return birth_year >= 1958 && birth_year < 1992;
  case 'y': return birth_year >= 1985;
  default: return TRUE;
  }
}

static guint
draw_first_name (const SalonDemoTable *table, SalonDice *dice, int birth_year)
{
  guint row = 0;

  for (int tries = 0; tries < 12; tries++) {
    row = salon_demo_table_pick (table, dice);
    if (era_fits (salon_demo_table_get (table, row, NAME_ERA), birth_year))
      break;
  }
  return row;
}

typedef struct {
  int origin;
  Script script;
  guint surname;
  char *phone; /* E.164 */
  char *address;
} Household;

static char *
draw_number (SalonDice *dice)
{
  int throw = (int) salon_dice_below (dice, 1000);

  if (throw < 960)
    return g_strdup_printf ("+3712%07u", salon_dice_below (dice, 10000000));
  if (throw < 975)
    return g_strdup_printf ("+3706%07u", salon_dice_below (dice, 10000000));
  if (throw < 988)
    return g_strdup_printf ("+3725%06u", salon_dice_below (dice, 1000000));
  return g_strdup_printf ("+4474%08u", salon_dice_below (dice, 100000000));
}

static void
draw_household (SalonCardMaker *self, const GArray *clients, guint index, Household *home)
{
  guint root = index;
  SalonDice dice = { 0 };
  guint street = 0;
  int flat = 0;

  while (g_array_index (clients, SalonHabits, root).family >= 0)
    root = (guint) g_array_index (clients, SalonHabits, root).family;
  dice = dice_of (self, root, 1);
  home->origin = draw_origin (&dice);
  home->script = draw_script (self, &dice, home->origin);
  home->surname = salon_demo_table_pick (self->surnames[home->origin], &dice);
  home->phone = draw_number (&dice);
  street = salon_demo_table_pick (self->streets, &dice);
  flat = salon_dice_between (&dice, -20, 90);
  home->address = g_strdup_printf ("%s %d%s%.0d, %s", salon_demo_table_get (self->streets, street, 2),
                                   salon_dice_between (&dice, 1, salon_demo_table_int (self->streets, street, 3)),
                                   flat > 0 ? "–" : "", MAX (flat, 0), salon_demo_table_get (self->streets, street, 1));
}

static void
household_clear (Household *home)
{
  g_free (home->phone);
  g_free (home->address);
}

static int
patronymic_chance (const Household *home, int age)
{
  if (home->origin != RUSSIAN)
    return 0;
  if (home->script != SCRIPT_RU)
    return 25;
  return age > 45 ? 380 : 70;
}

static void
write_names (SalonCardMaker *self, SalonDice *dice, const Household *home, const SalonHabits *habits, int birth_year,
             SalonClient *client)
{
  static const int first_columns[] = { NAME_LV, NAME_RU, NAME_EN };
  static const int surname_columns[] = { SURNAME_LV, SURNAME_RU, SURNAME_EN };
  int man = (habits->flags & SALON_HABIT_MALE) != 0;
  const SalonDemoTable *table = self->names[man][home->origin];
  guint row = draw_first_name (table, dice, birth_year);
  int missing = (int) salon_dice_below (dice, 1000);

  client->gender = man ? SALON_GENDER_MALE : SALON_GENDER_FEMALE;
  client->first_name = g_strdup (salon_demo_table_get (table, row, first_columns[home->script]));
  if (missing >= 60)
    client->surname = g_strdup (salon_demo_table_get (self->surnames[home->origin], home->surname, surname_columns[home->script] + (man ? 0 : 1)));
  if (missing >= 60 && salon_dice_chance (dice, patronymic_chance (home, habits->age)))
    client->patronymic = g_strdup (salon_demo_table_get (self->patronymics, salon_dice_below (dice, salon_demo_table_size (self->patronymics)),
                                                         (int) home->script * 2 + (man ? 0 : 1)));
  if (missing < 12)
    g_clear_pointer (&client->first_name, g_free); /* only a number on a slip of paper */
}

/* ---- ways to reach her */

static char *
ascii_word (const char *text)
{
  g_autofree char *plain = salon_text_search_key (text); /* Latin letters, also of a Cyrillic name */
  GString *word = g_string_new (NULL);

  for (const char *c = plain; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (word, g_ascii_tolower (*c));
  return g_string_free (word, FALSE);
}

/* As people dictate numbers: in pairs, in one piece, with or without the country. */
static char *
as_typed (SalonDice *dice, const char *e164)
{
  const char *n = e164 + 4;
  gboolean latvian = g_str_has_prefix (e164, "+371");

  switch (latvian ? salon_dice_below (dice, 5) : 4) {
  case 0: return g_strdup (n);
  case 1: return g_strdup_printf ("%.2s %.3s %.3s", n, n + 2, n + 5);
  case 2: return g_strdup_printf ("%.2s-%.2s-%.2s-%.2s", n, n + 2, n + 4, n + 6);
  case 3: return g_strdup_printf ("+371 %.2s %.3s %.3s", n, n + 2, n + 5);
  default: return g_strdup (e164);
  }
}

static void
add_phone (SalonCardMaker *self, SalonDice *dice, const char *e164, SalonCard *card)
{
  SalonClientPhone *phone = salon_client_phone_new ();

  phone->client_id = salon_entity_get_id (card->client);
  phone->e164 = g_strdup (e164);
  phone->typed = as_typed (dice, e164);
  phone->position = card->phones->len;
  if (card->phones->len > 0)
    phone->label = salon_card_maker_text (self, "phone", dice);
  g_ptr_array_add (card->phones, phone);
}

static void
write_channels (SalonDice *dice, SalonClient *client, const char *phone)
{
  static const SalonChannel order[] = { SALON_CHANNEL_WHATSAPP, SALON_CHANNEL_TELEGRAM, SALON_CHANNEL_SMS, SALON_CHANNEL_PHONE };

  client->channels = (phone != NULL ? SALON_CHANNEL_PHONE | (salon_dice_chance (dice, 850) ? SALON_CHANNEL_SMS : 0) : 0)
                     | (client->email != NULL && salon_dice_chance (dice, 750) ? SALON_CHANNEL_EMAIL : 0)
                     | (client->whatsapp != NULL ? SALON_CHANNEL_WHATSAPP : 0)
                     | (client->telegram != NULL ? SALON_CHANNEL_TELEGRAM : 0);
  if (!salon_dice_chance (dice, 550))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if ((client->channels & order[i]) != 0) {
      client->preferred_channel = order[i];
      return;
    }
}

static void
write_contacts (SalonCardMaker *self, SalonDice *dice, const Household *home, SalonCard *card)
{
  static const char *const hosts[] = { "inbox.example", "mail.example", "post.example" };
  SalonClient *client = card->client;
  gboolean has_phone = client->first_name == NULL || salon_dice_chance (dice, 975);
  g_autofree char *first = client->first_name != NULL ? ascii_word (client->first_name) : NULL;
  g_autofree char *last = client->surname != NULL ? ascii_word (client->surname) : NULL;

  if (has_phone)
    add_phone (self, dice, home->phone, card);
  if (has_phone && salon_dice_chance (dice, 80)) {
    g_autofree char *second = draw_number (dice);

    add_phone (self, dice, second, card);
  }
  if (first != NULL && *first != '\0' && last != NULL && *last != '\0') {
    if (salon_dice_chance (dice, 460))
      client->email = g_strdup_printf ("%s.%s%.0d@%s", first, last, salon_dice_chance (dice, 350) ? salon_dice_between (dice, 1, 99) : 0,
                                       hosts[salon_dice_below (dice, G_N_ELEMENTS (hosts))]);
    if (salon_dice_chance (dice, 140))
      client->telegram = g_strdup_printf ("@%s_%.3s", first, last);
    if (salon_dice_chance (dice, 170))
      client->instagram = g_strdup_printf ("%s.%s", first, last);
  }
  if (has_phone && salon_dice_chance (dice, 430))
    client->whatsapp = g_strdup (home->phone);
  if (salon_dice_chance (dice, 420))
    client->address = g_strdup (home->address);
  write_channels (dice, client, has_phone ? home->phone : NULL);
}

/* ---- the rest of the card */

static void
write_birthday (SalonDice *dice, int birth_year, SalonClient *client)
{
  if (!salon_dice_chance (dice, 720))
    return;
  client->birth_month = salon_dice_between (dice, 1, 12);
  client->birth_mday = salon_dice_between (dice, 1, salon_day_days_in_month (birth_year, (int) client->birth_month));
  if (salon_dice_chance (dice, 730))
    client->birth_year = birth_year;
}

static void
write_remarks (SalonCardMaker *self, SalonDice *dice, SalonClient *client)
{
  static const int discounts[] = { 300, 500, 500, 500, 700, 1000, 1000, 1500 };

  if (salon_dice_chance (dice, 60))
    client->alert = salon_card_maker_text (self, "alert", dice);
  if (salon_dice_chance (dice, 300))
    client->note = salon_card_maker_text (self, "note", dice);
  if (salon_dice_chance (dice, 170))
    client->wishes = salon_card_maker_text (self, "wish", dice);
  if (salon_dice_chance (dice, 90))
    client->discount_bp = discounts[salon_dice_below (dice, G_N_ELEMENTS (discounts))];
  if (salon_dice_chance (dice, 780)) {
    guint row = 0;

    draw_text (self, "source", dice, &row);
    client->source_id = row + 1;
  }
}

static void
write_groups (SalonCardMaker *self, SalonDice *dice, SalonCard *card)
{
  int n = salon_dice_chance (dice, 320) ? 1 + (int) salon_dice_below (dice, 2) : 0;
  guint row = 0;

  for (int i = 0; i < n; i++) {
    gint64 tag = 0;

    draw_text (self, "tag", dice, &row);
    tag = row + 1;
    if (card->tags->len == 0 || g_array_index (card->tags, gint64, 0) != tag)
      g_array_append_val (card->tags, tag);
  }
  if (!salon_dice_chance (dice, 180))
    return;
  draw_text (self, "category", dice, &row);
  card->category = row + 1;
}

static char *
custom_value (SalonCardMaker *self, SalonDice *dice, const char *more)
{
  const SalonDemoTable *options = g_hash_table_lookup (self->texts, "option");
  g_auto (GStrv) keys = NULL;
  int kind = atoi (more);
  int row = 0;

  if (kind == SALON_CUSTOM_TEXT)
    return g_strdup_printf ("%d.%d + %d.0, %d %%, 1:1.5", salon_dice_between (dice, 4, 9), salon_dice_between (dice, 0, 7),
                            salon_dice_between (dice, 5, 9), 3 * salon_dice_between (dice, 1, 3));
  if (kind == SALON_CUSTOM_NUMBER)
    return g_strdup_printf ("%d", salon_dice_between (dice, 1, 3));
  if (kind != SALON_CUSTOM_CHOICE)
    return g_strdup ("1");
  keys = g_strsplit (more + 2, ";", -1);
  row = salon_demo_table_find (options, TEXT_MORE, keys[salon_dice_below (dice, g_strv_length (keys))]);
  return g_strdup (salon_demo_table_get (options, (guint) row, TEXT_EN + (int) self->plan->language));
}

static void
write_custom (SalonCardMaker *self, SalonDice *dice, SalonCard *card)
{
  const SalonDemoTable *fields = g_hash_table_lookup (self->texts, "custom");

  for (guint i = 0; i < salon_demo_table_size (fields); i++) {
    SalonCustomValue *value = NULL;

    if (!salon_dice_chance (dice, salon_demo_table_int (fields, i, TEXT_WEIGHT) * 6))
      continue;
    value = salon_custom_value_new ();
    value->client_id = salon_entity_get_id (card->client);
    value->field_id = i + 1;
    value->value = custom_value (self, dice, salon_demo_table_get (fields, i, TEXT_MORE));
    g_ptr_array_add (card->custom, value);
  }
}

static const char *
language_of (SalonDice *dice, int origin)
{
  static const char *const languages[N_ORIGINS] = { "lv", "ru", "en" };

  if (!salon_dice_chance (dice, 860))
    return NULL;
  return languages[origin == RUSSIAN && salon_dice_chance (dice, 80) ? LATVIAN : origin];
}

/**
 * salon_card_maker_make:
 * @clients: (element-type SalonHabits): everybody up to @index
 * @card: (out caller-allocates): cleared by salon_card_clear(); who made it and when is left to the caller
 */
void
salon_card_maker_make (SalonCardMaker *self, const GArray *clients, guint index, SalonCard *card)
{
  const SalonHabits *habits = &g_array_index (clients, SalonHabits, index);
  SalonDice dice = dice_of (self, index, 2);
  Household home = { 0 };
  int year = 0;
  int month = 0;
  int mday = 0;

  salon_day_to_ymd (self->plan->today, &year, &month, &mday);
  *card = (SalonCard){ salon_client_new (), g_ptr_array_new_with_free_func (g_object_unref),
                       g_array_new (FALSE, FALSE, sizeof (gint64)), 0, g_ptr_array_new_with_free_func (g_object_unref) };
  salon_entity_set_id (card->client, (gint64) index + 1);
  draw_household (self, clients, index, &home);
  write_names (self, &dice, &home, habits, year - habits->age, card->client);
  write_contacts (self, &dice, &home, card);
  write_birthday (&dice, year - habits->age, card->client);
  write_remarks (self, &dice, card->client);
  write_groups (self, &dice, card);
  write_custom (self, &dice, card);
  card->client->language = g_strdup (language_of (&dice, home.origin));
  card->client->referred_by_id = habits->referred_by + 1;
  household_clear (&home);
}

/**
 * salon_card_clear: frees what is in a card
 */
void
salon_card_clear (SalonCard *card)
{
  g_clear_object (&card->client);
  g_clear_pointer (&card->phones, g_ptr_array_unref);
  g_clear_pointer (&card->tags, g_array_unref);
  g_clear_pointer (&card->custom, g_ptr_array_unref);
}
