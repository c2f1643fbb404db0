/* A row with the verbs of its visit as actions: in its menu, by key and for screen readers. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/parts/directory.h"
#include "gui/parts/visit-row.h"
#include "gui/parts/visit-verbs.h"
#include "gui/widgets/build.h"
#include "gui/widgets/menu.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/textures.h"
#include "gui/widgets/tone.h"
#include "model/rules/late.h"

#define PHOTO_SIZE 36

struct _SalonVisitRow {
  GtkListBoxRow parent_instance;
  SalonSession *session;
  SalonDeskVisit *visit;
  GtkWidget *late; /* icon; NULL until the row is filled */
  gboolean out_of_view;
};

G_DEFINE_FINAL_TYPE (SalonVisitRow, salon_visit_row, GTK_TYPE_LIST_BOX_ROW)

/* ---- actions */

static void
run_verb (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonVisitRow *self = SALON_VISIT_ROW (widget);
  guint n = 0;
  const SalonVisitVerbInfo *infos = salon_visit_verb_infos (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (infos[i].action, name))
      salon_visit_verb_run (widget, self->session, self->visit, infos[i].verb, NULL);
}

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.open-visit", "x", SALON_VISIT_ROW (widget)->visit->visit_id);
}

static void
action_repeat (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.repeat-visit", "x", SALON_VISIT_ROW (widget)->visit->visit_id);
}

static void
action_late (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.visit-late", "x", SALON_VISIT_ROW (widget)->visit->visit_id);
}

static void
update_actions (SalonVisitRow *self)
{
  guint n = 0;
  const SalonVisitVerbInfo *infos = salon_visit_verb_infos (&n);
  SalonVisitVerbs now = salon_visit_verbs_now (self->session, self->visit);

  for (guint i = 0; i < n; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), infos[i].action, (now & infos[i].verb) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.repeat", salon_visit_may_repeat (self->visit, now));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.late", salon_visit_verbs_may_be_late (now));
}

static void
action_menu (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_visit_verbs_popup (widget, 60, gtk_widget_get_height (widget) / 2.0);
}

static void
on_secondary_click (GtkGestureClick *gesture, int n_press, double x, double y, SalonVisitRow *self)
{
  salon_visit_verbs_popup (GTK_WIDGET (self), x, y);
}

/* ---- building */

static gboolean
is_late (SalonVisitRow *self)
{
  const SalonSettings *settings = salon_directory_settings (salon_directory_of (self->session));
  gint64 allowed = settings != NULL ? settings->late_min : 0;

  return self->visit->end_min > salon_clock_wall_minute (salon_session_clock (self->session))
         && salon_visit_is_late ((SalonVisitState) self->visit->state, self->visit->start_min,
                                 MAX (allowed, self->visit->late_min),
                                 salon_clock_wall_minute (salon_session_clock (self->session)));
}

static gboolean
is_unpaid (const SalonDeskVisit *visit)
{
  return salon_visit_state_is_unpaid ((SalonVisitState) visit->state, visit->settled);
}

static char *
flags_of (SalonVisitRow *self)
{
  const SalonDeskVisit *visit = self->visit;
  GString *text = g_string_new (is_late (self) ? C_ ("visit", "late") : NULL);

  if (is_unpaid (visit))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", C_ ("visit", "not paid"));
  if (visit->is_new)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", C_ ("visit", "first visit"));
  if (visit->birthday)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", C_ ("visit", "birthday today"));
  if (visit->has_alert)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", C_ ("visit", "alert"));
  return g_string_free (text, FALSE);
}

static void
append_flag (GtkBox *box, gboolean on, const char *icon_name, const char *tooltip, const char *css_class)
{
  GtkWidget *icon = NULL;

  if (!on)
    return;
  icon = gtk_image_new_from_icon_name (icon_name);
  salon_set_tooltip (icon, tooltip);
  gtk_widget_add_css_class (icon, css_class);
  gtk_box_append (box, icon);
}

