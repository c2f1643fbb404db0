#include "config.h"

#include "exchange/xlsx-book.h"
#include "exchange/xlsx-text.h"
#include "exchange/xml-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SHEETS     4096
#define MAX_STYLES     100000
#define MAX_TEXTS      (16 << 20)
#define MAX_TEXT_BYTES (256 << 20) /* that all cells of all sheets share */
#define MAX_TEXT       (1 << 20)   /* one of them; Excel allows 32,767 characters */

struct _SalonXlsxBook {
  SalonInput *input;
  SalonPackage *package;
  GPtrArray *sheets;  /* of SalonXlsxSheet */
  GHashTable *targets; /* id of a relation → part */
  char *texts_part;
  char *styles_part;
  gboolean from_1904;
  GStringChunk *chunk;
  GPtrArray *texts;
  gsize text_bytes;
  GHashTable *codes; /* id of a format → SalonShown */
  GArray *formats;   /* guint, the id of the format of each style */
  /* while a part is read */
  SalonXmlPart *reading;
  GString *text;
  gboolean in_text;
  gboolean in_sound; /* how a text is pronounced: no part of it */
  gboolean in_styles;
};

static void
sheet_free (SalonXlsxSheet *sheet)
{
  g_free (sheet->head.name);
  g_free (sheet->part);
  g_free (sheet);
}

static void
refuse_size (SalonXlsxBook *self)
{
  GError *error = NULL;

  salon_set_error (&error, SALON_ERROR_VALIDATION, _ ("“%s” holds more text than can be read at once."),
                   salon_input_get_name (self->input));
  salon_xml_part_fail (self->reading, error);
}

/* Targets are written from the root ("/xl/…") or from the folder of the workbook. */
static char *
part_of_target (const char *target)
{
  if (*target == '/')
    return g_strdup (target + 1);
  if (g_str_has_prefix (target, "../"))
    return g_strdup (target + 3);
  return g_strconcat ("xl/", g_str_has_prefix (target, "./") ? target + 2 : target, NULL);
}

static void
on_relation (gpointer data, const char *name, const char *const *attributes)
{
  SalonXlsxBook *self = data;
  const char *id = salon_xml_attribute (attributes, "Id");
  const char *type = salon_xml_attribute (attributes, "Type");
  const char *target = salon_xml_attribute (attributes, "Target");

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return;
  if (g_hash_table_size (self->targets) >= MAX_SHEETS) {
    refuse_size (self);
  } else if (g_str_has_suffix (type, "/worksheet")) {
    g_hash_table_replace (self->targets, g_strdup (id), part_of_target (target));
  } else if (g_str_has_suffix (type, "/sharedStrings")) {
    g_free (self->texts_part);
    self->texts_part = part_of_target (target);
  } else if (g_str_has_suffix (type, "/styles")) {
    g_free (self->styles_part);
    self->styles_part = part_of_target (target);
  }
}

static gboolean
is_true (const char *text)
{
  return text != NULL && (strcmp (text, "1") == 0 || strcmp (text, "true") == 0 || strcmp (text, "on") == 0);
}

static void
on_workbook (gpointer data, const char *name, const char *const *attributes)
{
  SalonXlsxBook *self = data;
  const char *title = salon_xml_attribute (attributes, "name");
  const char *id = salon_xml_attribute (attributes, "id");
  const char *state = salon_xml_attribute (attributes, "state");
  const char *part = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;
  SalonXlsxSheet *sheet = NULL;

  if (strcmp (name, "workbookPr") == 0)
    self->from_1904 = is_true (salon_xml_attribute (attributes, "date1904"));
  if (strcmp (name, "sheet") != 0 || title == NULL || part == NULL)
    return;
  if (self->sheets->len >= MAX_SHEETS) {
    refuse_size (self);
    return;
  }
  sheet = g_new0 (SalonXlsxSheet, 1);
  sheet->head.name = g_strdup (title);
  sheet->part = g_strdup (part);
  sheet->head.hidden = state != NULL && strcmp (state, "visible") != 0;
  g_ptr_array_add (self->sheets, sheet);
}

