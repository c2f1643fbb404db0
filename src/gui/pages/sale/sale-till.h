#pragma once
/* The right column of the sale: what it comes to, how it is paid, what is left. */
#include "gui/pages/sale/sale-draft.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_TILL (salon_sale_till_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleTill, salon_sale_till, SALON, SALE_TILL, GtkWidget)

/**
 * SalonPayInfo:
 * @label: English, of the context "pay"; translate when shown
 * @key: accelerator
 */
typedef struct {
  SalonPayMethod method;
  const char *label;
  const char *key;
} SalonPayInfo;

const SalonPayInfo *salon_pay_infos (guint *n);
const char *salon_pay_label (SalonPayMethod method);

GtkWidget *salon_sale_till_new (SalonSession *session, SalonSaleDraft *draft);
GtkWidget *salon_sale_till_get_end (SalonSaleTill *self);
void salon_sale_till_pay (SalonSaleTill *self, SalonPayMethod method);
void salon_sale_till_take_number (SalonSaleTill *self, const char *text);
void salon_sale_till_mark (SalonSaleTill *self, const GError *error);

G_END_DECLS
