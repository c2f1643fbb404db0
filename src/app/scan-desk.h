#pragma once
/* What the window does with a code that was scanned. */
#include "app/window.h"

G_BEGIN_DECLS

#define SALON_TYPE_SCAN_DESK (salon_scan_desk_get_type ())
G_DECLARE_FINAL_TYPE (SalonScanDesk, salon_scan_desk, SALON, SCAN_DESK, GObject)

SalonScanDesk *salon_scan_desk_new (SalonWindow *window, SalonSession *session);
void salon_scan_desk_take (SalonScanDesk *self, const char *code, GtkWindow *from);

G_END_DECLS
