#pragma once
/* What lies beside each other in one visit: who may work at the client at the same time, and where she sits. */
#include "model/entities/service.h"
#include "model/rules/slot-check.h"

G_BEGIN_DECLS

/**
 * SalonTogetherLine: a line of a visit, as far as the others of the visit are concerned
 * @room_id: 0 = none
 * @room_kind_id: kind of room that the service wants; 0 = none
 * @along: may be done while another employee does another such service, see salon_service_goes_along()
 */
typedef struct {
  gint64 employee_id;
  gint64 room_id;
  gint64 room_kind_id;
  gint64 start;
  SalonLineShape shape;
  gboolean along;
} SalonTogetherLine;

gboolean salon_service_goes_along (const SalonService *service);
gboolean salon_together_joins (const SalonTogetherLine *lines, guint n_lines, guint line, gint64 room_kind_id);
SalonSlotProblemKind salon_together_problem (const SalonTogetherLine *a, const SalonTogetherLine *b);
gboolean salon_together_clash (const SalonTogetherLine *a, const SalonTogetherLine *b, SalonBufferRule rule);

G_END_DECLS
