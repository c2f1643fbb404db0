/* The whole base can be scrolled to its last client: ids at once, rows as they come into view.  A new
 * order or a narrower list sets a new model that inherits the rows that are there.  Who is shown is one filter: the
 * strip of segments, the line above the table and the panel beside it show it and hand in another one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/bulk-bar.h"
#include "gui/pages/clients/client-columns.h"
#include "gui/pages/clients/client-views.h"
#include "gui/pages/clients/clients-page.h"
#include "gui/pages/clients/filter-line.h"
#include "gui/pages/clients/filter-panel.h"
#include "gui/pages/clients/merge-many.h"
#include "gui/pages/clients/segment-strip.h"
#include "gui/parts/export-source.h"
#include "gui/parts/notes.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/page.h"
#include "gui/widgets/shell.h"
#include "model/entities/filter-text.h"
#include "model/rules/permission.h"
#include "model/services/list-model.h"

#define LEAST_PANEL 290
#define USUAL_PANEL 300
#define MOST_PANEL  600
#define HANDLE      12

struct _SalonClientsPage {
  GtkWidget parent_instance;

  SalonClientViews *views;
  SalonSegmentStrip *strip;
  GtkPaned *paned;
  SalonCard *card;
  GtkWidget *search;
  GtkToggleButton *filters;
  SalonFilterLine *line;
  SalonBanner *banner;
  GtkStack *stack;
  SalonTable *table;
  SalonBulkBar *bulk;
  GtkWidget *side;
  SalonFilterPanel *panel;

  SalonSession *session;
  GSettings *memory; /* NULL: nothing is remembered */
  SalonTicks *ticks;
  SalonFilter *filter; /* who is shown */
  gint64 imported;     /* of them only those of this import; 0 = all */
  SalonListModel *model;
  const SalonQuery *rows_query; /* of the model */
  GCancellable *cancellable;
  SalonClientSort sort;
  gboolean descending;
  gboolean active;
  gboolean stale;
  gint64 opened; /* the client whose card was opened from a row; 0 = none */
  gboolean is_placed; /* the filters have their width */
};

static void salon_clients_page_iface_init (SalonPageInterface *iface);
static void salon_clients_page_export_iface_init (SalonExportSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonClientsPage, salon_clients_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_PAGE, salon_clients_page_iface_init)
                                   G_IMPLEMENT_INTERFACE (SALON_TYPE_EXPORT_SOURCE, salon_clients_page_export_iface_init))

/* ---- loading */

/* Where one came from, in the order and with the rows of now. */
static void
select_opened (SalonClientsPage *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;

  if (!salon_client_views_is_list (self->views))
    return;
  for (guint i = 0; i < n && self->opened != 0; i++)
    if (salon_list_model_get_id (self->model, i) == self->opened) {
      salon_table_select (self->table, i);
      break;
    }
  self->opened = 0;
}

static void
show_ids (SalonClientsPage *self, GArray *ids)
{
  const SalonQuery *rows_query = salon_client_rows_query (self->table);
  SalonListModel *previous = rows_query == self->rows_query ? self->model : NULL;
  SalonListModel *model = salon_list_model_new (self->session, rows_query, "client", ids, previous);
  g_autofree char *note = g_strdup_printf (ngettext ("%u client", "%u clients", ids->len), ids->len);

  salon_table_set_model (self->table, G_LIST_MODEL (model));
  g_clear_object (&self->model);
  self->model = model;
  self->rows_query = rows_query;
  select_opened (self);
  salon_card_set_note (self->card, note);
  salon_bulk_bar_set_found (self->bulk, ids);
  gtk_stack_set_visible_child_name (self->stack, ids->len > 0 ? "table" : "empty");
}

