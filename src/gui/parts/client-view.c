/* The card of a client beside the queue and the booking.  It scrolls as a whole; what is to be done stands below and
 * stays.  The parts follow the model (client-model.h) by themselves; this file puts them together and holds the
 * verbs: book, archive, log, add a field. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/card-panel.h"
#include "gui/parts/client-adder.h"
#include "gui/parts/client-balances.h"
#include "gui/parts/client-consents.h"
#include "gui/parts/client-details.h"
#include "gui/parts/client-figures.h"
#include "gui/parts/client-head.h"
#include "gui/parts/client-model.h"
#include "gui/parts/client-phones.h"
#include "gui/parts/client-timeline.h"
#include "gui/parts/client-view.h"
#include "gui/parts/contact-editor.h"
#include "gui/parts/log-window.h"
#include "gui/parts/merge-with.h"
#include "gui/parts/merged-cards.h"
#include "gui/parts/notes.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/icon-label.h"
#include "gui/widgets/shell.h"
#include "model/rules/card-text.h"

struct _SalonClientView {
  GtkWidget parent_instance;

  SalonClientModel *model;
  GtkStack *stack;
  SalonEmptyState *empty;
  GtkScrolledWindow *scroller;
  GtkStack *tabs;   /* NULL: the card is one page */
  GtkBox *overview; /* the first of them */
  GtkBox *content;
  GtkBox *beside; /* what stands beside it where there is room, else the same */
  GtkBox *sheet;
  guint n_made; /* of the parts of the card, in the order of makers[] */
  SalonClientHead *head;
  SalonClientDetails *details;
  SalonBanner *ring;
  GtkBox *page;
  SalonContactEditor *editor; /* NULL until something is noted */
  SalonCardPanel *card_panel; /* NULL until a plastic card is given out */
  char *card_number;          /* (nullable): the card that whoever is shown next gets */
  GtkWidget *call;
  GtkWidget *adder;
  SalonMergeWith *merge_with; /* made when it is asked for */
  gint64 shown; /* the client whose card is on the screen */
  gint64 rings; /* the client who is calling; 0 = nobody */
};

enum { SIGNAL_LOADED, SIGNAL_BOOK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonClientView, salon_client_view, GTK_TYPE_WIDGET)

/* ---- what can be done */

static void
update_actions (SalonClientView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SalonClientVerbs verbs = salon_client_model_get_verbs (self->model);
  const SalonActor *actor = salon_session_actor (salon_client_model_get_session (self->model));
  gboolean may_sell = salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_SELL);
  gboolean may_issue = salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_CARDS_ISSUE);
  gboolean has_client = salon_client_model_peek (self->model) != NULL;

  gtk_widget_action_set_enabled (widget, "client.book", (verbs & SALON_CLIENT_VERB_BOOK) != 0);
  gtk_widget_action_set_enabled (widget, "client.sell", has_client && may_sell);
  gtk_widget_action_set_enabled (widget, "client.top-up", has_client && may_sell);
  gtk_widget_action_set_enabled (widget, "client.card", has_client && may_issue);
  gtk_widget_action_set_enabled (widget, "client.replace-card", has_client && may_issue);
  gtk_widget_action_set_enabled (widget, "client.merge", (verbs & SALON_CLIENT_VERB_ARCHIVE) != 0);
  gtk_widget_action_set_enabled (widget, "client.archive", (verbs & SALON_CLIENT_VERB_ARCHIVE) != 0);
  gtk_widget_action_set_enabled (widget, "client.unarchive", (verbs & SALON_CLIENT_VERB_UNARCHIVE) != 0);
  gtk_widget_action_set_enabled (widget, "client.note", (verbs & SALON_CLIENT_VERB_NOTES) != 0);
  gtk_widget_action_set_enabled (widget, "client.call", (verbs & SALON_CLIENT_VERB_CALL) != 0);
  gtk_widget_action_set_enabled (widget, "client.note-ring", (verbs & SALON_CLIENT_VERB_CALL) != 0);
  if (self->call != NULL)
    gtk_widget_set_visible (self->call, (verbs & SALON_CLIENT_VERB_CALL) != 0);
  gtk_widget_action_set_enabled (widget, "client.log", verbs != SALON_CLIENT_VERB_NONE
                                 && salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_LOG_VIEW));
  if (self->adder != NULL)
    gtk_widget_set_visible (self->adder, (verbs & (SALON_CLIENT_VERB_EDIT | SALON_CLIENT_VERB_NOTES)) != 0);
}

