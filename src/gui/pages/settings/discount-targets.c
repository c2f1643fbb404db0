/* What a discount is for, as words in a line to which more are added. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/discount-targets.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/tag-list.h"
#include "model/rules/pricing.h"

/* Kind and id in one number, as a picker knows its items. */
#define KIND_SHIFT 48

struct _SalonDiscountTargets {
  GtkWidget parent_instance;

  SalonTagList *list;
  SalonPicker *adder;
  GtkWidget *all;

  SalonDirectory *directory; /* not owned */
  GArray *targets;           /* SalonPricingTarget */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonDiscountTargets, salon_discount_targets, GTK_TYPE_WIDGET)

static const struct {
  SalonPriceTargetKind kind;
  SalonDirectoryList list;
} lists[] = {
  { SALON_PRICE_TARGET_SERVICE_CATEGORY, SALON_DIRECTORY_SERVICE_CATEGORIES },
  { SALON_PRICE_TARGET_ITEM_CATEGORY, SALON_DIRECTORY_ITEM_CATEGORIES },
  { SALON_PRICE_TARGET_SERVICE, SALON_DIRECTORY_SERVICES },
  { SALON_PRICE_TARGET_ITEM, SALON_DIRECTORY_ITEMS },
};

static gint64
number_of (const SalonPricingTarget *target)
{
  return ((gint64) target->kind << KIND_SHIFT) + target->id;
}

static SalonPricingTarget
target_of (gint64 number)
{
  return (SalonPricingTarget){ (SalonPriceTargetKind) (number >> KIND_SHIFT), number & ((G_GINT64_CONSTANT (1) << KIND_SHIFT) - 1) };
}

static const char *
name_of (SalonDiscountTargets *self, const SalonPricingTarget *target)
{
  if (target->kind == SALON_PRICE_TARGET_SERVICES)
    return _("all services");
  if (target->kind == SALON_PRICE_TARGET_GOODS)
    return _("all goods");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    gpointer entity = lists[i].kind == target->kind ? salon_directory_find (self->directory, lists[i].list, target->id) : NULL;

    if (entity != NULL)
      return salon_entity_get_text (entity, salon_entity_info_find (salon_entity_info (entity), "name"));
  }
  return "…"; /* in the archive by now */
}

static gboolean
has (SalonDiscountTargets *self, gint64 number)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (number_of (&g_array_index (self->targets, SalonPricingTarget, i)) == number)
      return TRUE;
  return FALSE;
}

static void
offer (SalonDiscountTargets *self, GListStore *items, SalonPricingTarget target, const char *what)
{
  g_autoptr (SalonPickerItem) item = NULL;

  if (has (self, number_of (&target)))
    return;
  item = salon_picker_item_new (number_of (&target), name_of (self, &target), what, SALON_PICK_NO_COLOR);
  g_list_store_append (items, item);
}

static void
fill_adder (SalonDiscountTargets *self)
{
  const char *const what[] = { _("category of services"), _("category of goods"), _("service"), _("item") };
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  offer (self, items, (SalonPricingTarget){ SALON_PRICE_TARGET_SERVICES, 0 }, NULL);
  offer (self, items, (SalonPricingTarget){ SALON_PRICE_TARGET_GOODS, 0 }, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    GPtrArray *all = salon_directory_list (self->directory, lists[i].list);

    for (guint k = 0; all != NULL && k < all->len; k++)
      offer (self, items, (SalonPricingTarget){ lists[i].kind, salon_entity_get_id (all->pdata[k]) }, what[i]);
  }
  salon_picker_set_items (self->adder, G_LIST_MODEL (items));
  salon_picker_set_selected (self->adder, SALON_PICK_NONE);
}

static void
render (SalonDiscountTargets *self)
{
  if (!salon_directory_is_ready (self->directory))
    return;
  self->filling = TRUE;
  salon_tag_list_clear (self->list);
  for (guint i = 0; i < self->targets->len; i++) {
    const SalonPricingTarget *target = &g_array_index (self->targets, SalonPricingTarget, i);

    salon_tag_list_append (self->list, number_of (target), name_of (self, target), SALON_TAG_NO_MARK, TRUE);
  }
  fill_adder (self);
  gtk_widget_set_visible (self->all, self->targets->len == 0);
  self->filling = FALSE;
}

static void
on_add (SalonPicker *picker, GParamSpec *pspec, SalonDiscountTargets *self)
{
  SalonPricingTarget target = target_of (salon_picker_get_selected (picker));

  if (self->filling || salon_picker_get_selected (picker) == SALON_PICK_NONE)
    return;
  g_array_append_val (self->targets, target);
  render (self);
}

static void
on_removed (SalonTagList *list, gint64 number, SalonDiscountTargets *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (number_of (&g_array_index (self->targets, SalonPricingTarget, i)) == number) {
      g_array_remove_index (self->targets, i);
      break;
    }
  render (self);
}

static void
on_directory (SalonDirectory *directory, SalonDiscountTargets *self)
{
  render (self);
}

static void
salon_discount_targets_dispose (GObject *object)
{
  SalonDiscountTargets *self = SALON_DISCOUNT_TARGETS (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->targets, g_array_unref);
  G_OBJECT_CLASS (salon_discount_targets_parent_class)->dispose (object);
}

static void
salon_discount_targets_class_init (SalonDiscountTargetsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_discount_targets_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "discounttargets");
}

static void
salon_discount_targets_init (SalonDiscountTargets *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->targets = g_array_new (FALSE, FALSE, sizeof (SalonPricingTarget));
  self->all = salon_wrapped_label_new (_("all services and goods"), NULL);
  self->list = SALON_TAG_LIST (salon_tag_list_new ());
  self->adder = SALON_PICKER (salon_picker_new (C_ ("discount", "Only …"), C_ ("discount", "Only …")));
  salon_picker_set_quiet (self->adder);
  gtk_widget_add_css_class (GTK_WIDGET (self->adder), "adder");
  salon_tag_list_set_adder (self->list, GTK_WIDGET (self->adder));
  gtk_widget_set_parent (self->all, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect (self->adder, "notify::selected", G_CALLBACK (on_add), self);
  g_signal_connect (self->list, "removed", G_CALLBACK (on_removed), self);
}

/**
 * salon_discount_targets_new:
 *
 * Returns: (transfer floating): for everything
 */
GtkWidget *
salon_discount_targets_new (SalonSession *session)
{
  SalonDiscountTargets *self = g_object_new (SALON_TYPE_DISCOUNT_TARGETS, NULL);

  self->directory = salon_directory_of (session);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  render (self);
  return GTK_WIDGET (self);
}

/**
 * salon_discount_targets_set:
 * @targets: (nullable) (element-type SalonPricingTarget): %NULL or empty = everything
 */
void
salon_discount_targets_set (SalonDiscountTargets *self, const GArray *targets)
{
  g_array_set_size (self->targets, 0);
  if (targets != NULL)
    g_array_append_vals (self->targets, targets->data, targets->len);
  render (self);
}

/**
 * salon_discount_targets_get:
 *
 * Returns: (transfer full) (element-type SalonPricingTarget): what is chosen; empty = everything
 */
GArray *
salon_discount_targets_get (SalonDiscountTargets *self)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (SalonPricingTarget));

  g_array_append_vals (targets, self->targets->data, self->targets->len);
  return targets;
}
