/* An item is made when its row comes into view: a report by client has as many rows as the salon has clients. */
#include "gui/pages/reports/report-rows.h"

struct _SalonReportRows {
  GObject parent_instance;

  SalonReportAnswer *answer;
  GArray *order; /* of guint */
};

static void salon_report_rows_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (SalonReportRowItem, salon_report_row_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (SalonReportRows, salon_report_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, salon_report_rows_iface_init))

/* ---- an item */

static void
salon_report_row_item_finalize (GObject *object)
{
  g_clear_object (&SALON_REPORT_ROW_ITEM (object)->answer);
  G_OBJECT_CLASS (salon_report_row_item_parent_class)->finalize (object);
}

static void
salon_report_row_item_class_init (SalonReportRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_report_row_item_finalize;
}

static void
salon_report_row_item_init (SalonReportRowItem *self)
{
}

/**
 * salon_report_row_item_new:
 * @row: of the table of @answer
 */
SalonReportRowItem *
salon_report_row_item_new (SalonReportAnswer *answer, guint row)
{
  SalonReportRowItem *self = g_object_new (SALON_TYPE_REPORT_ROW_ITEM, NULL);

  self->answer = g_object_ref (answer);
  self->row = row;
  return self;
}

/* ---- the list */

static GType
rows_get_item_type (GListModel *model)
{
  return SALON_TYPE_REPORT_ROW_ITEM;
}

static guint
rows_get_n_items (GListModel *model)
{
  return SALON_REPORT_ROWS (model)->order->len;
}

static gpointer
rows_get_item (GListModel *model, guint position)
{
  SalonReportRows *self = SALON_REPORT_ROWS (model);

  return position < self->order->len ? salon_report_row_item_new (self->answer, g_array_index (self->order, guint, position)) : NULL;
}

static void
salon_report_rows_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = rows_get_item_type;
  iface->get_n_items = rows_get_n_items;
  iface->get_item = rows_get_item;
}

static void
salon_report_rows_finalize (GObject *object)
{
  SalonReportRows *self = SALON_REPORT_ROWS (object);

  g_clear_object (&self->answer);
  g_clear_pointer (&self->order, g_array_unref);
  G_OBJECT_CLASS (salon_report_rows_parent_class)->finalize (object);
}

static void
salon_report_rows_class_init (SalonReportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_report_rows_finalize;
}

static void
salon_report_rows_init (SalonReportRows *self)
{
}

/**
 * salon_report_rows_new:
 * @order: (transfer full) (element-type guint): which rows, see salon_report_order()
 */
SalonReportRows *
salon_report_rows_new (SalonReportAnswer *answer, GArray *order)
{
  SalonReportRows *self = g_object_new (SALON_TYPE_REPORT_ROWS, NULL);

  self->answer = g_object_ref (answer);
  self->order = order;
  return self;
}
