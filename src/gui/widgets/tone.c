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
 * salon_look_label:
 *
 * Returns: (transfer none): the word in the user's language
 */
const char *
salon_look_label (const SalonLook *look)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, look->context, look->label);
}
