#pragma once
/* Rows of an address book: one for each card, below a row of keys (see vcard-fields.h). */
#include "base/row-source.h"
#include "exchange/input.h"

G_BEGIN_DECLS

#define SALON_TYPE_VCARD_SOURCE (salon_vcard_source_get_type ())
G_DECLARE_FINAL_TYPE (SalonVcardSource, salon_vcard_source, SALON, VCARD_SOURCE, GObject)

SalonRowSource *salon_vcard_source_new (SalonInput *input, GError **error);

G_END_DECLS
