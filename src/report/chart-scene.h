#pragma once
/* What a chart is made of once it is laid out: shapes and texts, each in its place.  The same list is drawn with cairo and
 * written as SVG, and a test can look into it. */
#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double x;
  double y;
  double width;
  double height;
} SalonBox;

/* @alpha: 0 = nothing is drawn */
typedef struct {
  guint32 rgb;
  double alpha;
} SalonInk;

/* Lines over a fill, so that colour is not the only mark. */
typedef enum {
  SALON_TEXTURE_NONE,
  SALON_TEXTURE_RISING,
  SALON_TEXTURE_FALLING,
  SALON_TEXTURE_LEVEL,
  SALON_TEXTURE_UPRIGHT,
  SALON_TEXTURE_CROSSED,
} SalonTexture;

#define SALON_N_TEXTURES (SALON_TEXTURE_CROSSED + 1)

typedef struct {
  SalonInk fill;
  SalonInk line;
  double line_width;
  gboolean is_dashed;
  SalonTexture texture;
  SalonInk texture_ink;
  double radius; /* of the corners of a rectangle */
} SalonPaint;

typedef enum {
  SALON_TEXT_TICK,   /* along the axes */
  SALON_TEXT_VALUE,  /* a value at its mark */
  SALON_TEXT_NAME,   /* of a series */
  SALON_TEXT_NOTICE, /* instead of a chart */
} SalonTextStyle;

#define SALON_N_TEXT_STYLES (SALON_TEXT_NOTICE + 1)

typedef enum {
  SALON_SHAPE_RECTANGLE, /* of its first two points: corner and size */
  SALON_SHAPE_PATH,
  SALON_SHAPE_POLYGON,
  SALON_SHAPE_DOT, /* of its first two points: centre and (radius, radius) */
  SALON_SHAPE_TEXT,
} SalonShapeKind;

/**
 * SalonShape:
 * @points: (array length=n_points): x and y of each
 * @text: (nullable): as it is shown, shortened perhaps
 * @box: of a text
 */
typedef struct {
  SalonShapeKind kind;
  SalonPaint paint;
  double *points;
  guint n_points;
  SalonTextStyle style;
  SalonInk ink;
  SalonBox box;
  double baseline;
  char *text;
  gpointer layout;
} SalonShape;

typedef struct _SalonScene SalonScene;

SalonScene *salon_scene_new (double width, double height, double text_scale, const char *font_family);
void salon_scene_free (SalonScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonScene, salon_scene_free)

double salon_scene_width (const SalonScene *self);
double salon_scene_height (const SalonScene *self);
const char *salon_scene_font_family (const SalonScene *self);
double salon_scene_text_size (const SalonScene *self, SalonTextStyle style);
int salon_scene_text_weight (SalonTextStyle style);
guint salon_scene_n_shapes (const SalonScene *self);
const SalonShape *salon_scene_shape (const SalonScene *self, guint shape);

void salon_scene_add_rectangle (SalonScene *self, const SalonBox *box, const SalonPaint *paint);
void salon_scene_add_lines (SalonScene *self, const double *points, guint n, gboolean is_closed, const SalonPaint *paint);
void salon_scene_add_line (SalonScene *self, double x0, double y0, double x1, double y1, const SalonPaint *paint);
void salon_scene_add_dot (SalonScene *self, double x, double y, double radius, const SalonPaint *paint);

double salon_scene_text_width (SalonScene *self, SalonTextStyle style, const char *text);
double salon_scene_line_height (const SalonScene *self, SalonTextStyle style);
char *salon_scene_shorten (SalonScene *self, SalonTextStyle style, const char *text, double width);
gboolean salon_scene_add_text (SalonScene *self, SalonTextStyle style, SalonInk ink, const char *text, double x, double y,
                               double align);
gboolean salon_scene_is_free (const SalonScene *self, const SalonBox *box);

void salon_scene_draw (const SalonScene *self, cairo_t *cr);
void salon_scene_draw_rectangle (cairo_t *cr, const SalonBox *box, double radius);

G_END_DECLS
