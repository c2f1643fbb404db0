/* Opened by one key and answered by another: the kind that was given out last is chosen, the number may stay empty.  If she has
 * a card of the kind, another one takes its place.  A code that is scanned meanwhile is the card in hand, and it is given out at
 * once.  Who is faster than the salon's answer is not asked twice: it is done as soon as it can be. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/card-panel.h"
#include "gui/parts/card-print.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/client-plastic.h"
#include "gui/parts/client-purse.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/card-number.h"
#include "model/rules/card-text.h"

struct _SalonCardPanel {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonClientPlastic *plastic; /* not owned: hangs on the model */
  SalonClientPurse *purse;     /* the same */
  SalonCard *card;
  GtkGrid *grid;
  GtkWidget *kind_field;
  SalonPicker *kind;
  GtkWidget *what_field; /* the season ticket or certificate that it opens */
  SalonPicker *what;
  GtkWidget *number_field;
  GtkEntry *number;
  GtkWidget *why_field;
  SalonPicker *why;
  GtkWidget *reason_field;
  GtkEntry *reason;
  GtkWidget *settings; /* where kinds are made */
  GtkButton *verb;
  GtkWidget *print;
  GtkWidget *asked_from; /* weak: where the focus goes back to */

  gint64 client;   /* for whom it is open; 0 = closed */
  gint64 replaces; /* the card whose place the new one takes; 0 = none */
  gboolean chosen; /* the kind, by the user or by the card that is replaced */
  gboolean filling;
  gboolean go; /* as soon as it is known what can be done */
  guint number_of; /* of the opening: an answer to an older one does not close the panel */
};

G_DEFINE_FINAL_TYPE (SalonCardPanel, salon_card_panel, GTK_TYPE_WIDGET)

/* ---- what is known */

static const SalonCardKind *
kind_of (SalonCardPanel *self)
{
  const SalonClientCards *cards = salon_client_plastic_peek (self->plastic);

  return cards != NULL ? salon_client_cards_find_kind (cards, salon_picker_get_selected (self->kind)) : NULL;
}

static gint64
purpose_of (SalonCardPanel *self)
{
  const SalonCardKind *kind = kind_of (self);

  return kind != NULL && self->replaces == 0 ? kind->purpose : SALON_CARD_CLUB;
}

static void
add_thing (GListStore *items, gint64 id, const char *text, const char *aside)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, aside, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

/* Those of hers that can still be used. */
static GListModel *
things_to_open (SalonCardPanel *self)
{
  const SalonPurse *purse = salon_client_purse_peek (self->purse);
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; purse != NULL && purpose_of (self) == SALON_CARD_TICKET && i < purse->tickets->len; i++) {
    const SalonTicketView *view = ((const SalonPurseTicket *) purse->tickets->pdata[i])->view;

    if (view->state <= SALON_TICKET_FROZEN)
      add_thing (items, salon_entity_get_id (view->ticket), view->ticket->name, view->ticket->number);
  }
  for (guint i = 0; purse != NULL && purpose_of (self) == SALON_CARD_CERTIFICATE && i < purse->certificates->len; i++) {
    const SalonCertificateView *view = purse->certificates->pdata[i];
    g_autofree char *rest = salon_money_format (view->rest, salon_directory_currency (salon_client_model_get_directory (self->model)));

    if (view->rest > 0 && !view->expired)
      add_thing (items, salon_entity_get_id (view->certificate), view->certificate->number, rest);
  }
  return G_LIST_MODEL (items);
}

/* ---- showing */

static void
show_what (SalonCardPanel *self)
{
  gint64 purpose = purpose_of (self);
  gboolean asked = purpose == SALON_CARD_TICKET || purpose == SALON_CARD_CERTIFICATE;
  g_autoptr (GListModel) items = things_to_open (self);
  g_autoptr (SalonPickerItem) first = g_list_model_get_item (items, 0);

  gtk_widget_set_visible (self->what_field, asked);
  if (!asked)
    return;
  salon_picker_set_items (self->what, items);
  if (salon_picker_items_find (items, salon_picker_get_selected (self->what)) == NULL)
    salon_picker_set_selected (self->what, first != NULL ? first->id : SALON_PICK_NONE);
}

