/* One name is spelled in many ways: Юлия, Yulia, Jūlija, Iuliia; Шишкин, Shishkin, Šiškins, Siskins.
 *
 * A key has the letters a–z, in which y, j and i are one letter, except that a word may begin with j.  Each word has several spellings.  The index holds all of
 * them, so that what is typed in any spelling, and any beginning of it, is found as it stands.  Poorer spellings lose
 * sounds, but every spelling can be brought to the poorest one: there a name kept without accents and the same name typed
 * with them, or in Cyrillic, meet.
 *
 * A typed spelling never looks ahead: the key of a beginning is the beginning of the key. */
#include "base/text-spelling.h"

#include <string.h>

/* Sounds that are not letters of the key yet. */
#define GLIDE    'J' /* y or j; before a vowel it may vanish */
#define LATENT   'L' /* the softness of ļ ņ ķ ģ ŗ, which is not written before a vowel */
#define YE       'E' /* Cyrillic е */
#define YO       'O' /* ё */
#define HARD_YO  'Q' /* ё after ж ч ш щ, which others hear as o */
#define MAYBE_YO 'P' /* o after ž č š, which may be ё */

typedef struct {
  SalonSpelling spelling;
  const SalonLetter *word;
  guint n;
  SalonSpelled sounds;
  SalonSpelled *out;
} Speller;

static gunichar
letter_at (const Speller *self, guint i)
{
  return i < self->n ? self->word[i].c : 0;
}

static gboolean
is_vowel (gunichar c)
{
  return c != 0 && c < 0x80 && strchr ("aeiou", (int) c) != NULL;
}

