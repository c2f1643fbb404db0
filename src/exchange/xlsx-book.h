#pragma once
/* What stands around the sheets of an XLSX file: their names, the texts that they share, how numbers are shown. */
#include "exchange/package.h"
#include "exchange/sheet-list.h"
#include "exchange/shown.h"

G_BEGIN_DECLS

typedef struct {
  SalonSheetHead head;
  char *part; /* "xl/worksheets/sheet1.xml" */
} SalonXlsxSheet;

typedef struct _SalonXlsxBook SalonXlsxBook;

SalonXlsxBook *salon_xlsx_book_open (SalonInput *input, GError **error);
void salon_xlsx_book_free (SalonXlsxBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonXlsxBook, salon_xlsx_book_free)

gboolean salon_xlsx_book_load_contents (SalonXlsxBook *self, GError **error);
const SalonXlsxSheet *salon_xlsx_book_find (SalonXlsxBook *self, const char *name, GError **error);
char **salon_xlsx_book_list (SalonXlsxBook *self);
SalonInput *salon_xlsx_book_get_input (SalonXlsxBook *self);
SalonPackage *salon_xlsx_book_get_package (SalonXlsxBook *self);
gboolean salon_xlsx_book_counts_from_1904 (SalonXlsxBook *self);
const char *salon_xlsx_book_get_text (SalonXlsxBook *self, guint64 index);
SalonShown salon_xlsx_book_get_shown (SalonXlsxBook *self, guint64 style);

G_END_DECLS
