/* Services or goods by category.  A price list has a hundred lines or two: a list box with headings keeps them all. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "gui/pages/settings/chapter-list.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/swatch.h"
#include "model/entities/entity.h"

#define THING_KEY "salon-thing"

/* A part of the editor below the form. */
typedef struct {
  GtkWidget *widget;
  SalonChapterShow show;
  SalonChapterEditable editable;
} Part;

struct _SalonChapterList {
  GtkWidget parent_instance;

  SalonCard *card;
  GtkEntry *search;
  GtkListBox *box;
  GtkWidget *add;
  SalonCard *editor;
  GtkStack *stack; /* "form" or "empty" */
  SalonEntityForm *form;
  GtkBox *parts_box;
  GArray *parts; /* of Part */

  SalonSession *session;
  const SalonChapterKind *kind;
  SalonDirectory *directory;
  char *folded;     /* what is searched for */
  gint64 selected;  /* id of the thing in the form; 0 = none or a new one */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonChapterList, salon_chapter_list, GTK_TYPE_WIDGET)

/* ---- lines */

static SalonEntity *
thing_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), THING_KEY);
}

static const SalonField *
field_of (gpointer entity, const char *name)
{
  return salon_entity_info_find (salon_entity_info (entity), name);
}

static gint64
number_of (gpointer entity, const char *name)
{
  return salon_entity_get_int (entity, field_of (entity, name));
}

static const char *
name_of (gpointer entity)
{
  return salon_entity_get_text (entity, field_of (entity, "name"));
}

static gint64
chapter_id (SalonChapterList *self, gpointer thing)
{
  return number_of (thing, self->kind->chapter_field);
}

static SalonEntity *
chapter_of (SalonChapterList *self, gpointer thing)
{
  return salon_directory_find (self->directory, self->kind->chapters, chapter_id (self, thing));
}

static gint64
chapter_place (SalonChapterList *self, gpointer thing)
{
  SalonEntity *chapter = chapter_of (self, thing);

  return chapter != NULL ? number_of (chapter, "position") : G_MAXINT64;
}

static int
by_chapter (gconstpointer a, gconstpointer b, gpointer data)
{
  SalonEntity *x = *(SalonEntity *const *) a;
  SalonEntity *y = *(SalonEntity *const *) b;
  gint64 order[][2] = {
    { chapter_place (data, x), chapter_place (data, y) },
    { chapter_id (data, x), chapter_id (data, y) },
    { number_of (x, "position"), number_of (y, "position") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i][0] != order[i][1])
      return order[i][0] < order[i][1] ? -1 : 1;
  return 0;
}

static void
append_figure (GtkWidget *box, const char *text, const char *css_class, int width)
{
  GtkWidget *label = salon_label_new (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "salon-num");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
create_row (SalonChapterList *self, SalonEntity *thing)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = salon_label_new (name_of (thing), NULL);
  g_autofree char *note = self->kind->note != NULL ? self->kind->note (thing) : NULL;
  g_autofree char *price = salon_money_format (number_of (thing, "price"), salon_directory_currency (self->directory));

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (note != NULL)
    append_figure (box, note, "salon-secondary", 10);
  append_figure (box, price, NULL, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  salon_set_accessible_label (row, name_of (thing));
  g_object_set_data_full (G_OBJECT (row), THING_KEY, g_object_ref (thing), g_object_unref);
  return row;
}

static GtkWidget *
create_heading (SalonChapterList *self, SalonEntity *thing)
{
  SalonEntity *chapter = chapter_of (self, thing);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = salon_label_new (chapter != NULL ? name_of (chapter) : _("Without a category"), "salon-overline");

  gtk_widget_set_hexpand (label, TRUE);
  if (chapter != NULL && field_of (chapter, "color") != NULL)
    gtk_box_append (GTK_BOX (box), salon_swatch_new (10, (guint32) number_of (chapter, "color")));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "salon-list-heading");
  return box;
}

static void
header_of_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SalonEntity *thing = thing_of (row);
  gboolean same = before != NULL && chapter_id (data, thing_of (before)) == chapter_id (data, thing);

  gtk_list_box_row_set_header (row, same ? NULL : create_heading (data, thing));
}

