/* A kind of season ticket is saved by a button: what is sold from then on follows it; what was sold stays as it was.
 * What does not matter for what was chosen is not asked. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/price-kinds.h"
#include "gui/pages/settings/ticket-form.h"
#include "gui/pages/settings/ticket-services.h"
#include "gui/parts/catalogue-items.h"
#include "gui/widgets/build.h"
#include "model/rules/ticket-text.h"
#include "model/services/catalogue.h"

/* ---- what is asked */

static gboolean
in_visits (gconstpointer entity)
{
  const SalonTicketKind *kind = entity;

  return kind->split == SALON_TICKET_POOL && kind->unit == SALON_TICKET_UNIT_VISITS;
}

static gboolean
in_minutes (gconstpointer entity)
{
  const SalonTicketKind *kind = entity;

  return kind->split == SALON_TICKET_POOL && kind->unit == SALON_TICKET_UNIT_MINUTES;
}

static gboolean
in_money (gconstpointer entity)
{
  const SalonTicketKind *kind = entity;

  return kind->split == SALON_TICKET_POOL && kind->unit == SALON_TICKET_UNIT_MONEY;
}

static gboolean
has_end (gconstpointer entity)
{
  const SalonTicketKind *kind = entity;

  return kind->valid_days != 0;
}

static gboolean
begins_with_visit (gconstpointer entity)
{
  const SalonTicketKind *kind = entity;

  return kind->starts == SALON_TICKET_STARTS_FIRST_VISIT;
}

static gboolean
begins_after_days (gconstpointer entity)
{
  const SalonTicketKind *kind = entity;

  return kind->starts == SALON_TICKET_STARTS_AFTER_DAYS;
}

static GListModel *
unit_items (SalonDirectory *directory)
{
  return salon_items_of_values (1, SALON_TICKET_UNIT_LAST, salon_ticket_unit_label);
}

static GListModel *
split_items (SalonDirectory *directory)
{
  return salon_items_of_values (1, SALON_TICKET_PER_SERVICE, salon_ticket_split_label);
}

static GListModel *
start_items (SalonDirectory *directory)
{
  return salon_items_of_values (1, SALON_TICKET_STARTS_LAST, salon_ticket_start_label);
}

/* Two in a line. */
static const SalonAskPlace asks[] = {
  { SALON_ASK ("name", N_ ("Name"), NULL, TEXT, NULL, NULL), NULL, 0, 0, 1 },
  { SALON_ASK ("price", N_ ("Price"), NULL, MONEY, NULL, NULL), NULL, 0, 1, 1 },
  { SALON_ASK ("unit", N_ ("Counts"), NULL, PICK, NULL, unit_items), NULL, 1, 0, 1 },
  { SALON_ASK ("split", N_ ("Of the services"), NULL, PICK, NULL, split_items), NULL, 1, 1, 1 },
  { SALON_ASK ("units", N_ ("How many"), NULL, NUMBER, N_ ("visits"), NULL), in_visits, 2, 0, 1 },
  { SALON_ASK ("units", N_ ("How many"), NULL, NUMBER, N_ ("min"), NULL), in_minutes, 2, 0, 1 },
  { SALON_ASK ("units", N_ ("How much"), NULL, MONEY, NULL, NULL), in_money, 2, 0, 1 },
  { SALON_ASK ("valid_days", N_ ("Valid for"), N_ ("0 = without end."), NUMBER, N_ ("days"), NULL), NULL, 4, 0, 1 },
  { SALON_ASK ("freeze_days", N_ ("Can be frozen for"), N_ ("0 = never."), NUMBER, N_ ("days"), NULL), has_end, 4, 1, 1 },
  { SALON_ASK ("starts", N_ ("Begins"), NULL, PICK, NULL, start_items), NULL, 5, 0, 1 },
  { SALON_ASK ("start_days", N_ ("At the latest after"), N_ ("0 = whenever she comes."), NUMBER, N_ ("days"), NULL), begins_with_visit, 5, 1, 1 },
  { SALON_ASK ("start_days", N_ ("After"), NULL, NUMBER, N_ ("days"), NULL), begins_after_days, 5, 1, 1 },
  { SALON_ASK ("vat_rate_id", N_ ("Tax"), NULL, PICK, NULL, salon_vat_rate_items), NULL, 6, 0, 1 },
  { SALON_ASK ("bearer", N_ ("Whoever brings it may use it"), NULL, YES_NO, NULL, NULL), NULL, 7, 0, 2 },
};

