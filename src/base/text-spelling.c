/* One name is spelled in many ways: Юлия, Yulia, Jūlija, Iuliia; Шишкин, Shishkin, Šiškins, Siskins.
 *
 * A key has the letters a–z; y is written j.  Each word has several spellings.  The index holds all of them, so that what
 * is typed in any spelling, and any beginning of it, is found as it stands.  Poorer spellings lose sounds, but every
 * spelling can be brought to the poorest one: there a name kept without accents and the same name typed with them, or in
 * Cyrillic, meet.
 *
 * A typed spelling never looks ahead: the key of a beginning is the beginning of the key. */
#include "base/text-spelling.h"
#include "base/text-sounds.h"

#include <string.h>

typedef struct {
  const SalonSpelling *how;
  const SalonSpelled *sounds;
  SalonSpelled *out;
} Speller;

static gunichar
sound_at (const Speller *self, guint i)
{
  return i < self->sounds->n ? self->sounds->letters[i].c : 0;
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
  const SalonLetter *sounds = self->sounds->letters;
  SalonSpelled *out = self->out;

  if (last_out (self) == c && (c == 'i' || (self->how->single && !g_unichar_isdigit (c))))
    out->letters[out->n - 1].end = sounds[last].end;
  else if (out->n < SALON_SPELLED_MAX)
    out->letters[out->n++] = (SalonLetter){ c, sounds[first].start, sounds[last].end };
}

static gboolean
after_consonant (const Speller *self)
{
  gunichar last = last_out (self);

  return last != 0 && last != 'j' && !salon_sounds_is_vowel (last);
}

/* A word that begins with j always does: who types "i" does not mean Jana. */
static void
emit_glide (Speller *self, guint i)
{
  emit (self, self->how->glide == SALON_SPELL_POOR && self->out->n > 0 ? 'i' : 'j', i, i);
}

/* j and what becomes of it before a vowel: "Jeļena" and "Elena", "Lyudmila" and "Ludmila" */
static guint
spell_glide (Speller *self, guint i)
{
  const SalonSpelling *how = self->how;
  gunichar next = sound_at (self, i + 1);

  if (next == SALON_SOUND_GLIDE)
    return 1;
  if (how->ye == SALON_SPELL_POOR && (next == 'e' || next == SALON_SOUND_YE))
    return 1;
  if (how->ye == SALON_SPELL_POOR && next == SALON_SOUND_YO && how->yo != SALON_SPELL_RICH)
    return 1;
  if (how->yo == SALON_SPELL_POOR && next == 'o') {
    emit (self, 'e', i, i + 1);
    return 2;
  }
  if (how->soft == SALON_SPELL_POOR && after_consonant (self) && (next == 'a' || next == 'o' || next == 'u'))
    return 1;
  emit_glide (self, i);
  return 1;
}

static guint
spell_latent (Speller *self, guint i)
{
  if (sound_at (self, i + 1) == 'o' && self->how->yo == SALON_SPELL_POOR) {
    emit (self, 'e', i + 1, i + 1);
    return 2;
  }
  if (self->how->soft == SALON_SPELL_RICH)
    emit_glide (self, i);
  return 1;
}

static guint
spell_yo (Speller *self, guint i)
{
  gunichar last = last_out (self);
  gboolean softened =
      last == 'j' || last == 'i' || (after_consonant (self) && self->how->soft == SALON_SPELL_POOR);

  if (self->how->yo != SALON_SPELL_RICH) {
    emit (self, 'e', i, i);
    return 1;
  }
  if (!softened)
    emit_glide (self, i);
  emit (self, 'o', i, i);
  return 1;
}

static guint
spell_ye (Speller *self, guint i)
{
  if (self->how->ye == SALON_SPELL_RICH && !after_consonant (self))
    emit_glide (self, i);
  emit (self, 'e', i, i);
  return 1;
}

