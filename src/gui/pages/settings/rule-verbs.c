/* Limits that belong together are not saved one by one: between two of them the rule would be none. */
#include "config.h"
#include "gui/pages/settings/rule-verbs.h"

#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"

struct _SalonRuleVerbs {
  GtkWidget parent_instance;

  GtkWidget *use;
  GtkWidget *back;
  gboolean differs;
};

enum { SIGNAL_USE, SIGNAL_BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonRuleVerbs, salon_rule_verbs, GTK_TYPE_WIDGET)

/* ---- saving */

typedef struct {
  GtkWidget *form;
  char *done;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->form);
  g_free (saving->done);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean saved = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (gtk_widget_get_first_child (saving->form) == NULL) /* it was thrown away meanwhile */
    return;
  if (saved)
    salon_note_done (saving->form, saving->done, &done);
  else if (!salon_form_mark (saving->form, error))
    salon_note_error (saving->form, error);
}

/* ---- object */

static void
on_use (GtkButton *button, SalonRuleVerbs *self)
{
  g_signal_emit (self, signals[SIGNAL_USE], 0);
}

static void
on_back (GtkButton *button, SalonRuleVerbs *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
salon_rule_verbs_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_rule_verbs_parent_class)->dispose (object);
}

static void
salon_rule_verbs_class_init (SalonRuleVerbsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_rule_verbs_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  /**
   * SalonRuleVerbs::use: what was typed is to hold from now on
   */
  signals[SIGNAL_USE] = g_signal_new ("use", SALON_TYPE_RULE_VERBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonRuleVerbs::back: what is saved is to be shown again
   */
  signals[SIGNAL_BACK] = g_signal_new ("back", SALON_TYPE_RULE_VERBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_rule_verbs_init (SalonRuleVerbs *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
}

/**
 * salon_rule_verbs_new:
 * @use: what the first button says, translated
 * @back: what the second one says, translated; it is there only while something differs
 *
 * Returns: (transfer floating): buttons for a rule that is as it is saved
 */
GtkWidget *
salon_rule_verbs_new (const char *use, const char *back)
{
  SalonRuleVerbs *self = g_object_new (SALON_TYPE_RULE_VERBS, NULL);

  self->use = gtk_button_new_with_label (use);
  self->back = gtk_button_new_with_label (back);
  gtk_widget_add_css_class (self->use, "suggested-action");
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_parent (self->back, GTK_WIDGET (self));
  gtk_widget_set_parent (self->use, GTK_WIDGET (self));
  g_signal_connect (self->use, "clicked", G_CALLBACK (on_use), self);
  g_signal_connect (self->back, "clicked", G_CALLBACK (on_back), self);
  salon_rule_verbs_set_differs (self, FALSE);
  return GTK_WIDGET (self);
}

/**
 * salon_rule_verbs_set_differs: whether what is typed is another rule than the one that is saved
 */
void
salon_rule_verbs_set_differs (SalonRuleVerbs *self, gboolean differs)
{
  g_return_if_fail (SALON_IS_RULE_VERBS (self));

  self->differs = differs;
  gtk_widget_set_sensitive (self->use, differs);
  gtk_widget_set_visible (self->back, differs);
}

/**
 * salon_rule_verbs_get_differs:
 */
gboolean
salon_rule_verbs_get_differs (SalonRuleVerbs *self)
{
  g_return_val_if_fail (SALON_IS_RULE_VERBS (self), FALSE);

  return self->differs;
}

/**
 * salon_rule_verbs_save:
 * @settings: (transfer full): with the new rule
 * @form: has the fields, where a refusal is shown
 * @done: a whole translated sentence
 *
 * Saves it, with Undo.
 */
void
salon_rule_verbs_save (SalonRuleVerbs *self, SalonSession *session, SalonSettings *settings, GtkWidget *form, const char *done)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->form = g_object_ref (form);
  saving->done = g_strdup (done);
  salon_session_submit (session, &salon_command_settings_save, settings, NULL, NULL, on_saved, saving);
}
