/* Around the card that the desk has, too (client-view.h): a head with the way back, the name and the tabs.  Only tabs
 * with something to show are there.  A visit that is opened anywhere on the card stands beside the table of visits, not on
 * the desk. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/card-view.h"
#include "gui/pages/clients/card-visits.h"
#include "gui/parts/cards-tab.h"
#include "gui/parts/client-account.h"
#include "gui/parts/client-consents.h"
#include "gui/parts/client-gifts.h"
#include "gui/parts/client-tickets.h"
#include "gui/parts/client-timeline.h"
#include "gui/parts/client-view.h"
#include "gui/parts/log-view.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/shell.h"
#include "model/rules/permission.h"

#define MAX_TABS 9 /* as many as there are keys */

struct _SalonCardView {
  GtkWidget parent_instance;

  SalonSession *session;
  GtkLabel *name;
  GtkStack *tabs; /* of the card */
  SalonClientView *view;
  SalonCardVisits *visits;
  SalonLogView *log;
  gboolean log_is_stale;
};

enum { SIGNAL_CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCardView, salon_card_view, GTK_TYPE_WIDGET)

static gboolean
shows (SalonCardView *self, const char *tab)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->tabs), tab) == 0;
}

/* ---- the log: read when somebody looks at it */

static void
update_log (SalonCardView *self)
{
  if (!self->log_is_stale || !shows (self, "log"))
    return;
  self->log_is_stale = FALSE;
  salon_log_view_load (self->log, salon_client_view_get_client (self->view));
}

/* Only who may see what is in it has a tab. */
static void
update_tab (SalonCardView *self, const char *tab, SalonPermission permission)
{
  gboolean may = salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), permission);
  GtkWidget *child = gtk_stack_get_child_by_name (self->tabs, tab);

  if (!may && shows (self, tab))
    gtk_stack_set_visible_child_name (self->tabs, "overview");
  gtk_stack_page_set_visible (gtk_stack_get_page (self->tabs, child), may);
}

static void
update_tabs (SalonCardView *self)
{
  update_tab (self, "log", SALON_PERMISSION_LOG_VIEW);
  update_tab (self, "purse", SALON_PERMISSION_SELL);
  update_tab (self, "cards", SALON_PERMISSION_CARDS_ISSUE);
}

/* ---- callbacks */

static void
on_loaded (SalonClientView *view, SalonCardView *self)
{
  const SalonClientPanel *panel = salon_client_view_peek (view);

  gtk_label_set_text (self->name, panel != NULL ? panel->name : "");
  self->log_is_stale = TRUE;
  update_log (self);
}

static void
on_tab (GtkStack *tabs, GParamSpec *spec, SalonCardView *self)
{
  update_log (self);
}

static void
on_book (SalonClientView *view, SalonCardView *self)
{
  salon_shell_open_client (GTK_WIDGET (self), salon_client_view_get_client (view));
}

/* What was read for one user is not shown to the next. */
static void
on_actor_changed (SalonSession *session, SalonCardView *self)
{
  salon_log_view_clear (self->log);
  self->log_is_stale = TRUE;
  update_tabs (self);
}

/* The times for another visit stand on the desk. */
static void
on_move (SalonCardVisits *visits, gint64 visit_id, SalonCardView *self)
{
  salon_shell_open_visit (gtk_widget_get_parent (GTK_WIDGET (self)), visit_id);
}

/* Takes the place of the window's own action for all that stands on the card. */
static void
action_open_visit (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonCardView *self = SALON_CARD_VIEW (widget);

  gtk_stack_set_visible_child_name (self->tabs, "visits");
  salon_card_visits_open (self->visits, g_variant_get_int64 (target));
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

static void
focus_tab (SalonCardView *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->tabs);

  if (child == GTK_WIDGET (self->visits))
    gtk_widget_grab_focus (child);
  else
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

/* The target is the number of the tab among those that can be seen, from 1. */
static void
action_tab (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonCardView *self = SALON_CARD_VIEW (widget);
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->tabs);
  int left = g_variant_get_int32 (target);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (pages), i);
    GtkStackPage *page = GTK_STACK_PAGE (item);

    if (!gtk_stack_page_get_visible (page) || --left > 0)
      continue;
    gtk_stack_set_visible_child (self->tabs, gtk_stack_page_get_child (page));
    focus_tab (self);
    return;
  }
}

/* ---- object */

static void
salon_card_view_dispose (GObject *object)
{
  SalonCardView *self = SALON_CARD_VIEW (object);

  if (self->tabs != NULL)
    g_signal_handlers_disconnect_by_data (self->tabs, self);
  self->tabs = NULL;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_card_view_parent_class)->dispose (object);
}

static void
salon_card_view_class_init (SalonCardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_card_view_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonCardView::closed: the list is wanted again
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_CARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "card.close", NULL, action_close);
  gtk_widget_class_install_action (widget_class, "card.tab", "i", action_tab);
  gtk_widget_class_install_action (widget_class, "win.open-visit", "x", action_open_visit);
}

