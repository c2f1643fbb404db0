#pragma once
/* The sounds of a word: small letters that are always spelled so, and these, which are spelled in several ways.  Only
 * text-spelling.c and text-all-spellings.c include this. */
#include "base/text-spell.h"

G_BEGIN_DECLS

typedef enum {
  SALON_SOUND_GLIDE = 'J',    /* j, y: before a vowel it may vanish */
  SALON_SOUND_SHORT_I = 'Y',  /* й */
  SALON_SOUND_HARD_I = 'I',   /* ы: English writes y */
  SALON_SOUND_LATENT = 'L',   /* the softness of ļ ņ ķ ģ ŗ, which is not written before a vowel */
  SALON_SOUND_YE = 'E',       /* Cyrillic е */
  SALON_SOUND_YO = 'O',       /* ё, and е in the ending -ев, which may be ё */
  SALON_SOUND_HARD_YO = 'Q',  /* the same after ж ч ш щ, which others hear as o */
  SALON_SOUND_MAYBE_YO = 'P', /* o after ж ч ш щ, which may be ё */
  SALON_SOUND_SILENT_E = 'D', /* e in Alexander, which Александр has not */
  SALON_SOUND_LATENT_E = 'F', /* the place of it there */
  SALON_SOUND_SH = 'S',       /* š */
  SALON_SOUND_CH = 'C',       /* č */
  SALON_SOUND_ZH = 'Z',       /* ž */
  SALON_SOUND_KH = 'H',       /* х */
  SALON_SOUND_TS = 'T',       /* ц, and c within a Latin word */
  SALON_SOUND_HARD_C = 'K',   /* c as in Victoria, or in Kuzņecova */
} SalonSound;

gboolean salon_sounds_is_vowel (gunichar c);
void salon_sounds_read (const SalonLetter *word, guint n, SalonSpelled *sounds);
void salon_spelling_of_sounds (const SalonSpelled *sounds, const SalonSpelling *how, SalonSpelled *spelled);

G_END_DECLS
