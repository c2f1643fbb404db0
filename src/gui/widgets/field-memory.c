/* Text, selection, focus and what Undo would do are brought back.  A field is remembered when it has the focus at first, or
 * gets it: what is typed outside of a field leads the focus into one. */
#include "config.h"
#include "gui/widgets/field-memory.h"

#include <string.h>

#define MOST_UNDOS 64

/* A field: GtkText (the inside of every entry), or GtkTextView. */
typedef struct {
  GtkWidget *widget; /* strong */
  char *text;
  int cursor; /* in characters */
  int bound;  /* the other end of the selection */
} Kept;

struct _SalonFieldMemory {
  GtkWindow *window; /* strong */
  GtkWidget *focus;  /* strong, at first; NULL = none */
  GPtrArray *fields; /* Kept */
  gboolean restored;
};

static void
kept_free (Kept *kept)
{
  g_object_unref (kept->widget);
  g_free (kept->text);
  g_free (kept);
}

/* ---- the two kinds of fields */

static char *
view_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static char *
text_of (GtkWidget *field)
{
  if (GTK_IS_TEXT_VIEW (field))
    return view_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
}

static int
offset_of (GtkTextBuffer *buffer, GtkTextMark *mark)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, mark);
  return gtk_text_iter_get_offset (&iter);
}

static void
read_selection (Kept *kept)
{
  int start = 0;
  int end = 0;

  if (GTK_IS_TEXT_VIEW (kept->widget)) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (kept->widget));

    kept->cursor = offset_of (buffer, gtk_text_buffer_get_insert (buffer));
    kept->bound = offset_of (buffer, gtk_text_buffer_get_selection_bound (buffer));
    return;
  }
  kept->cursor = gtk_editable_get_position (GTK_EDITABLE (kept->widget));
  kept->bound = kept->cursor;
  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (kept->widget), &start, &end))
    kept->bound = kept->cursor == start ? end : start;
}

static void
select_again (const Kept *kept)
{
  if (GTK_IS_TEXT_VIEW (kept->widget)) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (kept->widget));
    GtkTextIter cursor, bound;

    gtk_text_buffer_get_iter_at_offset (buffer, &cursor, kept->cursor);
    gtk_text_buffer_get_iter_at_offset (buffer, &bound, kept->bound);
    gtk_text_buffer_select_range (buffer, &cursor, &bound);
  } else {
    gtk_editable_select_region (GTK_EDITABLE (kept->widget), kept->bound, kept->cursor);
  }
}

static void
undo_once (GtkWidget *field)
{
  if (GTK_IS_TEXT_VIEW (field))
    gtk_text_buffer_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)));
  else
    gtk_widget_activate_action (field, "text.undo", NULL);
}

static gboolean
has_undo (GtkWidget *field)
{
  if (GTK_IS_TEXT_VIEW (field))
    return gtk_text_buffer_get_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)));
  return gtk_editable_get_enable_undo (GTK_EDITABLE (field));
}

static void
set_undo (GtkWidget *field, gboolean on)
{
  if (GTK_IS_TEXT_VIEW (field))
    gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), on);
  else
    gtk_editable_set_enable_undo (GTK_EDITABLE (field), on);
}

/* @from and @to in characters, @put in bytes */
static void
replace (GtkWidget *field, int from, int to, const char *put, gsize n)
{
  if (GTK_IS_TEXT_VIEW (field)) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
    GtkTextIter start, end;

    gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
    gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
    gtk_text_buffer_begin_user_action (buffer);
    gtk_text_buffer_delete (buffer, &start, &end);
    gtk_text_buffer_insert (buffer, &start, put, (int) n);
    gtk_text_buffer_end_user_action (buffer);
    return;
  }
  if (to > from)
    gtk_editable_delete_text (GTK_EDITABLE (field), from, to);
  if (n > 0)
    gtk_editable_insert_text (GTK_EDITABLE (field), put, (int) n, &from);
}

/* ---- bringing back */

static gboolean
is_there (const Kept *kept)
{
  g_autofree char *now = text_of (kept->widget);

  return g_str_equal (now, kept->text);
}

/* Only what differs is written, so that it is one step of Undo. */
static void
write_rest (const Kept *kept)
{
  g_autofree char *now = text_of (kept->widget);
  const char *a = now;
  const char *b = kept->text;
  const char *a_end = now + strlen (now);
  const char *b_end = kept->text + strlen (kept->text);

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b)) {
    a = g_utf8_next_char (a);
    b = g_utf8_next_char (b);
  }
  while (a_end > a && b_end > b && g_utf8_get_char (g_utf8_prev_char (a_end)) == g_utf8_get_char (g_utf8_prev_char (b_end))) {
    a_end = g_utf8_prev_char (a_end);
    b_end = g_utf8_prev_char (b_end);
  }
  replace (kept->widget, (int) g_utf8_pointer_to_offset (now, a), (int) g_utf8_pointer_to_offset (now, a_end), b, (gsize) (b_end - b));
}

