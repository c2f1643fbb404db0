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
