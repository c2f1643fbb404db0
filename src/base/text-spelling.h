#pragma once
/* How one word is spelled in keys: as typed, richer ("sh", "je") or poorer ("s", "e").  Only the text-*.c files include
 * this. */
#include "base/text-spell.h"

G_BEGIN_DECLS

typedef void (*SalonWordFunc) (const SalonLetter *word, guint n, gpointer user_data);

void salon_spelling_foreach_word (const char *text, SalonWordFunc func, gpointer user_data);
void salon_spelling_apply (const SalonLetter *word, guint n, const SalonSpelling *how, SalonSpelled *spelled);
GArray *salon_spelling_all (const SalonLetter *word, guint n);
void salon_spelled_append (const SalonSpelled *spelled, GString *out);

G_END_DECLS
