/* Hair that women wear in the portraits, and how hair is coloured at all.  Each style is drawn in three
 * layers: behind everything, before the shoulders, before the face. */
#include "pen.h"
#include <stddef.h>

/* Shadow in hair keeps its colour: blond darkens to honey, not to grey. */
static Tint
in_shadow (Tint t, double by)
{
  return (Tint){ t.r * (1 - by * 0.75), t.g * (1 - by * 0.95), t.b * (1 - by * 1.10) };
}

static cairo_pattern_t *
hair_paint (Pen *pen, double shade)
{
  cairo_pattern_t *p = cairo_pattern_create_linear (0, 96, 0, 262);
  Tint root = shade >= 0 ? in_shadow (pen->root, shade) : lighter (pen->root, -shade);
  Tint tip = shade >= 0 ? in_shadow (pen->tip, shade) : lighter (pen->tip, -shade);

  cairo_pattern_add_color_stop_rgb (p, 0, root.r, root.g, root.b);
  cairo_pattern_add_color_stop_rgb (p, 1, tip.r, tip.g, tip.b);
  return p;
}

void
hair_fill (Pen *pen, const char *d, double shade)
{
  cairo_pattern_t *p = hair_paint (pen, shade);

  path (pen->cr, d);
  cairo_set_source (pen->cr, p);
  cairo_fill (pen->cr);
  cairo_pattern_destroy (p);
}

static void
hair_stroke (Pen *pen, const char *d, double width, double shade, double alpha)
{
  cairo_t *cr = pen->cr;
  cairo_pattern_t *p = hair_paint (pen, shade);

  path (cr, d);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_push_group (cr);
  cairo_set_source (cr, p);
  cairo_stroke (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, alpha);
  cairo_pattern_destroy (p);
}

/* Light strands. */
void
hair_lines (Pen *pen, const char *d, double width)
{
  hair_stroke (pen, d, width, -0.28, 0.5);
}

void
hair_dark_lines (Pen *pen, const char *d, double width)
{
  hair_stroke (pen, d, width, 0.32, 0.55);
}

void
hair_ovals (Pen *pen, const double *xyr, int n, double shade)
{
  cairo_pattern_t *p = hair_paint (pen, shade);

  for (int i = 0; i < n; i++)
    oval (pen->cr, xyr[3 * i], xyr[3 * i + 1], xyr[3 * i + 2], xyr[3 * i + 2]);
  cairo_set_source (pen->cr, p);
  cairo_fill (pen->cr);
  cairo_pattern_destroy (p);
}

static void
long_centre (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 94 150 C 88 84 122 54 160 54 C 198 54 232 84 226 150 C 228 200 242 250 244 306 L 76 306 C 78 250 92 200 94 150 Z", 0.22);
  } else if (layer == LAYER_MID) {
    hair_fill (pen, "M 95 140 C 92 190 78 240 74 300 C 92 312 112 308 124 296 C 128 262 122 220 112 176 Z", 0.02);
    hair_fill (pen, "M 225 140 C 228 190 242 240 246 300 C 228 312 208 308 196 296 C 192 262 198 220 208 176 Z", 0.05);
    hair_lines (pen, "M 98 190 C 96 230 88 262 88 292 M 107 200 C 108 234 104 266 104 296", 2.2);
    hair_lines (pen, "M 222 190 C 224 230 232 262 232 292", 2.2);
    hair_dark_lines (pen, "M 114 226 C 118 250 118 274 116 296 M 206 226 C 202 250 202 274 204 296", 2);
  } else {
    hair_fill (pen, "M 160 56 C 116 54 88 88 93 150 C 93 176 96 196 101 210 C 110 196 109 172 111 156 C 114 130 136 116 160 88 Z", 0);
    hair_fill (pen, "M 160 56 C 204 54 232 88 227 150 C 227 176 224 196 219 210 C 210 196 211 172 209 156 C 206 130 184 116 160 88 Z", 0.03);
    hair_lines (pen, "M 152 68 C 122 74 104 104 102 150 M 156 78 C 130 92 110 116 106 142", 2.4);
    hair_lines (pen, "M 172 70 C 198 80 214 108 217 146", 2.4);
    hair_dark_lines (pen, "M 160 58 L 160 86", 1.8);
  }
}

