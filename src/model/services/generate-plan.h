#pragma once
/* What a generated salon is like: how large, who works when, how many visits each day has. */
#include "base/day.h"
#include "model/rules/timing.h"
#include "model/services/demo-data.h"
#include "model/services/generate-size.h"

G_BEGIN_DECLS

#define SALON_PLAN_PROFESSIONS 5
#define SALON_PLAN_MINUTES_NONE -1

/* Row i of the table has id i + 1. */
typedef struct {
  SalonLineShape shape;
  int profession;
  int room_kind;
  int category;
  int zone;
  int period;     /* days; 0 = now and then */
  int popularity;
  gboolean is_addon;
  gboolean parallel; /* how often, beside others of the same profession */
  char sex;       /* f, m, or a for all */
  gint64 price;   /* minor units, today */
} SalonPlanService;

typedef struct {
  int from; /* minute of the day; SALON_PLAN_MINUTES_NONE = free */
  int to;
} SalonPlanHours;

typedef struct {
  SalonDay first_day;
  SalonDay last_day;
  int kind; /* SalonAbsenceKind */
} SalonPlanAway;

typedef struct {
  int profession;
  int model; /* row of employees.tsv whose hours she has */
  gboolean named; /* she is that person, not one more of the kind */
  SalonPlanHours week[7];
  GArray *away; /* SalonPlanAway */
} SalonPlanEmployee;

typedef struct {
  int model; /* row of rooms.tsv */
  int number;
  int kind;
  int capacity;
  int cleanup;
} SalonPlanRoom;

typedef struct {
  SalonGenerateSize size;
  SalonDemoLanguage language;
  guint n_clients;
  gint64 n_visits;
  SalonDay first_day; /* of the history */
  SalonDay today;
  SalonDay last_day; /* up to which visits are booked ahead */
  int now;           /* minute of today */
  int step;          /* visits begin at multiples of so many minutes */
  int short_visits;  /* 0 = as people come; 1 = mostly short ones, or the day would not hold them */
  int cancelled;     /* in a thousand */
  int missed;
  GArray *services;  /* SalonPlanService */
  GArray *employees; /* SalonPlanEmployee */
  GArray *rooms;     /* SalonPlanRoom */
  GArray *holidays;  /* SalonDay, ascending */
  GArray *visits;    /* gint: how many each day from first_day to last_day */
  GArray *arrivals;  /* gint: how many clients come to the salon's knowledge that day */
} SalonPlan;

SalonPlan *salon_plan_new (SalonGenerateSize size, guint64 seed, const char *language, SalonDay today, int now);
void salon_plan_free (SalonPlan *self);
gboolean salon_plan_is_holiday (const SalonPlan *self, SalonDay day);
gboolean salon_plan_hours (const SalonPlan *self, guint employee, SalonDay day, SalonPlanHours *hours);
gboolean salon_plan_lunch (const SalonPlan *self, guint employee, SalonDay day, int *from, int *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPlan, salon_plan_free)

G_END_DECLS
