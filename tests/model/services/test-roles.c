/* Every use case by every role: who may is written here by hand, from what the roles are for; the services must agree.
 * A command or query that is not in the table fails the test. */
#include "base/error.h"
#include "model/entities/category.h"
#include "model/entities/client.h"
#include "model/entities/room.h"
#include "model/entities/tag.h"
#include "model/entities/user.h"
#include "model/services/backups.h"
#include "model/services/board.h"
#include "model/services/booking-edit.h"
#include "model/services/bulk-clients.h"
#include "model/services/catalogue.h"
#include "model/services/category-rules.h"
#include "model/services/checklist.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/commands.h"
#include "model/services/contacts.h"
#include "model/services/day-sheets.h"
#include "model/services/desk.h"
#include "model/services/employee-calendar.h"
#include "model/services/export-columns.h"
#include "model/services/exports.h"
#include "model/services/duplicate-pairs.h"
#include "model/services/find.h"
#include "model/services/health.h"
#include "model/services/merge-compare.h"
#include "model/services/merge.h"
#include "model/services/overview.h"
#include "model/services/roster.h"
#include "model/services/settings.h"
#include "model/services/shifts.h"
#include "model/services/sick-day.h"
#include "model/services/setup.h"
#include "model/services/staff.h"
#include "model/services/undo.h"
#include "model/services/users.h"
#include "model/services/import.h"
#include "model/services/visit-details.h"
#include "model/services/late.h"
#include "model/services/requests.h"
#include "model/services/series.h"
#include "model/services/waiting.h"
#include "roles-board.h"
#include "roles-bulk.h"
#include "roles-export.h"
#include "roles-filters.h"
#include "roles-history.h"
#include "roles-import.h"
#include "roles-money.h"
#include "roles-staff.h"
#include "roles-sheets.h"
#include "roles-reports.h"
#include "roles-requests.h"
#include "small-salon.h"

/* ---- booking; Maria is the master who works with the program */

static gpointer
book (SmallSalon *s)
{
  return small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (15, 0));
}

static gpointer
move (SmallSalon *s)
{
  gint64 visit = salon_fixture_add_visit (s->salon, s->irina, TODAY, 11 * 60, SALON_VISIT_BOOKED, s->manicure, s->maria, s->room1);

  return salon_move_request_new (visit, AT (16, 0));
}

static gpointer
state_of (SmallSalon *s, gint64 employee, SalonVisitState state)
{
  gint64 visit = salon_fixture_add_visit (s->salon, s->irina, TODAY, 11 * 60, SALON_VISIT_BOOKED, s->manicure, employee, s->room1);

  return salon_state_request_new (visit, state, NULL);
}

static gpointer
own_arrived (SmallSalon *s)
{
  return state_of (s, s->maria, SALON_VISIT_ARRIVED);
}

static gpointer
other_arrived (SmallSalon *s)
{
  return state_of (s, s->jana, SALON_VISIT_ARRIVED);
}

static gpointer
own_cancelled (SmallSalon *s)
{
  return state_of (s, s->maria, SALON_VISIT_CANCELLED);
}

/* ---- clients */

static gpointer
new_client (SmallSalon *s)
{
  SalonClient *client = salon_client_new ();

  client->first_name = g_strdup ("Zaiga");
  return salon_client_draft_new (NULL, client);
}

static SalonClientDraft *
edit_of_irina (SmallSalon *s)
{
  SalonClient *orig = salon_fixture_get (s->salon, salon_client_get_type (), s->irina);

  return salon_client_draft_new (orig, (SalonClient *) salon_entity_copy ((SalonEntity *) orig));
}

static gpointer
client_name (SmallSalon *s)
{
  SalonClientDraft *draft = edit_of_irina (s);

  g_free (draft->curr->first_name);
  draft->curr->first_name = g_strdup ("Ira");
  return draft;
}

static gpointer
client_note (SmallSalon *s)
{
  SalonClientDraft *draft = edit_of_irina (s);

  g_free (draft->curr->note);
  draft->curr->note = g_strdup ("likes tea");
  return draft;
}

