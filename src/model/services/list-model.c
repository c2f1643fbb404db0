/* Ids of the whole result, rows on demand.
 *
 * A refresh makes a new model and hands it the one before: unchanged rows keep their instance, so
 * that selection and focus survive.  (One items_changed for a hundred thousand rows would make GTK
 * ask for each of them.)  A page of rows is asked for in one query; an answer for rows that are gone
 * meanwhile is dropped with them. */
#include "model/services/list-model.h"

#define PAGE_SIZE 64

struct _SalonListRow {
  GObject parent;
  gint64 id;
  GObject *item;
  SalonSession *session;
  gboolean is_wanted; /* to be asked for */
  guint asked;        /* how often it was asked for */
  guint answered;     /* the question that was answered last; older answers are dropped */
};

G_DEFINE_FINAL_TYPE (SalonListRow, salon_list_row, G_TYPE_OBJECT)

enum { PROP_ITEM = 1 };

struct _SalonListModel {
  GObject parent;
  SalonSession *session;
  const SalonQuery *rows_query;
  char *topic;
  GArray *ids;
  GHashTable *rows; /* gint64 * (in the row) → SalonListRow */
  GArray *wanted;   /* ids whose items are to be asked for */
  guint ask_source;
  gulong changed_handler;
  GCancellable *cancellable;
};

static void salon_list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonListModel, salon_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, salon_list_model_iface_init))

/* ---- rows */

static void
salon_list_row_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  if (property == PROP_ITEM)
    g_value_set_object (value, SALON_LIST_ROW (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
}

static void
salon_list_row_finalize (GObject *object)
{
  g_clear_object (&SALON_LIST_ROW (object)->item);
  g_clear_object (&SALON_LIST_ROW (object)->session);
  G_OBJECT_CLASS (salon_list_row_parent_class)->finalize (object);
}

static void
salon_list_row_class_init (SalonListRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = salon_list_row_get_property;
  object_class->finalize = salon_list_row_finalize;
  g_object_class_install_property (object_class, PROP_ITEM,
                                   g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READABLE));
}

static void
salon_list_row_init (SalonListRow *self)
{
}

/**
 * salon_list_row_get_id:
 *
 * Returns: the id, known at once
 */
gint64
salon_list_row_get_id (SalonListRow *self)
{
  return self->id;
}

/**
 * salon_list_row_get_item:
 *
 * Returns: (transfer none) (nullable): what the query answered; %NULL until it has
 */
gpointer
salon_list_row_get_item (SalonListRow *self)
{
  return self->item;
}

/**
 * salon_list_row_get_session:
 *
 * Returns: (transfer none): the salon that the row is of
 */
SalonSession *
salon_list_row_get_session (SalonListRow *self)
{
  return self->session;
}

static gboolean
is_pending (const SalonListRow *row)
{
  return row->is_wanted || row->asked != row->answered;
}

static void
take_item (SalonListRow *row, GObject *item)
{
  g_set_object (&row->item, item);
  g_object_notify (G_OBJECT (row), "item");
}

/* ---- asking for items */

/* Rows in the order of the request, and the how manieth question of each it is. */
typedef struct {
  GPtrArray *rows;
  GArray *numbers; /* guint */
} Asked;

static void
asked_free (Asked *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->numbers);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
on_rows (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = salon_session_query_finish (SALON_SESSION (source), result, &error);

  for (guint i = 0; i < asked->rows->len; i++) {
    SalonListRow *row = asked->rows->pdata[i];
    guint number = g_array_index (asked->numbers, guint, i);

    if (number <= row->answered)
      continue;
    row->answered = number;
    if (items != NULL && i < items->len)
      take_item (row, items->pdata[i]);
  }
  if (items == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Rows of a list could not be read: %s", error->message);
}

static void
ask (SalonListModel *self, GArray *ids, GPtrArray *rows)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_ptr_array_ref (rows), g_array_new (FALSE, FALSE, sizeof (guint)) };
  for (guint i = 0; i < rows->len; i++) {
    SalonListRow *row = rows->pdata[i];

    row->is_wanted = FALSE;
    row->asked++;
    g_array_append_val (asked->numbers, row->asked);
  }
  salon_session_query (self->session, self->rows_query, SALON_LANE_INTERACTIVE, g_array_ref (ids), self->cancellable,
                       on_rows, asked);
}

