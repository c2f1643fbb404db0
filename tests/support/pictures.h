#pragma once
/* Picture files for tests, made on the spot: good ones, odd ones and hostile ones. */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

GdkPixbuf *test_picture_quarters (int width, int height, gboolean transparent);
GBytes *test_picture_save (GdkPixbuf *pixbuf, const char *type, GBytes *profile);
GBytes *test_picture_make (const char *type, int width, int height);
GBytes *test_picture_with_exif (GBytes *jpeg, int orientation, const char *comment);
GBytes *test_picture_huge_png (guint32 width, guint32 height, gboolean with_pixels);
GBytes *test_picture_gif (gboolean animated);
GBytes *test_picture_cmyk_jpeg (void);
GBytes *test_picture_svg (void);
GBytes *test_picture_cut (GBytes *file, gsize length);
GBytes *test_picture_adobe_rgb (void);
void test_picture_assert_colour (GBytes *file, double x, double y, guint32 rgb, int tolerance);

G_END_DECLS
