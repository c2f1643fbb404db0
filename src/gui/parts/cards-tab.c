/* Cards in use stand first.  What is done to one can be undone; what she has on her account stays hers whatever becomes of it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/card-log-grid.h"
#include "gui/parts/card-print.h"
#include "gui/parts/cards-tab.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/client-plastic.h"
#include "gui/parts/client-purse.h"
#include "gui/parts/deed-form.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/shell.h"
#include "model/rules/card-text.h"

#define NUMBER_KEY "salon-card-number"

struct _SalonCardsTab {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonClientPlastic *plastic; /* not owned: hangs on the model */
  GtkStack *stack;             /* "waiting", "none" or "cards" */
  SalonDeedForm *form;
  GtkListBox *list;
  GtkWidget *log;
};

G_DEFINE_FINAL_TYPE (SalonCardsTab, salon_cards_tab, GTK_TYPE_WIDGET)

/* ---- deeds */

static GListModel *
why_items (SalonDirectory *directory)
{
  return salon_items_of_values (SALON_CARD_LOST, SALON_CARD_WHY_LAST, salon_card_why_label);
}

static const SalonAsk block_asks[] = {
  { "why", N_ ("Why"), NULL, SALON_ASK_PICK, TRUE, NULL, why_items },
  { "reason", N_ ("In words"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
};

static gpointer
block_request (gint64 card_id, const SalonDeedAnswers *answers)
{
  return salon_card_change_new (card_id, (SalonCardWhy) answers->values[0], answers->texts[1]);
}

static const SalonDeed block_deed = {
  N_ ("Block"), N_ ("Card blocked: it is accepted nowhere now."), block_asks, G_N_ELEMENTS (block_asks), &salon_command_card_block,
  block_request,
};

/* Returns: (nullable): the card that an action is about */
static const SalonPlasticCardView *
target_of (SalonCardsTab *self, GVariant *target)
{
  const SalonClientCards *cards = salon_client_plastic_peek (self->plastic);

  return cards != NULL ? salon_client_cards_find (cards, g_variant_get_int64 (target)) : NULL;
}

static void
action_block (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonCardsTab *self = SALON_CARDS_TAB (widget);
  const SalonPlasticCardView *view = target_of (self, target);
  const SalonDeedAnswers first = { .values = { SALON_CARD_LOST } };
  g_autofree char *number = view != NULL ? salon_card_number_text (view->card->number) : NULL;
  g_autofree char *title = NULL;

  if (view == NULL)
    return;
  title = g_strdup_printf (_("Block the card %s"), number);
  salon_deed_form_open (self->form, &block_deed, salon_entity_get_id (view->card), title, &first);
}

static void
action_unblock (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonCardsTab *self = SALON_CARDS_TAB (widget);
  gint64 id = g_variant_get_int64 (target);

  salon_client_model_submit (self->model, &salon_command_card_unblock, salon_card_change_new (id, SALON_CARD_WHY_NONE, NULL),
                             _("Card in use again."), salon_client_purse_on_done, g_object_ref (self));
}

static void
action_return (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonCardsTab *self = SALON_CARDS_TAB (widget);
  gint64 id = g_variant_get_int64 (target);

  salon_client_model_submit (self->model, &salon_command_card_return, salon_card_change_new (id, SALON_CARD_WHY_NONE, NULL),
                             _("Card given back."), salon_client_purse_on_done, g_object_ref (self));
}

static void
action_print (GtkWidget *widget, const char *name, GVariant *target)
{
  const SalonPlasticCardView *view = target_of (SALON_CARDS_TAB (widget), target);
  SalonCardPrintBegin *request = salon_card_print_begin_new (SALON_CARD_PRINT_REPRINT);

  request->card_id = g_variant_get_int64 (target);
  if (view != NULL) {
    request->card_kind_id = view->card->card_kind_id;
    request->client_id = view->card->client_id;
  }
  salon_card_print (widget, salon_client_model_get_session (SALON_CARDS_TAB (widget)->model), request);
}

static void
on_copy (GtkButton *button, SalonCardsTab *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), g_object_get_data (G_OBJECT (button), NUMBER_KEY));
  salon_shell_toast (GTK_WIDGET (self), _("Number copied."));
}

