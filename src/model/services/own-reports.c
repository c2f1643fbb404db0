/* Own reports are kept as the text of what they ask.  A text of a later version, or of a report that there is no more, is
 * still shown by its name, with why it cannot be run. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/own-report.h"
#include "model/entities/user.h"
#include "model/rules/permission.h"
#include "model/services/listed.h"
#include "model/services/own-reports.h"
#include "model/store/repo.h"

/**
 * salon_own_report_draft_new:
 * @id: 0 makes a new one
 * @name: (nullable): %NULL leaves it
 * @spec: (transfer none) (nullable): %NULL leaves it
 *
 * Returns: (transfer full): a request
 */
SalonOwnReportDraft *
salon_own_report_draft_new (gint64 id, const char *name, SalonReportSpec *spec)
{
  SalonOwnReportDraft *self = g_new0 (SalonOwnReportDraft, 1);

  self->id = id;
  self->name = g_strdup (name);
  self->spec = spec != NULL ? salon_report_spec_ref (spec) : NULL;
  return self;
}

/**
 * salon_own_report_draft_free: frees a request
 */
void
salon_own_report_draft_free (SalonOwnReportDraft *self)
{
  g_free (self->name);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
  g_free (self);
}

/* ---- saving */

/* "Sales" and "sales" are one name. */
static gboolean
is_free (SalonTx *tx, const char *name, gint64 own_id, gboolean *free, GError **error)
{
  g_autoptr (GPtrArray) others = salon_repo_find (tx, salon_own_report_get_type (), "archived", 0, error);
  g_autofree char *key = g_utf8_casefold (name, -1);

  *free = TRUE;
  for (guint i = 0; others != NULL && i < others->len; i++) {
    const SalonOwnReport *other = others->pdata[i];
    g_autofree char *its_key = g_utf8_casefold (other->name, -1);

    *free &= salon_entity_get_id (other) == own_id || !g_str_equal (its_key, key);
  }
  return others != NULL;
}

static gboolean
take_name (SalonTx *tx, SalonOwnReport *report, const char *typed, GError **error)
{
  g_autofree char *name = salon_listed_take_name (typed, error);
  gboolean free = FALSE;

  if (name == NULL || !is_free (tx, name, salon_entity_get_id (report), &free, error))
    return FALSE;
  if (!free) {
    salon_set_field_error (error, "name", _("There is a report of your own “%s” already."), name);
    return FALSE;
  }
  g_free (report->name);
  report->name = g_steal_pointer (&name);
  return TRUE;
}

/* What is kept must be understood when it is read again. */
static gboolean
take_spec (SalonOwnReport *report, const SalonReportSpec *spec, GError **error)
{
  g_autofree char *text = salon_report_spec_print (spec);
  g_autoptr (SalonReportSpec) read = salon_report_spec_parse (text, error);

  if (read == NULL)
    return FALSE;
  if (salon_report_find (salon_report_spec_report (read)) == NULL) {
    salon_set_field_error (error, "report", _("There is no report “%s”."), salon_report_spec_report (read));
    return FALSE;
  }
  g_free (report->spec);
  report->spec = g_steal_pointer (&text);
  return TRUE;
}

static gboolean
take_draft (SalonTx *tx, SalonOwnReport *report, const SalonOwnReportDraft *draft, GError **error)
{
  if (draft->id == 0 && draft->spec == NULL) {
    salon_set_field_error (error, "report", _("Say which report is saved."));
    return FALSE;
  }
  if ((draft->name != NULL || draft->id == 0) && !take_name (tx, report, draft->name != NULL ? draft->name : "", error))
    return FALSE;
  return draft->spec == NULL || take_spec (report, draft->spec, error);
}

/**
 * salon_own_report_save:
 * @id: (out): of the report
 *
 * Makes an own report, gives it another name, or lets it ask something else.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of "name" or "report"
 */
