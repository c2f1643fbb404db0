/* A list of clients has a strategy; a list of visits has two switches. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/import-options.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"

struct _SalonImportOptions {
  GtkWidget parent_instance;

  GtkWidget *for_clients;
  GtkWidget *for_visits;
  SalonPicker *strategy;
  GtkWidget *adds_services;
  GtkWidget *adds_clients;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonImportOptions, salon_import_options, GTK_TYPE_WIDGET)

static const struct {
  SalonImportStrategy strategy;
  const char *label;
} strategies[] = {
  { SALON_IMPORT_SKIP, N_ ("leave them as they are") },
  { SALON_IMPORT_FILL, N_ ("fill in what is empty") },
  { SALON_IMPORT_OVERWRITE, N_ ("overwrite with the file") },
  { SALON_IMPORT_MAKE_NEW, N_ ("add as new clients") },
};

static void
on_changed (SalonImportOptions *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
salon_import_options_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_import_options_parent_class)->dispose (object);
}

static void
salon_import_options_class_init (SalonImportOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_import_options_dispose;

  /**
   * SalonImportOptions::changed: something else was picked
   */
  signals[CHANGED] = g_signal_new ("changed", SALON_TYPE_IMPORT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "importoptions");
}

static GtkWidget *
build_for_clients (SalonImportOptions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autoptr (GListStore) store = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (strategies); i++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (strategies[i].strategy, _(strategies[i].label), NULL,
                                                              SALON_PICK_NO_COLOR);

    g_list_store_append (store, item);
  }
  self->strategy = SALON_PICKER (salon_picker_new (_("Who is there already"), _("choose …")));
  salon_picker_set_items (self->strategy, G_LIST_MODEL (store));
  salon_picker_set_selected (self->strategy, SALON_IMPORT_FILL);
  g_signal_connect_swapped (self->strategy, "notify::selected", G_CALLBACK (on_changed), self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->strategy), FALSE);
  gtk_box_append (GTK_BOX (box), salon_label_new (_("Who is there already:"), NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->strategy));
  return box;
}

static GtkWidget *
build_switch (SalonImportOptions *self, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_changed), self);
  return check;
}

static void
salon_import_options_init (SalonImportOptions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->for_clients = build_for_clients (self);
  self->for_visits = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  self->adds_services = build_switch (self, _("Make missing services and employees"));
  self->adds_clients = build_switch (self, _("Make missing clients"));
  salon_set_tooltip (self->adds_services, _("They go into the archive, so that nobody books them by mistake."));
  gtk_box_append (GTK_BOX (self->for_visits), self->adds_services);
  gtk_box_append (GTK_BOX (self->for_visits), self->adds_clients);
  gtk_box_append (GTK_BOX (box), self->for_clients);
  gtk_box_append (GTK_BOX (box), self->for_visits);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  salon_import_options_set_subject (self, SALON_IMPORT_CLIENTS);
}

/**
 * salon_import_options_new:
 *
 * Returns: (transfer floating): what is empty is filled, what is missing is made
 */
GtkWidget *
salon_import_options_new (void)
{
  return g_object_new (SALON_TYPE_IMPORT_OPTIONS, NULL);
}

/**
 * salon_import_options_set_subject: shows what concerns such a list
 */
void
salon_import_options_set_subject (SalonImportOptions *self, SalonImportSubject subject)
{
  gtk_widget_set_visible (self->for_clients, subject != SALON_IMPORT_VISITS);
  gtk_widget_set_visible (self->for_visits, subject == SALON_IMPORT_VISITS);
}

/**
 * salon_import_options_write: puts what is chosen into a request
 */
void
salon_import_options_write (SalonImportOptions *self, SalonImportRequest *request)
{
  request->strategy = (SalonImportStrategy) salon_picker_get_selected (self->strategy);
  request->adds_services = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->adds_services));
  request->adds_clients = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->adds_clients));
}
