/* Random sequences of merge, change, undo and separation against a model written from the rules alone:
 *
 * - A value is a pile of writes; what is on top is seen.  A separation takes the write of its merge out of the pile.
 * - Of a kind of consent the card that stays has said something, or all that the other said of it moves.
 * - A reference that later merges took along has not been changed.  What a merge moved goes back to the other, also from a third card to which it went on.  What was removed since stays
 *   removed, what was made since stays where it is.
 * - A mark goes with the call that it is about, a visit with the entry of the waiting list that it came of, whenever it was made.
 * - An undo makes everything as it was before.
 *
 * 300 sequences; 10,000 with SALON_TEST_FULL=1; those that are named with SALON_TEST_SEED=4905 or 5001-10000. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "merge-world.h"
#include "model/entities/client-merge.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/entities/enums.h"
#include "model/entities/tag.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/clients.h"
#include "model/services/health.h"
#include "model/services/merge.h"
#include "model/services/undo.h"
#include "model/store/repo.h"

static const char *const value_names[] = { "first_name", "email", "note", "birth", "discount_bp" };

/* ---- the salon: what it says */

static int
client_index (World *w, gint64 id)
{
  for (int c = 0; c < N_CLIENTS; c++)
    if (w->clients[c] == id)
      return c;
  return NONE;
}

static char *
birth_text (const SalonClient *client)
{
  return client->birth_year == 0 && client->birth_month == 0
             ? g_strdup ("")
             : g_strdup_printf ("%d-%d-%d", (int) client->birth_year, (int) client->birth_month, (int) client->birth_mday);
}

static char *
number_text (gint64 number)
{
  return number == 0 ? g_strdup ("") : g_strdup_printf ("%d", (int) number);
}

static void
compare_card (World *w, int c, GString *differences)
{
  g_autoptr (SalonClient) client = salon_fixture_get (w->salon, salon_client_get_type (), w->clients[c]);
  g_autofree char *birth = birth_text (client);
  g_autofree char *discount = number_text (client->discount_bp);
  const char *is[] = { client->first_name, client->email, client->note, birth, discount };
  int referrer = client->referred_by_id == 0 ? NONE : client_index (w, client->referred_by_id);
  int into = client->merged_into_id == 0 ? NONE : client_index (w, client->merged_into_id);

  for (int v = 0; v < N_VALUES; v++) {
    const char *wanted = book_read (w->texts, pile_top (&w->model.values[c][v]));

    if (g_strcmp0 (is[v] != NULL ? is[v] : "", wanted) != 0)
      g_string_append_printf (differences, "client %d: %s is “%s”, not “%s”\n", c, value_names[v], is[v], wanted);
  }
  if (referrer != pile_top (&w->model.referrer[c]))
    g_string_append_printf (differences, "client %d: referred by %d, not %d\n", c, referrer, pile_top (&w->model.referrer[c]));
  if (into != w->model.merged_into[c] || (into != NONE) != (client->archived_at != 0))
    g_string_append_printf (differences, "client %d: merged into %d, not %d\n", c, into, w->model.merged_into[c]);
}

static Row *
row_by_id (World *w, int kind, gint64 id)
{
  for (int i = 0; i < w->model.n_rows; i++)
    if (w->model.rows[i].exists && w->model.rows[i].kind == kind && w->model.rows[i].id == id)
      return &w->model.rows[i];
  return NULL;
}

static void
compare_row (World *w, int c, int kind, gpointer entity, GString *differences)
{
  Row *row = row_by_id (w, kind, salon_entity_get_id (entity));
  g_autofree char *says = NULL;

  if (row == NULL || pile_top (&row->owner) != c) {
    g_string_append_printf (differences, "client %d: has row %d of kind %d; it belongs to %d\n", c,
                            (int) salon_entity_get_id (entity), kind, row != NULL ? pile_top (&row->owner) : -2);
    return;
  }
  if (kind == PHONE && ((SalonClientPhone *) entity)->position != row->place)
    g_string_append_printf (differences, "client %d: phone at %d, not %d\n", c,
                            (int) ((SalonClientPhone *) entity)->position, row->place);
  says = world_said (kind, entity);
  if (says != NULL && g_strcmp0 (says, book_read (w->texts, pile_top (&row->value))) != 0)
    g_string_append_printf (differences, "client %d: row %d of kind %d says “%s”, not “%s”\n", c, (int) row->id, kind, says,
                            book_read (w->texts, pile_top (&row->value)));
}

