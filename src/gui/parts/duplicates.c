/* A banner with the clients who may be the one that is being typed.  Every key asks anew; an answer to an older
 * question is dropped. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/duplicates.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/textures.h"
#include "model/services/clients.h"

struct _SalonDuplicates {
  GtkWidget parent_instance;

  SalonSession *session;
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkBox *rows;
  GCancellable *cancellable;
  guint n;
};

G_DEFINE_FINAL_TYPE (SalonDuplicates, salon_duplicates, GTK_TYPE_WIDGET)

static GQuark
id_quark (void)
{
  return g_quark_from_static_string ("salon-client-id");
}

static void
on_open (GtkButton *button, SalonDuplicates *self)
{
  gint64 *id = g_object_get_qdata (G_OBJECT (button), id_quark ());

  salon_shell_open_client (GTK_WIDGET (self), *id);
}

static GtkWidget *
open_button_new (SalonDuplicates *self, const SalonClientRow *client)
{
  GtkWidget *button = gtk_button_new_with_label (_("Open her card"));
  /* Translators: for screen readers; %s is a client */
  g_autofree char *label = g_strdup_printf (_("Open the card of %s"), client->name);

  g_object_set_qdata_full (G_OBJECT (button), id_quark (), g_memdup2 (&client->id, sizeof client->id), g_free);
  salon_set_accessible_label (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_open), self);
  return button;
}

static GtkWidget *
row_new (SalonDuplicates *self, const SalonClientRow *client)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *photo = salon_photo_new (32);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GdkTexture) texture = salon_texture_of_bytes (client->thumb);

  salon_photo_set_person (SALON_PHOTO (photo), client->id, client->name);
  salon_photo_set_texture (SALON_PHOTO (photo), texture);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), salon_label_new (client->name, "salon-heading"));
  if (client->phone != NULL && !g_str_equal (client->phone, client->name))
    gtk_box_append (GTK_BOX (texts), salon_label_new (client->phone, "salon-small"));
  gtk_box_append (GTK_BOX (row), photo);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), salon_chip_new_for_look (salon_look_of_status ((int) client->status)));
  gtk_box_append (GTK_BOX (row), open_button_new (self, client));
  return row;
}

static void
show_clients (SalonDuplicates *self, GPtrArray *clients)
{
  GtkWidget *row = NULL;

  self->n = clients != NULL ? clients->len : 0;
  gtk_revealer_set_reveal_child (self->revealer, self->n > 0);
  if (self->n == 0)
    return; /* the rows stay while the banner folds */
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < self->n; i++)
    gtk_box_append (self->rows, row_new (self, clients->pdata[i]));
  gtk_label_set_text (self->title, ngettext ("This client may be in the base already.",
                                             "These clients may be the one you are typing.", self->n));
  salon_set_accessible_label (self, gtk_label_get_text (self->title));
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonDuplicates) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = salon_session_query_finish (SALON_SESSION (source), result, &error);

  /* not to know it is no reason to trouble anybody: saving goes on */
  if (self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_clients (self, clients);
}

static void
salon_duplicates_dispose (GObject *object)
{
  SalonDuplicates *self = SALON_DUPLICATES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_duplicates_parent_class)->dispose (object);
}

static void
salon_duplicates_class_init (SalonDuplicatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_duplicates_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "salonbanner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
salon_duplicates_init (SalonDuplicates *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->title = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-heading"));
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (box, "content");
  gtk_widget_add_css_class (box, "amber");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, box);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
}

/**
 * salon_duplicates_new:
 *
 * Returns: (transfer floating): a banner that is hidden
 */
GtkWidget *
salon_duplicates_new (SalonSession *session)
{
  SalonDuplicates *self = g_object_new (SALON_TYPE_DUPLICATES, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_duplicates_ask:
 * @name: what was typed so far
 * @phone: what was typed so far
 * @email: what was typed so far
 *
 * Looks who that may be.
 */
void
salon_duplicates_ask (SalonDuplicates *self, const char *name, const char *phone, const char *email)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*name == '\0' && *phone == '\0' && *email == '\0') {
    show_clients (self, NULL);
    return;
  }
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_client_duplicates, SALON_LANE_INTERACTIVE,
                       salon_duplicate_request_new (name, phone, email), self->cancellable, on_found, g_object_ref (self));
}

/**
 * salon_duplicates_get_n:
 *
 * Returns: how many clients are shown
 */
guint
salon_duplicates_get_n (SalonDuplicates *self)
{
  return self->n;
}
