#pragma once
/* The administrator's desktop: what is now and what waits. */
#include "model/services/use-case.h"
#include <glib-object.h>

G_BEGIN_DECLS

/* One visit of a day, as the queue shows it. */
#define SALON_TYPE_DESK_VISIT (salon_desk_visit_get_type ())
G_DECLARE_FINAL_TYPE (SalonDeskVisit, salon_desk_visit, SALON, DESK_VISIT, GObject)

struct _SalonDeskVisit {
  GObject parent;
  gint64 visit_id;
  gint64 client_id;
  char *client;       /* name as shown */
  GBytes *thumb;
  gint64 start_min;   /* absolute wall minutes */
  gint64 end_min;
  gint64 state;       /* SalonVisitState */
  char *services;
  char *employees;
  char *rooms;
  gint64 price;       /* minor units */
  char *note;
  char *cancel_reason;
  GArray *service_ids; /* gint64, of the lines in their order */
  gint64 own_employee_id; /* whose visit it is: all lines are hers; 0 = of several */
  gboolean is_new;    /* her first visit */
  gboolean birthday;  /* today */
  gboolean has_alert;
  gint64 series_id;   /* one of a visit that repeats; 0 = none */
  gint64 late_min;    /* so many minutes later, the client said */
  gboolean settled;   /* has been checked out */
};

typedef struct {
  gint64 day;         /* SalonDay */
  GPtrArray *visits;  /* SalonDeskVisit by start, without cancelled ones unless asked */
  gint64 n_open;      /* earlier visits of the last days that are neither done, cancelled nor missed */
} SalonDeskDay;

typedef struct {
  gint64 day; /* SalonDay; SALON_DAY_NONE = today */
  gboolean with_cancelled;
} SalonDeskRequest;

SalonDeskRequest *salon_desk_request_new (gint64 day, gboolean with_cancelled);
void salon_desk_day_free (SalonDeskDay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonDeskDay, salon_desk_day_free)
SalonDeskDay *salon_desk_day_load (SalonTx *tx, const SalonDeskRequest *request, GError **error);
gboolean salon_desk_visible_employee (SalonTx *tx, gint64 *employee_id, GError **error);
GPtrArray *salon_desk_to_pay (SalonTx *tx, gconstpointer nothing, GError **error);
GPtrArray *salon_desk_unfinished (SalonTx *tx, gconstpointer nothing, GError **error);
GPtrArray *salon_desk_birthdays (SalonTx *tx, const SalonDeskRequest *request, GError **error);

extern const SalonQuery salon_query_desk_day;       /* SalonDeskRequest → SalonDeskDay */
extern const SalonQuery salon_query_desk_birthdays; /* SalonDeskRequest → GPtrArray of SalonClientRow */
extern const SalonQuery salon_query_desk_to_pay;    /* nothing → GPtrArray of SalonDeskVisit */
extern const SalonQuery salon_query_desk_unfinished; /* nothing → GPtrArray of SalonDeskVisit */
extern const SalonQuery salon_query_desk_visit;     /* SalonIdRequest → SalonDeskVisit */

G_END_DECLS
