/* Which channels are allowed, and which one she likes best.  Each press is saved at once, with Undo. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-channels.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "model/rules/labels.h"

static const SalonChannel channels[] = {
  SALON_CHANNEL_PHONE, SALON_CHANNEL_SMS, SALON_CHANNEL_EMAIL, SALON_CHANNEL_WHATSAPP, SALON_CHANNEL_TELEGRAM,
};

struct _SalonClientChannels {
  SalonClientLine parent_instance;

  GtkWidget *holder; /* of the button, so that its text can wrap */
  GtkMenuButton *button;
  GtkLabel *text;
  GtkCheckButton *allowed[G_N_ELEMENTS (channels)];
  GtkCheckButton *preferred[G_N_ELEMENTS (channels)];
  GtkCheckButton *no_preference;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonClientChannels, salon_client_channels, SALON_TYPE_CLIENT_LINE)

static SalonClientModel *
model_of (SalonClientChannels *self)
{
  return salon_client_line_get_model (SALON_CLIENT_LINE (self));
}

/* ---- showing */

static char *
describe (const SalonClient *client)
{
  g_autofree char *allowed = salon_channels_label (client->channels);
  g_autofree char *preferred = salon_channels_label (client->preferred_channel);

  if (*allowed == '\0')
    return g_strdup (_("none allowed"));
  if (*preferred == '\0')
    return g_steal_pointer (&allowed);
  /* Translators: the channels that a client allows, and the one that she likes best */
  return g_strdup_printf (_("%s; best by %s"), allowed, preferred);
}

static void
show (SalonClientChannels *self, const SalonClient *client)
{
  g_autofree char *text = describe (client);
  gboolean any = FALSE;

  self->filling = TRUE;
  gtk_label_set_text (self->text, text);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++) {
    gboolean allows = (client->channels & channels[i]) != 0;
    gboolean likes = client->preferred_channel == (gint64) channels[i];

    gtk_check_button_set_active (self->allowed[i], allows);
    gtk_check_button_set_active (self->preferred[i], likes);
    gtk_widget_set_sensitive (GTK_WIDGET (self->preferred[i]), allows);
    any = any || likes;
  }
  gtk_check_button_set_active (self->no_preference, !any);
  self->filling = FALSE;
}

/* ---- saving */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientChannels) self = data;
  SalonClientModel *model = SALON_CLIENT_MODEL (source);
  g_autoptr (GError) error = NULL;

  if (salon_client_model_save_finish (model, result, &error) || self->button == NULL)
    return;
  salon_note_error (GTK_WIDGET (self), error);
  if (salon_client_model_peek (model) != NULL)
    show (self, salon_client_model_peek (model)->client);
}

/* What is not allowed is not liked best either. */
static void
read_into (SalonClientChannels *self, SalonClient *client)
{
  client->channels = 0;
  client->preferred_channel = 0;
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++) {
    if (!gtk_check_button_get_active (self->allowed[i]))
      continue;
    client->channels |= channels[i];
    if (gtk_check_button_get_active (self->preferred[i]))
      client->preferred_channel = channels[i];
  }
}

static void
on_toggled (GtkCheckButton *button, SalonClientChannels *self)
{
  SalonClientDraft *draft = NULL;
  g_autofree char *note = NULL;
  gboolean is_choice = !gtk_check_button_get_active (button) && button != self->no_preference;

  for (guint i = 0; i < G_N_ELEMENTS (channels) && is_choice; i++)
    is_choice = button != self->allowed[i];
  if (self->filling || is_choice) /* of the two that change in a choice the one that is on speaks */
    return;
  draft = salon_client_model_draft (model_of (self));
  if (draft == NULL)
    return;
  read_into (self, draft->curr);
  if (draft->curr->channels == draft->orig->channels && draft->curr->preferred_channel == draft->orig->preferred_channel) {
    salon_client_draft_free (draft);
    return;
  }
  note = salon_client_line_saved_note (SALON_CLIENT_LINE (self));
  salon_client_model_save (model_of (self), draft, note, on_saved, g_object_ref (self));
}

/* ---- overrides */

static gboolean
salon_client_channels_render (SalonClientLine *line, const SalonClientPanel *panel)
{
  show (SALON_CLIENT_CHANNELS (line), panel->client);
  return panel->client->channels != 0;
}

static void
salon_client_channels_start (SalonClientLine *line)
{
  gtk_menu_button_popup (SALON_CLIENT_CHANNELS (line)->button);
}

static void
salon_client_channels_dispose (GObject *object)
{
  G_OBJECT_CLASS (salon_client_channels_parent_class)->dispose (object);
  SALON_CLIENT_CHANNELS (object)->button = NULL;
}

static void
salon_client_channels_class_init (SalonClientChannelsClass *klass)
{
  SalonClientLineClass *line_class = SALON_CLIENT_LINE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_channels_dispose;
  line_class->render = salon_client_channels_render;
  line_class->start = salon_client_channels_start;
}

static GtkCheckButton *
add_check (SalonClientChannels *self, GtkGrid *grid, int column, int row, const char *label, const char *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  if (label == NULL) {
    gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
    salon_set_accessible_label (check, name);
  }
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_grid_attach (grid, check, column, row, 1, 1);
  return GTK_CHECK_BUTTON (check);
}

static GtkWidget *
build_choice (SalonClientChannels *self)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int row = 1;

  gtk_grid_set_column_spacing (grid, 24);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_set_margin_top (GTK_WIDGET (grid), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (grid), 6);
  gtk_widget_set_margin_start (GTK_WIDGET (grid), 8);
  gtk_widget_set_margin_end (GTK_WIDGET (grid), 8);
  gtk_grid_attach (grid, salon_label_new (C_ ("channel", "Allowed"), "dim-label"), 0, 0, 1, 1);
  gtk_grid_attach (grid, salon_label_new (C_ ("channel", "Best"), "dim-label"), 1, 0, 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++, row++) {
    g_autofree char *label = salon_channels_label (channels[i]);
    g_autofree char *best = g_strdup_printf (_("Best by %s"), label);

    self->allowed[i] = add_check (self, grid, 0, row, label, label);
    self->preferred[i] = add_check (self, grid, 1, row, NULL, best);
    if (i > 0)
      gtk_check_button_set_group (self->preferred[i], self->preferred[0]);
  }
  gtk_grid_attach (grid, salon_label_new (_("No preference"), NULL), 0, row, 1, 1);
  self->no_preference = add_check (self, grid, 1, row, NULL, _("No preference"));
  gtk_check_button_set_group (self->no_preference, self->preferred[0]);
  return GTK_WIDGET (grid);
}

static void
salon_client_channels_init (SalonClientChannels *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->filling = TRUE;
  self->text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->text));
  gtk_widget_set_hexpand (GTK_WIDGET (self->button), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "quiet");
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_child (GTK_POPOVER (popover), build_choice (self));
  gtk_menu_button_set_popover (self->button, popover);
  self->holder = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->holder), GTK_WIDGET (self->button));
  salon_compat_fill_button (self->button);
  salon_compat_wrap_button (self->holder);
  self->filling = FALSE;
}

/**
 * salon_client_channels_line_new:
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_client_channels_line_new (SalonClientModel *model)
{
  SalonClientChannels *self = g_object_new (SALON_TYPE_CLIENT_CHANNELS, NULL);

  salon_client_line_set_up (SALON_CLIENT_LINE (self), model, C_ ("client", "May be reached"), SALON_CLIENT_VERB_CONTACTS,
                            self->holder);
  return GTK_WIDGET (self);
}
