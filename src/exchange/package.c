#include "config.h"

#include "exchange/package.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#define MAX_PARTS     10000
#define MAX_PART      (G_GUINT64_CONSTANT (4) << 30)
#define MAX_RATIO     250               /* XML of a table shrinks to a tenth, seldom to a hundredth */
#define MODEST_PART   (G_GUINT64_CONSTANT (64) << 20) /* up to here any ratio is harmless */

struct _SalonPackage {
  SalonInput *input; /* not owned */
  zip_t *zip;
};

struct _SalonPart {
  SalonPackage *package;
  char *name;
  zip_file_t *file;
  guint64 size;
  guint64 packed;
  guint64 n_read;
};

static gboolean
open_zip (SalonPackage *self, GError **error)
{
  GBytes *bytes = salon_input_get_bytes (self->input);
  zip_source_t *source = NULL;
  gsize size = 0;
  const void *data = NULL;

  if (bytes == NULL) {
    self->zip = zip_open (salon_input_get_path (self->input), ZIP_RDONLY, NULL);
  } else {
    data = g_bytes_get_data (bytes, &size);
    source = zip_source_buffer_create (data, size, 0, NULL);
    self->zip = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
    if (self->zip == NULL && source != NULL)
      zip_source_free (source);
  }
  return self->zip != NULL && zip_get_num_entries (self->zip, 0) <= MAX_PARTS ? TRUE
                                                                              : salon_package_fail (self, NULL, error);
}

/**
 * salon_package_open:
 * @input: must live longer
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonPackage *
salon_package_open (SalonInput *input, GError **error)
{
  g_autoptr (SalonPackage) self = g_new0 (SalonPackage, 1);

  self->input = input;
  return open_zip (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_package_free:
 */
void
salon_package_free (SalonPackage *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  g_free (self);
}

/* Some programs write names with other cases or with the slashes of Windows. */
static zip_int64_t
find (SalonPackage *self, const char *part)
{
  zip_int64_t index = zip_name_locate (self->zip, part, ZIP_FL_NOCASE);
  g_autofree char *windows = NULL;

  if (index >= 0)
    return index;
  windows = g_strdelimit (g_strdup (part), "/", '\\');
  return zip_name_locate (self->zip, windows, ZIP_FL_NOCASE);
}

/**
 * salon_package_has:
 * @part: "xl/workbook.xml"
 */
gboolean
salon_package_has (SalonPackage *self, const char *part)
{
  return find (self, part) >= 0;
}

/**
 * salon_package_fail:
 * @part: (nullable): what cannot be understood
 *
 * Returns: %FALSE, with a sentence that says whether the file is damaged or was changed meanwhile
 */
gboolean
salon_package_fail (SalonPackage *self, const char *part, GError **error)
{
  const char *name = salon_input_get_name (self->input);

  if (!salon_input_check_unchanged (self->input, error))
    return FALSE;
  if (part == NULL)
    salon_set_error (error, SALON_ERROR_VALIDATION, _ ("“%s” is damaged: it cannot be unpacked."), name);
  else
    salon_set_error (error, SALON_ERROR_VALIDATION, _ ("“%s” is damaged: its part “%s” cannot be read."), name, part);
  return FALSE;
}

static gboolean
refuse_size (SalonPart *self, GError **error)
{
  salon_set_error (error, SALON_ERROR_VALIDATION,
                   _ ("“%s” would unpack to far more than a table of its size can hold, so it was not read."),
                   salon_input_get_name (self->package->input));
  return FALSE;
}

static gboolean
check_size (SalonPart *self, guint64 size, GError **error)
{
  if (size <= MODEST_PART || (size <= MAX_PART && size / MAX_RATIO <= self->packed))
    return TRUE;
  return refuse_size (self, error);
}

static gboolean
open_part (SalonPart *self, GError **error)
{
  zip_stat_t stat = { 0 };
  zip_int64_t index = find (self->package, self->name);

  if (index < 0 || zip_stat_index (self->package->zip, (zip_uint64_t) index, 0, &stat) != 0)
    return salon_package_fail (self->package, self->name, error);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” is protected by a password. Save it without one and start again."),
                     salon_input_get_name (self->package->input));
    return FALSE;
  }
  self->size = stat.size;
  self->packed = stat.comp_size;
  if (!check_size (self, self->size, error))
    return FALSE;
  self->file = zip_fopen_index (self->package->zip, (zip_uint64_t) index, 0);
  return self->file != NULL || salon_package_fail (self->package, self->name, error);
}

/**
 * salon_part_open:
 * @package: must live longer
 * @name: "xl/workbook.xml"
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonPart *
salon_part_open (SalonPackage *package, const char *name, GError **error)
{
  g_autoptr (SalonPart) self = g_new0 (SalonPart, 1);

  self->package = package;
  self->name = g_strdup (name);
  return open_part (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_part_free:
 */
void
salon_part_free (SalonPart *self)
{
  if (self->file != NULL)
    zip_fclose (self->file);
  g_free (self->name);
  g_free (self);
}

/**
 * salon_part_read:
 *
 * Returns: how many bytes were read, 0 at the end; -1 with a sentence that names the file
 */
gssize
salon_part_read (SalonPart *self, void *buffer, gsize size, GError **error)
{
  zip_int64_t n = zip_fread (self->file, buffer, size);

  if (n < 0) {
    salon_package_fail (self->package, self->name, error);
    return -1;
  }
  /* What the archive says of sizes may be a lie. */
  self->n_read += (guint64) n;
  return check_size (self, self->n_read, error) ? (gssize) n : -1;
}

/**
 * salon_part_get_share:
 *
 * Returns: how much of it is read, 0 to 1
 */
double
salon_part_get_share (SalonPart *self)
{
  return self->size == 0 ? 1 : MIN ((double) self->n_read / (double) self->size, 1);
}

/**
 * salon_part_get_name:
 *
 * Returns: its name in the package
 */
const char *
salon_part_get_name (SalonPart *self)
{
  return self->name;
}

/**
 * salon_part_get_package:
 *
 * Returns: (transfer none): where it belongs
 */
SalonPackage *
salon_part_get_package (SalonPart *self)
{
  return self->package;
}