static void
show_title (SalonCardPanel *self)
{
  const SalonClientCards *cards = salon_client_plastic_peek (self->plastic);
  const SalonPlasticCardView *old = cards != NULL ? salon_client_cards_find (cards, self->replaces) : NULL;
  g_autofree char *number = old != NULL ? salon_card_number_text (old->card->number) : NULL;
  /* Translators: the number of a card */
  g_autofree char *title = old != NULL ? g_strdup_printf (_("A new card instead of %s"), number) : g_strdup (_("New card"));

  salon_card_set_title (self->card, title);
  salon_set_accessible_label (self, title);
}

static void
show_mode (SalonCardPanel *self)
{
  const SalonCardKind *kind = kind_of (self);
  gboolean replace = self->replaces != 0;
  gint64 why = salon_picker_get_selected (self->why);

  show_title (self);
  show_what (self);
  gtk_widget_set_visible (self->why_field, replace);
  gtk_widget_set_visible (self->reason_field, replace && why == SALON_CARD_WHY_OTHER);
  gtk_entry_set_placeholder_text (self->number, kind == NULL || salon_card_kind_makes_numbers (kind) ? _("the next free number")
                                                                                                     : _("read the card or type"));
  gtk_button_set_label (self->verb, !replace                 ? _("Issue (Enter)")
                                    : why == SALON_CARD_LOST ? _("Replace the lost one (Enter)")
                                                             : _("Replace (Enter)"));
}

/* Another one of the kind takes the place of the one that she has. */
static void
follow_kind (SalonCardPanel *self)
{
  const SalonClientCards *cards = salon_client_plastic_peek (self->plastic);
  const SalonPlasticCardView *old = cards != NULL ? salon_client_cards_find_active (cards, salon_picker_get_selected (self->kind)) : NULL;

  self->replaces = old != NULL ? salon_entity_get_id (old->card) : 0;
  show_mode (self);
}

/* What was given out last; before anything was, the first. */
static gint64
first_kind (const SalonClientCards *cards)
{
  if (salon_client_cards_find_kind (cards, cards->last_kind_id) != NULL)
    return cards->last_kind_id;
  return cards->kinds->len > 0 ? salon_entity_get_id (cards->kinds->pdata[0]) : 0;
}

static void
show_kinds (SalonCardPanel *self, const SalonClientCards *cards)
{
  g_autoptr (GListModel) items = salon_items_of_entities (cards->kinds);
  const SalonPlasticCardView *old = salon_client_cards_find (cards, self->replaces);
  gboolean has_kinds = cards->kinds->len > 0 || old != NULL;

  self->filling = TRUE;
  if (old != NULL && salon_client_cards_find_kind (cards, old->card->card_kind_id) == NULL)
    add_thing (G_LIST_STORE (items), old->card->card_kind_id, old->kind->name, NULL);
  salon_picker_set_items (self->kind, items);
  if (old != NULL)
    salon_picker_set_selected (self->kind, old->card->card_kind_id);
  else if (!self->chosen)
    salon_picker_set_selected (self->kind, first_kind (cards));
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->grid), has_kinds);
  gtk_widget_set_visible (GTK_WIDGET (self->verb), has_kinds);
  gtk_widget_set_visible (self->print, has_kinds);
  gtk_widget_set_visible (self->settings, !has_kinds);
  if (old == NULL)
    follow_kind (self);
  else
    show_mode (self);
}

/* ---- doing it */

typedef struct {
  SalonCardPanel *panel; /* strong */
  guint number_of;
} Asked;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonCardPanel) self = asked->panel;
  g_autoptr (GError) error = NULL;
  gboolean ok = salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error);

  if (self->model == NULL || asked->number_of != self->number_of)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb), TRUE);
  if (ok)
    salon_card_panel_close (self);
  else if (!salon_form_mark (GTK_WIDGET (self), error))
    salon_note_error (GTK_WIDGET (self), error);
}

