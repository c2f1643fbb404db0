/* The main window.  It knows the pages by their table only; pages talk to it through its actions. */
#include "config.h"
#include "app/window.h"
#include "app/actions.h"
#include "app/exporter.h"
#include "app/pages.h"
#include "app/papers.h"
#include "app/popover-keys.h"
#include "app/sidebar.h"
#include "app/undo-stack.h"
#include "app/window-doors.h"
#include "app/window-state.h"
#include "gui/parts/by-camera.h"
#include "gui/parts/card-prints-ask.h"
#include "gui/parts/key-help.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/keys.h"
#include "gui/widgets/page.h"
#include "gui/widgets/toast.h"
#include "gui/widgets/work-bar.h"
#include <glib/gi18n-lib.h>


struct _SalonWindow {
  AdwApplicationWindow parent_instance;

  GtkStack *shell;
  GtkStack *pages;
  GtkListBox *sidebar;
  SalonSearchDropdown *search;
  SalonToast *toast;
  SalonBanner *alarm;
  gboolean opened_from_list; /* the card on the desk */
  GtkLabel *salon_name;
  GtkLabel *privacy_name;
  GtkWidget *privacy_button;
  GtkWidget *status_box;
  GtkSpinner *status_spinner;
  GtkLabel *status_label;
  GtkMenuButton *user_button;
  AdwAvatar *user_avatar;
  GtkLabel *user_name;

  SalonWindowState *state;
  SalonSession *session;
  SalonUndoStack *undo;
};

enum { UNDO, RESTORE, BACK_UP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonWindow, salon_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- pages ---- */

static SalonPage *
get_page (SalonWindow *self)
{
  return salon_doors_get_page (GTK_WIDGET (self));
}

static void
show_page (SalonWindow *self, const SalonPageInfo *info)
{
  SalonPage *old = get_page (self);
  GtkWidget *child = gtk_stack_get_child_by_name (self->pages, info->id);

  if (child == NULL) {
    child = info->create (self->session);
    gtk_stack_add_named (self->pages, child, info->id);
  }
  if (child == gtk_stack_get_visible_child (self->pages) && gtk_widget_get_mapped (child))
    return;
  self->opened_from_list = FALSE;
  if (old != NULL && GTK_WIDGET (old) != child)
    salon_page_deactivate (old);
  gtk_stack_set_visible_child (self->pages, child);
  if (SALON_IS_PAGE (child))
    salon_page_activate (SALON_PAGE (child));
}

static void
on_row_selected (GtkListBox *sidebar, GtkListBoxRow *row, SalonWindow *self)
{
  const SalonPageInfo *info = row != NULL ? salon_pages_find (salon_sidebar_row_get_page (SALON_SIDEBAR_ROW (row))) : NULL;

  if (info != NULL)
    show_page (self, info);
}

static void
on_actor_changed (SalonSession *session, SalonWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  salon_sidebar_allow (self->sidebar, salon_actor_permissions (salon_session_actor (session)));
  if (page != NULL && !gtk_widget_get_visible (GTK_WIDGET (salon_sidebar_find (self->sidebar, page))))
    salon_window_show_page (self, "desk");
}


/* ---- keys ---- */

static gboolean
is_private (SalonWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->shell), "privacy") == 0;
}

/* Only what no widget took arrives here. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonWindow *self)
{
  GtkWidget *targets[4] = { NULL };
  guint n = 0;
  g_autofree char *accel = NULL;

  if (is_private (self)) {
    if (keyval == GDK_KEY_Escape)
      gtk_widget_activate_action (GTK_WIDGET (self), "win.privacy", NULL);
    return TRUE;
  }
  if (salon_keys_is_text (keyval, state))
    return salon_search_dropdown_forward_key (self->search, keys);
  accel = salon_keys_accel (keyval, keycode, state);
  if (accel == NULL)
    return FALSE;
  if (gtk_window_get_focus (GTK_WINDOW (self)) != NULL)
    targets[n++] = gtk_window_get_focus (GTK_WINDOW (self));
  if (gtk_stack_get_visible_child (self->pages) != NULL)
    targets[n++] = gtk_stack_get_visible_child (self->pages);
  targets[n++] = GTK_WIDGET (self);
  return salon_actions_run_key (gtk_window_get_application (GTK_WINDOW (self)), targets, accel);
}

/* ---- actions ---- */

