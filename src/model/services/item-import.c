/* What has the same barcode, or without one the same name, is the same thing and gets what the file says; everything else
 * is new.  The first line names the columns. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/item-category.h"
#include "model/entities/item.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/entities/vat-rate.h"
#include "model/rules/barcode.h"
#include "model/rules/import-cell.h"
#include "model/services/catalogue.h"
#include "model/services/item-import.h"
#include "model/store/repo.h"

#define MOST_ROWS     20000
#define USUAL_MINUTES 60

typedef enum {
  COLUMN_NAME,
  COLUMN_PRICE,
  COLUMN_CATEGORY,
  COLUMN_BARCODE,
  COLUMN_CODE,
  COLUMN_UNIT,
  COLUMN_TAX,
  COLUMN_MINUTES,
  COLUMN_KIND,
  N_COLUMNS,
} Column;

/* Headings in English, Russian and Latvian, as folding leaves them. */
static const char *const headings[N_COLUMNS][12] = {
  { "name", "item", "service", "название", "наименование", "товар", "услуга", "nosaukums", "prece", "pakalpojums", NULL },
  { "price", "цена", "стоимость", "cena", NULL },
  { "category", "group", "категория", "группа", "kategorija", "grupa", NULL },
  { "barcode", "ean", "ean13", "ean-13", "штрихкод", "штрих-код", "svītrkods", "svītru kods", NULL },
  { "code", "sku", "article", "код", "артикул", "kods", "artikuls", NULL },
  { "unit", "единица", "ед.", "mērvienība", "vienība", NULL },
  { "tax", "vat", "tax rate", "ндс", "ставка ндс", "pvn", "pvn likme", NULL },
  { "minutes", "duration", "length", "минут", "минуты", "длительность", "ilgums", "minūtes", NULL },
  { "kind", "type", "вид", "тип", "veids", "tips", NULL },
};

static const char *const service_words[] = { "service", "услуга", "pakalpojums", NULL };

/* ---- reading */

static void
row_free (SalonItemImportRow *row)
{
  g_free (row->name);
  g_free (row->category);
  g_free (row->barcode);
  g_free (row->code);
  g_free (row->unit);
  g_free (row->tax);
  g_free (row);
}

/**
 * salon_item_import_new:
 *
 * Returns: (transfer full): no lines yet; it frees those that are added
 */
