/* The tests stand in a table by field; a heading makes its editors when it is first opened, for there are some fifty
 * fields.  When the client was added is asked first and by itself. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/directory.h"
#include "gui/parts/filter-editor.h"
#include "gui/parts/filter-form.h"
#include "gui/parts/filter-key.h"
#include "gui/widgets/build.h"
#include "model/entities/entity.h"

#define FIRST_KEY "added"

typedef struct {
  SalonFilterForm *form; /* not owned */
  SalonFilterGroup group;
  GtkWidget *button;
  GtkWidget *arrow;
  GtkLabel *badge;
  GtkBox *editors;
  gboolean built;
} Section;

struct _SalonFilterForm {
  GtkWidget parent_instance;

  SalonFilterEditor *first;
  Section sections[SALON_FILTER_N_GROUPS];

  SalonSession *session;
  GHashTable *tests; /* key → SalonFilter */
  GPtrArray *keys;   /* every field that can be asked, in order */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterForm, salon_filter_form, GTK_TYPE_WIDGET)

/* What marks the clients is asked most. */
static const SalonFilterGroup order[SALON_FILTER_N_GROUPS] = {
  SALON_FILTER_GROUP_MARKS, SALON_FILTER_GROUP_CLIENT,  SALON_FILTER_GROUP_VISITS, SALON_FILTER_GROUP_BOOKINGS,
  SALON_FILTER_GROUP_MONEY, SALON_FILTER_GROUP_TICKETS, SALON_FILTER_GROUP_CONTACT, SALON_FILTER_GROUP_CUSTOM,
};

/* ---- sections */

static gboolean
is_in (const char *key, SalonFilterGroup group)
{
  return salon_filter_field (key)->group == group && !g_str_equal (key, FIRST_KEY);
}

static guint
count_asked (SalonFilterForm *self, SalonFilterGroup group)
{
  GHashTableIter iter;
  gpointer key = NULL;
  guint count = 0;

  g_hash_table_iter_init (&iter, self->tests);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    count += is_in (key, group);
  return count;
}

static void
update_badge (Section *section)
{
  guint count = count_asked (section->form, section->group);
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_text (section->badge, text);
  gtk_widget_set_visible (GTK_WIDGET (section->badge), count > 0);
}

static void
on_editor_changed (SalonFilterEditor *editor, SalonFilterForm *self)
{
  const char *key = salon_filter_editor_get_key (editor);
  SalonFilter *test = salon_filter_editor_get_filter (editor);

  if (test != NULL)
    g_hash_table_replace (self->tests, g_strdup (key), test);
  else
    g_hash_table_remove (self->tests, key);
  for (guint i = 0; i < SALON_FILTER_N_GROUPS; i++)
    update_badge (&self->sections[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static SalonFilterEditor *
create_editor (SalonFilterForm *self, const char *key, GtkWidget *title)
{
  GtkWidget *editor = salon_filter_editor_new (self->session, key, title);

  salon_filter_editor_set_filter (SALON_FILTER_EDITOR (editor), g_hash_table_lookup (self->tests, key));
  g_signal_connect (editor, "changed", G_CALLBACK (on_editor_changed), self);
  return SALON_FILTER_EDITOR (editor);
}

static void
build_section (Section *section)
{
  SalonFilterForm *self = section->form;

  section->built = TRUE;
  for (guint i = 0; i < self->keys->len; i++) {
    const char *key = self->keys->pdata[i];

    if (is_in (key, section->group))
      gtk_box_append (section->editors, GTK_WIDGET (create_editor (self, key, NULL)));
  }
}

static void
set_open (Section *section, gboolean open)
{
  if (open && !section->built)
    build_section (section);
  gtk_widget_set_visible (GTK_WIDGET (section->editors), open);
  salon_set_css_class (section->button, "open", open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (section->button), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
on_section_clicked (GtkButton *button, Section *section)
{
  set_open (section, !gtk_widget_get_visible (GTK_WIDGET (section->editors)));
}

static void
add_section (SalonFilterForm *self, Section *section, SalonFilterGroup group)
{
  const char *title = _(salon_filter_group_label (group));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = salon_label_new (title, "salon-heading");

  section->form = self;
  section->group = group;
  section->arrow = gtk_image_new_from_icon_name ("salon-chevron-right-symbolic");
  section->badge = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (section->badge), "badge");
  gtk_widget_set_valign (GTK_WIDGET (section->badge), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), section->arrow);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (section->badge));
  section->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (section->button), line);
  gtk_widget_add_css_class (section->button, "section");
  salon_set_accessible_label (section->button, title);
  g_signal_connect (section->button, "clicked", G_CALLBACK (on_section_clicked), section);
  section->editors = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (section->editors), "editors");
  gtk_widget_set_visible (GTK_WIDGET (section->editors), FALSE);
  gtk_widget_set_parent (section->button, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (section->editors), GTK_WIDGET (self));
  update_badge (section);
}

