/* A field for a number.  GtkSpinButton rounds what it cannot read without a word and has no place for a unit. */
#include "config.h"
#include "gui/widgets/number-entry.h"
#include "base/error.h"
#include "base/money.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DIGITS 9

struct _SalonNumberEntry {
  SalonValueEntry parent_instance;

  int decimals;
  gboolean negative; /* may be */
};

G_DEFINE_FINAL_TYPE (SalonNumberEntry, salon_number_entry, SALON_TYPE_VALUE_ENTRY)

/* Digits, and with decimals one point or comma; everything in whole units of the last decimal. */
static gboolean
salon_number_entry_parse (SalonValueEntry *entry, const char *text, gint64 *value, GError **error)
{
  SalonNumberEntry *self = SALON_NUMBER_ENTRY (entry);
  int behind = -1;
  int n = 0;
  gint64 sum = 0;
  gboolean below = self->negative && g_str_has_prefix (text, "-");

  for (const char *p = below ? text + 1 : text; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p) && n < MAX_DIGITS && behind < self->decimals) {
      sum = sum * 10 + (*p - '0');
      n++;
      behind += behind >= 0;
    } else if ((*p == '.' || *p == ',') && self->decimals > 0 && behind < 0) {
      behind = 0;
    } else {
      salon_set_error (error, SALON_ERROR_VALIDATION, _("“%s” is no number that fits here."), text);
      return FALSE;
    }
  }
  for (int i = MAX (behind, 0); i < self->decimals; i++)
    sum *= 10;
  *value = below ? -sum : sum;
  return TRUE;
}

static char *
salon_number_entry_format (SalonValueEntry *entry, gint64 value)
{
  int decimals = SALON_NUMBER_ENTRY (entry)->decimals;

  return salon_decimal_format (value, decimals, 0);
}

static void
salon_number_entry_class_init (SalonNumberEntryClass *klass)
{
  SALON_VALUE_ENTRY_CLASS (klass)->parse = salon_number_entry_parse;
  SALON_VALUE_ENTRY_CLASS (klass)->format = salon_number_entry_format;
}

static void
salon_number_entry_init (SalonNumberEntry *self)
{
  GtkEntry *entry = salon_value_entry_get_entry (SALON_VALUE_ENTRY (self));

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "salon-num");
}

/**
 * salon_number_entry_new:
 * @unit: (nullable): what is counted, translated: "months"
 * @decimals: places behind the point; the value counts the smallest of them: 21.5 with 2 is 2150
 *
 * Returns: (transfer floating): a field whose value is not negative
 */
GtkWidget *
salon_number_entry_new (const char *unit, int decimals)
{
  SalonNumberEntry *self = g_object_new (SALON_TYPE_NUMBER_ENTRY, NULL);
  GtkWidget *label = NULL;

  self->decimals = decimals;
  if (unit == NULL)
    return GTK_WIDGET (self);
  label = gtk_label_new (unit);
  gtk_widget_add_css_class (label, "unit");
  salon_value_entry_add_suffix (SALON_VALUE_ENTRY (self), label);
  return GTK_WIDGET (self);
}

/**
 * salon_number_entry_allow_negative: its value may be less than nothing
 */
void
salon_number_entry_allow_negative (SalonNumberEntry *self)
{
  g_return_if_fail (SALON_IS_NUMBER_ENTRY (self));

  self->negative = TRUE;
}
