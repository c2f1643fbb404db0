/* Paints the portraits of the demo salon: draw-portraits FOLDER writes NN.jpg, NN-small.jpg and portraits.tsv there.
 * The same on every machine, so that the committed pictures can be made again. */
#include "pen.h"
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdio.h>
#include <stdlib.h>

static void
draw_background (Pen *pen)
{
  cairo_t *cr = pen->cr;
  Tint back = tint (pen->who->background);

  set (cr, back, 1);
  cairo_paint (cr);
  glow (cr, 70, 40, 260, lighter (back, 0.75), 0.8);
  oval (cr, 160, 172, 134, 134);
  set (cr, darker (back, 0.07), 0.55);
  cairo_fill (cr);
}

/* The head leans and its width varies; the shoulders stay. */
static void
enter_head (Pen *pen)
{
  cairo_t *cr = pen->cr;

  cairo_save (cr);
  cairo_translate (cr, 160, 222);
  cairo_rotate (cr, pen->who->tilt * 3.14159265 / 180);
  cairo_scale (cr, pen->who->wide > 0 ? pen->who->wide : 1, 1);
  cairo_translate (cr, -160, -222);
}

static void
draw_person (Pen *pen)
{
  cairo_t *cr = pen->cr;
  Hair hair = pen->who->hair;
  int tall = hair == HAIR_TOP_BUN || hair == HAIR_AFRO || hair == HAIR_MAN_BUN || hair == HAIR_BEANIE || hair == HAIR_SPACE_BUNS
             || hair == HAIR_TURBAN;

  draw_background (pen);
  cairo_translate (cr, 160, tall ? 330 : 336);
  cairo_scale (cr, tall ? 1.06 : 1.18, tall ? 1.06 : 1.18);
  cairo_translate (cr, -160, -319);
  enter_head (pen);
  draw_hair (pen, LAYER_BACK);
  cairo_restore (cr);
  draw_neck (pen);
  draw_clothes (pen);
  enter_head (pen);
  draw_hair (pen, LAYER_MID);
  draw_face (pen);
  draw_features (pen);
  draw_glasses (pen);
  draw_hair (pen, LAYER_FRONT);
  draw_rings (pen);
  cairo_restore (cr);
}

static Pen
pen_for (cairo_t *cr, const Person *who)
{
  Pen pen = { .cr = cr, .who = who };
  Tint skin = tint (who->skin);
  Tint warm = { 0.78, 0.36, 0.24 };

  pen.skin = skin;
  pen.shade = mix (skin, (Tint){ skin.r * 0.82, skin.g * 0.68, skin.b * 0.62 }, 0.75);
  pen.deep = mix ((Tint){ skin.r * 0.55, skin.g * 0.36, skin.b * 0.30 }, warm, 0.12);
  pen.root = tint (who->root);
  pen.tip = tint (who->tip);
  pen.brow = mix (darker (pen.root, 0.30), (Tint){ 0.34, 0.24, 0.19 }, 0.35);
  if (pen.root.r > 0.85)
    pen.brow = (Tint){ 0.60, 0.50, 0.42 };
  return pen;
}

static void
save_jpeg (cairo_surface_t *surface, int size, const char *name)
{
  unsigned char *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, size, size);
  guchar *out = gdk_pixbuf_get_pixels (pixbuf);
  GError *error = NULL;

  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++) {
      guint32 pixel = ((guint32 *) (data + y * stride))[x];
      guchar *to = out + y * gdk_pixbuf_get_rowstride (pixbuf) + x * 3;

      to[0] = (pixel >> 16) & 255;
      to[1] = (pixel >> 8) & 255;
      to[2] = pixel & 255;
    }
  if (!gdk_pixbuf_save (pixbuf, name, "jpeg", &error, "quality", "86", NULL)) {
    fprintf (stderr, "%s: %s\n", name, error->message);
    exit (1);
  }
  g_object_unref (pixbuf);
}

static void
paint (const Person *who, int size, const char *name)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);
  Pen pen = pen_for (cr, who);

  cairo_scale (cr, size / (double) PORTRAIT_SIZE, size / (double) PORTRAIT_SIZE);
  draw_person (&pen);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  save_jpeg (surface, size, name);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  char *table = NULL;
  FILE *list = NULL;

  if (argc != 2) {
    fprintf (stderr, "usage: draw-portraits FOLDER\n");
    return 2;
  }
  table = g_strdup_printf ("%s/portraits.tsv", argv[1]);
  list = fopen (table, "w");
  if (list == NULL) {
    perror (table);
    return 1;
  }
  fprintf (list, "# picture\tsex\tage\n");
  for (int i = 0; i < n_people; i++) {
    char *view = g_strdup_printf ("%s/%02d.jpg", argv[1], i + 1);
    char *thumb = g_strdup_printf ("%s/%02d-small.jpg", argv[1], i + 1);

    paint (&people[i], PORTRAIT_SIZE, view);
    paint (&people[i], PORTRAIT_SMALL, thumb);
    fprintf (list, "%02d\t%s\t%d\n", i + 1, people[i].sex, people[i].age);
    g_free (view);
    g_free (thumb);
  }
  fclose (list);
  g_free (table);
  return 0;
}
