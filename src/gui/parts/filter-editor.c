/* A title, a list of ways to compare ("one of", "none of", "at any time", "never"), and the values below, as the kind of
 * the field demands. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/filter-editor.h"
#include "gui/parts/filter-key.h"
#include "gui/parts/filter-value.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"

/* How a field is compared. */
enum {
  MODE_ANY = SALON_PICK_NONE, /* only of flags: not asked */
  MODE_IN,
  MODE_OUT,
  MODE_SET,
  MODE_UNSET,
  MODE_DAYS, /* only of birthdays */
};

struct _SalonFilterEditor {
  GtkWidget parent_instance;

  GtkBox *head;
  SalonPicker *mode;
  GtkWidget *clear;
  SalonFilterValue *value; /* NULL for a flag */
  SalonFilterPeriodEdit *within;

  SalonSession *session;
  char *key;
  const SalonFilterField *field;
  SalonFilter *kept; /* what was set, until the user changes it: it may be more than the controls can say */
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterEditor, salon_filter_editor, GTK_TYPE_WIDGET)

/* ---- ways to compare */

typedef struct {
  const char *in;
  const char *out;
  const char *set;
  const char *unset;
} ModeNames;

static const ModeNames mode_names[] = {
  [SALON_FILTER_SHAPE_FLAG] = { NULL, NULL, NC_ ("filter", "yes"), NC_ ("filter", "no") },
  [SALON_FILTER_SHAPE_CHIPS] = { NC_ ("filter", "one of"), NC_ ("filter", "none of"), NC_ ("filter", "filled in"), NC_ ("filter", "empty") },
  [SALON_FILTER_SHAPE_THINGS] = { NC_ ("filter", "one of"), NC_ ("filter", "none of"), NC_ ("filter", "any"), NC_ ("filter", "none at all") },
  [SALON_FILTER_SHAPE_RANGE] = { NC_ ("filter", "between"), NC_ ("filter", "not between"), NC_ ("filter", "filled in"), NC_ ("filter", "empty") },
  [SALON_FILTER_SHAPE_PERIOD] = { NC_ ("filter", "in the period"), NC_ ("filter", "not in the period"), NC_ ("filter", "at some time"), NC_ ("filter", "never") },
  [SALON_FILTER_SHAPE_BIRTHDAY] = { NC_ ("filter", "in the period"), NC_ ("filter", "not in the period"), NC_ ("filter", "known"), NC_ ("filter", "not known") },
  [SALON_FILTER_SHAPE_TEXT] = { NC_ ("filter", "contains"), NC_ ("filter", "does not contain"), NC_ ("filter", "filled in"), NC_ ("filter", "empty") },
};

static void
add_mode (GListStore *items, gint64 id, const char *name)
{
  g_autoptr (SalonPickerItem) item = NULL;

  if (name == NULL)
    return;
  item = salon_picker_item_new (id, g_dpgettext2 (GETTEXT_PACKAGE, "filter", name), NULL, SALON_PICK_NO_COLOR);
  g_list_store_append (items, item);
}

static GListModel *
create_modes (SalonFilterShape shape, gboolean may_be_set)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  const ModeNames *names = &mode_names[shape];

  if (shape == SALON_FILTER_SHAPE_FLAG)
    add_mode (items, MODE_ANY, NC_ ("filter", "any"));
  add_mode (items, MODE_IN, names->in);
  add_mode (items, MODE_OUT, names->out);
  if (shape == SALON_FILTER_SHAPE_BIRTHDAY)
    add_mode (items, MODE_DAYS, NC_ ("filter", "on days of the year"));
  if (may_be_set) {
    add_mode (items, MODE_SET, names->set);
    add_mode (items, MODE_UNSET, names->unset);
  }
  return G_LIST_MODEL (items);
}

static gint64
usual_mode (SalonFilterEditor *self)
{
  return self->value != NULL ? MODE_IN : MODE_ANY;
}

/* ---- what is shown */

