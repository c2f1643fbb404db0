#pragma once
/* Inflow and outflow: who became a client, who came back and who was lost, and when.
 *
 * A client is active while new or permanent.  Each event changes that for one client on one day, so that always: active at
 * the end = active at the start + new + returned - lost. */
#include "model/rules/status.h"

G_BEGIN_DECLS

typedef enum {
  SALON_INFLOW_NEW,      /* first visit */
  SALON_INFLOW_RETURNED, /* a visit while lost */
  SALON_INFLOW_LOST,     /* the first day on which she is lost */
} SalonInflowKind;

typedef struct {
  SalonDay day;
  SalonInflowKind kind;
} SalonInflowEvent;

void salon_inflow_events (const SalonDay *days,
                          guint n_days,
                          const SalonStatusParams *params,
                          SalonDay until,
                          GArray *events);
gboolean salon_inflow_is_active (const SalonDay *days, guint n_days, const SalonStatusParams *params, SalonDay day);

G_END_DECLS
