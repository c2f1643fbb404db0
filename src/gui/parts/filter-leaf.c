/* A list of the fields, and below it the editor of the picked one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/directory.h"
#include "gui/parts/filter-editor.h"
#include "gui/parts/filter-key.h"
#include "gui/parts/filter-leaf.h"
#include "gui/widgets/build.h"
#include "model/entities/entity.h"
#include "gui/widgets/picker.h"

#define FIRST_OWN_FIELD 100000 /* ids of own fields in the list of fields are moved by this */

struct _SalonFilterLeaf {
  GtkWidget parent_instance;

  SalonPicker *field;
  SalonFilterEditor *editor;

  SalonSession *session;
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterLeaf, salon_filter_leaf, GTK_TYPE_WIDGET)

/* ---- the list of fields */

static void
add_field (GListStore *items, gint64 id, const char *label, SalonFilterGroup group)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, label, _(salon_filter_group_label (group)), SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

static GListModel *
create_fields (SalonSession *session)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  GPtrArray *own = salon_directory_list (salon_directory_of (session), SALON_DIRECTORY_CUSTOM_FIELDS);
  guint n = 0;
  const SalonFilterField *fields = salon_filter_fields (&n);

  for (guint i = 0; i < n; i++)
    if (fields[i].kind != SALON_FILTER_CUSTOM)
      add_field (items, i + 1, _(fields[i].label), fields[i].group);
  for (guint i = 0; own != NULL && i < own->len; i++) {
    gint64 id = salon_entity_get_id (own->pdata[i]);
    g_autofree char *key = g_strdup_printf ("custom:%" G_GINT64_FORMAT, id);
    g_autofree char *label = salon_filter_key_label (session, key);

    add_field (items, FIRST_OWN_FIELD + id, label, SALON_FILTER_GROUP_CUSTOM);
  }
  return G_LIST_MODEL (items);
}

static char *
key_of_item (gint64 id)
{
  guint n = 0;
  const SalonFilterField *fields = salon_filter_fields (&n);

  if (id >= FIRST_OWN_FIELD)
    return g_strdup_printf ("custom:%" G_GINT64_FORMAT, id - FIRST_OWN_FIELD);
  return g_strdup (fields[id - 1].key);
}

static gint64
item_of_test (const SalonFilterTest *test)
{
  guint n = 0;
  const SalonFilterField *fields = salon_filter_fields (&n);

  return test->field->kind == SALON_FILTER_CUSTOM ? FIRST_OWN_FIELD + test->custom_id : (test->field - fields) + 1;
}

/* ---- the editor */

static void
on_editor_changed (SalonFilterEditor *editor, SalonFilterLeaf *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_editor (SalonFilterLeaf *self, const char *key)
{
  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  self->editor = SALON_FILTER_EDITOR (salon_filter_editor_new (self->session, key, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0)));
  g_signal_connect (self->editor, "changed", G_CALLBACK (on_editor_changed), self);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
}

static void
on_field_picked (SalonPicker *picker, GParamSpec *pspec, SalonFilterLeaf *self)
{
  gint64 id = salon_picker_get_selected (picker);
  g_autofree char *key = NULL;

  if (self->setting || id == SALON_PICK_NONE)
    return;
  key = key_of_item (id);
  show_editor (self, key);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- object */

static void
salon_filter_leaf_dispose (GObject *object)
{
  SalonFilterLeaf *self = SALON_FILTER_LEAF (object);

  self->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_filter_leaf_parent_class)->dispose (object);
}

static void
salon_filter_leaf_class_init (SalonFilterLeafClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_leaf_dispose;

  /**
   * SalonFilterLeaf::changed: the user asks for something else
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
}

static void
salon_filter_leaf_init (SalonFilterLeaf *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

/**
 * salon_filter_leaf_new:
 */
GtkWidget *
salon_filter_leaf_new (SalonSession *session)
{
  SalonFilterLeaf *self = g_object_new (SALON_TYPE_FILTER_LEAF, NULL);
  g_autoptr (GListModel) fields = create_fields (session);

  self->session = g_object_ref (session);
  self->field = SALON_PICKER (salon_picker_new (_("Field"), _("Choose a field")));
  salon_picker_set_items (self->field, fields);
  gtk_widget_set_hexpand (GTK_WIDGET (self->field), TRUE);
  g_signal_connect (self->field, "notify::selected", G_CALLBACK (on_field_picked), self);
  gtk_widget_set_parent (GTK_WIDGET (self->field), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_filter_leaf_set_filter:
 * @filter: a test, or the negation of one; SalonFilterLeaf::changed is not emitted
 */
void
salon_filter_leaf_set_filter (SalonFilterLeaf *self, const SalonFilter *filter)
{
  gboolean is_negated = salon_filter_node (filter) == SALON_FILTER_NOT;
  g_autofree char *key = salon_filter_key_of_test (filter);

  self->setting = TRUE;
  salon_picker_set_selected (self->field, item_of_test (salon_filter_test (is_negated ? salon_filter_child (filter, 0) : filter)));
  self->setting = FALSE;
  show_editor (self, key);
  salon_filter_editor_set_filter (self->editor, filter);
}

/**
 * salon_filter_leaf_get_filter:
 *
 * Returns: (transfer full) (nullable): %NULL while nothing is asked for
 */
SalonFilter *
salon_filter_leaf_get_filter (SalonFilterLeaf *self)
{
  return self->editor != NULL ? salon_filter_editor_get_filter (self->editor) : NULL;
}
