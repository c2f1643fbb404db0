/* The reader of vCard under a fuzzer. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

/* Without the first line it would be a CSV. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  GByteArray *card = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_byte_array_append (card, (const guint8 *) "BEGIN:VCARD\n", 12);
  g_byte_array_append (card, data, (guint) size);
  bytes = g_byte_array_free_to_bytes (card);
  fuzz_read (bytes);
  return 0;
}

GPtrArray *
fuzz_examples (void)
{
  static const char *const texts[] = {
    "VERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98;=D0=\n=90\nTEL;CELL:1\nBDAY:1985-05-17\nEND:VCARD\n",
    "VERSION:3.0\nN:A;B;C\nitem1.TEL;type=pref:2\nADR:;;s\\, 1;c;;z;l\nBDAY:--0517\nNOTE:a\\nb\n c\nCATEGORIES:x,y\nEND:VCARD\n",
    "FN:A B\nGENDER:F\nORG:x;y\nPHOTO;ENCODING=b:AAAA\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nEMAIL:a@b\nEND:VCARD\n",
  };
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (examples, g_bytes_new_static (texts[i], strlen (texts[i])));
  return examples;
}

const char *const *
fuzz_words (void)
{
  static const char *const words[] = { "BEGIN:VCARD\n", "END:VCARD\n", "N:", "TEL;CELL:", "BDAY:", "=\n", "\n ", "\\;", "\\", ";", "\"", "=D0",
                                       ";ENCODING=QUOTED-PRINTABLE", ";CHARSET=", "windows-1251", "VERSION:2.1\n", "\r", NULL };

  return words;
}
