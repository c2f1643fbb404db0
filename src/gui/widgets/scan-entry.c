/* What is scanned belongs to the field that has the focus if it says so by the action "scan.take". */
#include "config.h"
#include "gui/widgets/scan-entry.h"

#include "gui/widgets/build.h"

#define MOST_CHARS 200

struct _SalonScanEntry {
  GtkWidget parent_instance;

  GtkEntry *entry;
};

enum { SIGNAL_ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonScanEntry, salon_scan_entry, GTK_TYPE_WIDGET)

static void
action_take (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonScanEntry *self = SALON_SCAN_ENTRY (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), g_variant_get_string (target, NULL));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
on_activate (GtkEntry *entry, SalonScanEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static gboolean
salon_scan_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_SCAN_ENTRY (widget)->entry));
}

static void
salon_scan_entry_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_scan_entry_parent_class)->dispose (object);
}

static void
salon_scan_entry_class_init (SalonScanEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_scan_entry_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_scan_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "scan.take", "s", action_take);

  /**
   * SalonScanEntry::activate: Enter
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", SALON_TYPE_SCAN_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_scan_entry_init (SalonScanEntry *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_max_length (self->entry, MOST_CHARS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
}

/**
 * salon_scan_entry_new:
 * @label: what screen readers call it
 *
 * Returns: (transfer floating): empty
 */
GtkWidget *
salon_scan_entry_new (const char *label)
{
  SalonScanEntry *self = g_object_new (SALON_TYPE_SCAN_ENTRY, NULL);

  salon_set_accessible_label (self->entry, label);
  return GTK_WIDGET (self);
}

/**
 * salon_scan_entry_get_text:
 *
 * Returns: (transfer none): what stands in it
 */
const char *
salon_scan_entry_get_text (SalonScanEntry *self)
{
  g_return_val_if_fail (SALON_IS_SCAN_ENTRY (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * salon_scan_entry_clear: empties it
 */
void
salon_scan_entry_clear (SalonScanEntry *self)
{
  g_return_if_fail (SALON_IS_SCAN_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}
