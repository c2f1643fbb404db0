#pragma once
/* The scanner that types: it is heard in every window of the program, whatever has the focus. */
#include "device/wedge.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCANNER (salon_scanner_get_type ())
G_DECLARE_FINAL_TYPE (SalonScanner, salon_scanner, SALON, SCANNER, GObject)

SalonScanner *salon_scanner_new (void);

G_END_DECLS
