/* Text that is edited where it stands: it looks like text; a click or Enter makes it a field; Enter or going
 * elsewhere hands the new text over, Esc takes the old one back.  A refused text stays in the field with the
 * reason below it, so nothing typed is lost.  GtkEditableLabel cannot refuse, show an error or hold several lines. */
#include "gui/widgets/inline-edit.h"
#include "gui/widgets/build.h"

struct _SalonInlineEdit {
  GtkWidget parent_instance;

  char *text;
  char *display; /* shown instead of the text; NULL = the text itself */
  char *placeholder;
  gboolean multiline;
  gboolean committing;

  GtkWidget *button;
  GtkLabel *value;
  GtkWidget *frame;  /* what is shown while editing */
  GtkWidget *editor; /* GtkEntry or GtkTextView */
  GtkLabel *error;
};

enum { PROP_0, PROP_TEXT, PROP_EDITING, PROP_LABEL, PROP_PLACEHOLDER, PROP_MULTILINE, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { COMMIT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonInlineEdit, salon_inline_edit, GTK_TYPE_WIDGET)

static void
set_draft (SalonInlineEdit *self, const char *draft)
{
  if (self->multiline)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), draft, -1);
  else
    salon_editable_set_text (GTK_EDITABLE (self->editor), draft);
}

static void
update_display (SalonInlineEdit *self)
{
  gboolean empty = *self->text == '\0';
  const char *shown = self->display != NULL ? self->display : self->text;

  gtk_label_set_text (self->value, empty ? self->placeholder : shown);
  salon_set_css_class (self->button, "placeholder", empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  empty ? self->placeholder : shown, -1);
}

static void
show_error (SalonInlineEdit *self, const char *sentence)
{
  gtk_label_set_text (self->error, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), sentence != NULL);
  salon_set_css_class (self->frame, "error", sentence != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
leave_editing (SalonInlineEdit *self)
{
  gboolean focus_back = salon_has_focus (GTK_WIDGET (self));

  self->committing = TRUE; /* the field loses the focus now: that is no second wish to save */
  show_error (self, NULL);
  gtk_widget_set_visible (self->button, TRUE);
  if (focus_back)
    gtk_widget_grab_focus (self->button);
  gtk_widget_set_visible (self->frame, FALSE);
  self->committing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITING]);
}

static void
commit (SalonInlineEdit *self)
{
  g_autofree char *draft = NULL;
  gboolean accepted = FALSE;

  if (self->committing || !salon_inline_edit_is_editing (self))
    return;
  draft = salon_inline_edit_dup_draft (self);
  g_strstrip (draft);
  if (g_str_equal (draft, self->text)) {
    leave_editing (self);
    return;
  }
  self->committing = TRUE;
  g_signal_emit (self, signals[COMMIT], 0, draft, &accepted);
  self->committing = FALSE;
  if (!accepted)
    return;
  g_clear_pointer (&self->display, g_free);
  salon_inline_edit_set_text (self, draft);
  leave_editing (self);
}

static void
revert (SalonInlineEdit *self)
{
  set_draft (self, self->text);
  leave_editing (self);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonInlineEdit *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (keyval == GDK_KEY_Escape)
    revert (self);
  else if (enter && (!self->multiline || (state & GDK_CONTROL_MASK) != 0))
    commit (self);
  else
    return FALSE;
  return TRUE;
}

static void
on_focus_leave (GtkEventControllerFocus *focus, SalonInlineEdit *self)
{
  commit (self);
}

static void
on_changed (gpointer source, SalonInlineEdit *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->error)))
    show_error (self, NULL);
}

static void
add_entry (SalonInlineEdit *self)
{
  self->editor = gtk_entry_new ();
  self->frame = self->editor;
  g_signal_connect (self->editor, "changed", G_CALLBACK (on_changed), self);
}

static void
add_text_view (SalonInlineEdit *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->editor = gtk_text_view_new ();
  self->frame = scroller;
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->editor), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 66);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->editor);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), "changed", G_CALLBACK (on_changed), self);
}

static void
add_button (SalonInlineEdit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pencil = gtk_image_new_from_icon_name ("salon-pencil-symbolic");

  self->value = GTK_LABEL (self->multiline ? salon_wrapped_label_new (NULL, NULL) : salon_label_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->value), TRUE);
  gtk_image_set_pixel_size (GTK_IMAGE (pencil), 12);
  gtk_widget_add_css_class (pencil, "pencil");
  gtk_widget_set_valign (pencil, self->multiline ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (box), pencil);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (salon_inline_edit_start), self);
}

