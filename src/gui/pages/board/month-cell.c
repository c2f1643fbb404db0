/* The bar is drawn: it has any length, and a day that is fuller than full has another colour and says so in words. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/month-cell.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"

#define BAR_HEIGHT 6
#define PERCENT    100

struct _SalonMonthCell {
  GtkButton parent_instance;

  GtkLabel *number;
  GtkLabel *visits;
  GtkLabel *percent;
  GtkLabel *remark; /* the holiday, or that the salon is closed */
  SalonDay day;
  int load;        /* per cent; -1 = no bar */
};

G_DEFINE_FINAL_TYPE (SalonMonthCell, salon_month_cell, GTK_TYPE_BUTTON)

/* ---- drawing */

static void
draw_bar (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width)
{
  GskRoundedRect bar;

  if (width <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (x, y, width, BAR_HEIGHT), BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
salon_month_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonMonthCell *self = SALON_MONTH_CELL (widget);
  float width = (float) gtk_widget_get_width (widget);
  float y = (float) gtk_widget_get_height (widget) - BAR_HEIGHT;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float part = width * (float) MIN (self->load, PERCENT) / PERCENT;
  GdkRGBA track;
  GdkRGBA fill;

  GTK_WIDGET_CLASS (salon_month_cell_parent_class)->snapshot (widget, snapshot);
  if (self->load < 0)
    return;
  salon_compat_lookup_color (widget, "salon_line", &track);
  salon_compat_lookup_color (widget, self->load > PERCENT ? "salon_red" : "salon_teal", &fill);
  draw_bar (snapshot, &track, 0, y, width);
  draw_bar (snapshot, &fill, rtl ? width - part : 0, y, part);
}

/* ---- words */

static int
percent_of (const SalonBoardMonthDay *load)
{
  if (load->working > 0)
    return (int) (load->booked * PERCENT / load->working);
  return load->booked > 0 ? PERCENT + 1 : 0;
}

/* Everything that is seen: "Monday, 16 June 2025, 12 visits, 62 % booked". */
static void
speak (SalonMonthCell *self, const SalonBoardMonthDay *load, const char *remark)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  g_ptr_array_add (parts, salon_day_format_weekday (self->day));
  if (remark != NULL)
    g_ptr_array_add (parts, g_strdup (remark));
  if (load != NULL && (remark == NULL || load->visits > 0))
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d visit", "%d visits", (gulong) load->visits), (int) load->visits));
  if (load != NULL && load->working > 0)
    /* Translators: how much of the working time of a day is taken */
    g_ptr_array_add (parts, g_strdup_printf (C_ ("month", "%d %% booked"), percent_of (load)));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (", ", (char **) parts->pdata);
  salon_set_accessible_label (self, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
}

/* ---- overrides */

static void
salon_month_cell_class_init (SalonMonthCellClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = salon_month_cell_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "monthcell");
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = salon_label_new ("", css_class);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
salon_month_cell_init (SalonMonthCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->load = -1;
  self->number = add_label (top, "number");
  self->percent = add_label (top, "salon-secondary");
  gtk_widget_set_hexpand (GTK_WIDGET (self->number), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->percent), "salon-num");
  gtk_box_append (GTK_BOX (box), top);
  self->visits = add_label (box, NULL);
  self->remark = add_label (box, "remark");
  gtk_button_set_child (GTK_BUTTON (self), box);
}

/* ---- public functions */

/**
 * salon_month_cell_new:
 *
 * Returns: (transfer floating): a day without figures
 */
GtkWidget *
salon_month_cell_new (void)
{
  return g_object_new (SALON_TYPE_MONTH_CELL, NULL);
}

/**
 * salon_month_cell_set_day:
 *
 * Only the chosen day can be reached by Tab; arrows lead from there.
 */
void
salon_month_cell_set_day (SalonMonthCell *self, SalonDay day, SalonMonthCellMarks marks)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int mday = 0;
  g_autofree char *text = NULL;

  salon_day_to_ymd (day, NULL, NULL, &mday);
  text = g_strdup_printf ("%d", mday);
  gtk_label_set_text (self->number, text);
  salon_set_css_class (widget, "today", (marks & SALON_MONTH_CELL_TODAY) != 0);
  salon_set_css_class (widget, "chosen", (marks & SALON_MONTH_CELL_CHOSEN) != 0);
  gtk_widget_set_focusable (widget, (marks & SALON_MONTH_CELL_CHOSEN) != 0);
  if (self->day == day)
    return;
  self->day = day;
  salon_month_cell_set_load (self, NULL, NULL);
}

/**
 * salon_month_cell_set_load:
 * @load: (nullable): %NULL = not known yet
 * @holiday: (nullable): its name
 */
void
salon_month_cell_set_load (SalonMonthCell *self, const SalonBoardMonthDay *load, const char *holiday)
{
  gboolean closed = load != NULL && (load->closed || load->holiday);
  const char *remark = holiday != NULL ? holiday : closed ? C_ ("board", "closed") : NULL;
  g_autofree char *visits = NULL;
  g_autofree char *percent = NULL;

  self->load = load != NULL && (load->working > 0 || load->booked > 0) ? percent_of (load) : -1;
  if (load != NULL && load->visits > 0)
    visits = g_strdup_printf (ngettext ("%d visit", "%d visits", (gulong) load->visits), (int) load->visits);
  if (load != NULL && load->working > 0)
    percent = g_strdup_printf (C_ ("month", "%d %%"), percent_of (load));
  set_text (self->visits, visits);
  set_text (self->percent, percent);
  set_text (self->remark, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  salon_set_css_class (GTK_WIDGET (self), "closed", closed);
  speak (self, load, remark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * salon_month_cell_get_day:
 */
SalonDay
salon_month_cell_get_day (SalonMonthCell *self)
{
  return self->day;
}
