#pragma once
/* The search box: people and their visits for what was typed. */
#include "model/services/clients.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

typedef struct {
  char *text;
  guint limit; /* clients at most */
} SalonFindRequest;

/* A visit of today or later of one of the people found. */
typedef struct {
  gint64 visit_id;
  gint64 client_id;
  char *client;
  char *services;
  char *employees;
  gint64 start_min; /* absolute wall minute */
  gint64 state;     /* SalonVisitState */
} SalonFoundVisit;

typedef struct {
  GPtrArray *clients; /* SalonClientRow, best first */
  GPtrArray *visits;  /* SalonFoundVisit of the first of them, by start */
} SalonFound;

SalonFindRequest *salon_find_request_new (const char *text, guint limit);
void salon_find_request_free (SalonFindRequest *self);
void salon_found_free (SalonFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonFound, salon_found_free)
SalonFound *salon_find (SalonTx *tx, const SalonFindRequest *request, GError **error);
GArray *salon_find_ids (SalonTx *tx, const SalonFindRequest *request, GError **error);
GArray *salon_find_all (SalonTx *tx, const char *text, GError **error);

extern const SalonQuery salon_query_find; /* SalonFindRequest → SalonFound */

G_END_DECLS