static GtkWidget *
build_head (SalonCardView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *back = gtk_button_new_with_label (C_ ("verb", "Back"));
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "card.close");
  gtk_widget_add_css_class (back, "salon-outlined");
  salon_set_tooltip (back, _("Back to the clients (Esc)"));
  self->name = GTK_LABEL (salon_label_new (NULL, "salon-title"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->tabs);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (switcher)), FALSE); /* else there is no room for all */
  gtk_widget_add_css_class (switcher, "salon-toggles");
  salon_set_accessible_label (switcher, _("Parts of the card"));
  salon_set_tooltip (switcher, _("Ctrl+1, Ctrl+2 … choose a part"));
  gtk_box_append (GTK_BOX (head), back);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (head), switcher);
  return head;
}

static GtkWidget *
in_a_card (const char *title, GtkWidget *child)
{
  GtkWidget *card = salon_card_new (title);

  salon_card_set_child (SALON_CARD (card), child);
  return card;
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

/* What moves by itself at the left, what one looks up beside it. */
static GtkWidget *
build_purse (SalonClientModel *model)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *beside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *account = salon_client_account_new (model);

  gtk_widget_set_valign (account, GTK_ALIGN_START);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (beside), salon_client_tickets_new (model));
  gtk_box_append (GTK_BOX (beside), salon_client_gifts_new (model));
  gtk_box_append (GTK_BOX (columns), account);
  gtk_box_append (GTK_BOX (columns), beside);
  return columns;
}

static void
build_tabs (SalonCardView *self)
{
  SalonClientModel *model = salon_client_view_get_model (self->view);

  self->visits = SALON_CARD_VISITS (salon_card_visits_new (model));
  self->log = SALON_LOG_VIEW (salon_log_view_new (self->session, &salon_query_client_log));
  g_signal_connect (self->visits, "move", G_CALLBACK (on_move), self);
  gtk_stack_add_titled (self->tabs, GTK_WIDGET (self->visits), "visits", C_ ("tab", "Visits"));
  gtk_stack_add_titled (self->tabs, scrolled (build_purse (model)), "purse", C_ ("tab", "Account and tickets"));
  gtk_stack_add_titled (self->tabs, scrolled (salon_cards_tab_new (model)), "cards", C_ ("tab", "Cards"));
  gtk_stack_add_titled (self->tabs,
                        scrolled (salon_client_timeline_new_of (model, SALON_TIMELINE_CONTACTS, C_ ("timeline", "Contacts"))),
                        "contacts", C_ ("timeline", "Contacts"));
  gtk_stack_add_titled (self->tabs, scrolled (in_a_card (NULL, salon_client_consents_new (model))), "consents",
                        _("Consents"));
  gtk_stack_add_titled (self->tabs, in_a_card (_("Changes"), GTK_WIDGET (self->log)), "log", _("Changes"));
}

static void
add_shortcuts (SalonCardView *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (int i = 1; i <= MAX_TABS; i++) {
    GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_0 + (guint) i, GDK_CONTROL_MASK),
                                              gtk_named_action_new ("card.tab"));

    gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (i));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), shortcut);
  }
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
salon_card_view_init (SalonCardView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  add_shortcuts (self);
}

/**
 * salon_card_view_new:
 *
 * Returns: (transfer floating): a card of nobody yet
 */
GtkWidget *
salon_card_view_new (SalonSession *session)
{
  SalonCardView *self = g_object_new (SALON_TYPE_CARD_VIEW, NULL);

  self->session = g_object_ref (session);
  self->view = SALON_CLIENT_VIEW (salon_client_view_new (session));
  self->tabs = salon_client_view_need_tabs (self->view);
  build_tabs (self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_parent (build_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  g_signal_connect (self->view, "loaded", G_CALLBACK (on_loaded), self);
  g_signal_connect (self->view, "book", G_CALLBACK (on_book), self);
  g_signal_connect (self->tabs, "notify::visible-child", G_CALLBACK (on_tab), self);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  update_tabs (self);
  return GTK_WIDGET (self);
}

/**
 * salon_card_view_open: shows a client, from the first tab on
 */
void
salon_card_view_open (SalonCardView *self, gint64 client_id)
{
  g_return_if_fail (SALON_IS_CARD_VIEW (self));

  salon_log_view_clear (self->log);
  gtk_stack_set_visible_child_name (self->tabs, "overview");
  gtk_label_set_text (self->name, "");
  salon_client_view_set_client (self->view, client_id);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * salon_card_view_back:
 *
 * Esc: what is open on the card is closed first.
 *
 * Returns: whether something was open
 */
gboolean
salon_card_view_back (SalonCardView *self)
{
  g_return_val_if_fail (SALON_IS_CARD_VIEW (self), FALSE);

  return salon_client_view_back (self->view) || salon_card_visits_back (self->visits);
}
