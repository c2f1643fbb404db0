#pragma once
/* What speaks against a placement, in sentences with names and times. */
#include "base/day.h"
#include "model/rules/slot-check.h"

G_BEGIN_DECLS

/**
 * SalonSlotWords:
 * @kind: what it is
 * @employee: (nullable): who is to do it, or who does what is there
 * @room: (nullable): where
 * @service: (nullable): what is to be done
 * @other_service: (nullable): of %SALON_SLOT_OWN_LINES the other
 * @client: (nullable): whose the visit is that is there; %NULL = it may not be told
 * @from: absolute wall minute
 * @to: first minute after
 * @today: a day near it is told by its name
 *
 * What a sentence is made of; each kind wants what its sentence names.
 */
typedef struct {
  SalonSlotProblemKind kind;
  const char *employee;
  const char *room;
  const char *service;
  const char *other_service;
  const char *client;
  gint64 from;
  gint64 to;
  SalonDay today;
} SalonSlotWords;

char *salon_slot_text (const SalonSlotWords *words);
char *salon_slot_text_when (gint64 from_min, gint64 to_min, SalonDay today);

G_END_DECLS