/* Returns: whether an undo changed anything */
static gboolean
step_back (const Kept *kept)
{
  g_autofree char *before = text_of (kept->widget);
  g_autofree char *after = NULL;

  undo_once (kept->widget);
  after = text_of (kept->widget);
  return !g_str_equal (before, after);
}

/* Undo leads to what stood there, or beyond, where GTK has put the keys together with those before.  One step further and
 * the rest written again, nothing of the keys is left to be done again either. */
static void
bring_text_back (const Kept *kept)
{
  gboolean undo = has_undo (kept->widget);
  guint n = 0;

  while (undo && n < MOST_UNDOS && !is_there (kept) && step_back (kept))
    n++;
  if (undo && n > 0 && is_there (kept) && !step_back (kept)) {
    set_undo (kept->widget, FALSE);
    set_undo (kept->widget, TRUE);
  }
  if (!is_there (kept))
    write_rest (kept);
}

static void
bring_back (const Kept *kept)
{
  if (GTK_IS_TEXT_VIEW (kept->widget))
    gtk_text_view_reset_im_context (GTK_TEXT_VIEW (kept->widget));
  if (!is_there (kept))
    bring_text_back (kept);
  select_again (kept);
}

/* ---- remembering */

static gboolean
is_field (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
  return GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget));
}

static gboolean
is_kept (SalonFieldMemory *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (((const Kept *) self->fields->pdata[i])->widget == widget)
      return TRUE;
  return FALSE;
}

static void
keep (SalonFieldMemory *self, GtkWidget *widget)
{
  Kept *kept = NULL;

  if (widget == NULL || !is_field (widget) || is_kept (self, widget))
    return;
  kept = g_new0 (Kept, 1);
  kept->widget = g_object_ref (widget);
  kept->text = text_of (widget);
  read_selection (kept);
  g_ptr_array_add (self->fields, kept);
}

static void
on_focus (GtkWindow *window, GParamSpec *pspec, SalonFieldMemory *self)
{
  keep (self, gtk_window_get_focus (window));
}

/**
 * salon_field_memory_new:
 *
 * Returns: (transfer full): remembers the field of @window that has the focus, and those that get it
 */
SalonFieldMemory *
salon_field_memory_new (GtkWindow *window)
{
  SalonFieldMemory *self = g_new0 (SalonFieldMemory, 1);
  GtkWidget *focus = gtk_window_get_focus (window);

  self->window = g_object_ref (window);
  self->focus = focus != NULL ? g_object_ref (focus) : NULL;
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) kept_free);
  keep (self, focus);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus), self);
  return self;
}

/**
 * salon_field_memory_free: nothing is remembered any more
 */
void
salon_field_memory_free (SalonFieldMemory *self)
{
  g_signal_handlers_disconnect_by_data (self->window, self);
  g_ptr_array_unref (self->fields);
  g_clear_object (&self->focus);
  g_object_unref (self->window);
  g_free (self);
}

/**
 * salon_field_memory_restore: the fields and the focus are as they were
 */
void
salon_field_memory_restore (SalonFieldMemory *self)
{
  self->restored = TRUE;
  if (self->focus != gtk_window_get_focus (self->window)
      && (self->focus == NULL || (gtk_widget_get_mapped (self->focus) && gtk_widget_get_root (self->focus) == GTK_ROOT (self->window))))
    gtk_window_set_focus (self->window, self->focus);
  for (guint i = 0; i < self->fields->len; i++)
    bring_back (self->fields->pdata[i]);
}

/* It lost its selection, though neither text nor cursor were touched. */
static gboolean
lost_selection (const Kept *kept)
{
  Kept now = { .widget = kept->widget };

  if (kept->cursor == kept->bound || !is_there (kept))
    return FALSE;
  read_selection (&now);
  return now.cursor == kept->cursor && now.bound == now.cursor;
}

/**
 * salon_field_memory_settle: selections are as they were, a while after salon_field_memory_restore()
 *
 * A selection is the display's, too.  That the one of before went away may be heard only after there is a new one, and GTK
 * gives that up then.
 */
void
salon_field_memory_settle (SalonFieldMemory *self)
{
  for (guint i = 0; self->restored && i < self->fields->len; i++)
    if (lost_selection (self->fields->pdata[i]))
      select_again (self->fields->pdata[i]);
}
