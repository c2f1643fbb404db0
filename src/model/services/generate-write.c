/* From the simulation to rows.  Visits are written with the time that they take; that nothing overlaps is
 * proved by the triggers of the table of occupancy, or, in a draft, at the end; so are the figures of clients
 * derived. */
#include "config.h"

#include "model/entities/client-category.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/custom-value.h"
#include "model/entities/enums.h"
#include "model/entities/occupancy.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/generate-history.h"
#include "model/services/generate-master.h"
#include "model/services/generate-write.h"
#include "model/store/repo.h"
#include "model/store/visit-store.h"

#define DEARER_A_YEAR 35 /* prices rise by so many thousandths */
#define N_BIRTHDAYS   2

struct _SalonGenerateWriter {
  const SalonPlan *plan;
  SalonCardMaker *cards;
  SalonGenerateHistory *history;
  SalonDice dice;
  GArray *midnights; /* gint64: UTC microseconds at which each day begins */
  SalonVisit *visit; /* used again for each visit */
  SalonVisitLine *line;
};

/**
 * salon_generate_writer_new:
 * @plan: borrowed; outlives the writer
 * @clock: for the zone of wall times
 */
SalonGenerateWriter *
salon_generate_writer_new (const SalonPlan *plan, SalonClock *clock, guint64 seed)
{
  SalonGenerateWriter *self = g_new0 (SalonGenerateWriter, 1);

  self->plan = plan;
  self->cards = salon_card_maker_new (plan, seed);
  self->dice.state = seed ^ G_GUINT64_CONSTANT (0x3717e);
  self->midnights = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->visit = salon_visit_new ();
  self->line = salon_visit_line_new ();
  for (SalonDay day = plan->first_day; day <= plan->last_day; day++) {
    gint64 utc = 0;
    int valid = 0;

    salon_clock_wall_to_utc (clock, day, 0, &utc, &valid);
    g_array_append_val (self->midnights, utc);
  }
  self->history = salon_generate_history_new (self->cards, plan->today, salon_clock_now_us (clock), seed);
  return self;
}

/**
 * salon_generate_writer_free: frees a writer
 */
void
salon_generate_writer_free (SalonGenerateWriter *self)
{
  salon_generate_history_free (self->history);
  salon_card_maker_free (self->cards);
  g_array_unref (self->midnights);
  g_object_unref (self->visit);
  g_object_unref (self->line);
  g_free (self);
}

/* The night in which clocks change may be an hour off, which nobody sees in a past that never was. */
static gint64
instant_of (const SalonGenerateWriter *self, gint64 wall)
{
  SalonDay day = (SalonDay) (wall / SALON_MINUTES_A_DAY);

  return g_array_index (self->midnights, gint64, day - self->plan->first_day)
         + wall % SALON_MINUTES_A_DAY * 60 * G_USEC_PER_SEC;
}

static gint64
some_administrator (SalonGenerateWriter *self)
{
  return SALON_GENERATE_FIRST_ADMINISTRATOR + salon_dice_below (&self->dice, SALON_GENERATE_N_ADMINISTRATORS);
}

/* ---- clients */

