#pragma once
/* The ledger as a whole: is it sound, and every posting for a program of accounting. */
#include "model/entities/ledger-entry.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonLedgerLine: one posting with the head of its entry
 * @at: absolute wall minute
 * @note: (nullable):
 */
typedef struct {
  gint64 entry_id;
  gint64 position;
  SalonEntryKind kind;
  SalonDay day;
  gint64 at;
  gint64 user_id;
  gint64 sale_id;
  gint64 shift_id;
  gint64 reverses_id;
  char *note;
  SalonPosting posting;
} SalonLedgerLine;

/* Days of the salon, inclusive. */
typedef struct {
  SalonDay first;
  SalonDay last;
} SalonLedgerSpan;

SalonLedgerSpan *salon_ledger_span_new (SalonDay first, SalonDay last);

GArray *salon_ledger_list (SalonTx *tx, const SalonLedgerSpan *span, GError **error);
GPtrArray *salon_ledger_check (SalonTx *tx, gconstpointer nothing, GError **error);

extern const SalonQuery salon_query_ledger_list;  /* SalonLedgerSpan → GArray of SalonLedgerLine, as they were written */
extern const SalonQuery salon_query_ledger_check; /* nothing → GPtrArray of sentences; empty when it is sound */

G_END_DECLS
