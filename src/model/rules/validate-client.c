/* Whether what was typed about a client can be kept.
 *
 * Only a name or a phone is required.  The year of birth may be missing, and the day with the month; 29 February is a
 * birthday in leap years and when the year is not known. */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "base/email.h"
#include "base/error.h"
#include "model/entities/enums.h"
#include "model/rules/validate-client.h"
#include "model/rules/field-check.h"

#define A_LEAP_YEAR      2000
#define ALL_BASIS_POINTS 10000

static gboolean
has_letters (const char *text)
{
  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isgraph (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

static gboolean
check_birth_year (gint64 year, int this_year, GError **error)
{
  if (year == 0 || (year >= SALON_FIRST_BIRTH_YEAR && year <= this_year))
    return TRUE;
  salon_set_field_error (error, "birth_year", _("The year of birth must be between %d and %d."),
                         SALON_FIRST_BIRTH_YEAR, this_year);
  return FALSE;
}

static gboolean
check_birth_day (gint64 year, gint64 month, gint64 mday, GError **error)
{
  int days = 0;

  if (month < 1 || month > 12) {
    salon_set_field_error (error, "birth_month", _("The month of birth must be between 1 and 12."));
    return FALSE;
  }
  days = salon_day_days_in_month (year != 0 ? (int) year : A_LEAP_YEAR, (int) month);
  if (mday == 29 && month == 2 && days < 29) {
    salon_set_field_error (error, "birth_mday", _("%d was no leap year, it had no 29 February."),
                           (int) year);
    return FALSE;
  }
  if (mday < 1 || mday > days) {
    salon_set_field_error (error, "birth_mday",
                           ngettext ("The month of birth has only %d day.",
                                     "The month of birth has only %d days.", (gulong) days),
                           days);
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_validate_birth:
 * @year: year of birth, 0 = not said
 * @month: month, 0 = not said
 * @mday: day of the month, 0 = not said
 * @today: today
 * @error: %SALON_ERROR_VALIDATION of "birth_year", "birth_month" or "birth_mday"
 *
 * Possible are nothing, the year alone, day and month, and all three.
 *
 * Returns: whether somebody can have been born then
 */
gboolean
salon_validate_birth (gint64 year, gint64 month, gint64 mday, SalonDay today, GError **error)
{
  int this_year = 0;

  salon_day_to_ymd (today, &this_year, NULL, NULL);
  if (!check_birth_year (year, this_year, error))
    return FALSE;
  if (month == 0 && mday == 0)
    return TRUE;
  if (month == 0 || mday == 0) {
    salon_set_field_error (error, month == 0 ? "birth_month" : "birth_mday",
                           _("Give the day and the month of birth, or neither."));
    return FALSE;
  }
  if (!check_birth_day (year, month, mday, error))
    return FALSE;
  if (year != 0 && salon_day_from_ymd ((int) year, (int) month, (int) mday) > today) {
    salon_set_field_error (error, "birth_year", _("The date of birth lies in the future."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_validate_client:
 * @n_phones: how many phones she has, or will have with the same save
 * @today: today
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the card can be kept as it is
 */
gboolean
salon_validate_client (const SalonClient *client, guint n_phones, SalonDay today, GError **error)
{
  if (!salon_check_fields (client, error))
    return FALSE;
  if (n_phones == 0 && !has_letters (client->first_name) && !has_letters (client->surname)
      && !has_letters (client->patronymic)) {
    salon_set_field_error (error, "first_name", _("Give a name or a phone."));
    return FALSE;
  }
  if (!salon_check_range (client, "gender", SALON_GENDER_UNKNOWN, SALON_GENDER_OTHER, error))
    return FALSE;
  if (client->discount_bp < 0 || client->discount_bp > ALL_BASIS_POINTS) {
    salon_set_field_error (error, "discount_bp",
                           _("The personal discount must be between 0 and 100 percent."));
    return FALSE;
  }
  if (has_letters (client->email)) {
    g_autofree char *address = salon_email_normalize (client->email, error);

    if (address == NULL)
      return FALSE;
  }
  return salon_validate_birth (client->birth_year, client->birth_month, client->birth_mday, today, error);
}
