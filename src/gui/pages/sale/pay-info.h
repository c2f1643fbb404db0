#pragma once
/* The ways to pay, as buttons and lists name them. */
#include "gui/pages/sale/sale-draft.h"

G_BEGIN_DECLS

#define SALON_N_PAY_INFOS 7

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
const char *salon_pay_reason_against (SalonSaleDraft *draft, SalonPayMethod method);

G_END_DECLS
