#pragma once
/* The export of clients, the log of it and of reports that name clients.  Whole exports are run by export-run.h; these are their steps, and the log. */
#include "base/report-table.h"
#include "base/row-writer.h"
#include "model/entities/export-entry.h"
#include "model/entities/report-spec.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonExportOrder: what is to be exported, and what the log shall say of it
 * @ids: (element-type gint64) (nullable): whom, in the order wanted; %NULL = a report
 * @columns: (array zero-terminated=1): keys (export-columns.h); of a report headings
 * @filter: (nullable): how they were found, in the grammar of the program; %NULL = everybody
 * @told: (nullable): the same as a sentence; made of @filter if it is missing
 * @path: (nullable): of the file that is written; %NULL = paper
 * @title: (nullable): of the report, with its period
 * @spec: (nullable): what was asked, in the grammar of reports
 * @n_rows: of the report
 */
typedef struct {
  GArray *ids;
  char **columns;
  SalonExportFormat format;
  gboolean ticked;
  char *filter;
  char *told;
  char *path;
  char *title;
  char *spec;
  gint64 n_rows;
} SalonExportOrder;

SalonExportOrder *salon_export_order_new (GArray *ids, const char *const *columns, SalonExportFormat format, const char *path);
SalonExportOrder *salon_export_order_new_report (const SalonReportTable *table, const SalonReportSpec *spec, SalonExportFormat format,
                                                 const char *path);
void salon_export_order_set_filter (SalonExportOrder *self, const char *filter, const char *told, gboolean ticked);
void salon_export_order_free (SalonExportOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonExportOrder, salon_export_order_free)

/**
 * SalonExportProgress: on the reading thread, after each page
 */
typedef void (*SalonExportProgress) (gint64 done, gint64 total, gpointer data);

/**
 * SalonExportWrite: what the query that writes is given
 * @writer: (transfer full): taken over; freed before the answer
 * @finished: (nullable): set when the file is there, whole, even if the answer is that all was cancelled
 */
typedef struct {
  GArray *ids;
  char **columns;
  SalonRowWriter *writer;
  SalonExportProgress progress;
  gpointer progress_data;
  gboolean *finished;
} SalonExportWrite;

SalonExportWrite *salon_export_write_new (const SalonExportOrder *order, SalonRowWriter *writer);
void salon_export_write_free (SalonExportWrite *self);

gint64 *salon_export_write (SalonTx *tx, const SalonExportWrite *request, GError **error);

extern const SalonQuery salon_query_export_write; /* SalonExportWrite → gint64 *: how many rows were written */

/**
 * SalonExportStep: one step of keeping a file
 * @id: of the export that was begun
 * @part: counted from 0, with its @data
 * @n_rows: of the whole, with @size and @sha256
 */
typedef struct {
  gint64 id;
  gint64 part;
  GBytes *data;
  gint64 n_rows;
  gint64 size;
  char *sha256;
} SalonExportStep;

gboolean salon_export_begin (SalonTx *tx, const SalonExportOrder *order, gint64 *id, GError **error);
gboolean salon_export_keep_part (SalonTx *tx, const SalonExportStep *step, gint64 *id, GError **error);
gboolean salon_export_complete (SalonTx *tx, const SalonExportStep *step, gint64 *id, GError **error);
gboolean salon_export_discard (SalonTx *tx, const SalonIdRequest *request, gint64 *more, GError **error);
gboolean salon_export_remove_file (SalonTx *tx, const SalonIdRequest *request, gint64 *more, GError **error);
gboolean salon_exports_tidy (SalonTx *tx, int keep_days, gint64 *more, GError **error);

/* No operations: the log of exports is their trace, and nothing of it can be undone. */
extern const SalonCommand salon_command_export_begin;       /* SalonExportOrder → id of the export */
extern const SalonCommand salon_command_export_keep_part;   /* SalonExportStep */
extern const SalonCommand salon_command_export_complete;    /* SalonExportStep */
extern const SalonCommand salon_command_export_discard;     /* SalonIdRequest → 1 while there is more to do */
extern const SalonCommand salon_command_export_remove_file; /* SalonIdRequest → 1 while there is more to do */

/**
 * SalonExportShown: an export as the log shows it
 * @user: who
 * @columns: headings, between commas
 * @removed_by: (nullable): who removed the file; %NULL = nobody, or its time was over
 * @is_kept: the file can be had again
 */
typedef struct {
  SalonExportEntry *entry;
  char *user;
  char *columns;
  char *removed_by;
  gboolean is_kept;
} SalonExportShown;

GPtrArray *salon_exports_list (SalonTx *tx, gconstpointer nothing, GError **error);
GPtrArray *salon_exports_list_all (SalonTx *tx, GError **error);

/**
 * SalonExportSinkFunc: takes bytes on the reading thread; a last call with @size 0 says that this was all, and that it was
 *   right
 */
typedef gboolean (*SalonExportSinkFunc) (const char *data, gsize size, gpointer user_data, GError **error);

/**
 * SalonExportFetch: a kept file, part by part
 */
typedef struct {
  gint64 id;
  SalonExportSinkFunc sink;
  gpointer user_data;
} SalonExportFetch;

SalonExportFetch *salon_export_fetch_new (gint64 id, SalonExportSinkFunc sink, gpointer user_data);
SalonExportEntry *salon_export_fetch (SalonTx *tx, const SalonExportFetch *request, GError **error);

extern const SalonQuery salon_query_exports;      /* → GPtrArray of SalonExportShown, newest first: all, or one's own */
extern const SalonQuery salon_query_export_fetch; /* SalonExportFetch → SalonExportEntry */

G_END_DECLS
