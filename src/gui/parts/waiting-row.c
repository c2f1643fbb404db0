/* What she waits for, and where she fits now; the row can be dragged to the board. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/waiting-row.h"
#include "gui/parts/waiting-text.h"
#include "gui/widgets/board-drop.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"

struct _SalonWaitingListRow {
  GtkListBoxRow parent_instance;
  SalonSession *session;
  SalonWaitingRow *waiting;
};

G_DEFINE_FINAL_TYPE (SalonWaitingListRow, salon_waiting_list_row, GTK_TYPE_LIST_BOX_ROW)

enum { SIGNAL_BOOK, N_SIGNALS };
static guint signals[N_SIGNALS];

static SalonDay
today_of (SalonWaitingListRow *self)
{
  return salon_clock_today (salon_session_clock (self->session));
}

/* ---- actions */

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.open-client", "x", SALON_WAITING_LIST_ROW (widget)->waiting->waiting->client_id);
}

static void
action_book (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_BOOK], 0);
}

static void
action_remove (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWaitingListRow *self = SALON_WAITING_LIST_ROW (widget);

  salon_note_submit (gtk_widget_get_parent (widget), self->session, &salon_command_waiting_withdraw,
                     salon_id_request_new (salon_entity_get_id (self->waiting->waiting)),
                     /* Translators: a client */
                     g_strdup_printf (_("%s does not wait any more."), self->waiting->client));
}

static SalonBoardDrop *
drop_of (GtkWidget *row, gpointer data)
{
  const SalonWaitingRow *waiting = SALON_WAITING_LIST_ROW (row)->waiting;
  SalonBoardDrop *drop = NULL;

  if (waiting->waiting->state != SALON_WAITING_OPEN)
    return NULL;
  drop = salon_board_drop_new (SALON_BOARD_DROP_WAITING, salon_entity_get_id (waiting->waiting), waiting->waiting->client_id,
                               waiting->client);
  drop->service_id = waiting->wishes->len > 0 ? g_array_index (waiting->wishes, SalonServiceWish, 0).service_id : 0;
  drop->minutes = waiting->minutes;
  return drop;
}

/* ---- building */

static GtkWidget *
build_head (SalonWaitingListRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = salon_wrapped_label_new (self->waiting->client, "salon-heading");
  GtkWidget *remove = salon_icon_button_new ("salon-close-symbolic", _("Take off the waiting list"));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "waiting.remove");
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), name);
  if (self->waiting->importance == 1)
    gtk_box_append (GTK_BOX (box), salon_chip_new (SALON_TONE_PLUM, NULL, "A"));
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static GtkWidget *
line_new (const char *text)
{
  GtkWidget *label = salon_wrapped_label_new (text, "salon-secondary");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
build_slot (SalonWaitingListRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = salon_free_slot_text (self->waiting->slot, today_of (self));
  GtkWidget *label = salon_wrapped_label_new (text, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("salon-check-symbolic");
  GtkWidget *book = gtk_button_new_with_label (C_ ("verb", "Book"));

  gtk_widget_add_css_class (icon, "teal");
  salon_set_tooltip (icon, _("Fits now"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (book, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (book, "salon-outlined");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (book), "waiting.book");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), book);
  return box;
}

static const char *
state_text (const SalonWaiting *waiting, SalonDay today)
{
  if (waiting->state == SALON_WAITING_BOOKED)
    return C_ ("waiting list", "booked");
  if (waiting->state == SALON_WAITING_WITHDRAWN)
    return C_ ("waiting list", "taken off");
  return waiting->to_day < today ? C_ ("waiting list", "time is over") : NULL;
}

static void
build (SalonWaitingListRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *wish = salon_waiting_wish_text (self->waiting, today_of (self));
  const char *state = state_text (self->waiting->waiting, today_of (self));

  gtk_box_append (GTK_BOX (box), build_head (self));
  gtk_box_append (GTK_BOX (box), line_new (self->waiting->services));
  gtk_box_append (GTK_BOX (box), line_new (wish));
  if (state != NULL)
    gtk_box_append (GTK_BOX (box), line_new (state));
  else if (self->waiting->slot != NULL)
    gtk_box_append (GTK_BOX (box), build_slot (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
label_row (SalonWaitingListRow *self)
{
  g_autofree char *wish = salon_waiting_wish_text (self->waiting, today_of (self));
  g_autofree char *slot = self->waiting->slot != NULL ? salon_free_slot_text (self->waiting->slot, today_of (self)) : NULL;
  /* Translators: where a client who waits could come: a day, a time and the employee */
  g_autofree char *fits = slot != NULL ? g_strdup_printf (_("fits now: %s"), slot) : NULL;
  g_autofree char *label = g_strjoin (", ", self->waiting->client, self->waiting->services, wish, fits, NULL);

  salon_set_accessible_label (self, label);
}

static void
salon_waiting_list_row_dispose (GObject *object)
{
  SalonWaitingListRow *self = SALON_WAITING_LIST_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->waiting);
  G_OBJECT_CLASS (salon_waiting_list_row_parent_class)->dispose (object);
}

static void
salon_waiting_list_row_class_init (SalonWaitingListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_waiting_list_row_dispose;

  /**
   * SalonWaitingListRow::book: she is to be booked where she fits
   */
  signals[SIGNAL_BOOK] = g_signal_new ("book", SALON_TYPE_WAITING_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "waiting.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "waiting.book", NULL, action_book);
  gtk_widget_class_install_action (widget_class, "waiting.remove", NULL, action_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_ALT_MASK, "waiting.book", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "waiting.remove", NULL);
}

static void
salon_waiting_list_row_init (SalonWaitingListRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-visit-row");
  salon_board_drop_source_add (GTK_WIDGET (self), drop_of, NULL);
}

/**
 * salon_waiting_list_row_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_waiting_list_row_new (SalonSession *session, SalonWaitingRow *waiting)
{
  SalonWaitingListRow *self = g_object_new (SALON_TYPE_WAITING_LIST_ROW, NULL);
  gboolean open = waiting->waiting->state == SALON_WAITING_OPEN;

  self->session = g_object_ref (session);
  self->waiting = g_object_ref (waiting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "waiting.book", open && waiting->slot != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "waiting.remove", open);
  build (self);
  label_row (self);
  return GTK_WIDGET (self);
}

/**
 * salon_waiting_list_row_get_waiting:
 *
 * Returns: (transfer none): what is shown
 */
SalonWaitingRow *
salon_waiting_list_row_get_waiting (SalonWaitingListRow *self)
{
  return self->waiting;
}
