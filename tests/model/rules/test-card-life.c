/* The life of a card, as the specification tells it, step by step; and who is accepted on which day. */
#include "base/error.h"
#include "model/rules/card-life.h"
#include "model/rules/card-text.h"

#include <string.h>

#define TODAY 20255

/* Lines are states, columns steps, in their order; what is possible leads to the state named. */
static const struct {
  SalonCardState state;
  const char *leads; /* a letter for each step: b p i x r g e s = the state, . = not possible, = stays */
} table[] = {
  /*                     IPGBURTESR: issue print give-up block unblock replace return expire spoil reprint */
  { SALON_CARD_BLANK,    "ip......s." },
  { SALON_CARD_PRINTING, "i.b......." },
  { SALON_CARD_ISSUED,   "...x.rge.=" },
  { SALON_CARD_BLOCKED,  "....irge.." },
  { SALON_CARD_REPLACED, ".........." },
  { SALON_CARD_RETURNED, ".........." },
  { SALON_CARD_EXPIRED,  ".........." },
  { SALON_CARD_SPOILED,  ".........." },
};

static SalonCardState
state_of (char letter, SalonCardState now)
{
  const char *letters = "bpixrges";

  return letter == '=' ? now : (SalonCardState) (strchr (letters, letter) - letters + 1);
}

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (int step = 0; step < SALON_N_CARD_STEPS; step++) {
      g_autoptr (SalonPlasticCard) card = salon_plastic_card_new ();
      g_autoptr (GError) error = NULL;
      char leads = table[i].leads[step];

      card->state = table[i].state;
      g_assert_cmpint (salon_card_may (table[i].state, (SalonCardStep) step), ==, leads != '.');
      g_assert_cmpint (salon_card_check_step (card, (SalonCardStep) step, "card_id", &error), ==, leads != '.');
      if (leads != '.') {
        g_assert_cmpint (salon_card_after (table[i].state, (SalonCardStep) step), ==, state_of (leads, table[i].state));
        continue;
      }
      g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
      g_assert_cmpstr (salon_error_get_field (error), ==, "card_id");
    }
  g_assert_false (salon_card_may ((SalonCardState) 0, SALON_CARD_STEP_ISSUE));
  g_assert_false (salon_card_may ((SalonCardState) 99, SALON_CARD_STEP_ISSUE));
}

static void
test_accepted (void)
{
  const struct {
    SalonCardState state;
    SalonDay last_day;
    SalonCardVerdict verdict;
  } rows[] = {
    { SALON_CARD_BLANK, 0, SALON_CARD_NOT_GIVEN },       { SALON_CARD_PRINTING, 0, SALON_CARD_AT_PRINTER },
    { SALON_CARD_ISSUED, 0, SALON_CARD_ACCEPTED },       { SALON_CARD_ISSUED, TODAY, SALON_CARD_ACCEPTED },
    { SALON_CARD_ISSUED, TODAY - 1, SALON_CARD_IS_OVER }, { SALON_CARD_BLOCKED, TODAY + 9, SALON_CARD_IS_BLOCKED },
    { SALON_CARD_REPLACED, 0, SALON_CARD_IS_REPLACED },  { SALON_CARD_RETURNED, 0, SALON_CARD_IS_RETURNED },
    { SALON_CARD_EXPIRED, 0, SALON_CARD_IS_OVER },       { SALON_CARD_SPOILED, 0, SALON_CARD_IS_SPOILED },
  };

  g_assert_cmpint (salon_card_verdict (NULL, TODAY), ==, SALON_CARD_UNKNOWN);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonPlasticCard) card = salon_plastic_card_new ();
    g_autofree char *text = NULL;

    card->state = rows[i].state;
    card->expires_day = rows[i].last_day;
    g_assert_cmpint (salon_card_verdict (card, TODAY), ==, rows[i].verdict);
    text = salon_card_verdict_text (rows[i].verdict, "4711", rows[i].last_day);
    g_assert_cmpint (text == NULL, ==, rows[i].verdict == SALON_CARD_ACCEPTED);
    g_assert_true (text == NULL || strstr (text, "4711") != NULL);
  }
  g_assert_cmpint (salon_card_last_day (TODAY, 0), ==, 0);
  g_assert_cmpint (salon_card_last_day (TODAY, 365), ==, TODAY + 365);
}

static void
test_why (void)
{
  const struct {
    SalonCardState state;
    SalonCardStep step;
    gint64 why;
    const char *reason;
    const char *field; /* NULL: enough is said */
  } rows[] = {
    { SALON_CARD_ISSUED, SALON_CARD_STEP_BLOCK, SALON_CARD_LOST, NULL, NULL },
    { SALON_CARD_ISSUED, SALON_CARD_STEP_BLOCK, 0, NULL, "why" },
    { SALON_CARD_ISSUED, SALON_CARD_STEP_BLOCK, 9, NULL, "why" },
    { SALON_CARD_ISSUED, SALON_CARD_STEP_BLOCK, SALON_CARD_WHY_OTHER, NULL, "reason" },
    { SALON_CARD_ISSUED, SALON_CARD_STEP_BLOCK, SALON_CARD_WHY_OTHER, "she asked", NULL },
    { SALON_CARD_ISSUED, SALON_CARD_STEP_REPLACE, 0, NULL, "why" },
    { SALON_CARD_BLOCKED, SALON_CARD_STEP_REPLACE, 0, NULL, NULL }, /* it was said when it was blocked */
    { SALON_CARD_ISSUED, SALON_CARD_STEP_RETURN, 0, NULL, NULL },
    { SALON_CARD_BLOCKED, SALON_CARD_STEP_UNBLOCK, 0, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonPlasticCard) card = salon_plastic_card_new ();
    g_autoptr (GError) error = NULL;

    card->state = rows[i].state;
    g_assert_cmpint (salon_card_check_why (card, rows[i].step, rows[i].why, rows[i].reason, &error), ==, rows[i].field == NULL);
    g_assert_cmpstr (error != NULL ? salon_error_get_field (error) : NULL, ==, rows[i].field);
  }
}

/* Each number that stands in the file has a word. */
static void
test_words (void)
{
  g_autofree char *both = salon_card_reason_text (SALON_CARD_LOST, "in the tram");
  g_autofree char *other = salon_card_reason_text (SALON_CARD_WHY_OTHER, "she asked");
  g_autofree char *none = salon_card_reason_text (0, NULL);

  for (int i = SALON_CARD_STATE_FIRST; i <= SALON_CARD_STATE_LAST; i++)
    g_assert_nonnull (salon_card_state_label (i));
  for (int i = SALON_CARD_EVENT_FIRST; i <= SALON_CARD_EVENT_LAST; i++)
    g_assert_nonnull (salon_card_event_label (i));
  for (int i = SALON_CARD_PURPOSE_FIRST; i <= SALON_CARD_PURPOSE_LAST; i++)
    g_assert_nonnull (salon_card_purpose_label (i));
  for (int i = 0; i <= SALON_CARD_CODE_LAST; i++)
    g_assert_nonnull (salon_card_code_label (i));
  g_assert_null (salon_card_why_label (SALON_CARD_WHY_NONE));
  g_assert_null (salon_card_state_label (99));
  g_assert_null (salon_card_event_label (-1));
  g_assert_cmpstr (both, ==, "Lost · in the tram");
  g_assert_cmpstr (other, ==, "she asked");
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-life/steps", test_steps);
  g_test_add_func ("/card-life/accepted", test_accepted);
  g_test_add_func ("/card-life/why", test_why);
  g_test_add_func ("/card-life/words", test_words);
  return g_test_run ();
}
