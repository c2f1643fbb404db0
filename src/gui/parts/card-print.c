/* The window may be closed while a printer is at work: the run goes on by itself, and its end is told by a note. */
#include "config.h"
#include "gui/parts/card-print.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/parts/card-batch.h"
#include "gui/parts/card-design-choice.h"
#include "gui/parts/card-face.h"
#include "gui/parts/card-outcome.h"
#include "gui/parts/card-print-run.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/parts/save-file.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/picker-item.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/toggle-choice.h"
#include "model/entities/card-kind.h"
#include "model/services/card-log.h"
#include "model/services/catalogue.h"

#define GAP          12
#define WIDTH        560
#define FACE         250
#define DIALOG_KEY   "salon-card-print"
#define SOME_BLANKS  10
#define MOST_BLANKS  1000

/* Hangs on its window. */
typedef struct {
  GtkWindow *window;
  GtkWidget *from; /* weak */
  SalonSession *session;
  SalonCardPrintBegin *request; /* NULL when a print is sent once more */
  gint64 print_id;
  gint64 ordered; /* which design; 0 = that of the kind */
  gint64 kind_id;  /* of card; of a batch it is chosen */
  GPtrArray *printers; /* GtkPrinter */
  SalonQuestion ask_kinds;
  SalonCardSample *sample;
  SalonCardFace *faces[SALON_CARD_N_SIDES];
  GtkWidget *form;
  SalonPicker *kind;
  SalonValueEntry *n;
  SalonCardDesignChoice *design;
  SalonToggleChoice *target;
  SalonPicker *printer;
  GtkWidget *printer_field;
  SalonBanner *banner;
  GtkWidget *print;
  GtkWidget *give_up;
  SalonCardOutcome *outcome;
  GtkWidget *spoiled;
  GtkSpinner *spinner;
  SalonCardRun *run;
  gboolean chosen; /* where to, before the printers were known */
  gboolean closed; /* the widgets are gone, though an answer still holds the window */
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_object (&self->run);
  g_clear_weak_pointer (&self->from);
  g_clear_pointer (&self->request, salon_card_print_begin_free);
  g_clear_pointer (&self->printers, g_ptr_array_unref);
  g_object_unref (self->sample);
  g_object_unref (self->session);
  g_free (self);
}

/* Returns: (nullable): %NULL once it was closed */
static Dialog *
dialog_of (gpointer window)
{
  Dialog *self = g_object_get_data (window, DIALOG_KEY);

  return self->closed ? NULL : self;
}

static void
on_destroy (GtkWindow *window, Dialog *self)
{
  self->closed = TRUE;
  if (self->run == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->run, self);
  salon_card_run_attend (self->run, FALSE);
}

static void
offer (GListStore *items, gint64 id, const char *name)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, name, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

/* ---- the design */

static void
on_design (Dialog *self)
{
  g_autoptr (SalonCardDesign) design = salon_card_design_choice_load (self->design, NULL);

  for (int side = 0; design != NULL && side < SALON_CARD_N_SIDES; side++)
    salon_card_face_set (self->faces[side], design, (SalonCardSide) side);
}

/* ---- kinds, of a batch */

static void
on_kinds (gpointer window, gpointer answer, const GError *error)
{
  g_autoptr (GPtrArray) kinds = answer;
  Dialog *self = dialog_of (window);
  g_autoptr (GListModel) items = kinds != NULL ? salon_items_of_entities (kinds) : NULL;

  if (items == NULL || self == NULL)
    return;
  salon_picker_set_items (self->kind, items);
  if (kinds->len > 0)
    salon_picker_set_selected (self->kind, salon_entity_get_id (kinds->pdata[0]));
  else
    salon_banner_show (self->banner, SALON_TONE_AMBER, _("There is no kind of card yet. Add one in the settings first."));
}