SalonItemImport *
salon_item_import_new (void)
{
  SalonItemImport *self = g_new0 (SalonItemImport, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

/**
 * salon_item_import_free: frees what was read
 */
void
salon_item_import_free (SalonItemImport *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  g_autofree char *folded = salon_text_fold (text);

  for (; *words != NULL; words++) {
    g_autofree char *word = salon_text_fold (*words);

    if (g_str_equal (folded, word))
      return TRUE;
  }
  return FALSE;
}

static void
find_columns (const GArray *cells, int columns[N_COLUMNS])
{
  for (int c = 0; c < N_COLUMNS; c++)
    columns[c] = -1;
  for (guint i = 0; i < cells->len; i++) {
    g_autofree char *text = salon_import_cell_text (&g_array_index (cells, SalonCell, i));

    g_strstrip (text);
    for (int c = 0; c < N_COLUMNS; c++)
      if (columns[c] < 0 && is_one_of (text, headings[c])) {
        columns[c] = (int) i;
        break;
      }
  }
}

static const SalonCell *
cell_at (const GArray *cells, const int columns[N_COLUMNS], Column column)
{
  int at = columns[column];

  return at >= 0 && at < (int) cells->len ? &g_array_index (cells, SalonCell, at) : NULL;
}

static char *
text_at (const GArray *cells, const int columns[N_COLUMNS], Column column)
{
  const SalonCell *cell = cell_at (cells, columns, column);
  g_autofree char *text = cell != NULL ? salon_import_cell_text (cell) : NULL;

  if (text == NULL)
    return NULL;
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
read_row (const GArray *cells, const int columns[N_COLUMNS], const SalonCurrency *currency, SalonItemImportRow *row, GError **error)
{
  const SalonCell *price = cell_at (cells, columns, COLUMN_PRICE);
  const SalonCell *minutes = cell_at (cells, columns, COLUMN_MINUTES);
  g_autofree char *kind = text_at (cells, columns, COLUMN_KIND);
  g_autofree char *barcode = text_at (cells, columns, COLUMN_BARCODE);

  row->name = text_at (cells, columns, COLUMN_NAME);
  row->category = text_at (cells, columns, COLUMN_CATEGORY);
  row->barcode = salon_barcode_clean (barcode);
  row->code = text_at (cells, columns, COLUMN_CODE);
  row->unit = text_at (cells, columns, COLUMN_UNIT);
  row->tax = text_at (cells, columns, COLUMN_TAX);
  row->price = -1;
  if (kind != NULL)
    row->is_service = is_one_of (kind, service_words);
  return (price == NULL || salon_import_cell_money (price, currency, &row->price, error))
         && (minutes == NULL || salon_import_cell_is_blank (minutes)
             || salon_import_cell_duration (minutes, &row->minutes, error));
}

static void
prefix_line (GError **error, gint64 line)
{
  /* Translators: before a sentence that says what is wrong in that line of a file */
  g_prefix_error (error, _("Line %d: "), (int) line);
}

static gboolean
read_rows (SalonItemImport *self, SalonRowSource *source, const SalonCurrency *currency, gboolean services, GError **error)
{
  g_autoptr (GArray) cells = salon_cells_new ();
  int columns[N_COLUMNS];
  gboolean end = FALSE;
  gint64 line = 0;

  if (!salon_row_source_next (source, cells, &line, &end, error))
    return FALSE;
  find_columns (cells, columns);
  if (columns[COLUMN_NAME] < 0) {
    salon_set_error (error, SALON_ERROR_VALIDATION, _("No column is called “Name”: the first line has to say what stands where."));
    return FALSE;
  }
  while (!end && self->rows->len < MOST_ROWS) {
    SalonItemImportRow *row = NULL;

    g_array_set_size (cells, 0);
    if (!salon_row_source_next (source, cells, &line, &end, error))
      return FALSE;
    if (end)
      break;
    row = g_new0 (SalonItemImportRow, 1);
    row->line = line;
    row->is_service = services;
    g_ptr_array_add (self->rows, row);
    if (!read_row (cells, columns, currency, row, error)) {
      prefix_line (error, line);
      return FALSE;
    }
    if (row->name == NULL && row->price < 0)
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
  }
  return TRUE;
}

/**
 * salon_item_import_read:
 * @services: whether lines are services where no column says what they are; else goods
 *
 * Blocking: reads the file to its end.
 *
 * Returns: (transfer full) (nullable): what it says
 */
SalonItemImport *
salon_item_import_read (SalonRowSource *source, const SalonCurrency *currency, gboolean services, GError **error)
{
  g_autoptr (SalonItemImport) self = salon_item_import_new ();

  return read_rows (self, source, currency, services, error) ? g_steal_pointer (&self) : NULL;
}

/* ---- writing */

static SalonEntity *
find_named (SalonTx *tx, GType type, const char *name, GError **error)
{
  const SalonField *field = salon_entity_info_find (salon_entity_type_info (type), "name");
  g_autoptr (GPtrArray) all = salon_repo_find (tx, type, "archived", 0, error);
  g_autofree char *wanted = salon_text_fold (name);

  for (guint i = 0; all != NULL && i < all->len; i++) {
    g_autofree char *folded = salon_text_fold (salon_entity_get_text (all->pdata[i], field));

    if (g_str_equal (folded, wanted))
      return g_object_ref (all->pdata[i]);
  }
  return NULL;
}

static SalonEntity *
find_barcode (SalonTx *tx, const char *barcode, GError **error)
{
  g_autoptr (GPtrArray) all = salon_repo_find (tx, salon_item_get_type (), "archived", 0, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_strcmp0 (((SalonItem *) all->pdata[i])->barcode, barcode) == 0)
      return g_object_ref (all->pdata[i]);
  return NULL;
}

static void
put_text (SalonEntity *entity, const char *name, const char *text)
{
  const SalonField *field = salon_entity_info_find (salon_entity_info (entity), name);

  if (field != NULL && text != NULL)
    salon_entity_put_text (entity, field, text);
}

static void
put_int (SalonEntity *entity, const char *name, gint64 value)
{
  salon_entity_put_int (entity, salon_entity_info_find (salon_entity_info (entity), name), value);
}

/* A category that is not there yet is made. */
static gboolean
put_category (SalonTx *tx, SalonEntity *thing, const char *field, GType type, const char *name, GError **error)
{
  g_autoptr (SalonEntity) category = NULL;
  gint64 id = 0;

  if (name == NULL)
    return TRUE;
  category = find_named (tx, type, name, error);
  if (category == NULL) {
    SalonEntityDraft draft = { 0 };

    category = g_object_new (type, NULL);
    put_text (category, "name", name);
    draft.curr = category;
    if (!salon_catalogue_save (tx, &draft, &id, error))
      return FALSE;
  } else {
    id = salon_entity_get_id (category);
  }
  put_int (thing, field, id);
  return TRUE;
}

static gboolean
put_tax (SalonTx *tx, SalonEntity *thing, const char *name, GError **error)
{
  g_autoptr (SalonEntity) rate = NULL;

  if (name == NULL)
    return TRUE;
  rate = find_named (tx, salon_vat_rate_get_type (), name, error);
  if (rate == NULL) {
    salon_set_field_error (error, "vat_rate_id", _("There is no rate of tax called “%s”."), name);
    return FALSE;
  }
  put_int (thing, "vat_rate_id", salon_entity_get_id (rate));
  return TRUE;
}

static gboolean
put_row (SalonTx *tx, const SalonItemImportRow *row, gboolean keep_barcodes, GError **error)
{
  GType type = row->is_service ? salon_service_get_type () : salon_item_get_type ();
  g_autoptr (SalonEntity) orig = !row->is_service && row->barcode != NULL ? find_barcode (tx, row->barcode, error) : NULL;
  g_autoptr (SalonEntity) curr = NULL;
  SalonEntityDraft draft = { .keep_barcode = keep_barcodes };
  gint64 id = 0;

  if (orig == NULL && row->name != NULL && (row->is_service || row->barcode == NULL))
    orig = find_named (tx, type, row->name, error);
  curr = orig != NULL ? salon_entity_copy (orig) : g_object_new (type, NULL);
  put_text (curr, "name", row->name);
  if (row->price >= 0)
    put_int (curr, "price", row->price);
  if (row->is_service && (row->minutes > 0 || orig == NULL))
    put_int (curr, "work1_min", row->minutes > 0 ? row->minutes : USUAL_MINUTES);
  put_text (curr, "barcode", row->barcode);
  put_text (curr, "code", row->code);
  put_text (curr, "unit", row->unit);
  if (!put_category (tx, curr, row->is_service ? "service_category_id" : "item_category_id",
                     row->is_service ? salon_service_category_get_type () : salon_item_category_get_type (), row->category, error)
      || !put_tax (tx, curr, row->tax, error))
    return FALSE;
  draft.orig = orig;
  draft.curr = curr;
  return salon_catalogue_save (tx, &draft, &id, error);
}

/**
 * salon_item_import:
 * @n: (out): how many lines were taken over
 *
 * Returns: %FALSE with the number of the line in the sentence; then nothing at all is taken over
 */
gboolean
salon_item_import (SalonTx *tx, const SalonItemImport *request, gint64 *n, GError **error)
{
  for (guint i = 0; i < request->rows->len; i++) {
    const SalonItemImportRow *row = request->rows->pdata[i];

    if (put_row (tx, row, request->keep_barcodes, error))
      continue;
    prefix_line (error, row->line);
    return FALSE;
  }
  *n = request->rows->len;
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_item_import, "item.import", SALON_N ("Price list taken over"), salon_item_import, SalonItemImport,
                      salon_item_import_free)
