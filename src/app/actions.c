/* The keys of the program in two tables.  Those of the first act before the focused field sees them; those of
 * the second only when the field has no use for them (Ctrl+Z in a field undoes the typing); one key may be of several pages. */
#include "app/actions.h"
#include "app/pages.h"

typedef struct {
  const char *action;
  const char *accels[3];
} SalonKeys;

static const SalonKeys early_keys[] = {
  { "win.search", { "<Control>k", "<Control><Shift>f", NULL } },
  { "win.close-day", { "<Control>F10", NULL } },
  { "win.scan-by-camera", { "<Control><Shift>s", NULL } },
  { "win.privacy", { "F12", NULL } },
  { "win.show-keys", { "F1", "<Control>question", NULL } },
  { "app.quit", { "<Control>q", NULL } },
};

static const SalonKeys late_keys[] = {
  { "win.undo", { "<Control>z", NULL } },
  { "win.redo", { "<Shift><Control>z", "<Control>y", NULL } },
  { "win.back", { "Escape", NULL } },
  { "board.rooms", { "F6", NULL } },
  { "board.previous", { "Page_Up", NULL } },
  { "board.next", { "Page_Down", NULL } },
  { "clients.narrow", { "<Control>f", NULL } },
  { "clients.filters", { "<Shift><Control>l", NULL } },
  { "reports.find", { "<Control>f", NULL } },
  { "reports.refresh", { "F5", NULL } },
  { "reports.period", { "<Alt>p", NULL } },
  { "reports.before", { "<Control>Page_Up", NULL } },
  { "reports.after", { "<Control>Page_Down", NULL } },
  { "reports.group", { "<Alt>g", NULL } },
  { "reports.chart", { "<Alt>c", NULL } },
  { "reports.table", { "<Alt>t", NULL } },
  { "reports.sort", { "<Alt>s", NULL } },
  { "reports.save", { "<Control>s", NULL } },
  { "reports.year", { "<Alt>y", NULL } },
  { "reports.export", { "<Control>e", NULL } },
  { "reports.save-as", { "<Shift><Control>e", NULL } },
  { "reports.print", { "<Control>p", NULL } },
  { "reports.copy", { "<Control>c", NULL } },
};

static gboolean
run_detailed (GtkWidget *const *targets, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return FALSE;
  for (; *targets != NULL; targets++)
    if (gtk_widget_activate_action_variant (*targets, name, target))
      return TRUE;
  return FALSE;
}

/**
 * salon_actions_set_accels:
 *
 * Tells GTK the keys that act everywhere: those of the table and those of the pages.
 */
void
salon_actions_set_accels (GtkApplication *app)
{
  guint n_pages;
  const SalonPageInfo *pages = salon_pages_get (&n_pages);

  for (guint i = 0; i < G_N_ELEMENTS (early_keys); i++)
    gtk_application_set_accels_for_action (app, early_keys[i].action, early_keys[i].accels);
  for (guint i = 0; i < n_pages; i++) {
    g_autofree char *action = g_strconcat ("win.show-page::", pages[i].id, NULL);
    const char *accels[] = { pages[i].key, NULL };

    gtk_application_set_accels_for_action (app, action, accels);
  }
}

/**
 * salon_actions_run_key:
 * @targets: (array zero-terminated=1): widgets to try, the nearest first
 * @accel: the key as salon_keys_accel() writes it
 *
 * Runs what a key means that nobody took: the late keys, and the keys of the application that GTK could not
 * match (another keyboard layout) or whose action lives in a page that has not the focus.
 *
 * Returns: whether something ran
 */
gboolean
salon_actions_run_key (GtkApplication *app, GtkWidget *const *targets, const char *accel)
{
  g_auto (GStrv) actions = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (late_keys); i++)
    if (g_strv_contains ((const char *const *) late_keys[i].accels, accel) && run_detailed (targets, late_keys[i].action))
      return TRUE;
  actions = gtk_application_get_actions_for_accel (app, accel);
  for (guint i = 0; actions[i] != NULL; i++)
    if (run_detailed (targets, actions[i]))
      return TRUE;
  return FALSE;
}
