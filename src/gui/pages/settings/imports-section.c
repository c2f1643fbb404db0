/* The imports that there were.  Before one is rolled back, the section shows what would stay of it and why. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/parts/import-back.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/empty-state.h"

typedef struct {
  SalonSession *session;
  GtkBox *box;
  GtkStack *stack; /* "list" or "empty" */
  gint64 opened;   /* the import that is about to be rolled back */
} Imports;

#define IMPORTS_KEY "salon-imports"

/* One line: an import. */
typedef struct {
  GtkWidget *card; /* not owned */
  gint64 operation;
  GtkWidget *reveal;
  GtkLabel *plan;
  GtkWidget *go;
} Line;

static void load (GtkWidget *card);

static void
imports_free (gpointer data)
{
  Imports *imports = data;

  g_object_unref (imports->session);
  g_free (imports);
}

static Imports *
imports_of (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), IMPORTS_KEY);
}

/* ---- rolling back */

static void
on_taken_back (const SalonJobResult *result, const GPtrArray *kept, const GError *error, gpointer data)
{
  GtkWidget *card = data;

  if (gtk_widget_get_root (card) == NULL)
    return;
  if (error != NULL)
    salon_note_error (card, error);
  else
    salon_note_done (card, kept->len > 0 ? _("The import was taken back, but for what was changed since.")
                                         : _("The import was taken back."), &result->done);
  load (card);
}

static void
on_go (GtkButton *button, Line *line)
{
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  salon_import_take_back (line->card, imports_of (line->card)->session, line->operation, on_taken_back,
                          g_object_ref (line->card), g_object_unref);
}

typedef struct {
  GtkWidget *row; /* strong: it owns the line */
  Line *line;
} Asked;

static void
on_plan (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (GtkWidget) row = asked->row;
  g_autoptr (GError) error = NULL;
  SalonImportUndoPlan *plan = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_autofree char *taken = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;

  if (gtk_widget_get_root (row) == NULL) {
    g_clear_pointer (&plan, salon_import_undo_plan_free);
    return;
  }
  if (plan == NULL) {
    gtk_label_set_text (asked->line->plan, error->message);
    return;
  }
  taken = g_strdup_printf (ngettext ("%'ld thing will be taken back: clients, visits, and what was made for them.",
                                     "%'ld things will be taken back: clients, visits, and what was made for them.",
                                     (gulong) plan->n_taken_back), (long) plan->n_taken_back);
  kept = salon_import_kept_text (plan->kept);
  text = g_strconcat (taken, "\n", kept, NULL);
  gtk_label_set_text (asked->line->plan, text);
  gtk_widget_set_sensitive (asked->line->go, plan->n_taken_back > 0);
  salon_import_undo_plan_free (plan);
}

static void
on_open (GtkToggleButton *button, Line *line)
{
  gboolean open = gtk_toggle_button_get_active (button);
  Asked *asked = NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (line->reveal), open);
  if (!open)
    return;
  gtk_label_set_text (line->plan, _("Looking what would stay …"));
  gtk_widget_set_sensitive (line->go, FALSE);
  asked = g_new (Asked, 1);
  *asked = (Asked){ g_object_ref (gtk_widget_get_parent (line->reveal)), line };
  salon_session_query (imports_of (line->card)->session, &salon_query_import_undo_plan, SALON_LANE_BACKGROUND,
                       salon_id_request_new (line->operation), NULL, on_plan, asked);
}

/* ---- lines */

static char *
when_and_who (SalonSession *session, const SalonImportInfo *info)
{
  g_autofree char *when = salon_clock_format (salon_session_clock (session), info->begun_at);
  const char *const parts[] = { when, info->user_name };

  return salon_text_join (parts, G_N_ELEMENTS (parts), " · ");
}

static void
append_count (GString *text, gint64 n, char *count)
{
  g_autofree char *taken = count;

  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", taken);
}

static char *
counts_text (const SalonImportInfo *info)
{
  GString *text = g_string_new (NULL);
  const gint64 *n = info->counts;

  append_count (text, n[SALON_IMPORT_NEW], g_strdup_printf (C_ ("import", "%'ld new"), (long) n[SALON_IMPORT_NEW]));
  append_count (text, n[SALON_IMPORT_UPDATED],
                g_strdup_printf (C_ ("import", "%'ld added to"), (long) n[SALON_IMPORT_UPDATED]));
  append_count (text, n[SALON_IMPORT_DUPLICATE],
                g_strdup_printf (C_ ("import", "%'ld known already"), (long) n[SALON_IMPORT_DUPLICATE]));
  append_count (text, n[SALON_IMPORT_REJECTED],
                g_strdup_printf (C_ ("import", "%'ld with errors"), (long) n[SALON_IMPORT_REJECTED]));
  return g_string_free (text, FALSE);
}