/* ---- a card */

static SalonTone
tone_of (const SalonPlasticCardView *view)
{
  switch (view->card->state) {
  case SALON_CARD_ISSUED:
    return view->accepted ? SALON_TONE_TEAL : SALON_TONE_RED;
  case SALON_CARD_PRINTING:
    return SALON_TONE_BLUE;
  case SALON_CARD_BLOCKED:
    return SALON_TONE_RED;
  default:
    return SALON_TONE_GREY;
  }
}

static const char *
state_label (const SalonPlasticCardView *view)
{
  gint64 state = view->card->state == SALON_CARD_ISSUED && !view->accepted ? SALON_CARD_EXPIRED : view->card->state;

  return salon_card_state_label (state);
}

/* What she has by it. */
static char *
gives_text (const SalonPlasticCardView *view)
{
  g_autofree char *percent = view->kind->discount_bp > 0 ? salon_percent_format (view->kind->discount_bp) : NULL;

  if (percent != NULL)
    /* Translators: %s is a number of per cent */
    return g_strdup_printf (_("discount %s"), percent);
  return g_strdup (salon_card_purpose_label (view->kind->purpose));
}

static char *
detail_of (const SalonPlasticCardView *view)
{
  g_autofree char *gives = gives_text (view);
  g_autofree char *from = view->card->issued_day != 0 ? salon_day_format ((SalonDay) view->card->issued_day) : NULL;
  g_autofree char *to = view->card->expires_day != 0 ? salon_day_format ((SalonDay) view->card->expires_day) : NULL;
  g_autoptr (GString) text = g_string_new (gives);

  if (from != NULL) {
    g_string_append (text, " · ");
    g_string_append_printf (text, C_ ("card", "given out on %s"), from);
  }
  g_string_append (text, " · ");
  if (to != NULL)
    g_string_append_printf (text, C_ ("card", "valid until %s"), to);
  else
    g_string_append (text, C_ ("card", "without end"));
  if (view->newer != NULL) {
    g_autofree char *newer = salon_card_number_text (view->newer);

    g_string_append (text, " · ");
    /* Translators: %s is the number of another card */
    g_string_append_printf (text, C_ ("card", "replaced by %s"), newer);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
verbs_of (const SalonPlasticCardView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  SalonCardState state = (SalonCardState) view->card->state;
  gint64 id = salon_entity_get_id (view->card);

  if (salon_card_may (state, SALON_CARD_STEP_BLOCK))
    gtk_box_append (GTK_BOX (box), salon_verb_link_new (_("Block …"), "cards.block", id));
  if (salon_card_may (state, SALON_CARD_STEP_UNBLOCK))
    gtk_box_append (GTK_BOX (box), salon_verb_link_new (_("Unblock"), "cards.unblock", id));
  if (salon_card_may (state, SALON_CARD_STEP_REPLACE))
    gtk_box_append (GTK_BOX (box), salon_verb_link_new (_("Replace …"), "client.replace-card", id));
  if (salon_card_may (state, SALON_CARD_STEP_REPRINT))
    gtk_box_append (GTK_BOX (box), salon_verb_link_new (_("Print again …"), "cards.print", id));
  if (salon_card_may (state, SALON_CARD_STEP_RETURN))
    gtk_box_append (GTK_BOX (box), salon_verb_link_new (C_ ("what happened to a card", "Given back"), "cards.return", id));
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  return box;
}

static GtkWidget *
number_of (SalonCardsTab *self, const SalonPlasticCardView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  g_autofree char *text = salon_card_number_text (view->card->number);
  GtkWidget *number = salon_label_new (text, "salon-num");
  GtkWidget *copy = salon_icon_button_new ("salon-copy-symbolic", _("Copy the number"));

  g_object_set_data_full (G_OBJECT (copy), NUMBER_KEY, g_strdup (view->card->number), g_free);
  g_signal_connect (copy, "clicked", G_CALLBACK (on_copy), self);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), copy);
  return box;
}

