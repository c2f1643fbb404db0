/* One phone number of a client.  Any writing is accepted; what is shown is the number as people read it. */
#include "config.h"
#include "gui/widgets/phone-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/inline-edit.h"
#include "gui/widgets/shell.h"
#include <glib/gi18n-lib.h>

#define MAX_WHOLE 20 /* characters of a number that are never cut */

struct _SalonPhoneRow {
  GtkWidget parent_instance;

  gint64 id; /* 0 = not saved yet */
  char *e164;
  SalonInlineEdit *number;
  SalonInlineEdit *whose;
  GtkWidget *call;
  GtkWidget *copy;
  GtkWidget *remove;
  gboolean saved;
  gboolean editable;
};

enum { COMMIT, REMOVED, EDITING_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonPhoneRow, salon_phone_row, GTK_TYPE_WIDGET)

static gboolean
on_commit_number (SalonInlineEdit *edit, const char *text, SalonPhoneRow *self)
{
  gboolean accepted = FALSE;

  g_signal_emit (self, signals[COMMIT], 0, text, salon_inline_edit_get_text (self->whose), &accepted);
  return accepted;
}

static gboolean
on_commit_whose (SalonInlineEdit *edit, const char *text, SalonPhoneRow *self)
{
  gboolean accepted = FALSE;

  g_signal_emit (self, signals[COMMIT], 0, salon_inline_edit_get_text (self->number), text, &accepted);
  return accepted;
}

static void
on_editing (SalonInlineEdit *edit, GParamSpec *spec, SalonPhoneRow *self)
{
  g_signal_emit (self, signals[EDITING_CHANGED], 0);
}

static void
on_call (GtkButton *button, SalonPhoneRow *self)
{
  g_autofree char *uri = g_strconcat ("tel:", self->e164, NULL);

  salon_compat_open_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri);
}

static void
on_copy (GtkButton *button, SalonPhoneRow *self)
{
  const char *number = self->e164 != NULL ? self->e164 : salon_inline_edit_get_text (self->number);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), number);
  salon_shell_toast (GTK_WIDGET (self), _("Phone copied."));
}

static void
on_remove (GtkButton *button, SalonPhoneRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
update_editable (SalonPhoneRow *self)
{
  gboolean has_whose = *salon_inline_edit_get_text (self->whose) != '\0';

  gtk_widget_set_sensitive (GTK_WIDGET (self->number), self->editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->whose), self->editable);
  gtk_widget_set_visible (GTK_WIDGET (self->whose), self->saved && (self->editable || has_whose));
  gtk_widget_set_visible (self->remove, self->saved && self->editable);
  salon_set_css_class (GTK_WIDGET (self->whose), "unsaid", !has_whose);
}

static gboolean
salon_phone_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_PHONE_ROW (widget)->number));
}

static void
salon_phone_row_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_phone_row_parent_class)->dispose (object);
}

static void
salon_phone_row_finalize (GObject *object)
{
  g_free (SALON_PHONE_ROW (object)->e164);
  G_OBJECT_CLASS (salon_phone_row_parent_class)->finalize (object);
}

static void
salon_phone_row_class_init (SalonPhoneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = salon_phone_row_dispose;
  object_class->finalize = salon_phone_row_finalize;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_phone_row_grab_focus;

  /**
   * SalonPhoneRow::commit:
   * @typed: the number as it was typed
   * @whose: whose or which phone it is
   *
   * Returns: %TRUE when it is taken; %FALSE leaves the field open
   */
  signals[COMMIT] = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_BOOLEAN, 2, G_TYPE_STRING,
                                  G_TYPE_STRING);

  /**
   * SalonPhoneRow::removed:
   *
   * Its cross was pressed; the row itself stays until its owner takes it away.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * SalonPhoneRow::editing-changed:
   *
   * Somebody began or ceased to type the number.
   */
  signals[EDITING_CHANGED] = g_signal_new ("editing-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "phonerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_phone_row_init (SalonPhoneRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->editable = TRUE;
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->number = SALON_INLINE_EDIT (salon_inline_edit_new (_("Phone"), _("Add a phone"), FALSE));
  self->whose = SALON_INLINE_EDIT (salon_inline_edit_new (_("Whose or which"), _("whose"), FALSE));
  self->call = salon_icon_button_new ("salon-phone-symbolic", _("Call this number"));
  self->copy = salon_icon_button_new ("salon-copy-symbolic", _("Copy this number"));
  self->remove = salon_icon_button_new ("salon-close-symbolic", _("Remove this phone"));
  gtk_widget_set_valign (self->call, GTK_ALIGN_START);
  gtk_widget_set_valign (self->copy, GTK_ALIGN_START);
  gtk_widget_set_valign (self->remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->copy, "on-hover");
  gtk_widget_add_css_class (self->remove, "on-hover");
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->whose), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->number), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->whose), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "number");
  gtk_widget_add_css_class (GTK_WIDGET (self->whose), "whose");
  g_signal_connect (self->number, "commit", G_CALLBACK (on_commit_number), self);
  g_signal_connect (self->number, "notify::editing", G_CALLBACK (on_editing), self);
  g_signal_connect (self->whose, "commit", G_CALLBACK (on_commit_whose), self);
  g_signal_connect (self->call, "clicked", G_CALLBACK (on_call), self);
  g_signal_connect (self->copy, "clicked", G_CALLBACK (on_copy), self);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_widget_set_parent (GTK_WIDGET (self->number), GTK_WIDGET (self));
  gtk_widget_set_parent (self->call, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->whose), GTK_WIDGET (self));
  gtk_widget_set_parent (self->copy, GTK_WIDGET (self));
  gtk_widget_set_parent (self->remove, GTK_WIDGET (self));
  salon_phone_row_set (self, NULL, NULL, NULL, NULL);
}

