/* The pages are set beside the main thread, again for each paper. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "gui/parts/notes.h"
#include "gui/parts/paper-out.h"
#include "gui/parts/paper-view.h"
#include "gui/parts/paper-window.h"
#include "gui/widgets/build.h"
#include "gui/widgets/memory.h"

#define WIDTH      720
#define HEIGHT     660
#define GAP        12 /* around the buttons, pixels */
#define SHEET_KEY  "salon-sheet"

/* What is shown and printed; it lives as long as somebody draws, prints or saves it. */
typedef struct {
  gatomicrefcount refs;
  SalonPaperOrder order;
  GWeakRef from;
  SalonPaper paper;
  SalonPages *pages; /* NULL until they are set */
  gboolean wants_printing;
  GtkWidget *window; /* weak; NULL: without one */
  GtkWidget *view;
} Sheet;

static void set_pages (Sheet *self);

static Sheet *
sheet_ref (Sheet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
sheet_unref (gpointer data)
{
  Sheet *self = data;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_weak_pointer (&self->window);
  g_clear_pointer (&self->pages, salon_pages_unref);
  g_weak_ref_clear (&self->from);
  if (self->order.free_data != NULL)
    self->order.free_data (self->order.data);
  g_free (self->order.title);
  g_free (self->order.save_title);
  g_free (self->order.name);
  g_free (self);
}

/* ---- which paper */

static SalonPaper
remembered_paper (void)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autofree char *name = memory != NULL ? g_settings_get_string (memory, "receipt-paper") : NULL;

  return g_strcmp0 (name, "a4") == 0 ? SALON_PAPER_A4 : SALON_PAPER_ROLL;
}

static void
remember_paper (SalonPaper paper)
{
  g_autoptr (GSettings) memory = salon_memory_open ();

  if (memory != NULL)
    g_settings_set_string (memory, "receipt-paper", paper == SALON_PAPER_A4 ? "a4" : "roll");
}

static Sheet *
sheet_new (GtkWidget *from, const SalonPaperOrder *order)
{
  Sheet *self = g_new0 (Sheet, 1);

  g_atomic_ref_count_init (&self->refs);
  g_weak_ref_init (&self->from, from);
  self->order = *order;
  self->order.title = g_strdup (order->title);
  self->order.save_title = g_strdup (order->save_title);
  self->order.name = g_strdup (order->name);
  self->paper = remembered_paper ();
  return self;
}

/* ---- handing it over */

/* The next one is a copy. */
static void
on_handed_over (gpointer data)
{
  Sheet *self = data;

  self->order.again = TRUE;
  if (self->order.handed_over != NULL)
    self->order.handed_over (self->order.data);
  if (self->window != NULL)
    set_pages (self);
}

static SalonSaved
done_of (Sheet *self)
{
  return (SalonSaved){ on_handed_over, sheet_ref (self), sheet_unref };
}

static void
print (Sheet *self, GtkWidget *from)
{
  salon_paper_print (from, self->pages, done_of (self));
}

/* ---- setting the pages */

typedef struct {
  SalonPaper paper;
  gboolean again;
  Sheet *sheet;
} Setting;

static void
setting_free (gpointer data)
{
  sheet_unref (((Setting *) data)->sheet);
  g_free (data);
}

static void
run_setting (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Setting *setting = data;

  g_task_return_pointer (task, setting->sheet->order.make (setting->sheet->order.data, setting->paper, setting->again),
                         (GDestroyNotify) salon_pages_unref);
}

static void
on_pages (GObject *source, GAsyncResult *result, gpointer data)
{
  const Setting *setting = g_task_get_task_data (G_TASK (result));
  Sheet *self = setting->sheet;
  SalonPages *pages = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);

  if (setting->paper != self->paper || setting->again != self->order.again) {
    salon_pages_unref (pages);
    return;
  }
  g_clear_pointer (&self->pages, salon_pages_unref);
  self->pages = pages;
  if (self->window != NULL)
    salon_paper_view_set_pages (SALON_PAPER_VIEW (self->view), self->pages);
  else if (self->wants_printing && from != NULL)
    print (self, from);
  self->wants_printing = FALSE;
}

