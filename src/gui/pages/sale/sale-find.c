/* Everything that is sold is held in memory and searched by each key; a barcode needs no choosing.  The number of a gift
 * certificate or of a season ticket is looked for in the file when Enter ends it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "gui/pages/sale/sale-find.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/menu.h"
#include "gui/widgets/picker-item.h"
#include "model/entities/item.h"
#include "model/entities/service.h"
#include "model/services/catalogue.h"
#include "model/services/tickets.h"

#define MAX_FOUND 8

/* One thing that is sold; the text for the eye and the search is that of the item. */
typedef struct {
  SalonSaleLineKind kind;
  SalonPickerItem *item;
  char *barcode; /* NULL = none */
  char *code;    /* NULL = none */
} Sold;

struct _SalonSaleFind {
  GtkWidget parent_instance;
  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *over; /* the frame of the list */
  GtkLabel *nothing;
  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  GPtrArray *sold;
  GPtrArray *goods; /* SalonItem */
  GPtrArray *kinds; /* SalonTicketKindRow */
  GMenu *menu;      /* what has no barcode */
};

G_DEFINE_FINAL_TYPE (SalonSaleFind, salon_sale_find, GTK_TYPE_WIDGET)

enum { SIGNAL_FOUND, SIGNAL_CODE, SIGNAL_DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
sold_free (Sold *sold)
{
  g_object_unref (sold->item);
  g_free (sold->barcode);
  g_free (sold->code);
  g_free (sold);
}

/* @price: less than 0 = it is typed */
static void
add_sold (SalonSaleFind *self, SalonSaleLineKind kind, gint64 id, const char *name, SalonMoney price)
{
  Sold *sold = g_new0 (Sold, 1);
  g_autofree char *aside = price >= 0 ? salon_money_format (price, salon_directory_currency (self->directory)) : NULL;

  sold->kind = kind;
  sold->item = salon_picker_item_new (id, name, aside, SALON_PICK_NO_COLOR);
  g_ptr_array_add (self->sold, sold);
}

static void
add_tickets (SalonSaleFind *self)
{
  for (guint i = 0; self->kinds != NULL && i < self->kinds->len; i++) {
    const SalonTicketKind *kind = ((const SalonTicketKindRow *) self->kinds->pdata[i])->kind;

    add_sold (self, SALON_SALE_LINE_TICKET, salon_entity_get_id (kind), kind->name, kind->price);
  }
}

/* What has no price: its amount is typed. */
static void
add_owed (SalonSaleFind *self)
{
  GPtrArray *employees = salon_directory_list (self->directory, SALON_DIRECTORY_EMPLOYEES);
  g_autoptr (GListModel) items = employees != NULL ? salon_items_of_employees (employees) : NULL;

  add_sold (self, SALON_SALE_LINE_TOP_UP, 0, _("Top up the account"), -1);
  add_sold (self, SALON_SALE_LINE_CERTIFICATE, 0, _("Gift certificate"), -1);
  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++) {
    g_autoptr (SalonPickerItem) employee = g_list_model_get_item (items, i);
    g_autofree char *name = g_strdup_printf (_("Tip for %s"), employee->text);

    add_sold (self, SALON_SALE_LINE_TIP, employee->id, name, -1);
  }
}

/* The same by the mouse: what nobody thinks of typing. */
static void
fill_menu (SalonSaleFind *self)
{
  g_autoptr (GMenu) tickets = g_menu_new ();
  g_autoptr (GMenu) tips = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; i < self->sold->len; i++) {
    const Sold *sold = self->sold->pdata[i];
    GMenu *menu = sold->kind == SALON_SALE_LINE_TICKET ? tickets : sold->kind == SALON_SALE_LINE_TIP ? tips : others;

    if (sold->kind >= SALON_SALE_LINE_TICKET)
      salon_menu_append (menu, sold->item->text, "sale.add", g_variant_new ("(ix)", (int) sold->kind, sold->item->id));
  }
  g_menu_remove_all (self->menu);
  if (g_menu_model_get_n_items (G_MENU_MODEL (tickets)) > 0)
    g_menu_append_submenu (self->menu, C_ ("sale", "Season ticket"), G_MENU_MODEL (tickets));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (others));
  if (g_menu_model_get_n_items (G_MENU_MODEL (tips)) > 0)
    g_menu_append_submenu (self->menu, C_ ("sale", "Tip"), G_MENU_MODEL (tips));
}

