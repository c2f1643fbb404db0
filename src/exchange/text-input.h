#pragma once
/* The characters of a text file, whatever its encoding. */
#include "exchange/input.h"

G_BEGIN_DECLS

#define SALON_TEXT_INPUT_END ((gunichar) 0xFFFFFFFF)

typedef struct _SalonTextInput SalonTextInput;

SalonTextInput *salon_text_input_new (SalonInput *input, GError **error);
SalonTextInput *salon_text_input_new_as (SalonInput *input, const char *encoding, GError **error);
void salon_text_input_free (SalonTextInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTextInput, salon_text_input_free)

gboolean salon_text_input_next (SalonTextInput *self, gunichar *c, GError **error);
gboolean salon_text_input_rewind (SalonTextInput *self, GError **error);
double salon_text_input_get_share (SalonTextInput *self);
SalonInput *salon_text_input_get_input (SalonTextInput *self);
const char *salon_text_input_get_encoding (SalonTextInput *self);

G_END_DECLS
