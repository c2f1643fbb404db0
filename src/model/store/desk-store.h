#pragma once
/* Visits as the desk shows them: names joined, one query for the visits and one for their lines. */
#include "base/day.h"
#include "model/store/board-store.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonDeskVisitRow:
 * @phone_e164: (nullable): only of a client without a name, as is @phone_typed
 * @first_day: day of the client's first counted visit; %SALON_DAY_NONE = none
 * @thumb: (nullable): JPEG
 *
 * A visit with its client.  Minutes are absolute.
 */
typedef struct {
  gint64 visit_id;
  gint64 client_id;
  gint64 day;
  gint64 start_min;
  gint64 end_min;
  gint64 state;
  char *note;
  char *cancel_reason;
  char *first_name;
  char *surname;
  char *phone_e164;
  char *phone_typed;
  gint64 birth_month;
  gint64 birth_mday;
  gint64 first_day;
  gboolean has_alert;
  GBytes *thumb;
  gint64 series_id; /* 0 = does not repeat */
  gint64 late_min;
  gboolean settled;
} SalonDeskVisitRow;

/* A line of a visit; the room may be missing. */
typedef struct {
  gint64 visit_id;
  gint64 line_id;
  gint64 start_min;
  gint64 end_min;
  gint64 employee_id;
  gint64 room_id;
  gint64 service_id;
  gint64 price;
  char *service;
  char *employee;
  char *room;
} SalonDeskLineRow;

/**
 * SalonDeskScope:
 * @visit_id: this visit alone; 0 = those of @day
 * @employee_id: only visits with a line of hers; 0 = of everybody
 * @to_pay: instead of those of @day what was done up to it and is not checked out
 * @unfinished_from: not 0: as @to_pay, and what was not finished from this day on
 */
typedef struct {
  gint64 visit_id;
  SalonDay day;
  gint64 employee_id;
  gboolean with_cancelled;
  gboolean to_pay;
  SalonDay unfinished_from;
} SalonDeskScope;

void salon_desk_visit_row_free (SalonDeskVisitRow *self);
void salon_desk_line_row_free (SalonDeskLineRow *self);

GPtrArray *salon_desk_store_visits (SalonTx *tx, const SalonDeskScope *scope, GError **error);
GPtrArray *salon_desk_store_visits_between (SalonTx *tx, const SalonBoardScope *scope, GError **error);
GPtrArray *salon_desk_store_lines (SalonTx *tx, const SalonDeskScope *scope, GError **error);
gboolean salon_desk_store_count_open (SalonTx *tx, SalonDay from, SalonDay to, gint64 employee_id, gint64 *count,
                                      GError **error);
GArray *salon_desk_store_birthdays (SalonTx *tx, int month, int mday, GError **error);

G_END_DECLS
