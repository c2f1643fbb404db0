/* A bar of three faces: the verbs; what is about to be done with whom; how far it is.  It rises with the first tick, and
 * the tick says whom it is about: those that are ticked, until the user asks for all that are found. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/bulk-bar.h"
#include "gui/pages/clients/bulk-plan.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/color-row.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/permission.h"
#include "model/services/clients.h"

#define N_SAMPLE 4 /* so many are named before it is done */

/* A verb that somebody else does. */
typedef struct {
  SalonBulkBar *bar; /* not owned */
  GtkWidget *button;
  guint least;
  guint most; /* 0 = any number */
  void (*run) (GtkWidget *from, SalonSession *session, GArray *ids, gpointer data);
  gpointer data;
} Verb;

struct _SalonBulkBar {
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkStack *stack;
  GtkToggleButton *ticked;
  GtkToggleButton *found;
  GtkBox *verbs;
  SalonPicker *tag;
  SalonPicker *category;
  GtkWidget *archive;
  GPtrArray *others; /* Verb */

  GtkLabel *question;
  GtkLabel *sample;
  SalonColorRow *color;
  GtkWidget *opposite;
  GtkWidget *go;

  GtkLabel *doing;
  GtkProgressBar *progress;

  SalonSession *session;
  SalonDirectory *directory;
  SalonTicks *ticks;
  GArray *found_ids;
  GArray *ids; /* whom the question is about */
  SalonBulkPlan plan;
  GCancellable *job; /* NULL while none runs */
  guint question_id; /* answers to older questions are dropped */
  gboolean in_archive;
};

G_DEFINE_FINAL_TYPE (SalonBulkBar, salon_bulk_bar, GTK_TYPE_WIDGET)

/* ---- whom it is about */

static gboolean
is_about_found (SalonBulkBar *self)
{
  return gtk_toggle_button_get_active (self->found);
}

static GArray *
get_ids (SalonBulkBar *self)
{
  if (!is_about_found (self))
    return salon_ticks_get_ids (self->ticks);
  return self->found_ids != NULL ? g_array_copy (self->found_ids) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static guint
count_ids (SalonBulkBar *self)
{
  if (!is_about_found (self))
    return salon_ticks_count (self->ticks);
  return self->found_ids != NULL ? self->found_ids->len : 0;
}

static gboolean
may (SalonBulkBar *self, SalonPermission permission)
{
  return salon_permission_check (salon_session_actor (self->session), permission, NULL);
}

static void
update (SalonBulkBar *self)
{
  guint n_ticked = salon_ticks_count (self->ticks);
  guint n_found = self->found_ids != NULL ? self->found_ids->len : 0;
  g_autofree char *ticked = g_strdup_printf (ngettext ("%'u ticked", "%'u ticked", n_ticked), n_ticked);
  g_autofree char *found = g_strdup_printf (ngettext ("all %'u found", "all %'u found", n_found), n_found);
  guint count = count_ids (self);

  gtk_button_set_label (GTK_BUTTON (self->ticked), ticked);
  gtk_button_set_label (GTK_BUTTON (self->found), found);
  gtk_revealer_set_reveal_child (self->revealer, n_ticked > 0 || self->job != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), n_ticked > 0 || self->job != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), may (self, SALON_PERMISSION_CLIENTS_EDIT));
  gtk_widget_set_visible (GTK_WIDGET (self->category), may (self, SALON_PERMISSION_CLIENTS_EDIT));
  gtk_widget_set_visible (self->archive, may (self, SALON_PERMISSION_CLIENTS_ARCHIVE));
  for (guint i = 0; i < self->others->len; i++) {
    Verb *verb = self->others->pdata[i];

    gtk_widget_set_visible (verb->button, count >= verb->least && (verb->most == 0 || count <= verb->most));
  }
}

static void
on_ticks (SalonTicks *ticks, SalonBulkBar *self)
{
  gtk_toggle_button_set_active (self->ticked, TRUE);
  if (self->job == NULL)
    gtk_stack_set_visible_child_name (self->stack, "verbs");
  update (self);
}

