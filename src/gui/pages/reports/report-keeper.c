/* Any report can be saved by a name of its own; one that is saved can be changed, called otherwise, or removed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-keeper.h"
#include "gui/pages/reports/report-name.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "model/services/own-reports.h"

struct _SalonReportKeeper {
  GtkWidget parent_instance;

  SalonReportName *name;
  GtkWidget *more; /* what can be done with an own report */

  SalonSession *session;
  SalonReportSpec *spec;
  gint64 own; /* 0 = a report of the program */
};

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportKeeper, salon_report_keeper, GTK_TYPE_WIDGET)

/* ---- what is done */

static void
tell (GObject *source, GAsyncResult *result, SalonReportKeeper *taken, const char *note, gboolean show)
{
  g_autoptr (SalonReportKeeper) self = taken;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (!ok) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_note_done (GTK_WIDGET (self), note, &done);
  if (show)
    g_signal_emit (self, signals[SAVED], 0, done.id);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  tell (source, result, data, _("Report saved."), TRUE);
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  tell (source, result, data, _("Own report removed."), FALSE);
}

static void
save (SalonReportKeeper *self, gint64 id, const char *name, SalonReportSpec *spec)
{
  salon_report_name_close (self->name);
  salon_session_submit (self->session, &salon_command_own_report_save, salon_own_report_draft_new (id, name, spec), NULL, NULL, on_saved,
                        g_object_ref (self));
}

static void
on_named (SalonReportName *name, const char *text, SalonReportKeeper *self)
{
  save (self, 0, text, self->spec);
}

static void
on_change (GtkButton *button, SalonReportKeeper *self)
{
  save (self, self->own, NULL, self->spec);
}

static void
on_rename (GtkButton *button, SalonReportKeeper *self)
{
  g_autofree char *name = salon_report_name_get (self->name);

  if (*name != '\0')
    save (self, self->own, name, NULL);
}

static void
on_remove (GtkButton *button, SalonReportKeeper *self)
{
  salon_report_name_close (self->name);
  salon_session_submit (self->session, &salon_command_own_report_archive, salon_id_request_new (self->own), NULL, NULL, on_removed,
                        g_object_ref (self));
}

/* ---- object */

static void
salon_report_keeper_dispose (GObject *object)
{
  SalonReportKeeper *self = SALON_REPORT_KEEPER (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
  G_OBJECT_CLASS (salon_report_keeper_parent_class)->dispose (object);
}

static void
salon_report_keeper_class_init (SalonReportKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_report_keeper_dispose;

  /**
   * SalonReportKeeper::saved:
   * @own: the id of the report
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_report_keeper_init (SalonReportKeeper *self)
{
}

static void
add_button (SalonReportKeeper *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "salon-outlined");
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->more), button);
}

/**
 * salon_report_keeper_new:
 */
GtkWidget *
salon_report_keeper_new (SalonSession *session)
{
  SalonReportKeeper *self = g_object_new (SALON_TYPE_REPORT_KEEPER, NULL);

  self->session = g_object_ref (session);
  self->name = SALON_REPORT_NAME (salon_report_name_new (C_ ("report", "Save"), _("Name of the report"), C_ ("report", "Save as own")));
  salon_set_tooltip (gtk_widget_get_first_child (GTK_WIDGET (self->name)), _("Save as an own report (Ctrl+S)"));
  self->more = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  add_button (self, C_ ("report", "Save changes"), G_CALLBACK (on_change));
  add_button (self, C_ ("report", "Rename"), G_CALLBACK (on_rename));
  add_button (self, C_ ("report", "Remove"), G_CALLBACK (on_remove));
  salon_report_name_add (self->name, self->more);
  g_signal_connect (self->name, "named", G_CALLBACK (on_named), self);
  gtk_widget_set_parent (GTK_WIDGET (self->name), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_report_keeper_set:
 * @own: the own report that is shown; 0 = none
 * @name: (nullable): its name
 */
void
salon_report_keeper_set (SalonReportKeeper *self, SalonReportSpec *spec, gint64 own, const char *name)
{
  g_return_if_fail (SALON_IS_REPORT_KEEPER (self));

  salon_report_spec_ref (spec);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
  self->spec = spec;
  if (own != self->own || own == 0)
    salon_report_name_set_usual (self->name, name != NULL ? name : "");
  self->own = own;
  gtk_widget_set_visible (self->more, own != 0);
}

/**
 * salon_report_keeper_open: asks for the name
 */
void
salon_report_keeper_open (SalonReportKeeper *self)
{
  salon_report_name_open (self->name);
}
