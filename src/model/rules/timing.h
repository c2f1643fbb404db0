#pragma once
/* From the parts of a service to the time that it takes of the employee, the room and the client. */
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/entities/visit-line.h"
#include "model/rules/overlap.h"

G_BEGIN_DECLS

/* Minutes of the shortest work. */
#define SALON_LINE_LEAST_WORK 5

/* A length that is asked for goes by so many minutes. */
#define SALON_LINE_LENGTH_STEP 5

/**
 * SalonLineShape:
 * @work1: minutes of work
 * @gap: minutes in which the client sits and the employee is free
 * @work2: minutes of work after the gap; 0 = none
 * @buffer_before: minutes that the employee and the room need before
 * @buffer_after: minutes that the employee and the room need after
 * @cleanup: minutes that the room needs besides
 */
typedef struct {
  int work1;
  int gap;
  int work2;
  int buffer_before;
  int buffer_after;
  int cleanup;
} SalonLineShape;

/**
 * SalonLineLayout:
 * @work: the employee's time; the buffer before belongs to the first part, the buffer after to the last
 * @n_work: one or two
 * @room: the room's time: from the first minute to the last, the gap included
 * @start: when the client sits down
 * @end: when the client is free again
 */
typedef struct {
  SalonBusy work[2];
  guint n_work;
  SalonBusy room;
  gint64 start;
  gint64 end;
} SalonLineLayout;

void salon_line_shape_of_service (const SalonService *service, SalonLineShape *shape);
void salon_line_shape_of_variant (const SalonService *service, const SalonServiceVariant *variant, SalonLineShape *shape);
int salon_service_minutes (const SalonService *service, const SalonServiceVariant *variant);
void salon_line_shape_of_visit_line (const SalonVisitLine *line, SalonLineShape *shape);
int salon_line_length (const SalonLineShape *shape);
void salon_line_set_work (SalonLineShape *shape, int minutes);
int salon_line_last_work (const SalonLineShape *shape);
gboolean salon_line_fit (SalonLineShape *shape, int minutes, GError **error);
void salon_line_layout (const SalonLineShape *shape, gint64 start, gint64 id, SalonLineLayout *layout);

G_END_DECLS