static void
collect (SalonSaleFind *self)
{
  GPtrArray *services = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICES);

  g_ptr_array_set_size (self->sold, 0);
  for (guint i = 0; services != NULL && i < services->len; i++) {
    const SalonService *service = services->pdata[i];

    add_sold (self, SALON_SALE_LINE_SERVICE, salon_entity_get_id (service), service->name, service->price);
  }
  for (guint i = 0; self->goods != NULL && i < self->goods->len; i++) {
    const SalonItem *item = self->goods->pdata[i];
    Sold *sold = NULL;

    add_sold (self, SALON_SALE_LINE_ITEM, salon_entity_get_id (item), item->name, item->price);
    sold = g_ptr_array_index (self->sold, self->sold->len - 1);
    sold->barcode = g_strdup (item->barcode);
    sold->code = g_strdup (item->code);
  }
  add_tickets (self);
  add_owed (self);
  fill_menu (self);
}

/* ---- reading */

static void
on_goods (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSaleFind) self = data;
  GPtrArray *goods = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (goods == NULL)
    return;
  g_clear_pointer (&self->goods, g_ptr_array_unref);
  self->goods = goods;
  if (self->session != NULL)
    collect (self);
}

static void
load_goods (SalonSaleFind *self)
{
  salon_session_query (self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                       salon_entity_list_request_new (salon_item_get_type (), FALSE), NULL, on_goods, g_object_ref (self));
}

static void
on_kinds (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSaleFind) self = data;
  GPtrArray *kinds = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (kinds == NULL)
    return;
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  self->kinds = kinds;
  if (self->session != NULL)
    collect (self);
}

static void
load_kinds (SalonSaleFind *self)
{
  salon_session_query (self->session, &salon_query_ticket_kinds, SALON_LANE_INTERACTIVE, g_new0 (SalonTicketKindsRequest, 1),
                       NULL, on_kinds, g_object_ref (self));
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonSaleFind *self)
{
  if (salon_change_set_touches (changes, "ticket-kind"))
    load_kinds (self);
  if (salon_change_set_touches (changes, "item"))
    load_goods (self);
}

static void
on_directory_changed (SalonDirectory *directory, SalonSaleFind *self)
{
  collect (self);
}

/* ---- finding */

static GQuark
sold_quark (void)
{
  return g_quark_from_static_string ("salon-sold");
}

static const char *
icon_of (SalonSaleLineKind kind)
{
  switch (kind) {
  case SALON_SALE_LINE_ITEM:
    return "salon-bag-symbolic";
  case SALON_SALE_LINE_TICKET:
  case SALON_SALE_LINE_CERTIFICATE:
    return "salon-ticket-symbolic";
  case SALON_SALE_LINE_TOP_UP:
    return "salon-wallet-symbolic";
  case SALON_SALE_LINE_TIP:
    return "salon-user-symbolic";
  case SALON_SALE_LINE_SERVICE:
  default:
    return "salon-star-symbolic";
  }
}

static GtkWidget *
row_new (const Sold *sold)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = salon_label_new (sold->item->text, NULL);
  GtkWidget *price = salon_label_new (sold->item->aside, "salon-num");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (price, "salon-secondary");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_of (sold->kind)));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), price);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  salon_set_accessible_label (row, sold->item->text);
  g_object_set_qdata (G_OBJECT (row), sold_quark (), (gpointer) sold);
  return row;
}

static void
clear_rows (SalonSaleFind *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static char *
typed (SalonSaleFind *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static const Sold *
find_code (SalonSaleFind *self, const char *text)
{
  for (guint i = 0; i < self->sold->len; i++) {
    const Sold *sold = self->sold->pdata[i];

    if (g_strcmp0 (sold->barcode, text) == 0 || g_strcmp0 (sold->code, text) == 0)
      return sold;
  }
  return NULL;
}

/* What begins with the words comes before what contains them. */
static void
show_matches (SalonSaleFind *self, const char *folded, gboolean beginning, guint *n)
{
  for (guint i = 0; i < self->sold->len && *n < MAX_FOUND; i++) {
    const Sold *sold = self->sold->pdata[i];

    if (!salon_picker_item_matches (sold->item, folded) || g_str_has_prefix (sold->item->key, folded) != beginning)
      continue;
    gtk_list_box_append (self->list, row_new (sold));
    (*n)++;
  }
}

static void
on_changed (GtkEditable *entry, SalonSaleFind *self)
{
  g_autofree char *text = typed (self);
  g_autofree char *folded = salon_text_fold (text);
  const Sold *coded = *text != '\0' ? find_code (self, text) : NULL;
  guint n = 0;

  clear_rows (self);
  if (coded != NULL)
    gtk_list_box_append (self->list, row_new (coded));
  else if (*text != '\0') {
    show_matches (self, folded, TRUE, &n);
    show_matches (self, folded, FALSE, &n);
  }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->list), coded != NULL || n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), coded == NULL && n == 0);
  gtk_widget_set_visible (self->over, *text != '\0');
}

static void
take (SalonSaleFind *self, GtkListBoxRow *row)
{
  const Sold *sold = row != NULL ? g_object_get_qdata (G_OBJECT (row), sold_quark ()) : NULL;

  if (sold == NULL)
    return;
  gtk_widget_grab_focus (self->entry);
  g_signal_emit (self, signals[SIGNAL_FOUND], 0, sold->kind, sold->item->id);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonSaleFind *self)
{
  take (self, row);
}

