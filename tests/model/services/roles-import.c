/* Imports for the test of who may do what: a list of one phone. */
#include "roles-import.h"

#include "model/services/import.h"

#define TEST_TYPE_ONE_ROW (test_one_row_get_type ())
G_DECLARE_FINAL_TYPE (TestOneRow, test_one_row, TEST, ONE_ROW, GObject)

struct _TestOneRow {
  GObject parent;
  gboolean is_read;
};

static gboolean
next_row (SalonRowSource *source, GArray *cells, gint64 *line, gboolean *end, GError **error)
{
  TestOneRow *self = TEST_ONE_ROW (source);

  *line = 1;
  *end = self->is_read;
  self->is_read = TRUE;
  g_array_set_size (cells, *end ? 0 : 1);
  if (!*end)
    salon_cell_set_text (&g_array_index (cells, SalonCell, 0), "+37129777777");
  return TRUE;
}

static double
share_read (SalonRowSource *source)
{
  return 1;
}

static gboolean
is_described (SalonRowSource *source)
{
  return FALSE;
}

static void
one_row_iface_init (SalonRowSourceInterface *iface)
{
  iface->next = next_row;
  iface->get_share = share_read;
  iface->get_described = is_described;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestOneRow, test_one_row, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_SOURCE, one_row_iface_init))

static void
test_one_row_class_init (TestOneRowClass *klass)
{
}

static void
test_one_row_init (TestOneRow *self)
{
}

static SalonRowSource *
open_one_row (gpointer data, GError **error)
{
  return g_object_new (TEST_TYPE_ONE_ROW, NULL);
}

gpointer
roles_one_phone (SmallSalon *s)
{
  SalonImportRequest *request = salon_import_request_new (SALON_IMPORT_CLIENTS, "list", open_one_row, NULL, NULL);
  SalonImportColumn column = { .field = SALON_IMPORT_PHONE };

  g_array_append_val (request->layout->columns, column);
  return request;
}

gpointer
roles_import_run (SmallSalon *s)
{
  return salon_job_run_new (&salon_job_import, salon_import_run_new (roles_one_phone (s)));
}

static gpointer
old_import (SmallSalon *s)
{
  SalonJobRun *run = roles_import_run (s);
  SalonDone done = { 0 };

  g_assert_true (salon_fixture_submit (s->salon, &salon_job_import.command, run, &done, NULL));
  salon_job_run_free (run);
  return salon_id_request_new (done.operation);
}

/* By the program itself, which is somebody else. */
gpointer
roles_import_of_other (SmallSalon *s)
{
  SalonActor before = *salon_session_actor (s->salon->session);
  SalonActor program = { 0, SALON_ROLE_OWNER, 0 };
  SalonIdRequest *request = NULL;

  salon_session_set_actor (s->salon->session, &program);
  request = old_import (s);
  salon_session_set_actor (s->salon->session, &before);
  return request;
}

gpointer
roles_undo_import_of_other (SmallSalon *s)
{
  g_autofree SalonIdRequest *request = roles_import_of_other (s);

  return salon_job_run_new (&salon_job_import_undo, salon_import_undo_new (request->id));
}
