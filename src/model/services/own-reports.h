#pragma once
/* Reports saved by name. */
#include "model/services/reports.h"

G_BEGIN_DECLS

/**
 * SalonOwnReportDraft:
 * @id: 0 makes a new one
 * @name: (nullable): %NULL leaves it; a new one needs it
 * @spec: (nullable): %NULL leaves it; a new one needs it
 */
typedef struct {
  gint64 id;
  char *name;
  SalonReportSpec *spec;
} SalonOwnReportDraft;

SalonOwnReportDraft *salon_own_report_draft_new (gint64 id, const char *name, SalonReportSpec *spec);
void salon_own_report_draft_free (SalonOwnReportDraft *self);

gboolean salon_own_report_save (SalonTx *tx, const SalonOwnReportDraft *draft, gint64 *id, GError **error);
gboolean salon_own_report_archive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_own_report_save;    /* SalonOwnReportDraft → its id */
extern const SalonCommand salon_command_own_report_archive; /* SalonIdRequest; undone by Undo */

/* Whether it can be run today. */
typedef enum {
  SALON_OWN_REPORT_GOOD,
  SALON_OWN_REPORT_UNKNOWN,    /* the report that it is made from is not known any more */
  SALON_OWN_REPORT_UNREADABLE, /* what it asks is not understood any more */
} SalonOwnReportState;

/**
 * SalonOwnReportInfo:
 * @spec: %NULL if it is unreadable
 * @report: what it is made from; %NULL unless it is good
 * @made_by: (nullable): the user's name
 * @created_at: UTC microseconds
 */
typedef struct {
  gint64 id;
  char *name;
  char *text;
  SalonReportSpec *spec;
  const SalonReport *report;
  SalonOwnReportState state;
  char *made_by;
  gint64 created_at;
} SalonOwnReportInfo;

void salon_own_report_info_free (SalonOwnReportInfo *self);
const char *salon_own_report_trouble (SalonOwnReportState state);
GPtrArray *salon_own_reports_load (SalonTx *tx, gconstpointer nothing, GError **error);

extern const SalonQuery salon_query_own_reports; /* → GPtrArray of SalonOwnReportInfo, in their order */

G_END_DECLS