static gboolean
read_workbook (SalonXlsxBook *self, GError **error)
{
  const SalonXmlHandlers relations = { .start = on_relation };
  const SalonXmlHandlers workbook = { .start = on_workbook };

  if (!salon_package_has (self->package, "xl/workbook.xml") && salon_package_has (self->package, "xl/workbook.bin")) {
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” is a binary workbook (XLSB). Save it as XLSX in Excel and start again."),
                     salon_input_get_name (self->input));
    return FALSE;
  }
  if (!salon_xml_read_all (self->package, "xl/_rels/workbook.xml.rels", &relations, self, &self->reading, error)
      || !salon_xml_read_all (self->package, "xl/workbook.xml", &workbook, self, &self->reading, error))
    return FALSE;
  if (self->sheets->len > 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_VALIDATION, _ ("There is no sheet in “%s”."), salon_input_get_name (self->input));
  return FALSE;
}

static void
on_text_start (gpointer data, const char *name, const char *const *attributes)
{
  SalonXlsxBook *self = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (self->text, 0);
  else if (strcmp (name, "rPh") == 0)
    self->in_sound = TRUE;
  else if (strcmp (name, "t") == 0)
    self->in_text = !self->in_sound;
}

static void
on_text_end (gpointer data, const char *name)
{
  SalonXlsxBook *self = data;

  if (strcmp (name, "t") == 0)
    self->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->in_sound = FALSE;
  if (strcmp (name, "si") != 0)
    return;
  salon_xlsx_text_decode (self->text);
  self->text_bytes += self->text->len + 1;
  if (self->texts->len >= MAX_TEXTS || self->text_bytes > MAX_TEXT_BYTES)
    refuse_size (self);
  else
    g_ptr_array_add (self->texts, g_string_chunk_insert_len (self->chunk, self->text->str, (gssize) self->text->len));
}

static void
on_text (gpointer data, const char *text, gsize length)
{
  SalonXlsxBook *self = data;

  if (!self->in_text)
    return;
  g_string_append_len (self->text, text, (gssize) length);
  if (self->text->len > MAX_TEXT)
    refuse_size (self);
}

static guint
number_of (const char *text)
{
  return text != NULL ? (guint) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXUINT) : 0;
}

static void
on_style_start (gpointer data, const char *name, const char *const *attributes)
{
  SalonXlsxBook *self = data;
  guint id = number_of (salon_xml_attribute (attributes, "numFmtId"));
  const char *code = salon_xml_attribute (attributes, "formatCode");

  if (strcmp (name, "cellXfs") == 0)
    self->in_styles = TRUE;
  if (self->formats->len >= MAX_STYLES || g_hash_table_size (self->codes) >= MAX_STYLES)
    refuse_size (self);
  else if (strcmp (name, "numFmt") == 0 && code != NULL)
    g_hash_table_replace (self->codes, GUINT_TO_POINTER (id), GINT_TO_POINTER (salon_shown_of_format (code)));
  else if (strcmp (name, "xf") == 0 && self->in_styles)
    g_array_append_val (self->formats, id);
}

static void
on_style_end (gpointer data, const char *name)
{
  SalonXlsxBook *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->in_styles = FALSE;
}

/**
 * salon_xlsx_book_open:
 * @input: (transfer full)
 *
 * Returns: (transfer full) (nullable): the names of the sheets; %NULL with a sentence that names the file
 */
