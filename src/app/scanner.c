/* Each window's keys are looked at before anything in it sees them.  The first keys of a code go on, since nobody can know
 * yet; when it is known, the fields are as they were before, and the rest goes nowhere. */
#include "config.h"

#include "app/scanner.h"
#include "device/serial.h"
#include "gui/widgets/field-memory.h"
#include "gui/widgets/memory.h"

struct _SalonScanner {
  GObject parent_instance;
  GSettings *settings;
  SalonWedge *wedge;        /* NULL = nothing is listened for */
  SalonFieldMemory *memory; /* of the window in which a code may have begun */
  GtkWindow *window;        /* it; weak */
  guint pause_source;
  GdkEvent *event;          /* the last one: a popover and its window may both see it */
  SalonSerial *serial; /* NULL = no scanner at a serial port */
  guint retry_source;
};

G_DEFINE_FINAL_TYPE (SalonScanner, salon_scanner, G_TYPE_OBJECT)

enum { SIGNAL_SCANNED, N_SIGNALS };
static guint signals[N_SIGNALS];

#define WATCHED       "salon-scanner-watched"
#define RETRY_SECONDS 5

/* ---- codes */

/* @code: (transfer full) (nullable) */
static void
tell (SalonScanner *self, char *code)
{
  g_autofree char *text = code;
  g_autoptr (GtkWindow) window = self->window != NULL ? g_object_ref (self->window) : NULL;

  if (text != NULL && window != NULL)
    g_signal_emit (self, signals[SIGNAL_SCANNED], 0, text, window);
}

static gboolean
on_pause (gpointer data)
{
  SalonScanner *self = data;

  self->pause_source = 0;
  if (self->memory != NULL)
    salon_field_memory_settle (self->memory);
  g_clear_pointer (&self->memory, salon_field_memory_free);
  tell (self, salon_wedge_end (self->wedge));
  return G_SOURCE_REMOVE;
}

/* Of a lower order than events: what waits to be read came before. */
static void
wait_for_pause (SalonScanner *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, salon_wedge_get_pause (self->wedge) + 1, on_pause, self, NULL);
}

/* ---- keys */

static SalonWedgeMods
mods_of (GdkModifierType state)
{
  SalonWedgeMods mods = 0;

  if ((state & GDK_SHIFT_MASK) != 0)
    mods |= SALON_WEDGE_SHIFT;
  if ((state & GDK_ALT_MASK) != 0)
    mods |= SALON_WEDGE_ALT;
  if ((state & (GDK_CONTROL_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)) != 0)
    mods |= SALON_WEDGE_OTHER;
  return mods;
}

static void
begin (SalonScanner *self, GtkWindow *window)
{
  g_clear_pointer (&self->memory, salon_field_memory_free);
  g_set_weak_pointer (&self->window, window);
  self->memory = salon_field_memory_new (window);
}

static gboolean
is_new (SalonScanner *self, GtkEventController *keys)
{
  GdkEvent *event = gtk_event_controller_get_current_event (keys);
  gboolean same = event == self->event;

  if (!same) {
    g_clear_pointer (&self->event, gdk_event_unref);
    self->event = gdk_event_ref (event);
  }
  return !same;
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonScanner *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  SalonWedgeKey key = { FALSE, FALSE, 0, NULL };

  if (self->wedge == NULL || !is_new (self, GTK_EVENT_CONTROLLER (keys)))
    return FALSE;
  key = salon_wedge_press (self->wedge, keycode, mods_of (state), gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (keys)));
  tell (self, key.scan);
  if (key.first)
    begin (self, GTK_WINDOW (gtk_widget_get_root (widget)));
  if (key.leaked > 0 && self->memory != NULL)
    salon_field_memory_restore (self->memory);
  wait_for_pause (self);
  return key.take;
}

static void
on_key_released (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonScanner *self)
{
  if (self->wedge != NULL && is_new (self, GTK_EVENT_CONTROLLER (keys)))
    salon_wedge_release (self->wedge, keycode, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (keys)));
}

/* ---- windows */

/* @top: a window or a popover */
static void
listen (SalonScanner *self, GtkWidget *top)
{
  GtkEventController *keys = NULL;

  if (g_object_get_data (G_OBJECT (top), WATCHED) != NULL)
    return;
  g_object_set_data (G_OBJECT (top), WATCHED, self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (on_key_released), self, 0);
  gtk_widget_add_controller (top, keys);
}

