/* Values of a few possible ones: gender, language, importance, source, own fields with choices.  Each kind of line is a table of
 * functions between the client and the ids of a picker. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/catalogue-items.h"
#include "gui/parts/client-choice-line.h"
#include "gui/parts/custom-values.h"
#include "gui/parts/notes.h"
#include "gui/widgets/picker.h"
#include "model/entities/filter.h"
#include "model/entities/source.h"
#include "model/rules/labels.h"
#include "model/services/catalogue.h"

/**
 * Access:
 * @items: (transfer full): what can be picked
 * @get: the id of what is picked, %SALON_PICK_NONE if nothing
 * @put: writes a pick into the draft
 */
typedef struct {
  GListModel *(*items) (SalonClientChoiceLine *self);
  gint64 (*get) (SalonClientChoiceLine *self, const SalonClientPanel *panel);
  void (*put) (SalonClientChoiceLine *self, SalonClientDraft *draft, gint64 id);
} Access;

struct _SalonClientChoiceLine {
  SalonClientLine parent_instance;

  SalonPicker *picker;
  const Access *access;
  SalonCustomField *field; /* NULL unless it is an own field */
  gboolean filling;        /* the picker follows the client, not the other way round */
};

G_DEFINE_FINAL_TYPE (SalonClientChoiceLine, salon_client_choice_line, SALON_TYPE_CLIENT_LINE)

static SalonClientModel *
model_of (SalonClientChoiceLine *self)
{
  return salon_client_line_get_model (SALON_CLIENT_LINE (self));
}

/* ---- saving */

static void
show_picked (SalonClientChoiceLine *self, const SalonClientPanel *panel)
{
  self->filling = TRUE;
  salon_picker_set_selected (self->picker, self->access->get (self, panel));
  self->filling = FALSE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientChoiceLine) self = data;
  SalonClientModel *model = SALON_CLIENT_MODEL (source);
  g_autoptr (GError) error = NULL;

  if (salon_client_model_save_finish (model, result, &error) || self->picker == NULL)
    return;
  salon_note_error (GTK_WIDGET (self), error);
  if (salon_client_model_peek (model) != NULL)
    show_picked (self, salon_client_model_peek (model));
}

static void
save (SalonClientChoiceLine *self, gint64 id)
{
  SalonClientDraft *draft = salon_client_model_draft (model_of (self));
  g_autofree char *note = salon_client_line_saved_note (SALON_CLIENT_LINE (self));

  if (draft == NULL)
    return;
  self->access->put (self, draft, id);
  salon_client_model_save (model_of (self), draft, note, on_saved, g_object_ref (self));
}

static void
on_picked (SalonPicker *picker, GParamSpec *spec, SalonClientChoiceLine *self)
{
  if (!self->filling)
    save (self, salon_picker_get_selected (picker));
}

/* ---- overrides */

static gboolean
salon_client_choice_line_render (SalonClientLine *line, const SalonClientPanel *panel)
{
  SalonClientChoiceLine *self = SALON_CLIENT_CHOICE_LINE (line);
  g_autoptr (GListModel) items = self->access->items (self);

  self->filling = TRUE;
  salon_picker_set_items (self->picker, items);
  self->filling = FALSE;
  show_picked (self, panel);
  return salon_picker_get_selected (self->picker) != SALON_PICK_NONE;
}

static void
salon_client_choice_line_start (SalonClientLine *line)
{
  salon_picker_popup (SALON_CLIENT_CHOICE_LINE (line)->picker);
}

static void
salon_client_choice_line_dispose (GObject *object)
{
  SalonClientChoiceLine *self = SALON_CLIENT_CHOICE_LINE (object);

  G_OBJECT_CLASS (salon_client_choice_line_parent_class)->dispose (object);
  self->picker = NULL;
  g_clear_object (&self->field);
}

static void
salon_client_choice_line_class_init (SalonClientChoiceLineClass *klass)
{
  SalonClientLineClass *line_class = SALON_CLIENT_LINE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_choice_line_dispose;
  line_class->render = salon_client_choice_line_render;
  line_class->start = salon_client_choice_line_start;
}

