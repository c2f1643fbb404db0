/* How likely two cards are one person. */
#include "base/phone.h"
#include "model/entities/enums.h"
#include "model/rules/duplicate-score.h"

typedef struct {
  const char *first_name;
  const char *surname;
  const char *phone;
  const char *email;
  const char *instagram;
  int birth[3]; /* year, month, day */
  int gender;
  const char *patronymic;
} Card;

#define FOR_PHONE SALON_DUPLICATE_PHONE
#define NAME      SALON_DUPLICATE_NAME
#define SIMILAR   SALON_DUPLICATE_SIMILAR_NAME

static const struct {
  const char *what;
  Card a;
  Card b;
  int from;
  int to;
  SalonDuplicateReasons reasons;
} rows[] = {
  { "same phone, same name", { "Irina", "Kalniņa", "29123456" }, { "Irina", "Kalniņa", "+371 29 123 456" }, 100, 100, FOR_PHONE | NAME },
  { "other script", { "Ирина", "Калнина", "29123456" }, { "Irina", "Kalniņa", "29123456" }, 100, 100, FOR_PHONE | NAME },
  { "other order", { "Kalniņa", "Irina" }, { "Irina", "Kalniņa" }, 45, 45, NAME },
  { "both in one box", { "Irina Kalnina" }, { "Irina", "Kalniņa" }, 45, 45, NAME },
  { "hyphen and case", { "ANNA-MARIJA", "Ozola" }, { "Anna Marija", "ozola" }, 45, 45, NAME },
  { "transliteration", { "Aleksandrs", "Šiškins" }, { "Александр", "Шишкин" }, 45, 45, NAME },
  { "a slip", { "Irina", "Kalnina" }, { "Irina", "Kalmina" }, 30, 30, SIMILAR },
  { "a slip in the first letter", { "Irina", "Kalnina" }, { "Irina", "Jalnina" }, 30, 30, SIMILAR },
  { "a slip and the phone", { "Irina", "Kalnina", "29123456" }, { "Irnia", "Kalnina", "29123456" }, 60, 90, FOR_PHONE },
  { "short names are not similar", { "Ana", "Egle" }, { "Ina", "Egle" }, 0, 0, SALON_DUPLICATE_OTHER_FIRST_NAME },
  { "a first name alone says nothing", { "Irina" }, { "Irina" }, 0, 0, 0 },
  { "phone and no name", { NULL, NULL, "29123456" }, { "Irina", "Kalniņa", "29123456" }, 60, 60, FOR_PHONE },
  { "married", { "Irina", "Kalniņa", "29123456" }, { "Irina", "Ozola", "29123456" }, 70, 70, FOR_PHONE | SALON_DUPLICATE_FIRST_NAME },
  { "short form", { "Sveta", NULL, "29123456" }, { "Svetlana", "Ozola", "29123456" }, 60, 60, FOR_PHONE },
  { "shorter still", { "Ира", "Калнина", "29123456" }, { "Irina", "Kalniņa", "29123456" }, 60, 60, FOR_PHONE },
  { "family", { "Irina", "Kalniņa", "29123456" }, { "Olga", "Kalniņa", "29123456" }, 0, 39, FOR_PHONE | SALON_DUPLICATE_OTHER_FIRST_NAME },
  { "family with phone and address", { "Irina", "Kalniņa", "29123456", "k@inbox.lv" }, { "Olga", "Kalniņa", "29123456", "k@inbox.lv" },
    0, 39, FOR_PHONE | SALON_DUPLICATE_EMAIL | SALON_DUPLICATE_OTHER_FIRST_NAME },
  { "e-mail in any case", { "Irina", NULL, NULL, "IRA@inbox.lv" }, { NULL, "Ozola", NULL, "ira@inbox.lv" }, 50, 50, SALON_DUPLICATE_EMAIL },
  { "messenger", { "Irina", NULL, NULL, NULL, "@Nails" }, { NULL, "Ozola", NULL, NULL, "nails" }, 45, 45, SALON_DUPLICATE_MESSENGER },
  { "name and birth date", { "Irina", "Kalniņa", NULL, NULL, NULL, { 1990, 5, 17 } }, { "Ирина", "Калнина", NULL, NULL, NULL, { 1990, 5, 17 } },
    75, 75, NAME | SALON_DUPLICATE_BIRTH },
  { "name and birthday", { "Irina", "Kalniņa", NULL, NULL, NULL, { 0, 5, 17 } }, { "Irina", "Kalniņa", NULL, NULL, NULL, { 1990, 5, 17 } },
    65, 65, NAME | SALON_DUPLICATE_BIRTHDAY },
  { "namesakes", { "Irina", "Kalniņa", NULL, NULL, NULL, { 1990, 5, 17 } }, { "Irina", "Kalniņa", NULL, NULL, NULL, { 1971, 5, 17 } },
    0, 39, NAME | SALON_DUPLICATE_OTHER_BIRTH },
  { "birthday alone", { "Irina", "Kalniņa", NULL, NULL, NULL, { 1990, 5, 17 } }, { "Olga", "Ozola", NULL, NULL, NULL, { 1990, 5, 17 } },
    0, 0, SALON_DUPLICATE_BIRTH | SALON_DUPLICATE_OTHER_FIRST_NAME },
  { "gender", { "Saša", "Ozols", "29123456", NULL, NULL, { 0 }, SALON_GENDER_MALE }, { "Saša", "Ozols", "29123456", NULL, NULL, { 0 }, SALON_GENDER_FEMALE },
    75, 75, FOR_PHONE | NAME | SALON_DUPLICATE_OTHER_GENDER },
  { "other father", { "Ирина", "Иванова", NULL, NULL, NULL, { 0 }, 0, "Петровна" }, { "Ирина", "Иванова", NULL, NULL, NULL, { 0 }, 0, "Олеговна" },
    0, 39, 0 },
  { "father once", { "Ирина", "Иванова", NULL, NULL, NULL, { 0 }, 0, "Петровна" }, { "Ирина", "Иванова" }, 45, 45, NAME },
  { "nothing at all", { NULL }, { NULL }, 0, 0, 0 },
};