static gpointer
client_email (SmallSalon *s)
{
  SalonClientDraft *draft = edit_of_irina (s);

  g_free (draft->curr->email);
  draft->curr->email = g_strdup ("irina@post.example");
  return draft;
}

static gpointer
client_phones (SmallSalon *s)
{
  SalonClientDraft *draft = edit_of_irina (s);

  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_ptr_array_add (draft->phones, salon_phone_draft_new (0, "29777888", NULL));
  return draft;
}

static gpointer
no_photo (SmallSalon *s)
{
  SalonClientPhoto *photo = g_new0 (SalonClientPhoto, 1);

  photo->client_id = s->irina;
  return photo;
}

static gpointer
irina (SmallSalon *s)
{
  return salon_id_request_new (s->irina);
}

static gpointer
irina_and_olga (SmallSalon *s)
{
  return salon_merge_request_new (s->irina, s->olga);
}

static gpointer
not_the_same (SmallSalon *s)
{
  return salon_pair_request_new (s->irina, s->olga);
}

static gpointer
all_pairs (SmallSalon *s)
{
  return salon_pairs_request_new (SALON_DUPLICATE_LIKELY, 10, 0);
}

/* The owner has merged the two. */
static gpointer
merged (SmallSalon *s)
{
  SalonActor actor = *salon_session_actor (s->salon->session);
  g_autoptr (SalonMergeRequest) request = salon_merge_request_new (s->irina, s->olga);

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_merge, request, NULL, NULL));
  salon_session_set_actor (s->salon->session, &actor);
  return salon_id_request_new (1);
}

static gpointer
archived_irina (SmallSalon *s)
{
  SalonActor before = *salon_session_actor (s->salon->session);
  g_autofree SalonIdRequest *request = salon_id_request_new (s->irina);

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_archive, request, NULL, NULL));
  salon_session_set_actor (s->salon->session, &before);
  return salon_id_request_new (s->irina);
}

static gpointer
duplicates (SmallSalon *s)
{
  SalonDuplicateRequest *request = g_new0 (SalonDuplicateRequest, 1);

  request->name = g_strdup ("Irina");
  return request;
}

static gpointer
all_clients (SmallSalon *s)
{
  return salon_client_list_request_new (SALON_CLIENT_SORT_NAME, FALSE, NULL);
}

static gpointer
page_of_clients (SmallSalon *s)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, s->irina);
  return ids;
}

static gpointer
panel (SmallSalon *s)
{
  return salon_panel_request_new (s->irina, SALON_DAY_NONE);
}

static gpointer
search (SmallSalon *s)
{
  return salon_find_request_new ("irina", 8);
}

static gpointer
split (SmallSalon *s)
{
  return salon_split_request_new (SALON_DAY_NONE, NULL);
}

/* ---- master data and settings */

static gpointer
new_room (SmallSalon *s)
{
  SalonRoom *room = salon_room_new ();

  room->name = g_strdup ("Room 3");
  room->capacity = 1;
  return salon_entity_draft_new (NULL, room);
}

static gpointer
old_room (SmallSalon *s)
{
  SalonRoom *room = salon_fixture_get (s->salon, salon_room_get_type (), s->hall);

  return salon_entity_draft_new (room, salon_entity_copy ((SalonEntity *) room));
}

static gpointer
new_user (SmallSalon *s)
{
  SalonUser *user = salon_user_new ();

  user->name = g_strdup ("Laima");
  user->role = SALON_ROLE_ADMINISTRATOR;
  return salon_entity_draft_new (NULL, user);
}

static gpointer
new_tag (SmallSalon *s)
{
  SalonTag *tag = salon_tag_new ();

  tag->name = g_strdup ("bride");
  return salon_entity_draft_new (NULL, tag);
}

static gpointer
order_of_rooms (SmallSalon *s)
{
  SalonReorderRequest *request = salon_reorder_request_new (salon_room_get_type ());
  gint64 ids[] = { s->hall, s->room2, s->room1 };

  g_array_append_vals (request->ids, ids, G_N_ELEMENTS (ids));
  return request;
}