static void
on_kind (SalonPicker *picker, GParamSpec *pspec, Dialog *self)
{
  salon_card_design_choice_set_kind (self->design, salon_picker_get_selected (picker));
}

/* ---- where to */

static gboolean
is_for_printer (Dialog *self)
{
  return salon_toggle_choice_get_selected (self->target) <= SALON_CARD_TARGET_SHEET;
}

static gboolean
is_for_card_printer (Dialog *self)
{
  return salon_toggle_choice_get_selected (self->target) == SALON_CARD_TARGET_PRINTER;
}

/* Returns: (transfer full) (nullable): the one of last time */
static char *
remembered_printer (Dialog *self)
{
  g_autoptr (GSettings) memory = salon_memory_open ();

  if (memory == NULL)
    return NULL;
  return is_for_card_printer (self) ? g_settings_get_string (memory, "card-printer")
                                    : g_settings_get_string (memory, "card-sheet-printer");
}

static GtkPrinter *
chosen_printer (Dialog *self)
{
  gint64 id = salon_picker_get_selected (self->printer);

  return self->printers != NULL && id > 0 && id <= self->printers->len ? self->printers->pdata[id - 1] : NULL;
}

static void
show_printer (Dialog *self)
{
  GtkPrinter *printer = chosen_printer (self);
  const char *problem = printer != NULL ? salon_print_queue_problem (printer) : NULL;

  if (self->printers != NULL && self->printers->len == 0)
    problem = _("This computer has no printer. A PDF file can be printed elsewhere.");
  gtk_widget_set_visible (self->printer_field, is_for_printer (self));
  salon_form_field_set_hint (SALON_FORM_FIELD (self->printer_field), problem);
  gtk_widget_set_sensitive (self->print, !is_for_printer (self) || (printer != NULL && gtk_printer_is_accepting_jobs (printer)));
  gtk_button_set_label (GTK_BUTTON (self->print), is_for_printer (self) ? C_ ("verb", "Print") : _("Save …"));
}

/* The one of last time; or the one that says that it prints cards; or the usual one. */
static guint
usual_printer (Dialog *self)
{
  g_autofree char *name = remembered_printer (self);
  guint found = 0;

  for (guint i = 0; i < self->printers->len; i++) {
    if (g_strcmp0 (gtk_printer_get_name (self->printers->pdata[i]), name) == 0)
      return i + 1;
    if (found == 0 || gtk_printer_is_default (self->printers->pdata[i]))
      found = i + 1;
  }
  return found;
}

static void
on_target (Dialog *self)
{
  if (self->printers != NULL)
    salon_picker_set_selected (self->printer, usual_printer (self));
  else
    self->chosen = TRUE;
  show_printer (self);
}

static void
on_printers (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  Dialog *self = dialog_of (window);
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  g_autoptr (GPtrArray) printers = salon_print_queues_find_finish (result);

  if (self == NULL || self->printers != NULL)
    return;
  self->printers = g_steal_pointer (&printers);
  for (guint i = 0; i < self->printers->len; i++)
    offer (items, i + 1, gtk_printer_get_name (self->printers->pdata[i]));
  salon_picker_set_items (self->printer, G_LIST_MODEL (items));
  if (self->printers->len == 0 && !self->chosen)
    salon_toggle_choice_set_selected (self->target, SALON_CARD_TARGET_PDF);
  on_target (self);
}

/* ---- the run */

/* A single card may have ruined its plastic: the number is used again, the plastic is not. */
static gboolean
may_be_spoiled (Dialog *self)
{
  return self->n == NULL && is_for_printer (self) && salon_card_run_get_state (self->run) == SALON_CARD_RUN_NOT_PRINTED
         && salon_card_run_get_outcome (self->run) != 0;
}

