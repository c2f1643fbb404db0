#pragma once
/* What the sheet of an employee's day tells.  Minutes are absolute wall minutes. */
#include "base/day.h"
#include "model/entities/enums.h"
#include <glib.h>

G_BEGIN_DECLS

/* Half-open. */
typedef struct {
  gint64 from;
  gint64 to;
} SalonSheetSpan;

/**
 * SalonSheetLine: one service of hers
 * @room: (nullable):
 */
typedef struct {
  gint64 start;
  gint64 end;
  char *service;
  char *room;
} SalonSheetLine;

/**
 * SalonSheetVisit: what of a visit is hers
 * @phone: (nullable): as people write it; %NULL also where it is not for these eyes
 * @alert: (nullable): of the client
 * @note: (nullable): of the visit
 * @others: (nullable): who else serves the client: "Ieva Liepa, Olga"
 * @lines: (element-type SalonSheetLine): by start
 */
typedef struct {
  gint64 start;
  gint64 end;
  SalonVisitState state;
  gboolean is_new; /* her first visit to the salon */
  char *client;
  char *phone;
  char *alert;
  char *note;
  char *others;
  GPtrArray *lines;
} SalonSheetVisit;

/**
 * SalonDaySheet:
 * @holiday: (nullable): why the salon is closed
 * @is_away: the employee is absent
 * @hours: (element-type SalonSheetSpan): when she works
 * @free: (element-type SalonSheetSpan): windows between the visits
 * @visits: (element-type SalonSheetVisit): by start; cancelled and missed ones are not among them
 * @work_minutes: planned work; time in which a colour takes effect is none
 */
typedef struct {
  gint64 employee_id;
  SalonDay day;
  char *salon;
  char *employee;
  char *holiday;
  gboolean is_away;
  GArray *hours;
  GArray *free;
  GPtrArray *visits;
  gint64 work_minutes;
} SalonDaySheet;

SalonDaySheet *salon_day_sheet_new (SalonDay day, gint64 employee_id, const char *employee);
void salon_day_sheet_free (SalonDaySheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonDaySheet, salon_day_sheet_free)

SalonSheetVisit *salon_day_sheet_add_visit (SalonDaySheet *self, const char *client);
SalonSheetLine *salon_sheet_visit_add_line (SalonSheetVisit *self, gint64 start, gint64 end, const char *service, const char *room);

G_END_DECLS
