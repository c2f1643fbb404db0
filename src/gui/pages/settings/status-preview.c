/* Four bars.  Their length is the share of all clients; the number and the word say the same. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/status-preview.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/tone.h"
#include "model/rules/status-text.h"

typedef struct {
  SalonChip *chip;
  GtkProgressBar *bar;
  GtkLabel *count;
  GtkLabel *change;
} Line;

struct _SalonStatusPreview {
  GtkWidget parent_instance;

  GtkGrid *grid;
  Line lines[SALON_N_STATUSES];
  GtkLabel *total;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (SalonStatusPreview, salon_status_preview, GTK_TYPE_WIDGET)

static void
salon_status_preview_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_status_preview_parent_class)->dispose (object);
}

static void
salon_status_preview_class_init (SalonStatusPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_status_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
build_line (SalonStatusPreview *self, int i)
{
  Line *line = &self->lines[i];
  const SalonLook *look = salon_look_of_status ((SalonStatus) i);
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  line->chip = SALON_CHIP (salon_chip_new_for_look (look));
  line->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  line->count = GTK_LABEL (salon_label_new ("", "salon-heading"));
  line->change = GTK_LABEL (salon_label_new ("", "salon-secondary"));
  gtk_widget_add_css_class (GTK_WIDGET (line->bar), "salon-share");
  gtk_widget_add_css_class (GTK_WIDGET (line->bar), salon_tone_css_class (look->tone));
  gtk_widget_add_css_class (GTK_WIDGET (line->count), "salon-num");
  gtk_widget_add_css_class (GTK_WIDGET (line->change), "salon-num");
  gtk_label_set_xalign (line->count, 1);
  gtk_label_set_width_chars (line->count, 7);
  gtk_label_set_width_chars (line->change, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (line->bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (line->bar), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (place), GTK_WIDGET (line->chip));
  gtk_grid_attach (self->grid, place, 0, i, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (line->bar), 1, i, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (line->count), 2, i, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (line->change), 3, i, 1, 1);
}

static void
salon_status_preview_init (SalonStatusPreview *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 15);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 15);
  for (int i = 0; i < SALON_N_STATUSES; i++)
    build_line (self, i);
  self->total = GTK_LABEL (salon_wrapped_label_new ("", "salon-secondary"));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->total));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->spinner));
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_set_parent (foot, GTK_WIDGET (self));
}

static void
show_line (SalonStatusPreview *self, int i, gint64 count, gint64 all, gint64 change)
{
  Line *line = &self->lines[i];
  g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, count);
  g_autofree char *differs = change != 0 ? g_strdup_printf ("%s%'" G_GINT64_FORMAT, change > 0 ? "+" : "−", ABS (change)) : NULL;
  g_autofree char *spoken = g_strdup_printf ("%s: %s", salon_chip_get_text (line->chip), number);

  gtk_label_set_text (line->count, number);
  gtk_label_set_text (line->change, differs != NULL ? differs : "");
  gtk_progress_bar_set_fraction (line->bar, all > 0 ? (double) count / (double) all : 0);
  salon_set_accessible_label (line->bar, spoken);
}

/**
 * salon_status_preview_new:
 *
 * Returns: (transfer floating): bars without numbers
 */
GtkWidget *
salon_status_preview_new (void)
{
  return g_object_new (SALON_TYPE_STATUS_PREVIEW, NULL);
}

/**
 * salon_status_preview_set_busy: whether the numbers are being counted
 */
void
salon_status_preview_set_busy (SalonStatusPreview *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
}

/**
 * salon_status_preview_show:
 * @split: with the rule in question
 * @now: (nullable): with the rule that is saved
 * @words: whose words
 */
void
salon_status_preview_show (SalonStatusPreview *self, const SalonSplit *split, const SalonSplit *now, SalonStatusPreset words)
{
  g_autofree char *total = NULL;
  gint64 all = 0;

  for (int i = 0; i < SALON_N_STATUSES; i++)
    all += split->counts[i];
  for (int i = 0; i < SALON_N_STATUSES; i++) {
    const SalonLook *look = salon_look_of_status ((SalonStatus) i);

    salon_chip_set (self->lines[i].chip, look->tone, look->icon_name, salon_status_name ((SalonStatus) i, words));
    show_line (self, i, split->counts[i], all, now != NULL ? split->counts[i] - now->counts[i] : 0);
  }
  total = g_strdup_printf (ngettext ("%'d client today", "%'d clients today", (gulong) all), (int) all);
  gtk_label_set_text (self->total, total);
}