/* A scanned barcode finds, too. */
static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  SalonChapterList *self = data;
  const SalonField *barcode = field_of (thing_of (row), "barcode");
  const char *digits = barcode != NULL ? salon_entity_get_text (thing_of (row), barcode) : NULL;
  g_autofree char *folded = NULL;

  if (*self->folded == '\0' || (digits != NULL && g_str_has_prefix (digits, self->folded)))
    return TRUE;
  folded = salon_text_fold (name_of (thing_of (row)));
  return strstr (folded, self->folded) != NULL;
}

/* ---- what is shown */

static GtkListBoxRow *
find_row (SalonChapterList *self, gint64 id)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    if (salon_entity_get_id (thing_of (row)) == id)
      return row;
  return NULL;
}

static void
show_parts (SalonChapterList *self, SalonEntity *thing)
{
  for (guint i = 0; i < self->parts->len; i++) {
    const Part *part = &g_array_index (self->parts, Part, i);

    part->show (part->widget, thing);
  }
}

static void
show_thing (SalonChapterList *self, SalonEntity *thing)
{
  self->selected = salon_entity_get_id (thing);
  salon_card_set_title (self->editor, _(self->kind->one));
  salon_entity_form_set_entity (self->form, thing);
  show_parts (self, thing);
  gtk_stack_set_visible_child_name (self->stack, "form");
}

static void
show_nothing (SalonChapterList *self)
{
  self->selected = 0;
  salon_card_set_title (self->editor, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* After a change: the same thing stays chosen; what was removed leaves nothing. */
static void
keep_selected (SalonChapterList *self)
{
  GtkListBoxRow *row = self->selected != 0 ? find_row (self, self->selected) : NULL;

  if (row != NULL) {
    gtk_list_box_select_row (self->box, row);
    salon_entity_form_set_entity (self->form, thing_of (row));
    show_parts (self, thing_of (row));
  } else if (self->selected != 0) {
    show_nothing (self);
  }
}

static void
fill (SalonChapterList *self)
{
  GPtrArray *things = salon_directory_list (self->directory, self->kind->things);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new (); /* holds no references: a copy would free them */
  g_autofree char *count = g_strdup_printf ("%u", things->len);
  GtkWidget *row = NULL;

  g_ptr_array_extend (sorted, things, NULL, NULL);
  self->filling = TRUE;
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->box, 0))) != NULL)
    gtk_list_box_remove (self->box, row);
  g_ptr_array_sort_with_data (sorted, by_chapter, self);
  for (guint i = 0; i < sorted->len; i++)
    gtk_list_box_append (self->box, create_row (self, sorted->pdata[i]));
  salon_card_set_note (self->card, count);
  keep_selected (self);
  self->filling = FALSE;
}

/* ---- callbacks */

static void
on_directory (SalonDirectory *directory, SalonChapterList *self)
{
  fill (self);
}

static void
on_row_selected (GtkListBox *box, GtkListBoxRow *row, SalonChapterList *self)
{
  if (row != NULL && !self->filling)
    show_thing (self, thing_of (row));
}

static void
on_search (GtkEditable *entry, SalonChapterList *self)
{
  g_free (self->folded);
  self->folded = salon_text_fold (gtk_editable_get_text (entry));
  gtk_list_box_invalidate_filter (self->box);
  gtk_list_box_invalidate_headers (self->box);
}

