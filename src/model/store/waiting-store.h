#pragma once
/* The waiting list and the requests from outside, as far as the generic repository cannot ask for them. */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonWaitingBrief: an entry with its client
 * @importance: class of the client, 1 = A … 3 = C; 0 = none; one given by hand wins
 */
typedef struct {
  gint64 id;
  gint64 client_id;
  gint64 importance;
  char *first_name;
  char *surname;
  char *phone_e164; /* of the first phone */
  char *phone_typed;
  GBytes *thumb;
} SalonWaitingBrief;

void salon_waiting_brief_free (SalonWaitingBrief *self);

/**
 * SalonWaitingScope:
 * @client_id: only hers; 0 = of everybody
 * @from_day: only entries that are not over before; %SALON_DAY_NONE = all
 * @all: those that were booked or withdrawn, too
 */
typedef struct {
  gint64 client_id;
  SalonDay from_day;
  gboolean all;
} SalonWaitingScope;

GPtrArray *salon_waiting_store_list (SalonTx *tx, const SalonWaitingScope *scope, GError **error);
gboolean salon_waiting_store_find_request (SalonTx *tx, const char *source, const char *external_id, gint64 *id, GError **error);
GArray *salon_waiting_store_requests (SalonTx *tx, gboolean all, GError **error);

G_END_DECLS
