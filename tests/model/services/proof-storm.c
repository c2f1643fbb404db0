/* All of it is done as it is done in the salon: by commands, some of them on days that are over now. */
#include "proof-storm.h"

#include "model/entities/absence.h"
#include "model/entities/client.h"
#include "model/entities/holiday.h"
#include "model/entities/weekly-break.h"
#include "model/entities/work-break.h"
#include "model/services/clients.h"
#include "model/services/contacts.h"
#include "model/services/promotions.h"
#include "model/services/shifts.h"
#include "model/services/staff.h"

#define BIRTHS     12
#define SAYINGS    160
#define COMPLAINTS 30
#define SHIFTS     120

static gint64
do_it (ProofSalon *self, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (self->fixture, command, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
save (ProofSalon *self, const SalonCommand *command, gpointer entity)
{
  SalonEntityDraft *draft = salon_entity_draft_new (NULL, entity);

  draft->keep_visits = TRUE;
  do_it (self, command, draft);
  salon_entity_draft_free (draft);
  g_object_unref (entity);
}

/* ---- people */

void
proof_storm_births (ProofSalon *self, GRand *rand)
{
  g_autoptr (GArray) clients = proof_ids (self, "SELECT id FROM client WHERE merged_into_id IS NULL AND archived_at IS NULL");

  for (int i = 0; i < BIRTHS; i++) {
    g_autoptr (SalonClient) orig = salon_fixture_get (self->fixture, salon_client_get_type (), proof_any_of (rand, clients));
    g_autoptr (SalonClient) curr = salon_client_copy (orig);
    g_autoptr (SalonClientDraft) draft = NULL;

    curr->birth_year = i % 3 == 0 ? 0 : 1960 + 4 * i;
    curr->birth_month = i % 4 == 3 ? 3 : 2;
    curr->birth_mday = i % 4 == 3 ? 1 : 29 - i % 4 / 2; /* 29, 29, 28 February, 1 March */
    draft = salon_client_draft_new (orig, curr);
    do_it (self, &salon_command_client_save, draft);
  }
}

void
proof_storm_promotions (ProofSalon *self, GRand *rand)
{
  g_autoptr (GArray) rules = proof_ids (self, "SELECT id FROM price_rule");
  g_autoptr (GArray) clients = proof_ids (self, "SELECT id FROM client WHERE merged_into_id IS NULL AND archived_at IS NULL ORDER BY id LIMIT 40");
  int minute = 12 * 60;

  for (int i = 0; i < SAYINGS; i++) {
    g_autofree SalonPromotionSaying *saying = NULL;

    salon_fixture_set_time (self->fixture, self->today - (SAYINGS - i) * 3, minute);
    saying = salon_promotion_saying_new (proof_any_of (rand, rules), proof_any_of (rand, clients),
                                         (SalonPromotionState) g_rand_int_range (rand, SALON_PROMOTION_OFFERED, SALON_PROMOTION_REFUSED + 1));
    do_it (self, &salon_command_promotion_say, saying);
  }
  salon_fixture_set_time (self->fixture, self->today, SALON_FIXTURE_MINUTE);
}

/* The moments around midnight of the salon, and of UTC. */
void
proof_storm_quality (ProofSalon *self, GRand *rand)
{
  static const int minutes[] = { 0, 1, 2 * 60 + 59, 3 * 60, 12 * 60, 23 * 60 + 59 };
  g_autoptr (GArray) clients = proof_ids (self, "SELECT id FROM client WHERE merged_into_id IS NULL AND archived_at IS NULL");
  g_autoptr (GArray) employees = proof_ids (self, "SELECT id FROM employee");

  for (int i = 0; i < COMPLAINTS; i++) {
    SalonQualityMark *mark = salon_quality_mark_new ();
    gint64 id = 0;

    salon_fixture_set_time (self->fixture, self->today - (COMPLAINTS - i), minutes[i % (int) G_N_ELEMENTS (minutes)]);
    mark->client_id = proof_any_of (rand, clients);
    mark->employee_id = i % 3 == 0 ? 0 : proof_any_of (rand, employees);
    mark->complaint = i % 2;
    mark->mark = mark->complaint != 0 && i % 4 == 1 ? 0 : g_rand_int_range (rand, 1, 6);
    mark->text = g_strdup ("a test");
    mark->at = salon_clock_now_us (self->fixture->clock);
    save (self, &salon_command_quality_save, mark);
    id = proof_number (self, "SELECT max (id) FROM quality_mark");
    if (i % 6 == 1) {
      SalonResolveRequest *resolve = salon_resolve_request_new (id, "a test", FALSE);

      do_it (self, &salon_command_quality_resolve, resolve);
      salon_resolve_request_free (resolve);
    }
  }
  salon_fixture_set_time (self->fixture, self->today, SALON_FIXTURE_MINUTE);
}

/* ---- hours */

/* Both nights on which the clocks change, the days around New Year, and days of every week. */
static SalonDay
any_day (ProofSalon *self, GRand *rand)
{
  const SalonDay nights[] = { proof_day (2024, 10, 26), proof_day (2024, 12, 30), proof_day (2025, 3, 29) };

  if (g_rand_boolean (rand))
    return nights[g_rand_int_range (rand, 0, G_N_ELEMENTS (nights))] + g_rand_int_range (rand, 0, 3);
  return self->today - g_rand_int_range (rand, 0, 230);
}

static void
paint_shifts (ProofSalon *self, GRand *rand, const GArray *employees)
{
  static const SalonHours shapes[][2] = {
    { { 18 * 60, 26 * 60 } },
    { { 6 * 60, 12 * 60 + 25 }, { 20 * 60, 25 * 60 + 30 } },
    { { 0, 24 * 60 } },
    { { 9 * 60 + 7, 13 * 60 + 53 } }, /* no whole hours */
  };
  static const guint parts[] = { 1, 2, 1, 1 };
  g_autoptr (SalonShiftsRequest) request = salon_shifts_request_new ();

  for (int i = 0; i < SHIFTS; i++) {
    int shape = g_rand_int_range (rand, 0, 5);
    gint64 employee = proof_any_of (rand, employees);
    SalonDay day = any_day (self, rand);

    if (shape == 4)
      salon_shifts_request_add (request, employee, day, SALON_SHIFT_OFF, NULL, 0);
    else
      salon_shifts_request_add (request, employee, day, SALON_SHIFT_HOURS, shapes[shape], parts[shape]);
  }
  request->keep_visits = TRUE;
  do_it (self, &salon_command_shifts_set, request);
}

static void
add_breaks (ProofSalon *self, GRand *rand, const GArray *employees)
{
  for (int i = 0; i < 6; i++) {
    SalonWeeklyBreak *weekly = salon_weekly_break_new ();
    SalonWorkBreak *once = salon_work_break_new ();
    SalonAbsence *absence = salon_absence_new ();

    weekly->employee_id = proof_any_of (rand, employees);
    weekly->weekday = i % 2 == 0 ? 0 : g_rand_int_range (rand, 1, 8);
    weekly->from_min = i % 3 == 0 ? 23 * 60 + 50 : 12 * 60 + 10 * i;
    weekly->to_min = weekly->from_min + 25;
    save (self, &salon_command_catalogue_save, weekly);
    once->employee_id = proof_any_of (rand, employees);
    once->day = any_day (self, rand);
    once->from_min = i % 2 == 0 ? 23 * 60 + 30 : 10 * 60 + 5;
    once->to_min = once->from_min + 70;
    save (self, &salon_command_catalogue_save, once);
    absence->employee_id = proof_any_of (rand, employees);
    absence->kind = SALON_ABSENCE_SICK;
    absence->first_day = any_day (self, rand);
    absence->last_day = absence->first_day + i % 3;
    save (self, &salon_command_catalogue_save, absence);
  }
}

/* On Fridays to two in the morning, on Saturdays with a pause; closed on the last day of the year. */
static void
open_the_salon (ProofSalon *self)
{
  static const SalonHoursPart parts[] = { { 1, 540, 1140 }, { 2, 540, 1205 }, { 3, 540, 1200 }, { 5, 1080, 1560 }, { 6, 600, 780 }, { 6, 840, 1440 } };
  GArray *hours = g_array_new (FALSE, FALSE, sizeof (SalonHoursPart));
  SalonHoursDraft *draft = NULL;
  SalonHoliday *holiday = salon_holiday_new ();

  g_array_append_vals (hours, parts, G_N_ELEMENTS (parts));
  draft = salon_hours_draft_new (hours);
  do_it (self, &salon_command_hours_save, draft);
  salon_hours_draft_free (draft);
  g_array_unref (hours);
  holiday->name = g_strdup ("The year is over");
  holiday->first_day = proof_day (2024, 12, 31);
  holiday->last_day = holiday->first_day;
  save (self, &salon_command_catalogue_save, holiday);
}

/* One visit over each of these midnights. */
static void
work_at_night (ProofSalon *self, const GArray *employees)
{
  const SalonDay nights[] = { proof_day (2024, 10, 26), proof_day (2024, 12, 31), proof_day (2025, 3, 29), self->today - 31, self->today - 1 };
  gint64 long_one = salon_fixture_add_service (self->fixture, "All night", 125, 9000);
  gint64 client = salon_fixture_add_client (self->fixture, "Night owl", NULL);
  gint64 room = salon_fixture_add_room (self->fixture, "Bar", 2);

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    salon_fixture_add_visit (self->fixture, client, nights[i], 23 * 60 + 20, SALON_VISIT_DONE, long_one,
                             g_array_index (employees, gint64, i % employees->len), room);
}

void
proof_storm_hours (ProofSalon *self, GRand *rand)
{
  g_autoptr (GArray) employees = proof_ids (self, "SELECT id FROM employee ORDER BY id");

  open_the_salon (self);
  paint_shifts (self, rand, employees);
  add_breaks (self, rand, employees);
  work_at_night (self, employees);
}
