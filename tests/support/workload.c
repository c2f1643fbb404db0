/* The model of a salon that tests of durability compare with what is in the file.
 *
 * It knows nothing of the code under test: a row is a text, an operation is a set of rows that get another text, and
 * an undo gives them their old one. */
#include "tests/support/workload.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/employee.h"
#include "model/entities/enums.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "tests/support/workload-names.h"
#include <string.h>

#define FIRST_DAY 20255 /* 16 June 2025 */
#define N_DAYS    14
#define OPENS_MIN 540
#define N_STARTS  18 /* every half hour */
#define N_OF_EACH 3

struct _WorkModel {
  GHashTable *rows;    /* "visit 12" → text */
  GHashTable *history; /* operation → GHashTable of row → text before, NULL = was not there */
  gint64 last_operation;
};

static void
table_free (gpointer table)
{
  g_hash_table_unref (table);
}

static GHashTable *
texts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * work_model_new:
 *
 * Returns: (transfer full): of an empty salon
 */
WorkModel *
work_model_new (void)
{
  WorkModel *self = g_new0 (WorkModel, 1);

  self->rows = texts_new ();
  self->history = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, table_free);
  return self;
}

void
work_model_free (WorkModel *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->history);
  g_free (self);
}

char *
work_surname (const char *uuid)
{
  /* Letters: a name of digits could be taken for a phone. */
  GString *name = g_string_new ("K");

  for (guint hash = g_str_hash (uuid); hash > 0; hash /= 26)
    g_string_append_c (name, (char) ('a' + hash % 26));
  return g_string_free (name, FALSE);
}

char *
work_phone (const char *uuid)
{
  return g_strdup_printf ("2%07u", g_str_hash (uuid) % 10000000);
}

static char *
row_key (const char *kind, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
}

static char *
visit_text (gint64 client, gint64 state, gint64 service, gint64 employee, gint64 room, gint64 start_min)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          client, state, service, employee, room, start_min);
}

/* Sets or, with %NULL, removes a row.  @before: keeps what was there, for an undo */
static void
put (WorkModel *self, GHashTable *before, const char *key, const char *text)
{
  g_hash_table_insert (before, g_strdup (key), g_strdup (g_hash_table_lookup (self->rows, key)));
  if (text != NULL)
    g_hash_table_insert (self->rows, g_strdup (key), g_strdup (text));
  else
    g_hash_table_remove (self->rows, key);
}

static GArray *
row_ids (WorkModel *self, const char *kind)
{
  GHashTableIter iter;
  gpointer key = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, kind)) {
      gint64 id = g_ascii_strtoll ((const char *) key + strlen (kind) + 1, NULL, 10);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* 0 = there is none. */
static gint64
random_row (WorkModel *self, GRand *rand, const char *kind)
{
  g_autoptr (GArray) ids = row_ids (self, kind);

  return ids->len > 0 ? g_array_index (ids, gint64, (guint) g_rand_int_range (rand, 0, (int) ids->len)) : 0;
}

static WorkKind
random_kind (WorkModel *self, GRand *rand, gint64 client, gint64 visit)
{
  int dice = g_rand_int_range (rand, 0, 100);

  if (!g_hash_table_contains (self->rows, "employee 1"))
    return WORK_SETUP;
  if (client == 0 || dice < 15)
    return WORK_CLIENT;
  if (visit == 0 || dice < 45)
    return WORK_BOOK;
  if (dice < 52)
    return WORK_BOOK_NEW;
  if (dice < 68)
    return WORK_MOVE;
  return dice < 85 || self->last_operation == 0 ? WORK_STATE : WORK_UNDO;
}

/**
 * work_model_plan:
 * @uuid: of the operation
 * @step: (out): something that a person at the desk could do now; the salon may refuse it
 */
void
work_model_plan (WorkModel *self, GRand *rand, const char *uuid, WorkStep *step)
{
  gint64 day = FIRST_DAY + g_rand_int_range (rand, 0, N_DAYS);

  memset (step, 0, sizeof *step);
  g_strlcpy (step->uuid, uuid, sizeof step->uuid);
  step->client = random_row (self, rand, "client");
  step->visit = random_row (self, rand, "visit");
  step->service = g_rand_int_range (rand, 1, N_OF_EACH + 1);
  step->employee = g_rand_int_range (rand, 1, N_OF_EACH + 1);
  step->room = g_rand_int_range (rand, 1, N_OF_EACH + 1);
  step->start_min = day * SALON_MINUTES_A_DAY + OPENS_MIN + 30 * g_rand_int_range (rand, 0, N_STARTS);
  step->state = g_rand_int_range (rand, SALON_VISIT_BOOKED, SALON_VISIT_NO_SHOW + 1);
  step->operation = self->last_operation;
  step->kind = random_kind (self, rand, step->client, step->visit);
}

/* What the visit would say after the step. */
static char *
changed_visit (const char *old, const WorkStep *step)
{
  g_auto (GStrv) words = g_strsplit (old, " ", 6);
  gint64 numbers[6];

  for (int i = 0; i < 6; i++)
    numbers[i] = g_ascii_strtoll (words[i], NULL, 10);
  if (step->kind == WORK_STATE)
    return visit_text (numbers[0], step->state, numbers[2], numbers[3], numbers[4], numbers[5]);
  return visit_text (numbers[0], numbers[1], numbers[2], step->employee, step->room, step->start_min);
}

static void
undo (WorkModel *self, GHashTable *before, gint64 operation)
{
  GHashTable *old = g_hash_table_lookup (self->history, &operation);
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer text = NULL;

  g_assert_nonnull (old);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &key, &text))
    put (self, before, key, text);
}

