/* Words about plastic cards.  A number of a later version has none. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/rules/card-text.h"

static const char *
label_of (const char *context, const char *const *labels, guint n, gint64 value)
{
  if (value < 0 || value >= n || labels[value] == NULL)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, context, labels[value]);
}

#define LABEL(context, labels, value) label_of (context, labels, G_N_ELEMENTS (labels), value)

#define GROUP 4 /* digits that an eye takes in at once */

/**
 * salon_card_number_text:
 *
 * Returns: (transfer full): digits in groups of four that stay on one line; anything else as it is
 */
char *
salon_card_number_text (const char *number)
{
  gsize length = strlen (number);
  GString *text = NULL;

  if (length <= GROUP || strspn (number, "0123456789") != length)
    return g_strdup (number);
  text = g_string_new (NULL);
  for (gsize i = 0; i < length; i += GROUP)
    g_string_append_printf (text, "%s%.*s", i > 0 ? "\302\240" : "", GROUP, number + i);
  return g_string_free (text, FALSE);
}

/**
 * salon_card_purpose_label:
 *
 * Returns: (transfer none) (nullable): "Discount card"
 */
const char *
salon_card_purpose_label (gint64 purpose)
{
  static const char *const labels[] = {
    [SALON_CARD_CLUB] = NC_ ("purpose of a card", "Club card"),
    [SALON_CARD_DISCOUNT] = NC_ ("purpose of a card", "Discount card"),
    [SALON_CARD_TICKET] = NC_ ("purpose of a card", "Season ticket"),
    [SALON_CARD_CERTIFICATE] = NC_ ("purpose of a card", "Gift certificate"),
  };

  return LABEL ("purpose of a card", labels, purpose);
}

/**
 * salon_card_code_label:
 *
 * Returns: (transfer none) (nullable): what carries the number
 */
const char *
salon_card_code_label (gint64 code)
{
  static const char *const labels[] = {
    [SALON_CARD_CODE_NONE] = NC_ ("code of a card", "Magnetic strip or chip"),
    [SALON_CARD_CODE_EAN13] = NC_ ("code of a card", "Barcode EAN-13"),
    [SALON_CARD_CODE_128] = NC_ ("code of a card", "Barcode Code 128"),
    [SALON_CARD_CODE_QR] = NC_ ("code of a card", "QR code"),
  };

  return LABEL ("code of a card", labels, code);
}

/**
 * salon_card_state_label:
 *
 * Returns: (transfer none) (nullable): "Blocked"
 */
const char *
salon_card_state_label (gint64 state)
{
  static const char *const labels[] = {
    [SALON_CARD_BLANK] = NC_ ("state of a card", "Blank"),
    [SALON_CARD_PRINTING] = NC_ ("state of a card", "At the printer"),
    [SALON_CARD_ISSUED] = NC_ ("state of a card", "In use"),
    [SALON_CARD_BLOCKED] = NC_ ("state of a card", "Blocked"),
    [SALON_CARD_REPLACED] = NC_ ("state of a card", "Replaced"),
    [SALON_CARD_RETURNED] = NC_ ("state of a card", "Given back"),
    [SALON_CARD_EXPIRED] = NC_ ("state of a card", "Expired"),
    [SALON_CARD_SPOILED] = NC_ ("state of a card", "Spoiled"),
  };

  return LABEL ("state of a card", labels, state);
}

/**
 * salon_card_why_label:
 *
 * Returns: (transfer none) (nullable): "Lost"; %NULL for no reason
 */
const char *
salon_card_why_label (gint64 why)
{
  static const char *const labels[] = {
    [SALON_CARD_LOST] = NC_ ("why a card is blocked", "Lost"),
    [SALON_CARD_STOLEN] = NC_ ("why a card is blocked", "Stolen"),
    [SALON_CARD_BROKEN] = NC_ ("why a card is blocked", "Broken"),
    [SALON_CARD_WHY_OTHER] = NC_ ("why a card is blocked", "Something else"),
  };

  return LABEL ("why a card is blocked", labels, why);
}

/**
 * salon_card_event_label:
 *
 * Returns: (transfer none) (nullable): what happened to a card
 */
const char *
salon_card_event_label (gint64 kind)
{
  static const char *const labels[] = {
    [SALON_CARD_EVENT_MADE] = NC_ ("what happened to a card", "Number made"),
    [SALON_CARD_EVENT_PRINTED] = NC_ ("what happened to a card", "Printed"),
    [SALON_CARD_EVENT_REPRINTED] = NC_ ("what happened to a card", "Printed once more"),
    [SALON_CARD_EVENT_SPOILED] = NC_ ("what happened to a card", "Spoiled"),
    [SALON_CARD_EVENT_ISSUED] = NC_ ("what happened to a card", "Given out"),
    [SALON_CARD_EVENT_BLOCKED] = NC_ ("what happened to a card", "Blocked"),
    [SALON_CARD_EVENT_UNBLOCKED] = NC_ ("what happened to a card", "Unblocked"),
    [SALON_CARD_EVENT_REPLACED] = NC_ ("what happened to a card", "Replaced"),
    [SALON_CARD_EVENT_RETURNED] = NC_ ("what happened to a card", "Given back"),
    [SALON_CARD_EVENT_EXPIRED] = NC_ ("what happened to a card", "Expired"),
    [SALON_CARD_EVENT_UNDONE] = NC_ ("what happened to a card", "Undone"),
    [SALON_CARD_EVENT_MERGED] = NC_ ("what happened to a card", "Replaced when two clients were merged"),
    [SALON_CARD_EVENT_NOT_PRINTED] = NC_ ("what happened to a card", "Not printed"),
  };

  return LABEL ("what happened to a card", labels, kind);
}