/* Returns: the season ticket or certificate that it opens, if it is for that; else 0 */
static gint64
opens (SalonCardPanel *self, SalonCardPurpose purpose)
{
  return purpose_of (self) == (gint64) purpose ? MAX (salon_picker_get_selected (self->what), 0) : 0;
}

/* Returns: (nullable): %NULL = the next free one */
static const char *
typed_number (SalonCardPanel *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->number));

  return *typed != '\0' ? typed : NULL;
}

static gpointer
issue_request (SalonCardPanel *self, const char *number)
{
  SalonCardIssue *request = salon_card_issue_new (self->client, salon_picker_get_selected (self->kind), number);

  request->ticket_id = opens (self, SALON_CARD_TICKET);
  request->certificate_id = opens (self, SALON_CARD_CERTIFICATE);
  return request;
}

static SalonCardPrintBegin *
print_request (SalonCardPanel *self)
{
  gboolean replace = self->replaces != 0;
  SalonCardPrintBegin *request = salon_card_print_begin_new (replace ? SALON_CARD_PRINT_REPLACE : SALON_CARD_PRINT_ISSUE);

  request->client_id = self->client;
  request->card_kind_id = salon_picker_get_selected (self->kind);
  request->card_id = self->replaces;
  request->ticket_id = opens (self, SALON_CARD_TICKET);
  request->certificate_id = opens (self, SALON_CARD_CERTIFICATE);
  request->number = g_strdup (typed_number (self));
  request->why = replace ? MAX (salon_picker_get_selected (self->why), 0) : 0;
  request->reason = replace ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))) : NULL;
  return request;
}

static void
submit (SalonCardPanel *self)
{
  const char *number = typed_number (self);
  SalonCardWhy why = (SalonCardWhy) MAX (salon_picker_get_selected (self->why), 0);
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked){ g_object_ref (self), self->number_of };
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb), FALSE);
  if (self->replaces == 0)
    salon_client_model_submit (self->model, &salon_command_card_issue, issue_request (self, number), _("Card given out."), on_done, asked);
  else
    salon_client_model_submit (self->model, &salon_command_card_replace,
                               salon_card_replace_new (self->replaces, number, why, gtk_editable_get_text (GTK_EDITABLE (self->reason))),
                               _("Card replaced. What she has stays hers."), on_done, asked);
}

static void
do_it (SalonCardPanel *self)
{
  if (self->client == 0 || !gtk_widget_get_sensitive (GTK_WIDGET (self->verb)))
    return;
  salon_form_clear_errors (GTK_WIDGET (self));
  self->go = salon_client_plastic_peek (self->plastic) == NULL;
  if (!self->go && gtk_widget_get_visible (GTK_WIDGET (self->verb)))
    submit (self);
}

/* ---- callbacks */

static void
on_plastic (SalonClientPlastic *plastic, SalonCardPanel *self)
{
  const SalonClientCards *cards = salon_client_plastic_peek (plastic);

  if (self->client == 0 || cards == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->verb)))
    return;
  if (self->replaces != 0 && salon_client_cards_find (cards, self->replaces) == NULL)
    self->replaces = 0;
  show_kinds (self, cards);
  if (self->go)
    do_it (self);
}

static void
on_purse (SalonClientPurse *purse, SalonCardPanel *self)
{
  if (self->client != 0 && salon_client_plastic_peek (self->plastic) != NULL)
    show_what (self);
}

static void
on_kind (GObject *picker, GParamSpec *spec, SalonCardPanel *self)
{
  if (self->filling)
    return;
  self->chosen = TRUE;
  salon_form_clear_errors (GTK_WIDGET (self));
  follow_kind (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
}

static void
on_why (GObject *picker, GParamSpec *spec, SalonCardPanel *self)
{
  if (self->filling)
    return;
  show_mode (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_widget_get_visible (self->reason_field) ? self->reason : self->number));
}

static void
on_enter (GtkEntry *entry, SalonCardPanel *self)
{
  do_it (self);
}

static void
on_verb (GtkButton *button, SalonCardPanel *self)
{
  do_it (self);
}

