/* Sheet, encoding and delimiter are only there where the file has them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/import-head.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/picker.h"

struct _SalonImportHead {
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkWidget *name;
  SalonChip *kind;
  SalonPicker *sheet;
  SalonPicker *encoding;
  SalonPicker *delimiter;
  GtkWidget *other;

  char *path;
  char **sheets;
  gboolean setting;
};

enum { CLOSED, CHOOSE, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonImportHead, salon_import_head, GTK_TYPE_WIDGET)

static const struct {
  const char *name;
  const char *label;
} encodings[] = {
  { "UTF-8", "UTF-8" },
  { "CP1251", N_ ("Windows, Cyrillic") },
  { "CP1257", N_ ("Windows, Baltic") },
  { "UTF-16LE", "UTF-16" },
  { "UTF-16BE", "UTF-16 BE" },
};

static const struct {
  gunichar c;
  const char *label;
} delimiters[] = {
  { ';', N_ ("semicolon ;") },
  { ',', N_ ("comma ,") },
  { '\t', N_ ("tab") },
  { '|', N_ ("vertical bar") },
};

/* ---- callbacks */

static void
on_back (GtkButton *button, SalonImportHead *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_other (GtkButton *button, SalonImportHead *self)
{
  g_signal_emit (self, signals[CHOOSE], 0);
}

static void
on_picked (SalonPicker *picker, GParamSpec *pspec, SalonImportHead *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- what can be picked */

static void
append (GListStore *store, gint64 id, const char *text)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (store, item);
}

static void
show_sheets (SalonImportHead *self, const SalonExchangeLook *look)
{
  g_autoptr (GListStore) store = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  guint n = look != NULL ? g_strv_length (look->sheets) : 0;

  for (guint i = 0; i < n; i++)
    append (store, i + 1, look->sheets[i]);
  salon_picker_set_items (self->sheet, G_LIST_MODEL (store));
  salon_picker_set_selected (self->sheet, n > 0 ? 1 : SALON_PICK_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), n > 1);
}

static void
show_encoding (SalonImportHead *self, const SalonExchangeLook *look)
{
  gboolean is_text = look != NULL && look->kind == SALON_EXCHANGE_KIND_TEXT;

  gtk_widget_set_visible (GTK_WIDGET (self->encoding), is_text);
  gtk_widget_set_visible (GTK_WIDGET (self->delimiter), is_text);
  for (guint i = 0; is_text && i < G_N_ELEMENTS (encodings); i++)
    if (g_strcmp0 (encodings[i].name, look->encoding) == 0)
      salon_picker_set_selected (self->encoding, i + 1);
  salon_picker_set_selected (self->delimiter, SALON_PICK_NONE);
  for (guint i = 0; is_text && i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i].c == look->delimiter)
      salon_picker_set_selected (self->delimiter, i + 1);
}

static const char *
kind_text (const SalonExchangeLook *look)
{
  switch (look->kind) {
  case SALON_EXCHANGE_KIND_BOOK:
    return _("Excel");
  case SALON_EXCHANGE_KIND_CARDS:
    return _("vCard");
  case SALON_EXCHANGE_KIND_TEXT:
  default:
    return _("Text table");
  }
}

/* ---- building */

static void
salon_import_head_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_import_head_parent_class)->dispose (object);
}

static void
salon_import_head_finalize (GObject *object)
{
  g_free (SALON_IMPORT_HEAD (object)->path);
  g_strfreev (SALON_IMPORT_HEAD (object)->sheets);
  G_OBJECT_CLASS (salon_import_head_parent_class)->finalize (object);
}

