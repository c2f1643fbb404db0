/* What is asked for, and what is made of it: no display and no salon. */
#include "gui/parts/booking-order.h"
#include "model/services/booking-edit.h"
#include "model/services/series.h"
#include "support/salon-fixture.h"

#define TODAY    SALON_FIXTURE_TODAY
#define AT(h, m) ((gint64) TODAY * 1440 + (h) * 60 + (m))

enum { IRINA = 11, MARIA = 21, JANA, HAIR = 31, MASK, NAILS, ROOM = 41, VISIT = 51 };

static const SalonSlotsItem *
item (const SalonBookingDraft *draft, guint i)
{
  return &g_array_index (draft->items, SalonSlotsItem, i);
}

static void
test_draft (void)
{
  g_autoptr (SalonBookingDraft) empty = salon_booking_draft_new (IRINA);
  const SalonBookingPreset pointed = { MARIA, 0, AT (11, 0), 0 };
  g_autoptr (SalonBookingDraft) preset = salon_booking_draft_preset (empty, &pointed);
  g_autoptr (SalonBookingDraft) hair = salon_booking_draft_add_service (preset, HAIR);
  g_autoptr (SalonBookingDraft) both = salon_booking_draft_add_service (hair, NAILS);
  g_autoptr (SalonBookingDraft) matters = salon_booking_draft_set_matters (both, 0, TRUE);
  g_autoptr (SalonBookingDraft) with_mask = salon_booking_draft_add_addon (matters, 0, MASK);
  g_autoptr (SalonBookingDraft) any = salon_booking_draft_set_employee (with_mask, 0, 0);
  g_autoptr (SalonBookingDraft) without = salon_booking_draft_remove (with_mask, 0);
  g_autoptr (SalonSlotsRequest) slots = salon_booking_draft_slots (with_mask);

  g_assert_cmpint (item (both, 0)->employee_id, ==, MARIA);
  g_assert_cmpint (item (both, 1)->employee_id, ==, 0);
  g_assert_cmpuint (with_mask->items->len, ==, 3);
  g_assert_cmpuint (salon_booking_draft_count (with_mask), ==, 2);
  g_assert_true (item (with_mask, 1)->is_addon);
  g_assert_cmpint (item (with_mask, 1)->employee_id, ==, MARIA);
  g_assert_cmpint (item (with_mask, 2)->service_id, ==, NAILS);
  g_assert_cmpint (item (any, 1)->employee_id, ==, 0);
  g_assert_false (item (any, 0)->master_matters); /* nobody is chosen any more */
  g_assert_cmpuint (without->items->len, ==, 1);
  g_assert_cmpint (item (without, 0)->service_id, ==, NAILS);
  g_assert_cmpint (slots->from_min, ==, AT (11, 0));
  g_assert_cmpuint (slots->items->len, ==, 3);
}

/* ---- lengths */

static void
test_minutes (void)
{
  const SalonBookingPreset drawn = { MARIA, 0, AT (11, 0), 90 };
  g_autoptr (SalonBookingDraft) empty = salon_booking_draft_new (IRINA);
  g_autoptr (SalonBookingDraft) preset = salon_booking_draft_preset (empty, &drawn);
  g_autoptr (SalonBookingDraft) hair = salon_booking_draft_add_service (preset, HAIR);
  g_autoptr (SalonBookingDraft) with_mask = salon_booking_draft_add_addon (hair, 0, MASK);
  g_autoptr (SalonBookingDraft) both = salon_booking_draft_add_service (with_mask, NAILS);
  g_autoptr (SalonBookingDraft) again = salon_booking_draft_preset (both, &(SalonBookingPreset){ JANA, ROOM, AT (12, 0), 45 });
  g_autoptr (SalonBookingDraft) typed = salon_booking_draft_set_minutes (both, 2, 50);
  g_autoptr (SalonBookingDraft) next = salon_booking_draft_next (typed);
  g_autoptr (SalonSlotsRequest) slots = salon_booking_draft_slots (typed);

  g_assert_cmpint (item (hair, 0)->minutes, ==, 90);
  g_assert_cmpint (item (with_mask, 1)->minutes, ==, 0); /* an add-on takes its own time */
  g_assert_cmpint (item (both, 2)->minutes, ==, 0);
  g_assert_cmpint (item (again, 0)->minutes, ==, 90); /* of two none was drawn */
  g_assert_cmpint (item (again, 0)->employee_id, ==, JANA);
  g_assert_cmpint (item (again, 1)->room_id, ==, ROOM);
  g_assert_cmpint (item (both, 2)->minutes, ==, 0); /* drafts stay as they are */
  g_assert_cmpint (item (typed, 2)->minutes, ==, 50);
  g_assert_cmpint (g_array_index (slots->items, SalonSlotsItem, 0).minutes, ==, 90);
  g_assert_cmpint (g_array_index (slots->items, SalonSlotsItem, 2).minutes, ==, 50);
  for (guint i = 0; i < next->items->len; i++)
    g_assert_cmpint (item (next, i)->minutes, ==, 0);
  g_assert_cmpint (next->from_min, ==, 0);
  g_assert_cmpint (next->first_employee, ==, 0);
}

