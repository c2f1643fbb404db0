#pragma once
/* What the spelling of a word is made of.  Only the text-*.c files include this. */
#include "base/text-letters.h"

G_BEGIN_DECLS

#define SALON_WORD_MAX    40  /* letters of a word that count */
#define SALON_SPELLED_MAX 168 /* letters of its key: щ has four; and an ending */

typedef enum {
  SALON_SPELL_TYPED, /* as it stands */
  SALON_SPELL_RICH,  /* the longest spelling that people use for the sound */
  SALON_SPELL_POOR,  /* the shortest */
} SalonSpell;

/* The glide within a word: j, y, й. */
typedef enum {
  SALON_GLIDE_TYPED, /* "j", but й is "y": who types Андрей does not mean Andrejeva */
  SALON_GLIDE_J,
  SALON_GLIDE_I,
  SALON_GLIDE_Y, /* "y" wherever Cyrillic could have й */
} SalonGlide;

/**
 * SalonSpelling:
 * @hissing: ш ж ч щ х ц: "sh" as in English, or "s" as in Latvian without its accents
 * @soft: я ю after a consonant, ļ ņ before a vowel: "lja", or "la"
 * @ye: е where it sounds as "ye" (Jeļena, Алексеева): "je", or "e"
 * @yo: ё: "jo" (after a soft consonant spelled poor "o"), or "e"
 * @glide: й j y within a word
 * @english: c where English says k (Victoria), -nder for -ndr (Alexander)
 * @single: double letters are written once
 */
typedef struct {
  SalonSpell hissing;
  SalonSpell soft;
  SalonSpell ye;
  SalonSpell yo;
  SalonGlide glide;
  gboolean english;
  gboolean single;
} SalonSpelling;

/* A spelled word, or the sounds of one; each letter knows its place in the text. */
typedef struct {
  SalonLetter letters[SALON_SPELLED_MAX];
  guint n;
} SalonSpelled;

G_END_DECLS
