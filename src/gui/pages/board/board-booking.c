/* The panel of the desk books for the client on the screen; the board has none, so she is chosen or typed here.  An
 * unknown name or phone becomes a client with the booking. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/board-booking.h"
#include "gui/parts/booking-panel.h"
#include "gui/parts/client-picker.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"

struct _SalonBoardBooking {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonCard *card;
  SalonClientPicker *client;
  GtkWidget *unknown; /* name and phone of somebody new */
  GtkEditable *name;
  GtkEditable *phone;
  SalonBookingPanel *panel;
  SalonResourceKind kind;
  gint64 resource_id;
  gint64 start; /* 0 = nobody pointed anywhere */
  gint64 inquiry_id; /* the request that is answered; 0 = none */
  int minutes;  /* that were drawn; 0 = as long as need be */
};

enum { BOOKED, CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonBoardBooking, salon_board_booking, GTK_TYPE_WIDGET)

static void
preset (SalonBoardBooking *self)
{
  if (self->start == 0)
    return;
  salon_booking_panel_set_inquiry (self->panel, self->inquiry_id);
  salon_booking_panel_set_minutes (self->panel, self->minutes);
  salon_booking_panel_preset (self->panel, self->kind, self->resource_id, self->start);
}

static void
update_client (SalonBoardBooking *self)
{
  gtk_widget_set_visible (self->unknown, salon_client_picker_get_client (self->client) == 0);
}

/* ---- callbacks ---- */

static void
on_picked (SalonClientPicker *picker, gint64 id, SalonBoardBooking *self)
{
  update_client (self);
  salon_booking_panel_set_client (self->panel, id);
  preset (self);
  if (id != 0)
    salon_booking_panel_focus (self->panel);
}

static void
on_typed (GtkEditable *editable, SalonBoardBooking *self)
{
  salon_booking_panel_set_new_client (self->panel, gtk_editable_get_text (self->name), gtk_editable_get_text (self->phone));
}

static void
on_booked (SalonBookingPanel *panel, gint64 visit_id, SalonBoardBooking *self)
{
  self->start = 0;
  self->minutes = 0;
  self->inquiry_id = 0;
  g_signal_emit (self, signals[BOOKED], 0, visit_id);
}

static void
on_close (GtkButton *button, SalonBoardBooking *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* ---- building ---- */

static void
salon_board_booking_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_BOARD_BOOKING (object)->session);
  G_OBJECT_CLASS (salon_board_booking_parent_class)->dispose (object);
}

static void
salon_board_booking_class_init (SalonBoardBookingClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_board_booking_dispose;

  /**
   * SalonBoardBooking::booked:
   * @visit_id: the visit that was made or moved
   */
  signals[BOOKED] = g_signal_new ("booked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonBoardBooking::closed: it shall go; what was typed stays
   */
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkEditable *
add_entry (GtkBox *box, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  salon_set_accessible_label (entry, label);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_box_append (box, entry);
  return GTK_EDITABLE (entry);
}

static void
build (SalonBoardBooking *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Close the booking"));

  self->client = SALON_CLIENT_PICKER (salon_client_picker_new (self->session, _("Client"), _("Choose a client …")));
  self->unknown = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->name = add_entry (GTK_BOX (self->unknown), _("New: name"));
  self->phone = add_entry (GTK_BOX (self->unknown), _("Phone"));
  self->panel = SALON_BOOKING_PANEL (salon_booking_panel_new (self->session));
  gtk_box_set_homogeneous (GTK_BOX (self->unknown), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->client));
  gtk_box_append (GTK_BOX (box), self->unknown);
  self->card = SALON_CARD (salon_card_new (_("Client")));
  salon_card_add_suffix (self->card, close);
  salon_card_set_child (self->card, box);
  gtk_widget_set_vexpand (GTK_WIDGET (self->panel), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->panel), GTK_WIDGET (self));
  g_signal_connect (close, "clicked", G_CALLBACK (on_close), self);
}

