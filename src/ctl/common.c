/* Opening, reading arguments, printing answers. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ctl/ctl.h"
#include "model/services/backups.h"
#include "model/entities/employee.h"
#include "model/entities/service-variant.h"
#include "model/services/catalogue.h"
#include "model/services/settings.h"

/**
 * salon_ctl_fail:
 *
 * Writes the reason to standard error.
 *
 * Returns: the exit status that goes with it
 */
int
salon_ctl_fail (const GError *error)
{
  g_printerr ("salonctl: %s\n", error->message);
  if (error->domain != SALON_ERROR)
    return SALON_CTL_REFUSED;
  switch ((SalonErrorCode) error->code) {
  case SALON_ERROR_CORRUPT:
  case SALON_ERROR_FOREIGN:
  case SALON_ERROR_NEWER:
  case SALON_ERROR_LOCKED:
  case SALON_ERROR_BUSY:
  case SALON_ERROR_IO:
  case SALON_ERROR_FULL:
  case SALON_ERROR_READ_ONLY:
    return SALON_CTL_FILE;
  case SALON_ERROR_VALIDATION:
  case SALON_ERROR_CONFLICT:
  case SALON_ERROR_NOT_FOUND:
  case SALON_ERROR_PERMISSION:
  case SALON_ERROR_INTERNAL:
  default:
    return SALON_CTL_REFUSED;
  }
}

/**
 * salon_ctl_usage:
 *
 * Returns: the exit status of wrong usage, after the sentence was written
 */
int
salon_ctl_usage (const char *format, ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("salonctl: %s\n", text);
  return SALON_CTL_USAGE;
}

/**
 * salon_ctl_open:
 * @writes: whether the command changes something; a reader also works beside the window
 * @status: (out): the exit status on failure
 */
gboolean
salon_ctl_open (SalonCtl *ctl, gboolean writes, int *status)
{
  g_autoptr (GError) error = NULL;

  if (!writes || !g_file_test (ctl->database, G_FILE_TEST_EXISTS)
      || salon_backup_before_migration (ctl->database, ctl->clock, &error))
    ctl->session = salon_session_open (ctl->database, ctl->clock, writes ? SALON_SESSION_WRITE : SALON_SESSION_READ_ONLY, &error);
  if (ctl->session != NULL)
    return TRUE;
  *status = g_error_matches (error, SALON_ERROR, SALON_ERROR_NOT_FOUND) ? SALON_CTL_FILE : salon_ctl_fail (error);
  if (g_error_matches (error, SALON_ERROR, SALON_ERROR_NOT_FOUND))
    g_printerr ("salonctl: %s\n", error->message);
  return FALSE;
}

/**
 * salon_ctl_parse:
 * @entries: ends with an empty one
 *
 * Takes the options out of @argv; what is left are the arguments.
 */
gboolean
salon_ctl_parse (const GOptionEntry *entries, int *argc, char ***argv, int *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char **all = g_new0 (char *, *argc + 2);
  int n = *argc + 1;
  char **rest = all;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  all[0] = (char *) "salonctl";
  memcpy (all + 1, *argv, sizeof (char *) * (gsize) *argc);
  if (!g_option_context_parse (context, &n, &rest, &error)) {
    *status = salon_ctl_usage ("%s", error->message);
    return FALSE;
  }
  memcpy (*argv, all + 1, sizeof (char *) * (gsize) (n - 1));
  *argc = n - 1;
  return TRUE;
}

/**
 * salon_ctl_id:
 *
 * Returns: whether @text is a number above 0
 */
gboolean
salon_ctl_id (const char *text, gint64 *id)
{
  char *end = NULL;

  *id = text != NULL ? g_ascii_strtoll (text, &end, 10) : 0;
  return *id > 0 && *end == '\0';
}

/**
 * salon_ctl_day: reads a day of any writing; %NULL is today
 */
gboolean
salon_ctl_day (SalonCtl *ctl, const char *text, SalonDay *day, int *status)
{
  g_autoptr (GError) error = NULL;

  *day = salon_clock_today (ctl->clock);
  if (text == NULL || salon_day_parse (text, day, &error))
    return TRUE;
  *status = salon_ctl_usage ("%s", error->message);
  return FALSE;
}

