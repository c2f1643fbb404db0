/* Hours of one day between text and minutes.  An end up to 02:00 that lies before the beginning is that of the night. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/day.h"
#include "base/error.h"
#include "model/rules/hours-text.h"
#include "model/rules/validate.h"

#define NIGHT_END (SALON_MINUTE_MAX - SALON_MINUTES_A_DAY)

/**
 * salon_hours_close:
 * @from: minute of the day
 * @to: as typed
 *
 * Returns: @to, on the next day if it is at most 02:00 and does not come after @from: "18:00–02:00"
 */
int
salon_hours_close (int from, int to)
{
  return to < from && to <= NIGHT_END ? to + SALON_MINUTES_A_DAY : to;
}

/* The dash between the times, of any length. */
static const char *
find_dash (const char *text, gsize *length)
{
  static const char *const dashes[] = { "–", "—", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++) {
    const char *found = strstr (text, dashes[i]);

    *length = strlen (dashes[i]);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
read_time (const char *text, const char *field, int *minute, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (salon_minute_parse (text, minute, &reason))
    return TRUE;
  salon_set_field_error (error, field, "%s", reason->message);
  return FALSE;
}

static gboolean
read_part (const char *text, SalonHours *part, GError **error)
{
  gsize length = 0;
  const char *dash = find_dash (text, &length);
  g_autofree char *from = NULL;

  if (dash == NULL) {
    salon_set_field_error (error, "hours", _("“%s” are no hours. Write them as 10:00–19:00."), text);
    return FALSE;
  }
  from = g_strndup (text, (gsize) (dash - text));
  if (!read_time (from, "from_min", &part->from, error) || !read_time (dash + length, "to_min", &part->to, error))
    return FALSE;
  part->to = salon_hours_close (part->from, part->to);
  return TRUE;
}

/**
 * salon_hours_check:
 * @error: %SALON_ERROR_VALIDATION of "from_min", "to_min" or "hours"
 *
 * Returns: whether somebody can work like that: each part ends after it begins, at 02:00 at the latest, and none
 *   begins before the one before it has ended
 */
gboolean
salon_hours_check (const SalonHours *parts, guint n_parts, GError **error)
{
  for (guint i = 0; i < n_parts; i++) {
    if (!salon_validate_hours (parts[i].from, parts[i].to, error))
      return FALSE;
    if (i > 0 && parts[i].from < parts[i - 1].to) {
      salon_set_field_error (error, "hours", _("On one day two parts of the hours overlap."));
      return FALSE;
    }
  }
  return TRUE;
}

static int
compare_parts (const void *a, const void *b)
{
  return ((const SalonHours *) a)->from - ((const SalonHours *) b)->from;
}

/**
 * salon_hours_parse:
 * @text: as typed; parts between commas or semicolons
 * @parts: (array length=n_parts): room for %SALON_HOURS_MOST_PARTS; sorted
 * @error: %SALON_ERROR_VALIDATION of "from_min", "to_min" or "hours"
 */
gboolean
salon_hours_parse (const char *text, SalonHours *parts, guint *n_parts, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ",;", -1);
  guint n = 0;

  for (char **word = words; *word != NULL; word++) {
    if (*g_strstrip (*word) == '\0')
      continue;
    if (n == SALON_HOURS_MOST_PARTS) {
      salon_set_field_error (error, "hours", ngettext ("A day can have %d part at most.", "A day can have %d parts at most.",
                                                       SALON_HOURS_MOST_PARTS), SALON_HOURS_MOST_PARTS);
      return FALSE;
    }
    if (!read_part (*word, &parts[n], error))
      return FALSE;
    n++;
  }
  if (n == 0) {
    salon_set_field_error (error, "hours", _("Type the hours, for example 10:00–19:00."));
    return FALSE;
  }
  qsort (parts, n, sizeof *parts, compare_parts);
  *n_parts = n;
  return salon_hours_check (parts, n, error);
}

/**
 * salon_hours_format:
 *
 * Returns: (transfer full): "10:00–14:00, 15:00–19:00"
 */
char *
salon_hours_format (const SalonHours *parts, guint n_parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++) {
    g_autofree char *from = salon_minute_format (parts[i].from % SALON_MINUTES_A_DAY);
    g_autofree char *to = salon_minute_format (parts[i].to % SALON_MINUTES_A_DAY);

    g_string_append_printf (text, "%s%s–%s", i > 0 ? ", " : "", from, to);
  }
  return g_string_free (text, FALSE);
}

/**
 * salon_hours_length:
 *
 * Returns: the minutes of all parts
 */
int
salon_hours_length (const SalonHours *parts, guint n_parts)
{
  int length = 0;

  for (guint i = 0; i < n_parts; i++)
    length += parts[i].to - parts[i].from;
  return length;
}