static void
on_archived (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientView) self = data;
  g_autoptr (GError) error = NULL;

  if (!salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error) && self->model != NULL)
    salon_note_error (GTK_WIDGET (self), error);
}

static void
action_archive (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientView *self = SALON_CLIENT_VIEW (widget);
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  g_autofree char *note = NULL;

  if (panel == NULL)
    return;
  /* Translators: %s is a client */
  note = g_strdup_printf (_("Archived: %s"), panel->name);
  salon_client_model_submit (self->model, &salon_command_client_archive,
                             salon_id_request_new (salon_entity_get_id (panel->client)), note, on_archived,
                             g_object_ref (self));
}

static void
action_unarchive (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientView *self = SALON_CLIENT_VIEW (widget);
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  g_autofree char *note = NULL;

  if (panel == NULL)
    return;
  /* Translators: %s is a client */
  note = g_strdup_printf (_("Out of the archive: %s"), panel->name);
  salon_client_model_submit (self->model, &salon_command_client_unarchive,
                             salon_id_request_new (salon_entity_get_id (panel->client)), note, on_archived,
                             g_object_ref (self));
}

static void
action_sell (GtkWidget *widget, const char *name, GVariant *target)
{
  gint64 id = salon_client_view_get_client (SALON_CLIENT_VIEW (widget));

  if (g_str_equal (name, "client.top-up"))
    salon_shell_top_up (widget, id);
  else
    salon_shell_sell_to (widget, id);
}

static void
action_log (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientView *self = SALON_CLIENT_VIEW (widget);
  const SalonClientPanel *panel = salon_client_model_peek (self->model);

  if (self->tabs != NULL && gtk_stack_get_child_by_name (self->tabs, "log") != NULL)
    gtk_stack_set_visible_child_name (self->tabs, "log");
  else if (panel != NULL)
    salon_log_window_present (widget, salon_client_model_get_session (self->model), &salon_query_client_log,
                              salon_entity_get_id (panel->client), panel->name);
}

/* ---- merging with another card */

static void
on_merge_closed (SalonMergeWith *merge_with, SalonClientView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "card");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_merged (SalonMergeWith *merge_with, gint64 survivor, SalonClientView *self)
{
  on_merge_closed (merge_with, self);
  salon_client_model_set_client (self->model, survivor);
}

static void
action_merge (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientView *self = SALON_CLIENT_VIEW (widget);
  const SalonClientPanel *panel = salon_client_model_peek (self->model);

  if (panel == NULL)
    return;
  if (self->merge_with == NULL) {
    self->merge_with = SALON_MERGE_WITH (salon_merge_with_new (salon_client_model_get_session (self->model)));
    g_signal_connect (self->merge_with, "closed", G_CALLBACK (on_merge_closed), self);
    g_signal_connect (self->merge_with, "merged", G_CALLBACK (on_merged), self);
    gtk_stack_add_named (self->stack, GTK_WIDGET (self->merge_with), "merge");
  }
  gtk_stack_set_visible_child_name (self->stack, "merge");
  salon_merge_with_open (self->merge_with, salon_entity_get_id (panel->client), panel->name);
}

static void
action_book (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_BOOK], 0);
}

/* ---- the history */

static void
hide_ring (SalonClientView *self)
{
  salon_banner_hide (self->ring);
  gtk_widget_set_visible (GTK_WIDGET (self->ring), FALSE); /* hidden it would keep its margins */
  self->rings = 0;
}

/* Made when something is noted for the first time: cards come up without it. */
static SalonContactEditor *
need_editor (SalonClientView *self)
{
  if (self->editor != NULL)
    return self->editor;
  self->editor = SALON_CONTACT_EDITOR (salon_contact_editor_new (self->model));
  gtk_box_insert_child_after (self->page, GTK_WIDGET (self->editor),
                              self->tabs != NULL ? GTK_WIDGET (self->tabs) : GTK_WIDGET (self->scroller));
  return self->editor;
}

