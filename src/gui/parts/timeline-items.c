/* What a client's history shows.
 *
 * A mark stands as a badge on the visit or contact that it is about.  It has a row of its own when it says more than its
 * number: words, a complaint, or when there is no such row. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/timeline-items.h"
#include "base/text.h"
#include "gui/parts/visit-text.h"
#include "model/rules/labels.h"
#include "model/rules/verbs.h"

#define STARS 5

typedef struct {
  const SalonClientPanel *panel;
  SalonClock *clock;
  const SalonCurrency *currency;
  SalonDay today;
} Teller;

static gboolean
is_of (const SalonToldMark *mark, SalonTimelineKind kind, gint64 id)
{
  switch (kind) {
  case SALON_TIMELINE_VISIT:
    return mark->visit_id == id;
  case SALON_TIMELINE_CONTACT:
    return mark->contact_id == id;
  case SALON_TIMELINE_MARK:
  default:
    return mark->id == id;
  }
}

/**
 * salon_timeline_find_mark:
 * @kind: what @id is: a visit, a contact, or the mark itself
 *
 * Returns: (transfer none) (nullable): the newest mark of it
 */
const SalonToldMark *
salon_timeline_find_mark (const SalonClientPanel *panel, SalonTimelineKind kind, gint64 id)
{
  for (guint i = 0; i < panel->marks->len; i++)
    if (is_of (panel->marks->pdata[i], kind, id))
      return panel->marks->pdata[i];
  return NULL;
}

/**
 * salon_timeline_find_contact:
 *
 * Returns: (transfer none) (nullable): that contact
 */
const SalonToldContact *
salon_timeline_find_contact (const SalonClientPanel *panel, gint64 id)
{
  for (guint i = 0; i < panel->contacts->len; i++)
    if (((SalonToldContact *) panel->contacts->pdata[i])->id == id)
      return panel->contacts->pdata[i];
  return NULL;
}

static gboolean
has_visit (const SalonClientPanel *panel, gint64 id)
{
  for (guint i = 0; i < panel->visits->len; i++)
    if (((SalonTimelineVisit *) panel->visits->pdata[i])->visit_id == id)
      return TRUE;
  return FALSE;
}

/* ---- words */

static char *
on_one_line (const char *text)
{
  return text != NULL ? g_strdelimit (g_strdup (text), "\n", ' ') : NULL;
}

static char *
stars (gint64 mark)
{
  GString *text = g_string_new (NULL);

  for (int i = 1; i <= STARS; i++)
    g_string_append (text, i <= mark ? "★" : "☆");
  return g_string_free (text, FALSE);
}

static void
tell_time (Teller *self, SalonTimelineItem *item, gint64 minute)
{
  item->minute = minute;
  item->day = salon_day_format_short ((SalonDay) (minute / SALON_MINUTES_A_DAY));
  item->time = salon_minute_format ((int) (minute % SALON_MINUTES_A_DAY));
}

static gint64
wall_minute (Teller *self, gint64 at)
{
  int minute = 0;
  SalonDay day = salon_clock_day_of (self->clock, at, &minute);

  return (gint64) day * SALON_MINUTES_A_DAY + minute;
}

static void
tell_badge (Teller *self, SalonTimelineItem *item)
{
  const SalonToldMark *mark = salon_timeline_find_mark (self->panel, item->kind, item->id);

  if (mark == NULL || mark->mark == 0)
    return;
  item->badge = g_strdup_printf ("★ %d", (int) mark->mark);
  item->spoken = g_strdup_printf (_("Mark %d of 5"), (int) mark->mark);
}

/* ---- items */

static SalonTimelineItem *
item_of_visit (Teller *self, const SalonTimelineVisit *visit)
{
  SalonDay day = (SalonDay) (visit->start_min / SALON_MINUTES_A_DAY);
  SalonTimelineItem *item = salon_timeline_item_new (visit->visit_id);

  tell_time (self, item, visit->start_min);
  item->title = g_strdup (visit->services);
  item->subtitle = salon_visit_where (visit);
  item->amount = salon_money_format (visit->price, self->currency);
  item->look = salon_look_of_visit_state ((SalonVisitState) visit->state);
  item->upcoming = day >= self->today && salon_visit_state_is_open ((SalonVisitState) visit->state);
  item->as_usual = visit->state == SALON_VISIT_DONE || (item->upcoming && visit->state == SALON_VISIT_BOOKED);
  item->can_open = salon_visit_state_counts ((SalonVisitState) visit->state);
  tell_badge (self, item);
  return item;
}

