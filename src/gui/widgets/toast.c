/* Own instead of AdwToastOverlay: that of libadwaita 1.2 crashes when a note is dismissed while it is still moving,
 * which Undo pressed at once does, and queues notes, while here the newest is what matters. */
#define G_LOG_DOMAIN "salon-note" /* G_MESSAGES_DEBUG=salon-note lists what was said, and when */
#include "config.h"
#include "gui/widgets/toast.h"
#include "gui/widgets/build.h"
#include <glib/gi18n-lib.h>

#define SECONDS 12

struct _SalonToast {
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *text;
  GtkButton *undo;
  GtkWidget *offers; /* buttons for something else than Undo */
  GtkEventController *motion;

  char *operation; /* NULL = nothing that can be taken back */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (SalonToast, salon_toast, GTK_TYPE_WIDGET)

/* Who points at the note, or has come to its buttons by Tab, is reading it. */
static gboolean
is_being_read (SalonToast *self)
{
  return gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->motion))
         || salon_has_focus (GTK_WIDGET (self));
}

static gboolean
on_timeout (gpointer data)
{
  SalonToast *self = data;

  if (is_being_read (self))
    return G_SOURCE_CONTINUE;
  self->timeout = 0;
  salon_toast_hide (self);
  return G_SOURCE_REMOVE;
}

static void
stop_timeout (SalonToast *self)
{
  if (self->timeout != 0)
    g_source_remove (self->timeout);
  self->timeout = 0;
}

static void
start_timeout (SalonToast *self)
{
  stop_timeout (self);
  self->timeout = g_timeout_add_seconds (SECONDS, on_timeout, self);
}

static void
clear_offers (SalonToast *self)
{
  GtkWidget *offer = NULL;

  while ((offer = gtk_widget_get_first_child (self->offers)) != NULL)
    gtk_box_remove (GTK_BOX (self->offers), offer);
}

/* What is not there has nothing to say to screen readers either. */
static void
on_child_revealed (GtkRevealer *revealer, GParamSpec *spec, SalonToast *self)
{
  if (!gtk_revealer_get_reveal_child (revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_undo (GtkButton *button, SalonToast *self)
{
  g_autofree char *operation = g_strdup (self->operation);

  salon_toast_hide (self);
  if (operation != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-operation", "s", operation);
}

static void
on_close (GtkButton *button, SalonToast *self)
{
  salon_toast_hide (self);
}

static void
salon_toast_dispose (GObject *object)
{
  SalonToast *self = SALON_TOAST (object);

  stop_timeout (self);
  g_clear_pointer (&self->operation, g_free);
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_toast_parent_class)->dispose (object);
}

static void
salon_toast_class_init (SalonToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_toast_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static GtkWidget *
build_box (SalonToast *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Close the note"));

  self->text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  gtk_label_set_max_width_chars (self->text, 60);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_CENTER);
  self->undo = GTK_BUTTON (gtk_button_new_with_label (_("Undo")));
  gtk_widget_set_valign (GTK_WIDGET (self->undo), GTK_ALIGN_CENTER);
  self->offers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->offers, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->undo), "undo");
  gtk_widget_add_css_class (box, "salon-toast");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->undo));
  gtk_box_append (GTK_BOX (box), self->offers);
  gtk_box_append (GTK_BOX (box), close);
  g_signal_connect (self->undo, "clicked", G_CALLBACK (on_undo), self);
  g_signal_connect (close, "clicked", G_CALLBACK (on_close), self);
  return box;
}

static void
salon_toast_init (SalonToast *self)
{
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_transition_duration (self->revealer, 150);
  gtk_revealer_set_child (self->revealer, build_box (self));
  g_signal_connect (self->revealer, "notify::child-revealed", G_CALLBACK (on_child_revealed), self);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->motion = gtk_event_controller_motion_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), self->motion);
}

/**
 * salon_toast_new:
 *
 * Returns: (transfer floating): a hidden note, to lie over the page
 */
GtkWidget *
salon_toast_new (void)
{
  return g_object_new (SALON_TYPE_TOAST, NULL);
}

/**
 * salon_toast_show:
 * @text: a whole translated sentence
 * @operation: (nullable): what the Undo button hands to the action "win.undo-operation"; %NULL = no button
 *
 * Shows it in the place of what was shown before.  It goes by itself, but not while somebody points at it.
 */
void
salon_toast_show (SalonToast *self, const char *text, const char *operation)
{
  char *curr = g_strdup (operation);

  g_return_if_fail (SALON_IS_TOAST (self));

  g_debug ("%s", text);
  g_free (self->operation);
  self->operation = curr;
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->undo), operation != NULL);
  clear_offers (self);
  salon_set_accessible_label (self, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  start_timeout (self);
}

/**
 * salon_toast_offer:
 * @operation: (nullable): of the note that is meant
 * @label: of a button, translated
 * @action: what it does
 * @target: (nullable): with what
 *
 * Puts one more button on the note, which goes with it; nothing is done if another note is shown by now.
 */
void
salon_toast_offer (SalonToast *self, const char *operation, const char *label, const char *action, GVariant *target)
{
  GtkWidget *offer = NULL;

  g_return_if_fail (SALON_IS_TOAST (self));

  if (g_strcmp0 (self->operation, operation) != 0 || !gtk_revealer_get_reveal_child (self->revealer))
    return;
  offer = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (offer, "undo");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (offer), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (offer), action);
  gtk_box_append (GTK_BOX (self->offers), offer);
}

/**
 * salon_toast_hide: takes it away, if it is there
 */
void
salon_toast_hide (SalonToast *self)
{
  g_return_if_fail (SALON_IS_TOAST (self));

  stop_timeout (self);
  g_clear_pointer (&self->operation, g_free);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
