/* Kinds of season tickets: the list of what is sold, and the form beside it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/list-card.h"
#include "gui/pages/settings/list-form.h"
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
  SalonListForm pair;
  GPtrArray *kinds; /* SalonTicketKindRow */
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

static const char *
show_form (gpointer owner, gint64 id)
{
  Kinds *self = owner;
  const SalonTicketKindRow *row = find (self, id);

  salon_ticket_form_show (SALON_TICKET_FORM (self->pair.form), row);
  return row != NULL ? row->kind->name : NULL;
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
create_row (gpointer owner, gpointer thing)
{
  Kinds *self = owner;
  const SalonTicketKindRow *kind = thing;
  g_autofree char *price = salon_money_format (kind->kind->price, salon_directory_currency (self->directory));
  g_autofree char *detail = detail_of (self, kind);
  GtkWidget *cost = salon_label_new (price, "salon-num");

  gtk_label_set_ellipsize (GTK_LABEL (cost), PANGO_ELLIPSIZE_NONE);
  return salon_list_card_row_new (salon_entity_get_id (kind->kind), kind->kind->name, detail, cost);
}

static void
on_kinds (gpointer section, gpointer answer, const GError *error)
{
  Kinds *self = kinds_of (section);

  if (answer == NULL || gtk_widget_get_first_child (section) == NULL) {
    g_clear_pointer ((GPtrArray **) &answer, g_ptr_array_unref);
    return;
  }
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  self->kinds = answer;
  salon_list_form_fill (&self->pair, self->kinds, create_row);
  salon_list_form_settle (&self->pair, self->kinds->len > 0 ? salon_entity_get_id (((SalonTicketKindRow *) self->kinds->pdata[0])->kind) : 0);
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
  const SalonListFormWords words = { _("Season tickets"), _("Add what is sold ahead: ten visits for the price of nine, a month of massage."),
                                     _("Add a kind"), _("New kind of season ticket") };
  Kinds *self = g_new0 (Kinds, 1);

  *self = (Kinds){ .section = SALON_SETTINGS_SECTION (section), .session = g_object_ref (session),
                   .directory = salon_directory_of (session), .pair = { .owner = self, .show = show_form } };
  g_object_set_data_full (G_OBJECT (section), PAGE_KEY, self, (GDestroyNotify) kinds_free);
  salon_list_form_build (&self->pair, self->section, &words, salon_ticket_form_new (session));
  gtk_widget_set_valign (GTK_WIDGET (self->pair.card), GTK_ALIGN_START);
  salon_settings_section_append_pair (self->section, GTK_WIDGET (self->pair.card), GTK_WIDGET (self->pair.form_card));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), section, 0);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), section, 0);
  load (self);
  return section;
}
