/* A kind of season ticket is saved by a button: what is sold from then on follows it; what was sold stays as it was.
 * What does not matter for what was chosen is not asked. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/settings/price-kinds.h"
#include "gui/pages/settings/ticket-form.h"
#include "gui/pages/settings/ticket-services.h"
#include "gui/parts/entity-control.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/picker-item.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/value-entry.h"
#include "model/rules/ticket-text.h"
#include "model/services/catalogue.h"

/* ---- what is asked */

static gboolean
in_visits (const SalonTicketKind *kind)
{
  return kind->split == SALON_TICKET_POOL && kind->unit == SALON_TICKET_UNIT_VISITS;
}

static gboolean
in_minutes (const SalonTicketKind *kind)
{
  return kind->split == SALON_TICKET_POOL && kind->unit == SALON_TICKET_UNIT_MINUTES;
}

static gboolean
in_money (const SalonTicketKind *kind)
{
  return kind->split == SALON_TICKET_POOL && kind->unit == SALON_TICKET_UNIT_MONEY;
}

static gboolean
has_end (const SalonTicketKind *kind)
{
  return kind->valid_days != 0;
}

static gboolean
begins_with_visit (const SalonTicketKind *kind)
{
  return kind->starts == SALON_TICKET_STARTS_FIRST_VISIT;
}

static gboolean
begins_after_days (const SalonTicketKind *kind)
{
  return kind->starts == SALON_TICKET_STARTS_AFTER_DAYS;
}

static GListModel *
items_of (gint64 last, const char *(*label) (gint64 value))
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (gint64 value = 1; value <= last; value++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (value, label (value), NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  return G_LIST_MODEL (items);
}

static GListModel *
unit_items (SalonDirectory *directory)
{
  return items_of (SALON_TICKET_UNIT_LAST, salon_ticket_unit_label);
}

static GListModel *
split_items (SalonDirectory *directory)
{
  return items_of (SALON_TICKET_PER_SERVICE, salon_ticket_split_label);
}

static GListModel *
start_items (SalonDirectory *directory)
{
  return items_of (SALON_TICKET_STARTS_LAST, salon_ticket_start_label);
}

#define ASK(field, label, hint, kind, unit, items) { field, label, hint, SALON_ASK_##kind, TRUE, unit, items }

/* Two in a line; those that stand for each other share a place. */
static const struct {
  SalonAsk ask;
  gboolean (*applies) (const SalonTicketKind *kind); /* NULL = always */
  int line;
  int column;
  int width;
} asks[] = {
  { ASK ("name", N_ ("Name"), NULL, TEXT, NULL, NULL), NULL, 0, 0, 1 },
  { ASK ("price", N_ ("Price"), NULL, MONEY, NULL, NULL), NULL, 0, 1, 1 },
  { ASK ("unit", N_ ("Counts"), NULL, PICK, NULL, unit_items), NULL, 1, 0, 1 },
  { ASK ("split", N_ ("Of the services"), NULL, PICK, NULL, split_items), NULL, 1, 1, 1 },
  { ASK ("units", N_ ("How many"), NULL, NUMBER, N_ ("visits"), NULL), in_visits, 2, 0, 1 },
  { ASK ("units", N_ ("How many"), NULL, NUMBER, N_ ("min"), NULL), in_minutes, 2, 0, 1 },
  { ASK ("units", N_ ("How much"), NULL, MONEY, NULL, NULL), in_money, 2, 0, 1 },
  { ASK ("valid_days", N_ ("Valid for"), N_ ("0 = without end."), NUMBER, N_ ("days"), NULL), NULL, 4, 0, 1 },
  { ASK ("freeze_days", N_ ("Can be frozen for"), N_ ("0 = never."), NUMBER, N_ ("days"), NULL), has_end, 4, 1, 1 },
  { ASK ("starts", N_ ("Begins"), NULL, PICK, NULL, start_items), NULL, 5, 0, 1 },
  { ASK ("start_days", N_ ("At the latest after"), N_ ("0 = whenever she comes."), NUMBER, N_ ("days"), NULL), begins_with_visit, 5, 1, 1 },
  { ASK ("start_days", N_ ("After"), NULL, NUMBER, N_ ("days"), NULL), begins_after_days, 5, 1, 1 },
  { ASK ("vat_rate_id", N_ ("Tax"), NULL, PICK, NULL, salon_vat_rate_items), NULL, 6, 0, 1 },
  { ASK ("bearer", N_ ("Whoever brings it may use it"), NULL, YES_NO, NULL, NULL), NULL, 7, 0, 2 },
};

#define N_ASKS        G_N_ELEMENTS (asks)
#define SERVICES_LINE 3

struct _SalonTicketForm {
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkWidget *fields[N_ASKS];
  GtkWidget *controls[N_ASKS];
  SalonTicketServices *services;
  GtkLabel *example;
  GtkWidget *save;
  GtkWidget *remove;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonTicketKind *kind;     /* as it is saved, or the first values of a new one */
  gboolean filling;
};

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonTicketForm, salon_ticket_form, GTK_TYPE_WIDGET)

