/* One card is known; the other is looked for by typing.  The two stand below as soon as it is found. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-picker.h"
#include "gui/parts/merge-view.h"
#include "gui/parts/merge-with.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"

struct _SalonMergeWith {
  GtkWidget parent_instance;

  gint64 client;
  GtkLabel *title;
  SalonClientPicker *picker;
  GtkStack *stack;
  SalonMergeView *merge;
};

enum { SIGNAL_MERGED, SIGNAL_CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonMergeWith, salon_merge_with, GTK_TYPE_WIDGET)

static void
on_picked (SalonClientPicker *picker, gint64 other, SalonMergeWith *self)
{
  if (other == 0 || other == self->client) {
    gtk_stack_set_visible_child_name (self->stack, "nobody");
    return;
  }
  salon_merge_view_open (self->merge, self->client, other);
  gtk_stack_set_visible_child_name (self->stack, "two");
}

static void
on_merged (SalonMergeView *merge, gint64 survivor, SalonMergeWith *self)
{
  g_signal_emit (self, signals[SIGNAL_MERGED], 0, survivor);
}

static void
on_closed (SalonMergeView *merge, SalonMergeWith *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

static void
salon_merge_with_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_merge_with_parent_class)->dispose (object);
}

static void
salon_merge_with_class_init (SalonMergeWithClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_merge_with_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonMergeWith::merged:
   * @client: the card that stayed
   */
  signals[SIGNAL_MERGED] = g_signal_new ("merged", SALON_TYPE_MERGE_WITH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonMergeWith::closed: nothing was merged
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_MERGE_WITH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mergewith");
  gtk_widget_class_install_action (widget_class, "merge-with.close", NULL, action_close);
}

static GtkWidget *
build_nobody (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *back = gtk_button_new_with_label (C_ ("verb", "Back"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "merge-with.close");
  gtk_widget_add_css_class (back, "salon-outlined");
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("Choose the other card of the same person. Nothing is lost: "
                                                            "the two can be separated again at any time."), "salon-secondary"));
  gtk_box_append (GTK_BOX (box), back);
  return box;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
  return TRUE;
}

static void
add_escape (SalonMergeWith *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
salon_merge_with_init (SalonMergeWith *self)
{
  add_escape (self);
}

/**
 * salon_merge_with_new:
 *
 * Returns: (transfer floating): nobody yet; see salon_merge_with_open()
 */
GtkWidget *
salon_merge_with_new (SalonSession *session)
{
  SalonMergeWith *self = g_object_new (SALON_TYPE_MERGE_WITH, NULL);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *card = salon_card_new (NULL);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-heading"));
  self->picker = SALON_CLIENT_PICKER (salon_client_picker_new (session, _("The other card"), _("Choose a client")));
  self->merge = SALON_MERGE_VIEW (salon_merge_view_new (session));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->picker));
  salon_card_set_child (SALON_CARD (card), top);
  gtk_stack_add_named (self->stack, build_nobody (), "nobody");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->merge), "two");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (page), card);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (page, GTK_WIDGET (self));
  g_signal_connect (self->picker, "picked", G_CALLBACK (on_picked), self);
  g_signal_connect (self->merge, "merged", G_CALLBACK (on_merged), self);
  g_signal_connect (self->merge, "closed", G_CALLBACK (on_closed), self);
  return GTK_WIDGET (self);
}

/**
 * salon_merge_with_open:
 * @client: the card that is known
 * @name: of its client
 *
 * Asks for the other card.
 */
void
salon_merge_with_open (SalonMergeWith *self, gint64 client, const char *name)
{
  /* Translators: %s is a client; the other one is chosen below */
  g_autofree char *title = g_strdup_printf (_("Merge %s with"), name);

  self->client = client;
  gtk_label_set_text (self->title, title);
  salon_client_picker_set_client (self->picker, 0, NULL);
  gtk_stack_set_visible_child_name (self->stack, "nobody");
  salon_client_picker_popup (self->picker);
}
