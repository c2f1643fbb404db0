#pragma once
/* Talks with a client and her marks as they are told: with the names of who is meant. */
#include <glib.h>

G_BEGIN_DECLS

/* One contact; all texts may be NULL. */
typedef struct {
  gint64 id;
  gint64 client_id;
  gint64 kind;     /* SalonContactKind */
  gint64 outcome;  /* SalonContactOutcome */
  gint64 at;       /* UTC microseconds */
  gint64 seconds;
  char *text;
  char *recording;
  gint64 employee_id;
  gint64 user_id;
  gint64 visit_id;
  char *who;       /* the employee, or else the user, who had it */
} SalonToldContact;

/* One mark; all texts may be NULL. */
typedef struct {
  gint64 id;
  gint64 client_id;
  gint64 visit_id;
  gint64 contact_id;
  gint64 mark;      /* 1 to 5; 0 = none */
  gboolean complaint;
  char *text;
  gint64 employee_id;
  gint64 at;        /* UTC microseconds */
  gint64 resolved_at; /* 0 = not */
  char *resolution;
  char *about;      /* master or administrator */
  char *by;         /* who wrote it down */
  char *resolved_by;
  char *services;   /* of the visit */
  gint64 visit_min; /* absolute wall minute of the visit; 0 = none */
} SalonToldMark;

void salon_told_contact_free (SalonToldContact *self);
void salon_told_mark_free (SalonToldMark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonToldContact, salon_told_contact_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonToldMark, salon_told_mark_free)

G_END_DECLS