static void
test_wish (void)
{
  g_autoptr (SalonBookingDraft) empty = salon_booking_draft_new (IRINA);
  g_autoptr (SalonBookingDraft) hair = salon_booking_draft_add_service (empty, HAIR);
  g_autoptr (SalonBookingDraft) soonest = salon_booking_draft_set_wish (hair, SALON_SOLVER_SOONEST);
  g_autoptr (SalonBookingDraft) both = salon_booking_draft_add_service (soonest, NAILS);
  g_autoptr (SalonSlotsRequest) one = salon_booking_draft_slots (soonest);
  g_autoptr (SalonSlotsRequest) two = salon_booking_draft_slots (both);

  g_assert_cmpint (one->wish, ==, SALON_SOLVER_CHAIN); /* of one there is no order */
  g_assert_cmpint (two->wish, ==, SALON_SOLVER_SOONEST);
}

/* ---- what is submitted */

static SalonFreeSlot *
slot_of (guint n_lines)
{
  SalonFreeSlot *slot = g_new0 (SalonFreeSlot, 1);
  const SalonBookingLine lines[2] = {
    { .service_id = HAIR, .employee_id = MARIA, .room_id = ROOM, .start_min = AT (13, 0), .master_matters = TRUE, .minutes = 90 },
    { .service_id = NAILS, .employee_id = JANA, .room_id = ROOM, .start_min = AT (14, 30), .any_master = TRUE },
  };

  slot->start_min = AT (13, 0);
  slot->end_min = n_lines == 1 ? AT (14, 30) : AT (15, 15);
  slot->employee_id = MARIA;
  slot->employee = g_strdup ("Maria");
  slot->room_id = ROOM;
  slot->lines = g_array_new (FALSE, FALSE, sizeof (SalonBookingLine));
  g_array_append_vals (slot->lines, lines, n_lines);
  return slot;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonFreeSlot, salon_free_slot_free)

static void
test_once (void)
{
  g_autoptr (SalonBookingDraft) draft = salon_booking_draft_new (IRINA);
  g_autoptr (SalonFreeSlot) slot = slot_of (2);
  const SalonRecurrence weekly = { SALON_RECURRENCE_WEEKS, 1, 0, 3 };
  const SalonBookingTerms terms = { "they agreed", TRUE, FALSE, &weekly, NULL };
  const SalonCommand *command = NULL;
  g_autoptr (SalonBookingRequest) request = salon_booking_order_make (draft, slot, &terms, &command);

  g_assert_true (command == &salon_command_book); /* no further date was chosen */
  g_assert_cmpint (request->client_id, ==, IRINA);
  g_assert_cmpstr (request->override_reason, ==, "they agreed");
  g_assert_true (request->accept_warnings);
  g_assert_false (request->accept_alert);
  g_assert_cmpuint (request->lines->len, ==, 2);
  g_assert_cmpint (g_array_index (request->lines, SalonBookingLine, 0).minutes, ==, 90);
}

