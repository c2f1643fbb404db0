/* A line for each service, and a choice to add one more. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/ticket-services.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/entity-control.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/value-entry.h"
#include "model/entities/service.h"
#include "model/services/tickets.h"

struct _SalonTicketServices {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  GtkWidget *all;
  GtkGrid *grid;
  SalonPicker *adder;
  GArray *services; /* SalonTicketKindUnits */
  GPtrArray *counts; /* GtkWidget, not owned: of each service; NULL where nothing is counted */
  gboolean counted;
  gint64 unit;
  gboolean filling;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonTicketServices, salon_ticket_services, GTK_TYPE_WIDGET)

static const SalonAsk asks[] = {
  [SALON_TICKET_UNIT_VISITS] = { "units", N_ ("How many"), NULL, SALON_ASK_NUMBER, TRUE, N_ ("visits"), NULL },
  [SALON_TICKET_UNIT_MINUTES] = { "units", N_ ("How many"), NULL, SALON_ASK_NUMBER, TRUE, N_ ("min"), NULL },
  [SALON_TICKET_UNIT_MONEY] = { "units", N_ ("How much"), NULL, SALON_ASK_MONEY, TRUE, NULL, NULL },
};

static SalonTicketKindUnits *
service_at (SalonTicketServices *self, guint i)
{
  return &g_array_index (self->services, SalonTicketKindUnits, i);
}

/* What was typed goes into the list; what cannot be read stays as it was. */
static gboolean
read_counts (SalonTicketServices *self)
{
  gboolean readable = TRUE;

  for (guint i = 0; i < self->counts->len; i++) {
    GtkWidget *count = self->counts->pdata[i];
    gint64 value = 0;

    if (count == NULL)
      continue;
    if (!salon_value_entry_read (SALON_VALUE_ENTRY (count), &value, NULL))
      readable = FALSE;
    else
      service_at (self, i)->units = value == SALON_VALUE_NONE ? 0 : value * 1000;
  }
  return readable;
}

static void render (SalonTicketServices *self);

static void
emit_changed (SalonTicketServices *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_count (gpointer data)
{
  SalonTicketServices *self = data;

  if (self->filling)
    return;
  read_counts (self);
  emit_changed (self);
}

static void
on_remove (GtkButton *button, SalonTicketServices *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "salon-index"));

  read_counts (self);
  g_array_remove_index (self->services, i);
  render (self);
  emit_changed (self);
}

static void
on_add (SalonPicker *picker, GParamSpec *pspec, SalonTicketServices *self)
{
  SalonTicketKindUnits units = { salon_picker_get_selected (picker), 1000 };

  if (self->filling || units.service_id == SALON_PICK_NONE)
    return;
  read_counts (self);
  g_array_append_val (self->services, units);
  render (self);
  emit_changed (self);
}

/* ---- rendering */

static gboolean
has (SalonTicketServices *self, gint64 service_id)
{
  for (guint i = 0; i < self->services->len; i++)
    if (service_at (self, i)->service_id == service_id)
      return TRUE;
  return FALSE;
}

static void
fill_adder (SalonTicketServices *self)
{
  GPtrArray *all = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICES);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GListModel) items = NULL;

  for (guint i = 0; i < all->len; i++)
    if (!has (self, salon_entity_get_id (all->pdata[i])))
      g_ptr_array_add (some, all->pdata[i]);
  items = salon_items_of_services (some, salon_directory_currency (self->directory));
  salon_picker_set_items (self->adder, items);
  salon_picker_set_selected (self->adder, SALON_PICK_NONE);
}

static GtkWidget *
count_of (SalonTicketServices *self, guint i, const char *name)
{
  const SalonAsk *ask = &asks[CLAMP (self->unit, SALON_TICKET_UNIT_VISITS, SALON_TICKET_UNIT_LAST)];
  GtkWidget *count = salon_entity_control_new (ask, self->session);

  salon_value_entry_set_label (SALON_VALUE_ENTRY (count), name);
  salon_value_entry_set_value (SALON_VALUE_ENTRY (count), service_at (self, i)->units / 1000);
  salon_entity_control_watch (count, ask, on_count, self);
  return count;
}

