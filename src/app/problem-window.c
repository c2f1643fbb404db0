/* Nothing is written to a file that cannot be opened: the ways on are a backup, another file, or the demo. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/problem-window.h"
#include "base/error.h"
#include "gui/widgets/build.h"

struct _SalonProblemWindow {
  AdwApplicationWindow parent_instance;
  AdwStatusPage *page;
  GtkBox *buttons;
};

G_DEFINE_FINAL_TYPE (SalonProblemWindow, salon_problem_window, ADW_TYPE_APPLICATION_WINDOW)

enum { SIGNAL_CHOICE, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
title_of (const GError *error)
{
  if (error->domain != SALON_ERROR)
    return _("The salon cannot be opened");
  switch ((SalonErrorCode) error->code) {
  case SALON_ERROR_CORRUPT:
    return _("The database is damaged");
  case SALON_ERROR_FOREIGN:
    return _("This is no Salon Desk database");
  case SALON_ERROR_NEWER:
    return _("The database is newer than the program");
  case SALON_ERROR_LOCKED:
    return _("The salon is open elsewhere");
  case SALON_ERROR_READ_ONLY:
    return _("The database cannot be written");
  case SALON_ERROR_FULL:
    return _("The disk is full");
  case SALON_ERROR_VALIDATION:
  case SALON_ERROR_CONFLICT:
  case SALON_ERROR_NOT_FOUND:
  case SALON_ERROR_PERMISSION:
  case SALON_ERROR_BUSY:
  case SALON_ERROR_IO:
  case SALON_ERROR_INTERNAL:
  default:
    return _("The salon cannot be opened");
  }
}

static void
on_clicked (GtkButton *button, SalonProblemWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOICE], 0, g_object_get_data (G_OBJECT (button), "choice"));
}

static void
add_button (SalonProblemWindow *self, const char *label, const char *choice, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_add_css_class (button, "salon-outlined");
  g_object_set_data (G_OBJECT (button), "choice", (gpointer) choice);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_box_append (self->buttons, button);
}

static void
salon_problem_window_class_init (SalonProblemWindowClass *klass)
{
  /**
   * SalonProblemWindow::choice:
   * @what: "restore", "retry", "open" or "quit"
   */
  signals[SIGNAL_CHOICE] = g_signal_new ("choice", SALON_TYPE_PROBLEM_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
salon_problem_window_init (SalonProblemWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "salon");
  gtk_window_set_title (GTK_WINDOW (self), _("Salon Desk"));
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 560);
  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_halign (GTK_WIDGET (self->buttons), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "compact");
  gtk_widget_add_css_class (GTK_WIDGET (self->buttons), "salon-verbs");
  adw_status_page_set_icon_name (self->page, "salon-error-symbolic");
  adw_status_page_set_child (self->page, GTK_WIDGET (self->buttons));
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);
}

/**
 * salon_problem_window_new:
 * @error: why the database could not be opened
 *
 * Returns: (transfer none): a window, to be presented; "choice" tells what is to be done
 */
GtkWidget *
salon_problem_window_new (GtkApplication *app, const GError *error)
{
  SalonProblemWindow *self = g_object_new (SALON_TYPE_PROBLEM_WINDOW, "application", app, NULL);
  g_autofree char *text = g_markup_escape_text (error->message, -1);
  g_autofree char *body = g_strconcat (text, "\n", _("The file was not touched."), NULL);
  gboolean damaged = g_error_matches (error, SALON_ERROR, SALON_ERROR_CORRUPT)
                     || g_error_matches (error, SALON_ERROR, SALON_ERROR_FOREIGN);

  adw_status_page_set_title (self->page, title_of (error));
  adw_status_page_set_description (self->page, body);
  add_button (self, _("Restore a backup …"), "restore", damaged);
  add_button (self, _("Try again"), "retry", !damaged);
  add_button (self, _("Open another file …"), "open", FALSE);
  add_button (self, _("Quit"), "quit", FALSE);
  return GTK_WIDGET (self);
}
