#pragma once
/* The records of an XLS file, and the texts in them. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonBiffRecord:
 * @data: (array length=length): points into the stream
 */
typedef struct {
  guint type;
  guint length;
  const guint8 *data;
} SalonBiffRecord;

/**
 * SalonBiffCursor: reads the bytes of a record and of those that continue it
 * @wide: whether characters have two bytes
 */
typedef struct {
  const guint8 *stream;
  gsize size;
  gsize at;
  gsize record_end;
  gboolean wide;
  gboolean broken;
} SalonBiffCursor;

guint salon_biff_u16 (const guint8 *p);
guint32 salon_biff_u32 (const guint8 *p);
double salon_biff_double (const guint8 *p);
double salon_biff_rk (guint32 rk);
gboolean salon_biff_next (const guint8 *stream, gsize size, gsize *at, SalonBiffRecord *record);
void salon_biff_cursor_init (SalonBiffCursor *self, const guint8 *stream, gsize size, const SalonBiffRecord *record);
guint32 salon_biff_cursor_number (SalonBiffCursor *self, guint n_bytes);
void salon_biff_cursor_text (SalonBiffCursor *self, guint length_bytes, gboolean rich, GString *text);
void salon_biff_bytes_text (const guint8 *bytes, gsize length, const char *charset, GString *text);
const char *salon_biff_charset (guint code_page);

G_END_DECLS
