#pragma once
/* Birthdays as people write and read them: with or without the year, or the year alone. */
#include "base/day.h"

G_BEGIN_DECLS

/**
 * SalonBirth:
 * @year: 0 = not said
 * @month: 1 to 12; 0 = not said
 * @mday: 0 = not said
 */
typedef struct {
  int year;
  int month;
  int mday;
} SalonBirth;

gboolean salon_birth_parse (const char *text, SalonDay today, SalonBirth *birth, GError **error);
char *salon_birth_edit_text (const SalonBirth *birth);
char *salon_birth_text (const SalonBirth *birth, SalonDay today);
int salon_birth_age (const SalonBirth *birth, SalonDay today);
int salon_birth_days_ahead (const SalonBirth *birth, SalonDay today);

G_END_DECLS