static void
on_scope (GtkToggleButton *button, SalonBulkBar *self)
{
  update (self);
}

static void
on_untick (GtkButton *button, SalonBulkBar *self)
{
  salon_ticks_clear (self->ticks);
}

/* ---- the question */

static void
show_sample (SalonBulkBar *self, GPtrArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint rest = self->ids->len - MIN (self->ids->len, rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((SalonClientRow *) rows->pdata[i])->name);
  if (rest > 0) {
    /* Translators: goes on after some names: "and 12 more" */
    g_autofree char *more = g_strdup_printf (ngettext (" and %'u more", " and %'u more", rest), rest);

    g_string_append (text, more);
  }
  gtk_label_set_text (self->sample, text->str);
}

typedef struct {
  SalonBulkBar *bar;
  guint question_id;
} Asked;

static void
on_sample (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonBulkBar) self = asked->bar;
  g_autoptr (GPtrArray) rows = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (rows != NULL && self->session != NULL && asked->question_id == self->question_id)
    show_sample (self, rows);
}

static void
ask_sample (SalonBulkBar *self)
{
  Asked *asked = g_new (Asked, 1);
  GArray *some = g_array_new (FALSE, FALSE, sizeof (gint64));

  *asked = (Asked){ g_object_ref (self), ++self->question_id };
  g_array_append_vals (some, self->ids->data, MIN (self->ids->len, N_SAMPLE));
  gtk_label_set_text (self->sample, "");
  salon_session_query (self->session, &salon_query_client_rows, SALON_LANE_INTERACTIVE, some, NULL, on_sample, asked);
}

static void
ask (SalonBulkBar *self)
{
  g_autofree char *question = NULL;

  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = get_ids (self);
  if (self->ids->len == 0)
    return;
  question = salon_bulk_plan_question (&self->plan, self->ids->len);
  gtk_label_set_text (self->question, question);
  gtk_button_set_label (GTK_BUTTON (self->go), salon_bulk_verb (self->plan.action));
  gtk_button_set_label (GTK_BUTTON (self->opposite), salon_bulk_verb (salon_bulk_opposite (self->plan.action)));
  gtk_widget_set_visible (self->opposite, salon_bulk_plan_has_opposite (&self->plan));
  gtk_widget_set_visible (GTK_WIDGET (self->color), salon_bulk_plan_makes (&self->plan));
  if (salon_bulk_plan_makes (&self->plan))
    salon_color_row_set_rgb (self->color, self->plan.rgb);
  ask_sample (self);
  gtk_stack_set_visible_child_name (self->stack, "question");
  gtk_widget_grab_focus (self->go);
}

static void
on_tag_picked (SalonPicker *picker, GParamSpec *pspec, SalonBulkBar *self)
{
  SalonBulkAction action = picker == self->tag ? SALON_BULK_TAG : SALON_BULK_CATEGORY;
  gint64 id = salon_picker_get_selected (picker);

  if (id == SALON_PICK_NONE)
    return;
  salon_bulk_plan_set (&self->plan, action, id, salon_picker_get_text (picker), 0);
  salon_picker_set_selected (picker, SALON_PICK_NONE);
  ask (self);
}

static void
on_tag_made (SalonPicker *picker, guint which, const char *name, SalonBulkBar *self)
{
  GPtrArray *categories = salon_directory_list (self->directory, SALON_DIRECTORY_CATEGORIES);
  SalonBulkAction action = picker == self->tag ? SALON_BULK_TAG : SALON_BULK_CATEGORY;

  salon_bulk_plan_set (&self->plan, action, 0, name, salon_color_suggest (categories != NULL ? categories->len : 0));
  ask (self);
}

static void
on_archive (GtkButton *button, SalonBulkBar *self)
{
  salon_bulk_plan_set (&self->plan, self->in_archive ? SALON_BULK_UNARCHIVE : SALON_BULK_ARCHIVE, 0, NULL, 0);
  ask (self);
}

