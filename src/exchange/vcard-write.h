#pragma once
/* Clients as the cards of an address book (vCard 4.0), from columns with the keys of vcard-fields.h. */
#include "base/row-writer.h"

G_BEGIN_DECLS

#define SALON_TYPE_VCARD_WRITER (salon_vcard_writer_get_type ())
G_DECLARE_FINAL_TYPE (SalonVcardWriter, salon_vcard_writer, SALON, VCARD_WRITER, GObject)

SalonRowWriter *salon_vcard_writer_new (const char *path, GError **error);

G_END_DECLS
