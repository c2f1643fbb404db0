/* The table of commands.  A command of a page that is not built yet is absent. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/command-list.h"
#include "base/text.h"
#include "gui/parts/by-camera.h"

static const SalonCommandEntry entries[] = {
  { N_ ("Desk"), N_ ("today queue start"), "win.show-page::desk", "F2", "salon-desk-symbolic" },
  { N_ ("Board"), N_ ("day schedule visits columns rooms week"), "win.show-page::board", "F3", "salon-board-symbolic" },
  { N_ ("Clients"), N_ ("base list people customers"), "win.show-page::clients", "F7", "salon-clients-symbolic" },
  { N_ ("Close the day"), N_ ("count cash drawer shift closing report"), "win.close-day", "Ctrl+F10", "salon-wallet-symbolic" },
  { N_ ("Staff"), N_ ("employees masters hours shifts absence"), "win.show-page::staff", NULL, "salon-staff-symbolic" },
  { N_ ("Shifts of the month"), N_ ("roster schedule hours pattern breaks staff"), "win.open-staff::shifts", NULL, "salon-calendar-symbolic" },
  { N_ ("Sick day: new times for the visits of an employee"), N_ ("master ill absence move rebook"), "win.sick-day((int64 0, int64 0))", NULL,
    "salon-calendar-symbolic" },
  { N_ ("Settings"), N_ ("options parameters configuration"), "win.show-page::settings", NULL, "salon-settings-symbolic" },
  { N_ ("New client"), N_ ("add person card"), "win.new-client::", NULL, "salon-user-add-symbolic" },
  { N_ ("Salon: name, currency, VAT"), N_ ("country phone"), "win.open-settings::salon", NULL, "salon-settings-symbolic" },
  { N_ ("Opening hours and holidays"), N_ ("closed days week"), "win.open-settings::hours", NULL, "salon-settings-symbolic" },
  { N_ ("Rooms"), N_ ("places chairs capacity"), "win.open-settings::rooms", NULL, "salon-settings-symbolic" },
  { N_ ("Services and prices"), N_ ("price list categories zones duration"), "win.open-settings::services", NULL, "salon-settings-symbolic" },
  { N_ ("Checkout: rounding of cash, bonus"), N_ ("till coins difference drawer"), "win.open-settings::till", NULL, "salon-settings-symbolic" },
  { N_ ("Season tickets"), N_ ("kinds abonement pass visits ahead"), "win.open-settings::tickets", NULL, "salon-settings-symbolic" },
  { N_ ("Tags, categories, sources"), N_ ("colours own fields advertising"), "win.open-settings::lists", NULL, "salon-settings-symbolic" },
  { N_ ("Client status"), N_ ("permanent new lost potential parameters"), "win.open-settings::status", NULL, "salon-settings-symbolic" },
  { N_ ("Export clients…"), N_ ("excel csv vcard file save list"), "win.export-clients", NULL, "salon-clients-symbolic" },
  { N_ ("Log of exports"), N_ ("who took files again"), "win.open-settings::exports", NULL, "salon-settings-symbolic" },
  { N_ ("Back up now"), N_ ("copy save safety"), "win.backup", NULL, "salon-settings-symbolic" },
  { N_ ("Restore a backup"), N_ ("copy bring back"), "win.restore", NULL, "salon-settings-symbolic" },
  { N_ ("Undo"), N_ ("take back revert"), "win.undo", "Ctrl+Z", "salon-settings-symbolic" },
  { N_ ("Redo"), N_ ("do again repeat"), "win.redo", "Ctrl+Shift+Z", "salon-settings-symbolic" },
  { N_ ("Scan with the camera"), N_ ("card barcode code read webcam"), "win.scan-by-camera", "Ctrl+Shift+S", "salon-camera-symbolic",
    salon_by_camera_is_built },
  { N_ ("Camera of this computer"), N_ ("webcam photo scan"), "win.open-settings::camera", NULL, "salon-settings-symbolic",
    salon_by_camera_is_built },
  { N_ ("Hide the screen"), N_ ("privacy lock"), "win.privacy", "F12", "salon-settings-symbolic" },
  { N_ ("Keyboard shortcuts"), N_ ("keys help"), "win.show-keys", "F1", "salon-settings-symbolic" },
};

/**
 * salon_command_list:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the commands in the order in which they are offered
 */
const SalonCommandEntry *
salon_command_list (guint *n)
{
  *n = G_N_ELEMENTS (entries);
  return entries;
}

/* Whether some word of @folded begins with @word. */
static gboolean
has_prefix (const char *folded, const char *word)
{
  const char *found = folded;

  while ((found = strstr (found, word)) != NULL) {
    if (found == folded || found[-1] == ' ')
      return TRUE;
    found++;
  }
  return FALSE;
}

/**
 * salon_command_text_matches:
 * @text: in the language of the user
 * @query: as typed
 *
 * Returns: whether each word of @query begins a word of @text
 */
gboolean
salon_command_text_matches (const char *text, const char *query)
{
  g_autofree char *folded = salon_text_fold (text);
  g_autofree char *wanted = salon_text_fold (query);
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);
  gboolean any = FALSE;

  for (char **word = words; *word != NULL; word++) {
    if (**word == '\0')
      continue;
    if (!has_prefix (folded, *word))
      return FALSE;
    any = TRUE;
  }
  return any;
}

/**
 * salon_command_matches:
 * @query: as typed
 *
 * Returns: whether each word of @query begins a word of the label or of its other words, and the program can do it
 */
gboolean
salon_command_matches (const SalonCommandEntry *entry, const char *query)
{
  g_autofree char *text = g_strjoin (" ", _(entry->label), entry->words != NULL ? _(entry->words) : NULL, NULL);

  return (entry->is_built == NULL || entry->is_built ()) && salon_command_text_matches (text, query);
}
