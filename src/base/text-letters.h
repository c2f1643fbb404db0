#pragma once
/* A text as a row of plain letters that know where they came from.  Only the text-*.c files include this. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonLetter:
 * @c: a small letter or digit, or ' ' between words.  Accents are gone, but what carries a sound of its own stays:
 *   Cyrillic letters, and the Latvian č š ž ģ ķ ļ ņ ŗ
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 */
typedef struct {
  gunichar c;
  guint start;
  guint end;
} SalonLetter;

GArray *salon_letters_read (const char *text);
const char *salon_letter_to_latin (gunichar c);

G_END_DECLS