static GtkWidget *
build_words (SalonVisitRow *self)
{
  const SalonDeskVisit *visit = self->visit;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = salon_label_new (visit->client, "salon-heading");
  g_autofree char *what = g_strjoin (" · ", visit->services, visit->employees, NULL);
  GtkWidget *second = salon_label_new (what, "salon-secondary");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  salon_set_tooltip (second, what);
  gtk_box_append (GTK_BOX (first), name);
  self->late = gtk_image_new_from_icon_name ("salon-late-symbolic");
  salon_set_tooltip (self->late, C_ ("visit", "late"));
  gtk_widget_add_css_class (self->late, "red");
  gtk_box_append (GTK_BOX (first), self->late);
  append_flag (GTK_BOX (first), is_unpaid (visit), "salon-wallet-symbolic", C_ ("visit", "not paid"), "red");
  append_flag (GTK_BOX (first), visit->series_id != 0, "salon-repeat-symbolic", C_ ("visit", "repeats"), "blue");
  append_flag (GTK_BOX (first), visit->has_alert, "salon-error-symbolic", C_ ("visit", "alert"), "red");
  append_flag (GTK_BOX (first), visit->is_new, "salon-user-add-symbolic", C_ ("visit", "first visit"), "blue");
  append_flag (GTK_BOX (first), visit->birthday, "salon-cake-symbolic", C_ ("visit", "birthday today"), "plum");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
build_state (const SalonDeskVisit *visit)
{
  const SalonLook *look = salon_look_of_visit_state ((int) visit->state);
  GtkWidget *icon = gtk_image_new_from_icon_name (look->icon_name);

  salon_set_tooltip (icon, salon_look_label (look));
  gtk_widget_add_css_class (icon, salon_tone_css_class (look->tone));
  gtk_widget_add_css_class (icon, "salon-state-icon");
  return icon;
}

/* The state stands under the time: names are long, and beside them is no room to spare. */
static GtkWidget *
build_time (const SalonDeskVisit *visit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *time = salon_minute_format ((int) (visit->start_min % SALON_MINUTES_A_DAY));

  gtk_box_append (GTK_BOX (box), salon_label_new (time, "salon-num"));
  gtk_box_append (GTK_BOX (box), build_state (visit));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
build (SalonVisitRow *self)
{
  const SalonDeskVisit *visit = self->visit;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *photo = salon_photo_new (PHOTO_SIZE);
  g_autoptr (GdkTexture) texture = salon_texture_of_bytes (visit->thumb);

  salon_photo_set_person (SALON_PHOTO (photo), visit->client_id, visit->client);
  salon_photo_set_texture (SALON_PHOTO (photo), texture);
  gtk_widget_set_valign (photo, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), build_time (visit));
  gtk_box_append (GTK_BOX (box), photo);
  gtk_box_append (GTK_BOX (box), build_words (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
label_row (SalonVisitRow *self)
{
  const SalonDeskVisit *visit = self->visit;
  g_autofree char *time = salon_minute_format ((int) (visit->start_min % SALON_MINUTES_A_DAY));
  g_autofree char *flags = flags_of (self);
  g_autofree char *label = g_strjoin (", ", time, visit->client, visit->services, visit->employees,
                                      salon_look_label (salon_look_of_visit_state ((int) visit->state)),
                                      *flags != '\0' ? flags : NULL, NULL);

  salon_set_accessible_label (self, label);
}

static void
salon_visit_row_dispose (GObject *object)
{
  SalonVisitRow *self = SALON_VISIT_ROW (object);

  salon_menu_remove (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_object (&self->visit);
  G_OBJECT_CLASS (salon_visit_row_parent_class)->dispose (object);
}

static void
salon_visit_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  if (!SALON_VISIT_ROW (widget)->out_of_view)
    GTK_WIDGET_CLASS (salon_visit_row_parent_class)->snapshot (widget, snapshot);
}

static void
salon_visit_row_class_init (SalonVisitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_visit_row_dispose;
  widget_class->snapshot = salon_visit_row_snapshot;
  gtk_widget_class_install_action (widget_class, "visit.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "visit.menu", NULL, action_menu);
  gtk_widget_class_install_action (widget_class, "visit.repeat", NULL, action_repeat);
  gtk_widget_class_install_action (widget_class, "visit.late", NULL, action_late);
  salon_visit_verbs_install (widget_class, run_verb);
  salon_menu_add_keys (widget_class, "visit.menu");
}

static void
salon_visit_row_init (SalonVisitRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-visit-row");
}

/**
 * salon_visit_row_new:
 * @visit: (transfer none): what is shown; a changed visit gets a new row
 *
 * A row that can be chosen, acted on and read aloud; what is seen of it comes by salon_visit_row_fill().
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_visit_row_new (SalonSession *session, SalonDeskVisit *visit)
{
  SalonVisitRow *self = g_object_new (SALON_TYPE_VISIT_ROW, NULL);

  self->session = g_object_ref (session);
  self->visit = g_object_ref (visit);
  label_row (self);
  update_actions (self);
  return GTK_WIDGET (self);
}

/**
 * salon_visit_row_fill: puts in what is seen of the row, once; before it comes into view
 */
void
salon_visit_row_fill (SalonVisitRow *self)
{
  if (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)) != NULL)
    return;
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, -1);
  build (self);
  gtk_widget_set_visible (self->late, is_late (self));
}

/**
 * salon_visit_row_update_late: time goes on: who ought to be here by now is marked
 */
void
salon_visit_row_update_late (SalonVisitRow *self)
{
  gboolean late = is_late (self);

  if (self->late == NULL || gtk_widget_get_visible (self->late) == late)
    return;
  gtk_widget_set_visible (self->late, late);
  label_row (self);
}

/**
 * salon_visit_row_get_visit:
 *
 * Returns: (transfer none): the visit
 */
SalonDeskVisit *
salon_visit_row_get_visit (SalonVisitRow *self)
{
  return self->visit;
}

/**
 * salon_visit_row_set_in_view:
 * @in_view: whether any of the row can be seen in the list that scrolls
 *
 * Nothing is drawn of a row out of view.  For whoever draws the list, right before it is drawn; a row is in view until it is
 * said not to be.
 */
void
salon_visit_row_set_in_view (SalonVisitRow *self, gboolean in_view)
{
  if (self->out_of_view == !in_view)
    return;
  self->out_of_view = !in_view;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
