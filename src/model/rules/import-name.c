/* Whole names in one cell.  "Kalniņa Irina", "Irina Kalniņa" and "Петрова Анна Сергеевна" are told apart by common first
 * names and by the endings of surnames and patronymics; where a single name does not tell, its column does. */
#include "model/rules/import-name.h"

#include <string.h>

#include "base/text.h"

#define MAX_WORDS 8

/* Folded; Russian ones as the table of letters writes them. */
static const char first_names[] =
  " anna anya irina ira olga olya elena lena natalya natasha marina ekaterina katya tatyana tanya svetlana sveta mariya masha"
  " yuliya yulya anastasiya nastya darya dasha kseniya oksana viktoriya vika aleksandra sasha polina alina alena alyona vera"
  " nadezhda lyudmila lyuda galina valentina nina larisa lyubov evgeniya zhenya inna kristina diana valeriya lera yana veronika"
  " margarita rita sofiya sofya elizaveta liza varvara kira alisa milana arina karina angelina ulyana zoya raisa tamara lidiya"
  " aleksandr aleksey alexey andrey anton artem artyom boris vadim valeriy vasiliy viktor vitaliy vladimir vladislav vyacheslav"
  " gennadiy georgiy grigoriy denis dmitriy dima egor ivan igor ilya kirill konstantin leonid maksim mikhail misha nikita nikolay"
  " oleg pavel petr pyotr roman ruslan semen sergey stanislav stepan timur fedor filipp yuriy yakov yaroslav rodion arkadiy"
  " inga ilze inese ieva iveta ilona ilva inara ingrida agnese agija aija aiga aina alda alise amanda anda andra anete anita annija"
  " antra arta asnate astra astrida austra baiba beate biruta brigita dace daiga daina dagnija diana dita dzintra edite egita elina"
  " elza emilija erika estere eva evelina evita gita gunita gunta guna helena ilga ina indra ineta inita jana janina jolanta julija"
  " katrina karina karlina kristine kristiana laila laima laura lauma lelde liana liene liga liva linda lilita lasma lolita madara"
  " maija maira mara marta marija margita marite monika olita paula regina renate ruta rita rudite sabine samanta sandra sanita"
  " santa sarmite sigita signe silva simona sintija solvita undine una vija vineta vita zane zanda zenta zita zaiga"
  " janis andris juris edgars martins aigars maris normunds guntis ivars kaspars raivis valdis artis gatis peteris aivars uldis"
  " imants arturs ainars karlis toms gints roberts rihards kristaps edvins oskars raimonds dainis ilmars modris arnis vilnis"
  " gundars agris ojars olafs davis reinis renars ralfs ricards sandis ugis emils gustavs markuss rinalds viesturs zigmars"
  " john james robert michael william david richard joseph thomas charles daniel matthew anthony mark steven paul andrew george"
  " kevin brian edward peter henry jack oliver harry mary patricia jennifer elizabeth barbara susan jessica sarah karen nancy lisa"
  " margaret betty sandra ashley emily kimberly donna michelle carol melissa deborah stephanie rebecca laura sharon cynthia amy"
  " kathleen angela shirley emma helen samantha katherine christine rachel alice jane julia grace victoria olivia sophie kate"
  " alexandra natalia natalja olga jelena tatjana svetlana ludmila galina ljudmila irena vladimirs sergejs aleksandrs andrejs"
  " jurijs nikolajs dmitrijs igors olegs viktors aleksejs mihails pavels romans maksims deniss artjoms ivans anatolijs eriks"
  " viktorija jekaterina anastasija aleksandra marina larisa tamara nadezda vera valentina nina natalya ludmilla sanda zinaida ";

static const char *const patronymic_ends[] = { "ovich", "evich", "ovna", "evna", "ichna", "inichna", "ilich", "kuzmich", "ogly", "kyzy", NULL };
static const char *const surname_ends[] = { "ova",  "eva",  "ina",   "skaya", "skiy", "enko", "ov",    "ev",   "yuk",  "chuk", "ets",
                                            "sky",  "ska",  "skis",  "ovs",   "evs",  "ins",  "kalns", "ins",  "ons",  "sons", "berga",
                                            "bergs", "kovs", "kova", "novs",  "nova", "vica", "vics",  "cenko", "uks", "tis",  "ite",
                                            "yan",  "shvili", "ko", "skyy",  "aite", "ane",  "nieks", "niece", "mane", "manis", NULL };

static gboolean
ends_with (const char *word, const char *const *ends, gsize least)
{
  for (; *ends != NULL; ends++)
    if (strlen (word) >= strlen (*ends) + least && g_str_has_suffix (word, *ends))
      return TRUE;
  return FALSE;
}

/**
 * salon_name_word_kind:
 * @word: one word of a name
 *
 * Returns: what it is, if it is a common first name or has the ending of a surname or patronymic
 */
SalonNameWord
salon_name_word_kind (const char *word)
{
  g_autofree char *folded = salon_text_fold (word);
  g_autofree char *spaced = g_strconcat (" ", folded, " ", NULL);

  if (*folded == '\0')
    return SALON_NAME_WORD_UNKNOWN;
  if (strstr (first_names, spaced) != NULL)
    return SALON_NAME_WORD_FIRST;
  if (ends_with (folded, patronymic_ends, 3))
    return SALON_NAME_WORD_PATRONYMIC;
  return ends_with (folded, surname_ends, 2) ? SALON_NAME_WORD_SURNAME : SALON_NAME_WORD_UNKNOWN;
}