static void
long_waves (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 92 150 C 82 80 122 50 162 52 C 204 52 238 84 228 150 C 230 178 250 196 240 222 C 258 244 246 268 256 296 "
                    "C 236 316 90 316 68 296 C 74 268 62 248 80 222 C 70 196 92 178 92 150 Z", 0.22);
  } else if (layer == LAYER_MID) {
    hair_fill (pen, "M 93 140 C 94 182 66 194 78 224 C 54 246 72 272 60 298 C 80 318 106 306 116 288 C 132 270 112 252 122 232 C 126 208 112 190 110 168 Z", 0);
    hair_fill (pen, "M 227 140 C 226 182 254 194 242 224 C 266 246 248 272 260 298 C 240 318 214 306 204 288 C 188 270 208 252 198 232 C 194 208 208 190 210 168 Z", 0.05);
    hair_lines (pen, "M 97 178 C 96 198 82 208 90 228 C 82 248 84 266 76 292", 2.6);
    hair_lines (pen, "M 226 182 C 228 200 240 208 232 228 C 240 248 238 270 244 290", 2.6);
    hair_dark_lines (pen, "M 110 206 C 104 222 110 240 102 256 C 96 270 100 284 92 300 M 212 206 C 216 222 210 240 218 256 C 224 270 220 284 228 300", 2.2);
  } else {
    hair_fill (pen, "M 140 60 C 100 66 84 100 92 150 C 92 172 96 186 98 200 C 110 190 106 166 110 148 C 112 126 128 116 138 88 Z", 0);
    hair_fill (pen, "M 136 62 C 180 40 242 72 229 150 C 228 178 226 190 220 204 C 212 190 214 168 209 150 C 204 124 168 118 138 88 Z", 0.02);
    hair_lines (pen, "M 148 72 C 184 66 216 100 219 144 M 146 82 C 178 88 204 108 212 136", 2.6);
    hair_lines (pen, "M 130 74 C 108 88 100 114 101 146", 2.4);
  }
}

static void
bob_fringe (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 92 150 C 86 78 122 54 160 54 C 198 54 234 78 228 150 C 230 178 232 196 230 218 C 206 232 114 232 90 218 C 88 196 90 178 92 150 Z", 0.26);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 160 56 C 116 54 88 82 92 146 C 90 178 88 200 89 220 C 98 226 110 224 116 216 C 112 190 110 160 113 128 "
                    "C 134 122 186 122 207 128 C 210 160 208 190 204 216 C 210 224 222 226 231 220 C 232 200 230 178 228 146 C 232 82 204 54 160 56 Z", 0);
    hair_lines (pen, "M 130 72 C 124 88 122 104 122 120 M 148 66 C 144 84 143 102 143 118 M 190 72 C 196 88 198 104 198 120 M 172 66 C 176 84 177 102 177 118", 2.2);
    hair_lines (pen, "M 102 130 C 100 164 98 190 98 212", 2.4);
    hair_dark_lines (pen, "M 160 62 C 159 84 159 100 159 118 M 218 132 C 220 166 220 192 221 212", 2);
  }
}

static void
lob (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 93 150 C 84 78 124 52 162 54 C 202 54 236 82 227 150 C 230 190 236 222 234 252 C 210 266 110 266 84 252 C 84 222 92 190 93 150 Z", 0.24);
  } else if (layer == LAYER_MID) {
    hair_fill (pen, "M 94 140 C 92 180 82 220 82 252 C 96 262 114 258 120 248 C 122 220 114 192 111 168 Z", 0);
    hair_lines (pen, "M 98 180 C 98 206 92 230 92 250", 2.4);
  } else {
    hair_fill (pen, "M 142 60 C 98 66 84 100 93 150 C 92 178 92 196 96 214 C 110 196 108 170 110 152 C 112 128 132 116 142 86 Z", 0);
    hair_fill (pen, "M 138 62 C 184 42 240 72 227 144 C 222 142 216 142 211 148 C 210 122 172 118 142 86 Z", 0.03);
    hair_fill (pen, "M 224 144 C 222 166 226 200 236 236 C 240 226 236 190 228 146 Z", 0.12);
    hair_lines (pen, "M 150 70 C 186 68 214 96 219 136 M 146 78 C 176 88 202 104 210 128", 2.4);
    hair_lines (pen, "M 132 74 C 110 90 100 116 101 150", 2.4);
  }
}

