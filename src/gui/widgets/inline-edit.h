#pragma once
/* Text that is edited where it stands. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_INLINE_EDIT (salon_inline_edit_get_type ())
G_DECLARE_FINAL_TYPE (SalonInlineEdit, salon_inline_edit, SALON, INLINE_EDIT, GtkWidget)

GtkWidget *salon_inline_edit_new (const char *label, const char *placeholder, gboolean multiline);
void salon_inline_edit_set_text (SalonInlineEdit *self, const char *text);
const char *salon_inline_edit_get_text (SalonInlineEdit *self);
void salon_inline_edit_set_display (SalonInlineEdit *self, const char *display);
void salon_inline_edit_set_wrap (SalonInlineEdit *self);
void salon_inline_edit_set_breakable (SalonInlineEdit *self, int n_chars);
void salon_inline_edit_set_least_chars (SalonInlineEdit *self, int n_chars);
void salon_inline_edit_start (SalonInlineEdit *self);
void salon_inline_edit_stop (SalonInlineEdit *self);
gboolean salon_inline_edit_is_editing (SalonInlineEdit *self);
char *salon_inline_edit_dup_draft (SalonInlineEdit *self);
void salon_inline_edit_set_error (SalonInlineEdit *self, const char *sentence);
void salon_inline_edit_reopen (SalonInlineEdit *self, const char *draft, const char *sentence);

G_END_DECLS
