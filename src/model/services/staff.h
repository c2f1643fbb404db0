#pragma once
/* Employees with what they do and when they work; the hours and holidays of the salon. */
#include "model/entities/employee.h"
#include "model/services/use-case.h"
#include <glib-object.h>

G_BEGIN_DECLS

/* A part of the weekly hours; two parts of one weekday leave a break. */
typedef struct {
  int weekday; /* 1 = Monday */
  int from_min;
  int to_min;
} SalonHoursPart;

/**
 * SalonEmployeeDraft:
 * @orig: (nullable): %NULL makes a new employee
 * @service_ids: (nullable) (element-type gint64): all services she does; %NULL leaves them
 * @hours: (nullable) (element-type SalonHoursPart): her weekly hours; %NULL leaves them
 * @keep_visits: other weekly hours may leave visits outside the working time
 * @thumb: (nullable): with @view, a new photo
 */
typedef struct {
  SalonEmployee *orig;
  SalonEmployee *curr;
  GArray *service_ids;
  GArray *hours;
  gboolean keep_visits;
  GBytes *thumb;
  GBytes *view;
  int width;
  int height;
} SalonEmployeeDraft;

SalonEmployeeDraft *salon_employee_draft_new (SalonEmployee *orig, SalonEmployee *curr);
void salon_employee_draft_free (SalonEmployeeDraft *self);

/* An employee with everything that the Staff page shows. */
#define SALON_TYPE_EMPLOYEE_CARD (salon_employee_card_get_type ())
G_DECLARE_FINAL_TYPE (SalonEmployeeCard, salon_employee_card, SALON, EMPLOYEE_CARD, GObject)

struct _SalonEmployeeCard {
  GObject parent;
  SalonEmployee *employee;
  char *name;
  GBytes *thumb;
  GArray *service_ids;  /* gint64 */
  GArray *hours;        /* SalonHoursPart */
  GPtrArray *absences;  /* SalonAbsence, from today on */
  GPtrArray *weekly_breaks; /* SalonWeeklyBreak */
  GPtrArray *work_breaks;   /* SalonWorkBreak, from today on */
  gint64 visits_30d;    /* done in the last 30 days */
};

gboolean salon_employee_save (SalonTx *tx, const SalonEmployeeDraft *draft, gint64 *id, GError **error);
GPtrArray *salon_staff_load (SalonTx *tx, gconstpointer nothing, GError **error);

extern const SalonCommand salon_command_employee_save; /* SalonEmployeeDraft */
extern const SalonQuery salon_query_staff;             /* nothing → GPtrArray of SalonEmployeeCard, by position */

/* The weekly hours of the salon itself. */
typedef struct {
  GArray *hours; /* SalonHoursPart */
} SalonHoursDraft;

SalonHoursDraft *salon_hours_draft_new (GArray *hours);
void salon_hours_draft_free (SalonHoursDraft *self);
gboolean salon_hours_save (SalonTx *tx, const SalonHoursDraft *draft, gint64 *id, GError **error);
GArray *salon_hours_load (SalonTx *tx, gconstpointer nothing, GError **error);

extern const SalonCommand salon_command_hours_save; /* SalonHoursDraft */
extern const SalonQuery salon_query_hours;          /* nothing → GArray of SalonHoursPart */

G_END_DECLS
