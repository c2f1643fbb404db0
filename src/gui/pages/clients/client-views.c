/* The views are made when they are first asked for; the list stays as it is behind them. */
#include "config.h"

#include "gui/pages/clients/card-view.h"
#include "gui/pages/clients/client-views.h"
#include "gui/pages/clients/duplicates-view.h"
#include "gui/pages/clients/import-view.h"
#include "gui/pages/clients/merge-many.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"

struct _SalonClientViews {
  GtkWidget parent_instance;

  SalonSession *session;
  GtkStack *stack;
  GtkWidget *list;              /* not owned: a page of the stack, as the others */
  SalonImportView *import;      /* NULL until it was asked for */
  SalonDuplicatesView *doubles; /* the same */
  SalonCardView *card;          /* the same */
  SalonMergeMany *many;         /* the same */
};

enum { SHOW_IMPORTED, MERGED, BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonClientViews, salon_client_views, GTK_TYPE_WIDGET)

static void
show_list (SalonClientViews *self)
{
  gtk_stack_set_visible_child (self->stack, self->list);
  g_signal_emit (self, signals[BACK], 0);
}

static void
on_show_imported (SalonImportView *view, gint64 operation, SalonClientViews *self)
{
  g_signal_emit (self, signals[SHOW_IMPORTED], 0, operation);
  show_list (self);
}

static void
on_dropped (GtkWidget *widget, const char *path)
{
  salon_client_views_open_import (SALON_CLIENT_VIEWS (widget), path);
}

static void
on_pair_merged (SalonDuplicatesView *view, gint64 survivor, SalonClientViews *self)
{
  g_signal_emit (self, signals[MERGED], 0);
}

static void
on_many_merged (SalonMergeMany *many, gint64 survivor, SalonClientViews *self)
{
  g_signal_emit (self, signals[MERGED], 0);
  show_list (self);
}

/* ---- object */

static void
salon_client_views_dispose (GObject *object)
{
  SalonClientViews *self = SALON_CLIENT_VIEWS (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_client_views_parent_class)->dispose (object);
}

