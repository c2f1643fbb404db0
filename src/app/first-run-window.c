/* Name, country, hours, people, and chapters of the ready catalogue.  Everything can be changed later in
 * Settings and Staff, so that nothing but two names is needed here. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/first-run-window.h"
#include "base/day.h"
#include "base/money.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/picker-item.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/time-entry.h"

struct _SalonFirstRunWindow {
  AdwApplicationWindow parent_instance;
  GtkWidget *form;
  GtkEntry *name;
  SalonPicker *country;
  GtkEntry *phone;
  GtkEntry *owner;
  GtkTextView *employees;
  GtkWidget *days[7];
  SalonValueEntry *from;
  SalonValueEntry *to;
  GPtrArray *chapters;  /* SalonSetupChapter */
  GPtrArray *checks;    /* GtkCheckButton, not owned */
  GtkWidget *create;
  GtkWidget *demo;
  GtkWidget *bring;
  char *list; /* (nullable): path of the list of clients that is brought in afterwards */
};

G_DEFINE_FINAL_TYPE (SalonFirstRunWindow, salon_first_run_window, ADW_TYPE_APPLICATION_WINDOW)

enum { SIGNAL_CREATE, SIGNAL_DEMO, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct {
  const char *code;
  const char *name;
  int vat_bp;
} countries[] = {
  { "LV", N_ ("Latvia"), 2100 },  { "LT", N_ ("Lithuania"), 2100 }, { "EE", N_ ("Estonia"), 2400 },
  { "DE", N_ ("Germany"), 1900 }, { "PL", N_ ("Poland"), 2300 },    { "GB", N_ ("United Kingdom"), 2000 },
  { "IE", N_ ("Ireland"), 2300 }, { "RU", N_ ("Russia"), 2000 },    { "BY", N_ ("Belarus"), 2000 },
  { "KZ", N_ ("Kazakhstan"), 1200 }, { "UA", N_ ("Ukraine"), 2000 },
};

static const char *
language (void)
{
  const char *const *names = g_get_language_names ();

  for (; *names != NULL; names++) {
    if (g_str_has_prefix (*names, "ru"))
      return "ru";
    if (g_str_has_prefix (*names, "lv"))
      return "lv";
    if (g_str_has_prefix (*names, "en"))
      return "en";
  }
  return "en";
}

static void
on_create (GtkButton *button, SalonFirstRunWindow *self)
{
  salon_form_clear_errors (self->form);
  g_signal_emit (self, signals[SIGNAL_CREATE], 0);
}

static void
on_demo (GtkButton *button, SalonFirstRunWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_DEMO], 0);
}

static gboolean
is_filled (GtkEntry *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text != '\0';
}

/* With both names there the salon is made at once; else they are asked for, and the list waits. */
static void
on_list_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonFirstRunWindow) self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (file == NULL)
    return;
  g_free (self->list);
  self->list = g_file_get_path (file);
  name = g_filename_display_basename (self->list);
  label = g_strdup_printf (_("Clients from “%s”"), name);
  gtk_button_set_label (GTK_BUTTON (self->bring), label);
  if (!is_filled (self->name))
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
  else if (!is_filled (self->owner))
    gtk_widget_grab_focus (GTK_WIDGET (self->owner));
  else
    on_create (NULL, self);
}

static void
on_bring (GtkButton *button, SalonFirstRunWindow *self)
{
  salon_compat_choose_file (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("Choose a list of clients"), NULL, NULL,
                            on_list_chosen, g_object_ref (self));
}

static void
salon_first_run_window_finalize (GObject *object)
{
  SalonFirstRunWindow *self = SALON_FIRST_RUN_WINDOW (object);

  g_ptr_array_unref (self->chapters);
  g_ptr_array_unref (self->checks);
  g_free (self->list);
  G_OBJECT_CLASS (salon_first_run_window_parent_class)->finalize (object);
}

