#pragma once
/* What reports read: facts of each source in the order of their days, clients, the days of their visits, names. */
#include "model/entities/report-fact.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonReportClientRow: a card that is not merged
 * @added: UTC microseconds at which it was made
 */
typedef struct {
  gint64 id;
  gint64 source_id;
  gint64 referred_by_id;
  int gender;
  int birth_year;
  int birth_month;
  int birth_mday;
  gint64 added;
  gboolean archived;
} SalonReportClientRow;

/**
 * SalonReportPromotionRow: a rule of discounts in a period
 * @said: to so many clients something was said about it: offered, accepted or refused
 * @accepted: so many of them accepted it, and did not say otherwise later in the period
 * @clients: who used it
 * @receipts: on which it was used; those that were taken back are none
 */
typedef struct {
  gint64 rule_id;
  const char *name;
  gint64 said;
  gint64 accepted;
  gint64 clients;
  gint64 receipts;
  gint64 discount; /* minor units */
  gint64 amount;   /* after it */
} SalonReportPromotionRow;

typedef void (*SalonReportTakeMark) (SalonFact *fact, gint64 at, gpointer data);
typedef void (*SalonReportTakePromotion) (const SalonReportPromotionRow *row, gpointer data);
typedef void (*SalonReportTakeFact) (const SalonFact *fact, gpointer data);
typedef void (*SalonReportTakeClient) (const SalonReportClientRow *row, gpointer data);
typedef void (*SalonReportTakePair) (gint64 one, gint64 other, gpointer data);
typedef void (*SalonReportTakeServed) (gint64 client_id, SalonDay day, gint64 employee_id, gpointer data);
typedef void (*SalonReportTakeName) (SalonNames names, gint64 id, const char *name, gint64 group, gint64 other, gpointer data);

gboolean salon_report_store_facts (SalonTx *tx, SalonFactSource source, SalonFactNeeds needs, SalonDay from, SalonDay to,
                                   SalonReportTakeFact take, gpointer data, GError **error);
gboolean salon_report_store_clients (SalonTx *tx, SalonReportTakeClient take, gpointer data, GError **error);
gboolean salon_report_store_merged (SalonTx *tx, SalonReportTakePair take, gpointer data, GError **error);
gboolean salon_report_store_importance (SalonTx *tx, SalonReportTakePair take, gpointer data, GError **error);
gboolean salon_report_store_days (SalonTx *tx, SalonDay until, SalonReportTakePair take, gpointer data, GError **error);
gboolean salon_report_store_first_employees (SalonTx *tx, SalonReportTakeServed take, gpointer data, GError **error);
gboolean salon_report_store_groups (SalonTx *tx, SalonNames names, SalonReportTakePair take, gpointer data, GError **error);
gboolean salon_report_store_last_employee (SalonTx *tx, gint64 client_id, gint64 *employee_id, GError **error);
gboolean salon_report_store_quality (SalonTx *tx, gint64 from_us, gint64 to_us, SalonReportTakeMark take, gpointer data,
                                     GError **error);
gboolean salon_report_store_promotions (SalonTx *tx, SalonDay from, SalonDay to, SalonReportTakePromotion take, gpointer data,
                                        GError **error);
gboolean salon_report_store_names (SalonTx *tx, SalonReportTakeName take, gpointer data, GError **error);

G_END_DECLS
