/* One name is spelled in many ways: Юлия, Yulia, Jūlija, Iuliia; Шишкин, Shishkin, Šiškins, Siskins.
 *
 * A key has the letters a–z; y is й, any other y is written j.  Each word has several spellings.  The index holds all of them, so that what
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
is_consonant (gunichar c)
{
  return c != 0 && c != 'j' && c != 'y' && !salon_sounds_is_vowel (c);
}

static gboolean
is_back_vowel (gunichar c)
{
  return c == 'a' || c == 'o' || c == 'u';
}

static gboolean
is_glide (gunichar c)
{
  return c == SALON_SOUND_GLIDE || c == SALON_SOUND_SHORT_I;
}

/* The last sound, or the last before the s of a Latvian name. */
static gboolean
is_last (const Speller *self, guint i)
{
  return i + 1 == self->sounds->n || (i + 2 == self->sounds->n && sound_at (self, i + 1) == 's');
}

/* Whether the consonant before may be soft without a sign of it: anywhere within a word, but at its start only where
 * Latvian has a letter for it (Ļudmila is kept as Ludmila; nobody keeps Vjačeslavs as Vačeslavs). */
static gboolean
may_lose_softness (const Speller *self)
{
  gunichar last = last_out (self);

  return self->out->n == 1 ? last < 0x80 && strchr ("gklnr", (int) last) != NULL : is_consonant (last);
}

/* "Natalja" begins as "natali", but who types "li" means neither Ljubova nor Aljona, nor Poļakova by "poli". */
static gboolean
may_be_i (const Speller *self, guint i, gunichar next)
{
  if (!is_consonant (last_out (self)))
    return next != 'e' && next != SALON_SOUND_YE && next != SALON_SOUND_YO;
  if (is_back_vowel (next))
    return next == 'a' && is_last (self, i + 1);
  return TRUE;
}

/* Writes a glide before the sound @next.  A word that begins with j always does: who types "i" does not mean Jana. */
static void
emit_glide (Speller *self, guint i, gunichar next)
{
  gboolean before_vowel = salon_sounds_is_vowel (next) || next == SALON_SOUND_YE || next == SALON_SOUND_YO;
  gunichar last = last_out (self);
  SalonGlide glide = self->how->glide;

  if (last == 0)
    emit (self, 'j', i, i);
  else if (glide == SALON_GLIDE_I)
    emit (self, may_be_i (self, i, next) ? 'i' : 'j', i, i);
  else if (glide == SALON_GLIDE_TYPED)
    emit (self, sound_at (self, i) == SALON_SOUND_SHORT_I ? 'y' : 'j', i, i);
  else if (glide == SALON_GLIDE_Y
           && (!before_vowel || (salon_sounds_is_vowel (last) && is_back_vowel (next)))) {
    if (is_consonant (last))
      emit (self, 'i', i, i);
    emit (self, 'y', i, i);
    if (before_vowel)
      emit (self, 'j', i, i);
  } else
    emit (self, 'j', i, i);
}

/* A glide that may be the last sound: "Dmitry" is "Dmitrijs" and Дмитрий.  Where nothing is left of it nothing is left of
 * the s, or Jurijs would be Juris; but Жуковский is Žukovskis. */
static guint
spell_last_glide (Speller *self, guint i, gunichar next)
{
  const SalonSpelling *how = self->how;
  gunichar before = i > 0 ? sound_at (self, i - 1) : 0;
  gboolean last = is_last (self, i);

  if (last && how->glide == SALON_GLIDE_I && before == 'i')
    return i > 1 && sound_at (self, i - 2) == 'k' ? 1 : 2;
  if (last && how->glide == SALON_GLIDE_J && how->soft == SALON_SPELL_POOR && before != 'i'
      && is_consonant (last_out (self)))
    emit (self, 'i', i, i);
  emit_glide (self, i, next);
  return 1;
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
  if (how->yo == SALON_SPELL_POOR && next == 'o' && self->out->n > 0) {
    emit (self, 'e', i, i + 1);
    return 2;
  }
  if (how->soft == SALON_SPELL_POOR && is_back_vowel (next) && may_lose_softness (self))
    return 1;
  return spell_last_glide (self, i, next);
}

/* й, of which nothing is left before я: "Maja" for Майя */
static guint
spell_short_i (Speller *self, guint i)
{
  gunichar next = sound_at (self, i + 1);
  SalonGlide glide = self->how->glide;

  if (next != SALON_SOUND_GLIDE)
    return spell_last_glide (self, i, next);
  if (glide == SALON_GLIDE_TYPED || glide == SALON_GLIDE_Y)
    emit (self, self->out->n > 0 ? 'y' : 'j', i, i);
  return 1;
}

static guint
spell_latent (Speller *self, guint i)
{
  gunichar next = sound_at (self, i + 1);

  if (next == 'o' && self->how->yo == SALON_SPELL_POOR) {
    emit (self, 'e', i + 1, i + 1);
    return 2;
  }
  if (self->how->soft == SALON_SPELL_RICH)
    emit_glide (self, i, next);
  return 1;
}

