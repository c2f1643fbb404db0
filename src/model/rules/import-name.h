#pragma once
/* Whole names in one cell: which word is what. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonNameWord: what a word is, as far as it can be told
 */
typedef enum {
  SALON_NAME_WORD_UNKNOWN,
  SALON_NAME_WORD_FIRST,
  SALON_NAME_WORD_SURNAME,
  SALON_NAME_WORD_PATRONYMIC,
} SalonNameWord;

/**
 * SalonNameParts: each owned and nullable
 */
typedef struct {
  char *first_name;
  char *surname;
  char *patronymic;
} SalonNameParts;

SalonNameWord salon_name_word_kind (const char *word);
int salon_name_order_vote (const char *text);
void salon_name_split (const char *text, gboolean surname_first, SalonNameParts *parts);
void salon_name_parts_clear (SalonNameParts *self);

G_END_DECLS