/* The editor can be made only when it is known whether it has several lines. */
static void
salon_inline_edit_constructed (GObject *object)
{
  SalonInlineEdit *self = SALON_INLINE_EDIT (object);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  G_OBJECT_CLASS (salon_inline_edit_parent_class)->constructed (object);
  add_button (self);
  if (self->multiline)
    add_text_view (self);
  else
    add_entry (self);
  self->error = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-error-text"));
  gtk_widget_add_css_class (self->frame, "editor");
  gtk_widget_set_visible (self->frame, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (self->editor, keys);
  gtk_widget_add_controller (self->editor, focus);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->error), GTK_WIDGET (self));
  update_display (self);
}

static void
salon_inline_edit_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SalonInlineEdit *self = SALON_INLINE_EDIT (object);

  if (id == PROP_TEXT)
    g_value_set_string (value, self->text);
  else if (id == PROP_EDITING)
    g_value_set_boolean (value, salon_inline_edit_is_editing (self));
  else if (id == PROP_MULTILINE)
    g_value_set_boolean (value, self->multiline);
  else
    g_value_set_string (value, self->placeholder);
}

static void
salon_inline_edit_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SalonInlineEdit *self = SALON_INLINE_EDIT (object);

  if (id == PROP_TEXT) {
    salon_inline_edit_set_text (self, g_value_get_string (value));
  } else if (id == PROP_MULTILINE) {
    self->multiline = g_value_get_boolean (value);
  } else if (id == PROP_PLACEHOLDER) {
    g_free (self->placeholder);
    self->placeholder = g_value_get_string (value) != NULL ? g_value_dup_string (value) : g_strdup ("");
    if (self->value != NULL)
      update_display (self);
  } else if (g_value_get_string (value) != NULL) {
    salon_set_accessible_label (self->button, g_value_get_string (value));
    salon_set_accessible_label (self->editor, g_value_get_string (value));
  }
}

static gboolean
salon_inline_edit_grab_focus (GtkWidget *widget)
{
  SalonInlineEdit *self = SALON_INLINE_EDIT (widget);

  return gtk_widget_grab_focus (salon_inline_edit_is_editing (self) ? self->editor : self->button);
}

static void
salon_inline_edit_dispose (GObject *object)
{
  /* the field loses the focus on its way out: that is no wish to save */
  SALON_INLINE_EDIT (object)->committing = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_inline_edit_parent_class)->dispose (object);
}

