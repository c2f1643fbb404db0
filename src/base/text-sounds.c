/* What the letters of a name stand for, in Cyrillic, Latvian and English habit.  What ICU offers here (transliterators,
 * phonetic collation) knows one habit at a time. */
#include "base/text-sounds.h"

typedef struct {
  const SalonLetter *word;
  guint n;
  SalonSpelled *sounds;
} Reader;

static gunichar
letter_at (const Reader *self, guint i)
{
  return i < self->n ? self->word[i].c : 0;
}

static gunichar
letter_before (const Reader *self, guint i)
{
  return i > 0 ? self->word[i - 1].c : 0;
}

static void
add_sounds (Reader *self, guint i, const char *sounds)
{
  for (; *sounds != '\0'; sounds++)
    self->sounds->letters[self->sounds->n++] =
        (SalonLetter){ (guchar) *sounds, self->word[i].start, self->word[i].end };
}

/* After a letter that hisses ё sounds as o. */
static gboolean
follows_hissing (const Reader *self, guint i)
{
  gunichar second = i > 1 ? self->word[i - 2].c : 0;

  switch (letter_before (self, i)) {
  case 0x10d: /* č */
  case 0x161: /* š */
  case 0x17e: /* ž */
  case 0x436: /* ж */
  case 0x447: /* ч */
  case 0x448: /* ш */
  case 0x449: /* щ */
    return TRUE;
  case 'h':
    return second == 's' || second == 'c' || second == 'z';
  default:
    return FALSE;
  }
}

static gboolean
is_glide (gunichar c)
{
  return c == 'j' || c == 'y' || c == 0x44c /* ь */;
}

/* е in Королев and Solovyeva: the endings -ев, -ева, -evs after a consonant */
static gboolean
is_in_ending (const Reader *self, guint i)
{
  gunichar before = letter_before (self, i);
  gunichar next = letter_at (self, i + 1);
  gunichar last = letter_at (self, i + 2);

  if (is_glide (before) && i > 1)
    before = self->word[i - 2].c;
  if (before == 0 || salon_sounds_is_vowel (before) || (next != 'v' && next != 0x432 /* в */))
    return FALSE;
  return i + 2 == self->n || (i + 3 == self->n && (last == 'a' || last == 's' || last == 0x430 /* а */));
}

/* Whether the letter before the last r of a word, or before -rs, follows nd: the e of Alexander, the r of Aleksandrs */
static gboolean
follows_nd (const Reader *self, guint i, guint r_at)
{
  gunichar r = letter_at (self, r_at);
  gunichar d = letter_before (self, i);
  gunichar n = i > 1 ? self->word[i - 2].c : 0;
  gboolean last = r_at + 1 == self->n || (r_at + 2 == self->n && letter_at (self, r_at + 1) == 's');

  return last && (r == 'r' || r == 0x440 /* р */) && (d == 'd' || d == 0x434 /* д */)
         && (n == 'n' || n == 0x43d /* н */);
}

static const char *
sounds_of_e (const Reader *self, guint i, const char *usual)
{
  if (follows_nd (self, i, i + 1))
    return "D";
  if (!is_in_ending (self, i))
    return usual;
  return follows_hissing (self, i) ? "Q" : "O";
}

/* NULL for the letters whose sounds are their Latin letters. */
static const char *
sounds_of_cyrillic (const Reader *self, guint i)
{
  switch (self->word[i].c) {
  case 0x435: /* е */
    return sounds_of_e (self, i, "E");
  case 0x438: /* и */
  case 0x456: /* і */
    return "i";
  case 0x44b: /* ы */
    return "I";
  case 0x439: /* й */
    return "Y";
  case 0x458: /* ј */
    return "J";
  case 0x43e: /* о */
    return follows_hissing (self, i) ? "P" : "o";
  case 0x445: /* х */
    return "H";
  case 0x446: /* ц */
    return "T";
  case 0x44a: /* ъ */
  case 0x44c: /* ь */
    return salon_sounds_is_vowel (letter_at (self, i + 1)) ? "J" : "";
  case 0x44e: /* ю */
    return "Ju";
  case 0x44f: /* я */
    return "Ja";
  case 0x451: /* ё */
    return follows_hissing (self, i) ? "Q" : "O";
  case 0x454: /* є */
    return "Je";
  case 0x457: /* ї */
    return "Ji";
  default:
    return NULL;
  }
}

