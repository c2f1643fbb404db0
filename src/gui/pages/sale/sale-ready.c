/* A line for each: what it is and what it waits for, so that nobody scans it again; its cross puts it away. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "gui/pages/sale/sale-ready.h"
#include "gui/parts/directory.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "model/entities/service.h"

#define MOST_NAMES 3

struct _SalonSaleReady {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonSaleDraft *draft;
  GPtrArray *banners; /* SalonBanner, in the order of what is kept */
};

G_DEFINE_FINAL_TYPE (SalonSaleReady, salon_sale_ready, GTK_TYPE_WIDGET)

/* ---- sentences */

/* Returns: (transfer full) (nullable): "Manicure, Pedicure, Gel polish and 2 more"; %NULL = no service is known */
static char *
name_services (SalonSaleReady *self, const GArray *shares)
{
  const char *names[MOST_NAMES] = { NULL };
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < shares->len && n < MOST_NAMES; i++) {
    const SalonService *service = salon_directory_find (salon_directory_of (self->session), SALON_DIRECTORY_SERVICES,
                                                        g_array_index (shares, SalonTicketShare, i).service_id);

    if (service != NULL)
      names[n++] = service->name;
  }
  if (n == 0)
    return NULL;
  text = salon_text_join (names, n, ", ");
  if (shares->len <= MOST_NAMES)
    return g_steal_pointer (&text);
  /* Translators: names of services, and how many others */
  return g_strdup_printf (ngettext ("%s and %d more", "%s and %d more", (gulong) (shares->len - n)), text, (int) (shares->len - n));
}

static char *
say_ticket (SalonSaleReady *self, const SalonTicketView *view)
{
  g_autofree char *services = name_services (self, view->facts->shares);

  if (services == NULL)
    return g_strdup_printf (_("The season ticket “%s” is ready and pays as soon as there is a service."), view->ticket->name);
  /* Translators: the name of a season ticket, and those of services */
  return g_strdup_printf (_("The season ticket “%s” is ready and pays as soon as there is a service of it: %s."), view->ticket->name, services);
}

static char *
say_certificate (SalonSaleReady *self, const SalonCertificateView *view)
{
  g_autofree char *rest = salon_money_format (view->rest, salon_directory_currency (salon_directory_of (self->session)));

  /* Translators: the number of a gift certificate, and an amount of money */
  return g_strdup_printf (_("Gift certificate %s (%s left) is ready and pays as soon as there is something to pay."), view->certificate->number, rest);
}

/* ---- lines */

static void
on_closed (SalonBanner *banner, SalonSaleReady *self)
{
  guint index = 0;

  if (g_ptr_array_find (self->banners, banner, &index))
    salon_sale_draft_put_away (self->draft, index);
}

static SalonBanner *
banner_at (SalonSaleReady *self, guint index)
{
  if (index >= self->banners->len) {
    GtkWidget *banner = salon_banner_new ();

    g_signal_connect (banner, "closed", G_CALLBACK (on_closed), self);
    gtk_widget_set_parent (banner, GTK_WIDGET (self));
    g_ptr_array_add (self->banners, banner);
  }
  return self->banners->pdata[index];
}

static void
on_draft (SalonSaleDraft *draft, SalonSaleReady *self)
{
  const GPtrArray *tickets = salon_sale_draft_get_ready_tickets (draft);
  const GPtrArray *certificates = salon_sale_draft_get_ready_certificates (draft);
  guint n = tickets->len + certificates->len;

  for (guint i = 0; i < n; i++) {
    g_autofree char *text = i < tickets->len ? say_ticket (self, tickets->pdata[i])
                                             : say_certificate (self, certificates->pdata[i - tickets->len]);

    salon_banner_show (banner_at (self, i), SALON_TONE_TEAL, text);
  }
  for (guint i = n; i < self->banners->len; i++)
    salon_banner_hide (self->banners->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* ---- building */

static void
salon_sale_ready_dispose (GObject *object)
{
  SalonSaleReady *self = SALON_SALE_READY (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->banners, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_ready_parent_class)->dispose (object);
}

static void
salon_sale_ready_class_init (SalonSaleReadyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_sale_ready_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "saleready");
}

static void
salon_sale_ready_init (SalonSaleReady *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  self->banners = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_sale_ready_new:
 *
 * Returns: (transfer floating): shows only while something is kept
 */
GtkWidget *
salon_sale_ready_new (SalonSession *session, SalonSaleDraft *draft)
{
  SalonSaleReady *self = g_object_new (SALON_TYPE_SALE_READY, NULL);

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_draft), self, 0);
  g_signal_connect_object (draft, "quoted", G_CALLBACK (on_draft), self, 0);
  return GTK_WIDGET (self);
}
