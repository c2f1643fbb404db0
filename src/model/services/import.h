#pragma once
/* Taking over clients and visits from lists: look at the sheet, try it, do it, take it back.
 *
 * A page does: salon_query_import_preview gives the first rows with a layout that is guessed or remembered; a person
 * changes columns by salon_import_layout_set(); salon_query_import_plan tells what would happen; the import itself is a
 * #SalonImportRun, worked off in chunks. */
#include "base/row-source.h"
#include "base/row-writer.h"
#include "model/rules/import-columns.h"
#include "model/services/job.h"

G_BEGIN_DECLS

/**
 * SalonImportStrategy: what is done with a row about somebody who is there already
 */
typedef enum {
  SALON_IMPORT_SKIP = 1,  /* nothing */
  SALON_IMPORT_FILL,      /* what is empty is filled; phones, tags and categories are added */
  SALON_IMPORT_OVERWRITE, /* what the list says wins; what it leaves empty stays */
  SALON_IMPORT_MAKE_NEW,  /* a new client all the same */
} SalonImportStrategy;

/**
 * SalonImportOutcome: each row of the list ends in exactly one
 */
typedef enum {
  SALON_IMPORT_NEW,
  SALON_IMPORT_UPDATED,
  SALON_IMPORT_DUPLICATE, /* known, and left as it is */
  SALON_IMPORT_REJECTED,
  SALON_IMPORT_EMPTY,
} SalonImportOutcome;

#define SALON_IMPORT_N_OUTCOMES (SALON_IMPORT_EMPTY + 1)

/**
 * SalonImportOpen: opens the list anew, from its first row; called on the thread that reads
 */
typedef SalonRowSource *(*SalonImportOpen) (gpointer data, GError **error);

/**
 * SalonImportRequest:
 * @layout: for the preview only its subject counts; 0 = to be guessed, too
 * @headings: for the preview
 * @origin: the other program; numbers of clients are kept by it. %NULL = the only one
 * @adds_services: services and employees that are not known are made, in the archive
 * @adds_clients: of a list of visits: clients that are not known are made
 * @n_expected: how many rows a trial has counted, for the progress of the import; 0 = nobody knows
 * @cancellable: (nullable): stops reading
 * @progress: how much was read, of 1000; another thread may look at it by g_atomic_int_get()
 */
typedef struct {
  SalonImportLayout *layout;
  SalonImportHeadings headings;
  SalonImportStrategy strategy;
  char *file_name;
  char *origin;
  gboolean adds_services;
  gboolean adds_clients;
  gint64 n_expected;
  SalonImportOpen open;
  gpointer open_data;
  GDestroyNotify free_open_data;
  GCancellable *cancellable;
  int progress;
} SalonImportRequest;

SalonImportRequest *salon_import_request_new (SalonImportSubject subject, const char *file_name, SalonImportOpen open,
                                              gpointer open_data, GDestroyNotify free_open_data);
void salon_import_request_free (SalonImportRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportRequest, salon_import_request_free)

/**
 * SalonImportPreview:
 * @rows: (element-type GArray): the first rows of the sheet as they are, each of #SalonCell
 * @layout: what the columns are, for the request
 * @is_remembered: a person has chosen the columns of such a sheet before
 */
typedef struct {
  GPtrArray *rows;
  SalonImportLayout *layout;
  gboolean is_remembered;
} SalonImportPreview;

SalonImportPreview *salon_import_preview_load (SalonTx *tx, const SalonImportRequest *request, GError **error);
void salon_import_preview_free (SalonImportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportPreview, salon_import_preview_free)

/**
 * SalonImportRow:
 * @line: of the file, from 1
 * @reason: (nullable): why it was rejected or left, or a remark; a translated sentence
 * @name: (nullable): who it is about
 * @client_id: 0 = none yet
 * @cells: (nullable): the row itself, if it was rejected
 */
typedef struct {
  gint64 line;
  SalonImportOutcome outcome;
  char *reason;
  char *name;
  gint64 client_id;
  GArray *cells;
} SalonImportRow;

/**
 * SalonImportReport:
 * @n_rows: rows below the headings; the sum of @counts
 * @rows: (element-type SalonImportRow): all that were rejected, and the first of each other outcome
 * @batch: 0 = only tried
 */
typedef struct {
  gint64 n_rows;
  gint64 counts[SALON_IMPORT_N_OUTCOMES];
  GPtrArray *rows;
  gint64 batch;
} SalonImportReport;

