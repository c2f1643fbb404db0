#pragma once
/* What the parts of the portrait painter share: the person to draw, colours and a small path language. */
#include <cairo.h>

#define PORTRAIT_SIZE  320
#define PORTRAIT_SMALL 192

typedef struct {
  double r, g, b;
} Tint;

typedef enum { LAYER_BACK, LAYER_MID, LAYER_FRONT } Layer;

typedef enum { MOUTH_SMILE, MOUTH_GRIN, MOUTH_SOFT, MOUTH_HALF } Mouth;
typedef enum { EYES_OPEN, EYES_HAPPY } Eyes;
typedef enum { GLASSES_NONE, GLASSES_ROUND, GLASSES_SQUARE, GLASSES_CAT, GLASSES_THIN } Glasses;
typedef enum { RING_NONE, RING_STUD, RING_HOOP, RING_DROP, RING_PEARL } Ring;
typedef enum { BEARD_NONE, BEARD_STUBBLE, BEARD_FULL, BEARD_GOATEE, BEARD_MOUSTACHE, BEARD_SHORT } Beard;

typedef enum {
  HAIR_LONG_CENTRE,
  HAIR_LONG_WAVES,
  HAIR_BOB_FRINGE,
  HAIR_LOB,
  HAIR_TOP_BUN,
  HAIR_LOW_BUN,
  HAIR_PONYTAIL,
  HAIR_PIXIE,
  HAIR_CURLS,
  HAIR_AFRO,
  HAIR_BRAID,
  HAIR_SET_WAVES,
  HAIR_LONG_FRINGE,
  HAIR_SHAG,
  HAIR_HOLLYWOOD,
  HAIR_CURLY_BOB,
  HAIR_TWO_BRAIDS,
  HAIR_SPACE_BUNS,
  HAIR_HEADSCARF,
  HAIR_TURBAN,
  HAIR_SIDE_PART,
  HAIR_QUIFF,
  HAIR_BUZZ,
  HAIR_BALD,
  HAIR_CURLY_TOP,
  HAIR_RECEDING,
  HAIR_SLICK,
  HAIR_MAN_BUN,
  HAIR_MEDIUM,
  HAIR_BEANIE,
  HAIR_CROP,
  N_HAIRS
} Hair;

typedef enum {
  WEAR_CREW,
  WEAR_VNECK,
  WEAR_TURTLE,
  WEAR_SHIRT,
  WEAR_BLAZER,
  WEAR_BOAT,
  WEAR_HOODIE,
  WEAR_STRAPS,
  WEAR_SCARF,
  WEAR_STRIPES,
  WEAR_BLOUSE_BOW,
  WEAR_CARDIGAN
} Wear;

typedef struct {
  const char *sex; /* "f" or "m", as in portraits.tsv */
  int age;         /* about */
  const char *background, *skin;
  Hair hair;
  const char *root, *tip; /* hair colours; the tip differs in coloured lengths */
  Eyes eyes;
  const char *iris;
  Mouth mouth;
  const char *lips; /* NULL: natural */
  Glasses glasses;
  const char *frame;
  Ring ring;
  Beard beard;
  Wear wear;
  const char *cloth, *cloth2;
  double tilt; /* degrees */
  double turn; /* -6 … 6 px: the features move, as if she looked aside */
  double wide; /* width of the face; 0 = usual, else about 1 */
  int flip;    /* the hair mirrored */
  int freckles;
} Person;

typedef struct {
  cairo_t *cr;
  const Person *who;
  Tint skin, shade, deep; /* skin, its shadow, its lines */
  Tint root, tip, brow;
} Pen;

extern const Person people[];
extern const int n_people;

Tint tint (const char *name);
Tint mix (Tint a, Tint b, double part_of_b);
Tint darker (Tint a, double by);
Tint lighter (Tint a, double by);
void set (cairo_t *cr, Tint t, double alpha);
void path (cairo_t *cr, const char *d);
void fill (cairo_t *cr, const char *d, Tint t, double alpha);
void both (cairo_t *cr, const char *d);
void line (cairo_t *cr, const char *d, double width, Tint t, double alpha);
void oval (cairo_t *cr, double x, double y, double rx, double ry);
void glow (cairo_t *cr, double x, double y, double r, Tint t, double alpha);

void draw_hair (Pen *pen, Layer layer);
void draw_hair_men (Pen *pen, Layer layer);
void hair_fill (Pen *pen, const char *d, double shade);
void hair_lines (Pen *pen, const char *d, double width);
void hair_dark_lines (Pen *pen, const char *d, double width);
void hair_ovals (Pen *pen, const double *xyr, int n, double shade);
void draw_face (Pen *pen);
void draw_features (Pen *pen);
void draw_beard (Pen *pen);
void draw_glasses (Pen *pen);
void draw_rings (Pen *pen);
void draw_neck (Pen *pen);
void draw_clothes (Pen *pen);
