#pragma once
/* What the board shows, in few statements whatever the days hold. */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonBoardScope:
 * @from_min: absolute wall minute; visits that end later
 * @to_min: first minute after; visits that begin before
 * @employee_id: only visits with a line of hers; 0 = of everybody
 */
typedef struct {
  gint64 from_min;
  gint64 to_min;
  gint64 employee_id;
  gboolean with_cancelled;
} SalonBoardScope;

/**
 * SalonBoardLineRow: a line of a visit; minutes are absolute wall minutes or lengths
 * @override: a clash of its visit was accepted
 */
typedef struct {
  gint64 visit_id;
  gint64 line_id;
  gint64 service_id;
  gint64 employee_id;
  gint64 room_id;
  gint64 start_min;
  gint64 work1_min;
  gint64 gap_min;
  gint64 work2_min;
  gint64 buffer_before_min;
  gint64 buffer_after_min;
  gint64 price;
  gint64 position;
  gboolean any_master;
  gboolean master_matters;
  gboolean override;
} SalonBoardLineRow;

/* An employee, with thumb only of one who takes bookings. */
typedef struct {
  gint64 id;
  char *name;
  gint64 color;
  gboolean bookable;
  GBytes *thumb;
} SalonBoardEmployeeRow;

typedef struct {
  gint64 employee_id;
  gint64 service_id;
} SalonBoardSkill;

/* What is booked on a day: minutes of work, and how many visits. */
typedef struct {
  SalonDay day;
  gint64 booked;
  gint64 visits;
} SalonBoardDaySum;

GArray *salon_board_store_lines (SalonTx *tx, const SalonBoardScope *scope, GError **error);
GPtrArray *salon_board_store_employees (SalonTx *tx, GError **error);
GArray *salon_board_store_skills (SalonTx *tx, GError **error);
GArray *salon_board_store_sums (SalonTx *tx, SalonDay first_day, SalonDay last_day, gint64 employee_id, GError **error);

G_END_DECLS