static void
action_call (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_contact_editor_open (need_editor (SALON_CLIENT_VIEW (widget)), SALON_CONTACT_CALL_OUT);
}

static void
action_note (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_contact_editor_open (need_editor (SALON_CLIENT_VIEW (widget)), SALON_CONTACT_NOTE);
}

static void
action_note_ring (GtkWidget *widget, const char *name, GVariant *target)
{
  hide_ring (SALON_CLIENT_VIEW (widget));
  salon_contact_editor_open (need_editor (SALON_CLIENT_VIEW (widget)), SALON_CONTACT_CALL_IN);
}

static void
action_edit_contact (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_contact_editor_change (need_editor (SALON_CLIENT_VIEW (widget)), g_variant_get_int64 (target));
}

/* ---- plastic cards */

/* Made when a card is given out for the first time. */
static SalonCardPanel *
need_card_panel (SalonClientView *self)
{
  if (self->card_panel != NULL)
    return self->card_panel;
  self->card_panel = SALON_CARD_PANEL (salon_card_panel_new (self->model));
  gtk_box_insert_child_after (self->page, GTK_WIDGET (self->card_panel),
                              self->tabs != NULL ? GTK_WIDGET (self->tabs) : GTK_WIDGET (self->scroller));
  return self->card_panel;
}

static void
action_card (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_card_panel_open (need_card_panel (SALON_CLIENT_VIEW (widget)), NULL);
}

static void
action_replace_card (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_card_panel_replace (need_card_panel (SALON_CLIENT_VIEW (widget)), g_variant_get_int64 (target));
}

static void
show_whom_to_choose (SalonClientView *self)
{
  g_autofree char *shown = self->card_number != NULL ? salon_card_number_text (self->card_number) : NULL;
  /* Translators: %s is the number of a card */
  g_autofree char *title = shown != NULL ? g_strdup_printf (_("Whose will the card %s be?"), shown) : g_strdup (_("No client chosen"));

  salon_empty_state_set_text (self->empty, title, _("Type a name or a phone, or choose a visit on the left."));
}

/* Whose the scanned card will be was found. */
static void
give_scanned_card (SalonClientView *self)
{
  g_autofree char *number = g_steal_pointer (&self->card_number);

  if (number == NULL)
    return;
  salon_card_panel_open (need_card_panel (self), number);
  show_whom_to_choose (self);
}

/* ---- callbacks */

static void
on_loaded (SalonClientModel *model, SalonClientView *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);
  gint64 id = salon_client_model_get_client (model);

  if (id == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  if (panel == NULL) {
    update_actions (self);
    return;
  }
  if (self->rings != 0 && self->rings != id)
    hide_ring (self);
  if (self->shown != id)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (self->shown != id || self->merge_with == NULL
      || GTK_WIDGET (self->merge_with) != gtk_stack_get_visible_child (self->stack))
    gtk_stack_set_visible_child_name (self->stack, "card");
  self->shown = id;
  update_actions (self);
  give_scanned_card (self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
on_failed (SalonClientModel *model, const GError *error, SalonClientView *self)
{
  salon_note_error (GTK_WIDGET (self), error);
}

static void
on_done (SalonClientModel *model, const char *note, const SalonDone *done, SalonClientView *self)
{
  salon_note_done (GTK_WIDGET (self), note, done);
}

/* ---- overrides */

static gboolean
salon_client_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (SALON_CLIENT_VIEW (widget)->stack), GTK_DIR_TAB_FORWARD);
}

