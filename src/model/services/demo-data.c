/* Reads the tables of the demo salon from the program's own resources.
 *
 * A table is lines of cells between tabs; the first line names the columns.  What is wrong in them is a
 * mistake in the program and ends it. */
#include "config.h"

#include <gio/gio.h>
#include <stdlib.h>

#include "model/services/demo-data.h"
#include "salon-demo-resources.h"

#define FOLDER "/org/salondesk/demo/"

struct _SalonDemoTable {
  GPtrArray *rows; /* GStrv */
  GArray *sums;    /* guint: weights added up */
  int weight_column;
};

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (salon_demo_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}

static SalonDemoTable *
table_new (int weight_column)
{
  SalonDemoTable *self = g_new0 (SalonDemoTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->sums = g_array_new (FALSE, FALSE, sizeof (guint));
  self->weight_column = weight_column;
  return self;
}

static void
append (SalonDemoTable *self, GStrv cells)
{
  guint before = self->sums->len > 0 ? g_array_index (self->sums, guint, self->sums->len - 1) : 0;
  guint sum = before + (self->weight_column >= 0 ? (guint) atoi (cells[self->weight_column]) : 1);

  g_ptr_array_add (self->rows, cells);
  g_array_append_val (self->sums, sum);
}

/**
 * salon_demo_language:
 * @language: (nullable): "lv"
 *
 * Returns: how many columns behind the English one its texts stand
 */
SalonDemoLanguage
salon_demo_language (const char *language)
{
  if (g_strcmp0 (language, "ru") == 0)
    return SALON_DEMO_RU;
  return g_strcmp0 (language, "lv") == 0 ? SALON_DEMO_LV : SALON_DEMO_EN;
}

/**
 * salon_demo_table_load:
 * @name: file name below data/demo
 * @weight_column: how often a row is picked; -1 = all alike
 *
 * Returns: (transfer full): the table
 */
SalonDemoTable *
salon_demo_table_load (const char *name, int weight_column)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  SalonDemoTable *self = table_new (weight_column);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#')
      append (self, g_strsplit (*line, "\t", -1));
  return self;
}

/**
 * salon_demo_table_select:
 *
 * Returns: (transfer full): the rows with @value in @column
 */
SalonDemoTable *
salon_demo_table_select (const SalonDemoTable *table, int column, const char *value)
{
  SalonDemoTable *self = table_new (table->weight_column);

  for (guint i = 0; i < table->rows->len; i++)
    if (g_str_equal (salon_demo_table_get (table, i, column), value))
      append (self, g_strdupv (table->rows->pdata[i]));
  g_assert (self->rows->len > 0);
  return self;
}

/**
 * salon_demo_table_free: frees a table
 */
void
salon_demo_table_free (SalonDemoTable *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->sums);
  g_free (self);
}

/**
 * salon_demo_table_size:
 *
 * Returns: number of rows
 */
guint
salon_demo_table_size (const SalonDemoTable *self)
{
  return self->rows->len;
}

/**
 * salon_demo_table_get:
 *
 * Returns: (transfer none): a cell
 */
const char *
salon_demo_table_get (const SalonDemoTable *self, guint row, int column)
{
  GStrv cells = self->rows->pdata[row];

  g_assert (column >= 0 && column < (int) g_strv_length (cells));
  return cells[column];
}

/**
 * salon_demo_table_int:
 *
 * Returns: a cell as a number
 */
int
salon_demo_table_int (const SalonDemoTable *self, guint row, int column)
{
  return atoi (salon_demo_table_get (self, row, column));
}

/**
 * salon_demo_table_has:
 *
 * Returns: whether a row has @value in @column
 */
gboolean
salon_demo_table_has (const SalonDemoTable *self, int column, const char *value)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (salon_demo_table_get (self, i, column), value))
      return TRUE;
  return FALSE;
}

/**
 * salon_demo_table_find:
 *
 * Returns: the first row with @value in @column; there must be one
 */
int
salon_demo_table_find (const SalonDemoTable *self, int column, const char *value)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (salon_demo_table_get (self, i, column), value))
      return (int) i;
  g_error ("The demo salon knows no %s", value);
}

/**
 * salon_demo_table_pick:
 *
 * Returns: a row, the heavier the more often
 */
guint
salon_demo_table_pick (const SalonDemoTable *self, SalonDice *dice)
{
  guint wanted = salon_dice_below (dice, g_array_index (self->sums, guint, self->sums->len - 1));
  guint from = 0;
  guint to = self->sums->len - 1;

  while (from < to) {
    guint middle = (from + to) / 2;

    if (g_array_index (self->sums, guint, middle) > wanted)
      to = middle;
    else
      from = middle + 1;
  }
  return from;
}

/**
 * salon_demo_portrait:
 * @number: from one, as in portraits.tsv
 * @small: 192 × 192 instead of 320 × 320
 *
 * Returns: (transfer full): a JPEG
 */
GBytes *
salon_demo_portrait (int number, gboolean small)
{
  g_autofree char *name = g_strdup_printf ("portraits/%02d%s.jpg", number, small ? "-small" : "");

  return load (name);
}