static void
salon_client_choice_line_init (SalonClientChoiceLine *self)
{
}

static SalonClientChoiceLine *
line_new (SalonClientModel *model, const Access *access, SalonCustomField *field, const char *label)
{
  SalonClientChoiceLine *self = g_object_new (SALON_TYPE_CLIENT_CHOICE_LINE, NULL);

  self->access = access;
  self->field = field != NULL ? g_object_ref (field) : NULL;
  self->picker = SALON_PICKER (salon_picker_new (label, _("choose …")));
  salon_picker_set_quiet (self->picker);
  g_signal_connect (self->picker, "notify::selected", G_CALLBACK (on_picked), self);
  salon_client_line_set_up (SALON_CLIENT_LINE (self), model, label, SALON_CLIENT_VERB_EDIT, GTK_WIDGET (self->picker));
  return self;
}

static void
add_item (GListStore *items, gint64 id, const char *text)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

static GListStore *
items_new (void)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  add_item (items, SALON_PICK_NONE, _("not said"));
  return items;
}

/* ---- gender */

static GListModel *
gender_items (SalonClientChoiceLine *self)
{
  GListStore *items = items_new ();

  add_item (items, SALON_GENDER_FEMALE, C_ ("gender", "Woman"));
  add_item (items, SALON_GENDER_MALE, C_ ("gender", "Man"));
  add_item (items, SALON_GENDER_OTHER, C_ ("gender", "Other"));
  return G_LIST_MODEL (items);
}

static gint64
gender_get (SalonClientChoiceLine *self, const SalonClientPanel *panel)
{
  return panel->client->gender;
}

static void
gender_put (SalonClientChoiceLine *self, SalonClientDraft *draft, gint64 id)
{
  draft->curr->gender = id;
}

static const Access gender_access = { gender_items, gender_get, gender_put };

/**
 * salon_client_gender_line_new:
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_client_gender_line_new (SalonClientModel *model)
{
  return GTK_WIDGET (line_new (model, &gender_access, NULL, _("Gender")));
}

/* ---- language: those that the program speaks, so that messages can be written in them */

static GListModel *
language_items (SalonClientChoiceLine *self)
{
  GListStore *items = items_new ();

  for (guint i = 0; salon_languages ()[i] != NULL; i++)
    add_item (items, i + 1, salon_language_label (salon_languages ()[i]));
  return G_LIST_MODEL (items);
}

static gint64
language_get (SalonClientChoiceLine *self, const SalonClientPanel *panel)
{
  for (guint i = 0; salon_languages ()[i] != NULL; i++)
    if (g_strcmp0 (panel->client->language, salon_languages ()[i]) == 0)
      return i + 1;
  return SALON_PICK_NONE;
}

static void
language_put (SalonClientChoiceLine *self, SalonClientDraft *draft, gint64 id)
{
  g_free (draft->curr->language);
  draft->curr->language = id != SALON_PICK_NONE ? g_strdup (salon_languages ()[id - 1]) : NULL;
}

static const Access language_access = { language_items, language_get, language_put };

/**
 * salon_client_language_line_new:
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_client_language_line_new (SalonClientModel *model)
{
  return GTK_WIDGET (line_new (model, &language_access, NULL, _("Language")));
}

/* ---- importance: by revenue, or pinned */

static GListModel *
importance_items (SalonClientChoiceLine *self)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  add_item (items, SALON_PICK_NONE, C_ ("importance", "by revenue"));
  for (gint64 class = SALON_IMPORTANCE_A; class <= SALON_IMPORTANCE_C; class++)
    add_item (items, class, salon_importance_label (class));
  return G_LIST_MODEL (items);
}

static gint64
importance_get (SalonClientChoiceLine *self, const SalonClientPanel *panel)
{
  return panel->client->importance_pin != 0 ? panel->client->importance_pin : SALON_PICK_NONE;
}

