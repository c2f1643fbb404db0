/* A field for an amount of money; its value is in minor units. */
#include "gui/widgets/money-entry.h"
#include "gui/widgets/build.h"

struct _SalonMoneyEntry {
  SalonValueEntry parent_instance;

  const SalonCurrency *currency;
  GtkLabel *symbol;
};

G_DEFINE_FINAL_TYPE (SalonMoneyEntry, salon_money_entry, SALON_TYPE_VALUE_ENTRY)

static gboolean
salon_money_entry_parse (SalonValueEntry *entry, const char *text, gint64 *value, GError **error)
{
  return salon_money_parse (text, SALON_MONEY_ENTRY (entry)->currency, value, error);
}

static char *
salon_money_entry_format (SalonValueEntry *entry, gint64 value)
{
  return salon_money_format_typed (value, SALON_MONEY_ENTRY (entry)->currency);
}

static void
salon_money_entry_class_init (SalonMoneyEntryClass *klass)
{
  SALON_VALUE_ENTRY_CLASS (klass)->parse = salon_money_entry_parse;
  SALON_VALUE_ENTRY_CLASS (klass)->format = salon_money_entry_format;
}

static void
salon_money_entry_init (SalonMoneyEntry *self)
{
  GtkEntry *entry = salon_value_entry_get_entry (SALON_VALUE_ENTRY (self));

  self->currency = salon_currency_by_code ("EUR");
  self->symbol = GTK_LABEL (gtk_label_new (NULL));
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "salon-num");
  gtk_widget_add_css_class (GTK_WIDGET (self->symbol), "unit");
  salon_value_entry_add_suffix (SALON_VALUE_ENTRY (self), GTK_WIDGET (self->symbol));
}

/**
 * salon_money_entry_new:
 * @currency: the salon's
 */
GtkWidget *
salon_money_entry_new (const SalonCurrency *currency)
{
  SalonMoneyEntry *self = g_object_new (SALON_TYPE_MONEY_ENTRY, NULL);

  salon_money_entry_set_currency (self, currency);
  return GTK_WIDGET (self);
}

/**
 * salon_money_entry_set_currency:
 * @currency: (transfer none): static, as salon_currency_by_code() gives it
 */
void
salon_money_entry_set_currency (SalonMoneyEntry *self, const SalonCurrency *currency)
{
  g_return_if_fail (SALON_IS_MONEY_ENTRY (self) && currency != NULL);

  self->currency = currency;
  gtk_label_set_text (self->symbol, currency->symbol);
  salon_value_entry_reformat (SALON_VALUE_ENTRY (self));
}
