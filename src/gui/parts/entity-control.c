/* One control for each kind of question: made, filled from an entity, read back into one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/entity-control.h"
#include "gui/widgets/build.h"
#include "gui/widgets/color-row.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/time-entry.h"

typedef struct {
  SalonAnswered answered;
  gpointer data;
} Watch;

static GtkWidget *
lines_new (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (scroller, "salon-lines-field");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 72);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}

static GtkTextBuffer *
lines_buffer (GtkWidget *control)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (control))));
}

static void
set_label (GtkWidget *control, const SalonAsk *ask)
{
  if (SALON_IS_VALUE_ENTRY (control))
    salon_value_entry_set_label (SALON_VALUE_ENTRY (control), _(ask->label));
  else if (ask->kind == SALON_ASK_LINES)
    salon_set_accessible_label (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (control)), _(ask->label));
  else
    salon_set_accessible_label (control, _(ask->label));
}

/* As narrow as half a line of a small card may be. */
static GtkWidget *
text_new (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  return entry;
}

/* What it says goes on in the next line. */
static GtkWidget *
create_tick (const char *text)
{
  GtkWidget *tick = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (tick), salon_wrapped_label_new (text, NULL));
  salon_set_accessible_label (tick, text);
  return tick;
}

static GtkWidget *
create (const SalonAsk *ask, SalonSession *session)
{
  switch (ask->kind) {
  case SALON_ASK_LINES:
    return lines_new ();
  case SALON_ASK_NUMBER:
    return salon_number_entry_new (ask->unit != NULL ? _(ask->unit) : NULL, 0);
  case SALON_ASK_DURATION:
    return salon_duration_entry_new ();
  case SALON_ASK_MONEY:
    return salon_money_entry_new (salon_directory_currency (salon_directory_of (session)));
  case SALON_ASK_PERCENT:
    return salon_number_entry_new ("%", 2);
  case SALON_ASK_DAY:
    return salon_date_entry_new (salon_clock_today (salon_session_clock (session)));
  case SALON_ASK_TIME:
    return salon_time_entry_new ();
  case SALON_ASK_PICK:
    return salon_picker_new (_(ask->label), "—");
  case SALON_ASK_COLOR:
    return salon_color_row_new ();
  case SALON_ASK_YES_NO:
    return create_tick (_(ask->label));
  case SALON_ASK_TEXT:
  default:
    return text_new ();
  }
}

/**
 * salon_entity_control_new:
 *
 * Returns: (transfer floating): an empty control for @ask
 */
GtkWidget *
salon_entity_control_new (const SalonAsk *ask, SalonSession *session)
{
  GtkWidget *control = create (ask, session);

  set_label (control, ask);
  salon_entity_control_renew (control, ask, salon_directory_of (session));
  return control;
}

/**
 * salon_entity_control_renew: what can be picked, and the currency, as they are now
 */
void
salon_entity_control_renew (GtkWidget *control, const SalonAsk *ask, SalonDirectory *directory)
{
  if (ask->kind == SALON_ASK_MONEY)
    salon_money_entry_set_currency (SALON_MONEY_ENTRY (control), salon_directory_currency (directory));
  if (ask->items != NULL && salon_directory_is_ready (directory)) {
    g_autoptr (GListModel) items = ask->items (directory);

    salon_picker_set_items (SALON_PICKER (control), items);
  }
}

/* ---- when it is answered */

static void
on_leave (GtkEventControllerFocus *focus, Watch *watch)
{
  watch->answered (watch->data);
}

static void
on_activate (GtkEntry *entry, Watch *watch)
{
  watch->answered (watch->data);
}

static void
on_notify (GtkWidget *control, GParamSpec *pspec, Watch *watch)
{
  watch->answered (watch->data);
}

static void
watch_entry (GtkWidget *control, GtkEntry *entry, Watch *watch)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), watch);
  gtk_widget_add_controller (control, focus);
  if (entry != NULL)
    g_signal_connect_after (entry, "activate", G_CALLBACK (on_activate), watch);
}

/**
 * salon_entity_control_watch:
 * @answered: called when the field is left or Enter is pressed in it, and at once for choices; as long as
 *   the control lives
 */