/* It is given out when it is printed. */
static void
on_print (GtkButton *button, SalonCardPanel *self)
{
  salon_card_print (GTK_WIDGET (self), salon_client_model_get_session (self->model), print_request (self));
  salon_card_panel_close (self);
}

static void
on_cancel (GtkButton *button, SalonCardPanel *self)
{
  salon_card_panel_close (self);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonCardPanel *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  salon_card_panel_close (self);
  return TRUE;
}

/* The card in hand was scanned. */
static void
action_take (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonCardPanel *self = SALON_CARD_PANEL (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->number), g_variant_get_string (target, NULL));
  gtk_editable_set_position (GTK_EDITABLE (self->number), -1);
  do_it (self);
}

/* Another client is on the card now. */
static void
on_loaded (SalonClientModel *model, SalonCardPanel *self)
{
  if (self->client != 0 && salon_client_model_get_client (model) != self->client)
    salon_card_panel_close (self);
}

/* ---- building */

static void
salon_card_panel_dispose (GObject *object)
{
  SalonCardPanel *self = SALON_CARD_PANEL (object);

  self->client = 0;
  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_weak_pointer (&self->asked_from);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_card_panel_parent_class)->dispose (object);
}

static void
salon_card_panel_class_init (SalonCardPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_card_panel_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
  gtk_widget_class_set_css_name (widget_class, "cardpanel");
  gtk_widget_class_install_action (widget_class, "scan.take", "s", action_take);
}

static GtkWidget *
create_entry (SalonCardPanel *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), 200);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  g_signal_connect (entry, "activate", G_CALLBACK (on_enter), self);
  return entry;
}

static GtkWidget *
build_grid (SalonCardPanel *self)
{
  g_autoptr (GListModel) whys = salon_items_of_values (SALON_CARD_LOST, SALON_CARD_WHY_LAST, salon_card_why_label);

  self->grid = GTK_GRID (gtk_grid_new ());
  self->kind = SALON_PICKER (salon_picker_new (_("Kind of card"), "—"));
  self->what = SALON_PICKER (salon_picker_new (_("What it opens"), "—"));
  self->why = SALON_PICKER (salon_picker_new (_("What became of the old one"), "—"));
  self->number = GTK_ENTRY (create_entry (self));
  self->reason = GTK_ENTRY (create_entry (self));
  salon_picker_set_items (self->why, whys);
  self->kind_field = salon_form_field_new ("card_kind_id", _("Kind of card"), GTK_WIDGET (self->kind));
  self->number_field = salon_form_field_new ("number", _("Number"), GTK_WIDGET (self->number));
  self->what_field = salon_form_field_new ("ticket_id", _("What it opens"), GTK_WIDGET (self->what));
  self->why_field = salon_form_field_new ("why", _("What became of the old one"), GTK_WIDGET (self->why));
  self->reason_field = salon_form_field_new ("reason", _("Why"), GTK_WIDGET (self->reason));
  salon_form_field_set_hint (SALON_FORM_FIELD (self->number_field), _("Scan the card, or leave it empty."));
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 9);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_attach (self->grid, self->kind_field, 0, 0, 1, 1);
  gtk_grid_attach (self->grid, self->number_field, 1, 0, 1, 1);
  gtk_grid_attach (self->grid, self->what_field, 0, 1, 2, 1);
  gtk_grid_attach (self->grid, self->why_field, 0, 2, 1, 1);
  gtk_grid_attach (self->grid, self->reason_field, 1, 2, 1, 1);
  g_signal_connect (self->kind, "notify::selected", G_CALLBACK (on_kind), self);
  g_signal_connect (self->why, "notify::selected", G_CALLBACK (on_why), self);
  return GTK_WIDGET (self->grid);
}

