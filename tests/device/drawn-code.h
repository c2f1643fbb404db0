#pragma once
/* Codes as a camera would see them: drawn by libzint, black on paper, somewhere in a picture. */
#include "device/camera-frame.h"

typedef enum { DRAWN_EAN13, DRAWN_CODE128, DRAWN_QR } DrawnKind;

typedef struct {
  int width;
  int height;
  guint8 *rgb;
} DrawnPicture;

DrawnPicture *drawn_picture_new (int width, int height, guint8 paper);
void drawn_picture_free (DrawnPicture *self);
void drawn_picture_put (DrawnPicture *self, DrawnKind kind, const char *text, int x, int y, int module);
void drawn_picture_put_bars (DrawnPicture *self, const char *modules, int x, int y, int module, int height);
void drawn_picture_noise (DrawnPicture *self, GRand *rand, int strength);
SalonCameraFrame *drawn_picture_frame (DrawnPicture *self, gint64 at_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrawnPicture, drawn_picture_free)
