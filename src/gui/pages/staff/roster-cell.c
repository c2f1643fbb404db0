/* A cell is drawn, not put together: a month has a thousand of them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/pages/staff/roster-cell.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "model/entities/enums.h"

#define TINT    0.24f
#define STRIPE  3

struct _SalonRosterCell {
  GtkWidget parent_instance;

  SalonRosterLook look;
  char *label;
};

G_DEFINE_FINAL_TYPE (SalonRosterCell, salon_roster_cell, GTK_TYPE_WIDGET)

/**
 * salon_absence_kind_name:
 *
 * Returns: (transfer none): the word for a SalonAbsenceKind
 */
const char *
salon_absence_kind_name (gint64 kind)
{
  switch ((SalonAbsenceKind) kind) {
  case SALON_ABSENCE_HOLIDAY:
    return C_("absence", "Holiday");
  case SALON_ABSENCE_SICK:
    return C_("absence", "Sick");
  case SALON_ABSENCE_TRAINING:
    return C_("absence", "Training");
  case SALON_ABSENCE_OTHER:
    return C_("absence", "Other");
  default:
    return "";
  }
}

/* One letter each, none twice: the colour alone says nothing to many. */
static const char *
absence_letter (gint64 kind)
{
  switch ((SalonAbsenceKind) kind) {
  case SALON_ABSENCE_HOLIDAY:
    return C_ ("letter of an absence", "H");
  case SALON_ABSENCE_SICK:
    return C_ ("letter of an absence", "S");
  case SALON_ABSENCE_TRAINING:
    return C_ ("letter of an absence", "T");
  case SALON_ABSENCE_OTHER:
  default:
    return C_ ("letter of an absence", "O");
  }
}

/* ---- drawing */

static GdkRGBA
named (GtkWidget *widget, const char *name, float alpha)
{
  GdkRGBA color = { 0.5f, 0.5f, 0.5f, 1 };

  salon_compat_lookup_color (widget, name, &color);
  color.alpha *= alpha;
  return color;
}

static GdkRGBA
of_rgb (gint64 rgb, float alpha)
{
  return (GdkRGBA){ (float) (rgb >> 16 & 0xff) / 255.0f, (float) (rgb >> 8 & 0xff) / 255.0f, (float) (rgb & 0xff) / 255.0f, alpha };
}

static const char *
color_of_absence (gint64 kind)
{
  static const char *const names[] = { "salon_grey", "salon_teal", "salon_red", "salon_blue", "salon_grey" };

  return names[CLAMP (kind, 0, SALON_ABSENCE_OTHER)];
}

/* Slanted lines over the whole cell. */
static void
hatch (GtkSnapshot *snapshot, const GdkRGBA *color, float width, float height)
{
  GskColorStop stops[] = { { 0, *color }, { 0.3f, *color }, { 0.3f, { 0, 0, 0, 0 } }, { 1, { 0, 0, 0, 0 } } };

  gtk_snapshot_append_repeating_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                                 &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (5, 5), stops, 4);
}

static void
rounded (GtkSnapshot *snapshot, const GdkRGBA *color, const graphene_rect_t *rect)
{
  GskRoundedRect clip;

  gsk_rounded_rect_init_from_rect (&clip, rect, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

static void
outline (GtkSnapshot *snapshot, const GdkRGBA *color, const graphene_rect_t *rect, float thickness)
{
  GskRoundedRect shape;
  float widths[4] = { thickness, thickness, thickness, thickness };
  GdkRGBA colors[4] = { *color, *color, *color, *color };

  gsk_rounded_rect_init_from_rect (&shape, rect, 4);
  gtk_snapshot_append_border (snapshot, &shape, widths, colors);
}

static void
draw_ground (SalonRosterCell *self, GtkSnapshot *snapshot, float width, float height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA line = named (widget, "salon_line", 1);
  GdkRGBA weekend = named (widget, "salon_sunken", 0.7f);
  GdkRGBA today = named (widget, "salon_accent_soft", 1);
  GdkRGBA closed = named (widget, "salon_line_strong", 0.5f);

  if (self->look.weekend)
    gtk_snapshot_append_color (snapshot, &weekend, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->look.today)
    gtk_snapshot_append_color (snapshot, &today, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->look.holiday)
    hatch (snapshot, &closed, width, height);
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (width - 1, 0, 1, height));
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
}

static void
draw_hours (SalonRosterCell *self, GtkSnapshot *snapshot, const graphene_rect_t *rect)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const SalonRosterDay *day = &self->look.day;
  GdkRGBA fill = named (widget, "salon_grey_soft", 1);
  GdkRGBA stripe = named (widget, "salon_line_strong", 1);

  if (day->n_parts == 0)
    return;
  if (day->what == SALON_SHIFT_HOURS) {
    fill = self->look.rgb >= 0 ? of_rgb (self->look.rgb, TINT) : named (widget, "salon_accent", 0.16f);
    stripe = self->look.rgb >= 0 ? of_rgb (self->look.rgb, 1) : named (widget, "salon_accent", 1);
  }
  rounded (snapshot, &fill, rect);
  gtk_snapshot_append_color (snapshot, &stripe,
                             &GRAPHENE_RECT_INIT (rect->origin.x, rect->origin.y + 3, STRIPE, rect->size.height - 6));
}