static void
on_ids (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (ids != NULL)
    show_ids (self, ids);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
load (SalonClientsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  SalonClientListRequest *request = NULL;

  if (self->stale)
    salon_segment_strip_load (self->strip);
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request = salon_client_list_request_new (self->sort, self->descending, *text != '\0' ? text : NULL);
  salon_client_list_request_set_filter (request, self->filter);
  request->imported = self->imported;
  salon_session_query (self->session, &salon_query_client_ids, SALON_LANE_INTERACTIVE, request, self->cancellable, on_ids,
                       g_object_ref (self));
}

static void
set_filter (SalonClientsPage *self, SalonFilter *filter)
{
  if (salon_filter_equal (self->filter, filter))
    return;
  salon_filter_ref (filter);
  salon_filter_unref (self->filter);
  self->filter = filter;
  salon_filter_panel_set_filter (self->panel, filter);
  salon_filter_line_set_filter (self->line, filter);
  salon_segment_strip_set_filter (self->strip, filter);
  salon_bulk_bar_set_in_archive (self->bulk, salon_filter_mentions (filter, "archived"));
  load (self);
}

/* ---- callbacks */

static void
on_search_changed (GtkEditable *editable, SalonClientsPage *self)
{
  const char *text = gtk_editable_get_text (editable);

  salon_filter_panel_set_text (self->panel, *text != '\0' ? text : NULL);
  load (self);
}

static void
on_filter (GtkWidget *from, SalonFilter *filter, SalonClientsPage *self)
{
  set_filter (self, filter);
}

static void
on_panel_closed (SalonFilterPanel *panel, SalonClientsPage *self)
{
  gtk_toggle_button_set_active (self->filters, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->filters));
}

static void
remember_width (SalonClientsPage *self)
{
  int width = gtk_widget_get_width (self->side);

  if (self->memory != NULL && width > 0 && gtk_widget_get_visible (self->side))
    g_settings_set_int (self->memory, "client-filter-width", CLAMP (width, LEAST_PANEL, MOST_PANEL));
}

static void
on_filters_toggled (GtkToggleButton *button, SalonClientsPage *self)
{
  gboolean shown = gtk_toggle_button_get_active (button);

  if (!shown)
    remember_width (self);
  gtk_widget_set_visible (self->side, shown);
  if (self->memory != NULL)
    g_settings_set_boolean (self->memory, "client-filter-shown", shown);
}

/* Columns with more in them need other rows. */
static void
on_layout_changed (SalonTable *table, SalonClientsPage *self)
{
  if (self->memory != NULL)
    g_settings_set_value (self->memory, "client-columns", salon_table_get_layout (table));
  if (salon_client_rows_query (table) != self->rows_query)
    load (self);
}

/* The width of the filters is known as soon as the page has one. */
static void
on_max_position (GtkPaned *paned, GParamSpec *pspec, SalonClientsPage *self)
{
  int width = self->memory != NULL ? g_settings_get_int (self->memory, "client-filter-width") : USUAL_PANEL;

  if (self->is_placed || !gtk_widget_get_visible (self->side) || gtk_widget_get_width (GTK_WIDGET (paned)) == 0)
    return;
  self->is_placed = TRUE;
  gtk_paned_set_position (paned, gtk_widget_get_width (GTK_WIDGET (paned)) - CLAMP (width, LEAST_PANEL, MOST_PANEL) - HANDLE);
}

static void
on_sort_changed (SalonTable *table, const char *column, gboolean descending, SalonClientsPage *self)
{
  if (!salon_client_sort_of_column (column, &self->sort))
    return;
  self->descending = descending;
  load (self);
}

static void
on_item_activated (SalonTable *table, SalonListRow *row, SalonClientsPage *self)
{
  self->opened = salon_list_row_get_id (row);
  salon_client_views_open_card (self->views, self->opened);
}

/* Rows renew themselves; the order and the number only change with these. */
static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonClientsPage *self)
{
  if (salon_change_set_touches (changes, "segment") && self->active)
    salon_segment_strip_load (self->strip);
  if (!salon_change_set_touches (changes, "client") && !salon_change_set_touches (changes, "figures"))
    return;
  self->stale = TRUE;
  if (!self->active || !salon_client_views_is_list (self->views))
    return;
  load (self);
  salon_filter_panel_renew (self->panel);
}

