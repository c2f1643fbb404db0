/* Kinds of season tickets: the list of what is sold, and the form beside it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/list-card.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/pages/settings/ticket-form.h"
#include "gui/parts/directory.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "model/rules/ticket-text.h"

#define PAGE_KEY "salon-ticket-kinds"

/* Hangs on the section, which lives longer than any answer that still comes. */
typedef struct {
  SalonSettingsSection *section; /* not owned */
  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonQuestion question;
  SalonCard *card;
  SalonCard *form_card;
  GtkListBox *list;
  SalonTicketForm *form;
  GPtrArray *kinds; /* SalonTicketKindRow */
  gint64 shown;     /* the kind in the form; 0 = a new one */
} Kinds;

static void
kinds_free (Kinds *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_free (self);
}

static Kinds *
kinds_of (gpointer section)
{
  return g_object_get_data (section, PAGE_KEY);
}

static const SalonTicketKindRow *
find (Kinds *self, gint64 id)
{
  for (guint i = 0; self->kinds != NULL && i < self->kinds->len; i++) {
    const SalonTicketKindRow *row = self->kinds->pdata[i];

    if (salon_entity_get_id (row->kind) == id)
      return row;
  }
  return NULL;
}

static void
show_form (Kinds *self, gint64 id)
{
  const SalonTicketKindRow *row = find (self, id);

  self->shown = row != NULL ? id : 0;
  salon_card_set_title (self->form_card, row != NULL ? row->kind->name : _("New kind of season ticket"));
  salon_ticket_form_show (self->form, row);
}

/* ---- the list */

static char *
services_text (Kinds *self, const SalonTicketKindRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->services->len == 0)
    return g_strdup (_("all services"));
  for (guint i = 0; i < row->services->len; i++) {
    const SalonTicketKindUnits *units = &g_array_index (row->services, SalonTicketKindUnits, i);
    gpointer service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, units->service_id);
    g_autofree char *name = service != NULL ? salon_entity_title (service) : g_strdup ("…"); /* in the archive by now */

    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
detail_of (Kinds *self, const SalonTicketKindRow *row)
{
  const SalonCurrency *currency = salon_directory_currency (self->directory);
  g_autofree char *units = salon_ticket_units_text ((SalonTicketUnit) row->kind->unit, row->units, currency);
  g_autofree char *services = services_text (self, row);
  g_autofree char *days = NULL;

  if (row->kind->valid_days == 0)
    return g_strdup_printf ("%s · %s", units, services);
  days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) row->kind->valid_days), (int) row->kind->valid_days);
  return g_strdup_printf ("%s · %s · %s", units, days, services);
}

static GtkWidget *
create_row (Kinds *self, const SalonTicketKindRow *kind)
{
  g_autofree char *price = salon_money_format (kind->kind->price, salon_directory_currency (self->directory));
  g_autofree char *detail = detail_of (self, kind);
  GtkWidget *cost = salon_label_new (price, "salon-num");

  gtk_label_set_ellipsize (GTK_LABEL (cost), PANGO_ELLIPSIZE_NONE);
  return salon_list_card_row_new (salon_entity_get_id (kind->kind), kind->kind->name, detail, cost);
}

static void
show_kinds (Kinds *self)
{
  g_autofree char *count = g_strdup_printf ("%u", self->kinds->len);
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->kinds->len; i++)
    gtk_list_box_append (self->list, create_row (self, self->kinds->pdata[i]));
  salon_card_set_note (self->card, self->kinds->len > 0 ? count : NULL);
}

static void
on_kinds (gpointer section, gpointer answer, const GError *error)
{
  Kinds *self = kinds_of (section);
  gboolean first = self->kinds == NULL;

  if (answer == NULL || gtk_widget_get_first_child (section) == NULL) {
    g_clear_pointer ((GPtrArray **) &answer, g_ptr_array_unref);
    return;
  }
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  self->kinds = answer;
  show_kinds (self);
  if (first && self->kinds->len > 0)
    self->shown = salon_entity_get_id (((SalonTicketKindRow *) self->kinds->pdata[0])->kind);
  if (first || self->shown != 0)
    show_form (self, self->shown);
}

static void
load (Kinds *self)
{
  salon_question_ask (&self->question, self->section, self->session, &salon_query_ticket_kinds, SALON_LANE_INTERACTIVE,
                      g_new0 (SalonTicketKindsRequest, 1), on_kinds);
}

/* ---- */

static void
on_changed (SalonSession *session, SalonChangeSet *changes, GtkWidget *section)
{
  if (salon_change_set_touches (changes, "ticket-kind") || salon_change_set_touches (changes, "ticket-kind-service"))
    load (kinds_of (section));
}

static void
on_directory (SalonDirectory *directory, GtkWidget *section)
{
  load (kinds_of (section));
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, Kinds *self)
{
  show_form (self, salon_list_card_row_get_id (row));
}

static void
on_add (GtkButton *button, Kinds *self)
{
  show_form (self, 0);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
on_saved (SalonTicketForm *form, gint64 id, Kinds *self)
{
  self->shown = id;
}

static GtkWidget *
create_list (Kinds *self)
{
  GtkWidget *add = NULL;

  self->card = salon_list_card_new (_("Season tickets"),
                                    _("Add what is sold ahead: ten visits for the price of nine, a month of massage."), _("Add a kind"),
                                    &self->list, &add);
  salon_settings_section_guard (self->section, add);
  g_signal_connect (add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_set_valign (GTK_WIDGET (self->card), GTK_ALIGN_START);
  return GTK_WIDGET (self->card);
}

/**
 * salon_settings_tickets_new:
 *
 * Returns: (transfer floating): kinds of season tickets
 */
GtkWidget *
salon_settings_tickets_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_PRICES_EDIT, _("Season tickets"),
                                                   _("What is sold ahead and used visit by visit. Tickets that were sold stay as they were."));
  Kinds *self = g_new0 (Kinds, 1);
  GtkWidget *list = NULL;

  *self = (Kinds){ .section = SALON_SETTINGS_SECTION (section), .session = g_object_ref (session),
                   .directory = salon_directory_of (session) };
  g_object_set_data_full (G_OBJECT (section), PAGE_KEY, self, (GDestroyNotify) kinds_free);
  list = create_list (self);
  self->form = SALON_TICKET_FORM (salon_ticket_form_new (session));
  self->form_card = SALON_CARD (salon_card_new (_("New kind of season ticket")));
  salon_card_set_child (self->form_card, GTK_WIDGET (self->form));
  salon_settings_section_append_pair (self->section, list, GTK_WIDGET (self->form_card));
  salon_settings_section_guard (self->section, GTK_WIDGET (self->form));
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), section, 0);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), section, 0);
  load (self);
  return section;
}
