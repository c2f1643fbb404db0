#pragma once
/* Cards on paper: each on a page of its own size, or ten on a sheet A4 with marks to cut at; as PDF, as PNG, or drawn page by
 * page for a printer.  Nothing of a page is kept: a batch of thousands needs no more memory than one card. */
#include <gio/gio.h>

#include "card/draw.h"

G_BEGIN_DECLS

typedef enum {
  SALON_CARD_PAPER_CARD, /* 85.60 × 53.98 mm, as the printers of cards want it */
  SALON_CARD_PAPER_A4,   /* two columns of five */
} SalonCardPaper;

#define SALON_CARD_SHEET_COLUMNS 2
#define SALON_CARD_SHEET_ROWS    5
#define SALON_CARD_A_SHEET       (SALON_CARD_SHEET_COLUMNS * SALON_CARD_SHEET_ROWS)

/**
 * SalonCardSheetOptions:
 * @front: print the fronts
 * @back: print the backs; with both, a back follows its front
 * @flip_short: the printer turns the paper over its short edge, else over its long one
 * @skip: places of the first sheet that are used up; A4 only
 * @no_marks: without marks to cut at; A4 only
 */
typedef struct {
  SalonCardPaper paper;
  gboolean front;
  gboolean back;
  gboolean flip_short;
  guint skip;
  gboolean no_marks;
} SalonCardSheetOptions;

/* Makes the subject of card @index; NULL = it cannot be drawn, its place stays empty. */
typedef SalonCardSubject *(*SalonCardSubjectFunc) (guint index, gpointer user_data);

typedef struct _SalonCardSheet SalonCardSheet;

SalonCardSheet *salon_card_sheet_new (SalonCardDesign *design, guint n_cards, SalonCardSubjectFunc subject, gpointer user_data,
                                      GDestroyNotify destroy, const SalonCardSheetOptions *options);
SalonCardSheet *salon_card_sheet_new_one (SalonCardDesign *design, SalonCardSubject *subject, const SalonCardSheetOptions *options);
void salon_card_sheet_free (SalonCardSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardSheet, salon_card_sheet_free)

guint salon_card_sheet_n_pages (const SalonCardSheet *self);
double salon_card_sheet_width (const SalonCardSheet *self);
double salon_card_sheet_height (const SalonCardSheet *self);
void salon_card_sheet_draw (SalonCardSheet *self, guint page, cairo_t *cr);
gboolean salon_card_sheet_write_pdf (SalonCardSheet *self, const char *title, GOutputStream *stream, GError **error);
GBytes *salon_card_sheet_to_pdf (SalonCardSheet *self, const char *title, GError **error);

cairo_surface_t *salon_card_surface (const SalonCardDesign *design, SalonCardSide side, const SalonCardSubject *subject, double dpi);
GBytes *salon_card_to_png (const SalonCardDesign *design, SalonCardSide side, const SalonCardSubject *subject, double dpi,
                           GError **error);
GBytes *salon_card_pixels_from_png (GBytes *png, int *width, int *height, GError **error);

G_END_DECLS
