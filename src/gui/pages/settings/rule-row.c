/* A category follows a segment, or conditions of its own, which are told in words and changed in the row itself. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/rule-row.h"
#include "gui/parts/filter-branch.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/swatch.h"
#include "model/entities/filter-text.h"
#include "model/services/category-rules.h"
#include "model/services/filters.h"

#define SEGMENT_KEY "segment"

struct _SalonRuleRow {
  GtkListBoxRow parent_instance;

  GtkBox *content;
  SalonSwatch *swatch;
  GtkLabel *name;
  SalonPicker *picker;
  GtkLabel *sentence;
  GtkWidget *edit;
  GtkWidget *editor; /* NULL until it is opened */
  SalonFilterBranch *branch;
  GtkWidget *save;

  SalonSession *session;
  gint64 category;
  char *rule; /* the filter as text; NULL = by hand only */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SalonRuleRow, salon_rule_row, GTK_TYPE_LIST_BOX_ROW)

/* The segment that a rule follows; SALON_PICK_NONE if it is another rule. */
static gint64
segment_of (const SalonFilter *filter)
{
  const SalonFilterTest *test = NULL;

  if (filter == NULL || salon_filter_node (filter) != SALON_FILTER_TEST)
    return SALON_PICK_NONE;
  test = salon_filter_test (filter);
  return g_str_equal (test->field->key, SEGMENT_KEY) && test->n_ids == 1 ? test->ids[0] : SALON_PICK_NONE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonRuleRow) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (ok)
    salon_note_done (GTK_WIDGET (self), _("Rule saved."), &done);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
save (SalonRuleRow *self, SalonFilter *filter)
{
  salon_session_submit (self->session, &salon_command_category_rule_save,
                        salon_category_rule_draft_new (self->category, filter, TRUE), NULL, NULL, on_saved, g_object_ref (self));
}

/* ---- conditions of its own */

static void
close_editor (SalonRuleRow *self)
{
  if (self->editor != NULL)
    gtk_widget_set_visible (self->editor, FALSE);
}

static void
on_conditions (SalonFilterBranch *branch, SalonRuleRow *self)
{
  g_autoptr (SalonFilter) filter = salon_filter_branch_get_filter (branch);

  gtk_widget_set_sensitive (self->save, filter != NULL);
}

static void
on_save (GtkButton *button, SalonRuleRow *self)
{
  g_autoptr (SalonFilter) filter = salon_filter_branch_get_filter (self->branch);

  close_editor (self);
  if (filter != NULL)
    save (self, filter);
}

static void show_choice (SalonRuleRow *self);

static void
on_cancel (GtkButton *button, SalonRuleRow *self)
{
  close_editor (self);
  show_choice (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonRuleRow *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  on_cancel (NULL, self);
  return TRUE;
}

static void
need_editor (SalonRuleRow *self)
{
  GtkWidget *verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  if (self->editor != NULL)
    return;
  self->editor = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->branch = SALON_FILTER_BRANCH (salon_filter_branch_new (self->session));
  self->save = gtk_button_new_with_label (_("Save the rule"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_add_css_class (cancel, "salon-outlined");
  gtk_widget_set_halign (verbs, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (verbs), cancel);
  gtk_box_append (GTK_BOX (verbs), self->save);
  gtk_box_append (GTK_BOX (self->editor), GTK_WIDGET (self->branch));
  gtk_box_append (GTK_BOX (self->editor), verbs);
  g_signal_connect (self->branch, "changed", G_CALLBACK (on_conditions), self);
  g_signal_connect (self->save, "clicked", G_CALLBACK (on_save), self);
  g_signal_connect (cancel, "clicked", G_CALLBACK (on_cancel), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->editor, keys);
  gtk_box_append (self->content, self->editor);
}

static void
open_editor (SalonRuleRow *self)
{
  g_autoptr (SalonFilter) filter = self->rule != NULL ? salon_filter_parse (self->rule, NULL) : NULL;

  need_editor (self);
  salon_filter_branch_set_filter (self->branch, filter);
  on_conditions (self->branch, self);
  gtk_widget_set_visible (self->editor, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->branch), GTK_DIR_TAB_FORWARD);
}

static void
on_edit (GtkButton *button, SalonRuleRow *self)
{
  open_editor (self);
}

static void
on_picked (SalonPicker *picker, GParamSpec *pspec, SalonRuleRow *self)
{
  gint64 segment = salon_picker_get_selected (picker);
  g_autoptr (SalonFilter) filter = NULL;

  if (self->setting)
    return;
  if (segment == SALON_RULE_OWN) {
    open_editor (self);
    return;
  }
  close_editor (self);
  filter = segment != SALON_PICK_NONE ? salon_filter_new_one (SEGMENT_KEY, segment) : NULL;
  save (self, filter);
}

/* ---- showing */

static void
show_choice (SalonRuleRow *self)
{
  g_autoptr (SalonFilter) filter = self->rule != NULL ? salon_filter_parse (self->rule, NULL) : NULL;
  gint64 segment = segment_of (filter);
  gboolean own = filter != NULL && segment == SALON_PICK_NONE;

  self->setting = TRUE;
  salon_picker_set_selected (self->picker, own ? SALON_RULE_OWN : segment);
  self->setting = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), own);
  gtk_widget_set_visible (self->edit, own);
}