static GtkWidget *
build_buttons (SalonCardPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (6, 6)); /* long words do not push the page aside */
  self->verb = GTK_BUTTON (gtk_button_new ());
  self->print = gtk_button_new_with_label (C_ ("paper", "Print …"));
  gtk_widget_add_css_class (GTK_WIDGET (self->verb), "suggested-action");
  gtk_widget_add_css_class (cancel, "salon-outlined");
  gtk_widget_add_css_class (self->print, "salon-outlined");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), self->print);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->verb));
  g_signal_connect (self->print, "clicked", G_CALLBACK (on_print), self);
  g_signal_connect (cancel, "clicked", G_CALLBACK (on_cancel), self);
  g_signal_connect (self->verb, "clicked", G_CALLBACK (on_verb), self);
  return box;
}

/* There is nothing to choose from yet. */
static GtkWidget *
build_settings (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Kinds of cards …"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-settings");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "cards");
  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("The salon has no kind of card yet. Say first what its cards are for."),
                                                          "salon-secondary"));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
salon_card_panel_init (SalonCardPanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->card = SALON_CARD (salon_card_new (_("New card")));
  self->settings = build_settings ();
  gtk_box_append (GTK_BOX (box), build_grid (self));
  gtk_box_append (GTK_BOX (box), self->settings);
  gtk_box_append (GTK_BOX (box), build_buttons (self));
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * salon_card_panel_new:
 *
 * Returns: (transfer floating): invisible until salon_card_panel_open()
 */
GtkWidget *
salon_card_panel_new (SalonClientModel *model)
{
  SalonCardPanel *self = g_object_new (SALON_TYPE_CARD_PANEL, "visible", FALSE, NULL);

  self->model = g_object_ref (model);
  self->plastic = salon_client_plastic_of (model);
  self->purse = salon_client_purse_of (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  g_signal_connect_object (self->plastic, "changed", G_CALLBACK (on_plastic), self, 0);
  g_signal_connect_object (self->purse, "changed", G_CALLBACK (on_purse), self, 0);
  return GTK_WIDGET (self);
}

/* The focus comes back to where it was. */
static void
remember_focus (SalonCardPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->asked_from, focus);
}

static void
open_for (SalonCardPanel *self, gint64 replaces, const char *number)
{
  const SalonClientCards *cards = NULL;

  remember_focus (self);
  self->client = salon_client_model_get_client (self->model);
  self->replaces = replaces;
  self->chosen = self->go = FALSE;
  self->number_of++;
  self->filling = TRUE;
  salon_picker_set_selected (self->why, SALON_CARD_LOST);
  self->filling = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->number), number != NULL ? number : "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  salon_form_clear_errors (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->verb), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), TRUE);
  gtk_widget_set_visible (self->settings, FALSE);
  show_mode (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
  salon_client_plastic_want (self->plastic);
  cards = salon_client_plastic_peek (self->plastic);
  if (cards != NULL)
    show_kinds (self, cards);
}

/**
 * salon_card_panel_open:
 * @number: (nullable): of the card in hand
 *
 * For the client who is shown.
 */
void
salon_card_panel_open (SalonCardPanel *self, const char *number)
{
  g_return_if_fail (SALON_IS_CARD_PANEL (self));

  if (salon_client_model_get_client (self->model) != 0)
    open_for (self, 0, number);
}

/**
 * salon_card_panel_replace:
 * @card_id: of the client who is shown, in use or blocked
 */
void
salon_card_panel_replace (SalonCardPanel *self, gint64 card_id)
{
  g_return_if_fail (SALON_IS_CARD_PANEL (self));

  if (salon_client_model_get_client (self->model) != 0)
    open_for (self, card_id, NULL);
}

/**
 * salon_card_panel_close: nothing is asked any more
 */
void
salon_card_panel_close (SalonCardPanel *self)
{
  g_return_if_fail (SALON_IS_CARD_PANEL (self));

  if (self->client == 0)
    return;
  self->client = 0;
  self->number_of++;
  if (salon_has_focus (GTK_WIDGET (self)) && self->asked_from != NULL && gtk_widget_get_mapped (self->asked_from))
    gtk_widget_grab_focus (self->asked_from);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_card_panel_is_open:
 *
 * Returns: whether something is asked
 */
gboolean
salon_card_panel_is_open (SalonCardPanel *self)
{
  g_return_val_if_fail (SALON_IS_CARD_PANEL (self), FALSE);

  return self->client != 0;
}