/* A popover that has taken the keys for itself lets its window see none. */
static void
on_focus (GtkWindow *window, GParamSpec *pspec, SalonScanner *self)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover != NULL)
    listen (self, popover);
}

static void
watch (SalonScanner *self, GtkWidget *window)
{
  if (g_object_get_data (G_OBJECT (window), WATCHED) != NULL)
    return;
  listen (self, window);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (on_focus), self, 0);
}

static void
on_windows (GListModel *windows, guint position, guint removed, guint added, SalonScanner *self)
{
  for (guint i = position; i < position + added; i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    watch (self, window);
  }
}

/* ---- serial port */

static void
on_line (SalonSerial *serial, const char *text, SalonScanner *self)
{
  GApplication *app = g_application_get_default ();
  GtkWindow *window = GTK_IS_APPLICATION (app) ? gtk_application_get_active_window (GTK_APPLICATION (app)) : NULL;

  if (window != NULL)
    g_signal_emit (self, signals[SIGNAL_SCANNED], 0, text, window);
}

static gboolean
on_retry (gpointer data)
{
  SalonScanner *self = data;

  if (!salon_serial_open (self->serial, NULL))
    return G_SOURCE_CONTINUE;
  self->retry_source = 0;
  return G_SOURCE_REMOVE;
}

/* It was pulled out, or is not there yet. */
static void
wait_for_port (SalonSerial *serial, SalonScanner *self)
{
  if (self->retry_source == 0)
    self->retry_source = g_timeout_add_seconds (RETRY_SECONDS, on_retry, self);
}

static void
open_port (SalonScanner *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "scanner-port");

  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_clear_object (&self->serial);
  if (*path == '\0')
    return;
  self->serial = salon_serial_new (path);
  g_signal_connect_object (self->serial, "line", G_CALLBACK (on_line), self, 0);
  g_signal_connect_object (self->serial, "closed", G_CALLBACK (wait_for_port), self, 0);
  if (!salon_serial_open (self->serial, NULL))
    wait_for_port (self->serial, self);
}

/* ---- settings */

static void
on_settings (GSettings *settings, const char *key, SalonScanner *self)
{
  g_autofree char *prefix = g_settings_get_string (settings, "scanner-prefix");
  g_autofree char *suffix = g_settings_get_string (settings, "scanner-suffix");
  SalonWedgeOptions options = { prefix, suffix, g_settings_get_uint (settings, "scanner-gap"), g_settings_get_uint (settings, "scanner-length") };

  if (key != NULL && !g_str_has_prefix (key, "scanner-"))
    return;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_pointer (&self->memory, salon_field_memory_free);
  g_clear_pointer (&self->wedge, salon_wedge_free);
  if (g_settings_get_boolean (settings, "scanner-keyboard"))
    self->wedge = salon_wedge_new (&options);
  if (key == NULL || g_str_equal (key, "scanner-port"))
    open_port (self);
}

/* ---- object */

static void
salon_scanner_dispose (GObject *object)
{
  SalonScanner *self = SALON_SCANNER (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_clear_object (&self->serial);
  g_clear_pointer (&self->memory, salon_field_memory_free);
  g_clear_pointer (&self->wedge, salon_wedge_free);
  g_clear_pointer (&self->event, gdk_event_unref);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (salon_scanner_parent_class)->dispose (object);
}

static void
salon_scanner_class_init (SalonScannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_scanner_dispose;

  /**
   * SalonScanner::scanned:
   * @code: without what the scanner adds
   * @window: in which it was scanned
   */
  signals[SIGNAL_SCANNED] = g_signal_new ("scanned", SALON_TYPE_SCANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                          G_TYPE_STRING, GTK_TYPE_WINDOW);
}

static void
salon_scanner_init (SalonScanner *self)
{
}

/**
 * salon_scanner_new:
 *
 * Returns: (transfer full): hears the scanner in every window of the program, those that are still to come, too
 */
SalonScanner *
salon_scanner_new (void)
{
  SalonScanner *self = g_object_new (SALON_TYPE_SCANNER, NULL);
  GListModel *windows = gtk_window_get_toplevels ();

  self->settings = salon_memory_open ();
  if (self->settings != NULL) {
    g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_settings), self, 0);
    on_settings (self->settings, NULL, self);
  } else {
    self->wedge = salon_wedge_new (NULL);
  }
  g_signal_connect_object (windows, "items-changed", G_CALLBACK (on_windows), self, 0);
  on_windows (windows, 0, 0, g_list_model_get_n_items (windows), self);
  return self;
}
