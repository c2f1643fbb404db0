#include "model/rules/client-name.h"

static void
expect (char *name, const char *wanted)
{
  g_assert_cmpstr (name, ==, wanted);
  g_free (name);
}

static void
test_names (void)
{
  expect (salon_client_name ("Irina", "Kalniņa", "+371 29 123 456"), "Irina Kalniņa");
  expect (salon_client_name (NULL, "Kalniņa", NULL), "Kalniņa");
  expect (salon_client_name ("Irina", "", NULL), "Irina");
  expect (salon_client_name (NULL, NULL, "+371 29 123 456"), "+371 29 123 456");
  expect (salon_client_name ("", NULL, NULL), "");
}

static void
test_list_names (void)
{
  expect (salon_client_list_name ("Ирина", "Петровна", "Калнина", NULL), "Калнина Ирина Петровна");
  expect (salon_client_list_name ("Irina", NULL, NULL, "29123456"), "Irina");
  expect (salon_client_list_name (NULL, NULL, NULL, "29123456"), "29123456");
}

static void
test_phones (void)
{
  expect (salon_client_phone_text ("+37129123456", "29123456", "LV"), "+371 29 123 456");
  expect (salon_client_phone_text (NULL, "234-567", "LV"), "234-567");
  expect (salon_client_phone_text (NULL, NULL, "LV"), NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client-name/names", test_names);
  g_test_add_func ("/client-name/list-names", test_list_names);
  g_test_add_func ("/client-name/phones", test_phones);
  return g_test_run ();
}
