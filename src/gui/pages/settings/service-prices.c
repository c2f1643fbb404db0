/* A list of variants, and below it a table: a line for the service and each variant, a column for each level.  An empty
 * cell takes the price of its line. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/price-kinds.h"
#include "gui/pages/settings/service-prices.h"
#include "gui/parts/entity-list.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/money-entry.h"
#include "model/entities/employee-level.h"
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/rules/price-of.h"
#include "model/services/price-list.h"

#define CELL_KEY   "salon-cell"
#define CELL_CHARS 6

struct _SalonServicePrices {
  GtkWidget parent_instance;

  SalonEntityList *variants;
  GtkWidget *levels; /* card around the table */
  GtkGrid *grid;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonService *service;     /* NULL = none is shown */
  gboolean editable;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonServicePrices, salon_service_prices, GTK_TYPE_WIDGET)

/* Whose price a cell is. */
typedef struct {
  SalonServicePrices *self; /* not owned */
  gint64 service_id;
  gint64 variant_id;
  gint64 level_id;
  gint64 price; /* as it is saved; SALON_VALUE_NONE = none of its own */
} Cell;

/* ---- saving */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonServicePrices) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean saved = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (saved)
    salon_note_done (GTK_WIDGET (self), _("Saved."), &done);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
save_cell (GtkWidget *entry)
{
  Cell *cell = g_object_get_data (G_OBJECT (entry), CELL_KEY);
  g_autoptr (GError) error = NULL;
  gint64 price = SALON_VALUE_NONE;

  if (cell->self->filling || cell->self->session == NULL)
    return;
  if (!salon_value_entry_read (SALON_VALUE_ENTRY (entry), &price, &error)) {
    salon_value_entry_set_error (SALON_VALUE_ENTRY (entry), error->message);
    return;
  }
  if (price == cell->price)
    return;
  cell->price = price;
  salon_session_submit (cell->self->session, &salon_command_level_price_set,
                        salon_level_price_request_new (cell->service_id, cell->variant_id, cell->level_id,
                                                       price != SALON_VALUE_NONE ? price : -1),
                        NULL, NULL, on_saved, g_object_ref (cell->self));
}

static void
on_leave (GtkEventControllerFocus *focus, gpointer data)
{
  save_cell (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)));
}

static void
on_activate (GtkEntry *entry, GtkWidget *cell)
{
  save_cell (cell);
}

/* ---- the table */

static GtkWidget *
create_cell (SalonServicePrices *self, const SalonServiceVariant *variant, const SalonEmployeeLevel *level)
{
  GPtrArray *prices = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_PRICES);
  const SalonCurrency *currency = salon_directory_currency (self->directory);
  GtkWidget *entry = salon_money_entry_new (currency);
  GtkEntry *inner = salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  SalonMoney usual = variant != NULL ? variant->price : self->service->price;
  g_autofree char *hint = salon_money_format_typed (usual, currency);
  g_autofree char *label = g_strdup_printf ("%s · %s", variant != NULL ? variant->name : self->service->name, level->name);
  const SalonServicePrice *price = NULL;
  Cell *cell = g_new0 (Cell, 1);

  *cell = (Cell){ self, salon_entity_get_id (self->service), variant != NULL ? salon_entity_get_id (variant) : 0,
                  salon_entity_get_id (level), SALON_VALUE_NONE };
  price = salon_level_price_find (prices, cell->service_id, cell->variant_id, cell->level_id);
  if (price != NULL)
    cell->price = price->price;
  g_object_set_data_full (G_OBJECT (entry), CELL_KEY, cell, g_free);
  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), label);
  salon_value_entry_set_value (SALON_VALUE_ENTRY (entry), cell->price);
  gtk_entry_set_placeholder_text (inner, hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (inner), CELL_CHARS);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_sensitive (entry, self->editable);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), NULL);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_after (inner, "activate", G_CALLBACK (on_activate), entry);
  return entry;
}

