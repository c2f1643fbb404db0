/* Answers may come in another order than the questions, and after whoever asked is closed. */
#include "config.h"

#include "gui/parts/question.h"

typedef struct {
  SalonQuestion *question; /* within @owner */
  GObject *owner;          /* strong */
  const SalonQuery *query;
  SalonAnswerFunc answered;
  guint generation;
} Asked;

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GObject) owner = asked->owner;
  g_autoptr (GError) error = NULL;
  gpointer answer = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (asked->generation == asked->question->generation)
    asked->answered (owner, answer, error);
  else if (answer != NULL)
    asked->query->free_result (answer);
  g_free (asked);
}

/**
 * salon_question_ask:
 * @self: within @owner
 * @owner: (type GObject): kept until the answer is there
 * @request: (transfer full): of @query
 * @answered: called unless something else was asked, or the question was dropped, meanwhile
 */
void
salon_question_ask (SalonQuestion *self, gpointer owner, SalonSession *session, const SalonQuery *query, SalonLane lane,
                    gpointer request, SalonAnswerFunc answered)
{
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked){ self, g_object_ref (owner), query, answered, ++self->generation };
  salon_session_query (session, query, lane, request, NULL, on_answer, asked);
}

/**
 * salon_question_drop: nobody waits for the answer any more; also for whoever is disposed of
 */
void
salon_question_drop (SalonQuestion *self)
{
  self->generation++;
}
