/* Changes what a visit consists of, all in one transaction: what is refused leaves it as it was. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/rules/permission.h"
#include "model/rules/validate-visit.h"
#include "model/rules/verbs.h"
#include "model/services/booking-check.h"
#include "model/services/booking-edit.h"
#include "model/services/booking-rooms.h"
#include "model/services/price-list.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

typedef struct {
  SalonTx *tx;
  const SalonVisitEdit *request;
  SalonBookingFacts *facts;
  SalonVisit *old;
  GPtrArray *before; /* SalonVisitLine as they are */
  GPtrArray *after;  /* SalonVisitLine as they are to be, for each of the request */
  GPtrArray *gone;   /* those of before that go; not owned */
} Edit;

static void
edit_clear (Edit *edit)
{
  g_clear_pointer (&edit->facts, salon_booking_facts_free);
  g_clear_object (&edit->old);
  g_clear_pointer (&edit->before, g_ptr_array_unref);
  g_ptr_array_unref (edit->after);
  g_ptr_array_unref (edit->gone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static const SalonEditLine *
wanted_at (const Edit *edit, guint i)
{
  return &g_array_index (edit->request->lines, SalonEditLine, i);
}

/* ---- may it be */

static gboolean
check_state (const Edit *edit, GError **error)
{
  if (salon_visit_state_is_open ((SalonVisitState) edit->old->state))
    return TRUE;
  salon_set_field_error (error, "state", _("The visit is over; its services cannot be changed."));
  return FALSE;
}

static gboolean
check_day (const Edit *edit, const SalonVisit *visit, GError **error)
{
  if (!salon_visit_state_counts ((SalonVisitState) visit->state) || visit->day <= edit->old->day
      || visit->day <= salon_clock_today (salon_tx_clock (edit->tx)))
    return TRUE;
  salon_set_field_error (error, "start_min", _("The client is here already; the visit cannot be moved to a later day."));
  return FALSE;
}

/* What was not so before must be in use. */
static gboolean
check_employee (const Edit *edit, const SalonEditLine *wanted, const SalonVisitLine *before, GError **error)
{
  const SalonEmployee *employee = NULL;
  g_autofree char *name = NULL;

  if (wanted->employee_id == 0) {
    salon_set_field_error (error, "employee_id", _("Choose an employee."));
    return FALSE;
  }
  if (before != NULL && before->employee_id == wanted->employee_id)
    return TRUE;
  employee = salon_booking_facts_employee (edit->facts, wanted->employee_id, error);
  if (employee == NULL)
    return FALSE;
  if (employee->archived == 0 && employee->bookable != 0)
    return TRUE;
  name = salon_booking_facts_employee_name (employee);
  salon_set_field_error (error, "employee_id", _("%s takes no bookings."), name);
  return FALSE;
}

static gboolean
check_room (const Edit *edit, const SalonEditLine *wanted, const SalonVisitLine *before, GError **error)
{
  const SalonRoom *room = NULL;

  if (wanted->room_id <= 0 || (before != NULL && before->room_id == wanted->room_id))
    return TRUE;
  room = salon_booking_facts_room (edit->facts, wanted->room_id, error);
  if (room != NULL && room->archived != 0)
    salon_set_field_error (error, "room_id", _("“%s” is not in use any more."), room->name);
  return room != NULL && room->archived == 0;
}

static gboolean
check_service (const Edit *edit, guint i, const SalonVisitLine *before, GError **error)
{
  const SalonEditLine *wanted = wanted_at (edit, i);
  const SalonService *service = NULL;

  if (wanted->service_id == 0) {
    salon_set_field_error (error, "service_id", _("Choose a service."));
    return FALSE;
  }
  service = salon_booking_facts_service (edit->facts, wanted->service_id, error);
  if (service == NULL)
    return FALSE;
  if (wanted->addon_of > i)
    salon_set_field_error (error, "service_id", _("“%s” is an add-on of a service that is not in the visit."), service->name);
  else if (wanted->addon_of == 0 && service->is_addon != 0)
    salon_set_field_error (error, "service_id", _("“%s” is an add-on: choose the service that it goes with."), service->name);
  else if (service->archived != 0 && (before == NULL || before->service_id != wanted->service_id))
    salon_set_field_error (error, "service_id", _("“%s” is not offered any more."), service->name);
  else
    return TRUE;
  return FALSE;
}

/* ---- which line is meant */

static gboolean
is_named (const Edit *edit, gint64 line_id)
{
  for (guint i = 0; i < edit->request->lines->len; i++)
    if (wanted_at (edit, i)->line_id == line_id)
      return TRUE;
  for (guint i = 0; i < edit->after->len; i++)
    if (salon_entity_get_id (edit->after->pdata[i]) == line_id)
      return TRUE;
  return FALSE;
}

/* Returns: whether it is clear; *@line is %NULL for a new one */
static gboolean
find_line (const Edit *edit, const SalonEditLine *wanted, SalonVisitLine **line, GError **error)
{
  *line = NULL;
  for (guint i = 0; i < edit->before->len && *line == NULL && wanted->line_id != SALON_EDIT_NEW; i++) {
    SalonVisitLine *before = edit->before->pdata[i];
    gint64 id = salon_entity_get_id (before);

    if (wanted->line_id == id
        || (wanted->line_id == SALON_EDIT_MATCH && before->service_id == wanted->service_id && !is_named (edit, id)))
      *line = before;
  }
  if (*line != NULL || wanted->line_id <= 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("The visit was changed meanwhile. Look at it again."));
  return FALSE;
}

/* ---- the lines as they are to be */

static void
take_service (SalonVisitLine *line, const SalonService *service)
{
  line->service_id = salon_entity_get_id (service);
  line->work1_min = service->work1_min;
  line->gap_min = service->gap_min;
  line->work2_min = service->work2_min;
  line->buffer_before_min = service->buffer_before_min;
  line->buffer_after_min = service->buffer_after_min;
  line->variant_id = 0;
}

/* What was agreed stays; of another service or variant the price is as the price list has it now.  A price of the list
 * also follows to an employee of another level. */
static gboolean
take_price (const Edit *edit, const SalonEditLine *wanted, const SalonVisitLine *before, SalonVisitLine *line, GError **error)
{
  gboolean other_service = before == NULL || before->service_id != line->service_id;
  gint64 variant_id = wanted->variant_id != 0 ? MAX (wanted->variant_id, 0) : line->variant_id;
  gboolean other = other_service || variant_id != line->variant_id;
  SalonMoney listed = line->price;

  if (other && !salon_price_of (edit->tx, line->service_id, variant_id, wanted->employee_id, &listed, error))
    return FALSE;
  if (!other && !salon_price_follow (edit->tx, before, wanted->employee_id, &listed, error))
    return FALSE;
  line->variant_id = variant_id;
  line->price = wanted->price >= 0 ? wanted->price : listed;
  return TRUE;
}

static SalonVisitLine *
line_as_wanted (const Edit *edit, const SalonEditLine *wanted, SalonVisitLine *before, GError **error)
{
  const SalonService *service = salon_booking_facts_service (edit->facts, wanted->service_id, error);
  SalonVisitLine *line = before != NULL ? salon_visit_line_copy (before) : salon_visit_line_new ();
  gboolean other_service = line->service_id != wanted->service_id;

  if (service != NULL && other_service)
    take_service (line, service);
  line->visit_id = edit->request->visit_id;
  line->position = edit->after->len;
  line->employee_id = wanted->employee_id;
  line->room_id = MAX (wanted->room_id, 0);
  line->start_min = wanted->start_min;
  line->any_master = wanted->any_master;
  line->master_matters = wanted->master_matters;
  if (wanted->work1_min > 0) {
    line->work1_min = wanted->work1_min;
    line->gap_min = wanted->gap_min;
    line->work2_min = wanted->work2_min;
  }
  if (service == NULL || !take_price (edit, wanted, before, line, error))
    g_clear_object (&line);
  return line;
}

static gboolean
make_line (Edit *edit, guint i, GError **error)
{
  const SalonEditLine *wanted = wanted_at (edit, i);
  gint64 room_before = i > 0 ? ((SalonVisitLine *) edit->after->pdata[i - 1])->room_id : 0;
  SalonVisitLine *before = NULL;
  SalonVisitLine *line = NULL;

  if (!find_line (edit, wanted, &before, error) || !check_service (edit, i, before, error)
      || !check_employee (edit, wanted, before, error) || !check_room (edit, wanted, before, error)
      || ((before == NULL || before->start_min != wanted->start_min)
          && !salon_wall_time_check (edit->tx, wanted->start_min, error)))
    return FALSE;
  line = line_as_wanted (edit, wanted, before, error);
  if (line == NULL)
    return FALSE;
  g_ptr_array_add (edit->after, line);
  return wanted->room_id != SALON_EDIT_ANY_ROOM
         || salon_booking_choose_room (edit->tx, line, room_before, edit->facts, error);
}

static gboolean
make_lines (Edit *edit, GError **error)
{
  if (edit->request->lines->len == 0) {
    salon_set_field_error (error, "lines", _("Choose at least one service."));
    return FALSE;
  }
  for (guint i = 0; i < edit->request->lines->len; i++)
    if (!make_line (edit, i, error))
      return FALSE;
  for (guint i = 0; i < edit->before->len; i++)
    if (!is_named (edit, salon_entity_get_id (edit->before->pdata[i])))
      g_ptr_array_add (edit->gone, edit->before->pdata[i]);
  return TRUE;
}

/* ---- writing */

static gboolean
put_line (SalonTx *tx, SalonVisitLine *line, GError **error)
{
  return salon_entity_get_id (line) != 0 ? salon_repo_update (tx, line, error) : salon_repo_insert (tx, line, error);
}

/* A parent stands before its add-ons, so that it has its id when they need it. */
static gboolean
write_lines (Edit *edit, GError **error)
{
  for (guint i = 0; i < edit->after->len; i++) {
    SalonVisitLine *line = edit->after->pdata[i];
    guint parent = wanted_at (edit, i)->addon_of;

    line->parent_line_id = parent > 0 ? salon_entity_get_id (edit->after->pdata[parent - 1]) : 0;
    if (!put_line (edit->tx, line, error))
      return FALSE;
  }
  for (guint i = edit->gone->len; i-- > 0;)
    if (!salon_repo_delete (edit->tx, edit->gone->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable): the visit as it is to be, which may be so */
static SalonVisit *
check_visit (Edit *edit, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_visit_copy (edit->old);
  SalonBookingPlan plan = { visit, edit->after, edit->facts, edit->request->override_reason,
                            edit->request->accept_warnings };

  salon_visit_set_span (visit, edit->after);
  return check_day (edit, visit, error) && salon_booking_check (edit->tx, &plan, error) ? g_steal_pointer (&visit) : NULL;
}

static gboolean
prepare (Edit *edit, GError **error)
{
  gint64 visit_id = edit->request->visit_id;

  if (!salon_permission_check (salon_tx_actor (edit->tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  edit->old = salon_repo_get (edit->tx, salon_visit_get_type (), visit_id, error);
  if (edit->old == NULL || !check_state (edit, error))
    return FALSE;
  edit->before = salon_repo_find (edit->tx, salon_visit_line_get_type (), "visit_id", visit_id, error);
  edit->facts = edit->before != NULL ? salon_booking_facts_new (edit->tx, error) : NULL;
  return edit->facts != NULL && make_lines (edit, error);
}

/**
 * salon_booking_edit:
 * @visit_id: (out): the visit
 * @error: as for salon_booking_book(), but without the alert; %SALON_ERROR_CONFLICT when a line is gone meanwhile
 *
 * Only a visit that is still open can be changed.
 */
gboolean
salon_booking_edit (SalonTx *tx, const SalonVisitEdit *request, gint64 *visit_id, GError **error)
{
  g_auto (Edit) edit = {
    .tx = tx,
    .request = request,
    .after = g_ptr_array_new_with_free_func (g_object_unref),
    .gone = g_ptr_array_new (),
  };
  g_autoptr (SalonVisit) visit = prepare (&edit, error) ? check_visit (&edit, error) : NULL;

  if (visit == NULL || !write_lines (&edit, error) || !salon_repo_update (tx, visit, error))
    return FALSE;
  *visit_id = request->visit_id;
  return TRUE;
}

/**
 * salon_visit_edit_check:
 * @error: as for salon_booking_edit()
 *
 * What salon_booking_edit() would say, while the change is still being thought about; writes nothing.
 *
 * Returns: (transfer full) (nullable): a copy of @request, which may be so
 */
SalonVisitEdit *
salon_visit_edit_check (SalonTx *tx, const SalonVisitEdit *request, GError **error)
{
  g_auto (Edit) edit = {
    .tx = tx,
    .request = request,
    .after = g_ptr_array_new_with_free_func (g_object_unref),
    .gone = g_ptr_array_new (),
  };
  g_autoptr (SalonVisit) visit = prepare (&edit, error) ? check_visit (&edit, error) : NULL;

  return visit != NULL ? salon_visit_edit_copy (request) : NULL;
}

/**
 * salon_visit_lines_load:
 * @request: the visit
 *
 * Returns: (transfer full) (element-type SalonVisitLine): its lines in their order
 */
GPtrArray *
salon_visit_lines_load (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_DAY_VIEW, error))
    return NULL;
  return salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", request->id, error);
}

/* ---- requests */

/**
 * salon_visit_edit_new:
 *
 * Returns: (transfer full): a request without lines
 */
SalonVisitEdit *
salon_visit_edit_new (gint64 visit_id)
{
  SalonVisitEdit *self = g_new0 (SalonVisitEdit, 1);

  self->visit_id = visit_id;
  self->lines = g_array_new (FALSE, FALSE, sizeof (SalonEditLine));
  return self;
}

static guint
place_of_line (const GPtrArray *lines, gint64 line_id)
{
  for (guint i = 0; i < lines->len && line_id != 0; i++)
    if (salon_entity_get_id (lines->pdata[i]) == line_id)
      return i + 1;
  return 0;
}

/**
 * salon_visit_edit_of_lines:
 * @lines: (element-type SalonVisitLine): in their order
 *
 * Returns: (transfer full): a request that leaves them as they are
 */
SalonVisitEdit *
salon_visit_edit_of_lines (gint64 visit_id, const GPtrArray *lines)
{
  SalonVisitEdit *self = salon_visit_edit_new (visit_id);

  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];
    SalonEditLine edit = {
      .line_id = salon_entity_get_id (line),
      .service_id = line->service_id,
      .employee_id = line->employee_id,
      .room_id = line->room_id,
      .start_min = line->start_min,
      .work1_min = line->work1_min,
      .gap_min = line->gap_min,
      .work2_min = line->work2_min,
      .price = line->price,
      .variant_id = line->variant_id,
      .any_master = line->any_master != 0,
      .master_matters = line->master_matters != 0,
      .addon_of = place_of_line (lines, line->parent_line_id),
    };

    g_array_append_val (self->lines, edit);
  }
  return self;
}

/**
 * salon_visit_edit_copy:
 *
 * Returns: (transfer full): an independent copy, to ask again with what was accepted
 */
SalonVisitEdit *
salon_visit_edit_copy (const SalonVisitEdit *self)
{
  SalonVisitEdit *copy = g_memdup2 (self, sizeof *self);

  copy->lines = g_array_copy (self->lines);
  copy->override_reason = g_strdup (self->override_reason);
  return copy;
}

/**
 * salon_visit_edit_free:
 * @self: (transfer full):
 */
void
salon_visit_edit_free (SalonVisitEdit *self)
{
  g_array_unref (self->lines);
  g_free (self->override_reason);
  g_free (self);
}

SALON_DEFINE_COMMAND (salon_command_visit_edit, "booking.edit", SALON_N ("Visit changed"), salon_booking_edit,
                      SalonVisitEdit, salon_visit_edit_free)
SALON_DEFINE_QUERY (salon_query_visit_edit_check, "booking.edit-check", salon_visit_edit_check, SalonVisitEdit,
                    salon_visit_edit_free, salon_visit_edit_free)
SALON_DEFINE_QUERY (salon_query_visit_lines, "visit.lines", salon_visit_lines_load, SalonIdRequest, g_free, g_ptr_array_unref)
