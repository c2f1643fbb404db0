/* The chosen ones as tags that can be taken off, and a list with a search to add more.  Clients are searched for in the
 * database; segments, kinds of season tickets and promotions are asked for; everything else stands in the directory. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ids.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/client-picker.h"
#include "gui/parts/directory.h"
#include "gui/parts/filter-things.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/tag-list.h"
#include "model/entities/card-kind.h"
#include "model/entities/user.h"
#include "model/services/catalogue.h"
#include "model/services/clients.h"
#include "model/services/people-lists.h"
#include "model/services/price-rules.h"
#include "model/services/segments.h"
#include "model/services/tickets.h"
#include "model/services/users.h"

struct _SalonFilterThings {
  GtkWidget parent_instance;

  SalonTagList *list;
  SalonPicker *picker;              /* of things, or */
  SalonClientPicker *client_picker; /* of clients */

  SalonSession *session;
  SalonDirectory *directory;
  SalonFilterRef ref;
  GListModel *items;   /* SalonPickerItem: all that there are */
  GHashTable *clients; /* gint64 * → name, of chosen clients */
  GArray *ids;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterThings, salon_filter_things, GTK_TYPE_WIDGET)

/* ---- what there is */

static GListModel *
create_items (SalonFilterThings *self)
{
  static const struct {
    SalonFilterRef ref;
    SalonDirectoryList list;
  } lists[] = {
    { SALON_FILTER_REF_CATEGORY, SALON_DIRECTORY_CATEGORIES },
    { SALON_FILTER_REF_TAG, SALON_DIRECTORY_TAGS },
    { SALON_FILTER_REF_SOURCE, SALON_DIRECTORY_SOURCES },
    { SALON_FILTER_REF_SERVICE_CATEGORY, SALON_DIRECTORY_SERVICE_CATEGORIES },
    { SALON_FILTER_REF_ROOM, SALON_DIRECTORY_ROOMS },
    { SALON_FILTER_REF_ZONE, SALON_DIRECTORY_ZONES },
    { SALON_FILTER_REF_ITEM, SALON_DIRECTORY_ITEMS },
    { SALON_FILTER_REF_ITEM_CATEGORY, SALON_DIRECTORY_ITEM_CATEGORIES },
  };

  if (!salon_directory_is_ready (self->directory))
    return NULL;
  if (self->ref == SALON_FILTER_REF_EMPLOYEE)
    return salon_items_of_employees (salon_directory_list (self->directory, SALON_DIRECTORY_EMPLOYEES));
  if (self->ref == SALON_FILTER_REF_SERVICE)
    return salon_items_of_services (salon_directory_list (self->directory, SALON_DIRECTORY_SERVICES),
                                    salon_directory_currency (self->directory));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].ref == self->ref)
      return salon_items_of_entities (salon_directory_list (self->directory, lists[i].list));
  return NULL;
}

/* ---- what is chosen */

static void
append_tag (SalonFilterThings *self, gint64 id)
{
  SalonPickerItem *item = salon_picker_items_find (self->items, id);
  const char *name = item != NULL ? item->text : g_hash_table_lookup (self->clients, &id);
  guint32 rgb = SALON_TAG_NO_MARK;

  if (self->ref == SALON_FILTER_REF_TAG)
    rgb = SALON_TAG_NO_COLOR;
  else if (item != NULL && item->rgb != SALON_PICK_NO_COLOR)
    rgb = item->rgb;
  if (name == NULL)
    name = self->items != NULL ? C_ ("filter", "no longer there") : "…";
  salon_tag_list_append (self->list, id, name, rgb, TRUE);
}

static void
fill_picker (SalonFilterThings *self)
{
  g_autoptr (GListStore) rest = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  guint n = self->items != NULL ? g_list_model_get_n_items (self->items) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (SalonPickerItem) item = g_list_model_get_item (self->items, i);

    if (!salon_ids_contain (self->ids, item->id))
      g_list_store_append (rest, item);
  }
  salon_picker_set_items (self->picker, G_LIST_MODEL (rest));
}

static void
update (SalonFilterThings *self)
{
  salon_tag_list_clear (self->list);
  for (guint i = 0; i < self->ids->len; i++)
    append_tag (self, g_array_index (self->ids, gint64, i));
  if (self->picker != NULL)
    fill_picker (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->ids->len > 0);
}