static void
salon_client_view_dispose (GObject *object)
{
  SalonClientView *self = SALON_CLIENT_VIEW (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  g_clear_pointer (&self->card_number, g_free);
  G_OBJECT_CLASS (salon_client_view_parent_class)->dispose (object);
}

static void
salon_client_view_class_init (SalonClientViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_view_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_client_view_grab_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonClientView::loaded: the client was read, for the first time or again; see salon_client_view_peek()
   */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", SALON_TYPE_CLIENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * SalonClientView::book: the client is to be booked
   */
  signals[SIGNAL_BOOK] = g_signal_new ("book", SALON_TYPE_CLIENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "clientview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "client.book", NULL, action_book);
  gtk_widget_class_install_action (widget_class, "client.archive", NULL, action_archive);
  gtk_widget_class_install_action (widget_class, "client.unarchive", NULL, action_unarchive);
  gtk_widget_class_install_action (widget_class, "client.sell", NULL, action_sell);
  gtk_widget_class_install_action (widget_class, "client.top-up", NULL, action_sell);
  gtk_widget_class_install_action (widget_class, "client.log", NULL, action_log);
  gtk_widget_class_install_action (widget_class, "client.call", NULL, action_call);
  gtk_widget_class_install_action (widget_class, "client.note", NULL, action_note);
  gtk_widget_class_install_action (widget_class, "client.note-ring", NULL, action_note_ring);
  gtk_widget_class_install_action (widget_class, "client.edit-contact", "x", action_edit_contact);
  gtk_widget_class_install_action (widget_class, "client.merge", NULL, action_merge);
  gtk_widget_class_install_action (widget_class, "client.card", NULL, action_card);
  gtk_widget_class_install_action (widget_class, "client.replace-card", "x", action_replace_card);
}

static GtkWidget *
build_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) merge = g_menu_item_new (_("Merge with …"), "client.merge");
  g_autoptr (GMenuItem) archive = g_menu_item_new (_("Archive"), "client.archive");
  g_autoptr (GMenuItem) unarchive = g_menu_item_new (_("Take out of the Archive"), "client.unarchive");

  g_menu_append (menu, _("Sell to Her"), "client.sell");
  g_menu_append (menu, _("Top up the Account"), "client.top-up");
  g_menu_append (menu, _("Changes of This Card"), "client.log");
  g_menu_item_set_attribute (merge, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, merge);
  g_menu_item_set_attribute (archive, "hidden-when", "s", "action-disabled");
  g_menu_item_set_attribute (unarchive, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, archive);
  g_menu_append_item (menu, unarchive);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "salon-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), FALSE);
  gtk_widget_add_css_class (button, "salon-outlined");
  salon_set_tooltip (button, _("More"));
  salon_set_accessible_label (button, _("More"));
  return button;
}

/* Without words, so that all verbs stand beside each other in the smallest window, in every language. */
static GtkWidget *
icon_verb_new (const char *action, const char *icon_name, const char *label, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  salon_set_tooltip (button, tooltip);
  salon_set_accessible_label (button, label);
  gtk_widget_add_css_class (button, "salon-outlined");
  return button;
}

static GtkWidget *
build_verbs (SalonClientView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *book = gtk_button_new ();
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (book), "client.book");
  salon_set_tooltip (book, _("Book a visit (Alt+B)"));
  gtk_button_set_child (GTK_BUTTON (book), salon_icon_label_new ("salon-calendar-symbolic", C_ ("verb", "Book")));
  salon_set_accessible_label (book, C_ ("verb", "Book"));
  gtk_widget_add_css_class (book, "salon-outlined");
  self->call = icon_verb_new ("client.call", "salon-phone-symbolic", C_ ("verb", "Note a Call"), _("Note a call (Alt+C)"));
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (box), book);
  gtk_box_append (GTK_BOX (box), self->call);
  gtk_box_append (GTK_BOX (box), icon_verb_new ("client.note", "salon-note-symbolic", C_ ("verb", "Write a Note"),
                                                _("Write a note into the history (Alt+N)")));
  gtk_box_append (GTK_BOX (box), icon_verb_new ("client.card", "salon-card-symbolic", _("Card"), _("Issue or replace a card (Alt+I)")));
  self->adder = salon_client_adder_new ();
  gtk_box_append (GTK_BOX (box), self->adder);
  gtk_box_append (GTK_BOX (box), gap);
  gtk_box_append (GTK_BOX (box), build_menu ());
  return box;
}

/* ---- the parts of the card, from the top; the frame takes them in */

/* A page of its own has room for two columns. */
static GtkWidget *
beside_each_other (SalonClientView *self)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->beside = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->content));
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->beside));
  return columns;
}

