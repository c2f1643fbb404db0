/* Saves are one after the other, each of the newest state: however fast one works, the file is never behind by more than the
 * save that is under way and the moment before it. */
#include "config.h"
#include "gui/pages/settings/design-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/services/catalogue.h"

#define MOMENT_MS 500
#define MOST_JSON 1000000 /* as the table allows */

struct _SalonDesignModel {
  GObject parent_instance;

  SalonSession *session;
  SalonStoredDesign *stored;
  SalonCardEditing *editing;
  SalonCardSample *sample;
  SalonCardDesign *saved;  /* as the file has it, or will have it when the save is through */
  GPtrArray *problems;     /* SalonCardProblem; NULL = to be looked for */
  SalonDesignState state;
  char *refusal;
  guint timer;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonDesignModel, salon_design_model, G_TYPE_OBJECT)

/**
 * salon_design_to_store:
 *
 * Returns: (transfer full) (nullable): a new stored design, or %NULL when it is larger than what can be kept
 */
SalonStoredDesign *
salon_design_to_store (SalonCardDesign *design, GError **error)
{
  g_autoptr (SalonStoredDesign) stored = salon_stored_design_new ();
  const char *name = salon_card_design_name (design);

  stored->name = g_strdup (*name != '\0' ? name : _("Design of cards"));
  stored->json = salon_card_design_print (design);
  if (strlen (stored->json) <= MOST_JSON)
    return g_steal_pointer (&stored);
  salon_set_field_error (error, "json", _("The pictures of this design are too large to be kept. Take smaller ones, or fewer."));
  return NULL;
}

/* ---- saving */

static void save (SalonDesignModel *self);

static void
set_state (SalonDesignModel *self, SalonDesignState state, const char *refusal)
{
  char *text = g_strdup (refusal);

  g_free (self->refusal);
  self->refusal = text;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

typedef struct {
  SalonDesignModel *model; /* strong */
  SalonStoredDesign *sent;
} Sent;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Sent *sent = data;
  g_autoptr (SalonDesignModel) self = sent->model;
  g_autoptr (SalonStoredDesign) stored = sent->sent;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    g_clear_pointer (&self->saved, salon_card_design_unref);
    set_state (self, SALON_DESIGN_REFUSED, error->message);
    return;
  }
  g_set_object (&self->stored, stored);
  if (self->saved != salon_card_editing_design (self->editing))
    save (self);
  else
    set_state (self, SALON_DESIGN_SAVED, NULL);
}

static void
save (SalonDesignModel *self)
{
  SalonCardDesign *design = salon_card_editing_design (self->editing);
  g_autoptr (SalonStoredDesign) made = NULL;
  g_autoptr (SalonStoredDesign) curr = NULL;
  g_autoptr (GError) error = NULL;
  Sent *sent = NULL;

  made = salon_design_to_store (design, &error);
  if (made == NULL) {
    set_state (self, SALON_DESIGN_REFUSED, error->message);
    return;
  }
  curr = salon_stored_design_copy (self->stored);
  g_free (curr->name);
  g_free (curr->json);
  curr->name = g_steal_pointer (&made->name);
  curr->json = g_steal_pointer (&made->json);
  salon_card_design_ref (design);
  g_clear_pointer (&self->saved, salon_card_design_unref);
  self->saved = design;
  sent = g_new (Sent, 1);
  *sent = (Sent){ g_object_ref (self), g_object_ref (curr) };
  set_state (self, SALON_DESIGN_SAVING, NULL);
  salon_session_submit (self->session, &salon_command_catalogue_save, salon_entity_draft_new (self->stored, curr), NULL, NULL,
                        on_saved, sent);
}

