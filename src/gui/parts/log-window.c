/* A window of its own around the list of changes. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/parts/log-view.h"
#include "gui/parts/log-window.h"
#include "gui/widgets/build.h"

#define WIDTH  640
#define HEIGHT 560

static GtkWidget *
build_content (GtkWidget *view, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, _("Changes")));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), view);
  return box;
}

/**
 * salon_log_window_present:
 * @from: any widget of the window in front of which it opens
 * @query: a query from #SalonIdRequest to an array of #SalonLogEntry
 * @id: of the client or the visit
 * @title: whose changes they are
 *
 * Shows the changes of one thing.
 */
void
salon_log_window_present (GtkWidget *from, SalonSession *session, const SalonQuery *query, gint64 id, const char *title)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = salon_log_view_new (session, query);

  adw_window_set_content (ADW_WINDOW (window), build_content (view, title));
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_add_css_class (window, "salon");
  salon_close_by_escape (window);
  salon_log_view_load (SALON_LOG_VIEW (view), id);
  gtk_window_present (GTK_WINDOW (window));
}
