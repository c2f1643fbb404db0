/* A line across a page that says something is the matter.  AdwBanner came with libadwaita 1.3. */
#include "config.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include <glib/gi18n-lib.h>

struct _SalonBanner {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *text;
  GtkButton *button;
  SalonTone tone;
};

enum { CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonBanner, salon_banner, GTK_TYPE_WIDGET)

static void
on_close_clicked (GtkButton *button, SalonBanner *self)
{
  salon_banner_hide (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
salon_banner_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_banner_parent_class)->dispose (object);
}

static void
salon_banner_class_init (SalonBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_banner_dispose;

  /**
   * SalonBanner::closed:
   *
   * The user has closed it by its cross.
   */
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "salonbanner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
salon_banner_init (SalonBanner *self)
{
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Close"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_widget_add_css_class (self->box, "content");
  gtk_widget_add_css_class (self->box, salon_tone_css_class (self->tone));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (self->box), close);
  g_signal_connect (close, "clicked", G_CALLBACK (on_close_clicked), self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  /* sliding would lay out and paint the window again in every frame, and move what is being read; while it is hidden it
     takes no place, which a revealer does that does not slide */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_banner_new:
 *
 * Returns: (transfer floating): a banner that is hidden
 */
GtkWidget *
salon_banner_new (void)
{
  return g_object_new (SALON_TYPE_BANNER, NULL);
}

/**
 * salon_banner_show:
 * @tone: red for an error, amber for a warning, blue for what one should know
 * @text: whole translated sentences
 */
void
salon_banner_show (SalonBanner *self, SalonTone tone, const char *text)
{
  g_return_if_fail (SALON_IS_BANNER (self));

  gtk_widget_remove_css_class (self->box, salon_tone_css_class (self->tone));
  self->tone = tone;
  gtk_widget_add_css_class (self->box, salon_tone_css_class (tone));
  gtk_image_set_from_icon_name (self->icon, tone == SALON_TONE_RED     ? "salon-error-symbolic"
                                            : tone == SALON_TONE_AMBER ? "salon-alert-symbolic"
                                                                       : "salon-info-symbolic");
  gtk_label_set_text (self->text, text);
  salon_set_accessible_label (self, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * salon_banner_set_button:
 * @label: (nullable): what can be done; %NULL takes the button away
 * @detailed_action: (nullable): the action with its target, as in "desk.merge"
 */
void
salon_banner_set_button (SalonBanner *self, const char *label, const char *detailed_action)
{
  g_return_if_fail (SALON_IS_BANNER (self));

  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (self->button, label);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), detailed_action);
}

/**
 * salon_banner_hide:
 */
void
salon_banner_hide (SalonBanner *self)
{
  g_return_if_fail (SALON_IS_BANNER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_banner_is_shown:
 *
 * Returns: whether it is shown
 */
gboolean
salon_banner_is_shown (SalonBanner *self)
{
  g_return_val_if_fail (SALON_IS_BANNER (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}