static gboolean
is_active (SalonFilterEditor *self)
{
  g_autoptr (SalonFilter) filter = salon_filter_editor_get_filter (self);

  return filter != NULL || salon_picker_get_selected (self->mode) != usual_mode (self);
}

static void
update (SalonFilterEditor *self)
{
  gint64 mode = salon_picker_get_selected (self->mode);
  gboolean active = is_active (self);

  if (self->value != NULL) {
    salon_filter_value_show_days (self->value, mode == MODE_DAYS);
    gtk_widget_set_visible (GTK_WIDGET (self->value), mode != MODE_SET && mode != MODE_UNSET);
  }
  if (self->within != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->within), active);
  gtk_widget_set_visible (self->clear, active);
  salon_set_css_class (GTK_WIDGET (self), "active", active);
}

static void
on_changed (GtkWidget *control, SalonFilterEditor *self)
{
  if (self->setting)
    return;
  g_clear_pointer (&self->kept, salon_filter_unref);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_mode (SalonPicker *mode, GParamSpec *pspec, SalonFilterEditor *self)
{
  on_changed (GTK_WIDGET (mode), self);
}

static void
on_clear (GtkButton *button, SalonFilterEditor *self)
{
  salon_filter_editor_set_filter (self, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- building */

static void
salon_filter_editor_dispose (GObject *object)
{
  SalonFilterEditor *self = SALON_FILTER_EDITOR (object);

  self->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_filter_editor_parent_class)->dispose (object);
}

static void
salon_filter_editor_finalize (GObject *object)
{
  g_clear_pointer (&SALON_FILTER_EDITOR (object)->kept, salon_filter_unref);
  g_free (SALON_FILTER_EDITOR (object)->key);
  G_OBJECT_CLASS (salon_filter_editor_parent_class)->finalize (object);
}

static void
salon_filter_editor_class_init (SalonFilterEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_filter_editor_finalize;

  /**
   * SalonFilterEditor::changed: the user asks for something else
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "filtereditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_filter_editor_init (SalonFilterEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

static void
build_head (SalonFilterEditor *self, GtkWidget *title, const char *label, SalonFilterShape shape, gboolean may_be_set)
{
  g_autoptr (GListModel) modes = create_modes (shape, may_be_set);
  /* Translators: %s is what can be filtered by, as "Last visit" */
  g_autofree char *clear = g_strdup_printf (_("Do not ask for “%s”"), label);

  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "head");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (self->head, title);
  self->mode = SALON_PICKER (salon_picker_new (label, ""));
  salon_picker_set_quiet (self->mode);
  salon_picker_set_items (self->mode, modes);
  salon_picker_set_selected (self->mode, usual_mode (self));
  gtk_widget_set_valign (GTK_WIDGET (self->mode), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->mode), FALSE);
  g_signal_connect (self->mode, "notify::selected", G_CALLBACK (on_mode), self);
  gtk_box_append (self->head, GTK_WIDGET (self->mode));
  self->clear = salon_icon_button_new ("salon-close-symbolic", clear);
  g_signal_connect (self->clear, "clicked", G_CALLBACK (on_clear), self);
  gtk_box_append (self->head, self->clear);
  gtk_widget_set_parent (GTK_WIDGET (self->head), GTK_WIDGET (self));
}

/**
 * salon_filter_editor_new:
 * @key: of the field; "custom:12" for an own field
 * @title: (nullable) (transfer floating): what stands where the title is; %NULL for the name of the field
 */