static void
salon_client_views_class_init (SalonClientViewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_views_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonClientViews::show-imported:
   * @operation: of the import whose clients the list is to show
   */
  signals[SHOW_IMPORTED] = g_signal_new ("show-imported", SALON_TYPE_CLIENT_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonClientViews::merged: cards became one; those that are gone are not to be ticked any more
   */
  signals[MERGED] = g_signal_new ("merged", SALON_TYPE_CLIENT_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonClientViews::back: the list is shown again, and is to have the focus
   */
  signals[BACK] = g_signal_new ("back", SALON_TYPE_CLIENT_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_client_views_init (SalonClientViews *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * salon_client_views_new:
 * @list: what is shown as a rule
 *
 * Returns: (transfer floating): the list, with the other views behind it; takes files that are dropped on it
 */
GtkWidget *
salon_client_views_new (SalonSession *session, GtkWidget *list)
{
  SalonClientViews *self = g_object_new (SALON_TYPE_CLIENT_VIEWS, NULL);

  self->session = g_object_ref (session);
  self->list = list;
  gtk_stack_add_child (self->stack, list);
  salon_compat_hide_unseen_pages (self->stack);
  salon_import_accept_drops (GTK_WIDGET (self), on_dropped);
  return GTK_WIDGET (self);
}

/**
 * salon_client_views_open_import:
 * @path: (nullable): of the file; %NULL or empty = the user is to choose one
 */
void
salon_client_views_open_import (SalonClientViews *self, const char *path)
{
  g_return_if_fail (SALON_IS_CLIENT_VIEWS (self));

  if (self->import == NULL) {
    self->import = SALON_IMPORT_VIEW (salon_import_view_new (self->session));
    g_signal_connect_swapped (self->import, "closed", G_CALLBACK (show_list), self);
    g_signal_connect (self->import, "show-clients", G_CALLBACK (on_show_imported), self);
    gtk_stack_add_child (self->stack, GTK_WIDGET (self->import));
  }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->import));
  gtk_widget_child_focus (GTK_WIDGET (self->import), GTK_DIR_TAB_FORWARD);
  if (path != NULL && *path != '\0')
    salon_import_view_open (self->import, path);
}

/**
 * salon_client_views_open_duplicates:
 * @one: 0 = all pairs
 * @other: the card to compare it with
 */
void
salon_client_views_open_duplicates (SalonClientViews *self, gint64 one, gint64 other)
{
  g_return_if_fail (SALON_IS_CLIENT_VIEWS (self));

  if (self->doubles == NULL) {
    self->doubles = SALON_DUPLICATES_VIEW (salon_duplicates_view_new (self->session));
    g_signal_connect_swapped (self->doubles, "closed", G_CALLBACK (show_list), self);
    g_signal_connect (self->doubles, "merged", G_CALLBACK (on_pair_merged), self);
    gtk_stack_add_child (self->stack, GTK_WIDGET (self->doubles));
  }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->doubles));
  if (one != 0)
    salon_duplicates_view_compare (self->doubles, one, other);
  else
    salon_duplicates_view_load (self->doubles);
  gtk_widget_child_focus (GTK_WIDGET (self->doubles), GTK_DIR_TAB_FORWARD);
}

/**
 * salon_client_views_open_merge:
 * @ids: (transfer none) (element-type gint64): two cards are compared field by field; of more, one is chosen to stay
 */
void
salon_client_views_open_merge (SalonClientViews *self, GArray *ids)
{
  g_return_if_fail (SALON_IS_CLIENT_VIEWS (self) && ids->len >= 2);

  if (ids->len == 2) {
    salon_client_views_open_duplicates (self, g_array_index (ids, gint64, 0), g_array_index (ids, gint64, 1));
    return;
  }
  if (self->many == NULL) {
    self->many = SALON_MERGE_MANY (salon_merge_many_new (self->session));
    g_signal_connect_swapped (self->many, "closed", G_CALLBACK (show_list), self);
    g_signal_connect (self->many, "merged", G_CALLBACK (on_many_merged), self);
    gtk_stack_add_child (self->stack, GTK_WIDGET (self->many));
  }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->many));
  salon_merge_many_open (self->many, ids);
}

/**
 * salon_client_views_open_card: shows the card of a client
 */
void
salon_client_views_open_card (SalonClientViews *self, gint64 client_id)
{
  g_return_if_fail (SALON_IS_CLIENT_VIEWS (self));

  if (self->card == NULL) {
    self->card = SALON_CARD_VIEW (salon_card_view_new (self->session));
    g_signal_connect_swapped (self->card, "closed", G_CALLBACK (show_list), self);
    gtk_stack_add_child (self->stack, GTK_WIDGET (self->card));
  }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->card));
  salon_card_view_open (self->card, client_id);
}

/**
 * salon_client_views_is_list:
 *
 * Returns: whether the list is what is shown
 */
gboolean
salon_client_views_is_list (SalonClientViews *self)
{
  g_return_val_if_fail (SALON_IS_CLIENT_VIEWS (self), FALSE);

  return gtk_stack_get_visible_child (self->stack) == self->list;
}

/**
 * salon_client_views_back:
 *
 * Returns: whether another view than the list was shown, which is shown now
 */
gboolean
salon_client_views_back (SalonClientViews *self)
{
  g_return_val_if_fail (SALON_IS_CLIENT_VIEWS (self), FALSE);

  if (salon_client_views_is_list (self))
    return FALSE;
  if (self->doubles != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->doubles))
    return gtk_widget_activate_action (GTK_WIDGET (self->doubles), "duplicates.close", NULL);
  if (self->card != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->card)
      && salon_card_view_back (self->card))
    return TRUE;
  show_list (self);
  return TRUE;
}