SalonXlsxBook *
salon_xlsx_book_open (SalonInput *input, GError **error)
{
  g_autoptr (SalonXlsxBook) self = g_new0 (SalonXlsxBook, 1);

  self->input = input;
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->chunk = g_string_chunk_new (65536);
  self->texts = g_ptr_array_new ();
  self->codes = g_hash_table_new (NULL, NULL);
  self->formats = g_array_new (FALSE, FALSE, sizeof (guint));
  self->text = g_string_new (NULL);
  self->package = salon_package_open (input, error);
  if (self->package == NULL || !read_workbook (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * salon_xlsx_book_free:
 */
void
salon_xlsx_book_free (SalonXlsxBook *self)
{
  g_clear_pointer (&self->package, salon_package_free);
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->targets);
  g_free (self->texts_part);
  g_free (self->styles_part);
  g_string_chunk_free (self->chunk);
  g_ptr_array_unref (self->texts);
  g_hash_table_unref (self->codes);
  g_array_unref (self->formats);
  g_string_free (self->text, TRUE);
  salon_input_free (self->input);
  g_free (self);
}

/**
 * salon_xlsx_book_load_contents: reads what cells refer to: texts and styles, if there are any
 */
gboolean
salon_xlsx_book_load_contents (SalonXlsxBook *self, GError **error)
{
  const SalonXmlHandlers texts = { on_text_start, on_text_end, on_text };
  const SalonXmlHandlers styles = { .start = on_style_start, .end = on_style_end };
  const char *texts_part = self->texts_part != NULL ? self->texts_part : "xl/sharedStrings.xml";
  const char *styles_part = self->styles_part != NULL ? self->styles_part : "xl/styles.xml";

  if (salon_package_has (self->package, texts_part)
      && !salon_xml_read_all (self->package, texts_part, &texts, self, &self->reading, error))
    return FALSE;
  return !salon_package_has (self->package, styles_part)
         || salon_xml_read_all (self->package, styles_part, &styles, self, &self->reading, error);
}

/**
 * salon_xlsx_book_find:
 * @name: (nullable): %NULL for the first sheet that is shown
 *
 * Returns: (transfer none) (nullable): %NULL with a sentence if there is none of this name
 */
const SalonXlsxSheet *
salon_xlsx_book_find (SalonXlsxBook *self, const char *name, GError **error)
{
  return salon_sheet_list_find (self->sheets, name, self->input, error);
}

/**
 * salon_xlsx_book_list:
 *
 * Returns: (transfer full): the names of the sheets that are shown
 */
char **
salon_xlsx_book_list (SalonXlsxBook *self)
{
  return salon_sheet_list_names (self->sheets);
}

/**
 * salon_xlsx_book_get_input:
 *
 * Returns: (transfer none): the file
 */
SalonInput *
salon_xlsx_book_get_input (SalonXlsxBook *self)
{
  return self->input;
}

/**
 * salon_xlsx_book_get_package:
 *
 * Returns: (transfer none): the parts of the file
 */
SalonPackage *
salon_xlsx_book_get_package (SalonXlsxBook *self)
{
  return self->package;
}

/**
 * salon_xlsx_book_counts_from_1904:
 */
gboolean
salon_xlsx_book_counts_from_1904 (SalonXlsxBook *self)
{
  return self->from_1904;
}

/**
 * salon_xlsx_book_get_text:
 *
 * Returns: (transfer none) (nullable): a shared text
 */
const char *
salon_xlsx_book_get_text (SalonXlsxBook *self, guint64 index)
{
  return index < self->texts->len ? g_ptr_array_index (self->texts, (guint) index) : NULL;
}

/**
 * salon_xlsx_book_get_shown:
 *
 * Returns: how a cell of this style shows a number
 */
SalonShown
salon_xlsx_book_get_shown (SalonXlsxBook *self, guint64 style)
{
  gpointer shown = NULL;
  guint id = 0;

  if (style >= self->formats->len)
    return SALON_SHOWN_NUMBER;
  id = g_array_index (self->formats, guint, (guint) style);
  if (g_hash_table_lookup_extended (self->codes, GUINT_TO_POINTER (id), NULL, &shown))
    return (SalonShown) GPOINTER_TO_INT (shown);
  return salon_shown_of_builtin (id);
}
