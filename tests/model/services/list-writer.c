/* Cells as text: kinds by a letter, empty ones as nothing. */
#include "list-writer.h"

#include "base/error.h"

struct _ListWriter {
  GObject parent;
  ListWriterMode mode;
  char *path;
  GPtrArray *rows;
};

static void list_writer_iface_init (SalonRowWriterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ListWriter, list_writer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_WRITER, list_writer_iface_init))

static gboolean
fails (ListWriter *self, ListWriterMode mode, GError **error)
{
  if (self->mode != mode)
    return FALSE;
  salon_set_error (error, SALON_ERROR_FULL, "The disk is full.");
  return TRUE;
}

static gboolean
list_writer_begin (SalonRowWriter *writer, const SalonColumnHead *heads, guint n_heads, GError **error)
{
  ListWriter *self = LIST_WRITER (writer);
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < n_heads; i++)
    g_string_append_printf (row, "%s%s=%s", i > 0 ? "|" : "", heads[i].key, heads[i].heading);
  g_ptr_array_add (self->rows, g_string_free (row, FALSE));
  return !fails (self, LIST_WRITER_FAILS_AT_BEGIN, error);
}

static void
append_cell (GString *row, const SalonCell *cell)
{
  static const char letters[] = { [SALON_CELL_INTEGER] = 'i', [SALON_CELL_MONEY] = 'm', [SALON_CELL_PERCENT] = 'p',
                                  [SALON_CELL_DAY] = 'd',     [SALON_CELL_MINUTE] = 't', [SALON_CELL_BOOLEAN] = 'b' };

  if (cell->kind == SALON_CELL_TEXT)
    g_string_append_printf (row, "%s", cell->text);
  else if (cell->kind == SALON_CELL_NUMBER)
    g_string_append_printf (row, "n%g", cell->number);
  else if (cell->kind != SALON_CELL_EMPTY)
    g_string_append_printf (row, "%c%" G_GINT64_FORMAT, letters[cell->kind], cell->integer);
}

static gboolean
list_writer_row (SalonRowWriter *writer, const GArray *cells, GError **error)
{
  ListWriter *self = LIST_WRITER (writer);
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++) {
    if (i > 0)
      g_string_append_c (row, '|');
    append_cell (row, &g_array_index (cells, SalonCell, i));
  }
  g_ptr_array_add (self->rows, g_string_free (row, FALSE));
  return self->rows->len <= 3 || !fails (self, LIST_WRITER_FAILS_AT_ROW, error);
}

static gboolean
list_writer_finish (SalonRowWriter *writer, GError **error)
{
  ListWriter *self = LIST_WRITER (writer);
  g_autofree char *text = NULL;

  if (fails (self, LIST_WRITER_FAILS_AT_END, error))
    return FALSE;
  g_ptr_array_add (self->rows, NULL);
  text = g_strjoinv ("\n", (char **) self->rows->pdata);
  g_ptr_array_remove_index (self->rows, self->rows->len - 1);
  if (self->mode == LIST_WRITER_CANCELS_AT_END)
    g_cancellable_cancel (g_object_get_data (G_OBJECT (self), "cancellable"));
  return self->path == NULL || g_file_set_contents (self->path, text, -1, error);
}

static void
list_writer_iface_init (SalonRowWriterInterface *iface)
{
  iface->begin = list_writer_begin;
  iface->row = list_writer_row;
  iface->finish = list_writer_finish;
}

static void
list_writer_finalize (GObject *object)
{
  ListWriter *self = LIST_WRITER (object);

  g_free (self->path);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (list_writer_parent_class)->finalize (object);
}

static void
list_writer_class_init (ListWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = list_writer_finalize;
}

static void
list_writer_init (ListWriter *self)
{
}

SalonRowWriter *
list_writer_new (ListWriterMode mode, const char *path, GPtrArray *rows)
{
  ListWriter *self = g_object_new (LIST_TYPE_WRITER, NULL);

  self->mode = mode;
  self->path = g_strdup (path);
  self->rows = g_ptr_array_ref (rows);
  return SALON_ROW_WRITER (self);
}
