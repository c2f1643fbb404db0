/* Two fields side by side; an empty one is no bound. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/filter-range.h"
#include "gui/widgets/build.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/number-entry.h"
#include "model/entities/filter.h"

struct _SalonFilterRange {
  GtkWidget parent_instance;

  SalonValueEntry *from;
  SalonValueEntry *to;
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterRange, salon_filter_range, GTK_TYPE_WIDGET)

static void
on_value (GObject *entry, GParamSpec *pspec, SalonFilterRange *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
salon_filter_range_dispose (GObject *object)
{
  SALON_FILTER_RANGE (object)->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_filter_range_parent_class)->dispose (object);
}

static gboolean
salon_filter_range_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_FILTER_RANGE (widget)->from));
}

static void
salon_filter_range_class_init (SalonFilterRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_range_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_filter_range_grab_focus;

  /**
   * SalonFilterRange::changed: the user typed another bound
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_filter_range_init (SalonFilterRange *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
}

static SalonValueEntry *
take_entry (SalonFilterRange *self, GtkWidget *entry, const char *label, const char *bound)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", label, bound);

  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), spoken);
  g_object_set (entry, "placeholder", bound, NULL);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect (entry, "notify::value", G_CALLBACK (on_value), self);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  return SALON_VALUE_ENTRY (entry);
}

static GtkWidget *
build (const char *label, GtkWidget *from, GtkWidget *to)
{
  SalonFilterRange *self = g_object_new (SALON_TYPE_FILTER_RANGE, NULL);

  self->from = take_entry (self, from, label, C_ ("number", "from"));
  self->to = take_entry (self, to, label, C_ ("number", "to"));
  return GTK_WIDGET (self);
}

/**
 * salon_filter_range_new:
 * @label: what is counted, for screen readers
 * @decimals: places behind the point; values count the smallest of them
 */
GtkWidget *
salon_filter_range_new (const char *label, int decimals)
{
  return build (label, salon_number_entry_new (NULL, decimals), salon_number_entry_new (NULL, decimals));
}

/**
 * salon_filter_range_new_money:
 */
GtkWidget *
salon_filter_range_new_money (const char *label, const SalonCurrency *currency)
{
  return build (label, salon_money_entry_new (currency), salon_money_entry_new (currency));
}

/**
 * salon_filter_range_set:
 * @from: least value, or %SALON_FILTER_NO_MIN
 * @to: largest value, or %SALON_FILTER_NO_MAX
 */
void
salon_filter_range_set (SalonFilterRange *self, gint64 from, gint64 to)
{
  g_return_if_fail (SALON_IS_FILTER_RANGE (self));

  self->setting = TRUE;
  salon_value_entry_set_value (self->from, from == SALON_FILTER_NO_MIN ? SALON_VALUE_NONE : from);
  salon_value_entry_set_value (self->to, to == SALON_FILTER_NO_MAX ? SALON_VALUE_NONE : to);
  self->setting = FALSE;
}

/**
 * salon_filter_range_get:
 * @from: (out): least value, or %SALON_FILTER_NO_MIN
 * @to: (out): largest value, or %SALON_FILTER_NO_MAX
 *
 * Returns: whether there is any bound
 */
gboolean
salon_filter_range_get (SalonFilterRange *self, gint64 *from, gint64 *to)
{
  gint64 least = salon_value_entry_get_value (self->from);
  gint64 most = salon_value_entry_get_value (self->to);

  *from = least == SALON_VALUE_NONE ? SALON_FILTER_NO_MIN : least;
  *to = most == SALON_VALUE_NONE ? SALON_FILTER_NO_MAX : most;
  return least != SALON_VALUE_NONE || most != SALON_VALUE_NONE;
}
