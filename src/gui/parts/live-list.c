/* For some tens of rows, which are all made again: then none is old.  The selection, the focus and what was typed stay with
 * the item; where that is gone, the focus goes to the row that came in its place. */
#include "config.h"

#include "gui/parts/live-list.h"
#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"

struct _SalonLiveList {
  GtkWidget parent_instance;
  GtkListBox *box;
  GtkStack *stack;
  SalonSession *session;
  const SalonLiveListKind *kind;
  gpointer owner;   /* weak */
  GPtrArray *items; /* as shown, in the order of the rows */
  SalonQuestion question;
  gboolean active;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (SalonLiveList, salon_live_list, GTK_TYPE_WIDGET)

/* ---- rows */

static int
index_of (SalonLiveList *self, gint64 id)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    if (self->kind->id_of (self->items->pdata[i]) == id)
      return (int) i;
  return -1;
}

/* The row in which the focus is. */
static int
focused_index (SalonLiveList *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    if (salon_has_focus (GTK_WIDGET (row)))
      return i;
  return -1;
}

static void
clear (SalonLiveList *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_list_box_remove (self->box, row);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

/* Behind the old rows, which are still there to be asked. */
static GPtrArray *
append_rows (SalonLiveList *self, GPtrArray *items)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++) {
    GtkWidget *row = self->kind->make_row (self->owner, items->pdata[i]);

    g_ptr_array_add (rows, row);
    gtk_list_box_append (self->box, row);
  }
  return rows;
}

static void
keep_place (SalonLiveList *self, GPtrArray *items, GPtrArray *rows)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->box);
  int focused = focused_index (self);
  GtkWidget *next = focused >= 0 && rows->len > 0 ? rows->pdata[MIN ((guint) focused, rows->len - 1)] : NULL;
  gboolean taken = FALSE;

  for (guint i = 0; i < rows->len; i++) {
    int at = index_of (self, self->kind->id_of (items->pdata[i]));
    GtkListBoxRow *old = at >= 0 ? gtk_list_box_get_row_at_index (self->box, at) : NULL;

    if (old == NULL)
      continue;
    if (old == selected)
      gtk_list_box_select_row (self->box, rows->pdata[i]);
    if (at == focused)
      next = rows->pdata[i];
    if (self->kind->take_over != NULL && self->kind->take_over (rows->pdata[i], GTK_WIDGET (old)))
      taken = TRUE;
  }
  if (next != NULL && !taken)
    gtk_widget_grab_focus (next);
}

/* @items: (transfer full) */
static void
show (SalonLiveList *self, GPtrArray *items)
{
  guint n_old = self->items != NULL ? self->items->len : 0;
  g_autoptr (GPtrArray) rows = append_rows (self, items);

  keep_place (self, items, rows);
  for (guint i = 0; i < n_old; i++)
    gtk_list_box_remove (self->box, GTK_WIDGET (gtk_list_box_get_row_at_index (self->box, 0)));
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
  if (self->kind->shown != NULL)
    self->kind->shown (self->owner, items);
}

/* ---- reading */

static void
on_items (gpointer owner, gpointer answer, const GError *error)
{
  SalonLiveList *self = owner;

  if (answer == NULL)
    salon_note_error (owner, error);
  else if (self->owner != NULL)
    show (self, answer);
  else
    g_ptr_array_unref (answer);
}

static gboolean
may (SalonLiveList *self)
{
  return salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), self->kind->permission);
}

/**
 * salon_live_list_read: reads it now, for another request
 */
void
salon_live_list_read (SalonLiveList *self)
{
  self->stale = !may (self);
  if (self->owner == NULL)
    return;
  if (!self->stale) {
    salon_question_ask (&self->question, self, self->session, self->kind->query, SALON_LANE_BACKGROUND,
                        self->kind->make_request (self->owner), on_items);
    return;
  }
  salon_question_drop (&self->question);
  clear (self);
}

static void
reread (SalonLiveList *self)
{
  if (self->active)
    salon_live_list_read (self);
  else
    self->stale = TRUE;
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonLiveList *self)
{
  for (const char *const *topic = self->kind->topics; *topic != NULL; topic++)
    if (salon_change_set_touches (changes, *topic)) {
      reread (self);
      return;
    }
}

static void
on_actor_changed (SalonSession *session, SalonLiveList *self)
{
  clear (self);
  reread (self);
}

/* ---- building */

static void
salon_live_list_dispose (GObject *object)
{
  SalonLiveList *self = SALON_LIVE_LIST (object);

  salon_question_drop (&self->question);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->owner);
  G_OBJECT_CLASS (salon_live_list_parent_class)->dispose (object);
}

static void
salon_live_list_class_init (SalonLiveListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_live_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_live_list_init (SalonLiveList *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->stale = TRUE;
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "salon-plain-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->box));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroll, "list");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * salon_live_list_new:
 * @owner: (type GObject): makes requests and rows
 * @label: what is listed, translated
 * @empty: (transfer floating): shown when there is nothing
 *
 * Returns: (transfer floating): reads nothing until it is active
 */
GtkWidget *
salon_live_list_new (SalonSession *session, const SalonLiveListKind *kind, gpointer owner, const char *label, GtkWidget *empty)
{
  SalonLiveList *self = g_object_new (SALON_TYPE_LIVE_LIST, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  g_set_weak_pointer (&self->owner, owner);
  salon_set_accessible_label (self->box, label);
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_set_visible_child_name (self->stack, "empty");
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_live_list_get_box:
 *
 * Returns: (transfer none): where the rows are
 */
GtkListBox *
salon_live_list_get_box (SalonLiveList *self)
{
  return self->box;
}

/**
 * salon_live_list_set_active: a list that nobody sees is read when it is seen again
 */
void
salon_live_list_set_active (SalonLiveList *self, gboolean active)
{
  self->active = active;
  if (active && self->stale)
    salon_live_list_read (self);
}

/**
 * salon_live_list_find:
 *
 * Returns: (transfer none) (nullable): the row of an item
 */
GtkListBoxRow *
salon_live_list_find (SalonLiveList *self, gint64 id)
{
  int at = index_of (self, id);

  return at >= 0 ? gtk_list_box_get_row_at_index (self->box, at) : NULL;
}
