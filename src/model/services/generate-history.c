/* What generated clients and the salon said to each other.  It has dice of its own: the people and the visits of a seed
 * are the same with it and without it. */
#include "config.h"

#include "model/entities/client-consent.h"
#include "model/entities/contact.h"
#include "model/entities/enums.h"
#include "model/entities/quality-mark.h"
#include "model/services/generate-dice.h"
#include "model/services/generate-history.h"
#include "model/services/generate-master.h"
#include "model/store/repo.h"

#define HOUR_US   G_GINT64_CONSTANT (3600000000)
#define MINUTE_US G_GINT64_CONSTANT (60000000)

/* So many of a thousand visits. */
#define CALLED_TO_BOOK   110
#define WERE_REMINDED    60
#define SAID_WHY_NOT     300
#define GAVE_A_MARK      90
#define WROTE_WORDS      400
#define COMPLAINED       700 /* of bad marks */
#define WERE_SATISFIED   820 /* of complaints */

struct _SalonGenerateHistory {
  SalonCardMaker *cards; /* borrowed */
  SalonDay today;
  gint64 now_us;
  SalonDice dice;
  SalonContact *contact; /* used again for each */
  SalonQualityMark *mark;
  SalonClientConsent *consent;
};

/**
 * salon_generate_history_new:
 * @cards: borrowed; its texts are used
 * @now_us: UTC microseconds; nothing that was said lies later
 */
SalonGenerateHistory *
salon_generate_history_new (SalonCardMaker *cards, SalonDay today, gint64 now_us, guint64 seed)
{
  SalonGenerateHistory *self = g_new0 (SalonGenerateHistory, 1);

  self->cards = cards;
  self->today = today;
  self->now_us = now_us;
  self->dice.state = seed ^ G_GUINT64_CONSTANT (0xc0417ac7);
  self->contact = salon_contact_new ();
  self->mark = salon_quality_mark_new ();
  self->consent = salon_client_consent_new ();
  return self;
}

/**
 * salon_generate_history_free: frees one
 */
void
salon_generate_history_free (SalonGenerateHistory *self)
{
  g_object_unref (self->contact);
  g_object_unref (self->mark);
  g_object_unref (self->consent);
  g_free (self);
}

static gint64
some_administrator (SalonGenerateHistory *self)
{
  return SALON_GENERATE_FIRST_ADMINISTRATOR + salon_dice_below (&self->dice, SALON_GENERATE_N_ADMINISTRATORS);
}

/* ---- contacts */

static gboolean
write_contact (SalonGenerateHistory *self, SalonTx *tx, const SalonVisit *visit, SalonContactKind kind,
               SalonContactOutcome outcome, gint64 at, const char *text, GError **error)
{
  SalonContact *contact = self->contact;

  if (at > self->now_us)
    return TRUE;
  salon_entity_set_id (contact, 0);
  contact->client_id = visit->client_id;
  contact->visit_id = salon_entity_get_id (visit);
  contact->kind = kind;
  contact->outcome = outcome;
  contact->at = at;
  contact->seconds = kind <= SALON_CONTACT_CALL_OUT && outcome != SALON_OUTCOME_NO_ANSWER
                         ? salon_dice_between (&self->dice, 25, 260)
                         : 0;
  contact->user_id = some_administrator (self);
  g_free (contact->text);
  contact->text = text != NULL ? salon_card_maker_text (self->cards, text, &self->dice) : NULL;
  return salon_repo_load (tx, contact, error);
}

static gboolean
write_booking (SalonGenerateHistory *self, SalonTx *tx, const SalonVisit *visit, GError **error)
{
  if (visit->source == SALON_VISIT_SOURCE_PHONE && salon_dice_chance (&self->dice, CALLED_TO_BOOK))
    return write_contact (self, tx, visit, SALON_CONTACT_CALL_IN, SALON_OUTCOME_BOOKED, visit->created_at,
                          salon_dice_chance (&self->dice, 600) ? "call" : NULL, error);
  return TRUE;
}

static gboolean
write_reminder (SalonGenerateHistory *self, SalonTx *tx, const SalonGeneratedVisit *visit, GError **error)
{
  gint64 at = visit->start_us - salon_dice_between (&self->dice, 18, 27) * HOUR_US;

  if (at < visit->visit->created_at || !salon_dice_chance (&self->dice, WERE_REMINDED))
    return TRUE;
  if (salon_dice_chance (&self->dice, 500))
    return write_contact (self, tx, visit->visit, SALON_CONTACT_MESSAGE_OUT, SALON_OUTCOME_NONE, at, "reminder", error);
  return write_contact (self, tx, visit->visit, SALON_CONTACT_CALL_OUT,
                        salon_dice_chance (&self->dice, 800) ? SALON_OUTCOME_REACHED : SALON_OUTCOME_NO_ANSWER, at, NULL, error);
}

