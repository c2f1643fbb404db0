/* The sums change with every line; they are few, so they are made anew. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/sale-sums.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"

struct _SalonSaleSums {
  GtkWidget parent_instance;
  SalonSession *session;
  GtkBox *sums; /* list, discount, tax */
  GtkLabel *total;
};

G_DEFINE_FINAL_TYPE (SalonSaleSums, salon_sale_sums, GTK_TYPE_WIDGET)

static char *
money (SalonSaleSums *self, SalonMoney amount)
{
  return salon_money_format (amount, salon_directory_currency (salon_directory_of (self->session)));
}

static void
clear (SalonSaleSums *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sums))) != NULL)
    gtk_box_remove (self->sums, child);
}

static void
add_sum (SalonSaleSums *self, const char *name, SalonMoney amount, const char *css_class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = salon_wrapped_label_new (name, css_class);
  g_autofree char *text = money (self, amount);
  GtkWidget *value = gtk_label_new (text);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (value, "salon-num");
  gtk_widget_add_css_class (value, css_class);
  gtk_widget_set_valign (value, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), value);
  gtk_box_append (self->sums, row);
}

/* The reasons of the lines, each once. */
static char *
discount_text (const SalonSaleQuote *quote)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < quote->lines->len; i++) {
    const char *text = salon_sale_quote_line (quote, i)->line->discount_text;

    if (text != NULL && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
      g_ptr_array_add (texts, (gpointer) text);
  }
  if (texts->len == 0)
    return g_strdup (C_ ("sale", "Discount"));
  g_ptr_array_add (texts, NULL);
  {
    g_autofree char *joined = g_strjoinv (", ", (char **) texts->pdata);

    /* Translators: why it costs less */
    return g_strdup_printf (_("Discount: %s"), joined);
  }
}

static void
show_sums (SalonSaleSums *self, const SalonSaleQuote *quote)
{
  g_autofree char *total = money (self, quote->totals.total - quote->by_ticket + quote->settlement.rounding);

  clear (self);
  if (quote->totals.discount != 0) {
    g_autofree char *why = discount_text (quote);

    add_sum (self, C_ ("sale", "Without discount"), quote->totals.list, "salon-secondary");
    add_sum (self, why, -quote->totals.discount, "salon-sale-why");
  }
  for (guint i = 0; i < quote->rates->len; i++) {
    const SalonTaxRate *rate = &g_array_index (quote->rates, SalonTaxRate, i);
    g_autofree char *percent = salon_percent_format (rate->vat_bp);
    g_autofree char *name = g_strdup_printf (C_ ("sale", "of it tax %s"), percent);

    if (rate->vat_bp > 0)
      add_sum (self, name, rate->vat, "salon-secondary");
  }
  if (quote->settlement.rounding != 0)
    add_sum (self, C_ ("sale", "Rounding of cash"), quote->settlement.rounding, "salon-secondary");
  if (quote->by_ticket != 0)
    add_sum (self, C_ ("sale", "By season ticket"), -quote->by_ticket, "salon-sale-why");
  if (quote->bonus_earned != 0)
    add_sum (self, C_ ("sale", "Brings bonus"), quote->bonus_earned, "salon-secondary");
  gtk_label_set_text (self->total, total);
}

/* ---- building */

static void
salon_sale_sums_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_SALE_SUMS (object)->session);
  G_OBJECT_CLASS (salon_sale_sums_parent_class)->dispose (object);
}

static void
salon_sale_sums_class_init (SalonSaleSumsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_sale_sums_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_sums_init (SalonSaleSums *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = salon_label_new (C_ ("sale", "To pay"), "salon-title");

  self->sums = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  self->total = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "salon-display");
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "salon-num");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (self->total), GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->total));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sums));
  gtk_box_append (GTK_BOX (box), row);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * salon_sale_sums_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_sale_sums_new (SalonSession *session)
{
  SalonSaleSums *self = g_object_new (SALON_TYPE_SALE_SUMS, NULL);

  self->session = g_object_ref (session);
  salon_sale_sums_show (self, NULL);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_sums_show:
 * @quote: (nullable): NULL = nothing is sold
 */
void
salon_sale_sums_show (SalonSaleSums *self, const SalonSaleQuote *quote)
{
  g_autofree char *zero = money (self, 0);

  if (quote != NULL) {
    show_sums (self, quote);
    return;
  }
  clear (self);
  gtk_label_set_text (self->total, zero);
}
