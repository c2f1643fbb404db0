#pragma once
/* A paper of lines with an amount at the end of each: on the roll of a receipt printer, as long as it needs to be, or on A4
 * pages. */
#include "report/pages.h"
#include "report/style.h"

G_BEGIN_DECLS

typedef enum {
  SALON_PAPER_ROLL, /* 80 mm wide */
  SALON_PAPER_A4,
} SalonPaper;

/* In points, 4 mm: what the printer leaves free at each edge of the roll. */
#define SALON_ROLL_WIDTH  226.772
#define SALON_ROLL_MARGIN 11.339

typedef struct _SalonSlip SalonSlip;

SalonSlip *salon_slip_new (const char *title);
void salon_slip_free (SalonSlip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSlip, salon_slip_free)

void salon_slip_set_logo (SalonSlip *self, cairo_surface_t *logo);
void salon_slip_add_text (SalonSlip *self, SalonStyle style, const char *text);
void salon_slip_begin_block (SalonSlip *self, const char *heading);
void salon_slip_add_line (SalonSlip *self, SalonStyle style, const char *what, const char *amount);
void salon_slip_add_remark (SalonSlip *self, const char *remark);
SalonPages *salon_slip_finish (const SalonSlip *self, SalonPaper paper, const char *owner, const char *foot);


G_END_DECLS
