/* What the visits say about a client.  Nothing here is typed: it follows from her visits. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-figures.h"
#include "gui/parts/visit-text.h"
#include "gui/widgets/build.h"
#include "gui/widgets/fact.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/wrap-layout.h"
#include "gui/widgets/zone-strip.h"
#include "model/rules/rhythm.h"

struct _SalonClientFigures {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonFact *visits;
  SalonFact *sold;
  SalonFact *last;
  SalonFact *rhythm;
  SalonFact *no_shows;
  GtkButton *next;
  GtkLabel *next_text;
  GtkWidget *prefers;
  GtkWidget *zones;
  SalonZoneStrip *strip;
};

G_DEFINE_FINAL_TYPE (SalonClientFigures, salon_client_figures, GTK_TYPE_WIDGET)

/* ---- figures */

static void
set_count (SalonFact *fact, gint64 n)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, n);

  salon_fact_set_value (fact, text);
}

static char *
days_ago (SalonDay day, SalonDay today)
{
  int days = today - day;

  if (days < 2 || days > 99)
    return salon_day_format_relative (day, today);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) days), days);
}

static void
show_visits (SalonClientFigures *self, const SalonClientPanel *panel)
{
  SalonDay today = salon_client_model_get_today (self->model);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *tooltip = NULL;

  set_count (self->visits, panel->visit_days);
  set_count (self->no_shows, panel->no_shows);
  gtk_widget_set_visible (GTK_WIDGET (self->no_shows), panel->no_shows > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->last), panel->last_day != SALON_DAY_NONE);
  if (panel->last_day == SALON_DAY_NONE) {
    salon_set_tooltip (GTK_WIDGET (self->visits), NULL);
    return;
  }
  last = days_ago ((SalonDay) panel->last_day, today);
  salon_fact_set_value (self->last, last);
  first = salon_day_format ((SalonDay) panel->first_day);
  tooltip = g_strdup_printf (_("First visit on %s. Several on one day count as one."), first);
  salon_set_tooltip (GTK_WIDGET (self->visits), tooltip);
}

static void
show_sold (SalonClientFigures *self, const SalonClientPanel *panel)
{
  const SalonCurrency *currency = salon_directory_currency (salon_client_model_get_directory (self->model));
  g_autofree char *sold = salon_money_format (panel->sold, currency);
  g_autofree char *year = salon_money_format (panel->sold_12m, currency);
  g_autofree char *tooltip = g_strdup_printf (_("Of this in the last 12 months: %s."), year);

  salon_fact_set_value (self->sold, sold);
  salon_set_tooltip (GTK_WIDGET (self->sold), tooltip);
}

static void
show_rhythm (SalonClientFigures *self, const SalonClientPanel *panel)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->rhythm), panel->rhythm_days > 0);
  if (panel->rhythm_days <= 0)
    return;
  text = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) panel->rhythm_days), (int) panel->rhythm_days);
  salon_fact_set_value (self->rhythm, text);
}

/* ---- the next visit */

static char *
nothing_booked (SalonClientFigures *self, const SalonClientPanel *panel)
{
  SalonDay today = salon_client_model_get_today (self->model);
  g_autofree char *day = NULL;

  if (panel->rhythm_days <= 0 || panel->last_day == SALON_DAY_NONE)
    return g_strdup (_("nothing booked"));
  day = salon_day_format_relative ((SalonDay) (panel->last_day + panel->rhythm_days), today);
  if (panel->last_day + panel->rhythm_days < today)
    /* Translators: %s is a day in the past: when the client usually would have come */
    return g_strdup_printf (_("nothing booked, was due %s"), day);
  /* Translators: %s is a day: when the client usually comes again */
  return g_strdup_printf (_("nothing booked, due %s"), day);
}

static void
show_next (SalonClientFigures *self, const SalonClientPanel *panel)
{
  g_autofree char *text = panel->next != NULL
                              ? salon_visit_text (panel->next, salon_client_model_get_today (self->model))
                              : nothing_booked (self, panel);

  gtk_label_set_text (self->next_text, text);
  salon_set_css_class (GTK_WIDGET (self->next_text), "salon-secondary", panel->next == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), panel->next != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Next visit"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
on_next (GtkButton *button, SalonClientFigures *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);

  if (panel != NULL && panel->next != NULL)
    salon_shell_open_visit (GTK_WIDGET (self), panel->next->visit_id);
}

/* ---- habits */

static char *
names_of (GPtrArray *named)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < named->len; i++)
    g_strv_builder_add (names, ((SalonNamed *) named->pdata[i])->name);
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