static void
on_other (GtkButton *button, Verb *verb)
{
  g_autoptr (GArray) ids = get_ids (verb->bar);

  verb->run (GTK_WIDGET (verb->bar), verb->bar->session, ids, verb->data);
}

static void
on_cancel (GtkButton *button, SalonBulkBar *self)
{
  salon_bulk_bar_back (self);
}

/* ---- doing it */

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  SalonBulkBar *self = data;
  /* Translators: how far a long work is: the number done, the number of all */
  g_autofree char *text = g_strdup_printf (_("%'d of %'d"), (int) done, (int) total);

  if (self->session == NULL)
    return;
  gtk_label_set_text (self->doing, text);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / (double) total : 0);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBulkBar) self = data;
  g_autoptr (GError) error = NULL;
  SalonJobResult answer = { 0 };
  gboolean ok = salon_job_finish (SALON_SESSION (source), result, &answer, &error);
  g_autofree char *note = NULL;

  g_clear_object (&self->job);
  if (self->session == NULL)
    return;
  note = salon_bulk_plan_answer (&self->plan, answer.n_done - answer.n_skipped, answer.n_skipped);
  if (ok)
    salon_note_done (GTK_WIDGET (self), note, &answer.done);
  else
    salon_note_error (GTK_WIDGET (self), error);
  if (ok && (self->plan.action == SALON_BULK_ARCHIVE || self->plan.action == SALON_BULK_UNARCHIVE))
    salon_ticks_clear (self->ticks);
  gtk_stack_set_visible_child_name (self->stack, "verbs");
  update (self);
}

static void
go (SalonBulkBar *self)
{
  SalonJobRun *run = NULL;

  if (salon_bulk_plan_makes (&self->plan))
    self->plan.rgb = salon_color_row_get_rgb (self->color);
  run = salon_bulk_plan_start (&self->plan, self->ids);
  self->job = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "progress");
  on_progress (0, self->ids->len, self);
  salon_job_start (self->session, run, NULL, self->job, on_progress, on_done, g_object_ref (self));
}

static void
on_go (GtkButton *button, SalonBulkBar *self)
{
  go (self);
}

static void
on_opposite (GtkButton *button, SalonBulkBar *self)
{
  self->plan.action = salon_bulk_opposite (self->plan.action);
  go (self);
}

static void
on_stop (GtkButton *button, SalonBulkBar *self)
{
  g_cancellable_cancel (self->job);
}

/* ---- building */

static void
on_directory (SalonDirectory *directory, SalonBulkBar *self)
{
  GPtrArray *tags = salon_directory_list (directory, SALON_DIRECTORY_TAGS);
  GPtrArray *categories = salon_directory_list (directory, SALON_DIRECTORY_CATEGORIES);
  g_autoptr (GListModel) tag_items = tags != NULL ? salon_items_of_entities (tags) : NULL;
  g_autoptr (GListModel) category_items = categories != NULL ? salon_items_of_entities (categories) : NULL;

  salon_picker_set_items (self->tag, tag_items);
  salon_picker_set_items (self->category, category_items);
}

static void
on_actor (SalonSession *session, SalonBulkBar *self)
{
  salon_ticks_clear (self->ticks);
  update (self);
}

