/* A banner and, below it, the reason for which two visits may stand at once.  Takes no room while there is nothing to say. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/refusal.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "model/services/booking-error.h"

struct _SalonRefusal {
  GtkWidget parent_instance;

  SalonBanner *banner;
  GtkWidget *reason;
  SalonRefusalVerbs verbs;
};

G_DEFINE_FINAL_TYPE (SalonRefusal, salon_refusal, GTK_TYPE_WIDGET)

static void
on_closed (SalonBanner *banner, SalonRefusal *self)
{
  salon_refusal_hide (self);
}

static void
salon_refusal_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_refusal_parent_class)->dispose (object);
}

static void
salon_refusal_class_init (SalonRefusalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_refusal_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_refusal_init (SalonRefusal *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->banner = SALON_BANNER (salon_banner_new ());
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Reason for the overlap"));
  salon_set_accessible_label (self->reason, _("Reason for the overlap"));
  gtk_widget_set_parent (GTK_WIDGET (self->banner), GTK_WIDGET (self));
  gtk_widget_set_parent (self->reason, GTK_WIDGET (self));
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (self->banner, "closed", G_CALLBACK (on_closed), self);
}

/**
 * salon_refusal_new:
 * @verbs: its texts must stay
 *
 * Returns: (transfer floating): hidden until there is something to say
 */
GtkWidget *
salon_refusal_new (const SalonRefusalVerbs *verbs)
{
  SalonRefusal *self = g_object_new (SALON_TYPE_REFUSAL, NULL);

  self->verbs = *verbs;
  return GTK_WIDGET (self);
}

static void
set_button (SalonRefusal *self, const char *text, const char *action)
{
  salon_banner_set_button (self->banner, text != NULL && action != NULL ? text : NULL, text != NULL ? action : NULL);
}

/**
 * salon_refusal_show:
 * @error: of a booking; what one key can answer gets that key
 */
void
salon_refusal_show (SalonRefusal *self, const GError *error)
{
  gboolean clash = g_error_matches (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH);
  gboolean warning = g_error_matches (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING);
  gboolean alert = g_error_matches (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_ALERT);

  salon_refusal_say (self, warning || alert ? SALON_TONE_AMBER : SALON_TONE_RED, error->message);
  gtk_widget_set_visible (self->reason, clash && self->verbs.override_action != NULL);
  if (clash)
    set_button (self, self->verbs.override_text, self->verbs.override_action);
  else if (warning)
    set_button (self, self->verbs.accept_text, self->verbs.accept_action);
  else if (alert && self->verbs.read_action != NULL)
    set_button (self, _("I have read it"), self->verbs.read_action);
}

/**
 * salon_refusal_say: a sentence that has no answer
 */
void
salon_refusal_say (SalonRefusal *self, SalonTone tone, const char *sentence)
{
  salon_banner_show (self->banner, tone, sentence);
  salon_banner_set_button (self->banner, NULL, NULL);
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * salon_refusal_hide: nothing is asked any more, and the reason is forgotten
 */
void
salon_refusal_hide (SalonRefusal *self)
{
  salon_banner_hide (self->banner);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_refusal_need_reason:
 *
 * Returns: (transfer none) (nullable): why both may stand; if nothing was typed the field gets the focus
 */
const char *
salon_refusal_need_reason (SalonRefusal *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  if (*reason != '\0')
    return reason;
  gtk_widget_grab_focus (self->reason);
  return NULL;
}
