#pragma once
/* A writer that keeps rows in memory as text, or fails where a test wants it to. */
#include "base/row-writer.h"

typedef enum {
  LIST_WRITER_GOOD,
  LIST_WRITER_FAILS_AT_BEGIN,
  LIST_WRITER_FAILS_AT_ROW, /* the third */
  LIST_WRITER_FAILS_AT_END,
  LIST_WRITER_CANCELS_AT_END, /* the cancellable that is its data "cancellable"; the file is whole */
} ListWriterMode;

#define LIST_TYPE_WRITER (list_writer_get_type ())
G_DECLARE_FINAL_TYPE (ListWriter, list_writer, LIST, WRITER, GObject)

/* @path: (nullable): gets what was written at the end, and only then */
SalonRowWriter *list_writer_new (ListWriterMode mode, const char *path, GPtrArray *rows);
