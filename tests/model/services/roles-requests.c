/* All of it is the work of the desk. */
#include "roles-requests.h"

#include "model/services/late.h"
#include "model/services/requests.h"
#include "model/services/series.h"
#include "model/services/waiting.h"

static const SalonRecurrence weekly = { SALON_RECURRENCE_WEEKS, 1, 0, 3 };

/* What has to be there before is done by the owner. */
static gint64
as_owner (SmallSalon *s, const SalonCommand *command, gpointer request)
{
  SalonActor actor = *salon_session_actor (s->salon->session);
  SalonDone done = { 0 };

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_true (salon_fixture_submit (s->salon, command, request, &done, NULL));
  salon_session_set_actor (s->salon->session, &actor);
  command->free_request (request);
  return done.id;
}

static gint64
a_visit (SmallSalon *s)
{
  return salon_fixture_add_visit (s->salon, s->irina, TODAY, 11 * 60, SALON_VISIT_BOOKED, s->manicure, s->maria, s->room1);
}

static gint64
a_series (SmallSalon *s)
{
  return as_owner (s, &salon_command_series_book, salon_series_request_new (a_visit (s), &weekly));
}

gpointer
roles_series_book (SmallSalon *s)
{
  return salon_series_request_new (a_visit (s), &weekly);
}

gpointer
roles_series_plan (SmallSalon *s)
{
  return roles_series_book (s);
}

gpointer
roles_series_visits (SmallSalon *s)
{
  return salon_id_request_new (a_series (s));
}

gpointer
roles_series_cancel (SmallSalon *s)
{
  return salon_state_request_new (a_series (s), SALON_VISIT_CANCELLED, NULL);
}

/* The owner has moved the first. */
gpointer
roles_series_follow (SmallSalon *s)
{
  gint64 first = a_series (s);
  g_autoptr (SalonVisit) visit = small_salon_visit (s, first);
  g_autoptr (GPtrArray) visits = salon_fixture_find (s->salon, salon_visit_get_type (), "series_id", visit->series_id);
  GArray *later = g_array_new (FALSE, FALSE, sizeof (gint64));

  as_owner (s, &salon_command_move, salon_move_request_new (first, AT (13, 0)));
  for (guint i = 0; i < visits->len; i++) {
    gint64 id = salon_entity_get_id (visits->pdata[i]);

    if (id != first)
      g_array_append_val (later, id);
  }
  return salon_series_follow_request_new (first, later);
}

static gpointer
a_wish (SmallSalon *s)
{
  SalonWaiting *waiting = salon_waiting_new ();
  SalonWaitingDraft *draft = NULL;

  waiting->client_id = s->irina;
  waiting->from_day = TODAY;
  waiting->to_day = TODAY + 1;
  waiting->to_min = 1440;
  waiting->weekdays = SALON_WAITING_ALL_WEEKDAYS;
  draft = salon_waiting_draft_new (NULL, waiting, NULL);
  g_array_append_val (draft->wishes, ((SalonServiceWish){ s->manicure, 0 }));
  return draft;
}

gpointer
roles_waiting_save (SmallSalon *s)
{
  return a_wish (s);
}

gpointer
roles_waiting_withdraw (SmallSalon *s)
{
  return salon_id_request_new (as_owner (s, &salon_command_waiting_save, a_wish (s)));
}

gpointer
roles_waiting_book (SmallSalon *s)
{
  return salon_waiting_booking_new (as_owner (s, &salon_command_waiting_save, a_wish (s)),
                                    small_salon_request (s, 0, s->manicure, s->maria, s->room1, AT (15, 0)));
}

gpointer
roles_waiting_list (SmallSalon *s)
{
  return salon_waiting_request_new (SALON_WAITING_SHOW_ALL, 0);
}

gpointer
roles_waiting_matches (SmallSalon *s)
{
  return salon_waiting_freed_new (NULL, NULL);
}

static gpointer
a_request (void)
{
  SalonInquiry *inquiry = salon_inquiry_new ();

  inquiry->source = g_strdup ("bot");
  inquiry->external_id = g_strdup ("1");
  inquiry->name = g_strdup ("Zaiga");
  return salon_inquiry_batch_new_one (inquiry);
}

gpointer
roles_request_take (SmallSalon *s)
{
  return a_request ();
}

gpointer
roles_request_accept (SmallSalon *s)
{
  SalonInquiryAnswer *answer = salon_inquiry_answer_new (as_owner (s, &salon_command_inquiry_take, a_request ()));

  answer->booking = small_salon_request (s, 0, s->manicure, s->maria, s->room1, AT (15, 0));
  return answer;
}

gpointer
roles_request_decline (SmallSalon *s)
{
  SalonInquiryAnswer *answer = salon_inquiry_answer_new (as_owner (s, &salon_command_inquiry_take, a_request ()));

  answer->reason = g_strdup ("full");
  return answer;
}

gpointer
roles_request_list (SmallSalon *s)
{
  return g_new0 (SalonInquiryListRequest, 1);
}

gpointer
roles_late (SmallSalon *s)
{
  return salon_late_request_new (a_visit (s), 15, FALSE);
}
