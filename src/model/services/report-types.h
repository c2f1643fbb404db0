#pragma once
/* What a report is asked with: groups, flags, requests. */
#include "base/report-table.h"
#include "model/entities/report-spec.h"

G_BEGIN_DECLS

typedef enum {
  SALON_REPORT_GROUP_CLIENTS,
  SALON_REPORT_GROUP_SALES,
  SALON_REPORT_GROUP_VISITS,
  SALON_REPORT_GROUP_STAFF,
  SALON_REPORT_GROUP_MONEY,
  SALON_REPORT_GROUP_CARDS, /* cards, tickets, certificates, promotions */
  SALON_REPORT_N_GROUPS,
} SalonReportGroup;

typedef enum {
  SALON_REPORT_PLAIN = 0,
  SALON_REPORT_NO_PERIOD = 1 << 0,  /* tells of today alone */
  SALON_REPORT_NO_COMPARE = 1 << 1, /* has nothing to be compared with */
  SALON_REPORT_OF_PEOPLE = 1 << 2,  /* clients stand behind its rows, so that a list of them can be made */
  SALON_REPORT_ONE_DAY = 1 << 3,    /* tells of the last day of the period */
  SALON_REPORT_BALANCE = 1 << 4,    /* its total goes from a start to an end: may be drawn as a waterfall, too */
} SalonReportFlags;

typedef struct _SalonReport SalonReport;

/**
 * SalonReportRequest:
 * @spec: what is asked
 * @progress: (nullable): told now and then on the thread of the report, 0 … 1000
 */
typedef struct {
  SalonReportSpec *spec;
  void (*progress) (gpointer data, int permille);
  gpointer progress_data;
} SalonReportRequest;

/**
 * SalonBehindRequest: who or what stands behind a row
 * @path: (array length=level): of the row
 * @column: key of the column that was chosen, %NULL = any
 * @people: clients, each once; otherwise the single lines where the report has them
 */
typedef struct {
  SalonReportSpec *spec;
  gint64 *path;
  guint level;
  char *column;
  gboolean people;
} SalonBehindRequest;

G_END_DECLS