static void
show_habits (SalonClientFigures *self, const SalonClientPanel *panel)
{
  g_autofree char *masters = names_of (panel->masters);
  g_autofree char *services = names_of (panel->services);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->prefers, panel->masters->len + panel->services->len > 0);
  if (panel->masters->len > 0 && panel->services->len > 0)
    text = g_strdup_printf ("%s · %s", masters, services);
  salon_fact_set_value (SALON_FACT (self->prefers), text != NULL ? text : panel->masters->len > 0 ? masters : services);
}

static SalonZoneState
zone_state (gint64 due)
{
  switch ((SalonDue) due) {
  case SALON_DUE_FRESH:
    return SALON_ZONE_CARED;
  case SALON_DUE_SOON:
  case SALON_DUE_OVERDUE:
    return SALON_ZONE_DUE;
  case SALON_DUE_NEVER:
  default:
    return SALON_ZONE_NEVER;
  }
}

static char *
zone_detail (const SalonNamed *zone, SalonDay today)
{
  g_autofree char *last = NULL;

  if (zone->count == 0)
    return NULL;
  last = salon_day_format_relative ((SalonDay) zone->last_day, today);
  /* Translators: how often a client came for a zone of the body, and when last */
  return g_strdup_printf (ngettext ("%d time, last %s", "%d times, last %s", (gulong) zone->count), (int) zone->count, last);
}

static void
show_zones (SalonClientFigures *self, const SalonClientPanel *panel)
{
  SalonDay today = salon_client_model_get_today (self->model);

  salon_zone_strip_clear (self->strip);
  for (guint i = 0; i < panel->zones->len; i++) {
    const SalonNamed *zone = panel->zones->pdata[i];
    g_autofree char *detail = zone_detail (zone, today);

    salon_zone_strip_append (self->strip, zone->name, zone_state (zone->due), detail);
  }
  gtk_widget_set_visible (self->zones, panel->zones->len > 0);
}

static void
on_loaded (SalonClientModel *model, SalonClientFigures *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);

  if (panel == NULL)
    return;
  show_visits (self, panel);
  show_sold (self, panel);
  show_rhythm (self, panel);
  show_next (self, panel);
  show_habits (self, panel);
  show_zones (self, panel);
}

/* ---- overrides */

static void
salon_client_figures_dispose (GObject *object)
{
  SalonClientFigures *self = SALON_CLIENT_FIGURES (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_figures_parent_class)->dispose (object);
}

static void
salon_client_figures_class_init (SalonClientFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_figures_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static SalonFact *
add_figure (GtkWidget *box, const char *name)
{
  GtkWidget *fact = salon_fact_new (GTK_ORIENTATION_VERTICAL, name);

  gtk_box_append (GTK_BOX (box), fact);
  return SALON_FACT (fact);
}

static GtkWidget *
build_figures (SalonClientFigures *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (18, 12));
  self->visits = add_figure (box, C_ ("figure", "Visits"));
  self->sold = add_figure (box, C_ ("figure", "Sold"));
  self->last = add_figure (box, C_ ("figure", "Last visit"));
  self->rhythm = add_figure (box, C_ ("figure", "Every"));
  self->no_shows = add_figure (box, C_ ("figure", "No-shows"));
  gtk_widget_add_css_class (GTK_WIDGET (self->no_shows), "warning");
  return box;
}

static GtkWidget *
build_next (SalonClientFigures *self)
{
  GtkWidget *fact = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, C_ ("visit", "Next"));

  self->next_text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  self->next = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_child (self->next, GTK_WIDGET (self->next_text));
  gtk_widget_add_css_class (GTK_WIDGET (self->next), "salon-text-link");
  salon_set_tooltip (GTK_WIDGET (self->next), _("Open the visit"));
  g_signal_connect (self->next, "clicked", G_CALLBACK (on_next), self);
  salon_fact_set_widget (SALON_FACT (fact), GTK_WIDGET (self->next));
  return fact;
}

static void
salon_client_figures_init (SalonClientFigures *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *figures = build_figures (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->prefers = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, C_ ("client", "Prefers"));
  self->zones = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, _("Zones"));
  self->strip = SALON_ZONE_STRIP (salon_zone_strip_new ());
  salon_fact_set_widget (SALON_FACT (self->zones), GTK_WIDGET (self->strip));
  gtk_widget_set_margin_bottom (figures, 6);
  gtk_widget_set_parent (figures, GTK_WIDGET (self));
  gtk_widget_set_parent (build_next (self), GTK_WIDGET (self));
  gtk_widget_set_parent (self->prefers, GTK_WIDGET (self));
  gtk_widget_set_parent (self->zones, GTK_WIDGET (self));
}

/**
 * salon_client_figures_new:
 *
 * Returns: (transfer floating): the figures of the client of @model
 */
GtkWidget *
salon_client_figures_new (SalonClientModel *model)
{
  SalonClientFigures *self = g_object_new (SALON_TYPE_CLIENT_FIGURES, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}