static void
salon_inline_edit_finalize (GObject *object)
{
  SalonInlineEdit *self = SALON_INLINE_EDIT (object);

  g_free (self->text);
  g_free (self->display);
  g_free (self->placeholder);
  G_OBJECT_CLASS (salon_inline_edit_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, "", flags);
  props[PROP_MULTILINE] = g_param_spec_boolean ("multiline", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
salon_inline_edit_class_init (SalonInlineEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = salon_inline_edit_constructed;
  object_class->get_property = salon_inline_edit_get_property;
  object_class->set_property = salon_inline_edit_set_property;
  object_class->dispose = salon_inline_edit_dispose;
  object_class->finalize = salon_inline_edit_finalize;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_inline_edit_grab_focus;
  install_properties (object_class);

  /**
   * SalonInlineEdit::commit:
   * @text: what was typed, without blanks around it; never the text that was there before
   *
   * Returns: %TRUE when the text is taken (saving may still be under way, see salon_inline_edit_reopen());
   *   %FALSE when it is refused: the handler has called salon_inline_edit_set_error()
   */
  signals[COMMIT] = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "inlineedit");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_inline_edit_init (SalonInlineEdit *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->text = g_strdup ("");
  self->placeholder = g_strdup ("");
}

/**
 * salon_inline_edit_new:
 * @label: what the text is ("E-mail"), for screen readers
 * @placeholder: what stands there while it is empty ("Add e-mail")
 * @multiline: whether it is a note; then Ctrl+Enter takes it and Enter begins a line
 */
GtkWidget *
salon_inline_edit_new (const char *label, const char *placeholder, gboolean multiline)
{
  return g_object_new (SALON_TYPE_INLINE_EDIT, "multiline", multiline, "label", label, "placeholder", placeholder, NULL);
}

/**
 * salon_inline_edit_set_text:
 * @text: (nullable): the text as it is saved
 *
 * While the user is editing, her draft stays; Esc then shows this text.
 */
void
salon_inline_edit_set_text (SalonInlineEdit *self, const char *text)
{
  g_return_if_fail (SALON_IS_INLINE_EDIT (self));

  if (g_strcmp0 (self->text, text != NULL ? text : "") == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  update_display (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/**
 * salon_inline_edit_get_text:
 *
 * Returns: (transfer none): the text as it is saved, not the draft
 */
const char *
salon_inline_edit_get_text (SalonInlineEdit *self)
{
  g_return_val_if_fail (SALON_IS_INLINE_EDIT (self), NULL);

  return self->text;
}

/**
 * salon_inline_edit_set_display:
 * @display: (nullable): what is shown instead of the text while it is not edited, as "+371 29 123 456"
 */
void
salon_inline_edit_set_display (SalonInlineEdit *self, const char *display)
{
  g_return_if_fail (SALON_IS_INLINE_EDIT (self));

  g_free (self->display);
  self->display = g_strdup (display);
  update_display (self);
}

/**
 * salon_inline_edit_set_wrap:
 *
 * What is shown goes on in the next line instead of being shortened; it is edited in one line all the same.
 */
void
salon_inline_edit_set_wrap (SalonInlineEdit *self)
{
  g_return_if_fail (SALON_IS_INLINE_EDIT (self));

  gtk_label_set_ellipsize (self->value, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->value, TRUE);
  gtk_label_set_wrap_mode (self->value, PANGO_WRAP_WORD);
}

/**
 * salon_inline_edit_set_breakable:
 * @n_chars: so much of it stands in a line at least
 *
 * As salon_inline_edit_set_wrap(), for what has no spaces: an address that is too long goes on in the next line.
 */
void
salon_inline_edit_set_breakable (SalonInlineEdit *self, int n_chars)
{
  g_autoptr (PangoAttrList) plain = pango_attr_list_new ();

  salon_inline_edit_set_wrap (self);
  pango_attr_list_insert (plain, pango_attr_insert_hyphens_new (FALSE)); /* a hyphen would be read as part of it */
  gtk_label_set_attributes (self->value, plain);
  gtk_label_set_wrap_mode (self->value, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (self->value, n_chars);
}

/**
 * salon_inline_edit_set_least_chars:
 * @n_chars: so much of what is shown always has room, where other things in the line can be shortened
 */
void
salon_inline_edit_set_least_chars (SalonInlineEdit *self, int n_chars)
{
  g_return_if_fail (SALON_IS_INLINE_EDIT (self));

  gtk_label_set_width_chars (self->value, n_chars);
}

/**
 * salon_inline_edit_start:
 *
 * Makes it a field with the focus, all of it selected.
 */
void
salon_inline_edit_start (SalonInlineEdit *self)
{
  g_return_if_fail (SALON_IS_INLINE_EDIT (self));

  if (salon_inline_edit_is_editing (self))
    return;
  set_draft (self, self->text);
  show_error (self, NULL);
  gtk_widget_set_visible (self->frame, TRUE);
  gtk_widget_grab_focus (self->editor);
  gtk_widget_set_visible (self->button, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITING]);
}

/**
 * salon_inline_edit_stop:
 *
 * Gives up editing: the text that is saved stands there again, as after Esc.
 */
void
salon_inline_edit_stop (SalonInlineEdit *self)
{
  g_return_if_fail (SALON_IS_INLINE_EDIT (self));

  if (salon_inline_edit_is_editing (self))
    revert (self);
}

/**
 * salon_inline_edit_is_editing:
 *
 * Returns: whether it is a field now
 */
gboolean
salon_inline_edit_is_editing (SalonInlineEdit *self)
{
  g_return_val_if_fail (SALON_IS_INLINE_EDIT (self), FALSE);

  return gtk_widget_get_visible (self->frame);
}

/**
 * salon_inline_edit_dup_draft:
 *
 * Returns: (transfer full): what stands in the field
 */
char *
salon_inline_edit_dup_draft (SalonInlineEdit *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (SALON_IS_INLINE_EDIT (self), NULL);

  if (!self->multiline)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * salon_inline_edit_set_error:
 * @sentence: (nullable): why the text is refused; it goes as soon as the text is changed
 */
void
salon_inline_edit_set_error (SalonInlineEdit *self, const char *sentence)
{
  g_return_if_fail (SALON_IS_INLINE_EDIT (self));

  if (sentence != NULL)
    salon_inline_edit_start (self);
  show_error (self, sentence);
}

/**
 * salon_inline_edit_reopen:
 * @draft: what had been typed
 * @sentence: why it could not be saved
 *
 * Saving a text that had been taken failed: the field is open again with the draft in it.  The caller has put the
 * old text back by salon_inline_edit_set_text().
 */
void
salon_inline_edit_reopen (SalonInlineEdit *self, const char *draft, const char *sentence)
{
  g_return_if_fail (SALON_IS_INLINE_EDIT (self));

  salon_inline_edit_start (self);
  set_draft (self, draft);
  show_error (self, sentence);
}
