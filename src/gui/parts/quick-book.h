#pragma once
/* Books at one press from a list: what is asked back stands in a line with the button that answers it. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_QUICK_BOOK (salon_quick_book_get_type ())
G_DECLARE_FINAL_TYPE (SalonQuickBook, salon_quick_book, SALON, QUICK_BOOK, GtkWidget)

/**
 * SalonQuickBookFunc:
 * @plan: what is booked
 * @warnings: they were accepted
 * @alert: the client's alert was read
 *
 * Returns: (transfer full): the request for the command
 */
typedef gpointer (*SalonQuickBookFunc) (gconstpointer plan, gboolean warnings, gboolean alert);

GtkWidget *salon_quick_book_new (SalonSession *session);
void salon_quick_book_run (SalonQuickBook *self, const SalonCommand *command, SalonQuickBookFunc make, gpointer plan,
                           GDestroyNotify free_plan, const char *done);
void salon_quick_book_hide (SalonQuickBook *self);

G_END_DECLS
