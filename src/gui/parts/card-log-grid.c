/* The latest stands first.  Whose card it was is said where cards of several clients are told of; a name leads to her. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/card-log-grid.h"
#include "gui/widgets/build.h"
#include "model/rules/card-text.h"

enum { WHEN, WHAT, NUMBER, CLIENT, USER, N_COLUMNS };

/**
 * salon_card_log_grid_new:
 *
 * Returns: (transfer floating): without lines
 */
GtkWidget *
salon_card_log_grid_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  salon_set_accessible_label (grid, _("Log of cards"));
  return grid;
}

static void
attach (GtkGrid *grid, GtkWidget *child, int column, int line)
{
  gtk_widget_set_valign (child, GTK_ALIGN_START);
  gtk_grid_attach (grid, child, column, line, 1, 1);
}

static void
attach_whole (GtkGrid *grid, const char *text, const char *css_class, int column, int line)
{
  GtkWidget *label = salon_label_new (text, css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  attach (grid, label, column, line);
}

static char *
what_text (const SalonCardEvent *event)
{
  g_autofree char *reason = salon_card_reason_text (event->why, event->reason);
  const char *what = salon_card_event_label (event->kind);
  g_autoptr (GString) text = g_string_new (what != NULL ? what : "");

  if (reason != NULL && *reason != '\0')
    g_string_append_printf (text, ": %s", reason);
  if (event->undone)
    g_string_append_printf (text, " · %s", C_ ("log", "undone"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
client_of (const SalonCardEvent *event)
{
  GtkWidget *button = NULL;

  if (event->client_id == 0 || event->client == NULL)
    return salon_label_new (NULL, NULL);
  button = gtk_button_new_with_label (event->client);
  gtk_widget_add_css_class (button, "salon-text-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-client");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", event->client_id);
  return button;
}

static void
add_heads (GtkGrid *grid, gboolean with_client)
{
  const char *const heads[N_COLUMNS] = { C_ ("account", "When"), C_ ("account", "What"), C_ ("card log", "Card"), C_ ("card log", "Client"),
                                         C_ ("card log", "Who") };

  for (int i = 0; i < N_COLUMNS; i++)
    if (i != CLIENT || with_client)
      attach_whole (grid, heads[i], "salon-secondary", i, 0);
}

static void
add_line (GtkGrid *grid, const SalonCardEvent *event, SalonClock *clock, gboolean with_client, int line)
{
  g_autofree char *at = salon_clock_format (clock, event->at);
  g_autofree char *what = what_text (event);
  g_autofree char *number = salon_card_number_text (event->number);
  GtkWidget *text = salon_wrapped_label_new (what, event->undone ? "salon-secondary" : NULL);
  GtkWidget *user = salon_label_new (event->user != NULL ? event->user : C_ ("card log", "by itself"), "salon-secondary");

  gtk_widget_set_hexpand (text, TRUE);
  attach_whole (grid, at, "salon-secondary", WHEN, line);
  attach (grid, text, WHAT, line);
  attach_whole (grid, number, "salon-num", NUMBER, line);
  if (with_client)
    attach (grid, client_of (event), CLIENT, line);
  attach (grid, user, USER, line);
}

/**
 * salon_card_log_grid_fill:
 * @events: (element-type SalonCardEvent): the latest first
 * @with_client: says whose it was, too
 *
 * Replaces the lines.
 */
void
salon_card_log_grid_fill (GtkWidget *grid, const GPtrArray *events, SalonSession *session, gboolean with_client)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
  if (events == NULL || events->len == 0)
    return;
  add_heads (GTK_GRID (grid), with_client);
  for (guint i = 0; i < events->len; i++)
    add_line (GTK_GRID (grid), events->pdata[i], salon_session_clock (session), with_client, (int) i + 1);
}