void
salon_entity_control_watch (GtkWidget *control, const SalonAsk *ask, SalonAnswered answered, gpointer data)
{
  Watch *watch = g_new (Watch, 1);

  *watch = (Watch){ answered, data };
  g_object_set_data_full (G_OBJECT (control), "salon-watch", watch, g_free);
  if (ask->kind == SALON_ASK_PICK)
    g_signal_connect (control, "notify::selected", G_CALLBACK (on_notify), watch);
  else if (ask->kind == SALON_ASK_COLOR)
    g_signal_connect (control, "notify::rgb", G_CALLBACK (on_notify), watch);
  else if (ask->kind == SALON_ASK_YES_NO)
    g_signal_connect (control, "notify::active", G_CALLBACK (on_notify), watch);
  else if (SALON_IS_VALUE_ENTRY (control))
    watch_entry (control, salon_value_entry_get_entry (SALON_VALUE_ENTRY (control)), watch);
  else
    watch_entry (control, GTK_IS_ENTRY (control) ? GTK_ENTRY (control) : NULL, watch);
}

/* ---- values */

/* A number that may be missing is kept as 0, a day as "no day". */
static gint64
shown_number (const SalonAsk *ask, gint64 value)
{
  if (ask->kind == SALON_ASK_DAY)
    return value == 0 || value == SALON_DAY_NONE ? SALON_VALUE_NONE : value;
  return value;
}

static void
show_text (GtkWidget *control, const SalonAsk *ask, const char *text)
{
  if (ask->kind == SALON_ASK_LINES)
    gtk_text_buffer_set_text (lines_buffer (control), text != NULL ? text : "", -1);
  else
    salon_editable_set_text (GTK_EDITABLE (control), text);
}

/**
 * salon_entity_control_show: fills the control from its field of @entity
 */
void
salon_entity_control_show (GtkWidget *control, const SalonAsk *ask, gpointer entity)
{
  const SalonField *field = salon_entity_info_find (salon_entity_info (entity), ask->field);

  if (ask->kind == SALON_ASK_TEXT || ask->kind == SALON_ASK_LINES)
    show_text (control, ask, salon_entity_get_text (entity, field));
  else if (ask->kind == SALON_ASK_PICK)
    salon_picker_set_selected (SALON_PICKER (control), salon_entity_get_int (entity, field));
  else if (ask->kind == SALON_ASK_COLOR)
    salon_color_row_set_rgb (SALON_COLOR_ROW (control), (guint32) salon_entity_get_int (entity, field));
  else if (ask->kind == SALON_ASK_YES_NO)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (control), salon_entity_get_int (entity, field) != 0);
  else
    salon_value_entry_set_value (SALON_VALUE_ENTRY (control), shown_number (ask, salon_entity_get_int (entity, field)));
}

static char *
read_text (GtkWidget *control, const SalonAsk *ask)
{
  g_autofree char *text = NULL;

  if (ask->kind == SALON_ASK_LINES)
    g_object_get (lines_buffer (control), "text", &text, NULL);
  else
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (control)));
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * salon_entity_control_read:
 * @entity: gets what stands in the control
 *
 * Returns: %FALSE when it cannot be read; the control says why by itself
 */
gboolean
salon_entity_control_read (GtkWidget *control, const SalonAsk *ask, gpointer entity, GError **error)
{
  const SalonField *field = salon_entity_info_find (salon_entity_info (entity), ask->field);
  gint64 value = 0;

  if (ask->kind == SALON_ASK_TEXT || ask->kind == SALON_ASK_LINES) {
    salon_entity_take_text (entity, field, read_text (control, ask));
    return TRUE;
  }
  if (ask->kind == SALON_ASK_PICK)
    value = salon_picker_get_selected (SALON_PICKER (control));
  else if (ask->kind == SALON_ASK_COLOR)
    value = salon_color_row_get_rgb (SALON_COLOR_ROW (control));
  else if (ask->kind == SALON_ASK_YES_NO)
    value = gtk_check_button_get_active (GTK_CHECK_BUTTON (control));
  else if (!salon_value_entry_read (SALON_VALUE_ENTRY (control), &value, error))
    return FALSE;
  salon_entity_put_int (entity, field, value != SALON_VALUE_NONE ? value : 0);
  return TRUE;
}