static gpointer
new_employee (SmallSalon *s)
{
  SalonEmployee *employee = salon_employee_new ();

  employee->first_name = g_strdup ("Laima");
  return salon_employee_draft_new (NULL, employee);
}

static gpointer
hours (SmallSalon *s)
{
  SalonHoursPart monday = { 1, 540, 1080 };
  GArray *parts = g_array_new (FALSE, FALSE, sizeof monday);

  g_array_append_val (parts, monday);
  return salon_hours_draft_new (parts);
}

static SalonSettings *
present_settings (SmallSalon *s)
{
  SalonSettings *settings = salon_session_query_sync (s->salon->session, &salon_query_settings, NULL, NULL);

  g_free (settings->name);
  settings->name = g_strdup ("Aurora");
  return settings;
}

static gpointer
settings_name (SmallSalon *s)
{
  return present_settings (s);
}

static gpointer
settings_status (SmallSalon *s)
{
  SalonSettings *settings = present_settings (s);

  settings->status.n_permanent++;
  return settings;
}

static gpointer
rooms (SmallSalon *s)
{
  return salon_entity_list_request_new (salon_room_get_type (), FALSE);
}

/* ---- undo */

static gpointer
undo_note (SmallSalon *s)
{
  SalonClientDraft *draft = client_note (s);
  SalonDone done = { 0 };

  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_save, draft, &done, NULL));
  salon_client_draft_free (draft);
  return salon_id_request_new (done.operation);
}

/* Of somebody who is none of the three. */
static gpointer
undo_other (SmallSalon *s)
{
  SalonActor before = *salon_session_actor (s->salon->session);
  SalonActor other = { 77, SALON_ROLE_OWNER, 0 };
  SalonUser *user = salon_user_new ();
  SalonIdRequest *request = NULL;

  user->name = g_strdup ("Velta");
  user->role = SALON_ROLE_OWNER;
  other.user_id = salon_fixture_insert (s->salon, user);
  salon_session_set_actor (s->salon->session, &other);
  request = undo_note (s);
  salon_session_set_actor (s->salon->session, &before);
  return request;
}

/* ---- what is asked */

static gpointer
today (SmallSalon *s)
{
  return salon_desk_request_new (SALON_DAY_NONE, FALSE);
}

static gpointer
visit_of (SmallSalon *s, gint64 employee)
{
  return salon_id_request_new (salon_fixture_add_visit (s->salon, s->irina, TODAY, 11 * 60, SALON_VISIT_BOOKED, s->manicure,
                                                        employee, s->room1));
}

static gpointer
own_visit (SmallSalon *s)
{
  return visit_of (s, s->maria);
}

static gpointer
other_visit (SmallSalon *s)
{
  return visit_of (s, s->jana);
}

static gpointer
own_times (SmallSalon *s)
{
  return salon_slots_request_new (s->manicure, s->maria, 3);
}

static gpointer
all_times (SmallSalon *s)
{
  return salon_slots_request_new (s->manicure, 0, 3);
}

static gpointer
backup (SmallSalon *s)
{
  return salon_backup_request_new (s->salon->path, FALSE);
}

static gpointer
visit_edit (SmallSalon *s)
{
  SalonIdRequest *visit = own_visit (s);
  g_autoptr (GPtrArray) lines = salon_fixture_find (s->salon, salon_visit_line_get_type (), "visit_id", visit->id);
  SalonVisitEdit *edit = salon_visit_edit_of_lines (visit->id, lines);

  g_array_index (edit->lines, SalonEditLine, 0).price = 4200;
  g_free (visit);
  return edit;
}

/* ---- the tables */

