/* The whole base can be scrolled to its last client: ids at once, rows as they come into view.  A new
 * order or a narrower list sets a new model that inherits the rows that are there. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/client-columns.h"
#include "gui/pages/clients/clients-page.h"
#include "gui/pages/clients/import-view.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/page.h"
#include "gui/widgets/shell.h"
#include "model/services/import.h"
#include "model/services/list-model.h"

struct _SalonClientsPage {
  GtkWidget parent_instance;

  GtkStack *views; /* "list" or "import" */
  SalonCard *card;
  GtkWidget *search;
  GtkStack *stack;
  SalonTable *table;
  SalonImportView *import; /* once it was asked for */

  SalonSession *session;
  SalonListModel *model;
  GCancellable *cancellable;
  SalonClientSort sort;
  gboolean descending;
  gboolean active;
  gboolean stale;
};

static void salon_clients_page_iface_init (SalonPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonClientsPage, salon_clients_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_PAGE, salon_clients_page_iface_init))

/* ---- loading */

static void
show_ids (SalonClientsPage *self, GArray *ids)
{
  SalonListModel *model = salon_list_model_new (self->session, &salon_query_client_rows, "client", ids, self->model);
  g_autofree char *note = g_strdup_printf (ngettext ("%u client", "%u clients", ids->len), ids->len);

  salon_table_set_model (self->table, G_LIST_MODEL (model));
  g_clear_object (&self->model);
  self->model = model;
  salon_card_set_note (self->card, note);
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

  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_client_ids, SALON_LANE_INTERACTIVE,
                       salon_client_list_request_new (self->sort, self->descending, *text != '\0' ? text : NULL),
                       self->cancellable, on_ids, g_object_ref (self));
}

/* ---- callbacks */

static void
on_search_changed (GtkEditable *editable, SalonClientsPage *self)
{
  load (self);
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
  salon_shell_open_client (GTK_WIDGET (self), salon_list_row_get_id (row));
}

/* Rows renew themselves; the order and the number only change with these. */
static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonClientsPage *self)
{
  if (!salon_change_set_touches (changes, "client") && !salon_change_set_touches (changes, "figures"))
    return;
  self->stale = TRUE;
  if (self->active)
    load (self);
}

/* Rows that were read for one user are not shown to the next. */
static void
on_actor_changed (SalonSession *session, SalonClientsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  salon_table_set_model (self->table, NULL);
  g_clear_object (&self->model);
  self->stale = TRUE;
  if (self->active)
    load (self);
}

/* ---- import */

static void
close_import (SalonClientsPage *self)
{
  gtk_stack_set_visible_child_name (self->views, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_show_imported (SalonImportView *view, gint64 operation, SalonClientsPage *self)
{
  close_import (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_import_clients, SALON_LANE_INTERACTIVE, salon_id_request_new (operation),
                       self->cancellable, on_ids, g_object_ref (self));
}

/* @path: (nullable): %NULL or empty = the user is to choose */
static void
open_import (SalonClientsPage *self, const char *path)
{
  if (self->import == NULL) {
    self->import = SALON_IMPORT_VIEW (salon_import_view_new (self->session));
    g_signal_connect_swapped (self->import, "closed", G_CALLBACK (close_import), self);
    g_signal_connect (self->import, "show-clients", G_CALLBACK (on_show_imported), self);
    gtk_stack_add_named (self->views, GTK_WIDGET (self->import), "import");
  }
  gtk_stack_set_visible_child_name (self->views, "import");
  gtk_widget_child_focus (GTK_WIDGET (self->import), GTK_DIR_TAB_FORWARD);
  if (path != NULL && *path != '\0')
    salon_import_view_open (self->import, path);
}

static void
on_import (GtkButton *button, SalonClientsPage *self)
{
  open_import (self, NULL);
}

static void
on_dropped (GtkWidget *page, const char *path)
{
  open_import (SALON_CLIENTS_PAGE (page), path);
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
  SALON_CLIENTS_PAGE (page)->active = FALSE;
}

static gboolean
clients_back (SalonPage *page)
{
  SalonClientsPage *self = SALON_CLIENTS_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "import") == 0) {
    close_import (self);
    return TRUE;
  }
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  return TRUE;
}

static gboolean
clients_open_text (SalonPage *page, const char *what, const char *text)
{
  if (!g_str_equal (what, "import"))
    return FALSE;
  open_import (SALON_CLIENTS_PAGE (page), text);
  return TRUE;
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
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_clients_page_parent_class)->dispose (object);
}

static void
salon_clients_page_class_init (SalonClientsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_clients_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_clients_page_init (SalonClientsPage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-page");
  self->stale = TRUE;
  self->sort = SALON_CLIENT_SORT_FREQUENT;
  self->descending = TRUE;
}

static void
build (SalonClientsPage *self)
{
  GtkWidget *import = gtk_button_new_with_label (_("Import …"));
  GtkWidget *empty = salon_empty_state_new ("salon-clients-symbolic", _("No client fits."),
                                            _("Type less, or make a new client from the search above."));

  self->card = SALON_CARD (salon_card_new (_("Clients")));
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  salon_set_accessible_label (self->search, _("Narrow the list"));
  g_object_set (self->search, "placeholder-text", _("Narrow the list"), NULL);
  gtk_widget_set_size_request (self->search, 260, -1);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  self->table = SALON_TABLE (salon_client_table_new (self->session));
  salon_table_set_sort (self->table, "visits", TRUE);
  g_signal_connect (self->table, "sort-changed", G_CALLBACK (on_sort_changed), self);
  g_signal_connect (self->table, "activate-item", G_CALLBACK (on_item_activated), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_add_css_class (import, "salon-outlined");
  g_signal_connect (import, "clicked", G_CALLBACK (on_import), self);
  salon_card_add_suffix (self->card, import);
  salon_card_add_suffix (self->card, self->search);
  salon_card_set_child (self->card, GTK_WIDGET (self->stack));
  self->views = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->views, GTK_WIDGET (self->card), "list");
  salon_compat_hide_unseen_pages (self->views);
  gtk_widget_set_parent (GTK_WIDGET (self->views), GTK_WIDGET (self));
  salon_import_accept_drops (GTK_WIDGET (self), on_dropped);
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
  return GTK_WIDGET (self);
}