static gint64
id_of (SalonTicketForm *self)
{
  return self->kind != NULL ? salon_entity_get_id (self->kind) : 0;
}

static gboolean
is_asked (guint i, const SalonTicketKind *kind)
{
  return asks[i].applies == NULL || asks[i].applies (kind);
}

/* ---- reading */

/* Units are kept in thousandths and asked whole.  What is not asked leaves nothing behind. */
static SalonTicketKind *
read_kind (SalonTicketForm *self, gboolean *readable)
{
  SalonTicketKind *kind = salon_ticket_kind_copy (self->kind);

  *readable = TRUE;
  kind->units /= 1000;
  for (guint i = 0; i < N_ASKS; i++)
    if (is_asked (i, kind))
      *readable = salon_entity_control_read (self->controls[i], &asks[i].ask, kind, NULL) && *readable;
  kind->units = CLAMP (kind->units, 0, G_MAXINT64 / 1000) * 1000;
  kind->freeze_days = has_end (kind) ? kind->freeze_days : 0;
  kind->start_days = kind->starts != SALON_TICKET_STARTS_AT_SALE ? kind->start_days : 0;
  return kind;
}

/* ---- showing */

static gint64
units_of (const SalonTicketKind *kind, const GArray *services)
{
  gint64 units = 0;

  if (kind->split == SALON_TICKET_POOL)
    return kind->units;
  for (guint i = 0; i < services->len; i++)
    units += g_array_index (services, SalonTicketKindUnits, i).units;
  return units;
}

/* What would be given back when half of it was used. */
static void
show_example (SalonTicketForm *self, const SalonTicketKind *kind, const GArray *services)
{
  const SalonCurrency *currency = salon_directory_currency (self->directory);
  g_autoptr (SalonTicketFacts) facts = salon_ticket_facts_new ();
  gint64 units = units_of (kind, services);
  gint64 half = units / 2000 * 1000;
  g_autofree char *used = NULL;
  g_autofree char *back = NULL;
  g_autofree char *text = NULL;

  facts->unit = (SalonTicketUnit) kind->unit;
  facts->units = facts->issued = units;
  facts->paid = facts->rest_money = kind->price;
  if (half > 0 && kind->price > 0) {
    used = salon_ticket_units_text (facts->unit, half, currency);
    back = salon_money_format (kind->price - salon_ticket_worth (facts, half), currency);
    /* Translators: how much of a season ticket was used, and the money that is given back then */
    text = g_strdup_printf (_("If it is given back after %s: %s, the price less what was used."), used, back);
  }
  gtk_label_set_text (self->example, text != NULL ? text : "");
}

static void
update (SalonTicketForm *self)
{
  gboolean readable = FALSE;
  g_autoptr (SalonTicketKind) kind = NULL;
  g_autoptr (GArray) services = NULL;

  if (self->kind == NULL || self->filling)
    return;
  kind = read_kind (self, &readable);
  for (guint i = 0; i < N_ASKS; i++)
    gtk_widget_set_visible (self->fields[i], is_asked (i, kind));
  salon_ticket_services_set_counted (self->services, kind->split == SALON_TICKET_PER_SERVICE, kind->unit);
  services = salon_ticket_services_get (self->services, &readable);
  show_example (self, kind, services);
}

static void
on_answered (gpointer data)
{
  update (data);
}

static void
on_services (SalonTicketServices *services, SalonTicketForm *self)
{
  update (self);
}

static void
fill (SalonTicketForm *self, const GArray *services)
{
  g_autoptr (SalonTicketKind) shown = salon_ticket_kind_copy (self->kind);

  self->filling = TRUE;
  shown->units /= 1000;
  for (guint i = 0; i < N_ASKS; i++)
    salon_entity_control_show (self->controls[i], &asks[i].ask, shown);
  salon_ticket_services_set_counted (self->services, shown->split == SALON_TICKET_PER_SERVICE, shown->unit);
  salon_ticket_services_set (self->services, services);
  gtk_button_set_label (GTK_BUTTON (self->save), id_of (self) != 0 ? C_ ("verb", "Save") : C_ ("verb", "Add"));
  gtk_widget_set_visible (self->remove, id_of (self) != 0);
  salon_form_clear_errors (GTK_WIDGET (self));
  self->filling = FALSE;
  update (self);
}

/* ---- saving */

/* The field that is seen, of those that ask for the same. */
static void
finish (SalonTicketForm *taken, GAsyncResult *result, GObject *source, const char *text)
{
  g_autoptr (SalonTicketForm) self = taken;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (!ok) {
    if (!salon_form_mark (GTK_WIDGET (self), error))
      salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_note_done (GTK_WIDGET (self), text, &done);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, done.id);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  finish (data, result, source, _("Kind of season ticket saved."));
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  finish (data, result, source, _("Kind of season ticket removed."));
}

