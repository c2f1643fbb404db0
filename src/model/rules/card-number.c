/* Reading, checking and making the numbers of plastic cards.
 *
 * What is made here has digits only, since a Russian or Latvian layout garbles letters; an EAN-13 is one of the range for
 * use within a shop, 20 to 29.  A number that a card brings along is taken as it was found. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/rules/barcode.h"
#include "model/rules/card-number.h"
#include "model/rules/field-check.h"

#define EAN_DIGITS       13
#define EAN_PREFIX       "29"
#define MOST_EAN_PREFIX  6
#define MOST_PREFIX      12
#define LEAST_LENGTH     6
#define MOST_LENGTH      20
#define LEAST_BODY       4
#define LEAST_RANDOM     6
#define MOST_BODY        15
#define MOST_CODE_128    48
#define MOST_DAYS        36500
#define MOST_BLANKS      1000000
#define MOST_DESIGN      1000000
#define WHOLE_BP         10000

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* Of the range within a shop: no other program makes such a number. */
static gboolean
is_in_house (const char *number)
{
  return strlen (number) == EAN_DIGITS && is_digits (number) && number[0] == '2';
}

static gboolean
is_readable (const char *number)
{
  for (const char *c = number; *c != '\0'; c++)
    if (!g_ascii_isgraph (*c))
      return FALSE;
  return TRUE;
}

/**
 * salon_card_number_clean:
 * @scanned: (nullable): as it was scanned or typed
 *
 * Returns: (transfer full): without spaces and dashes, in capitals; perhaps empty
 */
char *
salon_card_number_clean (const char *scanned)
{
  g_autofree char *bare = salon_barcode_clean (scanned);

  return bare != NULL ? g_ascii_strup (bare, -1) : g_strdup ("");
}

/**
 * salon_card_number_look:
 * @number: clean
 *
 * Returns: whether some card can have this number
 */
SalonCardNumberState
salon_card_number_look (const char *number)
{
  if (*number == '\0')
    return SALON_CARD_NUMBER_EMPTY;
  if (!is_readable (number))
    return SALON_CARD_NUMBER_UNREADABLE;
  if (strlen (number) > SALON_CARD_NUMBER_MOST)
    return SALON_CARD_NUMBER_TOO_LONG;
  if (is_in_house (number) && salon_barcode_kind (number) != SALON_BARCODE_RIGHT)
    return SALON_CARD_NUMBER_WRONG_DIGIT;
  return SALON_CARD_NUMBER_GOOD;
}

/**
 * salon_card_number_fits:
 * @number: clean
 *
 * Returns: whether the code can carry the number
 */
SalonCardNumberState
salon_card_number_fits (const char *number, SalonCardCode code)
{
  SalonCardNumberState state = salon_card_number_look (number);

  if (state != SALON_CARD_NUMBER_GOOD)
    return state;
  if (code == SALON_CARD_CODE_128)
    return strlen (number) <= MOST_CODE_128 ? SALON_CARD_NUMBER_GOOD : SALON_CARD_NUMBER_TOO_LONG;
  if (code != SALON_CARD_CODE_EAN13)
    return SALON_CARD_NUMBER_GOOD;
  if (strlen (number) != EAN_DIGITS || !is_digits (number))
    return SALON_CARD_NUMBER_OTHER_CODE;
  return salon_barcode_kind (number) == SALON_BARCODE_RIGHT ? SALON_CARD_NUMBER_GOOD : SALON_CARD_NUMBER_WRONG_DIGIT;
}

static gboolean
refuse (SalonCardNumberState state, GError **error)
{
  switch (state) {
  case SALON_CARD_NUMBER_EMPTY:
    salon_set_field_error (error, "number", _("Scan the card or type its number."));
    break;
  case SALON_CARD_NUMBER_TOO_LONG:
    salon_set_field_error (error, "number", _("The number is too long for a card."));
    break;
  case SALON_CARD_NUMBER_UNREADABLE:
    salon_set_field_error (error, "number", _("The number of a card has only digits and Latin letters."));
    break;
  case SALON_CARD_NUMBER_WRONG_DIGIT:
    salon_set_field_error (error, "number", _("The last digit does not fit: the number was misread. Scan the card once more."));
    break;
  case SALON_CARD_NUMBER_OTHER_CODE:
    salon_set_field_error (error, "number", _("The barcode of this kind of card needs 13 digits."));
    break;
  case SALON_CARD_NUMBER_GOOD:
  default:
    return TRUE;
  }
  return FALSE;
}

/**
 * salon_card_number_check:
 * @number: clean
 * @error: %SALON_ERROR_VALIDATION with field "number"
 *
 * Returns: whether some card can have this number
 */
gboolean
salon_card_number_check (const char *number, GError **error)
{
  return refuse (salon_card_number_look (number), error);
}

/**
 * salon_card_number_check_for:
 *
 * Returns: whether a card of this kind can be printed with this number; as salon_card_number_check()
 */
gboolean
salon_card_number_check_for (const char *number, const SalonCardKind *kind, GError **error)
{
  return refuse (salon_card_number_fits (number, (SalonCardCode) kind->code), error);
}

/* ---- making numbers */

static const char *
prefix_of (const SalonCardKind *kind)
{
  if (kind->prefix != NULL)
    return kind->prefix;
  return kind->code == SALON_CARD_CODE_EAN13 ? EAN_PREFIX : "";
}

static int
body_digits (const SalonCardKind *kind)
{
  int length = kind->code == SALON_CARD_CODE_EAN13 ? EAN_DIGITS - 1 : (int) kind->length;

  return MIN (length - (int) strlen (prefix_of (kind)), MOST_BODY);
}