static void
add_line (SalonServicePrices *self, const SalonServiceVariant *variant, GPtrArray *levels, int line)
{
  GtkWidget *name = salon_wrapped_label_new (variant != NULL ? variant->name : self->service->name, NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  gtk_grid_attach (self->grid, name, 0, line, 1, 1);
  for (guint i = 0; i < levels->len; i++)
    gtk_grid_attach (self->grid, create_cell (self, variant, levels->pdata[i]), (int) i + 1, line, 1, 1);
}

static void
fill_grid (SalonServicePrices *self, GPtrArray *variants)
{
  GPtrArray *levels = salon_directory_list (self->directory, SALON_DIRECTORY_EMPLOYEE_LEVELS);
  GtkWidget *child = NULL;
  int line = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_widget_set_visible (self->levels, levels->len > 0);
  for (guint i = 0; i < levels->len; i++)
    gtk_grid_attach (self->grid, salon_wrapped_label_new (((SalonEmployeeLevel *) levels->pdata[i])->name, "salon-secondary"),
                     (int) i + 1, line, 1, 1);
  add_line (self, NULL, levels, ++line);
  for (guint i = 0; i < variants->len; i++)
    add_line (self, variants->pdata[i], levels, ++line);
}

static gboolean
is_typed_in (SalonServicePrices *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->grid));
}

static void
render (SalonServicePrices *self, gboolean other)
{
  g_autoptr (GPtrArray) variants = g_ptr_array_new ();
  GPtrArray *all = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->service != NULL);
  if (self->service == NULL || !salon_directory_is_ready (self->directory))
    return;
  all = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_VARIANTS);
  for (guint i = 0; i < all->len; i++)
    if (((SalonServiceVariant *) all->pdata[i])->service_id == salon_entity_get_id (self->service))
      g_ptr_array_add (variants, all->pdata[i]);
  self->filling = TRUE;
  salon_entity_list_set_owner (self->variants, salon_entity_get_id (self->service));
  salon_entity_list_set_items (self->variants, variants);
  if (other || !is_typed_in (self))
    fill_grid (self, variants);
  self->filling = FALSE;
}

static void
on_directory (SalonDirectory *directory, SalonServicePrices *self)
{
  render (self, FALSE);
}

/* ---- building */

static void
salon_service_prices_dispose (GObject *object)
{
  SalonServicePrices *self = SALON_SERVICE_PRICES (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (salon_service_prices_parent_class)->dispose (object);
}

static void
salon_service_prices_class_init (SalonServicePricesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_service_prices_dispose;
  GTK_WIDGET_CLASS (klass)->focus = salon_focus;
  GTK_WIDGET_CLASS (klass)->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_service_prices_init (SalonServicePrices *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 9);
  gtk_grid_set_row_spacing (self->grid, 6);
  self->editable = TRUE;
}

/**
 * salon_service_prices_new:
 *
 * Returns: (transfer floating): of no service yet, invisible
 */
GtkWidget *
salon_service_prices_new (SalonSession *session)
{
  SalonServicePrices *self = g_object_new (SALON_TYPE_SERVICE_PRICES, "visible", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  self->variants = SALON_ENTITY_LIST (salon_entity_list_new (session, &salon_kind_service_variants));
  self->levels = salon_card_new (_("Prices of levels"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("Empty: as in the price list."), "salon-secondary"));
  salon_card_set_child (SALON_CARD (self->levels), box);
  gtk_widget_set_parent (GTK_WIDGET (self->variants), GTK_WIDGET (self));
  gtk_widget_set_parent (self->levels, GTK_WIDGET (self));
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_service_prices_show:
 * @service: (nullable): as it is saved; %NULL = a new one, which has no variants yet
 */
void
salon_service_prices_show (GtkWidget *widget, gpointer service)
{
  SalonServicePrices *self = SALON_SERVICE_PRICES (widget);
  gboolean other = service == NULL || self->service == NULL || salon_entity_get_id (service) != salon_entity_get_id (self->service);

  g_set_object (&self->service, service);
  render (self, other);
}

/**
 * salon_service_prices_set_editable: whether anything can be changed
 */
void
salon_service_prices_set_editable (GtkWidget *widget, gboolean editable)
{
  SalonServicePrices *self = SALON_SERVICE_PRICES (widget);

  self->editable = editable;
  salon_entity_list_set_editable (self->variants, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->grid), editable);
}
