/* A small drop-down beside the strip of segments.  When the filter was made from a segment, that segment can get it; any
 * filter can be saved by a name of its own; and a category can be given to whoever fits, from now on. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/filter-keeper.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "model/rules/permission.h"
#include "model/services/category-rules.h"
#include "model/services/segments.h"

#define NAME_CHARS 26

struct _SalonFilterKeeper {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkWidget *change; /* the segment that the filter was made from */
  GtkLabel *change_text;
  GtkEntry *name;
  GtkWidget *rule; /* all about a category */
  SalonPicker *category;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonFilter *filter;
  gint64 segment; /* 0 = the filter was not made from one */
};

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterKeeper, salon_filter_keeper, GTK_TYPE_WIDGET)

/* ---- what is done */

static void
tell (GObject *source, GAsyncResult *result, SalonFilterKeeper *taken, const char *note)
{
  g_autoptr (SalonFilterKeeper) self = taken;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (!ok) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_note_done (GTK_WIDGET (self), note, &done);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SAVED], 0);
}

static void
on_segment_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  tell (source, result, data, _("Segment saved."));
}

static void
on_rule_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  tell (source, result, data, _("Rule saved."));
}

static void
on_save (GtkWidget *from, SalonFilterKeeper *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (*name == '\0') {
    gtk_widget_error_bell (GTK_WIDGET (self->name));
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
    return;
  }
  salon_session_submit (self->session, &salon_command_segment_save, salon_segment_draft_new (0, name, self->filter), NULL, NULL,
                        on_segment_saved, g_object_ref (self));
}

static void
on_change (GtkButton *button, SalonFilterKeeper *self)
{
  salon_session_submit (self->session, &salon_command_segment_save, salon_segment_draft_new (self->segment, NULL, self->filter),
                        NULL, NULL, on_segment_saved, g_object_ref (self));
}

static void
on_category (SalonPicker *picker, GParamSpec *pspec, SalonFilterKeeper *self)
{
  gint64 category = salon_picker_get_selected (picker);

  if (category == SALON_PICK_NONE)
    return;
  salon_picker_set_selected (picker, SALON_PICK_NONE);
  salon_session_submit (self->session, &salon_command_category_rule_save,
                        salon_category_rule_draft_new (category, self->filter, TRUE), NULL, NULL, on_rule_saved,
                        g_object_ref (self));
}

/* ---- showing */

static void
on_show (GtkWidget *popover, SalonFilterKeeper *self)
{
  GPtrArray *categories = salon_directory_list (self->directory, SALON_DIRECTORY_CATEGORIES);
  g_autoptr (GListModel) items = categories != NULL ? salon_items_of_entities (categories) : NULL;

  salon_picker_set_items (self->category, items);
  gtk_widget_set_visible (self->rule,
                          categories != NULL && categories->len > 0
                              && salon_permission_check (salon_session_actor (self->session), SALON_PERMISSION_SETTINGS_EDIT, NULL));
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/* ---- object */

static void
salon_filter_keeper_dispose (GObject *object)
{
  SalonFilterKeeper *self = SALON_FILTER_KEEPER (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_filter_keeper_parent_class)->dispose (object);
}

static void
salon_filter_keeper_finalize (GObject *object)
{
  salon_filter_unref (SALON_FILTER_KEEPER (object)->filter);
  G_OBJECT_CLASS (salon_filter_keeper_parent_class)->finalize (object);
}

static void
salon_filter_keeper_class_init (SalonFilterKeeperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_filter_keeper_finalize;

  /**
   * SalonFilterKeeper::saved: there is another segment, or another rule
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_change (SalonFilterKeeper *self)
{
  self->change = gtk_button_new ();
  self->change_text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  gtk_label_set_max_width_chars (self->change_text, NAME_CHARS + 10);
  gtk_button_set_child (GTK_BUTTON (self->change), GTK_WIDGET (self->change_text));
  gtk_widget_add_css_class (self->change, "salon-outlined");
  g_signal_connect (self->change, "clicked", G_CALLBACK (on_change), self);
  return self->change;
}

static GtkWidget *
create_new (SalonFilterKeeper *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (C_ ("segment", "Save"));

  self->name = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), NAME_CHARS);
  gtk_entry_set_placeholder_text (self->name, _("Name of the segment"));
  salon_set_accessible_label (self->name, _("Name of the segment"));
  g_signal_connect (self->name, "activate", G_CALLBACK (on_save), self);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect (button, "clicked", G_CALLBACK (on_save), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), salon_label_new (_("As a new segment"), "salon-secondary"));
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

static GtkWidget *
create_rule (SalonFilterKeeper *self)
{
  self->rule = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->category = SALON_PICKER (salon_picker_new (_("Category by rule"), C_ ("category", "Choose a category …")));
  g_signal_connect (self->category, "notify::selected", G_CALLBACK (on_category), self);
  gtk_box_append (GTK_BOX (self->rule), salon_label_new (_("Who fits gets the category by itself"), "salon-secondary"));
  gtk_box_append (GTK_BOX (self->rule), GTK_WIDGET (self->category));
  return self->rule;
}

static void
build (SalonFilterKeeper *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), create_change (self));
  gtk_box_append (GTK_BOX (box), create_new (self));
  gtk_box_append (GTK_BOX (box), create_rule (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-segment");
  g_signal_connect (popover, "show", G_CALLBACK (on_show), self);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("Save the filter …"));
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "salon-outlined");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

static void
salon_filter_keeper_init (SalonFilterKeeper *self)
{
  self->filter = salon_filter_new_everybody ();
}

/**
 * salon_filter_keeper_new:
 */
GtkWidget *
salon_filter_keeper_new (SalonSession *session)
{
  SalonFilterKeeper *self = g_object_new (SALON_TYPE_FILTER_KEEPER, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * salon_filter_keeper_set_filter:
 * @segment: what the filter was made from; 0 = nothing
 * @segment_name: (nullable): its name
 */
void
salon_filter_keeper_set_filter (SalonFilterKeeper *self, SalonFilter *filter, gint64 segment, const char *segment_name)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SALON_IS_FILTER_KEEPER (self));

  salon_filter_ref (filter);
  salon_filter_unref (self->filter);
  self->filter = filter;
  self->segment = segment;
  gtk_widget_set_visible (self->change, segment != 0);
  if (segment == 0)
    return;
  /* Translators: %s is a segment that gets the filter of the list instead of its own */
  text = g_strdup_printf (_("Save changes to “%s”"), segment_name);
  gtk_label_set_text (self->change_text, text);
  salon_set_accessible_label (self->change, text);
}
