/* A text of the card, saved as soon as it is left.  A refused text comes back into the field with the reason; when
 * another client was opened meanwhile it waits until the first one is shown again. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-text-line.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/inline-edit.h"

struct _SalonClientTextLine {
  SalonClientLine parent_instance;

  SalonInlineEdit *edit;
  GtkWidget *link; /* opens the text elsewhere; NULL = none */
  char *link_prefix;
  SalonClientText access;
  gpointer what;
  GDestroyNotify free_what;
  GHashTable *kept; /* gint64 client → Kept: what could not be saved */
};

G_DEFINE_FINAL_TYPE (SalonClientTextLine, salon_client_text_line, SALON_TYPE_CLIENT_LINE)

typedef struct {
  char *draft;
  char *sentence;
} Kept;

static void
kept_free (Kept *kept)
{
  g_free (kept->draft);
  g_free (kept->sentence);
  g_free (kept);
}

static void
keep (SalonClientTextLine *self, gint64 client, const char *draft, const char *sentence)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->draft = g_strdup (draft);
  kept->sentence = g_strdup (sentence);
  g_hash_table_insert (self->kept, g_memdup2 (&client, sizeof client), kept);
}

static gint64
client_of (SalonClientTextLine *self)
{
  return salon_client_model_get_client (salon_client_line_get_model (SALON_CLIENT_LINE (self)));
}

/* ---- saving */

typedef struct {
  SalonClientTextLine *line;
  gint64 client;
  char *draft;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->line);
  g_free (saving->draft);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
put_back (SalonClientTextLine *self, const SalonClientPanel *panel)
{
  g_autofree char *text = self->access.get (panel, self->what);
  g_autofree char *shown = NULL;

  if (self->access.show != NULL)
    shown = self->access.show (panel, self->what,
                               salon_client_model_get_today (salon_client_line_get_model (SALON_CLIENT_LINE (self))));
  salon_inline_edit_set_text (self->edit, text);
  salon_inline_edit_set_display (self->edit, shown);
  if (self->link != NULL)
    gtk_widget_set_visible (self->link, text != NULL && *text != '\0');
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  SalonClientTextLine *self = saving->line;
  SalonClientModel *model = SALON_CLIENT_MODEL (source);
  g_autoptr (GError) error = NULL;

  if (salon_client_model_save_finish (model, result, &error) || self->edit == NULL)
    return;
  if (client_of (self) != saving->client || salon_client_model_peek (model) == NULL) {
    keep (self, saving->client, saving->draft, error->message);
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  put_back (self, salon_client_model_peek (model));
  salon_client_line_start (SALON_CLIENT_LINE (self));
  salon_inline_edit_reopen (self->edit, saving->draft, error->message);
}

static gboolean
on_commit (SalonInlineEdit *edit, const char *text, SalonClientTextLine *self)
{
  SalonClientModel *model = salon_client_line_get_model (SALON_CLIENT_LINE (self));
  g_autoptr (SalonClientDraft) draft = salon_client_model_draft (model);
  g_autofree char *note = salon_client_line_saved_note (SALON_CLIENT_LINE (self));
  g_autoptr (GError) error = NULL;
  Saving *saving = NULL;

  if (draft == NULL)
    return FALSE;
  if (!self->access.put (draft, self->what, text, &error)) {
    salon_inline_edit_set_error (edit, error->message);
    return FALSE;
  }
  saving = g_new0 (Saving, 1);
  saving->line = g_object_ref (self);
  saving->client = client_of (self);
  saving->draft = g_strdup (text);
  salon_client_model_save (model, g_steal_pointer (&draft), note, on_saved, saving);
  return TRUE;
}

static void
on_editing (SalonInlineEdit *edit, GParamSpec *spec, SalonClientTextLine *self)
{
  salon_client_line_set_filled (SALON_CLIENT_LINE (self), *salon_inline_edit_get_text (edit) != '\0');
}

static void
on_link (GtkButton *button, SalonClientTextLine *self)
{
  const char *text = salon_inline_edit_get_text (self->edit);
  g_autofree char *escaped = g_uri_escape_string (*text == '@' ? text + 1 : text, "@+", TRUE);
  g_autofree char *uri = g_strconcat (self->link_prefix, escaped, NULL);

  salon_compat_open_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri);
}

/* ---- overrides */

static gboolean
salon_client_text_line_render (SalonClientLine *line, const SalonClientPanel *panel)
{
  SalonClientTextLine *self = SALON_CLIENT_TEXT_LINE (line);
  gint64 client = client_of (self);
  Kept *kept = g_hash_table_lookup (self->kept, &client);

  put_back (self, panel);
  if (kept != NULL && !salon_inline_edit_is_editing (self->edit)) {
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
    salon_inline_edit_reopen (self->edit, kept->draft, kept->sentence);
    g_hash_table_remove (self->kept, &client);
  }
  return *salon_inline_edit_get_text (self->edit) != '\0';
}

static void
salon_client_text_line_start (SalonClientLine *line)
{
  salon_inline_edit_start (SALON_CLIENT_TEXT_LINE (line)->edit);
}

static gboolean
salon_client_text_line_is_editing (SalonClientLine *line)
{
  return salon_inline_edit_is_editing (SALON_CLIENT_TEXT_LINE (line)->edit);
}

