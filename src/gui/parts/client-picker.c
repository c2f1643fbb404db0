/* Picks a client by typing, as in the search of the header: each key asks anew and drops the question before. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-picker.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/textures.h"
#include "model/services/find.h"

#define MAX_CLIENTS 8
#define WIDTH       320

struct _SalonClientPicker {
  GtkWidget parent_instance;

  SalonSession *session;
  GtkMenuButton *button;
  GtkLabel *text;
  GtkWidget *search;
  GtkListBox *list;
  GtkLabel *nobody;
  GtkWidget *clear;
  GCancellable *cancellable;
  char *label;
  char *none;
  gint64 client;
};

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonClientPicker, salon_client_picker, GTK_TYPE_WIDGET)

static GQuark
row_quark (void)
{
  return g_quark_from_static_string ("salon-client-row");
}

/* ---- rows */

static GtkWidget *
row_new (SalonClientRow *client)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *photo = salon_photo_new (28);
  GtkWidget *name = salon_label_new (client->name, NULL);
  g_autoptr (GdkTexture) texture = salon_texture_of_bytes (client->thumb);

  salon_photo_set_person (SALON_PHOTO (photo), client->id, client->name);
  salon_photo_set_texture (SALON_PHOTO (photo), texture);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), photo);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), salon_label_new (client->phone, "salon-secondary"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  salon_set_accessible_label (row, client->name);
  g_object_set_qdata_full (G_OBJECT (row), row_quark (), g_object_ref (client), g_object_unref);
  return row;
}

static void
clear_rows (SalonClientPicker *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
show_found (SalonClientPicker *self, GPtrArray *clients)
{
  clear_rows (self);
  for (guint i = 0; i < clients->len; i++)
    gtk_list_box_append (self->list, row_new (clients->pdata[i]));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->list), clients->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), clients->len == 0);
}

/* ---- picking */

static void
pick (SalonClientPicker *self, gint64 id, const char *name)
{
  gtk_menu_button_popdown (self->button);
  if (id == self->client)
    return;
  salon_client_picker_set_client (self, id, name);
  g_signal_emit (self, signals[PICKED], 0, id);
}

static void
pick_row (SalonClientPicker *self, GtkListBoxRow *row)
{
  SalonClientRow *client = row != NULL ? g_object_get_qdata (G_OBJECT (row), row_quark ()) : NULL;

  if (client != NULL)
    pick (self, client->id, client->name);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonClientPicker *self)
{
  pick_row (self, row);
}

static void
on_search_activate (GtkEntry *search, SalonClientPicker *self)
{
  pick_row (self, gtk_list_box_get_selected_row (self->list));
}

static void
on_clear (GtkButton *button, SalonClientPicker *self)
{
  pick (self, 0, NULL);
}

/* ---- searching */

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientPicker) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonFound) found = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found != NULL) {
    show_found (self, found->clients);
    return;
  }
  clear_rows (self);
  gtk_label_set_text (self->nobody, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), TRUE);
}

static void
on_search_changed (GtkEditable *search, SalonClientPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (search)));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_label_set_text (self->nobody, _("Nobody found."));
  if (*text == '\0') {
    clear_rows (self);
    gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
    gtk_widget_set_visible (GTK_WIDGET (self->nobody), FALSE);
    return;
  }
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_find, SALON_LANE_INTERACTIVE, salon_find_request_new (text, MAX_CLIENTS),
                       self->cancellable, on_found, g_object_ref (self));
}

static gboolean
on_search_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonClientPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  GtkListBoxRow *next = NULL;

  if (step == 0)
    return FALSE;
  next = gtk_list_box_get_row_at_index (self->list, row != NULL ? gtk_list_box_row_get_index (row) + step : 0);
  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
  return TRUE;
}

static void
on_popover_show (GtkPopover *popover, SalonClientPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search_changed (GTK_EDITABLE (self->search), self);
  gtk_widget_set_visible (self->clear, self->client != 0);
  gtk_widget_grab_focus (self->search);
}

/* ---- overrides */

static gboolean
salon_client_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_CLIENT_PICKER (widget)->button));
}

