#pragma once
/* Who comes when: clients with habits, day by day from the first to the last. */
#include "model/services/generate-book.h"
#include "model/services/generate-habits.h"

G_BEGIN_DECLS

#define SALON_DEMAND_MAX_LINES 3

/**
 * SalonComing: a visit as it will be written
 * @created: absolute wall minute
 * @state: #SalonVisitState
 * @source: #SalonVisitSource
 */
typedef struct {
  gint64 client; /* index */
  gint64 created;
  int state;
  int source;
  int n_lines;
  SalonBookPlace lines[SALON_DEMAND_MAX_LINES];
  gboolean any_master;
} SalonComing;

typedef struct _SalonDemand SalonDemand;

SalonDemand *salon_demand_new (const SalonPlan *plan, guint64 seed);
void salon_demand_free (SalonDemand *self);
const GArray *salon_demand_clients (const SalonDemand *self);
void salon_demand_day (SalonDemand *self, SalonDay day, GArray *comings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonDemand, salon_demand_free)

G_END_DECLS
