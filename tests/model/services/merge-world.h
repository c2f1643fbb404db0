#pragma once
/* A few clients in a salon, and the model of what they ought to be (see test-merge-random.c). */
#include "merge-model.h"
#include "model/services/use-case.h"
#include "support/salon-fixture.h"

typedef struct {
  SalonFixture *salon;
  GRand *rand;
  GPtrArray *texts; /* the book of texts: 0 is "nothing" */
  Model model;
  Model before;          /* the last operation */
  gint64 last_operation; /* 0 = cannot be undone */
  gint64 clients[N_CLIENTS];
  gint64 tags[N_TAGS];
  gint64 fields[N_CUSTOM];
  gint64 service;
  gint64 master;
  int n_fresh;
  int n_slots;
  int n_booked;
  guint n_merges;
  guint n_separated;
  guint n_chained;
} World;

int world_roll (World *w, int n);
int world_client (World *w);
int world_fresh (World *w, int v);
void world_submit (World *w, const SalonCommand *command, gconstpointer request, gint64 *id);
Row *world_new_row (World *w, int c, int kind, int unique, gint64 id);

GType world_type_of (int kind);
char *world_said (int kind, gpointer entity);
void world_change_contacts (World *w);
void world_change_marks (World *w);
void world_change_consents (World *w);
void world_add_number_or_wait (World *w);