/**
 * salon_ctl_at:
 * @text: "2026-11-24 10:00"
 * @minute: (out): absolute wall minute
 */
gboolean
salon_ctl_at (const char *text, gint64 *minute, int *status)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  g_autoptr (GError) error = NULL;
  SalonDay day = 0;
  int of_day = 0;

  if (g_strv_length (parts) != 2) {
    *status = salon_ctl_usage (_("“%s” is no day with a time; write it as 2026-11-24 10:00."), text);
    return FALSE;
  }
  if (!salon_day_parse (parts[0], &day, &error) || !salon_minute_parse (parts[1], &of_day, &error)) {
    *status = salon_ctl_usage ("%s", error->message);
    return FALSE;
  }
  *minute = (gint64) day * SALON_MINUTES_A_DAY + of_day;
  return TRUE;
}

/**
 * salon_ctl_wall_text:
 *
 * Returns: (transfer full): "2026-11-24 10:00", for machines
 */
char *
salon_ctl_wall_text (gint64 minute)
{
  g_autofree char *day = salon_day_format_iso ((SalonDay) (minute / SALON_MINUTES_A_DAY));

  return g_strdup_printf ("%s %02d:%02d", day, (int) (minute % SALON_MINUTES_A_DAY) / 60, (int) (minute % 60));
}

static char *
name_of (SalonEntity *entity)
{
  const SalonField *name = salon_entity_info_find (salon_entity_info (entity), "name");

  if (name != NULL)
    return g_strdup (salon_entity_get_text (entity, name));
  return g_strjoin (" ", ((SalonEmployee *) entity)->first_name, ((SalonEmployee *) entity)->surname, NULL);
}

/* @service_id: of variants, whose; 0 = of everything */
static gint64
find_named (const GPtrArray *all, gint64 service_id, const char *name, int *status)
{
  g_autofree char *wanted = salon_text_fold (name);
  gint64 found = 0;
  guint n = 0;

  for (guint i = 0; i < all->len; i++) {
    g_autofree char *full = name_of (all->pdata[i]);
    g_autofree char *folded = salon_text_fold (full);

    if (service_id != 0 && ((SalonServiceVariant *) all->pdata[i])->service_id != service_id)
      continue;
    if (g_str_equal (folded, wanted))
      return salon_entity_get_id (all->pdata[i]);
    if (!g_str_has_prefix (folded, wanted))
      continue;
    found = salon_entity_get_id (all->pdata[i]);
    n++;
  }
  if (n == 1)
    return found;
  g_printerr (n == 0 ? _("salonctl: nothing here is called “%s”.\n") : _("salonctl: “%s” fits more than one.\n"), name);
  *status = SALON_CTL_REFUSED;
  return 0;
}

