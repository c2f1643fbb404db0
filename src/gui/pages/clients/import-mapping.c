/* One line a column.  A guess that a person should look at has an amber mark; what she picks is certain. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/import-mapping.h"
#include "gui/pages/clients/import-sample.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/picker.h"

#define SURE         50
#define MOST_COLUMNS 200
#define PICKER_WIDTH 210
#define FIRST_CUSTOM 1000

typedef struct {
  SalonImportMapping *mapping; /* not owned: it owns the line */
  guint index;
  GtkWidget *line;
  GtkWidget *mark;
  GtkLabel *remark;
  SalonPicker *picker;
} Line;

struct _SalonImportMapping {
  GtkWidget parent_instance;

  SalonCard *card;
  GtkWidget *clients;
  GtkWidget *visits;
  GtkWidget *headings;
  GtkBox *box;

  GPtrArray *lines; /* Line */
  GPtrArray *custom; /* names of own fields */
  gboolean setting;
};

enum { COLUMN_CHANGED, SUBJECT_CHANGED, HEADINGS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonImportMapping, salon_import_mapping, GTK_TYPE_WIDGET)

static const struct {
  SalonImportField last; /* of the group */
  const char *label;
} groups[] = {
  { SALON_IMPORT_PATRONYMIC, NC_ ("import", "Person") },
  { SALON_IMPORT_EMAIL, NC_ ("import", "Contacts") },
  { SALON_IMPORT_GENDER, NC_ ("import", "Person") },
  { SALON_IMPORT_ADDRESS, NC_ ("import", "Contacts") },
  { SALON_IMPORT_WISHES, NC_ ("import", "Person") },
  { SALON_IMPORT_DISCOUNT, NC_ ("import", "Marketing") },
  { SALON_IMPORT_LANGUAGE, NC_ ("import", "Person") },
  { SALON_IMPORT_INSTAGRAM, NC_ ("import", "Contacts") },
  { SALON_IMPORT_CARD, NC_ ("import", "Marketing") },
  { SALON_IMPORT_VISIT_NOTE, NC_ ("import", "Visits") },
};

/* The groups follow each other in the list. */
static const char *const group_order[] = { "Person", "Contacts", "Marketing", "Visits" };

static const char *
group_of (SalonImportField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (field <= groups[i].last)
      return groups[i].label;
  return groups[0].label;
}

/* ---- what can be picked */

static void
append (GListStore *store, gint64 id, const char *text, const char *group)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, group, SALON_PICK_NO_COLOR);

  g_list_store_append (store, item);
}

static void
append_group (GListStore *store, const char *group, SalonImportSubject subject)
{
  for (int field = SALON_IMPORT_FULL_NAME; field < SALON_IMPORT_N_FIELDS; field++)
    if (field != SALON_IMPORT_CUSTOM && g_str_equal (group_of (field), group)
        && (subject == SALON_IMPORT_VISITS || !salon_import_field_is_of_visit (field)))
      append (store, field + 1, salon_import_field_label (field), g_dpgettext2 (GETTEXT_PACKAGE, "import", group));
}

static GListModel *
make_fields (SalonImportMapping *self, SalonImportSubject subject)
{
  GListStore *store = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  append (store, SALON_IMPORT_IGNORE + 1, C_ ("import", "Leave out"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (group_order); i++)
    append_group (store, group_order[i], subject);
  for (guint i = 0; i < self->custom->len; i++)
    append (store, FIRST_CUSTOM + i, self->custom->pdata[i], C_ ("import", "Own fields"));
  return G_LIST_MODEL (store);
}

static gint64
id_of (SalonImportMapping *self, const SalonImportColumn *column)
{
  for (guint i = 0; column->field == SALON_IMPORT_CUSTOM && i < self->custom->len; i++)
    if (g_strcmp0 (column->custom, self->custom->pdata[i]) == 0)
      return FIRST_CUSTOM + i;
  return column->field == SALON_IMPORT_CUSTOM ? SALON_IMPORT_IGNORE + 1 : column->field + 1;
}

/* ---- callbacks */

static void
on_picked (SalonPicker *picker, GParamSpec *pspec, Line *line)
{
  SalonImportMapping *self = line->mapping;
  gint64 id = salon_picker_get_selected (picker);

  if (self->setting || id == SALON_PICK_NONE)
    return;
  if (id >= FIRST_CUSTOM)
    g_signal_emit (self, signals[COLUMN_CHANGED], 0, line->index, (int) SALON_IMPORT_CUSTOM,
                   (const char *) self->custom->pdata[id - FIRST_CUSTOM]);
  else
    g_signal_emit (self, signals[COLUMN_CHANGED], 0, line->index, (int) id - 1, NULL);
}

static void
on_subject (GtkToggleButton *button, SalonImportMapping *self)
{
  if (!self->setting && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[SUBJECT_CHANGED], 0,
                   GTK_WIDGET (button) == self->visits ? SALON_IMPORT_VISITS : SALON_IMPORT_CLIENTS);
}

static void
on_headings (GtkCheckButton *button, SalonImportMapping *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[HEADINGS_CHANGED], 0, gtk_check_button_get_active (button));
}

