#include "model/entities/change-set.h"

static void
test_topics_and_ids (void)
{
  g_autoptr (SalonChangeSet) set = salon_change_set_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) none = NULL;

  g_assert_cmpuint (salon_change_set_size (set), ==, 0);
  salon_change_set_add (set, "client", 7);
  salon_change_set_add (set, "client", 3);
  salon_change_set_add (set, "client", 7);
  salon_change_set_add (set, "visit", G_MAXINT64);
  g_assert_cmpuint (salon_change_set_size (set), ==, 3);
  g_assert_true (salon_change_set_touches (set, "client"));
  g_assert_false (salon_change_set_touches (set, "room"));
  g_assert_true (salon_change_set_contains (set, "visit", G_MAXINT64));
  g_assert_false (salon_change_set_contains (set, "visit", 7));
  ids = salon_change_set_ids (set, "client");
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, 7);
  none = salon_change_set_ids (set, "room");
  g_assert_cmpuint (none->len, ==, 0);
}

/* Names that are made at run time may be freed by who made them. */
static void
test_topics_are_copied (void)
{
  g_autoptr (SalonChangeSet) set = salon_change_set_new ();
  char *topic = g_strdup ("client-phone");

  salon_change_set_add (set, topic, 1);
  topic[0] = 'x';
  g_free (topic);
  g_assert_true (salon_change_set_contains (set, "client-phone", 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-set/topics-and-ids", test_topics_and_ids);
  g_test_add_func ("/change-set/topics-are-copied", test_topics_are_copied);
  return g_test_run ();
}