/* What was chosen is not asked again meanwhile, so that all of it has room on a small screen. */
static void
show_asking (Dialog *self, gboolean asking)
{
  if (asking) {
    salon_card_outcome_set_total (self->outcome, salon_card_run_get_n_cards (self->run));
    salon_card_outcome_mark (self->outcome, salon_card_run_get_error (self->run));
  }
  if (asking && !gtk_widget_get_visible (GTK_WIDGET (self->outcome))) {
    gtk_widget_set_visible (GTK_WIDGET (self->outcome), TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (self->outcome));
  } else if (!asking && salon_card_run_is_over (self->run)) {
    gtk_widget_set_visible (GTK_WIDGET (self->outcome), FALSE);
  }
  if (gtk_widget_get_visible (self->form) == gtk_widget_get_visible (GTK_WIDGET (self->outcome))) {
    gtk_widget_set_visible (self->form, !gtk_widget_get_visible (GTK_WIDGET (self->outcome)));
    gtk_window_set_default_size (self->window, WIDTH, -1);
  }
}

static SalonTone
tone_of (SalonCardRun *run)
{
  switch (salon_card_run_get_state (run)) {
  case SALON_CARD_RUN_DONE:
    return SALON_TONE_TEAL;
  case SALON_CARD_RUN_NOT_PRINTED:
    return salon_card_run_get_outcome (run) == SALON_CARD_PRINT_CANCELLED ? SALON_TONE_AMBER : SALON_TONE_RED;
  case SALON_CARD_RUN_ASKING:
  case SALON_CARD_RUN_OPEN:
    return SALON_TONE_AMBER;
  case SALON_CARD_RUN_BEFORE:
  case SALON_CARD_RUN_AT_PRINTER:
  case SALON_CARD_RUN_ENDING:
  default:
    return SALON_TONE_BLUE;
  }
}

static void
show_run (Dialog *self)
{
  SalonCardRunState state = salon_card_run_get_state (self->run);
  gboolean over = salon_card_run_is_over (self->run);
  g_autofree char *text = salon_card_run_text (self->run);

  salon_banner_show (self->banner, tone_of (self->run), text);
  gtk_spinner_set_spinning (self->spinner, !over && state != SALON_CARD_RUN_ASKING);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), !over && state != SALON_CARD_RUN_ASKING);
  show_asking (self, state == SALON_CARD_RUN_ASKING);
  gtk_widget_set_visible (self->spoiled, may_be_spoiled (self));
  gtk_widget_set_sensitive (self->spoiled, TRUE);
  gtk_widget_set_visible (self->give_up, state == SALON_CARD_RUN_AT_PRINTER);
  gtk_widget_set_sensitive (self->give_up, !salon_card_run_is_given_up (self->run));
  gtk_widget_set_sensitive (self->form, state == SALON_CARD_RUN_NOT_PRINTED);
  gtk_widget_set_visible (self->print, state == SALON_CARD_RUN_NOT_PRINTED || (!over && state != SALON_CARD_RUN_ASKING));
  gtk_widget_set_sensitive (self->print, state == SALON_CARD_RUN_NOT_PRINTED);
  if (state == SALON_CARD_RUN_NOT_PRINTED && salon_card_run_get_error (self->run) != NULL)
    salon_form_mark (self->form, salon_card_run_get_error (self->run));
}

static void
on_run (SalonCardRun *run, Dialog *self)
{
  show_run (self);
}

/* Told also when the window is long closed. */
static void
on_run_for_note (SalonCardRun *run, GtkWidget *from)
{
  g_autofree char *text = NULL;

  if (!salon_card_run_is_over (run))
    return;
  text = salon_card_run_text (run);
  salon_shell_toast (from, text);
  if (salon_card_run_get_state (run) == SALON_CARD_RUN_OPEN && salon_card_run_get_print (run) != 0)
    gtk_widget_activate_action (from, "win.ask-print", "x", salon_card_run_get_print (run));
}

