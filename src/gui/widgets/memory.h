#pragma once
/* What is remembered of the window on this PC: GSettings, if they are installed. */
#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *salon_memory_open (void);

G_END_DECLS