/* Hair combed back: what buns and tails share. */
static void
combed_back (Pen *pen, int centre)
{
  if (centre) {
    hair_fill (pen, "M 160 60 C 118 58 94 88 100 148 C 104 150 108 148 110 140 C 114 116 134 104 160 90 C 186 104 206 116 210 140 C 212 148 216 150 220 148 C 226 88 202 58 160 60 Z", 0);
    hair_lines (pen, "M 152 72 C 126 82 108 106 105 136 M 168 72 C 194 82 212 106 215 136", 2.4);
    hair_dark_lines (pen, "M 160 62 L 160 88", 1.8);
  } else {
    hair_fill (pen, "M 160 60 C 118 58 96 88 101 144 C 105 146 108 142 110 134 C 116 108 136 98 160 97 C 184 98 204 108 210 134 C 212 142 215 146 219 144 C 224 88 202 58 160 60 Z", 0);
    hair_lines (pen, "M 150 66 C 136 76 124 92 117 110 M 160 64 L 160 92 M 170 66 C 184 76 196 92 203 110 M 128 76 C 116 90 109 106 107 124", 2.2);
  }
}

static void
top_bun (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    oval (pen->cr, 160, 44, 31, 28);
    set (pen->cr, darker (pen->root, 0.06), 1);
    cairo_fill (pen->cr);
    hair_lines (pen, "M 140 34 C 150 24 172 22 182 36 M 136 46 C 146 34 174 32 186 48", 2.4);
    hair_dark_lines (pen, "M 142 58 C 152 66 170 66 180 56", 2.4);
    hair_fill (pen, "M 100 150 C 92 84 124 56 160 56 C 196 56 228 84 220 150 Z", 0.15);
  } else if (layer == LAYER_FRONT) {
    combed_back (pen, 0);
    hair_dark_lines (pen, "M 144 64 C 152 69 168 69 176 64", 3);
    hair_lines (pen, "M 107 140 C 105 156 104 168 106 180", 2);
  }
}

static void
low_bun (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 100 156 C 90 84 124 56 160 56 C 196 56 230 84 220 156 C 218 184 202 208 160 210 C 118 208 102 184 100 156 Z", 0.22);
    oval (pen->cr, 208, 208, 25, 23);
    set (pen->cr, darker (pen->tip, 0.1), 1);
    cairo_fill (pen->cr);
    hair_lines (pen, "M 194 200 C 204 192 222 194 228 206 M 196 212 C 206 204 220 206 226 216", 2.2);
  } else if (layer == LAYER_FRONT) {
    combed_back (pen, 1);
  }
}

static void
ponytail (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 198 60 C 244 54 262 100 252 148 C 246 190 262 216 250 258 C 236 246 222 216 224 172 C 226 128 214 92 190 80 Z", 0.08);
    hair_lines (pen, "M 214 70 C 244 88 246 128 240 166 C 236 196 246 220 246 240", 2.8);
    hair_dark_lines (pen, "M 204 76 C 230 96 236 130 231 168 C 228 196 234 218 240 236", 2.2);
    hair_fill (pen, "M 100 150 C 92 84 124 56 160 56 C 196 56 228 84 220 150 Z", 0.15);
    oval (pen->cr, 203, 70, 9, 13);
    set (pen->cr, tint (pen->who->cloth), 1);
    cairo_fill (pen->cr);
  } else if (layer == LAYER_FRONT) {
    combed_back (pen, 0);
    hair_lines (pen, "M 106 136 C 103 152 102 166 105 180 M 214 136 C 217 152 218 164 215 178", 2);
  }
}

static void
pixie (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 98 160 C 86 84 122 52 162 52 C 204 52 234 84 222 160 C 220 180 206 190 160 190 C 114 190 100 180 98 160 Z", 0.25);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 168 50 C 116 46 88 82 98 150 C 99 160 102 168 106 172 C 110 160 108 146 112 132 C 132 128 168 122 192 98 "
                    "C 198 112 206 120 209 136 C 211 150 212 160 215 168 C 222 158 222 146 223 134 C 230 84 208 52 168 50 Z", 0);
    hair_lines (pen, "M 184 68 C 172 94 146 110 120 118 M 172 62 C 154 86 132 98 110 108 M 196 76 C 190 96 168 114 140 122", 2.6);
    hair_dark_lines (pen, "M 192 98 C 200 90 204 84 205 76", 2);
  }
}