static SalonCardPrintBegin *
copy_request (Dialog *self)
{
  SalonCardPrintBegin *copy = salon_card_print_begin_new (self->request->purpose);

  *copy = *self->request;
  copy->reason = g_strdup (self->request->reason);
  copy->number = g_strdup (self->request->number);
  copy->printer = NULL;
  copy->card_design_id = salon_card_design_choice_get_id (self->design);
  if (self->kind != NULL)
    copy->card_kind_id = salon_picker_get_selected (self->kind);
  if (self->n != NULL)
    copy->n = (guint) CLAMP (salon_value_entry_get_value (self->n), 0, MOST_BLANKS + 1);
  return copy;
}

static void
start (Dialog *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCardDesign) design = salon_card_design_choice_load (self->design, &error);
  SalonCardGoal goal = { (SalonCardTarget) salon_toggle_choice_get_selected (self->target), NULL, path };

  salon_form_clear_errors (self->form);
  if (design == NULL) {
    salon_form_mark (self->form, error);
    return;
  }
  goal.printer = path == NULL ? chosen_printer (self) : NULL;
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  self->run = salon_card_run_new (self->session, design, &goal);
  salon_card_run_attend (self->run, TRUE);
  g_signal_connect (self->run, "changed", G_CALLBACK (on_run), self);
  if (self->from != NULL)
    g_signal_connect_object (self->run, "changed", G_CALLBACK (on_run_for_note), self->from, 0);
  if (self->request != NULL)
    salon_card_run_begin (self->run, copy_request (self));
  else
    salon_card_run_again (self->run, self->print_id);
  show_run (self);
}

static void
on_path (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  Dialog *self = dialog_of (window);
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self != NULL)
    start (self, path);
}

static void
remember_printer (Dialog *self)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  const char *name = gtk_printer_get_name (chosen_printer (self));

  if (memory == NULL)
    return;
  if (is_for_card_printer (self))
    g_settings_set_string (memory, "card-printer", name);
  else
    g_settings_set_string (memory, "card-sheet-printer", name);
}

static void
on_print (GtkButton *button, Dialog *self)
{
  gboolean pdf = salon_toggle_choice_get_selected (self->target) == SALON_CARD_TARGET_PDF;
  g_autofree char *name = salon_save_file_name (C_ ("file name", "card"), "", pdf ? ".pdf" : ".png");

  if (!is_for_printer (self)) {
    salon_compat_choose_file (self->window, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the card"), name, NULL, on_path,
                              g_object_ref (self->window));
  } else if (chosen_printer (self) != NULL) {
    remember_printer (self);
    start (self, NULL);
  }
}

static void
on_give_up (GtkButton *button, Dialog *self)
{
  gtk_widget_set_sensitive (self->give_up, FALSE);
  salon_card_run_give_up (self->run);
}

static void
on_told (SalonCardOutcome *outcome, guint n_done, guint n_spoiled, Dialog *self)
{
  salon_card_run_tell (self->run, n_done, n_spoiled);
}

static void
on_spoiled_noted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  Dialog *self = dialog_of (window);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self == NULL)
    return;
  gtk_widget_set_sensitive (self->spoiled, !ok);
  if (ok && self->from != NULL)
    salon_note_done (self->from, _("One blank noted as spoiled."), &done);
  if (!ok)
    salon_banner_show (self->banner, SALON_TONE_RED, error->message);
}

static void
on_spoiled (GtkButton *button, Dialog *self)
{
  gtk_widget_set_sensitive (self->spoiled, FALSE);
  salon_session_submit (self->session, &salon_command_card_blanks,
                        salon_card_blanks_new (salon_card_run_get_kind (self->run), SALON_BLANKS_SPOILED, 1, _("Spoiled by the printer")), NULL,
                        NULL, on_spoiled_noted, g_object_ref (self->window));
}

/* ---- building */

static void
add_field (Dialog *self, const char *name, const char *label, GtkWidget *control)
{
  gtk_box_append (GTK_BOX (self->form), salon_form_field_new (name, label, control));
}

