/* Whether what was noted about talks with a client, her opinion and her consents can be kept. */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/field-check.h"
#include "model/rules/recording.h"
#include "model/rules/validate-contact.h"

#define MAX_SECONDS 86400
/* Clocks of telephones and computers differ a little. */
#define AHEAD_US (10 * 60 * G_GINT64_CONSTANT (1000000))

#define BIT(outcome) SALON_OUTCOME_BIT (SALON_OUTCOME_##outcome)

/**
 * salon_contact_is_call:
 *
 * Returns: whether it was a call, in or out: only that has a length, and as a rule a recording
 */
gboolean
salon_contact_is_call (gint64 kind)
{
  return kind == SALON_CONTACT_CALL_IN || kind == SALON_CONTACT_CALL_OUT;
}

/**
 * salon_contact_is_inner:
 *
 * Returns: whether it is a note or a talk in the salon: what a master, who sees no telephone, may write, too
 */
gboolean
salon_contact_is_inner (gint64 kind)
{
  return kind == SALON_CONTACT_IN_PERSON || kind == SALON_CONTACT_NOTE;
}

/**
 * salon_contact_outcomes:
 *
 * Nobody is busy or does not answer who called herself; a note has no outcome.
 *
 * Returns: how a contact of this kind may have ended; "not said" is always possible and not among them
 */
SalonOutcomes
salon_contact_outcomes (gint64 kind)
{
  switch ((SalonContactKind) kind) {
  case SALON_CONTACT_CALL_IN:
    return BIT (REACHED) | BIT (BOOKED) | BIT (CALL_BACK) | BIT (CANCELLED) | BIT (WRONG_NUMBER);
  case SALON_CONTACT_CALL_OUT:
    return BIT (REACHED) | BIT (BOOKED) | BIT (CALL_BACK) | BIT (NO_ANSWER) | BIT (BUSY) | BIT (REFUSED) | BIT (WRONG_NUMBER)
           | BIT (CANCELLED);
  case SALON_CONTACT_MESSAGE_IN:
  case SALON_CONTACT_IN_PERSON:
    return BIT (BOOKED) | BIT (CALL_BACK) | BIT (REFUSED) | BIT (CANCELLED);
  case SALON_CONTACT_MESSAGE_OUT:
    return BIT (BOOKED) | BIT (NO_ANSWER) | BIT (REFUSED) | BIT (WRONG_NUMBER) | BIT (CANCELLED);
  case SALON_CONTACT_NOTE:
  default:
    return 0;
  }
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/**
 * salon_contact_is_empty:
 *
 * Returns: whether it says nothing: neither outcome nor text nor recording
 */
gboolean
salon_contact_is_empty (const SalonContact *contact)
{
  return contact->outcome == SALON_OUTCOME_NONE && is_blank (contact->text) && is_blank (contact->recording);
}

static gboolean
check_outcome (const SalonContact *contact, GError **error)
{
  if (contact->outcome == SALON_OUTCOME_NONE)
    return TRUE;
  if (contact->outcome > SALON_OUTCOME_NONE && contact->outcome <= SALON_OUTCOME_LAST
      && (salon_contact_outcomes (contact->kind) & SALON_OUTCOME_BIT (contact->outcome)) != 0)
    return TRUE;
  salon_set_field_error (error, "outcome", _("This outcome does not go with this kind of contact."));
  return FALSE;
}

static gboolean
check_time (const SalonContact *contact, gint64 now_us, GError **error)
{
  if (contact->at > 0 && contact->at <= now_us + AHEAD_US)
    return TRUE;
  salon_set_field_error (error, "at", _("A contact lies in the past: what is still to come is a visit."));
  return FALSE;
}

static gboolean
check_length (const SalonContact *contact, GError **error)
{
  if (contact->seconds != 0 && !salon_contact_is_call (contact->kind)) {
    salon_set_field_error (error, "seconds", _("Only a call has a length."));
    return FALSE;
  }
  return salon_check_range (contact, "seconds", 0, MAX_SECONDS, error);
}

static gboolean
check_recording (const char *recording, GError **error)
{
  g_autofree char *uri = NULL;

  if (is_blank (recording))
    return TRUE;
  uri = salon_recording_uri (recording, error);
  return uri != NULL;
}

/**
 * salon_validate_contact:
 * @now_us: UTC microseconds
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * A call may be noted with nothing but its direction; a note, a message or a talk must say something.
 *
 * Returns: whether the contact can be kept
 */
gboolean
salon_validate_contact (const SalonContact *contact, gint64 now_us, GError **error)
{
  if (contact->kind < SALON_CONTACT_KIND_FIRST || contact->kind > SALON_CONTACT_KIND_LAST) {
    salon_set_field_error (error, "kind", _("Choose what kind of contact it was."));
    return FALSE;
  }
  if (!salon_check_fields (contact, error) || !check_outcome (contact, error) || !check_time (contact, now_us, error)
      || !check_length (contact, error) || !check_recording (contact->recording, error))
    return FALSE;
  if (salon_contact_is_call (contact->kind) || !salon_contact_is_empty (contact))
    return TRUE;
  salon_set_field_error (error, "text", _("Write what was said."));
  return FALSE;
}

/**
 * salon_validate_quality_mark:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether it can be kept: a mark from 1 to 5 or a complaint or both, about at most one visit or contact
 */
gboolean
salon_validate_quality_mark (const SalonQualityMark *mark, GError **error)
{
  if (!salon_check_fields (mark, error) || !salon_check_range (mark, "mark", 0, 5, error)
      || !salon_check_range (mark, "complaint", 0, 1, error))
    return FALSE;
  if (mark->mark == 0 && !mark->complaint) {
    salon_set_field_error (error, "mark", _("Give a mark from 1 to 5, or say that it is a complaint."));
    return FALSE;
  }
  if (mark->visit_id != 0 && mark->contact_id != 0) {
    salon_set_field_error (error, "visit_id", _("A mark is about a visit or about a contact, not about both."));
    return FALSE;
  }
  if (mark->resolved_at != 0 && !mark->complaint) {
    salon_set_field_error (error, "complaint", _("Only a complaint can be resolved."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_validate_client_consent:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether it can be kept: given not later than today, withdrawn not before it was given
 */
gboolean
salon_validate_client_consent (const SalonClientConsent *consent, SalonDay today, GError **error)
{
  if (consent->kind < SALON_CONSENT_FIRST || consent->kind > SALON_CONSENT_LAST) {
    salon_set_field_error (error, "kind", _("Choose what the client allowed."));
    return FALSE;
  }
  if (!salon_check_fields (consent, error) || !salon_check_day (consent, "given_day", error))
    return FALSE;
  if (consent->given_day > today) {
    salon_set_field_error (error, "given_day", _("A consent cannot be given on a day that has not come yet."));
    return FALSE;
  }
  if (consent->withdrawn_day != 0 && consent->withdrawn_day < consent->given_day) {
    salon_set_field_error (error, "withdrawn_day", _("A consent cannot be withdrawn before it was given."));
    return FALSE;
  }
  if (consent->withdrawn_day > today) {
    salon_set_field_error (error, "withdrawn_day", _("A consent cannot be withdrawn on a day that has not come yet."));
    return FALSE;
  }
  return TRUE;
}
