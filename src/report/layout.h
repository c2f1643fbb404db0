#pragma once
/* Sets texts and tables on pages, one below the other: with a running head, a foot with page numbers, and breaks where a
 * page is full.  Nothing stands outside of the margins, however long a text is. */
#include "report/pages.h"
#include "report/table.h"

G_BEGIN_DECLS

/* A4 upright, in points. */
#define SALON_PAPER_WIDTH  595.276
#define SALON_PAPER_HEIGHT 841.890
#define SALON_PAPER_MARGIN 42.52 /* 15 mm */
#define SALON_COLUMN_GAP   8     /* between the columns of a table */

typedef struct _SalonLayout SalonLayout;

/* @width and @height are those of the place, in points. */
typedef void (*SalonLayoutDraw) (cairo_t *cr, double width, double height, gpointer data);

SalonLayout *salon_layout_new (const char *title);
SalonLayout *salon_layout_new_across (const char *title);
void salon_layout_free (SalonLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonLayout, salon_layout_free)

void salon_layout_begin_section (SalonLayout *self, const char *left, const char *right, const char *foot);
void salon_layout_add_text (SalonLayout *self, SalonStyle style, const char *text);
void salon_layout_add_picture (SalonLayout *self, cairo_surface_t *picture, double width, double height);
void salon_layout_add_space (SalonLayout *self, double height);
void salon_layout_add_drawing (SalonLayout *self, double height, SalonLayoutDraw draw, gpointer data);
void salon_layout_set_tables (SalonLayout *self, double scale, double padding);
void salon_layout_add_table (SalonLayout *self, const SalonSheetTable *table);
SalonPages *salon_layout_finish (SalonLayout *self);

G_END_DECLS
