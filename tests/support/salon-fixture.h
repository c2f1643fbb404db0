#pragma once
/* A salon in a temporary folder, open as a session whose clock stands still, and quick ways to fill it.
 *
 * Whatever fails in here ends the test program: a test says what it expects of the code under test,
 * not of its own preparations. */
#include "model/entities/enums.h"
#include "model/services/session.h"

G_BEGIN_DECLS

/* Monday 16 June 2025, 10:00 in Riga. */
#define SALON_FIXTURE_TODAY  20255
#define SALON_FIXTURE_MINUTE (10 * 60)

typedef struct {
  char *folder;
  char *path;
  SalonClock *clock;
  SalonSession *session;
} SalonFixture;

/**
 * SalonFixtureFunc: something to do within one transaction
 */
typedef gboolean (*SalonFixtureFunc) (SalonTx *tx, gpointer data, gint64 *id, GError **error);

SalonFixture *salon_fixture_new (void);
void salon_fixture_free (SalonFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonFixture, salon_fixture_free)

void salon_fixture_reopen (SalonFixture *self);
void salon_fixture_set_time (SalonFixture *self, SalonDay day, int minute);
void salon_fixture_act_as (SalonFixture *self, SalonRole role, gint64 employee_id);

gint64 salon_fixture_write (SalonFixture *self, SalonFixtureFunc func, gpointer data);
gint64 salon_fixture_read (SalonFixture *self, SalonFixtureFunc func, gpointer data);
gint64 salon_fixture_insert (SalonFixture *self, gpointer entity);
gpointer salon_fixture_get (SalonFixture *self, GType type, gint64 id);
GPtrArray *salon_fixture_find (SalonFixture *self, GType type, const char *column, gint64 value);
guint salon_fixture_count (SalonFixture *self, GType type);

gint64 salon_fixture_add_client (SalonFixture *self, const char *name, const char *phone);
gint64 salon_fixture_add_employee (SalonFixture *self, const char *name);
gint64 salon_fixture_add_room (SalonFixture *self, const char *name, int capacity);
gint64 salon_fixture_add_zone (SalonFixture *self, const char *name);
gint64 salon_fixture_add_service (SalonFixture *self, const char *name, int minutes, gint64 price);
void salon_fixture_add_hours (SalonFixture *self, gint64 employee_id, int from_min, int to_min);
void salon_fixture_add_skill (SalonFixture *self, gint64 employee_id, gint64 service_id);
gint64 salon_fixture_add_visit (SalonFixture *self, gint64 client_id, SalonDay day, int minute, SalonVisitState state,
                                gint64 service_id, gint64 employee_id, gint64 room_id);

gboolean salon_fixture_submit (SalonFixture *self, const SalonCommand *command, gconstpointer request, SalonDone *done,
                               GError **error);
gboolean salon_fixture_undo (SalonFixture *self, gint64 operation, SalonDone *done, GError **error);
char *salon_fixture_dump (SalonFixture *self);

G_END_DECLS
