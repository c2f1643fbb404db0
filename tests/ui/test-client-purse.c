/* What a client has, on her card: what is typed stands in the ledger, a refusal stands at its field and keeps what was typed,
 * and nobody is offered what she may not do. */
#include "gui/pages/clients/card-view.h"
#include "gui/parts/deed-form.h"
#include "gui/parts/directory.h"
#include "gui/widgets/value-entry.h"
#include "model/entities/promotion-use.h"
#include "model/entities/price-rule.h"
#include "model/services/purse.h"
#include "pages-support.h"

#define EURO "\302\240€"

typedef struct {
  SalonFixture *fixture;
  gint64 irina;
  GtkWidget *card;
} Test;

static void
set_up (Test *test, gconstpointer data)
{
  test->fixture = salon_fixture_new ();
  salon_fixture_act_as (test->fixture, SALON_ROLE_OWNER, 0);
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", "+371 29 123 456");
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_settle ();
  ui_close (test->card);
  g_clear_pointer (&test->fixture, salon_fixture_free);
}

static void
open_card (Test *test)
{
  test->card = ui_show (salon_card_view_new (test->fixture->session));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (test->fixture->session)));
  salon_card_view_open (SALON_CARD_VIEW (test->card), test->irina);
  ui_wait_until (ui_find_label (test->card, "Irina Kalniņa") != NULL);
  gtk_widget_activate_action (test->card, "card.tab", "i", 3);
  ui_wait_until (ui_find_button (test->card, "Top up") != NULL);
  ui_settle ();
}

static const char *
typed (Test *test, const char *field)
{
  GtkWidget *control = salon_form_field_get_control (ui_find_field (test->card, field));

  return SALON_IS_VALUE_ENTRY (control) ? salon_value_entry_get_text (SALON_VALUE_ENTRY (control))
                                        : gtk_editable_get_text (GTK_EDITABLE (control));
}

static void
set_text (Test *test, const char *field, const char *text)
{
  GtkWidget *control = salon_form_field_get_control (ui_find_field (test->card, field));

  if (SALON_IS_VALUE_ENTRY (control))
    salon_value_entry_set_text (SALON_VALUE_ENTRY (control), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (control), text);
}

static gboolean
is_marked (Test *test, const char *field)
{
  SalonFormField *found = ui_find_field (test->card, field);

  return found != NULL && salon_form_field_get_error (found) != NULL;
}

static gboolean
is_said (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_said (child, text))
      return TRUE;
  return FALSE;
}

/* By a label that can be seen: the first tab says some of it, too. */
static gboolean
says (Test *test, const char *text)
{
  return is_said (test->card, text);
}

/* ---- the account */

static void
test_correct (Test *test, gconstpointer data)
{
  open_card (test);
  ui_press_button (test->card, "Correct …");
  ui_wait_until (ui_find_field (test->card, "amount") != NULL);
  ui_type_field (test->card, "amount", "20");
  ui_wait_until (is_marked (test, "reason"));
  g_assert_cmpstr (typed (test, "amount"), ==, "20.00");
  ui_type_field (test->card, "reason", "from the old book");
  ui_wait_until (ui_find_field (test->card, "amount") == NULL);
  ui_wait_until (says (test, "Added: from the old book"));
  g_assert_true (says (test, "20.00" EURO));
  ui_press_button (test->card, "Correct …");
  set_text (test, "amount", "-50");
  ui_type_field (test->card, "reason", "too much");
  ui_wait_until (is_marked (test, "amount"));
  g_assert_cmpstr (typed (test, "reason"), ==, "too much");
  ui_type_field (test->card, "amount", "-5");
  ui_wait_until (says (test, "Taken off: too much"));
  g_assert_true (says (test, "15.00" EURO));
}

static void
test_terms (Test *test, gconstpointer data)
{
  g_autoptr (SalonClient) client = NULL;

  open_card (test);
  ui_press_button (test->card, "Limit and payer …");
  ui_wait_until (ui_find_field (test->card, "credit_limit") != NULL);
  ui_type_field (test->card, "credit_limit", "30");
  ui_wait_until (ui_find_field (test->card, "credit_limit") == NULL);
  client = salon_fixture_get (test->fixture, salon_client_get_type (), test->irina);
  g_assert_cmpint (client->credit_limit, ==, 3000);
  ui_wait_until (says (test, "30.00" EURO));
}

