/* Tags and categories of a client.  In the line and in the picker a category has the opposite of its id, so that one
 * list can hold both. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-tags.h"
#include "base/ids.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/color-row.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/tag-list.h"
#include "model/entities/category.h"
#include "model/entities/tag.h"
#include "model/services/catalogue.h"

enum { CREATE_TAG, CREATE_CATEGORY };

struct _SalonClientTags {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonTagList *list;
  SalonPicker *picker;
};

G_DEFINE_FINAL_TYPE (SalonClientTags, salon_client_tags, GTK_TYPE_WIDGET)

/* ---- rendering */

static void
add_item (GListStore *items, gint64 id, const char *text, guint32 rgb)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, NULL, rgb);

  g_list_store_append (items, item);
}

/* What she has not yet. */
static void
fill_picker (SalonClientTags *self)
{
  SalonDirectory *directory = salon_client_model_get_directory (self->model);
  GPtrArray *tags = salon_directory_list (directory, SALON_DIRECTORY_TAGS);
  GPtrArray *categories = salon_directory_list (directory, SALON_DIRECTORY_CATEGORIES);
  g_autoptr (GArray) own_tags = salon_client_model_dup_tags (self->model);
  g_autoptr (GArray) own_categories = salon_client_model_dup_categories (self->model);
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; categories != NULL && i < categories->len; i++) {
    const SalonCategory *category = categories->pdata[i];

    if (!salon_ids_contain (own_categories, salon_entity_get_id (category)))
      add_item (items, -salon_entity_get_id (category), category->name, (guint32) category->color);
  }
  for (guint i = 0; tags != NULL && i < tags->len; i++) {
    const SalonTag *tag = tags->pdata[i];
    g_autofree char *text = g_strconcat ("#", tag->name, NULL);

    if (!salon_ids_contain (own_tags, salon_entity_get_id (tag)))
      add_item (items, salon_entity_get_id (tag), text, SALON_PICK_NO_COLOR);
  }
  salon_picker_set_items (self->picker, G_LIST_MODEL (items));
}

static void
on_loaded (SalonClientModel *model, SalonClientTags *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);
  gboolean may_edit = (salon_client_model_get_verbs (model) & SALON_CLIENT_VERB_EDIT) != 0;

  if (panel == NULL)
    return;
  salon_tag_list_clear (self->list);
  for (guint i = 0; i < panel->categories->len; i++) {
    const SalonNamed *category = panel->categories->pdata[i];

    salon_tag_list_append (self->list, -category->id, category->name, (guint32) category->color, may_edit);
  }
  for (guint i = 0; i < panel->tags->len; i++) {
    const SalonNamed *tag = panel->tags->pdata[i];

    salon_tag_list_append (self->list, tag->id, tag->name, SALON_TAG_NO_COLOR, may_edit);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->picker), may_edit);
  gtk_widget_set_visible (GTK_WIDGET (self), may_edit || panel->tags->len + panel->categories->len > 0);
  fill_picker (self);
}

/* ---- saving */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientTags) self = data;
  g_autoptr (GError) error = NULL;

  if (!salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error) && self->model != NULL)
    salon_note_error (GTK_WIDGET (self), error);
}

static void
remove_id (GArray *ids, gint64 id)
{
  for (guint i = ids->len; i > 0; i--)
    if (g_array_index (ids, gint64, i - 1) == id)
      g_array_remove_index (ids, i - 1);
}

/* Gives or takes one; takes the note over. */
static void
save (SalonClientTags *self, gint64 key, gboolean on, char *taken_note)
{
  g_autofree char *note = taken_note;
  SalonClientDraft *draft = salon_client_model_draft (self->model);
  gint64 id = ABS (key);
  GArray *ids = NULL;

  if (draft == NULL)
    return;
  if (key > 0)
    ids = draft->tag_ids = salon_client_model_dup_tags (self->model);
  else
    ids = draft->category_ids = salon_client_model_dup_categories (self->model);
  remove_id (ids, id);
  if (on)
    g_array_append_val (ids, id);
  salon_client_model_save (self->model, draft, note, on_saved, g_object_ref (self));
}

static const char *
name_of (SalonClientTags *self, gint64 key)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  GPtrArray *named = key > 0 ? panel->tags : panel->categories;

  for (guint i = 0; i < named->len; i++)
    if (((SalonNamed *) named->pdata[i])->id == ABS (key))
      return ((SalonNamed *) named->pdata[i])->name;
  return "";
}