/* The key of the sale pays for the visit that is looked at. */
static gboolean
check_out_selected (SalonWindow *self, const char *page)
{
  SalonPage *from = get_page (self);

  return g_str_equal (page, "sale") && from != NULL && salon_page_open (from, "check-out-selected", 0);
}

static void
action_show_page (GtkWidget *widget, const char *name, GVariant *target)
{
  if (check_out_selected (SALON_WINDOW (widget), g_variant_get_string (target, NULL)))
    return;
  salon_window_show_page (SALON_WINDOW (widget), g_variant_get_string (target, NULL));
}

/* A card that was opened from the list goes back to the list. */
static void
action_open_client (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWindow *self = SALON_WINDOW (widget);
  const char *from = gtk_stack_get_visible_child_name (self->pages);
  gboolean is_list = g_strcmp0 (from, "clients") == 0;

  /* the board takes her for the booking that is being made on it */
  if (g_strcmp0 (from, "board") == 0 && salon_page_open (get_page (self), "client", g_variant_get_int64 (target)))
    return;
  salon_doors_open (GTK_WIDGET (self), "desk", "client", g_variant_get_int64 (target));
  self->opened_from_list = is_list;
}

/* The board shows it among the others, where it is the page in view. */
static void
open_beside_day (SalonWindow *self, const char *what, gint64 visit_id)
{
  gboolean is_board = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "board") == 0;

  salon_doors_open (GTK_WIDGET (self), is_board ? "board" : "desk", what, visit_id);
}

static void
action_open_visit (GtkWidget *widget, const char *name, GVariant *target)
{
  open_beside_day (SALON_WINDOW (widget), "visit", g_variant_get_int64 (target));
}

static void
action_ask_visit (GtkWidget *widget, const char *name, GVariant *target)
{
  open_beside_day (SALON_WINDOW (widget), g_str_equal (name, "win.visit-late") ? "late" : "repeat", g_variant_get_int64 (target));
}

static void
action_new_client (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWindow *self = SALON_WINDOW (widget);
  gboolean is_board = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "board") == 0;
  SalonPage *page = get_page (self);

  if (is_board && salon_page_open_text (page, "new-client", g_variant_get_string (target, NULL)))
    return;
  salon_window_show_page (self, "desk");
  page = get_page (self);
  if (page != NULL)
    salon_page_open_text (page, "new-client", g_variant_get_string (target, NULL));
}

static void
action_search (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_grab_focus (GTK_WIDGET (SALON_WINDOW (widget)->search));
}

static void
go_back_to_list (SalonWindow *self, SalonPage *page)
{
  salon_page_back (page);
  salon_window_show_page (self, "clients");
  gtk_widget_child_focus (GTK_WIDGET (get_page (self)), GTK_DIR_TAB_FORWARD);
}

