#pragma once
/* The sounds of a word: small letters that are always spelled so, and these, which are spelled in several ways.  Only
 * text-spelling.c includes this. */
#include "base/text-spelling.h"

G_BEGIN_DECLS

typedef enum {
  SALON_SOUND_GLIDE = 'J',    /* j, y, й: before a vowel it may vanish */
  SALON_SOUND_LATENT = 'L',   /* the softness of ļ ņ ķ ģ ŗ, which is not written before a vowel */
  SALON_SOUND_YE = 'E',       /* Cyrillic е */
  SALON_SOUND_YO = 'O',       /* ё, and е in the ending -ев, which may be ё */
  SALON_SOUND_HARD_YO = 'Q',  /* ё and е after ж ч ш щ, which others hear as o */
  SALON_SOUND_MAYBE_YO = 'P', /* o after ж ч ш щ, which may be ё */
  SALON_SOUND_SH = 'S',       /* š */
  SALON_SOUND_CH = 'C',       /* č */
  SALON_SOUND_ZH = 'Z',       /* ž */
  SALON_SOUND_KH = 'H',       /* х */
  SALON_SOUND_TS = 'T',       /* ц */
  SALON_SOUND_HARD_C = 'K',   /* c as in Victoria */
} SalonSound;

gboolean salon_sounds_is_vowel (gunichar c);
void salon_sounds_read (const SalonLetter *word, guint n, SalonSpelled *sounds);

G_END_DECLS