static gboolean
load_all (SalonTx *tx, GPtrArray *entities, GError **error)
{
  for (guint i = 0; i < entities->len; i++)
    if (!salon_repo_load (tx, entities->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_groups (SalonTx *tx, const SalonCard *card, GError **error)
{
  gint64 id = salon_entity_get_id (card->client);

  for (guint i = 0; i < card->tags->len; i++) {
    g_autoptr (SalonClientTag) tag = salon_client_tag_new ();

    tag->client_id = id;
    tag->tag_id = g_array_index (card->tags, gint64, i);
    if (!salon_repo_load (tx, tag, error))
      return FALSE;
  }
  if (card->category != 0) {
    g_autoptr (SalonClientCategory) category = salon_client_category_new ();

    category->client_id = id;
    category->category_id = card->category;
    return salon_repo_load (tx, category, error);
  }
  return TRUE;
}

/**
 * salon_generate_write_client:
 * @clients: (element-type SalonHabits): everybody up to @index
 */
gboolean
salon_generate_write_client (SalonGenerateWriter *self, SalonTx *tx, const GArray *clients, guint index, GError **error)
{
  const SalonHabits *habits = &g_array_index (clients, SalonHabits, index);
  SalonCard card;
  gboolean ok = FALSE;

  salon_card_maker_make (self->cards, clients, index, &card);
  card.client->created_at = instant_of (self, (gint64) habits->created * SALON_MINUTES_A_DAY
                                                  + salon_dice_between (&self->dice, 8 * 60 + 30, 9 * 60));
  card.client->created_by_id = some_administrator (self);
  ok = salon_repo_load (tx, card.client, error) && load_all (tx, card.phones, error) && write_groups (tx, &card, error)
       && load_all (tx, card.custom, error)
       && salon_generate_history_client (self->history, tx, salon_entity_get_id (card.client), habits->created, error);
  salon_card_clear (&card);
  return ok;
}

/* ---- visits */

static gint64
price_on (const SalonPlan *plan, const SalonPlanService *service, SalonDay day)
{
  int years = MAX (0, (plan->today - day) / 365);
  gint64 price = service->price * MAX (500, 1000 - DEARER_A_YEAR * years) / 1000;

  return MAX (500, price / 100 * 100);
}

static gboolean
occupy (SalonTx *tx, SalonResourceKind kind, gint64 resource, const SalonBusy *busy, gint64 visit, gint64 line, GError **error)
{
  SalonOccupancy row = {
    .kind = kind,
    .resource_id = resource,
    .from_min = busy->from,
    .to_min = busy->to,
    .before_min = busy->before,
    .after_min = busy->after,
    .visit_id = visit,
    .line_id = line,
  };

  return salon_visit_store_add_occupancy (tx, &row, error);
}

static gboolean
take_time (SalonGenerateWriter *self, SalonTx *tx, const SalonBookPlace *place, GError **error)
{
  SalonLineShape shape = g_array_index (self->plan->services, SalonPlanService, place->service).shape;
  gint64 visit = salon_entity_get_id (self->visit);
  gint64 line = salon_entity_get_id (self->line);
  SalonLineLayout layout;

  shape.cleanup = g_array_index (self->plan->rooms, SalonPlanRoom, place->room).cleanup;
  salon_line_layout (&shape, place->start, visit, &layout);
  for (guint i = 0; i < layout.n_work; i++)
    if (!occupy (tx, SALON_RESOURCE_EMPLOYEE, place->employee + 1, &layout.work[i], visit, line, error))
      return FALSE;
  return occupy (tx, SALON_RESOURCE_ROOM, place->room + 1, &layout.room, visit, line, error);
}

static gboolean
write_line (SalonGenerateWriter *self, SalonTx *tx, const SalonComing *coming, int position, GError **error)
{
  const SalonBookPlace *place = &coming->lines[position];
  const SalonPlanService *service = &g_array_index (self->plan->services, SalonPlanService, place->service);
  SalonVisitLine *line = self->line;

  salon_entity_set_id (line, 0);
  line->visit_id = salon_entity_get_id (self->visit);
  line->position = position;
  line->service_id = place->service + 1;
  line->employee_id = place->employee + 1;
  line->room_id = place->room + 1;
  line->start_min = place->start;
  line->work1_min = service->shape.work1;
  line->gap_min = service->shape.gap;
  line->work2_min = service->shape.work2;
  line->buffer_before_min = service->shape.buffer_before;
  line->buffer_after_min = service->shape.buffer_after;
  line->price = price_on (self->plan, service, (SalonDay) self->visit->day);
  line->any_master = coming->any_master;
  if (!salon_repo_load (tx, line, error))
    return FALSE;
  return coming->state == SALON_VISIT_CANCELLED || coming->state == SALON_VISIT_NO_SHOW || take_time (self, tx, place, error);
}

static void
describe_visit (SalonGenerateWriter *self, const SalonComing *coming)
{
  const SalonBookPlace *last = &coming->lines[coming->n_lines - 1];
  SalonVisit *visit = self->visit;

  g_clear_pointer (&visit->note, g_free);
  g_clear_pointer (&visit->cancel_reason, g_free);
  salon_entity_set_id (visit, 0);
  visit->client_id = coming->client + 1;
  visit->state = coming->state;
  visit->source = coming->source;
  visit->start_min = coming->lines[0].start;
  visit->day = visit->start_min / SALON_MINUTES_A_DAY;
  visit->end_min = last->start + salon_book_length (self->plan, last->service);
  visit->created_at = instant_of (self, coming->created);
  visit->created_by_id = coming->source == SALON_VISIT_SOURCE_ONLINE ? 0 : some_administrator (self);
  if (coming->state == SALON_VISIT_CANCELLED)
    visit->cancel_reason = salon_card_maker_text (self->cards, "cancel", &self->dice);
  else if (salon_dice_chance (&self->dice, 45))
    visit->note = salon_card_maker_text (self->cards, "visit", &self->dice);
}

/**
 * salon_generate_write_visit:
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT if it overlaps another: a mistake of the simulation
 */
gboolean
salon_generate_write_visit (SalonGenerateWriter *self, SalonTx *tx, const SalonComing *coming, GError **error)
{
  describe_visit (self, coming);
  if (!salon_repo_load (tx, self->visit, error))
    return FALSE;
  for (int i = 0; i < coming->n_lines; i++)
    if (!write_line (self, tx, coming, i, error))
      return FALSE;
  return salon_generate_history_visit (self->history, tx,
                                       &(SalonGeneratedVisit){
                                           .visit = self->visit,
                                           .employee_id = coming->lines[0].employee + 1,
                                           .start_us = instant_of (self, self->visit->start_min),
                                           .end_us = instant_of (self, self->visit->end_min),
                                       },
                                       error);
}

/* ---- faces */

/* An unused portrait of the same sex and about the same age. */
static int
find_portrait (const SalonDemoTable *portraits, const gboolean *used, const SalonHabits *habits)
{
  const char *sex = (habits->flags & SALON_HABIT_MALE) != 0 ? "m" : "f";
  int best = -1;
  int best_distance = 16;

  for (guint i = 0; i < salon_demo_table_size (portraits); i++) {
    int distance = ABS (salon_demo_table_int (portraits, i, 2) - habits->age);

    if (used[i] || !g_str_equal (salon_demo_table_get (portraits, i, 1), sex) || distance >= best_distance)
      continue;
    best = (int) i;
    best_distance = distance;
  }
  return best;
}

static void
note_employees (gboolean *used)
{
  g_autoptr (SalonDemoTable) employees = salon_demo_table_load ("employees.tsv", -1);

  for (guint i = 0; i < salon_demo_table_size (employees); i++)
    used[salon_demo_table_int (employees, i, 2) - 1] = TRUE;
}

static gboolean
give_face (SalonGenerateWriter *self, SalonTx *tx, guint index, int portrait, gboolean birthday, GError **error)
{
  g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), (gint64) index + 1, error);
  int year = 0;
  int month = 0;
  int mday = 0;

  if (client == NULL || !salon_generate_photo (tx, portrait, client->created_at, &client->photo_id, error))
    return FALSE;
  if (birthday) {
    salon_day_to_ymd (self->plan->today, &year, &month, &mday);
    client->birth_month = month;
    client->birth_mday = mday;
  }
  return salon_repo_reload (tx, client, error);
}

/**
 * salon_generate_write_faces:
 * @first: (element-type guint32): indices of clients, those who shall have a photo before all others
 *
 * Gives each portrait to one client; the first two of them have their birthday today.
 */
gboolean
salon_generate_write_faces (SalonGenerateWriter *self, SalonTx *tx, const GArray *clients, const GArray *first, GError **error)
{
  g_autoptr (SalonDemoTable) portraits = salon_demo_table_load ("portraits/portraits.tsv", -1);
  g_autofree gboolean *used = g_new0 (gboolean, salon_demo_table_size (portraits));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  int given = 0;

  note_employees (used);
  for (guint i = 0; i < first->len; i++) {
    guint index = g_array_index (first, guint32, i);
    int portrait = -1;

    if (!g_hash_table_add (seen, GUINT_TO_POINTER (index + 1)))
      continue;
    portrait = find_portrait (portraits, used, &g_array_index (clients, SalonHabits, index));
    if (portrait < 0)
      continue;
    used[portrait] = TRUE;
    if (!give_face (self, tx, index, portrait + 1, given++ < N_BIRTHDAYS, error))
      return FALSE;
  }
  return TRUE;
}
