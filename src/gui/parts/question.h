#pragma once
/* A question of a widget to the salon, of which only the newest answer counts. */
#include "model/services/session.h"

G_BEGIN_DECLS

/**
 * SalonQuestion: lives in a widget; all zero, nothing was asked yet
 */
typedef struct {
  guint generation;
} SalonQuestion;

/**
 * SalonAnswerFunc:
 * @owner: who has asked
 * @answer: (transfer full) (nullable): %NULL with an error
 */
typedef void (*SalonAnswerFunc) (gpointer owner, gpointer answer, const GError *error);

void salon_question_ask (SalonQuestion *self, gpointer owner, SalonSession *session, const SalonQuery *query, SalonLane lane,
                         gpointer request, SalonAnswerFunc answered);
void salon_question_drop (SalonQuestion *self);

G_END_DECLS
