/* A field for "10:00–14:00, 15:00–19:00", and the two things that are no hours. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/staff/hours-popover.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"

struct _SalonHoursPopover {
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkEntry *entry;
  GtkWidget *field;
};

enum { SIGNAL_ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonHoursPopover, salon_hours_popover, GTK_TYPE_POPOVER)

static void
answer (SalonHoursPopover *self, SalonShiftWhat what, const SalonHours *parts, guint n_parts)
{
  SalonShiftCell cell = { .what = what, .n_parts = n_parts };

  for (guint i = 0; i < n_parts; i++)
    cell.parts[i] = parts[i];
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, &cell);
}

static void
action_save (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonHoursPopover *self = SALON_HOURS_POPOVER (widget);
  SalonHours parts[SALON_HOURS_MOST_PARTS];
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (salon_hours_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), parts, &n, &error))
    answer (self, SALON_SHIFT_HOURS, parts, n);
  else
    salon_form_field_set_error (SALON_FORM_FIELD (self->field), error->message);
}

static void
action_off (GtkWidget *widget, const char *name, GVariant *target)
{
  answer (SALON_HOURS_POPOVER (widget), SALON_SHIFT_OFF, NULL, 0);
}

static void
action_weekly (GtkWidget *widget, const char *name, GVariant *target)
{
  answer (SALON_HOURS_POPOVER (widget), SALON_SHIFT_WEEKLY, NULL, 0);
}

static void
on_activate (GtkEntry *entry, SalonHoursPopover *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "hours.save", NULL);
}

static void
on_changed (GtkEditable *editable, SalonHoursPopover *self)
{
  salon_form_field_set_error (SALON_FORM_FIELD (self->field), NULL);
}

static void
salon_hours_popover_class_init (SalonHoursPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * SalonHoursPopover::answered:
   * @cell: (type gpointer): a #SalonShiftCell without employee and day
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", SALON_TYPE_HOURS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "hours.save", NULL, action_save);
  gtk_widget_class_install_action (widget_class, "hours.off", NULL, action_off);
  gtk_widget_class_install_action (widget_class, "hours.weekly", NULL, action_weekly);
}

static GtkWidget *
button_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
salon_hours_popover_init (SalonHoursPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (salon_label_new (NULL, "salon-heading"));
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->field = salon_form_field_new ("hours", _("Hours"), GTK_WIDGET (self->entry));
  salon_form_field_set_hint (SALON_FORM_FIELD (self->field), _("With a break: 10:00–14:00, 15:00–19:00"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 26);
  gtk_box_append (GTK_BOX (buttons), button_new (C_ ("brush", "Day off"), "hours.off"));
  gtk_box_append (GTK_BOX (buttons), button_new (_("Weekly hours"), "hours.weekly"));
  gtk_box_append (GTK_BOX (buttons), button_new (_("Save"), "hours.save"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (buttons), "suggested-action");
  gtk_widget_set_hexpand (gtk_widget_get_last_child (buttons), TRUE);
  gtk_widget_set_halign (gtk_widget_get_last_child (buttons), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), self->field);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-hours-popover");
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_changed), self);
}

/**
 * salon_hours_popover_new:
 *
 * Returns: (transfer floating): closed; give it a parent
 */
GtkWidget *
salon_hours_popover_new (void)
{
  return g_object_new (SALON_TYPE_HOURS_POPOVER, NULL);
}

/**
 * salon_hours_popover_open:
 * @at: somewhere below its parent
 * @day: as it is
 */
void
salon_hours_popover_open (SalonHoursPopover *self, GtkWidget *at, const char *title, const SalonRosterDay *day)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  g_autofree char *hours = salon_hours_format (day->parts, day->n_parts);

  if (!gtk_widget_compute_bounds (at, gtk_widget_get_parent (GTK_WIDGET (self)), &bounds))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                                     (int) bounds.size.width, (int) bounds.size.height });
  gtk_label_set_text (self->title, title);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), hours);
  salon_form_field_set_error (SALON_FORM_FIELD (self->field), NULL);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