static void
salon_client_text_line_leave (SalonClientLine *line, gint64 id)
{
  SalonClientTextLine *self = SALON_CLIENT_TEXT_LINE (line);
  g_autofree char *draft = NULL;

  if (!salon_inline_edit_is_editing (self->edit))
    return;
  draft = salon_inline_edit_dup_draft (self->edit);
  if (!g_str_equal (draft, salon_inline_edit_get_text (self->edit)))
    keep (self, id, draft, _("This was not saved yet."));
  salon_inline_edit_stop (self->edit);
}

static void
salon_client_text_line_dispose (GObject *object)
{
  SalonClientTextLine *self = SALON_CLIENT_TEXT_LINE (object);

  G_OBJECT_CLASS (salon_client_text_line_parent_class)->dispose (object);
  self->edit = NULL;
  self->link = NULL;
}

static void
salon_client_text_line_finalize (GObject *object)
{
  SalonClientTextLine *self = SALON_CLIENT_TEXT_LINE (object);

  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_free (self->link_prefix);
  if (self->free_what != NULL)
    self->free_what (self->what);
  G_OBJECT_CLASS (salon_client_text_line_parent_class)->finalize (object);
}

static void
salon_client_text_line_class_init (SalonClientTextLineClass *klass)
{
  SalonClientLineClass *line_class = SALON_CLIENT_LINE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_text_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_client_text_line_finalize;
  line_class->render = salon_client_text_line_render;
  line_class->start = salon_client_text_line_start;
  line_class->is_editing = salon_client_text_line_is_editing;
  line_class->leave = salon_client_text_line_leave;
}

static void
salon_client_text_line_init (SalonClientTextLine *self)
{
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) kept_free);
}

/* ---- texts of the table of fields */

static const SalonField *
field_of (gconstpointer column)
{
  return salon_entity_info_find (salon_entity_type_info (salon_client_get_type ()), column);
}

static char *
get_column (const SalonClientPanel *panel, gconstpointer column)
{
  return g_strdup (salon_entity_get_text (panel->client, field_of (column)));
}

static gboolean
put_column (SalonClientDraft *draft, gconstpointer column, const char *text, GError **error)
{
  salon_entity_put_text (draft->curr, field_of (column), *text != '\0' ? text : NULL);
  return TRUE;
}

/**
 * salon_client_text_line_new:
 * @column: (transfer none): a text of the table of fields: "email"; lives as long as the program
 * @placeholder: what the field says while it is empty
 * @multiline: whether it is a note
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_client_text_line_new (SalonClientModel *model, const char *column, const char *label, const char *placeholder,
                            gboolean multiline, SalonClientVerbs needs)
{
  static const SalonClientText access = { get_column, NULL, put_column };

  return salon_client_text_line_new_full (model, &access, (gpointer) column, NULL, label, placeholder, multiline, needs);
}

/**
 * salon_client_text_line_new_full:
 * @access: how the value is read and written
 * @what: (nullable): for @access
 * @free_what: (nullable): frees @what
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_client_text_line_new_full (SalonClientModel *model, const SalonClientText *access, gpointer what,
                                 GDestroyNotify free_what, const char *label, const char *placeholder,
                                 gboolean multiline, SalonClientVerbs needs)
{
  SalonClientTextLine *self = g_object_new (SALON_TYPE_CLIENT_TEXT_LINE, NULL);

  self->access = *access;
  self->what = what;
  self->free_what = free_what;
  self->edit = SALON_INLINE_EDIT (salon_inline_edit_new (label, placeholder, multiline));
  salon_inline_edit_set_wrap (self->edit);
  g_signal_connect (self->edit, "commit", G_CALLBACK (on_commit), self);
  g_signal_connect (self->edit, "notify::editing", G_CALLBACK (on_editing), self);
  salon_client_line_set_up (SALON_CLIENT_LINE (self), model, label, needs, GTK_WIDGET (self->edit));
  return GTK_WIDGET (self);
}

/**
 * salon_client_text_line_set_breakable:
 * @n_chars: so much of it stands in a line at least
 *
 * For texts without spaces, which would widen the card.
 */
void
salon_client_text_line_set_breakable (SalonClientTextLine *self, int n_chars)
{
  salon_inline_edit_set_breakable (self->edit, n_chars);
}

/**
 * salon_client_text_line_set_link:
 * @side: before or behind the text
 * @prefix: of the address: "https://t.me/"
 *
 * Adds a button that opens the text elsewhere.
 */
void
salon_client_text_line_set_link (SalonClientTextLine *self, GtkPackType side, const char *icon_name,
                                 const char *tooltip, const char *prefix)
{
  self->link = salon_icon_button_new (icon_name, tooltip);
  self->link_prefix = g_strdup (prefix);
  gtk_widget_set_valign (self->link, GTK_ALIGN_START);
  gtk_widget_set_visible (self->link, *salon_inline_edit_get_text (self->edit) != '\0');
  g_signal_connect (self->link, "clicked", G_CALLBACK (on_link), self);
  if (side == GTK_PACK_START)
    gtk_widget_add_css_class (self->link, "leading");
  gtk_widget_insert_before (self->link, GTK_WIDGET (self),
                            side == GTK_PACK_START ? gtk_widget_get_first_child (GTK_WIDGET (self)) : NULL);
}
