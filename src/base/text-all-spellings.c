/* All spellings of a name that the index holds, each made of the choices that the word offers: few words offer any. */
#include "base/text-sounds.h"
#include "base/text-spelling.h"

#include <string.h>

/* Which choices a word offers: bits of salon_spelling_all(). */
enum {
  CHOICE_HISSING = 1 << 0,
  CHOICE_SOFT = 1 << 1,
  CHOICE_YE = 1 << 2,
  CHOICE_YO = 1 << 3,
  CHOICE_SINGLE = 1 << 4,
  CHOICE_ENGLISH = 1 << 5,
  CHOICE_GLIDE_UNIT = 1 << 6, /* 0 to 2 of these: SALON_GLIDE_J, _I, _Y */
  CHOICE_GLIDE = 3 << 6,
  N_CHOICES = 3 << 6,
};

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

  gboolean known = salon_letter_to_latin (last) != NULL || (last >= 'a' && last < 0x250);

  if (n < 3 || !known)
    return n;
  if (!salon_sounds_is_vowel (last) && last != 's' && last != 0x161 /* š */ && last != 0x441 /* с */)
    word[n++] = (SalonLetter){ 's', end, end };
  else if (last == 'a' && word[n - 2].c == 'k' && (word[n - 3].c == 's' || word[n - 3].c == 'c')) {
    word[n++] = (SalonLetter){ 'j', end, end };
    word[n++] = (SalonLetter){ 'a', end, end };
  }
  return n;
}

static guint
choices_of_sound (const SalonSpelled *sounds, guint i)
{
  gunichar c = sounds->letters[i].c;
  gunichar next = i + 1 < sounds->n ? sounds->letters[i + 1].c : 0;
  guint doubled = c == next ? CHOICE_SINGLE : 0;

  switch (c) {
  case 'h':
  case SALON_SOUND_SH:
  case SALON_SOUND_CH:
  case SALON_SOUND_ZH:
  case SALON_SOUND_KH:
  case SALON_SOUND_TS:
    return CHOICE_HISSING | doubled;
  case 't':
    return (next == 's' || next == 'z' ? CHOICE_HISSING : 0) | doubled;
  case SALON_SOUND_HARD_C:
    return CHOICE_HISSING | CHOICE_ENGLISH | doubled;
  case SALON_SOUND_GLIDE:
    return CHOICE_SOFT | CHOICE_YE | CHOICE_YO | CHOICE_SINGLE | CHOICE_GLIDE;
  case SALON_SOUND_LATENT:
    return CHOICE_SOFT | CHOICE_YO | CHOICE_GLIDE;
  case 'i':
  case SALON_SOUND_HARD_I:
  case SALON_SOUND_SHORT_I:
    return CHOICE_SOFT | CHOICE_GLIDE;
  case SALON_SOUND_SILENT_E:
  case SALON_SOUND_LATENT_E:
    return CHOICE_YE | CHOICE_ENGLISH;
  case 'e':
  case SALON_SOUND_YE:
    return CHOICE_YE | (next == 'e' || next == SALON_SOUND_YE ? CHOICE_SINGLE : 0);
  case SALON_SOUND_YO:
    return CHOICE_SOFT | CHOICE_YO;
  case SALON_SOUND_HARD_YO:
  case SALON_SOUND_MAYBE_YO:
    return CHOICE_HISSING | CHOICE_YO;
  default:
    return doubled;
  }
}

static guint
choices_of (const SalonSpelled *sounds)
{
  guint choices = 0;

  for (guint i = 0; i < sounds->n; i++)
    choices |= choices_of_sound (sounds, i);
  return choices;
}

static SalonSpelling
spelling_of (guint bits)
{
  return (SalonSpelling){
    .hissing = bits & CHOICE_HISSING ? SALON_SPELL_POOR : SALON_SPELL_RICH,
    .soft = bits & CHOICE_SOFT ? SALON_SPELL_POOR : SALON_SPELL_RICH,
    .ye = bits & CHOICE_YE ? SALON_SPELL_POOR : SALON_SPELL_RICH,
    .yo = bits & CHOICE_YO ? SALON_SPELL_POOR : SALON_SPELL_RICH,
    .glide = (SalonGlide) (SALON_GLIDE_J + bits / CHOICE_GLIDE_UNIT),
    .english = (bits & CHOICE_ENGLISH) != 0,
    .single = (bits & CHOICE_SINGLE) != 0,
  };
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
  guint choices = 0;

  n = MIN (n, SALON_WORD_MAX);
  memcpy (longer, word, n * sizeof *word);
  salon_sounds_read (longer, add_ending (longer, n), &sounds);
  salon_spelling_of_sounds (&sounds, &(SalonSpelling){ 0 }, &spelled);
  add_spelled (all, &spelled);
  choices = choices_of (&sounds);
  for (guint bits = 0; bits < N_CHOICES; bits++)
    if ((bits & ~choices) == 0) {
      SalonSpelling how = spelling_of (bits);

      salon_spelling_of_sounds (&sounds, &how, &spelled);
      add_spelled (all, &spelled);
    }
  return all;
}
