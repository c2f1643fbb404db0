/* The table of verbs, what is enabled just now, and how one is done. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/series-offer.h"
#include "gui/parts/visit-verbs.h"
#include "gui/widgets/menu.h"
#include "gui/widgets/shell.h"
#include "model/services/booking.h"

static const SalonVisitVerbInfo infos[] = {
  { SALON_VISIT_VERB_CONFIRM, "visit.confirm", NC_ ("visit", "Confirm"), "<Alt>k", N_ ("%s: confirmed.") },
  { SALON_VISIT_VERB_ARRIVE, "visit.arrive", NC_ ("visit", "Arrived"), "<Alt>a", N_ ("%s: arrived.") },
  { SALON_VISIT_VERB_START, "visit.start", NC_ ("visit", "Start"), "<Alt>s", N_ ("%s: in service.") },
  { SALON_VISIT_VERB_FINISH, "visit.finish", NC_ ("visit", "Done"), "<Alt>d", N_ ("%s: done.") },
  { SALON_VISIT_VERB_CHECK_OUT, "visit.check-out", NC_ ("visit", "Check out"), "<Alt>p", NULL },
  { SALON_VISIT_VERB_REOPEN, "visit.reopen", NC_ ("visit", "Reopen"), NULL, N_ ("%s: booked again.") },
  { SALON_VISIT_VERB_NO_SHOW, "visit.no-show", NC_ ("visit", "No-show"), NULL, N_ ("%s: did not come.") },
  { SALON_VISIT_VERB_CANCEL, "visit.cancel", NC_ ("visit", "Cancel the visit"), NULL, N_ ("%s: cancelled.") },
};

typedef struct {
  GWeakRef widget;
  char *client;
  const SalonVisitVerbInfo *info;
} Run;

static void
run_free (Run *run)
{
  g_weak_ref_clear (&run->widget);
  g_free (run->client);
  g_free (run);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&run->widget);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (widget != NULL && !ok) {
    salon_note_error (widget, error);
  } else if (widget != NULL) {
    g_auto (GStrv) parts = g_strsplit (_(run->info->done), "%s", 2);
    g_autofree char *text = g_strconcat (parts[0], run->client, parts[1], NULL);

    salon_note_done (widget, text, &done);
    if (run->info->verb == SALON_VISIT_VERB_CANCEL)
      salon_series_offer (widget, SALON_SESSION (source), &done);
  }
  run_free (run);
}

static const SalonVisitVerbInfo *
info_of (SalonVisitVerbs verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (infos[i].verb == verb)
      return &infos[i];
  return NULL;
}

/**
 * salon_visit_verb_infos:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the verbs that change a state, and paying, in the order of buttons
 */
const SalonVisitVerbInfo *
salon_visit_verb_infos (guint *n)
{
  *n = G_N_ELEMENTS (infos);
  return infos;
}

/**
 * salon_visit_verbs_install:
 * @run: does the verb whose action it is called with
 *
 * Gives a class of widgets the actions, and the keys that run them while the focus is in such a widget.
 */
void
salon_visit_verbs_install (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc run)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++) {
    guint key = 0;
    GdkModifierType state = 0;

    gtk_widget_class_install_action (widget_class, infos[i].action, NULL, run);
    if (infos[i].key != NULL && gtk_accelerator_parse (infos[i].key, &key, &state))
      gtk_widget_class_add_binding_action (widget_class, key, state, infos[i].action, NULL);
  }
}

/**
 * salon_visit_verbs_popup:
 * @row: has the verbs as actions; see salon_menu_popup()
 *
 * Shows what can be done, at a place of @row.
 */
void
salon_visit_verbs_popup (GtkWidget *row, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  salon_menu_append (menu, C_ ("visit", "Open"), "visit.open", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    salon_menu_append (menu, g_dpgettext2 (GETTEXT_PACKAGE, "visit", infos[i].label), infos[i].action, NULL);
  salon_menu_append (menu, C_ ("visit", "Late …"), "visit.late", NULL);
  salon_menu_append (menu, C_ ("visit", "Repeat …"), "visit.repeat", NULL);
  salon_menu_popup (row, G_MENU_MODEL (menu), x, y);
}

/**
 * salon_visit_verbs_now:
 *
 * Returns: what the present user may do with @visit now
 */
SalonVisitVerbs
salon_visit_verbs_now (SalonSession *session, const SalonDeskVisit *visit)
{
  const SalonActor *actor = salon_session_actor (session);
  SalonVisitSelection selection = {
    .state = (SalonVisitState) visit->state,
    .day = (SalonDay) (visit->start_min / SALON_MINUTES_A_DAY),
    .today = salon_clock_today (salon_session_clock (session)),
    .own = visit->own_employee_id != 0 && visit->own_employee_id == actor->employee_id,
    .settled = visit->settled,
  };

  return salon_visit_verbs_for (&selection, salon_actor_permissions (actor));
}

/**
 * salon_visit_may_repeat:
 * @now: see salon_visit_verbs_now()
 *
 * Returns: whether it can be booked again and again, or repeats already
 */
gboolean
salon_visit_may_repeat (const SalonDeskVisit *visit, SalonVisitVerbs now)
{
  return salon_visit_verbs_may_repeat (now, (SalonVisitState) visit->state, visit->series_id != 0);
}

/**
 * salon_visit_verb_run:
 * @from: any widget of the window; notes appear there
 * @verb: one verb that changes the state, or checking out, which opens the sale
 * @reason: (nullable): for cancelling
 */
void
salon_visit_verb_run (GtkWidget *from, SalonSession *session, const SalonDeskVisit *visit, SalonVisitVerbs verb,
                      const char *reason)
{
  SalonVisitState state = SALON_VISIT_BOOKED;
  Run *run = NULL;

  if (verb == SALON_VISIT_VERB_CHECK_OUT)
    salon_shell_check_out (from, visit->visit_id);
  if (!salon_visit_verb_target (verb, (SalonVisitState) visit->state, &state))
    return;
  run = g_new0 (Run, 1);
  g_weak_ref_init (&run->widget, from);
  run->client = g_strdup (visit->client);
  run->info = info_of (verb);
  salon_session_submit (session, &salon_command_set_state, salon_state_request_new (visit->visit_id, state, reason), NULL,
                        NULL, on_done, run);
}