static void
update_verbs (SalonClientsPage *self)
{
  SalonPermissions may = salon_actor_permissions (salon_session_actor (self->session));

  gboolean contacts = salon_permissions_have (may, SALON_PERMISSION_CLIENTS_CONTACTS);

  salon_table_set_barred (self->table, "phone", !contacts);
  salon_table_set_barred (self->table, "email", !contacts);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clients.import", salon_permissions_have (may, SALON_PERMISSION_CLIENTS_IMPORT));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clients.duplicates",
                                 salon_permissions_have (may, SALON_PERMISSION_CLIENTS_ARCHIVE));
}

/* Rows that were read for one user are not shown to the next. */
static void
on_actor_changed (SalonSession *session, SalonClientsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  salon_table_set_model (self->table, NULL);
  g_clear_object (&self->model);
  update_verbs (self);
  self->stale = TRUE;
  if (self->active)
    load (self);
}

/* ---- other views, other programs */

static void
show_imported (SalonClientsPage *self, gint64 operation)
{
  self->imported = operation;
  self->stale = TRUE;
  if (operation != 0)
    salon_banner_show (self->banner, SALON_TONE_BLUE, _("Only the clients of the import are shown."));
  else
    salon_banner_hide (self->banner);
}

static void
on_show_imported (SalonClientViews *views, gint64 operation, SalonClientsPage *self)
{
  show_imported (self, operation);
}

static void
action_show_all (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientsPage *self = SALON_CLIENTS_PAGE (widget);

  show_imported (self, 0);
  load (self);
}

static void
on_banner_closed (SalonBanner *banner, SalonClientsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "clients.show-all", NULL);
}

/* What changed while something else was shown is read now. */
static void
on_back (SalonClientViews *views, SalonClientsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  if (self->active && self->stale)
    load (self);
  else
    select_opened (self);
}

static void
on_merge (GtkWidget *from, SalonSession *session, GArray *ids, gpointer data)
{
  salon_client_views_open_merge (SALON_CLIENTS_PAGE (data)->views, ids);
}

static void
on_export (GtkWidget *from, SalonSession *session, GArray *ids, gpointer data)
{
  gtk_widget_activate_action (from, "win.export-clients", NULL);
}

static void
action_import (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_client_views_open_import (SALON_CLIENTS_PAGE (widget)->views, NULL);
}

static void
action_duplicates (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_client_views_open_duplicates (SALON_CLIENTS_PAGE (widget)->views, 0, 0);
}

static SalonExportScope *
clients_get_scope (SalonExportSource *source)
{
  SalonClientsPage *self = SALON_CLIENTS_PAGE (source);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (SalonFilter) filter = salon_filter_ref (self->filter);
  g_autofree char *told = NULL;
  gboolean ticked = FALSE;
  g_autoptr (GArray) ids = salon_bulk_bar_get_ids (self->bulk, &ticked);

  if (*text != '\0')
    filter = salon_filter_and (g_steal_pointer (&filter), salon_filter_new_contains ("text", text));
  told = salon_filter_is_everybody (filter) ? NULL : salon_filter_print (filter);
  return salon_export_scope_new (ids, ticked, told, NULL);
}

static void
salon_clients_page_export_iface_init (SalonExportSourceInterface *iface)
{
  iface->get_scope = clients_get_scope;
}

/* ---- page */

static void
clients_activate (SalonPage *page)
{
  SalonClientsPage *self = SALON_CLIENTS_PAGE (page);

  self->active = TRUE;
  if (self->stale)
    load (self);
}

static void
clients_deactivate (SalonPage *page)
{
  remember_width (SALON_CLIENTS_PAGE (page));
  SALON_CLIENTS_PAGE (page)->active = FALSE;
}

static gboolean
clients_open_text (SalonPage *page, const char *what, const char *text)
{
  if (!g_str_equal (what, "import"))
    return FALSE;
  salon_client_views_open_import (SALON_CLIENTS_PAGE (page)->views, text);
  return TRUE;
}

/* Another view, a question, then the filters, then what narrows the list. */
static gboolean
clients_back (SalonPage *page)
{
  SalonClientsPage *self = SALON_CLIENTS_PAGE (page);

  if (salon_client_views_back (self->views) || salon_bulk_bar_back (self->bulk))
    return TRUE;
  if (salon_has_focus (GTK_WIDGET (self->panel)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->table));
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  return TRUE;
}

