#pragma once
/* Everything about one client within one glance. */
#include "model/entities/client.h"
#include "model/entities/told.h"
#include "model/rules/status.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* A thing with a name and what is said beside it: a master, a service, a tag, a category, a zone. */
typedef struct {
  gint64 id;
  char *name;
  gint64 color;    /* 0xRRGGBB */
  gint64 count;    /* how often */
  gint64 last_day; /* SALON_DAY_NONE = never */
  gint64 due;      /* for zones: 0 never had, 1 fresh, 2 due soon, 3 overdue */
} SalonNamed;

void salon_named_free (SalonNamed *self);

/* One line of the timeline. */
typedef struct {
  gint64 visit_id;
  gint64 start_min;  /* absolute wall minute */
  gint64 state;      /* SalonVisitState */
  char *services;    /* "Manicure, Gel polish" */
  char *employees;   /* "Maria, Jana" */
  char *rooms;
  char *note;
  gint64 price;      /* minor units */
} SalonTimelineVisit;

void salon_timeline_visit_free (SalonTimelineVisit *self);

/**
 * SalonClientPanel: an answer; free with salon_client_panel_free()
 */
typedef struct {
  SalonClient *client;
  char *name;                /* as shown: "Irina Kalniņa", or the phone */
  GPtrArray *phones;         /* SalonClientPhone */
  GPtrArray *tags;           /* SalonNamed */
  GPtrArray *categories;     /* SalonNamed */
  GPtrArray *custom_fields;  /* SalonCustomField, all that are in use */
  GHashTable *custom_values; /* gint64 * id of the field → char * */
  GBytes *thumb;
  GBytes *view;
  char *source;              /* name; NULL = not said */
  char *referred_by;         /* name; NULL */
  SalonStatusFacts status;
  gint64 visit_days;
  gint64 first_day;
  gint64 last_day;
  gint64 sold;               /* minor units */
  gint64 sold_12m;
  gint64 visits_12m;
  gint64 top_place;          /* 0 = not ranked */
  gint64 importance;         /* SALON_IMPORTANCE_A …, by sales; the pin on the card wins */
  gint64 no_shows;
  SalonTimelineVisit *next;  /* NULL = nothing booked */
  GPtrArray *masters;        /* SalonNamed: preferred, best first, at most 3 */
  GPtrArray *services;       /* SalonNamed: preferred, best first, at most 3 */
  GPtrArray *zones;          /* SalonNamed, every zone in its order */
  GPtrArray *visits;         /* SalonTimelineVisit: newest first, at most 50 */
  gint64 n_visits;           /* of all states */
  GPtrArray *contacts;       /* SalonToldContact: newest first, at most 50 */
  GPtrArray *marks;          /* SalonToldMark: newest first, at most 50 */
  GPtrArray *consents;       /* SalonClientConsent, as they were given */
  gint64 rhythm_days;        /* usual days between two visits; 0 = not known */
} SalonClientPanel;

void salon_client_panel_free (SalonClientPanel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonClientPanel, salon_client_panel_free)

typedef struct {
  gint64 id;
  gint64 as_of; /* SalonDay; SALON_DAY_NONE = today: the status as it was on that day */
} SalonPanelRequest;

SalonPanelRequest *salon_panel_request_new (gint64 id, gint64 as_of);
SalonClientPanel *salon_client_panel_load (SalonTx *tx, const SalonPanelRequest *request, GError **error);

GPtrArray *salon_client_visits (SalonTx *tx, const SalonIdRequest *request, GError **error);

extern const SalonQuery salon_query_client_visits; /* SalonIdRequest → GPtrArray of SalonTimelineVisit, newest first */
extern const SalonQuery salon_query_client_panel; /* SalonPanelRequest → SalonClientPanel */

/* One change of the card or of a visit, for the log. */
typedef struct {
  gint64 operation;
  gint64 at;       /* UTC microseconds */
  char *user;
  char *what;      /* the operation's label, translated by who shows it */
  char *field;     /* label of the field; NULL for the whole */
  char *before;
  char *after;
  gboolean undone;
} SalonLogEntry;

void salon_log_entry_free (SalonLogEntry *self);
GPtrArray *salon_client_log (SalonTx *tx, const SalonIdRequest *request, GError **error);
GPtrArray *salon_visit_log (SalonTx *tx, const SalonIdRequest *request, GError **error);

extern const SalonQuery salon_query_client_log; /* SalonIdRequest → GPtrArray of SalonLogEntry, newest first */
extern const SalonQuery salon_query_visit_log;  /* the same for one visit */

G_END_DECLS
