#pragma once
/* The numbers below the bars on goods: EAN-13 and EAN-8 end with a digit that checks the others. */
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SALON_BARCODE_OTHER,       /* of some other kind: nothing is known of it */
  SALON_BARCODE_RIGHT,       /* EAN whose check digit is right */
  SALON_BARCODE_WRONG_DIGIT, /* as long as an EAN, but mistyped or no EAN */
} SalonBarcodeKind;

SalonBarcodeKind salon_barcode_kind (const char *barcode);
char salon_barcode_check_digit (const char *digits, gsize n);
char *salon_barcode_clean (const char *typed);

G_END_DECLS