static gboolean
is_cyrillic_vowel (gunichar c)
{
  switch (c) {
  case 0x430: /* а */
  case 0x435: /* е */
  case 0x438: /* и */
  case 0x43e: /* о */
  case 0x443: /* у */
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

static void
append_letter (SalonSpelled *to, gunichar c, guint start, guint end)
{
  if (to->n < SALON_SPELLED_MAX)
    to->letters[to->n++] = (SalonLetter){ c, start, end };
}

static void
add_sounds (Speller *self, guint i, const char *sounds)
{
  for (; *sounds != '\0'; sounds++)
    append_letter (&self->sounds, (guchar) *sounds, self->word[i].start, self->word[i].end);
}

/* After a letter that hisses, е and o may be ё. */
static gboolean
follows_hissing (const Speller *self, guint i)
{
  gunichar before = i > 0 ? self->word[i - 1].c : 0;
  gunichar second = i > 1 ? self->word[i - 2].c : 0;

  switch (before) {
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

/* Cyrillic letters whose sounds are not just their Latin letters. */
static gboolean
add_cyrillic (Speller *self, guint i)
{
  gunichar c = self->word[i].c;
  const char *latin = salon_letter_to_latin (c);
  gboolean rich = self->spelling.hissing == SALON_SPELL_RICH;

  if (latin == NULL)
    return FALSE;
  switch (c) {
  case 0x435: /* е */
    add_sounds (self, i, follows_hissing (self, i) ? "Q" : "E");
    break;
  case 0x451: /* ё */
    add_sounds (self, i, follows_hissing (self, i) ? "Q" : "O");
    break;
  case 0x43e: /* о */
    add_sounds (self, i, follows_hissing (self, i) ? "P" : "o");
    break;
  case 0x44a: /* ъ */
  case 0x44c: /* ь */
    add_sounds (self, i, is_cyrillic_vowel (letter_at (self, i + 1)) ? "J" : "");
    break;
  case 0x445: /* х */
    add_sounds (self, i, rich ? "kh" : "h");
    break;
  case 0x446: /* ц */
    add_sounds (self, i, rich ? "ts" : "c");
    break;
  case 0x44b: /* ы */
  case 0x438: /* и */
  case 0x456: /* і */
    add_sounds (self, i, "i");
    break;
  case 0x439: /* й */
  case 0x458: /* ј */
    add_sounds (self, i, "J");
    break;
  case 0x44e: /* ю */
    add_sounds (self, i, "Ju");
    break;
  case 0x44f: /* я */
    add_sounds (self, i, "Ja");
    break;
  case 0x454: /* є */
    add_sounds (self, i, "Je");
    break;
  case 0x457: /* ї */
    add_sounds (self, i, "Ji");
    break;
  default:
    add_sounds (self, i, latin);
    break;
  }
  return TRUE;
}

static void
add_soft_latvian (Speller *self, guint i, const char *base)
{
  gunichar next = letter_at (self, i + 1);

  add_sounds (self, i, base);
  if (next == 'a' || next == 'o' || next == 'u')
    add_sounds (self, i, "L");
}

static void
add_latin (Speller *self, guint i)
{
  gunichar c = self->word[i].c;
  gboolean rich = self->spelling.hissing == SALON_SPELL_RICH;

  switch (c) {
  case 'e':
    add_sounds (self, i, follows_hissing (self, i) ? "Q" : "e");
    break;
  case 'o':
    add_sounds (self, i, follows_hissing (self, i) ? "P" : "o");
    break;
  case 'j':
  case 'y':
    add_sounds (self, i, "J");
    break;
  case 'q':
    add_sounds (self, i, "k");
    break;
  case 'w':
    add_sounds (self, i, "v");
    break;
  case 'x':
    add_sounds (self, i, "ks");
    break;
  case 0x10d: /* č */
    add_sounds (self, i, rich ? "ch" : "c");
    break;
  case 0x161: /* š */
    add_sounds (self, i, rich ? "sh" : "s");
    break;
  case 0x17e: /* ž */
    add_sounds (self, i, rich ? "zh" : "z");
    break;
  case 0x123: /* ģ */
    add_soft_latvian (self, i, "g");
    break;
  case 0x137: /* ķ */
    add_soft_latvian (self, i, "k");
    break;
  case 0x13c: /* ļ */
    add_soft_latvian (self, i, "l");
    break;
  case 0x146: /* ņ */
    add_soft_latvian (self, i, "n");
    break;
  case 0x157: /* ŗ */
    add_soft_latvian (self, i, "r");
    break;
  default:
    append_letter (&self->sounds, c, self->word[i].start, self->word[i].end);
    break;
  }
}

static gunichar
sound_at (const Speller *self, guint i)
{
  return i < self->sounds.n ? self->sounds.letters[i].c : 0;
}

static gunichar
last_out (const Speller *self)
{
  return self->out->n == 0 ? 0 : self->out->letters[self->out->n - 1].c;
}

/* Writes one letter of the key for the sounds from @first to @last.  Never two i, and no double letters if they are
 * written once. */
static void
emit (Speller *self, gunichar c, guint first, guint last)
{
  const SalonLetter *sounds = self->sounds.letters;

  if (last_out (self) == c && (c == 'i' || (self->spelling.single && !g_unichar_isdigit (c))))
    self->out->letters[self->out->n - 1].end = sounds[last].end;
  else
    append_letter (self->out, c, sounds[first].start, sounds[last].end);
}

static gboolean
after_consonant (const Speller *self)
{
  gunichar last = last_out (self);

  return last != 0 && !is_vowel (last);
}

/* At the start of a word j is a letter of its own: who types "i" does not mean Jana. */
static void
emit_glide (Speller *self, guint i)
{
  emit (self, self->out->n == 0 ? 'j' : 'i', i, i);
}

/* A glide before e: "Jeļena" and "Elena". */
static guint
spell_glide (Speller *self, guint i)
{
  const SalonSpelling *spelling = &self->spelling;
  gunichar next = sound_at (self, i + 1);

  if (next == GLIDE)
    return 1;
  if (next == 'e' || next == YE) {
    if (spelling->ye != SALON_SPELL_POOR)
      emit_glide (self, i);
    return 1;
  }
  if (next == 'o' && spelling->yo == SALON_SPELL_POOR) {
    emit (self, 'e', i, i + 1);
    return 2;
  }
  if (next == YO && spelling->ye == SALON_SPELL_POOR && spelling->yo != SALON_SPELL_RICH)
    return 1;
  if (after_consonant (self) && (next == 'a' || next == 'o' || next == 'u')
      && spelling->soft == SALON_SPELL_POOR)
    return 1;
  emit_glide (self, i);
  return 1;
}

static guint
spell_latent (Speller *self, guint i)
{
  if (sound_at (self, i + 1) == 'o' && self->spelling.yo == SALON_SPELL_POOR) {
    emit (self, 'e', i + 1, i + 1);
    return 2;
  }
  if (self->spelling.soft == SALON_SPELL_RICH)
    emit_glide (self, i);
  return 1;
}

static guint
spell_yo (Speller *self, guint i)
{
  const SalonSpelling *spelling = &self->spelling;

  if (spelling->yo != SALON_SPELL_RICH) {
    emit (self, 'e', i, i);
    return 1;
  }
  if (!(after_consonant (self) && spelling->soft == SALON_SPELL_POOR))
    emit_glide (self, i);
  emit (self, 'o', i, i);
  return 1;
}

static guint
spell_ye (Speller *self, guint i)
{
  if (self->spelling.ye == SALON_SPELL_RICH && !after_consonant (self))
    emit_glide (self, i);
  emit (self, 'e', i, i);
  return 1;
}

/* Two letters that are one sound, written by one letter. */
static guint
spell_digraph (Speller *self, guint i)
{
  gunichar c = sound_at (self, i);
  gunichar next = sound_at (self, i + 1);
  gunichar one = 0;

  if (next == 'h' && (c == 's' || c == 'c' || c == 'z' || c == 't' || c == 'g'))
    one = c;
  else if (next == 'h' && c == 'k')
    one = 'h';
  else if (next == 'h' && c == 'p')
    one = 'f';
  else if (c == 'c' && next == 'k')
    one = 'k';
  else if (c == 't' && (next == 's' || next == 'z') && sound_at (self, i + 2) != 'h')
    one = 'c';
  if (one == 0)
    return 0;
  emit (self, one, i, i + 1);
  return 2;
}

/* An i that stands for y: "Liudmila", "Iana" */
static guint
spell_i (Speller *self, guint i)
{
  gunichar next = sound_at (self, i + 1);
  gunichar before = last_out (self);
  gboolean poor = self->spelling.soft == SALON_SPELL_POOR;

  if (poor && before == 0 && (next == 'a' || next == 'o' || next == 'u'))
    emit (self, 'j', i, i);
  else if (!(poor && next == 'u' && (before == 'l' || before == 'n')))
    emit (self, 'i', i, i);
  return 1;
}

/* Returns how many sounds it used. */
static guint
spell_sound (Speller *self, guint i)
{
  gunichar c = sound_at (self, i);
  guint used = self->spelling.hissing == SALON_SPELL_POOR ? spell_digraph (self, i) : 0;

  if (used > 0)
    return used;
  switch (c) {
  case GLIDE:
    return spell_glide (self, i);
  case LATENT:
    return spell_latent (self, i);
  case YE:
    return spell_ye (self, i);
  case YO:
    return spell_yo (self, i);
  case HARD_YO:
    emit (self, self->spelling.yo == SALON_SPELL_RICH ? 'o' : 'e', i, i);
    return 1;
  case MAYBE_YO:
    /* Not in the poorest spelling, where Жора must meet Zora. */
    emit (self,
          self->spelling.yo == SALON_SPELL_POOR && self->spelling.hissing != SALON_SPELL_POOR ? 'e' : 'o', i,
          i);
    return 1;
  case 'i':
    return spell_i (self, i);
  default:
    emit (self, c, i, i);
    return 1;
  }
}

static gboolean
is_same (const SalonSpelled *a, const SalonSpelled *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (a->letters[i].c != b->letters[i].c)
      return FALSE;
  return TRUE;
}

/* Adds a spelling that the list does not have, with the ending that a man's name takes in Latvian. */
static void
add_spelled (GArray *list, SalonSpelled *spelled, gboolean ending)
{
  guint place = spelled->n == 0 ? 0 : spelled->letters[spelled->n - 1].end;

  if (spelled->n == 0)
    return;
  if (ending && spelled->letters[spelled->n - 1].c != 's')
    append_letter (spelled, 's', place, place);
  for (guint i = 0; i < list->len; i++)
    if (is_same (&g_array_index (list, SalonSpelled, i), spelled))
      return;
  g_array_append_vals (list, spelled, 1);
}

/* Latvian adds an s to a man's name: Иванов is written Ivanovs there. */
static gboolean
takes_latvian_ending (const SalonLetter *word, guint n)
{
  gunichar last = word[n - 1].c;

  return n > 2 && n < SALON_WORD_MAX && salon_letter_to_latin (last) != NULL && !is_cyrillic_vowel (last)
         && last != 0x44b /* ы */;
}

/**
 * salon_spelling_foreach_word:
 * @text: any text
 * @func: called with the letters of each word
 * @user_data: for @func
 */
void
salon_spelling_foreach_word (const char *text, SalonWordFunc func, gpointer user_data)
{
  g_autoptr (GArray) letters = salon_letters_read (text);
  const SalonLetter *all = (const SalonLetter *) (gpointer) letters->data;

  for (guint i = 0; i < letters->len;) {
    guint start = i;

    while (i < letters->len && all[i].c != ' ')
      i++;
    func (all + start, i - start, user_data);
    i++;
  }
}

/**
 * salon_spelling_apply:
 * @word: (array length=n): the letters of one word; those after %SALON_WORD_MAX do not count
 * @n: how many
 * @spelling: how to spell it
 * @spelled: (out caller-allocates): the letters of the key
 */
void
salon_spelling_apply (const SalonLetter *word, guint n, const SalonSpelling *spelling, SalonSpelled *spelled)
{
  Speller self;

  self.spelling = *spelling;
  self.word = word;
  self.n = MIN (n, SALON_WORD_MAX);
  self.sounds.n = 0;
  self.out = spelled;
  spelled->n = 0;
  for (guint i = 0; i < self.n; i++)
    if (!add_cyrillic (&self, i))
      add_latin (&self, i);
  for (guint i = 0; i < self.sounds.n;)
    i += spell_sound (&self, i);
}

/**
 * salon_spelling_all:
 * @word: (array length=n): the letters of one word of a name
 * @n: how many
 *
 * Returns: (transfer full) (element-type SalonSpelled): all its spellings, as typed first, each once
 */
GArray *
salon_spelling_all (const SalonLetter *word, guint n)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SalonSpelled));
  gboolean ending = takes_latvian_ending (word, n);
  SalonSpelled spelled;

  salon_spelling_apply (word, n, &(SalonSpelling){ 0 }, &spelled);
  add_spelled (all, &spelled, ending);
  for (guint bits = 0; bits < 32; bits++) {
    SalonSpelling spelling = {
      .hissing = bits & 1 ? SALON_SPELL_POOR : SALON_SPELL_RICH,
      .soft = bits & 2 ? SALON_SPELL_POOR : SALON_SPELL_RICH,
      .ye = bits & 4 ? SALON_SPELL_POOR : SALON_SPELL_RICH,
      .yo = bits & 8 ? SALON_SPELL_POOR : SALON_SPELL_RICH,
      .single = (bits & 16) != 0,
    };

    salon_spelling_apply (word, n, &spelling, &spelled);
    add_spelled (all, &spelled, ending);
  }
  return all;
}

/**
 * salon_spelled_append:
 * @spelled: a spelled word
 * @out: where its letters are added
 */
void
salon_spelled_append (const SalonSpelled *spelled, GString *out)
{
  for (guint i = 0; i < spelled->n; i++)
    g_string_append_unichar (out, spelled->letters[i].c);
}
