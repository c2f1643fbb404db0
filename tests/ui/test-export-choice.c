/* The choice of what is exported: columns as the format takes them, all and none, what is wanted, what went wrong. */
#include "gui/parts/export-choice.h"
#include "gui/widgets/banner.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

static void
on_chosen (SalonExportChoice *choice, int format, char **columns, gpointer data)
{
  g_autofree char *keys = g_strjoinv (",", columns);

  g_free (*(char **) data);
  *(char **) data = g_strdup_printf ("%s:%s", salon_export_format_word (format), keys);
}

static guint
n_columns (SalonExportChoice *choice)
{
  g_auto (GStrv) columns = salon_export_choice_get_columns (choice);

  return g_strv_length (columns);
}

static GtkWidget *
find_export (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), "Export…") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_export (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
test_choice (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonExportScope) scope = salon_export_scope_new (ids, TRUE, "status = lost", "Clients: lost.");
  g_autofree char *wanted = NULL;
  SalonExportChoice *choice = SALON_EXPORT_CHOICE (salon_export_choice_new (NULL, fixture->session, scope));
  GtkWidget *export = find_export (GTK_WIDGET (choice));
  SalonBanner *banner = SALON_BANNER (ui_find (GTK_WIDGET (choice), SALON_TYPE_BANNER));
  guint usual = 0;

  g_signal_connect (choice, "chosen", G_CALLBACK (on_chosen), &wanted);
  gtk_window_present (GTK_WINDOW (choice));
  g_assert_false (gtk_widget_get_sensitive (export));
  ui_wait_until (n_columns (choice) > 0);
  usual = n_columns (choice);
  salon_export_choice_choose_all (choice, FALSE);
  g_assert_cmpuint (n_columns (choice), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (export));
  salon_export_choice_choose_all (choice, TRUE);
  g_assert_cmpuint (n_columns (choice), >, usual);
  salon_export_choice_set_format (choice, SALON_EXPORT_VCARD);
  g_assert_cmpuint (n_columns (choice), ==, 12);
  g_signal_emit_by_name (export, "clicked");
  g_assert_true (g_str_has_prefix (wanted, "vcard:first_name,surname,patronymic,gender,birth_date,phone,"));
  salon_export_choice_show_progress (choice, 5, 10);
  g_assert_false (gtk_widget_get_mapped (export));
  salon_export_choice_show_error (choice, "The disk is full.");
  ui_wait_until (gtk_widget_get_mapped (export));
  g_assert_true (salon_banner_is_shown (banner));
  gtk_window_destroy (GTK_WINDOW (choice));
  ui_settle ();
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/export-choice/choice", test_choice);
  return g_test_run ();
}
