/* The window's side of a session.  It listens, and tells the window what to show. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/broken-jobs.h"
#include "app/caretaker.h"
#include "app/inbox.h"
#include "app/search-binder.h"
#include "app/window-session.h"
#include "gui/parts/card-prints-ask.h"
#include "gui/parts/job-runner.h"
#include "model/entities/enums.h"
#include "model/rules/labels.h"
#include "model/services/settings.h"
#include "model/services/undo.h"
#include "model/services/users.h"

struct _SalonWindowSession {
  GObject parent;
  SalonWindow *window; /* not owned */
  SalonSession *session;
  SalonSearchBinder *search;
  SalonCaretaker *caretaker;
  SalonInbox *inbox;
  GPtrArray *users; /* SalonUser */
  GSimpleActionGroup *actions;
  gulong changed_handler;
  gulong actor_handler;
};

G_DEFINE_FINAL_TYPE (SalonWindowSession, salon_window_session, G_TYPE_OBJECT)

/* ---- users */

static const SalonUser *
find_user (SalonWindowSession *self, gint64 id)
{
  for (guint i = 0; self->users != NULL && i < self->users->len; i++)
    if (salon_entity_get_id (self->users->pdata[i]) == id)
      return self->users->pdata[i];
  return NULL;
}

static GMenuModel *
user_menu (SalonWindowSession *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < self->users->len; i++) {
    const SalonUser *user = self->users->pdata[i];
    /* Translators: a user and her role in the menu that switches users */
    g_autofree char *label = g_strdup_printf (C_ ("user", "%s — %s"), user->name, salon_role_label (user->role));
    g_autofree char *action = g_strdup_printf ("session.user(int64 %" G_GINT64_FORMAT ")", salon_entity_get_id (user));

    g_menu_append (menu, label, action);
  }
  return G_MENU_MODEL (menu);
}

static void
show_user (SalonWindowSession *self)
{
  const SalonUser *user = find_user (self, salon_session_actor (self->session)->user_id);
  g_autoptr (GMenuModel) menu = self->users != NULL ? user_menu (self) : NULL;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "user");

  if (self->window == NULL || user == NULL)
    return;
  salon_window_set_user (self->window, user->name, menu);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int64 (salon_entity_get_id (user)));
}

static void
become (SalonWindowSession *self, const SalonUser *user)
{
  SalonActor actor;

  salon_actor_of_user (user, &actor);
  salon_session_set_actor (self->session, &actor);
}

static void
on_user_chosen (GSimpleAction *action, GVariant *target, gpointer data)
{
  SalonWindowSession *self = data;
  const SalonUser *user = find_user (self, g_variant_get_int64 (target));

  if (user != NULL)
    become (self, user);
}

static void
on_users (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonWindowSession) self = data;
  GPtrArray *users = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (users == NULL || self->session == NULL) {
    g_clear_pointer (&users, g_ptr_array_unref);
    return;
  }
  g_clear_pointer (&self->users, g_ptr_array_unref);
  self->users = users;
  if (find_user (self, salon_session_actor (self->session)->user_id) == NULL && users->len > 0)
    become (self, users->pdata[0]);
  else
    show_user (self);
}

static void
load_users (SalonWindowSession *self)
{
  salon_session_query (self->session, &salon_query_users, SALON_LANE_INTERACTIVE, NULL, NULL, on_users, g_object_ref (self));
}

/* ---- settings */

static void
on_settings (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonWindowSession) self = data;
  g_autoptr (SalonSettings) settings = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (settings != NULL && self->window != NULL)
    salon_window_set_salon_name (self->window, *settings->name != '\0' ? settings->name : _("Salon Desk"));
}

static void
load_settings (SalonWindowSession *self)
{
  salon_session_query (self->session, &salon_query_settings, SALON_LANE_INTERACTIVE, NULL, NULL, on_settings,
                       g_object_ref (self));
}

/* ---- undo */

/* What was changed again since stays as it is. */
static void
tell_skipped (SalonWindowSession *self, const SalonJobResult *result)
{
  int n = (int) result->n_skipped;
  g_autofree char *text = g_strdup_printf (ngettext ("Undone, but for %'d thing that was changed again since.",
                                                     "Undone, but for %'d things that were changed again since.", n), n);

  salon_window_toast (self->window, text, NULL);
}

static void
show_taken_back (SalonWindowSession *self, const SalonJobResult *result, const GError *error,
                 void (*show) (SalonWindow *, const char *))
{
  g_autofree char *operation = NULL;

  if (self->window == NULL)
    return;
  if (result == NULL) {
    salon_window_toast (self->window, error->message, NULL);
    return;
  }
  operation = g_strdup_printf ("%" G_GINT64_FORMAT, result->done.operation);
  show (self->window, operation);
  if (result->n_skipped > 0)
    tell_skipped (self, result);
}

