/* A reader of OLE2 containers ([MS-CFB]): by own code, since what Debian has (libgsf) is a library of object types for
 * all of GNOME Office.  Every number of the file is taken for a lie until it is seen to point into it; a chain of sectors
 * is never longer than the file. */
#include "exchange/ole2.h"

#include <string.h>

#define HEADER_SIZE    512
#define IN_HEADER      109 /* places of allocation tables that stand in the header itself */
#define LAST_SECTOR    0xFFFFFFFAu
#define ENTRY_SIZE     128
#define SMALL_STREAM   4096
#define SMALL_SHIFT    6
#define TYPE_STREAM    2
#define TYPE_ROOT      5
#define MAX_ENTRIES    100000

struct _SalonOle2 {
  const guint8 *data;
  gsize size;
  GBytes *file;
  guint shift;       /* a sector has 1 << shift bytes */
  GArray *next;      /* guint32: the sector after each sector */
  GArray *small_next;
  GByteArray *small; /* where small streams stand */
  GByteArray *folder;
};

static guint
u16_at (const guint8 *p)
{
  return (guint) p[0] | (guint) p[1] << 8;
}

static guint32
u32_at (const guint8 *p)
{
  return (guint32) u16_at (p) | (guint32) u16_at (p + 2) << 16;
}

/* The bytes of a sector, fewer at the end of the file. */
static const guint8 *
sector_at (SalonOle2 *self, guint32 sector, gsize *length)
{
  guint64 start = ((guint64) sector + 1) << self->shift;

  if (sector >= LAST_SECTOR || start >= self->size)
    return NULL;
  *length = MIN ((gsize) 1 << self->shift, self->size - (gsize) start);
  return self->data + start;
}

static void
add_numbers (GArray *numbers, const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i + 4 <= length; i += 4) {
    guint32 number = u32_at (bytes + i);

    g_array_append_val (numbers, number);
  }
}

static void
add_table (SalonOle2 *self, guint32 sector)
{
  gsize length = 0;
  const guint8 *bytes = sector_at (self, sector, &length);

  if (bytes != NULL && self->next->len <= self->size >> self->shift)
    add_numbers (self->next, bytes, length);
}

/* The table of sectors; where its parts stand is said in the header and in further sectors. */
static void
read_tables (SalonOle2 *self)
{
  guint32 sector = u32_at (self->data + 0x44);
  gsize left = self->size >> self->shift;

  for (guint i = 0; i < IN_HEADER; i++)
    add_table (self, u32_at (self->data + 0x4C + 4 * i));
  while (left-- > 0) {
    gsize length = 0;
    const guint8 *bytes = sector_at (self, sector, &length);

    if (bytes == NULL || length < (gsize) 1 << self->shift)
      return;
    for (gsize i = 0; i + 8 <= length; i += 4)
      add_table (self, u32_at (bytes + i));
    sector = u32_at (bytes + length - 4);
  }
}

/* What a chain of sectors holds, at most @most bytes. */
static GByteArray *
read_chain (SalonOle2 *self, guint32 sector, gsize most)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize left = (self->size >> self->shift) + 1;

  while (left-- > 0 && bytes->len < most) {
    gsize length = 0;
    const guint8 *part = sector_at (self, sector, &length);

    if (part == NULL)
      break;
    g_byte_array_append (bytes, part, (guint) MIN (length, most - bytes->len));
    if (sector >= self->next->len)
      break;
    sector = g_array_index (self->next, guint32, sector);
  }
  return bytes;
}

static GByteArray *
read_small_chain (SalonOle2 *self, guint32 sector, gsize most)
{
  GByteArray *bytes = g_byte_array_new ();
  const gsize unit = 1 << SMALL_SHIFT;

  while (bytes->len < most && sector < self->small_next->len && ((gsize) sector + 1) * unit <= self->small->len) {
    g_byte_array_append (bytes, self->small->data + (gsize) sector * unit, (guint) MIN (unit, most - bytes->len));
    sector = g_array_index (self->small_next, guint32, sector);
  }
  return bytes;
}

static const guint8 *
entry_at (SalonOle2 *self, guint index)
{
  return ((gsize) index + 1) * ENTRY_SIZE <= self->folder->len && index < MAX_ENTRIES
           ? self->folder->data + (gsize) index * ENTRY_SIZE
           : NULL;
}

static gboolean
has_name (const guint8 *entry, const char *name)
{
  gsize length = strlen (name);

  if (u16_at (entry + 0x40) != 2 * (length + 1) || length > 31)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (entry[2 * i + 1] != 0 || g_ascii_tolower ((char) entry[2 * i]) != g_ascii_tolower (name[i]))
      return FALSE;
  return TRUE;
}

static const guint8 *
find (SalonOle2 *self, guint type, const char *name)
{
  const guint8 *entry = NULL;

  for (guint i = 0; (entry = entry_at (self, i)) != NULL; i++)
    if (entry[0x42] == type && (name == NULL || has_name (entry, name)))
      return entry;
  return NULL;
}

static void
read_small (SalonOle2 *self)
{
  const guint8 *root = find (self, TYPE_ROOT, NULL);
  GByteArray *table = read_chain (self, u32_at (self->data + 0x3C), self->size);

  add_numbers (self->small_next, table->data, table->len);
  g_byte_array_unref (table);
  self->small = root != NULL ? read_chain (self, u32_at (root + 0x74), self->size) : g_byte_array_new ();
}

/**
 * salon_ole2_open:
 *
 * Returns: (transfer full) (nullable): %NULL if it is none
 */
SalonOle2 *
salon_ole2_open (GBytes *file)
{
  SalonOle2 *self = NULL;
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (file, &size);
  guint shift = size >= HEADER_SIZE ? u16_at (data + 0x1E) : 0;

  if ((shift != 9 && shift != 12) || size > G_MAXINT)
    return NULL;
  self = g_new0 (SalonOle2, 1);
  self->file = g_bytes_ref (file);
  self->data = data;
  self->size = size;
  self->shift = shift;
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->small_next = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_tables (self);
  self->folder = read_chain (self, u32_at (data + 0x30), MIN (size, (gsize) MAX_ENTRIES * ENTRY_SIZE));
  read_small (self);
  return self;
}

/**
 * salon_ole2_free:
 */
void
salon_ole2_free (SalonOle2 *self)
{
  g_array_unref (self->next);
  g_array_unref (self->small_next);
  g_byte_array_unref (self->folder);
  g_byte_array_unref (self->small);
  g_bytes_unref (self->file);
  g_free (self);
}

/**
 * salon_ole2_has:
 * @name: of a stream, in ASCII
 */
gboolean
salon_ole2_has (SalonOle2 *self, const char *name)
{
  return find (self, TYPE_STREAM, name) != NULL;
}

/**
 * salon_ole2_read:
 * @name: of a stream, in ASCII
 *
 * Returns: (transfer full) (nullable): what it holds, as far as the file goes; %NULL if there is none
 */
GBytes *
salon_ole2_read (SalonOle2 *self, const char *name)
{
  const guint8 *entry = find (self, TYPE_STREAM, name);
  guint32 size = entry != NULL ? u32_at (entry + 0x78) : 0;
  guint32 first = entry != NULL ? u32_at (entry + 0x74) : 0;

  if (entry == NULL)
    return NULL;
  return g_byte_array_free_to_bytes (size < SMALL_STREAM ? read_small_chain (self, first, size)
                                                         : read_chain (self, first, size));
}
