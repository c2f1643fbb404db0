#pragma once
/* Work that an employee had once and has no more, from the journal. */
#include "model/store/tx.h"

G_BEGIN_DECLS

/* A line of a visit as it was before an operation; minutes are absolute wall minutes. */
typedef struct {
  gint64 visit_id;
  gint64 operation_id;
  gint64 service_id;
  gint64 start_min;
  gint64 end_min;
} SalonFormerLine;

GArray *salon_former_store_lines (SalonTx *tx, gint64 employee_id, GError **error);

G_END_DECLS
