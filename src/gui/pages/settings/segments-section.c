/* The directory of segments in their order, and the categories that follow one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/rule-row.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/pages/settings/segment-row.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/picker-item.h"
#include "model/entities/segment.h"
#include "model/services/catalogue.h"

#define LISTS_KEY "salon-segment-lists"

/* Hangs on the section, which lives longer than any answer that still comes. */
typedef struct {
  SalonSettingsSection *section; /* not owned */
  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonCard *card;
  GtkListBox *segments;
  GtkListBox *rules;
  GListStore *items; /* segments to pick */
} Lists;

static void
lists_free (Lists *self)
{
  g_object_unref (self->session);
  g_object_unref (self->items);
  g_free (self);
}

static Lists *
lists_of (SalonSettingsSection *section)
{
  return g_object_get_data (G_OBJECT (section), LISTS_KEY);
}

/* ---- segments */

static void
on_moved (SalonSegmentRow *row, Lists *self)
{
  salon_order_save (self->segments, self->session, salon_segment_get_type ());
}

static SalonSegmentRow *
add_row (Lists *self, int index)
{
  GtkWidget *row = salon_segment_row_new (self->session);

  g_signal_connect (row, "moved", G_CALLBACK (on_moved), self);
  gtk_list_box_insert (self->segments, row, index);
  return SALON_SEGMENT_ROW (row);
}

static void
add_item (Lists *self, gint64 id, const char *name)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, name, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (self->items, item);
}

static void
show_segments (Lists *self, GPtrArray *segments)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *count = g_strdup_printf ("%u", segments->len);
  gboolean editable = salon_settings_section_is_editable (self->section);
  GtkListBoxRow *rule = NULL;

  for (guint i = 0; i < segments->len; i++)
    g_array_append_val (ids, ((SalonSegmentInfo *) segments->pdata[i])->id);
  salon_order_keep (self->segments, ids);
  g_list_store_remove_all (self->items);
  add_item (self, SALON_PICK_NONE, C_ ("category", "given by hand only"));
  add_item (self, SALON_RULE_OWN, C_ ("category", "by own conditions …"));
  for (guint i = 0; i < segments->len; i++) {
    const SalonSegmentInfo *segment = segments->pdata[i];
    SalonSegmentRow *row = salon_order_row_settle (self->segments, segment->id, (int) i);

    if (row == NULL)
      row = add_row (self, (int) i);
    salon_segment_row_set_segment (row, segment);
    salon_segment_row_set_editable (row, editable);
    add_item (self, segment->id, segment->name);
  }
  for (int i = 0; (rule = gtk_list_box_get_row_at_index (self->rules, i)) != NULL; i++)
    salon_rule_row_set_segments (SALON_RULE_ROW (rule), G_LIST_MODEL (self->items));
  salon_card_set_note (self->card, count);
}

static void
on_segments (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSettingsSection) section = data;
  g_autoptr (GPtrArray) segments = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (segments != NULL && gtk_widget_get_first_child (GTK_WIDGET (section)) != NULL)
    show_segments (lists_of (section), segments);
}

/* ---- rules */

static const SalonCategoryRule *
find_rule (GPtrArray *rules, gint64 category)
{
  for (guint i = 0; i < rules->len; i++) {
    const SalonCategoryRule *rule = rules->pdata[i];

    if (rule->category_id == category && rule->active)
      return rule;
  }
  return NULL;
}

/* Rows stay as long as there are the same categories: one of them may be open. */
static void
need_rows (Lists *self, GPtrArray *categories)
{
  GtkListBoxRow *row = NULL;
  guint n_same = 0;

  while (n_same < categories->len && (row = gtk_list_box_get_row_at_index (self->rules, (int) n_same)) != NULL
         && salon_rule_row_get_category (SALON_RULE_ROW (row)) == salon_entity_get_id (categories->pdata[n_same]))
    n_same++;
  for (guint i = 0; i < n_same; i++)
    salon_rule_row_set_category (SALON_RULE_ROW (gtk_list_box_get_row_at_index (self->rules, (int) i)), categories->pdata[i]);
  while ((row = gtk_list_box_get_row_at_index (self->rules, (int) n_same)) != NULL)
    gtk_list_box_remove (self->rules, GTK_WIDGET (row));
  for (guint i = n_same; i < categories->len; i++) {
    GtkWidget *made = salon_rule_row_new (self->session, categories->pdata[i]);

    salon_rule_row_set_segments (SALON_RULE_ROW (made), G_LIST_MODEL (self->items));
    gtk_list_box_append (self->rules, made);
  }
}

