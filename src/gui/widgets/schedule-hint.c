/* No tooltip of GTK: it would stand over the visit that is looked at, and come up during a drag. */
#include "gui/widgets/schedule-hint.h"

#define HINT_MS 500

struct _SalonScheduleHint {
  SalonScheduleGrid *grid; /* not owned */
  SalonBoardBlock pointed; /* under the pointer; line_id 0 = none */
  guint source;
};

/**
 * salon_schedule_hint_new:
 * @grid: lives longer
 */
SalonScheduleHint *
salon_schedule_hint_new (SalonScheduleGrid *grid)
{
  SalonScheduleHint *self = g_new0 (SalonScheduleHint, 1);

  self->grid = grid;
  return self;
}

/**
 * salon_schedule_hint_free: frees it; nothing is shown by it any more
 */
void
salon_schedule_hint_free (SalonScheduleHint *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

static gboolean
is_pointed (SalonScheduleHint *self, const SalonBoardBlock *block)
{
  return block->line_id == self->pointed.line_id && block->part == self->pointed.part && block->column == self->pointed.column;
}

static SalonVisitBlock *
find_block (SalonScheduleHint *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid));

  for (; SALON_IS_VISIT_BLOCK (child); child = gtk_widget_get_next_sibling (child))
    if (is_pointed (self, salon_visit_block_get_block (SALON_VISIT_BLOCK (child))))
      return SALON_VISIT_BLOCK (child);
  return NULL;
}

static gboolean
show (gpointer data)
{
  SalonScheduleHint *self = data;
  SalonVisitBlock *block = find_block (self);

  self->source = 0;
  if (block != NULL) {
    const SalonBoardBlock *info = salon_visit_block_get_block (block);
    SalonScheduleRect rect = salon_schedule_rect_of (salon_schedule_grid_get_geometry (self->grid), info->column, info->start,
                                                     info->end, &info->place);
    g_autofree char *text = salon_visit_block_tooltip (block);

    salon_schedule_ghost_hint (salon_schedule_grid_get_ghost (self->grid), &rect, text);
  }
  return G_SOURCE_REMOVE;
}

/**
 * salon_schedule_hint_point:
 * @block: (nullable): what is under the pointer
 */
void
salon_schedule_hint_point (SalonScheduleHint *self, SalonVisitBlock *block)
{
  if (block != NULL ? is_pointed (self, salon_visit_block_get_block (block)) : self->pointed.line_id == 0)
    return;
  salon_schedule_hint_end (self);
  salon_schedule_ghost_hide (salon_schedule_grid_get_ghost (self->grid));
  if (block == NULL)
    return;
  self->pointed = *salon_visit_block_get_block (block);
  self->source = g_timeout_add (HINT_MS, show, self);
}

/**
 * salon_schedule_hint_end: forgets what is pointed at; what is shown stays for whoever has the ghost now
 */
void
salon_schedule_hint_end (SalonScheduleHint *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->pointed.line_id = 0;
}
