/* Pure functions: what is submitted, and what is said of it before and after. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/parts/booking-order.h"
#include "model/services/booking-edit.h"
#include "model/services/requests.h"
#include "model/services/series.h"

/* ---- what is submitted */

/* A visit of one service is moved; of several each may have got another place. */
static SalonMoveRequest *
move_single (const SalonBookingDraft *draft, const SalonFreeSlot *slot, const SalonBookingTerms *terms)
{
  SalonMoveRequest *move = salon_move_request_new (draft->moved_visit, slot->start_min);

  move->employee_id = slot->employee_id;
  move->room_id = slot->room_id;
  move->override_reason = g_strdup (terms->override_reason);
  move->accept_warnings = terms->accept_warnings;
  return move;
}

static SalonVisitEdit *
move_several (const SalonBookingDraft *draft, const SalonFreeSlot *slot, const SalonBookingTerms *terms)
{
  SalonVisitEdit *edit = salon_visit_edit_new (draft->moved_visit);

  for (guint i = 0; i < slot->lines->len; i++) {
    const SalonBookingLine *line = &g_array_index (slot->lines, SalonBookingLine, i);
    SalonEditLine wanted = {
      .line_id = SALON_EDIT_MATCH,
      .service_id = line->service_id,
      .employee_id = line->employee_id,
      .room_id = line->room_id,
      .start_min = line->start_min,
      .price = SALON_EDIT_SAME_PRICE,
      .any_master = line->any_master,
      .master_matters = line->master_matters,
      .addon_of = line->addon_of,
    };

    g_array_append_val (edit->lines, wanted);
  }
  edit->override_reason = g_strdup (terms->override_reason);
  edit->accept_warnings = terms->accept_warnings;
  return edit;
}

static SalonBookingRequest *
book_once (const SalonBookingDraft *draft, const SalonFreeSlot *slot, const SalonBookingTerms *terms)
{
  SalonBookingRequest *request = salon_booking_draft_request (draft, slot);

  request->override_reason = g_strdup (terms->override_reason);
  request->accept_warnings = terms->accept_warnings;
  request->accept_alert = terms->accept_alert;
  return request;
}

static SalonInquiryAnswer *
answer (const SalonBookingDraft *draft, const SalonFreeSlot *slot, const SalonBookingTerms *terms)
{
  SalonInquiryAnswer *request = salon_inquiry_answer_new (draft->inquiry_id);

  request->client_id = draft->client_id;
  request->booking = book_once (draft, slot, terms);
  return request;
}

static SalonSeriesRequest *
book_all (const SalonBookingDraft *draft, const SalonFreeSlot *slot, const SalonBookingTerms *terms)
{
  SalonSeriesRequest *request = salon_series_request_new (0, terms->recurrence);

  request->booking = book_once (draft, slot, terms);
  request->starts = g_array_copy ((GArray *) terms->starts);
  request->accept_warnings = terms->accept_warnings;
  return request;
}

/**
 * salon_booking_order_make:
 * @slot: the time that was chosen
 * @command: (out): what is to be submitted
 *
 * Returns: (transfer full): the request for @command
 */
gpointer
salon_booking_order_make (const SalonBookingDraft *draft, const SalonFreeSlot *slot, const SalonBookingTerms *terms,
                          const SalonCommand **command)
{
  if (draft->moved_visit != 0 && slot->lines->len == 1) {
    *command = &salon_command_move;
    return move_single (draft, slot, terms);
  }
  if (draft->moved_visit != 0) {
    *command = &salon_command_visit_edit;
    return move_several (draft, slot, terms);
  }
  if (terms->recurrence != NULL && terms->starts != NULL && terms->starts->len > 0) {
    *command = &salon_command_series_book;
    return book_all (draft, slot, terms);
  }
  if (draft->inquiry_id != 0) {
    *command = &salon_command_inquiry_accept;
    return answer (draft, slot, terms);
  }
  *command = &salon_command_book;
  return book_once (draft, slot, terms);
}

/* ---- what is said */

/* "10:00", or "10:00–12:15" of several services. */
static char *
time_of (const SalonFreeSlot *slot)
{
  g_autofree char *start = salon_minute_format ((int) (slot->start_min % SALON_MINUTES_A_DAY));
  g_autofree char *end = salon_minute_format ((int) (slot->end_min % SALON_MINUTES_A_DAY));

  return slot->lines->len > 1 ? g_strdup_printf ("%s–%s", start, end) : g_steal_pointer (&start);
}

static char *
day_of (const SalonFreeSlot *slot, SalonDay today)
{
  return salon_day_format_relative ((SalonDay) (slot->start_min / SALON_MINUTES_A_DAY), today);
}

static char *
verb_of_one (const SalonBookingDraft *draft, const SalonFreeSlot *slot, SalonDay today)
{
  g_autofree char *day = day_of (slot, today);
  g_autofree char *time = time_of (slot);

  if (slot->lines->len > 1) /* who does what stands above */
    return g_strdup_printf (draft->moved_visit != 0 ? _("Move to %s %s") : _("Book %s %s"), day, time);
  if (draft->moved_visit != 0)
    /* Translators: the button that gives a visit another time: a day, a time and the employee */
    return g_strdup_printf (_("Move to %s %s, %s"), day, time, slot->employee);
  /* Translators: the button that books: a day, a time and the employee */
  return g_strdup_printf (_("Book %s %s, %s"), day, time, slot->employee);
}

/**
 * salon_booking_order_verb:
 * @slot: (nullable): the time that was chosen
 * @n_more: so many visits follow the first
 *
 * Returns: (transfer full): what the button says that books or moves
 */
char *
salon_booking_order_verb (const SalonBookingDraft *draft, const SalonFreeSlot *slot, guint n_more, SalonDay today)
{
  g_autofree char *one = slot != NULL ? verb_of_one (draft, slot, today) : NULL;

  if (one == NULL)
    return g_strdup (C_ ("verb", "Book"));
  if (n_more == 0)
    return g_steal_pointer (&one);
  /* Translators: %2$s is what the button says that books one visit */
  return g_strdup_printf (ngettext ("%2$s, and %1$u more", "%2$s, and %1$u more", n_more), n_more, one);
}

/**
 * salon_booking_order_done:
 * @slot: (nullable): the time that was booked
 *
 * Returns: (transfer full): what is said afterwards
 */
char *
salon_booking_order_done (const SalonFreeSlot *slot, guint n_more, SalonDay today)
{
  g_autofree char *day = slot != NULL ? day_of (slot, today) : NULL;
  g_autofree char *time = NULL;

  if (slot == NULL)
    return g_strdup (_("Booked."));
  time = salon_minute_format ((int) (slot->start_min % SALON_MINUTES_A_DAY));
  if (n_more > 0)
    /* Translators: a note after booking: a number of visits, then a day, a time and the employee of the first */
    return g_strdup_printf (ngettext ("%1$u visit is booked, from %2$s %3$s, %4$s", "%1$u visits are booked, from %2$s %3$s, %4$s",
                                      n_more + 1),
                            n_more + 1, day, time, slot->employee);
  /* Translators: a note after booking: a day, a time and the employee */
  return g_strdup_printf (_("Booked: %s %s, %s"), day, time, slot->employee);
}