static void
on_add (GtkButton *button, SalonChapterList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);
  g_autoptr (SalonEntity) thing = self->kind->create (row != NULL ? thing_of (row) : NULL);

  self->selected = 0;
  gtk_list_box_unselect_all (self->box);
  salon_card_set_title (self->editor, _(self->kind->new_one));
  salon_entity_form_start (self->form, thing);
  show_parts (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
on_saved (SalonEntityForm *form, gint64 id, SalonChapterList *self)
{
  self->selected = id;
}

static void
on_closed (SalonEntityForm *form, SalonChapterList *self)
{
  show_nothing (self);
}

/* ---- building */

static void
salon_chapter_list_dispose (GObject *object)
{
  SalonChapterList *self = SALON_CHAPTER_LIST (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_pointer (&self->folded, g_free);
  g_array_set_size (self->parts, 0);
  G_OBJECT_CLASS (salon_chapter_list_parent_class)->dispose (object);
}

static void
salon_chapter_list_finalize (GObject *object)
{
  g_array_unref (SALON_CHAPTER_LIST (object)->parts);
  G_OBJECT_CLASS (salon_chapter_list_parent_class)->finalize (object);
}

static void
salon_chapter_list_class_init (SalonChapterListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_chapter_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_chapter_list_finalize;
  GTK_WIDGET_CLASS (klass)->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
build_list (SalonChapterList *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *nothing = salon_wrapped_label_new (_(self->kind->nothing), "salon-secondary");

  self->card = SALON_CARD (salon_card_new (_(self->kind->title)));
  self->search = GTK_ENTRY (gtk_entry_new ());
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->add = gtk_button_new_with_label (_(self->kind->add));
  gtk_widget_add_css_class (nothing, "salon-nothing");
  gtk_list_box_set_placeholder (self->box, nothing);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_entry_set_placeholder_text (self->search, _(self->kind->search));
  gtk_entry_set_icon_from_icon_name (self->search, GTK_ENTRY_ICON_PRIMARY, "salon-search-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->search), "salon-list-search");
  salon_set_accessible_label (self->search, _(self->kind->search));
  salon_set_accessible_label (self->box, _(self->kind->title));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "salon-entities");
  gtk_list_box_set_header_func (self->box, header_of_row, self, NULL);
  gtk_list_box_set_filter_func (self->box, matches, self, NULL);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (content), scrolled (GTK_WIDGET (self->box)));
  gtk_widget_add_css_class (GTK_WIDGET (self->card), "flush");
  salon_card_set_child (self->card, content);
  salon_card_add_suffix (self->card, self->add);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
}

static void
build_editor (SalonChapterList *self)
{
  self->parts_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->editor = SALON_CARD (salon_card_new (NULL));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->form = SALON_ENTITY_FORM (salon_entity_form_new (self->session, self->kind->asks, *self->kind->n_asks));
  gtk_stack_add_named (self->stack,
                       salon_empty_state_new (self->kind->icon, _(self->kind->none_chosen), _(self->kind->choose)),
                       "empty");
  gtk_box_append (self->parts_box, GTK_WIDGET (self->form));
  gtk_stack_add_named (self->stack, scrolled (GTK_WIDGET (self->parts_box)), "form");
  salon_card_set_child (self->editor, GTK_WIDGET (self->stack));
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
}

static void
salon_chapter_list_init (SalonChapterList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  self->folded = g_strdup ("");
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
}

/**
 * salon_chapter_list_new:
 * @kind: static
 *
 * Returns: (transfer floating): the services or goods of @session
 */
GtkWidget *
salon_chapter_list_new (SalonSession *session, const SalonChapterKind *kind)
{
  SalonChapterList *self = g_object_new (SALON_TYPE_CHAPTER_LIST, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->directory = salon_directory_of (session);
  build_list (self);
  build_editor (self);
  g_signal_connect (self->box, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect (self->search, "changed", G_CALLBACK (on_search), self);
  g_signal_connect (self->add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (self->form, "cancelled", G_CALLBACK (on_closed), self);
  g_signal_connect (self->form, "removed", G_CALLBACK (on_closed), self);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (self->directory))
    fill (self);
  return GTK_WIDGET (self);
}

/**
 * salon_chapter_list_add_part:
 * @part: (transfer floating): goes below the form of the chosen thing
 */
void
salon_chapter_list_add_part (SalonChapterList *self, GtkWidget *part, SalonChapterShow show, SalonChapterEditable editable)
{
  Part value = { part, show, editable };

  g_array_append_val (self->parts, value);
  gtk_box_append (self->parts_box, part);
}

/**
 * salon_chapter_list_set_editable: whether anything can be changed; all can be read in any case
 */
void
salon_chapter_list_set_editable (SalonChapterList *self, gboolean editable)
{
  gtk_widget_set_visible (self->add, editable);
  salon_entity_form_set_editable (self->form, editable);
  for (guint i = 0; i < self->parts->len; i++) {
    const Part *part = &g_array_index (self->parts, Part, i);

    part->editable (part->widget, editable);
  }
}
