/* The form is made when it is first opened, for it has some fifty fields.  What a form cannot ask for is a tree of
 * conditions; both are those of the list of clients. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-people.h"
#include "gui/parts/filter-branch.h"
#include "gui/parts/filter-form.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "model/services/filters.h"

#define PHRASE_CHARS 24
#define FORM_WIDTH   320
#define FORM_HEIGHT  360

struct _SalonReportPeople {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkStack *stack;
  SalonFilterForm *form; /* NULL until it is opened */
  SalonFilterBranch *branch;

  SalonSession *session;
  SalonFilter *filter; /* NULL = everybody */
  SalonQuestion question;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportPeople, salon_report_people, GTK_TYPE_WIDGET)

/* ---- what is told */

static void
show_text (SalonReportPeople *self, const char *text)
{
  /* Translators: of which clients a report tells */
  g_autofree char *spoken = g_strdup_printf (_("Clients: %s"), text);
  g_autofree char *tip = g_strdup_printf ("%s\n%s", text, _("Of which clients the report tells"));

  gtk_label_set_text (self->label, text);
  salon_set_accessible_label (self->button, spoken);
  salon_set_tooltip (GTK_WIDGET (self->button), tip);
  salon_set_css_class (GTK_WIDGET (self->button), "chosen", self->filter != NULL);
}

static void
on_phrase (gpointer owner, gpointer answer, const GError *error)
{
  g_autofree char *text = answer;

  show_text (owner, text != NULL ? text : "…");
}

static void
tell (SalonReportPeople *self)
{
  if (self->filter == NULL) {
    salon_question_drop (&self->question);
    show_text (self, C_ ("report", "All clients"));
    return;
  }
  salon_question_ask (&self->question, self, self->session, &salon_query_filter_phrase, SALON_LANE_INTERACTIVE,
                      salon_filter_request_new (self->filter, NULL, 0), on_phrase);
}

/* ---- choosing */

static void
take (SalonReportPeople *self, SalonFilter *taken)
{
  g_autoptr (SalonFilter) filter = taken;

  gtk_menu_button_popdown (self->button);
  if (filter != NULL && salon_filter_is_everybody (filter))
    g_clear_pointer (&filter, salon_filter_unref);
  if (filter == self->filter || (filter != NULL && self->filter != NULL && salon_filter_equal (filter, self->filter)))
    return;
  g_clear_pointer (&self->filter, salon_filter_unref);
  self->filter = g_steal_pointer (&filter);
  tell (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_apply (GtkButton *button, SalonReportPeople *self)
{
  gboolean is_form = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "form");

  take (self, is_form ? salon_filter_form_get_filter (self->form) : salon_filter_branch_get_filter (self->branch));
}

static void
on_clear (GtkButton *button, SalonReportPeople *self)
{
  take (self, NULL);
}

static void
on_show (GtkWidget *popover, SalonReportPeople *self)
{
  gboolean simple = salon_filter_form_can_show (self->filter);

  if (self->form == NULL) {
    self->form = SALON_FILTER_FORM (salon_filter_form_new (self->session));
    self->branch = SALON_FILTER_BRANCH (salon_filter_branch_new (self->session));
    gtk_stack_add_named (self->stack, GTK_WIDGET (self->form), "form");
    gtk_stack_add_named (self->stack, GTK_WIDGET (self->branch), "tree");
  }
  if (simple)
    salon_filter_form_set_filter (self->form, self->filter);
  else
    salon_filter_branch_set_filter (self->branch, self->filter);
  gtk_stack_set_visible_child_name (self->stack, simple ? "form" : "tree");
}

/* ---- object */

static void
salon_report_people_dispose (GObject *object)
{
  SalonReportPeople *self = SALON_REPORT_PEOPLE (object);

  salon_question_drop (&self->question);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_report_people_parent_class)->dispose (object);
}

static void
salon_report_people_finalize (GObject *object)
{
  g_clear_pointer (&SALON_REPORT_PEOPLE (object)->filter, salon_filter_unref);
  G_OBJECT_CLASS (salon_report_people_parent_class)->finalize (object);
}

static void
salon_report_people_class_init (SalonReportPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_report_people_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_report_people_finalize;

  /**
   * SalonReportPeople::changed: the user wants others
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_foot (SalonReportPeople *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *clear = gtk_button_new_with_label (C_ ("report", "All clients"));
  GtkWidget *apply = gtk_button_new_with_label (C_ ("report", "Show"));

  gtk_widget_add_css_class (clear, "salon-outlined");
  gtk_widget_add_css_class (apply, "suggested-action");
  gtk_widget_set_hexpand (apply, TRUE);
  g_signal_connect (clear, "clicked", G_CALLBACK (on_clear), self);
  g_signal_connect (apply, "clicked", G_CALLBACK (on_apply), self);
  gtk_box_append (GTK_BOX (foot), clear);
  gtk_box_append (GTK_BOX (foot), apply);
  return foot;
}

static GtkWidget *
create_popover (SalonReportPeople *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->stack));
  gtk_widget_set_size_request (scroller, FORM_WIDTH, FORM_HEIGHT);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), create_foot (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-report-popover");
  g_signal_connect (popover, "show", G_CALLBACK (on_show), self);
  return popover;
}

static void
salon_report_people_init (SalonReportPeople *self)
{
}

/**
 * salon_report_people_new:
 */
GtkWidget *
salon_report_people_new (SalonSession *session)
{
  SalonReportPeople *self = g_object_new (SALON_TYPE_REPORT_PEOPLE, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->session = g_object_ref (session);
  self->label = GTK_LABEL (salon_label_new (NULL, NULL));
  gtk_label_set_max_width_chars (self->label, PHRASE_CHARS);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("salon-filter-symbolic"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, content);
  gtk_menu_button_set_popover (self->button, create_popover (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "salon-outlined");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  tell (self);
  return GTK_WIDGET (self);
}

/**
 * salon_report_people_set:
 * @filter: (nullable): %NULL = everybody; SalonReportPeople::changed is not emitted
 */
void
salon_report_people_set (SalonReportPeople *self, SalonFilter *filter)
{
  g_return_if_fail (SALON_IS_REPORT_PEOPLE (self));

  if (filter == self->filter)
    return;
  g_clear_pointer (&self->filter, salon_filter_unref);
  self->filter = filter != NULL ? salon_filter_ref (filter) : NULL;
  tell (self);
}

/**
 * salon_report_people_get:
 *
 * Returns: (transfer none) (nullable): who is chosen
 */
SalonFilter *
salon_report_people_get (SalonReportPeople *self)
{
  return self->filter;
}