static void
salon_import_head_class_init (SalonImportHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_import_head_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_import_head_finalize;

  /**
   * SalonImportHead::closed: the user wants to go back
   */
  signals[CLOSED] = g_signal_new ("closed", SALON_TYPE_IMPORT_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonImportHead::choose: the user wants another file
   */
  signals[CHOOSE] = g_signal_new ("choose", SALON_TYPE_IMPORT_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonImportHead::changed: the file is to be read otherwise, see salon_import_head_read()
   */
  signals[CHANGED] = g_signal_new ("changed", SALON_TYPE_IMPORT_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "importhead");
}

static SalonPicker *
add_picker (SalonImportHead *self, const char *label, const char *none)
{
  GtkWidget *picker = salon_picker_new (label, none);

  gtk_widget_set_visible (picker, FALSE);
  gtk_widget_set_valign (picker, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (picker, FALSE);
  salon_set_tooltip (picker, label);
  g_signal_connect (picker, "notify::selected", G_CALLBACK (on_picked), self);
  gtk_widget_set_parent (picker, GTK_WIDGET (self));
  return SALON_PICKER (picker);
}

static void
fill_pickers (SalonImportHead *self)
{
  g_autoptr (GListStore) names = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  g_autoptr (GListStore) marks = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    append (names, i + 1, _(encodings[i].label));
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    append (marks, i + 1, _(delimiters[i].label));
  salon_picker_set_items (self->encoding, G_LIST_MODEL (names));
  salon_picker_set_items (self->delimiter, G_LIST_MODEL (marks));
}

static void
salon_import_head_init (SalonImportHead *self)
{
  GtkWidget *back = salon_icon_button_new ("salon-chevron-left-symbolic", _("Back to the clients"));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 9);
  self->setting = TRUE;
  self->title = GTK_LABEL (salon_label_new (_("Bring in clients from a file"), "salon-title"));
  self->name = salon_label_new (NULL, "salon-heading");
  self->kind = SALON_CHIP (salon_chip_new (SALON_TONE_GREY, NULL, ""));
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->name), 1);
  g_signal_connect (back, "clicked", G_CALLBACK (on_back), self);
  gtk_widget_set_parent (back, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->kind), GTK_WIDGET (self));
  self->sheet = add_picker (self, _("Sheet"), _("choose …"));
  self->encoding = add_picker (self, _("Letters are written in"), _("choose …"));
  self->delimiter = add_picker (self, _("Between the columns stands"), _("another sign"));
  fill_pickers (self);
  self->other = gtk_button_new_with_label (_("Another file …"));
  gtk_widget_add_css_class (self->other, "salon-outlined");
  gtk_widget_set_valign (self->other, GTK_ALIGN_CENTER);
  g_signal_connect (self->other, "clicked", G_CALLBACK (on_other), self);
  gtk_widget_set_parent (self->other, GTK_WIDGET (self));
  self->setting = FALSE;
  salon_import_head_set_file (self, NULL, NULL);
}

/**
 * salon_import_head_new:
 *
 * Returns: (transfer floating): the line, without a file yet
 */
GtkWidget *
salon_import_head_new (void)
{
  return g_object_new (SALON_TYPE_IMPORT_HEAD, NULL);
}

/**
 * salon_import_head_set_file:
 * @path: (nullable): %NULL = none is chosen
 * @look: (nullable): what it is, once that is known
 */
void
salon_import_head_set_file (SalonImportHead *self, const char *path, const SalonExchangeLook *look)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : g_strdup ("");

  g_return_if_fail (SALON_IS_IMPORT_HEAD (self));

  self->setting = TRUE;
  g_free (self->path);
  self->path = g_strdup (path);
  g_strfreev (self->sheets);
  self->sheets = look != NULL ? g_strdupv (look->sheets) : NULL;
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_widget_set_visible (self->other, look != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), look != NULL);
  if (look != NULL)
    salon_chip_set (self->kind, SALON_TONE_GREY, NULL, kind_text (look));
  show_sheets (self, look);
  show_encoding (self, look);
  self->setting = FALSE;
}

/**
 * salon_import_head_set_locked: while an import runs, its file is not changed
 */
void
salon_import_head_set_locked (SalonImportHead *self, gboolean locked)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheet), !locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->encoding), !locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->delimiter), !locked);
  gtk_widget_set_sensitive (self->other, !locked);
}

/**
 * salon_import_head_read:
 *
 * Returns: (transfer full): the file, to be read as was picked
 */
SalonImportFile *
salon_import_head_read (SalonImportHead *self)
{
  gint64 sheet = salon_picker_get_selected (self->sheet);
  gint64 encoding = salon_picker_get_selected (self->encoding);
  gint64 delimiter = salon_picker_get_selected (self->delimiter);
  gboolean is_text = gtk_widget_get_visible (GTK_WIDGET (self->encoding));
  guint n = self->sheets != NULL ? g_strv_length (self->sheets) : 0;

  return salon_import_file_new (self->path, sheet > 0 && sheet <= n ? self->sheets[sheet - 1] : NULL,
                                is_text && encoding > 0 ? encodings[encoding - 1].name : NULL,
                                is_text && delimiter > 0 ? delimiters[delimiter - 1].c : 0);
}