/* ---- lines */

/* Also what nobody knows is to be looked at: it would be lost. */
static gboolean
is_unsure (const SalonImportColumn *column)
{
  return column->confidence < SURE && (column->field != SALON_IMPORT_IGNORE || column->remark == NULL);
}

static const char *
remark_of (const SalonImportColumn *column)
{
  if (column->remark != NULL)
    return g_dgettext (GETTEXT_PACKAGE, column->remark);
  if (!is_unsure (column))
    return NULL;
  return column->field == SALON_IMPORT_IGNORE ? _("Not recognised: it is left out.") : _("Please look: this is only a guess.");
}

static void
show_line (Line *line, const SalonImportColumn *column)
{
  gboolean unsure = is_unsure (column);
  const char *remark = remark_of (column);

  salon_picker_set_selected (line->picker, id_of (line->mapping, column));
  gtk_widget_set_visible (line->mark, unsure);
  gtk_label_set_text (line->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (line->remark), remark != NULL);
  salon_set_css_class (GTK_WIDGET (line->remark), "salon-attention", unsure);
  salon_set_css_class (line->line, "unsure", unsure);
  salon_set_css_class (line->line, "left-out", column->field == SALON_IMPORT_IGNORE);
}

static GtkWidget *
make_texts (Line *line, const char *heading, const char *samples)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  line->remark = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-small"));
  gtk_widget_add_css_class (GTK_WIDGET (line->remark), "salon-secondary");
  gtk_box_append (GTK_BOX (box), salon_label_new (heading, "salon-heading"));
  gtk_box_append (GTK_BOX (box), salon_label_new (samples, "salon-secondary"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->remark));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static Line *
line_new (SalonImportMapping *self, guint index, const SalonImportColumn *column, const char *samples, GListModel *fields)
{
  Line *line = g_new0 (Line, 1);
  g_autofree char *heading = salon_import_sample_heading (column, index);
  g_autofree char *label = g_strdup_printf (_("What stands in the column “%s”"), heading);

  line->mapping = self;
  line->index = index;
  line->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  line->mark = gtk_image_new_from_icon_name ("salon-alert-symbolic");
  line->picker = SALON_PICKER (salon_picker_new (label, _("choose …")));
  gtk_widget_add_css_class (line->line, "salon-import-column");
  gtk_widget_add_css_class (line->mark, "salon-attention");
  gtk_widget_set_valign (GTK_WIDGET (line->picker), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (line->picker), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (line->picker), PICKER_WIDTH, -1);
  salon_picker_set_items (line->picker, fields);
  gtk_box_append (GTK_BOX (line->line), make_texts (line, heading, samples));
  gtk_box_append (GTK_BOX (line->line), line->mark);
  gtk_box_append (GTK_BOX (line->line), GTK_WIDGET (line->picker));
  show_line (line, column);
  g_signal_connect (line->picker, "notify::selected", G_CALLBACK (on_picked), line);
  return line;
}

static void
clear_lines (SalonImportMapping *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->lines, 0);
}

/* ---- building */

static void
salon_import_mapping_dispose (GObject *object)
{
  SALON_IMPORT_MAPPING (object)->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_import_mapping_parent_class)->dispose (object);
}

static void
salon_import_mapping_finalize (GObject *object)
{
  SalonImportMapping *self = SALON_IMPORT_MAPPING (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->custom);
  G_OBJECT_CLASS (salon_import_mapping_parent_class)->finalize (object);
}