static void
compare_rows (World *w, int c, int kind, GString *differences)
{
  g_autoptr (GPtrArray) rows = salon_fixture_find (w->salon, world_type_of (kind), "client_id", w->clients[c]);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    compare_row (w, c, kind, rows->pdata[i], differences);
  for (int i = 0; i < w->model.n_rows; i++)
    n += row_owned_by (&w->model.rows[i], c, kind) ? 1 : 0;
  if (n != rows->len)
    g_string_append_printf (differences, "client %d: %u rows of kind %d, not %u\n", c, rows->len, kind, n);
}

static void
compare (World *w, guint32 seed, const char *after)
{
  g_autoptr (GString) differences = g_string_new (NULL);

  for (int c = 0; c < N_CLIENTS; c++) {
    compare_card (w, c, differences);
    for (int kind = PHONE; kind < N_KINDS; kind++)
      compare_rows (w, c, kind, differences);
  }
  if (differences->len > 0)
    g_error ("sequence %u, after %s:\n%s", seed, after, differences->str);
}

/* ---- what happens */

int
world_roll (World *w, int n)
{
  return g_rand_int_range (w->rand, 0, n);
}

int
world_client (World *w)
{
  int c = world_roll (w, N_CLIENTS);

  while (w->model.merged_into[c] != NONE)
    c = (c + 1) % N_CLIENTS;
  return c;
}

void
world_submit (World *w, const SalonCommand *command, gconstpointer request, gint64 *id)
{
  g_autoptr (GError) error = NULL;
  SalonDone done;

  salon_fixture_submit (w->salon, command, request, &done, &error);
  g_assert_no_error (error);
  w->last_operation = done.operation;
  if (id != NULL)
    *id = done.id;
}

static SalonClientDraft *
open_card (World *w, int c)
{
  g_autoptr (SalonClient) orig = salon_fixture_get (w->salon, salon_client_get_type (), w->clients[c]);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);

  return salon_client_draft_new (orig, curr);
}

/* Never said before, so that what was changed can be told from what was not. */
int
world_fresh (World *w, int v)
{
  g_autofree char *value = NULL;
  int n = w->n_fresh++;

  if (v == EMAIL)
    value = g_strdup_printf ("p%d@inbox.lv", n);
  else if (v == BIRTH)
    value = g_strdup_printf ("%d-%d-%d", 1900 + n % 100, 1 + n / 100 % 12, 1 + n / 1200 % 28);
  else if (v == DISCOUNT)
    value = g_strdup_printf ("%d", 1 + n % 9999);
  else
    value = g_strdup_printf ("%s%d", v == NOTE ? "note " : "Name", n);
  return book_text (w->texts, value);
}

/* Who makes a field say again what a merge wrote there has not changed it: then the merge is seen, not the change. */
static gboolean
was_written_by_a_merge (const Pile *pile, int value)
{
  for (int i = 0; i < pile->n; i++)
    if (pile->writes[i].kind == CHOSEN && pile->writes[i].value == value)
      return TRUE;
  return FALSE;
}

static void
change_value (World *w)
{
  int c = world_client (w);
  int v = world_roll (w, N_VALUES);
  gboolean empties = v != FIRST_NAME && world_roll (w, 6) == 0 && !was_written_by_a_merge (&w->model.values[c][v], 0);
  int value = empties ? 0 : world_fresh (w, v);
  const char *says = book_read (w->texts, value);
  g_autoptr (SalonClientDraft) draft = open_card (w, c);
  SalonClient *curr = draft->curr;
  int y = 0, m = 0, d = 0;

  if (v == BIRTH) {
    sscanf (says, "%d-%d-%d", &y, &m, &d);
    curr->birth_year = y;
    curr->birth_month = m;
    curr->birth_mday = d;
  } else if (v == DISCOUNT) {
    curr->discount_bp = g_ascii_strtoll (says, NULL, 10);
  } else {
    salon_entity_put_text (curr, salon_entity_info_find (salon_entity_info (SALON_ENTITY (curr)), value_names[v]), says);
  }
  world_submit (w, &salon_command_client_save, draft, NULL);
  pile_put (&w->model.values[c][v], EDIT, NONE, value);
}

static gboolean
was_ever (const Pile *pile, int value)
{
  for (int i = 0; i < pile->n; i++)
    if (pile->writes[i].value == value)
      return TRUE;
  return FALSE;
}

static void
change_referrer (World *w)
{
  int c = world_client (w);
  int referrer = world_client (w);
  g_autoptr (SalonClientDraft) draft = open_card (w, c);

  if (referrer == c || was_ever (&w->model.referrer[c], referrer))
    return;
  draft->curr->referred_by_id = w->clients[referrer];
  world_submit (w, &salon_command_client_save, draft, NULL);
  pile_put (&w->model.referrer[c], EDIT, NONE, referrer);
}

