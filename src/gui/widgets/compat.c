/* What differs between GTK 4.8 / libadwaita 1.2 and later versions, or is deprecated there.  No other file may
 * call GtkFileChooserNative, AdwMessageDialog, AdwAboutWindow, GtkStyleContext or reach into GTK's lists. */
#include "config.h"
#include "gui/widgets/compat.h"
#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* ---- files ---- */

static void
on_chooser_response (GtkNativeDialog *dialog, int response, GTask *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  g_object_unref (task);
}

static GtkFileChooserNative *
create_chooser (GtkWindow *parent, GtkFileChooserAction kind, const char *title, const char *suggested_name)
{
  const char *verb = kind == GTK_FILE_CHOOSER_ACTION_SAVE ? _("Save") : _("Choose");
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, kind, verb, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (suggested_name != NULL && kind == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  return dialog;
}

static void
show_chooser (GtkFileChooserNative *dialog, GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, salon_compat_choose_file);
  g_signal_connect (dialog, "response", G_CALLBACK (on_chooser_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * salon_compat_choose_file:
 * @parent: (nullable): the window in front of which it opens
 * @kind: open, save or choose a folder
 * @title: a translated title
 * @suggested_name: (nullable): for saving, a file name
 * @filters: (nullable) (transfer none): a list of #GtkFileFilter, the first one is preset
 *
 * Asks for a file; answered by salon_compat_choose_file_finish().
 */
void
salon_compat_choose_file (GtkWindow *parent,
                          GtkFileChooserAction kind,
                          const char *title,
                          const char *suggested_name,
                          GListModel *filters,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GtkFileChooserNative *dialog = create_chooser (parent, kind, title, suggested_name);

  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++) {
    g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  }
  show_chooser (dialog, parent, callback, user_data);
}

/**
 * salon_compat_save_file_in:
 * @parent: (nullable): the window in front of which it opens
 * @title: a translated title
 * @folder: (type filename): that it opens in, if it is there
 * @suggested_name: a file name
 *
 * Asks where a file shall be saved; answered by salon_compat_choose_file_finish().
 */
void
salon_compat_save_file_in (GtkWindow *parent,
                           const char *title,
                           const char *folder,
                           const char *suggested_name,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GtkFileChooserNative *dialog = create_chooser (parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, suggested_name);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), file, NULL);
  show_chooser (dialog, parent, callback, user_data);
}

/**
 * salon_compat_choose_file_finish:
 *
 * Returns: (transfer full) (nullable): the file or folder; %NULL with %G_IO_ERROR_CANCELLED when none was chosen
 */
GFile *
salon_compat_choose_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, salon_compat_choose_file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- questions ---- */

static void
on_confirm_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  g_task_return_boolean (task, g_str_equal (response, "yes"));
  g_object_unref (task);
}

/**
 * salon_compat_confirm:
 * @heading: the question, short
 * @body: what it means, whole sentences
 * @verb: what the button says: "Erase", never "OK"
 * @destructive: whether it cannot be undone
 *
 * Asks before money moves or something is erased; everything else has Undo instead.
 */
