#pragma once
/* One day of the salon, or some days of it, as the board shows them: who works, which rooms there are, what is taken.
 * Whatever decides where a visit may go is in it, so that a drag is answered without a query. */
#include "model/entities/enums.h"
#include "model/entities/occupancy.h"
#include "model/rules/schedule-layout.h"
#include "model/rules/schedule.h"
#include "model/rules/slot-check.h"
#include "model/rules/timing.h"

G_BEGIN_DECLS

/**
 * SalonBoardView:
 * @SALON_BOARD_EMPLOYEES: a column for each employee of the day
 * @SALON_BOARD_ROOMS: a column for each room
 * @SALON_BOARD_BOTH: the employees, then the rooms
 * @SALON_BOARD_DAYS: a column for each day of one employee
 */
typedef enum {
  SALON_BOARD_EMPLOYEES,
  SALON_BOARD_ROOMS,
  SALON_BOARD_BOTH,
  SALON_BOARD_DAYS,
} SalonBoardView;

/* What a block tells besides time, client and service. */
typedef enum {
  SALON_BOARD_FLAG_NEW_CLIENT = 1 << 0,
  SALON_BOARD_FLAG_BIRTHDAY = 1 << 1,
  SALON_BOARD_FLAG_ALERT = 1 << 2,
  SALON_BOARD_FLAG_NOTE = 1 << 3,
  SALON_BOARD_FLAG_SERIES = 1 << 4,   /* one of a recurring visit */
  SALON_BOARD_FLAG_OVERRIDE = 1 << 5, /* a clash was accepted, with a reason */
  SALON_BOARD_FLAG_LATE = 1 << 6,     /* its time has come and the client has not */
  SALON_BOARD_FLAG_UNPAID = 1 << 7,   /* done, and not checked out */
} SalonBoardFlags;

/**
 * SalonBoardLine: one service of a visit; minutes are absolute wall minutes
 * @room_id: 0 = none
 * @color: 0xRRGGBB of the category of the service
 * @price: minor units
 * @master_matters: the client insists on this employee
 */
typedef struct {
  gint64 line_id;
  gint64 visit_id;
  gint64 service_id;
  gint64 employee_id;
  gint64 room_id;
  gint64 start;
  SalonLineShape shape;
  char *service;
  gint64 color;
  gint64 price;
  gboolean any_master;
  gboolean master_matters;
  gboolean override;
} SalonBoardLine;

/**
 * SalonBoardVisit:
 * @client: name as shown
 * @flags: #SalonBoardFlags
 * @note: (nullable): its note
 * @reason: (nullable): why it was cancelled
 * @lines: (element-type SalonBoardLine): in their order, owned by the board
 */
typedef struct {
  gint64 visit_id;
  gint64 client_id;
  char *client;
  SalonVisitState state;
  gboolean settled; /* has been checked out */
  guint flags;
  char *note;
  char *reason;
  GPtrArray *lines;
} SalonBoardVisit;

/**
 * SalonBoardEmployee:
 * @thumb: (nullable): picture file
 * @bookable: takes bookings; who left the salon or takes none may still have visits
 * @times: when she works, is away and the salon is closed, over all days of the board
 * @services: (element-type gint64): what she does, ascending
 */
typedef struct {
  gint64 id;
  char *name;
  GBytes *thumb;
  gint64 color;
  gboolean bookable;
  SalonScheduleTimes *times;
  GArray *services;
} SalonBoardEmployee;

/* A room; cleanup in minutes; kind_id 0 = of no kind; archived: not in use any more, but there are visits in it. */
typedef struct {
  gint64 id;
  char *name;
  gint64 kind_id;
  int capacity;
  int cleanup;
  gboolean archived;
} SalonBoardRoom;

/**
 * SalonBoardTaken: time taken by a visit that may not be seen: when, but not whose and for what
 * @client_id: 0, or it is another visit of a client who is on the board; @kind and @resource_id are 0 then
 * @busy: its id is negative, the same for all of one visit, and is no visit's
 */
typedef struct {
  SalonResourceKind kind;
  gint64 resource_id;
  gint64 client_id;
  SalonBusy busy;
} SalonBoardTaken;

/* What a service wants, for the check of a move; room_kind_id 0 = none; parallel: salon_service_goes_along(). */
typedef struct {
  gint64 id;
  char *name;
  gint64 room_kind_id;
  gboolean parallel;
  SalonLineShape shape;
} SalonBoardService;

/**
 * SalonBoard: counted by references; read only once it is loaded; may be used from any thread
 * @first_day: the first day
 * @n_days: 1, or 7 for a week
 * @today: a day near it is told by its name
 * @jumps: (element-type SalonInterval): minutes of the wall that the clocks leave out
 * @opening: (element-type SalonInterval): the salon's opening hours over these days
 * @from_minute: minute of the day at which the board begins: the earliest hour of opening, work or visit, full hours
 * @to_minute: first minute after, up to 1440 + 120
 * @step: visits begin at multiples of so many minutes
 * @employees: (element-type SalonBoardEmployee): who works or has a visit, in the order of the staff
 * @others: (element-type SalonBoardEmployee): who has no column, but may be asked about by the check
 * @rooms: (element-type SalonBoardRoom): all, in their order
 * @services: (element-type SalonBoardService): all that can be booked, and those of the visits
 * @visits: (element-type SalonBoardVisit): by start, then id; also those of the evening before that run past midnight,
 *   and those of the night after
 * @taken: (element-type SalonBoardTaken): what is taken besides, by visits that may not be seen
 */