static void
on_save (GtkButton *button, SalonTicketForm *self)
{
  gboolean readable = FALSE;
  gboolean counts = FALSE;
  g_autoptr (SalonTicketKind) curr = self->kind != NULL ? read_kind (self, &readable) : NULL;
  g_autoptr (GArray) services = salon_ticket_services_get (self->services, &counts);
  SalonTicketKindDraft *draft = NULL;

  if (!readable || !counts)
    return;
  salon_form_clear_errors (GTK_WIDGET (self));
  gtk_widget_set_sensitive (self->save, FALSE);
  draft = salon_ticket_kind_draft_new (id_of (self) != 0 ? self->kind : NULL, curr);
  g_array_append_vals (draft->services, services->data, services->len);
  salon_session_submit (self->session, &salon_command_ticket_kind_save, draft, NULL, NULL, on_saved, g_object_ref (self));
}

static void
on_remove (GtkButton *button, SalonTicketForm *self)
{
  if (id_of (self) != 0)
    salon_session_submit (self->session, &salon_command_catalogue_archive, salon_entity_draft_new (self->kind, self->kind), NULL, NULL,
                          on_removed, g_object_ref (self));
}

/* ---- building */

static void
on_directory (SalonDirectory *directory, SalonTicketForm *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_ASKS; i++)
    salon_entity_control_renew (self->controls[i], &asks[i].ask, directory);
  self->filling = FALSE;
}

static void
salon_ticket_form_dispose (GObject *object)
{
  SalonTicketForm *self = SALON_TICKET_FORM (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_object (&self->kind);
  G_OBJECT_CLASS (salon_ticket_form_parent_class)->dispose (object);
}

static void
salon_ticket_form_class_init (SalonTicketFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_ticket_form_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonTicketForm::saved:
   * @id: of the kind that was changed, made or removed
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", SALON_TYPE_TICKET_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
salon_ticket_form_init (SalonTicketForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 12);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  self->example = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
}

static void
add_asks (SalonTicketForm *self)
{
  for (guint i = 0; i < N_ASKS; i++) {
    const SalonAsk *ask = &asks[i].ask;

    self->controls[i] = salon_entity_control_new (ask, self->session);
    salon_entity_control_watch (self->controls[i], ask, on_answered, self);
    self->fields[i] = ask->kind == SALON_ASK_YES_NO ? self->controls[i]
                                                    : salon_form_field_new (ask->field, _(ask->label), self->controls[i]);
    if (ask->hint != NULL)
      salon_form_field_set_hint (SALON_FORM_FIELD (self->fields[i]), _(ask->hint));
    gtk_grid_attach (self->grid, self->fields[i], asks[i].column, asks[i].line, asks[i].width, 1);
  }
  gtk_grid_attach (self->grid, salon_form_field_new ("services", _("For which services"), GTK_WIDGET (self->services)), 0,
                   SERVICES_LINE, 2, 1);
}

static void
add_buttons (SalonTicketForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->save = gtk_button_new_with_label (C_ ("verb", "Save"));
  self->remove = gtk_button_new_with_label (C_ ("verb", "Remove"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_add_css_class (self->remove, "salon-quiet");
  gtk_widget_set_hexpand (self->save, TRUE);
  gtk_widget_set_halign (self->save, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_box_append (GTK_BOX (box), self->save);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect (self->save, "clicked", G_CALLBACK (on_save), self);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (on_remove), self);
}

/**
 * salon_ticket_form_new:
 *
 * Returns: (transfer floating): a form; give it a kind by salon_ticket_form_show()
 */
GtkWidget *
salon_ticket_form_new (SalonSession *session)
{
  SalonTicketForm *self = g_object_new (SALON_TYPE_TICKET_FORM, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  self->services = SALON_TICKET_SERVICES (salon_ticket_services_new (session));
  add_asks (self);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->example), GTK_WIDGET (self));
  add_buttons (self);
  g_signal_connect (self->services, "changed", G_CALLBACK (on_services), self);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  return GTK_WIDGET (self);
}

static SalonTicketKind *
first_values (void)
{
  SalonTicketKind *kind = salon_ticket_kind_new ();

  kind->unit = SALON_TICKET_UNIT_VISITS;
  kind->split = SALON_TICKET_POOL;
  kind->units = 10 * 1000;
  kind->valid_days = 180;
  kind->starts = SALON_TICKET_STARTS_AT_SALE;
  return kind;
}

/**
 * salon_ticket_form_show:
 * @kind: (nullable): as it is saved; %NULL = a new one
 */
void
salon_ticket_form_show (SalonTicketForm *self, const SalonTicketKindRow *kind)
{
  g_clear_object (&self->kind);
  self->kind = kind != NULL ? g_object_ref (kind->kind) : first_values ();
  fill (self, kind != NULL ? kind->services : NULL);
}
