/* A scanner at a serial port: one end of a pseudo terminal. */
#include "base/error.h"
#include "device/serial.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  int other; /* the scanner's end */
  SalonSerial *serial;
  GPtrArray *lines;
  gboolean closed;
} Port;

static void
on_line (SalonSerial *serial, const char *text, Port *port)
{
  g_ptr_array_add (port->lines, g_strdup (text));
}

static void
on_closed (SalonSerial *serial, Port *port)
{
  port->closed = TRUE;
}

static void
set_up (Port *port, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  port->other = posix_openpt (O_RDWR | O_NOCTTY);
  g_assert_cmpint (port->other, >=, 0);
  g_assert_cmpint (grantpt (port->other), ==, 0);
  g_assert_cmpint (unlockpt (port->other), ==, 0);
  port->lines = g_ptr_array_new_with_free_func (g_free);
  port->serial = salon_serial_new (ptsname (port->other));
  g_signal_connect (port->serial, "line", G_CALLBACK (on_line), port);
  g_signal_connect (port->serial, "closed", G_CALLBACK (on_closed), port);
  salon_serial_open (port->serial, &error);
  g_assert_no_error (error);
}

static void
tear_down (Port *port, gconstpointer data)
{
  g_object_unref (port->serial);
  g_ptr_array_unref (port->lines);
  if (port->other >= 0)
    close (port->other);
}

static void
send (Port *port, const char *bytes)
{
  g_assert_cmpint (write (port->other, bytes, strlen (bytes)), ==, (gssize) strlen (bytes));
}

static void
wait_for_lines (Port *port, guint n)
{
  while (port->lines->len < n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (port->lines->len, ==, n);
}

static void
test_lines (Port *port, gconstpointer data)
{
  send (port, "2012345678903\r\n");
  send (port, "47501");
  wait_for_lines (port, 1);
  send (port, "23456784\r4750999\n\n\r");
  wait_for_lines (port, 3);
  g_assert_cmpstr (port->lines->pdata[0], ==, "2012345678903");
  g_assert_cmpstr (port->lines->pdata[1], ==, "4750123456784");
  g_assert_cmpstr (port->lines->pdata[2], ==, "4750999");
}

/* What is no character is left out; what never ends is no code. */
static void
test_noise (Port *port, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (600, '7');

  send (port, "\002 ABC\003-1\r");
  wait_for_lines (port, 1);
  g_assert_cmpstr (port->lines->pdata[0], ==, " ABC-1");
  send (port, endless);
  send (port, "\rB2\r");
  wait_for_lines (port, 2);
  g_assert_cmpstr (port->lines->pdata[1], ==, "B2");
}

static void
test_pulled_out (Port *port, gconstpointer data)
{
  send (port, "half");
  close (port->other);
  port->other = -1;
  while (!port->closed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (salon_serial_is_open (port->serial));
  g_assert_cmpuint (port->lines->len, ==, 0);
}

static void
test_refused (void)
{
  static const char *const paths[] = { "/nowhere/ttyS0", "/dev/null" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (SalonSerial) serial = salon_serial_new (paths[i]);
    g_autoptr (GError) error = NULL;

    g_assert_false (salon_serial_open (serial, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_IO);
    g_assert_nonnull (strstr (error->message, paths[i]));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/serial/lines", Port, NULL, set_up, test_lines, tear_down);
  g_test_add ("/serial/noise", Port, NULL, set_up, test_noise, tear_down);
  g_test_add ("/serial/pulled-out", Port, NULL, set_up, test_pulled_out, tear_down);
  g_test_add_func ("/serial/refused", test_refused);
  return g_test_run ();
}
