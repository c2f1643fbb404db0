/* The status in words, the same in the window and on the command line.
 *
 * The Latvian preset says "not returned" where the other says "lost". */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "model/rules/status-text.h"

static gboolean
says_not_returned (SalonStatusPreset words)
{
  return words == SALON_STATUS_PRESET_LATVIAN;
}

/**
 * salon_status_name:
 * @words: whose words
 *
 * Returns: (transfer none): the translated name for a chip or a heading
 */
const char *
salon_status_name (SalonStatus status, SalonStatusPreset words)
{
  switch (status) {
  case SALON_STATUS_POTENTIAL:
    return C_("client status", "Potential");
  case SALON_STATUS_NEW:
    return C_("client status", "New");
  case SALON_STATUS_PERMANENT:
    return C_("client status", "Permanent");
  case SALON_STATUS_LOST:
    return says_not_returned (words) ? C_("client status", "Not returned") : C_("client status", "Lost");
  default:
    return "";
  }
}

static void
add_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
add_permanent (GString *text, const SalonStatusFacts *facts)
{
  g_autofree char *since = salon_day_format (facts->since);

  if (facts->kept) {
    add_sentence (text, g_strdup (_("Was permanent and has not been lost since: permanent.")));
    return;
  }
  add_sentence (text,
                g_strdup_printf (ngettext ("%d visit since %s: permanent.", "%d visits since %s: permanent.",
                                           (gulong) facts->n_in_window),
                                 facts->n_in_window, since));
}

static void
add_new (GString *text, const SalonStatusFacts *facts)
{
  g_autofree char *since = salon_day_format (facts->since);
  g_autofree char *last = salon_day_format (facts->last_day);

  if (facts->n_in_window > 0)
    add_sentence (text, g_strdup_printf (ngettext ("%d visit since %s: new.", "%d visits since %s: new.",
                                                   (gulong) facts->n_in_window),
                                         facts->n_in_window, since));
  else
    add_sentence (text, g_strdup_printf (_("Last visit on %s: new."), last));
  if (facts->n_missing > 0)
    add_sentence (text, g_strdup_printf (ngettext ("%d more visit makes a permanent client.",
                                                   "%d more visits make a permanent client.",
                                                   (gulong) facts->n_missing),
                                         facts->n_missing));
}

static void
add_loss (GString *text, const SalonStatusFacts *facts, SalonStatusPreset words)
{
  g_autofree char *last = salon_day_format (facts->last_day);
  g_autofree char *lost_on = salon_day_format (facts->lost_on);

  if (facts->lost_on == SALON_DAY_NONE)
    return;
  if (facts->status != SALON_STATUS_LOST)
    add_sentence (text, g_strdup_printf (says_not_returned (words)
                                             ? _("Counts as not returned from %s unless seen.")
                                             : _("Becomes lost on %s unless seen."),
                                         lost_on));
  else if (says_not_returned (words))
    add_sentence (text, g_strdup_printf (_("Last visit on %s: not returned since %s."), last, lost_on));
  else
    add_sentence (text, g_strdup_printf (_("Last visit on %s: lost since %s."), last, lost_on));
}

/**
 * salon_status_facts_text:
 * @facts: from salon_status_explain()
 * @words: whose words
 *
 * Returns: (transfer full): why the status is what it is, and when it changes: "3 visits since 15 March 2025: permanent.
 *   Becomes lost on 2 September 2025 unless seen."
 */
char *
salon_status_facts_text (const SalonStatusFacts *facts, SalonStatusPreset words)
{
  GString *text = g_string_new (NULL);

  if (facts->status == SALON_STATUS_POTENTIAL)
    add_sentence (text, g_strdup (_("No visit yet: potential.")));
  else if (facts->status == SALON_STATUS_PERMANENT)
    add_permanent (text, facts);
  else if (facts->status == SALON_STATUS_NEW)
    add_new (text, facts);
  add_loss (text, facts, words);
  return g_string_free (text, FALSE);
}