gboolean
salon_own_report_save (SalonTx *tx, const SalonOwnReportDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonOwnReport) report = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_REPORTS, error))
    return FALSE;
  report = draft->id != 0 ? salon_repo_get (tx, salon_own_report_get_type (), draft->id, error) : salon_own_report_new ();
  if (report == NULL || !take_draft (tx, report, draft, error))
    return FALSE;
  *id = draft->id;
  if (draft->id != 0)
    return salon_repo_update (tx, report, error);
  report->created_at = salon_clock_now_us (salon_tx_clock (tx));
  report->created_by_id = salon_tx_actor (tx)->user_id;
  if (!salon_listed_place_last (tx, report, error) || !salon_repo_insert (tx, report, error))
    return FALSE;
  *id = salon_entity_get_id (report);
  return TRUE;
}

/**
 * salon_own_report_archive:
 *
 * It is not in the list any more; Undo brings it back.
 */
gboolean
salon_own_report_archive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonOwnReport) report = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_REPORTS, error))
    return FALSE;
  report = salon_repo_get (tx, salon_own_report_get_type (), request->id, error);
  if (report == NULL)
    return FALSE;
  *id = request->id;
  report->archived = TRUE;
  return salon_repo_update (tx, report, error);
}

/* ---- asking */

/**
 * salon_own_report_info_free: frees one
 */
void
salon_own_report_info_free (SalonOwnReportInfo *self)
{
  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
  g_free (self->made_by);
  g_free (self);
}

/**
 * salon_own_report_trouble:
 *
 * Returns: (transfer none) (nullable): why it cannot be run, translated; %NULL if it can
 */
const char *
salon_own_report_trouble (SalonOwnReportState state)
{
  switch (state) {
  case SALON_OWN_REPORT_UNKNOWN:
    return _("The report that this one was made from does not exist any more. Make it anew from another report.");
  case SALON_OWN_REPORT_UNREADABLE:
    return _("This version of the program does not understand what the report asks. Make it anew, or use a newer version.");
  case SALON_OWN_REPORT_GOOD:
  default:
    return NULL;
  }
}

static SalonOwnReportInfo *
info_new (SalonTx *tx, const SalonOwnReport *report)
{
  SalonOwnReportInfo *info = g_new0 (SalonOwnReportInfo, 1);
  g_autoptr (SalonUser) user = NULL;

  info->id = salon_entity_get_id (report);
  info->name = g_strdup (report->name);
  info->text = g_strdup (report->spec);
  info->created_at = report->created_at;
  info->spec = salon_report_spec_parse (report->spec, NULL);
  info->report = info->spec != NULL ? salon_report_find (salon_report_spec_report (info->spec)) : NULL;
  info->state = info->spec == NULL     ? SALON_OWN_REPORT_UNREADABLE
                : info->report == NULL ? SALON_OWN_REPORT_UNKNOWN
                                       : SALON_OWN_REPORT_GOOD;
  user = report->created_by_id != 0 ? salon_repo_find_one (tx, salon_user_get_type (), "id", report->created_by_id, NULL) : NULL;
  info->made_by = user != NULL ? g_strdup (user->name) : NULL;
  return info;
}

/**
 * salon_own_reports_load:
 *
 * Returns: (transfer full) (element-type SalonOwnReportInfo): those that are not in the archive, in their order
 */
GPtrArray *
salon_own_reports_load (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_own_report_info_free);
  g_autoptr (GPtrArray) reports = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_REPORTS, error))
    return NULL;
  reports = salon_repo_all (tx, salon_own_report_get_type (), error);
  for (guint i = 0; reports != NULL && i < reports->len; i++) {
    const SalonOwnReport *report = reports->pdata[i];

    if (!report->archived)
      g_ptr_array_add (infos, info_new (tx, report));
  }
  return reports != NULL ? g_steal_pointer (&infos) : NULL;
}

static gpointer
run_own_reports (SalonTx *tx, gconstpointer request, GError **error)
{
  return salon_own_reports_load (tx, request, error);
}

const SalonQuery salon_query_own_reports = { "reports.own", run_own_reports, NULL, (GDestroyNotify) g_ptr_array_unref };

SALON_DEFINE_COMMAND (salon_command_own_report_save, "report.save", SALON_N ("Report saved"), salon_own_report_save,
                      SalonOwnReportDraft, salon_own_report_draft_free)
SALON_DEFINE_COMMAND (salon_command_own_report_archive, "report.remove", SALON_N ("Report removed"), salon_own_report_archive,
                      SalonIdRequest, g_free)