/* An i that stands for y: "Liudmila", "Iana"; "Zaiceva" for Зайцева, "Maija" for Майя */
static guint
spell_i (Speller *self, guint i)
{
  gunichar next = sound_at (self, i + 1);
  gunichar before = last_out (self);
  gboolean poor = self->how->soft == SALON_SPELL_POOR;

  if (self->how->glide == SALON_SPELL_RICH && salon_sounds_is_vowel (before)) {
    if (next != SALON_SOUND_GLIDE)
      emit (self, 'j', i, i);
  } else if (poor && before == 0 && (next == 'a' || next == 'o' || next == 'u'))
    emit (self, 'j', i, i);
  else if (!(poor && next == 'u' && (before == 'l' || before == 'n')))
    emit (self, 'i', i, i);
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

static guint
spell_hissing (Speller *self, guint i, const char *rich, gunichar plain)
{
  if (self->how->hissing != SALON_SPELL_RICH)
    emit (self, plain, i, i);
  else
    for (; *rich != '\0'; rich++)
      emit (self, (guchar) *rich, i, i);
  return 1;
}

/* Not in the poorest spelling, where Жора must meet Zora. */
static gboolean
takes_o_for_yo (const SalonSpelling *how)
{
  return how->yo == SALON_SPELL_POOR && how->hissing != SALON_SPELL_POOR;
}

/* Returns how many sounds it used. */
static guint
spell_sound (Speller *self, guint i)
{
  gunichar c = sound_at (self, i);
  guint used = self->how->hissing == SALON_SPELL_POOR ? spell_digraph (self, i) : 0;

  if (used > 0)
    return used;
  switch (c) {
  case 'i':
    return spell_i (self, i);
  case SALON_SOUND_GLIDE:
    return spell_glide (self, i);
  case SALON_SOUND_LATENT:
    return spell_latent (self, i);
  case SALON_SOUND_YE:
    return spell_ye (self, i);
  case SALON_SOUND_YO:
    return spell_yo (self, i);
  case SALON_SOUND_HARD_YO:
    emit (self, self->how->yo == SALON_SPELL_RICH ? 'o' : 'e', i, i);
    return 1;
  case SALON_SOUND_MAYBE_YO:
    emit (self, takes_o_for_yo (self->how) ? 'e' : 'o', i, i);
    return 1;
  case SALON_SOUND_SH:
    return spell_hissing (self, i, "sh", 's');
  case SALON_SOUND_CH:
    return spell_hissing (self, i, "ch", 'c');
  case SALON_SOUND_ZH:
    return spell_hissing (self, i, "zh", 'z');
  case SALON_SOUND_KH:
    return spell_hissing (self, i, "kh", 'h');
  case SALON_SOUND_TS:
    return spell_hissing (self, i, "ts", 'c');
  case SALON_SOUND_HARD_C:
    emit (self, self->how->hard_c ? 'k' : 'c', i, i);
    return 1;
  default:
    emit (self, c, i, i);
    return 1;
  }
}

static void
spell (const SalonSpelled *sounds, const SalonSpelling *how, SalonSpelled *out)
{
  Speller self = { how, sounds, out };

  out->n = 0;
  for (guint i = 0; i < sounds->n;)
    i += spell_sound (&self, i);
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

/* Adds a spelling that the list does not have. */
static void
add_spelled (GArray *list, const SalonSpelled *spelled)
{
  for (guint i = 0; i < list->len; i++)
    if (is_same (&g_array_index (list, SalonSpelled, i), spelled))
      return;
  if (spelled->n > 0)
    g_array_append_vals (list, spelled, 1);
}

/* Endings that others write and that do not hide the word as it stands: Latvian adds an s to a man's name (Иванов is
 * Ivanovs there), and writes -ska, -cka for -ская, -цкая. */
static guint
add_ending (SalonLetter *word, guint n)
{
  gunichar last = word[n - 1].c;
  guint end = word[n - 1].end;
  gboolean cyrillic = salon_letter_to_latin (last) != NULL;

  if (n < 3)
    return n;
  if (cyrillic && !salon_sounds_is_vowel (last) && last != 0x441 /* с */)
    word[n++] = (SalonLetter){ 's', end, end };
  else if (last == 'a' && word[n - 2].c == 'k' && (word[n - 3].c == 's' || word[n - 3].c == 'c')) {
    word[n++] = (SalonLetter){ 'j', end, end };
    word[n++] = (SalonLetter){ 'a', end, end };
  }
  return n;
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
 * @how: how to spell it
 * @spelled: (out caller-allocates): the letters of the key
 */
void
salon_spelling_apply (const SalonLetter *word, guint n, const SalonSpelling *how, SalonSpelled *spelled)
{
  SalonSpelled sounds;

  salon_sounds_read (word, MIN (n, SALON_WORD_MAX), &sounds);
  spell (&sounds, how, spelled);
}

/**
 * salon_spelling_all:
 * @word: (array length=n): the letters of one word of a name; those after %SALON_WORD_MAX do not count
 * @n: how many, at least 1
 *
 * Returns: (transfer full) (element-type SalonSpelled): all its spellings, as typed first, each once
 */
GArray *
salon_spelling_all (const SalonLetter *word, guint n)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SalonSpelled));
  SalonLetter longer[SALON_WORD_MAX + 2];
  SalonSpelled sounds;
  SalonSpelled spelled;

  n = MIN (n, SALON_WORD_MAX);
  memcpy (longer, word, n * sizeof *word);
  salon_sounds_read (longer, add_ending (longer, n), &sounds);
  spell (&sounds, &(SalonSpelling){ 0 }, &spelled);
  add_spelled (all, &spelled);
  for (guint bits = 0; bits < 64; bits++) {
    SalonSpelling how = {
      .hissing = bits & 1 ? SALON_SPELL_POOR : SALON_SPELL_RICH,
      .soft = bits & 2 ? SALON_SPELL_POOR : SALON_SPELL_RICH,
      .ye = bits & 4 ? SALON_SPELL_POOR : SALON_SPELL_RICH,
      .yo = bits & 8 ? SALON_SPELL_POOR : SALON_SPELL_RICH,
      .glide = bits & 16 ? SALON_SPELL_POOR : SALON_SPELL_RICH,
      .hard_c = !(bits & 1),
      .single = (bits & 32) != 0,
    };

    spell (&sounds, &how, &spelled);
    add_spelled (all, &spelled);
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