static gboolean
has_digit (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      return TRUE;
  return FALSE;
}

static void
on_activate (GtkEntry *entry, SalonSaleFind *self)
{
  g_autofree char *text = typed (self);

  if (*text == '\0')
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
  else if (gtk_list_box_get_selected_row (self->list) == NULL && has_digit (text))
    g_signal_emit (self, signals[SIGNAL_CODE], 0, text);
  else
    take (self, gtk_list_box_get_selected_row (self->list));
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonSaleFind *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  GtkListBoxRow *next = NULL;

  if (step == 0 || !gtk_widget_get_visible (self->over))
    return FALSE;
  next = gtk_list_box_get_row_at_index (self->list, row != NULL ? gtk_list_box_row_get_index (row) + step : 0);
  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
  return TRUE;
}

/* ---- building */

static gboolean
salon_sale_find_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SALON_SALE_FIND (widget)->entry);
}

static void
salon_sale_find_dispose (GObject *object)
{
  SalonSaleFind *self = SALON_SALE_FIND (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_find_parent_class)->dispose (object);
}

static void
salon_sale_find_finalize (GObject *object)
{
  SalonSaleFind *self = SALON_SALE_FIND (object);

  g_ptr_array_unref (self->sold);
  g_clear_pointer (&self->goods, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_object_unref (self->menu);
  G_OBJECT_CLASS (salon_sale_find_parent_class)->finalize (object);
}

static void
salon_sale_find_class_init (SalonSaleFindClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = salon_sale_find_dispose;
  object_class->finalize = salon_sale_find_finalize;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_sale_find_grab_focus;

  /**
   * SalonSaleFind::found:
   * @kind: #SalonSaleLineKind
   * @id: the service, item, kind of season ticket or employee; else 0
   */
  signals[SIGNAL_FOUND] = g_signal_new ("found", SALON_TYPE_SALE_FIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);

  /**
   * SalonSaleFind::code:
   * @text: that nothing is sold by; the number of a certificate or a season ticket perhaps
   */
  signals[SIGNAL_CODE] = g_signal_new ("code", SALON_TYPE_SALE_FIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_STRING);

  /**
   * SalonSaleFind::done: Enter, and nothing was typed
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", SALON_TYPE_SALE_FIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_find_init (SalonSaleFind *self)
{
  self->sold = g_ptr_array_new_with_free_func ((GDestroyNotify) sold_free);
  self->menu = g_menu_new ();
}

static GtkWidget *
build_entry (SalonSaleFind *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "salon-search-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Service, product or barcode"));
  salon_set_accessible_label (self->entry, _("Service, product or barcode"));
  gtk_widget_add_css_class (self->entry, "salon-sale-find");
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->entry, keys);
  return self->entry;
}

static GtkWidget *
build_over (SalonSaleFind *self)
{
  self->over = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->nothing = GTK_LABEL (salon_wrapped_label_new (_("Nothing of that name is sold."), "salon-secondary"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-picks");
  gtk_widget_add_css_class (self->over, "salon-sale-found");
  gtk_widget_set_valign (self->over, GTK_ALIGN_START);
  gtk_widget_set_visible (self->over, FALSE);
  salon_set_accessible_label (self->list, _("What is found"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_box_append (GTK_BOX (self->over), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->over), GTK_WIDGET (self->nothing));
  return self->over;
}

/**
 * salon_sale_find_new:
 * @below: (transfer floating): what stands below the field
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_sale_find_new (SalonSession *session, GtkWidget *below)
{
  SalonSaleFind *self = g_object_new (SALON_TYPE_SALE_FIND, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *overlay = gtk_overlay_new ();

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  gtk_box_append (GTK_BOX (box), build_entry (self));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), below);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), build_over (self));
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory_changed), self, 0);
  collect (self);
  load_goods (self);
  load_kinds (self);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_find_back: Esc
 *
 * Returns: whether something was typed, which is gone now
 */
gboolean
salon_sale_find_back (SalonSaleFind *self)
{
  g_autofree char *text = typed (self);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return *text != '\0';
}

/**
 * salon_sale_find_forward_key: what is typed anywhere else goes here
 *
 * Returns: whether the field took the key
 */
gboolean
salon_sale_find_forward_key (SalonSaleFind *self, GtkEventControllerKey *keys)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));

  if (!gtk_widget_get_mapped (self->entry))
    return FALSE;
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  return gtk_event_controller_key_forward (keys, text);
}

/**
 * salon_sale_find_get_menu:
 *
 * Returns: (transfer none): season tickets, certificates, top-ups and tips, each by the action "sale.add" with kind and id
 */
GMenuModel *
salon_sale_find_get_menu (SalonSaleFind *self)
{
  return G_MENU_MODEL (self->menu);
}