static void
test_repeated (void)
{
  g_autoptr (SalonBookingDraft) draft = salon_booking_draft_new (IRINA);
  g_autoptr (SalonFreeSlot) slot = slot_of (1);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 later = AT (13, 0) + 7 * 1440;
  const SalonRecurrence weekly = { SALON_RECURRENCE_WEEKS, 1, 0, 3 };
  const SalonBookingTerms terms = { NULL, TRUE, TRUE, &weekly, starts };
  const SalonCommand *command = NULL;
  g_autoptr (SalonSeriesRequest) request = NULL;

  g_array_append_val (starts, later);
  request = salon_booking_order_make (draft, slot, &terms, &command);
  g_assert_true (command == &salon_command_series_book);
  g_assert_cmpint (request->visit_id, ==, 0);
  g_assert_true (request->booking->accept_alert);
  g_assert_true (request->accept_warnings);
  g_assert_cmpint (request->recurrence.times, ==, 3);
  g_assert_cmpuint (request->starts->len, ==, 1);
  g_assert_cmpint (g_array_index (request->starts, gint64, 0), ==, later);
}

static void
test_move (void)
{
  g_autoptr (SalonBookingDraft) books = salon_booking_draft_new (IRINA);
  g_autoptr (SalonBookingDraft) moves = salon_booking_draft_move (books, VISIT);
  g_autoptr (SalonFreeSlot) one = slot_of (1);
  g_autoptr (SalonFreeSlot) two = slot_of (2);
  const SalonBookingTerms terms = { "they agreed", FALSE, FALSE, NULL, NULL };
  const SalonCommand *command = NULL;
  g_autoptr (SalonMoveRequest) move = salon_booking_order_make (moves, one, &terms, &command);
  g_autoptr (SalonVisitEdit) edit = NULL;
  const SalonEditLine *line = NULL;

  g_assert_true (command == &salon_command_move);
  g_assert_cmpint (move->visit_id, ==, VISIT);
  g_assert_cmpint (move->start_min, ==, AT (13, 0));
  g_assert_cmpstr (move->override_reason, ==, "they agreed");
  edit = salon_booking_order_make (moves, two, &terms, &command);
  g_assert_true (command == &salon_command_visit_edit);
  g_assert_cmpuint (edit->lines->len, ==, 2);
  line = &g_array_index (edit->lines, SalonEditLine, 1);
  g_assert_cmpint (line->line_id, ==, SALON_EDIT_MATCH);
  g_assert_cmpint (line->work1_min, ==, 0); /* as long as it is */
  g_assert_true (line->any_master);
  g_assert_cmpint (line->price, ==, SALON_EDIT_SAME_PRICE);
}

/* ---- what is said */

static void
test_words (void)
{
  g_autoptr (SalonBookingDraft) books = salon_booking_draft_new (IRINA);
  g_autoptr (SalonBookingDraft) moves = salon_booking_draft_move (books, VISIT);
  g_autoptr (SalonFreeSlot) one = slot_of (1);
  g_autoptr (SalonFreeSlot) two = slot_of (2);
  const struct {
    const SalonBookingDraft *draft;
    const SalonFreeSlot *slot;
    guint n_more;
    const char *verb;
  } rows[] = {
    { books, NULL, 0, "Book" },
    { books, one, 0, "Book today 13:00, Maria" },
    { books, two, 0, "Book today 13:00–15:15" },
    { books, one, 4, "Book today 13:00, Maria, and 4 more" },
    { moves, one, 0, "Move to today 13:00, Maria" },
    { moves, two, 0, "Move to today 13:00–15:15" },
  };
  g_autofree char *done = salon_booking_order_done (one, 0, TODAY);
  g_autofree char *all_done = salon_booking_order_done (one, 4, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *verb = salon_booking_order_verb (rows[i].draft, rows[i].slot, rows[i].n_more, TODAY);

    g_assert_cmpstr (verb, ==, rows[i].verb);
  }
  g_assert_cmpstr (done, ==, "Booked: today 13:00, Maria");
  g_assert_cmpstr (all_done, ==, "5 visits are booked, from today 13:00, Maria");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/booking-order/draft", test_draft);
  g_test_add_func ("/booking-order/minutes", test_minutes);
  g_test_add_func ("/booking-order/wish", test_wish);
  g_test_add_func ("/booking-order/once", test_once);
  g_test_add_func ("/booking-order/repeated", test_repeated);
  g_test_add_func ("/booking-order/move", test_move);
  g_test_add_func ("/booking-order/words", test_words);
  return g_test_run ();
}
