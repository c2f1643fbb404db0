/* The services of a booking, one below the other; a service that stays keeps its widget and so the focus. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/booking-item.h"
#include "gui/parts/booking-items.h"
#include "gui/parts/catalogue-items.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "model/entities/service.h"

#define N_ORDERS (SALON_SOLVER_SOONEST + 1)

struct _SalonBookingItems {
  GtkWidget parent_instance;

  GtkWidget *list; /* box of SalonBookingItem */
  SalonPicker *adder;
  GtkWidget *wishes; /* buttons: one after another, at the same time, soonest */
  GtkToggleButton *orders[N_ORDERS];

  SalonDirectory *directory; /* not owned */
  SalonBookingDraft *draft;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonBookingItems, salon_booking_items, GTK_TYPE_WIDGET)

enum { SIGNAL_EDITED, SIGNAL_ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Takes @draft. */
static void
edit (SalonBookingItems *self, SalonBookingDraft *draft)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, draft);
  salon_booking_draft_free (draft);
}

/* ---- callbacks */

static void
on_item_edited (SalonBookingItem *item, gpointer draft, SalonBookingItems *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, draft);
}

static void
on_add (SalonPicker *picker, GParamSpec *spec, SalonBookingItems *self)
{
  gint64 id = salon_picker_get_selected (picker);

  if (self->filling || id == SALON_PICK_NONE)
    return;
  g_signal_emit (self, signals[SIGNAL_ADDED], 0);
  edit (self, salon_booking_draft_add_service (self->draft, id));
}

static void
on_wish (GtkToggleButton *button, SalonBookingItems *self)
{
  for (guint i = 0; i < N_ORDERS && !self->filling; i++)
    if (button == self->orders[i] && gtk_toggle_button_get_active (button)) {
      edit (self, salon_booking_draft_set_wish (self->draft, (SalonSolverWish) i));
      return;
    }
}

/* ---- rendering */

/* An add-on is chosen with its service. */
static void
fill_adder (SalonBookingItems *self)
{
  GPtrArray *all = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICES);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GListModel) items = NULL;

  for (guint i = 0; i < all->len; i++)
    if (((SalonService *) all->pdata[i])->is_addon == 0)
      g_ptr_array_add (some, all->pdata[i]);
  items = salon_items_of_services (some, salon_directory_currency (self->directory));
  salon_picker_set_items (self->adder, items);
}

static void
render_items (SalonBookingItems *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->list);

  for (guint i = 0; i < self->draft->items->len; i++) {
    if (g_array_index (self->draft->items, SalonSlotsItem, i).is_addon)
      continue;
    if (child == NULL) {
      child = salon_booking_item_new (self->directory);
      g_signal_connect (child, "edited", G_CALLBACK (on_item_edited), self);
      gtk_box_append (GTK_BOX (self->list), child);
    }
    salon_booking_item_show (SALON_BOOKING_ITEM (child), self->draft, i);
    child = gtk_widget_get_next_sibling (child);
  }
  while (child != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);

    gtk_box_remove (GTK_BOX (self->list), child);
    child = next;
  }
}

static void
render (SalonBookingItems *self)
{
  guint n = salon_booking_draft_count (self->draft);

  self->filling = TRUE;
  render_items (self);
  salon_picker_set_selected (self->adder, SALON_PICK_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->adder), n < SALON_SOLVER_MAX_TASKS);
  gtk_widget_set_visible (self->wishes, n > 1);
  gtk_toggle_button_set_active (self->orders[self->draft->wish], TRUE);
  gtk_widget_set_visible (self->list, n > 0);
  self->filling = FALSE;
}

static void
on_directory (SalonDirectory *directory, SalonBookingItems *self)
{
  self->filling = TRUE;
  fill_adder (self);
  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL; child = gtk_widget_get_next_sibling (child))
    salon_booking_item_renew (SALON_BOOKING_ITEM (child));
  self->filling = FALSE;
  if (self->draft != NULL)
    render (self);
}

/* ---- building */

static void
salon_booking_items_dispose (GObject *object)
{
  SalonBookingItems *self = SALON_BOOKING_ITEMS (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->draft, salon_booking_draft_free);
  G_OBJECT_CLASS (salon_booking_items_parent_class)->dispose (object);
}

static void
salon_booking_items_class_init (SalonBookingItemsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_booking_items_dispose;

  /**
   * SalonBookingItems::edited:
   * @draft: (type gpointer): a #SalonBookingDraft, to be copied
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SALON_TYPE_BOOKING_ITEMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * SalonBookingItems::added: a service was chosen; SalonBookingItems::edited follows
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", SALON_TYPE_BOOKING_ITEMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bookingitems");
}

static GtkToggleButton *
create_order (SalonBookingItems *self, const char *text, const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = salon_label_new (text, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_button_set_child (GTK_BUTTON (button), label);
  salon_set_accessible_label (button, text);
  salon_set_tooltip (button, tooltip);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "salon-small-toggle");
  g_signal_connect (button, "toggled", G_CALLBACK (on_wish), self);
  return GTK_TOGGLE_BUTTON (button);
}

static GtkWidget *
build_wishes (SalonBookingItems *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->orders[SALON_SOLVER_CHAIN] = create_order (self, C_ ("order of services", "In turn"), _("The services are done one after another"));
  self->orders[SALON_SOLVER_PARALLEL] = create_order (self, _("At the same time"), _("Two masters work at the same time"));
  self->orders[SALON_SOLVER_SOONEST] = create_order (self, C_ ("order of services", "Soonest"),
                                                     _("In whichever way the client is done soonest"));
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "salon-toggles");
  for (guint i = 0; i < N_ORDERS; i++) {
    gtk_toggle_button_set_group (self->orders[i], i > 0 ? self->orders[0] : NULL);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->orders[i]));
  }
  return box;
}

static void
salon_booking_items_init (SalonBookingItems *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->adder = SALON_PICKER (salon_picker_new (_("Add a service"), _("add a service …")));
  self->wishes = build_wishes (self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->adder), GTK_WIDGET (self));
  gtk_widget_set_parent (self->wishes, GTK_WIDGET (self));
  g_signal_connect (self->adder, "notify::selected", G_CALLBACK (on_add), self);
}

/**
 * salon_booking_items_new:
 *
 * Returns: (transfer floating): shows no draft yet
 */
GtkWidget *
salon_booking_items_new (SalonDirectory *directory)
{
  SalonBookingItems *self = g_object_new (SALON_TYPE_BOOKING_ITEMS, NULL);

  self->directory = directory;
  g_signal_connect_object (directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (directory))
    on_directory (directory, self);
  return GTK_WIDGET (self);
}

/**
 * salon_booking_items_show:
 *
 * Shows @draft, of which it keeps a copy.
 */
void
salon_booking_items_show (SalonBookingItems *self, const SalonBookingDraft *draft)
{
  g_clear_pointer (&self->draft, salon_booking_draft_free);
  self->draft = salon_booking_draft_copy (draft);
  if (salon_directory_is_ready (self->directory))
    render (self);
}

/**
 * salon_booking_items_add: opens the list of services, to choose one more
 */
void
salon_booking_items_add (SalonBookingItems *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->adder)))
    salon_picker_popup (self->adder);
}