void
salon_compat_confirm (GtkWindow *parent,
                      const char *heading,
                      const char *body,
                      const char *verb,
                      gboolean destructive,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, salon_compat_confirm);
  adw_message_dialog_add_response (dialog, "no", _("Cancel"));
  adw_message_dialog_add_response (dialog, "yes", verb);
  adw_message_dialog_set_response_appearance (dialog, "yes",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "no" : "yes");
  adw_message_dialog_set_close_response (dialog, "no");
  gtk_widget_add_css_class (GTK_WIDGET (dialog), "salon");
  g_signal_connect (dialog, "response", G_CALLBACK (on_confirm_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * salon_compat_confirm_finish:
 *
 * Returns: whether the verb was chosen
 */
gboolean
salon_compat_confirm_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, salon_compat_confirm), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* ---- windows of the program itself ---- */

/**
 * salon_compat_show_about:
 *
 * Name, version and licence.
 */
void
salon_compat_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Salon Desk"),
                         "application-icon", SALON_APP_ID,
                         "version", SALON_VERSION,
                         "comments", _("Runs the day of a beauty salon."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

/**
 * salon_compat_open_uri:
 * @uri: "tel:", "mailto:" or "https:"
 *
 * Hands an address over to the program that the system has for it.
 */
void
salon_compat_open_uri (GtkWindow *parent, const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

/* ---- colours ---- */

/* ---- lists ---- */

/**
 * salon_compat_scroll_to:
 * @list: a #GtkListView, #GtkGridView or #GtkColumnView
 * @position: the row to bring into view
 */
void
salon_compat_scroll_to (GtkWidget *list, guint position)
{
  GtkWidget *child = list;

  /* The rows of a column view stand in a private list below its header. */
  if (GTK_IS_COLUMN_VIEW (list))
    for (child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
      if (GTK_IS_LIST_VIEW (child))
        break;
  if (child != NULL)
    gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

/**
 * salon_compat_fill_button:
 * @button: with its child set
 *
 * Lets the child fill the button instead of standing in its middle.
 */
void
salon_compat_fill_button (GtkMenuButton *button)
{
  GtkWidget *child = gtk_menu_button_get_child (button);

  for (; child != NULL && child != GTK_WIDGET (button); child = gtk_widget_get_parent (child)) {
    gtk_widget_set_halign (child, GTK_ALIGN_FILL);
    gtk_widget_set_hexpand (child, TRUE);
  }
}

static GtkSizeRequestMode
wrapping_mode (GtkWidget *owner)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wrapping_measure (GtkWidget *owner, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base, int *nat_base)
{
  GtkWidget *button = gtk_widget_get_first_child (owner);

  GTK_WIDGET_GET_CLASS (button)->measure (button, orientation, for_size, min, nat, min_base, nat_base);
}

static void
wrapping_allocate (GtkWidget *owner, int width, int height, int baseline)
{
  GtkWidget *button = gtk_widget_get_first_child (owner);
  int ignored = 0;

  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &ignored, NULL, NULL, NULL);
  gtk_widget_size_allocate (button, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

/**
 * salon_compat_wrap_button:
 * @owner: a widget whose only child is a #GtkMenuButton
 *
 * Lets a wrapped label in the button have the height that it needs: GtkMenuButton says of itself that its height does
 * not depend on its width, though it passes both on to its child.
 */
void
salon_compat_wrap_button (GtkWidget *owner)
{
  gtk_widget_set_layout_manager (owner, gtk_custom_layout_new (wrapping_mode, wrapping_measure, wrapping_allocate));
}

/**
 * salon_compat_set_header:
 * @column: which, counted from 0, as they were appended
 * @xalign: 1 puts the title above right-aligned numbers
 * @hint: (nullable): its tooltip
 *
 * GTK has no function for it.  When a later GTK builds its heads otherwise, nothing happens.
 */
void
salon_compat_set_header (GtkColumnView *view, guint column, float xalign, const char *hint)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  GtkWidget *box = NULL;

  for (; title != NULL && column > 0; column--)
    title = gtk_widget_get_next_sibling (title);
  if (title == NULL)
    return;
  gtk_widget_set_tooltip_text (title, hint);
  box = gtk_widget_get_first_child (title);
  if (box == NULL)
    return;
  gtk_widget_set_halign (box, xalign > 0.5f ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  /* the arrow keeps its room while it is not seen: right of the title it would push it away from the numbers */
  if (GTK_IS_BOX (box) && xalign > 0.5f && GTK_IS_LABEL (gtk_widget_get_first_child (box)))
    gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
}

/**
 * salon_compat_label_row:
 * @child: what a list item factory has put into the row, already in place
 * @label: what a screen reader says for the whole row
 *
 * Gives the row widget itself a name; GTK 4.8 has no function for it.
 */
void
salon_compat_label_row (GtkWidget *child, const char *label)
{
  GtkWidget *row = gtk_widget_get_parent (child);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
tell_unseen_pages (GtkStack *stack)
{
  GtkWidget *visible = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, child != visible, -1);
}

/**
 * salon_compat_hide_unseen_pages:
 * @stack: a stack, whose pages may be added later
 *
 * From now on screen readers are told of the visible page only; GTK 4.8 tells them of all pages that there are.
 */
void
salon_compat_hide_unseen_pages (GtkStack *stack)
{
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (tell_unseen_pages), NULL);
  tell_unseen_pages (stack);
}

/* ---- colours ---- */

/**
 * salon_compat_get_color:
 * @color: (out): of the text of @widget
 */
void
salon_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
}

/**
 * salon_compat_lookup_color:
 * @name: a colour that the style sheet defines
 * @color: (out): that is what it is at present; that of the text, where nothing is defined
 */
void
salon_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color))
    salon_compat_get_color (widget, color);
}

/**
 * salon_compat_squeezer_new:
 * @wide: (transfer floating): shown where there is room for it
 * @narrow: (transfer floating): the same in little room
 *
 * Returns: (transfer floating): one of the two
 */
GtkWidget *
salon_compat_squeezer_new (GtkWidget *wide, GtkWidget *narrow)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), wide);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), narrow);
  return squeezer;
}
