/* The matrix of roles and permissions against one written by hand. */
#include "base/error.h"
#include "model/rules/permission.h"

/* One line for each permission: owner, administrator, master. */
static const struct {
  SalonPermission permission;
  const char *roles;
} expected[] = {
  { SALON_PERMISSION_CLIENTS_VIEW, "yyy" },
  { SALON_PERMISSION_CLIENTS_CONTACTS, "yyn" },
  { SALON_PERMISSION_CLIENTS_EDIT, "yyn" },
  { SALON_PERMISSION_CLIENTS_NOTES, "yyy" },
  { SALON_PERMISSION_CLIENTS_ARCHIVE, "yyn" },
  { SALON_PERMISSION_CLIENTS_IMPORT, "yyn" },
  { SALON_PERMISSION_CLIENTS_IMPORT_UNDO, "ynn" },
  { SALON_PERMISSION_DAY_VIEW, "yyn" },
  { SALON_PERMISSION_BOOK, "yyn" },
  { SALON_PERMISSION_BOOK_OVERRIDE, "yyn" },
  { SALON_PERMISSION_VISIT_STATE, "yyn" },
  { SALON_PERMISSION_VISIT_STATE_OWN, "yyy" },
  { SALON_PERMISSION_STAFF_EDIT, "yyn" },
  { SALON_PERMISSION_SETTINGS_EDIT, "yyn" },
  { SALON_PERMISSION_STATUS_EDIT, "ynn" },
  { SALON_PERMISSION_USERS_EDIT, "ynn" },
  { SALON_PERMISSION_BACKUP, "yyn" },
  { SALON_PERMISSION_RESTORE, "ynn" },
  { SALON_PERMISSION_UNDO, "yyy" },
  { SALON_PERMISSION_UNDO_OTHERS, "yyn" },
  { SALON_PERMISSION_LOG_VIEW, "yyn" },
  { SALON_PERMISSION_REPORTS, "yyn" },
  { SALON_PERMISSION_HISTORY, "yyn" },
  { SALON_PERMISSION_QUALITY, "yyn" },
  { SALON_PERMISSION_CLIENTS_EXPORT, "yyn" },
  { SALON_PERMISSION_EXPORT_LOG, "ynn" },
  { SALON_PERMISSION_SELL, "yyn" },
  { SALON_PERMISSION_SELL_DISCOUNT, "yyn" },
  { SALON_PERMISSION_REFUND, "yyn" },
  { SALON_PERMISSION_CASH_SHIFT, "yyn" },
  { SALON_PERMISSION_CASH_REPORT, "ynn" },
  { SALON_PERMISSION_ACCOUNT_CORRECT, "ynn" },
  { SALON_PERMISSION_PRICES_EDIT, "yyn" },
  { SALON_PERMISSION_CARDS_ISSUE, "yyn" },
  { SALON_PERMISSION_CARDS_DESIGN, "ynn" },
};

typedef struct {
  SalonPermission permission;
  SalonRole role;
  gboolean may;
} Cell;

static void
test_cell (gconstpointer data)
{
  const Cell *cell = data;
  SalonActor actor = { 7, cell->role, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (salon_role_may (cell->role, cell->permission), ==, cell->may);
  g_assert_cmpint (salon_permissions_have (salon_role_permissions (cell->role), cell->permission), ==,
                   cell->may);
  g_assert_cmpint (salon_permission_check (&actor, cell->permission, &error), ==, cell->may);
  if (cell->may)
    g_assert_no_error (error);
  else
    g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  if (!cell->may)
    g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_table_is_complete (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (expected), ==, SALON_N_PERMISSIONS);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (expected[i].permission, ==, i);
}

static void
test_no_such_role (void)
{
  for (int permission = 0; permission < SALON_N_PERMISSIONS; permission++) {
    const int wrong[] = { -1, 0, SALON_ROLE_LAST + 1, 31, 32, 1000 };

    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
      SalonActor actor = { 7, wrong[i], 0 };

      g_assert_false (salon_role_may ((SalonRole) wrong[i], permission));
      g_assert_false (salon_permission_check (&actor, permission, NULL));
    }
  }
}

static void
test_the_program_itself (void)
{
  const SalonActor program = { 0, 0, 0 };

  for (int permission = 0; permission < SALON_N_PERMISSIONS; permission++)
    g_assert_true (salon_permission_check (&program, permission, NULL));
}

static void
add_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (int role = SALON_ROLE_FIRST; role <= SALON_ROLE_LAST; role++) {
      g_autofree char *path = g_strdup_printf ("/permission/%u/role-%d", i, role);
      Cell *cell = g_new (Cell, 1);

      *cell = (Cell){ expected[i].permission, role, expected[i].roles[role - SALON_ROLE_FIRST] == 'y' };
      g_test_add_data_func_full (path, cell, test_cell, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/permission/table-is-complete", test_table_is_complete);
  g_test_add_func ("/permission/no-such-role", test_no_such_role);
  g_test_add_func ("/permission/the-program-itself", test_the_program_itself);
  add_cells ();
  return g_test_run ();
}