static void
salon_client_picker_dispose (GObject *object)
{
  SalonClientPicker *self = SALON_CLIENT_PICKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_client_picker_parent_class)->dispose (object);
}

static void
salon_client_picker_finalize (GObject *object)
{
  SalonClientPicker *self = SALON_CLIENT_PICKER (object);

  g_free (self->label);
  g_free (self->none);
  G_OBJECT_CLASS (salon_client_picker_parent_class)->finalize (object);
}

static void
salon_client_picker_class_init (SalonClientPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = salon_client_picker_dispose;
  object_class->finalize = salon_client_picker_finalize;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_client_picker_grab_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonClientPicker::picked:
   * @id: whom the user picked; 0 = nobody any more
   */
  signals[PICKED] = g_signal_new ("picked", SALON_TYPE_CLIENT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "picker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
build_search (SalonClientPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->search), GTK_ENTRY_ICON_PRIMARY, "salon-search-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->search), _("Name or phone"));
  salon_set_accessible_label (self->search, _("Search a client"));
  g_signal_connect (self->search, "changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (on_search_activate), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  gtk_widget_add_controller (self->search, keys);
  return self->search;
}

static GtkWidget *
build_popover (SalonClientPicker *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->nobody = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  self->clear = gtk_button_new_with_label (_("Nobody"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-picks");
  gtk_widget_add_css_class (self->clear, "flat");
  salon_set_accessible_label (self->list, _("Clients found"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (self->clear, "clicked", G_CALLBACK (on_clear), self);
  gtk_box_append (GTK_BOX (box), build_search (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->nobody));
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-picker");
  g_signal_connect (popover, "show", G_CALLBACK (on_popover_show), self);
  return popover;
}

static void
salon_client_picker_init (SalonClientPicker *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->text = GTK_LABEL (salon_label_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("salon-chevron-down-symbolic"));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, content);
  salon_compat_fill_button (self->button);
  gtk_menu_button_set_popover (self->button, build_popover (self));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * salon_client_picker_new:
 * @label: what she is picked for, for screen readers
 * @none: what the button shows while nobody is picked
 *
 * Returns: (transfer floating): a picker
 */
GtkWidget *
salon_client_picker_new (SalonSession *session, const char *label, const char *none)
{
  SalonClientPicker *self = g_object_new (SALON_TYPE_CLIENT_PICKER, NULL);

  self->session = g_object_ref (session);
  self->label = g_strdup (label);
  self->none = g_strdup (none);
  salon_client_picker_set_client (self, 0, NULL);
  return GTK_WIDGET (self);
}

/**
 * salon_client_picker_set_client:
 * @id: 0 = nobody
 * @name: (nullable): her name as it is shown
 */
void
salon_client_picker_set_client (SalonClientPicker *self, gint64 id, const char *name)
{
  const char *text = id != 0 && name != NULL ? name : self->none;
  g_autofree char *spoken = g_strdup_printf ("%s: %s", self->label, text);

  self->client = id;
  gtk_label_set_text (self->text, text);
  salon_set_css_class (GTK_WIDGET (self->text), "salon-secondary", id == 0);
  salon_set_accessible_label (self->button, spoken);
}

/**
 * salon_client_picker_get_client:
 *
 * Returns: who is picked; 0 = nobody
 */
gint64
salon_client_picker_get_client (SalonClientPicker *self)
{
  return self->client;
}

/**
 * salon_client_picker_get_text:
 *
 * Returns: (transfer none): what the button shows
 */
const char *
salon_client_picker_get_text (SalonClientPicker *self)
{
  return gtk_label_get_text (self->text);
}

/**
 * salon_client_picker_set_quiet:
 *
 * Makes it look like text that can be pressed: no frame, no arrow, and the name goes on in the next line.
 */
void
salon_client_picker_set_quiet (SalonClientPicker *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "quiet");
  gtk_widget_set_visible (gtk_widget_get_next_sibling (GTK_WIDGET (self->text)), FALSE);
  gtk_label_set_ellipsize (self->text, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD);
  salon_compat_wrap_button (GTK_WIDGET (self));
}

/**
 * salon_client_picker_popup: drops the search down
 */
void
salon_client_picker_popup (SalonClientPicker *self)
{
  gtk_menu_button_popup (self->button);
}