static void
make_frame (SalonClientView *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *card = salon_card_new (NULL);

  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->sheet = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (self->sheet));
  gtk_box_append (self->content, card);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, self->tabs != NULL ? beside_each_other (self) : GTK_WIDGET (self->content));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  self->ring = SALON_BANNER (salon_banner_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->ring), FALSE);
  g_signal_connect_swapped (self->ring, "closed", G_CALLBACK (hide_ring), self);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->ring));
  if (self->tabs != NULL)
    gtk_box_append (self->overview, GTK_WIDGET (self->scroller));
  gtk_box_append (GTK_BOX (page), self->tabs != NULL ? GTK_WIDGET (self->tabs) : GTK_WIDGET (self->scroller));
  gtk_box_append (GTK_BOX (page), build_verbs (self));
  self->page = GTK_BOX (page);
  gtk_stack_add_named (self->stack, page, "card");
}

static void
make_head (SalonClientView *self)
{
  self->head = SALON_CLIENT_HEAD (salon_client_head_new (self->model));
  gtk_box_append (self->sheet, GTK_WIDGET (self->head));
  gtk_box_append (self->sheet, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

static void
make_figures (SalonClientView *self)
{
  gtk_box_append (self->sheet, salon_client_balances_new (self->model));
  gtk_box_append (self->sheet, salon_client_figures_new (self->model));
}

static void
make_details (SalonClientView *self)
{
  self->details = SALON_CLIENT_DETAILS (salon_client_details_new (self->model));
  gtk_box_append (self->sheet, GTK_WIDGET (self->details));
  salon_client_adder_set_parts (SALON_CLIENT_ADDER (self->adder), self->head, self->details);
  if (self->tabs == NULL) /* else they have a tab */
    gtk_box_append (self->sheet, salon_client_consents_new (self->model));
}

/* The parts hear of a client before the card is shown: they are connected first. */
static void
make_timeline (SalonClientView *self)
{
  gtk_box_append (self->content, salon_merged_cards_new (self->model));
  gtk_box_append (self->tabs != NULL ? self->beside : self->content, salon_client_timeline_new (self->model));
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_loaded), self, 0);
}

static void (*const makers[]) (SalonClientView *self) = { make_frame, make_head, make_figures, make_details, make_timeline };

static void
add_shortcuts (SalonClientView *self)
{
  static const struct {
    guint key;
    const char *action;
  } keys[] = { { GDK_KEY_b, "client.book" }, { GDK_KEY_c, "client.call" }, { GDK_KEY_n, "client.note" },
               { GDK_KEY_i, "client.card" } };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
salon_client_view_init (SalonClientView *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->empty = SALON_EMPTY_STATE (salon_empty_state_new ("salon-user-symbolic", _("No client chosen"),
                                                          _("Type a name or a phone, or choose a visit on the left.")));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  add_shortcuts (self);
}

/**
 * salon_client_view_new:
 *
 * Returns: (transfer floating): a card of nobody yet; what a card consists of is made for the first client
 */
GtkWidget *
salon_client_view_new (SalonSession *session)
{
  SalonClientView *self = g_object_new (SALON_TYPE_CLIENT_VIEW, NULL);

  self->model = salon_client_model_new (session);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (on_failed), self, 0);
  g_signal_connect_object (self->model, "done", G_CALLBACK (on_done), self, 0);
  on_loaded (self->model, self);
  return GTK_WIDGET (self);
}

/**
 * salon_client_view_need_tabs:
 *
 * Makes the card a page with tabs, the first of which is what the card shows else; to be called before a client is set.
 * What can be done stays below all of them.
 *
 * Returns: (transfer none): the stack for the other tabs, each with a title
 */
GtkStack *
salon_client_view_need_tabs (SalonClientView *self)
{
  g_return_val_if_fail (SALON_IS_CLIENT_VIEW (self), NULL);
  g_return_val_if_fail (self->tabs != NULL || self->n_made == 0, NULL);

  if (self->tabs == NULL) {
    self->tabs = GTK_STACK (gtk_stack_new ());
    self->overview = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
    gtk_stack_set_vhomogeneous (self->tabs, FALSE);
    salon_compat_hide_unseen_pages (self->tabs);
    gtk_stack_add_titled (self->tabs, GTK_WIDGET (self->overview), "overview", C_ ("tab", "Overview"));
  }
  return self->tabs;
}

/**
 * salon_client_view_get_model:
 *
 * Returns: (transfer none): the client of the card, for what else shows her
 */
SalonClientModel *
salon_client_view_get_model (SalonClientView *self)
{
  g_return_val_if_fail (SALON_IS_CLIENT_VIEW (self), NULL);

  return self->model;
}