static void
salon_import_mapping_class_init (SalonImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_import_mapping_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_import_mapping_finalize;

  /**
   * SalonImportMapping::column-changed:
   * @index: of the column
   * @field: #SalonImportField
   * @custom: (nullable): the own field
   */
  signals[COLUMN_CHANGED] = g_signal_new ("column-changed", SALON_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_STRING);

  /**
   * SalonImportMapping::subject-changed:
   * @subject: #SalonImportSubject
   */
  signals[SUBJECT_CHANGED] = g_signal_new ("subject-changed", SALON_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SalonImportMapping::headings-changed:
   * @has_headings: whether the first row holds the names of the columns
   */
  signals[HEADINGS_CHANGED] = g_signal_new ("headings-changed", SALON_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "importmapping");
}

static GtkWidget *
build_subject (SalonImportMapping *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "salon-toggles");
  salon_set_accessible_label (box, _("What the rows are"));
  self->clients = gtk_toggle_button_new_with_label (C_ ("import", "Clients"));
  self->visits = gtk_toggle_button_new_with_label (C_ ("import", "Visits"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->visits), GTK_TOGGLE_BUTTON (self->clients));
  salon_set_tooltip (self->clients, _("Each row is a client"));
  salon_set_tooltip (self->visits, _("Each row is a visit of a client"));
  g_signal_connect (self->clients, "toggled", G_CALLBACK (on_subject), self);
  g_signal_connect (self->visits, "toggled", G_CALLBACK (on_subject), self);
  gtk_box_append (GTK_BOX (box), self->clients);
  gtk_box_append (GTK_BOX (box), self->visits);
  return box;
}

static void
salon_import_mapping_init (SalonImportMapping *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->custom = g_ptr_array_new_with_free_func (g_free);
  self->card = SALON_CARD (salon_card_new (_("Columns")));
  self->headings = gtk_check_button_new_with_label (_("First row holds headings"));
  g_signal_connect (self->headings, "toggled", G_CALLBACK (on_headings), self);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  salon_set_accessible_label (self->box, _("Columns of the file"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  gtk_widget_set_vexpand (scroller, TRUE);
  salon_card_add_suffix (self->card, self->headings);
  salon_card_add_suffix (self->card, build_subject (self));
  salon_card_set_child (self->card, scroller);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
}

/**
 * salon_import_mapping_new:
 *
 * Returns: (transfer floating): the table of columns, empty
 */
GtkWidget *
salon_import_mapping_new (void)
{
  return g_object_new (SALON_TYPE_IMPORT_MAPPING, NULL);
}

/**
 * salon_import_mapping_set:
 * @rows: (element-type GArray): the first rows of the sheet, for samples
 * @custom_names: (element-type utf8): the salon's own fields
 * @is_remembered: whether the columns are as a person chose them before
 *
 * Shows a sheet.
 */
void
salon_import_mapping_set (SalonImportMapping *self, const SalonImportLayout *layout, const GPtrArray *rows,
                          const GPtrArray *custom_names, gboolean is_remembered)
{
  g_autoptr (GListModel) fields = NULL;

  g_return_if_fail (SALON_IS_IMPORT_MAPPING (self));

  self->setting = TRUE;
  clear_lines (self);
  g_ptr_array_set_size (self->custom, 0);
  for (guint i = 0; i < custom_names->len; i++)
    g_ptr_array_add (self->custom, g_strdup (custom_names->pdata[i]));
  fields = make_fields (self, layout->subject);
  for (guint i = 0; i < MIN (layout->columns->len, MOST_COLUMNS); i++) {
    g_autofree char *samples = salon_import_sample_text (rows, layout->n_above, i);
    Line *line = line_new (self, i, salon_import_layout_column (layout, i), samples, fields);

    g_ptr_array_add (self->lines, line);
    gtk_box_append (self->box, line->line);
  }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (layout->subject == SALON_IMPORT_VISITS ? self->visits : self->clients), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->headings), layout->has_headings);
  salon_card_set_note (self->card, is_remembered ? _("as you chose last time") : NULL);
  self->setting = FALSE;
}

/**
 * salon_import_mapping_update: shows what the columns of the same sheet are now
 */
void
salon_import_mapping_update (SalonImportMapping *self, const SalonImportLayout *layout)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    show_line (self->lines->pdata[i], salon_import_layout_column (layout, i));
  self->setting = FALSE;
}
