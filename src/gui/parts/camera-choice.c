/* The cameras by the names that the system gives them, and the picture of the chosen one, so that nobody has to guess.  It is
 * kept for this computer, not in the salon: another one has other cameras. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/camera-choice.h"
#include "gui/parts/camera-live.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/picker.h"

#define CHOICE_KEY "salon-camera-choice"
#define MAX_PICTURE_HEIGHT 360

typedef struct {
  GtkWidget *card;
  SalonPicker *picker;
  SalonCameraLive *live;
  GSettings *memory;
  GPtrArray *names; /* of the lines, which count from 1; "" = the first that there is */
  gboolean is_filling;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_clear_object (&self->memory);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/* ---- the lines */

static void
add_line (Choice *self, GListStore *lines, const char *name, const char *shown)
{
  g_autoptr (SalonPickerItem) item = NULL;

  g_ptr_array_add (self->names, g_strdup (name));
  item = salon_picker_item_new ((gint64) self->names->len, shown, NULL, SALON_PICK_NO_COLOR);
  g_list_store_append (lines, item);
}

/* One that is remembered and not there stays in the list: it may be plugged in tomorrow. */
static void
fill (Choice *self, const char *const *cameras)
{
  g_autoptr (GListStore) lines = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  g_autofree char *chosen = g_settings_get_string (self->memory, "camera");
  guint position = 0;

  g_ptr_array_set_size (self->names, 0);
  add_line (self, lines, "", _("The first that is connected"));
  for (guint i = 0; cameras[i] != NULL; i++)
    add_line (self, lines, cameras[i], cameras[i]);
  if (!g_ptr_array_find_with_equal_func (self->names, chosen, g_str_equal, &position)) {
    /* Translators: %s is the name of a camera */
    g_autofree char *shown = g_strdup_printf (_("%s (not connected)"), chosen);

    position = self->names->len;
    add_line (self, lines, chosen, shown);
  }
  self->is_filling = TRUE;
  salon_picker_set_items (self->picker, G_LIST_MODEL (lines));
  salon_picker_set_selected (self->picker, (gint64) position + 1);
  self->is_filling = FALSE;
}

static void
on_list (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) card = data;
  Choice *self = g_object_get_data (G_OBJECT (card), CHOICE_KEY);
  g_auto (GStrv) cameras = salon_camera_list_finish (result, NULL);

  if (cameras != NULL && gtk_widget_get_root (card) != NULL)
    fill (self, (const char *const *) cameras);
}

static void
on_map (GtkWidget *card, Choice *self)
{
  salon_camera_list (NULL, on_list, g_object_ref (card));
}

static void
on_selected (SalonPicker *picker, GParamSpec *pspec, Choice *self)
{
  gint64 line = salon_picker_get_selected (picker);

  if (self->is_filling || line == SALON_PICK_NONE)
    return;
  g_settings_set_string (self->memory, "camera", self->names->pdata[line - 1]);
  salon_camera_live_reopen (self->live);
}

/* ---- building */

static GtkWidget *
build_picture (Choice *self)
{
  self->live = SALON_CAMERA_LIVE (salon_camera_live_new ());
  salon_camera_view_set_mirrored (salon_camera_live_get_view (self->live), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->live), -1, MAX_PICTURE_HEIGHT);
  return GTK_WIDGET (self->live);
}

/**
 * salon_camera_choice_new:
 *
 * Returns: (transfer floating) (nullable): the choice, remembered for this computer; %NULL where nothing can be remembered
 */
GtkWidget *
salon_camera_choice_new (void)
{
  static const char *const none[] = { NULL };
  GSettings *memory = salon_memory_open ();
  Choice *self = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *field = NULL;

  if (memory == NULL) {
    g_object_unref (g_object_ref_sink (box));
    return NULL;
  }
  self = g_new0 (Choice, 1);
  self->memory = memory;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->card = salon_card_new (C_("settings", "Camera of this computer"));
  self->picker = SALON_PICKER (salon_picker_new (_("Camera"), ""));
  field = salon_form_field_new ("camera", _("Camera"), GTK_WIDGET (self->picker));
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), build_picture (self));
  salon_card_set_child (SALON_CARD (self->card), box);
  g_object_set_data_full (G_OBJECT (self->card), CHOICE_KEY, self, choice_free);
  fill (self, none);
  g_signal_connect (self->card, "map", G_CALLBACK (on_map), self);
  g_signal_connect (self->picker, "notify::selected", G_CALLBACK (on_selected), self);
  return self->card;
}