/* Esc leaves the account as it is. */
static void
test_cancel (Test *test, gconstpointer data)
{
  open_card (test);
  ui_press_button (test->card, "Correct …");
  ui_wait_until (ui_find_field (test->card, "amount") != NULL);
  set_text (test, "amount", "20");
  g_assert_true (ui_press (gtk_widget_get_ancestor (GTK_WIDGET (ui_find_field (test->card, "reason")), SALON_TYPE_DEED_FORM),
                           GDK_KEY_Escape, 0));
  ui_wait_until (ui_find_field (test->card, "amount") == NULL);
  g_assert_true (says (test, "Nothing has moved this account yet."));
}

/* ---- season tickets */

static gint64
submit (Test *test, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (test->fixture, command, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

/* Three of five are left, for three weeks; it can be frozen for ten days. */
static void
add_ticket (Test *test)
{
  g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();
  g_autoptr (SalonTicketKindDraft) draft = NULL;
  g_autoptr (SalonTicketOpening) opening = NULL;

  kind->name = g_strdup ("Five visits");
  kind->unit = SALON_TICKET_UNIT_VISITS;
  kind->split = SALON_TICKET_POOL;
  kind->units = 5000;
  kind->price = 10000;
  kind->valid_days = 30;
  kind->freeze_days = 10;
  kind->starts = SALON_TICKET_STARTS_AT_SALE;
  draft = salon_ticket_kind_draft_new (NULL, kind);
  opening = salon_ticket_opening_new (submit (test, &salon_command_ticket_kind_save, draft), test->irina);
  opening->units = 3000;
  opening->worth = 6000;
  opening->last_day = SALON_FIXTURE_TODAY + 21;
  submit (test, &salon_command_ticket_open, opening);
}

static void
test_freeze (Test *test, gconstpointer data)
{
  add_ticket (test);
  open_card (test);
  ui_wait_until (says (test, "in use"));
  ui_press_button (test->card, "Freeze …");
  ui_wait_until (ui_find_field (test->card, "days") != NULL);
  g_assert_cmpstr (typed (test, "days"), ==, "10");
  ui_type_field (test->card, "days", "11");
  ui_wait_until (is_marked (test, "days"));
  ui_type_field (test->card, "days", "4");
  ui_wait_until (says (test, "frozen"));
  ui_press_button (test->card, "Unfreeze");
  ui_wait_until (says (test, "in use"));
}

static void
test_extend (Test *test, gconstpointer data)
{
  add_ticket (test);
  open_card (test);
  ui_wait_until (ui_find_button (test->card, "Extend …") != NULL);
  ui_press_button (test->card, "Extend …");
  ui_wait_until (ui_find_field (test->card, "days") != NULL);
  set_text (test, "days", "7");
  ui_type_field (test->card, "reason", "was ill");
  ui_wait_until (ui_find_field (test->card, "days") == NULL);
  ui_press_button (test->card, "History");
  ui_wait_until (says (test, "longer by 7 days · was ill"));
  g_assert_true (says (test, "Hide the history"));
}

/* ---- promotions */

static guint
n_said (Test *test, SalonPromotionState state)
{
  g_autoptr (GPtrArray) uses = salon_fixture_find (test->fixture, salon_promotion_use_get_type (), "state", state);

  return uses->len;
}

static void
test_promotion (Test *test, gconstpointer data)
{
  SalonPriceRule *rule = salon_price_rule_new ();

  rule->name = g_strdup ("December");
  rule->source = SALON_DISCOUNT_PROMOTION;
  rule->kind = SALON_REDUCE_PERCENT;
  rule->value = 1000;
  rule->active = 1;
  salon_fixture_insert (test->fixture, rule);
  open_card (test);
  ui_wait_until (says (test, "Not offered yet."));
  ui_press_button (test->card, "Accepted");
  ui_wait_until (n_said (test, SALON_PROMOTION_ACCEPTED) == 1);
  ui_wait_until (!says (test, "Not offered yet."));
}

/* ---- who may */

static void
test_administrator (Test *test, gconstpointer data)
{
  add_ticket (test);
  salon_fixture_act_as (test->fixture, SALON_ROLE_ADMINISTRATOR, 0);
  open_card (test);
  ui_wait_until (ui_find_button (test->card, "Freeze …") != NULL);
  g_assert_null (ui_find_button (test->card, "Extend …"));
  g_assert_null (ui_find_button (test->card, "Correct …"));
  g_assert_null (ui_find_button (test->card, "Limit and payer …"));
}

#define ADD(path, func) g_test_add (path, Test, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/client-purse/correct", test_correct);
  ADD ("/client-purse/terms", test_terms);
  ADD ("/client-purse/cancel", test_cancel);
  ADD ("/client-purse/freeze", test_freeze);
  ADD ("/client-purse/extend", test_extend);
  ADD ("/client-purse/promotion", test_promotion);
  ADD ("/client-purse/administrator", test_administrator);
  return g_test_run ();
}