typedef struct {
  gatomicrefcount ref_count;
  SalonDay first_day;
  int n_days;
  SalonDay today;
  SalonBufferRule buffer_rule;
  int step;
  int from_minute;
  int to_minute;
  GArray *opening;
  GArray *jumps;
  GPtrArray *employees;
  GPtrArray *others;
  GPtrArray *rooms;
  GPtrArray *services;
  GPtrArray *visits;
  GArray *taken;
  GHashTable *by_id; /* visits by their id */
} SalonBoard;

SalonBoard *salon_board_new (SalonDay first_day, int n_days);
SalonBoard *salon_board_ref (SalonBoard *self);
void salon_board_unref (SalonBoard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBoard, salon_board_unref)

SalonBoardEmployee *salon_board_add_employee (SalonBoard *self, gint64 id, const char *name);
SalonBoardEmployee *salon_board_add_other (SalonBoard *self, gint64 id, const char *name);
SalonBoardRoom *salon_board_add_room (SalonBoard *self, gint64 id, const char *name);
SalonBoardService *salon_board_add_service (SalonBoard *self, gint64 id, const char *name);
SalonBoardVisit *salon_board_add_visit (SalonBoard *self, gint64 visit_id, gint64 client_id, const char *client);
SalonBoardLine *salon_board_add_line (SalonBoardVisit *visit, gint64 line_id, gint64 service_id, const char *service);
void salon_board_finish (SalonBoard *self);

const SalonBoardEmployee *salon_board_find_employee (const SalonBoard *self, gint64 id);
const SalonBoardEmployee *salon_board_know_employee (const SalonBoard *self, gint64 id);
const SalonBoardRoom *salon_board_find_room (const SalonBoard *self, gint64 id);
const SalonBoardService *salon_board_find_service (const SalonBoard *self, gint64 id);
const SalonBoardVisit *salon_board_find_visit (const SalonBoard *self, gint64 visit_id);
const SalonBoardLine *salon_board_find_line (const SalonBoard *self, gint64 line_id);

/* A column: an employee or a room on a working day, which may run past midnight, to 02:00. */
typedef struct {
  SalonResourceKind kind;
  gint64 resource_id;
  SalonDay day;
} SalonBoardColumn;

/**
 * SalonBoardBlock: what is drawn in one column: neighbouring lines of one visit that touch are one block; of a line
 * with a processing gap an employee's column has two blocks and a pocket between, a room's column one
 * @column: index of the column
 * @line_id: its first line
 * @part: 0, or 1 for the work after a processing gap
 * @start: absolute wall minute
 * @end: first minute after
 * @pocket_end: end of the processing gap that follows the block; 0 = none
 * @cut_before: it began before what the column shows; @start is where the column begins
 * @cut_after: it goes on after what the column shows; @end is where the column ends
 * @place: where it stands beside others
 */
typedef struct {
  guint column;
  gint64 visit_id;
  gint64 line_id;
  guint n_lines;
  guint part;
  gint64 start;
  gint64 end;
  gint64 pocket_end;
  gboolean cut_before;
  gboolean cut_after;
  SalonLayoutPlace place;
} SalonBoardBlock;

GArray *salon_board_columns (const SalonBoard *self, SalonBoardView view, gint64 employee_id);
GArray *salon_board_blocks (const SalonBoard *self, const GArray *columns, gboolean with_cancelled);

/**
 * SalonBoardMove: where a visit, or a part of it, is about to go
 * @visit_id: 0 = a new one of @service_id, or of @minutes of work if that is 0 too
 * @line_id: the line that was taken; 0 = the first
 * @start: absolute wall minute at which that line shall begin; the other lines keep their distance
 * @employee_id: 0 = as before; else who does that line and the others of the same employee
 * @room_id: -1 = as before, 0 = none; else where that line and the others of the same room are done
 * @minutes: new length of the line's last work; what of the visit follows it moves along; 0 = as before
 */
typedef struct {
  gint64 visit_id;
  gint64 line_id;
  gint64 client_id;
  gint64 service_id;
  gint64 start;
  gint64 employee_id;
  gint64 room_id;
  int minutes;
} SalonBoardMove;

GArray *salon_board_check (const SalonBoard *self, const SalonBoardMove *move);
GArray *salon_board_check_from (const SalonBoard *self, const SalonBoard *origin, const SalonBoardMove *move);
char *salon_board_problem_text (const SalonBoard *self, const SalonSlotProblem *problem);
GArray *salon_board_hours (const SalonBoard *self, const SalonBoardColumn *column);
double salon_board_load (const SalonBoard *self, const SalonBoardColumn *column);

G_END_DECLS
