#pragma once
/* Draws a card.  Units are points, 72 an inch, from the upper left corner of the card. */
#include "card/subject.h"

G_BEGIN_DECLS

#define SALON_CARD_POINTS(um) ((um) * 72.0 / 25400.0)

/**
 * SalonCardProblem:
 * @element: its id; 0 = the side itself
 * @sentence: what is wrong and what to do about it, translated
 */
typedef struct {
  SalonCardSide side;
  guint element;
  char *sentence;
} SalonCardProblem;

void salon_card_problem_free (SalonCardProblem *problem);

void salon_card_draw (const SalonCardDesign *design, SalonCardSide side, const SalonCardSubject *subject, cairo_t *cr);
void salon_card_draw_bleeding (const SalonCardDesign *design, SalonCardSide side, const SalonCardSubject *subject, double bleed,
                               cairo_t *cr);
void salon_card_draw_element (const SalonCardElement *element, const SalonCardSubject *subject, cairo_t *cr);
GPtrArray *salon_card_problems (const SalonCardDesign *design, const SalonCardSubject *subject);

G_END_DECLS
