/* Services by category.  A price list has a hundred lines or two: a list box with headings keeps them all. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "gui/pages/settings/kinds.h"
#include "gui/pages/settings/service-addons.h"
#include "gui/pages/settings/services-list.h"
#include "gui/parts/entity-form.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/swatch.h"
#include "gui/widgets/time-entry.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"

#define SERVICE_KEY "salon-service"

struct _SalonServicesList {
  GtkWidget parent_instance;

  SalonCard *card;
  GtkEntry *search;
  GtkListBox *box;
  GtkWidget *add;
  SalonCard *editor;
  GtkStack *stack; /* "form" or "empty" */
  SalonEntityForm *form;
  SalonServiceAddons *addons;

  SalonSession *session;
  SalonDirectory *directory;
  char *folded;     /* what is searched for */
  gint64 selected;  /* id of the service in the form; 0 = none or a new one */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonServicesList, salon_services_list, GTK_TYPE_WIDGET)

/* ---- lines */

static SalonService *
service_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), SERVICE_KEY);
}

static gint64
category_place (SalonServicesList *self, const SalonService *service)
{
  const SalonServiceCategory *category = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICE_CATEGORIES,
                                                               service->service_category_id);

  return category != NULL ? category->position : G_MAXINT64;
}

static int
by_category (gconstpointer a, gconstpointer b, gpointer data)
{
  const SalonService *x = *(SalonService *const *) a;
  const SalonService *y = *(SalonService *const *) b;
  gint64 place_x = category_place (data, x);
  gint64 place_y = category_place (data, y);

  if (place_x != place_y)
    return place_x < place_y ? -1 : 1;
  if (x->service_category_id != y->service_category_id)
    return x->service_category_id < y->service_category_id ? -1 : 1;
  return x->position < y->position ? -1 : x->position > y->position;
}

static GtkWidget *
create_row (SalonServicesList *self, SalonService *service)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = salon_label_new (service->name, NULL);
  g_autofree char *length = salon_duration_format ((int) (service->work1_min + service->gap_min + service->work2_min));
  g_autofree char *price = salon_money_format (service->price, salon_directory_currency (self->directory));
  GtkWidget *length_label = salon_label_new (length, "salon-secondary");
  GtkWidget *price_label = salon_label_new (price, "salon-num");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (length_label), 10);
  gtk_label_set_xalign (GTK_LABEL (length_label), 1);
  gtk_label_set_width_chars (GTK_LABEL (price_label), 9);
  gtk_label_set_xalign (GTK_LABEL (price_label), 1);
  gtk_widget_add_css_class (length_label, "salon-num");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), length_label);
  gtk_box_append (GTK_BOX (box), price_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  salon_set_accessible_label (row, service->name);
  g_object_set_data_full (G_OBJECT (row), SERVICE_KEY, g_object_ref (service), g_object_unref);
  return row;
}

static GtkWidget *
create_heading (SalonServicesList *self, const SalonService *service)
{
  const SalonServiceCategory *category = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICE_CATEGORIES,
                                                               service->service_category_id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  if (category != NULL)
    gtk_box_append (GTK_BOX (box), salon_swatch_new (10, (guint32) category->color));
  gtk_box_append (GTK_BOX (box), salon_label_new (category != NULL ? category->name : _("Without a category"), "salon-overline"));
  gtk_widget_add_css_class (box, "salon-list-heading");
  return box;
}

static void
header_of_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const SalonService *service = service_of (row);
  gboolean same = before != NULL && service_of (before)->service_category_id == service->service_category_id;

  gtk_list_box_row_set_header (row, same ? NULL : create_heading (data, service));
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  SalonServicesList *self = data;
  g_autofree char *folded = NULL;

  if (*self->folded == '\0')
    return TRUE;
  folded = salon_text_fold (service_of (row)->name);
  return strstr (folded, self->folded) != NULL;
}

/* ---- what is shown */

static GtkListBoxRow *
find_row (SalonServicesList *self, gint64 id)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    if (salon_entity_get_id (service_of (row)) == id)
      return row;
  return NULL;
}

static void
show_service (SalonServicesList *self, SalonService *service)
{
  self->selected = salon_entity_get_id (service);
  salon_card_set_title (self->editor, _("Service"));
  salon_entity_form_set_entity (self->form, service);
  salon_service_addons_show (self->addons, service);
  gtk_stack_set_visible_child_name (self->stack, "form");
}

static void
show_nothing (SalonServicesList *self)
{
  self->selected = 0;
  salon_card_set_title (self->editor, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* After a change: the same service stays chosen; what was removed leaves nothing. */
static void
keep_selected (SalonServicesList *self)
{
  GtkListBoxRow *row = self->selected != 0 ? find_row (self, self->selected) : NULL;

  if (row != NULL) {
    gtk_list_box_select_row (self->box, row);
    salon_entity_form_set_entity (self->form, service_of (row));
    salon_service_addons_show (self->addons, service_of (row));
  } else if (self->selected != 0) {
    show_nothing (self);
  }
}

static void
fill (SalonServicesList *self)
{
  GPtrArray *services = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICES);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new (); /* holds no references: a copy would free them */
  g_autofree char *count = g_strdup_printf ("%u", services->len);
  GtkWidget *row = NULL;

  g_ptr_array_extend (sorted, services, NULL, NULL);
  self->filling = TRUE;
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->box, 0))) != NULL)
    gtk_list_box_remove (self->box, row);
  g_ptr_array_sort_with_data (sorted, by_category, self);
  for (guint i = 0; i < sorted->len; i++)
    gtk_list_box_append (self->box, create_row (self, sorted->pdata[i]));
  salon_card_set_note (self->card, count);
  keep_selected (self);
  self->filling = FALSE;
}

