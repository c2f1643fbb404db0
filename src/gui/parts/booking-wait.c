/* A button, and below it the form of the waiting list once it was pressed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/booking-wait.h"
#include "gui/parts/waiting-form.h"
#include "gui/widgets/build.h"

struct _SalonBookingWait {
  GtkWidget parent_instance;

  SalonWaitingForm *form; /* NULL until somebody is put on the waiting list */
  SalonSession *session;
  SalonBookingDraft *draft; /* NULL = nothing can be waited for yet */
};

G_DEFINE_FINAL_TYPE (SalonBookingWait, salon_booking_wait, GTK_TYPE_WIDGET)

static void
action_wait (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonBookingWait *self = SALON_BOOKING_WAIT (widget);
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (SalonServiceWish));
  gint64 employee = 0;

  if (self->draft == NULL || self->draft->client_id == 0)
    return;
  for (guint i = 0; i < self->draft->items->len; i++) {
    const SalonSlotsItem *item = &g_array_index (self->draft->items, SalonSlotsItem, i);
    SalonServiceWish wish = { item->service_id, item->variant_id };

    employee = i == 0 ? item->employee_id : employee;
    if (!item->is_addon)
      g_array_append_val (wishes, wish);
  }
  if (self->form == NULL) {
    self->form = SALON_WAITING_FORM (salon_waiting_form_new (self->session));
    gtk_widget_set_parent (GTK_WIDGET (self->form), widget);
  }
  salon_waiting_form_open (self->form, self->draft->client_id, wishes, employee);
}

static void
salon_booking_wait_dispose (GObject *object)
{
  SalonBookingWait *self = SALON_BOOKING_WAIT (object);

  self->form = NULL;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_pointer (&self->draft, salon_booking_draft_free);
  G_OBJECT_CLASS (salon_booking_wait_parent_class)->dispose (object);
}

static void
salon_booking_wait_class_init (SalonBookingWaitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_booking_wait_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "booking.wait", NULL, action_wait);
}

static void
salon_booking_wait_init (SalonBookingWait *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *button = gtk_button_new_with_label (_("Nothing suits: waiting list …"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "booking.wait");
  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_booking_wait_new:
 *
 * Returns: (transfer floating): hidden until there is a client
 */
GtkWidget *
salon_booking_wait_new (SalonSession *session)
{
  SalonBookingWait *self = g_object_new (SALON_TYPE_BOOKING_WAIT, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_booking_wait_set_draft:
 *
 * What is to be waited for, of which it keeps a copy.  A form that is open for another client is given up.
 */
void
salon_booking_wait_set_draft (SalonBookingWait *self, const SalonBookingDraft *draft)
{
  if (self->form != NULL && (self->draft == NULL || self->draft->client_id != draft->client_id))
    salon_waiting_form_close (self->form);
  g_clear_pointer (&self->draft, salon_booking_draft_free);
  self->draft = salon_booking_draft_copy (draft);
  gtk_widget_set_visible (GTK_WIDGET (self), draft->client_id != 0 && draft->moved_visit == 0);
}
