/* Cards that were given out keep their numbers and last days: what is saved here holds for those that come. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/card-kind-form.h"
#include "gui/parts/catalogue-items.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "model/rules/card-number.h"
#include "model/rules/card-text.h"
#include "model/services/catalogue.h"

#define FIRST_LENGTH 13
#define FIRST_PREFIX "24"

/* ---- what is asked */

static gboolean
makes_numbers (gconstpointer entity)
{
  return salon_card_kind_makes_numbers (entity);
}

static gboolean
has_length (gconstpointer entity)
{
  const SalonCardKind *kind = entity;

  return makes_numbers (kind) && kind->code != SALON_CARD_CODE_EAN13;
}

static gboolean
in_order (gconstpointer entity)
{
  const SalonCardKind *kind = entity;

  return makes_numbers (kind) && kind->random == 0;
}

static gboolean
gives_discount (gconstpointer entity)
{
  const SalonCardKind *kind = entity;

  return kind->purpose == SALON_CARD_DISCOUNT;
}

static GListModel *
purpose_items (SalonDirectory *directory)
{
  return salon_items_of_values (SALON_CARD_PURPOSE_FIRST, SALON_CARD_PURPOSE_LAST, salon_card_purpose_label);
}

/* A strip or a chip is no code. */
static GListModel *
code_items (SalonDirectory *directory)
{
  return salon_items_with_none (salon_items_of_values (SALON_CARD_CODE_EAN13, SALON_CARD_CODE_LAST, salon_card_code_label),
                                salon_card_code_label (SALON_CARD_CODE_NONE));
}

static GListModel *
no_items (SalonDirectory *directory)
{
  return G_LIST_MODEL (g_list_store_new (SALON_TYPE_PICKER_ITEM));
}

static const SalonAskPlace asks[] = {
  { SALON_ASK ("name", N_ ("Name"), NULL, TEXT, NULL, NULL), NULL, 0, 0, 1 },
  { SALON_ASK ("purpose", N_ ("Serves as"), NULL, PICK, NULL, purpose_items), NULL, 0, 1, 1 },
  { SALON_ASK ("discount_bp", N_ ("Discount"), NULL, PERCENT, NULL, NULL), gives_discount, 1, 0, 1 },
  { SALON_ASK ("code", N_ ("Code"), NULL, PICK, NULL, code_items), NULL, 2, 0, 1 },
  { SALON_ASK ("prefix", N_ ("Numbers begin with"), N_ ("EAN-13: two digits from 20 to 29 first."), TEXT, NULL, NULL), makes_numbers, 2, 1, 1 },
  { SALON_ASK ("random", N_ ("Random numbers that nobody can guess"), NULL, YES_NO, NULL, NULL), makes_numbers, 3, 0, 2 },
  { SALON_ASK ("first_serial", N_ ("First number"), NULL, NUMBER, NULL, NULL), in_order, 4, 0, 1 },
  { SALON_ASK ("last_serial", N_ ("Last number"), N_ ("0 = as many as there are."), NUMBER, NULL, NULL), in_order, 4, 1, 1 },
  { SALON_ASK ("length", N_ ("Digits"), NULL, NUMBER, NULL, NULL), has_length, 5, 0, 1 },
  { SALON_ASK ("valid_days", N_ ("Valid for"), N_ ("0 = without end."), NUMBER, N_ ("days"), NULL), NULL, 6, 0, 1 },
  { SALON_ASK ("min_blanks", N_ ("Fewest blanks"), N_ ("Fewer are too few; 0 = never."), NUMBER, NULL, NULL), NULL, 6, 1, 1 },
  { SALON_ASK ("card_design_id", N_ ("Design"), NULL, PICK, NULL, no_items), NULL, 7, 0, 2 },
};

struct _SalonCardKindForm {
  SalonAskForm parent_instance;

  GtkLabel *example;
  GPtrArray *designs; /* NULL until they are known */
};

G_DEFINE_FINAL_TYPE (SalonCardKindForm, salon_card_kind_form, SALON_TYPE_ASK_FORM)

/* An EAN-13 has its length; what does not give a discount gives none. */
static void
to_kept (SalonAskForm *form, gpointer entity)
{
  SalonCardKind *kind = entity;

  kind->length = kind->code == SALON_CARD_CODE_EAN13 ? FIRST_LENGTH : kind->length;
  kind->discount_bp = gives_discount (kind) ? kind->discount_bp : 0;
}