#define SALON_IMPORT_MOST_SAMPLES 200 /* of each outcome but rejected ones */

SalonImportReport *salon_import_report_new (void);
void salon_import_report_free (SalonImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportReport, salon_import_report_free)
gboolean salon_import_report_write_rejected (const SalonImportReport *self, const SalonImportLayout *layout, SalonRowWriter *writer,
                                             GError **error);

SalonImportReport *salon_import_plan (SalonTx *tx, const SalonImportRequest *request, GError **error);

extern const SalonQuery salon_query_import_preview; /* SalonImportRequest → SalonImportPreview; its layout is not looked at */
extern const SalonQuery salon_query_import_plan;    /* SalonImportRequest → SalonImportReport */

/**
 * SalonImportRun: an import on its way; counted references: hold one to read the report when the job has ended
 */
typedef struct _SalonImportRun SalonImportRun;

SalonImportRun *salon_import_run_new (SalonImportRequest *request);
SalonImportRun *salon_import_run_ref (SalonImportRun *self);
void salon_import_run_unref (SalonImportRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportRun, salon_import_run_unref)
gboolean salon_import_run_open (SalonImportRun *self, GError **error);
const SalonImportReport *salon_import_run_report (const SalonImportRun *self);
gboolean salon_import_begin (SalonTx *tx, SalonImportRun *run, GError **error);
gboolean salon_import_chunk (SalonTx *tx, SalonImportRun *run, guint n_rows, gboolean *is_last, GError **error);

/**
 * SalonImportInfo: one import of the list
 */
typedef struct {
  gint64 batch;
  gint64 operation;
  char *file_name;
  SalonImportSubject subject;
  SalonImportStrategy strategy;
  char *user_name;       /* NULL = the program */
  gint64 begun_at;       /* UTC microseconds */
  gint64 ended_at;       /* 0 = broken off, or still at it */
  gint64 counts[SALON_IMPORT_N_OUTCOMES];
  gint64 rolled_back_at; /* 0 = stands */
  gint64 n_kept;         /* clients and visits that were left by the roll back */
  gboolean may_undo;     /* by who asks */
} SalonImportInfo;

void salon_import_info_free (SalonImportInfo *self);
GPtrArray *salon_import_list (SalonTx *tx, gconstpointer nothing, GError **error);
extern const SalonQuery salon_query_import_list; /* nothing → GPtrArray of SalonImportInfo, the newest first */

/**
 * SalonImportKept: something that a roll back left as it is
 */
typedef struct {
  char *name;
  char *reason;
  gint64 client_id; /* 0 = no client */
} SalonImportKept;

/**
 * SalonImportUndo: a roll back on its way; counted references
 */
typedef struct _SalonImportUndo SalonImportUndo;

SalonImportUndo *salon_import_undo_new (gint64 operation);
SalonImportUndo *salon_import_undo_ref (SalonImportUndo *self);
void salon_import_undo_unref (SalonImportUndo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportUndo, salon_import_undo_unref)
const GPtrArray *salon_import_undo_kept (const SalonImportUndo *self); /* SalonImportKept */

gboolean salon_import_undo_begin (SalonTx *tx, gint64 operation, GArray **ids, GError **error);
gboolean salon_import_undo_step (SalonTx *tx, gint64 operation, const GArray *ids, guint from, guint n, GPtrArray *kept,
                                 gint64 *n_kept, GError **error);
gboolean salon_import_undo_end (SalonTx *tx, gint64 operation, gint64 n_kept, GError **error);

/**
 * SalonImportUndoPlan: what a roll back would do now
 * @kept: (element-type SalonImportKept)
 */
typedef struct {
  gint64 n_taken_back;
  GPtrArray *kept;
} SalonImportUndoPlan;

void salon_import_undo_plan_free (SalonImportUndoPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportUndoPlan, salon_import_undo_plan_free)
SalonImportUndoPlan *salon_import_undo_plan (SalonTx *tx, const SalonIdRequest *operation, GError **error);

extern const SalonQuery salon_query_import_undo_plan; /* SalonIdRequest, the operation → SalonImportUndoPlan */

/* The jobs: requests are a SalonImportRun and a SalonImportUndo; neither can go on when the program ended. */
extern const SalonJobKind salon_job_import;
extern const SalonJobKind salon_job_import_undo;

G_END_DECLS