/* Words parted by spaces; what stands in brackets stays with the word before. */
static guint
split_words (const char *text, char *words[MAX_WORDS])
{
  g_autofree char *clean = salon_text_clean (text, 0);
  g_auto (GStrv) parts = g_strsplit (clean, " ", -1);
  gboolean open = FALSE;
  guint n = 0;

  for (char **part = parts; *part != NULL; part++) {
    gboolean joins = n > 0 && (open || **part == '(' || n == MAX_WORDS);

    open = strchr (*part, '(') != NULL ? strchr (*part, ')') == NULL : open && strchr (*part, ')') == NULL;
    if (**part == '\0')
      continue;
    if (joins) {
      char *joined = g_strconcat (words[n - 1], " ", *part, NULL);

      g_free (words[n - 1]);
      words[n - 1] = joined;
    } else {
      words[n++] = g_strdup (*part);
    }
  }
  return n;
}

static void
free_words (char *words[MAX_WORDS], guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (words[i]);
}

/* 1: the surname is first; -1: the first name is; 0: it does not tell. */
static int
order_of (char *words[MAX_WORDS], guint n)
{
  SalonNameWord first = n > 0 ? salon_name_word_kind (words[0]) : SALON_NAME_WORD_UNKNOWN;
  SalonNameWord last = n > 1 ? salon_name_word_kind (words[n - 1]) : SALON_NAME_WORD_UNKNOWN;
  SalonNameWord second = n > 2 ? salon_name_word_kind (words[1]) : SALON_NAME_WORD_UNKNOWN;

  if (n < 2)
    return 0;
  if (n == 3 && last == SALON_NAME_WORD_PATRONYMIC)
    return 1;
  if (second == SALON_NAME_WORD_PATRONYMIC || last == SALON_NAME_WORD_PATRONYMIC)
    return -1;
  if (first == last)
    return 0;
  if (first == SALON_NAME_WORD_FIRST || last == SALON_NAME_WORD_SURNAME)
    return last == SALON_NAME_WORD_FIRST ? 1 : -1;
  return last == SALON_NAME_WORD_FIRST || first == SALON_NAME_WORD_SURNAME ? 1 : 0;
}

/**
 * salon_name_order_vote:
 * @text: a whole name
 *
 * Returns: 1 if the surname comes first, -1 if the first name does, 0 if it does not tell
 */
int
salon_name_order_vote (const char *text)
{
  char *words[MAX_WORDS] = { NULL };
  guint n = split_words (text, words);
  int order = strchr (text, ',') != NULL ? 1 : order_of (words, n);

  free_words (words, n);
  return order;
}

static char *
join_words (char *words[MAX_WORDS], guint from, guint to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (text, "%s%s", i > from ? " " : "", words[i]);
  return g_string_free (text, text->len == 0);
}

static void
put_in_order (char *words[MAX_WORDS], guint n, gboolean surname_first, SalonNameParts *parts)
{
  guint patronymic = n;

  for (guint i = 1; i < n && n > 1; i++)
    if (salon_name_word_kind (words[i]) == SALON_NAME_WORD_PATRONYMIC)
      patronymic = i;
  if (n == 1) {
    parts->first_name = g_strdup (words[0]);
  } else if (n == 2 && patronymic == 1) {
    parts->first_name = g_strdup (words[0]);
    parts->patronymic = g_strdup (words[1]);
  } else if (patronymic == n - 1) {
    parts->surname = g_strdup (words[0]);
    parts->first_name = join_words (words, 1, n - 1);
    parts->patronymic = g_strdup (words[n - 1]);
  } else if (patronymic < n) {
    parts->first_name = join_words (words, 0, patronymic);
    parts->patronymic = g_strdup (words[patronymic]);
    parts->surname = join_words (words, patronymic + 1, n);
  } else if (surname_first) {
    parts->surname = g_strdup (words[0]);
    parts->first_name = join_words (words, 1, n);
  } else {
    parts->first_name = join_words (words, 0, n - 1);
    parts->surname = g_strdup (words[n - 1]);
  }
}

/**
 * salon_name_split:
 * @text: a whole name: "Kalniņa Irina", "Irina Kalniņa", "Петрова Анна Сергеевна", "Smith, John"
 * @surname_first: the order where the name itself does not tell
 * @parts: (out): what is what; a single word is the first name
 */
void
salon_name_split (const char *text, gboolean surname_first, SalonNameParts *parts)
{
  const char *comma = strchr (text, ',');
  char *words[MAX_WORDS] = { NULL };
  guint n = 0;

  *parts = (SalonNameParts){ NULL, NULL, NULL };
  if (comma != NULL && comma > text && comma[1] != '\0') {
    g_autofree char *surname = g_strndup (text, (gsize) (comma - text));

    parts->surname = salon_text_clean (surname, 0);
    n = split_words (comma + 1, words);
    if (n > 1 && salon_name_word_kind (words[n - 1]) == SALON_NAME_WORD_PATRONYMIC)
      parts->patronymic = g_strdup (words[n - 1]);
    parts->first_name = join_words (words, 0, parts->patronymic != NULL ? n - 1 : n);
  } else {
    int order = 0;

    n = split_words (text, words);
    order = order_of (words, n);
    if (n > 0)
      put_in_order (words, n, order != 0 ? order > 0 : surname_first, parts);
  }
  free_words (words, n);
}

/**
 * salon_name_parts_clear: frees the parts
 */
void
salon_name_parts_clear (SalonNameParts *self)
{
  g_clear_pointer (&self->first_name, g_free);
  g_clear_pointer (&self->surname, g_free);
  g_clear_pointer (&self->patronymic, g_free);
}
