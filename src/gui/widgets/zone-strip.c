/* Which zones of the body a client comes for.  A full square: cared for; half full: due again; hollow: never.
 * The shape tells it, the colour only helps. */
#include "config.h"
#include "gui/widgets/zone-strip.h"
#include "gui/widgets/build.h"
#include "gui/widgets/wrap-layout.h"
#include <glib/gi18n-lib.h>

struct _SalonZoneStrip {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SalonZoneStrip, salon_zone_strip, GTK_TYPE_WIDGET)

static const struct {
  const char *css_class;
  const char *label;
} states[] = {
  [SALON_ZONE_NEVER] = { "never", NC_ ("zone", "never") },
  [SALON_ZONE_CARED] = { "cared", NC_ ("zone", "cared for") },
  [SALON_ZONE_DUE] = { "due", NC_ ("zone", "due again") },
};

static void
salon_zone_strip_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_zone_strip_parent_class)->dispose (object);
}

static void
salon_zone_strip_class_init (SalonZoneStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_zone_strip_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "zonestrip");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
salon_zone_strip_init (SalonZoneStrip *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), salon_wrap_layout_new (18, 6));
}

/**
 * salon_zone_strip_new:
 */
GtkWidget *
salon_zone_strip_new (void)
{
  return g_object_new (SALON_TYPE_ZONE_STRIP, NULL);
}

/**
 * salon_zone_strip_clear:
 */
void
salon_zone_strip_clear (SalonZoneStrip *self)
{
  g_return_if_fail (SALON_IS_ZONE_STRIP (self));

  salon_dispose_children (GTK_WIDGET (self));
}

/**
 * salon_zone_strip_append:
 * @name: of the zone
 * @detail: (nullable): last date and count, as tooltip
 */
void
salon_zone_strip_append (SalonZoneStrip *self, const char *name, SalonZoneState state, const char *detail)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 6, NULL);
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *fill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *word = g_dpgettext2 (GETTEXT_PACKAGE, "zone", states[state].label);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, word);

  g_return_if_fail (SALON_IS_ZONE_STRIP (self));

  gtk_widget_add_css_class (mark, "mark");
  gtk_widget_add_css_class (fill, "fill");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (fill, GTK_ALIGN_END);
  gtk_widget_set_vexpand (fill, TRUE);
  gtk_box_append (GTK_BOX (mark), fill);
  gtk_widget_add_css_class (box, "zone");
  gtk_widget_add_css_class (box, states[state].css_class);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), salon_label_new (name, NULL));
  salon_set_tooltip (box, detail != NULL ? detail : label);
  salon_set_accessible_label (box, label);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}
