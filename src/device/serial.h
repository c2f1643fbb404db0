#pragma once
/* A scanner at a serial port: it sends lines. */
#include <gio/gio.h>

G_BEGIN_DECLS

#define SALON_TYPE_SERIAL (salon_serial_get_type ())
G_DECLARE_FINAL_TYPE (SalonSerial, salon_serial, SALON, SERIAL, GObject)

SalonSerial *salon_serial_new (const char *path);
gboolean salon_serial_open (SalonSerial *self, GError **error);
gboolean salon_serial_is_open (SalonSerial *self);
char **salon_serial_list (void);

G_END_DECLS