static void
curls (Pen *pen, Layer layer)
{
  static const double BEHIND[] = { 96, 132, 30, 90, 168, 30, 86, 204, 31, 92, 238, 28, 112, 262, 22, 224, 132, 30, 230, 168, 30,
                                   234, 204, 31, 228, 238, 28, 208, 262, 22, 120, 92, 34, 160, 76, 36, 200, 92, 34, 160, 150, 70 };
  static const double BEFORE[] = { 112, 104, 22, 102, 134, 18, 97, 164, 15, 134, 82, 22, 160, 74, 22, 186, 82, 22, 208, 104, 22,
                                   218, 134, 18, 223, 164, 15, 146, 94, 14, 172, 92, 14, 126, 104, 13, 194, 104, 13 };

  if (layer == LAYER_BACK) {
    hair_ovals (pen, BEHIND, sizeof BEHIND / sizeof BEHIND[0] / 3, 0.2);
  } else if (layer == LAYER_FRONT) {
    hair_ovals (pen, BEFORE, sizeof BEFORE / sizeof BEFORE[0] / 3, 0);
    hair_lines (pen, "M 104 98 C 110 88 120 88 126 96 M 128 74 C 136 66 146 68 150 78 M 156 64 C 166 60 176 66 176 76 M 184 74 C 194 70 202 78 202 88 "
                     "M 208 96 C 218 96 224 106 220 116 M 94 128 C 98 120 108 120 112 128 M 212 128 C 218 122 228 126 228 136", 2.4);
    hair_dark_lines (pen, "M 112 118 C 120 120 126 116 128 108 M 142 100 C 150 104 158 100 160 94 M 172 98 C 180 104 188 100 190 94 M 204 116 C 200 122 192 118 190 112 "
                          "M 92 160 C 96 170 104 170 108 164 M 228 160 C 224 170 216 170 212 164", 2);
  } else {
    hair_lines (pen, "M 74 196 C 80 186 92 186 98 196 M 78 236 C 86 226 98 228 102 238 M 246 196 C 240 186 228 186 222 196 M 240 236 C 234 226 222 228 218 238", 2.4);
    hair_dark_lines (pen, "M 80 218 C 88 226 98 222 102 214 M 240 218 C 232 226 222 222 218 214", 2.2);
  }
}

static void
afro (Pen *pen, Layer layer)
{
  static const double BEHIND[] = { 160, 112, 84, 92, 128, 34, 228, 128, 34, 104, 84, 36, 216, 84, 36, 136, 56, 34, 184, 56, 34,
                                   160, 50, 32, 98, 162, 27, 222, 162, 27 };
  static const double BEFORE[] = { 118, 100, 17, 136, 86, 19, 160, 80, 21, 184, 86, 19, 202, 100, 17, 109, 120, 12, 211, 120, 12 };

  if (layer == LAYER_BACK) {
    hair_ovals (pen, BEHIND, sizeof BEHIND / sizeof BEHIND[0] / 3, 0.05);
    hair_lines (pen, "M 88 96 C 96 76 110 64 122 58 M 140 38 C 152 34 166 33 178 38 M 204 58 C 220 68 230 82 236 98 M 82 128 C 80 140 82 150 86 158", 3);
    hair_dark_lines (pen, "M 110 84 C 122 68 140 58 158 56 M 176 58 C 194 62 208 74 214 88", 2.6);
  } else if (layer == LAYER_FRONT) {
    hair_ovals (pen, BEFORE, sizeof BEFORE / sizeof BEFORE[0] / 3, 0.05);
  }
}