static const RolesCommand commands[] = {
  { &salon_command_book, "book", book, DESK },
  { &salon_command_move, "move", move, DESK },
  { &salon_command_visit_edit, "visit-edit", visit_edit, DESK },
  { &salon_command_series_book, "series-book", roles_series_book, DESK },
  { &salon_command_series_cancel, "series-cancel", roles_series_cancel, DESK },
  { &salon_command_series_follow, "series-follow", roles_series_follow, DESK },
  { &salon_command_waiting_save, "waiting-save", roles_waiting_save, DESK },
  { &salon_command_waiting_withdraw, "waiting-withdraw", roles_waiting_withdraw, DESK },
  { &salon_command_waiting_book, "waiting-book", roles_waiting_book, DESK },
  { &salon_command_inquiry_take, "request-take", roles_request_take, DESK },
  { &salon_command_inquiry_accept, "request-accept", roles_request_accept, DESK },
  { &salon_command_inquiry_decline, "request-decline", roles_request_decline, DESK },
  { &salon_command_late, "late", roles_late, DESK },
  { &salon_command_resize, "resize", roles_resize, DESK },
  { &salon_command_tick, "own-tick", roles_own_tick, ALL },
  { &salon_command_tick, "other-tick", roles_other_tick, DESK },
  { &salon_command_visit_note, "visit-note", roles_visit_note, DESK },
  { &salon_command_set_state, "own-arrived", own_arrived, ALL },
  { &salon_command_set_state, "other-arrived", other_arrived, DESK },
  { &salon_command_set_state, "own-cancelled", own_cancelled, DESK },
  { &salon_command_client_save, "new-client", new_client, DESK },
  { &salon_command_client_save, "client-name", client_name, DESK },
  { &salon_command_client_save, "client-note", client_note, ALL },
  { &salon_command_client_save, "client-email", client_email, DESK },
  { &salon_command_client_save, "client-phones", client_phones, DESK },
  { &salon_command_client_photo, "photo", no_photo, ALL },
  { &salon_command_client_archive, "archive", irina, DESK },
  { &salon_command_client_unarchive, "unarchive", archived_irina, DESK },
  { &salon_command_contact_save, "call", roles_new_call, DESK },
  { &salon_command_contact_save, "contact-note", roles_new_note, ALL },
  { &salon_command_contact_remove, "other-note", roles_other_note, DESK },
  { &salon_command_contact_remove, "old-call", roles_old_call, DESK },
  { &salon_command_quality_save, "mark", roles_new_mark, DESK },
  { &salon_command_quality_remove, "old-mark", roles_old_mark, DESK },
  { &salon_command_quality_resolve, "resolve", roles_open_complaint, DESK },
  { &salon_command_consent_save, "consent", roles_new_consent, DESK },
  { &salon_command_consent_remove, "old-consent", roles_old_consent, DESK },
  { &salon_command_client_merge, "merge", irina_and_olga, DESK },
  { &salon_command_client_not_same, "not-same", not_the_same, DESK },
  { &salon_command_client_unmerge, "unmerge", merged, DESK },
  { &salon_command_catalogue_save, "room", new_room, DESK },
  { &salon_command_catalogue_save, "user", new_user, OWNER },
  { &salon_command_catalogue_save, "tag", new_tag, DESK },
  { &salon_command_catalogue_archive, "archive-room", old_room, DESK },
  { &salon_command_catalogue_reorder, "order", order_of_rooms, DESK },
  { &salon_command_category_rule_save, "category-rule", roles_new_rule, DESK },
  { &salon_command_apply_rules, "apply-rules", roles_rules_of_irina, ALL },
  { &salon_command_employee_save, "employee", new_employee, DESK },
  { &salon_command_hours_save, "hours", hours, DESK },
  { &salon_command_shifts_set, "day-off", roles_day_off, DESK },
  { &salon_command_shifts_copy, "copied-week", roles_copied_week, DESK },
  { &salon_command_sick_day, "sick-day", roles_sick_day, DESK },
  { &salon_command_catalogue_save, "absence", roles_new_absence, DESK },
  { &salon_command_catalogue_save, "weekly-break", roles_new_weekly_break, DESK },
  { &salon_command_catalogue_save, "kind-of-shift", roles_new_kind_of_shift, DESK },
  { &salon_command_settings_save, "settings", settings_name, DESK },
  { &salon_command_settings_save, "status-rule", settings_status, OWNER },
  { &salon_job_clients_tag.command, "bulk-tag", roles_bulk_tag, DESK },
  { &salon_job_clients_untag.command, "bulk-untag", roles_bulk_untag, DESK },
  { &salon_job_clients_category.command, "bulk-category", roles_bulk_category, DESK },
  { &salon_job_clients_uncategory.command, "bulk-uncategory", roles_bulk_uncategory, DESK },
  { &salon_job_clients_archive.command, "bulk-archive", roles_bulk_archive, DESK },
  { &salon_job_clients_merge.command, "bulk-merge", roles_bulk_merge, DESK },
  { &salon_job_clients_unarchive.command, "bulk-unarchive", roles_bulk_unarchive, DESK },
  { &salon_command_export_begin, "export-begin", roles_export_begin, DESK },
  { &salon_command_export_keep_part, "export-part", roles_export_part, DESK },
  { &salon_command_export_complete, "export-end", roles_export_end, DESK },
  { &salon_command_export_discard, "export-discard", roles_begun_export, DESK },
  { &salon_command_export_remove_file, "export-remove", roles_others_export, OWNER },
  { &salon_command_job_leave, "leave-job", undo_other, DESK },
  { &salon_job_import.command, "import", roles_import_run, DESK },
  { &salon_job_import_undo.command, "import-undo-other", roles_undo_import_of_other, OWNER },
  { &salon_command_undo, "undo-own", undo_note, ALL },
  { &salon_command_undo, "undo-other", undo_other, DESK },
  { NULL, NULL, NULL, 0 },
};
static const RolesCommand *const command_tables[] = { commands, roles_money_commands, roles_report_commands };

