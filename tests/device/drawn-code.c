/* Codes as a camera would see them. */
#include "device/drawn-code.h"

#include <math.h>
#include <string.h>
#include <zint.h>

DrawnPicture *
drawn_picture_new (int width, int height, guint8 paper)
{
  DrawnPicture *self = g_new0 (DrawnPicture, 1);

  self->width = width;
  self->height = height;
  self->rgb = g_malloc ((gsize) (3 * width * height));
  memset (self->rgb, paper, (gsize) (3 * width * height));
  return self;
}

void
drawn_picture_free (DrawnPicture *self)
{
  g_free (self->rgb);
  g_free (self);
}

static void
fill (DrawnPicture *self, int x, int y, int width, int height, guint8 shade)
{
  for (int row = MAX (y, 0); row < MIN (y + height, self->height); row++)
    for (int column = MAX (x, 0); column < MIN (x + width, self->width); column++)
      memset (self->rgb + 3 * ((gsize) row * (gsize) self->width + (gsize) column), shade, 3);
}

/* @module: pixels of the thinnest line */
void
drawn_picture_put (DrawnPicture *self, DrawnKind kind, const char *text, int x, int y, int module)
{
  struct zint_symbol *symbol = ZBarcode_Create ();
  float scale = 0;

  symbol->symbology = kind == DRAWN_QR ? BARCODE_QRCODE : kind == DRAWN_EAN13 ? BARCODE_EANX : BARCODE_CODE128;
  symbol->input_mode = UNICODE_MODE;
  symbol->show_hrt = 0;
  symbol->scale = 1;
  g_assert_cmpint (ZBarcode_Encode_and_Buffer_Vector (symbol, (const unsigned char *) text, 0, 0), <, ZINT_ERROR);
  scale = 0.5f * (float) module; /* of the vector: two units a module */
  for (struct zint_vector_rect *bar = symbol->vector->rectangles; bar != NULL; bar = bar->next)
    fill (self, x + (int) lroundf (bar->x * scale), y + (int) lroundf (bar->y * scale), (int) lroundf (bar->width * scale),
          (int) lroundf (bar->height * scale), 20);
  ZBarcode_Delete (symbol);
}

/* @modules: '1' a line, '0' a gap */
void
drawn_picture_put_bars (DrawnPicture *self, const char *modules, int x, int y, int module, int height)
{
  for (int i = 0; modules[i] != '\0'; i++)
    if (modules[i] == '1')
      fill (self, x + i * module, y, module, height, 20);
}

/* A cheap camera in the evening. */
void
drawn_picture_noise (DrawnPicture *self, GRand *rand, int strength)
{
  for (int i = 0; i < 3 * self->width * self->height; i++)
    self->rgb[i] = (guint8) CLAMP (self->rgb[i] + g_rand_int_range (rand, -strength, strength + 1), 0, 255);
}

SalonCameraFrame *
drawn_picture_frame (DrawnPicture *self, gint64 at_ms)
{
  return salon_camera_frame_new (g_bytes_new (self->rgb, (gsize) (3 * self->width * self->height)), self->width, self->height,
                                 3 * (gsize) self->width, at_ms);
}
