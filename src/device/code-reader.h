#pragma once
/* Codes in pictures of a camera: EAN-13, Code 128 and QR. */
#include "device/camera-frame.h"

G_BEGIN_DECLS

/* A code that stays in view, or comes back within this time, is one scan. */
#define SALON_CODE_READER_PAUSE_MS 2000

typedef struct _SalonCodeReader SalonCodeReader;

SalonCodeReader *salon_code_reader_new (void);
void salon_code_reader_free (SalonCodeReader *self);
GPtrArray *salon_code_reader_look (SalonCodeReader *self, const SalonCameraFrame *frame);
char *salon_code_reader_read (SalonCodeReader *self, const SalonCameraFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCodeReader, salon_code_reader_free)

G_END_DECLS
