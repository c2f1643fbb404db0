/* States of a visit and the verbs on it, against tables written by hand. */
#include "base/error.h"
#include "model/rules/verbs.h"

#define TODAY ((SalonDay) 20255)

/* Row: from booked … no-show; column: to booked … no-show. */
static const char *const steps[] = {
  ".yyyyyy", /* booked */
  "y.yyyyy", /* confirmed */
  "yy.yyy.", /* arrived */
  "..y.yy.", /* in service */
  "...y...", /* done */
  "y......", /* cancelled */
  "y.y....", /* no-show */
};

static const struct {
  SalonVisitState state;
  gboolean counts;
  gboolean holds_time;
  gboolean open;
} states[] = {
  { SALON_VISIT_BOOKED, FALSE, TRUE, TRUE },    { SALON_VISIT_CONFIRMED, FALSE, TRUE, TRUE },
  { SALON_VISIT_ARRIVED, TRUE, TRUE, TRUE },    { SALON_VISIT_IN_SERVICE, TRUE, TRUE, TRUE },
  { SALON_VISIT_DONE, TRUE, TRUE, FALSE },      { SALON_VISIT_CANCELLED, FALSE, FALSE, FALSE },
  { SALON_VISIT_NO_SHOW, FALSE, FALSE, FALSE },
};

/* The letters of the verbs, in the order of the bits. */
static const char letters[] = "ocasfxnrmebp";

static char *
tell (SalonVisitVerbs verbs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; letters[i] != '\0'; i++)
    if ((verbs & (1u << i)) != 0)
      g_string_append_c (text, letters[i]);
  g_assert_cmpuint (verbs >> strlen (letters), ==, 0);
  return g_string_free (text, FALSE);
}

static const struct {
  SalonRole role;
  SalonVisitState state;
  int days_ahead;
  gboolean own;
  const char *verbs;
} cases[] = {
  { SALON_ROLE_OWNER, SALON_VISIT_BOOKED, 0, FALSE, "ocasfxnmeb" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_BOOKED, 0, FALSE, "ocasfxnmeb" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_BOOKED, -3, FALSE, "ocasfxnmeb" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_BOOKED, 1, FALSE, "ocxmeb" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_CONFIRMED, 0, FALSE, "oasfxnmeb" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_CONFIRMED, 1, FALSE, "oxmeb" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_ARRIVED, 0, FALSE, "osfxmebp" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_IN_SERVICE, 0, FALSE, "ofxmebp" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_DONE, 0, FALSE, "orebp" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_DONE, -30, FALSE, "orebp" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_CANCELLED, 5, FALSE, "orb" },
  { SALON_ROLE_ADMINISTRATOR, SALON_VISIT_NO_SHOW, 0, FALSE, "oarb" },
  { SALON_ROLE_MASTER, SALON_VISIT_BOOKED, 0, TRUE, "ocasfn" },
  { SALON_ROLE_MASTER, SALON_VISIT_BOOKED, 1, TRUE, "oc" },
  { SALON_ROLE_MASTER, SALON_VISIT_BOOKED, 0, FALSE, "" },
  { SALON_ROLE_MASTER, SALON_VISIT_DONE, 0, TRUE, "or" },
  { SALON_ROLE_MASTER, SALON_VISIT_CANCELLED, 0, TRUE, "o" },
  { SALON_ROLE_MASTER, SALON_VISIT_NO_SHOW, 0, TRUE, "o" },
};

static void
test_steps (void)
{
  for (int from = SALON_VISIT_STATE_FIRST; from <= SALON_VISIT_STATE_LAST; from++)
    for (int to = SALON_VISIT_STATE_FIRST; to <= SALON_VISIT_STATE_LAST; to++) {
      g_test_message ("%d to %d", from, to);
      g_assert_cmpint (salon_visit_state_may_become (from, to), ==, steps[from - 1][to - 1] == 'y');
    }
  g_assert_false (salon_visit_state_may_become (0, SALON_VISIT_BOOKED));
  g_assert_false (salon_visit_state_may_become (SALON_VISIT_BOOKED, SALON_VISIT_STATE_LAST + 1));
  g_assert_false (salon_visit_state_may_become (-1, -1));
}

static void
test_states (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (states), ==, SALON_VISIT_STATE_LAST);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_assert_cmpint (salon_visit_state_counts (states[i].state), ==, states[i].counts);
    g_assert_cmpint (salon_visit_state_holds_time (states[i].state), ==, states[i].holds_time);
    g_assert_cmpint (salon_visit_state_is_open (states[i].state), ==, states[i].open);
  }
  g_assert_false (salon_visit_state_holds_time (0));
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SalonVisitSelection visit = { cases[i].state, TODAY + cases[i].days_ahead, TODAY, cases[i].own };
    SalonVisitVerbs verbs = salon_visit_verbs_for (&visit, salon_role_permissions (cases[i].role));
    g_autofree char *text = tell (verbs);

    g_test_message ("case %u", i);
    g_assert_cmpstr (text, ==, cases[i].verbs);
  }
}

/* What is paid stays as it is: it can only be looked at and booked once more. */
static void
test_settled (void)
{
  for (int state = SALON_VISIT_STATE_FIRST; state <= SALON_VISIT_STATE_LAST; state++) {
    SalonVisitSelection visit = { state, TODAY, TODAY, TRUE, TRUE };
    g_autofree char *owner = tell (salon_visit_verbs_for (&visit, salon_role_permissions (SALON_ROLE_OWNER)));
    g_autofree char *master = tell (salon_visit_verbs_for (&visit, salon_role_permissions (SALON_ROLE_MASTER)));

    g_assert_cmpstr (owner, ==, "ob");
    g_assert_cmpstr (master, ==, "o");
  }
}

