/* Words for enumerations, for the log and for lists.  An unknown number, of a later version, has none. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/labels.h"

/**
 * salon_visit_state_label:
 *
 * Returns: (transfer none) (nullable): "Booked"
 */
const char *
salon_visit_state_label (gint64 state)
{
  static const char *const labels[] = {
    [SALON_VISIT_BOOKED] = NC_ ("visit state", "Booked"),
    [SALON_VISIT_CONFIRMED] = NC_ ("visit state", "Confirmed"),
    [SALON_VISIT_ARRIVED] = NC_ ("visit state", "Arrived"),
    [SALON_VISIT_IN_SERVICE] = NC_ ("visit state", "In service"),
    [SALON_VISIT_DONE] = NC_ ("visit state", "Done"),
    [SALON_VISIT_CANCELLED] = NC_ ("visit state", "Cancelled"),
    [SALON_VISIT_NO_SHOW] = NC_ ("visit state", "No-show"),
  };

  if (state < SALON_VISIT_STATE_FIRST || state > SALON_VISIT_STATE_LAST)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "visit state", labels[state]);
}

/**
 * salon_visit_source_label:
 *
 * Returns: (transfer none) (nullable): how a visit was booked: "By phone"
 */
const char *
salon_visit_source_label (gint64 source)
{
  static const char *const labels[] = {
    [SALON_VISIT_SOURCE_PHONE] = NC_ ("visit source", "By phone"),
    [SALON_VISIT_SOURCE_WALK_IN] = NC_ ("visit source", "Walk-in"),
    [SALON_VISIT_SOURCE_ONLINE] = NC_ ("visit source", "Online"),
    [SALON_VISIT_SOURCE_MESSENGER] = NC_ ("visit source", "Messenger"),
  };

  if (source < SALON_VISIT_SOURCE_PHONE || source > SALON_VISIT_SOURCE_MESSENGER)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "visit source", labels[source]);
}

/**
 * salon_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): codes of the languages that the program speaks
 */
const char *const *
salon_languages (void)
{
  static const char *const codes[] = { "lv", "ru", "en", NULL };

  return codes;
}

/**
 * salon_language_label:
 * @code: (nullable): "lv"
 *
 * Returns: (transfer none) (nullable): "Latvian"; a language that the program does not speak has no name
 */
const char *
salon_language_label (const char *code)
{
  static const char *const labels[] = { NC_ ("language", "Latvian"), NC_ ("language", "Russian"), NC_ ("language", "English") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (salon_languages ()[i], code) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "language", labels[i]);
  return NULL;
}

/**
 * salon_role_label:
 *
 * Returns: (transfer none): in the user's language; empty for a role that does not exist
 */
const char *
salon_role_label (gint64 role)
{
  switch ((SalonRole) role) {
  case SALON_ROLE_OWNER:
    return C_("role", "Owner");
  case SALON_ROLE_ADMINISTRATOR:
    return C_("role", "Administrator");
  case SALON_ROLE_MASTER:
    return C_("role", "Master");
  default:
    return "";
  }
}

/**
 * salon_gender_label:
 *
 * Returns: (transfer none) (nullable): "Female"
 */
const char *
salon_gender_label (gint64 gender)
{
  static const char *const labels[] = {
    [SALON_GENDER_UNKNOWN] = NC_ ("gender", "Not said"),
    [SALON_GENDER_FEMALE] = NC_ ("gender", "Female"),
    [SALON_GENDER_MALE] = NC_ ("gender", "Male"),
    [SALON_GENDER_OTHER] = NC_ ("gender", "Other"),
  };

  if (gender < SALON_GENDER_UNKNOWN || gender > SALON_GENDER_OTHER)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "gender", labels[gender]);
}

/**
 * salon_contact_kind_label:
 *
 * Returns: (transfer none) (nullable): "Incoming call"
 */
