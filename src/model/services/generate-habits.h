#pragma once
/* What kind of client somebody becomes: services, rhythm, time of the day, faithfulness. */
#include "model/services/generate-plan.h"

G_BEGIN_DECLS

#define SALON_HABITS_NOTHING 255

typedef enum {
  SALON_HABIT_MALE = 1 << 0,
  SALON_HABIT_ONCE = 1 << 1,      /* comes once, or never */
  SALON_HABIT_UNRELIABLE = 1 << 2,
  SALON_HABIT_WAITING = 1 << 3,   /* is due some day */
} SalonHabitFlags;

/**
 * SalonHabits: what the generator remembers of a client; her id is her index + 1
 * @family: index of an earlier client with whom she shares phone and surname; -1 = none
 * @referred_by: index of an earlier client; -1 = none
 * @usual: services, indices; %SALON_HABITS_NOTHING = none
 * @master: whom she prefers for each
 */
typedef struct {
  gint32 family;
  gint32 referred_by;
  gint32 created; /* day */
  gint32 last_day; /* of a counted visit up to today; 0 = none */
  gint32 last_booked;
  guint16 n_visits; /* counted */
  guint16 master[2];
  guint8 usual[2];
  guint8 rhythm; /* days */
  guint8 daypart;
  guint8 age; /* today */
  guint8 flags; /* SalonHabitFlags */
} SalonHabits;

typedef struct _SalonHabitMaker SalonHabitMaker;

SalonHabitMaker *salon_habit_maker_new (const SalonPlan *plan);
void salon_habit_maker_free (SalonHabitMaker *self);
void salon_habit_maker_make (SalonHabitMaker *self, SalonDice *dice, SalonDay day, guint index, SalonHabits *client);
int salon_habit_maker_service (SalonHabitMaker *self, SalonDice *dice, int like, const SalonHabits *client);
int salon_habit_maker_haircut (SalonHabitMaker *self, SalonDice *dice, const SalonHabits *client);

G_END_DECLS