static void
action_back (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWindow *self = SALON_WINDOW (widget);
  SalonPage *page = get_page (self);

  if (*salon_search_dropdown_get_text (self->search) != '\0')
    salon_search_dropdown_set_text (self->search, "");
  else if (self->opened_from_list && page != NULL)
    go_back_to_list (self, page);
  else if (page == NULL || !salon_page_back (page))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
action_toast (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *text;
  const char *operation;

  g_variant_get (target, "(&s&s)", &text, &operation);
  salon_window_toast (SALON_WINDOW (widget), text, *operation != '\0' ? operation : NULL);
}

/* Something that no button undoes. */
static void
action_did (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_undo_stack_add_done (SALON_WINDOW (widget)->undo, g_variant_get_string (target, NULL));
}

static void
action_offer (GtkWidget *widget, const char *name, GVariant *target)
{
  g_autoptr (GVariant) with = NULL;
  const char *operation;
  const char *label;
  const char *action;

  g_variant_get (target, "(&s&s&sv)", &operation, &label, &action, &with);
  salon_toast_offer (SALON_WINDOW (widget)->toast, *operation != '\0' ? operation : NULL, label, action, with);
}

static void
action_open_uri (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_compat_open_uri (GTK_WINDOW (widget), g_variant_get_string (target, NULL));
}

/* Whom the page shows, or whom somebody ticked on it; everybody, where a page has no clients. */
static void
action_export_clients (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWindow *self = SALON_WINDOW (widget);
  SalonPage *page = get_page (self);
  SalonExportScope *scope = NULL;

  if (page != NULL && SALON_IS_EXPORT_SOURCE (page))
    scope = salon_export_source_get_scope (SALON_EXPORT_SOURCE (page));
  salon_exporter_run (GTK_WINDOW (self), self->session, scope);
}

static void
action_paper (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_papers_run (widget, SALON_WINDOW (widget)->session, name, target);
}

static void
action_save_export (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *file_name;
  gint64 id;

  g_variant_get (target, "(x&s)", &id, &file_name);
  salon_exporter_save_again (GTK_WINDOW (widget), SALON_WINDOW (widget)->session, id, file_name);
}

static void
on_take_back (SalonUndoStack *stack, const char *operation, gboolean is_redo, SalonWindow *self)
{
  salon_toast_hide (self->toast);
  g_signal_emit (self, signals[UNDO], 0, operation, is_redo);
}

static void
action_undo (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_undo_stack_ask (SALON_WINDOW (widget)->undo, FALSE);
}

static void
action_redo (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_undo_stack_ask (SALON_WINDOW (widget)->undo, TRUE);
}

static void
action_undo_operation (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWindow *self = SALON_WINDOW (widget);
  const char *operation = g_variant_get_string (target, NULL);

  salon_undo_stack_remove (self->undo, operation);
  on_take_back (self->undo, operation, FALSE, self);
}

/* How a print of cards ended. */
static void
action_ask_print (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_card_prints_ask (widget, SALON_WINDOW (widget)->session, g_variant_get_int64 (target));
}

static void
action_privacy (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWindow *self = SALON_WINDOW (widget);
  gboolean hide = !is_private (self);

  gtk_stack_set_visible_child_name (self->shell, hide ? "privacy" : "work");
  gtk_window_set_title (GTK_WINDOW (self), _("Salon Desk"));
  gtk_widget_grab_focus (hide ? self->privacy_button : GTK_WIDGET (self->search));
}

static void
action_restore (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[RESTORE], 0);
}

static void
action_backup (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[BACK_UP], 0);
}

static void
action_about (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_compat_show_about (GTK_WINDOW (widget));
}

static void
action_scan_by_camera (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_by_camera_scan (widget);
}

static void
action_show_keys (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_key_help_present (widget);
}

/* ---- overrides ---- */

static gboolean
salon_window_close_request (GtkWindow *window)
{
  salon_window_state_save (SALON_WINDOW (window)->state);
  return GTK_WINDOW_CLASS (salon_window_parent_class)->close_request (window);
}

/* Not in init: "maximized" is a construct property, whose default comes after it. */
static void
salon_window_constructed (GObject *object)
{
  G_OBJECT_CLASS (salon_window_parent_class)->constructed (object);
  SALON_WINDOW (object)->state = salon_window_state_new (GTK_WINDOW (object));
}

static void
salon_window_dispose (GObject *object)
{
  SalonWindow *self = SALON_WINDOW (object);

  g_clear_pointer (&self->state, salon_window_state_free);
  if (self->undo != NULL)
    g_signal_handlers_disconnect_by_data (self->undo, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_window_parent_class)->dispose (object);
}

static void
salon_window_finalize (GObject *object)
{
  g_clear_object (&SALON_WINDOW (object)->undo);
  G_OBJECT_CLASS (salon_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/salondesk/SalonDesk/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, search);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, alarm);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, salon_name);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, privacy_name);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, privacy_button);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, status_box);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, status_spinner);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, user_button);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, user_avatar);
  gtk_widget_class_bind_template_child (widget_class, SalonWindow, user_name);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
