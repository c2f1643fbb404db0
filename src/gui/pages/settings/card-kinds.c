/* The list of kinds, each with how many cards of it are left to give out, and the form beside it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/card-blanks.h"
#include "gui/pages/settings/card-kind-form.h"
#include "gui/pages/settings/card-kinds.h"
#include "gui/pages/settings/list-card.h"
#include "gui/pages/settings/list-form.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "model/entities/change-set.h"
#include "model/entities/stored-design.h"
#include "model/rules/card-text.h"
#include "model/services/card-log.h"
#include "model/services/catalogue.h"

#define KINDS_KEY "salon-card-kinds"

/* Hangs on the section, which lives longer than any answer that still comes. */
typedef struct {
  SalonSettingsSection *section; /* not owned */
  SalonSession *session;
  SalonQuestion ask_kinds;
  SalonQuestion ask_stock;
  SalonQuestion ask_designs;
  SalonListForm pair;
  SalonCardBlanksForm *blanks;
  GtkWidget *blanks_card;
  GPtrArray *kinds; /* SalonCardKind; NULL until they are known */
  GArray *stock;    /* SalonCardStock; the same */
} Kinds;

static void
kinds_free (Kinds *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->stock, g_array_unref);
  g_free (self);
}

static Kinds *
kinds_of (gpointer section)
{
  return g_object_get_data (section, KINDS_KEY);
}

static gboolean
is_gone (gpointer section)
{
  return gtk_widget_get_first_child (section) == NULL;
}

static SalonCardKind *
find (Kinds *self, gint64 id)
{
  for (guint i = 0; self->kinds != NULL && i < self->kinds->len; i++)
    if (salon_entity_get_id (self->kinds->pdata[i]) == id)
      return self->kinds->pdata[i];
  return NULL;
}

static const SalonCardStock *
stock_of (Kinds *self, gint64 id)
{
  for (guint i = 0; self->stock != NULL && i < self->stock->len; i++)
    if (g_array_index (self->stock, SalonCardStock, i).card_kind_id == id)
      return &g_array_index (self->stock, SalonCardStock, i);
  return NULL;
}

static const char *
show_form (gpointer owner, gint64 id)
{
  Kinds *self = owner;
  SalonCardKind *kind = find (self, id);

  salon_card_kind_form_show (SALON_CARD_KIND_FORM (self->pair.form), kind);
  return kind != NULL ? kind->name : NULL;
}

/* ---- the list */