static void
braid (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 98 156 C 88 82 124 54 160 54 C 196 54 232 82 222 156 C 224 186 210 214 160 214 C 110 214 96 186 98 156 Z", 0.22);
  } else if (layer == LAYER_MID) {
    static const double AT[][4] = { { 215, 205, 19, 16 }, { 219, 229, 19, 15 }, { 221, 252, 18, 14.5 }, { 221, 274, 16.5, 13.5 }, { 220, 294, 15, 12.5 } };

    for (unsigned i = 0; i < sizeof AT / sizeof AT[0]; i++) {
      cairo_pattern_t *p = hair_paint (pen, i % 2 ? 0.05 : 0);

      oval (pen->cr, AT[i][0], AT[i][1], AT[i][2], AT[i][3]);
      cairo_set_source (pen->cr, p);
      cairo_fill (pen->cr);
      cairo_pattern_destroy (p);
    }
    hair_dark_lines (pen, "M 200 212 C 210 220 224 220 234 210 M 204 236 C 214 243 226 243 236 233 M 206 258 C 214 265 228 265 237 255 M 207 279 C 214 285 226 285 235 276", 2.2);
    hair_lines (pen, "M 207 202 C 214 196 222 198 226 204 M 210 226 C 217 220 226 222 230 228 M 213 250 C 219 244 227 246 231 251 M 214 272 C 219 267 227 268 230 273", 2.2);
  } else {
    hair_fill (pen, "M 142 60 C 100 64 88 100 98 150 C 98 166 101 176 104 182 C 110 172 108 158 110 146 C 112 126 132 116 142 88 Z", 0);
    hair_fill (pen, "M 138 62 C 184 42 234 70 223 150 C 223 176 222 190 226 204 L 206 206 C 212 190 213 168 209 150 C 204 122 170 118 142 88 Z", 0.03);
    hair_lines (pen, "M 150 70 C 184 68 210 96 215 140 M 148 80 C 176 88 200 106 209 132 M 132 76 C 112 92 104 116 104 146", 2.4);
  }
}

static void
set_waves (Pen *pen, Layer layer)
{
  static const double BEHIND[] = { 98, 120, 26, 92, 150, 24, 97, 180, 20, 222, 120, 26, 228, 150, 24, 223, 180, 20, 160, 128, 70 };
  static const double BEFORE[] = { 104, 114, 19, 98, 142, 16, 98, 168, 13, 122, 88, 21, 148, 76, 23, 176, 75, 22, 200, 90, 21, 216, 114, 19, 222, 142, 16, 222, 168, 13 };

  if (layer == LAYER_BACK) {
    hair_ovals (pen, BEHIND, sizeof BEHIND / sizeof BEHIND[0] / 3, 0.2);
  } else if (layer == LAYER_FRONT) {
    hair_ovals (pen, BEFORE, sizeof BEFORE / sizeof BEFORE[0] / 3, 0);
    hair_fill (pen, "M 112 122 C 120 104 150 116 176 92 C 186 104 204 106 208 122 L 214 110 C 204 70 116 66 106 112 Z", 0);
    hair_lines (pen, "M 112 100 C 126 80 156 96 176 78 M 122 84 C 138 66 158 76 172 64 M 184 84 C 198 84 208 96 212 110 M 92 140 C 94 130 102 128 108 132 M 228 140 C 226 130 218 128 212 132", 2.5);
    hair_dark_lines (pen, "M 110 118 C 122 100 152 112 176 92 M 92 160 C 96 168 102 168 106 164 M 228 160 C 224 168 218 168 214 164", 2);
  }
}

static void
long_fringe (Pen *pen, Layer layer)
{
  if (layer != LAYER_FRONT) {
    long_centre (pen, layer);
    return;
  }
  hair_fill (pen, "M 160 54 C 116 52 88 86 93 150 C 93 176 96 196 101 210 C 110 196 108 172 111 156 C 114 146 116 138 118 132 "
                  "C 132 130 148 122 158 106 C 170 122 188 130 202 132 C 204 138 206 146 209 156 C 212 172 210 196 219 210 C 224 196 227 176 227 150 C 232 86 204 52 160 54 Z", 0);
  hair_lines (pen, "M 150 66 C 146 92 134 112 120 124 M 138 70 C 130 92 120 108 110 124 M 170 66 C 174 92 186 112 200 124 M 184 70 C 194 92 202 108 210 124", 2.3);
  hair_dark_lines (pen, "M 158 60 C 158 78 158 92 158 104", 1.8);
}

