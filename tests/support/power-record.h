#pragma once
/* What power-disk.c records and power-replay.c plays back. */
#include "tests/support/power-disk.h"

G_BEGIN_DECLS

typedef enum {
  STEP_CONTENT,    /* the file has this content for certain (it was there before) */
  STEP_WRITE,
  STEP_TRUNCATE,
  STEP_SYNC,
  STEP_SYNC_LOG,   /* the same, of a write-ahead log */
  STEP_NAME,       /* the file gets a name; another file that had it loses it */
  STEP_UNNAME,
  STEP_MOVE,       /* the file gets a name and loses the other, at once */
  STEP_EXCHANGE,   /* two files change names, at once */
  STEP_SYNC_NAMES, /* the folder is synced */
  STEP_MARK,
} StepKind;

typedef struct {
  StepKind kind;
  guint file; /* a number for each file, whatever it is called */
  gint64 offset; /* of a write; size of a truncation; number of a mark */
  GBytes *data;
  char *name; /* without folder */
  char *old_name;
} Step;

struct _PowerRecord {
  GPtrArray *steps; /* Step */
  guint n_files;
  gsize start; /* the steps before it tell what was there */
};

G_END_DECLS