static void
salon_bulk_bar_dispose (GObject *object)
{
  SalonBulkBar *self = SALON_BULK_BAR (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_object (&self->ticks);
  G_OBJECT_CLASS (salon_bulk_bar_parent_class)->dispose (object);
}

static void
salon_bulk_bar_finalize (GObject *object)
{
  SalonBulkBar *self = SALON_BULK_BAR (object);

  g_clear_pointer (&self->found_ids, g_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_ptr_array_unref (self->others);
  salon_bulk_plan_clear (&self->plan);
  G_OBJECT_CLASS (salon_bulk_bar_parent_class)->finalize (object);
}

static void
salon_bulk_bar_class_init (SalonBulkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_bulk_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_bulk_bar_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bulkbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_button (SalonBulkBar *self, const char *text, const char *css_class, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
create_icon_text_button (const char *icon_name, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (content), gtk_label_new (text));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  salon_set_accessible_label (button, text);
  return button;
}

static SalonPicker *
create_picker (SalonBulkBar *self, const char *label, const char *none, const char *creator)
{
  const char *const creators[] = { creator, NULL };
  SalonPicker *picker = SALON_PICKER (salon_picker_new (label, none));

  salon_picker_set_creators (picker, creators);
  gtk_widget_set_hexpand (GTK_WIDGET (picker), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (picker), GTK_ALIGN_CENTER);
  g_signal_connect (picker, "notify::selected", G_CALLBACK (on_tag_picked), self);
  g_signal_connect (picker, "create", G_CALLBACK (on_tag_made), self);
  gtk_box_append (self->verbs, GTK_WIDGET (picker));
  return picker;
}

static GtkWidget *
create_scope (SalonBulkBar *self)
{
  GtkWidget *scope = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->ticked = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->found = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_toggle_button_set_group (self->found, self->ticked);
  gtk_toggle_button_set_active (self->ticked, TRUE);
  g_signal_connect (self->found, "toggled", G_CALLBACK (on_scope), self);
  gtk_widget_add_css_class (scope, "linked");
  gtk_widget_add_css_class (scope, "salon-toggles");
  gtk_widget_set_valign (scope, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (scope), GTK_WIDGET (self->ticked));
  gtk_box_append (GTK_BOX (scope), GTK_WIDGET (self->found));
  salon_set_accessible_label (scope, _("With whom"));
  return scope;
}

static GtkWidget *
create_verbs (SalonBulkBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *untick = salon_icon_button_new ("salon-close-symbolic", _("Untick all"));

  self->verbs = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->verbs), salon_wrap_layout_new (6, 6));
  gtk_widget_set_hexpand (GTK_WIDGET (self->verbs), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->verbs), GTK_ALIGN_CENTER);
  /* Translators: %s is what was typed */
  self->tag = create_picker (self, _("Give or take a tag"), C_ ("bulk", "Tag"), _("Make the tag “%s”"));
  /* Translators: %s is what was typed */
  self->category = create_picker (self, _("Give or take a category"), C_ ("bulk", "Category"), _("Make the category “%s”"));
  self->archive = create_icon_text_button ("salon-archive-symbolic", C_ ("client", "Archive"));
  g_signal_connect (self->archive, "clicked", G_CALLBACK (on_archive), self);
  gtk_box_append (self->verbs, self->archive);
  g_signal_connect (untick, "clicked", G_CALLBACK (on_untick), self);
  gtk_box_append (GTK_BOX (box), create_scope (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->verbs));
  gtk_box_append (GTK_BOX (box), untick);
  return box;
}

static GtkWidget *
create_question (SalonBulkBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->question = GTK_LABEL (salon_label_new (NULL, "salon-heading"));
  self->sample = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->sample));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->color = SALON_COLOR_ROW (salon_color_row_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->color), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->color), FALSE);
  self->opposite = create_button (self, "", "salon-outlined", G_CALLBACK (on_opposite));
  self->go = create_button (self, "", "suggested-action", G_CALLBACK (on_go));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->color));
  gtk_box_append (GTK_BOX (box), create_button (self, _("Cancel"), "flat", G_CALLBACK (on_cancel)));
  gtk_box_append (GTK_BOX (box), self->opposite);
  gtk_box_append (GTK_BOX (box), self->go);
  return box;
}

static GtkWidget *
create_progress (SalonBulkBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->doing = GTK_LABEL (salon_label_new (NULL, "salon-num"));
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->doing));
  gtk_box_append (GTK_BOX (box), create_button (self, C_ ("work", "Stop"), "salon-outlined", G_CALLBACK (on_stop)));
  return box;
}

