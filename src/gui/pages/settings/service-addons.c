/* The pairs of services and add-ons, seen from either side. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/service-addons.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/tag-list.h"
#include "model/entities/service-addon.h"
#include "model/services/catalogue.h"

struct _SalonServiceAddons {
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkWidget *hint;
  SalonTagList *list;
  SalonPicker *adder;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonService *service;     /* NULL = none is shown */
  gboolean editable;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonServiceAddons, salon_service_addons, GTK_TYPE_WIDGET)

/* The other side of a pair, or 0 if it is not about the service that is shown. */
static gint64
other_of (SalonServiceAddons *self, const SalonServiceAddon *pair)
{
  gint64 id = salon_entity_get_id (self->service);

  if (self->service->is_addon != 0)
    return pair->addon_id == id ? pair->service_id : 0;
  return pair->service_id == id ? pair->addon_id : 0;
}

static SalonServiceAddon *
find_pair (SalonServiceAddons *self, gint64 other)
{
  GPtrArray *pairs = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_ADDONS);

  for (guint i = 0; i < pairs->len; i++)
    if (other_of (self, pairs->pdata[i]) == other)
      return pairs->pdata[i];
  return NULL;
}

/* ---- saving */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonServiceAddons) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (self->session == NULL)
    return;
  if (salon_session_submit_finish (SALON_SESSION (source), result, &done, &error))
    salon_note_done (GTK_WIDGET (self), _("Saved."), &done);
  else if (self->session != NULL)
    salon_note_error (GTK_WIDGET (self), error);
}

static void
on_add (SalonPicker *picker, GParamSpec *spec, SalonServiceAddons *self)
{
  gint64 other = salon_picker_get_selected (picker);
  g_autoptr (SalonServiceAddon) pair = NULL;

  if (self->filling || other == SALON_PICK_NONE || self->service == NULL)
    return;
  pair = salon_service_addon_new ();
  pair->service_id = self->service->is_addon != 0 ? other : salon_entity_get_id (self->service);
  pair->addon_id = self->service->is_addon != 0 ? salon_entity_get_id (self->service) : other;
  salon_session_submit (self->session, &salon_command_catalogue_save, salon_entity_draft_new (NULL, pair), NULL, NULL,
                        on_saved, g_object_ref (self));
}

static void
on_removed (SalonTagList *list, gint64 other, SalonServiceAddons *self)
{
  SalonServiceAddon *pair = self->service != NULL ? find_pair (self, other) : NULL;

  if (pair != NULL)
    salon_session_submit (self->session, &salon_command_catalogue_archive, salon_entity_draft_new (NULL, pair), NULL, NULL,
                          on_saved, g_object_ref (self));
}

/* ---- rendering */

/* Of the other kind, and not there yet. */
static void
fill_adder (SalonServiceAddons *self)
{
  GPtrArray *all = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICES);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GListModel) items = NULL;

  for (guint i = 0; i < all->len; i++) {
    SalonService *service = all->pdata[i];

    if ((service->is_addon != 0) != (self->service->is_addon != 0) && find_pair (self, salon_entity_get_id (service)) == NULL)
      g_ptr_array_add (some, service);
  }
  items = salon_items_of_services (some, salon_directory_currency (self->directory));
  salon_picker_set_items (self->adder, items);
  salon_picker_set_selected (self->adder, SALON_PICK_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->adder), self->editable && some->len > 0);
}

static void
fill_list (SalonServiceAddons *self)
{
  GPtrArray *pairs = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_ADDONS);
  guint n = 0;

  salon_tag_list_clear (self->list);
  for (guint i = 0; i < pairs->len; i++) {
    gint64 other = other_of (self, pairs->pdata[i]);
    const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, other);

    if (other == 0 || service == NULL)
      continue;
    salon_tag_list_append (self->list, other, service->name, SALON_TAG_NO_MARK, self->editable);
    n++;
  }
  gtk_widget_set_visible (self->hint, n == 0 && self->service->is_addon != 0);
}

static void
render (SalonServiceAddons *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->service != NULL);
  if (self->service == NULL || !salon_directory_is_ready (self->directory))
    return;
  self->filling = TRUE;
  gtk_label_set_text (self->title, self->service->is_addon != 0 ? _("Goes with") : _("Add-ons"));
  fill_list (self);
  fill_adder (self);
  self->filling = FALSE;
}

static void
on_directory (SalonDirectory *directory, SalonServiceAddons *self)
{
  render (self);
}

/* ---- building */

static void
salon_service_addons_dispose (GObject *object)
{
  SalonServiceAddons *self = SALON_SERVICE_ADDONS (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (salon_service_addons_parent_class)->dispose (object);
}

static void
salon_service_addons_class_init (SalonServiceAddonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_service_addons_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "serviceaddons");
}

static void
salon_service_addons_init (SalonServiceAddons *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->title = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  self->hint = salon_wrapped_label_new (_("Say with which services it is offered: alone it never is."), "salon-secondary");
  self->list = SALON_TAG_LIST (salon_tag_list_new ());
  self->adder = SALON_PICKER (salon_picker_new (C_ ("verb", "Add"), C_ ("verb", "Add")));
  salon_picker_set_quiet (self->adder);
  gtk_widget_add_css_class (GTK_WIDGET (self->adder), "adder");
  salon_tag_list_set_adder (self->list, GTK_WIDGET (self->adder));
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  self->editable = TRUE;
  g_signal_connect (self->adder, "notify::selected", G_CALLBACK (on_add), self);
  g_signal_connect (self->list, "removed", G_CALLBACK (on_removed), self);
}

/**
 * salon_service_addons_new:
 *
 * Returns: (transfer floating): of no service yet, invisible
 */
GtkWidget *
salon_service_addons_new (SalonSession *session)
{
  SalonServiceAddons *self = g_object_new (SALON_TYPE_SERVICE_ADDONS, "visible", FALSE, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_service_addons_show:
 * @service: (nullable): as it is saved; %NULL = a new one, which has no add-ons yet
 */
void
salon_service_addons_show (SalonServiceAddons *self, SalonService *service)
{
  g_set_object (&self->service, service);
  render (self);
}

/**
 * salon_service_addons_set_editable: whether anything can be changed
 */
void
salon_service_addons_set_editable (SalonServiceAddons *self, gboolean editable)
{
  self->editable = editable;
  render (self);
}