static gint64
most_serial (const SalonCardKind *kind)
{
  gint64 most = 1;

  for (int i = 0; i < body_digits (kind); i++)
    most *= 10;
  return most - 1;
}

/**
 * salon_card_kind_makes_numbers:
 *
 * Returns: whether numbers of this kind are made here; a strip or a chip brings its own
 */
gboolean
salon_card_kind_makes_numbers (const SalonCardKind *kind)
{
  return kind->code != SALON_CARD_CODE_NONE;
}

/**
 * salon_card_kind_first_serial:
 *
 * Returns: the first of its numbers, without what they all begin with; at least 1
 */
gint64
salon_card_kind_first_serial (const SalonCardKind *kind)
{
  return MAX (kind->first_serial, 1);
}

/**
 * salon_card_kind_last_serial:
 *
 * Returns: the last of its numbers, without what they all begin with
 */
gint64
salon_card_kind_last_serial (const SalonCardKind *kind)
{
  return kind->last_serial > 0 ? MIN (kind->last_serial, most_serial (kind)) : most_serial (kind);
}

/**
 * salon_card_number_make:
 * @serial: within the range of the kind
 *
 * Returns: (transfer full): digits; an EAN-13 with its check digit
 */
char *
salon_card_number_make (const SalonCardKind *kind, gint64 serial)
{
  g_autoptr (GString) number = g_string_new (prefix_of (kind));

  g_string_append_printf (number, "%0*" G_GINT64_FORMAT, body_digits (kind), serial);
  if (kind->code == SALON_CARD_CODE_EAN13)
    g_string_append_c (number, salon_barcode_check_digit (number->str, number->len));
  return g_string_free (g_steal_pointer (&number), FALSE);
}

/**
 * salon_card_serial_random:
 * @bytes: that nobody can foretell
 *
 * Returns: one within the range of the kind
 */
gint64
salon_card_serial_random (const SalonCardKind *kind, const guint8 bytes[SALON_CARD_RANDOM_BYTES])
{
  guint64 first = (guint64) salon_card_kind_first_serial (kind);
  guint64 n = (guint64) salon_card_kind_last_serial (kind) - first + 1;
  guint64 random = 0;

  for (int i = 0; i < SALON_CARD_RANDOM_BYTES; i++)
    random = random << 8 | bytes[i];
  return (gint64) (first + random % n);
}

/* ---- kinds */

static gboolean
check_prefix (const SalonCardKind *kind, GError **error)
{
  const char *prefix = prefix_of (kind);
  gboolean is_ean = kind->code == SALON_CARD_CODE_EAN13;

  if (*prefix != '\0' && !is_digits (prefix)) {
    salon_set_field_error (error, "prefix", _("Numbers of cards have digits only."));
    return FALSE;
  }
  if (is_ean && (prefix[0] != '2' || strlen (prefix) < 2)) {
    salon_set_field_error (error, "prefix", _("An EAN-13 of one's own begins with two digits from 20 to 29."));
    return FALSE;
  }
  if (strlen (prefix) > (is_ean ? MOST_EAN_PREFIX : MOST_PREFIX)
      || body_digits (kind) < (kind->random != 0 ? LEAST_RANDOM : LEAST_BODY)) {
    salon_set_field_error (error, "prefix", _("Too few digits are left for the numbers themselves."));
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_range (const SalonCardKind *kind, GError **error)
{
  if (kind->first_serial < 0 || kind->first_serial > most_serial (kind)) {
    salon_set_field_error (error, "first_serial", _("The first number does not fit into so many digits."));
    return FALSE;
  }
  if (kind->last_serial >= 0 && kind->last_serial <= most_serial (kind)
      && (kind->last_serial == 0 || kind->last_serial >= salon_card_kind_first_serial (kind)))
    return TRUE;
  salon_set_field_error (error, "last_serial", _("The last number is smaller than the first, or does not fit into so many digits."));
  return FALSE;
}

/**
 * salon_validate_card_kind:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the kind can be kept
 */
gboolean
salon_validate_card_kind (const SalonCardKind *kind, GError **error)
{
  if (!salon_check_fields (kind, error)
      || !salon_check_range (kind, "purpose", SALON_CARD_PURPOSE_FIRST, SALON_CARD_PURPOSE_LAST, error)
      || !salon_check_range (kind, "code", SALON_CARD_CODE_NONE, SALON_CARD_CODE_LAST, error)
      || !salon_check_range (kind, "length", LEAST_LENGTH, MOST_LENGTH, error)
      || !salon_check_range (kind, "discount_bp", 0, WHOLE_BP, error)
      || !salon_check_range (kind, "valid_days", 0, MOST_DAYS, error)
      || !salon_check_range (kind, "min_blanks", 0, MOST_BLANKS, error))
    return FALSE;
  if (kind->discount_bp != 0 && kind->purpose != SALON_CARD_DISCOUNT) {
    salon_set_field_error (error, "discount_bp", _("Only a discount card gives a discount."));
    return FALSE;
  }
  return !salon_card_kind_makes_numbers (kind) || (check_prefix (kind, error) && check_range (kind, error));
}

/**
 * salon_validate_stored_design:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * What stands in it is checked by the card room, which reads it.
 *
 * Returns: whether the design can be kept
 */
gboolean
salon_validate_stored_design (const SalonStoredDesign *design, GError **error)
{
  gsize size = design->json != NULL ? strlen (design->json) : 0;

  if (size >= 2 && size <= MOST_DESIGN && design->json[0] == '{')
    return TRUE;
  salon_set_field_error (error, "json", _("This is no design of cards, or it is too large."));
  return FALSE;
}