const char *
salon_contact_kind_label (gint64 kind)
{
  static const char *const labels[] = {
    [SALON_CONTACT_CALL_IN] = NC_ ("contact kind", "Incoming call"),
    [SALON_CONTACT_CALL_OUT] = NC_ ("contact kind", "Outgoing call"),
    [SALON_CONTACT_MESSAGE_IN] = NC_ ("contact kind", "Incoming message"),
    [SALON_CONTACT_MESSAGE_OUT] = NC_ ("contact kind", "Outgoing message"),
    [SALON_CONTACT_IN_PERSON] = NC_ ("contact kind", "In person"),
    [SALON_CONTACT_NOTE] = NC_ ("contact kind", "Note"),
  };

  if (kind < SALON_CONTACT_KIND_FIRST || kind > SALON_CONTACT_KIND_LAST)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "contact kind", labels[kind]);
}

/**
 * salon_outcome_label:
 *
 * Returns: (transfer none) (nullable): how a contact ended: "No answer"; %NULL if it was not said
 */
const char *
salon_outcome_label (gint64 outcome)
{
  static const char *const labels[] = {
    [SALON_OUTCOME_REACHED] = NC_ ("outcome", "Reached"),
    [SALON_OUTCOME_BOOKED] = NC_ ("outcome", "Booked"),
    [SALON_OUTCOME_CALL_BACK] = NC_ ("outcome", "Call back"),
    [SALON_OUTCOME_NO_ANSWER] = NC_ ("outcome", "No answer"),
    [SALON_OUTCOME_BUSY] = NC_ ("outcome", "Busy"),
    [SALON_OUTCOME_REFUSED] = NC_ ("outcome", "Refused"),
    [SALON_OUTCOME_WRONG_NUMBER] = NC_ ("outcome", "Wrong number"),
    [SALON_OUTCOME_CANCELLED] = NC_ ("outcome", "Cancelled the visit"),
  };

  if (outcome <= SALON_OUTCOME_NONE || outcome > SALON_OUTCOME_LAST)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "outcome", labels[outcome]);
}

/**
 * salon_consent_label:
 *
 * Returns: (transfer none) (nullable): what a client allowed: "Advertising"
 */
const char *
salon_consent_label (gint64 kind)
{
  static const char *const labels[] = {
    [SALON_CONSENT_PERSONAL_DATA] = NC_ ("consent", "Personal data"),
    [SALON_CONSENT_MARKETING] = NC_ ("consent", "Advertising"),
    [SALON_CONSENT_PHOTOS] = NC_ ("consent", "Photos"),
    [SALON_CONSENT_RECORDING] = NC_ ("consent", "Recording of calls"),
  };

  if (kind < SALON_CONSENT_FIRST || kind > SALON_CONSENT_LAST)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "consent", labels[kind]);
}

/**
 * salon_importance_label:
 *
 * Returns: (transfer none): "A", "B", "C"; empty for no class
 */
const char *
salon_importance_label (gint64 importance)
{
  static const char *const labels[] = { "", "A", "B", "C" };

  g_return_val_if_fail ((guint64) importance < G_N_ELEMENTS (labels), "");
  return labels[importance];
}

/**
 * salon_channels_label:
 * @channels: bits of SalonChannel
 *
 * Returns: (transfer full): "Phone, WhatsApp"; empty for none
 */
char *
salon_channels_label (gint64 channels)
{
  static const struct {
    gint64 bit;
    const char *label;
  } all[] = {
    { SALON_CHANNEL_PHONE, NC_ ("channel", "Phone") },       { SALON_CHANNEL_SMS, NC_ ("channel", "SMS") },
    { SALON_CHANNEL_EMAIL, NC_ ("channel", "E-mail") },      { SALON_CHANNEL_WHATSAPP, NC_ ("channel", "WhatsApp") },
    { SALON_CHANNEL_TELEGRAM, NC_ ("channel", "Telegram") },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if ((channels & all[i].bit) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", g_dpgettext2 (GETTEXT_PACKAGE, "channel", all[i].label));
  return g_string_free (text, FALSE);
}