static SalonDuplicateCard *
read_card (const Card *card)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  SalonDuplicateCard *result = NULL;

  client->first_name = g_strdup (card->first_name);
  client->surname = g_strdup (card->surname);
  client->patronymic = g_strdup (card->patronymic);
  client->email = g_strdup (card->email);
  client->instagram = g_strdup (card->instagram);
  client->birth_year = card->birth[0];
  client->birth_month = card->birth[1];
  client->birth_mday = card->birth[2];
  client->gender = card->gender;
  result = salon_duplicate_card_new (client);
  if (card->phone != NULL) {
    g_autofree char *e164 = salon_phone_to_e164 (card->phone, "LV", NULL);

    salon_duplicate_card_add_phone (result, e164, card->phone);
  }
  return result;
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonDuplicateCard) a = read_card (&rows[i].a);
    g_autoptr (SalonDuplicateCard) b = read_card (&rows[i].b);
    SalonDuplicateReasons reasons;
    int score = salon_duplicate_score (a, b, &reasons);

    g_test_message ("%s: %d, reasons %x", rows[i].what, score, (guint) reasons);
    g_assert_cmpint (score, >=, rows[i].from);
    g_assert_cmpint (score, <=, rows[i].to);
    g_assert_cmpuint (reasons & rows[i].reasons, ==, rows[i].reasons);
    if (rows[i].reasons == 0)
      g_assert_cmpuint (reasons, ==, 0);
  }
}

static const char *
pick (GRand *rand, const char *const *from)
{
  int n = g_rand_int_range (rand, 0, (int) g_strv_length ((char **) from) + 1);

  return from[n];
}

static SalonDuplicateCard *
random_card (GRand *rand)
{
  static const char *const first[] = { "Irina", "Ирина", "Irnia", "Olga", "Ольга", "Anna Marija", "Sveta", "Svetlana", "", NULL };
  static const char *const surnames[] = { "Kalniņa", "Калнина", "Kalnyna", "Ozola", "Kalnina-Ozola", "Irina", NULL };
  static const char *const phones[] = { "29123456", "29123457", "12", "+7 912 345-67-89", NULL };
  static const char *const emails[] = { "a@inbox.lv", "A@INBOX.LV", "b@inbox.lv", NULL };
  static const char *const fathers[] = { "Петровна", "Олеговна", NULL };
  Card card = { pick (rand, first), pick (rand, surnames), pick (rand, phones), pick (rand, emails), NULL, { 0 }, 0, pick (rand, fathers) };

  card.gender = g_rand_int_range (rand, 0, 3);
  if (g_rand_boolean (rand)) {
    card.birth[0] = g_rand_boolean (rand) ? 1990 + g_rand_int_range (rand, 0, 2) : 0;
    card.birth[1] = 1 + g_rand_int_range (rand, 0, 2);
    card.birth[2] = 7;
  }
  return read_card (&card);
}

/* The same both ways and each time, within its bounds; a card is more like itself than like any other. */
static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < 5000; i++) {
    g_autoptr (SalonDuplicateCard) a = random_card (rand);
    g_autoptr (SalonDuplicateCard) b = random_card (rand);
    SalonDuplicateReasons there;
    SalonDuplicateReasons back;
    SalonDuplicateReasons own;
    int score = salon_duplicate_score (a, b, &there);

    g_assert_cmpint (score, ==, salon_duplicate_score (b, a, &back));
    g_assert_cmpuint (there, ==, back);
    g_assert_cmpint (score, >=, 0);
    g_assert_cmpint (score, <=, 100);
    g_assert_cmpint (score, <=, MAX (salon_duplicate_score (a, a, &own), salon_duplicate_score (b, b, &own)));
    g_assert_cmpuint (own & SALON_DUPLICATE_AGAINST, ==, 0);
  }
}

static void
test_labels (void)
{
  for (guint i = 0; i < SALON_N_DUPLICATE_REASONS; i++)
    g_assert_cmpstr (salon_duplicate_reason_label ((SalonDuplicateReasons) (1u << i)), !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicate-score/table", test_table);
  g_test_add_func ("/duplicate-score/properties", test_properties);
  g_test_add_func ("/duplicate-score/labels", test_labels);
  return g_test_run ();
}
