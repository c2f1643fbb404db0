/* Each part is remembered twice: whether it stands there on a large screen, and whether it was called on a small one.
 * GtkPaned would let one drag the edges, but knows no screen that is too small. */
#include "gui/pages/board/board-frame.h"
#include "gui/widgets/build.h"
#include "gui/widgets/memory.h"

#define WIDE        1380 /* pixels of the page: a window of 1600 without its sidebar */
#define STRIP_WIDTH 262
#define SIDE_WIDTH  352
#define SPACING     12

struct _SalonBoardFrame {
  GtkWidget parent_instance;

  GtkWidget *parts[2]; /* by SalonBoardPart */
  GtkWidget *middle;
  gboolean wide_open[2];
  gboolean narrow_open[2];
  gboolean wide;
  GSettings *memory; /* NULL = nothing is remembered */
};

G_DEFINE_FINAL_TYPE (SalonBoardFrame, salon_board_frame, GTK_TYPE_WIDGET)

static int
width_of (SalonBoardFrame *self, SalonBoardPart part)
{
  int least = 0;

  gtk_widget_measure (self->parts[part], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return MAX (least, salon_scale_to_text (GTK_WIDGET (self), part == SALON_BOARD_PART_STRIP ? STRIP_WIDTH : SIDE_WIDTH));
}

/* As wide as the board alone needs: who opens more on a small screen sees less of the board. */
static void
salon_board_frame_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                           int *nat_base)
{
  SalonBoardFrame *self = SALON_BOARD_FRAME (widget);
  int ignored = 0;
  int both[2];

  gtk_widget_measure (self->middle, orientation, -1, min, nat, NULL, NULL);
  for (int i = 0; i < 2; i++)
    gtk_widget_measure (self->parts[i], orientation, -1, &both[i], &ignored, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *min = *nat = MAX (*min, MAX (both[0], both[1]));
  else
    *min = *nat = MAX (*min, MAX (both[0], both[1]) + 3 * 96);
  *min_base = *nat_base = -1;
}

static void
allocate (GtkWidget *child, gboolean rtl, int whole, int x, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? whole - x - width : x, 0, width, height }, -1);
}

static void
salon_board_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonBoardFrame *self = SALON_BOARD_FRAME (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int strip = 0;
  int side = 0;
  int least = 0;

  self->wide = width >= salon_scale_to_text (widget, WIDE);
  for (int i = 0; i < 2; i++)
    gtk_widget_set_child_visible (self->parts[i], salon_board_frame_is_open (self, (SalonBoardPart) i));
  if (salon_board_frame_is_open (self, SALON_BOARD_PART_STRIP)) {
    strip = width_of (self, SALON_BOARD_PART_STRIP);
    allocate (self->parts[SALON_BOARD_PART_STRIP], rtl, width, 0, strip, height);
    strip += SPACING;
  }
  if (salon_board_frame_is_open (self, SALON_BOARD_PART_SIDE)) {
    side = width_of (self, SALON_BOARD_PART_SIDE);
    allocate (self->parts[SALON_BOARD_PART_SIDE], rtl, width, width - side, side, height);
    side += SPACING;
  }
  gtk_widget_measure (self->middle, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  allocate (self->middle, rtl, width, strip, MAX (width - strip - side, least), height);
}

static void
salon_board_frame_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_BOARD_FRAME (object)->memory);
  G_OBJECT_CLASS (salon_board_frame_parent_class)->dispose (object);
}

static void
salon_board_frame_class_init (SalonBoardFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_board_frame_dispose;
  widget_class->measure = salon_board_frame_measure;
  widget_class->size_allocate = salon_board_frame_size_allocate;
}

static void
salon_board_frame_init (SalonBoardFrame *self)
{
  self->memory = salon_memory_open ();
  self->wide_open[SALON_BOARD_PART_STRIP] = self->memory == NULL || g_settings_get_boolean (self->memory, "board-strip");
  self->wide_open[SALON_BOARD_PART_SIDE] = TRUE;
}

/**
 * salon_board_frame_new:
 *
 * Returns: (transfer floating): the three beside each other
 */
GtkWidget *
salon_board_frame_new (GtkWidget *strip, GtkWidget *middle, GtkWidget *side)
{
  SalonBoardFrame *self = g_object_new (SALON_TYPE_BOARD_FRAME, NULL);

  self->parts[SALON_BOARD_PART_STRIP] = strip;
  self->parts[SALON_BOARD_PART_SIDE] = side;
  self->middle = middle;
  gtk_widget_set_parent (strip, GTK_WIDGET (self));
  gtk_widget_set_parent (middle, GTK_WIDGET (self));
  gtk_widget_set_parent (side, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_board_frame_set_open: for the present size of the screen
 */
void
salon_board_frame_set_open (SalonBoardFrame *self, SalonBoardPart part, gboolean open)
{
  gboolean *flag = self->wide ? &self->wide_open[part] : &self->narrow_open[part];

  if (*flag == open)
    return;
  *flag = open;
  if (self->wide && part == SALON_BOARD_PART_STRIP && self->memory != NULL)
    g_settings_set_boolean (self->memory, "board-strip", open);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * salon_board_frame_is_open:
 */
gboolean
salon_board_frame_is_open (SalonBoardFrame *self, SalonBoardPart part)
{
  return self->wide ? self->wide_open[part] : self->narrow_open[part];
}

/**
 * salon_board_frame_toggle:
 */
void
salon_board_frame_toggle (SalonBoardFrame *self, SalonBoardPart part)
{
  salon_board_frame_set_open (self, part, !salon_board_frame_is_open (self, part));
}

/**
 * salon_board_frame_is_wide:
 *
 * Returns: whether there is room for all three
 */
gboolean
salon_board_frame_is_wide (SalonBoardFrame *self)
{
  return self->wide;
}