static void
shag (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 90 146 C 80 76 122 48 160 50 C 200 48 240 76 230 146 C 240 172 228 190 246 206 C 234 214 240 236 252 250 "
                    "C 228 256 214 250 200 240 L 120 240 C 106 250 92 256 68 250 C 80 236 86 214 74 206 C 92 190 80 172 90 146 Z", 0.22);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 160 50 C 112 46 82 84 91 146 C 82 170 90 186 76 204 C 92 208 106 198 110 182 C 112 164 108 146 114 134 "
                    "C 126 134 136 130 142 124 C 148 128 156 128 162 122 C 170 130 180 130 186 126 C 192 132 200 134 206 134 "
                    "C 212 146 208 164 210 182 C 214 198 228 208 244 204 C 230 186 238 170 229 146 C 238 84 208 46 160 50 Z", 0);
    hair_lines (pen, "M 140 62 C 128 82 122 104 122 124 M 156 60 C 150 80 148 100 150 118 M 178 62 C 188 82 194 104 196 124 M 100 116 C 94 140 100 164 92 190 M 222 118 C 226 142 220 166 228 190", 2.4);
    hair_dark_lines (pen, "M 142 124 C 142 108 146 92 152 80 M 186 126 C 184 108 178 92 170 80", 2);
  } else {
    hair_fill (pen, "M 92 190 C 90 214 74 228 66 248 C 88 258 112 248 116 226 C 118 210 114 196 110 180 Z", 0.03);
    hair_fill (pen, "M 228 190 C 230 214 246 228 254 248 C 232 258 208 248 204 226 C 202 210 206 196 210 180 Z", 0.06);
    hair_lines (pen, "M 100 204 C 98 220 90 234 84 244 M 220 204 C 222 220 230 234 236 244", 2.4);
  }
}

static void
hollywood (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 94 150 C 84 78 124 50 164 52 C 206 52 238 84 228 150 C 232 190 250 220 244 262 C 220 284 120 270 100 232 C 96 204 94 176 94 150 Z", 0.24);
  } else if (layer == LAYER_MID) {
    hair_fill (pen, "M 228 140 C 228 176 262 192 250 226 C 272 244 250 272 256 302 C 228 318 196 306 196 280 C 188 256 210 244 200 222 C 196 200 212 186 210 164 Z", 0);
    hair_lines (pen, "M 226 178 C 230 196 246 206 238 228 C 250 246 238 268 242 292", 2.8);
    hair_dark_lines (pen, "M 212 200 C 222 216 214 234 220 248 C 226 264 214 282 220 302", 2.2);
  } else {
    hair_fill (pen, "M 124 72 C 98 84 90 112 97 152 C 100 160 104 160 108 152 C 108 130 118 112 126 94 Z", 0.06);
    hair_fill (pen, "M 118 76 C 150 30 248 54 230 146 C 230 168 232 182 222 200 C 212 186 216 166 210 146 C 206 110 152 118 124 92 Z", 0);
    hair_lines (pen, "M 134 76 C 168 52 216 80 220 136 M 136 86 C 172 72 206 98 212 132 M 140 94 C 168 94 194 106 204 122", 2.7);
    hair_dark_lines (pen, "M 122 90 C 120 84 122 80 126 76", 2);
  }
}

static void
curly_bob (Pen *pen, Layer layer)
{
  static const double BEHIND[] = { 96, 126, 30, 88, 158, 30, 92, 192, 27, 224, 126, 30, 232, 158, 30, 228, 192, 27, 160, 130, 76 };
  static const double BEFORE[] = { 108, 104, 22, 97, 134, 19, 93, 166, 17, 96, 194, 14, 130, 84, 23, 160, 78, 24, 190, 84, 23, 212, 104, 22, 223, 134, 19, 227, 166, 17, 224, 194, 14,
                                   124, 110, 13, 142, 110, 13, 160, 108, 13, 178, 110, 13, 196, 110, 13 };

  if (layer == LAYER_BACK) {
    hair_ovals (pen, BEHIND, sizeof BEHIND / sizeof BEHIND[0] / 3, 0.2);
  } else if (layer == LAYER_FRONT) {
    hair_ovals (pen, BEFORE, sizeof BEFORE / sizeof BEFORE[0] / 3, 0);
    hair_lines (pen, "M 98 98 C 104 86 116 88 120 96 M 122 76 C 130 66 142 68 146 78 M 152 70 C 160 62 172 66 174 76 M 182 76 C 192 68 202 76 202 86 M 208 96 C 218 96 224 104 222 112 "
                     "M 88 132 C 92 122 104 122 108 130 M 84 164 C 88 154 100 156 102 164 M 214 130 C 220 122 230 126 232 134 M 218 164 C 224 156 234 158 236 166", 2.4);
    hair_dark_lines (pen, "M 116 116 C 122 122 130 120 132 112 M 136 116 C 142 122 150 118 152 112 M 154 114 C 160 120 168 118 170 112 M 172 116 C 178 122 186 118 188 112 M 104 148 C 98 154 90 150 88 144 M 216 148 C 222 154 230 150 232 144", 1.9);
  }
}

