/* Upkeep goes in small steps between the work of the desk; the next step is asked for when the one
 * before was answered.  Begins after the first paint: a start waits for nothing. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/caretaker.h"
#include "model/services/backups.h"
#include "model/services/category-rules.h"
#include "model/services/health.h"
#include "model/services/upkeep.h"

#define MINUTE_SECONDS 60

struct _SalonCaretaker {
  GObject parent;
  SalonSession *session;
  GCancellable *closing; /* a check may take long: the close of the salon does not wait for its end */
  gboolean upkeep_runs;
  gboolean upkeep_again;
  gboolean rules_run;
  gboolean rules_for_all; /* everybody is to be looked at */
  GArray *rules_for;      /* whose figures or card changed; NULL = nobody's */
  guint rules_source;
  gboolean backup_runs;
  guint changes_in_backup; /* how many changes there were when the last good backup began */
  guint changes_at_start;  /* the same of the one that runs */
  gboolean backup_asked; /* by somebody: tell her when it is done */
  guint start_source;
  guint minute_source;
  gulong changed_handler;
  SalonDay day;
};

G_DEFINE_FINAL_TYPE (SalonCaretaker, salon_caretaker, G_TYPE_OBJECT)

enum { SIGNAL_TOLD, SIGNAL_BUSY, SIGNAL_NEW_DAY, SIGNAL_STARTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What is done to a client one after the other is looked at together. */
#define RULES_DELAY_MS 400

/* More are everybody: it is one question, too. */
#define RULES_FOR_MAX 500

static void run_upkeep (SalonCaretaker *self);
static void want_rules (SalonCaretaker *self, const GArray *ids);

static void
tell (SalonCaretaker *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text);
}

static void
on_step (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCaretaker) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  self->upkeep_runs = FALSE;
  if (!ok && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    tell (self, error->message);
  if (!ok || self->session == NULL)
    return;
  if (done.id != 0 || self->upkeep_again) {
    self->upkeep_again = FALSE;
    run_upkeep (self);
  } else {
    want_rules (self, NULL);
  }
}

static void
run_upkeep (SalonCaretaker *self)
{
  if (self->upkeep_runs) {
    self->upkeep_again = TRUE;
    return;
  }
  self->upkeep_runs = TRUE;
  salon_session_submit (self->session, &salon_command_upkeep, NULL, NULL, NULL, on_step, g_object_ref (self));
}

/* ---- categories by rule */

static void run_rules (SalonCaretaker *self);

static void
end_rules (SalonCaretaker *self, const GError *error)
{
  self->rules_run = FALSE;
  if (error != NULL && error->domain != G_IO_ERROR) /* neither closed nor cancelled */
    tell (self, error->message);
  else if (error == NULL && self->session != NULL && (self->rules_for_all || self->rules_for != NULL))
    run_rules (self);
}

static void
on_rules_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCaretaker) self = data;
  g_autoptr (GError) error = NULL;

  if (salon_session_submit_finish (SALON_SESSION (source), result, NULL, &error))
    self->rules_for_all = TRUE; /* there may be more of them */
  end_rules (self, error);
}

static void
on_rules_due (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCaretaker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) due = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (due == NULL || due->len == 0 || self->session == NULL) {
    end_rules (self, error);
    return;
  }
  salon_session_submit_as_program (self->session, &salon_command_apply_rules, salon_rules_request_new (due), on_rules_applied,
                                   g_object_ref (self));
}

static void
run_rules (SalonCaretaker *self)
{
  g_autoptr (GArray) ids = g_steal_pointer (&self->rules_for);

  self->rules_run = TRUE;
  salon_session_query (self->session, &salon_query_rules_due, SALON_LANE_BACKGROUND,
                       salon_rules_request_new (self->rules_for_all ? NULL : ids), self->closing, on_rules_due, g_object_ref (self));
  self->rules_for_all = FALSE;
}

static gboolean
on_rules_delay (gpointer data)
{
  SalonCaretaker *self = data;

  self->rules_source = 0;
  if (!self->rules_run)
    run_rules (self);
  return G_SOURCE_REMOVE;
}

/* @ids: %NULL = everybody. */
static void
want_rules (SalonCaretaker *self, const GArray *ids)
{
  if (ids == NULL) {
    self->rules_for_all = TRUE;
  } else {
    if (self->rules_for == NULL)
      self->rules_for = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_vals (self->rules_for, ids->data, ids->len);
    self->rules_for_all |= self->rules_for->len > RULES_FOR_MAX;
  }
  if (self->rules_source == 0)
    self->rules_source = g_timeout_add (RULES_DELAY_MS, on_rules_delay, self);
}

static void
on_backup (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCaretaker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonBackup) backup = salon_session_query_finish (SALON_SESSION (source), result, &error);

  self->backup_runs = FALSE;
  if (backup != NULL)
    self->changes_in_backup = self->changes_at_start;
  g_signal_emit (self, signals[SIGNAL_BUSY], 0, NULL);
  if (backup != NULL && self->backup_asked)
    tell (self, _("A backup was made and checked."));
  else if (backup == NULL && error->domain != G_IO_ERROR) /* neither closed nor cancelled */
    tell (self, error->message);
  self->backup_asked = FALSE;
}