static void
importance_put (SalonClientChoiceLine *self, SalonClientDraft *draft, gint64 id)
{
  draft->curr->importance_pin = id != SALON_PICK_NONE ? id : SALON_IMPORTANCE_NONE;
}

static const Access importance_access = { importance_items, importance_get, importance_put };

/**
 * salon_client_importance_line_new:
 *
 * Returns: (transfer floating): the line of the class that somebody has given by hand
 */
GtkWidget *
salon_client_importance_line_new (SalonClientModel *model)
{
  return GTK_WIDGET (line_new (model, &importance_access, NULL, _("Importance")));
}

/* ---- source */

static GListModel *
source_items (SalonClientChoiceLine *self)
{
  SalonDirectory *directory = salon_client_model_get_directory (model_of (self));
  GPtrArray *sources = salon_directory_list (directory, SALON_DIRECTORY_SOURCES);
  GListStore *items = items_new ();
  const SalonClientPanel *panel = salon_client_model_peek (model_of (self));
  gboolean listed = panel == NULL || panel->client->source_id == 0;

  for (guint i = 0; sources != NULL && i < sources->len; i++) {
    gint64 id = salon_entity_get_id (sources->pdata[i]);

    add_item (items, id, ((SalonSource *) sources->pdata[i])->name);
    listed = listed || id == panel->client->source_id;
  }
  if (!listed && panel->source != NULL) /* one that is not offered any more */
    add_item (items, panel->client->source_id, panel->source);
  return G_LIST_MODEL (items);
}

static gint64
source_get (SalonClientChoiceLine *self, const SalonClientPanel *panel)
{
  return panel->client->source_id;
}

static void
source_put (SalonClientChoiceLine *self, SalonClientDraft *draft, gint64 id)
{
  draft->curr->source_id = id;
}

static const Access source_access = { source_items, source_get, source_put };

static void
on_source_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientChoiceLine) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    if (self->picker != NULL)
      salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  if (self->picker != NULL)
    save (self, done.id);
}

static void
on_create_source (SalonPicker *picker, guint which, const char *text, SalonClientChoiceLine *self)
{
  g_autoptr (SalonSource) source = salon_source_new ();

  source->name = g_strdup (text);
  salon_session_submit (salon_client_model_get_session (model_of (self)), &salon_command_catalogue_save,
                        salon_entity_draft_new (NULL, source), NULL, NULL, on_source_made, g_object_ref (self));
}

/**
 * salon_client_source_line_new:
 *
 * Returns: (transfer floating): the line; a source that is missing can be made in its list
 */
GtkWidget *
salon_client_source_line_new (SalonClientModel *model)
{
  const char *const creators[] = { _("New source “%s”"), NULL };
  SalonClientChoiceLine *self = line_new (model, &source_access, NULL, _("Source"));

  salon_picker_set_creators (self->picker, creators);
  g_signal_connect (self->picker, "create", G_CALLBACK (on_create_source), self);
  return GTK_WIDGET (self);
}

/* ---- own fields: yes or no, and choices */

static GListModel *
custom_items (SalonClientChoiceLine *self)
{
  g_auto (GStrv) options = salon_custom_options (self->field);
  GListStore *items = items_new ();

  for (guint i = 0; options[i] != NULL; i++)
    add_item (items, i + 1, options[i]);
  return G_LIST_MODEL (items);
}

static gint64
custom_get (SalonClientChoiceLine *self, const SalonClientPanel *panel)
{
  return salon_custom_option_of (self->field, salon_custom_value_in (panel->custom_values, self->field));
}

static void
custom_put (SalonClientChoiceLine *self, SalonClientDraft *draft, gint64 id)
{
  g_autofree char *value = salon_custom_value_of_option (self->field, id);

  salon_custom_put (draft, self->field, value);
}

static const Access custom_access = { custom_items, custom_get, custom_put };

/**
 * salon_client_custom_choice_line_new:
 * @field: an own field that is answered by yes or by one of its choices
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_client_custom_choice_line_new (SalonClientModel *model, SalonCustomField *field)
{
  return GTK_WIDGET (line_new (model, &custom_access, field, field->name));
}
