/* Texts: folding, cleaning, order; names that are spelled in many ways and must meet; what is shown bold. */
#include "base/text.h"

#include <string.h>

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_fold (void)
{
  static const char *const rows[][2] = {
    { "Ирина", "irina" },
    { "IRĪNA", "irina" },
    { "Ирина Калныня-Озола", "irina kalnynya ozola" },
    { "Ёлкин", "elkin" },
    { "Елкин", "elkin" },
    { "Щукина Жанна", "shchukina zhanna" },
    { "Объедкова Ольга", "obedkova olga" },
    { "Čakste Šķēle Žagars", "cakste skele zagars" },
    { "Ģirts Ķirsis Ļubova Ņina Ŗ", "girts kirsis lubova nina r" },
    { "Straße", "strasse" },
    { "Łukasz Ørsted Æsir", "lukasz orsted aesir" },
    { "İstanbul ıssız", "istanbul issiz" },
    { "O’Brien O'Brien", "obrien obrien" },
    { "s\314\214", "s" }, /* s and a combining caron */
    { "и\314\206од", "yod" }, /* й as two characters */
    { "  a,, b!  ", "a b" },
    { "№ 5 ＡＢＣ ﬁ", "no 5 abc fi" },
    { "^^a$$ b", "a b" },
    { "٣", "3" },
    { "გიორგი", "გიორგი" },
    { "", "" },
    { "...", "" },
    { "\377a\376b", "a b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_text (salon_text_fold (rows[i][0]), rows[i][1]);
}

static void
test_clean (void)
{
  static const struct {
    const char *text;
    gsize max_chars;
    const char *line;
    const char *lines;
  } rows[] = {
    { "  Anna  \t Kalniņa \n", 0, "Anna Kalniņa", "Anna Kalniņa" },
    { "Kalnin\314\247a", 0, "Kalniņa", "Kalniņa" },
    { "a\001b\177c", 0, "abc", "abc" },
    { "\342\200\256abc\342\200\213\357\273\277", 0, "abc", "abc" }, /* marks of direction, of nothing, of byte order */
    { "a\302\240\302\240b", 0, "a b", "a b" },
    { "a\377b", 0, "ab", "ab" },
    { "one\r\ntwo\n\n\n\nthree  \n", 0, "one two three", "one\ntwo\n\nthree" },
    { "\n\n one", 0, "one", "one" },
    { "ņņņņ", 2, "ņņ", "ņņ" },
    { "ab cd", 3, "ab", "ab" },
    { "ab cd", 4, "ab c", "ab c" },
    { "", 5, "", "" },
    { "   ", 5, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    assert_text (salon_text_clean (rows[i].text, rows[i].max_chars), rows[i].line);
    assert_text (salon_text_clean_lines (rows[i].text, rows[i].max_chars), rows[i].lines);
  }
}

static void
append_rubbish (GString *text)
{
  static const gunichar alphabet[] = { 'a', 'Z', ' ', '\n', '\t', 0x11, 0x301, 0x430, 0x451, 0x439, 0x161, 0x13c,
                                       0x200b, 0x202e, 0xa0, 0xfb01, 0x1f600, 0x10d0, 'j', 'h', 's', '^', '$', '\'' };

  if (g_test_rand_int_range (0, 20) == 0)
    g_string_append_c (text, (char) g_test_rand_int_range (0x80, 0x100));
  else
    g_string_append_unichar (text, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);
}

/* Whatever comes in: cleaning is final, keys are plain, nothing breaks. */
static void
test_rubbish (void)
{
  for (int i = 0; i < 10000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *once = NULL;
    g_autofree char *twice = NULL;
    g_autofree char *key = NULL;
    g_autofree char *index = NULL;
    g_autofree char *sort = NULL;
    gsize limit = (gsize) g_test_rand_int_range (0, 12);
    guint start = 0;
    guint length = 0;

    for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
      append_rubbish (text);
    once = salon_text_clean (text->str, limit);
    twice = salon_text_clean (once, limit);
    g_assert_true (g_utf8_validate (once, -1, NULL));
    g_assert_cmpstr (once, ==, twice);
    g_assert_true (limit == 0 || g_utf8_strlen (once, -1) <= (glong) limit);
    key = salon_text_search_key (text->str);
    index = salon_text_index_key (text->str);
    sort = salon_text_collation_key (text->str);
    g_assert_null (strpbrk (key, "^$\n\t'"));
    g_assert_null (strstr (key, "  "));
    g_assert_true ((*key == '\0') == (*index == '\0'));
    g_assert_cmpuint (strspn (sort, "0123456789abcdef"), ==, strlen (sort));
    if (salon_text_match_range (once, text->str, &start, &length)) {
      g_assert_cmpuint (start + length, <=, strlen (once));
      g_assert_true (g_utf8_validate (once + start, length, NULL));
    }
  }
}

/* A mark that nobody sees makes a text one that has to be composed; left out, it must make no difference. */
static void
assert_same_way (const char *text, gsize limit)
{
  g_autofree char *longer = g_strconcat (text, "\342\200\213", NULL); /* U+200B */
  g_autofree char *line = salon_text_clean (text, limit);
  g_autofree char *long_line = salon_text_clean (longer, limit);
  g_autofree char *lines = salon_text_clean_lines (text, limit);
  g_autofree char *long_lines = salon_text_clean_lines (longer, limit);

  g_assert_cmpstr (line, ==, long_line);
  g_assert_cmpstr (lines, ==, long_lines);
}

static void
test_short_cut (void)
{
  for (gunichar c = 1; c < 0x3100; c++) {
    g_autoptr (GString) text = g_string_new ("a ");

    g_string_append_unichar (text, c);
    g_string_append (text, "  e\n");
    assert_same_way (text->str, 0);
  }
  for (int i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
      g_string_append_unichar (text, (gunichar) g_test_rand_int_range (1, 0x600));
    assert_same_way (text->str, (gsize) g_test_rand_int_range (0, 5));
  }
}

/* Letters of the Russian alphabet are folded without ICU, the others of the block with it. */
static void
test_fold_cyrillic (void)
{
  for (gunichar c = 0x400; c < 0x530; c++) {
    char large[7] = "";
    char small[7] = "";
    g_autofree char *one = NULL;
    g_autofree char *other = NULL;

    large[g_unichar_to_utf8 (c, large)] = '\0';
    small[g_unichar_to_utf8 (g_unichar_tolower (c), small)] = '\0';
    one = salon_text_fold (large);
    other = salon_text_fold (small);
    g_assert_cmpstr (one, ==, other);
  }
  assert_text (salon_text_fold ("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"), "abvgdeezhziyklmnoprstufkhtschshshchyeyuya");
  assert_text (salon_text_fold ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"), "abvgdeezhziyklmnoprstufkhtschshshchyeyuya");
}

static void
test_long_word (void)
{
  g_autofree char *many = g_strnfill (5000, 's');
  g_autofree char *key = salon_text_search_key (many);
  GString *hissing = g_string_new (NULL);
  g_autofree char *spelled = NULL;

  g_assert_cmpuint (strlen (key), ==, 40);
  for (int i = 0; i < 100; i++)
    g_string_append (hissing, "щ");
  spelled = salon_text_search_key (hissing->str);
  g_assert_cmpuint (strlen (spelled), ==, 160);
  g_string_free (hissing, TRUE);
}

static void
test_digits (void)
{
  assert_text (salon_text_digits ("+371 (29) 12-34"), "371291234");
  assert_text (salon_text_digits ("abc"), "");
  assert_text (salon_text_digits ("٣٤x5"), "345");
  assert_text (salon_text_digits ("1\3772"), "12");
  g_assert_true (salon_text_looks_like_phone ("+371 29-12"));
  g_assert_true (salon_text_looks_like_phone ("12"));
  g_assert_true (salon_text_looks_like_phone ("8 (912)"));
  g_assert_false (salon_text_looks_like_phone ("1"));
  g_assert_false (salon_text_looks_like_phone ("+"));
  g_assert_false (salon_text_looks_like_phone ("anna 12"));
  g_assert_false (salon_text_looks_like_phone (""));
}

static void
test_other_layout (void)
{
  static const char *const rows[][2] = {
    { "bhbyf", "ирина" },
    { "шкштф", "irina" },
    { "Rfkybyz", "Калниня" },
    { ".kbz", "юлия" },
    { "[fhbnjyjd", "харитонов" },
    { "ifytkm", "шанель" },
    { "'kmdbhf", "эльвира" },
    { "ķmdbhf", "эльвира" }, /* the dead key of the Latvian layout took the э */
    { "Ķmdbhf", "эЛьвира" },
    { "фттф.", "anna/" },
    { "фттфюлфдтштф\"пьфшдюсщь", "anna.kalnina@gmail.com" },
    { "f 12", "а 12" },
    { "12", NULL },
    { "", NULL },
    { "+-", NULL },
    { "\377", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_text (salon_text_other_layout (rows[i][0]), rows[i][1]);
}

/* On a keyboard the way there and back is the way home. */
static void
test_layout_there_and_back (void)
{
  static const char letters[] = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

  for (int i = 0; i < 2000; i++) {
    g_autoptr (GString) text = g_string_new ("q");
    g_autofree char *other = NULL;
    g_autofree char *back = NULL;

    for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
      g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
    other = salon_text_other_layout (text->str);
    back = salon_text_other_layout (other);
    g_assert_cmpstr (back, ==, text->str);
  }
}

static gboolean
has_word (const char *index, const char *word)
{
  g_autofree char *marked = g_strconcat (SALON_TEXT_WORD_MARK, word, NULL);

  return strstr (index, marked) != NULL;
}

/* Whether all words of some variant begin words of the name. */
static gboolean
finds (const char *query, const char *name)
{
  g_autofree char *index = salon_text_index_key (name);
  g_autoptr (GPtrArray) variants = salon_text_query_variants (query);

  for (guint i = 0; i < variants->len; i++) {
    g_auto (GStrv) words = g_strsplit (g_ptr_array_index (variants, i), " ", -1);
    gboolean all = TRUE;

    for (guint j = 0; words[j] != NULL; j++)
      all = all && has_word (index, words[j]);
    if (all)
      return TRUE;
  }
  return FALSE;
}

/* Writings of one name: each of them, typed, finds each of them, kept. */
static void
test_spellings_meet (void)
{
  static const char *const rows[][7] = {
    { "Ирина", "Irina", "Irīna", "IRINA" },
    { "Юлия", "Yulia", "Julia", "Jūlija", "Iuliia", "Yuliya" },
    { "Анастасия", "Anastasia", "Anastasija", "Anastasiya", "Anastasiia" },
    { "Мария", "Maria", "Marija", "Mariya", "Mariia" },
    { "Наталья", "Natalya", "Natalja", "Natalia" },
    { "Татьяна", "Tatiana", "Tatjana", "Tatyana" },
    { "Яна", "Jana", "Yana", "Iana" },
    { "Ксения", "Ksenia", "Ksenija", "Xenia", "Kseniya" },
    { "Людмила", "Ludmila", "Ļudmila", "Lyudmila", "Ljudmila", "Liudmila" },
    { "Любовь", "Lubov", "Ļubov", "Lyubov", "Liubov" },
    { "Жанна", "Zhanna", "Žanna", "Zanna" },
    { "Шишкина", "Shishkina", "Šiškina", "Siskina" },
    { "Чернова", "Chernova", "Černova", "Cernova" },
    { "Щербакова", "Shcherbakova", "Ščerbakova", "Scherbakova", "Scerbakova" },
    { "Кузнецова", "Kuznetsova", "Kuzņecova", "Kuznecova" },
    { "Цветкова", "Tsvetkova", "Cvetkova" },
    { "Хохлова", "Khokhlova", "Hohlova" },
    { "Жукова", "Zhukova", "Žukova", "Zukova" },
    { "Алёна", "Alyona", "Aļona", "Aljona" },
    { "Фёдорова", "Fyodorova", "Fjodorova" },
    { "Королёва", "Korolyova", "Koroļova", "Koroljova" },
    { "Пугачёва", "Pugacheva", "Pugačova", "Pugachova" },
    { "Горбачёва", "Горбачева", "Gorbacheva", "Gorbačova", "Gorbachova" },
    { "Соловьёва", "Solovyova", "Solovjova" },
    { "Елена", "Elena", "Jeļena", "Yelena", "Jelena" },
    { "Екатерина", "Ekaterina", "Jekaterina", "Yekaterina" },
    { "Евгения", "Evgenia", "Jevgēņija", "Yevgeniya", "Evgeniya" },
    { "Алексеева", "Alekseeva", "Aleksejeva", "Alekseyeva" },
    { "Андреева", "Andreeva", "Andrejeva", "Andreyeva" },
    { "Гордиенко", "Gordienko", "Gordijenko" },
    { "Воробьева", "Vorobyeva", "Vorobjeva", "Vorobieva" },
    { "Дарья", "Darya", "Darja", "Daria" },
    { "Илья", "Ilya", "Ilja" },
    { "Зоя", "Zoya", "Zoja", "Zoia" },
    { "Майя", "Maya", "Maija", "Maja" },
    { "Эльвира", "Elvira", "Elvīra" },
    { "Вячеслав", "Vyacheslav", "Vjačeslav", "Viacheslav" },
    { "Дмитрий", "Dmitry", "Dmitrij", "Dmitrii", "Dmitriy" },
    { "Крылова", "Krylova", "Krilova" },
    { "Озолиня", "Ozolina", "Ozoliņa" },
    { "Калниня", "Kalnina", "Kalniņa" },
    { "Клявиня", "Kļaviņa", "Klavina" },
    { "Гиртс", "Ģirts", "Girts" },
    { "Кирилл", "Kirill", "Kiril" },
    { "Геннадий", "Gennady", "Genādij", "Gennadij" },
    { "Вольдемар", "Voldemar", "Woldemar" },
    { "Александра", "Aleksandra", "Alexandra" },
    { "Ёлкина", "Yolkina", "Jolkina" },
    { "Ёлкина", "Елкина" },
    { "Андрей", "Andrej", "Andrey", "Andrei" },
    { "Юрий", "Yuri", "Yury", "Iurii" },
    { "Юрий", "Jurij", "Yury" },
    { "Александр", "Alexander", "Aleksandr" },
    { "Виолетта", "Violeta", "Violetta" },
    { "Диана", "Diana", "Diāna" },
    { "Семёнова", "Semenova", "Semjonova", "Семенова" },
    { "Виктория", "Victoria", "Viktorija", "Viktoria" },
    { "Ребекка", "Rebecca", "Rebeka" },
    { "Королева", "Korolova", "Королёва", "Koroļova" },
    { "Жуковская", "Žukovska", "Zhukovskaya", "Zukovska" },
    { "Зайцева", "Zaiceva", "Zaitseva", "Zayceva" },
    { "Раймонд", "Raimond", "Raymond" },
    { "Филипп", "Filipp", "Philipp" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; rows[i][j] != NULL; j++)
      for (guint k = 0; rows[i][k] != NULL; k++)
        if (!finds (rows[i][j], rows[i][k]))
          g_error ("“%s” does not find “%s”", rows[i][j], rows[i][k]);
}

/* A man's name in its Latvian form finds the Russian one. */
static void
test_latvian_endings (void)
{
  static const char *const rows[][2] = {
    { "Ivanovs", "Иванов" }, { "Sergejs", "Сергей" },   { "Dmitrijs", "Дмитрий" }, { "Aleksandrs", "Александр" },
    { "Igors", "Игорь" },    { "Hruščovs", "Хрущёв" },  { "Žukovskis", "Жуковский" }, { "Fjodors", "Фёдор" },
    { "Иванов", "Ivanovs" }, { "Сергей", "Sergejs" },   { "Хрущев", "Hruščovs" },  { "Жуковский", "Žukovskis" },
    { "Алексей", "Aleksejs" }, { "Aleksejs", "Алексей" }, { "Янис", "Jānis" },     { "Jānis", "Янис" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!finds (rows[i][0], rows[i][1]))
      g_error ("“%s” does not find “%s”", rows[i][0], rows[i][1]);
  g_assert_false (finds ("Ivanovs", "Иванова"));
}

/* Names that differ must stay apart. */
static void
test_names_apart (void)
{
  static const char *const rows[][2] = {
    { "anna", "Anastasija" }, { "jana", "Anna" },     { "kalniņš", "Kalniņa" }, { "ivanovs", "Ivanova" },
    { "sh", "Sandra" },       { "ш", "Sandra" },      { "ch", "Kristīne" },     { "ts", "Tatjana" },
    { "ж", "Zane" },          { "je", "Eva" },        { "я", "Anna" },          { "ирина", "Arina" },
    { "k", "Laura" },         { "ir", "Шкурина" },    { "zane", "Jana" },       { "х", "Karina" },
    { "юрий", "Juris" },      { "jurijs", "Juris" },    { "juris", "Jurijs" },    { "juris", "Юрий" },
    { ";fy", "Fjodors" },     { "vit", "Viktorija" },   { "jurij", "Юрьевна" },   { "marij", "Māris" },     { "юри", "Jūrmala" },   { "андрей", "Андреевна" },  { "сергей", "Sergejeva" },
    { "diana", "Dana" },      { "ли", "Любовь" },     { "vi", "Vjačeslavs" },   { "али", "Алёна" },
    { "alyo", "Aleksandrs" }, { "se", "Žanete" },     { "со", "Ševčenko" },     { "e", "Johnson" },
    { "va", "Vjačeslavs" },   { "хох", "Юрьевна" },   { "люб", "Королёва" },    { "mat", "Fjodorovs" },
    { "rit", "Ксения" },      { "jack", "Яковлева" }, { "poly", "Полина" },     { "мара", "Marija" },     { "ly", "Liene" },      { "i", "Jana" },          { "k", "Helēna" },
    { "t", "Cēsniece" },      { "aļo", "Aleksejeva" }, { "мари", "Māra" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (finds (rows[i][0], rows[i][1]))
      g_error ("“%s” finds “%s”", rows[i][0], rows[i][1]);
}

/* Every beginning of a name finds it, letter by letter, also on the wrong layout from the third letter on. */
static void
test_beginnings (void)
{
  static const char *const names[] = {
    "Ирина",      "Юлия",     "Jūlija",   "Iuliia",     "Щербакова", "Šiškins",  "Shcherbakova", "Хрущёв",  "Hruščovs",
    "Jeļena",     "Алёна",    "Aļona",    "Fyodorova",  "Kuznetsova", "Kuzņecova", "Цветкова",   "Воробьёв", "Solovjovs",
    "Вячеслав",   "Геннадий", "Genādijs", "Алексеева",  "Aleksejeva", "Mariia",   "Майя",         "Xenia",   "Philip",
    "Ļudmila",    "Liudmila", "Thomas",   "O’Brien",    "Дарья",     "Объедкова", "Zoļotova",    "Þórdís",  "Łukasz",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (const char *end = g_utf8_next_char (names[i]);; end = g_utf8_next_char (end)) {
      g_autofree char *beginning = g_strndup (names[i], (gsize) (end - names[i]));
      g_autofree char *shouted = g_utf8_strup (beginning, -1);
      g_autofree char *layout = salon_text_other_layout (beginning);

      if (!finds (beginning, names[i]) || !finds (shouted, names[i]))
        g_error ("“%s” does not find “%s”", beginning, names[i]);
      if (g_utf8_strlen (beginning, -1) >= 3 && g_str_is_ascii (beginning) && !finds (layout, names[i]))
        g_error ("“%s” does not find “%s”", layout, names[i]);
      if (*end == '\0')
        break;
    }
}

/* The key of a beginning is the beginning of the key. */
static void
test_prefix_law (void)
{
  static const gunichar alphabet[] = { 'a', 'e', 'i', 'o', 'u', 'j', 'y', 'h', 's', 'c', 'z', 'k', 't', 'x', 'l', 'n',
                                       0x161, 0x10d, 0x17e, 0x13c, 0x146, 0x435, 0x451, 0x44e, 0x44f, 0x439, 0x448,
                                       0x449, 0x447, 0x445, 0x446, 0x432, 0x43e };

  for (int i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *whole = NULL;

    for (int n = g_test_rand_int_range (1, 10); n > 0; n--)
      g_string_append_unichar (text, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);
    whole = salon_text_search_key (text->str);
    for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p)) {
      g_autofree char *beginning = g_strndup (text->str, (gsize) (p - text->str));
      g_autofree char *key = salon_text_search_key (beginning);

      if (!g_str_has_prefix (whole, key))
        g_error ("“%s” is “%s”, but “%s” is “%s”", beginning, key, text->str, whole);
    }
    g_assert_true (finds (text->str, text->str));
  }
}

static void
test_index_key (void)
{
  assert_text (salon_text_index_key ("Ирина Калнина"), "^^irina ^^kalnina");
  assert_text (salon_text_index_key ("Šiška"), "^^siska ^^shishka");
  assert_text (salon_text_index_key ("Алёна"), "^^alena ^^aljona ^^alona");
  assert_text (salon_text_index_key ("- ."), "");
  assert_text (salon_text_email_key ("Anna.Kalnina+1@Gmail.com"), "annakalnina1gmailcom");
}

static void
assert_variants (const char *query, const char *const *expected)
{
  g_autoptr (GPtrArray) variants = salon_text_query_variants (query);
  g_autofree char *joined = NULL;
  g_autofree char *wanted = g_strjoinv ("|", (char **) (gpointer) expected);

  g_ptr_array_add (variants, NULL);
  joined = g_strjoinv ("|", (char **) variants->pdata);
  g_assert_cmpstr (joined, ==, wanted);
}

static void
test_variants (void)
{
#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })
  assert_variants ("bhbyf", LIST ("bhbjf", "bhbif", "irina"));
  assert_variants ("шкштф", LIST ("shkshtf", "skstf", "irina"));
  assert_variants ("Anna Kalniņa", LIST ("anna kalnina", "fttf lfdtshetf", "fttf lfdtsetf"));
  assert_variants ("k", LIST ("k"));
  assert_variants ("ир", LIST ("ir"));
  assert_variants ("1234", LIST ("1234"));
  assert_variants ("12", LIST ("12"));
  assert_variants ("1", LIST ("1"));
  assert_variants ("8912", LIST ("8912"));
  assert_variants ("8 912", LIST ("8912", "912"));
  assert_variants ("8 (912) 345-67-89", LIST ("89123456789", "9123456789"));
  assert_variants ("+7 912", LIST ("7912"));
  assert_variants ("00371 29 12", LIST ("003712912", "3712912"));
  assert_variants ("0712345678", LIST ("0712345678", "712345678"));
  assert_variants ("k@i", LIST ("k i", "ki", "l sh"));
  assert_variants ("...", (const char *const[]){ NULL });
  assert_variants ("", (const char *const[]){ NULL });
#undef LIST
}

static void
test_match_range (void)
{
  static const struct {
    const char *display;
    const char *query;
    const char *bold; /* NULL: nothing */
  } rows[] = {
    { "Ирина Калныня", "кал", "Кал" },
    { "Ирина Калныня", "kaln", "Калн" },
    { "Ирина Калныня", "rfk", "Кал" },
    { "Ирина Калныня", "иринА", "Ирина" },
    { "Ирина Калныня", "ныня", "ныня" },
    { "Ирина Калныня", "калныня ирина", "Калныня" },
    { "Irīna Kalniņa", "ирина", "Irīna" },
    { "Irīna Kalniņa", "nina", "niņa" },
    { "Šiškins", "шишк", "Šišk" },
    { "Шишкин", "siskin", "Шишкин" },
    { "Shishkin", "s", "S" },
    { "Shishkin", "шиш", "Shish" },
    { "Щукина", "shchu", "Щу" },
    { "Anna Annija", "annij", "Annij" },
    { "s\314\214a", "s", "s\314\214" },
    { "Иванов", "ivanovs", "Иванов" },
    { "Anna Kalniņa", "bērziņa", NULL },
    { "Anna Kalniņa", "", NULL },
    { "", "anna", NULL },
    { "+371 29 123 456", "3456", "3 456" },
    { "+371 29 123 456", "29-12", "29 12" },
    { "+371 29 123 456", "+371", "371" },
    { "+7 912 345-67-89", "8 (912) 345", "912 345" },
    { "+371 29 123 456", "anna 3456", "3 456" },
    { "+371 29 123 456", "anna", NULL },
    { "anna.kalnina@inbox.lv", "kalnina@in", "kalnina" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint start = 0;
    guint length = 0;
    g_autofree char *bold = NULL;

    if (salon_text_match_range (rows[i].display, rows[i].query, &start, &length))
      bold = g_strndup (rows[i].display + start, length);
    g_assert_cmpstr (bold, ==, rows[i].bold);
  }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = salon_text_collation_key (*(const char *const *) a);
  g_autofree char *right = salon_text_collation_key (*(const char *const *) b);

  return strcmp (left, right);
}

static void
test_collation (void)
{
  static const char *const sorted[] = { "",      "1",     "Anna",   "Āris",  "Berta",  "Čakste", "Čakste Anna",
                                        "Daina", "Zane",  "Žanna",  "Zinta", "Андрей", "Борис",  "Елена",
                                        "Ёлкин", "Ёлкина", "Ершова", "Яна" };
  GPtrArray *names = g_ptr_array_new ();
  g_autofree char *version = salon_text_collation_version ();

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    g_ptr_array_insert (names, g_test_rand_int_range (0, (int) names->len + 1), (gpointer) sorted[i]);
  g_ptr_array_sort (names, compare_keys);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    g_assert_cmpstr (g_ptr_array_index (names, i), ==, sorted[i]);
  g_ptr_array_unref (names);
  g_assert_cmpstr (version, !=, "");
}

static void
test_join (void)
{
  const char *const parts[] = { NULL, "Maria", "", "Room 2" };
  g_autofree char *two = salon_text_join (parts, G_N_ELEMENTS (parts), " · ");
  g_autofree char *none = salon_text_join (parts, 1, " · ");

  g_assert_cmpstr (two, ==, "Maria · Room 2");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/rubbish", test_rubbish);
  g_test_add_func ("/text/long-word", test_long_word);
  g_test_add_func ("/text/digits", test_digits);
  g_test_add_func ("/text/other-layout", test_other_layout);
  g_test_add_func ("/text/layout-there-and-back", test_layout_there_and_back);
  g_test_add_func ("/text/spellings-meet", test_spellings_meet);
  g_test_add_func ("/text/latvian-endings", test_latvian_endings);
  g_test_add_func ("/text/names-apart", test_names_apart);
  g_test_add_func ("/text/beginnings", test_beginnings);
  g_test_add_func ("/text/prefix-law", test_prefix_law);
  g_test_add_func ("/text/index-key", test_index_key);
  g_test_add_func ("/text/variants", test_variants);
  g_test_add_func ("/text/match-range", test_match_range);
  g_test_add_func ("/text/short-cut", test_short_cut);
  g_test_add_func ("/text/fold-cyrillic", test_fold_cyrillic);
  g_test_add_func ("/text/collation", test_collation);
  g_test_add_func ("/text/join", test_join);
  return g_test_run ();
}