static void
on_rules (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSettingsSection) section = data;
  g_autoptr (GPtrArray) rules = salon_session_query_finish (SALON_SESSION (source), result, NULL);
  Lists *self = lists_of (section);
  GPtrArray *categories = salon_directory_list (self->directory, SALON_DIRECTORY_CATEGORIES);

  if (rules == NULL || categories == NULL || gtk_widget_get_first_child (GTK_WIDGET (section)) == NULL)
    return;
  need_rows (self, categories);
  for (guint i = 0; i < categories->len; i++)
    salon_rule_row_set_rule (SALON_RULE_ROW (gtk_list_box_get_row_at_index (self->rules, (int) i)),
                             find_rule (rules, salon_entity_get_id (categories->pdata[i])));
}

/* ---- loading */

static void
load (Lists *self)
{
  salon_session_query (self->session, &salon_query_segments, SALON_LANE_BACKGROUND, salon_segment_list_request_new (FALSE, TRUE),
                       NULL, on_segments, g_object_ref (self->section));
  salon_session_query (self->session, &salon_query_catalogue_list, SALON_LANE_BACKGROUND,
                       salon_entity_list_request_new (salon_category_rule_get_type (), FALSE), NULL, on_rules,
                       g_object_ref (self->section));
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonSettingsSection *section)
{
  if (salon_change_set_touches (changes, "segment") || salon_change_set_touches (changes, "category_rule"))
    load (lists_of (section));
}

static void
on_directory (SalonDirectory *directory, SalonSettingsSection *section)
{
  load (lists_of (section));
}

static void
on_editable (SalonSettingsSection *section, gboolean editable, gpointer data)
{
  Lists *self = lists_of (section);
  SalonSegmentRow *row = NULL;

  for (int i = 0; (row = salon_order_row_at (self->segments, i)) != NULL; i++)
    salon_segment_row_set_editable (row, editable);
}

static GtkListBox *
create_list (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "salon-entities");
  salon_set_accessible_label (list, label);
  return GTK_LIST_BOX (list);
}

static GtkWidget *
create_card (const char *title, GtkListBox *list)
{
  GtkWidget *card = salon_card_new (title);

  gtk_widget_add_css_class (card, "flush");
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (list));
  return card;
}

/**
 * salon_settings_segments_new:
 *
 * Returns: (transfer floating): segments, and categories by rule
 */
GtkWidget *
salon_settings_segments_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_SETTINGS_EDIT, _("Segments"),
                                                   _("Filters saved in the list of clients. Who fits is in, from day to day."));
  Lists *self = g_new0 (Lists, 1);
  GtkWidget *rules = NULL;

  *self = (Lists){ .section = SALON_SETTINGS_SECTION (section), .session = g_object_ref (session),
                   .directory = salon_directory_of (session), .items = g_list_store_new (SALON_TYPE_PICKER_ITEM) };
  g_object_set_data_full (G_OBJECT (section), LISTS_KEY, self, (GDestroyNotify) lists_free);
  self->segments = create_list (_("Segments"));
  self->rules = create_list (_("Categories by rule"));
  self->card = SALON_CARD (create_card (_("Segments"), self->segments));
  rules = create_card (_("Categories by rule"), self->rules);
  salon_card_set_note (SALON_CARD (rules), _("who is in the segment has the category"));
  salon_settings_section_append_pair (self->section, GTK_WIDGET (self->card), rules);
  salon_settings_section_guard (self->section, GTK_WIDGET (self->rules));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), section, 0);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), section, 0);
  g_signal_connect (section, "editable", G_CALLBACK (on_editable), NULL);
  load (self);
  return section;
}