static void
add_batch (Dialog *self)
{
  self->kind = SALON_PICKER (salon_picker_new (_("Kind of card"), NULL));
  self->n = SALON_VALUE_ENTRY (salon_number_entry_new (NULL, 0));
  salon_value_entry_set_value (self->n, SOME_BLANKS);
  add_field (self, "card_kind_id", _("Kind of card"), GTK_WIDGET (self->kind));
  add_field (self, "n", _("How many"), GTK_WIDGET (self->n));
  salon_question_ask (&self->ask_kinds, self->window, self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                      salon_entity_list_request_new (salon_card_kind_get_type (), FALSE), on_kinds);
}

static void
add_target (Dialog *self)
{
  self->target = SALON_TOGGLE_CHOICE (salon_toggle_choice_new (_("Where to")));
  salon_toggle_choice_append (self->target, SALON_CARD_TARGET_PRINTER, NULL, _("Card printer"));
  salon_toggle_choice_append (self->target, SALON_CARD_TARGET_SHEET, NULL, _("Sheet A4"));
  salon_toggle_choice_append (self->target, SALON_CARD_TARGET_PDF, NULL, _("PDF file"));
  if (self->n == NULL)
    salon_toggle_choice_append (self->target, SALON_CARD_TARGET_PNG, NULL, _("Picture"));
  salon_toggle_choice_set_selected (self->target, SALON_CARD_TARGET_PRINTER);
  add_field (self, "target", _("Where to"), GTK_WIDGET (self->target));
  self->printer = SALON_PICKER (salon_picker_new (_("Printer"), NULL));
  self->printer_field = salon_form_field_new ("printer", _("Printer"), GTK_WIDGET (self->printer));
  gtk_box_append (GTK_BOX (self->form), self->printer_field);
}

static GtkWidget *
build_faces (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (int side = 0; side < SALON_CARD_N_SIDES; side++) {
    self->faces[side] = SALON_CARD_FACE (salon_card_face_new (self->sample, FACE));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->faces[side]));
  }
  return box;
}

static GtkWidget *
build_verbs (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->give_up = gtk_button_new_with_label (_("Give up"));
  self->spoiled = gtk_button_new_with_label (_("The blank is spoiled"));
  self->print = gtk_button_new_with_label (C_ ("verb", "Print"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->spinner), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->spinner), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_set_visible (self->give_up, FALSE);
  gtk_widget_set_visible (self->spoiled, FALSE);
  gtk_widget_add_css_class (self->spoiled, "salon-outlined");
  gtk_widget_add_css_class (self->give_up, "salon-outlined");
  salon_set_tooltip (self->spoiled, _("Takes one blank from the stock; the number is free again"));
  gtk_widget_set_sensitive (self->print, FALSE);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->print, "suggested-action");
  gtk_widget_set_tooltip_text (self->give_up, _("Takes the job out of the printer’s queue, and the card back: it is given to nobody"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), self->spoiled);
  gtk_box_append (GTK_BOX (box), self->give_up);
  gtk_box_append (GTK_BOX (box), self->print);
  g_signal_connect (self->print, "clicked", G_CALLBACK (on_print), self);
  g_signal_connect (self->give_up, "clicked", G_CALLBACK (on_give_up), self);
  g_signal_connect (self->spoiled, "clicked", G_CALLBACK (on_spoiled), self);
  return box;
}

