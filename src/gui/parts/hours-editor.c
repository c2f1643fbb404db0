/* The week editor tells of every key; this waits for a pause in typing and then hands over the whole week. */
#include "config.h"

#include "gui/parts/hours-editor.h"
#include "gui/widgets/build.h"
#include "gui/widgets/week-editor.h"

#define PAUSE_MS 700

struct _SalonHoursEditor {
  GtkWidget parent_instance;

  SalonWeekEditor *week;
  GtkWidget *error;

  GArray *hours; /* SalonHoursPart, as they were last shown or handed over */
  guint pause;
  gboolean filling;
};

enum { SIGNAL_COMMIT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonHoursEditor, salon_hours_editor, GTK_TYPE_WIDGET)

static int
by_time (gconstpointer a, gconstpointer b)
{
  const SalonHoursPart *x = a;
  const SalonHoursPart *y = b;

  return x->weekday != y->weekday ? x->weekday - y->weekday : x->from_min - y->from_min;
}

static GArray *
sorted (const GArray *hours)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (SalonHoursPart));

  g_array_append_vals (copy, hours->data, hours->len);
  g_array_sort (copy, by_time);
  return copy;
}

static gboolean
same (const GArray *a, const GArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const SalonHoursPart *x = &g_array_index (a, SalonHoursPart, i);
    const SalonHoursPart *y = &g_array_index (b, SalonHoursPart, i);

    if (x->weekday != y->weekday || x->from_min != y->from_min || x->to_min != y->to_min)
      return FALSE;
  }
  return TRUE;
}

static GArray *
read_week (SalonHoursEditor *self)
{
  g_autoptr (GArray) spans = salon_week_editor_read (self->week, NULL);
  g_autoptr (GArray) hours = NULL;

  if (spans == NULL)
    return NULL;
  hours = g_array_new (FALSE, FALSE, sizeof (SalonHoursPart));
  for (guint i = 0; i < spans->len; i++) {
    const SalonWeekSpan *span = &g_array_index (spans, SalonWeekSpan, i);
    SalonHoursPart part = { span->weekday, span->from, span->to };

    g_array_append_val (hours, part);
  }
  return sorted (hours);
}

static void
commit (SalonHoursEditor *self)
{
  g_autoptr (GArray) hours = NULL;

  g_clear_handle_id (&self->pause, g_source_remove);
  hours = read_week (self);
  if (hours == NULL || same (self->hours, hours))
    return;
  g_clear_pointer (&self->hours, g_array_unref);
  self->hours = g_steal_pointer (&hours);
  salon_hours_editor_set_error (self, NULL);
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0);
}

static gboolean
on_pause (gpointer data)
{
  SalonHoursEditor *self = data;

  self->pause = 0;
  commit (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (SalonWeekEditor *week, SalonHoursEditor *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause, self);
}

static void
on_unmap (GtkWidget *widget, gpointer data)
{
  SalonHoursEditor *self = SALON_HOURS_EDITOR (widget);

  if (self->pause != 0)
    commit (self);
}

static void
salon_hours_editor_dispose (GObject *object)
{
  SalonHoursEditor *self = SALON_HOURS_EDITOR (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->hours, g_array_unref);
  G_OBJECT_CLASS (salon_hours_editor_parent_class)->dispose (object);
}

static void
salon_hours_editor_class_init (SalonHoursEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_hours_editor_dispose;

  /**
   * SalonHoursEditor::commit: the hours were changed and can be read
   */
  signals[SIGNAL_COMMIT] = g_signal_new ("commit", SALON_TYPE_HOURS_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_hours_editor_init (SalonHoursEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->error = salon_wrapped_label_new (NULL, "salon-error-text");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
}

/**
 * salon_hours_editor_new:
 * @closed: what stands at a day without hours, translated
 *
 * Returns: (transfer floating): a week that can be changed as soon as its hours are set
 */
GtkWidget *
salon_hours_editor_new (const char *closed)
{
  SalonHoursEditor *self = g_object_new (SALON_TYPE_HOURS_EDITOR, NULL);

  self->week = SALON_WEEK_EDITOR (salon_week_editor_new (closed));
  gtk_widget_set_sensitive (GTK_WIDGET (self->week), FALSE);
  gtk_widget_insert_before (GTK_WIDGET (self->week), GTK_WIDGET (self), self->error);
  g_signal_connect (self->week, "changed", G_CALLBACK (on_changed), self);
  return GTK_WIDGET (self);
}

/**
 * salon_hours_editor_set:
 * @hours: (element-type SalonHoursPart): as they are saved
 *
 * What is being typed stays when it is that which was saved.
 */
void
salon_hours_editor_set (SalonHoursEditor *self, const GArray *hours)
{
  GArray *wanted = sorted (hours);
  g_autofree SalonWeekSpan *spans = g_new (SalonWeekSpan, wanted->len + 1);

  gtk_widget_set_sensitive (GTK_WIDGET (self->week), TRUE);
  if (same (self->hours, wanted)) {
    g_array_unref (wanted);
    return;
  }
  for (guint i = 0; i < wanted->len; i++) {
    const SalonHoursPart *part = &g_array_index (wanted, SalonHoursPart, i);

    spans[i] = (SalonWeekSpan){ part->weekday, part->from_min, part->to_min };
  }
  g_clear_handle_id (&self->pause, g_source_remove);
  self->filling = TRUE;
  salon_week_editor_set (self->week, spans, wanted->len);
  self->filling = FALSE;
  g_clear_pointer (&self->hours, g_array_unref);
  self->hours = wanted;
  salon_hours_editor_set_error (self, NULL);
}

/**
 * salon_hours_editor_get:
 *
 * Returns: (transfer full) (nullable) (element-type SalonHoursPart): the hours that were last shown or handed over
 */
GArray *
salon_hours_editor_get (SalonHoursEditor *self)
{
  return self->hours != NULL ? g_array_ref (self->hours) : NULL;
}

/**
 * salon_hours_editor_set_error:
 * @sentence: (nullable): why the hours were refused
 */
void
salon_hours_editor_set_error (SalonHoursEditor *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->error), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
}