static void
apply_visit (WorkModel *self, GHashTable *before, const WorkStep *step, const char *key)
{
  const char *old = g_hash_table_lookup (self->rows, key);
  g_autofree char *text = NULL;

  if (step->kind == WORK_BOOK || step->kind == WORK_BOOK_NEW)
    text = visit_text (step->client, SALON_VISIT_BOOKED, step->service, step->employee, step->room,
                       step->start_min);
  else
    text = changed_visit (old, step);
  put (self, before, key, text);
}

static void
apply_client (WorkModel *self, GHashTable *before, const WorkStep *step, gint64 id)
{
  g_autofree char *key = row_key ("client", id);
  g_autofree char *surname = work_surname (step->uuid);
  g_autofree char *phone = work_phone (step->uuid);
  g_autofree char *text = g_strdup_printf ("%s %s, %s", WORK_FIRST_NAME, surname, phone);

  put (self, before, key, text);
}

static void
apply_setup (WorkModel *self, GHashTable *before)
{
  for (int i = 1; i <= N_OF_EACH; i++) {
    g_autofree char *key = row_key ("employee", i);

    put (self, before, key, "there");
  }
}

/**
 * work_model_apply:
 * @done: what the salon answered
 *
 * From now on the effect of @step is expected.
 */
void
work_model_apply (WorkModel *self, const WorkStep *step, const SalonDone *done)
{
  GHashTable *before = texts_new ();
  g_autofree char *key = row_key ("visit", done->id);

  switch (step->kind) {
  case WORK_SETUP:
    apply_setup (self, before);
    break;
  case WORK_CLIENT:
    apply_client (self, before, step, done->id);
    break;
  case WORK_BOOK_NEW:
    apply_client (self, before, step, step->client);
    apply_visit (self, before, step, key);
    break;
  case WORK_BOOK:
  case WORK_MOVE:
  case WORK_STATE:
    apply_visit (self, before, step, key);
    break;
  case WORK_UNDO:
    undo (self, before, step->operation);
    break;
  case N_WORK_KINDS:
  default:
    g_assert_not_reached ();
  }
  self->last_operation = step->kind == WORK_SETUP ? 0 : done->operation;
  g_hash_table_insert (self->history, g_memdup2 (&done->operation, sizeof (gint64)), before);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/**
 * work_model_print:
 *
 * Returns: (transfer full): all rows in order, one a line: equal texts, equal salons
 */
char *
work_model_print (WorkModel *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GList *keys = g_list_sort (g_hash_table_get_keys (self->rows), compare_keys);

  for (GList *l = keys; l != NULL; l = l->next)
    g_string_append_printf (text, "%s: %s\n", (char *) l->data, (char *) g_hash_table_lookup (self->rows, l->data));
  g_list_free (keys);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
load_clients (SalonTx *tx, WorkModel *self, GError **error)
{
  g_autoptr (GPtrArray) clients = salon_repo_all (tx, salon_client_get_type (), error);

  for (guint i = 0; clients != NULL && i < clients->len; i++) {
    const SalonClient *client = clients->pdata[i];
    gint64 id = salon_entity_get_id (client);
    g_autoptr (GPtrArray) phones = salon_repo_find (tx, salon_client_phone_get_type (), "client_id", id, error);
    g_autoptr (GString) text = g_string_new (client->first_name);

    g_string_append_printf (text, " %s", client->surname);
    if (phones == NULL)
      return FALSE;
    for (guint k = 0; k < phones->len; k++)
      g_string_append_printf (text, ", %s", ((const SalonClientPhone *) phones->pdata[k])->typed);
    g_hash_table_insert (self->rows, row_key ("client", id), g_strdup (text->str));
  }
  return clients != NULL;
}

/* A visit that has not exactly one line does not look like one of the model's. */
static gboolean
load_visits (SalonTx *tx, WorkModel *self, GError **error)
{
  g_autoptr (GPtrArray) visits = salon_repo_all (tx, salon_visit_get_type (), error);

  for (guint i = 0; visits != NULL && i < visits->len; i++) {
    const SalonVisit *visit = visits->pdata[i];
    gint64 id = salon_entity_get_id (visit);
    g_autoptr (GPtrArray) lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", id, error);
    const SalonVisitLine *line = NULL;
    char *text = NULL;

    if (lines == NULL)
      return FALSE;
    line = lines->len == 1 ? lines->pdata[0] : NULL;
    if (line != NULL && line->start_min == visit->start_min)
      text = visit_text (visit->client_id, visit->state, line->service_id, line->employee_id, line->room_id,
                         visit->start_min);
    else
      text = g_strdup_printf ("half done: %u lines", lines->len);
    g_hash_table_insert (self->rows, row_key ("visit", id), text);
  }
  return visits != NULL;
}

static gpointer
load (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (WorkModel) self = work_model_new ();
  g_autoptr (GPtrArray) employees = salon_repo_all (tx, salon_employee_get_type (), error);

  for (guint i = 0; employees != NULL && i < employees->len; i++)
    g_hash_table_insert (self->rows, row_key ("employee", salon_entity_get_id (employees->pdata[i])),
                         g_strdup ("there"));
  if (employees == NULL || !load_clients (tx, self, error) || !load_visits (tx, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static const SalonQuery load_query = { "work.load", load, NULL, (GDestroyNotify) work_model_free };

/**
 * work_model_load:
 *
 * Returns: (transfer full) (nullable): what is in the file now
 */
WorkModel *
work_model_load (SalonSession *session, GError **error)
{
  return salon_session_query_sync (session, &load_query, NULL, error);
}

/**
 * work_model_compare:
 * @when: for the message
 *
 * Returns: %FALSE with @error if the file holds anything else than the model
 */
gboolean
work_model_compare (WorkModel *self, SalonSession *session, const char *when, GError **error)
{
  g_autoptr (WorkModel) found = work_model_load (session, error);
  g_autofree char *is = NULL;
  g_autofree char *ought = NULL;

  if (found == NULL)
    return FALSE;
  is = work_model_print (found);
  ought = work_model_print (self);
  if (g_str_equal (is, ought))
    return TRUE;
  salon_set_error (error, SALON_ERROR_CORRUPT, "%s the salon is\n%s\nand ought to be\n%s", when, is, ought);
  return FALSE;
}

/**
 * work_step_print:
 *
 * Returns: (transfer full): one line, for work_step_parse()
 */
char *
work_step_print (const WorkStep *step)
{
  return g_strdup_printf ("%s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          step->uuid, (int) step->kind, step->client, step->visit, step->service, step->employee,
                          step->room, step->start_min, step->state, step->operation);
}

/**
 * work_step_parse:
 *
 * Returns: whether @text is one of work_step_print()
 */
gboolean
work_step_parse (const char *text, WorkStep *step)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 11);
  gint64 *numbers[] = { &step->client, &step->visit,     &step->service, &step->employee,
                        &step->room,   &step->start_min, &step->state,   &step->operation };

  if (g_strv_length (words) != 10)
    return FALSE;
  memset (step, 0, sizeof *step);
  g_strlcpy (step->uuid, words[0], sizeof step->uuid);
  step->kind = (WorkKind) g_ascii_strtoll (words[1], NULL, 10);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    *numbers[i] = g_ascii_strtoll (words[2 + i], NULL, 10);
  return step->kind < N_WORK_KINDS;
}