/**
 * salon_client_view_prepare:
 *
 * Makes the next part of the card, so that the first client need not wait for it.  For a main loop with nothing else to
 * do: a part takes a few milliseconds.
 *
 * Returns: whether there is more to make
 */
gboolean
salon_client_view_prepare (SalonClientView *self)
{
  g_return_val_if_fail (SALON_IS_CLIENT_VIEW (self), FALSE);

  if (self->n_made < G_N_ELEMENTS (makers))
    makers[self->n_made++](self);
  return self->n_made < G_N_ELEMENTS (makers);
}

/**
 * salon_client_view_set_client:
 * @id: 0 = nobody: the card says what to do
 *
 * The card of the client before stays on the screen until the next one was read.
 */
void
salon_client_view_set_client (SalonClientView *self, gint64 id)
{
  g_return_if_fail (SALON_IS_CLIENT_VIEW (self));

  while (id != 0 && salon_client_view_prepare (self))
    continue;
  salon_client_model_set_client (self->model, id);
}

/**
 * salon_client_view_get_client:
 *
 * Returns: the id of the client; 0 = nobody
 */
gint64
salon_client_view_get_client (SalonClientView *self)
{
  g_return_val_if_fail (SALON_IS_CLIENT_VIEW (self), 0);

  return salon_client_model_get_client (self->model);
}

/**
 * salon_client_view_ring:
 * @number: as it is written
 *
 * The client of the card is calling: a banner offers to note it, until another client is shown.
 */
void
salon_client_view_ring (SalonClientView *self, const char *number)
{
  g_auto (GStrv) groups = g_strsplit (number, " ", -1);
  g_autofree char *whole = g_strjoinv ("\302\240", groups); /* never broken over two lines */
  g_autofree char *text = NULL;

  g_return_if_fail (SALON_IS_CLIENT_VIEW (self));

  if (self->ring == NULL || salon_client_view_get_client (self) == 0)
    return;
  /* Translators: %s is a phone number */
  text = g_strdup_printf (_("Incoming call %s"), whole);
  self->rings = salon_client_view_get_client (self);
  gtk_widget_set_visible (GTK_WIDGET (self->ring), TRUE);
  salon_banner_show (self->ring, SALON_TONE_BLUE, text);
  salon_banner_set_button (self->ring, _("Note the Call"), "client.note-ring");
}

/**
 * salon_client_view_issue_card:
 * @number: of a card that nobody has yet
 *
 * It becomes a card of the client who is shown; while nobody is, of the one who is chosen next.
 */
void
salon_client_view_issue_card (SalonClientView *self, const char *number)
{
  g_return_if_fail (SALON_IS_CLIENT_VIEW (self));

  g_free (self->card_number);
  self->card_number = g_strdup (number);
  if (salon_client_model_peek (self->model) != NULL)
    give_scanned_card (self);
  else
    show_whom_to_choose (self);
}

/**
 * salon_client_view_back:
 *
 * Esc: the editor of a contact is closed first, then a card that is given out, then the banner of a ring.
 *
 * Returns: whether there was something to close
 */
gboolean
salon_client_view_back (SalonClientView *self)
{
  g_return_val_if_fail (SALON_IS_CLIENT_VIEW (self), FALSE);

  if (self->editor != NULL && salon_contact_editor_is_open (self->editor)) {
    salon_contact_editor_close (self->editor);
    return TRUE;
  }
  if (self->card_panel != NULL && salon_card_panel_is_open (self->card_panel)) {
    salon_card_panel_close (self->card_panel);
    return TRUE;
  }
  if (self->card_number != NULL) {
    g_clear_pointer (&self->card_number, g_free);
    show_whom_to_choose (self);
    return TRUE;
  }
  if (self->rings == 0)
    return FALSE;
  hide_ring (self);
  return TRUE;
}

/**
 * salon_client_view_peek:
 *
 * Returns: (transfer none) (nullable): what the card shows, until the next "loaded"; %NULL while nothing was read
 */
const SalonClientPanel *
salon_client_view_peek (SalonClientView *self)
{
  g_return_val_if_fail (SALON_IS_CLIENT_VIEW (self), NULL);

  return salon_client_model_peek (self->model);
}
