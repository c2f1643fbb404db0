#pragma once
/* What stands around the sheets of an XLS file: their names, the texts that they share, how numbers are shown. */
#include "exchange/biff.h"
#include "exchange/input.h"
#include "exchange/sheet-list.h"
#include "exchange/shown.h"

G_BEGIN_DECLS

typedef struct {
  SalonSheetHead head;
  guint32 at; /* where its records begin */
} SalonXlsSheet;

typedef struct _SalonXlsBook SalonXlsBook;

SalonXlsBook *salon_xls_book_open (SalonInput *input, GError **error);
void salon_xls_book_free (SalonXlsBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonXlsBook, salon_xls_book_free)

const SalonXlsSheet *salon_xls_book_find (SalonXlsBook *self, const char *name, GError **error);
char **salon_xls_book_list (SalonXlsBook *self);
SalonInput *salon_xls_book_get_input (SalonXlsBook *self);
const guint8 *salon_xls_book_get_stream (SalonXlsBook *self, gsize *size);
gboolean salon_xls_book_counts_from_1904 (SalonXlsBook *self);
const char *salon_xls_book_get_text (SalonXlsBook *self, guint32 index);
gboolean salon_xls_book_add_text (SalonXlsBook *self, const char *text, guint32 *index);
SalonShown salon_xls_book_get_shown (SalonXlsBook *self, guint style);
void salon_xls_book_read_text (SalonXlsBook *self, const SalonBiffRecord *record, guint offset, GString *text);
gboolean salon_xls_book_refuse_damage (SalonXlsBook *self, GError **error);
gboolean salon_xls_book_refuse_size (SalonXlsBook *self, GError **error);

G_END_DECLS
