"""Mistakes that the tests must see: each is one replacement in one file, and names the test programs that must fail."""
import collections

Breakage = collections.namedtuple("Breakage", "name path old new tests")

SCHEMA = "data/sql/sqlite/0001-foundation.sql"

BREAKAGES = [
    # nothing lost
    Breakage("synchronous-normal", "src/model/store/db.c", "journal_mode = WAL; PRAGMA synchronous = FULL",
             "journal_mode = WAL; PRAGMA synchronous = NORMAL", ["crash-power"]),
    Breakage("commit-fails-unseen", "src/model/store/tx.c", "|| !run (self->db, SQL_COMMIT, error)) {",
             "|| (run (self->db, SQL_COMMIT, NULL), FALSE)) {", ["tx", "crash-faults"]),
    Breakage("operation-not-unique", "src/model/store/tx.c", "    self->repeat = TRUE;\n", "    self->repeat = FALSE;\n",
             ["tx", "booking"]),
    Breakage("backup-not-proved", "src/model/store/backup.c",
             "  return open_and_look (path, info, TRUE, NULL, error);", "  return open_and_look (path, info, FALSE, NULL, error);",
             ["backups"]),
    Breakage("second-writer", "src/model/store/lock.c", "if (flock (self->fd, LOCK_EX | LOCK_NB) != 0) {",
             "if (flock (self->fd, LOCK_SH | LOCK_NB) != 0) {", ["lock"]),
    Breakage("progress-beside-the-chunk", "src/model/services/job.c", "  return salon_job_store_update (tx, &row, error);",
             "  return TRUE;", ["job", "crash-job-kill"]),
    # the scanner
    Breakage("held-key-is-a-scanner", "src/device/wedge.c", "  return since != 0 && time - since < FORGOTTEN;",
             "  return since == 1 && time - since < FORGOTTEN;", ["wedge"]),
    Breakage("quick-fingers-scan", "src/device/wedge.c", "#define SLOW_OF    8 ", "#define SLOW_OF    1 ", ["wedge"]),
    Breakage("blocked-card-accepted", "src/model/rules/scan.c", "  if (facts->state != SALON_SCAN_GOOD)",
             "  if (facts->state > SALON_SCAN_STATE_LAST)", ["scan-deed"]),
    # time that is taken
    Breakage("touching-clashes", "src/model/rules/overlap.c",
             "  return a->from < b->to + salon_overlap_distance (b->after, a->before, rule)",
             "  return a->from <= b->to + salon_overlap_distance (b->after, a->before, rule)", ["overlap"]),
    Breakage("room-takes-one-more", "src/model/rules/overlap.c", "    if (present >= capacity)", "    if (present > capacity)",
             ["overlap"]),
    Breakage("overlap-trigger-dropped", SCHEMA, "CREATE TRIGGER occupancy_refuses_overlap BEFORE INSERT ON occupancy\nWHEN NEW.override = 0",
             "CREATE TRIGGER occupancy_refuses_overlap BEFORE INSERT ON occupancy\nWHEN NEW.override = 7", ["occupancy"]),
    Breakage("override-without-reason", "src/model/services/booking-check.c",
             "  if (reason == NULL || *reason == '\\0') {\n    set_clash_error (check, error);",
             "  if (reason == NULL) {\n    set_clash_error (check, error);", ["booking"]),
    Breakage("addon-is-alone", "src/model/services/board.c", "    shown->parallel = salon_service_goes_along (service);",
             "    shown->parallel = service->parallel != 0;", ["board-agrees"]),
    Breakage("hidden-visit-takes-nothing", "src/model/rules/board-check.c",
             "    if (taken->client_id == 0 && taken->kind == kind", "    if (taken->client_id != 0 && taken->kind == kind",
             ["board-agrees", "board-taken"]),
    Breakage("weekly-hours-do-not-ask", "src/model/services/staff.c",
             "sync_hours (tx, id, draft->hours, error) && salon_stranded_end (stranded, draft->keep_visits, error);",
             "sync_hours (tx, id, draft->hours, error) && salon_stranded_end (stranded, TRUE, error);", ["shifts", "staff-page"]),
    # rights
    Breakage("hidden-visit-is-named", "src/model/services/board.c", "    taken.busy.id = nameless_id (ids, row->visit_id);",
             "    taken.busy.id = row->visit_id + 0 * nameless_id (ids, row->visit_id);", ["board-agrees"]),
    Breakage("anybody-closes-the-salon", "src/gui/pages/staff/shifts-view.c", "  if (!self->editable)\n    return;\n  if (there == NULL) {",
             "  if (there == NULL) {", ["shifts-view"]),
    Breakage("anybody-books", "src/model/services/booking.c",
             "if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))", "if (FALSE)", ["roles"]),
    Breakage("anybody-exports", "src/model/services/export-columns.c",
             "  if (!salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EXPORT, error))", "  if (FALSE)",
             ["roles"]),
    # what is seen
    Breakage("list-keeps-the-page-keys", "src/gui/parts/agenda.c",
             "  g_signal_emit (self, signals[STEP], 0, back ? -1 : 1);\n  return TRUE;", "  return FALSE;", ["agenda"]),
    # figures
    Breakage("lost-a-day-early", "src/model/rules/status.c",
             "if (days[n - 1] < salon_day_add_months (day, -params->lost_after_months)",
             "if (days[n - 1] <= salon_day_add_months (day, -params->lost_after_months)", ["status"]),
    Breakage("rounding-truncated", "src/base/money.c", "  for (guint i = 0; i < (guint) rest; i++)\n",
             "  for (guint i = 1; i < (guint) rest; i++)\n", ["money"]),
    Breakage("any-is-all", "src/model/store/filter-sql.c", 'add (self, any ? " OR " : " AND ");', 'add (self, any ? " AND " : " AND ");',
             ["filter-list"]),
    Breakage("search-not-kept", "src/model/services/derive.c",
             "  return salon_search_store_put (tx, salon_entity_get_id (client), names, phone_text, others->str, last_visit, error);",
             "  return TRUE;", ["find"]),
    # cards
    Breakage("second-card-of-a-kind", "data/sql/sqlite/0019-cards.sql", "CREATE UNIQUE INDEX plastic_card_active",
             "CREATE INDEX plastic_card_active", ["health"]),
    Breakage("blocked-card-accepted", "src/model/rules/card-life.c", "    return SALON_CARD_IS_BLOCKED;",
             "    return SALON_CARD_ACCEPTED;", ["card-life", "cards"]),
    Breakage("one-card-for-two", "src/model/services/import-plastic.c", "  if (g_hash_table_contains (base->opened, taken)) {",
             "  if (FALSE && g_hash_table_contains (base->opened, taken)) {", ["import-cards"]),
    # back again
    Breakage("undo-over-later-changes", "src/model/store/repo.c",
             "  if (now == NULL ? then == NULL : then != NULL && salon_entity_equal (now, then))\n    return TRUE;",
             "  if (now == NULL ? then == NULL : then != NULL)\n    return TRUE;", ["undo"]),
    # what comes in and goes out
    Breakage("formulas-go-out", "src/exchange/guard.c", "  case '=':\n  case '+':", "  case '+':", ["round-trip", "csv"]),
]
