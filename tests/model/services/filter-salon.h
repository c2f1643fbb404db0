#pragma once
/* A generated salon in plain structs, and filters evaluated over them by another path than SQL. */
#include "filter-purse.h"
#include "model/entities/client.h"
#include "model/entities/filter.h"
#include "model/rules/status.h"
#include "model/services/clients.h"
#include "model/services/settings.h"
#include "support/salon-fixture.h"

/**
 * Person: a client with all that belongs to her
 */
typedef struct {
  gint64 id;
  SalonClient *client;
  GPtrArray *phones;   /* SalonClientPhone by position */
  GHashTable *tags;    /* ids, as pointers */
  GHashTable *categories;
  GHashTable *lists;    /* of people, that she is on; as pointers */
  GHashTable *consents; /* kinds that stand, as pointers */
  gboolean complains;  /* and nobody has resolved it */
  GHashTable *custom;  /* id of the field → value */
  GPtrArray *visits;   /* SalonVisit */
  GArray *days;        /* SalonDay: counted, ascending, each once */
  SalonStatus status;
  gint64 sold;
  gint64 sold_12m;
  gint64 visits_12m;
  gint64 no_shows;
  gint64 next_min;     /* 0 = none */
  gint64 top_place;    /* 0 = none */
  gint64 importance;   /* by revenue */
  char *name_key;
  Purse *purse;        /* with those of cards merged into hers; without tickets */
  GPtrArray *tickets;  /* PurseTicket of her card */
} Person;

typedef struct {
  SalonFixture *fixture;
  SalonDay today;
  gint64 now_min;
  SalonSettings *settings;
  GPtrArray *people;         /* Person by id */
  GHashTable *lines;         /* id of the visit → GPtrArray of SalonVisitLine */
  GHashTable *service_category; /* id of the service → id of its category */
  GHashTable *custom_kind;   /* id of the field → kind */
  GHashTable *segments;      /* id → SalonFilter */
  GHashTable *source_names;  /* id → name */
  GHashTable *tag_names;     /* the same */
  GHashTable *category_names; /* the same */
  GArray *services;          /* ids */
  GArray *service_categories;
  GArray *employees;
  gint64 n_places;           /* the last TOP place */
  GHashTable *purses;        /* id of the client → Purse of her card alone */
} FilterSalon;

FilterSalon *filter_salon_new (void);
void filter_salon_free (FilterSalon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FilterSalon, filter_salon_free)

gboolean filter_salon_fits (FilterSalon *self, const Person *person, const SalonFilter *filter);
GArray *filter_salon_ids (FilterSalon *self, const SalonFilter *filter, SalonClientSort sort, gboolean descending);