/* A salon is set up once, before anybody works with it: nobody may again. */
static const SalonCommand *const apart[] = { &salon_command_setup };

static const RolesQuery queries[] = {
  { &salon_query_users, "users", NULL, ALL }, /* who is at the desk is chosen from them */
  { &salon_query_staff, "staff", NULL, ALL },
  { &salon_query_hours, "hours", NULL, ALL },
  { &salon_query_roster, "roster", roles_week, ALL }, /* it hangs on the wall */
  { &salon_query_sick_day, "sick-day-plan", roles_sick_request, DESK },
  { &salon_query_settings, "settings", NULL, ALL },
  { &salon_query_catalogue_list, "rooms", rooms, ALL },
  { &salon_query_series_plan, "series-plan", roles_series_plan, DESK },
  { &salon_query_series_visits, "series-visits", roles_series_visits, DESK },
  { &salon_query_series_follow, "series-follow-plan", roles_series_visits, DESK },
  { &salon_query_waiting_list, "waiting-list", roles_waiting_list, DESK },
  { &salon_query_waiting_matches, "waiting-matches", roles_waiting_matches, DESK },
  { &salon_query_inquiry_list, "request-list", roles_request_list, DESK },
  { &salon_query_late_plan, "late-plan", roles_late, DESK },
  { &salon_query_split, "split", split, ALL },
  { &salon_query_find, "find", search, ALL },
  { &salon_query_client_ids, "client-ids", all_clients, ALL },
  { &salon_query_client_rows, "client-rows", page_of_clients, ALL },
  { &salon_query_client_rows_with, "client-rows-with", roles_wide_page_of_clients, ALL },
  { &salon_query_rules_due, "rules-due", roles_rules_of_irina, ALL },
  { &salon_query_client_duplicates, "duplicates", duplicates, DESK },
  { &salon_query_duplicate_pairs, "duplicate-pairs", all_pairs, DESK },
  { &salon_query_merge_compare, "merge-compare", not_the_same, DESK },
  { &salon_query_client_survivor, "survivor", irina, ALL },
  { &salon_query_client_unmerge_plan, "unmerge-plan", merged, DESK },
  { &salon_query_client_merged_cards, "merged-cards", irina, ALL },
  { &salon_query_client_panel, "panel", panel, ALL },
  { &salon_query_client_visits, "client-visits", irina, ALL },
  { &salon_query_client_log, "client-log", irina, DESK },
  { &salon_query_visit_log, "visit-log", own_visit, DESK },
  { &salon_query_visit_details, "own-details", own_visit, ALL },
  { &salon_query_visit_details, "other-details", other_visit, DESK },
  { &salon_query_client_contacts, "contacts", irina, ALL }, /* a master sees what was said in the salon */
  { &salon_query_client_marks, "marks", irina, ALL },       /* and those about her */
  { &salon_query_visit_marks, "visit-marks", own_visit, ALL },
  { &salon_query_callers, "callers", roles_ring, DESK },
  { &salon_query_as_last_time, "as-last-time", irina, ALL },
  { &salon_query_board, "board", roles_board, ALL }, /* a master sees her own column */
  { &salon_query_board_month, "board-month", roles_board, ALL },
  { &salon_query_desk_day, "day", today, ALL },
  { &salon_query_desk_birthdays, "birthdays", today, ALL },
  { &salon_query_desk_visit, "own-visit", own_visit, ALL },
  { &salon_query_desk_visit, "other-visit", other_visit, DESK },
  { &salon_query_visit_lines, "visit-lines", own_visit, DESK },
  { &salon_query_visit_edit_check, "edit-check", visit_edit, DESK },
  { &salon_query_day_sheets, "day-sheets", roles_all_sheets, ALL }, /* of a master her own */
  { &salon_query_day_sheets, "own-sheet", roles_own_sheet, ALL },
  { &salon_query_day_sheets, "other-sheet", roles_other_sheet, DESK },
  { &salon_query_employee_calendar, "own-calendar", roles_own_calendar, ALL },
  { &salon_query_employee_calendar, "other-calendar", roles_other_calendar, DESK },
  { &salon_query_slots, "own-times", own_times, ALL },
  { &salon_query_slots, "all-times", all_times, DESK },
  { &salon_query_import_preview, "import-preview", roles_one_phone, DESK },
  { &salon_query_import_plan, "import-plan", roles_one_phone, DESK },
  { &salon_query_import_list, "import-list", NULL, DESK },
  { &salon_query_import_undo_plan, "import-undo-plan", roles_import_of_other, OWNER },
  { &salon_query_jobs_broken, "broken-jobs", NULL, ALL },
  { &salon_query_export_columns, "export-columns", NULL, DESK },
  { &salon_query_export_write, "export-write", roles_export_write, DESK },
  { &salon_query_exports, "exports", NULL, DESK },
  { &salon_query_export_fetch, "export-file", roles_others_file, OWNER },
  { &salon_query_backup, "backup", backup, DESK },
  { &salon_query_quick_health, "quick-health", NULL, ALL }, /* the program asks by itself, whoever is there */
  { &salon_query_full_health, "full-health", NULL, ALL },
  { NULL, NULL, NULL, 0 },
};
static const RolesQuery *const query_tables[] = { queries, roles_money_queries, roles_report_queries };

