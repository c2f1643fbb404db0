/* Parts of a visit as lines of text; each is made anew when the visit changes, since nothing is typed in them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "base/text.h"
#include "gui/parts/visit-sheet.h"
#include "gui/widgets/build.h"
#include "model/entities/enums.h"
#include "model/rules/labels.h"
#include "model/services/desk.h"

static void
clear (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static char *
span_text (gint64 from_min, gint64 to_min)
{
  g_autofree char *from = salon_minute_format ((int) (from_min % SALON_MINUTES_A_DAY));
  g_autofree char *to = salon_minute_format ((int) (to_min % SALON_MINUTES_A_DAY));

  return g_strdup_printf ("%s–%s", from, to);
}

/* What and how much: a long name goes on in the next line, the price stays whole. */
static GtkWidget *
priced_line (const char *text, gint64 price, const SalonCurrency *currency, const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *what = salon_wrapped_label_new (text, css_class);
  g_autofree char *money = salon_money_format (price, currency);
  GtkWidget *amount = gtk_label_new (money);

  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_set_valign (amount, GTK_ALIGN_START);
  gtk_widget_add_css_class (amount, "salon-num");
  if (css_class != NULL)
    gtk_widget_add_css_class (amount, css_class);
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), amount);
  return box;
}

/* ---- services */

static void
append_part (GtkBox *box, const SalonVisitPart *part, const SalonCurrency *currency)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *span = span_text (part->start_min, part->end_min);
  const char *const where[] = { span, part->employee, part->room };
  g_autofree char *text = salon_text_join (where, G_N_ELEMENTS (where), " · ");

  gtk_box_append (GTK_BOX (line), priced_line (part->service, part->price, currency, "salon-heading"));
  gtk_box_append (GTK_BOX (line), salon_wrapped_label_new (text, "salon-secondary"));
  gtk_box_append (box, line);
}

/**
 * salon_visit_services_fill:
 * @box: what was in it is replaced
 *
 * Each service with its time, master, room and price; of several also the sum.
 */
void
salon_visit_services_fill (GtkBox *box, const SalonVisitDetails *details, const SalonCurrency *currency)
{
  gint64 sum = 0;

  clear (box);
  for (guint i = 0; i < details->parts->len; i++) {
    const SalonVisitPart *part = details->parts->pdata[i];

    append_part (box, part, currency);
    sum += part->price;
  }
  if (details->parts->len > 1) {
    gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    gtk_box_append (box, priced_line (C_ ("visit", "Total"), sum, currency, "salon-heading"));
  }
}

/* ---- how it came to its state */

static char *
passage_text (const SalonVisitPassage *passage, SalonClock *clock)
{
  SalonDay today = salon_clock_today (clock);
  int minute = 0;
  SalonDay day = salon_clock_day_of (clock, passage->at, &minute);
  g_autofree char *time = salon_minute_format (minute);
  g_autofree char *day_text = day != today ? salon_day_format_relative (day, today) : NULL;
  g_autofree char *when = day_text != NULL ? g_strdup_printf ("%s, %s", day_text, time) : g_strdup (time);
  const char *const parts[] = { passage->at != 0 ? when : NULL, passage->user };

  return salon_text_join (parts, G_N_ELEMENTS (parts), " · ");
}

/**
 * salon_visit_passages_fill:
 * @box: what was in it is replaced
 *
 * "Booked — Thu 12 Jun, 14:03 · Anna", one line for each state.
 */
void
salon_visit_passages_fill (GtkBox *box, const SalonVisitDetails *details, SalonClock *clock)
{
  clear (box);
  for (guint i = 0; i < details->passages->len; i++) {
    const SalonVisitPassage *passage = details->passages->pdata[i];
    GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    GtkWidget *state = gtk_label_new (salon_visit_state_label (passage->state));
    g_autofree char *text = passage_text (passage, clock);
    GtkWidget *when = salon_wrapped_label_new (text, "salon-secondary");

    gtk_label_set_xalign (GTK_LABEL (state), 0);
    gtk_widget_set_valign (state, GTK_ALIGN_START);
    gtk_label_set_xalign (GTK_LABEL (when), 1);
    gtk_label_set_justify (GTK_LABEL (when), GTK_JUSTIFY_RIGHT);
    gtk_widget_set_hexpand (when, TRUE);
    gtk_box_append (GTK_BOX (line), state);
    gtk_box_append (GTK_BOX (line), when);
    gtk_box_append (box, line);
  }
}

/* ---- other visits of the day */

static char *
other_text (const SalonDeskVisit *visit)
{
  g_autofree char *span = span_text (visit->start_min, visit->end_min);
  const char *state = visit->state != SALON_VISIT_BOOKED ? salon_visit_state_label (visit->state) : NULL;
  const char *const parts[] = { span, visit->services, visit->employees, state };

  return salon_text_join (parts, G_N_ELEMENTS (parts), " · ");
}

/**
 * salon_visit_others_fill:
 * @box: what was in it is replaced; hidden if there are none
 *
 * Other visits of the client on that day; each opens by a click.
 */
void
salon_visit_others_fill (GtkBox *box, const SalonVisitDetails *details)
{
  clear (box);
  gtk_widget_set_visible (GTK_WIDGET (box), details->others->len > 0);
  if (details->others->len > 0)
    gtk_box_append (box, salon_label_new (_("Other visits of this day"), "salon-heading"));
  for (guint i = 0; i < details->others->len; i++) {
    const SalonDeskVisit *visit = details->others->pdata[i];
    g_autofree char *text = other_text (visit);
    GtkWidget *button = gtk_button_new ();

    gtk_button_set_child (GTK_BUTTON (button), salon_wrapped_label_new (text, NULL));
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_add_css_class (button, "salon-other-visit");
    salon_set_accessible_label (button, text);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", visit->visit_id);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-visit");
    gtk_box_append (box, button);
  }
}
