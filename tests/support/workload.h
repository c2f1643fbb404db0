#pragma once
/* A day at the desk for tests of durability: random operations, and an independent model of what they must leave. */
#include "model/services/session.h"

G_BEGIN_DECLS

typedef enum {
  WORK_SETUP,  /* employees, rooms, services, users: one operation */
  WORK_CLIENT, /* a client with a phone */
  WORK_BOOK,
  WORK_BOOK_NEW, /* a visit and, in the same operation, the client */
  WORK_MOVE,
  WORK_STATE,
  WORK_UNDO,
  N_WORK_KINDS,
} WorkKind;

/**
 * WorkStep: one operation, with everything that it needs; what else a kind needs (a name, a phone) follows from the
 * uuid
 */
typedef struct {
  char uuid[40];
  WorkKind kind;
  gint64 client; /* of WORK_BOOK_NEW: known when it is done */
  gint64 visit;
  gint64 service;
  gint64 employee;
  gint64 room;
  gint64 start_min;
  gint64 state;
  gint64 operation; /* that is undone */
} WorkStep;

/* The salon as it ought to be: a text for each client and each visit. */
typedef struct _WorkModel WorkModel;

WorkModel *work_model_new (void);
void work_model_free (WorkModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkModel, work_model_free)

void work_model_plan (WorkModel *self, GRand *rand, const char *uuid, WorkStep *step);
void work_model_apply (WorkModel *self, const WorkStep *step, const SalonDone *done);
char *work_model_print (WorkModel *self);
WorkModel *work_model_load (SalonSession *session, GError **error);
gboolean work_model_compare (WorkModel *self, SalonSession *session, const char *when, GError **error);

char *work_step_print (const WorkStep *step);
gboolean work_step_parse (const char *text, WorkStep *step);
gboolean work_is_refusal (const GError *error);
gboolean work_step_run (WorkStep *step, SalonSession *session, SalonDone *done, GError **error);

/* A salon with the owner at the desk; all of it lies in one folder. */
char *work_make_folder (void);
void work_empty_folder (const char *folder);
SalonSession *work_open (const char *path, GError **error);
gboolean work_close (SalonSession *session, GError **error);
gboolean work_check_health (SalonSession *session, GError **error);

G_END_DECLS