static void
on_removed (SalonTagList *list, gint64 key, SalonClientTags *self)
{
  /* Translators: a note; %s is a tag or a category of a client */
  save (self, key, FALSE, g_strdup_printf (_("“%s” taken off."), name_of (self, key)));
}

static void
on_picked (SalonPicker *picker, GParamSpec *spec, SalonClientTags *self)
{
  gint64 key = salon_picker_get_selected (picker);
  g_autofree char *name = NULL;

  if (key == SALON_PICK_NONE)
    return;
  name = g_strdup (salon_picker_get_text (picker));
  salon_picker_set_selected (picker, SALON_PICK_NONE);
  /* Translators: a note; %s is a tag or a category that a client was given */
  save (self, key, TRUE, g_strdup_printf (_("“%s” added."), name));
}

typedef struct {
  SalonClientTags *tags;
  gint64 client;
  gint64 sign;
  char *name;
} Making;

static void
making_free (Making *making)
{
  g_object_unref (making->tags);
  g_free (making->name);
  g_free (making);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Making, making_free)

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Making) making = data;
  SalonClientTags *self = making->tags;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->model == NULL)
    return;
  if (!ok)
    salon_note_error (GTK_WIDGET (self), error);
  else if (salon_client_model_get_client (self->model) == making->client)
    save (self, done.id * making->sign, TRUE, g_strdup_printf (_("“%s” added."), making->name));
}

static SalonEntity *
make_entity (SalonClientTags *self, guint which, const char *text)
{
  SalonDirectory *directory = salon_client_model_get_directory (self->model);
  GPtrArray *categories = salon_directory_list (directory, SALON_DIRECTORY_CATEGORIES);

  if (which == CREATE_CATEGORY) {
    SalonCategory *category = salon_category_new ();

    category->name = g_strdup (text);
    category->color = salon_color_suggest (categories != NULL ? categories->len : 0);
    return SALON_ENTITY (category);
  } else {
    SalonTag *tag = salon_tag_new ();

    tag->name = g_strdup (*text == '#' ? text + 1 : text);
    return SALON_ENTITY (tag);
  }
}

static void
on_create (SalonPicker *picker, guint which, const char *text, SalonClientTags *self)
{
  g_autoptr (SalonEntity) entity = make_entity (self, which, text);
  Making *making = g_new0 (Making, 1);

  making->tags = g_object_ref (self);
  making->client = salon_client_model_get_client (self->model);
  making->sign = which == CREATE_CATEGORY ? -1 : 1;
  making->name = g_strdup (text);
  salon_session_submit (salon_client_model_get_session (self->model), &salon_command_catalogue_save,
                        salon_entity_draft_new (NULL, entity), NULL, NULL, on_made, making);
}

static void
on_directory (SalonDirectory *directory, SalonClientTags *self)
{
  if (salon_client_model_peek (self->model) != NULL)
    fill_picker (self);
}

/* ---- overrides */

static void
salon_client_tags_dispose (GObject *object)
{
  SalonClientTags *self = SALON_CLIENT_TAGS (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_tags_parent_class)->dispose (object);
}

static void
salon_client_tags_class_init (SalonClientTagsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_tags_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_client_tags_init (SalonClientTags *self)
{
  const char *const creators[] = { _("New tag #%s"), _("New category “%s”"), NULL };

  self->list = SALON_TAG_LIST (salon_tag_list_new ());
  self->picker = SALON_PICKER (salon_picker_new (_("Add a tag or a category"), _("+ tag")));
  gtk_widget_add_css_class (GTK_WIDGET (self->picker), "adder");
  salon_picker_set_quiet (self->picker);
  salon_picker_set_creators (self->picker, creators);
  salon_tag_list_set_adder (self->list, GTK_WIDGET (self->picker));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  salon_set_accessible_label (self, _("Tags and categories"));
  g_signal_connect (self->list, "removed", G_CALLBACK (on_removed), self);
  g_signal_connect (self->picker, "notify::selected", G_CALLBACK (on_picked), self);
  g_signal_connect (self->picker, "create", G_CALLBACK (on_create), self);
}

/**
 * salon_client_tags_new:
 *
 * Returns: (transfer floating): the tags and categories of the client of @model
 */
GtkWidget *
salon_client_tags_new (SalonClientModel *model)
{
  SalonClientTags *self = g_object_new (SALON_TYPE_CLIENT_TAGS, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  g_signal_connect_object (salon_client_model_get_directory (model), "changed", G_CALLBACK (on_directory), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}
