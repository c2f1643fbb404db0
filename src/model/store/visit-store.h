#pragma once
/* What the generic repository cannot ask of visits: occupancy, counted days, sums, habits. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/occupancy.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/* How often a client had an employee or a service, and when last. */
typedef struct {
  gint64 id;
  gint64 count;
  SalonDay last_day;
} SalonHabit;

gboolean salon_visit_store_clear_occupancy (SalonTx *tx, gint64 visit_id, GError **error);
gboolean salon_visit_store_add_occupancy (SalonTx *tx, const SalonOccupancy *row, GError **error);
GArray *salon_visit_store_occupancy (SalonTx *tx, SalonResourceKind kind, gint64 from_min, gint64 to_min, GError **error);
gboolean salon_visit_store_occupancy_of (SalonTx *tx, SalonResourceKind kind, gint64 resource, gint64 from_min, gint64 to_min,
                                         GArray *rows, GError **error);
GArray *salon_visit_store_occupancy_of_visit (SalonTx *tx, gint64 visit_id, GError **error);
GArray *salon_visit_store_counted_days (SalonTx *tx, gint64 client_id, GError **error);
gboolean salon_visit_store_marks (SalonTx *tx, gint64 client_id, gint64 *masters, gint64 *services, GError **error);
gboolean salon_visit_store_count_state (SalonTx *tx, gint64 client_id, gint64 state, gint64 *count, GError **error);
gboolean salon_visit_store_count_done (SalonTx *tx, gint64 employee_id, SalonDay from, SalonDay to, gint64 *count,
                                       GError **error);
gboolean salon_visit_store_next (SalonTx *tx, gint64 client_id, gint64 from_min, gint64 *visit_id, gint64 *start_min,
                                 GError **error);
gboolean salon_visit_store_last_counted (SalonTx *tx, gint64 client_id, gint64 *visit_id, GError **error);
GArray *salon_visit_store_habits (SalonTx *tx, gint64 client_id, SalonResourceKind kind_or_service, SalonDay from, SalonDay to,
                                  GError **error);
GArray *salon_visit_store_ids (SalonTx *tx, SalonDay from, SalonDay to, GError **error);
GArray *salon_visit_store_client_overlaps (SalonTx *tx, gint64 client_id, gint64 from_min, gint64 to_min, gint64 except_visit,
                                           GError **error);

G_END_DECLS
