/* Own reports: saved, renamed, changed, removed and brought back; what cannot be run any more says so. */
#include <string.h>

#include "base/error.h"
#include "model/entities/own-report.h"
#include "model/services/own-reports.h"
#include "support/salon-fixture.h"

typedef struct {
  SalonFixture *salon;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->salon = salon_fixture_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  salon_fixture_free (f->salon);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

#define TEXT "sales by employee, month during last_year top 10 where status = lost"

static gboolean
try_save (Fixture *f, gint64 id, const char *name, const char *text, SalonDone *done, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SalonReportSpec) spec = text != NULL ? salon_report_spec_parse (text, &failure) : NULL;
  SalonOwnReportDraft *draft = NULL;
  gboolean ok = FALSE;

  g_assert_no_error (failure);
  draft = salon_own_report_draft_new (id, name, spec);
  ok = salon_fixture_submit (f->salon, &salon_command_own_report_save, draft, done, error);
  salon_own_report_draft_free (draft);
  return ok;
}

static SalonDone
save (Fixture *f, gint64 id, const char *name, const char *text)
{
  SalonDone done = { 0 };
  g_autoptr (GError) error = NULL;

  try_save (f, id, name, text, &done, &error);
  g_assert_no_error (error);
  return done;
}

static void
refused (Fixture *f, gint64 id, const char *name, const char *text, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_save (f, id, name, text, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static GPtrArray *
list (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *infos = salon_session_query_sync (f->salon->session, &salon_query_own_reports, NULL, &error);

  g_assert_no_error (error);
  return infos;
}

static void
test_saving (Fixture *f, gconstpointer data)
{
  gint64 first = save (f, 0, "  Lost  by master ", TEXT).id;
  gint64 second = save (f, 0, "Sales", "sales").id;
  g_autoptr (SalonReportSpec) asked = salon_report_spec_parse (TEXT, NULL);
  g_autoptr (GPtrArray) infos = list (f);
  const SalonOwnReportInfo *info = infos->pdata[0];

  g_assert_cmpuint (infos->len, ==, 2);
  g_assert_cmpint (info->id, ==, first);
  g_assert_cmpint (((SalonOwnReportInfo *) infos->pdata[1])->id, ==, second);
  g_assert_cmpstr (info->name, ==, "Lost by master");
  g_assert_cmpint (info->state, ==, SALON_OWN_REPORT_GOOD);
  g_assert_null (salon_own_report_trouble (info->state));
  g_assert_true (salon_report_spec_equal (info->spec, asked));
  g_assert_true (info->report == salon_report_find ("sales"));
  g_assert_cmpint (info->created_at, ==, salon_clock_now_us (f->salon->clock));
}

static void
test_changing (Fixture *f, gconstpointer data)
{
  gint64 id = save (f, 0, "Sales", "sales").id;
  g_autoptr (GPtrArray) infos = NULL;
  const SalonOwnReportInfo *info = NULL;

  save (f, id, "SALES", NULL); /* its own name in capitals */
  save (f, id, NULL, TEXT);
  infos = list (f);
  info = infos->pdata[0];
  g_assert_cmpuint (infos->len, ==, 1);
  g_assert_cmpstr (info->name, ==, "SALES");
  g_assert_cmpuint (salon_report_spec_top (info->spec), ==, 10);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (201, 'a');
  gint64 other = 0;

  save (f, 0, "Продажи", "sales");
  other = save (f, 0, "Other", "sales").id;
  refused (f, 0, "", "sales", "name");
  refused (f, 0, NULL, "sales", "name");
  refused (f, 0, long_name, "sales", "name");
  refused (f, 0, "ПРОДАЖИ", "sales", "name");
  refused (f, other, " продажи", NULL, "name");
  refused (f, 0, "Nothing", NULL, "report");
  refused (f, 0, "Unknown", "no-such-report", "report");
}

static void
test_removing (Fixture *f, gconstpointer data)
{
  SalonIdRequest request = { save (f, 0, "Sales", "sales").id };
  SalonDone removed = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) back = NULL;

  salon_fixture_submit (f->salon, &salon_command_own_report_archive, &request, &removed, &error);
  g_assert_no_error (error);
  none = list (f);
  g_assert_cmpuint (none->len, ==, 0);
  salon_fixture_undo (f->salon, removed.operation, NULL, &error);
  g_assert_no_error (error);
  back = list (f);
  g_assert_cmpuint (back->len, ==, 1);
}

/* The name of what was removed is free again. */
static void
test_name_is_free_again (Fixture *f, gconstpointer data)
{
  SalonIdRequest request = { save (f, 0, "Sales", "sales").id };
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (f->salon, &salon_command_own_report_archive, &request, NULL, &error);
  g_assert_no_error (error);
  save (f, 0, "sales", "sales");
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autofree char *before = salon_fixture_dump (f->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  salon_fixture_undo (f->salon, save (f, 0, "Sales", "sales").operation, NULL, &error);
  g_assert_no_error (error);
  after = salon_fixture_dump (f->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
undo (Fixture *f, gint64 operation)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_undo (f->salon, operation, NULL, &error);
  g_assert_no_error (error);
}

/* Another name and another question are one step each, and each goes back by itself. */
static void
test_undo_of_changes (Fixture *f, gconstpointer data)
{
  gint64 id = save (f, 0, "Sales", "sales").id;
  SalonDone renamed = save (f, id, "Money", NULL);
  SalonDone asked = save (f, id, NULL, TEXT);
  g_autoptr (GPtrArray) between = NULL;
  g_autoptr (GPtrArray) first = NULL;

  undo (f, asked.operation);
  between = list (f);
  g_assert_cmpstr (((SalonOwnReportInfo *) between->pdata[0])->name, ==, "Money");
  g_assert_cmpstr (((SalonOwnReportInfo *) between->pdata[0])->text, ==, "sales");
  undo (f, renamed.operation);
  first = list (f);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpint (((SalonOwnReportInfo *) first->pdata[0])->id, ==, id);
  g_assert_cmpstr (((SalonOwnReportInfo *) first->pdata[0])->name, ==, "Sales");
}

/* Each new one stands last; what is brought back stands where it stood. */
static void
test_places (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "C", "A", "B", "D" };
  SalonIdRequest second = { 0 };
  SalonDone removed = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = NULL;

  for (guint i = 0; i < 3; i++) {
    gint64 id = save (f, 0, names[i], "sales").id;

    second.id = i == 1 ? id : second.id;
  }
  salon_fixture_submit (f->salon, &salon_command_own_report_archive, &second, &removed, &error);
  g_assert_no_error (error);
  save (f, 0, names[3], "sales");
  undo (f, removed.operation);
  infos = list (f);
  g_assert_cmpuint (infos->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (((SalonOwnReportInfo *) infos->pdata[i])->name, ==, names[i]);
}

/* A master sees no reports, so she neither keeps nor throws away any. */
static void
test_permission (Fixture *f, gconstpointer data)
{
  gint64 anna = salon_fixture_add_employee (f->salon, "Anna");
  SalonIdRequest request = { save (f, 0, "Sales", "sales").id };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) saved = NULL;
  g_autoptr (GError) renamed = NULL;
  g_autoptr (GError) removed = NULL;
  g_autoptr (GError) seen = NULL;

  salon_fixture_act_as (f->salon, SALON_ROLE_MASTER, anna);
  before = salon_fixture_dump (f->salon);
  g_assert_false (try_save (f, 0, "Mine", "sales", NULL, &saved));
  g_assert_error (saved, SALON_ERROR, SALON_ERROR_PERMISSION);
  g_assert_false (try_save (f, request.id, "Mine", NULL, NULL, &renamed));
  g_assert_error (renamed, SALON_ERROR, SALON_ERROR_PERMISSION);
  g_assert_false (salon_fixture_submit (f->salon, &salon_command_own_report_archive, &request, NULL, &removed));
  g_assert_error (removed, SALON_ERROR, SALON_ERROR_PERMISSION);
  g_assert_null (salon_session_query_sync (f->salon->session, &salon_query_own_reports, NULL, &seen));
  g_assert_error (seen, SALON_ERROR, SALON_ERROR_PERMISSION);
  after = salon_fixture_dump (f->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
insert (Fixture *f, const char *name, const char *text)
{
  SalonOwnReport *report = salon_own_report_new ();

  report->name = g_strdup (name);
  report->spec = g_strdup (text);
  report->created_at = 1;
  salon_fixture_insert (f->salon, report);
}

/* A file may come from another version of the program. */
static void
test_of_another_version (Fixture *f, gconstpointer data)
{
  static const SalonOwnReportState states[] = { SALON_OWN_REPORT_UNKNOWN, SALON_OWN_REPORT_UNREADABLE };
  g_autoptr (GPtrArray) infos = NULL;

  insert (f, "Of tomorrow", "moon-phases by month");
  insert (f, "Spoiled", "sales by by by (");
  infos = list (f);
  g_assert_cmpuint (infos->len, ==, 2);
  for (guint i = 0; i < infos->len; i++) {
    const SalonOwnReportInfo *info = infos->pdata[i];

    g_assert_cmpint (info->state, ==, states[i]);
    g_assert_null (info->report);
    g_assert_nonnull (salon_own_report_trouble (info->state));
    g_assert_true ((info->spec == NULL) == (info->state == SALON_OWN_REPORT_UNREADABLE));
  }
  save (f, ((SalonOwnReportInfo *) infos->pdata[1])->id, NULL, "sales"); /* made anew under its name */
}

/* What this version cannot read may be understood by another: another name leaves it as it is, to the letter. */
static void
test_unreadable_is_kept (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = { "moon-phases  by month", "sales by by by (" };
  g_autoptr (GPtrArray) infos = NULL;

  insert (f, "Of tomorrow", texts[0]);
  insert (f, "Spoiled", texts[1]);
  save (f, 1, "Of the day after tomorrow", NULL);
  save (f, 2, "Quite spoiled", NULL);
  infos = list (f);
  g_assert_cmpuint (infos->len, ==, 2);
  g_assert_cmpstr (((SalonOwnReportInfo *) infos->pdata[1])->name, ==, "Quite spoiled");
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (((SalonOwnReportInfo *) infos->pdata[i])->text, ==, texts[i]);
  refused (f, 2, "of the day AFTER tomorrow", NULL, "name"); /* its name is taken like any other */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/own-reports/saving", test_saving);
  ADD ("/own-reports/changing", test_changing);
  ADD ("/own-reports/refused", test_refused);
  ADD ("/own-reports/removing", test_removing);
  ADD ("/own-reports/name-is-free-again", test_name_is_free_again);
  ADD ("/own-reports/undo", test_undo);
  ADD ("/own-reports/undo-of-changes", test_undo_of_changes);
  ADD ("/own-reports/places", test_places);
  ADD ("/own-reports/permission", test_permission);
  ADD ("/own-reports/of-another-version", test_of_another_version);
  ADD ("/own-reports/unreadable-is-kept", test_unreadable_is_kept);
  return g_test_run ();
}
