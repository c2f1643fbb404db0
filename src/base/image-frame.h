#pragma once
/* What the picture decoder (src/helper) writes to its standard output, and its exit statuses: the one place that
   the decoder and its client (base/image-decode) share.

   A frame is one header followed by the bytes of the small and then of the large picture, nothing after them.
   The header is twelve big-endian 32-bit words, in the order of SalonImageWord.  A refusal is a frame too: it has
   no pictures, but says how large the refused picture is or of what kind. */
#include <glib.h>

G_BEGIN_DECLS

#define SALON_IMAGE_PROGRAM "salon-decode-image"

#define SALON_IMAGE_MAGIC 0x53444931u /* "SDI1" */

/* Sides of what comes out, in pixels.  The small picture is a square. */
#define SALON_IMAGE_THUMB_SIDE 192
#define SALON_IMAGE_VIEW_SIDE  800

/* What goes in.  60 megapixels, the most that a good camera makes, must pass. */
#define SALON_IMAGE_MAX_FILE   (32u * 1024 * 1024)
#define SALON_IMAGE_MAX_PIXELS (80u * 1000 * 1000)
#define SALON_IMAGE_MAX_SIDE   65535u

/* No JPEG of these sides is larger. */
#define SALON_IMAGE_MAX_THUMB (256u * 1024)
#define SALON_IMAGE_MAX_VIEW  (4u * 1024 * 1024)

/**
 * SalonImageWord:
 * @SALON_IMAGE_WORD_MAGIC: %SALON_IMAGE_MAGIC
 * @SALON_IMAGE_WORD_STATUS: a #SalonImageStatus, the same as the exit status
 * @SALON_IMAGE_WORD_WIDTH: pixels of the picture that came in, as stored; 0 = unknown
 * @SALON_IMAGE_WORD_KIND: four letters of its kind, filled up with spaces ("HEIC", "SVG ")
 */
typedef enum {
  SALON_IMAGE_WORD_MAGIC,
  SALON_IMAGE_WORD_STATUS,
  SALON_IMAGE_WORD_WIDTH,
  SALON_IMAGE_WORD_HEIGHT,
  SALON_IMAGE_WORD_KIND,
  SALON_IMAGE_WORD_THUMB_WIDTH,
  SALON_IMAGE_WORD_THUMB_HEIGHT,
  SALON_IMAGE_WORD_THUMB_LENGTH,
  SALON_IMAGE_WORD_VIEW_WIDTH,
  SALON_IMAGE_WORD_VIEW_HEIGHT,
  SALON_IMAGE_WORD_VIEW_LENGTH,
  SALON_IMAGE_WORD_RESERVED,
  SALON_IMAGE_N_WORDS,
} SalonImageWord;

/**
 * SalonImageStatus:
 * @SALON_IMAGE_FAILED: the decoder itself could not work (it could not read or write)
 * @SALON_IMAGE_NOT_IMAGE: the bytes are no picture
 * @SALON_IMAGE_TOO_LARGE: the file or the picture is larger than the limits above
 * @SALON_IMAGE_DAMAGED: it begins as a picture, but ends too early or is broken
 * @SALON_IMAGE_LIMITS: decoding needed more memory than the decoder gives itself
 * @SALON_IMAGE_KIND: a picture of a kind that is not read here; the frame names the kind
 */
typedef enum {
  SALON_IMAGE_OK = 0,
  SALON_IMAGE_FAILED = 1,
  SALON_IMAGE_NOT_IMAGE = 2,
  SALON_IMAGE_TOO_LARGE = 3,
  SALON_IMAGE_DAMAGED = 4,
  SALON_IMAGE_LIMITS = 5,
  SALON_IMAGE_KIND = 6,
} SalonImageStatus;

G_END_DECLS