Row *
world_new_row (World *w, int c, int kind, int unique, gint64 id)
{
  Row *row = &w->model.rows[w->model.n_rows++];

  g_assert_cmpint (w->model.n_rows, <=, MAX_ROWS);
  memset (row, 0, sizeof *row);
  row->exists = TRUE;
  row->kind = kind;
  row->unique = unique;
  row->id = id;
  row->about = NONE;
  pile_put (&row->owner, EDIT, NONE, c);
  return row;
}

/* The row that the salon has and the model has not. */
static gint64
unknown_row (World *w, int c, int kind)
{
  g_autoptr (GPtrArray) rows = salon_fixture_find (w->salon, world_type_of (kind), "client_id", w->clients[c]);

  for (guint i = 0; i < rows->len; i++)
    if (row_by_id (w, kind, salon_entity_get_id (rows->pdata[i])) == NULL)
      return salon_entity_get_id (rows->pdata[i]);
  g_assert_not_reached ();
}

static void
change_phones (World *w)
{
  int c = world_client (w);
  int number = world_roll (w, N_NUMBERS);
  g_autofree char *typed = g_strdup_printf ("2900000%d", number);
  Row *phones[MAX_ROWS];
  int n = model_phones_of (&w->model, c, phones);
  gboolean adds = model_row_of (&w->model, c, PHONE, number) == NULL;
  int gone = adds || n == 0 ? NONE : world_roll (w, n);
  int place = 0;
  g_autoptr (SalonClientDraft) draft = open_card (w, c);

  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  for (int i = 0; i < n; i++) {
    g_autofree char *own = g_strdup_printf ("2900000%d", phones[i]->unique);

    if (i == gone) {
      phones[i]->exists = FALSE;
      continue;
    }
    phones[i]->place = place++;
    g_ptr_array_add (draft->phones, salon_phone_draft_new (phones[i]->id, own, NULL));
  }
  if (adds)
    g_ptr_array_add (draft->phones, salon_phone_draft_new (0, typed, NULL));
  world_submit (w, &salon_command_client_save, draft, NULL);
  if (adds)
    world_new_row (w, c, PHONE, number, unknown_row (w, c, PHONE))->place = place;
}

static void
change_tags (World *w)
{
  int c = world_client (w);
  int tag = world_roll (w, N_TAGS);
  Row *known = model_row_of (&w->model, c, TAG, tag);
  g_autoptr (SalonClientDraft) draft = open_card (w, c);

  draft->tag_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int i = 0; i < N_TAGS; i++)
    if ((model_row_of (&w->model, c, TAG, i) != NULL) != (i == tag))
      g_array_append_val (draft->tag_ids, w->tags[i]);
  world_submit (w, &salon_command_client_save, draft, NULL);
  if (known != NULL)
    known->exists = FALSE;
  else
    world_new_row (w, c, TAG, tag, unknown_row (w, c, TAG));
}

static void
change_custom (World *w)
{
  int c = world_client (w);
  int field = world_roll (w, N_CUSTOM);
  Row *known = model_row_of (&w->model, c, CUSTOM, field);
  int value = known != NULL && world_roll (w, 4) == 0 ? 0 : world_fresh (w, FIRST_NAME);
  g_autoptr (SalonClientDraft) draft = open_card (w, c);

  draft->custom = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_hash_table_insert (draft->custom, g_memdup2 (&w->fields[field], sizeof (gint64)), g_strdup (book_read (w->texts, value)));
  world_submit (w, &salon_command_client_save, draft, NULL);
  if (known == NULL)
    known = world_new_row (w, c, CUSTOM, field, unknown_row (w, c, CUSTOM));
  if (value == 0)
    known->exists = FALSE;
  else
    pile_put (&known->value, EDIT, NONE, value);
}

static gboolean
remove_visit (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), *(gint64 *) data, error);
  g_autoptr (GPtrArray) lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", *(gint64 *) data, error);

  for (guint i = 0; i < lines->len; i++)
    g_assert_true (salon_repo_delete (tx, lines->pdata[i], error));
  *id = 0;
  return salon_repo_delete (tx, visit, error);
}

