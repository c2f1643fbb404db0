#pragma once
/* What the drivers of the fuzzers share with a target: libFuzzer calls the entry with inputs of its own, fuzz-driver.c
   with seeded changes of the target's examples. */
#include <glib.h>
#include <stdint.h>
#include <stddef.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
GPtrArray *fuzz_examples (void); /* of GBytes */
const char *const *fuzz_words (void);
void fuzz_read (GBytes *bytes);
