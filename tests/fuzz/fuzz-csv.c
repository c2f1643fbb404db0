/* The reader of CSV under a fuzzer. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  fuzz_read (bytes);
  return 0;
}

GPtrArray *
fuzz_examples (void)
{
  static const char *const texts[] = {
    "Name;Phone\r\n\"Anna \"\"A\"\" B\";+37129123456\r\n'=1;\"two\nlines\"\n",
    "sep=,\n\"a,b\",c\n1,2\n",
    "\357\273\277Имя\tТелефон\nИрина\t8 912\n",
    "\310\354\377|\322\345\353\n\310\360\350\355\340|1\n",
  };
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (examples, g_bytes_new_static (texts[i], strlen (texts[i])));
  g_ptr_array_add (examples, g_bytes_new_static ("\377\376a\0;\0b\0\n\0001\0;\0=\330\0\336\n\0", 20));
  return examples;
}

const char *const *
fuzz_words (void)
{
  static const char *const words[] = { "\"", "\"\"", "\r\n", ";", ",", "\t", "|", "sep=", "'=", "\357\273\277", "\377\376", "\376\377", NULL };

  return words;
}
