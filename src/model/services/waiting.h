#pragma once
/* The waiting list: who waits for a time, who could take one that has become free. */
#include "model/entities/waiting.h"
#include "model/rules/waiting-match.h"
#include "model/services/booking.h"
#include "model/services/slots-query.h"
#include "model/services/use-case.h"
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SalonWaitingDraft:
 * @orig: (nullable): the entry as it was opened; %NULL = a new one
 * @wishes: (element-type SalonServiceWish): in chain, by one employee
 */
typedef struct {
  SalonWaiting *orig;
  SalonWaiting *curr;
  GArray *wishes;
} SalonWaitingDraft;

SalonWaitingDraft *salon_waiting_draft_new (SalonWaiting *orig, SalonWaiting *curr, const GArray *wishes);
void salon_waiting_draft_free (SalonWaitingDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonWaitingDraft, salon_waiting_draft_free)

/**
 * SalonWaitingBooking:
 * @booking: the visit; its client is that of the entry
 */
typedef struct {
  gint64 waiting_id;
  SalonBookingRequest *booking;
} SalonWaitingBooking;

SalonWaitingBooking *salon_waiting_booking_new (gint64 waiting_id, SalonBookingRequest *booking);
void salon_waiting_booking_free (SalonWaitingBooking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonWaitingBooking, salon_waiting_booking_free)

gboolean salon_waiting_save (SalonTx *tx, const SalonWaitingDraft *draft, gint64 *id, GError **error);
gboolean salon_waiting_withdraw (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);
gboolean salon_waiting_book (SalonTx *tx, const SalonWaitingBooking *request, gint64 *visit_id, GError **error);

extern const SalonCommand salon_command_waiting_save;     /* SalonWaitingDraft */
extern const SalonCommand salon_command_waiting_withdraw; /* SalonIdRequest */
extern const SalonCommand salon_command_waiting_book;     /* SalonWaitingBooking */

/* One entry, as a list shows it; immutable after it was answered. */
#define SALON_TYPE_WAITING_ROW (salon_waiting_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonWaitingRow, salon_waiting_row, SALON, WAITING_ROW, GObject)

struct _SalonWaitingRow {
  GObject parent;
  SalonWaiting *waiting;
  char *client;        /* name as shown */
  char *phone;         /* first one, formatted; NULL = none */
  GBytes *thumb;
  gint64 importance;   /* 1 = A … 3 = C; 0 = none */
  GArray *wishes;      /* SalonServiceWish */
  char *services;      /* names */
  char *employee;      /* name; NULL = any */
  int minutes;         /* of all services, by one employee */
  SalonFreeSlot *slot; /* where she fits now; NULL = nowhere, or not asked */
};

typedef enum {
  SALON_WAITING_SHOW_OPEN,    /* who still waits */
  SALON_WAITING_SHOW_FITTING, /* who waits and fits now */
  SALON_WAITING_SHOW_ALL,     /* those booked, withdrawn and over, too */
} SalonWaitingShow;

/**
 * SalonWaitingRequest:
 * @client_id: only hers; 0 = of everybody
 * @waiting_id: only this one; 0 = all
 */
typedef struct {
  SalonWaitingShow show;
  gint64 client_id;
  gint64 waiting_id;
} SalonWaitingRequest;

SalonWaitingRequest *salon_waiting_request_new (SalonWaitingShow show, gint64 client_id);
GPtrArray *salon_waiting_list (SalonTx *tx, const SalonWaitingRequest *request, GError **error);

/**
 * SalonWaitingFreed: what has changed, or holes that are known
 * @visit_ids: (nullable) (element-type gint64): visits; what their last change set free is looked for
 * @absence_ids: (nullable) (element-type gint64): the same of absences
 * @holes: (nullable) (element-type SalonHole)
 */
typedef struct {
  GArray *visit_ids;
  GArray *absence_ids;
  GArray *holes;
} SalonWaitingFreed;

SalonWaitingFreed *salon_waiting_freed_new (const GArray *visit_ids, const GArray *absence_ids);
void salon_waiting_freed_free (SalonWaitingFreed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonWaitingFreed, salon_waiting_freed_free)

GArray *salon_waiting_holes (SalonTx *tx, const SalonWaitingFreed *freed, GError **error);
GPtrArray *salon_waiting_matches (SalonTx *tx, const SalonWaitingFreed *freed, GError **error);

extern const SalonQuery salon_query_waiting_list;    /* SalonWaitingRequest → GPtrArray of SalonWaitingRow, who is asked first first */
extern const SalonQuery salon_query_waiting_matches; /* SalonWaitingFreed → the same, only those who fit into what was set free */

G_END_DECLS
