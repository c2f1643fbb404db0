#pragma once
/* Reads back what a report has become, with programs that know nothing of it: pdftotext. */
#include "report/pages.h"

G_BEGIN_DECLS

/* A word where it stands on its page; points from the upper left corner. */
typedef struct {
  guint page; /* from 1 */
  double x0;
  double y0;
  double x1;
  double y1;
  char *text;
} SalonPdfWord;

/**
 * SalonPdf:
 * @words: (element-type SalonPdfWord):
 * @text: without spaces and hyphens, in the order in which it was drawn
 */
typedef struct {
  guint n_pages;
  double width;
  double height;
  GArray *words;
  char *text;
} SalonPdf;

SalonPdf *salon_pdf_read (const SalonPages *pages);
void salon_pdf_free (SalonPdf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPdf, salon_pdf_free)

char *salon_pdf_squeeze (const char *text);
guint salon_pdf_count (const SalonPdf *self, const char *text);
guint salon_pdf_count_on_page (const SalonPdf *self, guint page, const char *word);
void salon_pdf_assert_inside (const SalonPdf *self, double margin);
void salon_pdf_assert_apart (const SalonPdf *self);

char *salon_test_name (GRand *rand, int language, guint n_chars);

G_END_DECLS