static void
action_narrow (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_grab_focus (SALON_CLIENTS_PAGE (widget)->search);
}

/* Shows the filters and goes there; from there, hides them. */
static void
action_filters (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientsPage *self = SALON_CLIENTS_PAGE (widget);
  gboolean hide = gtk_toggle_button_get_active (self->filters) && salon_has_focus (GTK_WIDGET (self->panel));

  gtk_toggle_button_set_active (self->filters, !hide);
  if (hide)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->panel), GTK_DIR_TAB_FORWARD);
}

static void
salon_clients_page_iface_init (SalonPageInterface *iface)
{
  iface->open_text = clients_open_text;
  iface->activate = clients_activate;
  iface->deactivate = clients_deactivate;
  iface->back = clients_back;
}

/* ---- building */

static void
salon_clients_page_dispose (GObject *object)
{
  SalonClientsPage *self = SALON_CLIENTS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  g_clear_object (&self->ticks);
  g_clear_object (&self->memory);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_clients_page_parent_class)->dispose (object);
}

static void
salon_clients_page_finalize (GObject *object)
{
  salon_filter_unref (SALON_CLIENTS_PAGE (object)->filter);
  G_OBJECT_CLASS (salon_clients_page_parent_class)->finalize (object);
}

static void
salon_clients_page_class_init (SalonClientsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_clients_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_clients_page_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "clients.narrow", NULL, action_narrow);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "clients.filters", NULL, action_filters);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "clients.import", NULL, action_import);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "clients.show-all", NULL, action_show_all);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "clients.duplicates", NULL, action_duplicates);
}

static void
salon_clients_page_init (SalonClientsPage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-page");
  self->ticks = salon_ticks_new ();
  self->filter = salon_filter_new_everybody ();
  self->memory = salon_memory_open ();
  self->stale = TRUE;
  self->sort = SALON_CLIENT_SORT_FREQUENT;
  self->descending = TRUE;
}

static gint64
id_at (GListModel *model, guint position)
{
  return salon_list_model_get_id (SALON_LIST_MODEL (model), position);
}

static GtkWidget *
create_search (SalonClientsPage *self)
{
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  salon_set_accessible_label (self->search, _("Narrow the list"));
  g_object_set (self->search, "placeholder-text", _("Narrow the list"), NULL);
  gtk_widget_set_size_request (self->search, 200, -1);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  return self->search;
}

static GtkWidget *
create_filters_button (SalonClientsPage *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "salon-filter-symbolic");
  gtk_widget_add_css_class (button, "salon-filters-button");
  salon_set_tooltip (button, _("Filters (Ctrl+Shift+L)"));
  salon_set_accessible_label (button, _("Filters"));
  g_signal_connect (button, "toggled", G_CALLBACK (on_filters_toggled), self);
  self->filters = GTK_TOGGLE_BUTTON (button);
  return button;
}

static GtkWidget *
create_menu_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("Import from a file …"), "clients.import");
  g_menu_append (menu, _("Export …"), "win.export-clients");
  g_menu_append (menu, _("Find duplicates …"), "clients.duplicates");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "salon-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), FALSE);
  gtk_widget_add_css_class (button, "salon-outlined");
  salon_set_tooltip (button, _("More for the list"));
  salon_set_accessible_label (button, _("More for the list"));
  return button;
}