static void
follow (SalonAskForm *form, gpointer entity, gboolean readable)
{
  const SalonCardKind *kind = entity;

  gtk_label_set_text (SALON_CARD_KIND_FORM (form)->example,
                      salon_card_kind_makes_numbers (kind) ? _("Cards that were given out keep their numbers and their last day.")
                                                           : _("The reader types the number of the card when it is given out."));
}

static gboolean
save (SalonAskForm *form, gpointer orig, gpointer curr, GAsyncReadyCallback done)
{
  salon_session_submit (salon_ask_form_get_session (form), &salon_command_catalogue_save, salon_entity_draft_new (orig, curr), NULL, NULL,
                        done, g_object_ref (form));
  return TRUE;
}

static void
remove_kind (SalonAskForm *form, gpointer entity, GAsyncReadyCallback done)
{
  salon_session_submit (salon_ask_form_get_session (form), &salon_command_catalogue_archive, salon_entity_draft_new (entity, entity), NULL,
                        NULL, done, g_object_ref (form));
}

static void
show_designs (SalonCardKindForm *self)
{
  SalonAskForm *form = SALON_ASK_FORM (self);
  g_autoptr (GListModel) items = NULL;

  if (self->designs == NULL)
    return;
  items = salon_items_with_none (salon_items_of_entities (self->designs), C_ ("design of a card", "none"));
  salon_ask_form_set_filling (form, TRUE);
  salon_picker_set_items (SALON_PICKER (salon_ask_form_get_control (form, "card_design_id")), items);
  salon_ask_form_set_filling (form, FALSE);
}

/* The directory knows no designs: what the form put there stays. */
static void
on_directory (SalonDirectory *directory, SalonCardKindForm *self)
{
  show_designs (self);
}

static void
salon_card_kind_form_finalize (GObject *object)
{
  g_clear_pointer (&SALON_CARD_KIND_FORM (object)->designs, g_ptr_array_unref);
  G_OBJECT_CLASS (salon_card_kind_form_parent_class)->finalize (object);
}

static void
salon_card_kind_form_class_init (SalonCardKindFormClass *klass)
{
  SalonAskFormClass *form_class = SALON_ASK_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = salon_card_kind_form_finalize;
  form_class->asks = asks;
  form_class->n_asks = G_N_ELEMENTS (asks);
  form_class->saved = N_("Kind of card saved.");
  form_class->removed = N_("Kind of card removed.");
  form_class->to_kept = to_kept;
  form_class->follow = follow;
  form_class->save = save;
  form_class->remove = remove_kind;
}

static void
salon_card_kind_form_init (SalonCardKindForm *self)
{
  self->example = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
}

/**
 * salon_card_kind_form_new:
 *
 * Returns: (transfer floating): a form; give it a kind by salon_card_kind_form_show()
 */
GtkWidget *
salon_card_kind_form_new (SalonSession *session)
{
  SalonCardKindForm *self = g_object_new (SALON_TYPE_CARD_KIND_FORM, NULL);

  salon_ask_form_build (SALON_ASK_FORM (self), session, self->example);
  g_signal_connect_object (salon_directory_of (session), "changed", G_CALLBACK (on_directory), self, G_CONNECT_AFTER);
  return GTK_WIDGET (self);
}

/**
 * salon_card_kind_form_set_designs:
 * @designs: (element-type SalonStoredDesign) (transfer none): to choose from
 */
void
salon_card_kind_form_set_designs (SalonCardKindForm *self, GPtrArray *designs)
{
  g_clear_pointer (&self->designs, g_ptr_array_unref);
  self->designs = g_ptr_array_ref (designs);
  show_designs (self);
}

static SalonCardKind *
first_values (void)
{
  SalonCardKind *kind = salon_card_kind_new ();

  kind->purpose = SALON_CARD_CLUB;
  kind->code = SALON_CARD_CODE_EAN13;
  kind->prefix = g_strdup (FIRST_PREFIX);
  kind->length = FIRST_LENGTH;
  kind->random = 1;
  kind->first_serial = 1;
  return kind;
}

/**
 * salon_card_kind_form_show:
 * @kind: (nullable) (transfer none): as it is saved; %NULL = a new one
 */
void
salon_card_kind_form_show (SalonCardKindForm *self, SalonCardKind *kind)
{
  salon_ask_form_show (SALON_ASK_FORM (self), kind != NULL ? g_object_ref (kind) : first_values ());
}
