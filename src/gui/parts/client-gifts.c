/* Three small cards.  What was said last of a promotion counts; that it was used, receipts say. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-gifts.h"
#include "gui/parts/client-purse.h"
#include "gui/parts/deed-form.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/value-entry.h"

struct _SalonClientGifts {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonClientPurse *purse; /* not owned: hangs on the model */
  SalonDeedForm *form;
  GtkListBox *certificates;
  GtkWidget *bonus_card;
  GtkLabel *bonus;
  GtkWidget *bonus_verb;
  SalonDeedForm *bonus_form;
  GtkWidget *promotions_card;
  GtkListBox *promotions;
};

G_DEFINE_FINAL_TYPE (SalonClientGifts, salon_client_gifts, GTK_TYPE_WIDGET)

static char *
money (SalonClientGifts *self, SalonMoney amount)
{
  return salon_money_format (amount, salon_directory_currency (salon_client_model_get_directory (self->model)));
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* A name with something beside it, a line of detail, and what can be done. */
static GtkWidget *
row_new (const char *name, GtkWidget *beside, const char *detail, GtkWidget *verbs)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = salon_wrapped_label_new (name, NULL);
  g_autofree char *whole = detail != NULL ? g_strdup_printf ("%s, %s", name, detail) : g_strdup (name);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  if (beside != NULL)
    gtk_box_append (GTK_BOX (head), beside);
  gtk_box_append (GTK_BOX (box), head);
  if (detail != NULL)
    gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (detail, "salon-secondary"));
  if (verbs != NULL)
    gtk_box_append (GTK_BOX (box), verbs);
  salon_set_accessible_label (row, whole);
  gtk_widget_add_css_class (row, "salon-segment-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/* ---- certificates */

static const SalonAsk block_asks[] = {
  { "reason", N_ ("Why"), NULL, SALON_ASK_TEXT, FALSE, NULL, NULL },
};

static gpointer
block_request (gint64 certificate_id, const SalonDeedAnswers *answers)
{
  return salon_certificate_block_new (certificate_id, answers->texts[0]);
}

static const SalonDeed block_deed = {
  N_ ("Block"), N_ ("Certificate blocked."), block_asks, G_N_ELEMENTS (block_asks), &salon_command_certificate_block, block_request,
};

static const SalonCertificate *
find_certificate (SalonClientGifts *self, gint64 id)
{
  const SalonPurse *purse = salon_client_purse_peek (self->purse);

  for (guint i = 0; purse != NULL && i < purse->certificates->len; i++) {
    const SalonCertificateView *view = purse->certificates->pdata[i];

    if (salon_entity_get_id (view->certificate) == id)
      return view->certificate;
  }
  return NULL;
}

static void
action_block (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientGifts *self = SALON_CLIENT_GIFTS (widget);
  const SalonCertificate *certificate = find_certificate (self, g_variant_get_int64 (target));
  g_autofree char *title = NULL;

  if (certificate == NULL)
    return;
  title = g_strdup_printf (_("Block certificate No. %s"), certificate->number);
  salon_deed_form_open (self->form, &block_deed, g_variant_get_int64 (target), title, NULL);
}

static void
action_unblock (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientGifts *self = SALON_CLIENT_GIFTS (widget);

  salon_client_model_submit (self->model, &salon_command_certificate_block,
                             salon_certificate_block_new (g_variant_get_int64 (target), NULL), _("Certificate free again."),
                             salon_client_purse_on_done, g_object_ref (self));
}

static GtkWidget *
chip_of (const SalonCertificateView *view)
{
  if (view->certificate->blocked_reason != NULL)
    return salon_chip_new (SALON_TONE_RED, NULL, C_ ("certificate", "blocked"));
  if (view->rest <= 0)
    return salon_chip_new (SALON_TONE_GREY, NULL, C_ ("certificate", "used up"));
  if (view->expired)
    return salon_chip_new (SALON_TONE_RED, NULL, C_ ("certificate", "expired"));
  return salon_chip_new (SALON_TONE_TEAL, NULL, C_ ("certificate", "in use"));
}

static char *
certificate_detail (SalonClientGifts *self, const SalonCertificateView *view)
{
  g_autofree char *rest = money (self, view->rest);
  g_autofree char *value = money (self, view->certificate->value);
  g_autofree char *left = g_strdup_printf (_("%s of %s left"), rest, value);
  g_autofree char *day = view->certificate->expires_day != 0 ? salon_day_format ((SalonDay) view->certificate->expires_day) : NULL;
  g_autofree char *until = day != NULL ? g_strdup_printf (C_ ("certificate", "until %s"), day)
                                       : g_strdup (C_ ("certificate", "without end"));

  if (view->certificate->blocked_reason != NULL)
    return g_strdup_printf ("%s · %s · %s", left, until, view->certificate->blocked_reason);
  return g_strdup_printf ("%s · %s", left, until);
}

static GtkWidget *
certificate_verb (SalonClientGifts *self, const SalonCertificateView *view)
{
  gboolean blocked = view->certificate->blocked_reason != NULL;
  GtkWidget *button = NULL;

  if (blocked ? !salon_client_purse_may (self->purse, SALON_PERMISSION_ACCOUNT_CORRECT) : view->rest <= 0)
    return NULL;
  button = gtk_button_new_with_label (blocked ? _("Take the block away") : _("Block …"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), blocked ? "gifts.unblock" : "gifts.block");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", salon_entity_get_id (view->certificate));
  gtk_widget_add_css_class (button, "salon-text-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
show_certificates (SalonClientGifts *self, const SalonPurse *purse)
{
  clear (self->certificates);
  for (guint i = 0; i < purse->certificates->len; i++) {
    const SalonCertificateView *view = purse->certificates->pdata[purse->certificates->len - 1 - i];
    g_autofree char *name = g_strdup_printf (_("No. %s"), view->certificate->number);
    g_autofree char *detail = certificate_detail (self, view);

    gtk_list_box_append (self->certificates, row_new (name, chip_of (view), detail, certificate_verb (self, view)));
  }
}

/* ---- bonus */

static const SalonAsk bonus_asks[] = {
  { "amount", N_ ("Amount"), N_ ("Less than 0 takes away."), SALON_ASK_MONEY, TRUE, NULL, NULL },
  { "last_day", N_ ("Can be used until"), N_ ("Nothing = without end."), SALON_ASK_DAY, TRUE, NULL, NULL },
  { "reason", N_ ("Why"), NULL, SALON_ASK_TEXT, FALSE, NULL, NULL },
};

static gpointer
bonus_request (gint64 client_id, const SalonDeedAnswers *answers)
{
  SalonMoney amount = answers->values[0] != SALON_VALUE_NONE ? answers->values[0] : 0;
  SalonDay last = answers->values[1] != SALON_VALUE_NONE ? (SalonDay) answers->values[1] : SALON_DAY_NONE;

  return salon_bonus_correction_new (client_id, amount, last, answers->texts[2]);
}

static const SalonDeed bonus_deed = {
  N_ ("Correct"), N_ ("Bonus corrected."), bonus_asks, G_N_ELEMENTS (bonus_asks), &salon_command_bonus_correct, bonus_request,
};

static void
action_bonus (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientGifts *self = SALON_CLIENT_GIFTS (widget);
  const SalonPurse *purse = salon_client_purse_peek (self->purse);

  if (purse != NULL)
    salon_deed_form_open (self->bonus_form, &bonus_deed, purse->client_id, _("Give bonus or take it away"), NULL);
}

static void
show_bonus (SalonClientGifts *self, const SalonBonusState *bonus)
{
  g_autofree char *all = money (self, bonus->available);
  g_autofree char *part = money (self, bonus->next_amount);
  g_autofree char *day = bonus->next_end != SALON_DAY_NONE ? salon_day_format (bonus->next_end) : NULL;
  /* Translators: how much bonus she has, how much of it ends, and on which day */
  g_autofree char *text = day != NULL ? g_strdup_printf (_("%s; %s of it ends after %s"), all, part, day) : g_strdup (all);

  gboolean may = salon_client_purse_may (self->purse, SALON_PERMISSION_ACCOUNT_CORRECT);

  gtk_label_set_text (self->bonus, text);
  gtk_widget_set_visible (self->bonus_verb, may);
  gtk_widget_set_visible (self->bonus_card, may || bonus->balance != 0 || bonus->available != 0);
}

/* ---- promotions */

static const struct {
  SalonPromotionState state;
  const char *verb;
} sayings[] = {
  { SALON_PROMOTION_OFFERED, NC_ ("promotion", "Offered") },
  { SALON_PROMOTION_ACCEPTED, NC_ ("promotion", "Accepted") },
  { SALON_PROMOTION_REFUSED, NC_ ("promotion", "Refused") },
};

static void
action_say (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientGifts *self = SALON_CLIENT_GIFTS (widget);
  const SalonPurse *purse = salon_client_purse_peek (self->purse);
  gint64 rule_id = 0;
  gint64 state = 0;

  g_variant_get (target, "(xx)", &rule_id, &state);
  if (purse != NULL)
    salon_client_model_submit (self->model, &salon_command_promotion_say,
                               salon_promotion_saying_new (rule_id, purse->client_id, (SalonPromotionState) state),
                               _("Promotion noted."), salon_client_purse_on_done, g_object_ref (self));
}

static char *
promotion_detail (SalonClientGifts *self, const SalonParticipation *one)
{
  g_autofree char *day = one->day != SALON_DAY_NONE ? salon_day_format_relative (one->day, salon_client_model_get_today (self->model))
                                                    : NULL;
  const char *said = NULL;

  if (one->used > 0)
    return g_strdup_printf (ngettext ("used on %d receipt", "used on %d receipts", (gulong) one->used), (int) one->used);
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    if (sayings[i].state == one->said)
      said = g_dpgettext2 (GETTEXT_PACKAGE, "promotion", sayings[i].verb);
  return said != NULL ? g_strdup_printf ("%s: %s", said, day != NULL ? day : "") : g_strdup (_("Not offered yet."));
}

static GtkWidget *
sayings_of (const SalonParticipation *one)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++) {
    const char *verb = g_dpgettext2 (GETTEXT_PACKAGE, "promotion", sayings[i].verb);
    g_autofree char *label = g_strdup_printf ("%s: %s", one->name, verb);
    GtkWidget *button = gtk_button_new_with_label (verb);

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "gifts.say");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", one->rule_id, (gint64) sayings[i].state);
    gtk_widget_add_css_class (button, "salon-consent");
    salon_set_css_class (button, "teal", one->said == sayings[i].state);
    salon_set_accessible_label (button, label);
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

static void
show_promotions (SalonClientGifts *self, const SalonPurse *purse)
{
  guint n = purse->promotions != NULL ? purse->promotions->len : 0;

  clear (self->promotions);
  for (guint i = 0; i < n; i++) {
    const SalonParticipation *one = purse->promotions->pdata[i];
    g_autofree char *detail = promotion_detail (self, one);

    gtk_list_box_append (self->promotions, row_new (one->name, NULL, detail, sayings_of (one)));
  }
  gtk_widget_set_visible (self->promotions_card, n > 0);
}

/* ---- object */

static void
on_changed (SalonClientPurse *source, SalonClientGifts *self)
{
  const SalonPurse *purse = salon_client_purse_peek (source);

  if (purse == NULL)
    return;
  show_certificates (self, purse);
  show_bonus (self, &purse->bonus);
  show_promotions (self, purse);
}

static void
salon_client_gifts_dispose (GObject *object)
{
  SalonClientGifts *self = SALON_CLIENT_GIFTS (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_gifts_parent_class)->dispose (object);
}

static void
salon_client_gifts_class_init (SalonClientGiftsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_gifts_dispose;
  widget_class->focus = salon_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "gifts.bonus", NULL, action_bonus);
  gtk_widget_class_install_action (widget_class, "gifts.block", "x", action_block);
  gtk_widget_class_install_action (widget_class, "gifts.unblock", "x", action_unblock);
  gtk_widget_class_install_action (widget_class, "gifts.say", "(xx)", action_say);
}

static void
salon_client_gifts_init (SalonClientGifts *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

static GtkListBox *
list_new (const char *label, const char *nothing)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  if (nothing != NULL)
    gtk_list_box_set_placeholder (GTK_LIST_BOX (list), salon_wrapped_label_new (nothing, "salon-nothing"));
  gtk_widget_add_css_class (list, "salon-entities");
  salon_set_accessible_label (list, label);
  return GTK_LIST_BOX (list);
}

static GtkWidget *
add_card (SalonClientGifts *self, const char *title, GtkWidget *child)
{
  GtkWidget *card = salon_card_new (title);

  if (GTK_IS_LIST_BOX (gtk_widget_get_last_child (child)) || GTK_IS_LIST_BOX (child))
    gtk_widget_add_css_class (card, "flush");
  salon_card_set_child (SALON_CARD (card), child);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  return card;
}

static GtkWidget *
build_bonus (SalonClientGifts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->bonus = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  self->bonus_verb = gtk_button_new_with_label (_("Correct …"));
  self->bonus_form = SALON_DEED_FORM (salon_deed_form_new (self->model));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->bonus_verb), "gifts.bonus");
  gtk_widget_add_css_class (self->bonus_verb, "salon-text-link");
  gtk_widget_set_halign (self->bonus_verb, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bonus));
  gtk_box_append (GTK_BOX (box), self->bonus_verb);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bonus_form));
  return box;
}

static void
build (SalonClientGifts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->form = SALON_DEED_FORM (salon_deed_form_new (self->model));
  self->certificates = list_new (_("Gift certificates"), _("She bought no certificate."));
  self->promotions = list_new (_("Promotions"), NULL);
  salon_deed_form_inset (self->form);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->certificates));
  self->bonus_card = add_card (self, C_ ("client", "Bonus"), build_bonus (self));
  add_card (self, _("Gift certificates"), box);
  self->promotions_card = add_card (self, _("Promotions"), GTK_WIDGET (self->promotions));
  gtk_widget_set_visible (self->bonus_card, FALSE);
}

/**
 * salon_client_gifts_new:
 *
 * Returns: (transfer floating): of the client of @model
 */
GtkWidget *
salon_client_gifts_new (SalonClientModel *model)
{
  SalonClientGifts *self = g_object_new (SALON_TYPE_CLIENT_GIFTS, NULL);

  self->model = g_object_ref (model);
  self->purse = salon_client_purse_of (model);
  salon_client_purse_want_whole (self->purse);
  build (self);
  g_signal_connect_object (self->purse, "changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}