static SalonTimelineItem *
item_of_contact (Teller *self, const SalonToldContact *contact)
{
  SalonTimelineItem *item = salon_timeline_item_new (contact->id);
  const char *kind = salon_contact_kind_label (contact->kind);
  g_autofree char *length = contact->seconds > 0 ? g_strdup_printf ("%d:%02d", (int) (contact->seconds / 60),
                                                                    (int) (contact->seconds % 60)) : NULL;
  const char *parts[] = { contact->text != NULL ? kind : NULL, contact->who, length,
                          contact->recording != NULL ? _("with a recording") : NULL };

  item->kind = SALON_TIMELINE_CONTACT;
  tell_time (self, item, wall_minute (self, contact->at));
  item->title = contact->text != NULL ? on_one_line (contact->text) : g_strdup (kind);
  item->subtitle = salon_text_join (parts, G_N_ELEMENTS (parts), " · ");
  item->look = salon_look_of_contact ((SalonContactKind) contact->kind);
  item->outcome = salon_look_of_outcome ((SalonContactOutcome) contact->outcome);
  item->as_usual = TRUE;
  item->can_open = TRUE;
  tell_badge (self, item);
  return item;
}

static char *
visit_of_mark (const SalonToldMark *mark)
{
  g_autofree char *day = NULL;

  if (mark->visit_min == 0)
    return NULL;
  day = salon_day_format_short ((SalonDay) (mark->visit_min / SALON_MINUTES_A_DAY));
  return mark->services != NULL ? g_strdup_printf ("%s, %s", mark->services, day) : g_steal_pointer (&day);
}

static SalonTimelineItem *
item_of_mark (Teller *self, const SalonToldMark *mark)
{
  SalonTimelineItem *item = salon_timeline_item_new (mark->id);
  g_autofree char *number = mark->mark != 0 ? g_strdup_printf (_("Mark %d of 5"), (int) mark->mark) : NULL;
  g_autofree char *visit = visit_of_mark (mark);
  g_autofree char *said = on_one_line (mark->text);
  const char *title[] = { mark->complaint ? C_ ("mark", "Complaint") : number, said };
  const char *parts[] = { mark->complaint && said == NULL ? number : NULL, mark->about, visit };

  item->kind = SALON_TIMELINE_MARK;
  tell_time (self, item, wall_minute (self, mark->at));
  item->title = salon_text_join (title, G_N_ELEMENTS (title), " · ");
  item->subtitle = salon_text_join (parts, G_N_ELEMENTS (parts), " · ");
  item->amount = mark->mark != 0 ? stars (mark->mark) : NULL;
  item->spoken = g_steal_pointer (&number);
  item->look = mark->complaint ? salon_look_of_complaint (mark->resolved_at != 0) : salon_look_of_mark (mark->mark);
  item->outcome = mark->complaint ? salon_look_of_complaint (mark->resolved_at != 0) : NULL;
  item->as_usual = TRUE;
  item->can_open = TRUE;
  return item;
}

/* What its badge does not say. */
static gboolean
has_own_row (Teller *self, const SalonToldMark *mark)
{
  if (mark->complaint || mark->text != NULL)
    return TRUE;
  if (mark->visit_id != 0)
    return !has_visit (self->panel, mark->visit_id);
  return mark->contact_id == 0 || salon_timeline_find_contact (self->panel, mark->contact_id) == NULL;
}

/**
 * salon_timeline_items:
 * @clock: for the zone, and for what lies ahead
 *
 * Returns: (transfer full) (element-type SalonTimelineItem): the rows, newest first
 */
GPtrArray *
salon_timeline_items (const SalonClientPanel *panel, SalonClock *clock, const SalonCurrency *currency,
                      SalonTimelineFilter filter)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  Teller self = { panel, clock, currency, salon_clock_today (clock) };

  if (filter == SALON_TIMELINE_ALL || filter == SALON_TIMELINE_VISITS)
    for (guint i = 0; i < panel->visits->len; i++)
      g_ptr_array_add (items, item_of_visit (&self, panel->visits->pdata[i]));
  if (filter == SALON_TIMELINE_ALL || filter == SALON_TIMELINE_CONTACTS)
    for (guint i = 0; i < panel->contacts->len; i++)
      g_ptr_array_add (items, item_of_contact (&self, panel->contacts->pdata[i]));
  if (filter == SALON_TIMELINE_ALL || filter == SALON_TIMELINE_QUALITY)
    for (guint i = 0; i < panel->marks->len; i++)
      if (filter == SALON_TIMELINE_QUALITY || has_own_row (&self, panel->marks->pdata[i]))
        g_ptr_array_add (items, item_of_mark (&self, panel->marks->pdata[i]));
  g_ptr_array_sort (items, salon_timeline_item_compare);
  return items;
}