/* ---- callbacks */

static void
on_directory (SalonDirectory *directory, SalonServicesList *self)
{
  fill (self);
}

static void
on_row_selected (GtkListBox *box, GtkListBoxRow *row, SalonServicesList *self)
{
  if (row != NULL && !self->filling)
    show_service (self, service_of (row));
}

static void
on_search (GtkEditable *entry, SalonServicesList *self)
{
  g_free (self->folded);
  self->folded = salon_text_fold (gtk_editable_get_text (entry));
  gtk_list_box_invalidate_filter (self->box);
  gtk_list_box_invalidate_headers (self->box);
}

static void
on_add (GtkButton *button, SalonServicesList *self)
{
  g_autoptr (SalonService) service = salon_service_new ();
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  service->work1_min = 60;
  if (row != NULL) {
    service->service_category_id = service_of (row)->service_category_id;
    service->zone_id = service_of (row)->zone_id;
    service->room_kind_id = service_of (row)->room_kind_id;
  }
  self->selected = 0;
  gtk_list_box_unselect_all (self->box);
  salon_card_set_title (self->editor, _("New service"));
  salon_entity_form_start (self->form, service);
  salon_service_addons_show (self->addons, NULL);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
on_saved (SalonEntityForm *form, gint64 id, SalonServicesList *self)
{
  self->selected = id;
}

static void
on_closed (SalonEntityForm *form, SalonServicesList *self)
{
  show_nothing (self);
}

/* ---- building */

static void
salon_services_list_dispose (GObject *object)
{
  SalonServicesList *self = SALON_SERVICES_LIST (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (salon_services_list_parent_class)->dispose (object);
}

static void
salon_services_list_class_init (SalonServicesListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_services_list_dispose;
  GTK_WIDGET_CLASS (klass)->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
build_list (SalonServicesList *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *nothing = salon_wrapped_label_new (_("No service is called that."), "salon-secondary");

  self->card = SALON_CARD (salon_card_new (_("Services")));
  self->search = GTK_ENTRY (gtk_entry_new ());
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->add = gtk_button_new_with_label (_("Add a service"));
  gtk_widget_add_css_class (nothing, "salon-nothing");
  gtk_list_box_set_placeholder (self->box, nothing);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_entry_set_placeholder_text (self->search, _("Search in the services"));
  gtk_entry_set_icon_from_icon_name (self->search, GTK_ENTRY_ICON_PRIMARY, "salon-search-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->search), "salon-list-search");
  salon_set_accessible_label (self->search, _("Search in the services"));
  salon_set_accessible_label (self->box, _("Services"));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "salon-entities");
  gtk_list_box_set_header_func (self->box, header_of_row, self, NULL);
  gtk_list_box_set_filter_func (self->box, matches, self, NULL);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (content), scrolled (GTK_WIDGET (self->box)));
  gtk_widget_add_css_class (GTK_WIDGET (self->card), "flush");
  salon_card_set_child (self->card, content);
  salon_card_add_suffix (self->card, self->add);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
}

static void
build_editor (SalonServicesList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->editor = SALON_CARD (salon_card_new (NULL));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->form = SALON_ENTITY_FORM (salon_entity_form_new (self->session, salon_service_asks, salon_n_service_asks));
  gtk_stack_add_named (self->stack,
                       salon_empty_state_new ("salon-staff-symbolic", _("No service chosen"),
                                              _("Choose one at the left to change it, or add a new one.")),
                       "empty");
  self->addons = SALON_SERVICE_ADDONS (salon_service_addons_new (self->session));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->addons));
  gtk_stack_add_named (self->stack, scrolled (box), "form");
  salon_card_set_child (self->editor, GTK_WIDGET (self->stack));
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
}

static void
salon_services_list_init (SalonServicesList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  self->folded = g_strdup ("");
}

/**
 * salon_services_list_new:
 *
 * Returns: (transfer floating): the services of @session
 */
GtkWidget *
salon_services_list_new (SalonSession *session)
{
  SalonServicesList *self = g_object_new (SALON_TYPE_SERVICES_LIST, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  build_list (self);
  build_editor (self);
  g_signal_connect (self->box, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect (self->search, "changed", G_CALLBACK (on_search), self);
  g_signal_connect (self->add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (self->form, "cancelled", G_CALLBACK (on_closed), self);
  g_signal_connect (self->form, "removed", G_CALLBACK (on_closed), self);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (self->directory))
    fill (self);
  return GTK_WIDGET (self);
}

/**
 * salon_services_list_set_editable: whether anything can be changed; all can be read in any case
 */
void
salon_services_list_set_editable (SalonServicesList *self, gboolean editable)
{
  gtk_widget_set_visible (self->add, editable);
  salon_entity_form_set_editable (self->form, editable);
  salon_service_addons_set_editable (self->addons, editable);
}