static gboolean
write_regret (SalonGenerateHistory *self, SalonTx *tx, const SalonGeneratedVisit *visit, GError **error)
{
  gint64 created = visit->visit->created_at;
  gint64 at = created + (visit->start_us - created) / 100 * salon_dice_between (&self->dice, 55, 95);
  gboolean calls = salon_dice_chance (&self->dice, 600);

  if (visit->visit->state != SALON_VISIT_CANCELLED || !salon_dice_chance (&self->dice, SAID_WHY_NOT))
    return TRUE;
  return write_contact (self, tx, visit->visit, calls ? SALON_CONTACT_CALL_IN : SALON_CONTACT_MESSAGE_IN, SALON_OUTCOME_CANCELLED,
                        MIN (at, self->now_us), "regret", error);
}

/* ---- marks */

static int
draw_mark (SalonGenerateHistory *self)
{
  int throw = (int) salon_dice_below (&self->dice, 100);

  return throw < 62 ? 5 : throw < 87 ? 4 : throw < 94 ? 3 : throw < 98 ? 2 : 1;
}

static void
draw_resolution (SalonGenerateHistory *self)
{
  SalonQualityMark *mark = self->mark;
  gint64 at = mark->at + salon_dice_between (&self->dice, 3, 70) * HOUR_US;

  g_clear_pointer (&mark->resolution, g_free);
  mark->resolved_at = mark->resolved_by_id = 0;
  if (!mark->complaint || !salon_dice_chance (&self->dice, WERE_SATISFIED) || at > self->now_us)
    return;
  mark->resolved_at = at;
  mark->resolved_by_id = some_administrator (self);
  mark->resolution = salon_card_maker_text (self->cards, "resolution", &self->dice);
}

static gboolean
write_mark (SalonGenerateHistory *self, SalonTx *tx, const SalonGeneratedVisit *visit, GError **error)
{
  SalonQualityMark *mark = self->mark;
  const char *text = NULL;

  if (visit->visit->state != SALON_VISIT_DONE || !salon_dice_chance (&self->dice, GAVE_A_MARK))
    return TRUE;
  salon_entity_set_id (mark, 0);
  mark->client_id = visit->visit->client_id;
  mark->visit_id = salon_entity_get_id (visit->visit);
  mark->mark = draw_mark (self);
  mark->complaint = mark->mark <= 2 && salon_dice_chance (&self->dice, COMPLAINED);
  mark->employee_id = visit->employee_id;
  mark->at = visit->end_us + salon_dice_between (&self->dice, 2, 60) * MINUTE_US;
  mark->created_by_id = some_administrator (self);
  if (mark->complaint || (mark->mark == 2 && salon_dice_chance (&self->dice, WROTE_WORDS)))
    text = "complaint";
  else if (mark->mark >= 4 && salon_dice_chance (&self->dice, WROTE_WORDS))
    text = "praise";
  g_free (mark->text);
  mark->text = text != NULL ? salon_card_maker_text (self->cards, text, &self->dice) : NULL;
  draw_resolution (self);
  return mark->at > self->now_us || salon_repo_load (tx, mark, error);
}

/**
 * salon_generate_history_visit:
 *
 * Writes what was said about a visit, before and after it.
 */
gboolean
salon_generate_history_visit (SalonGenerateHistory *self, SalonTx *tx, const SalonGeneratedVisit *visit, GError **error)
{
  return write_booking (self, tx, visit->visit, error) && write_reminder (self, tx, visit, error)
         && write_regret (self, tx, visit, error) && write_mark (self, tx, visit, error);
}

/* ---- consents */

/**
 * salon_generate_history_client:
 * @created: the day on which the card was made
 *
 * Writes what a client allowed.
 */
gboolean
salon_generate_history_client (SalonGenerateHistory *self, SalonTx *tx, gint64 client_id, SalonDay created, GError **error)
{
  static const struct {
    SalonConsentKind kind;
    int permille;
    int withdrawn;
  } kinds[] = { { SALON_CONSENT_PERSONAL_DATA, 860, 5 }, { SALON_CONSENT_MARKETING, 560, 90 }, { SALON_CONSENT_PHOTOS, 230, 40 } };
  SalonClientConsent *consent = self->consent;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    SalonDay later = created + salon_dice_between (&self->dice, 20, 500);

    if (!salon_dice_chance (&self->dice, kinds[i].permille))
      continue;
    salon_entity_set_id (consent, 0);
    consent->client_id = client_id;
    consent->kind = kinds[i].kind;
    consent->given_day = MIN (created, self->today);
    consent->withdrawn_day = salon_dice_chance (&self->dice, kinds[i].withdrawn) && later <= self->today ? later : 0;
    if (!salon_repo_load (tx, consent, error))
      return FALSE;
  }
  return TRUE;
}
