/* The interface of a page.  Every function may be missing in a page that does not need it. */
#include "gui/widgets/page.h"

G_DEFINE_INTERFACE (SalonPage, salon_page, GTK_TYPE_WIDGET)

static void
salon_page_default_init (SalonPageInterface *iface)
{
}

/**
 * salon_page_activate:
 *
 * The page comes into view: it refreshes what changed meanwhile and follows changes from now on.
 */
void
salon_page_activate (SalonPage *self)
{
  SalonPageInterface *iface = SALON_PAGE_GET_IFACE (self);

  if (iface->activate != NULL)
    iface->activate (self);
}

/**
 * salon_page_deactivate:
 *
 * The page is hidden: it stops refreshing.  Drafts stay.
 */
void
salon_page_deactivate (SalonPage *self)
{
  SalonPageInterface *iface = SALON_PAGE_GET_IFACE (self);

  if (iface->deactivate != NULL)
    iface->deactivate (self);
}

/**
 * salon_page_open:
 * @what: the kind of thing: "client", "visit"
 * @id: its id
 *
 * Asks the page to show one thing.
 *
 * Returns: whether the page knows this kind of thing
 */
gboolean
salon_page_open (SalonPage *self, const char *what, gint64 id)
{
  SalonPageInterface *iface = SALON_PAGE_GET_IFACE (self);

  return iface->open != NULL && iface->open (self, what, id);
}

/**
 * salon_page_open_text:
 * @what: the kind of thing: "new-client", "section"
 * @text: what was typed, or the name of a part of the page
 *
 * Asks the page to show or begin one thing.
 *
 * Returns: whether the page knows this kind of thing
 */
gboolean
salon_page_open_text (SalonPage *self, const char *what, const char *text)
{
  SalonPageInterface *iface = SALON_PAGE_GET_IFACE (self);

  return iface->open_text != NULL && iface->open_text (self, what, text);
}

/**
 * salon_page_back:
 *
 * One step back inside the page, as Esc asks for; what was typed stays as a draft.
 *
 * Returns: whether there was a step to take
 */
gboolean
salon_page_back (SalonPage *self)
{
  SalonPageInterface *iface = SALON_PAGE_GET_IFACE (self);

  return iface->back != NULL && iface->back (self);
}
