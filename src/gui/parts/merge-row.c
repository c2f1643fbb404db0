/* A field in which both cards say the same is quiet; where they differ, each value is a button, and of a note both can
 * be kept.  A card that says nothing leaves nothing to choose. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/merge-row.h"
#include "gui/widgets/build.h"

struct _SalonMergeRow {
  GtkWidget parent_instance;

  char *name;
  GtkWidget *cells[2]; /* toggle buttons; NULL where nothing is to be chosen */
  gboolean has_both;
  gboolean is_setting;
};

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonMergeRow, salon_merge_row, GTK_TYPE_WIDGET)

static gboolean
is_on (SalonMergeRow *self, int i)
{
  return self->cells[i] != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->cells[i]));
}

static void
set_on (SalonMergeRow *self, int i, gboolean on)
{
  if (self->cells[i] != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cells[i]), on);
}

/* Of most fields a press takes the one and leaves the other; of notes it adds and takes away, but one always stays. */
static void
on_toggled (GtkToggleButton *cell, SalonMergeRow *self)
{
  int pressed = GTK_WIDGET (cell) == self->cells[0] ? 0 : 1;

  if (self->is_setting)
    return;
  self->is_setting = TRUE;
  if (!is_on (self, pressed) && !is_on (self, 1 - pressed))
    set_on (self, pressed, TRUE);
  else if (is_on (self, pressed) && !self->has_both)
    set_on (self, 1 - pressed, FALSE);
  self->is_setting = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
salon_merge_row_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&SALON_MERGE_ROW (object)->name, g_free);
  G_OBJECT_CLASS (salon_merge_row_parent_class)->dispose (object);
}

static void
salon_merge_row_class_init (SalonMergeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_merge_row_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonMergeRow::chosen: another value was chosen
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SALON_TYPE_MERGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mergerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_merge_row_init (SalonMergeRow *self)
{
}

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = salon_wrapped_label_new (text, css_class);

  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, g_utf8_strlen (text, -1) > 80 ? text : NULL);
  return label;
}

static GtkWidget *
cell_new (SalonMergeRow *self, const SalonComparedField *field, const char *text)
{
  GtkWidget *cell = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_image_new_from_icon_name ("salon-check-symbolic");
  g_autofree char *label = g_strdup_printf ("%s: %s", field->label, text);

  gtk_widget_add_css_class (mark, "mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), text_new (text, NULL));
  gtk_box_append (GTK_BOX (box), mark);
  gtk_button_set_child (GTK_BUTTON (cell), box);
  gtk_widget_add_css_class (cell, "salon-merge-cell");
  salon_set_accessible_label (cell, label);
  g_signal_connect (cell, "toggled", G_CALLBACK (on_toggled), self);
  return cell;
}

static GtkWidget *
quiet_new (const char *text)
{
  GtkWidget *label = text_new (text != NULL ? text : "–", text != NULL ? NULL : "salon-secondary");

  gtk_widget_add_css_class (label, "salon-merge-quiet");
  return label;
}

/**
 * salon_merge_row_new:
 *
 * Returns: (transfer floating): the two values; nothing is chosen yet
 */
GtkWidget *
salon_merge_row_new (const SalonComparedField *field)
{
  SalonMergeRow *self = g_object_new (SALON_TYPE_MERGE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *values = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *texts[] = { field->one, field->other };
  gboolean is_open = !field->equal && field->one != NULL && field->other != NULL;

  self->name = g_strdup (field->name);
  self->has_both = field->has_both;
  gtk_box_set_homogeneous (GTK_BOX (values), TRUE);
  for (int i = 0; i < 2; i++) {
    GtkWidget *cell = is_open ? self->cells[i] = cell_new (self, field, texts[i]) : quiet_new (texts[i]);

    gtk_box_append (GTK_BOX (values), cell);
  }
  gtk_box_append (GTK_BOX (box), salon_label_new (field->label, "salon-overline"));
  gtk_box_append (GTK_BOX (box), values);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  salon_set_css_class (GTK_WIDGET (self), "differs", is_open);
  salon_set_accessible_label (self, field->label);
  return GTK_WIDGET (self);
}

/**
 * salon_merge_row_get_name:
 *
 * Returns: (transfer none): of the choice
 */
const char *
salon_merge_row_get_name (SalonMergeRow *self)
{
  return self->name;
}

/**
 * salon_merge_row_is_open:
 *
 * Returns: whether there is something to choose
 */
gboolean
salon_merge_row_is_open (SalonMergeRow *self)
{
  return self->cells[0] != NULL;
}

/**
 * salon_merge_row_choose: chooses the value of the left card, of the right one, or both
 */
void
salon_merge_row_choose (SalonMergeRow *self, gboolean one, gboolean other)
{
  self->is_setting = TRUE;
  set_on (self, 0, one);
  set_on (self, 1, other);
  self->is_setting = FALSE;
}

/**
 * salon_merge_row_get_chosen:
 * @one: (out): the value of the left card
 * @other: (out): the value of the right card
 */
void
salon_merge_row_get_chosen (SalonMergeRow *self, gboolean *one, gboolean *other)
{
  *one = is_on (self, 0);
  *other = is_on (self, 1);
}

/**
 * salon_merge_row_step:
 * @direction: -1 chooses the left card, 1 the right one; the focus goes along
 */
void
salon_merge_row_step (SalonMergeRow *self, int direction)
{
  int to = direction < 0 ? 0 : 1;

  if (self->cells[to] == NULL)
    return;
  gtk_widget_grab_focus (self->cells[to]);
  salon_merge_row_choose (self, to == 0, to == 1);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}
