#pragma once
/* The apostrophe before texts that a spreadsheet would take for a formula, in files that hold nothing but text. */
#include <glib.h>

G_BEGIN_DECLS

gboolean salon_guard_is_needed (const char *text);
const char *salon_guard_take_off (const char *text);

G_END_DECLS
