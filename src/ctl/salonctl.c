/* salonctl: the salon from the command line, by the same use cases as the window. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "ctl/ctl.h"

static const SalonCtlCommand *const tables[] = {
  salon_ctl_account_commands,
  salon_ctl_board_commands,
  salon_ctl_card_commands,
  salon_ctl_card_draw_commands,
  salon_ctl_card_print_commands,
  salon_ctl_cash_commands,
  salon_ctl_certificate_commands,
  salon_ctl_client_commands,
  salon_ctl_contact_commands,
  salon_ctl_discount_commands,
  salon_ctl_export_commands,
  salon_ctl_filter_commands,
  salon_ctl_people_commands,
  salon_ctl_import_commands,
  salon_ctl_item_commands,
  salon_ctl_ledger_commands,
  salon_ctl_liability_commands,
  salon_ctl_merge_commands,
  salon_ctl_receipt_commands,
  salon_ctl_receipts_commands,
  salon_ctl_report_commands,
  salon_ctl_request_commands,
  salon_ctl_sale_commands,
  salon_ctl_salon_commands,
  salon_ctl_scan_commands,
  salon_ctl_series_commands,
  salon_ctl_sheet_commands,
  salon_ctl_staff_commands,
  salon_ctl_ticket_commands,
  salon_ctl_visit_commands,
  salon_ctl_waiting_commands,
};

static void
print_help (void)
{
  printf ("%s\n\n", _("Usage: salonctl [--database FILE] [--json] COMMAND …"));
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const SalonCtlCommand *c = tables[t]; c->words != NULL; c++)
      printf ("  %s %s\n      %s\n", c->words, c->usage, _(c->help));
}

/* How many of the arguments are the words of @command; 0 = another command. */
static int
match (const SalonCtlCommand *command, int argc, char **argv)
{
  g_auto (GStrv) words = g_strsplit (command->words, " ", -1);
  int n = (int) g_strv_length (words);

  for (int i = 0; i < n; i++)
    if (i >= argc || !g_str_equal (argv[i], words[i]))
      return 0;
  return n;
}

static int
run (SalonCtl *ctl, int argc, char **argv)
{
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const SalonCtlCommand *c = tables[t]; c->words != NULL; c++) {
      int n = match (c, argc, argv);

      if (n > 0)
        return c->run (ctl, argc - n, argv + n);
    }
  return salon_ctl_usage (_("There is no command “%s”; see --help."), argv[0]);
}

static char *
default_database (void)
{
  return g_build_filename (g_get_user_data_dir (), "salon-desk", "salon.salon", NULL);
}

/* The options before the command; the command's own stand behind it. */
static int
take_globals (SalonCtl *ctl, int argc, char **argv, int *status)
{
  int i = 1;

  *status = -1;
  for (; i < argc && argv[i][0] == '-'; i++) {
    if (g_str_equal (argv[i], "--help")) {
      print_help ();
      *status = SALON_CTL_DONE;
    } else if (g_str_equal (argv[i], "--version")) {
      printf ("salonctl %s\n", SALON_VERSION);
      *status = SALON_CTL_DONE;
    } else if (g_str_equal (argv[i], "--json")) {
      ctl->json = TRUE;
    } else if (g_str_has_prefix (argv[i], "--database=")) {
      ctl->database = g_strdup (argv[i] + strlen ("--database="));
    } else if (g_str_equal (argv[i], "--database") && i + 1 < argc) {
      ctl->database = g_strdup (argv[++i]);
    } else {
      *status = salon_ctl_usage (_("There is no option “%s”; see --help."), argv[i]);
    }
    if (*status >= 0)
      return i;
  }
  return i;
}

static void
set_up_language (void)
{
  const char *catalogs = g_getenv ("SALON_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogs != NULL ? catalogs : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  SalonCtl ctl = { NULL, FALSE, NULL, NULL };
  int status = SALON_CTL_USAGE;
  int first = 0;

  set_up_language ();
  first = take_globals (&ctl, argc, argv, &status);
  if (status < 0 && first >= argc)
    status = salon_ctl_usage ("%s", _("A command is missing; see --help."));
  if (status < 0) {
    ctl.clock = salon_clock_new_system ();
    if (ctl.database == NULL)
      ctl.database = default_database ();
    status = run (&ctl, argc - first, argv + first);
  }
  if (ctl.session != NULL)
    salon_session_close (ctl.session, NULL);
  g_clear_object (&ctl.session);
  g_clear_object (&ctl.clock);
  g_free (ctl.database);
  return status;
}
