#pragma once
/* A field for the number of a card: typed, or read by a scanner while it has the focus. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCAN_ENTRY (salon_scan_entry_get_type ())
G_DECLARE_FINAL_TYPE (SalonScanEntry, salon_scan_entry, SALON, SCAN_ENTRY, GtkWidget)

GtkWidget *salon_scan_entry_new (const char *label);
const char *salon_scan_entry_get_text (SalonScanEntry *self);
void salon_scan_entry_clear (SalonScanEntry *self);

G_END_DECLS
