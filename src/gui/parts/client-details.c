/* The rest of the card.  Notes take the whole width; short facts stand in as many columns as there is
 * room for.  Lines
 * of own fields follow the fields of the salon. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-birth.h"
#include "gui/parts/client-channels.h"
#include "gui/parts/client-choice-line.h"
#include "gui/parts/client-custom-line.h"
#include "gui/parts/client-details.h"
#include "gui/parts/client-discount.h"
#include "gui/parts/client-referrer-line.h"
#include "gui/parts/client-text-line.h"
#include "gui/parts/custom-values.h"
#include "gui/widgets/build.h"
#include "gui/widgets/cells-layout.h"

#define COLUMN_WIDTH 126
#define MAX_COLUMNS  5

struct _SalonClientDetails {
  GtkWidget parent_instance;

  SalonClientModel *model;
  GtkBox *notes;
  GtkBox *facts;
  GPtrArray *lines;  /* SalonClientLine, in the order of the card */
  GPtrArray *custom; /* SalonClientLine of the own fields; also among the lines */
  GPtrArray *fields; /* SalonCustomField of those lines */
};

G_DEFINE_FINAL_TYPE (SalonClientDetails, salon_client_details, GTK_TYPE_WIDGET)

/* ---- lines */

static void
add_note (SalonClientDetails *self, GtkWidget *line)
{
  gtk_box_append (self->notes, line);
  g_ptr_array_add (self->lines, g_object_ref (line));
}

static void
add_fact (SalonClientDetails *self, GtkWidget *line)
{
  salon_client_line_set_upright (SALON_CLIENT_LINE (line));
  gtk_box_append (self->facts, line);
  g_ptr_array_add (self->lines, g_object_ref (line));
}

static GtkWidget *
messenger_line (SalonClientModel *model, const char *column, const char *name, const char *placeholder, const char *prefix)
{
  GtkWidget *line = salon_client_text_line_new (model, column, name, placeholder, FALSE, SALON_CLIENT_VERB_CONTACTS);

  salon_client_text_line_set_link (SALON_CLIENT_TEXT_LINE (line), GTK_PACK_END, "salon-open-symbolic", _("Open"),
                                   prefix);
  return line;
}

static void
build_lines (SalonClientDetails *self)
{
  SalonClientModel *model = self->model;

  add_note (self, salon_client_text_line_new (model, "note", _("Note"), _("Add a note"), TRUE, SALON_CLIENT_VERB_NOTES));
  add_note (self, salon_client_text_line_new (model, "wishes", C_ ("client", "Wishes"), _("Needs and wishes"), TRUE,
                                              SALON_CLIENT_VERB_NOTES));
  add_fact (self, salon_client_birth_line_new (model));
  add_fact (self, messenger_line (model, "whatsapp", "WhatsApp", _("Number"), "https://wa.me/"));
  add_fact (self, messenger_line (model, "telegram", "Telegram", _("Name or number"), "https://t.me/"));
  add_fact (self, messenger_line (model, "instagram", "Instagram", C_ ("messenger", "Name"), "https://instagram.com/"));
  add_fact (self, salon_client_text_line_new (model, "address", _("Address"), _("Street, house, flat, town"), FALSE,
                                              SALON_CLIENT_VERB_CONTACTS));
  add_fact (self, salon_client_source_line_new (model));
  add_fact (self, salon_client_referrer_line_new (model));
  add_fact (self, salon_client_language_line_new (model));
  add_fact (self, salon_client_gender_line_new (model));
  add_fact (self, salon_client_channels_line_new (model));
  add_fact (self, salon_client_discount_line_new (model));
  add_fact (self, salon_client_importance_line_new (model));
}

/* ---- own fields */

static gboolean
same_fields (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (salon_entity_get_id (a->pdata[i]) != salon_entity_get_id (b->pdata[i])
        || !salon_entity_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
remove_custom (SalonClientDetails *self)
{
  for (guint i = 0; i < self->custom->len; i++) {
    GtkWidget *line = self->custom->pdata[i];

    g_ptr_array_remove (self->lines, line);
    gtk_box_remove (self->facts, line);
  }
  g_ptr_array_set_size (self->custom, 0);
  g_ptr_array_set_size (self->fields, 0);
}

static void
renew_custom (SalonClientDetails *self, GPtrArray *fields)
{
  if (same_fields (fields, self->fields))
    return;
  remove_custom (self);
  for (guint i = 0; i < fields->len; i++) {
    SalonCustomField *field = fields->pdata[i];
    GtkWidget *line = salon_custom_is_choice (field) ? salon_client_custom_choice_line_new (self->model, field)
                                                     : salon_client_custom_line_new (self->model, field);

    add_fact (self, line);
    g_ptr_array_add (self->custom, g_object_ref (line));
    g_ptr_array_add (self->fields, g_object_ref (field));
  }
}

static void
on_loaded (SalonClientModel *model, SalonClientDetails *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);

  if (panel != NULL)
    renew_custom (self, panel->custom_fields);
}

/* ---- overrides */

static void
salon_client_details_dispose (GObject *object)
{
  SalonClientDetails *self = SALON_CLIENT_DETAILS (object);

  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->custom, 0);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_details_parent_class)->dispose (object);
}

static void
salon_client_details_finalize (GObject *object)
{
  SalonClientDetails *self = SALON_CLIENT_DETAILS (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->custom);
  g_ptr_array_unref (self->fields);
  G_OBJECT_CLASS (salon_client_details_parent_class)->finalize (object);
}

static void
salon_client_details_class_init (SalonClientDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_client_details_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_client_details_init (SalonClientDetails *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->custom = g_ptr_array_new_with_free_func (g_object_unref);
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->notes), "salon-notes");
  self->facts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->facts), salon_cells_layout_new (COLUMN_WIDTH, MAX_COLUMNS, 18, 9));
  gtk_widget_set_parent (GTK_WIDGET (self->notes), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->facts), GTK_WIDGET (self));
}

/**
 * salon_client_details_new:
 *
 * Returns: (transfer floating): the details of the client of @model
 */
GtkWidget *
salon_client_details_new (SalonClientModel *model)
{
  SalonClientDetails *self = g_object_new (SALON_TYPE_CLIENT_DETAILS, NULL);

  self->model = g_object_ref (model);
  build_lines (self);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}

/**
 * salon_client_details_append_lines:
 * @lines: (element-type SalonClientLine): gets all lines, shown and hidden
 */
void
salon_client_details_append_lines (SalonClientDetails *self, GPtrArray *lines)
{
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (lines, self->lines->pdata[i]);
}
