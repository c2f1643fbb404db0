/* Exports for the test of roles: begun by whoever works, and complete ones of somebody else. */
#include "roles-export.h"

#include "list-writer.h"
#include "model/services/exports.h"

#define SHA256_OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static SalonExportOrder *
an_order (SmallSalon *s)
{
  const char *const columns[] = { "name", "phone", NULL };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, s->irina);
  return salon_export_order_new (ids, columns, SALON_EXPORT_CSV, "clients.csv");
}

gpointer
roles_export_begin (SmallSalon *s)
{
  return an_order (s);
}

gpointer
roles_export_write (SmallSalon *s)
{
  g_autoptr (SalonExportOrder) order = an_order (s);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  return salon_export_write_new (order, list_writer_new (LIST_WRITER_GOOD, NULL, rows));
}

/* One of somebody who is none of the three, complete. */
static gint64
exported (SmallSalon *s, gboolean complete)
{
  SalonActor before = *salon_session_actor (s->salon->session);
  g_autoptr (SalonExportOrder) order = an_order (s);
  SalonExportStep step = { .n_rows = 1, .sha256 = (char *) SHA256_OF_NOTHING };
  SalonDone done = { 0 };

  if (complete)
    salon_session_set_actor (s->salon->session, &(SalonActor){ 77, SALON_ROLE_OWNER, 0 });
  else if (before.role == SALON_ROLE_MASTER) /* who may not begin has none; she tries another's */
    salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_export_begin, order, &done, NULL));
  step.id = done.id;
  if (complete)
    g_assert_true (salon_fixture_submit (s->salon, &salon_command_export_complete, &step, NULL, NULL));
  salon_session_set_actor (s->salon->session, &before);
  return done.id;
}

gpointer
roles_export_part (SmallSalon *s)
{
  SalonExportStep *step = g_new0 (SalonExportStep, 1);

  step->id = exported (s, FALSE);
  step->data = g_bytes_new_static ("a", 1);
  return step;
}

gpointer
roles_export_end (SmallSalon *s)
{
  SalonExportStep *step = g_new0 (SalonExportStep, 1);

  step->id = exported (s, FALSE);
  step->sha256 = g_strdup (SHA256_OF_NOTHING);
  return step;
}

gpointer
roles_begun_export (SmallSalon *s)
{
  return salon_id_request_new (exported (s, FALSE));
}

gpointer
roles_others_export (SmallSalon *s)
{
  return salon_id_request_new (exported (s, TRUE));
}

static gboolean
take_nothing (const char *bytes, gsize size, gpointer user_data, GError **error)
{
  return TRUE;
}

gpointer
roles_others_file (SmallSalon *s)
{
  return salon_export_fetch_new (exported (s, TRUE), take_nothing, NULL);
}