static void
two_braids (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 98 156 C 88 82 124 54 160 54 C 196 54 232 82 222 156 C 220 176 206 190 160 190 C 114 190 100 176 98 156 Z", 0.2);
  } else if (layer == LAYER_MID) {
    for (int side = 0; side < 2; side++)
      for (int i = 0; i < 5; i++) {
        cairo_pattern_t *p = hair_paint (pen, (i + side) % 2 ? 0.06 : 0);

        oval (pen->cr, side ? 214 + i * 2 : 106 - i * 2, 196 + i * 21, 15.5 - i * 0.9, 13);
        cairo_set_source (pen->cr, p);
        cairo_fill (pen->cr);
        cairo_pattern_destroy (p);
      }
    hair_dark_lines (pen, "M 94 205 C 102 212 110 212 118 204 M 92 226 C 100 233 108 233 116 225 M 91 247 C 98 253 106 253 113 246 M 90 268 C 96 273 102 273 109 267 "
                          "M 202 204 C 210 212 218 212 226 205 M 204 225 C 212 233 220 233 228 226 M 207 246 C 214 253 222 253 229 247 M 211 267 C 218 273 224 273 230 268", 2);
  } else {
    hair_fill (pen, "M 160 58 C 116 56 92 88 98 150 C 98 168 98 180 96 192 C 106 192 112 186 112 174 C 110 160 108 152 110 144 C 114 120 134 106 160 90 "
                    "C 186 106 206 120 210 144 C 212 152 210 160 208 174 C 208 186 214 192 224 192 C 222 180 222 168 222 150 C 228 88 204 56 160 58 Z", 0);
    hair_lines (pen, "M 150 72 C 124 84 106 108 104 146 M 170 72 C 196 84 214 108 216 146", 2.4);
    hair_dark_lines (pen, "M 160 60 L 160 88", 1.8);
  }
}

static void
space_buns (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    oval (pen->cr, 108, 66, 25, 24);
    oval (pen->cr, 212, 66, 25, 24);
    set (pen->cr, darker (pen->root, 0.06), 1);
    cairo_fill (pen->cr);
    hair_lines (pen, "M 92 60 C 98 50 114 48 122 56 M 92 72 C 102 60 116 60 124 68 M 228 60 C 222 50 206 48 198 56 M 228 72 C 218 60 204 60 196 68", 2.3);
    hair_fill (pen, "M 98 150 C 92 84 124 56 160 56 C 196 56 228 84 222 150 Z", 0.15);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 160 58 C 116 56 92 88 99 150 C 104 152 109 148 111 138 C 114 132 116 130 118 128 C 134 124 150 122 160 114 C 170 122 186 124 202 128 "
                    "C 204 130 206 132 209 138 C 211 148 216 152 221 150 C 228 88 204 56 160 58 Z", 0);
    hair_lines (pen, "M 152 68 C 146 86 136 102 122 116 M 168 68 C 174 86 184 102 198 116 M 132 74 C 122 86 112 102 106 124 M 188 74 C 198 86 208 102 214 124", 2.2);
    hair_dark_lines (pen, "M 160 60 L 160 110", 1.8);
  }
}