static void
add (SalonFilterThings *self, gint64 id)
{
  if (salon_ids_contain (self->ids, id))
    return;
  g_array_append_val (self->ids, id);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- callbacks */

/* What does not stand in the directory. */
typedef struct {
  SalonFilterRef ref;
  const SalonQuery *query;
  gpointer (*create_request) (void);
  const char *entity; /* whose changes matter */
  void (*add) (GListStore *items, gconstpointer thing);
} Asked;

static void
add_item (GListStore *items, gint64 id, const char *name)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, name, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

static void
add_segment (GListStore *items, gconstpointer thing)
{
  const SalonSegmentInfo *segment = thing;

  add_item (items, segment->id, segment->name);
}

static void
add_ticket_kind (GListStore *items, gconstpointer thing)
{
  SalonTicketKind *kind = ((const SalonTicketKindRow *) thing)->kind;

  add_item (items, salon_entity_get_id (kind), kind->name);
}

static void
add_promotion (GListStore *items, gconstpointer thing)
{
  SalonPriceRule *rule = ((const SalonPricingRule *) thing)->rule;

  add_item (items, salon_entity_get_id (rule), rule->name);
}

static void
add_card_kind (GListStore *items, gconstpointer thing)
{
  SalonCardKind *kind = (SalonCardKind *) thing;

  add_item (items, salon_entity_get_id (kind), kind->name);
}

static void
add_user (GListStore *items, gconstpointer thing)
{
  SalonUser *user = (SalonUser *) thing;

  add_item (items, salon_entity_get_id (user), user->name);
}

/* One in the archive is not offered. */
static void
add_people_list (GListStore *items, gconstpointer thing)
{
  const SalonPeopleListInfo *list = thing;

  if (!list->archived)
    add_item (items, list->id, list->name);
}

static gpointer
create_card_kinds_request (void)
{
  return salon_entity_list_request_new (salon_card_kind_get_type (), TRUE); /* cards of it are still about */
}

static gpointer
create_segments_request (void)
{
  return salon_segment_list_request_new (FALSE, FALSE);
}

static gpointer
create_kinds_request (void)
{
  SalonTicketKindsRequest *request = g_new0 (SalonTicketKindsRequest, 1);

  request->with_archived = TRUE; /* tickets of it are still about */
  return request;
}

static const Asked *
asked_of (SalonFilterRef ref)
{
  static const Asked all[] = {
    { SALON_FILTER_REF_SEGMENT, &salon_query_segments, create_segments_request, "segment", add_segment },
    { SALON_FILTER_REF_TICKET_KIND, &salon_query_ticket_kinds, create_kinds_request, "ticket-kind", add_ticket_kind },
    { SALON_FILTER_REF_CARD_KIND, &salon_query_catalogue_list, create_card_kinds_request, "card-kind", add_card_kind },
    { SALON_FILTER_REF_PROMOTION, &salon_query_price_rules, NULL, "price-rule", add_promotion },
    { SALON_FILTER_REF_USER, &salon_query_users, NULL, "user", add_user },
    { SALON_FILTER_REF_PEOPLE_LIST, &salon_query_people_lists, NULL, "people-list", add_people_list },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].ref == ref)
      return &all[i];
  return NULL;
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonFilterThings) self = data;
  g_autoptr (GPtrArray) things = salon_session_query_finish (SALON_SESSION (source), result, NULL);
  GListStore *items = NULL;

  if (things == NULL || self->session == NULL)
    return;
  items = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  for (guint i = 0; i < things->len; i++)
    asked_of (self->ref)->add (items, things->pdata[i]);
  g_clear_object (&self->items);
  self->items = G_LIST_MODEL (items);
  update (self);
}

static void
ask (SalonFilterThings *self)
{
  const Asked *asked = asked_of (self->ref);

  salon_session_query (self->session, asked->query, SALON_LANE_INTERACTIVE,
                       asked->create_request != NULL ? asked->create_request () : NULL, NULL, on_asked, g_object_ref (self));
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonFilterThings *self)
{
  if (salon_change_set_touches (changes, asked_of (self->ref)->entity))
    ask (self);
}

static void
on_directory (SalonDirectory *directory, SalonFilterThings *self)
{
  if (asked_of (self->ref) != NULL)
    return;
  g_clear_object (&self->items);
  self->items = create_items (self);
  update (self);
}

static void
on_picked (SalonPicker *picker, GParamSpec *pspec, SalonFilterThings *self)
{
  gint64 id = salon_picker_get_selected (picker);

  if (id == SALON_PICK_NONE)
    return;
  salon_picker_set_selected (picker, SALON_PICK_NONE);
  add (self, id);
}

static void
remember_client (SalonFilterThings *self, gint64 id, const char *name)
{
  g_hash_table_replace (self->clients, g_memdup2 (&id, sizeof id), g_strdup (name));
}

