/* What all parts of the card share: the answer of the panel query, renewed when something about the client changes,
 * and the way an edit takes.
 *
 * Edits are immutable drafts.  The next draft starts from the last one that was handed over, not from what has come
 * back already: two quick edits of one list (tags, phones) do not undo each other.  Once nothing is under way any
 * more, the next answer of the database decides what is true. */
#include "config.h"

#include "base/error.h"
#include "gui/parts/client-model.h"
#include "model/entities/client-phone.h"

struct _SalonClientModel {
  GObject parent;
  SalonSession *session;
  SalonDirectory *directory; /* not owned: hangs on the session */
  gint64 id;
  guint generation; /* counts questions: an answer to an older one is dropped */
  GCancellable *cancellable;
  SalonClientPanel *panel;

  guint n_saving;
  gboolean missed; /* an answer was dropped because edits were under way */
  SalonClient *client;
  GPtrArray *phones;
  GArray *tags;
  GArray *categories;
};

G_DEFINE_FINAL_TYPE (SalonClientModel, salon_client_model, G_TYPE_OBJECT)

enum { SIGNAL_LOADED, SIGNAL_FAILED, SIGNAL_DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- what the next draft starts from */

static void
clear_start (SalonClientModel *self)
{
  g_clear_object (&self->client);
  g_clear_pointer (&self->phones, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_array_unref);
  g_clear_pointer (&self->categories, g_array_unref);
}

static gpointer
copy_phone (gconstpointer source, gpointer data)
{
  const SalonPhoneDraft *phone = source;

  return salon_phone_draft_new (phone->id, phone->typed, phone->label);
}

static GArray *
ids_of (GPtrArray *named)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < named->len; i++)
    g_array_append_val (ids, ((SalonNamed *) named->pdata[i])->id);
  return ids;
}

static GPtrArray *
phones_of (GPtrArray *phones)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);

  for (guint i = 0; i < phones->len; i++) {
    const SalonClientPhone *phone = phones->pdata[i];

    g_ptr_array_add (drafts, salon_phone_draft_new (salon_entity_get_id (phone), phone->typed, phone->label));
  }
  return drafts;
}

static void
start_from_panel (SalonClientModel *self)
{
  clear_start (self);
  self->client = g_object_ref (self->panel->client);
  self->phones = phones_of (self->panel->phones);
  self->tags = ids_of (self->panel->tags);
  self->categories = ids_of (self->panel->categories);
}

static void
start_from_draft (SalonClientModel *self, const SalonClientDraft *draft)
{
  g_set_object (&self->client, draft->curr);
  if (draft->phones != NULL) {
    g_ptr_array_unref (self->phones);
    self->phones = g_ptr_array_copy (draft->phones, copy_phone, NULL);
    g_ptr_array_set_free_func (self->phones, (GDestroyNotify) salon_phone_draft_free);
  }
  if (draft->tag_ids != NULL) {
    g_array_unref (self->tags);
    self->tags = g_array_copy (draft->tag_ids);
  }
  if (draft->category_ids != NULL) {
    g_array_unref (self->categories);
    self->categories = g_array_copy (draft->category_ids);
  }
}

/* ---- loading */

typedef struct {
  SalonClientModel *model;
  guint generation;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->model);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