static GtkWidget *
row_of (SalonCardsTab *self, const SalonPlasticCardView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = salon_wrapped_label_new (view->kind->name, "salon-heading");
  GtkWidget *chip = salon_chip_new (tone_of (view), NULL, state_label (view));
  g_autofree char *detail = detail_of (view);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", view->kind->name, view->card->number, state_label (view));

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), number_of (self, view));
  gtk_box_append (GTK_BOX (head), chip);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (detail, "salon-secondary"));
  gtk_box_append (GTK_BOX (box), verbs_of (view));
  return salon_plain_row_new (box, label);
}

/* ---- showing */

static void
on_changed (SalonClientPlastic *plastic, SalonCardsTab *self)
{
  const SalonClientCards *cards = salon_client_plastic_peek (plastic);
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (cards == NULL) {
    gtk_stack_set_visible_child_name (self->stack, "waiting");
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
      salon_client_plastic_want (plastic);
    return;
  }
  for (guint i = 0; i < cards->cards->len; i++)
    gtk_list_box_append (self->list, row_of (self, cards->cards->pdata[i]));
  salon_card_log_grid_fill (self->log, cards->events, salon_client_model_get_session (self->model), FALSE);
  gtk_stack_set_visible_child_name (self->stack, cards->cards->len > 0 ? "cards" : "none");
}

static void
on_map (GtkWidget *widget, SalonCardsTab *self)
{
  salon_client_plastic_want (self->plastic);
}

static void
on_loaded (SalonClientModel *model, SalonCardsTab *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    salon_client_plastic_want (self->plastic);
}

/* ---- object */

static void
salon_cards_tab_dispose (GObject *object)
{
  SalonCardsTab *self = SALON_CARDS_TAB (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_cards_tab_parent_class)->dispose (object);
}

static void
salon_cards_tab_class_init (SalonCardsTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_cards_tab_dispose;
  widget_class->focus = salon_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "cards.block", "x", action_block);
  gtk_widget_class_install_action (widget_class, "cards.unblock", "x", action_unblock);
  gtk_widget_class_install_action (widget_class, "cards.return", "x", action_return);
  gtk_widget_class_install_action (widget_class, "cards.print", "x", action_print);
}

static GtkWidget *
issue_button_new (const char *label, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "client.card");
  gtk_widget_add_css_class (button, css_class);
  salon_set_tooltip (button, _("Issue or replace a card (Alt+I)"));
  return button;
}

static GtkWidget *
build_cards (SalonCardsTab *self)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *card = salon_card_new (_("Cards"));
  GtkWidget *log = salon_card_new (_("What happened to them"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->form = SALON_DEED_FORM (salon_deed_form_new (self->model));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->log = salon_card_log_grid_new ();
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-entities");
  salon_set_accessible_label (self->list, _("Cards"));
  salon_deed_form_inset (self->form);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (card, "flush");
  salon_card_set_child (SALON_CARD (card), box);
  salon_card_add_suffix (SALON_CARD (card), issue_button_new (_("Issue a card"), "flat"));
  salon_card_set_child (SALON_CARD (log), self->log);
  gtk_box_append (GTK_BOX (columns), card);
  gtk_box_append (GTK_BOX (columns), log);
  return columns;
}

static GtkWidget *
build_none (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = issue_button_new (_("Issue a card"), "suggested-action");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), salon_empty_state_new ("salon-card-symbolic", _("No card yet"),
                                                        _("With a card she is found by one scan, and it can carry a discount.")));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
salon_cards_tab_init (SalonCardsTab *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * salon_cards_tab_new:
 *
 * Returns: (transfer floating): the cards of the client of @model
 */
GtkWidget *
salon_cards_tab_new (SalonClientModel *model)
{
  SalonCardsTab *self = g_object_new (SALON_TYPE_CARDS_TAB, NULL);

  self->model = g_object_ref (model);
  self->plastic = salon_client_plastic_of (model);
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "waiting");
  gtk_stack_add_named (self->stack, build_none (), "none");
  gtk_stack_add_named (self->stack, build_cards (self), "cards");
  g_signal_connect (self, "map", G_CALLBACK (on_map), self);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  g_signal_connect_object (self->plastic, "changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}
