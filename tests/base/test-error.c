#include "base/error.h"

static void
test_field_is_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  salon_set_field_error (&error, "birth_year", "The year %d is in the future.", 3000);
  copy = g_error_copy (error);
  g_assert_error (copy, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (copy), ==, "birth_year");
  g_assert_cmpstr (copy->message, ==, "The year 3000 is in the future.");
}

static void
test_foreign_error_has_no_field (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, 1, "elsewhere");

  g_assert_null (salon_error_get_field (error));
  g_assert_null (salon_error_get_field (NULL));
}

static void
test_nobody_asks (void)
{
  salon_set_error (NULL, SALON_ERROR_IO, "lost");
  salon_set_field_error (NULL, "name", "lost");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/field-is-kept", test_field_is_kept);
  g_test_add_func ("/error/foreign-has-no-field", test_foreign_error_has_no_field);
  g_test_add_func ("/error/nobody-asks", test_nobody_asks);
  return g_test_run ();
}