GtkWidget *
salon_filter_editor_new (SalonSession *session, const char *key, GtkWidget *title)
{
  SalonFilterEditor *self = g_object_new (SALON_TYPE_FILTER_EDITOR, NULL);
  g_autofree char *label = salon_filter_key_label (session, key);
  SalonFilterShape shape = salon_filter_shape_of (session, key);
  gboolean may_be_set = FALSE;

  self->session = g_object_ref (session);
  self->key = g_strdup (key);
  self->field = salon_filter_field (key);
  may_be_set = shape == SALON_FILTER_SHAPE_FLAG || (self->field->flags & SALON_FILTER_FIELD_MAY_BE_SET) != 0;
  if (shape != SALON_FILTER_SHAPE_FLAG)
    self->value = SALON_FILTER_VALUE (salon_filter_value_new (session, key));
  if (title == NULL)
    title = salon_label_new (label, "title");
  build_head (self, title, label, shape, may_be_set);
  if (self->value != NULL) {
    g_signal_connect (self->value, "changed", G_CALLBACK (on_changed), self);
    gtk_widget_set_parent (GTK_WIDGET (self->value), GTK_WIDGET (self));
  }
  if ((self->field->flags & SALON_FILTER_FIELD_WITHIN) != 0) {
    SalonDay today = salon_clock_today (salon_session_clock (session));

    self->within = SALON_FILTER_PERIOD_EDIT (salon_filter_period_edit_new (label, _("at any time"), today));
    g_signal_connect (self->within, "changed", G_CALLBACK (on_changed), self);
    gtk_widget_set_parent (GTK_WIDGET (self->within), GTK_WIDGET (self));
  }
  salon_set_accessible_label (self, label);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * salon_filter_editor_get_key:
 *
 * Returns: (transfer none): which field it asks for
 */
const char *
salon_filter_editor_get_key (SalonFilterEditor *self)
{
  g_return_val_if_fail (SALON_IS_FILTER_EDITOR (self), NULL);

  return self->key;
}

static gint64
mode_of (const SalonFilterTest *test, gboolean is_negated)
{
  if (test->relation == SALON_FILTER_IS_SET)
    return is_negated ? MODE_UNSET : MODE_SET;
  if (test->relation == SALON_FILTER_OF_YEAR && !is_negated)
    return MODE_DAYS;
  return is_negated ? MODE_OUT : MODE_IN;
}

/**
 * salon_filter_editor_set_filter:
 * @filter: (nullable): a test of the field, or the negation of one; %NULL does not ask for it.
 *   SalonFilterEditor::changed is not emitted
 */
void
salon_filter_editor_set_filter (SalonFilterEditor *self, const SalonFilter *filter)
{
  gboolean is_negated = filter != NULL && salon_filter_node (filter) == SALON_FILTER_NOT;
  const SalonFilterTest *test = NULL;

  g_return_if_fail (SALON_IS_FILTER_EDITOR (self));

  g_clear_pointer (&self->kept, salon_filter_unref);
  if (filter != NULL)
    self->kept = salon_filter_ref ((SalonFilter *) filter);
  if (filter != NULL)
    test = salon_filter_test (is_negated ? salon_filter_child (filter, 0) : filter);
  self->setting = TRUE;
  salon_picker_set_selected (self->mode, test != NULL ? mode_of (test, is_negated) : usual_mode (self));
  if (self->value != NULL)
    salon_filter_value_set_test (self->value, test);
  if (self->within != NULL)
    salon_filter_period_edit_set (self->within, test != NULL && test->has_within ? &test->within : NULL);
  self->setting = FALSE;
  update (self);
}

/**
 * salon_filter_editor_get_filter:
 *
 * Returns: (transfer full) (nullable): what is asked for; %NULL while nothing is
 */
SalonFilter *
salon_filter_editor_get_filter (SalonFilterEditor *self)
{
  gint64 mode = salon_picker_get_selected (self->mode);
  SalonFilter *test = NULL;
  SalonFilterPeriod within;

  if (self->kept != NULL)
    return salon_filter_ref (self->kept);
  if (mode == MODE_SET || mode == MODE_UNSET)
    test = salon_filter_new_is_set (self->key);
  else if (mode != MODE_ANY && self->value != NULL)
    test = salon_filter_value_make_test (self->value);
  if (test == NULL)
    return NULL;
  if (self->within != NULL && salon_filter_period_edit_get (self->within, &within))
    test = salon_filter_within (test, &within);
  return mode == MODE_OUT || mode == MODE_UNSET ? salon_filter_new_not (test) : test;
}
