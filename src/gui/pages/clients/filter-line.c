/* Conditions that are joined by "and" are told one by one, each with a cross that takes it out; any other filter is one
 * sentence with one cross. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/filter-line.h"
#include "gui/widgets/build.h"
#include "gui/widgets/wrap-layout.h"
#include "model/services/filters.h"

#define MOST_PHRASES 12 /* more are one sentence */
#define PHRASE_CHARS 60

struct _SalonFilterLine {
  GtkWidget parent_instance;

  SalonSession *session;
  GPtrArray *phrases; /* SalonFilter: what is told */
  char **texts;       /* of the phrases; NULL until the answer is there */
  guint n_missing;
  guint generation; /* answers to older questions are dropped */
};

enum { NARROWED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterLine, salon_filter_line, GTK_TYPE_WIDGET)

/* ---- taking out */

static void
on_remove (GtkButton *button, SalonFilterLine *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "salon-index"));
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (SalonFilter) rest = NULL;

  for (guint i = 0; i < self->phrases->len; i++)
    if (i != index)
      g_ptr_array_add (kept, salon_filter_ref (self->phrases->pdata[i]));
  rest = salon_filter_new_all ((SalonFilter **) kept->pdata, kept->len);
  g_signal_emit (self, signals[NARROWED], 0, rest);
}

/* ---- telling */

static GtkWidget *
create_phrase (SalonFilterLine *self, guint index)
{
  GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = salon_label_new (self->texts[index], NULL);
  /* Translators: %s is a phrase of a filter: "no booking in the next month" */
  g_autofree char *remove = g_strdup_printf (_("Without “%s”"), self->texts[index]);
  GtkWidget *button = salon_icon_button_new ("salon-close-symbolic", remove);

  gtk_widget_add_css_class (tag, "salon-tag");
  gtk_label_set_max_width_chars (GTK_LABEL (label), PHRASE_CHARS);
  g_object_set_data (G_OBJECT (button), "salon-index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (tag), label);
  gtk_box_append (GTK_BOX (tag), button);
  return tag;
}

static void
show_phrases (SalonFilterLine *self)
{
  salon_dispose_children (GTK_WIDGET (self));
  for (guint i = 0; i < self->phrases->len; i++)
    gtk_widget_set_parent (create_phrase (self, i), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), self->phrases->len > 0);
}

typedef struct {
  SalonFilterLine *line;
  guint generation;
  guint index;
} Asked;

static void
on_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonFilterLine) self = asked->line;
  g_autofree char *text = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (self->session == NULL || asked->generation != self->generation)
    return;
  self->texts[asked->index] = text != NULL ? g_steal_pointer (&text) : g_strdup ("…");
  self->n_missing--;
  if (self->n_missing == 0)
    show_phrases (self);
}

static void
ask (SalonFilterLine *self)
{
  self->generation++;
  g_strfreev (self->texts);
  self->texts = g_new0 (char *, self->phrases->len + 1);
  self->n_missing = self->phrases->len;
  for (guint i = 0; i < self->phrases->len; i++) {
    Asked *asked = g_new (Asked, 1);

    *asked = (Asked){ g_object_ref (self), self->generation, i };
    salon_session_query (self->session, &salon_query_filter_phrase, SALON_LANE_INTERACTIVE,
                         salon_filter_request_new (self->phrases->pdata[i], NULL, 0), NULL, on_told, asked);
  }
  if (self->phrases->len == 0)
    show_phrases (self);
}

/* ---- object */

static void
salon_filter_line_dispose (GObject *object)
{
  SalonFilterLine *self = SALON_FILTER_LINE (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_filter_line_parent_class)->dispose (object);
}

static void
salon_filter_line_finalize (GObject *object)
{
  SalonFilterLine *self = SALON_FILTER_LINE (object);

  g_ptr_array_unref (self->phrases);
  g_strfreev (self->texts);
  G_OBJECT_CLASS (salon_filter_line_parent_class)->finalize (object);
}

static void
salon_filter_line_class_init (SalonFilterLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_filter_line_finalize;

  /**
   * SalonFilterLine::narrowed:
   * @filter: (type SalonFilter): what is left after a phrase was taken out
   */
  signals[NARROWED] = g_signal_new ("narrowed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, SALON_TYPE_FILTER);

  gtk_widget_class_set_css_name (widget_class, "filterline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_filter_line_init (SalonFilterLine *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), salon_wrap_layout_new (6, 6));
  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_filter_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_filter_line_new:
 */
GtkWidget *
salon_filter_line_new (SalonSession *session)
{
  SalonFilterLine *self = g_object_new (SALON_TYPE_FILTER_LINE, NULL);

  self->session = g_object_ref (session);
  salon_set_accessible_label (self, _("Who is shown"));
  return GTK_WIDGET (self);
}

/**
 * salon_filter_line_set_filter:
 * @filter: (nullable): what the list shows; for everybody nothing is told
 */
void
salon_filter_line_set_filter (SalonFilterLine *self, SalonFilter *filter)
{
  guint n = filter != NULL && salon_filter_node (filter) == SALON_FILTER_ALL ? salon_filter_n_children (filter) : 0;

  g_return_if_fail (SALON_IS_FILTER_LINE (self));

  g_ptr_array_set_size (self->phrases, 0);
  if (n > 0 && n <= MOST_PHRASES)
    for (guint i = 0; i < n; i++)
      g_ptr_array_add (self->phrases, salon_filter_ref (salon_filter_child (filter, i)));
  else if (filter != NULL && !salon_filter_is_everybody (filter))
    g_ptr_array_add (self->phrases, salon_filter_ref (filter));
  ask (self);
}