/* No verb is offered that the service would refuse, and none is held back that it would do. */
static void
test_offered_is_what_works (void)
{
  for (int role = SALON_ROLE_FIRST; role <= SALON_ROLE_LAST; role++)
    for (int state = SALON_VISIT_STATE_FIRST; state <= SALON_VISIT_STATE_LAST; state++)
      for (int variant = 0; variant < 4; variant++) {
        SalonVisitSelection visit = { state, TODAY + (variant & 1), TODAY, (variant & 2) != 0 };
        SalonPermissions permissions = salon_role_permissions (role);
        SalonVisitVerbs verbs = salon_visit_verbs_for (&visit, permissions);

        for (guint bit = 0; bit < strlen (letters); bit++) {
          SalonVisitState to = 0;
          gboolean works = salon_visit_verb_target (1u << bit, state, &to)
                           && salon_visit_state_check (&visit, to, permissions, NULL);

          if (salon_visit_verb_target (1u << bit, state, &to))
            g_assert_true (salon_visit_state_may_become (state, to));
          if (bit >= 1 && bit <= 7)
            g_assert_cmpint ((verbs & (1u << bit)) != 0, ==, works);
          else
            g_assert_false (works);
        }
      }
}

static void
assert_refused (const SalonVisitSelection *visit,
                SalonVisitState to,
                SalonRole role,
                int code,
                const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_visit_state_check (visit, to, salon_role_permissions (role), &error));
  g_assert_error (error, SALON_ERROR, code);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static void
test_refusals (void)
{
  SalonVisitSelection visit = { SALON_VISIT_BOOKED, TODAY + 1, TODAY, TRUE };

  assert_refused (&visit, SALON_VISIT_ARRIVED, SALON_ROLE_OWNER, SALON_ERROR_VALIDATION, "state");
  assert_refused (&visit, SALON_VISIT_NO_SHOW, SALON_ROLE_OWNER, SALON_ERROR_VALIDATION, "state");
  assert_refused (&visit, SALON_VISIT_BOOKED, SALON_ROLE_OWNER, SALON_ERROR_VALIDATION, "state");
  assert_refused (&visit, SALON_VISIT_CANCELLED, SALON_ROLE_MASTER, SALON_ERROR_PERMISSION, NULL);
  visit.own = FALSE;
  assert_refused (&visit, SALON_VISIT_CONFIRMED, SALON_ROLE_MASTER, SALON_ERROR_PERMISSION, NULL);
}

static void
test_reopen (void)
{
  SalonVisitState to = 0;

  g_assert_true (salon_visit_verb_target (SALON_VISIT_VERB_REOPEN, SALON_VISIT_DONE, &to));
  g_assert_cmpint (to, ==, SALON_VISIT_IN_SERVICE);
  g_assert_true (salon_visit_verb_target (SALON_VISIT_VERB_REOPEN, SALON_VISIT_CANCELLED, &to));
  g_assert_cmpint (to, ==, SALON_VISIT_BOOKED);
  g_assert_true (salon_visit_verb_target (SALON_VISIT_VERB_REOPEN, SALON_VISIT_NO_SHOW, NULL));
  g_assert_false (salon_visit_verb_target (SALON_VISIT_VERB_REOPEN, SALON_VISIT_CONFIRMED, NULL));
  g_assert_false (salon_visit_verb_target (SALON_VISIT_VERB_MOVE, SALON_VISIT_BOOKED, NULL));
  g_assert_false (salon_visit_verb_target (SALON_VISIT_VERB_NONE, SALON_VISIT_BOOKED, NULL));
}

static void
test_client (void)
{
  SalonPermissions desk = salon_role_permissions (SALON_ROLE_ADMINISTRATOR);
  SalonPermissions master = salon_role_permissions (SALON_ROLE_MASTER);

  g_assert_cmpuint (salon_client_verbs_for (FALSE, desk), ==,
                    SALON_CLIENT_VERB_OPEN | SALON_CLIENT_VERB_BOOK | SALON_CLIENT_VERB_EDIT
                        | SALON_CLIENT_VERB_CONTACTS | SALON_CLIENT_VERB_NOTES | SALON_CLIENT_VERB_ARCHIVE
                        | SALON_CLIENT_VERB_CALL | SALON_CLIENT_VERB_MARK);
  g_assert_cmpuint (salon_client_verbs_for (TRUE, desk), ==,
                    SALON_CLIENT_VERB_OPEN | SALON_CLIENT_VERB_UNARCHIVE);
  g_assert_cmpuint (salon_client_verbs_for (FALSE, master), ==,
                    SALON_CLIENT_VERB_OPEN | SALON_CLIENT_VERB_NOTES);
  g_assert_cmpuint (salon_client_verbs_for (TRUE, master), ==, SALON_CLIENT_VERB_OPEN);
  g_assert_cmpuint (salon_client_verbs_for (FALSE, 0), ==, SALON_CLIENT_VERB_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verbs/steps", test_steps);
  g_test_add_func ("/verbs/states", test_states);
  g_test_add_func ("/verbs/cases", test_cases);
  g_test_add_func ("/verbs/settled", test_settled);
  g_test_add_func ("/verbs/offered-is-what-works", test_offered_is_what_works);
  g_test_add_func ("/verbs/refusals", test_refusals);
  g_test_add_func ("/verbs/reopen", test_reopen);
  g_test_add_func ("/verbs/client", test_client);
  return g_test_run ();
}
