#pragma once
/* One export in the log: who took what out of the salon, and when.
 *
 * No entity of a field table: what was exported cannot be undone, so it is neither journalled nor edited. */
#include <glib.h>

G_BEGIN_DECLS

/* Numbers of the database: append only. */
typedef enum {
  SALON_EXPORT_XLSX = 1,
  SALON_EXPORT_CSV = 2,
  SALON_EXPORT_VCARD = 3,
  /* Of reports alone. */
  SALON_EXPORT_PDF = 4,
  SALON_EXPORT_JSON = 5,
  SALON_EXPORT_TEXT = 6,
  SALON_EXPORT_PAPER = 7, /* printed: there is no file */
  SALON_EXPORT_PNG = 8,
  SALON_EXPORT_SVG = 9,
} SalonExportFormat;

/* What clients can be exported as. */
#define SALON_EXPORT_FORMAT_FIRST SALON_EXPORT_XLSX
#define SALON_EXPORT_FORMAT_LAST  SALON_EXPORT_VCARD

/* The file is kept in parts of at most so many bytes. */
#define SALON_EXPORT_PART_SIZE (256 * 1024)

/**
 * SalonExportEntry:
 * @at: when it began, UTC microseconds
 * @user_id: 0 = the command line
 * @ticked: only those that were ticked, of those found
 * @filter: (nullable): in the grammar of the program; %NULL = everybody
 * @told: (nullable): the same as a sentence, in the language of whoever exported
 * @title: (nullable): of a report: its title and period, in that language; %NULL = clients were exported
 * @spec: (nullable): of a report: what was asked, in the grammar of reports
 * @columns: of clients their keys, between commas; of a report their headings
 * @n_rows: until it is complete: how many were asked for
 * @file_name: without folders; "" = printed
 * @size: of the file, bytes
 * @sha256: (nullable): of the file, hexadecimal
 * @complete: the file was written and kept
 * @removed_at: since then the file is not kept any more; 0 = it is
 * @removed_by_id: the user who removed it; 0 = its time was over
 */
typedef struct {
  gint64 id;
  gint64 at;
  gint64 user_id;
  SalonExportFormat format;
  gboolean ticked;
  char *filter;
  char *told;
  char *title;
  char *spec;
  char *columns;
  gint64 n_rows;
  char *file_name;
  gint64 size;
  char *sha256;
  gboolean complete;
  gint64 removed_at;
  gint64 removed_by_id;
} SalonExportEntry;

SalonExportEntry *salon_export_entry_copy (const SalonExportEntry *self);
void salon_export_entry_free (SalonExportEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonExportEntry, salon_export_entry_free)

gboolean salon_export_entry_is_kept (const SalonExportEntry *self);
const char *salon_export_format_word (SalonExportFormat format);
gboolean salon_export_format_by_word (const char *word, SalonExportFormat *format);

G_END_DECLS