/**
 * salon_phone_row_new:
 * @id: of the phone; 0 for one that is about to be added
 */
GtkWidget *
salon_phone_row_new (gint64 id)
{
  SalonPhoneRow *self = g_object_new (SALON_TYPE_PHONE_ROW, NULL);

  self->id = id;
  return GTK_WIDGET (self);
}

/**
 * salon_phone_row_set:
 * @typed: (nullable): as it was typed; %NULL for an empty row
 * @display: (nullable): as people read it
 * @e164: (nullable): as it is dialled; %NULL when it is no number
 * @whose: (nullable): whose or which phone it is
 */
void
salon_phone_row_set (SalonPhoneRow *self, const char *typed, const char *display, const char *e164, const char *whose)
{
  gboolean saved = typed != NULL && *typed != '\0';

  g_return_if_fail (SALON_IS_PHONE_ROW (self));

  g_free (self->e164);
  self->e164 = g_strdup (e164);
  salon_inline_edit_set_text (self->number, typed);
  salon_inline_edit_set_display (self->number, display);
  salon_inline_edit_set_least_chars (self->number, display != NULL ? (int) MIN (g_utf8_strlen (display, -1) + 1, MAX_WHOLE) : -1);
  salon_inline_edit_set_text (self->whose, whose);
  self->saved = saved;
  gtk_widget_set_visible (self->call, saved && e164 != NULL);
  gtk_widget_set_visible (self->copy, saved);
  update_editable (self);
}

/**
 * salon_phone_row_reopen:
 * @draft: the number that had been typed
 * @sentence: why it could not be saved
 *
 * Saving a number that had been taken failed: the field is open again with the draft in it.
 */
void
salon_phone_row_reopen (SalonPhoneRow *self, const char *draft, const char *sentence)
{
  g_return_if_fail (SALON_IS_PHONE_ROW (self));

  salon_inline_edit_reopen (self->number, draft, sentence);
}

/**
 * salon_phone_row_set_editable:
 * @editable: whether the number can be changed and removed; it can always be called and copied
 */
void
salon_phone_row_set_editable (SalonPhoneRow *self, gboolean editable)
{
  g_return_if_fail (SALON_IS_PHONE_ROW (self));

  self->editable = editable;
  update_editable (self);
}

/**
 * salon_phone_row_is_editing:
 *
 * Returns: whether the number is being typed
 */
gboolean
salon_phone_row_is_editing (SalonPhoneRow *self)
{
  g_return_val_if_fail (SALON_IS_PHONE_ROW (self), FALSE);

  return salon_inline_edit_is_editing (self->number);
}

/**
 * salon_phone_row_is_filled:
 *
 * Returns: whether there is a number, saved or just taken
 */
gboolean
salon_phone_row_is_filled (SalonPhoneRow *self)
{
  g_return_val_if_fail (SALON_IS_PHONE_ROW (self), FALSE);

  return *salon_inline_edit_get_text (self->number) != '\0';
}

/**
 * salon_phone_row_start:
 *
 * Puts the cursor into the number.
 */
void
salon_phone_row_start (SalonPhoneRow *self)
{
  g_return_if_fail (SALON_IS_PHONE_ROW (self));

  salon_inline_edit_start (self->number);
}

/**
 * salon_phone_row_get_id:
 *
 * Returns: the id of the phone, 0 when it is not saved yet
 */
gint64
salon_phone_row_get_id (SalonPhoneRow *self)
{
  g_return_val_if_fail (SALON_IS_PHONE_ROW (self), 0);

  return self->id;
}
