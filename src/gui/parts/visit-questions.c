/* Each view is made when it is first wanted; while none is asked there is nothing to be seen. */
#include "config.h"

#include "gui/parts/late-view.h"
#include "gui/parts/series-view.h"
#include "gui/parts/visit-questions.h"
#include "gui/widgets/build.h"

struct _SalonVisitQuestions {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonSeriesView *series; /* NULL until a visit is to be repeated */
  SalonLateView *late;     /* NULL until somebody is late */
};

G_DEFINE_FINAL_TYPE (SalonVisitQuestions, salon_visit_questions, GTK_TYPE_WIDGET)

static void
update_visible (SalonVisitQuestions *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          (self->series != NULL && gtk_widget_get_visible (GTK_WIDGET (self->series)))
                              || (self->late != NULL && gtk_widget_get_visible (GTK_WIDGET (self->late))));
}

static GtkWidget *
add (SalonVisitQuestions *self, GtkWidget *view)
{
  gtk_widget_set_parent (view, GTK_WIDGET (self));
  g_signal_connect_object (view, "notify::visible", G_CALLBACK (update_visible), self, G_CONNECT_SWAPPED);
  return view;
}

static void
salon_visit_questions_dispose (GObject *object)
{
  SalonVisitQuestions *self = SALON_VISIT_QUESTIONS (object);

  self->series = NULL;
  self->late = NULL;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_visit_questions_parent_class)->dispose (object);
}

static void
salon_visit_questions_class_init (SalonVisitQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_visit_questions_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_visit_questions_init (SalonVisitQuestions *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_visit_questions_new:
 *
 * Returns: (transfer floating): nothing is asked yet
 */
GtkWidget *
salon_visit_questions_new (SalonSession *session)
{
  SalonVisitQuestions *self = g_object_new (SALON_TYPE_VISIT_QUESTIONS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_visit_questions_ask:
 * @what: "repeat" or "late"
 *
 * Returns: whether it is one of these questions; it is asked then, and no other any more
 */
gboolean
salon_visit_questions_ask (SalonVisitQuestions *self, const char *what, gint64 visit_id)
{
  gboolean repeat = g_str_equal (what, "repeat");

  g_return_val_if_fail (SALON_IS_VISIT_QUESTIONS (self), FALSE);

  if (!repeat && !g_str_equal (what, "late"))
    return FALSE;
  salon_visit_questions_leave (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE); /* what comes up takes the focus */
  if (repeat && self->series == NULL)
    self->series = SALON_SERIES_VIEW (add (self, salon_series_view_new (self->session)));
  if (!repeat && self->late == NULL)
    self->late = SALON_LATE_VIEW (add (self, salon_late_view_new (self->session)));
  if (repeat)
    salon_series_view_set_visit (self->series, visit_id);
  else
    salon_late_view_set_visit (self->late, visit_id);
  return TRUE;
}

/**
 * salon_visit_questions_leave: nothing is asked any more
 */
void
salon_visit_questions_leave (SalonVisitQuestions *self)
{
  g_return_if_fail (SALON_IS_VISIT_QUESTIONS (self));

  if (self->series != NULL)
    salon_series_view_set_visit (self->series, 0);
  if (self->late != NULL)
    salon_late_view_set_visit (self->late, 0);
}
