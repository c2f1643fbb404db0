/* The line below the card.  A problem is a button: it selects the element that has it. */
#include "config.h"
#include "gui/pages/settings/designer-foot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "gui/pages/settings/design-layers.h"
#include "gui/parts/client-picker.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/wrap-layout.h"

#define PROBLEM_KEY "salon-problem"
#define MOST_PROBLEMS 4

struct _SalonDesignerFoot {
  GtkWidget parent_instance;

  SalonDesignModel *model;
  SalonDesignCanvas *canvas; /* not owned */
  GtkWidget *problems;
  SalonPicker *sample;
  SalonClientPicker *client;
  GtkLabel *zoom;
  char *told; /* the problems that are shown */
};

G_DEFINE_FINAL_TYPE (SalonDesignerFoot, salon_designer_foot, GTK_TYPE_WIDGET)

/* ---- problems */

static void
on_problem (GtkButton *button, SalonDesignerFoot *self)
{
  const SalonCardProblem *problem = g_object_get_data (G_OBJECT (button), PROBLEM_KEY);
  SalonCardEditing *editing = salon_design_model_editing (self->model);

  salon_card_editing_set_side (editing, problem->side);
  salon_card_editing_select (editing, problem->element);
  salon_design_model_touch (self->model);
}

static SalonCardProblem *
problem_copy (const SalonCardProblem *problem)
{
  SalonCardProblem *copy = g_memdup2 (problem, sizeof *problem);

  copy->sentence = g_strdup (problem->sentence);
  return copy;
}

static GtkWidget *
problem_new (SalonDesignerFoot *self, const SalonCardProblem *problem)
{
  SalonCardDesign *design = salon_card_editing_design (salon_design_model_editing (self->model));
  const SalonCardElement *element = salon_card_design_find (design, problem->element, NULL, NULL);
  g_autofree char *title = element != NULL ? salon_design_title (element) : NULL;
  g_autofree char *text = title != NULL ? g_strdup_printf ("%s: %s", title, problem->sentence) : g_strdup (problem->sentence);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = salon_label_new (text, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("salon-alert-symbolic"));
  gtk_box_append (GTK_BOX (line), label);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "problem");
  salon_set_tooltip (button, text);
  salon_set_accessible_label (button, text);
  g_object_set_data_full (G_OBJECT (button), PROBLEM_KEY, problem_copy (problem), (GDestroyNotify) salon_card_problem_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_problem), self);
  return button;
}

static char *
tell (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    const SalonCardProblem *problem = problems->pdata[i];

    g_string_append_printf (text, "%u %s\n", problem->element, problem->sentence);
  }
  return g_string_free (text, FALSE);
}

