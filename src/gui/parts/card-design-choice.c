/* The designs of the salon, then those that come with the program, which have negative ids.  One that is not offered any
 * more is offered all the same where it was ordered. */
#include "config.h"
#include "gui/parts/card-design-choice.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "card/shipped.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "model/entities/card-kind.h"
#include "model/entities/stored-design.h"
#include "model/services/card-prints.h"
#include "model/services/catalogue.h"

struct _SalonCardDesignChoice {
  GtkWidget parent_instance;

  SalonPicker *picker;
  GPtrArray *designs; /* SalonStoredDesign, those put away too; NULL = not read yet */
  GPtrArray *kinds;   /* SalonCardKind, those put away too; NULL = not read yet */
  SalonQuestion ask_designs;
  SalonQuestion ask_kinds;
  gint64 ordered; /* 0 = nothing was */
  gint64 kind;    /* 0 = not known */
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCardDesignChoice, salon_card_design_choice, GTK_TYPE_WIDGET)

static gpointer
find (GPtrArray *entities, gint64 id)
{
  for (guint i = 0; entities != NULL && i < entities->len; i++)
    if (salon_entity_get_id (entities->pdata[i]) == id)
      return entities->pdata[i];
  return NULL;
}

static gint64
wanted (SalonCardDesignChoice *self)
{
  const SalonCardKind *kind = find (self->kinds, self->kind);

  return self->ordered != 0 ? self->ordered : kind != NULL ? kind->card_design_id : 0;
}

static void
offer (GListStore *items, gint64 id, const char *name)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, name, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

/* The one that is wanted; else the first one of the salon, else the first one of the program. */
static void
show (SalonCardDesignChoice *self)
{
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  guint n = 0;
  const SalonShippedDesign *shipped = salon_card_shipped (&n);
  gint64 id = wanted (self);
  gint64 selected = 0;

  if (self->designs == NULL || self->kinds == NULL)
    return;
  for (guint i = 0; i < self->designs->len; i++) {
    const SalonStoredDesign *design = self->designs->pdata[i];
    gint64 own = salon_entity_get_id (self->designs->pdata[i]);

    if (design->archived && own != id)
      continue;
    offer (items, own, design->name);
    if (selected == 0 || own == id)
      selected = own;
  }
  for (guint i = 0; i < n; i++)
    offer (items, -(gint64) i - 1, _(shipped[i].name));
  salon_picker_set_items (self->picker, G_LIST_MODEL (items));
  salon_picker_set_selected (self->picker, selected != 0 ? selected : -1);
}

static void
on_designs (gpointer owner, gpointer answer, const GError *error)
{
  SalonCardDesignChoice *self = owner;

  g_clear_pointer (&self->designs, g_ptr_array_unref);
  self->designs = answer != NULL ? answer : g_ptr_array_new ();
  show (self);
}

static void
on_kinds (gpointer owner, gpointer answer, const GError *error)
{
  SalonCardDesignChoice *self = owner;

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  self->kinds = answer != NULL ? answer : g_ptr_array_new ();
  show (self);
}

static void
on_selected (SalonCardDesignChoice *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- object */

static void
salon_card_design_choice_dispose (GObject *object)
{
  SalonCardDesignChoice *self = SALON_CARD_DESIGN_CHOICE (object);

  salon_question_drop (&self->ask_designs);
  salon_question_drop (&self->ask_kinds);
  g_clear_pointer (&self->designs, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_card_design_choice_parent_class)->dispose (object);
}

static void
salon_card_design_choice_class_init (SalonCardDesignChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_card_design_choice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * SalonCardDesignChoice::changed: another design is chosen
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_CARD_DESIGN_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_card_design_choice_init (SalonCardDesignChoice *self)
{
  self->picker = SALON_PICKER (salon_picker_new (_("Design"), NULL));
  g_signal_connect_swapped (self->picker, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self));
}

/**
 * salon_card_design_choice_new:
 *
 * Returns: (transfer floating): the designs of the salon and of the program, as soon as they are read
 */
GtkWidget *
salon_card_design_choice_new (SalonSession *session)
{
  SalonCardDesignChoice *self = g_object_new (SALON_TYPE_CARD_DESIGN_CHOICE, NULL);

  salon_question_ask (&self->ask_designs, self, session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                      salon_entity_list_request_new (salon_stored_design_get_type (), TRUE), on_designs);
  salon_question_ask (&self->ask_kinds, self, session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                      salon_entity_list_request_new (salon_card_kind_get_type (), TRUE), on_kinds);
  return GTK_WIDGET (self);
}

/**
 * salon_card_design_choice_set_ordered:
 * @design: that a print names, whatever its kind of card says by now; 0 = it names none
 */
void
salon_card_design_choice_set_ordered (SalonCardDesignChoice *self, gint64 design)
{
  g_return_if_fail (SALON_IS_CARD_DESIGN_CHOICE (self));

  self->ordered = design;
  show (self);
}

/**
 * salon_card_design_choice_set_kind:
 * @kind: whose design is chosen, if nothing was ordered
 */
void
salon_card_design_choice_set_kind (SalonCardDesignChoice *self, gint64 kind)
{
  g_return_if_fail (SALON_IS_CARD_DESIGN_CHOICE (self));

  self->kind = kind;
  show (self);
}

/**
 * salon_card_design_choice_get_id:
 *
 * Returns: for a #SalonCardPrintBegin: the design of the salon, or that it is none of them
 */
gint64
salon_card_design_choice_get_id (SalonCardDesignChoice *self)
{
  gint64 id = salon_picker_get_selected (self->picker);

  return id > 0 ? id : SALON_CARD_DESIGN_NOT_KEPT;
}

/**
 * salon_card_design_choice_load:
 *
 * Returns: (transfer full) (nullable): what is chosen; %NULL with a sentence
 */
SalonCardDesign *
salon_card_design_choice_load (SalonCardDesignChoice *self, GError **error)
{
  gint64 id = salon_picker_get_selected (self->picker);
  const SalonStoredDesign *stored = find (self->designs, id);
  guint n = 0;
  const SalonShippedDesign *shipped = salon_card_shipped (&n);

  if (id < 0 && -id <= n)
    return salon_card_shipped_load (shipped[-id - 1].id, error);
  if (stored != NULL)
    return salon_card_design_parse (stored->json, -1, error);
  salon_set_field_error (error, "card_design_id", _("Choose how the card looks."));
  return NULL;
}
