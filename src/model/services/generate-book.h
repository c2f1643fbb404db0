#pragma once
/* The book of one day: who works, what is taken, where a service still fits. */
#include "model/services/generate-plan.h"

G_BEGIN_DECLS

typedef struct _SalonBook SalonBook;

#define SALON_BOOK_NO_ROOM -1

/* A service at a time and a place; employee, service and room are indices of the plan. */
typedef struct {
  int service;
  int employee;
  int room; /* SALON_BOOK_NO_ROOM = needs none */
  gint64 start; /* absolute wall minute */
} SalonBookPlace;

SalonBook *salon_book_new (const SalonPlan *plan);
void salon_book_free (SalonBook *self);
void salon_book_open (SalonBook *self, SalonDay day);
gboolean salon_book_works (const SalonBook *self, int employee, SalonPlanHours *hours);
const GArray *salon_book_present (const SalonBook *self, int profession);
void salon_book_pause (SalonBook *self, int employee, int from, int to);
gboolean salon_book_fits (const SalonBook *self, SalonBookPlace *place);
gboolean salon_book_search (const SalonBook *self, int wanted, SalonBookPlace *place);
void salon_book_take (SalonBook *self, const SalonBookPlace *place);
int salon_book_length (const SalonPlan *plan, int service);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBook, salon_book_free)

G_END_DECLS