static void
add_line (SalonTicketServices *self, guint i)
{
  const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, service_at (self, i)->service_id);
  const char *name = service != NULL ? service->name : "…"; /* in the archive by now */
  GtkWidget *label = salon_wrapped_label_new (name, NULL);
  GtkWidget *remove = salon_icon_button_new ("salon-close-symbolic", C_ ("verb", "Remove"));
  GtkWidget *count = self->counted ? count_of (self, i, name) : NULL;

  gtk_widget_set_hexpand (label, TRUE);
  g_object_set_data (G_OBJECT (remove), "salon-index", GUINT_TO_POINTER (i));
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_grid_attach (self->grid, label, 0, (int) i, 1, 1);
  if (count != NULL)
    gtk_grid_attach (self->grid, count, 1, (int) i, 1, 1);
  gtk_grid_attach (self->grid, remove, 2, (int) i, 1, 1);
  g_ptr_array_add (self->counts, count);
}

static void
render (SalonTicketServices *self)
{
  GtkWidget *child = NULL;

  if (!salon_directory_is_ready (self->directory))
    return;
  self->filling = TRUE;
  g_ptr_array_set_size (self->counts, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < self->services->len; i++)
    add_line (self, i);
  fill_adder (self);
  gtk_widget_set_visible (self->all, self->services->len == 0 && !self->counted);
  self->filling = FALSE;
}

static void
on_directory (SalonDirectory *directory, SalonTicketServices *self)
{
  read_counts (self);
  render (self);
}

/* ---- object */

static void
salon_ticket_services_dispose (GObject *object)
{
  SalonTicketServices *self = SALON_TICKET_SERVICES (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->services, g_array_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_ticket_services_parent_class)->dispose (object);
}

static void
salon_ticket_services_class_init (SalonTicketServicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_ticket_services_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ticketservices");

  /**
   * SalonTicketServices::changed: other services, or so many of one
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_TICKET_SERVICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
salon_ticket_services_init (SalonTicketServices *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->services = g_array_new (FALSE, FALSE, sizeof (SalonTicketKindUnits));
  self->counts = g_ptr_array_new ();
  self->all = salon_wrapped_label_new (_("all services"), NULL);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 6);
  self->adder = SALON_PICKER (salon_picker_new (_("Add a service"), _("Add a service")));
  gtk_widget_set_parent (self->all, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->adder), GTK_WIDGET (self));
  g_signal_connect (self->adder, "notify::selected", G_CALLBACK (on_add), self);
}

/**
 * salon_ticket_services_new:
 *
 * Returns: (transfer floating): for all services
 */
GtkWidget *
salon_ticket_services_new (SalonSession *session)
{
  SalonTicketServices *self = g_object_new (SALON_TYPE_TICKET_SERVICES, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  render (self);
  return GTK_WIDGET (self);
}

/**
 * salon_ticket_services_set:
 * @services: (nullable) (element-type SalonTicketKindUnits): %NULL or empty = all
 */
void
salon_ticket_services_set (SalonTicketServices *self, const GArray *services)
{
  g_ptr_array_set_size (self->counts, 0);
  g_array_set_size (self->services, 0);
  if (services != NULL)
    g_array_append_vals (self->services, services->data, services->len);
  render (self);
}

/**
 * salon_ticket_services_set_counted:
 * @counted: whether so many of each are asked
 * @unit: #SalonTicketUnit in which they are counted
 */
void
salon_ticket_services_set_counted (SalonTicketServices *self, gboolean counted, gint64 unit)
{
  if (self->counted == counted && self->unit == unit)
    return;
  read_counts (self);
  self->counted = counted;
  self->unit = unit;
  render (self);
}

/**
 * salon_ticket_services_get:
 * @readable: (out): whether each number could be read
 *
 * Returns: (transfer full) (element-type SalonTicketKindUnits): empty = all
 */
GArray *
salon_ticket_services_get (SalonTicketServices *self, gboolean *readable)
{
  *readable = read_counts (self);
  return g_array_copy (self->services);
}