static char *
detail_of (const SalonCardKind *kind)
{
  g_autoptr (GString) text = g_string_new (salon_card_purpose_label (kind->purpose));
  g_autofree char *percent = kind->discount_bp > 0 ? salon_percent_format (kind->discount_bp) : NULL;

  if (percent != NULL)
    g_string_append_printf (text, " %s", percent);
  g_string_append_printf (text, " · %s", salon_card_code_label (kind->code));
  if (kind->valid_days > 0) {
    g_string_append (text, " · ");
    g_string_append_printf (text, ngettext ("%d day", "%d days", (gulong) kind->valid_days), (int) kind->valid_days);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Cards that can be given out: blanks, and those that have a number already; NULL where nobody keeps count. */
static GtkWidget *
stock_new (const SalonCardStock *stock)
{
  gint64 left = stock != NULL ? stock->n_plastic + stock->n_numbered : 0;
  g_autofree char *text = NULL;
  GtkWidget *label = NULL;

  if (stock == NULL || (!stock->kept && stock->n_numbered == 0))
    return NULL;
  text = g_strdup_printf (ngettext ("%d blank", "%d blanks", (gulong) MAX (left, 0)), (int) left);
  if (stock->too_few)
    return salon_chip_new (SALON_TONE_AMBER, "salon-alert-symbolic", text);
  label = salon_label_new (text, "salon-num");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  return label;
}

static GtkWidget *
create_row (gpointer owner, gpointer thing)
{
  Kinds *self = owner;
  const SalonCardKind *kind = thing;
  gint64 id = salon_entity_get_id ((gpointer) kind);
  const SalonCardStock *stock = stock_of (self, id);
  g_autofree char *detail = detail_of (kind);
  GtkWidget *left = stock_new (stock);

  if (left != NULL)
    gtk_widget_set_valign (left, GTK_ALIGN_CENTER);
  if (left != NULL && stock->too_few)
    salon_set_tooltip (left, _("Fewer than this kind is meant to have: order some."));
  return salon_list_card_row_new (id, kind->name, detail, left);
}

static void
show_kinds (Kinds *self)
{
  if (self->kinds == NULL)
    return;
  salon_list_form_fill (&self->pair, self->kinds, create_row);
  salon_card_blanks_form_set_kinds (self->blanks, self->kinds);
  gtk_widget_set_visible (self->blanks_card, self->kinds->len > 0);
}

static void
on_kinds (gpointer section, gpointer answer, const GError *error)
{
  Kinds *self = kinds_of (section);

  if (answer == NULL || is_gone (section)) {
    g_clear_pointer ((GPtrArray **) &answer, g_ptr_array_unref);
    return;
  }
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  self->kinds = answer;
  show_kinds (self);
  salon_list_form_settle (&self->pair, self->kinds->len > 0 ? salon_entity_get_id (self->kinds->pdata[0]) : 0);
}

static void
on_stock (gpointer section, gpointer answer, const GError *error)
{
  Kinds *self = kinds_of (section);

  g_clear_pointer (&self->stock, g_array_unref);
  self->stock = answer;
  if (!is_gone (section))
    show_kinds (self);
}

static void
on_designs (gpointer section, gpointer answer, const GError *error)
{
  g_autoptr (GPtrArray) designs = answer;
  Kinds *self = kinds_of (section);

  if (designs == NULL || is_gone (section))
    return;
  salon_card_kind_form_set_designs (SALON_CARD_KIND_FORM (self->pair.form), designs);
  if (self->kinds != NULL)
    salon_list_form_show (&self->pair, self->pair.shown);
}

static void
load (Kinds *self)
{
  salon_question_ask (&self->ask_kinds, self->section, self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                      salon_entity_list_request_new (salon_card_kind_get_type (), FALSE), on_kinds);
}

static void
load_stock (Kinds *self)
{
  salon_question_ask (&self->ask_stock, self->section, self->session, &salon_query_card_stock, SALON_LANE_INTERACTIVE, NULL, on_stock);
}

static void
load_designs (Kinds *self)
{
  salon_question_ask (&self->ask_designs, self->section, self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                      salon_entity_list_request_new (salon_stored_design_get_type (), FALSE), on_designs);
}

/* ---- */

static void
on_changed (SalonSession *session, SalonChangeSet *changes, GtkWidget *section)
{
  Kinds *self = kinds_of (section);

  if (salon_change_set_touches (changes, "card-design"))
    load_designs (self);
  if (salon_change_set_touches (changes, "card-kind"))
    load (self);
  load_stock (self); /* blanks tell of themselves by no entity */
}

/* The stock stands below the list that shows it. */
static GtkWidget *
create_left (Kinds *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->blanks_card = salon_card_new (_("Blanks"));
  gtk_widget_set_visible (self->blanks_card, FALSE);
  self->blanks = SALON_CARD_BLANKS_FORM (salon_card_blanks_form_new (self->session));
  salon_card_set_child (SALON_CARD (self->blanks_card), GTK_WIDGET (self->blanks));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pair.card));
  gtk_box_append (GTK_BOX (box), self->blanks_card);
  salon_settings_section_guard (self->section, GTK_WIDGET (self->blanks));
  return box;
}

/**
 * salon_card_kinds_append: puts kinds and blanks below what is in the section
 */
void
salon_card_kinds_append (SalonSettingsSection *section, SalonSession *session)
{
  const SalonListFormWords words = { _("Kinds"), _("Add what the salon’s cards are for: a club card that finds the client, a discount card."),
                                     _("Add a kind"), _("New kind of card") };
  Kinds *self = g_new0 (Kinds, 1);

  *self = (Kinds){ .section = section, .session = g_object_ref (session), .pair = { .owner = self, .show = show_form } };
  g_object_set_data_full (G_OBJECT (section), KINDS_KEY, self, (GDestroyNotify) kinds_free);
  salon_list_form_build (&self->pair, section, &words, salon_card_kind_form_new (session));
  salon_settings_section_append_pair (section, create_left (self), GTK_WIDGET (self->pair.form_card));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), section, 0);
  load (self);
  load_stock (self);
  load_designs (self);
}
