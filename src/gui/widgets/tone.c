/* The colours that mean something, each with the icon and the word that go with it. */
#include "config.h"
#include "gui/widgets/tone.h"
#include <glib/gi18n-lib.h>

static const SalonLook statuses[] = {
  { SALON_TONE_GREY, "salon-status-potential-symbolic", "client status", NC_ ("client status", "Potential") },
  { SALON_TONE_BLUE, "salon-status-new-symbolic", "client status", NC_ ("client status", "New") },
  { SALON_TONE_TEAL, "salon-status-permanent-symbolic", "client status", NC_ ("client status", "Permanent") },
  { SALON_TONE_RED, "salon-status-lost-symbolic", "client status", NC_ ("client status", "Lost") },
};

static const SalonLook states[] = {
  { SALON_TONE_GREY, "salon-state-booked-symbolic", "visit state", NC_ ("visit state", "Booked") },
  { SALON_TONE_BLUE, "salon-state-confirmed-symbolic", "visit state", NC_ ("visit state", "Confirmed") },
  { SALON_TONE_AMBER, "salon-state-arrived-symbolic", "visit state", NC_ ("visit state", "Arrived") },
  { SALON_TONE_PLUM, "salon-state-in-service-symbolic", "visit state", NC_ ("visit state", "In service") },
  { SALON_TONE_TEAL, "salon-state-done-symbolic", "visit state", NC_ ("visit state", "Done") },
  { SALON_TONE_GREY, "salon-state-cancelled-symbolic", "visit state", NC_ ("visit state", "Cancelled") },
  { SALON_TONE_RED, "salon-state-no-show-symbolic", "visit state", NC_ ("visit state", "No-show") },
};

static const SalonLook contacts[] = {
  { SALON_TONE_BLUE, "salon-call-in-symbolic", "contact kind", NC_ ("contact kind", "Incoming call") },
  { SALON_TONE_BLUE, "salon-call-out-symbolic", "contact kind", NC_ ("contact kind", "Outgoing call") },
  { SALON_TONE_TEAL, "salon-chat-symbolic", "contact kind", NC_ ("contact kind", "Incoming message") },
  { SALON_TONE_TEAL, "salon-mail-symbolic", "contact kind", NC_ ("contact kind", "Outgoing message") },
  { SALON_TONE_PLUM, "salon-user-symbolic", "contact kind", NC_ ("contact kind", "In person") },
  { SALON_TONE_GREY, "salon-note-symbolic", "contact kind", NC_ ("contact kind", "Note") },
};

static const SalonLook outcomes[] = {
  { SALON_TONE_TEAL, "salon-check-symbolic", "outcome", NC_ ("outcome", "Reached") },
  { SALON_TONE_TEAL, "salon-calendar-symbolic", "outcome", NC_ ("outcome", "Booked") },
  { SALON_TONE_AMBER, "salon-phone-symbolic", "outcome", NC_ ("outcome", "Call back") },
  { SALON_TONE_GREY, "salon-phone-symbolic", "outcome", NC_ ("outcome", "No answer") },
  { SALON_TONE_GREY, "salon-phone-symbolic", "outcome", NC_ ("outcome", "Busy") },
  { SALON_TONE_RED, "salon-close-symbolic", "outcome", NC_ ("outcome", "Refused") },
  { SALON_TONE_RED, "salon-error-symbolic", "outcome", NC_ ("outcome", "Wrong number") },
  { SALON_TONE_GREY, "salon-state-cancelled-symbolic", "outcome", NC_ ("outcome", "Cancelled the visit") },
};

static const SalonLook marks[] = {
  { SALON_TONE_RED, "salon-star-symbolic", "mark", NC_ ("mark", "Mark") },
  { SALON_TONE_AMBER, "salon-star-symbolic", "mark", NC_ ("mark", "Mark") },
  { SALON_TONE_TEAL, "salon-star-symbolic", "mark", NC_ ("mark", "Mark") },
};

static const SalonLook complaints[] = {
  { SALON_TONE_RED, "salon-alert-symbolic", "complaint", NC_ ("complaint", "Open") },
  { SALON_TONE_TEAL, "salon-check-symbolic", "complaint", NC_ ("complaint", "Resolved") },
};

/**
 * salon_tone_css_class:
 *
 * Returns: (transfer none): the class that gives a widget the colours of the tone
 */
const char *
salon_tone_css_class (SalonTone tone)
{
  static const char *const classes[] = { "grey", "plum", "blue", "teal", "amber", "red" };

  g_return_val_if_fail (tone < G_N_ELEMENTS (classes), classes[0]);

  return classes[tone];
}

/**
 * salon_look_of_status:
 *
 * Returns: (transfer none): how a client's status looks everywhere
 */
const SalonLook *
salon_look_of_status (SalonStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (statuses), &statuses[0]);

  return &statuses[status];
}

/**
 * salon_look_of_visit_state:
 *
 * Returns: (transfer none): how a visit's state looks everywhere
 */
const SalonLook *
salon_look_of_visit_state (SalonVisitState state)
{
  g_return_val_if_fail (state >= SALON_VISIT_STATE_FIRST && state <= SALON_VISIT_STATE_LAST, &states[0]);

  return &states[state - SALON_VISIT_STATE_FIRST];
}

/**
 * salon_look_of_contact:
 *
 * Returns: (transfer none): how a kind of contact looks everywhere
 */
const SalonLook *
salon_look_of_contact (SalonContactKind kind)
{
  g_return_val_if_fail (kind >= SALON_CONTACT_KIND_FIRST && kind <= SALON_CONTACT_KIND_LAST, &contacts[0]);

  return &contacts[kind - SALON_CONTACT_KIND_FIRST];
}

/**
 * salon_look_of_outcome:
 *
 * Returns: (transfer none) (nullable): how the outcome of a contact looks everywhere; %NULL if it was not said
 */
const SalonLook *
salon_look_of_outcome (SalonContactOutcome outcome)
{
  g_return_val_if_fail (outcome >= SALON_OUTCOME_NONE && outcome <= SALON_OUTCOME_LAST, NULL);

  return outcome == SALON_OUTCOME_NONE ? NULL : &outcomes[outcome - 1];
}

/**
 * salon_look_of_mark:
 * @mark: 1 to 5
 *
 * Returns: (transfer none): how it looks everywhere; the number stands beside it
 */
const SalonLook *
salon_look_of_mark (gint64 mark)
{
  return &marks[mark <= 2 ? 0 : mark == 3 ? 1 : 2];
}

/**
 * salon_look_of_complaint:
 *
 * Returns: (transfer none): how a complaint looks everywhere
 */
const SalonLook *
salon_look_of_complaint (gboolean resolved)
{
  return &complaints[resolved ? 1 : 0];
}

/**
 * salon_look_label:
 *
 * Returns: (transfer none): the word in the user's language
 */
const char *
salon_look_label (const SalonLook *look)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, look->context, look->label);
}
