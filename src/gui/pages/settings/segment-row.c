/* The name is changed where it stands; what is asked for is changed in the list of clients, where one sees whom it finds. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/segment-row.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/inline-edit.h"
#include "model/services/filters.h"

struct _SalonSegmentRow {
  SalonOrderRow parent_instance;

  SalonInlineEdit *name;
  GtkLabel *sentence;
  GtkLabel *count;
  GtkWidget *remove;

  SalonSession *session;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (SalonSegmentRow, salon_segment_row, SALON_TYPE_ORDER_ROW)

static gint64
get_id (SalonOrderRow *row)
{
  return SALON_SEGMENT_ROW (row)->id;
}

/* ---- what it asks for */

typedef struct {
  SalonSegmentRow *row;
  gint64 id;
} Asked;

static void
on_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonSegmentRow) self = asked->row;
  g_autofree char *sentence = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (self->session != NULL && sentence != NULL && asked->id == self->id)
    gtk_label_set_text (self->sentence, sentence);
}

/* ---- changing */

static void
note (GObject *source, GAsyncResult *result, SalonSegmentRow *taken, const char *text)
{
  g_autoptr (SalonSegmentRow) self = taken;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (ok)
    salon_note_done (GTK_WIDGET (self), text, &done);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
on_renamed (GObject *source, GAsyncResult *result, gpointer data)
{
  note (source, result, data, _("Segment renamed."));
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  note (source, result, data, _("Segment removed."));
}

static gboolean
on_name (SalonInlineEdit *edit, const char *text, SalonSegmentRow *self)
{
  if (*text == '\0') {
    salon_inline_edit_set_error (edit, _("A segment needs a name."));
    return FALSE;
  }
  salon_session_submit (self->session, &salon_command_segment_save, salon_segment_draft_new (self->id, text, NULL), NULL, NULL,
                        on_renamed, g_object_ref (self));
  return TRUE;
}

static void
on_remove (GtkButton *button, SalonSegmentRow *self)
{
  salon_session_submit (self->session, &salon_command_segment_archive, salon_id_request_new (self->id), NULL, NULL, on_removed,
                        g_object_ref (self));
}

/* ---- object */

static void
salon_segment_row_dispose (GObject *object)
{
  g_clear_object (&SALON_SEGMENT_ROW (object)->session);
  G_OBJECT_CLASS (salon_segment_row_parent_class)->dispose (object);
}

static void
salon_segment_row_class_init (SalonSegmentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_segment_row_dispose;
  SALON_ORDER_ROW_CLASS (klass)->get_id = get_id;
}

static void
salon_segment_row_init (SalonSegmentRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *handle = gtk_image_new_from_icon_name ("salon-drag-symbolic");

  self->name = SALON_INLINE_EDIT (salon_inline_edit_new (_("Name of the segment"), "", FALSE));
  self->sentence = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  self->count = GTK_LABEL (salon_label_new (NULL, "salon-num"));
  self->remove = salon_icon_button_new ("salon-trash-symbolic", _("Remove the segment"));
  gtk_widget_add_css_class (handle, "handle");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->name), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (line), handle);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (line), self->remove);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-segment-row");
  g_signal_connect (self->name, "commit", G_CALLBACK (on_name), self);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  salon_order_row_set_handle (SALON_ORDER_ROW (self), handle);
}

/**
 * salon_segment_row_new:
 */
GtkWidget *
salon_segment_row_new (SalonSession *session)
{
  SalonSegmentRow *self = g_object_new (SALON_TYPE_SEGMENT_ROW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_segment_row_set_segment:
 * @segment: as it is now
 */
void
salon_segment_row_set_segment (SalonSegmentRow *self, const SalonSegmentInfo *segment)
{
  g_autofree char *count = segment->count >= 0 ? g_strdup_printf ("%'" G_GINT64_FORMAT, segment->count) : NULL;
  Asked *asked = g_new (Asked, 1);

  self->id = segment->id;
  salon_inline_edit_set_text (self->name, segment->name);
  salon_set_accessible_label (self, segment->name);
  if (count != NULL)
    gtk_label_set_text (self->count, count);
  *asked = (Asked){ g_object_ref (self), segment->id };
  salon_session_query (self->session, &salon_query_filter_tell, SALON_LANE_INTERACTIVE,
                       salon_filter_request_new (segment->filter, NULL, 0), NULL, on_told, asked);
}

/**
 * salon_segment_row_set_editable: whether name, place and the segment itself can be changed
 */
void
salon_segment_row_set_editable (SalonSegmentRow *self, gboolean editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->name), editable);
  gtk_widget_set_visible (self->remove, editable);
  salon_order_row_set_movable (SALON_ORDER_ROW (self), editable);
}
