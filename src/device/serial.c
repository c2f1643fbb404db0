/* Read as events come, never waiting.  A line ends with CR, LF or both; what is no visible ASCII is left out.  9600 baud, eight
 * bits, no parity: what scanners are delivered with; those at USB do not care. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/error.h"
#include "device/serial.h"

#define MOST_LINE 512

struct _SalonSerial {
  GObject parent_instance;
  char *path;
  int descriptor; /* -1 = closed */
  guint source;
  GString *line;
};

G_DEFINE_FINAL_TYPE (SalonSerial, salon_serial, G_TYPE_OBJECT)

enum { SIGNAL_LINE, SIGNAL_CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
close_port (SalonSerial *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->descriptor >= 0)
    close (self->descriptor);
  self->descriptor = -1;
  g_string_truncate (self->line, 0);
}

/* A line that is too long is none: its end is waited for. */
static void
end_line (SalonSerial *self)
{
  g_autofree char *line = NULL;
  gboolean whole = self->line->len > 0 && self->line->len < MOST_LINE;

  if (whole)
    line = g_strdup (self->line->str);
  g_string_truncate (self->line, 0);
  if (whole)
    g_signal_emit (self, signals[SIGNAL_LINE], 0, line);
}

static void
take_bytes (SalonSerial *self, const char *bytes, gssize n)
{
  for (gssize i = 0; i < n; i++) {
    if (bytes[i] == '\r' || bytes[i] == '\n')
      end_line (self);
    else if (g_ascii_isprint (bytes[i]) && self->line->len < MOST_LINE)
      g_string_append_c (self->line, bytes[i]);
  }
}

/* The cable was pulled out. */
static gboolean
lose (SalonSerial *self)
{
  self->source = 0;
  close_port (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
on_bytes (int descriptor, GIOCondition condition, gpointer data)
{
  g_autoptr (SalonSerial) self = g_object_ref (data);
  char bytes[256];
  gssize n = 0;

  while (self->descriptor >= 0 && (n = read (self->descriptor, bytes, sizeof bytes)) > 0)
    take_bytes (self, bytes, n);
  if (self->descriptor < 0)
    return G_SOURCE_REMOVE;
  if (n < 0 && (errno == EAGAIN || errno == EINTR) && (condition & (G_IO_HUP | G_IO_ERR)) == 0)
    return G_SOURCE_CONTINUE;
  return lose (self);
}

static void
set_raw (int descriptor)
{
  struct termios mode;

  if (tcgetattr (descriptor, &mode) != 0)
    return;
  cfmakeraw (&mode);
  cfsetispeed (&mode, B9600);
  cfsetospeed (&mode, B9600);
  mode.c_cflag |= CLOCAL | CREAD;
  tcsetattr (descriptor, TCSANOW, &mode);
}

/**
 * salon_serial_open:
 * @error: %SALON_ERROR_IO with the reason
 *
 * Returns: whether the port is read from now on
 */
gboolean
salon_serial_open (SalonSerial *self, GError **error)
{
  close_port (self);
  self->descriptor = open (self->path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (self->descriptor >= 0 && !isatty (self->descriptor)) {
    close_port (self);
    errno = ENOTTY;
  }
  if (self->descriptor < 0) {
    salon_set_error (error, SALON_ERROR_IO, _("The scanner at %s cannot be read: %s."), self->path, g_strerror (errno));
    return FALSE;
  }
  set_raw (self->descriptor);
  self->source = g_unix_fd_add (self->descriptor, G_IO_IN | G_IO_HUP | G_IO_ERR, on_bytes, self);
  return TRUE;
}

/**
 * salon_serial_is_open:
 *
 * Returns: whether the port is read
 */
gboolean
salon_serial_is_open (SalonSerial *self)
{
  return self->descriptor >= 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * salon_serial_list:
 *
 * Returns: (transfer full): the ports at USB and Bluetooth, sorted; those that every PC has and nobody uses are left out
 */
char **
salon_serial_list (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/dev", 0, NULL);
  GPtrArray *found = g_ptr_array_new ();
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, "ttyUSB") || g_str_has_prefix (name, "ttyACM") || g_str_has_prefix (name, "rfcomm"))
      g_ptr_array_add (found, g_build_filename ("/dev", name, NULL));
  g_ptr_array_sort (found, compare);
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (found, FALSE);
}

/* ---- object */

static void
salon_serial_finalize (GObject *object)
{
  SalonSerial *self = SALON_SERIAL (object);

  close_port (self);
  g_string_free (self->line, TRUE);
  g_free (self->path);
  G_OBJECT_CLASS (salon_serial_parent_class)->finalize (object);
}

static void
salon_serial_class_init (SalonSerialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_serial_finalize;

  /**
   * SalonSerial::line:
   * @text: that the scanner has sent
   */
  signals[SIGNAL_LINE] = g_signal_new ("line", SALON_TYPE_SERIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SalonSerial::closed: the scanner was taken away
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_SERIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_serial_init (SalonSerial *self)
{
  self->descriptor = -1;
  self->line = g_string_new (NULL);
}

/**
 * salon_serial_new:
 * @path: of the port, as "/dev/ttyACM0"
 *
 * Returns: (transfer full): it is not read yet
 */
SalonSerial *
salon_serial_new (const char *path)
{
  SalonSerial *self = g_object_new (SALON_TYPE_SERIAL, NULL);

  self->path = g_strdup (path);
  return self;
}