/**
 * salon_card_print_purpose_label:
 *
 * Returns: (transfer none) (nullable): what a print is for
 */
const char *
salon_card_print_purpose_label (gint64 purpose)
{
  static const char *const labels[] = {
    [SALON_CARD_PRINT_ISSUE] = NC_ ("print of cards", "New card"),
    [SALON_CARD_PRINT_REPRINT] = NC_ ("print of cards", "The same card once more"),
    [SALON_CARD_PRINT_REPLACE] = NC_ ("print of cards", "Card instead of another"),
    [SALON_CARD_PRINT_BATCH] = NC_ ("print of cards", "Blanks with numbers"),
  };

  return LABEL ("print of cards", labels, purpose);
}

/**
 * salon_card_print_state_label:
 *
 * Returns: (transfer none) (nullable): how far a print is
 */
const char *
salon_card_print_state_label (gint64 state)
{
  static const char *const labels[] = {
    [SALON_CARD_PRINT_WAITING] = NC_ ("state of a print", "Waiting"),
    [SALON_CARD_PRINT_DONE] = NC_ ("state of a print", "Printed"),
    [SALON_CARD_PRINT_FAILED] = NC_ ("state of a print", "Failed"),
    [SALON_CARD_PRINT_CANCELLED] = NC_ ("state of a print", "Cancelled"),
  };

  return LABEL ("state of a print", labels, state);
}

/**
 * salon_blanks_label:
 *
 * Returns: (transfer none) (nullable): what happened to blanks
 */
const char *
salon_blanks_label (gint64 kind)
{
  static const char *const labels[] = {
    [SALON_BLANKS_RECEIVED] = NC_ ("blanks of cards", "Received"), [SALON_BLANKS_USED] = NC_ ("blanks of cards", "Used"),
    [SALON_BLANKS_SPOILED] = NC_ ("blanks of cards", "Spoiled"),   [SALON_BLANKS_COUNTED] = NC_ ("blanks of cards", "Counted"),
    [SALON_BLANKS_UNDONE] = NC_ ("blanks of cards", "Undone"),
  };

  return LABEL ("blanks of cards", labels, kind);
}

/**
 * salon_card_reason_text:
 * @reason: (nullable)
 *
 * Returns: (transfer full) (nullable): "Lost · in the tram"; %NULL if nothing is said
 */
char *
salon_card_reason_text (gint64 why, const char *reason)
{
  const char *label = why != SALON_CARD_WHY_OTHER || reason == NULL ? salon_card_why_label (why) : NULL;

  if (label == NULL || reason == NULL)
    return g_strdup (label != NULL ? label : reason);
  return g_strdup_printf ("%s · %s", label, reason);
}

/**
 * salon_card_verdict_text:
 * @last_day: of one that expired; 0 = not known
 *
 * Returns: (transfer full) (nullable): why a card is not accepted; %NULL if it is
 */
char *
salon_card_verdict_text (SalonCardVerdict verdict, const char *number, SalonDay last_day)
{
  g_autofree char *day = last_day != 0 ? salon_day_format (last_day) : NULL;

  switch (verdict) {
  case SALON_CARD_UNKNOWN:
    return g_strdup_printf (_("No card has the number %s."), number);
  case SALON_CARD_DAMAGED:
    return g_strdup_printf (_("“%s” is no number of a card: it was misread, or the card is damaged. Scan it once more."), number);
  case SALON_CARD_NOT_GIVEN:
    return g_strdup_printf (_("The card %s was given to nobody yet."), number);
  case SALON_CARD_AT_PRINTER:
    return g_strdup_printf (_("The card %s is still at the printer."), number);
  case SALON_CARD_IS_BLOCKED:
    return g_strdup_printf (_("The card %s is blocked."), number);
  case SALON_CARD_IS_REPLACED:
    return g_strdup_printf (_("Another card took the place of the card %s."), number);
  case SALON_CARD_IS_RETURNED:
    return g_strdup_printf (_("The card %s was given back."), number);
  case SALON_CARD_IS_OVER:
    return day != NULL ? g_strdup_printf (_("The card %s has expired: its last day was %s."), number, day)
                       : g_strdup_printf (_("The card %s has expired."), number);
  case SALON_CARD_IS_SPOILED:
    return g_strdup_printf (_("The card %s was spoiled."), number);
  case SALON_CARD_ACCEPTED:
  default:
    return NULL;
  }
}