salon_window_class_init (SalonWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = salon_window_constructed;
  object_class->dispose = salon_window_dispose;
  object_class->finalize = salon_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = salon_window_close_request;

  /**
   * SalonWindow::undo:
   * @operation: the operation id to take back
   * @is_redo: whether that was an Undo itself
   *
   * The user asked for it by the button of a note, by Ctrl+Z or Ctrl+Shift+Z.  It is to be answered by
   * salon_window_undone() or salon_window_redone().
   */
  signals[UNDO] = g_signal_new ("undo", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * SalonWindow::restore: the user wants to bring a backup back
   */
  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * SalonWindow::back-up: the user wants a backup now
   */
  signals[BACK_UP] = g_signal_new ("back-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (SALON_TYPE_BANNER);
  g_type_ensure (SALON_TYPE_SEARCH_DROPDOWN);
  g_type_ensure (SALON_TYPE_TOAST);
  g_type_ensure (SALON_TYPE_WORK_BAR);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", action_show_page);
  gtk_widget_class_install_action (widget_class, "win.open-client", "x", action_open_client);
  salon_doors_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.open-visit", "x", action_open_visit);
  gtk_widget_class_install_action (widget_class, "win.repeat-visit", "x", action_ask_visit);
  gtk_widget_class_install_action (widget_class, "win.visit-late", "x", action_ask_visit);
  gtk_widget_class_install_action (widget_class, "win.new-client", "s", action_new_client);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, action_search);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, action_back);
  gtk_widget_class_install_action (widget_class, "win.toast", "(ss)", action_toast);
  gtk_widget_class_install_action (widget_class, "win.did", "s", action_did);
  gtk_widget_class_install_action (widget_class, "win.offer", "(sssv)", action_offer);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", action_open_uri);
  gtk_widget_class_install_action (widget_class, "win.export-clients", NULL, action_export_clients);
  gtk_widget_class_install_action (widget_class, "win.save-export", "(xs)", action_save_export);
  gtk_widget_class_install_action (widget_class, "win.export-calendar", "x", action_paper);
  gtk_widget_class_install_action (widget_class, "win.print-sheet", "(ix)", action_paper);
  gtk_widget_class_install_action (widget_class, "win.preview-sheet", "(ix)", action_paper);
  gtk_widget_class_install_action (widget_class, "win.save-sheet", "(ix)", action_paper);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, action_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, action_redo);
  gtk_widget_class_install_action (widget_class, "win.undo-operation", "s", action_undo_operation);
  gtk_widget_class_install_action (widget_class, "win.ask-print", "x", action_ask_print);
  gtk_widget_class_install_action (widget_class, "win.privacy", NULL, action_privacy);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, action_restore);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, action_backup);
  if (salon_by_camera_is_built ())
    gtk_widget_class_install_action (widget_class, "win.scan-by-camera", NULL, action_scan_by_camera);
  gtk_widget_class_install_action (widget_class, "win.show-keys", NULL, action_show_keys);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, action_about);
}

static void
salon_window_init (SalonWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  salon_popover_keys_watch (GTK_WINDOW (self));
  salon_compat_hide_unseen_pages (self->shell);
  salon_compat_hide_unseen_pages (self->pages);
  salon_sidebar_fill (self->sidebar);
  salon_window_set_salon_name (self, _("Salon Desk"));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* ---- public ---- */

/**
 * salon_window_new:
 * @session: (transfer none): the salon that its pages show
 *
 * Returns: (transfer none): a window that belongs to the application, with the first page in it
 */
SalonWindow *
salon_window_new (GtkApplication *app, SalonSession *session)
{
  SalonWindow *self = g_object_new (SALON_TYPE_WINDOW, "application", app, NULL);

  self->session = g_object_ref (session);
  salon_sidebar_allow (self->sidebar, salon_actor_permissions (salon_session_actor (session)));
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  self->undo = salon_undo_stack_new (session);
  g_signal_connect (self->undo, "run", G_CALLBACK (on_take_back), self);
  /* not in init: the construct properties of GtkWindow would take the maximising back */
  salon_window_show_page (self, "desk");
  return self;
}

/**
 * salon_window_set_salon_name:
 *
 * The name in the header and on the privacy screen.
 */
void
salon_window_set_salon_name (SalonWindow *self, const char *name)
{
  g_return_if_fail (SALON_IS_WINDOW (self));

  gtk_label_set_text (self->salon_name, name);
  salon_set_tooltip (GTK_WIDGET (self->salon_name), name);
  gtk_label_set_text (self->privacy_name, name);
}

/**
 * salon_window_set_user:
 * @name: (nullable): who works; %NULL hides the button
 * @others: (nullable): the menu that opens on it
 */
void
salon_window_set_user (SalonWindow *self, const char *name, GMenuModel *others)
{
  g_return_if_fail (SALON_IS_WINDOW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->user_button), name != NULL);
  if (name == NULL)
    return;
  gtk_label_set_text (self->user_name, name);
  adw_avatar_set_text (self->user_avatar, name);
  gtk_menu_button_set_menu_model (self->user_button, others);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->user_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * salon_window_set_status:
 * @text: (nullable): what the program is busy with or what waits; %NULL clears it
 * @busy: whether something turns beside it
 */
void
salon_window_set_status (SalonWindow *self, const char *text, gboolean busy)
{
  g_return_if_fail (SALON_IS_WINDOW (self));

  gtk_widget_set_visible (self->status_box, text != NULL);
  gtk_label_set_text (self->status_label, text != NULL ? text : "");
  salon_set_tooltip (self->status_box, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status_spinner), busy);
  gtk_spinner_set_spinning (self->status_spinner, busy);
}