static void
salon_first_run_window_class_init (SalonFirstRunWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_first_run_window_finalize;

  /**
   * SalonFirstRunWindow::create: the salon is to be made; see salon_first_run_window_read()
   */
  signals[SIGNAL_CREATE] = g_signal_new ("create", SALON_TYPE_FIRST_RUN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * SalonFirstRunWindow::demo: the demo salon is wanted
   */
  signals[SIGNAL_DEMO] = g_signal_new ("demo", SALON_TYPE_FIRST_RUN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static GtkWidget *
field (SalonFirstRunWindow *self, GtkWidget *box, const char *name, const char *label, GtkWidget *control)
{
  GtkWidget *row = salon_form_field_new (name, label, control);

  gtk_box_append (GTK_BOX (box), row);
  return row;
}

static GtkWidget *
build_country (SalonFirstRunWindow *self)
{
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (i + 1, _(countries[i].name),
                                                              salon_currency_of_country (countries[i].code), SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  self->country = SALON_PICKER (salon_picker_new (_("Country"), _("choose …")));
  salon_picker_set_items (self->country, G_LIST_MODEL (items));
  salon_picker_set_selected (self->country, g_str_equal (language (), "ru") ? 8 : 1);
  return GTK_WIDGET (self->country);
}

static GtkWidget *
build_hours (SalonFirstRunWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *times = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (days, "linked");
  gtk_widget_add_css_class (days, "salon-toggles");
  for (int i = 0; i < 7; i++) {
    self->days[i] = gtk_toggle_button_new_with_label (salon_weekday_short_name (i + 1));
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->days[i]), i < 6);
    gtk_widget_set_hexpand (self->days[i], TRUE);
    salon_set_accessible_label (self->days[i], salon_weekday_name (i + 1));
    gtk_box_append (GTK_BOX (days), self->days[i]);
  }
  self->from = SALON_VALUE_ENTRY (salon_time_entry_new ());
  self->to = SALON_VALUE_ENTRY (salon_time_entry_new ());
  salon_value_entry_set_value (self->from, 9 * 60);
  salon_value_entry_set_value (self->to, 20 * 60);
  salon_value_entry_set_label (self->from, _("Opens at"));
  salon_value_entry_set_label (self->to, _("Closes at"));
  gtk_box_append (GTK_BOX (times), GTK_WIDGET (self->from));
  gtk_box_append (GTK_BOX (times), salon_label_new ("–", NULL));
  gtk_box_append (GTK_BOX (times), GTK_WIDGET (self->to));
  gtk_box_append (GTK_BOX (box), days);
  gtk_box_append (GTK_BOX (box), times);
  return box;
}

static GtkWidget *
build_employees (SalonFirstRunWindow *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->employees = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (self->employees, FALSE);
  gtk_text_view_set_left_margin (self->employees, 8);
  gtk_text_view_set_top_margin (self->employees, 6);
  salon_set_accessible_label (self->employees, _("Employees, one a line"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->employees));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll), 72);
  gtk_widget_add_css_class (scroll, "salon-text-box");
  return scroll;
}

static GtkWidget *
build_chapters (SalonFirstRunWindow *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  for (guint i = 0; i < self->chapters->len; i++) {
    const SalonSetupChapter *chapter = self->chapters->pdata[i];
    g_autofree char *label = g_strdup_printf ("%s (%u)", chapter->name, chapter->n_services);
    GtkWidget *check = gtk_check_button_new_with_label (label);

    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    g_ptr_array_add (self->checks, check);
    gtk_flow_box_append (GTK_FLOW_BOX (flow), check);
  }
  return flow;
}

/* Two fields side by side. */
static GtkWidget *
add_pair (GtkWidget *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (form), box);
  return box;
}

static GtkWidget *
build_form (SalonFirstRunWindow *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *names = add_pair (form);
  GtkWidget *place = add_pair (form);
  GtkWidget *work = add_pair (form);

  self->name = GTK_ENTRY (gtk_entry_new ());
  self->phone = GTK_ENTRY (gtk_entry_new ());
  self->owner = GTK_ENTRY (gtk_entry_new ());
  field (self, names, "name", _("Name of the salon"), GTK_WIDGET (self->name));
  field (self, names, "owner", _("Your name"), GTK_WIDGET (self->owner));
  field (self, place, "country", _("Country"), build_country (self));
  field (self, place, "phone", _("Phone of the salon"), GTK_WIDGET (self->phone));
  field (self, work, "hours", C_ ("salon", "Open"), build_hours (self));
  field (self, work, "employees", _("Employees, one a line"), build_employees (self));
  field (self, form, "chapters", _("Services from the ready catalogue"), build_chapters (self));
  return form;
}

