/* A client has hundreds of visits at the most: they are read whole and sorted here. */
#include "config.h"

#include "base/day.h"
#include "gui/pages/clients/card-visit-item.h"

G_DEFINE_FINAL_TYPE (SalonCardVisitItem, salon_card_visit_item, G_TYPE_OBJECT)

typedef struct {
  const char *column;
  int sign; /* -1 = descending */
} Order;

static void
salon_card_visit_item_finalize (GObject *object)
{
  salon_timeline_visit_free (SALON_CARD_VISIT_ITEM (object)->visit);
  G_OBJECT_CLASS (salon_card_visit_item_parent_class)->finalize (object);
}

static void
salon_card_visit_item_class_init (SalonCardVisitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_card_visit_item_finalize;
}

static void
salon_card_visit_item_init (SalonCardVisitItem *self)
{
}

/**
 * salon_card_visit_item_new:
 * @visit: (transfer full)
 *
 * Returns: (transfer full)
 */
SalonCardVisitItem *
salon_card_visit_item_new (SalonTimelineVisit *visit, const SalonCurrency *currency)
{
  SalonCardVisitItem *self = g_object_new (SALON_TYPE_CARD_VISIT_ITEM, NULL);

  self->visit = visit;
  self->currency = currency;
  return self;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* What is empty comes last among texts that rise. */
static int
compare_texts (const char *a, const char *b)
{
  gboolean has_a = a != NULL && *a != '\0';
  gboolean has_b = b != NULL && *b != '\0';

  return has_a && has_b ? g_utf8_collate (a, b) : (int) has_b - (int) has_a;
}

static int
compare_by (const char *column, const SalonTimelineVisit *a, const SalonTimelineVisit *b)
{
  if (g_str_equal (column, "time"))
    return compare_numbers (a->start_min % SALON_MINUTES_A_DAY, b->start_min % SALON_MINUTES_A_DAY);
  if (g_str_equal (column, "services"))
    return compare_texts (a->services, b->services);
  if (g_str_equal (column, "masters"))
    return compare_texts (a->employees, b->employees);
  if (g_str_equal (column, "room"))
    return compare_texts (a->rooms, b->rooms);
  if (g_str_equal (column, "state"))
    return compare_numbers (a->state, b->state);
  if (g_str_equal (column, "price"))
    return compare_numbers (a->price, b->price);
  if (g_str_equal (column, "note"))
    return compare_texts (a->note, b->note);
  return 0;
}

/* Among equals the newest first, whatever the direction. */
static int
compare (gconstpointer one, gconstpointer other, gpointer data)
{
  const Order *order = data;
  const SalonTimelineVisit *a = (*(SalonCardVisitItem *const *) one)->visit;
  const SalonTimelineVisit *b = (*(SalonCardVisitItem *const *) other)->visit;
  int result = 0;

  if (g_str_equal (order->column, "day"))
    result = order->sign * compare_numbers (a->start_min, b->start_min);
  else
    result = order->sign * compare_by (order->column, a, b);
  if (result == 0)
    result = compare_numbers (b->start_min, a->start_min);
  return result != 0 ? result : compare_numbers (b->visit_id, a->visit_id);
}

/**
 * salon_card_visits_sort:
 * @items: of #SalonCardVisitItem
 * @column: of the table of visits: "day", "time", "services", "masters", "room", "state", "price", "note"
 */
void
salon_card_visits_sort (GPtrArray *items, const char *column, gboolean descending)
{
  Order order = { column, descending ? -1 : 1 };

  g_ptr_array_sort_with_data (items, compare, &order);
}
