/* Fields for a time of day (its value is the minute of the day) and for how long something takes (minutes). */
#include "config.h"
#include "gui/widgets/time-entry.h"
#include "base/error.h"
#include <glib/gi18n-lib.h>

#define MAX_DURATION SALON_MINUTES_A_DAY

struct _SalonTimeEntry {
  SalonValueEntry parent_instance;
};

struct _SalonDurationEntry {
  SalonValueEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (SalonTimeEntry, salon_time_entry, SALON_TYPE_VALUE_ENTRY)
G_DEFINE_FINAL_TYPE (SalonDurationEntry, salon_duration_entry, SALON_TYPE_VALUE_ENTRY)

/* ---- time of day ---- */

static gboolean
salon_time_entry_parse (SalonValueEntry *entry, const char *text, gint64 *value, GError **error)
{
  int minute;

  if (!salon_minute_parse (text, &minute, error))
    return FALSE;
  *value = minute;
  return TRUE;
}

static char *
salon_time_entry_format (SalonValueEntry *entry, gint64 value)
{
  return salon_minute_format ((int) value);
}

static void
prepare_entry (SalonValueEntry *self, int width_chars)
{
  GtkEntry *entry = salon_value_entry_get_entry (self);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "salon-num");
}

static void
salon_time_entry_class_init (SalonTimeEntryClass *klass)
{
  SALON_VALUE_ENTRY_CLASS (klass)->parse = salon_time_entry_parse;
  SALON_VALUE_ENTRY_CLASS (klass)->format = salon_time_entry_format;
}

static void
salon_time_entry_init (SalonTimeEntry *self)
{
  prepare_entry (SALON_VALUE_ENTRY (self), 5);
}

/* ---- how long ---- */

static gboolean
salon_duration_entry_parse (SalonValueEntry *entry, const char *text, gint64 *value, GError **error)
{
  int minutes;

  if (!salon_duration_parse (text, &minutes, error))
    return FALSE;
  *value = minutes;
  return TRUE;
}

static char *
salon_duration_entry_format (SalonValueEntry *entry, gint64 value)
{
  return salon_duration_format ((int) value);
}

static void
salon_duration_entry_class_init (SalonDurationEntryClass *klass)
{
  SALON_VALUE_ENTRY_CLASS (klass)->parse = salon_duration_entry_parse;
  SALON_VALUE_ENTRY_CLASS (klass)->format = salon_duration_entry_format;
}

static void
salon_duration_entry_init (SalonDurationEntry *self)
{
  prepare_entry (SALON_VALUE_ENTRY (self), 11);
}

/* Reads digits from @p on; -1 when there are none or too many. */
static int
read_number (const char **p)
{
  const char *start = *p;
  int number = 0;

  for (; g_ascii_isdigit (**p) && *p - start < 5; (*p)++)
    number = number * 10 + g_ascii_digit_value (**p);
  return *p > start && !g_ascii_isdigit (**p) ? number : -1;
}

/* Whether the word at @p stands for hours in one of our languages: h, ч, st. */
static gboolean
is_hours (const char *p)
{
  return *p == 'h' || *p == 'H' || g_str_has_prefix (p, "ч") || g_str_has_prefix (p, "Ч") || g_str_has_prefix (p, "st");
}

static const char *
skip_to_digit (const char *p)
{
  while (*p != '\0' && !g_ascii_isdigit (*p))
    p++;
  return p;
}

/**
 * salon_duration_parse:
 * @text: "75", "1:15", "1 h", "1 h 15 min", with the words of English, Russian or Latvian
 * @minutes: (out): minutes, 0 to a day
 */
gboolean
salon_duration_parse (const char *text, int *minutes, GError **error)
{
  const char *p = skip_to_digit (text);
  int first = read_number (&p);
  int second = 0;
  gboolean hours;

  while (*p == ' ')
    p++;
  hours = *p == ':' || is_hours (p);
  if (hours) {
    p = skip_to_digit (p);
    second = *p != '\0' ? read_number (&p) : 0;
  }
  if (first < 0 || second < 0 || second > 59 || *skip_to_digit (p) != '\0' || *text == '-'
      || (hours ? first * 60 + second : first) > MAX_DURATION) {
    salon_set_field_error (error, "duration", _("“%s” is no length of time. Write it as 45, 1:15 or 1 h 15 min."), text);
    return FALSE;
  }
  *minutes = hours ? first * 60 + second : first;
  return TRUE;
}

/**
 * salon_time_entry_new:
 *
 * Returns: (transfer floating): a field whose value is a minute of the day
 */
GtkWidget *
salon_time_entry_new (void)
{
  return g_object_new (SALON_TYPE_TIME_ENTRY, NULL);
}

/**
 * salon_duration_entry_new:
 *
 * Returns: (transfer floating): a field whose value is minutes
 */
GtkWidget *
salon_duration_entry_new (void)
{
  return g_object_new (SALON_TYPE_DURATION_ENTRY, NULL);
}