/* ---- the tests */

static void
act_as (SmallSalon *s, SalonRole role)
{
  salon_fixture_act_as (s->salon, role, role == SALON_ROLE_MASTER ? s->maria : 0);
}

/* What she may not see is not there for her. */
static void
assert_answer (const char *what, SalonRole role, guint may, gboolean ok, const GError *error)
{
  gboolean refused = g_error_matches (error, SALON_ERROR, SALON_ERROR_PERMISSION)
                     || g_error_matches (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);

  if ((may & (1u << role)) != 0 && !ok)
    g_error ("%s, role %d: %s", what, (int) role, error != NULL ? error->message : "refused without a word");
  if ((may & (1u << role)) == 0 && !refused)
    g_error ("%s, role %d: was not refused for want of the right: %s", what, (int) role,
             error != NULL ? error->message : "done");
}

static void
try_command (const RolesCommand *row, SalonRole role)
{
  SmallSalon s = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gpointer request = NULL;
  gboolean ok;

  small_salon_set_up (&s, NULL);
  act_as (&s, role);
  request = row->make (&s);
  before = salon_fixture_dump (s.salon);
  ok = salon_fixture_submit (s.salon, row->command, request, NULL, &error);
  assert_answer (row->what, role, row->may, ok, error);
  after = salon_fixture_dump (s.salon);
  if (!ok)
    g_assert_cmpstr (before, ==, after);
  row->command->free_request (request);
  small_salon_tear_down (&s, NULL);
}