static gint64
load_and_find (SalonCtl *ctl, GType type, gint64 service_id, const char *name, int *status)
{
  SalonEntityListRequest request = { type, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = salon_session_query_sync (ctl->session, &salon_query_catalogue_list, &request, &error);

  if (all != NULL)
    return find_named (all, service_id, name, status);
  *status = salon_ctl_fail (error);
  return 0;
}

/**
 * salon_ctl_find_named:
 * @type: services, employees or rooms
 * @name: its whole name, or the beginning of one alone; upper and lower case are the same
 *
 * Returns: the id; 0 with @status when there is none, or more than one
 */
gint64
salon_ctl_find_named (SalonCtl *ctl, GType type, const char *name, int *status)
{
  return load_and_find (ctl, type, 0, name, status);
}

/**
 * salon_ctl_find_variant:
 * @service_id: only its variants are looked at
 * @name: as for salon_ctl_find_named()
 *
 * Returns: the id; 0 with @status when there is none, or more than one
 */
gint64
salon_ctl_find_variant (SalonCtl *ctl, gint64 service_id, const char *name, int *status)
{
  return load_and_find (ctl, salon_service_variant_get_type (), service_id, name, status);
}

/**
 * salon_ctl_name_of:
 * @type: services, employees or rooms
 *
 * Returns: (transfer full): its name; "" if there is none
 */
char *
salon_ctl_name_of (SalonCtl *ctl, GType type, gint64 id)
{
  SalonEntityListRequest request = { type, TRUE };
  g_autoptr (GPtrArray) all = salon_session_query_sync (ctl->session, &salon_query_catalogue_list, &request, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (salon_entity_get_id (all->pdata[i]) == id)
      return name_of (all->pdata[i]);
  return g_strdup ("");
}

/**
 * salon_ctl_rows_new:
 *
 * Returns: (transfer full) (element-type SalonRecord): an answer without rows yet
 */
GPtrArray *
salon_ctl_rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
}

/**
 * salon_ctl_add_row:
 *
 * Returns: (transfer none): an empty row at the end of @rows
 */
SalonRecord *
salon_ctl_add_row (GPtrArray *rows)
{
  SalonRecord *row = salon_record_new ();

  g_ptr_array_add (rows, row);
  return row;
}

/**
 * salon_ctl_currency:
 *
 * Returns: (transfer none): the salon's
 */
const SalonCurrency *
salon_ctl_currency (SalonCtl *ctl)
{
  g_autoptr (SalonSettings) settings = salon_session_query_sync (ctl->session, &salon_query_settings, NULL, NULL);

  return settings != NULL ? salon_settings_currency (settings) : salon_currency_by_code ("EUR");
}

/**
 * salon_ctl_set_money:
 *
 * An amount as a machine reads it: "35.50".
 */
void
salon_ctl_set_money (SalonRecord *row, const char *key, SalonMoney amount, const SalonCurrency *currency)
{
  g_autofree char *text = salon_money_format_plain (amount, currency);

  salon_record_set_text (row, key, text);
}

/**
 * salon_ctl_set_amount:
 *
 * An amount as people read it: "35.50 €"; for a machine that asked for JSON in minor units.
 */
void
salon_ctl_set_amount (SalonCtl *ctl, SalonRecord *row, const char *key, SalonMoney amount)
{
  g_autofree char *text = salon_money_format (amount, salon_ctl_currency (ctl));

  if (ctl->json)
    salon_record_set_int (row, key, amount);
  else
    salon_record_set_text (row, key, text);
}

static void
print_json (GPtrArray *rows)
{
  fputs ("[", stdout);
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *json = salon_record_to_json (rows->pdata[i]);

    printf ("%s\n%s", i > 0 ? "," : "", json);
  }
  fputs (rows->len > 0 ? "\n]\n" : "]\n", stdout);
}

static void
print_text (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    g_autoptr (GPtrArray) keys = salon_record_keys (rows->pdata[i]);

    for (guint k = 0; k < keys->len; k++) {
      g_autofree char *value = salon_record_dup_value (rows->pdata[i], keys->pdata[k]);

      if (rows->len == 1)
        printf ("%-16s %s\n", (char *) keys->pdata[k], value);
      else
        printf ("%s%s", k > 0 ? "\t" : "", value);
    }
    if (rows->len > 1)
      fputs ("\n", stdout);
  }
}

/**
 * salon_ctl_print:
 * @rows: (element-type SalonRecord)
 *
 * As JSON: an array of objects.  As text: one row as lines of key and value, more as lines with tabs.
 */
void
salon_ctl_print (SalonCtl *ctl, GPtrArray *rows)
{
  if (ctl->json)
    print_json (rows);
  else
    print_text (rows);
}

/**
 * salon_ctl_submit:
 * @request: borrowed
 *
 * Does it, and prints the id that the command answers.
 *
 * Returns: the exit status
 */
int
salon_ctl_submit (SalonCtl *ctl, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (ctl->session, command, request, NULL, &done, &error))
    return salon_ctl_fail (error);
  row = salon_record_new ();
  salon_record_set_int (row, "id", done.id);
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/**
 * salon_ctl_set_day:
 *
 * Sets a field of an answer to a day; %SALON_DAY_NONE leaves it empty.
 */
void
salon_ctl_set_day (SalonRecord *row, const char *key, SalonDay day)
{
  g_autofree char *text = day != SALON_DAY_NONE ? salon_day_format_iso (day) : g_strdup ("");

  salon_record_set_text (row, key, text);
}