static void
build_table (SalonClientsPage *self)
{
  GtkWidget *empty = salon_empty_state_new ("salon-clients-symbolic", _("No client fits."),
                                            _("Type less, or make a new client from the search above."));

  self->table = SALON_TABLE (salon_client_table_new ());
  salon_table_set_ticks (self->table, self->ticks, id_at);
  if (self->memory != NULL) {
    g_autoptr (GVariant) layout = g_settings_get_value (self->memory, "client-columns");

    salon_table_set_layout (self->table, layout);
  }
  salon_table_set_sort (self->table, "visits", TRUE);
  g_signal_connect (self->table, "sort-changed", G_CALLBACK (on_sort_changed), self);
  g_signal_connect (self->table, "activate-item", G_CALLBACK (on_item_activated), self);
  g_signal_connect (self->table, "layout-changed", G_CALLBACK (on_layout_changed), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
}

static void
build_list (SalonClientsPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->card = SALON_CARD (salon_card_new (_("Clients")));
  gtk_widget_add_css_class (GTK_WIDGET (self->card), "flush");
  self->line = SALON_FILTER_LINE (salon_filter_line_new (self->session));
  g_signal_connect (self->line, "narrowed", G_CALLBACK (on_filter), self);
  self->banner = SALON_BANNER (salon_banner_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->banner), "below");
  salon_banner_set_button (self->banner, _("Show all"), "clients.show-all");
  g_signal_connect (self->banner, "closed", G_CALLBACK (on_banner_closed), self);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  self->bulk = SALON_BULK_BAR (salon_bulk_bar_new (self->session, self->ticks));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->bulk));
  salon_card_add_suffix (self->card, create_search (self));
  salon_card_add_suffix (self->card, create_filters_button (self));
  salon_card_add_suffix (self->card, create_menu_button ());
  salon_bulk_bar_add_verb (self->bulk, "salon-merge-symbolic", _("Merge …"), 2, SALON_MERGE_MOST, on_merge, self);
  salon_bulk_bar_add_verb (self->bulk, "salon-export-symbolic", _("Export …"), 1, 0, on_export, self);
  salon_card_set_child (self->card, content);
}

static void
build_side (SalonClientsPage *self)
{
  self->panel = SALON_FILTER_PANEL (salon_filter_panel_new (self->session));
  g_signal_connect (self->panel, "show-filter", G_CALLBACK (on_filter), self);
  g_signal_connect (self->panel, "close", G_CALLBACK (on_panel_closed), self);
  self->side = salon_card_new (NULL);
  gtk_widget_add_css_class (self->side, "flush");
  gtk_widget_set_size_request (self->side, LEAST_PANEL, -1);
  salon_card_set_child (SALON_CARD (self->side), GTK_WIDGET (self->panel));
  gtk_widget_set_visible (self->side, FALSE);
}

static void
build (SalonClientsPage *self)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  build_table (self);
  build_list (self);
  build_side (self);
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_add_css_class (GTK_WIDGET (self->paned), "salon-list-paned");
  gtk_paned_set_start_child (self->paned, GTK_WIDGET (self->card));
  gtk_paned_set_end_child (self->paned, self->side);
  gtk_widget_set_vexpand (GTK_WIDGET (self->paned), TRUE);
  gtk_paned_set_resize_end_child (self->paned, FALSE);
  gtk_paned_set_shrink_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  self->strip = SALON_SEGMENT_STRIP (salon_segment_strip_new (self->session));
  g_signal_connect (self->strip, "chosen", G_CALLBACK (on_filter), self);
  gtk_box_append (GTK_BOX (list), GTK_WIDGET (self->strip));
  gtk_box_append (GTK_BOX (list), GTK_WIDGET (self->paned));
  self->views = SALON_CLIENT_VIEWS (salon_client_views_new (self->session, list));
  g_signal_connect (self->views, "show-imported", G_CALLBACK (on_show_imported), self);
  g_signal_connect (self->views, "back", G_CALLBACK (on_back), self);
  g_signal_connect_swapped (self->views, "merged", G_CALLBACK (salon_ticks_clear), self->ticks);
  gtk_widget_set_parent (GTK_WIDGET (self->views), GTK_WIDGET (self));
  gtk_toggle_button_set_active (self->filters, self->memory == NULL || g_settings_get_boolean (self->memory, "client-filter-shown"));
  g_signal_connect (self->paned, "notify::max-position", G_CALLBACK (on_max_position), self);
}

/**
 * salon_clients_page_new:
 *
 * Returns: (transfer floating): the list of clients
 */
GtkWidget *
salon_clients_page_new (SalonSession *session)
{
  SalonClientsPage *self = g_object_new (SALON_TYPE_CLIENTS_PAGE, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  update_verbs (self);
  return GTK_WIDGET (self);
}
