/* The refusal with its list, and three ways on: the visits stay, they are moved by the sick-day helper, or nothing is
 * changed at all. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/stranded-ask.h"
#include "gui/widgets/build.h"
#include "gui/widgets/wrap-layout.h"

struct _SalonStrandedAsk {
  GtkWidget parent_instance;

  GtkLabel *text;
  SalonStrandedSpan span;
};

enum { SIGNAL_KEEP, SIGNAL_GIVE_UP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonStrandedAsk, salon_stranded_ask, GTK_TYPE_WIDGET)

static void
action_keep (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_stranded_ask_hide (SALON_STRANDED_ASK (widget));
  g_signal_emit (widget, signals[SIGNAL_KEEP], 0);
}

static void
action_move (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonStrandedAsk *self = SALON_STRANDED_ASK (widget);
  SalonStrandedSpan span = self->span;

  salon_stranded_ask_hide (self);
  g_signal_emit (self, signals[SIGNAL_GIVE_UP], 0);
  gtk_widget_activate_action (widget, "win.sick-days", "(xxx)", span.employee_id, (gint64) span.first_day, (gint64) span.last_day);
}

static void
action_give_up (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_stranded_ask_hide (SALON_STRANDED_ASK (widget));
  g_signal_emit (widget, signals[SIGNAL_GIVE_UP], 0);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonStrandedAsk *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "stranded.give-up", NULL);
  return TRUE;
}

static void
salon_stranded_ask_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_stranded_ask_parent_class)->dispose (object);
}

static void
salon_stranded_ask_class_init (SalonStrandedAskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_stranded_ask_dispose;

  /**
   * SalonStrandedAsk::keep: the change is made, the visits stay where they are
   */
  signals[SIGNAL_KEEP] = g_signal_new ("keep", SALON_TYPE_STRANDED_ASK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonStrandedAsk::give-up: the change is not made
   */
  signals[SIGNAL_GIVE_UP] = g_signal_new ("give-up", SALON_TYPE_STRANDED_ASK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "stranded.keep", NULL, action_keep);
  gtk_widget_class_install_action (widget_class, "stranded.move", NULL, action_move);
  gtk_widget_class_install_action (widget_class, "stranded.give-up", NULL, action_give_up);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "strandedask");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static GtkWidget *
button_new (const char *label, const char *action, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  return button;
}

static void
salon_stranded_ask_init (SalonStrandedAsk *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  gtk_widget_set_layout_manager (buttons, salon_wrap_layout_new (6, 6));
  gtk_box_append (GTK_BOX (buttons), button_new (_("Find new times…"), "stranded.move", "suggested-action"));
  gtk_box_append (GTK_BOX (buttons), button_new (_("Keep them there"), "stranded.keep", NULL));
  gtk_box_append (GTK_BOX (buttons), button_new (_("Give up"), "stranded.give-up", NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_stranded_ask_new:
 *
 * Returns: (transfer floating): hidden until there is something to ask
 */
GtkWidget *
salon_stranded_ask_new (void)
{
  return g_object_new (SALON_TYPE_STRANDED_ASK, NULL);
}

/**
 * salon_stranded_ask_show:
 *
 * Returns: %FALSE when @error is about something else
 */
gboolean
salon_stranded_ask_show (SalonStrandedAsk *self, const GError *error)
{
  if (!salon_stranded_error_get_span (error, &self->span))
    return FALSE;
  gtk_label_set_text (self->text, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/**
 * salon_stranded_ask_hide: nothing is asked any more
 */
void
salon_stranded_ask_hide (SalonStrandedAsk *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
