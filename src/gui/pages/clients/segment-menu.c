/* A small drop-down beside the strip of segments.  Names of clients that came and left open their cards. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/segment-menu.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/shell.h"
#include "model/services/clients.h"

#define MOST_NAMES 30
#define MAX_HEIGHT 260

struct _SalonSegmentMenu {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkEntry *name;
  GtkBox *moves;

  SalonSession *session;
  gint64 id;
  char *old_name;
};

G_DEFINE_FINAL_TYPE (SalonSegmentMenu, salon_segment_menu, GTK_TYPE_WIDGET)

/* ---- who came, who left */

static void
on_client (GtkButton *button, SalonSegmentMenu *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "salon-id");

  gtk_menu_button_popdown (self->button);
  salon_shell_open_client (GTK_WIDGET (self), *id);
}

typedef struct {
  SalonSegmentMenu *menu;
  gint64 id; /* of the segment; answers for another one are dropped */
  gboolean entered;
  guint total;
} Asked;

static void
on_names (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonSegmentMenu) self = asked->menu;
  g_autoptr (GPtrArray) rows = salon_session_query_finish (SALON_SESSION (source), result, NULL);
  g_autofree char *title = NULL;

  if (rows == NULL || self->session == NULL || asked->id != self->id)
    return;
  title = asked->entered ? g_strdup_printf (ngettext ("%u came since last week", "%u came since last week", asked->total), asked->total)
                         : g_strdup_printf (ngettext ("%u left since last week", "%u left since last week", asked->total), asked->total);
  gtk_box_append (self->moves, salon_label_new (title, "salon-overline"));
  for (guint i = 0; i < rows->len; i++) {
    const SalonClientRow *row = rows->pdata[i];
    GtkWidget *button = gtk_button_new ();

    gtk_button_set_child (GTK_BUTTON (button), salon_label_new (row->name, NULL));
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_add_css_class (button, "salon-choice");
    g_object_set_data_full (G_OBJECT (button), "salon-id", g_memdup2 (&row->id, sizeof row->id), g_free);
    g_signal_connect (button, "clicked", G_CALLBACK (on_client), self);
    gtk_box_append (self->moves, button);
  }
}

static void
ask_names (SalonSegmentMenu *self, GArray *ids, gboolean entered)
{
  GArray *some = NULL;
  Asked *asked = NULL;

  if (ids == NULL || ids->len == 0)
    return;
  some = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (some, ids->data, MIN (ids->len, MOST_NAMES));
  asked = g_new (Asked, 1);
  *asked = (Asked){ g_object_ref (self), self->id, entered, ids->len };
  salon_session_query (self->session, &salon_query_client_rows, SALON_LANE_INTERACTIVE, some, NULL, on_names, asked);
}

static void
on_moves (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSegmentMenu) self = data;
  g_autoptr (SalonSegmentMoves) moves = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (moves == NULL || self->session == NULL)
    return;
  if (moves->entered->len == 0 && moves->left->len == 0)
    gtk_box_append (self->moves, salon_label_new (_("Nobody came or left since last week."), "salon-secondary"));
  ask_names (self, moves->entered, TRUE);
  ask_names (self, moves->left, FALSE);
}

static void
on_show (GtkWidget *popover, SalonSegmentMenu *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->moves))) != NULL)
    gtk_box_remove (self->moves, child);
  gtk_editable_set_text (GTK_EDITABLE (self->name), self->old_name != NULL ? self->old_name : "");
  salon_session_query (self->session, &salon_query_segment_moves, SALON_LANE_INTERACTIVE, salon_id_request_new (self->id), NULL,
                       on_moves, g_object_ref (self));
}

/* ---- verbs */

static void
on_changed (GObject *source, GAsyncResult *result, SalonSegmentMenu *taken, const char *note)
{
  g_autoptr (SalonSegmentMenu) self = taken;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (ok)
    salon_note_done (GTK_WIDGET (self), note, &done);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
on_renamed (GObject *source, GAsyncResult *result, gpointer data)
{
  on_changed (source, result, data, _("Segment renamed."));
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  on_changed (source, result, data, _("Segment removed."));
}

static void
on_rename (GtkEntry *entry, SalonSegmentMenu *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  gtk_menu_button_popdown (self->button);
  if (*name == '\0' || g_strcmp0 (name, self->old_name) == 0)
    return;
  salon_session_submit (self->session, &salon_command_segment_save, salon_segment_draft_new (self->id, name, NULL), NULL, NULL,
                        on_renamed, g_object_ref (self));
}

static void
on_remove (GtkButton *button, SalonSegmentMenu *self)
{
  gtk_menu_button_popdown (self->button);
  salon_session_submit (self->session, &salon_command_segment_archive, salon_id_request_new (self->id), NULL, NULL, on_removed,
                        g_object_ref (self));
}

/* ---- object */

static void
salon_segment_menu_dispose (GObject *object)
{
  SalonSegmentMenu *self = SALON_SEGMENT_MENU (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_segment_menu_parent_class)->dispose (object);
}

static void
salon_segment_menu_finalize (GObject *object)
{
  g_free (SALON_SEGMENT_MENU (object)->old_name);
  G_OBJECT_CLASS (salon_segment_menu_parent_class)->finalize (object);
}

static void
salon_segment_menu_class_init (SalonSegmentMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_segment_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_segment_menu_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_content (SalonSegmentMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *remove = gtk_button_new_with_label (_("Remove the segment"));

  self->name = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), 28);
  salon_set_accessible_label (self->name, _("Name of the segment"));
  g_signal_connect (self->name, "activate", G_CALLBACK (on_rename), self);
  self->moves = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->moves));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "salon-quiet");
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static void
salon_segment_menu_init (SalonSegmentMenu *self)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), create_content (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-segment");
  g_signal_connect (popover, "show", G_CALLBACK (on_show), self);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "salon-more-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "salon-outlined");
  salon_set_tooltip (GTK_WIDGET (self->button), _("The chosen segment"));
  salon_set_accessible_label (self->button, _("The chosen segment"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_segment_menu_new:
 */
GtkWidget *
salon_segment_menu_new (SalonSession *session)
{
  SalonSegmentMenu *self = g_object_new (SALON_TYPE_SEGMENT_MENU, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_segment_menu_set_segment:
 * @segment: (nullable): what it is about from now on
 */
void
salon_segment_menu_set_segment (SalonSegmentMenu *self, const SalonSegmentInfo *segment)
{
  g_return_if_fail (SALON_IS_SEGMENT_MENU (self));

  self->id = segment != NULL ? segment->id : 0;
  g_free (self->old_name);
  self->old_name = segment != NULL ? g_strdup (segment->name) : NULL;
}
