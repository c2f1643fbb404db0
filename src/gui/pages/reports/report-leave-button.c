/* Its verbs are the actions of the view around it; it only knows what the last file was, and where. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-leave-button.h"
#include "gui/pages/reports/report-memory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/menu.h"

struct _SalonReportLeaveButton {
  GtkWidget parent_instance;

  AdwSplitButton *button;
  GSettings *memory; /* NULL where nothing is remembered */
};

G_DEFINE_FINAL_TYPE (SalonReportLeaveButton, salon_report_leave_button, GTK_TYPE_WIDGET)

static const struct {
  SalonReportFile kind;
  const char *verb; /* on the button */
  const char *item; /* in the menu */
} kinds[] = {
  { SALON_REPORT_FILE_XLSX, NC_ ("report", "To Excel"), N_ ("Excel (XLSX)") },
  { SALON_REPORT_FILE_CSV, NC_ ("report", "To CSV"), N_ ("Text (CSV)") },
  { SALON_REPORT_FILE_PDF, NC_ ("report", "To PDF"), N_ ("Document (PDF)") },
  { SALON_REPORT_FILE_PNG, NC_ ("report", "To PNG"), N_ ("Chart as a picture (PNG)") },
  { SALON_REPORT_FILE_SVG, NC_ ("report", "To SVG"), N_ ("Chart as a drawing (SVG)") },
};

/* One that the menu has no line for (a name with another end was typed) is Excel. */
static guint
find_kind (void)
{
  g_autofree char *word = salon_report_memory_format ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (salon_report_file_word (kinds[i].kind), word))
      return i;
  return 0;
}

static void
update (SalonReportLeaveButton *self)
{
  const char *verb = g_dpgettext2 (GETTEXT_PACKAGE, "report", kinds[find_kind ()].verb);
  g_autofree char *folder = salon_report_memory_folder ();
  g_autofree char *name = g_filename_display_basename (folder);
  /* Translators: %s is the name of a folder */
  g_autofree char *tip = g_strdup_printf (_("Into the folder “%s” (Ctrl+E); somewhere else: Ctrl+Shift+E"), name);

  adw_split_button_set_label (self->button, verb);
  salon_set_tooltip (GTK_WIDGET (self->button), tip);
}

static void
on_remembered (GSettings *memory, const char *key, SalonReportLeaveButton *self)
{
  update (self);
}

static void
salon_report_leave_button_dispose (GObject *object)
{
  SalonReportLeaveButton *self = SALON_REPORT_LEAVE_BUTTON (object);

  if (self->memory != NULL)
    g_signal_handlers_disconnect_by_data (self->memory, self);
  g_clear_object (&self->memory);
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_report_leave_button_parent_class)->dispose (object);
}

static void
salon_report_leave_button_class_init (SalonReportLeaveButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_report_leave_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "reportleave");
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) elsewhere = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    salon_menu_append (files, _(kinds[i].item), "report.export", g_variant_new_string (salon_report_file_word (kinds[i].kind)));
  salon_menu_append (elsewhere, _("Save as…"), "report.save-as", NULL);
  salon_menu_append (others, _("Print…"), "report.print", NULL);
  salon_menu_append (others, _("Copy the table"), "report.copy", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (elsewhere));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  return G_MENU_MODEL (menu);
}

static void
salon_report_leave_button_init (SalonReportLeaveButton *self)
{
  g_autoptr (GMenuModel) menu = create_menu ();
  const char *others = _("To another kind of file, to a printer (Ctrl+P), to the clipboard (Ctrl+C)");

  self->button = ADW_SPLIT_BUTTON (adw_split_button_new ());
  adw_split_button_set_menu_model (self->button, menu);
  adw_split_button_set_dropdown_tooltip (self->button, others);
  salon_set_accessible_label (gtk_widget_get_last_child (GTK_WIDGET (self->button)), others);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "report.export");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  self->memory = salon_memory_open ();
  if (self->memory != NULL) {
    g_signal_connect (self->memory, "changed::report-format", G_CALLBACK (on_remembered), self);
    g_signal_connect (self->memory, "changed::report-folder", G_CALLBACK (on_remembered), self);
  }
  update (self);
}

/**
 * salon_report_leave_button_new:
 */
GtkWidget *
salon_report_leave_button_new (void)
{
  return g_object_new (SALON_TYPE_REPORT_LEAVE_BUTTON, NULL);
}

/**
 * salon_report_leave_button_get_kind:
 *
 * Returns: as what a report leaves without being asked
 */
SalonReportFile
salon_report_leave_button_get_kind (SalonReportLeaveButton *self)
{
  return kinds[find_kind ()].kind;
}
