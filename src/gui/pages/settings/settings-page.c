/* The table of sections, the list of them, and a stack in which each is made when it is first opened. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/designer.h"
#include "gui/pages/settings/sections.h"
#include "gui/pages/settings/settings-page.h"
#include "gui/parts/by-camera.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/page.h"

static const struct {
  const char *id;
  const char *title;
  const char *icon_name;
  GtkWidget *(*create) (SalonSession *session);
  gboolean (*is_built) (void); /* NULL: always */
} sections[] = {
  { "salon", NC_("settings", "Salon"), "salon-desk-symbolic", salon_settings_salon_new },
  { "hours", NC_("settings", "Opening hours"), "salon-clock-symbolic", salon_settings_hours_new },
  { "rooms", NC_("settings", "Rooms"), "salon-room-symbolic", salon_settings_rooms_new },
  { "services", NC_("settings", "Services"), "salon-staff-symbolic", salon_settings_services_new },
  { "goods", NC_("settings", "Goods"), "salon-bag-symbolic", salon_settings_goods_new },
  { "prices", NC_("settings", "Levels and tax"), "salon-wallet-symbolic", salon_settings_prices_new },
  { "till", NC_("settings", "Checkout"), "salon-wallet-symbolic", salon_settings_till_new },
  { "scanner", NC_("settings", "Scanner"), "salon-scanner-symbolic", salon_settings_scanner_new },
  { "tickets", NC_("settings", "Season tickets"), "salon-ticket-symbolic", salon_settings_tickets_new },
  { "discounts", NC_("settings", "Discounts"), "salon-tag-symbolic", salon_settings_discounts_new },
  { "cards", NC_("settings", "Cards"), "salon-card-symbolic", salon_settings_cards_new },
  { "checklists", NC_("settings", "Checklists"), "salon-check-symbolic", salon_settings_checklists_new },
  { "lists", NC_("settings", "Lists"), "salon-tag-symbolic", salon_settings_lists_new },
  { "segments", NC_("settings", "Segments"), "salon-filter-symbolic", salon_settings_segments_new },
  { "status", NC_("settings", "Client status"), "salon-status-permanent-symbolic", salon_settings_status_new },
  { "users", NC_("settings", "Users"), "salon-user-symbolic", salon_settings_users_new },
  { "camera", NC_("settings", "Camera"), "salon-camera-symbolic", salon_settings_camera_new, salon_by_camera_is_built },
  { "exports", NC_("settings", "Exports"), "salon-open-symbolic", salon_settings_exports_new },
  { "imports", NC_("settings", "Imports"), "salon-open-symbolic", salon_settings_imports_new },
  { "backup", NC_("settings", "Backups"), "salon-undo-symbolic", salon_settings_backup_new },
};

struct _SalonSettingsPage {
  GtkWidget parent_instance;

  GtkWidget *side; /* scrolls the list */
  GtkListBox *list;
  GtkStack *stack;
  SalonDesigner *designer; /* instead of the two, while a design is open; NULL = none was yet */

  SalonSession *session;
};

static void salon_settings_page_iface_init (SalonPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonSettingsPage, salon_settings_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_PAGE, salon_settings_page_iface_init))

static gboolean
is_built (guint section)
{
  return sections[section].is_built == NULL || sections[section].is_built ();
}

/* ---- the designer, which takes up the whole page */

static gboolean
is_designing (SalonSettingsPage *self)
{
  return self->designer != NULL && gtk_widget_get_visible (GTK_WIDGET (self->designer));
}

static void
show_designer (SalonSettingsPage *self, gboolean show)
{
  gtk_widget_set_visible (self->side, !show);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !show);
  gtk_widget_set_visible (GTK_WIDGET (self->designer), show);
}

static void
open_design (SalonSettingsPage *self, gint64 design)
{
  if (self->designer == NULL) {
    self->designer = SALON_DESIGNER (salon_designer_new (self->session));
    gtk_widget_set_hexpand (GTK_WIDGET (self->designer), TRUE);
    gtk_widget_set_parent (GTK_WIDGET (self->designer), GTK_WIDGET (self));
  }
  show_designer (self, TRUE);
  salon_designer_open (self->designer, design);
}

static void
close_design (SalonSettingsPage *self)
{
  if (!is_designing (self))
    return;
  salon_designer_close (self->designer);
  show_designer (self, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
action_open_design (GtkWidget *widget, const char *name, GVariant *target)
{
  open_design (SALON_SETTINGS_PAGE (widget), g_variant_get_int64 (target));
}

static void
action_close_design (GtkWidget *widget, const char *name, GVariant *target)
{
  close_design (SALON_SETTINGS_PAGE (widget));
}

/* ---- page */

static gboolean
settings_back (SalonPage *page)
{
  SalonSettingsPage *self = SALON_SETTINGS_PAGE (page);

  if (!is_designing (self))
    return FALSE;
  if (!salon_designer_step_back (self->designer))
    close_design (self);
  return TRUE;
}

static void
settings_activate (SalonPage *page)
{
  SalonSettingsPage *self = SALON_SETTINGS_PAGE (page);

  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static gboolean
settings_open_text (SalonPage *page, const char *what, const char *text)
{
  SalonSettingsPage *self = SALON_SETTINGS_PAGE (page);

  if (!g_str_equal (what, "section"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].id, text) && is_built (i)) {
      close_design (self);
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
      return TRUE;
    }
  return FALSE;
}

static void
salon_settings_page_iface_init (SalonPageInterface *iface)
{
  iface->activate = settings_activate;
  iface->open_text = settings_open_text;
  iface->back = settings_back;
}

/* ---- callbacks */

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, SalonSettingsPage *self)
{
  guint i = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_N_ELEMENTS (sections);

  if (i >= G_N_ELEMENTS (sections))
    return;
  if (gtk_stack_get_child_by_name (self->stack, sections[i].id) == NULL)
    gtk_stack_add_named (self->stack, sections[i].create (self->session), sections[i].id);
  gtk_stack_set_visible_child_name (self->stack, sections[i].id);
}

/* ---- building */

static void
salon_settings_page_dispose (GObject *object)
{
  SalonSettingsPage *self = SALON_SETTINGS_PAGE (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_settings_page_parent_class)->dispose (object);
}

static void
salon_settings_page_class_init (SalonSettingsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_settings_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "settings.open-design", "x", action_open_design);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "settings.close-design", NULL, action_close_design);
}

static GtkWidget *
create_row (const char *icon_name, const char *title, gboolean is_shown)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), salon_label_new (title, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  salon_set_accessible_label (row, title);
  gtk_widget_set_visible (row, is_shown);
  return row;
}

static void
salon_settings_page_init (SalonSettingsPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE); /* no wider than what is shown, with large text */
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-sections");
  salon_set_accessible_label (self->list, _("Sections of the settings"));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_list_box_append (self->list, create_row (sections[i].icon_name,
                                                 g_dpgettext2 (GETTEXT_PACKAGE, "settings", sections[i].title), is_built (i)));
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  self->side = scroller;
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  salon_compat_hide_unseen_pages (self->stack);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
}

/**
 * salon_settings_page_new:
 *
 * Returns: (transfer floating): the settings of @session
 */
GtkWidget *
salon_settings_page_new (SalonSession *session)
{
  SalonSettingsPage *self = g_object_new (SALON_TYPE_SETTINGS_PAGE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_settings_page_get_section:
 *
 * Returns: (transfer none) (nullable): the id of the section that is shown
 */
const char *
salon_settings_page_get_section (SalonSettingsPage *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}
