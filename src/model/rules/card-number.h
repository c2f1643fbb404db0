#pragma once
/* Numbers of plastic cards: digits only where they are made here, as found where a card brings its own. */
#include "model/entities/card-kind.h"
#include "model/entities/enums.h"
#include "model/entities/stored-design.h"

G_BEGIN_DECLS

#define SALON_CARD_NUMBER_MOST 64 /* characters of a number that was found */
#define SALON_CARD_RANDOM_BYTES 8

typedef enum {
  SALON_CARD_NUMBER_GOOD,
  SALON_CARD_NUMBER_EMPTY,
  SALON_CARD_NUMBER_TOO_LONG,
  SALON_CARD_NUMBER_UNREADABLE, /* letters that no scanner types */
  SALON_CARD_NUMBER_WRONG_DIGIT, /* the check digit of an EAN-13 does not fit: misread */
  SALON_CARD_NUMBER_OTHER_CODE, /* the code of the kind cannot carry it */
} SalonCardNumberState;

char *salon_card_number_clean (const char *scanned);
SalonCardNumberState salon_card_number_look (const char *number);
SalonCardNumberState salon_card_number_fits (const char *number, SalonCardCode code);
gboolean salon_card_number_check (const char *number, GError **error);
gboolean salon_card_number_check_for (const char *number, const SalonCardKind *kind, GError **error);

gboolean salon_card_kind_makes_numbers (const SalonCardKind *kind);
gint64 salon_card_kind_first_serial (const SalonCardKind *kind);
gint64 salon_card_kind_last_serial (const SalonCardKind *kind);
char *salon_card_number_make (const SalonCardKind *kind, gint64 serial);
gint64 salon_card_serial_random (const SalonCardKind *kind, const guint8 bytes[SALON_CARD_RANDOM_BYTES]);
gboolean salon_validate_card_kind (const SalonCardKind *kind, GError **error);
gboolean salon_validate_stored_design (const SalonStoredDesign *design, GError **error);

G_END_DECLS