/**
 * salon_window_set_badge:
 * @page: the id of a page
 * @count: how much waits there; 0 shows nothing
 */
void
salon_window_set_badge (SalonWindow *self, const char *page, guint count)
{
  SalonSidebarRow *row;

  g_return_if_fail (SALON_IS_WINDOW (self));

  row = salon_sidebar_find (self->sidebar, page);
  if (row != NULL)
    salon_sidebar_row_set_badge (row, count);
}

/**
 * salon_window_show_page:
 * @page: the id of a page; an unknown one is ignored, and one that the user may not see
 */
void
salon_window_show_page (SalonWindow *self, const char *page)
{
  g_return_if_fail (SALON_IS_WINDOW (self));

  salon_doors_show (GTK_WIDGET (self), page);
}

/**
 * salon_window_toast:
 * @text: a whole translated sentence
 * @operation: (nullable): the operation id that the Undo button and Ctrl+Z take back
 *
 * Shows a note at the bottom, in the place of the one before; Ctrl+Z reaches what both have done.  After something
 * new was done, what was undone before cannot be done again.
 */
void
salon_window_toast (SalonWindow *self, const char *text, const char *operation)
{
  if (operation != NULL)
    salon_undo_stack_add_done (self->undo, operation);
  salon_toast_show (self->toast, text, operation);
}

/**
 * salon_window_alarm:
 * @text: (nullable): what is not accepted, a whole translated sentence; %NULL takes it away
 *
 * Shows it in red above every page until something else is scanned or somebody closes it.
 */
void
salon_window_alarm (SalonWindow *self, const char *text)
{
  g_return_if_fail (SALON_IS_WINDOW (self));

  if (text == NULL) {
    salon_banner_hide (self->alarm);
    return;
  }
  salon_toast_hide (self->toast);
  salon_banner_show (self->alarm, SALON_TONE_RED, text);
}

/**
 * salon_window_is_private:
 *
 * Returns: whether the screen is hidden
 */
gboolean
salon_window_is_private (SalonWindow *self)
{
  g_return_val_if_fail (SALON_IS_WINDOW (self), FALSE);

  return is_private (self);
}

/**
 * salon_window_awaits_buyer:
 *
 * Returns: whether the page in view is a sale that nobody buys yet
 */
gboolean
salon_window_awaits_buyer (SalonWindow *self)
{
  SalonPage *page = NULL;

  g_return_val_if_fail (SALON_IS_WINDOW (self), FALSE);

  page = get_page (self);
  return page != NULL && salon_doors_is_at (GTK_WIDGET (self), "sale") && salon_page_open (page, "awaits-buyer", 0);
}

/**
 * salon_window_undone:
 * @operation: of the Undo itself, which Ctrl+Shift+Z takes back
 */
void
salon_window_undone (SalonWindow *self, const char *operation)
{
  g_return_if_fail (SALON_IS_WINDOW (self));

  salon_undo_stack_add_undone (self->undo, operation);
  salon_toast_show (self->toast, _("Undone."), NULL);
}

/**
 * salon_window_redone:
 * @operation: that did it again; Undo takes it back as it did the first time
 */
void
salon_window_redone (SalonWindow *self, const char *operation)
{
  g_return_if_fail (SALON_IS_WINDOW (self));

  salon_undo_stack_add_redone (self->undo, operation);
  salon_toast_show (self->toast, _("Done again."), operation);
}

/**
 * salon_window_get_search:
 *
 * Returns: (transfer none): the search field of the header, for the search that hangs on it
 */
SalonSearchDropdown *
salon_window_get_search (SalonWindow *self)
{
  g_return_val_if_fail (SALON_IS_WINDOW (self), NULL);

  return self->search;
}

/**
 * salon_window_get_session:
 *
 * Returns: (transfer none): the salon that is open in the window
 */
SalonSession *
salon_window_get_session (SalonWindow *self)
{
  g_return_val_if_fail (SALON_IS_WINDOW (self), NULL);

  return self->session;
}