static GtkWidget *
state_chip (const SalonImportInfo *info)
{
  if (info->rolled_back_at != 0)
    return salon_chip_new (SALON_TONE_GREY, "salon-undo-symbolic",
                           info->n_kept > 0 ? C_ ("import", "taken back in part") : C_ ("import", "taken back"));
  if (info->ended_at == 0)
    return salon_chip_new (SALON_TONE_AMBER, "salon-alert-symbolic", C_ ("import", "not finished"));
  return NULL;
}

static GtkWidget *
build_head (Line *line, SalonSession *session, const SalonImportInfo *info)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *chip = state_chip (info);
  g_autofree char *when = when_and_who (session, info);
  g_autofree char *counts = counts_text (info);

  gtk_box_append (GTK_BOX (texts), salon_label_new (info->file_name, "salon-heading"));
  gtk_box_append (GTK_BOX (texts), salon_label_new (when, "salon-secondary"));
  gtk_box_append (GTK_BOX (texts), salon_label_new (counts, "salon-num"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  if (chip != NULL)
    gtk_box_append (GTK_BOX (box), chip);
  if (info->may_undo) {
    GtkWidget *open = gtk_toggle_button_new_with_label (_("Roll back …"));
    g_autofree char *label = g_strdup_printf (_("Roll back “%s”"), info->file_name);

    gtk_widget_add_css_class (open, "salon-outlined");
    gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
    salon_set_accessible_label (open, label);
    g_signal_connect (open, "toggled", G_CALLBACK (on_open), line);
    gtk_box_append (GTK_BOX (box), open);
  }
  return box;
}

static GtkWidget *
build_reveal (Line *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  line->reveal = gtk_revealer_new ();
  line->plan = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  line->go = gtk_button_new_with_label (_("Roll back"));
  gtk_widget_add_css_class (line->go, "destructive-action");
  gtk_widget_set_valign (line->go, GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (line->plan), TRUE);
  gtk_widget_add_css_class (box, "salon-import-plan");
  g_signal_connect (line->go, "clicked", G_CALLBACK (on_go), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->plan));
  gtk_box_append (GTK_BOX (box), line->go);
  gtk_revealer_set_child (GTK_REVEALER (line->reveal), box);
  return line->reveal;
}

static GtkWidget *
build_line (GtkWidget *card, const SalonImportInfo *info)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Line *line = g_new0 (Line, 1);

  line->card = card;
  line->operation = info->operation;
  gtk_widget_add_css_class (row, "salon-import");
  gtk_box_append (GTK_BOX (row), build_head (line, imports_of (card)->session, info));
  gtk_box_append (GTK_BOX (row), build_reveal (line));
  g_object_set_data_full (G_OBJECT (row), "salon-line", line, g_free);
  return row;
}

/* ---- loading */

static void
on_list (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) card = data;
  g_autoptr (GPtrArray) list = salon_session_query_finish (SALON_SESSION (source), result, NULL);
  Imports *imports = imports_of (card);
  GtkWidget *child = NULL;

  if (gtk_widget_get_root (card) == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (imports->box))) != NULL)
    gtk_box_remove (imports->box, child);
  for (guint i = 0; list != NULL && i < list->len; i++)
    gtk_box_append (imports->box, build_line (card, list->pdata[i]));
  gtk_stack_set_visible_child_name (imports->stack, list != NULL && list->len > 0 ? "list" : "empty");
}

static void
load (GtkWidget *card)
{
  salon_session_query (imports_of (card)->session, &salon_query_import_list, SALON_LANE_INTERACTIVE, NULL, NULL, on_list,
                       g_object_ref (card));
}

static void
on_actor_changed (SalonSession *session, GtkWidget *card)
{
  if (gtk_widget_get_mapped (card))
    load (card);
}

static GtkWidget *
create_card (SalonSession *session)
{
  GtkWidget *card = salon_card_new (_("Earlier imports"));
  Imports *imports = g_new0 (Imports, 1);

  imports->session = g_object_ref (session);
  imports->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  imports->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (imports->stack, FALSE);
  gtk_stack_add_named (imports->stack, GTK_WIDGET (imports->box), "list");
  gtk_stack_add_named (imports->stack,
                       salon_empty_state_new ("salon-clients-symbolic", _("Nothing was brought in yet"),
                                              _("Drop an Excel file on the list of clients, or choose “Import from a file …” in the menu there.")),
                       "empty");
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (imports->stack));
  g_object_set_data_full (G_OBJECT (card), IMPORTS_KEY, imports, imports_free);
  g_signal_connect (card, "map", G_CALLBACK (load), NULL);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), card, 0);
  return card;
}

/**
 * salon_settings_imports_new:
 *
 * Returns: (transfer floating): what was brought in from files, each with its way back
 */
GtkWidget *
salon_settings_imports_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_CLIENTS_IMPORT, _("Imports"),
                                                   _("Lists that were brought in. Each can be taken back as a whole; who was "
                                                     "changed or has come since stays."));
  GtkWidget *card = create_card (session);

  salon_settings_section_append (SALON_SETTINGS_SECTION (section), card);
  salon_settings_section_guard (SALON_SETTINGS_SECTION (section), card);
  return section;
}
