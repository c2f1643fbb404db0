/* Segments, who came and went, those that come with the program; categories by rule. */
#include <string.h>

#include "base/error.h"
#include "model/entities/category.h"
#include "model/entities/client-category.h"
#include "model/entities/client.h"
#include "model/entities/filter-text.h"
#include "model/entities/segment.h"
#include "model/entities/tag.h"
#include "model/services/category-rules.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/segments.h"
#include "model/services/settings.h"
#include "model/services/upkeep.h"
#include "support/salon-fixture.h"

typedef struct {
  SalonFixture *salon;
  gint64 anna;
  gint64 boris;
  gint64 service;
  gint64 maria;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->salon = salon_fixture_new ();
  self->anna = salon_fixture_add_client (self->salon, "Anna", "29111111");
  self->boris = salon_fixture_add_client (self->salon, "Boris", NULL);
  self->service = salon_fixture_add_service (self->salon, "Cut", 60, 3000);
  self->maria = salon_fixture_add_employee (self->salon, "Maria");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  salon_fixture_free (self->salon);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

static gint64
visit (Fixture *self, gint64 client, SalonDay day, SalonVisitState state)
{
  return salon_fixture_add_visit (self->salon, client, day, 600, state, self->service, self->maria, 0);
}

static gboolean
save (Fixture *self, gint64 id, const char *name, const char *text, gint64 *saved, GError **error)
{
  g_autoptr (SalonFilter) filter = text != NULL ? salon_filter_parse (text, NULL) : NULL;
  SalonSegmentDraft *draft = salon_segment_draft_new (id, name, filter);
  SalonDone done = { 0 };
  gboolean ok = salon_fixture_submit (self->salon, &salon_command_segment_save, draft, &done, error);

  if (saved != NULL)
    *saved = done.id;
  salon_segment_draft_free (draft);
  return ok;
}

static gint64
saved (Fixture *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  save (self, 0, name, text, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
refused (Fixture *self, gint64 id, const char *name, const char *text, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (self, id, name, text, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static GPtrArray *
list (Fixture *self, gboolean with_archived)
{
  SalonSegmentListRequest request = { with_archived, TRUE };
  g_autoptr (GError) error = NULL;
  GPtrArray *infos = salon_session_query_sync (self->salon->session, &salon_query_segments, &request, &error);

  g_assert_no_error (error);
  return infos;
}

static void
run_upkeep (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  salon_upkeep_run (self->salon->session, &error);
  g_assert_no_error (error);
}

static void
test_saving (Fixture *self, gconstpointer data)
{
  gint64 id = saved (self, " With  phone ", "phone");
  g_autoptr (GPtrArray) infos = list (self, FALSE);
  const SalonSegmentInfo *info = infos->pdata[0];
  g_autoptr (SalonSegment) renamed = NULL;

  g_assert_cmpuint (infos->len, ==, 1);
  g_assert_cmpstr (info->name, ==, "With phone");
  g_assert_cmpstr (info->filter_text, ==, "phone");
  g_assert_cmpint (info->count, ==, 1);
  g_assert_false (info->predefined);
  refused (self, 0, "With phone", "email", "name");
  refused (self, 0, "  ", "email", "name");
  g_assert_true (save (self, id, "Reachable", NULL, NULL, NULL));
  renamed = salon_fixture_get (self->salon, salon_segment_get_type (), id);
  g_assert_cmpstr (renamed->name, ==, "Reachable");
  g_assert_cmpstr (renamed->filter, ==, "phone");
}

static void
test_archive_and_undo (Fixture *self, gconstpointer data)
{
  SalonIdRequest request = { saved (self, "With phone", "phone") };
  SalonDone done = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) archived = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) back = NULL;

  run_upkeep (self); /* members are kept by now */
  salon_fixture_submit (self->salon, &salon_command_segment_archive, &request, &done, &error);
  g_assert_no_error (error);
  shown = list (self, FALSE);
  archived = list (self, TRUE);
  g_assert_cmpuint (shown->len, ==, 0);
  g_assert_cmpuint (archived->len, ==, 1);
  salon_fixture_undo (self->salon, done.operation, NULL, &error);
  g_assert_no_error (error);
  back = list (self, FALSE);
  g_assert_cmpuint (back->len, ==, 1);
}

/* The making of a segment, and of a client who is in it, can be undone after the members were counted. */
static void
test_undo_of_making (Fixture *self, gconstpointer data)
{
  g_autoptr (SalonFilter) filter = salon_filter_parse ("not archived", NULL);
  SalonSegmentDraft *draft = salon_segment_draft_new (0, "All", filter);
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (GError) error = NULL;
  SalonClientDraft *card = NULL;
  SalonDone made = { 0 };
  SalonDone segment = { 0 };

  client->first_name = g_strdup ("Vera");
  card = salon_client_draft_new (NULL, client);
  salon_fixture_submit (self->salon, &salon_command_client_save, card, &made, &error);
  salon_client_draft_free (card);
  g_assert_no_error (error);
  salon_fixture_submit (self->salon, &salon_command_segment_save, draft, &segment, &error);
  salon_segment_draft_free (draft);
  g_assert_no_error (error);
  run_upkeep (self);
  salon_fixture_undo (self->salon, made.operation, NULL, &error);
  g_assert_no_error (error);
  salon_fixture_undo (self->salon, segment.operation, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_fixture_count (self->salon, salon_segment_get_type ()), ==, 0);
}

static void
test_circles (Fixture *self, gconstpointer data)
{
  gint64 a = saved (self, "a", "phone");
  g_autofree char *asks_a = g_strdup_printf ("segment = %" G_GINT64_FORMAT " and not email", a);
  gint64 b = saved (self, "b", asks_a);
  g_autofree char *asks_b = g_strdup_printf ("photo or segment = %" G_GINT64_FORMAT, b);
  g_autoptr (GPtrArray) infos = NULL;

  refused (self, a, NULL, asks_b, "filter");
  refused (self, a, NULL, asks_a, "filter");
  infos = list (self, FALSE);
  g_assert_cmpint (((SalonSegmentInfo *) infos->pdata[1])->count, ==, 1);
}

static SalonSegmentMoves *
moves (Fixture *self, gint64 id)
{
  SalonIdRequest request = { id };
  g_autoptr (GError) error = NULL;
  SalonSegmentMoves *answer = salon_session_query_sync (self->salon->session, &salon_query_segment_moves, &request, &error);

  g_assert_no_error (error);
  return answer;
}

static void
assert_moves (Fixture *self, gint64 segment, gint64 entered, gint64 left)
{
  g_autoptr (SalonSegmentMoves) answer = moves (self, segment);

  g_assert_cmpuint (answer->entered->len, ==, entered != 0 ? 1 : 0);
  g_assert_cmpuint (answer->left->len, ==, left != 0 ? 1 : 0);
  if (entered != 0)
    g_assert_cmpint (g_array_index (answer->entered, gint64, 0), ==, entered);
  if (left != 0)
    g_assert_cmpint (g_array_index (answer->left, gint64, 0), ==, left);
}

static void
test_moves (Fixture *self, gconstpointer data)
{
  gint64 segment = saved (self, "Seen this week", "last_visit from today-6");

  visit (self, self->anna, SALON_FIXTURE_TODAY - 5, SALON_VISIT_DONE);
  run_upkeep (self);
  assert_moves (self, segment, 0, 0); /* who was in it when it began has not entered */
  salon_fixture_set_time (self->salon, SALON_FIXTURE_TODAY + 3, 600);
  visit (self, self->boris, SALON_FIXTURE_TODAY + 3, SALON_VISIT_DONE);
  run_upkeep (self);
  assert_moves (self, segment, self->boris, self->anna);
  salon_fixture_set_time (self->salon, SALON_FIXTURE_TODAY + 4, 600);
  visit (self, self->anna, SALON_FIXTURE_TODAY + 4, SALON_VISIT_DONE);
  run_upkeep (self);
  assert_moves (self, segment, self->boris, 0); /* left and came back: where she was */
  salon_fixture_set_time (self->salon, SALON_FIXTURE_TODAY + 20, 600);
  run_upkeep (self);
  g_assert_true (save (self, segment, NULL, "phone", NULL, NULL));
  run_upkeep (self);
  assert_moves (self, segment, 0, 0); /* another filter begins anew */
}

static void
test_predefined (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonSettings *settings = salon_session_query_sync (self->salon->session, &salon_query_settings, NULL, NULL);
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GPtrArray) again = NULL;

  g_free (settings->name);
  settings->name = g_strdup ("Salon");
  g_free (settings->language);
  settings->language = g_strdup ("ru");
  salon_fixture_submit (self->salon, &salon_command_settings_save, settings, NULL, &error);
  g_assert_no_error (error);
  salon_settings_free (settings);
  run_upkeep (self);
  infos = list (self, FALSE);
  g_assert_cmpuint (infos->len, ==, 12);
  g_assert_cmpstr (((SalonSegmentInfo *) infos->pdata[0])->name, ==, "Студенты");
  g_assert_true (((SalonSegmentInfo *) infos->pdata[0])->predefined);
  g_assert_cmpstr (((SalonSegmentInfo *) infos->pdata[0])->filter_text, ==, "tag = 1");
  for (guint i = 0; i < infos->len; i++) { /* each is written as the program would write it */
    const SalonSegmentInfo *info = infos->pdata[i];
    g_autofree char *text = salon_filter_print (info->filter);

    g_assert_cmpstr (text, ==, info->filter_text);
  }
  salon_fixture_set_time (self->salon, SALON_FIXTURE_TODAY + 1, 600);
  run_upkeep (self);
  again = list (self, TRUE);
  g_assert_cmpuint (again->len, ==, 12);
}

/* ---- rules */

static gint64
add_category (Fixture *self, const char *name)
{
  SalonCategory *category = salon_category_new ();

  category->name = g_strdup (name);
  return salon_fixture_insert (self->salon, category);
}

static gboolean
save_rule (Fixture *self, gint64 category, const char *text, gboolean active, GError **error)
{
  g_autoptr (SalonFilter) filter = text != NULL ? salon_filter_parse (text, NULL) : NULL;
  SalonCategoryRuleDraft *draft = salon_category_rule_draft_new (category, filter, active);
  gboolean ok = salon_fixture_submit (self->salon, &salon_command_category_rule_save, draft, NULL, error);

  salon_category_rule_draft_free (draft);
  return ok;
}

/* As the caretaker of the window does: ask who is due, and do it, until nobody is. */
static guint
apply (Fixture *self)
{
  guint n = 0;

  for (;;) {
    SalonRulesRequest everybody = { NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) due = salon_session_query_sync (self->salon->session, &salon_query_rules_due, &everybody, &error);
    SalonRulesRequest request = { due };
    SalonDone done = { 0 };

    g_assert_no_error (error);
    if (due->len == 0)
      return n;
    salon_fixture_submit (self->salon, &salon_command_apply_rules, &request, &done, &error);
    g_assert_no_error (error);
    g_assert_cmpint (done.id, >, 0);
    n += (guint) done.id;
    g_assert_cmpuint (n, <, 100);
  }
}

/* -1 = she has it not; else whether the rule gave it. */
static int
has (Fixture *self, gint64 client, gint64 category)
{
  g_autoptr (GPtrArray) rows = salon_fixture_find (self->salon, salon_client_category_get_type (), "client_id", client);

  for (guint i = 0; i < rows->len; i++)
    if (((SalonClientCategory *) rows->pdata[i])->category_id == category)
      return (int) ((SalonClientCategory *) rows->pdata[i])->by_rule;
  return -1;
}

static void
test_given_and_taken (Fixture *self, gconstpointer data)
{
  gint64 category = add_category (self, "Regular");
  SalonClientCategory *by_hand = salon_client_category_new ();
  g_autoptr (GError) error = NULL;

  by_hand->client_id = self->boris;
  by_hand->category_id = category;
  salon_fixture_insert (self->salon, by_hand);
  save_rule (self, category, "visits >= 1 and not no_shows >= 1", TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (apply (self), ==, 0);
  visit (self, self->anna, SALON_FIXTURE_TODAY - 3, SALON_VISIT_DONE);
  g_assert_cmpuint (apply (self), ==, 1);
  g_assert_cmpint (has (self, self->anna, category), ==, 1);
  g_assert_cmpint (has (self, self->boris, category), ==, 0);
  visit (self, self->anna, SALON_FIXTURE_TODAY - 2, SALON_VISIT_NO_SHOW);
  visit (self, self->boris, SALON_FIXTURE_TODAY - 2, SALON_VISIT_NO_SHOW);
  g_assert_cmpuint (apply (self), ==, 1);
  g_assert_cmpint (has (self, self->anna, category), ==, -1);
  g_assert_cmpint (has (self, self->boris, category), ==, 0); /* given by hand, taken by hand */
}

static void
test_inactive_and_removed (Fixture *self, gconstpointer data)
{
  gint64 category = add_category (self, "Reachable");

  g_assert_true (save_rule (self, category, "phone", FALSE, NULL));
  g_assert_cmpuint (apply (self), ==, 0);
  g_assert_true (save_rule (self, category, "phone", TRUE, NULL));
  g_assert_cmpuint (apply (self), ==, 1);
  g_assert_true (save_rule (self, category, NULL, TRUE, NULL));
  g_assert_cmpuint (apply (self), ==, 0);
  g_assert_cmpint (has (self, self->anna, category), ==, 1);
}

static void
test_rules_never_chase_each_other (Fixture *self, gconstpointer data)
{
  gint64 a = add_category (self, "a");
  gint64 b = add_category (self, "b");
  g_autofree char *not_a = g_strdup_printf ("not category = %" G_GINT64_FORMAT, a);
  g_autofree char *asks_b = g_strdup_printf ("category = %" G_GINT64_FORMAT, b);
  g_autofree char *by_segment = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (save_rule (self, a, not_a, TRUE, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "filter");
  g_assert_true (save_rule (self, a, asks_b, TRUE, NULL)); /* b is given by hand */
  g_assert_false (save_rule (self, b, "phone", TRUE, NULL)); /* so it cannot get a rule */
  by_segment = g_strdup_printf ("segment = %" G_GINT64_FORMAT, saved (self, "s", not_a));
  g_assert_false (save_rule (self, b, by_segment, TRUE, NULL));
  g_assert_false (save_rule (self, b, "category", TRUE, NULL));
}

/* Not by way of a segment that is changed later, either. */
static void
test_segments_of_rules (Fixture *self, gconstpointer data)
{
  gint64 a = add_category (self, "a");
  gint64 b = add_category (self, "b");
  gint64 segment = saved (self, "s", "visits = 0");
  g_autofree char *by_segment = g_strdup_printf ("segment = %" G_GINT64_FORMAT, segment);
  g_autofree char *not_b = g_strdup_printf ("not category = %" G_GINT64_FORMAT, b);
  g_autofree char *asks_a = g_strdup_printf ("category = %" G_GINT64_FORMAT, a);

  g_assert_true (save_rule (self, a, by_segment, TRUE, NULL));
  refused (self, segment, NULL, asks_a, "filter");
  refused (self, segment, NULL, "category", "filter");
  g_assert_true (save (self, segment, NULL, not_b, NULL, NULL)); /* b is given by hand */
  g_assert_cmpuint (apply (self), ==, 2);
}

/* What nobody can save an undo can bring back: such a rule rests. */
static void
test_undo_that_makes_a_circle (Fixture *self, gconstpointer data)
{
  gint64 category = add_category (self, "a");
  g_autofree char *without = g_strdup_printf ("not category = %" G_GINT64_FORMAT, category);
  gint64 segment = saved (self, "s", without);
  g_autofree char *by_segment = g_strdup_printf ("segment = %" G_GINT64_FORMAT, segment);
  g_autoptr (SalonFilter) everybody = salon_filter_parse ("visits = 0", NULL);
  SalonSegmentDraft *draft = salon_segment_draft_new (segment, NULL, everybody);
  SalonDone changed = { 0 };
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (self->salon, &salon_command_segment_save, draft, &changed, &error);
  g_assert_no_error (error);
  salon_segment_draft_free (draft);
  g_assert_true (save_rule (self, category, by_segment, TRUE, NULL));
  salon_fixture_undo (self->salon, changed.operation, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (apply (self), ==, 0);
}

/* A client who was given a category by rule at once can still be undone. */
static void
test_undo_of_a_client_with_a_rule (Fixture *self, gconstpointer data)
{
  gint64 category = add_category (self, "New");
  g_autoptr (SalonClient) client = salon_client_new ();
  SalonClientDraft *card = NULL;
  SalonDone made = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (save_rule (self, category, "visits = 0", TRUE, NULL));
  client->first_name = g_strdup ("Vera");
  card = salon_client_draft_new (NULL, client);
  salon_fixture_submit (self->salon, &salon_command_client_save, card, &made, &error);
  salon_client_draft_free (card);
  g_assert_cmpuint (apply (self), ==, 3);
  salon_fixture_undo (self->salon, made.operation, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/segments/saving", test_saving);
  ADD ("/segments/archive-and-undo", test_archive_and_undo);
  ADD ("/segments/undo-of-making", test_undo_of_making);
  ADD ("/segments/circles", test_circles);
  ADD ("/segments/moves", test_moves);
  ADD ("/segments/predefined", test_predefined);
  ADD ("/rules/given-and-taken", test_given_and_taken);
  ADD ("/rules/inactive-and-removed", test_inactive_and_removed);
  ADD ("/rules/never-chase-each-other", test_rules_never_chase_each_other);
  ADD ("/rules/segments-of-rules", test_segments_of_rules);
  ADD ("/rules/undo-that-makes-a-circle", test_undo_that_makes_a_circle);
  ADD ("/rules/undo-of-a-client", test_undo_of_a_client_with_a_rule);
  return g_test_run ();
}