static void
salon_board_booking_init (SalonBoardBooking *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

/**
 * salon_board_booking_new:
 *
 * Returns: (transfer floating): a booking of nobody yet
 */
GtkWidget *
salon_board_booking_new (SalonSession *session)
{
  SalonBoardBooking *self = g_object_new (SALON_TYPE_BOARD_BOOKING, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect (self->client, "picked", G_CALLBACK (on_picked), self);
  g_signal_connect (self->name, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect (self->phone, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_object (self->panel, "booked", G_CALLBACK (on_booked), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_board_booking_begin:
 * @kind: what @resource_id is
 * @resource_id: in whose column somebody pointed
 * @start: absolute wall minute
 * @minutes: how long it shall take; 0 = as long as need be
 * @inquiry_id: the request that is answered; 0 = none
 *
 * Whom it is for stays as it was.
 */
void
salon_board_booking_begin (SalonBoardBooking *self, SalonResourceKind kind, gint64 resource_id, gint64 start, int minutes,
                           gint64 inquiry_id)
{
  g_return_if_fail (SALON_IS_BOARD_BOOKING (self));

  self->kind = kind;
  self->resource_id = resource_id;
  self->start = start;
  self->minutes = minutes;
  self->inquiry_id = inquiry_id;
  gtk_widget_set_visible (GTK_WIDGET (self->card), TRUE);
  salon_booking_panel_keep_moving (self->panel, 0);
  preset (self);
}

/**
 * salon_board_booking_set_client:
 * @client_id: 0 = nobody yet
 * @name: (nullable): as it is shown
 */
void
salon_board_booking_set_client (SalonBoardBooking *self, gint64 client_id, const char *name)
{
  g_return_if_fail (SALON_IS_BOARD_BOOKING (self));

  salon_client_picker_set_client (self->client, client_id, name);
  update_client (self);
  salon_booking_panel_set_client (self->panel, client_id);
  preset (self);
}

/**
 * salon_board_booking_set_unknown:
 * @typed: a name or a phone that nobody has yet
 */
void
salon_board_booking_set_unknown (SalonBoardBooking *self, const char *typed)
{
  gboolean is_phone = strspn (typed, "+0123456789 ()-") == strlen (typed);

  g_return_if_fail (SALON_IS_BOARD_BOOKING (self));

  salon_board_booking_set_client (self, 0, NULL);
  gtk_editable_set_text (is_phone ? self->phone : self->name, typed);
  gtk_widget_grab_focus (GTK_WIDGET (is_phone ? self->name : self->phone));
}

/**
 * salon_board_booking_get_client:
 *
 * Returns: for whom is booked; 0 = nobody yet
 */
gint64
salon_board_booking_get_client (SalonBoardBooking *self)
{
  return salon_client_picker_get_client (self->client);
}

/**
 * salon_board_booking_move_visit:
 * @service_ids: (element-type gint64): of its lines
 * @employee_id: 0 = of several
 *
 * Offers other times for a visit that exists.
 */
void
salon_board_booking_move_visit (SalonBoardBooking *self, gint64 visit_id, const GArray *service_ids, gint64 employee_id)
{
  g_return_if_fail (SALON_IS_BOARD_BOOKING (self));

  gtk_widget_set_visible (GTK_WIDGET (self->card), FALSE);
  salon_booking_panel_move_visit (self->panel, visit_id, service_ids, employee_id);
}

/**
 * salon_board_booking_keep_moving: see salon_booking_panel_keep_moving()
 */
void
salon_board_booking_keep_moving (SalonBoardBooking *self, gint64 visit_id)
{
  salon_booking_panel_keep_moving (self->panel, visit_id);
}

/**
 * salon_board_booking_focus: to the client who is missing, else to the times
 */
void
salon_board_booking_focus (SalonBoardBooking *self)
{
  g_return_if_fail (SALON_IS_BOARD_BOOKING (self));

  if (salon_board_booking_get_client (self) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->client));
  else
    salon_booking_panel_focus (self->panel);
}