static gboolean
ask_for_wanted (gpointer data)
{
  SalonListModel *self = data;
  guint i = 0;

  self->ask_source = 0;
  while (i < self->wanted->len) {
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

    for (; i < self->wanted->len && ids->len < PAGE_SIZE; i++) {
      gint64 id = g_array_index (self->wanted, gint64, i);
      SalonListRow *row = g_hash_table_lookup (self->rows, &id);

      if (row == NULL)
        continue;
      g_array_append_val (ids, id);
      g_ptr_array_add (rows, g_object_ref (row));
    }
    if (ids->len > 0)
      ask (self, ids, rows);
  }
  g_array_set_size (self->wanted, 0);
  return G_SOURCE_REMOVE;
}

static void
want (SalonListModel *self, SalonListRow *row)
{
  if (row->is_wanted)
    return;
  row->is_wanted = TRUE;
  g_array_append_val (self->wanted, row->id);
  if (self->ask_source == 0)
    self->ask_source = g_idle_add_full (G_PRIORITY_DEFAULT, ask_for_wanted, self, NULL);
}

/* An answer that is on its way may be from before the change. */
static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonListModel *self)
{
  g_autoptr (GArray) ids = salon_change_set_ids (changes, self->topic);

  for (guint i = 0; i < ids->len; i++) {
    SalonListRow *row = g_hash_table_lookup (self->rows, &g_array_index (ids, gint64, i));

    if (row != NULL)
      want (self, row);
  }
}

/* ---- list model */

static GType
get_item_type (GListModel *list)
{
  return SALON_TYPE_LIST_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return SALON_LIST_MODEL (list)->ids->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  SalonListModel *self = SALON_LIST_MODEL (list);
  SalonListRow *row = NULL;
  gint64 id = 0;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  row = g_hash_table_lookup (self->rows, &id);
  if (row == NULL) {
    row = g_object_new (SALON_TYPE_LIST_ROW, NULL);
    row->id = id;
    row->session = g_object_ref (self->session);
    g_hash_table_insert (self->rows, &row->id, row);
  }
  if (row->item == NULL && !is_pending (row))
    want (self, row);
  return g_object_ref (row);
}

static void
salon_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
salon_list_model_dispose (GObject *object)
{
  SalonListModel *self = SALON_LIST_MODEL (object);

  g_clear_handle_id (&self->ask_source, g_source_remove);
  if (self->session != NULL)
    g_clear_signal_handler (&self->changed_handler, self->session);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_list_model_parent_class)->dispose (object);
}

static void
salon_list_model_finalize (GObject *object)
{
  SalonListModel *self = SALON_LIST_MODEL (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->ids, g_array_unref);
  g_array_unref (self->wanted);
  g_free (self->topic);
  G_OBJECT_CLASS (salon_list_model_parent_class)->finalize (object);
}

static void
salon_list_model_class_init (SalonListModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_list_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_list_model_finalize;
}

static void
salon_list_model_init (SalonListModel *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cancellable = g_cancellable_new ();
}

/* What the model before has asked for is cancelled with it. */
static void
inherit_rows (SalonListModel *self, SalonListModel *previous)
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, previous->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row)) {
    SalonListRow *kept = g_object_ref (SALON_LIST_ROW (row));
    gboolean pending = is_pending (kept);

    kept->is_wanted = FALSE;
    g_hash_table_insert (self->rows, &kept->id, kept);
    if (pending)
      want (self, kept);
  }
}

/**
 * salon_list_model_new:
 * @rows_query: GArray of gint64 → GPtrArray of objects in the same order
 * @topic: whose changes renew rows
 * @ids: (transfer none) (element-type gint64): the whole result in its order
 * @previous: (transfer none) (nullable): the model that this one takes the place of
 *
 * Returns: (transfer full): a list of #SalonListRow
 */
SalonListModel *
salon_list_model_new (SalonSession *session, const SalonQuery *rows_query, const char *topic, GArray *ids,
                      SalonListModel *previous)
{
  SalonListModel *self = g_object_new (SALON_TYPE_LIST_MODEL, NULL);

  self->session = g_object_ref (session);
  self->rows_query = rows_query;
  self->topic = g_strdup (topic);
  self->ids = g_array_ref (ids);
  if (previous != NULL)
    inherit_rows (self, previous);
  self->changed_handler = g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  return self;
}

/**
 * salon_list_model_get_id:
 *
 * Returns: the id at @position, without asking for its row
 */
gint64
salon_list_model_get_id (SalonListModel *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}
