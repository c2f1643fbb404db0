/* A field for a value that people write as text.  It is read while it is typed; the reason why it cannot be read is
 * shown only when the field is left, and what was typed stays. */
#include "gui/widgets/value-entry.h"
#include "gui/widgets/build.h"

typedef struct {
  gint64 value;
  GtkBox *line;
  GtkEntry *entry;
  GtkLabel *error;
  gboolean setting; /* the text is being written by the program */
} SalonValueEntryPrivate;

enum { PROP_0, PROP_VALUE, PROP_LABEL, PROP_PLACEHOLDER, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SalonValueEntry, salon_value_entry, GTK_TYPE_WIDGET)

static SalonValueEntryPrivate *
get_priv (SalonValueEntry *self)
{
  return salon_value_entry_get_instance_private (self);
}

static void
take_value (SalonValueEntry *self, gint64 value)
{
  SalonValueEntryPrivate *priv = get_priv (self);

  if (priv->value == value)
    return;
  priv->value = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

static void
on_changed (GtkEditable *editable, SalonValueEntry *self)
{
  SalonValueEntryPrivate *priv = get_priv (self);
  gint64 value;

  if (priv->setting)
    return;
  salon_value_entry_set_error (self, NULL);
  if (salon_value_entry_read (self, &value, NULL))
    take_value (self, value);
}

static void
finish (SalonValueEntry *self)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  if (salon_value_entry_read (self, &value, &error)) {
    take_value (self, value);
    salon_value_entry_reformat (self);
  } else {
    salon_value_entry_set_error (self, error->message);
  }
}

static void
on_focus_leave (GtkEventControllerFocus *focus, SalonValueEntry *self)
{
  finish (self);
}

static void
on_activate (GtkEntry *entry, SalonValueEntry *self)
{
  finish (self);
}

static gboolean
salon_value_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_priv (SALON_VALUE_ENTRY (widget))->entry));
}

static void
salon_value_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SalonValueEntryPrivate *priv = get_priv (SALON_VALUE_ENTRY (object));

  if (id == PROP_VALUE)
    g_value_set_int64 (value, priv->value);
  else
    g_value_set_string (value, gtk_entry_get_placeholder_text (priv->entry));
}

static void
salon_value_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SalonValueEntry *self = SALON_VALUE_ENTRY (object);

  if (id == PROP_VALUE)
    salon_value_entry_set_value (self, g_value_get_int64 (value));
  else if (id == PROP_LABEL)
    salon_value_entry_set_label (self, g_value_get_string (value));
  else
    gtk_entry_set_placeholder_text (get_priv (self)->entry, g_value_get_string (value));
}

static void
salon_value_entry_dispose (GObject *object)
{
  get_priv (SALON_VALUE_ENTRY (object))->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_value_entry_parent_class)->dispose (object);
}

