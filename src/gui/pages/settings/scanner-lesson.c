/* While it waits for the code all keys of the window are its own: they are looked at one by one, however slow they come. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "device/lesson.h"
#include "gui/pages/settings/scanner-lesson.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"

#define PAUSE_MS 400

struct _SalonScannerLesson {
  GtkWidget parent_instance;
  GSettings *settings;
  GtkEditable *expected;
  GtkButton *button;
  GtkLabel *told;
  GtkWidget *use;
  SalonLesson *lesson; /* NULL = nothing is waited for */
  SalonLessonResult *result;
  GtkEventController *keys; /* not owned; on the window */
  guint pause_source;
};

G_DEFINE_FINAL_TYPE (SalonScannerLesson, salon_scanner_lesson, GTK_TYPE_WIDGET)

/* ---- what came */

static char *
describe (const SalonLessonResult *result)
{
  g_autofree char *keys = g_strdup_printf (ngettext ("%u character", "%u characters", result->n_keys), result->n_keys);
  g_autofree char *came = NULL;

  if (result->n_keys < 2)
    return g_strdup (_("Nothing came that can be learned from.  Scan a code with more than one character."));
  if (!result->matches)
    return g_strdup_printf (_("“%s” came, and the number is not in it.  Is it the number of this code?"), result->text);
  /* Translators: a code, "13 characters", and milliseconds twice */
  came = g_strdup_printf (_("“%s”: %s, %u ms between two of them, %u ms at most."), result->text, keys, result->median_ms, result->longest_ms);
  return g_strdup_printf ("%s  %s", came, result->ended ? _("Enter or Tab ends it.") : _("Nothing ends it: a pause does."));
}

static void
stop (SalonScannerLesson *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_pointer (&self->lesson, salon_lesson_free);
  if (self->keys != NULL && root != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (root), self->keys);
  self->keys = NULL;
  gtk_button_set_label (self->button, _("Learn from a code"));
}

static void
finish (SalonScannerLesson *self)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&self->result, salon_lesson_result_free);
  self->result = salon_lesson_finish (self->lesson, gtk_editable_get_text (self->expected));
  stop (self);
  text = describe (self->result);
  gtk_label_set_text (self->told, text);
  gtk_widget_set_visible (self->use, self->result->n_keys >= 2 && self->result->matches);
}

static gboolean
on_pause (gpointer data)
{
  SalonScannerLesson *self = data;

  self->pause_source = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonScannerLesson *self)
{
  SalonWedgeMods mods = (state & GDK_SHIFT_MASK) != 0 ? SALON_WEDGE_SHIFT : 0;

  if (keyval == GDK_KEY_Escape) {
    stop (self);
    gtk_label_set_text (self->told, "");
    return TRUE;
  }
  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (salon_lesson_press (self->lesson, keycode, mods, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (keys))))
    finish (self);
  else
    self->pause_source = g_timeout_add (PAUSE_MS, on_pause, self);
  return TRUE;
}

static void
on_learn (GtkButton *button, SalonScannerLesson *self)
{
  if (self->lesson != NULL) {
    stop (self);
    gtk_label_set_text (self->told, "");
    return;
  }
  self->lesson = salon_lesson_new ();
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->keys);
  gtk_button_set_label (button, _("Cancel"));
  gtk_label_set_text (self->told, _("Scan the code now."));
  gtk_widget_set_visible (self->use, FALSE);
}

static void
on_use (GtkButton *button, SalonScannerLesson *self)
{
  const SalonLessonResult *result = self->result;

  g_settings_set_string (self->settings, "scanner-prefix", result->prefix != NULL ? result->prefix : "");
  g_settings_set_string (self->settings, "scanner-suffix", result->suffix != NULL ? result->suffix : "");
  g_settings_set_uint (self->settings, "scanner-gap", result->gap_ms);
  g_settings_set_uint (self->settings, "scanner-length", result->length);
  gtk_label_set_text (self->told, _("The settings fit this scanner now."));
  gtk_widget_set_visible (self->use, FALSE);
}

/* ---- building */

static void
salon_scanner_lesson_unroot (GtkWidget *widget)
{
  stop (SALON_SCANNER_LESSON (widget));
  GTK_WIDGET_CLASS (salon_scanner_lesson_parent_class)->unroot (widget);
}

static void
salon_scanner_lesson_unmap (GtkWidget *widget)
{
  stop (SALON_SCANNER_LESSON (widget));
  GTK_WIDGET_CLASS (salon_scanner_lesson_parent_class)->unmap (widget);
}

static void
salon_scanner_lesson_dispose (GObject *object)
{
  SalonScannerLesson *self = SALON_SCANNER_LESSON (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_pointer (&self->lesson, salon_lesson_free);
  g_clear_pointer (&self->result, salon_lesson_result_free);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (salon_scanner_lesson_parent_class)->dispose (object);
}

static void
salon_scanner_lesson_class_init (SalonScannerLessonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_scanner_lesson_dispose;
  widget_class->unroot = salon_scanner_lesson_unroot;
  widget_class->unmap = salon_scanner_lesson_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_scanner_lesson_init (SalonScannerLesson *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *field = salon_form_field_new ("expected", _("Number below the bars"), entry);

  self->expected = GTK_EDITABLE (entry);
  self->button = GTK_BUTTON (gtk_button_new_with_label (_("Learn from a code")));
  self->told = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  self->use = gtk_button_new_with_label (_("Use these settings"));
  salon_form_field_set_hint (SALON_FORM_FIELD (field), _("As it is printed: what the scanner adds before and after it is learned.  May stay empty."));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "salon-outlined");
  gtk_widget_add_css_class (self->use, "suggested-action");
  gtk_widget_set_visible (self->use, FALSE);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (buttons), self->use);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->told));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect (self->button, "clicked", G_CALLBACK (on_learn), self);
  g_signal_connect (self->use, "clicked", G_CALLBACK (on_use), self);
}

/**
 * salon_scanner_lesson_new:
 * @settings: (transfer none): that are learned
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_scanner_lesson_new (GSettings *settings)
{
  SalonScannerLesson *self = g_object_new (SALON_TYPE_SCANNER_LESSON, NULL);

  self->settings = g_object_ref (settings);
  return GTK_WIDGET (self);
}
