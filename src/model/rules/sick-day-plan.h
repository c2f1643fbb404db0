#pragma once
/* Which of its possible new places each visit of a sick day gets, so that no two are in each other's way. */
#include "model/rules/overlap.h"

G_BEGIN_DECLS

/**
 * SalonSickResource:
 * @capacity: how many clients a room holds; 1 for an employee and for a client
 * @busy: (element-type SalonBusy): time taken already; #SalonBusy.id is the visit
 *
 * Somebody or something that visits need.
 */
typedef struct {
  int capacity;
  GArray *busy;
} SalonSickResource;

/* What a place takes of one resource; the id of @busy is that of the visit. */
typedef struct {
  guint resource;
  SalonBusy busy;
} SalonSickTaking;

/**
 * SalonSickOption:
 * @cost: the lower the better
 * @by_hand: is offered, but not proposed: the client wants her own master
 * @takings: (element-type SalonSickTaking): what it needs
 *
 * A place where a visit could go.
 */
typedef struct {
  gint64 cost;
  gboolean by_hand;
  GArray *takings;
} SalonSickOption;

/**
 * SalonSickVisit:
 * @options: (element-type SalonSickOption): the best first
 * @wanted: index of the option that somebody chose, %SALON_SICK_PROPOSE, or %SALON_SICK_NONE
 */
typedef struct {
  GArray *options;
  int wanted;
} SalonSickVisit;

#define SALON_SICK_PROPOSE (-1) /* the planner may choose */
#define SALON_SICK_NONE    (-2) /* nothing is to be chosen: it stays, or is cancelled */

/**
 * SalonSickPlan:
 * @resources: (element-type SalonSickResource):
 * @visits: (element-type SalonSickVisit):
 */
typedef struct {
  GArray *resources;
  GArray *visits;
  SalonBufferRule buffers;
} SalonSickPlan;

SalonSickPlan *salon_sick_plan_new (SalonBufferRule buffers);
void salon_sick_plan_free (SalonSickPlan *self);
guint salon_sick_plan_add_resource (SalonSickPlan *self, int capacity, const SalonBusy *busy, guint n_busy);
guint salon_sick_plan_add_visit (SalonSickPlan *self);
guint salon_sick_plan_add_option (SalonSickPlan *self, guint visit, gint64 cost, gboolean by_hand);
void salon_sick_plan_take (SalonSickPlan *self, guint visit, guint option, guint resource, const SalonBusy *busy);
void salon_sick_plan_solve (const SalonSickPlan *self, int *chosen);
gboolean salon_sick_plan_fits (const SalonSickPlan *self, const int *chosen, guint visit, guint option);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSickPlan, salon_sick_plan_free)

G_END_DECLS