static void
change_visits (World *w)
{
  int c = world_client (w);
  static const SalonVisitState states[] = { SALON_VISIT_DONE, SALON_VISIT_CANCELLED, SALON_VISIT_NO_SHOW };
  int at = world_roll (w, MAX (w->model.n_rows, 1));
  Row *row = &w->model.rows[at];

  w->last_operation = 0;
  if (world_roll (w, 4) == 0 && w->model.n_rows > 0 && row->exists && row->kind == VISIT && row->about == NONE) {
    salon_fixture_write (w->salon, remove_visit, &row->id);
    row->exists = FALSE;
    return;
  }
  world_new_row (w, c, VISIT, 0,
           salon_fixture_add_visit (w->salon, w->clients[c], SALON_FIXTURE_TODAY - 1 - w->n_slots / 8, 540 + w->n_slots % 8 * 60,
                                    states[world_roll (w, 3)], w->service, w->master, 0));
  w->n_slots++;
}

static int
pick_choice (World *w, SalonMergeRequest *request, const char *name, int n)
{
  int choice = world_roll (w, n + 2);

  if (choice >= n)
    return NONE;
  salon_merge_request_choose (request, name, (SalonMergeChoice) choice);
  return choice;
}

static gint64
merge_id_of (World *w, gint64 other)
{
  g_autoptr (GPtrArray) rows = salon_fixture_find (w->salon, salon_client_merge_get_type (), "other_id", other);

  g_assert_cmpuint (rows->len, >, 0);
  return salon_entity_get_id (rows->pdata[rows->len - 1]);
}

static void
merge (World *w)
{
  int a = world_client (w);
  int b = world_client (w);
  g_autoptr (SalonMergeRequest) request = salon_merge_request_new (w->clients[a], w->clients[b]);
  int choices[N_VALUES];
  int custom[N_CUSTOM];
  int referrer = NONE;

  if (a == b)
    return;
  for (int v = 0; v < N_VALUES; v++)
    choices[v] = pick_choice (w, request, value_names[v], v == NOTE ? 3 : 2);
  for (int f = 0; f < N_CUSTOM; f++) {
    g_autofree char *name = g_strdup_printf ("custom.%" G_GINT64_FORMAT, w->fields[f]);

    custom[f] = pick_choice (w, request, name, 2);
  }
  referrer = pick_choice (w, request, "referred_by_id", 2);
  world_submit (w, &salon_command_client_merge, request, NULL);
  model_merge (&w->model, w->texts, a, b, choices, referrer, custom);
  w->model.merges[w->model.n_merges - 1].id = merge_id_of (w, w->clients[b]);
  w->n_merges++;
}

static void
separate (World *w)
{
  Model *m = &w->model;
  int n = m->n_merges > 0 ? world_roll (w, m->n_merges) : 0;
  SalonIdRequest request = { 0 };
  gint64 id = 0;

  for (int i = 0; i < m->n_merges && !m->merges[n].stands; i++)
    n = (n + 1) % m->n_merges;
  if (m->n_merges == 0 || !m->merges[n].stands)
    return;
  request.id = m->merges[n].id;
  if (m->merged_into[m->merges[n].survivor] != NONE)
    w->n_chained++;
  world_submit (w, &salon_command_client_unmerge, &request, &id);
  g_assert_cmpint (id, ==, w->clients[m->merges[n].other]);
  model_separate (m, n);
  w->n_separated++;
}

/* Undoes the last operation, and every other time does it again. */
static void
undo (World *w)
{
  g_autoptr (GError) error = NULL;
  Model after = w->model;
  SalonDone done;

  if (w->last_operation == 0)
    return;
  salon_fixture_undo (w->salon, w->last_operation, &done, &error);
  g_assert_no_error (error);
  w->model = w->before;
  w->last_operation = 0;
  if (world_roll (w, 2) == 0)
    return;
  salon_fixture_undo (w->salon, done.operation, NULL, &error);
  g_assert_no_error (error);
  w->model = after;
}

static void
step (World *w, guint32 seed)
{
  static const struct {
    void (*func) (World *w);
    const char *name;
  } steps[] = {
    { change_value, "a value" },       { change_value, "a value" },         { change_referrer, "a referrer" },
    { change_phones, "phones" },       { change_phones, "phones" },         { change_tags, "tags" },
    { change_custom, "own fields" },   { change_visits, "visits" },         { world_change_contacts, "contacts" },
    { world_change_contacts, "contacts" },   { world_change_marks, "marks" },           { world_change_marks, "marks" },
    { world_change_consents, "consents" },   { world_change_consents, "consents" },     { world_add_number_or_wait, "a foreign number" },
    { merge, "a merge" },              { merge, "a merge" },                { merge, "a merge" },
    { separate, "a separation" },      { separate, "a separation" },        { separate, "a separation" },
  };
  int n = world_roll (w, G_N_ELEMENTS (steps) + 1);
  Model before = w->model;

  if (n == G_N_ELEMENTS (steps)) {
    undo (w);
    compare (w, seed, "an undo");
    return;
  }
  w->last_operation = 0;
  steps[n].func (w);
  w->before = before;
  if (steps[n].func == merge || steps[n].func == separate)
    compare (w, seed, steps[n].name);
}