static void
on_health (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCaretaker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (findings != NULL && findings->len > 0)
    tell (self, _("The check found something wrong in the database. Make a backup and restore an earlier one from Settings."));
  else if (error != NULL && error->domain != G_IO_ERROR) /* neither closed nor cancelled */
    tell (self, error->message);
}

static void
back_up (SalonCaretaker *self)
{
  if (self->backup_runs)
    return;
  self->backup_runs = TRUE;
  self->changes_at_start = salon_session_n_changes (self->session);
  g_signal_emit (self, signals[SIGNAL_BUSY], 0, _("Backing up …"));
  salon_session_query (self->session, &salon_query_backup, SALON_LANE_BACKGROUND,
                       salon_backup_request_new (salon_session_path (self->session), !self->backup_asked),
                       self->closing, on_backup, g_object_ref (self));
}

static gboolean
on_start (gpointer data)
{
  SalonCaretaker *self = data;

  self->start_source = 0;
  g_signal_emit (self, signals[SIGNAL_STARTED], 0);
  if (!salon_session_was_clean (self->session))
    tell (self, _("The program was not closed properly last time. Everything saved is here; it is being checked."));
  salon_session_query (self->session, &salon_query_quick_health, SALON_LANE_BACKGROUND, NULL, self->closing, on_health,
                       g_object_ref (self));
  run_upkeep (self);
  if (salon_backup_is_due (salon_session_path (self->session), salon_session_clock (self->session)))
    back_up (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_minute (gpointer data)
{
  SalonCaretaker *self = data;
  SalonDay today = salon_clock_today (salon_session_clock (self->session));

  if (today == self->day)
    return G_SOURCE_CONTINUE;
  self->day = today;
  g_signal_emit (self, signals[SIGNAL_NEW_DAY], 0);
  run_upkeep (self);
  back_up (self);
  return G_SOURCE_CONTINUE;
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonCaretaker *self)
{
  g_autoptr (GArray) clients = salon_change_set_ids (changes, "client");

  if (salon_change_set_touches (changes, "setting") || salon_change_set_touches (changes, "segment"))
    run_upkeep (self);
  if (salon_change_set_touches (changes, "category-rule") || salon_change_set_touches (changes, "segment"))
    want_rules (self, NULL);
  else if (clients->len > 0)
    want_rules (self, clients);
}

static void
salon_caretaker_dispose (GObject *object)
{
  SalonCaretaker *self = SALON_CARETAKER (object);

  g_clear_handle_id (&self->start_source, g_source_remove);
  g_clear_handle_id (&self->rules_source, g_source_remove);
  g_clear_pointer (&self->rules_for, g_array_unref);
  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_cancellable_cancel (self->closing);
  g_clear_object (&self->closing);
  if (self->session != NULL)
    g_clear_signal_handler (&self->changed_handler, self->session);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_caretaker_parent_class)->dispose (object);
}

static void
salon_caretaker_class_init (SalonCaretakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_caretaker_dispose;

  /**
   * SalonCaretaker::told:
   * @text: a whole sentence for whoever sits at the desk
   */
  signals[SIGNAL_TOLD] = g_signal_new ("told", SALON_TYPE_CARETAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_STRING);

  /**
   * SalonCaretaker::busy:
   * @text: (nullable): what goes on; %NULL when it is over
   */
  signals[SIGNAL_BUSY] = g_signal_new ("busy", SALON_TYPE_CARETAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_STRING);

  /**
   * SalonCaretaker::new-day: midnight has passed
   */
  signals[SIGNAL_NEW_DAY] = g_signal_new ("new-day", SALON_TYPE_CARETAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * SalonCaretaker::started: the window has been painted; what the start does not wait for may begin
   */
  signals[SIGNAL_STARTED] = g_signal_new ("started", SALON_TYPE_CARETAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
salon_caretaker_init (SalonCaretaker *self)
{
  self->closing = g_cancellable_new ();
}

/**
 * salon_caretaker_new:
 *
 * Returns: (transfer full): begins its work when the main loop is idle
 */
SalonCaretaker *
salon_caretaker_new (SalonSession *session)
{
  SalonCaretaker *self = g_object_new (SALON_TYPE_CARETAKER, NULL);

  self->session = g_object_ref (session);
  self->day = salon_clock_today (salon_session_clock (session));
  self->start_source = g_timeout_add (500, on_start, self);
  self->minute_source = g_timeout_add_seconds (MINUTE_SECONDS, on_minute, self);
  self->changed_handler = g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  return self;
}

/**
 * salon_caretaker_back_up: makes and checks a backup in the background, and tells how it went
 */
void
salon_caretaker_back_up (SalonCaretaker *self)
{
  self->backup_asked = TRUE;
  back_up (self);
}

/**
 * salon_caretaker_needs_backup:
 *
 * Returns: whether anything was changed that no good backup of this session has
 */
gboolean
salon_caretaker_needs_backup (SalonCaretaker *self)
{
  return salon_session_n_changes (self->session) != self->changes_in_backup;
}