static void
on_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonRuleRow) self = data;
  g_autofree char *sentence = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (self->session != NULL && sentence != NULL && self->rule != NULL)
    gtk_label_set_text (self->sentence, sentence);
}

/* ---- object */

static void
salon_rule_row_dispose (GObject *object)
{
  SALON_RULE_ROW (object)->setting = TRUE;
  g_clear_object (&SALON_RULE_ROW (object)->session);
  G_OBJECT_CLASS (salon_rule_row_parent_class)->dispose (object);
}

static void
salon_rule_row_finalize (GObject *object)
{
  g_free (SALON_RULE_ROW (object)->rule);
  G_OBJECT_CLASS (salon_rule_row_parent_class)->finalize (object);
}

static void
salon_rule_row_class_init (SalonRuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_rule_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_rule_row_finalize;
}

static void
salon_rule_row_init (SalonRuleRow *self)
{
}

/**
 * salon_rule_row_new:
 * @category: to whom it is given is asked
 */
GtkWidget *
salon_rule_row_new (SalonSession *session, const SalonCategory *category)
{
  SalonRuleRow *self = g_object_new (SALON_TYPE_RULE_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->session = g_object_ref (session);
  self->category = salon_entity_get_id ((SalonEntity *) category);
  self->name = GTK_LABEL (salon_label_new (NULL, NULL));
  self->swatch = SALON_SWATCH (salon_swatch_new (10, 0));
  self->sentence = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), FALSE);
  self->edit = salon_icon_button_new ("salon-pencil-symbolic", _("Change the conditions"));
  gtk_widget_set_valign (self->edit, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->edit, FALSE);
  g_signal_connect (self->edit, "clicked", G_CALLBACK (on_edit), self);
  self->picker = SALON_PICKER (salon_picker_new (category->name, C_ ("category", "given by hand only")));
  gtk_widget_set_valign (GTK_WIDGET (self->picker), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->picker), salon_scale_to_text (line, 180), -1);
  g_signal_connect (self->picker, "notify::selected", G_CALLBACK (on_picked), self);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->swatch));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), self->edit);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->picker));
  gtk_widget_set_hexpand (GTK_WIDGET (self->picker), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-segment-row");
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_box_append (self->content, line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->content));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  salon_rule_row_set_category (self, category);
  return GTK_WIDGET (self);
}

/**
 * salon_rule_row_set_segments:
 * @segments: (transfer none): #SalonPickerItem, the first takes the rule back
 */
void
salon_rule_row_set_segments (SalonRuleRow *self, GListModel *segments)
{
  self->setting = TRUE;
  salon_picker_set_items (self->picker, segments);
  self->setting = FALSE;
}

/**
 * salon_rule_row_set_rule:
 * @rule: (nullable): as it is now
 */
void
salon_rule_row_set_rule (SalonRuleRow *self, const SalonCategoryRule *rule)
{
  g_autoptr (SalonFilter) filter = rule != NULL ? salon_filter_parse (rule->filter, NULL) : NULL;
  gint64 segment = segment_of (filter);

  g_free (self->rule);
  self->rule = rule != NULL ? g_strdup (rule->filter) : NULL;
  show_choice (self);
  if (filter != NULL && segment == SALON_PICK_NONE)
    salon_session_query (self->session, &salon_query_filter_tell, SALON_LANE_INTERACTIVE,
                         salon_filter_request_new (filter, NULL, 0), NULL, on_told, g_object_ref (self));
}

/**
 * salon_rule_row_set_category:
 * @category: as it is now
 */
void
salon_rule_row_set_category (SalonRuleRow *self, const SalonCategory *category)
{
  self->category = salon_entity_get_id ((SalonEntity *) category);
  gtk_label_set_text (self->name, category->name);
  salon_swatch_set_rgb (self->swatch, (guint32) category->color);
  salon_set_accessible_label (self, category->name);
}

/**
 * salon_rule_row_get_category:
 *
 * Returns: the id
 */
gint64
salon_rule_row_get_category (SalonRuleRow *self)
{
  return self->category;
}
