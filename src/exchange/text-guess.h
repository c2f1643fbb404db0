#pragma once
/* Which encoding the bytes of a text are in. */
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SALON_ENCODING_NONE, /* no text at all */
  SALON_ENCODING_UTF8,
  SALON_ENCODING_UTF16_LE,
  SALON_ENCODING_UTF16_BE,
  SALON_ENCODING_CP1251,
  SALON_ENCODING_CP1257,
} SalonEncoding;

/**
 * SalonTextGuess: what is known of the bytes so far; begins as zeros
 */
typedef struct {
  guint64 n;
  guint64 nuls[2];       /* at even and at odd places */
  guint64 bytes[256];
  guint64 sequences;     /* characters of several bytes as UTF-8 has them */
  guint64 broken;        /* what UTF-8 forbids */
  guint64 beside_high;   /* bytes from 0x80 whose neighbour before is such a byte, too */
  guint64 beside_letter; /* …is a letter of ASCII */
  guint8 first[3];
  guint8 before;
  guint needed;          /* bytes that the sequence still lacks */
  gunichar value;
  gunichar least;
} SalonTextGuess;

void salon_text_guess_add (SalonTextGuess *self, const guint8 *data, gsize size);
SalonEncoding salon_text_guess_end (const SalonTextGuess *self, guint *mark);
const char *salon_encoding_name (SalonEncoding encoding);
SalonEncoding salon_encoding_by_name (const char *name);
void salon_encoding_table (SalonEncoding encoding, gunichar table[256]);

G_END_DECLS