static gboolean
on_moment (gpointer data)
{
  SalonDesignModel *self = data;

  self->timer = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/**
 * salon_design_model_touch:
 *
 * Something was edited, selected or dragged: everybody looks anew, and what is new is saved in a moment.
 */
void
salon_design_model_touch (SalonDesignModel *self)
{
  SalonCardDesign *design = salon_card_editing_design (self->editing);

  g_return_if_fail (SALON_IS_DESIGN_MODEL (self));

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  salon_card_sample_want_pictures (self->sample, design);
  if (design != self->saved && self->state != SALON_DESIGN_SAVING) {
    self->state = SALON_DESIGN_WAITS;
    g_clear_handle_id (&self->timer, g_source_remove);
    self->timer = g_timeout_add (MOMENT_MS, on_moment, self);
  }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * salon_design_model_flush: what waits to be saved is saved now
 */
void
salon_design_model_flush (SalonDesignModel *self)
{
  g_return_if_fail (SALON_IS_DESIGN_MODEL (self));

  if (self->timer == 0 && self->state != SALON_DESIGN_REFUSED)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  save (self);
}

/* ---- object */

static void
on_sample (SalonCardSample *sample, SalonDesignModel *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
salon_design_model_dispose (GObject *object)
{
  SalonDesignModel *self = SALON_DESIGN_MODEL (object);

  if (self->timer != 0 && self->session != NULL)
    salon_design_model_flush (self); /* keeps it until that is through */
  g_clear_handle_id (&self->timer, g_source_remove);
  G_OBJECT_CLASS (salon_design_model_parent_class)->dispose (object);
}

static void
salon_design_model_finalize (GObject *object)
{
  SalonDesignModel *self = SALON_DESIGN_MODEL (object);

  g_clear_object (&self->session);
  g_clear_object (&self->stored);
  g_clear_object (&self->sample);
  g_clear_pointer (&self->editing, salon_card_editing_free);
  g_clear_pointer (&self->saved, salon_card_design_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self->refusal);
  G_OBJECT_CLASS (salon_design_model_parent_class)->finalize (object);
}

static void
salon_design_model_class_init (SalonDesignModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_design_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_design_model_finalize;

  /**
   * SalonDesignModel::changed:
   *
   * The design, what is selected, the sample or the state of saving is another one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_DESIGN_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
salon_design_model_init (SalonDesignModel *self)
{
}

/**
 * salon_design_model_new:
 * @stored: (transfer none): as the file has it
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence when what is stored cannot be read
 */
SalonDesignModel *
salon_design_model_new (SalonSession *session, SalonStoredDesign *stored, GError **error)
{
  SalonCardDesign *design = salon_card_design_parse (stored->json, -1, error);
  g_autoptr (SalonCardDesign) named = NULL;
  SalonDesignModel *self = NULL;

  if (design == NULL)
    return NULL;
  named = salon_card_design_rename (design, stored->name);
  salon_card_design_unref (design);
  self = g_object_new (SALON_TYPE_DESIGN_MODEL, NULL);
  self->session = g_object_ref (session);
  self->stored = g_object_ref (stored);
  self->editing = salon_card_editing_new (named);
  self->saved = salon_card_design_ref (named);
  self->sample = salon_card_sample_new (session);
  salon_card_sample_want_pictures (self->sample, named);
  g_signal_connect_object (self->sample, "changed", G_CALLBACK (on_sample), self, 0);
  return self;
}

/**
 * salon_design_model_follow:
 * @place: (inout): where @widget keeps the model that it shows
 * @model: (transfer none) (nullable): that it is to show from now on
 * @changed: shows it: now, and whenever it is another one
 *
 * What every widget of the designer does when it is given a model.
 */
void
salon_design_model_follow (SalonDesignModel **place, SalonDesignModel *model, SalonDesignFollower changed, gpointer widget)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, widget);
  g_set_object (place, model);
  if (model == NULL)
    return;
  g_signal_connect (model, "changed", G_CALLBACK (changed), widget);
  changed (model, widget);
}

/**
 * salon_design_model_editing:
 *
 * Returns: (transfer none): to edit; say salon_design_model_touch() then
 */
SalonCardEditing *
salon_design_model_editing (SalonDesignModel *self)
{
  return self->editing;
}

/**
 * salon_design_model_sample:
 *
 * Returns: (transfer none): with whom it is looked at
 */
SalonCardSample *
salon_design_model_sample (SalonDesignModel *self)
{
  return self->sample;
}

/**
 * salon_design_model_stored:
 *
 * Returns: (transfer none): as it was saved last
 */
SalonStoredDesign *
salon_design_model_stored (SalonDesignModel *self)
{
  return self->stored;
}

/**
 * salon_design_model_is_of:
 * @stored: as the file has it now
 *
 * Returns: whether this is what was saved here, so that its history still holds
 */
gboolean
salon_design_model_is_of (SalonDesignModel *self, SalonStoredDesign *stored)
{
  return self->state != SALON_DESIGN_SAVED || (g_strcmp0 (self->stored->json, stored->json) == 0 && g_strcmp0 (self->stored->name, stored->name) == 0);
}

/**
 * salon_design_model_problems:
 *
 * Returns: (transfer none) (element-type SalonCardProblem): what does not come out as meant, with the sample
 */
GPtrArray *
salon_design_model_problems (SalonDesignModel *self)
{
  if (self->problems == NULL && !salon_card_sample_is_ready (self->sample))
    self->problems = g_ptr_array_new (); /* until "changed" of the sample */
  if (self->problems == NULL)
    self->problems = salon_card_problems (salon_card_editing_shown (self->editing), salon_card_sample_subject (self->sample));
  return self->problems;
}

/**
 * salon_design_model_state:
 */
SalonDesignState
salon_design_model_state (SalonDesignModel *self)
{
  return self->state;
}

/**
 * salon_design_model_refusal:
 *
 * Returns: (transfer none) (nullable): why it could not be saved
 */
const char *
salon_design_model_refusal (SalonDesignModel *self)
{
  return self->refusal;
}
