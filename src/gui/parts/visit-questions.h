#pragma once
/* What is asked about a visit below it: how it repeats, how late the client will be.  One question at a time. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_VISIT_QUESTIONS (salon_visit_questions_get_type ())
G_DECLARE_FINAL_TYPE (SalonVisitQuestions, salon_visit_questions, SALON, VISIT_QUESTIONS, GtkWidget)

GtkWidget *salon_visit_questions_new (SalonSession *session);
gboolean salon_visit_questions_ask (SalonVisitQuestions *self, const char *what, gint64 visit_id);
void salon_visit_questions_leave (SalonVisitQuestions *self);

G_END_DECLS
