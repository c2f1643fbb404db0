/* It stands between the reader of a file and who reads, since neither tells the window. */
#include "config.h"

#include "gui/pages/clients/import-watch.h"

#define ROWS_BETWEEN 64

struct _SalonImportWatch {
  GObject parent_instance;

  SalonRowSource *source;
  SalonImportWatched watched;
  gpointer data;
  GDestroyNotify free_data;
  guint n_rows;
};

static void salon_import_watch_iface_init (SalonRowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonImportWatch, salon_import_watch, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_SOURCE, salon_import_watch_iface_init))

static gboolean
watch_next (SalonRowSource *source, GArray *cells, gint64 *line, gboolean *end, GError **error)
{
  SalonImportWatch *self = SALON_IMPORT_WATCH (source);

  if (self->n_rows++ % ROWS_BETWEEN == 0)
    self->watched (self->data, (int) (salon_row_source_get_share (self->source) * 1000));
  return salon_row_source_next (self->source, cells, line, end, error);
}

static double
watch_get_share (SalonRowSource *source)
{
  return salon_row_source_get_share (SALON_IMPORT_WATCH (source)->source);
}

static gboolean
watch_get_described (SalonRowSource *source)
{
  return salon_row_source_get_described (SALON_IMPORT_WATCH (source)->source);
}

static void
salon_import_watch_iface_init (SalonRowSourceInterface *iface)
{
  iface->next = watch_next;
  iface->get_share = watch_get_share;
  iface->get_described = watch_get_described;
}

static void
salon_import_watch_finalize (GObject *object)
{
  SalonImportWatch *self = SALON_IMPORT_WATCH (object);

  g_object_unref (self->source);
  if (self->free_data != NULL)
    self->free_data (self->data);
  G_OBJECT_CLASS (salon_import_watch_parent_class)->finalize (object);
}

static void
salon_import_watch_class_init (SalonImportWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_import_watch_finalize;
}

static void
salon_import_watch_init (SalonImportWatch *self)
{
}

/**
 * salon_import_watch_new:
 * @source: (transfer full)
 * @watched: told every few rows, on the thread that reads
 * @data: (transfer full): for @watched
 * @free_data: (nullable): frees @data with the source, on whichever thread that is
 *
 * Returns: (transfer full): the rows of @source
 */
SalonRowSource *
salon_import_watch_new (SalonRowSource *source, SalonImportWatched watched, gpointer data, GDestroyNotify free_data)
{
  SalonImportWatch *self = g_object_new (SALON_TYPE_IMPORT_WATCH, NULL);

  self->source = source;
  self->watched = watched;
  self->data = data;
  self->free_data = free_data;
  return SALON_ROW_SOURCE (self);
}
