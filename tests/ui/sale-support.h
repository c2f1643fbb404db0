#pragma once
/* The page on which is sold, with a small salon behind it: a client, an employee, a service, a product, a drawer. */
#include "gui/pages/sale/sale-draft.h"
#include "gui/pages/sale/sale-page.h"
#include "gui/parts/directory.h"
#include "gui/widgets/page.h"
#include "model/entities/item.h"
#include "model/services/cash-shift.h"
#include "model/services/sale.h"
#include "pages-support.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

typedef struct {
  SalonFixture *fixture;
  GtkWidget *page;
  gint64 irina;
  gint64 maria;
  gint64 manicure;
  gint64 shampoo;
} SalePage;

#define SALE_PAGE_TEST(path, func) g_test_add (path, SalePage, NULL, sale_page_set_up, func, sale_page_tear_down)

gint64 sale_page_add_item (SalePage *test, const char *name, const char *barcode, SalonMoney price);
void sale_page_set_up (SalePage *test, gconstpointer data);
void sale_page_show (SalePage *test);
void sale_page_tear_down (SalePage *test, gconstpointer data);
void sale_page_open_drawer (SalePage *test);
gboolean sale_page_shows (SalePage *test, const char *text);
gboolean sale_page_shows_left (SalePage *test, SalonMoney amount);
GtkWidget *sale_page_find_entry (SalePage *test);
gboolean sale_page_has_focus (GtkWidget *widget);
void sale_page_type_and_enter (SalePage *test, const char *text);
void sale_page_enter (SalePage *test);
void sale_page_pay (SalePage *test, SalonPayMethod method);
GPtrArray *sale_page_receipts (SalePage *test);
void sale_page_top_up (SalePage *test, SalonMoney amount);
GtkWidget *sale_page_find_named (GtkWidget *root, const char *tooltip);
guint sale_page_n_receipts (SalePage *test);
