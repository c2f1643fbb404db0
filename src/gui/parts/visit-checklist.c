/* The steps that are due by now, by the state of the visit, and those that were done; each tick is saved at once. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/parts/notes.h"
#include "gui/parts/visit-checklist.h"
#include "gui/widgets/build.h"
#include "model/entities/enums.h"
#include "model/rules/labels.h"
#include "model/rules/permission.h"
#include "model/services/checklist.h"

struct _SalonVisitChecklist {
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkBox *steps;
  SalonSession *session;
  gint64 visit_id;
  char *shown;       /* which steps there are, as one text */
  gboolean setting;  /* the ticks are being set, nobody ticks */
};

G_DEFINE_FINAL_TYPE (SalonVisitChecklist, salon_visit_checklist, GTK_TYPE_WIDGET)

#define KEY_STEP "salon-step"

/* ---- ticking */

static void
on_ticked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkCheckButton) check = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);
  SalonVisitChecklist *self =
      SALON_VISIT_CHECKLIST (gtk_widget_get_ancestor (GTK_WIDGET (check), SALON_TYPE_VISIT_CHECKLIST));

  if (self == NULL)
    return;
  if (!ok) {
    self->setting = TRUE;
    gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
    self->setting = FALSE;
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  if (gtk_check_button_get_active (check))
    text = g_strdup_printf (C_ ("checklist", "Done: %s"), gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (GTK_WIDGET (check)))));
  else
    text = g_strdup_printf (C_ ("checklist", "Not done: %s"), gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (GTK_WIDGET (check)))));
  salon_note_done (GTK_WIDGET (self), text, &done);
}

static void
on_toggled (GtkCheckButton *check, SalonVisitChecklist *self)
{
  const gint64 *step = g_object_get_data (G_OBJECT (check), KEY_STEP);

  if (self->setting)
    return;
  salon_session_submit (self->session, &salon_command_tick,
                        salon_tick_request_new (self->visit_id, *step, gtk_check_button_get_active (check)), NULL, NULL, on_ticked,
                        g_object_ref (check));
}

/* ---- showing */

/* Steps of a later state wait for it. */
static gboolean
is_shown (const SalonVisitDetails *details, const SalonToldStep *step)
{
  return step->done_at != 0 || (details->state <= SALON_VISIT_DONE && step->state <= details->state);
}

static char *
tooltip_of (SalonVisitChecklist *self, const SalonToldStep *step)
{
  SalonClock *clock = salon_session_clock (self->session);
  int minute = 0;
  SalonDay day = salon_clock_day_of (clock, step->done_at, &minute);
  g_autofree char *day_text = salon_day_format_relative (day, salon_clock_today (clock));
  g_autofree char *time = salon_minute_format (minute);

  if (step->done_at == 0)
    return NULL;
  return g_strdup_printf ("%s, %s%s%s", day_text, time, step->done_by != NULL ? " · " : "", step->done_by != NULL ? step->done_by : "");
}

/* The label of GtkCheckButton does not wrap. */
static GtkWidget *
check_new (SalonVisitChecklist *self, const SalonToldStep *step)
{
  GtkWidget *check = gtk_check_button_new_with_label (step->name);
  GtkWidget *label = gtk_widget_get_last_child (check);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  salon_set_accessible_label (check, step->name);
  g_object_set_data_full (G_OBJECT (check), KEY_STEP, g_memdup2 (&step->step_id, sizeof step->step_id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, 0);
  return check;
}

static char *
shown_of (const SalonVisitDetails *details)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT, details->visit_id);
  for (guint i = 0; i < details->steps->len; i++) {
    const SalonToldStep *step = details->steps->pdata[i];

    if (is_shown (details, step))
      g_string_append_printf (text, "|%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", step->step_id, step->state, step->name);
  }
  return g_string_free (text, FALSE);
}

static void
rebuild (SalonVisitChecklist *self, const SalonVisitDetails *details)
{
  gint64 state = 0;
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_box_remove (self->steps, child);
  for (guint i = 0; i < details->steps->len; i++) {
    const SalonToldStep *step = details->steps->pdata[i];

    if (!is_shown (details, step))
      continue;
    if (step->state != state)
      gtk_box_append (self->steps, salon_label_new (salon_visit_state_label (step->state), "salon-secondary"));
    state = step->state;
    gtk_box_append (self->steps, check_new (self, step));
  }
}

static const SalonToldStep *
find_step (const SalonVisitDetails *details, gint64 step_id)
{
  for (guint i = 0; i < details->steps->len; i++)
    if (((const SalonToldStep *) details->steps->pdata[i])->step_id == step_id)
      return details->steps->pdata[i];
  return NULL;
}

static void
set_ticks (SalonVisitChecklist *self, const SalonVisitDetails *details, gboolean may)
{
  guint n = 0;
  guint n_done = 0;
  g_autofree char *title = NULL;

  self->setting = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->steps)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    const gint64 *id = g_object_get_data (G_OBJECT (child), KEY_STEP);
    const SalonToldStep *step = id != NULL ? find_step (details, *id) : NULL;
    g_autofree char *tooltip = step != NULL ? tooltip_of (self, step) : NULL;

    if (step == NULL)
      continue;
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), step->done_at != 0);
    gtk_widget_set_tooltip_text (child, tooltip);
    gtk_widget_set_sensitive (child, may);
    n++;
    n_done += step->done_at != 0;
  }
  self->setting = FALSE;
  /* Translators: how many steps of the checklist are done, of how many */
  title = g_strdup_printf (C_ ("checklist", "Checklist: %1$u of %2$u"), n_done, n);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* ---- object */

static void
salon_visit_checklist_dispose (GObject *object)
{
  SalonVisitChecklist *self = SALON_VISIT_CHECKLIST (object);

  self->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (salon_visit_checklist_parent_class)->dispose (object);
}

static void
salon_visit_checklist_class_init (SalonVisitChecklistClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_visit_checklist_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "visitchecklist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_visit_checklist_init (SalonVisitChecklist *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->title = GTK_LABEL (salon_label_new (NULL, "salon-heading"));
  self->steps = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->steps), GTK_WIDGET (self));
  salon_set_accessible_label (self, _("Checklist"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_visit_checklist_new:
 *
 * Returns: (transfer floating): hidden while nothing is to be done
 */
GtkWidget *
salon_visit_checklist_new (SalonSession *session)
{
  SalonVisitChecklist *self = g_object_new (SALON_TYPE_VISIT_CHECKLIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_visit_checklist_show:
 * @own: whether a line of the visit is the acting employee's own: then she may tick
 *
 * The focus stays where it is as long as the steps are the same.
 */
void
salon_visit_checklist_show (SalonVisitChecklist *self, const SalonVisitDetails *details, gboolean own)
{
  SalonPermissions permissions = salon_actor_permissions (salon_session_actor (self->session));
  gboolean may = salon_permissions_have (permissions, SALON_PERMISSION_VISIT_STATE)
                 || (own && salon_permissions_have (permissions, SALON_PERMISSION_VISIT_STATE_OWN));
  g_autofree char *shown = shown_of (details);

  self->visit_id = details->visit_id;
  if (g_strcmp0 (shown, self->shown) != 0) {
    rebuild (self, details);
    g_free (self->shown);
    self->shown = g_steal_pointer (&shown);
  }
  set_ticks (self, details, may);
}
