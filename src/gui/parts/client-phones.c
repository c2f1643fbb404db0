/* The phones on the card.  Rows are kept by the id of the phone, so that what somebody is typing in one survives when
 * the card is read again; the row for a new phone is there only while somebody types in it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-phones.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/phone-row.h"
#include "model/entities/client-phone.h"
#include "model/rules/client-name.h"

struct _SalonClientPhones {
  GtkWidget parent_instance;

  SalonClientModel *model;
  GtkBox *rows;
  SalonPhoneRow *fresh; /* of a phone that is about to be added; NULL = none */
  gint64 client;
};

G_DEFINE_FINAL_TYPE (SalonClientPhones, salon_client_phones, GTK_TYPE_WIDGET)

static void
fill_row (SalonClientPhones *self, SalonPhoneRow *row, const SalonClientPhone *phone)
{
  const SalonSettings *settings = salon_directory_settings (salon_client_model_get_directory (self->model));
  const char *country = settings != NULL ? settings->country : "";
  g_autofree char *display = salon_client_phone_text (phone->e164, phone->typed, country);

  salon_phone_row_set (row, phone->typed, display, phone->e164, phone->label);
}

/* ---- saving */

typedef struct {
  SalonClientPhones *phones;
  SalonPhoneRow *row;
  gint64 client;
  char *typed;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->phones);
  g_clear_object (&saving->row);
  g_free (saving->typed);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* The row shows again what is saved. */
static void
put_back (SalonClientPhones *self, SalonPhoneRow *row)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);

  salon_phone_row_set (row, NULL, NULL, NULL, NULL);
  for (guint i = 0; panel != NULL && i < panel->phones->len; i++)
    if (salon_entity_get_id (panel->phones->pdata[i]) == salon_phone_row_get_id (row))
      fill_row (self, row, panel->phones->pdata[i]);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  SalonClientPhones *self = saving->phones;
  g_autoptr (GError) error = NULL;

  if (salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error) || self->model == NULL)
    return;
  if (saving->row == NULL || saving->client != self->client || gtk_widget_get_parent (GTK_WIDGET (saving->row)) == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  put_back (self, saving->row);
  gtk_widget_set_visible (GTK_WIDGET (saving->row), TRUE);
  salon_phone_row_reopen (saving->row, saving->typed, error->message);
}

/* Takes the phones over. */
static void
save (SalonClientPhones *self, GPtrArray *phones, SalonPhoneRow *row, const char *typed, const char *note)
{
  SalonClientDraft *draft = salon_client_model_draft (self->model);
  Saving *saving = g_new0 (Saving, 1);

  draft->phones = phones;
  saving->phones = g_object_ref (self);
  saving->row = row != NULL ? g_object_ref (row) : NULL;
  saving->client = self->client;
  saving->typed = g_strdup (typed);
  salon_client_model_save (self->model, draft, note, on_saved, saving);
}

static SalonPhoneDraft *
find_phone (GPtrArray *phones, gint64 id)
{
  for (guint i = 0; i < phones->len; i++)
    if (((SalonPhoneDraft *) phones->pdata[i])->id == id)
      return phones->pdata[i];
  return NULL;
}

static char *
saved_note (SalonClientPhones *self)
{
  /* Translators: %s is a client */
  return g_strdup_printf (_("Phone saved: %s"), salon_client_model_peek (self->model)->name);
}

static char *
removed_note (SalonClientPhones *self)
{
  /* Translators: %s is a client */
  return g_strdup_printf (_("Phone removed: %s"), salon_client_model_peek (self->model)->name);
}

static gboolean
on_commit (SalonPhoneRow *row, const char *typed, const char *whose, SalonClientPhones *self)
{
  gint64 id = salon_phone_row_get_id (row);
  GPtrArray *phones = NULL;
  SalonPhoneDraft *phone = NULL;
  g_autofree char *note = NULL;

  if (salon_client_model_peek (self->model) == NULL)
    return FALSE;
  phones = salon_client_model_dup_phones (self->model);
  phone = id != 0 ? find_phone (phones, id) : NULL;
  if (phone != NULL) {
    g_free (phone->typed);
    g_free (phone->label);
    phone->typed = g_strdup (typed);
    phone->label = g_strdup (whose);
  } else {
    g_ptr_array_add (phones, salon_phone_draft_new (0, typed, whose));
  }
  note = *typed != '\0' ? saved_note (self) : removed_note (self);
  save (self, phones, row, typed, note);
  return TRUE;
}

static void
on_removed (SalonPhoneRow *row, SalonClientPhones *self)
{
  GPtrArray *phones = salon_client_model_dup_phones (self->model);
  SalonPhoneDraft *phone = find_phone (phones, salon_phone_row_get_id (row));
  g_autofree char *note = removed_note (self);

  if (phone != NULL)
    g_ptr_array_remove (phones, phone);
  save (self, phones, NULL, NULL, note);
}

/* ---- rendering */

