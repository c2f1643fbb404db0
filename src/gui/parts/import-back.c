/* What stays is named with its reason; of many, the first ones. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/import-back.h"
#include "gui/parts/job-runner.h"

#define MOST_NAMED 8

typedef struct {
  SalonImportUndo *undo;
  SalonImportTakenBack done;
  gpointer data;
  GDestroyNotify free_data;
} Back;

static void
back_free (gpointer data)
{
  Back *back = data;

  if (back->free_data != NULL)
    back->free_data (back->data);
  salon_import_undo_unref (back->undo);
  g_free (back);
}

static void
on_done (const SalonJobResult *result, const GError *error, gpointer data)
{
  Back *back = data;

  back->done (result, result != NULL ? salon_import_undo_kept (back->undo) : NULL, error, back->data);
}

/**
 * salon_import_take_back:
 * @from: a widget of the window, which may be gone before the end
 * @operation: of the import
 * @done: told once
 * @free_data: (nullable): frees @data afterwards
 *
 * Takes an import back as a job, with its progress at the foot of the window.
 */
void
salon_import_take_back (GtkWidget *from, SalonSession *session, gint64 operation, SalonImportTakenBack done, gpointer data,
                        GDestroyNotify free_data)
{
  Back *back = g_new0 (Back, 1);

  back->undo = salon_import_undo_new (operation);
  back->done = done;
  back->data = data;
  back->free_data = free_data;
  salon_run_job (from, session, salon_job_run_new (&salon_job_import_undo, salon_import_undo_ref (back->undo)),
                 _("Taking the import back"), on_done, back, back_free);
}

/**
 * salon_import_kept_text:
 * @kept: (element-type SalonImportKept)
 *
 * Returns: (transfer full): what a roll back leaves and why, some lines
 */
char *
salon_import_kept_text (const GPtrArray *kept)
{
  GString *text = NULL;

  if (kept->len == 0)
    return g_strdup (_("Nothing stays of it."));
  text = g_string_new (NULL);
  g_string_append_printf (text, ngettext ("%'u stays as it is:", "%'u stay as they are:", kept->len), kept->len);
  for (guint i = 0; i < MIN (kept->len, MOST_NAMED); i++) {
    const SalonImportKept *one = kept->pdata[i];

    g_string_append_printf (text, "\n• %s — %s", one->name, one->reason);
  }
  if (kept->len > MOST_NAMED) {
    g_string_append_c (text, '\n');
    g_string_append_printf (text, ngettext ("and %'u more", "and %'u more", kept->len - MOST_NAMED), kept->len - MOST_NAMED);
  }
  return g_string_free (text, FALSE);
}