static void
salon_bulk_bar_init (SalonBulkBar *self)
{
  self->others = g_ptr_array_new_with_free_func (g_free);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, create_verbs (self), "verbs");
  gtk_stack_add_named (self->stack, create_question (self), "question");
  gtk_stack_add_named (self->stack, create_progress (self), "progress");
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "faces");
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->stack));
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
}

/**
 * salon_bulk_bar_new:
 * @ticks: which clients are ticked
 */
GtkWidget *
salon_bulk_bar_new (SalonSession *session, SalonTicks *ticks)
{
  SalonBulkBar *self = g_object_new (SALON_TYPE_BULK_BAR, NULL);

  self->session = g_object_ref (session);
  self->ticks = g_object_ref (ticks);
  self->directory = salon_directory_of (session);
  g_signal_connect_object (ticks, "changed", G_CALLBACK (on_ticks), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor), self, 0);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  on_directory (self->directory, self);
  salon_set_accessible_label (self, _("Ticked clients"));
  update (self);
  return GTK_WIDGET (self);
}

/**
 * salon_bulk_bar_set_found:
 * @ids: (element-type gint64): all that the list shows
 */
void
salon_bulk_bar_set_found (SalonBulkBar *self, GArray *ids)
{
  g_return_if_fail (SALON_IS_BULK_BAR (self));

  g_array_ref (ids);
  g_clear_pointer (&self->found_ids, g_array_unref);
  self->found_ids = ids;
  update (self);
}

/**
 * salon_bulk_bar_set_in_archive: whether the list shows the archive, so that clients can be taken out of it
 */
void
salon_bulk_bar_set_in_archive (SalonBulkBar *self, gboolean in_archive)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (self->archive)));

  self->in_archive = in_archive;
  gtk_label_set_text (GTK_LABEL (label), salon_bulk_verb (in_archive ? SALON_BULK_UNARCHIVE : SALON_BULK_ARCHIVE));
  salon_set_accessible_label (self->archive, gtk_label_get_text (GTK_LABEL (label)));
}

/**
 * salon_bulk_bar_add_verb:
 * @icon_name: a symbolic icon
 * @text: translated
 * @least: needs so many clients at least
 * @most: at most; 0 = any number
 * @run: does it, with the ids (element-type gint64) of the clients
 *
 * Adds a button for something that is done elsewhere: export, merge.
 */
void
salon_bulk_bar_add_verb (SalonBulkBar *self, const char *icon_name, const char *text, guint least, guint most,
                         void (*run) (GtkWidget *from, SalonSession *session, GArray *ids, gpointer data), gpointer data)
{
  Verb *verb = g_new0 (Verb, 1);

  g_return_if_fail (SALON_IS_BULK_BAR (self));

  *verb = (Verb){ self, create_icon_text_button (icon_name, text), least, most, run, data };
  g_ptr_array_add (self->others, verb);
  g_signal_connect (verb->button, "clicked", G_CALLBACK (on_other), verb);
  gtk_box_append (self->verbs, verb->button);
  update (self);
}

/**
 * salon_bulk_bar_get_ids:
 * @ticked: (out): whether only the ticked ones are meant
 *
 * Returns: (transfer full) (element-type gint64): whom an action is about now: all that are found while nobody is ticked
 */
GArray *
salon_bulk_bar_get_ids (SalonBulkBar *self, gboolean *ticked)
{
  g_return_val_if_fail (SALON_IS_BULK_BAR (self), NULL);

  *ticked = salon_ticks_count (self->ticks) > 0 && !is_about_found (self);
  if (*ticked)
    return salon_ticks_get_ids (self->ticks);
  return self->found_ids != NULL ? g_array_copy (self->found_ids) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * salon_bulk_bar_back: leaves the question, as Esc asks for
 *
 * Returns: whether there was one
 */
gboolean
salon_bulk_bar_back (SalonBulkBar *self)
{
  g_return_val_if_fail (SALON_IS_BULK_BAR (self), FALSE);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "question") != 0)
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, "verbs");
  gtk_widget_child_focus (GTK_WIDGET (self->verbs), GTK_DIR_TAB_FORWARD);
  return TRUE;
}