static SalonPhoneRow *
find_row (SalonClientPhones *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (salon_phone_row_get_id (SALON_PHONE_ROW (row)) == id)
      return SALON_PHONE_ROW (row);
  return NULL;
}

static SalonPhoneRow *
add_row (SalonClientPhones *self, gint64 id)
{
  GtkWidget *row = salon_phone_row_new (id);

  g_signal_connect (row, "commit", G_CALLBACK (on_commit), self);
  g_signal_connect (row, "removed", G_CALLBACK (on_removed), self);
  gtk_box_append (self->rows, row);
  return SALON_PHONE_ROW (row);
}

static void
show_phone (SalonClientPhones *self, const SalonClientPhone *phone, GtkWidget *after)
{
  SalonPhoneRow *row = find_row (self, salon_entity_get_id (phone));

  if (row == NULL)
    row = add_row (self, salon_entity_get_id (phone));
  fill_row (self, row, phone);
  salon_phone_row_set_editable (row, (salon_client_model_get_verbs (self->model) & SALON_CLIENT_VERB_CONTACTS) != 0);
  gtk_box_reorder_child_after (self->rows, GTK_WIDGET (row), after);
}

static gboolean
has_phone (const SalonClientPanel *panel, gint64 id)
{
  for (guint i = 0; panel != NULL && i < panel->phones->len; i++)
    if (salon_entity_get_id (panel->phones->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

static void
drop_rows (SalonClientPhones *self, const SalonClientPanel *panel)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  while (row != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (row);

    if (row != GTK_WIDGET (self->fresh) && !has_phone (panel, salon_phone_row_get_id (SALON_PHONE_ROW (row))))
      gtk_box_remove (self->rows, row);
    row = next;
  }
}

static void
update_visible (SalonClientPhones *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  gboolean adding = self->fresh != NULL && gtk_widget_get_visible (GTK_WIDGET (self->fresh));

  gtk_widget_set_visible (GTK_WIDGET (self), adding || (panel != NULL && panel->phones->len > 0));
}

/* The empty row goes when nobody types in it; one that was taken stays until the card is read again. */
static void
update_fresh (SalonPhoneRow *row, SalonClientPhones *self)
{
  gtk_widget_set_visible (GTK_WIDGET (row), salon_phone_row_is_editing (row) || salon_phone_row_is_filled (row));
  update_visible (self);
}

static void
drop_fresh (SalonClientPhones *self)
{
  if (self->fresh == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->fresh, update_fresh, self);
  gtk_box_remove (self->rows, GTK_WIDGET (self->fresh));
  self->fresh = NULL;
}

static SalonPhoneRow *
need_fresh (SalonClientPhones *self)
{
  if (self->fresh != NULL)
    return self->fresh;
  self->fresh = add_row (self, 0);
  g_signal_connect (self->fresh, "editing-changed", G_CALLBACK (update_fresh), self);
  return self->fresh;
}

static void
on_loaded (SalonClientModel *model, SalonClientPhones *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);
  GtkWidget *after = NULL;

  drop_rows (self, panel);
  if (self->client != salon_client_model_get_client (model) || (self->fresh != NULL && !salon_phone_row_is_editing (self->fresh)))
    drop_fresh (self);
  self->client = salon_client_model_get_client (model);
  if (panel == NULL)
    return;
  for (guint i = 0; i < panel->phones->len; i++) {
    show_phone (self, panel->phones->pdata[i], after);
    after = GTK_WIDGET (find_row (self, salon_entity_get_id (panel->phones->pdata[i])));
  }
  if (self->fresh != NULL)
    gtk_box_reorder_child_after (self->rows, GTK_WIDGET (self->fresh), after);
  update_visible (self);
}

/* ---- overrides */

static void
salon_client_phones_dispose (GObject *object)
{
  SalonClientPhones *self = SALON_CLIENT_PHONES (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_phones_parent_class)->dispose (object);
}

static void
salon_client_phones_class_init (SalonClientPhonesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_phones_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_client_phones_init (SalonClientPhones *self)
{
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
  salon_set_accessible_label (self, _("Phones"));
}

/**
 * salon_client_phones_new:
 *
 * Returns: (transfer floating): the phones of the client of @model
 */
GtkWidget *
salon_client_phones_new (SalonClientModel *model)
{
  SalonClientPhones *self = g_object_new (SALON_TYPE_CLIENT_PHONES, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}

/**
 * salon_client_phones_can_add:
 *
 * Returns: whether who works now may add a phone
 */
gboolean
salon_client_phones_can_add (SalonClientPhones *self)
{
  return (salon_client_model_get_verbs (self->model) & SALON_CLIENT_VERB_CONTACTS) != 0;
}

/**
 * salon_client_phones_add: opens an empty row for one more phone
 */
void
salon_client_phones_add (SalonClientPhones *self)
{
  SalonPhoneRow *fresh = need_fresh (self);

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (fresh), TRUE);
  salon_phone_row_start (fresh);
}
