/* The words for what is done with many clients, and the job that does it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/bulk-plan.h"
#include "model/entities/category.h"
#include "model/entities/tag.h"

/**
 * salon_bulk_plan_set:
 * @thing_id: 0 makes a tag or category called @name
 */
void
salon_bulk_plan_set (SalonBulkPlan *self, SalonBulkAction action, gint64 thing_id, const char *name, guint32 rgb)
{
  salon_bulk_plan_clear (self);
  *self = (SalonBulkPlan){ action, thing_id, g_strdup (name), rgb };
}

/**
 * salon_bulk_plan_clear: frees what it holds
 */
void
salon_bulk_plan_clear (SalonBulkPlan *self)
{
  g_clear_pointer (&self->name, g_free);
}

static gboolean
is_about_category (SalonBulkAction action)
{
  return action == SALON_BULK_CATEGORY || action == SALON_BULK_UNCATEGORY;
}

static gboolean
is_about_archive (SalonBulkAction action)
{
  return action == SALON_BULK_ARCHIVE || action == SALON_BULK_UNARCHIVE;
}

/**
 * salon_bulk_plan_makes:
 *
 * Returns: whether a category is made, whose colour can be chosen
 */
gboolean
salon_bulk_plan_makes (const SalonBulkPlan *self)
{
  return self->thing_id == 0 && is_about_category (self->action);
}

/**
 * salon_bulk_plan_has_opposite:
 *
 * Returns: whether the same thing can be taken off instead of given
 */
gboolean
salon_bulk_plan_has_opposite (const SalonBulkPlan *self)
{
  return self->thing_id != 0 && !is_about_archive (self->action);
}

/**
 * salon_bulk_opposite:
 *
 * Returns: taking for giving
 */
SalonBulkAction
salon_bulk_opposite (SalonBulkAction action)
{
  static const SalonBulkAction opposites[SALON_N_BULK_ACTIONS] = {
    [SALON_BULK_TAG] = SALON_BULK_UNTAG,           [SALON_BULK_UNTAG] = SALON_BULK_TAG,
    [SALON_BULK_CATEGORY] = SALON_BULK_UNCATEGORY, [SALON_BULK_UNCATEGORY] = SALON_BULK_CATEGORY,
    [SALON_BULK_ARCHIVE] = SALON_BULK_UNARCHIVE,   [SALON_BULK_UNARCHIVE] = SALON_BULK_ARCHIVE,
  };

  return opposites[action];
}

/**
 * salon_bulk_plan_question:
 * @n: number of clients
 *
 * Returns: (transfer full): what is about to be done, and with how many
 */
char *
salon_bulk_plan_question (const SalonBulkPlan *self, guint n)
{
  if (self->action == SALON_BULK_ARCHIVE)
    return g_strdup_printf (ngettext ("Put %u client into the archive", "Put %u clients into the archive", n), n);
  if (self->action == SALON_BULK_UNARCHIVE)
    return g_strdup_printf (ngettext ("Take %u client out of the archive", "Take %u clients out of the archive", n), n);
  if (is_about_category (self->action))
    /* Translators: the number of clients, then a category */
    return g_strdup_printf (ngettext ("%u client and the category “%s”", "%u clients and the category “%s”", n), n, self->name);
  /* Translators: the number of clients, then a tag */
  return g_strdup_printf (ngettext ("%u client and the tag “%s”", "%u clients and the tag “%s”", n), n, self->name);
}

static char *
given_or_taken (const SalonBulkPlan *self, gulong n, gboolean taken)
{
  if (taken)
    /* Translators: a note; a tag or a category, then the number of clients */
    return g_strdup_printf (ngettext ("“%s” taken from %d client.", "“%s” taken from %d clients.", n), self->name, (int) n);
  /* Translators: a note; a tag or a category, then the number of clients */
  return g_strdup_printf (ngettext ("“%s” given to %d client.", "“%s” given to %d clients.", n), self->name, (int) n);
}

/**
 * salon_bulk_plan_answer:
 * @n_changed: clients that are different now
 * @n_skipped: those that had it already
 *
 * Returns: (transfer full): a note about what was done
 */
char *
salon_bulk_plan_answer (const SalonBulkPlan *self, gint64 n_changed, gint64 n_skipped)
{
  gulong n = (gulong) n_changed;
  g_autofree char *text = NULL;

  if (self->action == SALON_BULK_ARCHIVE)
    text = g_strdup_printf (ngettext ("%d client put into the archive.", "%d clients put into the archive.", n), (int) n);
  else if (self->action == SALON_BULK_UNARCHIVE)
    text = g_strdup_printf (ngettext ("%d client taken out of the archive.", "%d clients taken out of the archive.", n), (int) n);
  else
    text = given_or_taken (self, n, self->action == SALON_BULK_UNTAG || self->action == SALON_BULK_UNCATEGORY);
  if (n_skipped > 0) {
    g_autofree char *rest = g_strdup_printf (ngettext ("%d was so already.", "%d were so already.", (gulong) n_skipped),
                                             (int) n_skipped);

    return g_strjoin (" ", text, rest, NULL);
  }
  return g_steal_pointer (&text);
}

/**
 * salon_bulk_verb:
 *
 * Returns: (transfer none): the word on the button that does it
 */
const char *
salon_bulk_verb (SalonBulkAction action)
{
  switch (action) {
  case SALON_BULK_TAG:
  case SALON_BULK_CATEGORY:
    return C_ ("tag", "Give");
  case SALON_BULK_UNTAG:
  case SALON_BULK_UNCATEGORY:
    return C_ ("tag", "Take off");
  case SALON_BULK_UNARCHIVE:
    return _("Out of the archive");
  case SALON_BULK_ARCHIVE:
  default:
    return C_ ("client", "Archive");
  }
}

/**
 * salon_bulk_plan_start:
 * @ids: (element-type gint64): the clients
 *
 * Returns: (transfer full): the job, to be started
 */
SalonJobRun *
salon_bulk_plan_start (const SalonBulkPlan *self, GArray *ids)
{
  g_autoptr (SalonEntity) made = NULL;

  if (self->thing_id == 0 && is_about_category (self->action)) {
    SalonCategory *category = salon_category_new ();

    category->name = g_strdup (self->name);
    category->color = self->rgb;
    made = SALON_ENTITY (category);
  } else if (self->thing_id == 0 && !is_about_archive (self->action)) {
    SalonTag *tag = salon_tag_new ();

    tag->name = g_strdup (self->name);
    made = SALON_ENTITY (tag);
  }
  return salon_bulk_run_new (self->action, salon_bulk_request_new (ids, self->thing_id, g_steal_pointer (&made)));
}