/* ---- fields */

static void
find_keys (SalonFilterForm *self)
{
  GPtrArray *own = salon_directory_list (salon_directory_of (self->session), SALON_DIRECTORY_CUSTOM_FIELDS);
  guint n = 0;
  const SalonFilterField *fields = salon_filter_fields (&n);

  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < n; i++)
    if (fields[i].kind != SALON_FILTER_CUSTOM)
      g_ptr_array_add (self->keys, g_strdup (fields[i].key));
  for (guint i = 0; own != NULL && i < own->len; i++)
    g_ptr_array_add (self->keys, g_strdup_printf ("custom:%" G_GINT64_FORMAT, salon_entity_get_id (own->pdata[i])));
}

/* Own fields may have come or gone. */
static void
on_directory (SalonDirectory *directory, SalonFilterForm *self)
{
  GtkWidget *child = NULL;

  find_keys (self);
  for (guint i = 0; i < SALON_FILTER_N_GROUPS; i++) {
    Section *section = &self->sections[i];
    gboolean has_any = FALSE;

    for (guint k = 0; k < self->keys->len && !has_any; k++)
      has_any = is_in (self->keys->pdata[k], section->group);
    gtk_widget_set_visible (section->button, has_any);
    if (section->group != SALON_FILTER_GROUP_CUSTOM || !section->built)
      continue;
    while ((child = gtk_widget_get_first_child (GTK_WIDGET (section->editors))) != NULL)
      gtk_box_remove (section->editors, child);
    build_section (section);
  }
}

/* ---- object */

static void
salon_filter_form_dispose (GObject *object)
{
  SalonFilterForm *self = SALON_FILTER_FORM (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_filter_form_parent_class)->dispose (object);
}

static void
salon_filter_form_finalize (GObject *object)
{
  g_hash_table_unref (SALON_FILTER_FORM (object)->tests);
  g_ptr_array_unref (SALON_FILTER_FORM (object)->keys);
  G_OBJECT_CLASS (salon_filter_form_parent_class)->finalize (object);
}