static const char *
sounds_of_c (const Reader *self, guint i)
{
  gunichar next = letter_at (self, i + 1);

  if (i == 0 || next == 'h' || next == 'k')
    return "c";
  return next == 'e' || next == 'i' || next == 'j' || next == 'y' ? "T" : "K";
}

/* NULL for the letters that are always spelled as they are. */
static const char *
sounds_of_latin (const Reader *self, guint i)
{
  switch (self->word[i].c) {
  case 'c':
    return sounds_of_c (self, i);
  case 'e':
    return sounds_of_e (self, i, NULL);
  case 'j':
  case 'y':
    return "J";
  case 'o':
    return follows_hissing (self, i) ? "P" : NULL;
  case 'q':
    return "k";
  case 'w':
    return "v";
  case 'x':
    return "ks";
  case 0x10d: /* č */
    return "C";
  case 0x161: /* š */
    return "S";
  case 0x17e: /* ž */
    return "Z";
  default:
    return NULL;
  }
}

static const char *
base_of_soft (gunichar c)
{
  switch (c) {
  case 0x123: /* ģ */
    return "g";
  case 0x137: /* ķ */
    return "k";
  case 0x13c: /* ļ */
    return "l";
  case 0x146: /* ņ */
    return "n";
  case 0x157: /* ŗ */
    return "r";
  default:
    return NULL;
  }
}

static void
add_letter (Reader *self, guint i)
{
  gunichar c = self->word[i].c;
  gunichar next = letter_at (self, i + 1);
  const char *latin = salon_letter_to_latin (c);
  const char *sounds = latin != NULL ? sounds_of_cyrillic (self, i) : sounds_of_latin (self, i);
  const char *soft = base_of_soft (c);

  if (follows_nd (self, i, i))
    add_sounds (self, i, "F");
  if (c == 'i' && self->sounds->n > 0 && self->sounds->letters[self->sounds->n - 1].c == 'i')
    self->sounds->letters[self->sounds->n - 1].end = self->word[i].end; /* Iurii ends as Yuri */
  else if (sounds != NULL || latin != NULL)
    add_sounds (self, i, sounds != NULL ? sounds : latin);
  else if (soft != NULL) {
    add_sounds (self, i, soft);
    add_sounds (self, i, next == 'a' || next == 'o' || next == 'u' ? "L" : "");
  } else if (i == 0 && next == 'u' && (c == 'l' || c == 'n'))
    add_sounds (self, i, c == 'l' ? "lL" : "nL"); /* Ludmila is Людмила */
  else
    self->sounds->letters[self->sounds->n++] = self->word[i];
}

/**
 * salon_sounds_is_vowel:
 * @c: a small letter, Latin or Cyrillic
 *
 * Returns: whether it is a vowel; y and ь are none
 */
gboolean
salon_sounds_is_vowel (gunichar c)
{
  switch (c) {
  case 'a':
  case 'e':
  case 'i':
  case 'o':
  case 'u':
  case 0x430: /* а */
  case 0x435: /* е */
  case 0x438: /* и */
  case 0x43e: /* о */
  case 0x443: /* у */
  case 0x44b: /* ы */
  case 0x44d: /* э */
  case 0x44e: /* ю */
  case 0x44f: /* я */
  case 0x451: /* ё */
  case 0x454: /* є */
  case 0x456: /* і */
  case 0x457: /* ї */
    return TRUE;
  default:
    return FALSE;
  }
}

/**
 * salon_sounds_read:
 * @word: (array length=n): the letters of a word
 * @n: how many, at most %SALON_WORD_MAX and two for an ending
 * @sounds: (out caller-allocates): its sounds
 */
void
salon_sounds_read (const SalonLetter *word, guint n, SalonSpelled *sounds)
{
  Reader self = { word, n, sounds };

  g_return_if_fail (n <= SALON_WORD_MAX + 2);
  sounds->n = 0;
  for (guint i = 0; i < n; i++)
    add_letter (&self, i);
}
