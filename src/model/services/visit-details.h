#pragma once
/* One visit in all its parts: services, how it came to its state, the checklist, other visits of that day. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* A service of the visit; minutes are absolute wall minutes. */
typedef struct {
  gint64 line_id;
  gint64 service_id;
  gint64 employee_id;
  gint64 room_id;
  char *service;
  char *employee;
  char *room; /* NULL = none */
  gint64 start_min;
  gint64 end_min;
  gint64 price; /* minor units */
} SalonVisitPart;

/* When the visit came to a state, and by whom; at in UTC µs, user NULL if nobody is known. */
typedef struct {
  gint64 state; /* SalonVisitState */
  gint64 at;
  char *user;
} SalonVisitPassage;

/**
 * SalonVisitDetails:
 * @parts: (element-type SalonVisitPart): in their order
 * @passages: (element-type SalonVisitPassage): from the booking to now; what was undone is left out
 * @steps: (element-type SalonToldStep): see salon_checklist_of_visit()
 * @others: (element-type SalonDeskVisit): other visits of the client on that day, by start
 */
typedef struct {
  gint64 visit_id;
  gint64 state;
  GPtrArray *parts;
  GPtrArray *passages;
  GPtrArray *steps;
  GPtrArray *others;
} SalonVisitDetails;

void salon_visit_details_free (SalonVisitDetails *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonVisitDetails, salon_visit_details_free)
SalonVisitDetails *salon_visit_details_load (SalonTx *tx, const SalonIdRequest *request, GError **error);

/* What is noted about a visit; NULL or empty for nothing. */
typedef struct {
  gint64 visit_id;
  char *note;
} SalonVisitNoteRequest;

SalonVisitNoteRequest *salon_visit_note_request_new (gint64 visit_id, const char *note);
void salon_visit_note_request_free (SalonVisitNoteRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonVisitNoteRequest, salon_visit_note_request_free)
gboolean salon_visit_note_save (SalonTx *tx, const SalonVisitNoteRequest *request, gint64 *id, GError **error);

extern const SalonQuery salon_query_visit_details; /* SalonIdRequest → SalonVisitDetails */
extern const SalonCommand salon_command_visit_note; /* SalonVisitNoteRequest */

G_END_DECLS