static void
salon_filter_form_class_init (SalonFilterFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_filter_form_finalize;

  /**
   * SalonFilterForm::changed: the user asks for something else
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "filterform");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_filter_form_init (SalonFilterForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->tests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) salon_filter_unref);
  self->keys = g_ptr_array_new_with_free_func (g_free);
}

/**
 * salon_filter_form_new:
 */
GtkWidget *
salon_filter_form_new (SalonSession *session)
{
  SalonFilterForm *self = g_object_new (SALON_TYPE_FILTER_FORM, NULL);
  SalonDirectory *directory = salon_directory_of (session);

  self->session = g_object_ref (session);
  self->first = create_editor (self, FIRST_KEY, salon_label_new (C_ ("filter", "Registered"), "title"));
  gtk_widget_add_css_class (GTK_WIDGET (self->first), "first");
  gtk_widget_set_parent (GTK_WIDGET (self->first), GTK_WIDGET (self));
  for (guint i = 0; i < SALON_FILTER_N_GROUPS; i++)
    add_section (self, &self->sections[i], order[i]);
  g_signal_connect_object (directory, "changed", G_CALLBACK (on_directory), self, 0);
  on_directory (directory, self);
  set_open (&self->sections[0], TRUE);
  return GTK_WIDGET (self);
}

/* ---- filters */

static gboolean
is_test (const SalonFilter *filter)
{
  if (salon_filter_node (filter) == SALON_FILTER_NOT)
    filter = salon_filter_child (filter, 0);
  return salon_filter_node (filter) == SALON_FILTER_TEST;
}

/* An own field that nobody has any more has no editor, but is kept. */
static gboolean
collect (const SalonFilter *filter, GHashTable *tests)
{
  char *key = NULL;

  if (!is_test (filter))
    return FALSE;
  key = salon_filter_key_of_test (filter);
  if (!g_hash_table_contains (tests, key))
    return g_hash_table_insert (tests, key, salon_filter_ref ((SalonFilter *) filter));
  g_free (key);
  return FALSE;
}

static gboolean
collect_all (const SalonFilter *filter, GHashTable *tests)
{
  if (filter == NULL || salon_filter_is_everybody (filter))
    return TRUE;
  if (salon_filter_node (filter) != SALON_FILTER_ALL)
    return collect (filter, tests);
  for (guint i = 0; i < salon_filter_n_children (filter); i++)
    if (!collect (salon_filter_child (filter, i), tests))
      return FALSE;
  return TRUE;
}

static GHashTable *
tests_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) salon_filter_unref);
}

/**
 * salon_filter_form_can_show:
 * @filter: (nullable): any filter
 *
 * Returns: whether a form can ask for it: tests joined by "and", each field once
 */
gboolean
salon_filter_form_can_show (const SalonFilter *filter)
{
  g_autoptr (GHashTable) tests = tests_new ();

  return collect_all (filter, tests);
}

static void
refill (SalonFilterForm *self, Section *section)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (section->editors)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    SalonFilterEditor *editor = SALON_FILTER_EDITOR (child);
    const SalonFilter *test = g_hash_table_lookup (self->tests, salon_filter_editor_get_key (editor));
    g_autoptr (SalonFilter) shown = salon_filter_editor_get_filter (editor);

    if (test == NULL || shown == NULL || !salon_filter_equal (test, shown))
      salon_filter_editor_set_filter (editor, test);
  }
}

/**
 * salon_filter_form_set_filter:
 * @filter: (nullable): one that salon_filter_form_can_show(); SalonFilterForm::changed is not emitted
 *
 * Headings under which something is asked for are opened.
 */
void
salon_filter_form_set_filter (SalonFilterForm *self, const SalonFilter *filter)
{
  g_return_if_fail (SALON_IS_FILTER_FORM (self));

  g_hash_table_remove_all (self->tests);
  if (!collect_all (filter, self->tests))
    g_hash_table_remove_all (self->tests);
  salon_filter_editor_set_filter (self->first, g_hash_table_lookup (self->tests, FIRST_KEY));
  for (guint i = 0; i < SALON_FILTER_N_GROUPS; i++) {
    Section *section = &self->sections[i];

    refill (self, section);
    update_badge (section);
    if (count_asked (self, section->group) > 0)
      set_open (section, TRUE);
  }
}

/**
 * salon_filter_form_get_filter:
 *
 * Returns: (transfer full): what is asked for
 */
SalonFilter *
salon_filter_form_get_filter (SalonFilterForm *self)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer test = NULL;

  g_return_val_if_fail (SALON_IS_FILTER_FORM (self), NULL);

  for (guint i = 0; i < self->keys->len; i++)
    if ((test = g_hash_table_lookup (self->tests, self->keys->pdata[i])) != NULL)
      g_ptr_array_add (tests, salon_filter_ref (test));
  g_hash_table_iter_init (&iter, self->tests);
  while (g_hash_table_iter_next (&iter, &key, &test))
    if (!g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, NULL))
      g_ptr_array_add (tests, salon_filter_ref (test));
  return salon_filter_new_all ((SalonFilter **) tests->pdata, tests->len);
}