static GtkWidget *
build_content (Dialog *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  gtk_widget_set_margin_start (body, GAP);
  gtk_widget_set_margin_end (body, GAP);
  gtk_widget_set_margin_top (body, GAP);
  gtk_widget_set_margin_bottom (body, GAP);
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  self->banner = SALON_BANNER (salon_banner_new ());
  self->outcome = SALON_CARD_OUTCOME (salon_card_outcome_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), FALSE);
  g_signal_connect (self->outcome, "told", G_CALLBACK (on_told), self);
  if (self->request != NULL && self->request->purpose == SALON_CARD_PRINT_BATCH)
    add_batch (self);
  self->design = SALON_CARD_DESIGN_CHOICE (salon_card_design_choice_new (self->session));
  salon_card_design_choice_set_ordered (self->design, self->ordered);
  salon_card_design_choice_set_kind (self->design, self->kind_id);
  add_field (self, "card_design_id", _("Design"), GTK_WIDGET (self->design));
  add_target (self);
  gtk_box_append (GTK_BOX (body), build_faces (self));
  gtk_box_append (GTK_BOX (body), self->form);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->outcome));
  gtk_box_append (GTK_BOX (body), build_verbs (self));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), body);
  return box;
}

static void
load (Dialog *self)
{
  salon_print_queues_find (on_printers, g_object_ref (self->window));
  if (self->kind != NULL)
    g_signal_connect (self->kind, "notify::selected", G_CALLBACK (on_kind), self);
  g_signal_connect_swapped (self->design, "changed", G_CALLBACK (on_design), self);
  g_signal_connect_swapped (self->target, "notify::selected", G_CALLBACK (on_target), self);
  g_signal_connect_swapped (self->printer, "notify::selected", G_CALLBACK (show_printer), self);
}

static void
present (GtkWidget *from, Dialog *self, const char *title, gint64 client)
{
  self->window = GTK_WINDOW (adw_window_new ());
  g_set_weak_pointer (&self->from, GTK_WIDGET (gtk_widget_get_root (from)));
  self->sample = salon_card_sample_new (self->session);
  if (client != 0)
    salon_card_sample_set_client (self->sample, client);
  else
    salon_card_sample_set_kind (self->sample, SALON_CARD_SAMPLE_BLANK);
  g_object_set_data_full (G_OBJECT (self->window), DIALOG_KEY, self, dialog_free);
  g_signal_connect (self->window, "destroy", G_CALLBACK (on_destroy), self);
  adw_window_set_content (ADW_WINDOW (self->window), build_content (self, title));
  gtk_window_set_title (self->window, title);
  gtk_window_set_transient_for (self->window, GTK_WINDOW (self->from));
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, WIDTH, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->window), "salon");
  salon_close_by_escape (GTK_WIDGET (self->window));
  load (self);
  gtk_window_present (self->window);
}

/**
 * salon_card_print:
 * @from: any widget of the window in front of which it opens
 * @request: (transfer full): what is printed; printer and design are chosen in the window, of a batch also kind and number
 *
 * Asks on which printer or into which file, prints, and tells how far it is.  The card is given out when it is printed.
 */
void
salon_card_print (GtkWidget *from, SalonSession *session, SalonCardPrintBegin *request)
{
  Dialog *self = g_new0 (Dialog, 1);

  self->session = g_object_ref (session);
  self->request = request;
  self->kind_id = request->card_kind_id;
  present (from, self, request->purpose == SALON_CARD_PRINT_BATCH ? _("Print Blanks with Numbers") : _("Print a Card"), request->client_id);
}

/**
 * salon_card_print_batch:
 * @from: any widget of the window in front of which it opens
 *
 * Asks of which kind and how many, and prints them.
 */
void
salon_card_print_batch (GtkWidget *from, SalonSession *session)
{
  salon_card_print (from, session, salon_card_print_begin_new (SALON_CARD_PRINT_BATCH));
}

/**
 * salon_card_print_again:
 * @print: one that waits
 *
 * The same for a print of which nobody knows how it ended.
 */
void
salon_card_print_again (GtkWidget *from, SalonSession *session, const SalonCardPrint *print)
{
  Dialog *self = g_new0 (Dialog, 1);

  self->session = g_object_ref (session);
  self->print_id = salon_entity_get_id ((SalonEntity *) print);
  self->ordered = print->card_design_id;
  self->kind_id = print->card_kind_id;
  present (from, self, _("Print Again"), print->client_id);
}
