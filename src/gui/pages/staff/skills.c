/* Check boxes by category; the box of a category ticks or clears all of it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/skills.h"
#include "gui/widgets/build.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"

/* A category with its services, or those without one. */
typedef struct {
  gint64 category_id;
  GtkCheckButton *all;
  GPtrArray *checks; /* GtkCheckButton; not owned */
} Group;

struct _SalonSkills {
  GtkWidget parent_instance;

  GtkBox *box;
  GtkWidget *empty;

  SalonDirectory *directory; /* lives as long as the session */
  GPtrArray *groups;
  GArray *ids; /* gint64: what is ticked */
  gboolean filling;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonSkills, salon_skills, GTK_TYPE_WIDGET)

#define SERVICE_KEY "salon-service-id"

static void
group_free (Group *group)
{
  g_ptr_array_unref (group->checks);
  g_free (group);
}

static gint64
service_of (GtkCheckButton *check)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (check), SERVICE_KEY);
}

static int
find_id (SalonSkills *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return (int) i;
  return -1;
}

/* ---- ticks */

static void
update_group (SalonSkills *self, Group *group)
{
  guint n = 0;

  for (guint i = 0; i < group->checks->len; i++) {
    gboolean on = find_id (self, service_of (group->checks->pdata[i])) >= 0;

    gtk_check_button_set_active (group->checks->pdata[i], on);
    n += on;
  }
  gtk_check_button_set_active (group->all, n > 0 && n == group->checks->len);
  gtk_check_button_set_inconsistent (group->all, n > 0 && n < group->checks->len);
}

static void
update_ticks (SalonSkills *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->groups->len; i++)
    update_group (self, self->groups->pdata[i]);
  self->filling = FALSE;
}

static void
put_id (SalonSkills *self, gint64 id, gboolean on)
{
  int place = find_id (self, id);

  if (on && place < 0)
    g_array_append_val (self->ids, id);
  else if (!on && place >= 0)
    g_array_remove_index (self->ids, (guint) place);
}

static void
on_toggled (GtkCheckButton *check, SalonSkills *self)
{
  if (self->filling)
    return;
  put_id (self, service_of (check), gtk_check_button_get_active (check));
  update_ticks (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_all_toggled (GtkCheckButton *check, SalonSkills *self)
{
  gboolean on = gtk_check_button_get_active (check);

  if (self->filling)
    return;
  for (guint i = 0; i < self->groups->len; i++) {
    Group *group = self->groups->pdata[i];

    for (guint k = 0; group->all == check && k < group->checks->len; k++)
      put_id (self, service_of (group->checks->pdata[k]), on);
  }
  update_ticks (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- boxes */

static Group *
add_group (SalonSkills *self, gint64 category_id, const char *name)
{
  Group *group = g_new0 (Group, 1);

  group->category_id = category_id;
  group->checks = g_ptr_array_new ();
  group->all = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (name));
  gtk_widget_add_css_class (GTK_WIDGET (group->all), "salon-heading");
  g_signal_connect (group->all, "toggled", G_CALLBACK (on_all_toggled), self);
  g_ptr_array_add (self->groups, group);
  return group;
}

static void
add_service (SalonSkills *self, Group *group, const SalonService *service)
{
  GtkWidget *check = gtk_check_button_new_with_label (service->name);
  GtkWidget *label = gtk_widget_get_last_child (check);
  gint64 id = salon_entity_get_id (service);

  if (GTK_IS_LABEL (label))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  salon_set_tooltip (check, service->name);
  g_object_set_data_full (G_OBJECT (check), SERVICE_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (group->checks, check);
}

static void
fill_group (SalonSkills *self, Group *group)
{
  GPtrArray *services = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICES);

  for (guint i = 0; i < services->len; i++)
    if (((SalonService *) services->pdata[i])->service_category_id == group->category_id)
      add_service (self, group, services->pdata[i]);
}

static void
show_group (SalonSkills *self, Group *group)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_start (grid, 18);
  for (guint i = 0; i < group->checks->len; i++)
    gtk_grid_attach (GTK_GRID (grid), group->checks->pdata[i], (int) i % 2, (int) i / 2, 1, 1);
  gtk_box_append (self->box, GTK_WIDGET (group->all));
  gtk_box_append (self->box, grid);
}

static void
rebuild (SalonSkills *self)
{
  GPtrArray *categories = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_CATEGORIES);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < categories->len; i++)
    add_group (self, salon_entity_get_id (categories->pdata[i]), ((SalonServiceCategory *) categories->pdata[i])->name);
  add_group (self, 0, _("Without a category"));
  for (guint i = 0; i < self->groups->len;) {
    Group *group = self->groups->pdata[i];

    fill_group (self, group);
    if (group->checks->len == 0) {
      g_object_ref_sink (group->all);
      g_object_unref (group->all);
      g_ptr_array_remove_index (self->groups, i);
      continue;
    }
    show_group (self, group);
    i++;
  }
  gtk_widget_set_visible (self->empty, self->groups->len == 0);
  update_ticks (self);
}

static void
on_directory (SalonDirectory *directory, SalonSkills *self)
{
  rebuild (self);
}

/* ---- building */

static void
salon_skills_dispose (GObject *object)
{
  SalonSkills *self = SALON_SKILLS (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_ptr_array_set_size (self->groups, 0);
  G_OBJECT_CLASS (salon_skills_parent_class)->dispose (object);
}

static void
salon_skills_finalize (GObject *object)
{
  SalonSkills *self = SALON_SKILLS (object);

  g_ptr_array_unref (self->groups);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (salon_skills_parent_class)->finalize (object);
}

static void
salon_skills_class_init (SalonSkillsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_skills_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_skills_finalize;

  /**
   * SalonSkills::changed: the user ticked or cleared something
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_SKILLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_skills_init (SalonSkills *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->empty = salon_wrapped_label_new (_("Add services in the settings; then tick here what she does."), "salon-secondary");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (content), self->empty);
  gtk_widget_set_parent (content, GTK_WIDGET (self));
}

/**
 * salon_skills_new:
 *
 * Returns: (transfer floating): all services, none ticked
 */
GtkWidget *
salon_skills_new (SalonDirectory *directory)
{
  SalonSkills *self = g_object_new (SALON_TYPE_SKILLS, NULL);

  self->directory = directory;
  g_signal_connect_object (directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (directory))
    rebuild (self);
  return GTK_WIDGET (self);
}

/**
 * salon_skills_set:
 * @service_ids: (element-type gint64): what is ticked from now on
 */
void
salon_skills_set (SalonSkills *self, const GArray *service_ids)
{
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, service_ids->data, service_ids->len);
  update_ticks (self);
}

/**
 * salon_skills_get:
 *
 * Returns: (transfer full) (element-type gint64): what is ticked
 */
GArray *
salon_skills_get (SalonSkills *self)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (copy, self->ids->data, self->ids->len);
  return copy;
}