static void
on_undone (const SalonJobResult *result, const GError *error, gpointer data)
{
  show_taken_back (data, result, error, salon_window_undone);
}

static void
on_redone (const SalonJobResult *result, const GError *error, gpointer data)
{
  show_taken_back (data, result, error, salon_window_redone);
}

static void
on_undo (SalonWindow *window, const char *operation, gboolean is_redo, SalonWindowSession *self)
{
  gint64 id = g_ascii_strtoll (operation, NULL, 10);

  salon_run_job (GTK_WIDGET (window), self->session, salon_job_run_new (&salon_job_undo, salon_id_request_new (id)),
                 is_redo ? _("Doing it again …") : _("Undoing …"), is_redo ? on_redone : on_undone, g_object_ref (self),
                 g_object_unref);
}

/* ---- signals */

static void
on_told (GObject *source, const char *text, SalonWindowSession *self)
{
  if (self->window != NULL)
    salon_window_toast (self->window, text, NULL);
}

static void
on_started (SalonCaretaker *caretaker, SalonWindowSession *self)
{
  if (self->window == NULL)
    return;
  salon_offer_broken_jobs (GTK_WIDGET (self->window), self->session);
  salon_card_prints_ask (GTK_WIDGET (self->window), self->session, 0);
}

static void
on_busy (SalonCaretaker *caretaker, const char *text, SalonWindowSession *self)
{
  if (self->window != NULL)
    salon_window_set_status (self->window, text, text != NULL);
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonWindowSession *self)
{
  if (salon_change_set_touches (changes, "setting"))
    load_settings (self);
  if (salon_change_set_touches (changes, "user"))
    load_users (self);
}

static void
on_actor_changed (SalonSession *session, SalonWindowSession *self)
{
  show_user (self);
  if (self->window != NULL)
    salon_search_dropdown_set_text (salon_window_get_search (self->window), "");
}

static void
salon_window_session_dispose (GObject *object)
{
  SalonWindowSession *self = SALON_WINDOW_SESSION (object);

  if (self->session != NULL) {
    g_clear_signal_handler (&self->changed_handler, self->session);
    g_clear_signal_handler (&self->actor_handler, self->session);
  }
  if (self->caretaker != NULL)
    g_object_run_dispose (G_OBJECT (self->caretaker));
  if (self->inbox != NULL)
    g_object_run_dispose (G_OBJECT (self->inbox));
  if (self->search != NULL)
    g_object_run_dispose (G_OBJECT (self->search));
  g_clear_object (&self->caretaker);
  g_clear_object (&self->inbox);
  g_clear_object (&self->search);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  g_clear_weak_pointer (&self->window);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  G_OBJECT_CLASS (salon_window_session_parent_class)->dispose (object);
}

static void
salon_window_session_class_init (SalonWindowSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_window_session_dispose;
}

static void
salon_window_session_init (SalonWindowSession *self)
{
}

static void
install_actions (SalonWindowSession *self)
{
  const GActionEntry entries[] = { { "user", on_user_chosen, "x", "int64 0", NULL, { 0 } } };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "session", G_ACTION_GROUP (self->actions));
}

/**
 * salon_window_session_new:
 * @window: (transfer none)
 *
 * Returns: (transfer full): binds @window to @session until it is disposed of
 */
SalonWindowSession *
salon_window_session_new (SalonWindow *window, SalonSession *session)
{
  SalonWindowSession *self = g_object_new (SALON_TYPE_WINDOW_SESSION, NULL);

  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (session);
  install_actions (self);
  self->search = salon_search_binder_new (session, salon_window_get_search (window));
  self->caretaker = salon_caretaker_new (session);
  g_signal_connect_object (self->caretaker, "told", G_CALLBACK (on_told), self, 0);
  self->inbox = salon_inbox_new (session);
  g_signal_connect_object (self->inbox, "told", G_CALLBACK (on_told), self, 0);
  g_signal_connect_object (self->caretaker, "busy", G_CALLBACK (on_busy), self, 0);
  g_signal_connect_object (self->caretaker, "started", G_CALLBACK (on_started), self, 0);
  g_signal_connect_object (window, "undo", G_CALLBACK (on_undo), self, 0);
  self->changed_handler = g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  self->actor_handler = g_signal_connect (session, "actor-changed", G_CALLBACK (on_actor_changed), self);
  load_settings (self);
  load_users (self);
  return self;
}

/**
 * salon_window_session_back_up: makes a backup now
 */
void
salon_window_session_back_up (SalonWindowSession *self)
{
  salon_caretaker_back_up (self->caretaker);
}

/**
 * salon_window_session_needs_backup:
 *
 * Returns: whether anything was changed that no good backup has
 */
gboolean
salon_window_session_needs_backup (SalonWindowSession *self)
{
  return self->caretaker != NULL && salon_caretaker_needs_backup (self->caretaker);
}
