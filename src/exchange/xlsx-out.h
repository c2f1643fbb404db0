#pragma once
/* An Excel file in the making, for the writers of this room: sheets that are written from the top row to the last. */
#include "base/cell.h"
#include "exchange/draft.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* Formats that every Excel knows by number and shows in the language of its reader. */
enum {
  SALON_XLSX_INTEGER = 1,
  SALON_XLSX_PERCENT = 10,
  SALON_XLSX_DAY = 14,
  SALON_XLSX_MINUTE = 22,
  SALON_XLSX_TEXT = 49,
};

#define SALON_XLSX_MAX_ROWS       1048576
#define SALON_XLSX_SERIAL_OF_1970 25569

/**
 * SalonXlsxOut:
 * @sheet: the present one
 * @widths: (element-type guint): of its columns, in characters
 * @n_rows: how many rows of it are written: the next one is written now
 */
typedef struct {
  SalonDraft *draft;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  GArray *widths;
  lxw_row_t n_rows;
  lxw_format *text;
} SalonXlsxOut;

SalonXlsxOut *salon_xlsx_out_new (const char *path, const char *title, GError **error);
void salon_xlsx_out_free (SalonXlsxOut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonXlsxOut, salon_xlsx_out_free)

char *salon_xlsx_out_clean_title (const char *title);
lxw_format *salon_xlsx_out_format (SalonXlsxOut *self, guint8 index);
gboolean salon_xlsx_out_turn (SalonXlsxOut *self, const char *title, GError **error);
void salon_xlsx_out_widen (SalonXlsxOut *self, guint column, guint width);
guint salon_xlsx_out_width_of (const char *text);
lxw_error salon_xlsx_out_text (SalonXlsxOut *self, guint column, const char *text, lxw_format *format);
lxw_error salon_xlsx_out_number (SalonXlsxOut *self, guint column, double number, guint width, lxw_format *format);
lxw_error salon_xlsx_out_fixed (SalonXlsxOut *self, guint column, gint64 value, int decimals, lxw_format *format);
lxw_error salon_xlsx_out_day (SalonXlsxOut *self, guint column, gint64 day, lxw_format *format);
lxw_error salon_xlsx_out_minute (SalonXlsxOut *self, guint column, gint64 minute, lxw_format *format);
gboolean salon_xlsx_out_refuse (SalonXlsxOut *self, lxw_error cause, GError **error);
gboolean salon_xlsx_out_close (SalonXlsxOut *self, GError **error);

G_END_DECLS
