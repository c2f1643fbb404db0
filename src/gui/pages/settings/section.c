/* What all sections of the settings share: the frame, lists that follow the database, and the permission. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/pages/settings/section.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "model/entities/change-set.h"
#include "model/services/catalogue.h"

#define MAX_WIDTH  1320
#define LARGE_TEXT 130 /* percent of the usual */

struct _SalonSettingsSection {
  GtkWidget parent_instance;

  SalonBanner *banner;
  GtkBox *column;
  GPtrArray *guarded; /* widgets that need the permission; not owned */
  GPtrArray *lists;   /* SalonEntityList; not owned */

  SalonSession *session;
  SalonPermission permission;
};

enum { SIGNAL_EDITABLE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonSettingsSection, salon_settings_section, GTK_TYPE_WIDGET)

/* ---- lists */

typedef struct {
  SalonSettingsSection *section; /* strong */
  SalonEntityList *list;
} Asked;

static void
on_items (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonSettingsSection) self = asked->section;
  g_autoptr (GPtrArray) items = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (self->session != NULL && items != NULL)
    salon_entity_list_set_items (asked->list, items);
}

static void
load_list (SalonSettingsSection *self, SalonEntityList *list)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_object_ref (self), list };
  salon_session_query (self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                       salon_entity_list_request_new (salon_entity_list_get_kind (list)->type (), FALSE), NULL, on_items,
                       asked);
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonSettingsSection *self)
{
  for (guint i = 0; i < self->lists->len; i++) {
    SalonEntityList *list = self->lists->pdata[i];
    GType type = salon_entity_list_get_kind (list)->type ();

    if (salon_change_set_touches (changes, salon_entity_type_info (type)->name))
      load_list (self, list);
  }
}

/* Lines may name things of other lists, the kind of a room for one. */
static void
on_directory (SalonDirectory *directory, SalonSettingsSection *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    load_list (self, self->lists->pdata[i]);
}

/* ---- permission */

static void
update_permission (SalonSettingsSection *self)
{
  g_autoptr (GError) error = NULL;
  gboolean may = salon_permission_check (salon_session_actor (self->session), self->permission, &error);

  if (may)
    salon_banner_hide (self->banner);
  else
    salon_banner_show (self->banner, SALON_TONE_GREY, error->message);
  for (guint i = 0; i < self->guarded->len; i++)
    gtk_widget_set_sensitive (self->guarded->pdata[i], may);
  for (guint i = 0; i < self->lists->len; i++)
    salon_entity_list_set_editable (self->lists->pdata[i], may);
  g_signal_emit (self, signals[SIGNAL_EDITABLE], 0, may);
}

static void
on_actor_changed (SalonSession *session, SalonSettingsSection *self)
{
  update_permission (self);
}

static void
on_map (GtkWidget *widget, SalonSettingsSection *self)
{
  update_permission (self);
}

/* ---- building */

static void
salon_settings_section_dispose (GObject *object)
{
  SalonSettingsSection *self = SALON_SETTINGS_SECTION (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_pointer (&self->guarded, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  G_OBJECT_CLASS (salon_settings_section_parent_class)->dispose (object);
}

static void
salon_settings_section_class_init (SalonSettingsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_settings_section_dispose;

  /**
   * SalonSettingsSection::editable:
   * @editable: whether who works now may change what is here
   */
  signals[SIGNAL_EDITABLE] = g_signal_new ("editable", SALON_TYPE_SETTINGS_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_settings_section_init (SalonSettingsSection *self)
{
  self->guarded = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  self->banner = SALON_BANNER (salon_banner_new ());
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->column), "salon-section");
}

/* The usual frame scrolls as a whole. */
static void
build_frame (SalonSettingsSection *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->column));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * salon_settings_section_new:
 * @permission: without it, all is shown and nothing can be changed
 * @title: translated
 * @explanation: translated, one sentence
 *
 * Returns: (transfer floating): a section with nothing in it yet
 */
GtkWidget *
salon_settings_section_new (SalonSession *session, SalonPermission permission, const char *title, const char *explanation)
{
  SalonSettingsSection *self = g_object_new (SALON_TYPE_SETTINGS_SECTION, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->session = g_object_ref (session);
  self->permission = permission;
  gtk_box_append (GTK_BOX (head), salon_wrapped_label_new (title, "salon-title"));
  gtk_box_append (GTK_BOX (head), salon_wrapped_label_new (explanation, "salon-secondary"));
  gtk_widget_set_margin_bottom (head, 6);
  gtk_box_append (self->column, head);
  gtk_box_append (self->column, GTK_WIDGET (self->banner));
  salon_set_accessible_label (self, title);
  build_frame (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  g_signal_connect_object (salon_directory_of (session), "changed", G_CALLBACK (on_directory), self, 0);
  g_signal_connect (self, "map", G_CALLBACK (on_map), self);
  return GTK_WIDGET (self);
}

/**
 * salon_settings_section_append: puts @widget below what is there
 */
void
salon_settings_section_append (SalonSettingsSection *self, GtkWidget *widget)
{
  gtk_box_append (self->column, widget);
}

/**
 * salon_settings_is_large_text:
 *
 * Returns: whether texts are so large that there is no room for parts beside each other
 */
gboolean
salon_settings_is_large_text (GtkWidget *widget)
{
  return salon_scale_to_text (widget, 100) >= LARGE_TEXT;
}

/**
 * salon_settings_lay_out_pair:
 * @form: with a box layout and two parts: of one width beside each other, with large text one below the other
 */
void
salon_settings_lay_out_pair (GtkWidget *form)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (form);
  gboolean is_large = salon_settings_is_large_text (form);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), is_large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), !is_large);
}

/**
 * salon_settings_section_append_pair: puts two parts side by side; a wide one may take more than half; with large text one
 * below the other
 */
void
salon_settings_section_append_pair (SalonSettingsSection *self, GtkWidget *first, GtkWidget *second)
{
  gboolean is_large = salon_settings_is_large_text (GTK_WIDGET (self));
  GtkWidget *box = gtk_box_new (is_large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_hexpand (first, TRUE);
  gtk_widget_set_hexpand (second, TRUE);
  gtk_widget_set_valign (first, GTK_ALIGN_START);
  gtk_widget_set_valign (second, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_box_append (self->column, box);
}

/**
 * salon_settings_section_guard: @widget can be used only with the permission of the section
 */
void
salon_settings_section_guard (SalonSettingsSection *self, GtkWidget *widget)
{
  g_ptr_array_add (self->guarded, widget);
}

/**
 * salon_settings_section_fill:
 *
 * Puts @widget below what is there; it gets all the height that is left and scrolls by itself.
 */
void
salon_settings_section_fill (SalonSettingsSection *self, GtkWidget *widget)
{
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_box_append (self->column, widget);
}

/**
 * salon_settings_section_list:
 * @kind: static
 *
 * Returns: (transfer floating): a list that follows the database as long as the section lives; to be put
 *   into the section by the caller
 */
GtkWidget *
salon_settings_section_list (SalonSettingsSection *self, const SalonEntityKind *kind)
{
  GtkWidget *list = salon_entity_list_new (self->session, kind);

  g_ptr_array_add (self->lists, list);
  load_list (self, SALON_ENTITY_LIST (list));
  return list;
}

/**
 * salon_settings_section_is_editable:
 *
 * Returns: whether who works now may change what is here
 */
gboolean
salon_settings_section_is_editable (SalonSettingsSection *self)
{
  return salon_permission_check (salon_session_actor (self->session), self->permission, NULL);
}