static void
set_pages (Sheet *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_pages, NULL);
  Setting *setting = g_new0 (Setting, 1);

  setting->paper = self->paper;
  setting->again = self->order.again;
  setting->sheet = sheet_ref (self);
  g_task_set_task_data (task, setting, setting_free);
  salon_run_aside (task, run_setting);
}

/* ---- the window */

static void
on_roll (GtkToggleButton *button, Sheet *self)
{
  self->paper = gtk_toggle_button_get_active (button) ? SALON_PAPER_ROLL : SALON_PAPER_A4;
  remember_paper (self->paper);
  set_pages (self);
}

static void
on_print (GtkButton *button, Sheet *self)
{
  if (self->pages != NULL)
    print (self, GTK_WIDGET (button));
}

static void
on_save (GtkButton *button, Sheet *self)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);

  if (self->pages != NULL && from != NULL)
    salon_paper_save (from, self->pages, self->order.save_title, self->order.name, done_of (self));
}

static GtkWidget *
build_papers (Sheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *roll = gtk_toggle_button_new_with_label (C_ ("paper", "80 mm"));
  GtkWidget *a4 = gtk_toggle_button_new_with_label (C_ ("paper", "A4"));

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (a4), GTK_TOGGLE_BUTTON (roll));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->paper == SALON_PAPER_ROLL ? roll : a4), TRUE);
  gtk_widget_set_tooltip_text (roll, _("On the roll of a receipt printer"));
  gtk_widget_set_tooltip_text (a4, _("On sheets of A4"));
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), roll);
  gtk_box_append (GTK_BOX (box), a4);
  g_signal_connect (roll, "toggled", G_CALLBACK (on_roll), self);
  return box;
}

static GtkWidget *
build_verbs (Sheet *self, GtkWindow *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *papers = build_papers (self);
  GtkWidget *save = gtk_button_new_with_label (_("Save as PDF …"));
  GtkWidget *print_button = gtk_button_new_with_label (C_ ("paper", "Print …"));

  gtk_widget_add_css_class (box, "salon-verbs");
  gtk_widget_add_css_class (print_button, "suggested-action");
  gtk_widget_add_css_class (save, "salon-outlined");
  gtk_widget_set_hexpand (papers, TRUE);
  gtk_widget_set_halign (papers, GTK_ALIGN_START);
  gtk_widget_set_margin_start (box, GAP);
  gtk_widget_set_margin_end (box, GAP);
  gtk_widget_set_margin_top (box, GAP);
  gtk_widget_set_margin_bottom (box, GAP);
  g_signal_connect (save, "clicked", G_CALLBACK (on_save), self);
  g_signal_connect (print_button, "clicked", G_CALLBACK (on_print), self);
  gtk_box_append (GTK_BOX (box), papers);
  gtk_box_append (GTK_BOX (box), save);
  gtk_box_append (GTK_BOX (box), print_button);
  gtk_window_set_focus (window, print_button);
  return box;
}

static GtkWidget *
build_paper (Sheet *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = salon_paper_view_new (self->order.title);
  g_object_set_data_full (G_OBJECT (self->view), SHEET_KEY, sheet_ref (self), sheet_unref);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
build_content (Sheet *self, GtkWindow *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (self->order.title, NULL));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), build_paper (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), build_verbs (self, window));
  return box;
}

/**
 * salon_paper_window_present:
 * @from: any widget of the window in front of which it opens
 * @order: its texts are copied, its data is taken over
 *
 * Shows a paper as it would be printed.
 */
void
salon_paper_window_present (GtkWidget *from, const SalonPaperOrder *order)
{
  Sheet *self = sheet_new (from, order);
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  g_set_weak_pointer (&self->window, GTK_WIDGET (window));
  adw_window_set_content (ADW_WINDOW (window), build_content (self, window));
  gtk_window_set_title (window, self->order.title);
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (window), "salon");
  salon_close_by_escape (GTK_WIDGET (window));
  set_pages (self);
  gtk_window_present (window);
  sheet_unref (self);
}

/**
 * salon_paper_order_print:
 * @from: any widget of the window
 * @order: its texts are copied, its data is taken over
 *
 * Opens the print dialog at once, with the paper that was used last.
 */
void
salon_paper_order_print (GtkWidget *from, const SalonPaperOrder *order)
{
  Sheet *self = sheet_new (from, order);

  self->wants_printing = TRUE;
  set_pages (self);
  sheet_unref (self);
}