#define SERVICES_LINE 3

struct _SalonTicketForm {
  SalonAskForm parent_instance;

  SalonTicketServices *services;
  GtkLabel *example;
  SalonDirectory *directory; /* not owned */
};

G_DEFINE_FINAL_TYPE (SalonTicketForm, salon_ticket_form, SALON_TYPE_ASK_FORM)

/* ---- reading */

/* Units are kept in thousandths and asked whole. */
static void
to_asked (gpointer entity)
{
  ((SalonTicketKind *) entity)->units /= 1000;
}

static void
to_kept (SalonAskForm *form, gpointer entity)
{
  SalonTicketKind *kind = entity;

  kind->units = CLAMP (kind->units, 0, G_MAXINT64 / 1000) * 1000;
  kind->freeze_days = has_end (kind) ? kind->freeze_days : 0;
  kind->start_days = kind->starts != SALON_TICKET_STARTS_AT_SALE ? kind->start_days : 0;
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
follow (SalonAskForm *form, gpointer entity, gboolean readable)
{
  SalonTicketForm *self = SALON_TICKET_FORM (form);
  const SalonTicketKind *kind = entity;
  g_autoptr (GArray) services = NULL;

  salon_ticket_services_set_counted (self->services, kind->split == SALON_TICKET_PER_SERVICE, kind->unit);
  services = salon_ticket_services_get (self->services, &readable);
  show_example (self, kind, services);
}

static void
on_services (SalonTicketServices *services, SalonAskForm *self)
{
  salon_ask_form_update (self);
}

/* ---- saving */

static gboolean
save (SalonAskForm *form, gpointer orig, gpointer curr, GAsyncReadyCallback done)
{
  gboolean counts = FALSE;
  g_autoptr (GArray) services = salon_ticket_services_get (SALON_TICKET_FORM (form)->services, &counts);
  SalonTicketKindDraft *draft = NULL;

  if (!counts)
    return FALSE;
  draft = salon_ticket_kind_draft_new (orig, curr);
  g_array_append_vals (draft->services, services->data, services->len);
  salon_session_submit (salon_ask_form_get_session (form), &salon_command_ticket_kind_save, draft, NULL, NULL, done,
                        g_object_ref (form));
  return TRUE;
}

static void
remove_kind (SalonAskForm *form, gpointer entity, GAsyncReadyCallback done)
{
  salon_session_submit (salon_ask_form_get_session (form), &salon_command_catalogue_archive, salon_entity_draft_new (entity, entity),
                        NULL, NULL, done, g_object_ref (form));
}

/* ---- building */

static void
salon_ticket_form_class_init (SalonTicketFormClass *klass)
{
  SalonAskFormClass *form_class = SALON_ASK_FORM_CLASS (klass);

  form_class->asks = asks;
  form_class->n_asks = G_N_ELEMENTS (asks);
  form_class->saved = N_("Kind of season ticket saved.");
  form_class->removed = N_("Kind of season ticket removed.");
  form_class->to_asked = to_asked;
  form_class->to_kept = to_kept;
  form_class->follow = follow;
  form_class->save = save;
  form_class->remove = remove_kind;
}

static void
salon_ticket_form_init (SalonTicketForm *self)
{
  self->example = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
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
  SalonAskForm *form = SALON_ASK_FORM (self);

  self->directory = salon_directory_of (session);
  self->services = SALON_TICKET_SERVICES (salon_ticket_services_new (session));
  salon_ask_form_build (form, session, self->example);
  salon_ask_form_attach (form, "services", _("For which services"), GTK_WIDGET (self->services), SERVICES_LINE);
  g_signal_connect (self->services, "changed", G_CALLBACK (on_services), self);
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
  SalonTicketKind *shown = kind != NULL ? g_object_ref (kind->kind) : first_values ();

  salon_ask_form_set_filling (SALON_ASK_FORM (self), TRUE);
  salon_ticket_services_set_counted (self->services, shown->split == SALON_TICKET_PER_SERVICE, shown->unit);
  salon_ticket_services_set (self->services, kind != NULL ? kind->services : NULL);
  salon_ask_form_show (SALON_ASK_FORM (self), shown);
}