static void
show_problems (SalonDesignerFoot *self)
{
  GPtrArray *problems = salon_design_model_problems (self->model);
  g_autofree char *told = tell (problems);
  GtkWidget *child = NULL;

  if (g_strcmp0 (told, self->told) == 0)
    return;
  g_free (self->told);
  self->told = g_steal_pointer (&told);
  while ((child = gtk_widget_get_first_child (self->problems)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    gtk_widget_set_parent (problem_new (self, problems->pdata[i]), self->problems);
  gtk_widget_set_visible (self->problems, problems->len > 0);
}

static void
on_model (SalonDesignModel *model, SalonDesignerFoot *self)
{
  show_problems (self);
}

/* ---- with whom */

static void
on_sample (SalonPicker *picker, GParamSpec *pspec, SalonDesignerFoot *self)
{
  gint64 kind = salon_picker_get_selected (picker);

  if (self->model == NULL || kind < 1 || kind > SALON_CARD_N_SAMPLES)
    return;
  salon_client_picker_set_client (self->client, 0, NULL);
  salon_card_sample_set_kind (salon_design_model_sample (self->model), (SalonCardSampleKind) kind);
}

static void
on_client (SalonClientPicker *picker, gint64 client, SalonDesignerFoot *self)
{
  if (self->model != NULL && client != 0)
    salon_card_sample_set_client (salon_design_model_sample (self->model), client);
  else
    on_sample (self->sample, NULL, self);
}

static GtkWidget *
sample_new (SalonDesignerFoot *self)
{
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (int kind = 1; kind <= SALON_CARD_N_SAMPLES; kind++) {
    g_autoptr (SalonPickerItem) item =
        salon_picker_item_new (kind, salon_card_sample_label ((SalonCardSampleKind) kind), NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  self->sample = SALON_PICKER (salon_picker_new (_("Shown with"), NULL));
  salon_picker_set_items (self->sample, G_LIST_MODEL (items));
  salon_picker_set_selected (self->sample, SALON_CARD_SAMPLE_USUAL);
  g_signal_connect (self->sample, "notify::selected", G_CALLBACK (on_sample), self);
  return GTK_WIDGET (self->sample);
}

/* ---- zoom */

static void
on_zoomed (SalonDesignCanvas *canvas, SalonDesignerFoot *self)
{
  g_autofree char *text = g_strdup_printf ("%d %%", (int) lround (salon_design_canvas_get_zoom (canvas) * 100));

  if (!g_str_equal (text, gtk_label_get_text (self->zoom)))
    gtk_label_set_text (self->zoom, text);
}

static GtkWidget *
action_button_new (const char *icon_name, const char *label, const char *keys, const char *action)
{
  g_autofree char *text = g_strdup_printf ("%s (%s)", label, keys);
  GtkWidget *button = salon_icon_button_new (icon_name, label);

  salon_set_tooltip (button, text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
zoom_new (SalonDesignerFoot *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->zoom = GTK_LABEL (salon_label_new ("100 %", "salon-num"));
  gtk_label_set_width_chars (self->zoom, 6);
  gtk_label_set_xalign (self->zoom, 0.5f);
  gtk_box_append (GTK_BOX (box), action_button_new ("salon-minus-symbolic", _("Smaller"), "Ctrl+−", "design.zoom-out"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->zoom));
  gtk_box_append (GTK_BOX (box), action_button_new ("salon-plus-symbolic", _("Larger"), "Ctrl++", "design.zoom-in"));
  gtk_box_append (GTK_BOX (box), action_button_new ("salon-fit-symbolic", _("The whole card"), "Ctrl+0", "design.zoom-fit"));
  return box;
}

/* ---- object */

static void
salon_designer_foot_dispose (GObject *object)
{
  SalonDesignerFoot *self = SALON_DESIGNER_FOOT (object);

  salon_designer_foot_set_model (self, NULL);
  if (self->problems != NULL)
    salon_dispose_children (self->problems);
  self->problems = NULL;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->told, g_free);
  G_OBJECT_CLASS (salon_designer_foot_parent_class)->dispose (object);
}

static void
salon_designer_foot_class_init (SalonDesignerFootClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_designer_foot_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_designer_foot_init (SalonDesignerFoot *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-designer-foot");
}

/**
 * salon_designer_foot_new:
 * @canvas: (transfer none): whose zoom is shown; lives as long
 */
GtkWidget *
salon_designer_foot_new (SalonSession *session, SalonDesignCanvas *canvas)
{
  SalonDesignerFoot *self = g_object_new (SALON_TYPE_DESIGNER_FOOT, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->canvas = canvas;
  self->problems = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_layout_manager (self->problems, salon_wrap_layout_new (6, 6));
  gtk_widget_set_visible (self->problems, FALSE);
  self->client = SALON_CLIENT_PICKER (salon_client_picker_new (session, _("A client"), _("A client …")));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (line), sample_new (self));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->client));
  gtk_box_append (GTK_BOX (line), space);
  gtk_box_append (GTK_BOX (line), zoom_new (self));
  gtk_widget_set_parent (self->problems, GTK_WIDGET (self));
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  g_signal_connect (self->client, "picked", G_CALLBACK (on_client), self);
  g_signal_connect_object (canvas, "zoomed", G_CALLBACK (on_zoomed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_designer_foot_set_model:
 * @model: (transfer none) (nullable):
 */
void
salon_designer_foot_set_model (SalonDesignerFoot *self, SalonDesignModel *model)
{
  g_return_if_fail (SALON_IS_DESIGNER_FOOT (self));

  salon_design_model_follow (&self->model, model, (SalonDesignFollower) on_model, self);
  if (model != NULL)
    on_client (self->client, salon_client_picker_get_client (self->client), self);
}