static GtkWidget *
build_buttons (SalonFirstRunWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->demo = gtk_button_new_with_label (_("Look at the demo salon"));
  self->create = gtk_button_new_with_label (_("Begin"));
  gtk_widget_add_css_class (self->create, "suggested-action");
  gtk_widget_add_css_class (self->demo, "salon-outlined");
  gtk_widget_add_css_class (box, "salon-verbs");
  gtk_widget_add_css_class (box, "salon-bottom-bar");
  self->bring = gtk_button_new_with_label (_("Bring my clients from Excel …"));
  gtk_widget_add_css_class (self->bring, "salon-outlined");
  gtk_widget_set_hexpand (self->bring, TRUE);
  gtk_widget_set_halign (self->bring, GTK_ALIGN_START);
  g_signal_connect (self->bring, "clicked", G_CALLBACK (on_bring), self);
  g_signal_connect (self->create, "clicked", G_CALLBACK (on_create), self);
  g_signal_connect (self->demo, "clicked", G_CALLBACK (on_demo), self);
  gtk_box_append (GTK_BOX (box), self->demo);
  gtk_box_append (GTK_BOX (box), self->bring);
  gtk_box_append (GTK_BOX (box), self->create);
  return box;
}

static void
salon_first_run_window_init (SalonFirstRunWindow *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->chapters = salon_setup_chapters (language ());
  self->checks = g_ptr_array_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon");
  gtk_window_set_title (GTK_WINDOW (self), _("Salon Desk"));
  gtk_window_set_default_size (GTK_WINDOW (self), 780, 700);
  self->form = build_form (self);
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("Welcome to Salon Desk"), "salon-title"));
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("Two names are enough to begin; everything can be changed later."),
                                                          "salon-secondary"));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), scroll);
  gtk_box_append (GTK_BOX (outer), build_buttons (self));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), outer);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/**
 * salon_first_run_window_new:
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
salon_first_run_window_new (GtkApplication *app)
{
  return g_object_new (SALON_TYPE_FIRST_RUN_WINDOW, "application", app, NULL);
}

static GStrv
read_employees (SalonFirstRunWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->employees);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strsplit (text, "\n", -1);
}

static GStrv
read_chapters (SalonFirstRunWindow *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_add (keys, ((SalonSetupChapter *) self->chapters->pdata[i])->key);
  return g_strv_builder_end (keys);
}

/**
 * salon_first_run_window_read:
 *
 * Returns: (transfer full): what was typed, to be checked by the setup itself
 */
SalonSetupRequest *
salon_first_run_window_read (SalonFirstRunWindow *self)
{
  gint64 country = salon_picker_get_selected (self->country);
  guint index = country > 0 ? (guint) country - 1 : 0;
  SalonSettings *settings = salon_settings_new ();
  SalonSetupRequest *request = NULL;

  settings->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  settings->country = g_strdup (countries[index].code);
  settings->currency = g_strdup (salon_currency_of_country (countries[index].code));
  settings->phone = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->phone)));
  settings->language = g_strdup (language ());
  settings->vat_bp = countries[index].vat_bp;
  request = salon_setup_request_new (settings);
  request->owner = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->owner))));
  request->employees = read_employees (self);
  request->chapters = read_chapters (self);
  for (int i = 0; i < 7; i++)
    request->open[i] = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->days[i]));
  request->from_min = (int) salon_value_entry_get_value (self->from);
  request->to_min = (int) salon_value_entry_get_value (self->to);
  return request;
}

/**
 * salon_first_run_window_get_list:
 *
 * Returns: (transfer none) (nullable): the list of clients that is to be brought in once the salon is made
 */
const char *
salon_first_run_window_get_list (SalonFirstRunWindow *self)
{
  return self->list;
}

/**
 * salon_first_run_window_set_error: marks the field that was refused
 */
void
salon_first_run_window_set_error (SalonFirstRunWindow *self, const GError *error)
{
  salon_first_run_window_set_busy (self, FALSE);
  if (!salon_form_mark (self->form, error))
    salon_compat_confirm (GTK_WINDOW (self), _("The salon cannot be made"), error->message, _("Close"), FALSE, NULL, NULL);
}

/**
 * salon_first_run_window_set_busy: while the salon is being made nothing can be pressed twice
 */
void
salon_first_run_window_set_busy (SalonFirstRunWindow *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->create, !busy);
  gtk_widget_set_sensitive (self->demo, !busy);
  gtk_widget_set_sensitive (self->bring, !busy);
  gtk_button_set_label (GTK_BUTTON (self->demo), busy ? _("One moment …") : _("Look at the demo salon"));
}
