/* The reader of XLS under a fuzzer.  The first byte says whether the rest is a file or the records in one, since a fuzzer
 * would spend its time on the container. */
#include "tests/exchange/exchange-fixture.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  GByteArray *stream = NULL;

  if (size == 0)
    return 0;
  if (data[0] % 2 == 0) {
    bytes = g_bytes_new (data + 1, size - 1);
  } else {
    stream = g_byte_array_new ();
    g_byte_array_append (stream, data + 1, (guint) (size - 1));
    bytes = exchange_ole ("Workbook", stream);
  }
  fuzz_read (bytes);
  return 0;
}

static void
put (GByteArray *bytes, guint type, const char *data, guint length)
{
  const guint8 head[] = { (guint8) type, (guint8) (type >> 8), (guint8) length, (guint8) (length >> 8) };

  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) data, length);
}

/* One record of every kind that is read. */
static GByteArray *
records (gboolean old)
{
  GByteArray *b = g_byte_array_new ();
  guint at = 0;

  put (b, 0x0809, old ? "\000\005\005\0\0\0\0\0" : "\000\006\005\0\0\0\0\0", 8);
  put (b, 0x0022, "\0\0", 2);
  put (b, 0x0042, "\343\004", 2);
  put (b, 0x041E, old ? "\244\000\005dd.mm" : "\244\000\005\000\000dd.mm", old ? 8 : 10);
  put (b, 0x00E0, "\0\0\244\0", 4);
  at = b->len + 4;
  put (b, 0x0085, old ? "\0\0\0\0\0\0\002ab" : "\0\0\0\0\0\0\002\000ab", old ? 9 : 10);
  put (b, 0x00FC, "\002\0\0\0\002\0\0\0\003\0\014\001\0\002\0\0\0abc\0\0\0\0zz\002\0\001\061\004", 31);
  put (b, 0x003C, "\001\062\004", 3);
  put (b, 0x000A, "", 0);
  b->data[at] = (guint8) b->len;
  put (b, 0x0809, old ? "\000\005\020\0\0\0\0\0" : "\000\006\020\0\0\0\0\0", 8);
  put (b, 0x00FD, "\0\0\0\0\0\0\0\0\0\0", 10);
  put (b, 0x0204, old ? "\001\0\0\0\0\0\002\0ab" : "\001\0\0\0\0\0\002\0\000ab", old ? 10 : 11);
  put (b, 0x0203, "\001\0\001\0\0\0\0\0\0\0\0\0\360\077", 14);
  put (b, 0x027E, "\001\0\002\0\0\0\062\324\002\000", 10);
  put (b, 0x00BD, "\002\0\003\0\0\0\007\0\0\0\0\0\367\001\0\0\004\0", 18);
  put (b, 0x0006, "\002\0\006\0\0\0\0\0\0\0\0\0\377\377\0\0\0\0\0\0\0\0", 22);
  put (b, 0x0207, old ? "\001\0a" : "\001\0\000a", old ? 3 : 4);
  put (b, 0x0205, "\002\0\010\0\0\0\052\001", 8);
  put (b, 0x00E5, "\001\0\0\0\0\0\0\0\003\0", 10);
  put (b, 0x000A, "", 0);
  return b;
}

static void
add (GPtrArray *examples, guint8 kind, const void *data, gsize size)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, &kind, 1);
  g_byte_array_append (bytes, data, (guint) size);
  g_ptr_array_add (examples, g_byte_array_free_to_bytes (bytes));
}

GPtrArray *
fuzz_examples (void)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (int old = 0; old < 2; old++) {
    GByteArray *stream = records (old != 0);
    g_autoptr (GBytes) file = NULL;
    gsize size = 0;
    const void *data = NULL;

    add (examples, 1, stream->data, stream->len);
    file = exchange_ole (old ? "Book" : "Workbook", stream);
    data = g_bytes_get_data (file, &size);
    add (examples, 0, data, size);
  }
  return examples;
}

const char *const *
fuzz_words (void)
{
  static const char *const words[] = { "\377\377\377\377", "\374\377\377\377", "\011\010\010", "\374", "\074", "\205", "\275", "\006", "Workbook",
                                       "\377\377", "\377\177", NULL };

  return words;
}