static void
headscarf (Pen *pen, Layer layer)
{
  Tint cloth = tint (pen->who->cloth2);
  cairo_t *cr = pen->cr;

  if (layer == LAYER_BACK) {
    fill (cr, "M 92 150 C 84 78 122 50 160 50 C 198 50 236 78 228 150 C 234 196 240 226 252 262 L 68 262 C 80 226 86 196 92 150 Z", darker (cloth, 0.22), 1);
  } else if (layer == LAYER_MID) {
    fill (cr, "M 98 150 C 96 196 92 226 70 262 C 96 292 150 300 206 288 C 236 280 250 266 250 258 C 232 226 224 196 222 150 C 216 204 190 226 160 226 C 130 226 104 204 98 150 Z", cloth, 1);
    line (cr, "M 96 214 C 116 250 166 262 228 232", 2.6, darker (cloth, 0.3), 0.45);
    line (cr, "M 84 244 C 116 276 180 280 236 252", 2.6, darker (cloth, 0.3), 0.4);
    line (cr, "M 104 200 C 118 234 150 248 190 240", 2.4, lighter (cloth, 0.5), 0.4);
  } else {
    cairo_save (cr);
    cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
    fill (cr, "M 160 50 C 114 50 84 84 92 150 C 94 190 106 214 122 228 C 150 236 176 236 198 228 C 214 214 226 190 228 150 C 236 84 206 50 160 50 Z "
              "M 160 92 C 190 92 206 110 207 146 C 207 180 190 215 160 218 C 130 215 113 180 113 146 C 114 110 130 92 160 92 Z", cloth, 1);
    cairo_restore (cr);
    line (cr, "M 112 96 C 128 74 176 66 206 88", 2.6, lighter (cloth, 0.5), 0.45);
    line (cr, "M 102 130 C 104 174 118 206 136 224", 2.4, darker (cloth, 0.3), 0.35);
    line (cr, "M 124 102 C 134 90 186 90 196 102", 4, darker (cloth, 0.14), 0.8);
  }
}

static void
turban (Pen *pen, Layer layer)
{
  Tint cloth = tint (pen->who->cloth2);
  cairo_t *cr = pen->cr;

  if (layer == LAYER_BACK) {
    static const double CURLS[] = { 100, 160, 13, 220, 160, 13, 104, 178, 10, 216, 178, 10 };

    hair_ovals (pen, CURLS, 4, 0.1);
  } else if (layer == LAYER_FRONT) {
    fill (cr, "M 160 40 C 112 38 86 70 94 116 C 96 128 102 134 108 134 C 124 112 146 106 160 106 C 174 106 196 112 212 134 C 218 134 224 128 226 116 C 234 70 208 38 160 40 Z", cloth, 1);
    fill (cr, "M 160 96 C 132 92 106 104 100 128 C 104 134 108 136 110 134 C 126 112 146 106 164 108 Z", darker (cloth, 0.12), 1);
    fill (cr, "M 150 62 C 166 52 184 58 184 74 C 184 96 172 108 158 110 C 142 104 138 76 150 62 Z", lighter (cloth, 0.14), 1);
    line (cr, "M 154 66 C 148 80 150 96 158 108 M 172 60 C 166 76 164 94 160 108", 2, darker (cloth, 0.3), 0.45);
    line (cr, "M 142 74 C 122 78 108 94 102 112 M 186 74 C 204 80 214 94 218 112 M 140 56 C 116 62 102 78 98 98 M 182 56 C 204 62 218 78 222 98", 2.4, darker (cloth, 0.3), 0.4);
  }
}

void
draw_hair (Pen *pen, Layer layer)
{
  static void (*const STYLES[N_HAIRS]) (Pen *, Layer) = {
    [HAIR_LONG_CENTRE] = long_centre, [HAIR_LONG_WAVES] = long_waves, [HAIR_BOB_FRINGE] = bob_fringe,
    [HAIR_LOB] = lob, [HAIR_TOP_BUN] = top_bun, [HAIR_LOW_BUN] = low_bun, [HAIR_PONYTAIL] = ponytail,
    [HAIR_PIXIE] = pixie, [HAIR_CURLS] = curls, [HAIR_AFRO] = afro, [HAIR_BRAID] = braid,
    [HAIR_SET_WAVES] = set_waves, [HAIR_LONG_FRINGE] = long_fringe, [HAIR_SHAG] = shag,
    [HAIR_HOLLYWOOD] = hollywood, [HAIR_CURLY_BOB] = curly_bob, [HAIR_TWO_BRAIDS] = two_braids,
    [HAIR_SPACE_BUNS] = space_buns, [HAIR_HEADSCARF] = headscarf, [HAIR_TURBAN] = turban,
  };

  if (pen->who->flip) {
    cairo_save (pen->cr);
    cairo_translate (pen->cr, PORTRAIT_SIZE, 0);
    cairo_scale (pen->cr, -1, 1);
  }
  if (STYLES[pen->who->hair] != NULL)
    STYLES[pen->who->hair] (pen, layer);
  else
    draw_hair_men (pen, layer);
  if (pen->who->flip)
    cairo_restore (pen->cr);
}