static void
salon_value_entry_class_init (SalonValueEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_value_entry_get_property;
  object_class->set_property = salon_value_entry_set_property;
  object_class->dispose = salon_value_entry_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_value_entry_grab_focus;

  props[PROP_VALUE] = g_param_spec_int64 ("value", NULL, NULL, G_MININT64, G_MAXINT64, SALON_VALUE_NONE,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "valueentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_value_entry_init (SalonValueEntry *self)
{
  SalonValueEntryPrivate *priv = get_priv (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  priv->value = SALON_VALUE_NONE;
  priv->line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  priv->entry = GTK_ENTRY (gtk_entry_new ());
  priv->error = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-error-text"));
  gtk_widget_set_hexpand (GTK_WIDGET (priv->entry), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (priv->error), FALSE);
  gtk_box_append (priv->line, GTK_WIDGET (priv->entry));
  gtk_widget_set_parent (GTK_WIDGET (priv->line), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (priv->error), GTK_WIDGET (self));
  g_signal_connect (priv->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (priv->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (priv->entry), focus);
}

/**
 * salon_value_entry_get_value:
 *
 * Returns: the last value that could be read, or %SALON_VALUE_NONE when the field is empty
 */
gint64
salon_value_entry_get_value (SalonValueEntry *self)
{
  g_return_val_if_fail (SALON_IS_VALUE_ENTRY (self), SALON_VALUE_NONE);

  return get_priv (self)->value;
}

/**
 * salon_value_entry_set_value:
 * @value: %SALON_VALUE_NONE empties the field
 *
 * Replaces what was typed.
 */
void
salon_value_entry_set_value (SalonValueEntry *self, gint64 value)
{
  g_return_if_fail (SALON_IS_VALUE_ENTRY (self));

  take_value (self, value);
  salon_value_entry_set_error (self, NULL);
  salon_value_entry_reformat (self);
}

/**
 * salon_value_entry_read:
 * @value: (out): what stands in the field, %SALON_VALUE_NONE when nothing does
 *
 * For a form that is about to be saved.
 *
 * Returns: whether it can be read; @error says why not
 */
gboolean
salon_value_entry_read (SalonValueEntry *self, gint64 *value, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SALON_IS_VALUE_ENTRY (self), FALSE);

  text = g_strstrip (g_strdup (salon_value_entry_get_text (self)));
  if (*text == '\0') {
    *value = SALON_VALUE_NONE;
    return TRUE;
  }
  return SALON_VALUE_ENTRY_GET_CLASS (self)->parse (self, text, value, error);
}

/**
 * salon_value_entry_set_text:
 * @text: as if it had been typed
 */
void
salon_value_entry_set_text (SalonValueEntry *self, const char *text)
{
  g_return_if_fail (SALON_IS_VALUE_ENTRY (self));

  salon_editable_set_text (GTK_EDITABLE (get_priv (self)->entry), text);
}

/**
 * salon_value_entry_get_text:
 *
 * Returns: (transfer none): what stands in the field, readable or not
 */
const char *
salon_value_entry_get_text (SalonValueEntry *self)
{
  g_return_val_if_fail (SALON_IS_VALUE_ENTRY (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (get_priv (self)->entry));
}

/**
 * salon_value_entry_set_error:
 * @sentence: (nullable): what is wrong, shown below the field; it goes when the text changes
 */
void
salon_value_entry_set_error (SalonValueEntry *self, const char *sentence)
{
  SalonValueEntryPrivate *priv = get_priv (self);

  g_return_if_fail (SALON_IS_VALUE_ENTRY (self));

  gtk_label_set_text (priv->error, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->error), sentence != NULL);
  salon_set_css_class (GTK_WIDGET (priv->entry), "error", sentence != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * salon_value_entry_get_error:
 *
 * Returns: (transfer none) (nullable): the sentence below the field
 */
const char *
salon_value_entry_get_error (SalonValueEntry *self)
{
  SalonValueEntryPrivate *priv = get_priv (self);

  g_return_val_if_fail (SALON_IS_VALUE_ENTRY (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (priv->error)) ? gtk_label_get_text (priv->error) : NULL;
}

/**
 * salon_value_entry_set_label:
 * @label: what the value is, for screen readers
 */
void
salon_value_entry_set_label (SalonValueEntry *self, const char *label)
{
  g_return_if_fail (SALON_IS_VALUE_ENTRY (self));

  if (label != NULL)
    salon_set_accessible_label (get_priv (self)->entry, label);
}

/**
 * salon_value_entry_get_entry:
 *
 * For subclasses and forms.
 *
 * Returns: (transfer none): the field itself
 */
GtkEntry *
salon_value_entry_get_entry (SalonValueEntry *self)
{
  g_return_val_if_fail (SALON_IS_VALUE_ENTRY (self), NULL);

  return get_priv (self)->entry;
}

/**
 * salon_value_entry_add_suffix:
 * @suffix: (transfer floating): stands joined to the end of the field: a calendar button, a unit
 */
void
salon_value_entry_add_suffix (SalonValueEntry *self, GtkWidget *suffix)
{
  SalonValueEntryPrivate *priv = get_priv (self);

  g_return_if_fail (SALON_IS_VALUE_ENTRY (self));

  gtk_widget_add_css_class (GTK_WIDGET (priv->line), "linked");
  gtk_box_append (priv->line, suffix);
}

/**
 * salon_value_entry_reformat:
 *
 * Writes the value the way the program writes such values.
 */
void
salon_value_entry_reformat (SalonValueEntry *self)
{
  SalonValueEntryPrivate *priv = get_priv (self);
  g_autofree char *text = NULL;

  g_return_if_fail (SALON_IS_VALUE_ENTRY (self));

  if (priv->value != SALON_VALUE_NONE)
    text = SALON_VALUE_ENTRY_GET_CLASS (self)->format (self, priv->value);
  if (g_strcmp0 (text != NULL ? text : "", salon_value_entry_get_text (self)) == 0)
    return;
  priv->setting = TRUE;
  salon_value_entry_set_text (self, text != NULL ? text : "");
  priv->setting = FALSE;
}