static void
test_command (gconstpointer data)
{
  for (SalonRole role = SALON_ROLE_FIRST; role <= SALON_ROLE_LAST; role++)
    try_command (data, role);
}

static void
try_query (const RolesQuery *row, SalonRole role)
{
  const SalonQuery *query = row->query;
  SmallSalon s = { 0 };
  g_autoptr (GError) error = NULL;
  gpointer request = NULL;
  gpointer answer = NULL;

  small_salon_set_up (&s, NULL);
  act_as (&s, role);
  if (row->make != NULL)
    request = row->make (&s);
  answer = salon_session_query_sync (s.salon->session, query, request, &error);
  assert_answer (row->what, role, row->may, answer != NULL, error);
  g_clear_pointer (&answer, query->free_result);
  if (request != NULL)
    query->free_request (request);
  small_salon_tear_down (&s, NULL);
}

static void
test_query (gconstpointer data)
{
  for (SalonRole role = SALON_ROLE_FIRST; role <= SALON_ROLE_LAST; role++)
    try_query (data, role);
}

static gboolean
is_tried (const SalonCommand *command)
{
  for (guint i = 0; i < G_N_ELEMENTS (command_tables); i++)
    for (const RolesCommand *row = command_tables[i]; row->command != NULL; row++)
      if (row->command == command)
        return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    if (apart[i] == command)
      return TRUE;
  return FALSE;
}

static void
test_all_commands (void)
{
  guint n = 0;
  const SalonCommand *const *all = salon_commands (&n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    if (!is_tried (all[i]))
      g_error ("nobody tried who may do %s", all[i]->name);
}

/* How many different queries the headers of the services name. */
static guint
count_queries (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "model", "services", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *text = NULL;

    if (!g_str_has_suffix (name, ".h") || !g_file_get_contents (path, &text, NULL, NULL))
      continue;
    for (const char *at = text; (at = strstr (at, "extern const SalonQuery ")) != NULL; at++)
      n++;
  }
  return n;
}

static void
test_all_queries (void)
{
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (query_tables); i++)
    for (const RolesQuery *row = query_tables[i]; row->query != NULL; row++)
      g_hash_table_add (tried, (gpointer) row->query);
  g_assert_cmpuint (g_hash_table_size (tried), ==, count_queries ());
}

/* A salon that is in use is not set up again, and nothing of it is touched. */
static void
test_setup_once (SmallSalon *s, gconstpointer data)
{
  for (SalonRole role = SALON_ROLE_FIRST; role <= SALON_ROLE_LAST; role++) {
    SalonSetupRequest *request = salon_setup_request_new (present_settings (s));
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    act_as (s, role);
    request->owner = g_strdup ("Somebody");
    before = salon_fixture_dump (s->salon);
    g_assert_false (salon_fixture_submit (s->salon, &salon_command_setup, request, NULL, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
    after = salon_fixture_dump (s->salon);
    g_assert_cmpstr (before, ==, after);
    salon_setup_request_free (request);
  }
}

static void
add_command (const RolesCommand *row)
{
  g_autofree char *path = g_strconcat ("/roles/command/", row->what, NULL);

  g_test_add_data_func (path, row, test_command);
}

static void
add_query (const RolesQuery *row)
{
  g_autofree char *path = g_strconcat ("/roles/query/", row->what, NULL);

  g_test_add_data_func (path, row, test_query);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (command_tables); i++)
    for (const RolesCommand *row = command_tables[i]; row->command != NULL; row++)
      add_command (row);
  for (guint i = 0; i < G_N_ELEMENTS (query_tables); i++)
    for (const RolesQuery *row = query_tables[i]; row->query != NULL; row++)
      add_query (row);
  g_test_add_func ("/roles/all-commands", test_all_commands);
  g_test_add_func ("/roles/all-queries", test_all_queries);
  ADD_TEST ("/roles/setup-once", test_setup_once);
  return g_test_run ();
}