static void
on_client_picked (SalonClientPicker *picker, gint64 id, SalonFilterThings *self)
{
  remember_client (self, id, salon_client_picker_get_text (picker));
  salon_client_picker_set_client (picker, 0, NULL);
  add (self, id);
}

static void
on_removed (SalonTagList *list, gint64 id, SalonFilterThings *self)
{
  for (guint i = self->ids->len; i > 0; i--)
    if (g_array_index (self->ids, gint64, i - 1) == id)
      g_array_remove_index (self->ids, i - 1);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The names of clients that a filter brought along. */
static void
on_clients (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonFilterThings) self = data;
  g_autoptr (GPtrArray) rows = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (rows == NULL || self->session == NULL)
    return;
  for (guint i = 0; i < rows->len; i++) {
    const SalonClientRow *row = rows->pdata[i];

    remember_client (self, row->id, row->name != NULL ? row->name : C_ ("filter", "no longer there"));
  }
  update (self);
}

/* ---- building */

static void
salon_filter_things_dispose (GObject *object)
{
  SalonFilterThings *self = SALON_FILTER_THINGS (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (salon_filter_things_parent_class)->dispose (object);
}

static void
salon_filter_things_finalize (GObject *object)
{
  SalonFilterThings *self = SALON_FILTER_THINGS (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->clients);
  G_OBJECT_CLASS (salon_filter_things_parent_class)->finalize (object);
}

static gboolean
salon_filter_things_grab_focus (GtkWidget *widget)
{
  SalonFilterThings *self = SALON_FILTER_THINGS (widget);

  return gtk_widget_grab_focus (self->picker != NULL ? GTK_WIDGET (self->picker) : GTK_WIDGET (self->client_picker));
}

static void
salon_filter_things_class_init (SalonFilterThingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_things_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_filter_things_finalize;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_filter_things_grab_focus;

  /**
   * SalonFilterThings::changed: the user chose one more or one less
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_filter_things_init (SalonFilterThings *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * salon_filter_things_new:
 * @ref: what is chosen from
 * @label: likewise, for screen readers
 */
GtkWidget *
salon_filter_things_new (SalonSession *session, SalonFilterRef ref, const char *label)
{
  SalonFilterThings *self = g_object_new (SALON_TYPE_FILTER_THINGS, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  self->ref = ref;
  self->list = SALON_TAG_LIST (salon_tag_list_new ());
  g_signal_connect (self->list, "removed", G_CALLBACK (on_removed), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  if (ref == SALON_FILTER_REF_CLIENT) {
    self->client_picker = SALON_CLIENT_PICKER (salon_client_picker_new (session, label, C_ ("filter", "Choose …")));
    g_signal_connect (self->client_picker, "picked", G_CALLBACK (on_client_picked), self);
    gtk_widget_set_parent (GTK_WIDGET (self->client_picker), GTK_WIDGET (self));
  } else {
    self->picker = SALON_PICKER (salon_picker_new (label, C_ ("filter", "Choose …")));
    g_signal_connect (self->picker, "notify::selected", G_CALLBACK (on_picked), self);
    gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self));
    g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
    self->items = create_items (self);
  }
  if (asked_of (ref) != NULL) {
    g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
    ask (self);
  }
  update (self);
  return GTK_WIDGET (self);
}

/**
 * salon_filter_things_set_ids:
 * @ids: (nullable) (array length=n_ids): what is chosen; SalonFilterThings::changed is not emitted
 */
void
salon_filter_things_set_ids (SalonFilterThings *self, const gint64 *ids, guint n_ids)
{
  g_return_if_fail (SALON_IS_FILTER_THINGS (self));

  g_array_set_size (self->ids, 0);
  if (n_ids > 0)
    g_array_append_vals (self->ids, ids, n_ids);
  update (self);
  if (self->ref == SALON_FILTER_REF_CLIENT && n_ids > 0) {
    GArray *wanted = g_array_new (FALSE, FALSE, sizeof (gint64));

    g_array_append_vals (wanted, ids, n_ids);
    salon_session_query (self->session, &salon_query_client_rows, SALON_LANE_INTERACTIVE, wanted, NULL, on_clients,
                         g_object_ref (self));
  }
}

/**
 * salon_filter_things_get_ids:
 *
 * Returns: (transfer full) (element-type gint64): what is chosen
 */
GArray *
salon_filter_things_get_ids (SalonFilterThings *self)
{
  g_return_val_if_fail (SALON_IS_FILTER_THINGS (self), NULL);

  return g_array_copy (self->ids);
}