static guint
spell_yo (Speller *self, guint i)
{
  gunichar last = last_out (self);
  gboolean softened =
      last == 'j' || last == 'i' || (self->how->soft == SALON_SPELL_POOR && may_lose_softness (self));

  if (self->how->yo != SALON_SPELL_RICH) {
    emit (self, 'e', i, i);
    return 1;
  }
  if (!softened)
    emit (self, 'j', i, i);
  emit (self, 'o', i, i);
  return 1;
}

static guint
spell_ye (Speller *self, guint i)
{
  gboolean glided = i > 0 && is_glide (sound_at (self, i - 1));

  if (self->how->ye == SALON_SPELL_RICH && !glided && !is_consonant (last_out (self)))
    emit (self, 'j', i, i);
  emit (self, 'e', i, i);
  return 1;
}

/* An i after a vowel stands for й: "Zaiceva", "Maija". */
static guint
spell_i_after_vowel (Speller *self, guint i)
{
  gunichar next = sound_at (self, i + 1);

  if (self->how->glide == SALON_GLIDE_Y)
    emit (self, 'y', i, i);
  else if (self->how->glide != SALON_GLIDE_J)
    emit (self, 'i', i, i);
  else if (next != SALON_SOUND_GLIDE)
    emit (self, 'j', i, i);
  return 1;
}

/* The last i of a name: "Dmitri" is also "Dmitry", "Dmitrijs" and Дмитрий. */
static guint
spell_last_i (Speller *self, guint i)
{
  gboolean poor = self->how->soft == SALON_SPELL_POOR;
  SalonGlide glide = self->how->glide;

  if (glide != SALON_GLIDE_J || !poor)
    emit (self, 'i', i, i);
  if (glide == SALON_GLIDE_J)
    emit (self, 'j', i, i);
  if (glide == SALON_GLIDE_J && !poor)
    emit (self, 's', i, i);
  if (glide == SALON_GLIDE_Y)
    emit (self, 'y', i, i);
  return 1;
}

/* An i may stand for y ("Iana", "Liudmila", "Viacheslav"), and -ij for y ("Dmitrijs", "Dmitry"). */
static guint
spell_i (Speller *self, guint i)
{
  gunichar next = sound_at (self, i + 1);
  gunichar last = last_out (self);
  gboolean poor = self->how->soft == SALON_SPELL_POOR;
  SalonGlide glide = self->how->glide;

  if (salon_sounds_is_vowel (last))
    return spell_i_after_vowel (self, i);
  if (next == 0)
    return spell_last_i (self, i);
  if (poor && last == 0 && is_back_vowel (next))
    emit (self, 'j', i, i);
  else if (poor && (next == 'u' || next == 'o') && may_lose_softness (self))
    return 1;
  else if (glide == SALON_GLIDE_I && is_consonant (last) && is_back_vowel (next) && !may_be_i (self, i, next))
    emit (self, 'j', i, i);
  else if (!(poor && glide == SALON_GLIDE_J && is_glide (next) && is_last (self, i + 1)))
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
  case SALON_SOUND_HARD_I:
    emit (self, self->how->glide == SALON_GLIDE_J ? 'j' : 'i', i, i);
    return 1;
  case SALON_SOUND_GLIDE:
    return spell_glide (self, i);
  case SALON_SOUND_SHORT_I:
    return spell_short_i (self, i);
  case SALON_SOUND_LATENT:
    return spell_latent (self, i);
  case SALON_SOUND_YE:
    return spell_ye (self, i);
  case SALON_SOUND_YO:
    return spell_yo (self, i);
  case SALON_SOUND_SILENT_E:
    if (!self->how->english || self->how->ye != SALON_SPELL_POOR)
      emit (self, 'e', i, i);
    return 1;
  case SALON_SOUND_LATENT_E:
    if (self->how->english && self->how->ye == SALON_SPELL_RICH)
      emit (self, 'e', i, i);
    return 1;
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
    if (!self->how->english && is_back_vowel (sound_at (self, i + 1)))
      return spell_hissing (self, i, "ts", 'c');
    emit (self, self->how->english ? 'k' : 'c', i, i);
    return 1;
  default:
    emit (self, c, i, i);
    return 1;
  }
}

/**
 * salon_spelling_of_sounds:
 * @sounds: the sounds of a word
 * @how: how to spell them
 * @spelled: (out caller-allocates): the letters of the key
 */
void
salon_spelling_of_sounds (const SalonSpelled *sounds, const SalonSpelling *how, SalonSpelled *spelled)
{
  Speller self = { how, sounds, spelled };

  spelled->n = 0;
  for (guint i = 0; i < sounds->n;)
    i += spell_sound (&self, i);
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
  salon_spelling_of_sounds (&sounds, how, spelled);
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
