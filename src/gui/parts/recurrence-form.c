/* Three lines; whether it can be is for the rules to say. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/recurrence-form.h"
#include "gui/widgets/build.h"
#include "gui/widgets/number-entry.h"

#define USUAL_EVERY 4
#define USUAL_FLEX  3
#define USUAL_TIMES 6

struct _SalonRecurrenceForm {
  GtkWidget parent_instance;

  SalonValueEntry *every;
  GtkDropDown *unit;
  SalonValueEntry *flexible;
  SalonValueEntry *times;
};

G_DEFINE_FINAL_TYPE (SalonRecurrenceForm, salon_recurrence_form, GTK_TYPE_WIDGET)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_changed (GObject *control, GParamSpec *spec, SalonRecurrenceForm *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static SalonValueEntry *
add_number (SalonRecurrenceForm *self, GtkBox *box, const char *label, const char *unit, gint64 value)
{
  GtkWidget *entry = salon_number_entry_new (unit, 0);

  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), label);
  salon_value_entry_set_value (SALON_VALUE_ENTRY (entry), value);
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), 4);
  gtk_box_append (box, entry);
  g_signal_connect (entry, "notify::value", G_CALLBACK (on_changed), self);
  return SALON_VALUE_ENTRY (entry);
}

static GtkBox *
add_line (SalonRecurrenceForm *self, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = salon_label_new (text, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_size_request (label, 90, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  return GTK_BOX (line);
}

static void
salon_recurrence_form_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_recurrence_form_parent_class)->dispose (object);
}

static void
salon_recurrence_form_class_init (SalonRecurrenceFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_recurrence_form_dispose;

  /**
   * SalonRecurrenceForm::changed: it is something else now
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_RECURRENCE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_recurrence_form_init (SalonRecurrenceForm *self)
{
  const char *const units[] = { C_ ("repeats every", "weeks"), C_ ("repeats every", "months"), NULL };
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkBox *line = NULL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  line = add_line (self, C_ ("repeats", "Every"));
  self->every = add_number (self, line, C_ ("repeats", "Every"), NULL, USUAL_EVERY);
  self->unit = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (units));
  salon_set_accessible_label (self->unit, _("Weeks or months"));
  g_signal_connect (self->unit, "notify::selected", G_CALLBACK (on_changed), self);
  gtk_box_append (line, GTK_WIDGET (self->unit));
  line = add_line (self, C_ ("repeats", "Give or take"));
  self->flexible = add_number (self, line, C_ ("repeats", "Give or take"), C_ ("repeats", "days"), USUAL_FLEX);
  line = add_line (self, C_ ("repeats", "In all"));
  self->times = add_number (self, line, C_ ("repeats", "In all"), C_ ("repeats", "times"), USUAL_TIMES);
}

/**
 * salon_recurrence_form_new:
 *
 * Returns: (transfer floating): says what is usual
 */
GtkWidget *
salon_recurrence_form_new (void)
{
  return g_object_new (SALON_TYPE_RECURRENCE_FORM, NULL);
}

static int
number_of (SalonValueEntry *entry)
{
  return (int) CLAMP (salon_value_entry_get_value (entry), 0, G_MAXINT16);
}

/**
 * salon_recurrence_form_get:
 *
 * Returns: what stands there, possible or not
 */
SalonRecurrence
salon_recurrence_form_get (SalonRecurrenceForm *self)
{
  return (SalonRecurrence){
    .unit = gtk_drop_down_get_selected (self->unit) == 1 ? SALON_RECURRENCE_MONTHS : SALON_RECURRENCE_WEEKS,
    .every = number_of (self->every),
    .flexible_days = number_of (self->flexible),
    .times = number_of (self->times),
  };
}