/* "10" and "10:30": the minutes only where there are any. */
static char *
short_time (int minute)
{
  int of_day = minute % SALON_MINUTES_A_DAY;

  return of_day % 60 == 0 ? g_strdup_printf ("%d", of_day / 60) : g_strdup_printf ("%d:%02d", of_day / 60, of_day % 60);
}

static char *
text_of (const SalonRosterLook *look)
{
  const SalonRosterDay *day = &look->day;

  if (day->absence != 0)
    return g_strdup (absence_letter (day->absence));
  if (day->n_parts > 0) {
    g_autofree char *from = short_time (day->parts[0].from);
    g_autofree char *to = short_time (day->parts[day->n_parts - 1].to);

    return g_strdup_printf ("%s\n%s", from, to);
  }
  return g_strdup (day->what == SALON_SHIFT_OFF ? "–" : "");
}

static void
draw_text (SalonRosterCell *self, GtkSnapshot *snapshot, float width, float height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const SalonRosterDay *day = &self->look.day;
  g_autofree char *text = text_of (&self->look);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA color = named (widget, day->absence != 0 ? color_of_absence (day->absence) : "salon_ink",
                         day->what == SALON_SHIFT_WEEKLY && day->absence == 0 ? 0.72f : 1);
  int text_width = 0;
  int text_height = 0;

  if (*text == '\0')
    return;
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - (float) text_width) / 2 + (day->n_parts > 0 ? 1 : 0),
                                                          (height - (float) text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_absence (SalonRosterCell *self, GtkSnapshot *snapshot, const graphene_rect_t *rect)
{
  GdkRGBA color = named (GTK_WIDGET (self), color_of_absence (self->look.day.absence), 0.2f);

  rounded (snapshot, &color, rect);
}

static void
draw_marks (SalonRosterCell *self, GtkSnapshot *snapshot, const graphene_rect_t *rect)
{
  GdkRGBA accent = named (GTK_WIDGET (self), "salon_accent", 1);

  if (self->look.pending)
    outline (snapshot, &accent, rect, 1);
  if (self->look.chosen || gtk_widget_has_focus (GTK_WIDGET (self)))
    outline (snapshot, &accent, rect, 2);
}

static void
salon_roster_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonRosterCell *self = SALON_ROSTER_CELL (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t inner = GRAPHENE_RECT_INIT (2, 2, width - 5, height - 5);

  draw_ground (self, snapshot, width, height);
  if (self->look.day.absence != 0 && !self->look.pending)
    draw_absence (self, snapshot, &inner);
  else
    draw_hours (self, snapshot, &inner);
  draw_text (self, snapshot, width, height);
  draw_marks (self, snapshot, &inner);
}

/* ---- the widget */

static void
on_focus (GtkEventControllerFocus *focus, SalonRosterCell *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
salon_roster_cell_finalize (GObject *object)
{
  g_free (SALON_ROSTER_CELL (object)->label);
  G_OBJECT_CLASS (salon_roster_cell_parent_class)->finalize (object);
}

static void
salon_roster_cell_class_init (SalonRosterCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = salon_roster_cell_finalize;
  widget_class->snapshot = salon_roster_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "rostercell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
salon_roster_cell_init (SalonRosterCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * salon_roster_cell_new:
 *
 * Returns: (transfer floating): an empty day
 */
GtkWidget *
salon_roster_cell_new (void)
{
  return g_object_new (SALON_TYPE_ROSTER_CELL, NULL);
}

/**
 * salon_roster_cell_show:
 * @label: the day in words: for the tooltip and for screen readers
 */
void
salon_roster_cell_show (SalonRosterCell *self, const SalonRosterLook *look, const char *label)
{
  if (memcmp (&self->look, look, sizeof *look) != 0) {
    self->look = *look;
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  salon_set_accessible_label (self, label);
}
