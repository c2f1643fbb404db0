#pragma once
/* One property of a card: "TEL;TYPE=cell:+371 29123456". */
#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *name;    /* in capitals, without its group: "TEL" */
  char *types;   /* in capitals, between semicolons: ";TYPE=CELL;" */
  char *charset; /* or NULL */
  char *value;   /* decoded; separators are still escaped */
  gboolean quoted_printable;
  gboolean binary;
} SalonVcardLine;

SalonVcardLine *salon_vcard_line_parse (const char *line);
void salon_vcard_line_free (SalonVcardLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonVcardLine, salon_vcard_line_free)

gboolean salon_vcard_line_is_quoted_printable (const char *line);
gboolean salon_vcard_line_has_type (const SalonVcardLine *self, const char *type);
char *salon_vcard_unescape (const char *value);
char **salon_vcard_split (const char *value, char separator);

G_END_DECLS