take_panel (SalonClientModel *self, SalonClientPanel *panel)
{
  g_clear_pointer (&self->panel, salon_client_panel_free);
  self->panel = panel;
  start_from_panel (self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
on_panel (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  SalonClientModel *self = question->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClientPanel) panel = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (question->generation != self->generation)
    return;
  if (panel != NULL && panel->client->merged_into_id != 0) { /* an old link, or merged while she was shown */
    salon_client_model_set_client (self, panel->client->merged_into_id);
    return;
  }
  if (self->panel != NULL && salon_entity_get_id (self->panel->client) == self->id
      && g_error_matches (error, SALON_ERROR, SALON_ERROR_NOT_FOUND)) { /* it was undone that she was made */
    salon_client_model_set_client (self, 0);
    return;
  }
  if (panel == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
    return;
  }
  if (self->n_saving > 0)
    self->missed = TRUE;
  else
    take_panel (self, g_steal_pointer (&panel));
}

/**
 * salon_client_model_reload: asks again; what is shown stays until the answer comes
 */
void
salon_client_model_reload (SalonClientModel *self)
{
  Question *question = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->generation++;
  if (self->id == 0 || self->session == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->model = g_object_ref (self);
  question->generation = self->generation;
  salon_session_query (self->session, &salon_query_client_panel, SALON_LANE_INTERACTIVE,
                       salon_panel_request_new (self->id, SALON_DAY_NONE), self->cancellable, on_panel, question);
}

/* A visit tells of its client; of masters, services and rooms only the names are shown. */
static gboolean
concerns (SalonClientModel *self, const SalonChangeSet *changes)
{
  static const char *const topics[] = { "employee", "service", "room", "zone", "tag", "category", "source",
                                        "custom-field", "setting", NULL };

  if (salon_change_set_contains (changes, "client", self->id))
    return TRUE;
  if (self->panel != NULL && self->panel->client->referred_by_id != 0
      && salon_change_set_contains (changes, "client", self->panel->client->referred_by_id))
    return TRUE;
  for (guint i = 0; topics[i] != NULL; i++)
    if (salon_change_set_touches (changes, topics[i]))
      return TRUE;
  return salon_change_set_touches (changes, "figures") || salon_change_set_touches (changes, "visit");
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonClientModel *self)
{
  if (self->id != 0 && concerns (self, changes))
    salon_client_model_reload (self);
}

/* Who works now may see and do other things. */
static void
on_actor_changed (SalonSession *session, SalonClientModel *self)
{
  salon_client_model_reload (self);
}

/* ---- saving */

typedef struct {
  char *note;
  gint64 id;
} Saving;

static void
saving_free (Saving *saving)
{
  g_free (saving->note);
  g_free (saving);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (SalonClientModel) self = g_object_ref (g_task_get_source_object (task));
  const Saving *saving = g_task_get_task_data (task);
  SalonDone done = { 0 };
  GError *error = NULL;
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  self->n_saving--;
  if (ok)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, saving->note, &done);
  if (self->n_saving == 0 && (self->missed || !ok)) {
    self->missed = FALSE;
    salon_client_model_reload (self);
  }
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * salon_client_model_submit:
 * @request: (transfer full): what @command takes
 * @note: (transfer none): a whole translated sentence for the note with Undo
 *
 * Has something done to the client and tells about it by SalonClientModel::done; answered by
 * salon_client_model_save_finish().  Every call is an operation of its own.
 */
void
salon_client_model_submit (SalonClientModel *self, const SalonCommand *command, gpointer request, const char *note,
                           GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *uuid = salon_session_new_uuid ();

  saving->note = g_strdup (note);
  saving->id = self->id;
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  self->n_saving++;
  salon_session_submit (self->session, command, request, uuid, NULL, on_submitted, task);
}

/**
 * salon_client_model_save:
 * @draft: (transfer full): made from salon_client_model_draft()
 * @note: a whole translated sentence for the note with Undo
 *
 * Saves an edit of the card at once; answered by salon_client_model_save_finish().
 */
void
salon_client_model_save (SalonClientModel *self, SalonClientDraft *draft, const char *note,
                         GAsyncReadyCallback callback, gpointer data)
{
  start_from_draft (self, draft);
  salon_client_model_submit (self, &salon_command_client_save, draft, note, callback, data);
}

/**
 * salon_client_model_save_finish:
 *
 * Returns: whether it was saved; %FALSE with the refusal
 */
gboolean
salon_client_model_save_finish (SalonClientModel *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * salon_client_model_draft:
 *
 * Returns: (transfer full) (nullable): a draft in which nothing differs yet; %NULL before the client is there
 */
SalonClientDraft *
salon_client_model_draft (SalonClientModel *self)
{
  g_autoptr (SalonClient) curr = NULL;

  if (self->client == NULL)
    return NULL;
  curr = salon_client_copy (self->client);
  return salon_client_draft_new (self->client, curr);
}

/**
 * salon_client_model_dup_phones:
 *
 * Returns: (transfer full) (element-type SalonPhoneDraft): the phones, to change and put into a draft
 */
GPtrArray *
salon_client_model_dup_phones (SalonClientModel *self)
{
  GPtrArray *copy = g_ptr_array_copy (self->phones, copy_phone, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify) salon_phone_draft_free);
  return copy;
}

/**
 * salon_client_model_dup_tags:
 *
 * Returns: (transfer full) (element-type gint64): the tags, to change and put into a draft
 */
GArray *
salon_client_model_dup_tags (SalonClientModel *self)
{
  return g_array_copy (self->tags);
}

/**
 * salon_client_model_dup_categories:
 *
 * Returns: (transfer full) (element-type gint64): the categories, to change and put into a draft
 */
GArray *
salon_client_model_dup_categories (SalonClientModel *self)
{
  return g_array_copy (self->categories);
}

/* ---- overrides */

static void
salon_client_model_dispose (GObject *object)
{
  SalonClientModel *self = SALON_CLIENT_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->generation++;
  clear_start (self);
  g_clear_pointer (&self->panel, salon_client_panel_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_client_model_parent_class)->dispose (object);
}

static void
salon_client_model_class_init (SalonClientModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_client_model_dispose;

  /**
   * SalonClientModel::loaded: there is a new answer, or another client without an answer yet
   */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", SALON_TYPE_CLIENT_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * SalonClientModel::failed:
   * @error: why the client could not be read; what was shown stays
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SALON_TYPE_CLIENT_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * SalonClientModel::done:
   * @note: what was done, a whole translated sentence
   * @done: the #SalonDone
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", SALON_TYPE_CLIENT_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
}

static void
salon_client_model_init (SalonClientModel *self)
{
}

/**
 * salon_client_model_new:
 *
 * Returns: (transfer full): a model of nobody yet
 */
SalonClientModel *
salon_client_model_new (SalonSession *session)
{
  SalonClientModel *self = g_object_new (SALON_TYPE_CLIENT_MODEL, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return self;
}

/**
 * salon_client_model_set_client:
 * @id: 0 = nobody
 *
 * What is under way for the client before is still saved.
 */
void
salon_client_model_set_client (SalonClientModel *self, gint64 id)
{
  if (self->id == id)
    return;
  self->id = id;
  self->missed = FALSE;
  clear_start (self);
  g_clear_pointer (&self->panel, salon_client_panel_free);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  salon_client_model_reload (self);
}

/**
 * salon_client_model_get_client:
 *
 * Returns: the id of the client; 0 = nobody
 */
gint64
salon_client_model_get_client (SalonClientModel *self)
{
  return self->id;
}

/**
 * salon_client_model_peek:
 *
 * Returns: (transfer none) (nullable): the last answer; %NULL before there is one
 */
const SalonClientPanel *
salon_client_model_peek (SalonClientModel *self)
{
  return self->panel;
}

/**
 * salon_client_model_get_session:
 *
 * Returns: (transfer none): the session
 */
SalonSession *
salon_client_model_get_session (SalonClientModel *self)
{
  return self->session;
}

/**
 * salon_client_model_get_directory:
 *
 * Returns: (transfer none): the master data of the session
 */
SalonDirectory *
salon_client_model_get_directory (SalonClientModel *self)
{
  return self->directory;
}

/**
 * salon_client_model_get_verbs:
 *
 * Returns: what the acting user may do with the client now
 */
SalonClientVerbs
salon_client_model_get_verbs (SalonClientModel *self)
{
  const SalonActor *actor = salon_session_actor (self->session);

  if (self->panel == NULL)
    return SALON_CLIENT_VERB_NONE;
  return salon_client_verbs_for (self->panel->client->archived_at != 0, salon_actor_permissions (actor));
}

/**
 * salon_client_model_get_today:
 *
 * Returns: the day by the clock of the session
 */
SalonDay
salon_client_model_get_today (SalonClientModel *self)
{
  return salon_clock_today (salon_session_clock (self->session));
}
