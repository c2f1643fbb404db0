/* A small cache of thumbnails by content: rows of lists come and go, pictures stay.  And one of icons by colour: GTK gives a
 * symbolic icon its colour anew in each frame, which takes ten times as long as to put a picture there; a board has hundreds.
 *
 * The bytes come from our own database and were written by our own decoder. */
#include "gui/widgets/textures.h"

#define CACHE_SIZE 256

typedef struct {
  GHashTable *textures; /* GBytes → GdkTexture */
  GQueue order;         /* GBytes, the oldest first */
} Cache;

static Cache *
cache (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready)) {
    Cache *fresh = g_new0 (Cache, 1);

    fresh->textures = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_object_unref);
    g_once_init_leave (&ready, (gsize) fresh);
  }
  return (Cache *) ready;
}

static void
remember (Cache *self, GBytes *jpeg, GdkTexture *texture)
{
  if (self->order.length >= CACHE_SIZE)
    g_hash_table_remove (self->textures, g_queue_pop_head (&self->order));
  g_hash_table_insert (self->textures, g_bytes_ref (jpeg), g_object_ref (texture));
  g_queue_push_tail (&self->order, jpeg);
}

/**
 * salon_texture_of_bytes:
 * @jpeg: (nullable): a thumbnail of the database
 *
 * On the main thread only.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL if there is none or it cannot be read
 */
GdkTexture *
salon_texture_of_bytes (GBytes *jpeg)
{
  Cache *self = cache ();
  GdkTexture *texture = NULL;

  if (jpeg == NULL)
    return NULL;
  texture = g_hash_table_lookup (self->textures, jpeg);
  if (texture != NULL)
    return g_object_ref (texture);
  texture = gdk_texture_new_from_bytes (jpeg, NULL);
  if (texture != NULL)
    remember (self, jpeg, texture);
  return texture;
}

static cairo_surface_t *
paint_of_size (GdkTexture *texture, int pixels)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  double scale = (double) pixels / MIN (width, height);
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_t *part = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cairo_t *cr = cairo_create (part);

  gdk_texture_download (texture, cairo_image_surface_get_data (whole), (gsize) cairo_image_surface_get_stride (whole));
  cairo_surface_mark_dirty (whole);
  cairo_translate (cr, (pixels - width * scale) / 2, (pixels - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, whole, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD); /* no edge that shines through */
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (whole);
  cairo_surface_flush (part);
  return part;
}

/**
 * salon_texture_of_size:
 * @pixels: of the device
 *
 * Fills a square and keeps the proportions: what sticks out is cut off.  In each frame GTK brings a picture to the format of
 * the screen in its whole size, even where it is out of view: a list with photos is drawn from this one.
 *
 * On the main thread only.
 *
 * Returns: (transfer none): the picture in this size, which lives as long as @texture
 */
GdkTexture *
salon_texture_of_size (GdkTexture *texture, int pixels)
{
  g_autofree char *key = g_strdup_printf ("salon-texture-%d", pixels);
  GdkTexture *small = g_object_get_data (G_OBJECT (texture), key);
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface = NULL;
  gsize stride = 0;

  if (small != NULL)
    return small;
  surface = paint_of_size (texture, pixels);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) pixels);
  cairo_surface_destroy (surface);
  small = gdk_memory_texture_new (pixels, pixels, GDK_MEMORY_DEFAULT, bytes, stride);
  g_object_set_data_full (G_OBJECT (texture), key, small, g_object_unref);
  return small;
}

/* ---- icons ---- */

typedef struct {
  const char *name; /* interned */
  int pixels;
  GtkTextDirection direction;
  GdkRGBA color;
} Icon;

static guint
icon_hash (gconstpointer data)
{
  const Icon *icon = data;

  return g_direct_hash (icon->name) ^ (guint) icon->pixels ^ gdk_rgba_hash (&icon->color);
}

static gboolean
icon_equal (gconstpointer one, gconstpointer other)
{
  const Icon *a = one;
  const Icon *b = other;

  return a->name == b->name && a->pixels == b->pixels && a->direction == b->direction && gdk_rgba_equal (&a->color, &b->color);
}

static GHashTable *
icons (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    g_once_init_leave (&ready, (gsize) g_hash_table_new_full (icon_hash, icon_equal, g_free, g_object_unref));
  return (GHashTable *) ready;
}

static GdkTexture *
paint_icon (GtkWidget *widget, const Icon *icon, int scale)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) paintable =
      gtk_icon_theme_lookup_icon (theme, icon->name, NULL, 16, scale, icon->direction, GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, icon->pixels, icon->pixels);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node = NULL;
  g_autoptr (GBytes) bytes = NULL;

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (paintable), snapshot, icon->pixels, icon->pixels, &icon->color, 1);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL) {
    gsk_render_node_draw (node, cr);
    gsk_render_node_unref (node);
  }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) icon->pixels);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (icon->pixels, icon->pixels, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * salon_texture_of_icon:
 * @widget: where it will stand: its scale and direction count
 * @name: of a symbolic icon
 * @size: logical pixels
 *
 * On the main thread only.
 *
 * Returns: (transfer full): the icon in that colour, for a square of @size
 */
GdkTexture *
salon_texture_of_icon (GtkWidget *widget, const char *name, int size, const GdkRGBA *color)
{
  GHashTable *painted = icons ();
  int scale = gtk_widget_get_scale_factor (widget);
  Icon icon = { g_intern_string (name), size * scale, gtk_widget_get_direction (widget), *color };
  GdkTexture *texture = g_hash_table_lookup (painted, &icon);

  if (texture != NULL)
    return g_object_ref (texture);
  if (g_hash_table_size (painted) >= CACHE_SIZE)
    g_hash_table_remove_all (painted);
  texture = paint_icon (widget, &icon, scale);
  g_hash_table_insert (painted, g_memdup2 (&icon, sizeof icon), g_object_ref (texture));
  return texture;
}