/* ---- worlds */

static void
new_people (World *w)
{
  memset (&w->model, 0, sizeof w->model);
  w->last_operation = 0;
  for (int c = 0; c < N_CLIENTS; c++) {
    g_autofree char *name = g_strdup_printf ("Name%d", w->n_fresh++);

    w->clients[c] = salon_fixture_add_client (w->salon, name, NULL);
    for (int v = 0; v < N_VALUES; v++)
      pile_put (&w->model.values[c][v], EDIT, NONE, v == FIRST_NAME ? book_text (w->texts, name) : 0);
    pile_put (&w->model.referrer[c], EDIT, NONE, NONE);
    w->model.merged_into[c] = NONE;
  }
}

/* Everything that stands is separated at last: the first merge first or last. */
static void
separate_all (World *w, guint32 seed)
{
  for (guint i = 0; i < 1000; i++) {
    gboolean any = FALSE;

    for (int n = 0; n < w->model.n_merges; n++)
      any = any || w->model.merges[n].stands;
    if (!any)
      return;
    separate (w);
    compare (w, seed, "one of the last separations");
  }
}

static void
run_sequence (World *w, guint32 seed)
{
  int n_steps = 0;

  g_rand_set_seed (w->rand, seed);
  g_ptr_array_set_size (w->texts, 0);
  book_text (w->texts, "");
  new_people (w);
  n_steps = 14 + world_roll (w, 35);
  for (int i = 0; i < n_steps; i++)
    step (w, seed);
  compare (w, seed, "all");
  separate_all (w, seed);
}

static void
set_up (World *w)
{
  w->salon = salon_fixture_new ();
  w->rand = g_rand_new ();
  w->texts = g_ptr_array_new_with_free_func (g_free);
  w->service = salon_fixture_add_service (w->salon, "Manicure", 60, 3000);
  w->master = salon_fixture_add_employee (w->salon, "Maria");
  for (int i = 0; i < N_TAGS; i++) {
    SalonTag *tag = salon_tag_new ();

    tag->name = g_strdup_printf ("Tag %d", i);
    w->tags[i] = salon_fixture_insert (w->salon, tag);
  }
  for (int i = 0; i < N_CUSTOM; i++) {
    SalonCustomField *field = salon_custom_field_new ();

    field->name = g_strdup_printf ("Field %d", i);
    field->kind = SALON_CUSTOM_TEXT;
    w->fields[i] = salon_fixture_insert (w->salon, field);
  }
}

static void
tear_down (World *w)
{
  g_ptr_array_unref (w->texts);
  g_rand_free (w->rand);
  salon_fixture_free (w->salon);
}

/* Statuses, sums, the search index and the journal's chain have followed. */
static void
check_health (World *w)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = salon_session_query_sync (w->salon->session, &salon_query_full_health, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static gboolean
read_range (guint32 *first, guint32 *last)
{
  const char *range = g_getenv ("SALON_TEST_SEED");
  const char *dash = range != NULL ? strchr (range, '-') : NULL;

  *first = range != NULL ? (guint32) g_ascii_strtoull (range, NULL, 10) : 1;
  if (range != NULL)
    *last = dash != NULL ? (guint32) g_ascii_strtoull (dash + 1, NULL, 10) : *first;
  else
    *last = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 10000 : 300;
  return range != NULL;
}

static void
test_sequences (void)
{
  static const guint32 hard[] = { 450, 1507, 2586, 4905 }; /* merges that carry on, or write again, what was separated under them */
  guint32 first = 0, last = 0;
  gboolean named = read_range (&first, &last);
  g_autofree World *w = g_new0 (World, 1);

  set_up (w);
  for (guint i = 0; !named && i < G_N_ELEMENTS (hard); i++)
    run_sequence (w, hard[i]);
  for (guint32 seed = first; seed <= last; seed++)
    run_sequence (w, seed);
  g_test_message ("%u to %u: %u merges, %u separations, %u of them below another merge", first, last, w->n_merges,
                  w->n_separated, w->n_chained);
  if (!named)
    g_assert_cmpuint (w->n_chained, >, last / 10);
  check_health (w);
  tear_down (w);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-random/sequences", test_sequences);
  return g_test_run ();
}
